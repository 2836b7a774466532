// SPDX-License-Identifier: Apache-2.0
#include "safety/EstimatedGfr.h"
#include "safety/PatientReader.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QTest>
#include <algorithm>

using namespace Chartline;
using namespace Chartline::Safety;
using namespace Qt::StringLiterals;
using Clinical::ObservationValue;

namespace {

const QDate s_today(2026, 11, 20);

Clinical::CodeableConcept coded(const QString &loinc, const QString &text)
{
    Clinical::CodeableConcept code;
    code.text = text;
    if (!loinc.isEmpty())
        code.codings = {{u"http://loinc.org"_s, loinc, {}, false}};
    return code;
}

ObservationValue quantity(const QString &value, const QString &unit, const QString &code = {},
                          const QString &comparator = {})
{
    ObservationValue result;
    result.kind = ObservationValue::Kind::Quantity;
    result.quantity = {Decimal(value), comparator, unit, {}, code};
    return result;
}

ObservationValue words(const QString &text, ObservationValue::Kind kind = ObservationValue::Kind::Text)
{
    ObservationValue result;
    result.kind = kind;
    if (kind == ObservationValue::Kind::Concept)
        result.concept_.text = text;
    else
        result.text = text;
    return result;
}

Clinical::Observation result(const Clinical::CodeableConcept &code, const ObservationValue &value,
                             const QString &when = u"2026-11-20"_s)
{
    Clinical::Observation observation;
    observation.status = u"final"_s;
    observation.code = code;
    observation.value = value;
    observation.effective.start = PartialDate::parse(when);
    return observation;
}

} // namespace

// How results of a record become tests and gene variants that alerts rest on.
class TestResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsValues_data();
    void readsValues();
    void keepsWhatItCannotUse_data();
    void keepsWhatItCannotUse();
    void latestOfADay_data();
    void latestOfADay();
    void signsBound_data();
    void signsBound();
    void readsPartsOfPanels();
    void passesOverOtherSamples_data();
    void passesOverOtherSamples();
    void newerUsableValueAnswers();
    void kidneyFunction_data();
    void kidneyFunction();
    void kidneyFunctionOfTheDay();
    void genes_data();
    void genes();
    void genesInParts();
    void agesByTheCalendar();

private:
    [[nodiscard]] PatientReader reader() const { return {*m_resolver, *m_book}; }
    [[nodiscard]] PatientContext read(const QList<Clinical::Observation> &newestFirst, const QString &specimen = {},
                                      const QString &birth = u"1950-03-04"_s, const QString &sex = u"female"_s) const;
    [[nodiscard]] const LabEntry *lab(const PatientContext &patient, QByteArrayView id) const;

    std::shared_ptr<const KnowledgeBase> m_base;
    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<TermBook> m_book;
};

void TestResults::initTestCase()
{
    const auto base = embeddedKnowledge();
    QVERIFY(base);
    m_base = *base;
    m_resolver = std::make_unique<Resolver>(m_base);
    m_book = std::make_unique<TermBook>(m_base);
}

PatientContext TestResults::read(const QList<Clinical::Observation> &newestFirst, const QString &specimen,
                                 const QString &birth, const QString &sex) const
{
    PatientReader one = reader();
    one.setPerson(birth, sex);
    // What was received last has the highest number.
    qint64 fact = newestFirst.size();
    for (const Clinical::Observation &observation : newestFirst)
        one.addResult(observation, specimen, {fact--, u"laboratory"_s});
    return one.finish();
}

const LabEntry *TestResults::lab(const PatientContext &patient, QByteArrayView id) const
{
    const auto term = m_base->term(Vocabulary::Labs, id);
    return term ? patient.labAt(*m_base, quint16(*term), s_today) : nullptr;
}

