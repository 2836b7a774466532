// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugName.h"
#include "safety/KnowledgeCompiler.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QFile>
#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

namespace {

constexpr char vocabulary[] = R"(
systems
  ids CYP3A4 | P-gp
effects
  ids bleeding | sedation | failure | toxicity
handling
  ids needs-acid
conditions
  ids asthma
labs
  ids potassium mmol/L
genes
  ids CYP2D6 poor
allergens
  ids penicillin
routes
  ids topical
class sedative
  name Sedatives
class hypnotic
  name Hypnotics
  parent sedative
reference book
  cite A book
)";

constexpr char twoDrugs[] = R"(
ingredient alphazolam
  rxcui 1
  atc N05CD01
  aka alfazolam | AZ 1
  brand Dormix
  class hypnotic
  substrate CYP3A4 sensitive
  does sedation 3
  half-life 2 d
  renal 0.25
  tail sedation 3 d: slow
  lab potassium > 5.5 mmol/L avoid: words @book §3
  age avoid >=65: falls
  source label §5
ingredient betamycin
  rxcui 2
  class sedative
  inhibits CYP3A4 strong
  excess bleeding
  source label §7
)";

std::optional<QByteArray> compiled(const QByteArray &more, QList<KnowledgeProblem> &problems)
{
    return compileKnowledge({{u"vocabulary.kb"_s, vocabulary}, {u"drugs.kb"_s, twoDrugs}, {u"more.kb"_s, more}},
                            {u"Test"_s, u"1"_s, u"2026-01-01"_s, u"2027-01-01"_s}, problems);
}

} // namespace

// From readable files to the compiled form and back.
class TestKnowledge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void mistakes_data();
    void mistakes();
    void damage();
    void embedded();
    void termsAreRecognised();
    void codesAreRxNorms();
};

void TestKnowledge::roundTrip()
{
    QList<KnowledgeProblem> problems;
    const auto bytes = compiled({}, problems);
    QVERIFY2(bytes, qPrintable(problems.isEmpty() ? QString() : problems.first().words));
    const auto opened = KnowledgeBase::open(*bytes);
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    const KnowledgeBase &base = **opened;
    QCOMPARE(base.name(), u"Test"_s);
    QCOMPARE(base.expires(), QDate(2027, 1, 1));
    QCOMPARE(base.ingredientCount(), 2);
    for (const char *name : {"alphazolam", "alfazolam", "az 1", "dormix"}) {
        const auto found = base.find(name);
        QVERIFY2(found, name);
        QCOMPARE(found->ingredients.size(), std::size_t(1));
        QCOMPARE(base.ingredientName(found->ingredients.front()), u"alphazolam"_s);
    }
    QVERIFY(!base.find("gammazolam"));
    QCOMPARE(base.longestFrom("az"), 2);
    QCOMPARE(base.findCode(CodeSystem::RxNorm, "2").front(), 1);
    QCOMPARE(base.findCode(CodeSystem::Atc, "N05CD01").front(), 0);
    QVERIFY(base.findCode(CodeSystem::RxNorm, "3").empty());
    QVERIFY(base.isIn(0, *base.classIndex("sedative"))); // by its parent
    QVERIFY(!base.isIn(1, *base.classIndex("hypnotic")));
    QCOMPARE(base.ingredient(0).halfLifeHours, 48.0F);
    const auto facts = base.facts(0);
    const auto lab = std::ranges::find(facts, quint8(FactKind::Lab), &KnowledgeBase::FactRow::kind);
    QVERIFY(lab != facts.end());
    QCOMPARE(lab->number, 5.5F);
    QCOMPARE(lab->compare, '>');
    QCOMPARE(Advice(lab->advice), Advice::Avoid);
    QCOMPARE(base.sourceOf(0, *lab), u"book §3"_s);
    QCOMPARE(base.sourceOf(0, facts.front()), u"label §5"_s);
    QCOMPARE(base.termId(lab->term).toByteArray(), "potassium"_ba);
    // The same bytes again from the same files.
    QCOMPARE(compiled({}, problems), bytes);
}

