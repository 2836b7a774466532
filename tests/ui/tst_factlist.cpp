// SPDX-License-Identifier: Apache-2.0
#include "support/SyntheticRecord.h"
#include "timeline/FactListView.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Chartline::Testing;
using namespace Qt::StringLiterals;

class FactListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelKeepsItsWord();
    void headingsGroupByDayAndUndatedComeLast();
    void preciseBeforeVague();
    void daysAreThoseOfTheSource();
    void filterNarrows();
    void withdrawnAreMarked();
    void selectionTellsTheFact();
    void headingsAreSkipped();
    void paintsAHundredThousand();
};

void FactListTest::modelKeepsItsWord()
{
    FactListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const PersonRecordPtr record = portraitRecord();
    model.setRecord(record);
    QCOMPARE(model.factCount(), record->person.facts);
    QVERIFY(model.rowCount() > model.factCount());
    model.setRecord(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void FactListTest::headingsGroupByDayAndUndatedComeLast()
{
    RecordBuilder builder({u"A"_s});
    builder.add(FactKind::Condition, u"undated"_s, {});
    builder.add(FactKind::Result, u"morning"_s, u"2020-05-01T08:00:00Z"_s);
    builder.add(FactKind::Result, u"evening"_s, u"2020-05-01T20:00:00Z"_s);
    builder.add(FactKind::Result, u"later"_s, u"2021-01-01"_s);
    FactListModel model;
    model.setRecord(builder.take());
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        rows += index.data(FactListModel::HeadingRole).toBool()
                    ? u"#%1"_s.arg(index.data(FactListModel::CountRole).toInt())
                    : index.siblingAtColumn(FactListModel::TitleColumn).data().toString();
    }
    QCOMPARE(rows, (QStringList{u"#1"_s, u"later"_s, u"#2"_s, u"evening"_s, u"morning"_s, u"#1"_s, u"undated"_s}));
    QCOMPARE(model.index(model.rowCount() - 2, 0).data().toString(), u"No date given"_s);
}

void FactListTest::preciseBeforeVague()
{
    RecordBuilder builder({u"A"_s});
    builder.add(FactKind::Result, u"year"_s, u"2020"_s);
    builder.add(FactKind::Result, u"day"_s, u"2020-01-01"_s);
    builder.add(FactKind::Result, u"month"_s, u"2020-01"_s);
    FactListModel model;
    model.setRecord(builder.take());
    QCOMPARE(model.rowCount(), 6);
    QCOMPARE(model.index(1, FactListModel::TitleColumn).data().toString(), u"day"_s);
    QCOMPARE(model.index(3, FactListModel::TitleColumn).data().toString(), u"month"_s);
    QCOMPARE(model.index(5, FactListModel::TitleColumn).data().toString(), u"year"_s);
    QCOMPARE(model.index(4, 0).data().toString(), u"2020"_s);
}

void FactListTest::daysAreThoseOfTheSource()
{
    RecordBuilder builder({u"A"_s});
    builder.add(FactKind::Result, u"east"_s, u"2020-05-02T00:30:00+09:00"_s);
    builder.add(FactKind::Result, u"west"_s, u"2020-05-01T23:30:00-08:00"_s);
    FactListModel model;
    model.setRecord(builder.take());
    // The 2nd, as written in the east, stands above the 1st, though it was earlier in UTC.
    QCOMPARE(model.index(1, FactListModel::TitleColumn).data().toString(), u"east"_s);
    QCOMPARE(model.index(3, FactListModel::TitleColumn).data().toString(), u"west"_s);
}

void FactListTest::filterNarrows()
{
    FactListModel model;
    const PersonRecordPtr record = portraitRecord();
    model.setRecord(record);
    FactFilter filter;
    filter.setKinds({FactKind::Allergy});
    model.setFilter(filter);
    QCOMPARE(model.factCount(), 2);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (const Fact *fact = model.fact(model.index(row, 0)))
            QCOMPARE(fact->kind, FactKind::Allergy);
    }
    filter.setText(u"nothing like this"_s);
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 0);
}

void FactListTest::withdrawnAreMarked()
{
    FactListModel model;
    model.setRecord(portraitRecord());
    FactFilter filter;
    filter.setShowWithdrawn(true);
    filter.setText(u"obstructive"_s);
    model.setFilter(filter);
    QCOMPARE(model.factCount(), 1);
    const QModelIndex index = model.index(1, FactListModel::TitleColumn);
    QVERIFY(index.data(FactListModel::WithdrawnRole).toBool());
    QCOMPARE(index.data(FactListModel::WarningRole).toString(), u"refuted"_s);
}

void FactListTest::selectionTellsTheFact()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    FactListView view(theme);
    const PersonRecordPtr record = portraitRecord();
    view.setSources(FactSources(record->sources));
    view.facts()->setRecord(record);
    view.resize(900, 600);
    view.show();
    QSignalSpy selected(&view, &FactListView::factSelected);
    view.select(record->facts[20].id);
    QCOMPARE(selected.size(), 0); // chosen by the program, not by the user
    QVERIFY(view.currentIndex().isValid());
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(selected.size(), 1);
    QCOMPARE(view.facts()->fact(view.currentIndex())->id, record->facts[selected.first().first().toInt()].id);
}

void FactListTest::headingsAreSkipped()
{
    const Theme theme = Theme::make(Theme::Mode::Dark);
    FactListView view(theme);
    view.facts()->setRecord(portraitRecord());
    view.resize(900, 600);
    view.show();
    view.setCurrentIndex(view.facts()->index(1, 0));
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.facts()->fact(view.currentIndex()));
    }
    QVERIFY(!view.grab().isNull());
}

void FactListTest::paintsAHundredThousand()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    FactListView view(theme);
    const PersonRecordPtr record = syntheticRecord(100'000);
    view.setSources(FactSources(record->sources));
    view.facts()->setRecord(record);
    view.resize(900, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    view.scrollToBottom();
    QVERIFY(!view.grab().isNull());
    QCOMPARE(view.facts()->factCount(), 100'000);
}

QTEST_MAIN(FactListTest)
#include "tst_factlist.moc"