void TestResults::readsValues_data()
{
    QTest::addColumn<QString>("loinc");
    QTest::addColumn<QString>("title");
    QTest::addColumn<ObservationValue>("value");
    QTest::addColumn<QByteArray>("lab");
    QTest::addColumn<double>("expected");

    const auto row = [](const char *name, const QString &loinc, const QString &title, const ObservationValue &value,
                        const char *lab, double expected) {
        QTest::newRow(name) << loinc << title << value << QByteArray(lab) << expected;
    };
    row("inr of unity", u"6301-6"_s, u"INR"_s, quantity(u"6.8"_s, {}, u"1"_s), "inr", 6.8);
    row("inr without a unit", u"6301-6"_s, u"INR"_s, quantity(u"6.8"_s, {}), "inr", 6.8);
    row("inr in words", u"6301-6"_s, u"INR"_s, words(u"2.5"_s), "inr", 2.5);
    row("unit in words", u"2823-3"_s, u"K"_s, quantity(u"6.6"_s, u"millimole per liter"_s), "potassium", 6.6);
    row("code before print", u"2823-3"_s, u"K"_s, quantity(u"6.6"_s, u"Einheiten"_s, u"mmol/L"_s), "potassium", 6.6);
    row("litre", u"2823-3"_s, u"K"_s, quantity(u"6.6"_s, u"mmol/litre"_s), "potassium", 6.6);
    row("HL7 v2 unit", u"2823-3"_s, u"K"_s, quantity(u"6.6"_s, u"mmol/L^millimole per liter^UCUM"_s), "potassium", 6.6);
    row("text", u"2823-3"_s, u"K"_s, words(u" 6.6 mmol/L"_s), "potassium", 6.6);
    row("decimal comma", u"2823-3"_s, u"K"_s, words(u"6,6 mmol/l"_s), "potassium", 6.6);
    row("per 1.73 sq m", u"33914-3"_s, u"eGFR"_s, quantity(u"20"_s, u"ml/min per 1.73 sq m"_s), "egfr", 20);
    row("superscript", u"777-3"_s, u"PLT"_s, quantity(u"20"_s, u"10³/µL"_s), "platelets", 20);
    row("thousands", u"777-3"_s, u"PLT"_s, quantity(u"20"_s, u"thousand per microliter"_s), "platelets", 20);
    row("IFCC", u"59261-8"_s, u"HbA1c"_s, quantity(u"53"_s, u"mmol/mol"_s), "hba1c", 53 * 0.09148 + 2.152);
    row("by its name", {}, u"Potassium"_s, quantity(u"5.1"_s, u"mmol/L"_s), "potassium", 5.1);
}

void TestResults::readsValues()
{
    QFETCH(const QString, loinc);
    QFETCH(const QString, title);
    QFETCH(const ObservationValue, value);
    QFETCH(const QByteArray, lab);
    QFETCH(const double, expected);
    const PatientContext patient = read({result(coded(loinc, title), value)});
    const LabEntry *entry = this->lab(patient, lab);
    QVERIFY(entry);
    QVERIFY2(std::abs(entry->value - expected) < 1e-9, qPrintable(QString::number(entry->value)));
    QVERIFY(patient.unreadValues.isEmpty());
}

void TestResults::keepsWhatItCannotUse_data()
{
    QTest::addColumn<QString>("loinc");
    QTest::addColumn<ObservationValue>("value");
    QTest::addColumn<bool>("isImplausible");

    QTest::newRow("no unit") << u"2823-3"_s << quantity(u"6.6"_s, {}) << false;
    QTest::newRow("integer") << u"2823-3"_s << words(u"7"_s, ObservationValue::Kind::Integer) << false;
    QTest::newRow("unknown unit") << u"2823-3"_s << quantity(u"6.6"_s, u"mmol/kg"_s) << false;
    QTest::newRow("two units") << u"2160-0"_s << quantity(u"4.5"_s, u"mg/dL"_s, u"umol/L"_s) << false;
    QTest::newRow("words") << u"2823-3"_s << words(u"critically high"_s) << false;
    QTest::newRow("thousands or decimals") << u"777-3"_s << words(u"1,200 10*9/L"_s) << false;
    QTest::newRow("comparator") << u"2823-3"_s << quantity(u"6.6"_s, u"mmol/L"_s, {}, u"ad"_s) << false;
    QTest::newRow("potassium 13.5") << u"2823-3"_s << quantity(u"13.5"_s, u"mmol/L"_s) << true;
    QTest::newRow("creatinine 400 mg/dL") << u"2160-0"_s << quantity(u"400"_s, u"mg/dL"_s) << true;
}

