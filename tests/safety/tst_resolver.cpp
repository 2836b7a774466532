// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugName.h"
#include "safety/Resolver.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

// Drug names as sources write them, on the knowledge base inside the program.
class TestResolver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void normalized_data();
    void normalized();
    void names_data();
    void names();
    void routes_data();
    void routes();
    void strengths();
    void parts_data();
    void parts();
    void notKnown_data();
    void notKnown();
    void codes();

private:
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

void TestResolver::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
}

void TestResolver::normalized_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("case and signs") << u"  Ventolin® HFA, 100-mcg "_s << "ventolin hfa 100 mcg"_ba;
    QTest::newRow("accents") << u"Paracétamol"_s << "paracetamol"_ba;
    QTest::newRow("decimals") << u"0,5 mg / 1.25 MG"_s << "0.5 mg 1.25 mg"_ba;
    QTest::newRow("end of a sentence") << u"10."_s << "10"_ba;
    QTest::newRow("sharp s") << u"Weißdorn"_s << "weissdorn"_ba;
    QTest::newRow("nothing") << u" -/ "_s << ""_ba;
}

void TestResolver::normalized()
{
    QFETCH(const QString, text);
    QTEST(DrugName::normalized(text), "name");
}

void TestResolver::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("drugs");
    const auto row = [](const char *text, std::initializer_list<const char *> drugs) {
        QStringList list;
        for (const char *drug : drugs)
            list.append(QString::fromUtf8(drug));
        QTest::newRow(text) << QString::fromUtf8(text) << list;
    };
    row("warfarin", {"warfarin"});
    row("Crestor Tablet 10mg", {"rosuvastatin"});
    row("paracetamol 500 mg tablets", {"acetaminophen"});
    row("Acetaminophen 325 MG Oral Tablet [Tylenol]", {"acetaminophen"});
    row("ciclosporin", {"cyclosporine"});
    row("sulphasalazine", {"sulfasalazine"});
    row("frusemide 40", {"furosemide"});
    row("oestradiol", {"estradiol"});
    row("vitamin D3", {"cholecalciferol"});
    row("HCTZ", {"hydrochlorothiazide"});
    row("levothyroxine sodium 100 mcg", {"levothyroxine"});
    row("24 HR venlafaxine 75 MG Extended Release Capsule [Effexor]", {"venlafaxine"});
    row("Amlodipine 5 MG / benazepril 10 MG Oral Capsule", {"amlodipine", "benazepril"});
    row("codeine and acetaminophen", {"acetaminophen", "codeine"});
    row("clonidine HCl Tablet 0.1 mg", {"clonidine"});
    row("METOPROLOL SUCCINATE ER 50 MG TAB", {"metoprolol"});
    row("amoxicilline", {"amoxicillin"});
}

void TestResolver::names()
{
    QFETCH(const QString, text);
    const Resolved resolved = m_resolver->resolve(text);
    QVERIFY2(resolved.isConfident(), qPrintable(resolved.unread.join(u' ')));
    QTEST(ingredients(resolved), "drugs");
}

void TestResolver::routes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("route");
    QTest::newRow("oral") << u"diclofenac 50 mg oral tablet"_s << int(Route::Oral);
    QTest::newRow("gel") << u"diclofenac 1 % topical gel"_s << int(Route::Topical);
    QTest::newRow("eye") << u"timolol 5 MG/ML Ophthalmic Solution"_s << int(Route::Ophthalmic);
    QTest::newRow("patch") << u"fentanyl 25 mcg/hr transdermal patch"_s << int(Route::Transdermal);
    QTest::newRow("injection") << u"enoxaparin prefilled syringe"_s << int(Route::Parenteral);
    QTest::newRow("not told") << u"warfarin"_s << int(Route::Unknown);
}

void TestResolver::routes()
{
    QFETCH(const QString, text);
    const Resolved resolved = m_resolver->resolve(text);
    QVERIFY(resolved.isConfident());
    QTEST(int(resolved.route), "route");
}

