// SPDX-License-Identifier: Apache-2.0
#include "support/SyntheticRecord.h"
#include "viewmodels/AssertionText.h"
#include "viewmodels/DetailSource.h"
#include "viewmodels/FactBanner.h"
#include "viewmodels/FactFilter.h"
#include "viewmodels/FactListModel.h"
#include "viewmodels/FactSources.h"
#include "viewmodels/FactText.h"
#include "viewmodels/FieldText.h"

#include <QJsonDocument>
#include <QTest>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Chartline::Testing;
using namespace Qt::StringLiterals;

class FactTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void titleSaysItsNegation_data();
    void titleSaysItsNegation();
    void noKindHidesANegation();
    void valueCarriesItsMark();
    void flagsInWords();
    void systemNames();
    void filterHidesWithdrawn();
    void filterBySource();
    void filterByTextAndRange();
    void bannerTellsStatedFromMissing();
    void bannerOrdersByRisk();
    void bannerShowsDoubt();
    void listShowsTheStatusOfAValue();
    void bannerDeath();
    void fieldLabels();
    void signsAreUnique();
    void rawShowsWhatIsNoUtf8();
    void readableKeepsEveryDigit();
    void readableXml();
};

void FactTextTest::titleSaysItsNegation_data()
{
    QTest::addColumn<FactKind>("kind");
    QTest::addColumn<Assertion>("assertion");
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("expected");
    const auto no = Assertion::Negated;
    QTest::newRow("order") << FactKind::Medication << no << QString() << u"active"_s << u"aspirin"_s
                           << u"Do not give: aspirin"_s;
    QTest::newRow("patient") << FactKind::Medication << no << QString() << u"not-taken"_s << u"aspirin"_s
                             << u"Not taken: aspirin"_s;
    QTest::newRow("ward") << FactKind::Medication << no << QString() << u"not-done"_s << u"aspirin"_s
                          << u"Not given: aspirin"_s;
    QTest::newRow("vaccine") << FactKind::Immunization << no << QString() << u"not-done"_s << u"influenza vaccine"_s
                             << u"Not given: influenza vaccine"_s;
    QTest::newRow("procedure") << FactKind::Procedure << no << QString() << u"not-done"_s << u"colonoscopy"_s
                               << u"Not done: colonoscopy"_s;
    QTest::newRow("condition") << FactKind::Condition << no << QString() << QString() << u"heart failure"_s
                               << u"No heart failure"_s;
    QTest::newRow("own words") << FactKind::Allergy << no << u"no-known"_s << QString() << u"No known allergies"_s
                               << u"No known allergies"_s;
    QTest::newRow("no information") << FactKind::Allergy << Assertion::AbsentUnknown << u"no-information"_s << QString()
                                    << u"No information about allergies"_s << u"No information about allergies"_s;
    QTest::newRow("unknown") << FactKind::Medication << Assertion::AbsentUnknown << QString() << u"unknown"_s
                             << u"aspirin"_s << u"Not known whether taken: aspirin"_s;
    QTest::newRow("withdrawn order") << FactKind::Referral << no << QString() << u"revoked"_s << u"colonoscopy"_s
                                     << u"Withdrawn: colonoscopy"_s;
    QTest::newRow("prohibition") << FactKind::Referral << no << QString() << u"active"_s << u"MRI"_s
                                 << u"Do not do: MRI"_s;
    QTest::newRow("denied by mistake") << FactKind::Medication << no << QString() << u"entered-in-error"_s
                                       << u"aspirin"_s << u"Not: aspirin"_s;
    QTest::newRow("affirmed") << FactKind::Condition << Assertion::Affirmed << QString() << QString() << u"asthma"_s
                              << u"asthma"_s;
}

void FactTextTest::titleSaysItsNegation()
{
    QFETCH(FactKind, kind);
    QFETCH(Assertion, assertion);
    QFETCH(QString, category);
    QFETCH(QString, status);
    QFETCH(QString, title);
    QFETCH(QString, expected);
    QCOMPARE(AssertionText::title(kind, assertion, category, status, title), expected);
}

