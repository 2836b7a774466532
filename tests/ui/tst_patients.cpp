// SPDX-License-Identifier: Apache-2.0
#include "patients/PatientsPage.h"
#include "sources/ImportReportView.h"
#include "viewmodels/ImportText.h"
#include "viewmodels/PatientListModel.h"

#include "ui/TestWindow.h"

#include <QSortFilterProxyModel>
#include <QTableView>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Ui;

namespace {

PersonSummary person(qint64 id, const QString &name, const QString &born)
{
    PersonSummary summary;
    summary.id = PersonId{id};
    summary.name = name;
    summary.birthDate = born;
    summary.sex = QStringLiteral("female");
    IdentityInfo identity;
    identity.source.id = SourceId{1};
    identity.source.name = QStringLiteral("City Practice");
    summary.identities = {identity};
    return summary;
}

QString cell(const PatientListModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class TestPatients : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void modelWords();
    void unnamedIsSaidHonestly();
    void theDeadDoNotGrowOlder();
    void unnamedSortLast();
    void pageSearchesAndOpens();
    void lockDropsEverything();
    void reportCountsAndReasons();
    void reportText();
};

void TestPatients::modelWords()
{
    PatientListModel model(QDate(2026, 11, 21));
    PersonSummary summary = person(4, QStringLiteral("MUSTER, Anna"), QStringLiteral("1961-04-05"));
    summary.facts = 12;
    summary.lastMs = QDateTime(QDate(2026, 10, 1), QTime(23, 0), QTimeZone::UTC).toMSecsSinceEpoch();
    summary.identities[0].identifiers = {{QStringLiteral("urn:x"), QStringLiteral("A-77"), QStringLiteral("MRN")}};
    model.setPersons({summary});
    QCOMPARE(cell(model, 0, PatientListModel::Patient), QStringLiteral("MUSTER, Anna"));
    QCOMPARE(cell(model, 0, PatientListModel::Sex), QStringLiteral("Female"));
    QCOMPARE(cell(model, 0, PatientListModel::Age), QStringLiteral("65 y"));
    QVERIFY(cell(model, 0, PatientListModel::Born).contains(QStringLiteral("1961")));
    QVERIFY(cell(model, 0, PatientListModel::Latest).contains(QStringLiteral("2026")));
    QCOMPARE(model.index(0, 0).data(PatientListModel::DetailRole).toString(), QStringLiteral("MRN A-77"));
    QCOMPARE(model.personAt(0), PersonId{4});
    QVERIFY(model.personAt(1).isNull());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(model.personAt(0).isNull());
}

void TestPatients::unnamedIsSaidHonestly()
{
    PatientListModel model(QDate(2026, 11, 21));
    model.setPersons({person(9, {}, {})});
    QCOMPARE(cell(model, 0, PatientListModel::Patient), QStringLiteral("No patient named"));
    QCOMPARE(model.index(0, 0).data(PatientListModel::DetailRole).toString(), QStringLiteral("from City Practice"));
    QVERIFY(model.index(0, 0).data(PatientListModel::UnnamedRole).toBool());
    QCOMPARE(cell(model, 0, PatientListModel::Age), QString());
    QCOMPARE(cell(model, 0, PatientListModel::Born), QString());
    QCOMPARE(cell(model, 0, PatientListModel::Latest), QString());
}

void TestPatients::theDeadDoNotGrowOlder()
{
    PatientListModel model(QDate(2026, 11, 21));
    PersonSummary dated = person(1, QStringLiteral("A"), QStringLiteral("1930-01-01"));
    dated.deceased = QStringLiteral("2010-06-01");
    PersonSummary undated = dated;
    undated.deceased = QStringLiteral("true");
    PersonSummary alive = dated;
    alive.deceased = QStringLiteral("false");
    model.setPersons({dated, undated, alive});
    QCOMPARE(cell(model, 0, PatientListModel::Age), QStringLiteral("died at 80 y"));
    QCOMPARE(cell(model, 1, PatientListModel::Age), QStringLiteral("died"));
    QCOMPARE(cell(model, 2, PatientListModel::Age), QStringLiteral("96 y"));
}

void TestPatients::unnamedSortLast()
{
    PatientListModel model(QDate(2026, 11, 21));
    model.setPersons(
        {person(1, {}, {}), person(2, QStringLiteral("Zander"), {}), person(3, QStringLiteral("abel"), {})});
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(PatientListModel::SortRole);
    sorted.sort(PatientListModel::Patient);
    QCOMPARE(sorted.index(0, 0).data().toString(), QStringLiteral("abel"));
    QCOMPARE(sorted.index(1, 0).data().toString(), QStringLiteral("Zander"));
    QVERIFY(sorted.index(2, 0).data(PatientListModel::UnnamedRole).toBool());
}

void TestPatients::pageSearchesAndOpens()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    const QList<PersonSummary> people = test.people();
    QVERIFY(people.size() >= 3);
    PatientsPage page(test.composition->records(), test.themes->theme());
    page.resize(1200, 700);
    page.show();
    page.reload();
    auto *table = page.findChild<QTableView *>();
    EVENTUALLY(table->model()->rowCount() == people.size());
    QLineEdit *search = field(&page, QStringLiteral("Search patients"));
    const QString wanted = people.last().name.section(QLatin1Char(','), 1).trimmed();
    search->setText(wanted);
    QVERIFY2(QTest::qWaitFor([&] { return table->model()->rowCount() == 1; }, 3000),
             qPrintable(wanted + visibleText(&page)));
    QSignalSpy chosen(&page, &PatientsPage::personChosen);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().value<PersonId>(), people.last().id);
    search->setText(QStringLiteral("nobody of that name"));
    EVENTUALLY(visibleText(&page).contains(QStringLiteral("Nobody matches")));
}