void TestResolver::strengths()
{
    QCOMPARE(m_resolver->resolve(u"simvastatin 80 MG Oral Tablet").strengthMg, 80.0);
    QCOMPARE(m_resolver->resolve(u"levothyroxine 25mcg").strengthMg, 0.025);
    QCOMPARE(m_resolver->resolve(u"metformin 1 g").strengthMg, 1000.0);
    QCOMPARE(m_resolver->resolve(u"Amlodipine 5 MG / benazepril 10 MG").strengthMg, 0.0); // of which?
}

void TestResolver::parts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("each behind its name") << u"Acetaminophen 325 MG / Hydrocodone Bitartrate 5 MG Oral Tablet [Norco]"_s
                                          << QStringList{u"acetaminophen 325"_s, u"hydrocodone 5"_s};
    QTest::newRow("in a row") << u"hydrocodone-acetaminophen 5-325 mg tablet"_s
                              << QStringList{u"acetaminophen 325"_s, u"hydrocodone 5"_s};
    QTest::newRow("each with its unit") << u"amoxicillin/clavulanate 875 mg/125 mg"_s
                                        << QStringList{u"amoxicillin 875"_s, u"clavulanate 125"_s};
    QTest::newRow("micrograms") << u"calcium carbonate 500 mg / vitamin D3 10 mcg"_s
                                << QStringList{u"calcium carbonate 500"_s, u"cholecalciferol 0.01"_s};
    QTest::newRow("one is not told") << u"acetaminophen 325 mg / hydrocodone"_s << QStringList();
    QTest::newRow("more amounts than drugs") << u"amoxicillin 875 mg 125 mg / clavulanate 5 mg"_s << QStringList();
    QTest::newRow("a brand tells no order") << u"Norco 5 mg-325 mg"_s << QStringList();
    QTest::newRow("no unit") << u"hydrocodone-acetaminophen 5-325"_s << QStringList();
}

void TestResolver::parts()
{
    QFETCH(const QString, text);
    const Resolved found = m_resolver->resolve(text);
    QCOMPARE(found.ingredients.size(), 2U);
    QStringList parts;
    for (std::size_t i = 0; i < found.partsMg.size(); ++i)
        parts.append(m_resolver->base().ingredientName(found.ingredients[i]) + u' ' + QString::number(found.partsMg[i]));
    parts.sort();
    QTEST(parts, "parts");
}

void TestResolver::notKnown_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no drug") << u"walking stick"_s;
    QTest::newRow("a form alone") << u"oral tablet 10 mg"_s;
    QTest::newRow("half known") << u"warfarin and xyzzyfol"_s;
    QTest::newRow("a dose is not a drug") << u"100 mcg/inh"_s;
}

// What is not understood is never taken for understood.
void TestResolver::notKnown()
{
    QFETCH(const QString, text);
    QVERIFY(!m_resolver->resolve(text).isConfident());
}

void TestResolver::codes()
{
    const DrugCode warfarin{CodeSystem::RxNorm, "11289"};
    const auto resolve = [&](std::initializer_list<DrugCode> codes, QStringView text) {
        return m_resolver->resolve(std::vector(codes), text);
    };
    QCOMPARE(ingredients(resolve({warfarin}, u"blood thinner")), QStringList{u"warfarin"_s});
    QCOMPARE(resolve({warfarin}, u"blood thinner").match, Match::Code);
    QVERIFY(resolve({{CodeSystem::Atc, "B01AA03"}}, {}).isConfident());
    // A code and words that speak of different drugs: a person has to look.
    QVERIFY(!resolve({warfarin}, u"aspirin 100 mg").isConfident());
    // A code that is not known: the words.
    QCOMPARE(ingredients(resolve({{CodeSystem::RxNorm, "999999999"}}, u"aspirin 100 mg")), QStringList{u"aspirin"_s});
    QVERIFY(!resolve({{CodeSystem::RxNorm, "999999999"}}, {}).isConfident());
}

QTEST_GUILESS_MAIN(TestResolver)
#include "tst_resolver.moc"
