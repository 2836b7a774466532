// SPDX-License-Identifier: Apache-2.0
#include "safety/Ndc.h"
#include "safety/Resolver.h"
#include "safety/RxNormPack.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QElapsedTimer>
#include <QFile>
#include <QtTest>
#include <set>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;
using Table = RxNormRelease::Table;

namespace {

constexpr char s_base[] = R"(
effects
  ids bleeding
class any
  name Any
ingredient alphazolam
  rxcui 1
  brand Dormix
  class any
  source label
ingredient betamycin
  rxcui 2
  class any
  source label
ingredient gammarin
  rxcui none
  aka gammarin sodium
  class any
  source label
)";

// The columns of RXNCONSO.RRF that count, in their places.
QByteArray conceptRow(int code, const char *type, const char *name, const char *suppress = "N",
                      const char *source = "RXNORM")
{
    return QByteArray::number(code) + "|ENG||||||" + QByteArray::number(code + 5000) + '|' + QByteArray::number(code)
           + '|' + QByteArray::number(code) + "||" + source + '|' + type + '|' + QByteArray::number(code) + '|' + name
           + "||" + suppress + "|4096|\n";
}

// RXNREL.RRF: `whole` has `relation` to `part`; both ways round, as releases have it.
QByteArray relation(int whole, const char *name, int part, const char *source = "RXNORM")
{
    const auto row = [&](int first, int second, const QByteArray &rela) {
        return QByteArray::number(first) + "||CUI|RO|" + QByteArray::number(second) + "||CUI|" + rela + "|||" + source
               + '|' + source + "|||N|4096|\n";
    };
    return row(part, whole, name) + row(whole, part, "inverse_of_" + QByteArray(name));
}

// RXNSAT.RRF.
QByteArray attribute(int code, const char *name, const char *value, const char *source = "RXNORM")
{
    return QByteArray::number(code) + "|||" + QByteArray::number(code) + "|AUI|" + QByteArray::number(code) + "|||"
           + name + '|' + source + '|' + value + "|N|4096|\n";
}

QByteArray archived(int code, int to)
{
    return "1|2|name|2020-01-01|2020-01-01|2020-01-01|" + QByteArray::number(code) + "||ENG|20AA|||"
           + QByteArray::number(code) + "|RXNORM|SCD|" + QByteArray::number(to) + "|\n";
}