void TestPatients::lockDropsEverything()
{
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    const QString name = test.people().first().name;
    PatientsPage page(test.composition->records(), test.themes->theme());
    page.show();
    page.reload();
    EVENTUALLY(visibleText(&page).contains(name));
    page.reload(); // an answer on its way when the vault locks must not come back
    page.clear();
    QTest::qWait(300);
    QCOMPARE(page.findChild<QTableView *>()->model()->rowCount(), 0);
    QVERIFY(!visibleText(&page).contains(name));
}

void TestPatients::reportCountsAndReasons()
{
    ImportReportView view;
    view.resize(1000, 700);
    view.show();
    ImportReport report;
    report.files = 3;
    report.accepted = 1234;
    report.refused = 2;
    report.byType = {{QStringLiteral("Observation"), 1200}, {QStringLiteral("Patient"), 34}};
    report.refusals = {{QStringLiteral("a/b.json"),
                        QStringLiteral("entry[12]"),
                        {ErrorCode::InputDuplicateKey, {QStringLiteral("status")}}},
                       {QStringLiteral("c.docx"), {}, {ErrorCode::InputNotHealthData, {}}}};
    view.setReport(report);
    const QString text = visibleText(&view);
    QVERIFY(text.contains(QStringLiteral("entry[12] in a/b.json")));
    QVERIFY(text.contains(QStringLiteral("“status” twice")));
    QVERIFY(text.contains(QStringLiteral("not health data")));
    QVERIFY(text.contains(QStringLiteral("with something refused")));
    view.setReport({});
    QVERIFY(!visibleText(&view).contains(QStringLiteral("docx")));
    view.setFailure(QStringLiteral("The disk is full."));
    QVERIFY(visibleText(&view).contains(QStringLiteral("The disk is full.")));
}

void TestPatients::reportText()
{
    ImportReport report;
    report.unchanged = 5;
    QCOMPARE(ImportText::headline(report), QStringLiteral("Nothing new"));
    report.cancelled = true;
    QCOMPARE(ImportText::headline(report), QStringLiteral("Import stopped"));
    report = {};
    report.refused = 1;
    QCOMPARE(ImportText::headline(report), QStringLiteral("Nothing could be imported"));
    report.refusals = {{QStringLiteral("x.xml"), {}, {ErrorCode::InputHasDoctype, {}}}};
    report.issues = {{QStringLiteral("some-new-reason"), 2}};
    const QString text = ImportText::plainText(report);
    QVERIFY(text.contains(QStringLiteral("x.xml: ")) && text.contains(QStringLiteral("DOCTYPE")));
    QVERIFY2(text.contains(QStringLiteral("some-new-reason: 2")), "a reason without words of its own stays as it is");
    ImportProgress progress;
    QCOMPARE(ImportText::permille(progress), -1);
    progress.totalBytes = 100;
    progress.bytes = 250;
    QCOMPARE(ImportText::permille(progress), 1000);
}

QTEST_MAIN(TestPatients)
#include "tst_patients.moc"