void TestResults::keepsWhatItCannotUse()
{
    QFETCH(const QString, loinc);
    QFETCH(const ObservationValue, value);
    QFETCH(const bool, isImplausible);
    const PatientContext patient = read({result(coded(loinc, u"Test"_s), value)});
    QVERIFY(patient.labs.isEmpty());
    const QList<UnreadValue> unread = patient.unreadValuesAt(*m_base, s_today);
    QCOMPARE(unread.size(), 1);
    QCOMPARE(unread.first().isImplausible, isImplausible);
    QVERIFY2(unread.first().text.startsWith(u"Test: "), qPrintable(unread.first().text));
    QVERIFY(patient.unreadValuesAt(*m_base, s_today.addYears(2)).isEmpty());
    QVERIFY(patient.unreadValuesAt(*m_base, s_today.addDays(-1)).isEmpty());
}

void TestResults::latestOfADay_data()
{
    QTest::addColumn<QStringList>("newestFirst"); // "when value"
    QTest::addColumn<double>("expected");

    QTest::newRow("newest first") << QStringList{u"2026-11-20T16:00:00Z 6.4"_s, u"2026-11-20T07:00:00Z 4.4"_s} << 6.4;
    QTest::newRow("oldest first") << QStringList{u"2026-11-20T07:00:00Z 4.4"_s, u"2026-11-20T16:00:00Z 6.4"_s} << 6.4;
    QTest::newRow("back to normal") << QStringList{u"2026-11-20T16:00:00Z 4.2"_s, u"2026-11-20T07:00:00Z 2.9"_s} << 4.2;
    QTest::newRow("zones") << QStringList{u"2026-11-20T07:00:00-05:00 6.4"_s, u"2026-11-20T09:00:00+01:00 4.4"_s}
                           << 6.4;
    QTest::newRow("no times") << QStringList{u"2026-11-20 6.4"_s, u"2026-11-20 4.4"_s} << 6.4;
    QTest::newRow("another day") << QStringList{u"2026-11-20 4.4"_s, u"2026-11-19T23:00:00Z 6.4"_s} << 4.4;
}

void TestResults::latestOfADay()
{
    QFETCH(const QStringList, newestFirst);
    QFETCH(const double, expected);
    QList<Clinical::Observation> results;
    for (const QString &one : newestFirst) {
        results.append(result(coded(u"2823-3"_s, u"Potassium"_s), quantity(one.section(u' ', 1), u"mmol/L"_s),
                              one.section(u' ', 0, 0)));
    }
    const PatientContext patient = read(results);
    const LabEntry *entry = lab(patient, "potassium");
    QVERIFY(entry);
    QCOMPARE(entry->value, expected);
    QCOMPARE(patient.labs.size(), results.size());
}

void TestResults::signsBound_data()
{
    QTest::addColumn<QString>("comparator");
    QTest::addColumn<QList<double>>("surelyBelow"); // of the limits 20, 30, 45
    QTest::addColumn<QList<double>>("surelyAbove");

    QTest::newRow("as it is") << u""_s << QList<double>{45} << QList<double>{20};
    QTest::newRow("less") << u"<"_s << QList<double>{30, 45} << QList<double>{};
    QTest::newRow("at most") << u"<="_s << QList<double>{45} << QList<double>{};
    QTest::newRow("more") << u">"_s << QList<double>{} << QList<double>{20, 30};
    QTest::newRow("at least") << u">="_s << QList<double>{} << QList<double>{20};
}

void TestResults::signsBound()
{
    QFETCH(const QString, comparator);
    QFETCH(const QList<double>, surelyBelow);
    QFETCH(const QList<double>, surelyAbove);
    const PatientContext patient =
        read({result(coded(u"33914-3"_s, u"eGFR"_s), quantity(u"30"_s, u"mL/min/{1.73_m2}"_s, {}, comparator))});
    const LabEntry *entry = lab(patient, "egfr");
    QVERIFY(entry);
    QCOMPARE(entry->comparator, comparator);
    for (const double limit : {20.0, 30.0, 45.0}) {
        QCOMPARE(entry->isBelow(limit), surelyBelow.contains(limit));
        QCOMPARE(entry->isAbove(limit), surelyAbove.contains(limit));
    }
    QVERIFY(comparator.isEmpty() || !entry->shown.startsWith(u'3'));
}