QMap<Table, QByteArray> tables()
{
    QMap<Table, QByteArray> all;
    all[Table::AtomArchive] = archived(900, 901) + archived(901, 20) + archived(902, 20) + archived(902, 30)
                              + archived(20, 20) + archived(903, 904);
    all[Table::Concepts] =
        conceptRow(1, "IN", "alphazolam") + conceptRow(2, "IN", "betamycin") + conceptRow(3, "IN", "Gammarin Sodium")
        + conceptRow(4, "IN", "zetapril") + conceptRow(5, "IN", "inert ingredients")
        + conceptRow(6, "PIN", "alphazolam HCl") + conceptRow(7, "MIN", "alphazolam / betamycin")
        + conceptRow(10, "SCDC", "alphazolam 1 MG") + conceptRow(11, "SCDC", "betamycin 2 MG")
        + conceptRow(12, "SCDC", "zetapril 3 MG") + conceptRow(13, "SCDC", "gammarin sodium 4 MG")
        + conceptRow(20, "SCD", "alphazolam 1 MG Oral Tablet")
        + conceptRow(21, "SCD", "alphazolam 1 MG / betamycin 2 MG Oral Tablet")
        + conceptRow(22, "SCD", "alphazolam 1 MG / zetapril 3 MG Oral Tablet")
        + conceptRow(23, "SCD", "inert ingredients 1 MG Oral Tablet") + conceptRow(24, "SCDC", "inert ingredients 1 MG")
        + conceptRow(25, "SCD", "alphazolam 1 MG / lost 3 MG Oral Tablet") + conceptRow(26, "SCD", "gammarin 4 MG", "O")
        + conceptRow(30, "SBD", "alphazolam 1 MG / betamycin 2 MG Oral Tablet [Combix]")
        + conceptRow(40, "BN", "Combix") + conceptRow(41, "BN", "Dormix") + conceptRow(42, "BN", "Night Relief")
        + conceptRow(43, "BN", "Twice") + conceptRow(44, "BN", "twice") + conceptRow(45, "BN", "Oldbrand", "O")
        + conceptRow(46, "BN", "betamycin") + conceptRow(47, "BN", "Zetabrand") + conceptRow(48, "BN", "Halftold")
        + conceptRow(49, "BN", "Splitbrand") + conceptRow(31, "SBD", "alphazolam / betamycin [Halftold]")
        + conceptRow(32, "SBD", "alphazolam [Splitbrand]")
        + conceptRow(33, "SBD", "alphazolam / betamycin [Splitbrand]")
        + conceptRow(50, "GPCK", "{21 (alphazolam) / 7 (inert ingredients) } Pack")
        + conceptRow(51, "BPCK", "{21 (alphazolam) / 7 (inert ingredients) } Pack [Combix Pak]")
        + conceptRow(60, "DF", "Oral Tablet") + conceptRow(61, "IN", "of another source", "N", "MMSL");
    all[Table::ChangedCodes] = "910|20AA_200101F|21AA_210101F|1|21|\n911|20AA_200101F|21AA_210101F|2|21|\n";
    all[Table::Relations] =
        relation(6, "form_of", 1) + relation(7, "has_part", 1) + relation(7, "has_part", 2)
        + relation(10, "has_ingredient", 1) + relation(11, "has_ingredient", 2) + relation(12, "has_ingredient", 4)
        + relation(13, "has_ingredient", 3) + relation(24, "has_ingredient", 5) + relation(20, "consists_of", 10)
        + relation(21, "consists_of", 10) + relation(21, "consists_of", 11) + relation(21, "has_ingredients", 7)
        + relation(22, "consists_of", 10) + relation(22, "consists_of", 12) + relation(23, "consists_of", 24)
        + relation(25, "consists_of", 10) + relation(25, "consists_of", 99) + relation(26, "consists_of", 13)
        + relation(20, "has_dose_form", 60) + relation(30, "tradename_of", 21) + relation(30, "has_ingredient", 40)
        + relation(40, "tradename_of", 1) + relation(40, "tradename_of", 2) + relation(41, "tradename_of", 2)
        + relation(42, "tradename_of", 2) + relation(43, "tradename_of", 1) + relation(44, "tradename_of", 2)
        + relation(45, "tradename_of", 2) + relation(46, "tradename_of", 2) + relation(47, "tradename_of", 4)
        + relation(48, "tradename_of", 2) + relation(31, "has_ingredient", 48) + relation(31, "tradename_of", 21)
        + relation(49, "tradename_of", 1) + relation(32, "has_ingredient", 49) + relation(32, "tradename_of", 20)
        + relation(33, "has_ingredient", 49) + relation(33, "tradename_of", 21) + relation(50, "contains", 20)
        + relation(50, "contains", 23) + relation(51, "tradename_of", 50) + relation(20, "has_ingredient", 4, "MMSL");
    all[Table::Sources] = "C1|C1|MMSL_2025|MMSL|n|MMSL|2025||||\nC2|C2|RXNORM_20AA_250106F|RXNORM|n|RXNORM|"
                          "20AA_250106F||||\n";
    all[Table::Attributes] = attribute(20, "NDC", "00000000020") + attribute(21, "NDC", "00000-0000-21")
                             + attribute(22, "NDC", "00000000022") + attribute(20, "NDC", "00000000077")
                             + attribute(21, "NDC", "00000000077") + attribute(30, "NDC", "00000000021")
                             + attribute(20, "NDC", "12345") + attribute(20, "RXN_STRENGTH", "00000000099")
                             + attribute(20, "NDC", "00000000088", "MMSL");
    return all;
}

std::optional<RxNormRelease> released(const QMap<Table, QByteArray> &all, qsizetype piece = 1'000'000)
{
    RxNormRelease release;
    for (auto table = all.cbegin(); table != all.cend(); ++table) {
        for (qsizetype at = 0; at < table->size(); at += piece) {
            if (!release.add(table.key(), QByteArrayView(*table).sliced(at, std::min(piece, table->size() - at))))
                return std::nullopt;
        }
        if (!release.finishTable(table.key()))
            return std::nullopt;
    }
    return release;
}

