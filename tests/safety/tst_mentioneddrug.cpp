// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugMentions.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QtTest>

using namespace Chartline;
using namespace Chartline::Safety;
using namespace Chartline::Clinical;
using namespace Qt::StringLiterals;

namespace {

const QString s_rxNorm = u"http://www.nlm.nih.gov/research/umls/rxnorm"_s;

CodeableConcept named(const QString &text)
{
    return {{}, text};
}

MedicationRequest request(const QString &drug, const QString &status = u"active"_s)
{
    MedicationRequest request;
    request.status = status;
    request.intent = u"order"_s;
    request.medication = named(drug);
    request.authoredOn = PartialDate::parse(u"2024-05-01T10:00:00+02:00");
    return request;
}

} // namespace

// Which drug a clinical value is about, on the knowledge base inside the program.
class TestMentionedDrug : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void codes_data();
    void codes();
    void codesAndWords();
    void medicationResources();
    void references();

private:
    [[nodiscard]] DrugMention mention(const Value &value, const Medication *medication = nullptr) const
    {
        return mentionOf(value, medication, *m_resolver).value_or(DrugMention());
    }
    [[nodiscard]] QStringList ingredients(const Resolved &resolved) const
    {
        QStringList list;
        for (const IngredientIndex index : resolved.ingredients)
            list.append(m_resolver->base().ingredientName(index));
        list.sort();
        return list;
    }
    std::unique_ptr<Resolver> m_resolver;
};

void TestMentionedDrug::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
}

void TestMentionedDrug::codes_data()
{
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *system, const char *code) {
        QTest::newRow(system) << QString::fromLatin1(system) << QString::fromLatin1(code);
    };
    row("http://www.nlm.nih.gov/research/umls/rxnorm", "11289");
    row("urn:oid:2.16.840.1.113883.6.88", "11289");
    row("2.16.840.1.113883.6.88", "11289");
    row("http://www.whocc.no/atc", "B01AA03");
    row("https://www.whocc.no/atc", "B01AA03");
    row("urn:oid:2.16.840.1.113883.6.73", "B01AA03");
}

void TestMentionedDrug::codes()
{
    QFETCH(const QString, system);
    QFETCH(const QString, code);
    MedicationRequest order = request({});
    order.medication.codings = {{system, code, u"blood thinner"_s, false}};
    const DrugMention found = mention(order);
    QCOMPARE(found.drug.match, Match::Code);
    QCOMPARE(ingredients(found.drug), QStringList{u"warfarin"_s});
    QCOMPARE(found.text, u"blood thinner"_s);
}

void TestMentionedDrug::codesAndWords()
{
    MedicationRequest order = request(u"blood thinner"_s);
    order.medication.codings = {{s_rxNorm, u"999999999"_s, u"Warfarin 5 MG Oral Tablet"_s, false}};
    DrugMention found = mention(order);
    // The text does not resolve; the display does.
    QCOMPARE(ingredients(found.drug), QStringList{u"warfarin"_s});
    QVERIFY(found.drug.isConfident());
    QCOMPARE(found.drug.strengthMg, 5.0);
    QCOMPARE(found.drug.route, Route::Oral);
    QCOMPARE(found.text, u"blood thinner"_s);
    // A code and words that disagree, in whatever order they come.
    for (const QString &text : {u"aspirin 81 mg"_s, u"warfarin"_s}) {
        order.medication = named(text);
        order.medication.codings = {{s_rxNorm, u"11289"_s, u"warfarin"_s, false},
                                    {u"urn:local"_s, u"1"_s, u"aspirin 81 mg"_s, false}};
        QVERIFY2(!mention(order).drug.isConfident(), qPrintable(text));
    }
    // Whatever else agrees with one side, the disagreement stays, and all that is named is looked at.
    order.medication = named(u"Warfarin 5 mg tablet"_s);
    order.medication.codings = {{s_rxNorm, u"29046"_s, u"Lisinopril 10 MG Oral Tablet"_s, false}};
    found = mention(order);
    QCOMPARE(found.drug.match, Match::Part);
    QCOMPARE(ingredients(found.drug), (QStringList{u"lisinopril"_s, u"warfarin"_s}));
    // So it does where the other drug stands among words that are not understood.
    order.medication.text = u"Warfarin zorvex 5 mg"_s;
    found = mention(order);
    QCOMPARE(found.drug.match, Match::Part);
    QCOMPARE(ingredients(found.drug), (QStringList{u"lisinopril"_s, u"warfarin"_s}));
    // Words that are not understood beside the same drug, or without any, are no disagreement.
    for (const QString &text : {u"Lisinopril zorvex"_s, u"zorvex"_s}) {
        order.medication.text = text;
        QVERIFY2(mention(order).drug.isConfident(), qPrintable(text));
    }
    // Two codes that disagree.
    order.medication = {};
    order.medication.codings = {{s_rxNorm, u"11289"_s, {}, false},
                                {u"http://www.whocc.no/atc"_s, u"C08CA01"_s, {}, false}};
    QVERIFY(!mention(order).drug.isConfident());
    // Two that agree.
    order.medication.codings[1].code = u"B01AA03"_s;
    QVERIFY(mention(order).drug.isConfident());
}

