// SPDX-License-Identifier: Apache-2.0
#include "safety/PairCard.h"
#include "safety/Resolver.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

// Pairs of drugs on the knowledge base inside the program.
class TestInteractions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dangerous_data();
    void dangerous();
    void harmless_data();
    void harmless();
    void sameBothWays();
    void everyCardHasWords();

private:
    [[nodiscard]] IngredientIndex drug(const QString &name) const
    {
        const Resolved resolved = m_resolver->resolve(name);
        return resolved.isConfident() && resolved.ingredients.size() == 1 ? resolved.ingredients.front() : 0xffff;
    }
    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<PairEngine> m_engine;
};

void TestInteractions::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
    m_engine = std::make_unique<PairEngine>(*base);
}

void TestInteractions::dangerous_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<int>("least");
    const auto row = [](const char *first, const char *second, Tier least) {
        QTest::addRow("%s + %s", first, second) << QString::fromUtf8(first) << QString::fromUtf8(second) << int(least);
    };
    // Of the ONC high-priority list (Phansalkar 2012) and other pairs that kill.
    row("phenelzine", "fluoxetine", Tier::Interruptive);
    row("tranylcypromine", "meperidine", Tier::Interruptive);
    row("selegiline", "sertraline", Tier::Interruptive);
    row("amitriptyline", "isocarboxazid", Tier::Interruptive);
    row("simvastatin", "itraconazole", Tier::Interruptive);
    row("lovastatin", "clarithromycin", Tier::Interruptive);
    row("atazanavir", "omeprazole", Tier::Interruptive);
    row("tizanidine", "ciprofloxacin", Tier::Interruptive);
    row("ramelteon", "fluvoxamine", Tier::Interruptive);
    row("azathioprine", "febuxostat", Tier::Interruptive);
    row("mercaptopurine", "allopurinol", Tier::Interruptive);
    row("irinotecan", "ketoconazole", Tier::Interruptive);
    row("ergotamine", "ritonavir", Tier::Interruptive);
    row("saquinavir", "rifampin", Tier::Interruptive);
    row("amiodarone", "haloperidol", Tier::Prominent);
    row("methadone", "citalopram", Tier::Prominent);
    row("warfarin", "fluconazole", Tier::Prominent);
    row("warfarin", "aspirin", Tier::Prominent);
    row("oxycodone", "diazepam", Tier::Prominent);
    row("digoxin", "amiodarone", Tier::Prominent);
    row("spironolactone", "potassium chloride", Tier::Prominent);
    row("lithium", "ibuprofen", Tier::Prominent);
}

void TestInteractions::dangerous()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const int, least);
    const IngredientIndex a = drug(first);
    const IngredientIndex b = drug(second);
    QVERIFY2(a != 0xffff, qPrintable(first));
    QVERIFY2(b != 0xffff, qPrintable(second));
    const auto findings = m_engine->check(a, b);
    QVERIFY(!findings.empty());
    QVERIFY2(int(findings.front().tier) >= least, qPrintable(tierName(findings.front().tier)));
}

void TestInteractions::harmless_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const auto row = [](const char *first, const char *second) {
        QTest::addRow("%s + %s", first, second) << QString::fromUtf8(first) << QString::fromUtf8(second);
    };
    row("pravastatin", "itraconazole");
    row("metformin", "amoxicillin");
    row("levothyroxine", "lisinopril");
    row("atorvastatin", "amoxicillin");
    row("acetaminophen", "lisinopril");
    row("loratadine", "metformin");
    row("insulin glargine", "amoxicillin");
    row("salmeterol", "metformin");
}

// Class-mates of drugs that interact, and everyday pairs: nothing that a physician would be shown.
void TestInteractions::harmless()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    const IngredientIndex a = drug(first);
    const IngredientIndex b = drug(second);
    QVERIFY(a != 0xffff && b != 0xffff);
    for (const PairFinding &finding : m_engine->check(a, b)) {
        const PairCard card = cardOf(m_engine->base(), finding, a, b);
        QVERIFY2(finding.tier <= Tier::Hidden, qPrintable(card.effect + u' ' + card.happens));
    }
}

void TestInteractions::sameBothWays()
{
    const int count = m_engine->base().ingredientCount();
    for (int i = 0; i < count; i += 7) {
        for (int j = 0; j < i; j += 5) {
            const auto ab = m_engine->check(IngredientIndex(i), IngredientIndex(j));
            const auto ba = m_engine->check(IngredientIndex(j), IngredientIndex(i));
            QCOMPARE(ab.size(), ba.size());
            for (const PairFinding &finding : ab) {
                const auto same = std::ranges::find(ba, finding.effect, &PairFinding::effect);
                QVERIFY(same != ba.end());
                QCOMPARE(same->tier, finding.tier);
            }
        }
        QVERIFY(m_engine->check(IngredientIndex(i), IngredientIndex(i)).empty());
    }
}

// What is shown says what happens, what to do, why, and who says so; nothing is left to be filled in.
void TestInteractions::everyCardHasWords()
{
    const KnowledgeBase &base = m_engine->base();
    for (int i = 0; i < base.ingredientCount(); i += 3) {
        for (int j = 0; j < i; j += 11) {
            for (const PairFinding &finding : m_engine->check(IngredientIndex(i), IngredientIndex(j))) {
                const PairCard card = cardOf(base, finding, IngredientIndex(i), IngredientIndex(j));
                QVERIFY2(!card.happens.isEmpty() && !card.manage.isEmpty() && !card.why.isEmpty()
                             && !card.source.isEmpty() && !card.effect.isEmpty(),
                         qPrintable(card.id));
                QVERIFY2(!(card.happens + card.manage + card.why).contains(u'{'), qPrintable(card.id));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestInteractions)
#include "tst_interactions.moc"