void TestResults::readsPartsOfPanels()
{
    Clinical::Observation panel = result(coded(u"24326-1"_s, u"Electrolytes panel"_s), {});
    panel.components = {{coded(u"2823-3"_s, u"Potassium"_s), quantity(u"6.7"_s, u"mmol/L"_s), {}, {}},
                        {coded({}, u"Sodium"_s), quantity(u"120"_s, u"mmol/L"_s), {}, {}}};
    Clinical::Observation ecg = result(coded(u"34534-8"_s, u"12 lead EKG panel"_s), {});
    ecg.components = {{coded(u"8636-3"_s, u"QTc interval"_s), quantity(u"560"_s, u"ms"_s), {}, {}}};
    const PatientContext patient = read({panel, ecg});
    QVERIFY(lab(patient, "potassium") && lab(patient, "sodium") && lab(patient, "qtc"));
    QCOMPARE(lab(patient, "potassium")->value, 6.7);
    QCOMPARE(lab(patient, "sodium")->value, 120.0);
    QCOMPARE(lab(patient, "qtc")->value, 560.0);
    panel.code.text = u"Urine electrolytes"_s;
    const PatientContext urine = read({panel});
    QVERIFY(!lab(urine, "sodium"));
    panel.status = u"cancelled"_s;
    QVERIFY(read({panel}).labs.isEmpty());
}

void TestResults::passesOverOtherSamples_data()
{
    QTest::addColumn<QString>("loinc");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("specimen");
    QTest::addColumn<bool>("isUsed");

    QTest::newRow("blood") << QString() << u"Potassium"_s << u"Serum"_s << true;
    QTest::newRow("urine") << QString() << u"Potassium"_s << u"Urine"_s << false;
    QTest::newRow("spinal fluid") << QString() << u"Potassium"_s << u"Specimen CSF"_s << false;
    QTest::newRow("named so") << QString() << u"Potassium, urine"_s << QString() << false;
    QTest::newRow("its code says blood") << u"2823-3"_s << u"Potassium"_s << u"Urine"_s << true;
}

void TestResults::passesOverOtherSamples()
{
    QFETCH(const QString, loinc);
    QFETCH(const QString, title);
    QFETCH(const QString, specimen);
    QFETCH(const bool, isUsed);
    const PatientContext patient = read({result(coded(loinc, title), quantity(u"9"_s, u"mmol/L"_s))}, specimen);
    QCOMPARE(lab(patient, "potassium") != nullptr, isUsed);
    QVERIFY(patient.unreadValues.isEmpty());
}

void TestResults::newerUsableValueAnswers()
{
    const Clinical::CodeableConcept potassium = coded(u"2823-3"_s, u"Potassium"_s);
    const auto unread = result(potassium, quantity(u"6.6"_s, u"mmol/kg"_s), u"2026-11-18"_s);
    const auto older = result(potassium, quantity(u"4"_s, u"mmol/L"_s), u"2026-11-17"_s);
    const auto newer = result(potassium, quantity(u"4"_s, u"mmol/L"_s), u"2026-11-19"_s);
    QCOMPARE(read({unread, older}).unreadValuesAt(*m_base, s_today).size(), 1);
    QCOMPARE(read({newer, unread}).unreadValuesAt(*m_base, s_today).size(), 0);
    QCOMPARE(read({newer, unread}).unreadValuesAt(*m_base, QDate(2026, 11, 18)).size(), 1);
    const auto undated = result(potassium, quantity(u"6.6"_s, u"mmol/L"_s), {});
    QCOMPARE(read({undated}).unreadValuesAt(*m_base, s_today).size(), 1);
    QCOMPARE(read({newer, undated}).unreadValuesAt(*m_base, s_today).size(), 0);
}

void TestResults::kidneyFunction_data()
{
    QTest::addColumn<QString>("birth");
    QTest::addColumn<QString>("sex");
    QTest::addColumn<QString>("height"); // cm; empty: none
    QTest::addColumn<double>("expected"); // 0: none

    // Creatinine 2 mg/dL. By hand: 142 × (2 / 0.7)^-1.2 × 0.9938^60 × 1.012 = 28.07; 142 × (2 / 0.9)^-1.2 × 0.9938^60 =
    // 37.50; 0.413 × 140 / 2 = 28.91.
    QTest::newRow("woman") << u"1966-11-20"_s << u"female"_s << QString() << 28.0;
    QTest::newRow("man") << u"1966-11-20"_s << u"male"_s << QString() << 38.0;
    QTest::newRow("sex not known") << u"1966-11-20"_s << u"unknown"_s << QString() << 28.0;
    QTest::newRow("child") << u"2014-11-20"_s << u"male"_s << u"140"_s << 29.0;
    QTest::newRow("child without a height") << u"2014-11-20"_s << u"male"_s << QString() << 0.0;
    QTest::newRow("infant") << u"2026-05-20"_s << u"male"_s << u"65"_s << 0.0;
    QTest::newRow("birth not known") << QString() << u"male"_s << u"140"_s << 0.0;
}