void FactTextTest::noKindHidesANegation()
{
    for (int i = 0; i < factKindCount; ++i) {
        for (const Assertion assertion : {Assertion::Negated, Assertion::AbsentUnknown}) {
            const QString words = AssertionText::title(FactKind(i), assertion, {}, u"active"_s, u"thing"_s);
            QVERIFY2((words.endsWith(u"thing"_s) && words.startsWith(u'N', Qt::CaseInsensitive))
                         || words.startsWith(u"Do not"_s),
                     qPrintable(words));
            QVERIFY(words != u"thing"_s);
        }
    }
}

void FactTextTest::valueCarriesItsMark()
{
    RecordBuilder builder({u"A"_s});
    Fact &fact = builder.addNumber(FactKind::Result, u"HbA1c"_s, u"4548-4"_s, 7.8, u"%"_s, u"2020-01-01"_s);
    QCOMPARE(FactText::markedValue(fact), u"7.8\u00a0%"_s);
    fact.flags = FactFlag::Abnormal;
    QVERIFY(FactText::markedValue(fact).contains(u"■ abnormal"_s));
    fact.flags = FactFlag::Abnormal | FactFlag::High;
    QVERIFY(FactText::markedValue(fact).contains(u"▲ high"_s));
    fact.flags = FactFlag::Abnormal | FactFlag::Low;
    QVERIFY(FactText::markedValue(fact).contains(u"▼ low"_s));
    fact.flags |= FactFlag::Critical;
    QVERIFY(FactText::markedValue(fact).contains(u"◆ critically low"_s));
    fact.flags = FactFlag::Abnormal | FactFlag::Critical;
    QVERIFY(FactText::markedValue(fact).contains(u"◆ critical"_s));
}

void FactTextTest::flagsInWords()
{
    Fact fact;
    fact.flags = FactFlag::EnteredInError | FactFlag::ReadTheSource | FactFlag::UndatedByEvent;
    QCOMPARE(FactText::flagWords(fact),
             (QStringList{u"entered in error"_s, u"read the source"_s, u"date of recording"_s}));
    fact.title = u"thing"_s;
    const QString spoken = FactText::spoken(fact);
    QVERIFY(spoken.contains(u"entered in error"_s));
    QVERIFY(spoken.contains(u"no date"_s));
}

void FactTextTest::systemNames()
{
    QCOMPARE(FactText::code({u"http://loinc.org"_s, u"4548-4"_s, {}, false}), u"LOINC 4548-4"_s);
    QCOMPARE(FactText::code({u"urn:oid:1.2.3"_s, u"x"_s, {}, false}), u"OID 1.2.3 x"_s);
    QCOMPARE(FactText::code({{}, u"x"_s, {}, false}), u"x"_s);
    QCOMPARE(FactText::code({u"http://loinc.org"_s, {}, u"words"_s, false}), QString());
}

void FactTextTest::filterHidesWithdrawn()
{
    const PersonRecordPtr record = portraitRecord();
    FactFilter filter;
    for (const int index : filter.apply(*record))
        QVERIFY(!record->facts[index].isWithdrawn());
    const qsizetype usual = filter.apply(*record).size();
    filter.setShowWithdrawn(true);
    QCOMPARE(filter.apply(*record).size(), usual + 1);
}

void FactTextTest::filterBySource()
{
    RecordBuilder builder({u"A"_s, u"B"_s});
    builder.add(FactKind::Condition, u"one"_s, u"2020"_s, {}, {}, {0});
    builder.add(FactKind::Condition, u"both"_s, u"2020"_s, {}, {}, {0, 1});
    const PersonRecordPtr record = builder.take();
    FactFilter filter;
    filter.setSourceHidden(SourceId{1}, true);
    const QList<int> rows = filter.apply(*record);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(record->facts[rows.first()].title, u"both"_s);
    filter.setSourceHidden(SourceId{2}, true);
    QVERIFY(filter.apply(*record).isEmpty());
}

void FactTextTest::filterByTextAndRange()
{
    const PersonRecordPtr record = portraitRecord();
    FactFilter filter;
    filter.setText(u"  WARFARIN  tablet "_s);
    QCOMPARE(filter.apply(*record).size(), 1);
    filter.setText(u"do not give: aspirin"_s);
    QCOMPARE(filter.apply(*record).size(), 1);
    filter.setText(u"no such thing"_s);
    QVERIFY(filter.apply(*record).isEmpty());
    filter = FactFilter();
    filter.setKinds({FactKind::Medication});
    filter.setRange(PartialDate::parse(u"2030").earliest(), Fact::noTime);
    // What goes on reaches into the future; what ended does not.
    for (const int index : filter.apply(*record))
        QVERIFY(record->facts[index].flags.testFlag(FactFlag::Ongoing));
    QVERIFY(!filter.apply(*record).isEmpty());
}

