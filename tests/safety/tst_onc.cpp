// SPDX-License-Identifier: Apache-2.0
#include "safety/PairCard.h"
#include "safety/Resolver.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QFile>
#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

namespace {

using Drugs = std::vector<IngredientIndex>;

QList<QStringList> rowsOf(const QString &name)
{
    QList<QStringList> rows;
    QFile file(QStringLiteral(CHARTLINE_SOURCE_DIR "/tests/data/safety/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            rows.append(line.split(u'\t'));
    }
    return rows;
}

} // namespace

// The lists of the Office of the National Coordinator (tests/data/safety/onc_*.tsv tell their sources): what must
// interrupt, and what must not.
class TestOnc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void high_data();
    void high();
    void highByClass_data();
    void highByClass();
    void low_data();
    void low();
    void cleanupTestCase();

private:
    struct Counts
    {
        int pairs = 0;
        int wrong = 0;
        std::array<int, 5> byTier{};
    };
    [[nodiscard]] std::optional<Drugs> named(const QString &list) const;
    // "class ssri", "drug selegiline", "inhibits CYP3A4 strong", "induces CYP3A4 strong", "does qt 3",
    // "not …", joined by " & "; alternatives with " | ".
    [[nodiscard]] Drugs selected(const QString &selector) const;
    [[nodiscard]] bool fits(IngredientIndex drug, const QStringList &words) const;
    [[nodiscard]] Tier loudest(IngredientIndex a, IngredientIndex b) const;
    // Prints each pair whose tier is not from `least` to `most`.
    [[nodiscard]] Counts compare(const Drugs &objects, const Drugs &precipitants, Tier least, Tier most) const;
    [[nodiscard]] static Tier tierCalled(const QString &name);

    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<PairEngine> m_engine;
    int m_high = 0;
    int m_byClass = 0;
    Counts m_low;
};

void TestOnc::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
    m_engine = std::make_unique<PairEngine>(*base);
}

void TestOnc::cleanupTestCase()
{
    qInfo("high-priority: %d pairs of the list, %d by class", m_high, m_byClass);
    qInfo("low-priority: %d pairs, of these %d prominent, %d passive, %d hidden, %d nothing", m_low.pairs,
          m_low.byTier[std::size_t(Tier::Prominent)], m_low.byTier[std::size_t(Tier::Passive)],
          m_low.byTier[std::size_t(Tier::Hidden)], m_low.byTier[std::size_t(Tier::None)]);
}

std::optional<Drugs> TestOnc::named(const QString &list) const
{
    Drugs drugs;
    for (const QString &name : list.split(u'|')) {
        const Resolved resolved = m_resolver->resolve(name);
        if (!resolved.isConfident() || resolved.ingredients.size() != 1) {
            qWarning("not known: %s", qPrintable(name));
            return std::nullopt;
        }
        drugs.push_back(resolved.ingredients.front());
    }
    return drugs;
}

bool TestOnc::fits(IngredientIndex drug, const QStringList &words) const
{
    const KnowledgeBase &base = m_engine->base();
    const QByteArray id = words.value(1).toUtf8();
    if (words[0] == "class"_L1) {
        const auto index = base.classIndex(id);
        return index && base.isIn(drug, *index);
    }
    if (words[0] == "drug"_L1)
        return base.ingredientName(drug) == words.mid(1).join(u' ');
    const bool isEffect = words[0] == "does"_L1;
    const auto term = base.term(isEffect ? Vocabulary::Effects : Vocabulary::Systems, id);
    const FactKind kind = isEffect                    ? FactKind::Does
                          : words[0] == "inhibits"_L1 ? FactKind::Inhibits
                                                      : FactKind::Induces;
    constexpr quint8 strongest = 3;
    return std::ranges::any_of(base.facts(drug), [&](const KnowledgeFormat::FactRow &fact) {
        return term && fact.kind == quint8(kind) && int(fact.term) == *term && fact.level >= strongest;
    });
}

Drugs TestOnc::selected(const QString &selector) const
{
    Drugs drugs;
    for (int i = 0; i < m_engine->base().ingredientCount(); ++i) {
        for (const QString &term : selector.split(u" | "_s)) {
            const bool all = std::ranges::all_of(term.split(u" & "_s), [&](const QString &part) {
                const bool isNot = part.startsWith("not "_L1);
                return fits(IngredientIndex(i), (isNot ? part.mid(4) : part).split(u' ')) != isNot;
            });
            if (all) {
                drugs.push_back(IngredientIndex(i));
                break;
            }
        }
    }
    return drugs;
}

Tier TestOnc::loudest(IngredientIndex a, IngredientIndex b) const
{
    const auto findings = m_engine->check(a, b);
    return findings.empty() ? Tier::None : findings.front().tier;
}

Tier TestOnc::tierCalled(const QString &name)
{
    for (const Tier tier : {Tier::Passive, Tier::Prominent, Tier::Interruptive}) {
        if (tierName(tier) == name)
            return tier;
    }
    return Tier::None;
}

TestOnc::Counts TestOnc::compare(const Drugs &objects, const Drugs &precipitants, Tier least, Tier most) const
{
    Counts counts;
    QSet<std::pair<int, int>> seen;
    for (const IngredientIndex a : objects) {
        for (const IngredientIndex b : precipitants) {
            const std::pair<int, int> pair(std::min(a, b), std::max(a, b));
            if (a == b || seen.contains(pair))
                continue;
            seen.insert(pair);
            const Tier tier = loudest(a, b);
            ++counts.pairs;
            ++counts.byTier[std::size_t(tier)];
            if (tier >= least && tier <= most)
                continue;
            ++counts.wrong;
            qInfo("WRONG %s + %s: %s", qPrintable(m_engine->base().ingredientName(a)),
                  qPrintable(m_engine->base().ingredientName(b)), qPrintable(tierName(tier)));
        }
    }
    return counts;
}