std::shared_ptr<const KnowledgeBase> compiled(const QList<KnowledgeFile> &files, const KnowledgeManifest &manifest,
                                              const QList<KnowledgeAddition> &packs)
{
    QList<KnowledgeProblem> problems;
    const auto bytes = compileKnowledge(files, manifest, problems, packs);
    for (const KnowledgeProblem &problem : std::as_const(problems))
        qWarning("%s:%d: %s", qPrintable(problem.file), problem.line, qPrintable(problem.words));
    return bytes ? KnowledgeBase::open(*bytes).value() : nullptr;
}

std::shared_ptr<const KnowledgeBase> smallBase(const QList<KnowledgeAddition> &packs = {})
{
    return compiled({{u"base.kb"_s, s_base}}, {u"Test"_s, u"1"_s, u"2026-01-01"_s, u"2027-01-01"_s}, packs);
}

} // namespace

// From a release of RxNorm to a pack of names and codes.
class TestRxNorm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ndcForms_data();
    void ndcForms();
    void relationsLeadToIngredients();
    void piecesOfAnySize();
    void packOfARelease();
    void anotherLayout_data();
    void anotherLayout();
    void circles();
    void cancelled();
    void reference();

private:
    const std::atomic_bool m_goOn = false;
};

void TestRxNorm::ndcForms_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<QByteArray>("normalized");
    QTest::newRow("4-4-2") << "0056-0168-70"_ba << "00056016870"_ba;
    QTest::newRow("5-3-2") << "50419-403-03"_ba << "50419040303"_ba;
    QTest::newRow("5-4-1") << "12345-6789-0"_ba << "12345678900"_ba;
    QTest::newRow("5-4-2") << "00056-0168-70"_ba << "00056016870"_ba;
    QTest::newRow("eleven") << "00056016870"_ba << "00056016870"_ba;
    QTest::newRow("spaces around") << " 00056016870 "_ba << "00056016870"_ba;
    QTest::newRow("ten without hyphens") << "0056016870"_ba << QByteArray();
    QTest::newRow("two digits short") << "0056-168-70"_ba << QByteArray();
    QTest::newRow("product only") << "0056-0168"_ba << QByteArray();
    QTest::newRow("letters") << "0005601687A"_ba << QByteArray();
    QTest::newRow("a star") << "*0056-0168-70"_ba << QByteArray();
    QTest::newRow("too long") << "000560-168-70"_ba << QByteArray();
    QTest::newRow("nothing") << QByteArray() << QByteArray();
}

void TestRxNorm::ndcForms()
{
    QFETCH(const QByteArray, written);
    QFETCH(const QByteArray, normalized);
    QCOMPARE(Ndc::normalized(written), normalized);
}

void TestRxNorm::relationsLeadToIngredients()
{
    const auto release = released(tables());
    QVERIFY(release);
    QVERIFY(release->isComplete());
    QCOMPARE(release->date(), QDate(2025, 1, 6));
    using Codes = std::vector<RxNormRelease::Code>;
    QCOMPARE(release->ingredientsOf(1), Codes{1});
    QCOMPARE(release->ingredientsOf(6), Codes{1}); // precise ingredient
    QCOMPARE(release->ingredientsOf(20), Codes{1});
    QCOMPARE(release->ingredientsOf(21), (Codes{1, 2}));
    QCOMPARE(release->ingredientsOf(30), (Codes{1, 2}));
    QCOMPARE(release->ingredientsOf(51), (Codes{1, 5})); // branded pack, by the generic one
    QCOMPARE(release->ingredientsOf(25), Codes()); // one part is not there
    QCOMPARE(release->ingredientsOf(61), Codes()); // not RxNorm's own
    QCOMPARE(release->ingredientsOf(40), (Codes{1, 2}));
    QCOMPARE(release->ingredientsOf(48), (Codes{1, 2})); // what its drug has, not the half that is said of it
    QCOMPARE(release->ingredientsOf(49), Codes()); // two drugs, two answers
    QCOMPARE(release->successor(900), std::optional(20u)); // in two steps
    QCOMPARE(release->successor(902), std::nullopt); // to two
    QCOMPARE(release->successor(910), std::optional(21u));
    QCOMPARE(release->successor(911), std::nullopt); // was split
    QCOMPARE(release->successor(903), std::nullopt); // leads nowhere
}