void TestResults::kidneyFunction()
{
    QFETCH(const QString, birth);
    QFETCH(const QString, sex);
    QFETCH(const QString, height);
    QFETCH(const double, expected);
    QList<Clinical::Observation> results{result(coded(u"2160-0"_s, u"Creatinine"_s), quantity(u"2.0"_s, u"mg/dL"_s))};
    if (!height.isEmpty())
        results.append(result(coded(u"8302-2"_s, u"Body height"_s), quantity(height, u"cm"_s), u"2026-03-01"_s));
    const PatientContext patient = read(results, {}, birth, sex);
    const LabEntry *entry = lab(patient, "egfr");
    QCOMPARE(entry != nullptr, expected > 0);
    if (entry) {
        QVERIFY(entry->derived);
        QCOMPARE(entry->value, expected);
    }
}

void TestResults::kidneyFunctionOfTheDay()
{
    const auto creatinine = [](const char *value, const char *when, const char *comparator = "") {
        return result(coded(u"2160-0"_s, u"Creatinine"_s),
                      quantity(QString::fromLatin1(value), u"mg/dL"_s, {}, QString::fromLatin1(comparator)),
                      QString::fromLatin1(when));
    };
    const auto given = [](const char *value, const char *when) {
        return result(coded(u"33914-3"_s, u"eGFR"_s), quantity(QString::fromLatin1(value), u"mL/min/1.73m2"_s),
                      QString::fromLatin1(when));
    };
    const PatientContext risen =
        read({creatinine("4.5", "2026-11-20T16:00:00Z"), creatinine("0.8", "2026-11-20T07:00:00Z")});
    QVERIFY(lab(risen, "egfr")->value < 15);
    const PatientContext risenSince =
        read({creatinine("4.5", "2026-11-20T16:00:00Z"), given("78", "2026-11-20T07:00:00Z")});
    QVERIFY(lab(risenSince, "egfr")->derived);
    QVERIFY(lab(risenSince, "egfr")->value < 15);
    const PatientContext answered =
        read({given("12", "2026-11-20T16:05:00Z"), creatinine("4.5", "2026-11-20T16:00:00Z")});
    QVERIFY(!lab(answered, "egfr")->derived);
    QCOMPARE(answered.labs.size(), 2);
    const PatientContext atLeast = read({creatinine("4.5", "2026-11-20", ">")});
    QVERIFY(lab(atLeast, "egfr")->isBelow(15));
    const auto clearance =
        result(coded(u"2164-2"_s, u"Creatinine renal clearance in 24 hour Urine and Serum or Plasma"_s),
               quantity(u"22"_s, u"mL/min"_s));
    const PatientContext cleared = read({clearance});
    QVERIFY(lab(cleared, "egfr"));
    QVERIFY(lab(cleared, "egfr")->derived);
    QCOMPARE(lab(cleared, "egfr")->value, 22.0);
    QCOMPARE(lab(read({clearance, given("40", "2026-11-20")}), "egfr")->value, 40.0);
}