void TestOnc::high_data()
{
    QTest::addColumn<QStringList>("cells");
    for (const QStringList &cells : rowsOf(u"onc_high.tsv"_s))
        QTest::newRow(qPrintable(cells.first())) << cells;
}

void TestOnc::high()
{
    QFETCH(const QStringList, cells);
    QCOMPARE(cells.size(), 5);
    const auto objects = named(cells[1]);
    const auto precipitants = named(cells[2]);
    QVERIFY(objects && precipitants);
    const Tier least = tierCalled(cells[3]);
    QVERIFY(least != Tier::None);
    const Counts counts = compare(*objects, *precipitants, least, Tier::Interruptive);
    qInfo("%s: %d pairs", qPrintable(cells[0]), counts.pairs);
    m_high += counts.pairs;
    QVERIFY(counts.pairs > 0);
    QCOMPARE(counts.wrong, 0);
}

// The same classes as the knowledge base knows them, with what has come to market since.
void TestOnc::highByClass_data()
{
    QTest::addColumn<QString>("objects");
    QTest::addColumn<QString>("precipitants");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("members"); // the objects are at least so many
    const auto row = [](const char *name, const QString &objects, const QString &precipitants, int members,
                        Tier least = Tier::Interruptive) {
        QTest::newRow(name) << objects << precipitants << int(least) << members;
    };
    const QString maoi = u"class maoi-nonselective | drug procarbazine | drug selegiline"_s;
    const QString old = u"class maoi-nonselective | drug procarbazine"_s;
    const QString strong = u"inhibits CYP3A4 strong"_s;
    row("1 stimulants", u"class amphetamine | class stimulant | class anorectic | class adhd-nonstimulant"_s, maoi, 15);
    row("2 proton pump inhibitors", u"class ppi"_s, u"drug atazanavir"_s, 6);
    row("4 SSRIs and SNRIs", u"class ssri | class snri | drug nefazodone | drug vortioxetine"_s, maoi, 13);
    row("5 irinotecan", strong, u"drug irinotecan"_s, 15);
    row("6 opioids", u"class opioid-serotonergic | drug dextromethorphan"_s, maoi, 9);
    row("7 tricyclics", u"class tca"_s, maoi, 10);
    row("8 QT", u"does qt 3 & not class general-anaesthetic"_s, u"does qt 3 & not class general-anaesthetic"_s, 40,
        Tier::Prominent);
    row("8 QT under anaesthesia", u"does qt 3 & not class general-anaesthetic"_s,
        u"class general-anaesthetic & does qt 3"_s, 40, Tier::Passive);
    row("9 ramelteon", u"inhibits CYP1A2 strong"_s, u"drug ramelteon"_s, 2);
    row("10 protease inhibitors", u"class hiv-protease-inhibitor"_s, u"induces CYP3A4 strong"_s, 10);
    row("11 statins", u"drug simvastatin | drug lovastatin"_s, strong + u" | class hiv-protease-inhibitor"_s, 2);
    row("12 ergot alkaloids",
        u"drug ergotamine | drug dihydroergotamine | drug ergonovine | drug methylergonovine | drug methysergide"_s,
        strong + u" | class hiv-protease-inhibitor"_s, 5);
    row("13 tizanidine", u"inhibits CYP1A2 strong"_s, u"drug tizanidine"_s, 2);
    row("14 MAO inhibitors", u"class maoi-nonselective"_s, u"drug procarbazine"_s, 3);
    row("15 triptans that MAO-A breaks down",
        u"drug sumatriptan | drug rizatriptan | drug zolmitriptan | drug almotriptan"_s, old, 4);
}

void TestOnc::highByClass()
{
    QFETCH(const QString, objects);
    QFETCH(const QString, precipitants);
    QFETCH(const int, least);
    QFETCH(const int, members);
    const Drugs first = selected(objects);
    const Drugs second = selected(precipitants);
    QVERIFY2(int(first.size()) >= members, qPrintable(QString::number(first.size())));
    QVERIFY(!second.empty());
    const Counts counts = compare(first, second, Tier(least), Tier::Interruptive);
    m_byClass += counts.pairs;
    QVERIFY(counts.pairs > 0);
    QCOMPARE(counts.wrong, 0);
}

void TestOnc::low_data()
{
    QTest::addColumn<QStringList>("cells");
    for (const QStringList &cells : rowsOf(u"onc_low.tsv"_s))
        QTest::newRow(qPrintable(cells.first())) << cells;
}

void TestOnc::low()
{
    QFETCH(const QStringList, cells);
    QCOMPARE(cells.size(), 3);
    const auto objects = named(cells[1]);
    const auto precipitants = named(cells[2]);
    QVERIFY(objects && precipitants);
    const Counts counts = compare(*objects, *precipitants, Tier::None, Tier::Prominent);
    QVERIFY(counts.pairs > 0);
    m_low.pairs += counts.pairs;
    for (std::size_t i = 0; i < counts.byTier.size(); ++i)
        m_low.byTier[i] += counts.byTier[i];
    qInfo("%s: %d pairs, %d prominent", qPrintable(cells[0]), counts.pairs,
          counts.byTier[std::size_t(Tier::Prominent)]);
    QCOMPARE(counts.wrong, 0);
}

QTEST_GUILESS_MAIN(TestOnc)
#include "tst_onc.moc"