void FactTextTest::bannerTellsStatedFromMissing()
{
    RecordBuilder builder({u"A"_s});
    builder.add(FactKind::Condition, u"asthma"_s, u"2020"_s, {}, FactFlag::Active);
    const FactBanner missing = FactBanner::of(*builder.take(), QDate(2026, 11, 21));
    QCOMPARE(missing.allergies.size(), 1);
    QCOMPARE(missing.allergies.first().weight, FactBanner::Weight::Missing);
    QCOMPARE(missing.allergies.first().text, u"No allergy information received"_s);

    RecordBuilder stating({u"A"_s});
    Fact &none = stating.add(FactKind::Allergy, u"No known allergies"_s, {}, {}, FactFlag::Active);
    none.assertion = Assertion::Negated;
    none.category = u"no-known"_s;
    const FactBanner stated = FactBanner::of(*stating.take(), QDate(2026, 11, 21));
    QCOMPARE(stated.allergies.size(), 1);
    QCOMPARE(stated.allergies.first().weight, FactBanner::Weight::Stated);
    QCOMPARE(stated.allergies.first().text, u"No known allergies (stated)"_s);
}

void FactTextTest::bannerOrdersByRisk()
{
    RecordBuilder builder({u"A"_s});
    builder.add(FactKind::Allergy, u"Pollen"_s, u"2025"_s, {}, FactFlag::Active);
    builder.add(FactKind::Allergy, u"Penicillin"_s, u"1990"_s, {}, FactFlag::Active | FactFlag::Critical).value =
        u"Anaphylaxis"_s;
    builder.add(FactKind::Allergy, u"Latex"_s, u"1990"_s, {}, FactFlag::Active | FactFlag::EnteredInError);
    const FactBanner banner = FactBanner::of(*builder.take(), QDate(2026, 11, 21));
    QCOMPARE(banner.allergies.size(), 2);
    QCOMPARE(banner.allergies.first().text, u"Penicillin — Anaphylaxis · high risk"_s);
    QCOMPARE(banner.allergies.first().weight, FactBanner::Weight::Grave);
}

void FactTextTest::bannerShowsDoubt()
{
    RecordBuilder builder({u"A"_s});
    builder.add(FactKind::Allergy, u"Egg"_s, u"2001"_s, {}, FactFlag::Refuted).status = u"refuted"_s;
    builder.add(FactKind::Condition, u"Lupus"_s, u"2025"_s, {}, FactFlag::Active).value = u"provisional"_s;
    builder.add(FactKind::Condition, u"Asthma"_s, u"2025"_s, {}, FactFlag::Active | FactFlag::ReadTheSource);
    const FactBanner banner = FactBanner::of(*builder.take(), QDate(2026, 11, 21));
    QCOMPARE(banner.allergies.size(), 1);
    QCOMPARE(banner.allergies.first().text, u"No active allergy stated"_s);
    QCOMPARE(banner.allergies.first().weight, FactBanner::Weight::Missing);
    QCOMPARE(banner.problems.size(), 2);
    QStringList problems{banner.problems.first().text, banner.problems.last().text};
    problems.sort();
    QCOMPARE(problems, (QStringList{u"Asthma · read the source"_s, u"Lupus — provisional"_s}));

    // An entry made in error says nothing at all.
    RecordBuilder mistaken({u"A"_s});
    mistaken.add(FactKind::Allergy, u"Egg"_s, u"2001"_s, {}, FactFlag::EnteredInError);
    QCOMPARE(FactBanner::of(*mistaken.take(), QDate(2026, 11, 21)).allergies.first().text,
             u"No allergy information received"_s);
}