void TestResults::genes_data()
{
    QTest::addColumn<QString>("loinc");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QByteArray>("variant"); // empty: none

    const QByteArray hla("HLA-B*57:01 present");
    const QByteArray poor("CYP2D6 poor");
    QTest::newRow("presence") << u"50956-2"_s << u"HLA-B*57:01 [Presence]"_s << u"Positive"_s << hla;
    QTest::newRow("absence") << u"50956-2"_s << u"HLA-B*57:01 [Presence]"_s << u"Negative"_s << QByteArray();
    QTest::newRow("not detected") << u"50956-2"_s << u"HLA-B*57:01"_s << u"Not detected"_s << QByteArray();
    QTest::newRow("allele") << QString() << u"HLA-B*57:01 allele"_s << u"Present"_s << hla;
    QTest::newRow("old name") << QString() << u"HLA-B 5701 genotype"_s << u"Detected"_s << hla;
    QTest::newRow("by code") << u"50956-2"_s << u"HLA-Typisierung"_s << u"positiv"_s << hla;
    QTest::newRow("other allele") << QString() << u"HLA-B*27:05"_s << u"Positive"_s << QByteArray();
    QTest::newRow("phenotype") << u"79715-9"_s << u"CYP2D6 gene product metabolic activity interpretation"_s
                               << u"Poor metabolizer"_s << poor;
    QTest::newRow("answer by code") << u"79715-9"_s << u"Interpretation"_s << u"LA9657-3"_s << poor;
    QTest::newRow("capitals") << QString() << u"CYP2D6 phenotype"_s << u"Poor Metabolizer"_s << poor;
    QTest::newRow("normal") << QString() << u"CYP2D6 phenotype"_s << u"Normal Metabolizer"_s << QByteArray();
    QTest::newRow("diplotype") << QString() << u"CYP2D6 genotype"_s << u"*4/*4"_s << poor;
    QTest::newRow("in one text") << QString() << u"DPYD genotype"_s << u"DPYD *2A/*2A, DPD deficient"_s
                                 << QByteArray("DPYD deficient");
    QTest::newRow("deficiency absent") << QString() << u"DPD deficiency"_s << u"Absent"_s << QByteArray();
    QTest::newRow("whose, is not told") << QString() << u"CYP2D6 and CYP2C19 phenotypes"_s << u"Poor metabolizer"_s
                                        << QByteArray();
}

void TestResults::genes()
{
    QFETCH(const QString, loinc);
    QFETCH(const QString, title);
    QFETCH(const QString, answer);
    QFETCH(const QByteArray, variant);
    for (const auto kind : {ObservationValue::Kind::Text, ObservationValue::Kind::Concept}) {
        const PatientContext patient = read({result(coded(loinc, title), words(answer, kind), u"2025-11-01"_s)});
        if (variant.isEmpty()) {
            QVERIFY(patient.genes.isEmpty());
            continue;
        }
        QCOMPARE(patient.genes.size(), 1);
        QCOMPARE(m_base->termId(patient.genes.first().variant).toByteArray(), variant);
        QCOMPARE(patient.genes.first().date, QDate(2025, 11, 1));
    }
}

void TestResults::genesInParts()
{
    Clinical::Observation panel = result(coded(u"53040-2"_s, u"PGx panel"_s), {});
    panel.components = {
        {coded({}, u"CYP2D6"_s), words(u"Poor metabolizer"_s, ObservationValue::Kind::Concept), {}, {}}};
    QCOMPARE(read({panel}).genes.size(), 1);
    panel.components = {
        {coded(u"48018-6"_s, u"Gene studied"_s), words(u"CYP2C19"_s, ObservationValue::Kind::Concept), {}, {}},
        {coded(u"53040-2"_s, u"Effect"_s), words(u"Poor metabolizer"_s, ObservationValue::Kind::Concept), {}, {}}};
    const PatientContext patient = read({panel});
    QCOMPARE(patient.genes.size(), 1);
    QCOMPARE(m_base->termId(patient.genes.first().variant).toByteArray(), QByteArray("CYP2C19 poor"));
}

void TestResults::agesByTheCalendar()
{
    PatientContext patient;
    patient.birth = QDate(2008, 11, 20);
    QCOMPARE(patient.ageAt(QDate(2026, 11, 20)), std::optional(18.0));
    QVERIFY(*patient.ageAt(QDate(2026, 11, 19)) < 18);
    QVERIFY(*patient.ageAt(QDate(2026, 11, 19)) > 17.99);
    QCOMPARE(patient.youngestAgeAt(QDate(2026, 11, 20)), std::optional(18.0));
    const PatientContext vague = read({}, {}, u"2014"_s);
    QVERIFY(*vague.ageAt(s_today) > 12);
    QVERIFY(*vague.youngestAgeAt(s_today) < 12);
    QVERIFY(!PatientContext().ageAt(s_today));
    patient.birth = QDate(2008, 2, 29);
    QVERIFY(*patient.ageAt(QDate(2026, 2, 27)) < 18);
    QVERIFY(*patient.ageAt(QDate(2026, 3, 1)) >= 18);
}

QTEST_GUILESS_MAIN(TestResults)
#include "tst_results.moc"