void TestMentionedDrug::medicationResources()
{
    MedicationRequest order = request({});
    order.medicationReference.target = u"Medication/1"_s;
    Medication drug;
    drug.code = named(u"Warfarin 5 MG Oral Tablet"_s);
    QCOMPARE(ingredients(mention(order, &drug).drug), QStringList{u"warfarin"_s});
    QCOMPARE(mention(order, &drug).text, u"Warfarin 5 MG Oral Tablet"_s);
    // By its ingredients alone.
    drug.code = {};
    drug.ingredients = {named(u"amlodipine"_s), named(u"benazepril"_s)};
    DrugMention found = mention(order, &drug);
    QCOMPARE(ingredients(found.drug), (QStringList{u"amlodipine"_s, u"benazepril"_s}));
    QVERIFY(found.drug.isConfident());
    // What tablets are made of, beside a code that is known.
    drug.code = named(u"amlodipine 5 mg tablet"_s);
    drug.ingredients = {named(u"amlodipine"_s), named(u"pressed moonlight"_s)};
    QVERIFY(mention(order, &drug).drug.isConfident());
    QCOMPARE(ingredients(mention(order, &drug).drug), QStringList{u"amlodipine"_s});
    // More in it than its name says: all of it, and unsure.
    drug.ingredients = {named(u"amlodipine"_s), named(u"benazepril"_s)};
    found = mention(order, &drug);
    QCOMPARE(ingredients(found.drug), (QStringList{u"amlodipine"_s, u"benazepril"_s}));
    QVERIFY(!found.drug.isConfident());
    // One of them is not known.
    drug.code = {};
    drug.ingredients = {named(u"amlodipine"_s), named(u"pressed moonlight"_s)};
    QVERIFY(!mention(order, &drug).drug.isConfident());
    // Its form tells the way in.
    drug.ingredients = {};
    drug.code = named(u"timolol"_s);
    drug.form = named(u"ophthalmic solution"_s);
    QCOMPARE(mention(order, &drug).drug.route, Route::Ophthalmic);
    // The order and the resource speak of two drugs.
    drug.code = named(u"aspirin"_s);
    order.medication = named(u"warfarin"_s);
    QVERIFY(!mention(order, &drug).drug.isConfident());
}

void TestMentionedDrug::references()
{
    MedicationRequest order = request({});
    order.medicationReference.target = u"Medication/1"_s;
    order.medicationReference.display = u"Warfarin 5 mg"_s;
    QCOMPARE(ingredients(mention(order).drug), QStringList{u"warfarin"_s});
    QCOMPARE(mention(order).text, u"Warfarin 5 mg"_s);
    // The reference and what it points to name two drugs.
    Medication other;
    other.code = named(u"lisinopril"_s);
    QVERIFY(!mention(order, &other).drug.isConfident());
    QCOMPARE(ingredients(mention(order, &other).drug), (QStringList{u"lisinopril"_s, u"warfarin"_s}));
    // An address is no name.
    order.medicationReference.display.clear();
    order.medicationReference.target = u"Medication/warfarin"_s;
    QCOMPARE(mention(order).drug.match, Match::None);
}

QTEST_GUILESS_MAIN(TestMentionedDrug)
#include "tst_mentioneddrug.moc"