void TestRxNorm::piecesOfAnySize()
{
    const auto whole = released(tables());
    auto windows = tables();
    for (QByteArray &text : windows)
        text = text.replace("\n", "\r\n").chopped(2); // also without the last line's end
    for (const auto &release : {released(tables(), 1), released(tables(), 7), released(windows, 13)}) {
        QVERIFY(release);
        QCOMPARE(release->concepts(), whole->concepts());
        QCOMPARE(release->names(), whole->names());
        QCOMPARE(release->ndcs(), whole->ndcs());
        QCOMPARE(release->merged(), whole->merged());
        QCOMPARE(release->ingredientsOf(21), whole->ingredientsOf(21));
    }
}

void TestRxNorm::packOfARelease()
{
    const auto release = released(tables());
    const auto base = smallBase();
    RxNormPack maker(*release, *base);
    const auto contents = maker.make(QDate(2026, 1, 1), m_goOn);
    QVERIFY(contents);
    QCOMPARE(contents->manifest.issued, QDate(2025, 1, 6));
    QCOMPARE(contents->manifest.base, u"1"_s);
    const RxNormReport &report = maker.report();
    QCOMPARE(report.notMapped, 3); // 12, 22 and 47: zetapril
    QCOMPARE(report.unknown.value(0), (std::pair(u"zetapril"_s, 3)));
    QCOMPARE(report.incomplete, 2); // 25 and 49
    QCOMPARE(report.ambiguousNdcs, 1);
    QCOMPARE(report.ingredientsByName, 1); // gammarin sodium
    QCOMPARE(report.ndcs, 2); // 20 and 21; 22 has zetapril
    QCOMPARE(report.retired, 3); // 900, 901, 910
    QCOMPARE(report.brands, 2); // Combix and Halftold
    QCOMPARE(report.brandsLeftOut, 2); // Night Relief; Twice
    QCOMPARE(report.otherInBase, 1); // Dormix
    // The base and the pack together.
    const PackKey key = *PackKey::generate();
    const auto file = PackFile::write(*contents, key);
    QVERIFY2(file, qPrintable(file ? QString() : file.error().detail));
    const auto both = smallBase({{contents->manifest.forCompiler(), contents->files}});
    QVERIFY(both);
    const Resolver resolver(both);
    const auto of = [&](CodeSystem system, const QByteArray &code) {
        const DrugCode given{system, code};
        QStringList names;
        for (const IngredientIndex index : resolver.resolve(std::span(&given, 1), {}).ingredients)
            names.append(both->ingredientName(index));
        return names.join(u'+');
    };
    QCOMPARE(of(CodeSystem::RxNorm, "20"), u"alphazolam"_s);
    QCOMPARE(of(CodeSystem::RxNorm, "21"), u"alphazolam+betamycin"_s);
    QCOMPARE(of(CodeSystem::RxNorm, "51"), u"alphazolam"_s); // what is inert is no drug
    QCOMPARE(of(CodeSystem::RxNorm, "26"), u"gammarin"_s); // obsolete, and still found
    QCOMPARE(of(CodeSystem::RxNorm, "900"), u"alphazolam"_s);
    QCOMPARE(of(CodeSystem::RxNorm, "22"), QString()); // half of it is not known
    QCOMPARE(of(CodeSystem::RxNorm, "25"), QString());
    QCOMPARE(of(CodeSystem::RxNorm, "23"), QString());
    QCOMPARE(of(CodeSystem::Ndc, "00000-0000-21"), u"alphazolam+betamycin"_s);
    QCOMPARE(of(CodeSystem::Ndc, "0000-0000-20"), u"alphazolam"_s);
    QCOMPARE(of(CodeSystem::Ndc, "00000000077"), QString()); // of two drugs
    QCOMPARE(of(CodeSystem::Ndc, "00000000088"), QString()); // another source's
    QCOMPARE(resolver.resolve(u"Combix 5 mg"_s).ingredients.size(), std::size_t(2));
    QCOMPARE(resolver.resolve(u"Dormix"_s).ingredients, std::vector<IngredientIndex>{0}); // the base stands
    QCOMPARE(resolver.resolve(u"Twice"_s).match, Match::None);
    QCOMPARE(resolver.resolve(u"Oldbrand"_s).match, Match::None);
    // Once more gives the same bytes.
    RxNormPack again(*release, *base);
    QCOMPARE(PackFile::write(*again.make(QDate(2026, 1, 1), m_goOn), key), *file);
}

