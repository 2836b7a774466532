// SPDX-License-Identifier: Apache-2.0
#include "shell/Commands.h"
#include "shell/SearchPalette.h"
#include "shell/Workspace.h"
#include "viewmodels/SearchModel.h"

#include "support/SmallRecords.h"
#include "ui/TestWindow.h"

#include <QListView>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Ui;

class TestSearchPalette : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void groups();
    void withdrawnIsSaid();
    void newestQuestionWins();
    void keyboardOnly();
    void emptyAndEscape();
    void lockedMeanwhile();

private:
    [[nodiscard]] QStringList rows(const SearchModel &model) const;
    void ask(SearchModel &model, const QString &text);

    std::unique_ptr<TestWindow> m_test;
    PersonId m_anna;
};

void TestSearchPalette::initTestCase()
{
    m_test = std::make_unique<TestWindow>();
    QVERIFY(m_test->create());
    PersonText anna{"anna"};
    PersonText berta{"berta"};
    berta.family = "Asthmann";
    berta.given = "Berta";
    const QByteArray bytes = bundle(
        {patient(anna), patient(berta), condition("c1", "Patient/anna", "Asthma, seasonal", "2015-03-01"),
         condition("c2", "Patient/berta", "Asthma of childhood", "2001"),
         condition(
             "c3", "Patient/anna", "Asthma typed for the wrong patient", "2016-01-01", "active",
             R"(,"verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"entered-in-error"}]})")},
        "https://clinic.example/fhir");
    const auto report =
        await(m_test->composition->imports().importBuffers({{QStringLiteral("records.json"), bytes}}, {}));
    QVERIFY(report.has_value());
    QCOMPARE(report->refused, 0);
    for (const PersonSummary &person : m_test->people()) {
        if (person.name.contains(QStringLiteral("Anna")))
            m_anna = person.id;
    }
    QVERIFY(m_anna);
    m_test->makeWindow();
    m_test->window->workspace()->load(false);
}

QStringList TestSearchPalette::rows(const SearchModel &model) const
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row)
        rows << model.index(row).data().toString();
    return rows;
}

void TestSearchPalette::ask(SearchModel &model, const QString &text)
{
    model.setText(text);
    EVENTUALLY(model.state() == SearchModel::State::Done);
}

void TestSearchPalette::groups()
{
    SearchModel model(m_test->composition->records());
    ask(model, QStringLiteral("asthm"));
    QStringList found = rows(model);
    QVERIFY2(!found.contains(QStringLiteral("This record")), "no record is on screen");
    QVERIFY(found.contains(QStringLiteral("All patients")));
    QVERIFY2(found.contains(QStringLiteral("People")), "Asthmann is a name");
    model.clear();
    model.setCurrentPerson(m_anna);
    ask(model, QStringLiteral("asthm"));
    found = rows(model);
    QVERIFY2(found.first() == QStringLiteral("This record"), qPrintable(found.join(QStringLiteral(" | "))));
    const qsizetype others = found.indexOf(QStringLiteral("Other patients"));
    QVERIFY(found.indexOf(QStringLiteral("Asthma, seasonal")) < others);
    QVERIFY(found.indexOf(QStringLiteral("Asthma of childhood")) > others);
    QCOMPARE(found.count(QStringLiteral("Asthma, seasonal")), 1);
    QVERIFY(!model.isChoice(0) && model.isChoice(1));
    QVERIFY(model.personAt(0).isNull());
}

void TestSearchPalette::withdrawnIsSaid()
{
    SearchModel model(m_test->composition->records());
    ask(model, QStringLiteral("wrong patient"));
    int withdrawn = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        if (!index.data(SearchModel::WithdrawnRole).toBool())
            continue;
        ++withdrawn;
        QVERIFY(index.data(SearchModel::MarkRole).toString().contains(QStringLiteral("entered in error")));
        QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Withdrawn")));
    }
    QCOMPARE(withdrawn, 1);
}

void TestSearchPalette::newestQuestionWins()
{
    SearchModel model(m_test->composition->records());
    model.setText(QStringLiteral("asthma"));
    QTest::qWait(150); // the first question is on its way
    model.setText(QStringLiteral("qqqzzz"));
    EVENTUALLY(model.state() == SearchModel::State::Done);
    QTest::qWait(200);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.words(), QStringList{QStringLiteral("qqqzzz")});
}

void TestSearchPalette::keyboardOnly()
{
    SearchPalette *palette = m_test->window->searchPalette();
    m_test->window->commands()->search->trigger();
    QVERIFY(palette->isVisible());
    QSignalSpy chosen(palette, &SearchPalette::chosen);
    QTest::keyClicks(palette->edit(), QStringLiteral("childhood"));
    EVENTUALLY(palette->model()->state() == SearchModel::State::Done && palette->model()->rowCount() > 1);
    auto *list = palette->findChild<QListView *>();
    QVERIFY2(palette->model()->isChoice(list->currentIndex().row()), "the first result is chosen already");
    const int first = list->currentIndex().row();
    QTest::keyClick(palette->edit(), Qt::Key_Up);
    QTest::keyClick(palette->edit(), Qt::Key_Down);
    QCOMPARE(list->currentIndex().row(), first);
    QTest::keyClick(palette->edit(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QVERIFY(!palette->isVisible());
    QCOMPARE(palette->model()->rowCount(), 0);
    QVERIFY(!chosen.first().at(1).value<FactId>().isNull());
    QCOMPARE(m_test->window->workspace()->currentPerson(), chosen.first().first().value<PersonId>());
    QCOMPARE(m_test->window->workspace()->place(), NavigationBar::Place::Timeline);
}

void TestSearchPalette::emptyAndEscape()
{
    SearchPalette *palette = m_test->window->searchPalette();
    m_test->window->commands()->search->trigger();
    palette->edit()->setText(QStringLiteral("qqqzzz"));
    EVENTUALLY(visibleText(palette).contains(QStringLiteral("Nothing found")));
    QTest::keyClick(palette->edit(), Qt::Key_Return);
    QVERIFY2(palette->isVisible(), "there is nothing to open");
    QTest::keyClick(palette->edit(), Qt::Key_Escape);
    QVERIFY(!palette->isVisible());
}

void TestSearchPalette::lockedMeanwhile()
{
    SearchPalette *palette = m_test->window->searchPalette();
    m_test->window->commands()->search->trigger();
    palette->edit()->setText(QStringLiteral("asthma"));
    EVENTUALLY(palette->model()->rowCount() > 0);
    m_test->composition->vault().lock();
    QVERIFY(!palette->isVisible());
    QCOMPARE(palette->model()->rowCount(), 0);
    QVERIFY(palette->edit()->text().isEmpty());
    QTest::qWait(200);
    QCOMPARE(palette->model()->rowCount(), 0);
}

QTEST_MAIN(TestSearchPalette)
#include "tst_searchpalette.moc"
