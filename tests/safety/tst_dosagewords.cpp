// SPDX-License-Identifier: Apache-2.0
#include "safety/DosageTiming.h"
#include "safety/RouteWords.h"

#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

namespace {

// "perDay 2 pieces 1 prn": what is told, in short.
QString inWords(const DosageWords &words)
{
    QStringList parts;
    const auto add = [&](const char *name, double value) {
        if (value > 0)
            parts.append(QLatin1StringView(name) + u' ' + QString::number(value, 'g', 4));
    };
    add("perDay", words.perDay);
    add("pieces", words.pieces);
    add("mg", words.mg);
    add("mgPerDay", words.mgPerDay);
    add("days", words.days);
    if (words.asNeeded)
        parts.append(u"prn"_s);
    if (words.once)
        parts.append(u"once"_s);
    return parts.join(u' ');
}

} // namespace

// What lines on prescriptions and timings say of how a drug is taken.
class TestDosageWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sigs_data();
    void sigs();
    void timings_data();
    void timings();
    void sigRoutes_data();
    void sigRoutes();
};

void TestDosageWords::sigs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const char *words) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(words);
    };
    row("1 tablet po bid", "perDay 2 pieces 1");
    row("take 1 daily", "perDay 1 pieces 1");
    row("1 daily", "perDay 1 pieces 1");
    row("2 a day", "perDay 1 pieces 2");
    row("one tab twice a day", "perDay 2 pieces 1");
    row("Take ONE capsule three times daily", "perDay 3 pieces 1");
    row("1/2 tablet every morning", "perDay 1 pieces 0.5");
    row("half a tablet at bedtime", "perDay 1 pieces 0.5");
    row("2 tabs q6h prn pain", "perDay 4 pieces 2 prn");
    row("500mg IV q6h x 3 days", "perDay 4 mg 500 days 3");
    row("500 mg p.o. b.i.d.", "perDay 2 mg 500");
    row("0.5 g twice daily", "perDay 2 mg 500");
    row("75 mcg daily", "perDay 1 mg 0.075");
    row("40 mg/day", "perDay 0 mgPerDay 40");
    row("1 tablet every four hours as needed for pain", "perDay 6 pieces 1 prn");
    row("Take as needed.", "prn");
    row("one tablet every other day", "perDay 0.5 pieces 1");
    row("1 tablet once a week", "perDay 0.1429 pieces 1");
    row("1 tablet weekly", "perDay 0.1429 pieces 1");
    row("apply one patch three times per week", "perDay 0.4286 pieces 1");
    row("apply 1 patch every 72 hours", "perDay 0.3333 pieces 1");
    row("1 tab every morning and at bedtime", "perDay 2 pieces 1");
    row("Take 4 tablets daily for 7 days starting January 16, 2015", "perDay 1 pieces 4 days 7");
    row("1 tablet twice daily for 2 weeks", "perDay 2 pieces 1 days 14");
    row("100mg (4ml) three times daily", "perDay 3 mg 100");
    row("2 puffs four times daily", "perDay 4 pieces 2");
    row("2 tablets once", "pieces 2 once");
    row("1 g single dose", "mg 1000 once");
    row("Two tablets at once", "pieces 2");
    // More than one meaning: nothing.
    row("Take 1-2 tablets once daily", "perDay 1");
    row("one to two tablets every 4-6 hours as needed", "prn");
    row("0.25mg PO every 6-12 hours as needed", "mg 0.25 prn");
    row("7mg (=one 5mg tablet PLUS one 2mg tablet) once daily", "");
    row("2 tablets daily for 5 days then 1 tablet daily for 5 days", "");
    row("from 3 mg/d, and then 10 mg/d", "");
    row("2,275 mg IV once", "once");
    row("0,125 mg daily", "perDay 1 mg 0.125");
    row("2,5 mg daily", "perDay 1 mg 2.5");
    row("12g/24h", "mgPerDay 1.2e+04");
    row("2x 1 dose daily", "");
    row("665 mg four times daily for 1 week 28 tablet", "perDay 4 mg 665 days 7");
    row("1.8 mg/kg IV infusion every 3 weeks", "perDay 0.04762");
    row("as directed", "");
    row("", "");
}

void TestDosageWords::sigs()
{
    QFETCH(const QString, text);
    QFETCH(QString, words);
    words.remove(u"perDay 0 "_s);
    QCOMPARE(inWords(readSig(text)), words);
}

void TestDosageWords::timings_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, const char *words) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(words);
    };
    row("1 × 1 d", "perDay 1");
    row("2 × 1 d", "perDay 2");
    row("1 × 1.0 d", "perDay 1");
    row("1 × 8 h", "perDay 3");
    row("1 × 2 d", "perDay 0.5");
    row("1 × 15 min", "perDay 96");
    row("3 × 1 wk", "perDay 0.4286");
    row("BID (2 × 1 d)", "perDay 2");
    row("BID", "perDay 2");
    row("QD", "perDay 1");
    row("Once", "once");
    row("4 × 1 d, mon", "perDay 0.5714");
    row("1 × 1 d, MORN, EVE", "perDay 2");
    row("08:00:00, 20:00:00", "perDay 2");
    row("MORN", "perDay 1");
    row("Σ 1 ×", "once");
    row("3 × 1 d, 10 d", "perDay 3 days 10");
    row("1 × 1 d, 30 min", "perDay 1");
    row("3 × 1 wk, 12 wk", "perDay 0.4286 days 84");
    row("1 × 3 wk, Σ 16 ×", "");
    row("1 × 4–6 h", "");
    row("3 × 1", "");
    row("3 ×", "");
    row("", "");
}

void TestDosageWords::timings()
{
    QFETCH(const QString, text);
    QTEST(inWords(readTiming(text)), "words");
}

void TestDosageWords::sigRoutes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("route");
    QTest::newRow("po") << u"1 po bid"_s << int(Route::Oral);
    QTest::newRow("by mouth") << u"Take one by mouth daily"_s << int(Route::Oral);
    QTest::newRow("injected") << u"20 Units SC three times daily"_s << int(Route::Parenteral);
    QTest::newRow("eye") << u"Instil one drop in each eye twice daily"_s << int(Route::Ophthalmic);
    QTest::newRow("skin") << u"Apply to affected areas four times daily"_s << int(Route::Topical);
    QTest::newRow("rectum") << u"Insert one suppository rectally twice daily"_s << int(Route::Rectal);
    // Why it is taken is not how.
    QTest::newRow("for an ear") << u"Take 1 daily for ear infection"_s << int(Route::Unknown);
    QTest::newRow("for the eyes") << u"1 capsule daily for dry eyes"_s << int(Route::Unknown);
    QTest::newRow("for the skin") << u"1 daily for skin rash"_s << int(Route::Unknown);
    QTest::newRow("two ways") << u"inject or take po"_s << int(Route::Unknown);
}

void TestDosageWords::sigRoutes()
{
    QFETCH(const QString, text);
    QTEST(int(routeInSig(text)), "route");
}

QTEST_GUILESS_MAIN(TestDosageWords)
#include "tst_dosagewords.moc"