void TestRxNorm::anotherLayout_data()
{
    QTest::addColumn<int>("table");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("concepts") << int(Table::Concepts) << "1|ENG|RXNORM|IN|warfarin|\n"_ba;
    QTest::newRow("relations") << int(Table::Relations) << "1|2|has_ingredient|\n"_ba;
    QTest::newRow("attributes") << int(Table::Attributes) << "1|NDC|00000000001|\n"_ba;
    QTest::newRow("one endless row") << int(Table::Concepts) << QByteArray(200'000, '|');
    QTest::newRow("no text at all") << int(Table::Concepts) << QByteArray(5000, '\0') + '\n';
}

void TestRxNorm::anotherLayout()
{
    QFETCH(const int, table);
    QFETCH(const QByteArray, text);
    QVERIFY(!released({{Table(table), text}}, 1000));
}

// Relations that lead back to where they began do not end the program.
void TestRxNorm::circles()
{
    auto all = tables();
    all[Table::Concepts] += conceptRow(70, "SCD", "round") + conceptRow(71, "SCD", "and round");
    all[Table::Relations] += relation(70, "contains", 71) + relation(71, "contains", 70) + relation(70, "contains", 20);
    all[Table::AtomArchive] += archived(80, 81) + archived(81, 80);
    const auto release = released(all);
    QVERIFY(release);
    QVERIFY(release->ingredientsOf(70).empty());
    QVERIFY(!release->successor(80));
}

void TestRxNorm::cancelled()
{
    const std::atomic_bool stop = true;
    const auto release = released(tables());
    const auto base = smallBase();
    QVERIFY(!RxNormPack(*release, *base).make(QDate(2026, 1, 1), stop));
}

// At the size of life: every code of the shared reference leads to exactly the ingredients it names, or nowhere.
void TestRxNorm::reference()
{
    QFile reference(QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/safety/rxnorm_reference.tsv"_s);
    if (!reference.open(QIODevice::ReadOnly))
        QSKIP("the shared reference is not here");
    QMap<Table, QByteArray> all;
    QHash<int, QList<int>> ingredients;
    for (const QByteArray &line : reference.readAll().split('\n').mid(1)) {
        const QByteArrayList cells = line.split('\t');
        if (cells.size() < 4)
            continue;
        const int code = cells[0].toInt();
        all[Table::Concepts] += conceptRow(code, cells[1].constData(), cells[2].constData());
        for (const QByteArray &part : cells[3].split('|')) {
            ingredients[code].append(part.toInt());
            if (cells[1] != "IN")
                all[Table::Relations] += relation(code, "has_ingredient", part.toInt());
        }
    }
    QVERIFY(ingredients.size() > 30'000);
    QElapsedTimer timer;
    timer.start();
    const auto release = released(all);
    QVERIFY(release);
    const auto &base = *embeddedKnowledge();
    RxNormPack maker(*release, *base);
    const auto contents = maker.make(QDate(2026, 1, 1), m_goOn);
    QVERIFY(contents);
    const qint64 made = timer.elapsed();
    const auto both =
        compiled(*embeddedSources(), manifestOf(*base), {{contents->manifest.forCompiler(), contents->files}});
    QVERIFY(both);
    int found = 0;
    for (auto it = ingredients.cbegin(); it != ingredients.cend(); ++it) {
        const auto targets = both->findCode(CodeSystem::RxNorm, QByteArray::number(it.key()));
        if (targets.empty() || !base->findCode(CodeSystem::RxNorm, QByteArray::number(it.key())).empty())
            continue;
        ++found;
        std::set<IngredientIndex> should;
        for (const int part : *it) {
            if (part == 748794) // inert ingredients
                continue;
            const auto one = both->findCode(CodeSystem::RxNorm, QByteArray::number(part));
            QVERIFY2(one.size() == 1, qPrintable(QString::number(it.key())));
            should.insert(one.front());
        }
        QVERIFY2(std::ranges::equal(targets, should), qPrintable(QString::number(it.key())));
    }
    const RxNormReport &report = maker.report();
    qInfo("%d of %d codes, %d brands; not mapped %d, unknown ingredients %d, other in base %d, left out %d; made in "
          "%lld ms, compiled in %lld ms",
          found, report.concepts, report.brands, report.notMapped, int(report.unknown.size()), report.otherInBase,
          report.brandsLeftOut, made, timer.elapsed() - made);
    QVERIFY(found > 20'000);
    QVERIFY(report.brands > 100);
}

QTEST_GUILESS_MAIN(TestRxNorm)
#include "tst_rxnorm.moc"