void TestKnowledge::mistakes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("words");
    const QByteArray head = "ingredient x\n  rxcui 9\n  class sedative\n  source label\n";
    QTest::newRow("no effect") << head + "  does flying 2\n" << u"unknown effects: flying"_s;
    QTest::newRow("no level") << head + "  does sedation 4\n" << u"cannot be read"_s;
    QTest::newRow("no system") << head + "  inhibits CYP9Z9 strong\n" << u"unknown systems"_s;
    QTest::newRow("no strength") << head + "  inhibits CYP3A4 very\n" << u"cannot be read"_s;
    QTest::newRow("no class") << QByteArray("ingredient x\n  rxcui 9\n  class what\n  source label\n")
                              << u"no class what"_s;
    QTest::newRow("no source") << QByteArray("ingredient x\n  rxcui 9\n  class sedative\n") << u"no source"_s;
    QTest::newRow("no code") << QByteArray("ingredient x\n  class sedative\n  source label\n") << u"no rxcui"_s;
    QTest::newRow("no reference") << head + "  does sedation 2 @nobody\n" << u"no reference nobody"_s;
    QTest::newRow("another unit") << head + "  lab potassium > 5 mg/dL avoid: w\n" << u"another unit"_s;
    QTest::newRow("unknown line") << head + "  colour red\n" << u"unknown line colour"_s;
    QTest::newRow("no half-life") << head + "  half-life long\n" << u"cannot be read"_s;
    QTest::newRow("more than whole") << head + "  renal 1.5\n" << u"cannot be read"_s;
    QTest::newRow("code twice") << QByteArray("ingredient x\n  rxcui 1\n  class sedative\n  source label\n")
                                << u"RxNorm code also of"_s;
    QTest::newRow("name twice") << head + "  brand Dormix\n" << u"is also a name of"_s;
    QTest::newRow("no block") << QByteArray("  does sedation 2\n") << u"belongs to no block"_s;
    QTest::newRow("unknown block") << QByteArray("mystery x\n  a b\n") << u"unknown block"_s;
    QTest::newRow("product of nothing known")
        << QByteArray("product P\n  of zeta\n  source label\n") << u"no ingredient zeta"_s;
    const QByteArray words = "  happens: h\n  do: d\n  why: w\n  source label\n";
    QTest::newRow("rule without a side") << "rule r\n  a drug alphazolam\n  tier passive\n  effect sedation\n" + words
                                         << u"a, b, tier and effect"_s;
    QTest::newRow("rule without advice") << QByteArray(
        "rule r\n  a drug alphazolam\n  b drug betamycin\n  tier passive\n"
        "  effect sedation\n  happens: h\n  source label\n")
                                         << u"happens, do, why and source"_s;
    QTest::newRow("selects nothing")
        << "rule r\n  a class hypnotic & drug betamycin\n  b drug betamycin\n  tier passive\n"
           "  effect sedation\n"
               + words
        << u"selects nothing"_s;
    QTest::newRow("exception of no rule")
        << QByteArray("exception e\n  a drug alphazolam\n  b drug betamycin\n  of r9\n"
                      "  why: w\n")
        << u"no rule r9"_s;
}

// Nothing that cannot be understood becomes knowledge.
void TestKnowledge::mistakes()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, words);
    QList<KnowledgeProblem> problems;
    QVERIFY(!compiled(text, problems));
    QVERIFY(std::ranges::any_of(problems, [&](const KnowledgeProblem &p) { return p.words.contains(words); }));
}