void FactTextTest::listShowsTheStatusOfAValue()
{
    RecordBuilder builder({u"A"_s});
    builder.addNumber(FactKind::Result, u"HbA1c"_s, u"4548-4"_s, 7.8, u"%"_s, u"2020-01-01"_s).status = u"cancelled"_s;
    builder.addNumber(FactKind::Result, u"HbA1c"_s, u"4548-4"_s, 7.9, u"%"_s, u"2019-01-01"_s).status = u"final"_s;
    FactListModel model;
    model.setRecord(builder.take());
    const auto value = [&model](int row) { return model.index(row, FactListModel::ValueColumn).data().toString(); };
    QCOMPARE(value(1), u"7.8\u00a0% · cancelled"_s);
    QCOMPARE(value(3), u"7.9\u00a0%"_s);
}

void FactTextTest::bannerDeath()
{
    RecordBuilder builder({u"A"_s});
    builder.person.birthDate = u"1940-05-01"_s;
    builder.person.deceased = u"2020-04-30"_s;
    const FactBanner banner = FactBanner::of(*builder.take(), QDate(2026, 11, 21));
    QVERIFY(banner.deceased.contains(u"79 y"_s));
    QVERIFY2(!banner.line.contains(u"86 y"_s), "nobody ages after death");
}

void FactTextTest::fieldLabels()
{
    QCOMPARE(FieldText::label(u"referenceRanges"_s), u"Reference range"_s);
    QCOMPARE(FieldText::label(u"view"_s), u"View"_s);
    QCOMPARE(FieldText::label(u"abated"_s), u"Ended"_s);
    QCOMPARE(FieldText::label(u"someNewField"_s), u"Some new field"_s);
}

void FactTextTest::signsAreUnique()
{
    const FactSources sources(
        {{SourceId{1}, u"Clinic"_s, {}, 0}, {SourceId{2}, u"City"_s, {}, 0}, {SourceId{3}, u"…"_s, {}, 0}});
    QCOMPARE(sources.sign(SourceId{1}), u"C"_s);
    QCOMPARE(sources.sign(SourceId{2}), u"C2"_s);
    QCOMPARE(sources.sign(SourceId{3}), u"?"_s);
}

void FactTextTest::rawShowsWhatIsNoUtf8()
{
    QCOMPARE(DetailSource::raw("a\xff\xfe z"), u"a\\xff\\xfe z"_s);
    QCOMPARE(DetailSource::raw("M\xc3\xbcller\n"), u"Müller\n"_s);
    QCOMPARE(DetailSource::raw("\xc3"), u"\\xc3"_s);
    QCOMPARE(DetailSource::raw(QByteArray("a\0b", 3)), u"a\\x00b"_s);
    QCOMPARE(DetailSource::raw("\xed\xa0\x80"), u"\\xed\\xa0\\x80"_s); // a surrogate
    QCOMPARE(DetailSource::raw("\xf0\x9f\x98\x80"), u"😀"_s);
}

void FactTextTest::readableKeepsEveryDigit()
{
    const QByteArray json = R"({"v":7.00,"e":[],"s":"a \"{[,:\\","z":1e3,"big":12345678901234567890})";
    const QString text = DetailSource::readable(json);
    QVERIFY(text.contains(u"\"v\": 7.00,"_s));
    QVERIFY(text.contains(u"\"e\": []"_s));
    QVERIFY(text.contains(u"12345678901234567890"_s));
    QCOMPARE(QJsonDocument::fromJson(text.toUtf8()), QJsonDocument::fromJson(json));
    QVERIFY(text.indexOf(u"\"v\""_s) < text.indexOf(u"\"e\""_s));
    // Truncated: indented as far as it goes, nothing lost.
    QVERIFY(DetailSource::readable(R"({"a":[1,"b)").contains(u"\"b"_s));
}

void FactTextTest::readableXml()
{
    const QByteArray xml = "<?xml version=\"1.0\"?><P xmlns=\"x\"><id value=\"1\"/><text><div>A  <b>bold</b>\n "
                           "word</div></text><n><f value=\"a>b\"/></n></P>";
    const QString text = DetailSource::readable(xml);
    QVERIFY(text.contains(u"\n  <id value=\"1\"/>\n"_s));
    QVERIFY2(text.contains(u"<div>A  <b>bold</b>\n word</div>"_s), "white space of a narrative is its own");
    QVERIFY(text.contains(u"<f value=\"a>b\"/>"_s));
    QVERIFY(text.endsWith(u"\n</P>"_s));
}

QTEST_GUILESS_MAIN(FactTextTest)
#include "tst_facttext.moc"