// Whatever byte is changed, wherever it is cut: it says so.
void TestKnowledge::damage()
{
    QList<KnowledgeProblem> problems;
    const QByteArray bytes = *compiled({}, problems);
    for (qsizetype i = 0; i < bytes.size(); i += 7) {
        QByteArray changed = bytes;
        changed[i] = char(changed[i] ^ 0x20);
        QVERIFY(!KnowledgeBase::open(changed));
        QVERIFY(!KnowledgeBase::open(bytes.first(i)));
    }
    QByteArray newer = bytes;
    newer[8] = 9; // the version
    const auto opened = KnowledgeBase::open(newer);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, KnowledgeFault::Kind::TooNew);
}

void TestKnowledge::embedded()
{
    const auto &opened = embeddedKnowledge();
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    const KnowledgeBase &base = **opened;
    QVERIFY2(base.ingredientCount() >= 700, qPrintable(QString::number(base.ingredientCount())));
    QVERIFY(base.issued().isValid() && base.expires() > base.issued());
    int withFacts = 0;
    for (int i = 0; i < base.ingredientCount(); ++i)
        withFacts += base.facts(IngredientIndex(i)).empty() ? 0 : 1;
    QVERIFY(withFacts > base.ingredientCount() * 8 / 10);
    qInfo("%d ingredients, %d rules, %d bytes of facts", base.ingredientCount(), int(base.rules().size()),
          int(base.facts(0).size_bytes()));
}

// Every code is that of RxNorm's ingredient of this name, as far as the reference goes.
// A condition that nothing in a record can be recognised as would never be checked, and nobody would know.
void TestKnowledge::termsAreRecognised()
{
    const KnowledgeBase &base = **embeddedKnowledge();
    QSet<int> recognised;
    for (const auto &key : base.termKeys())
        recognised.insert(key.term);
    for (int term = 0; term < base.termCount(); ++term) {
        const auto vocabulary = Vocabulary(base.termRow(term).vocabulary);
        const QByteArray id = base.termId(term).toByteArray();
        const bool isNamed = vocabulary == Vocabulary::Conditions || vocabulary == Vocabulary::Labs
                             || vocabulary == Vocabulary::Allergens || vocabulary == Vocabulary::Genes
                             || vocabulary == Vocabulary::Effects;
        if (isNamed)
            QVERIFY2(base.termRow(term).name.length > 0, id.constData());
        if (vocabulary == Vocabulary::Conditions || vocabulary == Vocabulary::Labs || vocabulary == Vocabulary::Genes)
            QVERIFY2(recognised.contains(term), id.constData());
        if (vocabulary == Vocabulary::Labs)
            QVERIFY2(base.termRow(term).days > 0, id.constData());
    }
}

void TestKnowledge::codesAreRxNorms()
{
    QFile reference(QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/safety/rxnorm_reference.tsv"_s);
    if (!reference.open(QIODevice::ReadOnly))
        QSKIP("the shared reference is not here");
    QHash<QByteArray, QByteArray> names;
    for (const QByteArray &line : reference.readAll().split('\n')) {
        const QByteArrayList cells = line.split('\t');
        if (cells.size() > 2 && cells[1] == "IN")
            names.insert(cells[0], cells[2]);
    }
    QVERIFY(names.size() > 2000);
    const KnowledgeBase &base = **embeddedKnowledge();
    int checked = 0;
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        const auto target = base.findCode(CodeSystem::RxNorm, name.key());
        if (target.empty())
            continue;
        ++checked;
        const auto byName = base.find(DrugName::normalized(QString::fromUtf8(*name)));
        QVERIFY2(byName, name->constData());
        QVERIFY2(std::ranges::equal(byName->ingredients, target), name->constData());
    }
    QVERIFY(checked > 700);
    for (int i = 0; i < base.ingredientCount(); ++i) {
        const quint32 code = base.ingredient(IngredientIndex(i)).rxcui;
        QVERIFY2(code == 0 || names.contains(QByteArray::number(code)),
                 qPrintable(base.ingredientName(IngredientIndex(i))));
    }
}

QTEST_GUILESS_MAIN(TestKnowledge)
#include "tst_knowledge.moc"
