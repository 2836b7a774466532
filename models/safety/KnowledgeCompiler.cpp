// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeCompiler.h"

#include "safety/DrugName.h"
#include "safety/KnowledgeCodes.h"
#include "safety/KnowledgeLines.h"
#include "safety/KnowledgePackCheck.h"
#include "safety/KnowledgeRules.h"
#include "safety/KnowledgeTermBlocks.h"
#include "safety/KnowledgeWriter.h"

#include <QDate>
#include <QHash>
#include <QSet>
#include <algorithm>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

namespace {

constexpr int s_mostWords = 16; // of a name

struct Ingredient
{
    const KnowledgeBlock *block = nullptr;
    IngredientLines lines;
    QSet<int> classes; // with parents
};

// One name and what it stands for.
struct NameEntry
{
    NameKind kind = NameKind::Ingredient;
    QList<quint16> targets;
    const KnowledgeBlock *block = nullptr;
};

class Compiler
{
public:
    Compiler(const KnowledgeManifest &manifest, const QList<KnowledgeAddition> &packs,
             QList<KnowledgeProblem> &problems)
        : m_manifest(manifest)
        , m_packs(packs)
        , m_problems(problems)
        , m_codes(problems)
    { }

    std::optional<QByteArray> compile(const QList<KnowledgeFile> &files)
    {
        const qsizetype before = m_problems.size();
        for (const KnowledgeFile &file : files)
            m_blocks += readKnowledge(file, m_problems);
        readPacks();
        sortBlocks();
        readClasses();
        readIngredients();
        readProducts();
        for (const KnowledgeBlock *block : std::as_const(m_codeBlocks))
            m_codes.read(*block, m_index);
        m_codes.write(m_writer);
        readTerms();
        readRules();
        if (m_ingredients.isEmpty())
            m_problems.append({{}, 0, u"no ingredients"_s});
        return m_problems.size() > before ? std::nullopt : std::optional(write());
    }

private:
    void problem(const KnowledgeBlock &block, const QString &words, int line = 0)
    {
        m_problems.append({block.file, line > 0 ? line : block.number, block.id + u": "_s + words});
    }

    void readPacks()
    {
        if (m_packs.size() > mostKnowledgePacks)
            m_problems.append({{}, 0, u"too many packs"_s});
        for (qsizetype i = 0; i < std::min(m_packs.size(), mostKnowledgePacks); ++i) {
            for (KnowledgeFile file : m_packs[i].files) {
                file.name = m_packs[i].manifest.name + u'/' + file.name;
                file.pack = quint8(i + 1);
                m_blocks += readKnowledge(file, m_problems);
            }
        }
        KnowledgePackCheck check(m_problems);
        for (const KnowledgeBlock &block : std::as_const(m_blocks))
            check.check(block);
    }

    void sortBlocks()
    {
        for (const KnowledgeBlock &block : std::as_const(m_blocks)) {
            if (const auto vocabulary = vocabularyOf(block.kind)) {
                for (const KnowledgeLine &line : block.lines) {
                    for (const QString &id : knowledgeList(line.value))
                        m_terms.add(*vocabulary, id);
                }
            } else if (block.kind == "class"_L1) {
                m_classBlocks.append(&block);
            } else if (block.kind == "reference"_L1) {
                m_references.append(&block);
                m_terms.references.insert(block.id);
            } else if (block.kind == "ingredient"_L1) {
                m_ingredients.append({&block, {}, {}});
            } else if (block.kind == "product"_L1) {
                m_products.append(&block);
            } else if (block.kind == "codes"_L1) {
                m_codeBlocks.append(&block);
            } else if (KnowledgeRules::isRule(block)) {
                m_rules.append(&block);
            } else if (KnowledgeTermBlocks::isTerm(block)) {
                m_termBlocks.append(&block);
            } else {
                problem(block, u"unknown block "_s + block.kind);
            }
        }
        std::ranges::stable_sort(m_ingredients, {}, [](const Ingredient &i) { return i.block->id; });
    }

    void readTerms()
    {
        for (const auto &[vocabulary, id, unit] : std::as_const(m_terms.all)) {
            TermRow row;
            row.vocabulary = quint32(vocabulary);
            row.id = m_writer.text(id);
            row.extra = m_writer.text(unit);
            m_writer.terms.append(row);
        }
        if (m_terms.all.size() > 0xfffe)
            m_problems.append({{}, 0, u"too many terms"_s});
        KnowledgeTermBlocks terms(m_terms, m_writer, m_problems);
        for (const KnowledgeBlock *block : std::as_const(m_termBlocks))
            terms.read(*block);
        terms.finish();
    }

    void readRules()
    {
        QList<SelectableIngredient> selectable;
        for (const Ingredient &ingredient : std::as_const(m_ingredients))
            selectable.append({ingredient.block->id, &ingredient.lines, &ingredient.classes});
        KnowledgeRules rules(m_terms, m_classIndex, selectable, m_writer, m_problems);
        for (const KnowledgeBlock *block : std::as_const(m_rules))
            rules.read(*block);
        rules.finish();
    }

    void readClasses()
    {
        for (const KnowledgeBlock *block : std::as_const(m_classBlocks)) {
            if (m_classIndex.contains(block->id))
                problem(*block, u"class twice"_s);
            m_classIndex.insert(block->id, int(m_classIndex.size()));
            if (!block->line(u"name"))
                problem(*block, u"class without a name"_s);
        }
        for (const KnowledgeBlock *block : std::as_const(m_classBlocks)) {
            QList<int> parents;
            if (const KnowledgeLine *line = block->line(u"parent")) {
                for (const QString &parent : knowledgeList(line->value)) {
                    if (m_classIndex.contains(parent))
                        parents.append(m_classIndex.value(parent));
                    else
                        problem(*block, u"no class "_s + parent, line->number);
                }
            }
            m_parents.append(parents);
        }
    }

    void addClass(QSet<int> &set, int index)
    {
        if (set.contains(index))
            return; // also ends a circle
        set.insert(index);
        for (const int parent : std::as_const(m_parents[index]))
            addClass(set, parent);
    }

    void readIngredients()
    {
        QHash<quint32, const KnowledgeBlock *> codes;
        for (qsizetype i = 0; i < m_ingredients.size(); ++i) {
            Ingredient &ingredient = m_ingredients[i];
            const KnowledgeBlock &block = *ingredient.block;
            if (m_index.contains(block.id))
                problem(block, u"ingredient twice"_s);
            m_index.insert(block.id, quint16(i));
            ingredient.lines = readIngredientLines(block, m_terms, m_problems);
            for (const QString &id : std::as_const(ingredient.lines.classes)) {
                if (m_classIndex.contains(id))
                    addClass(ingredient.classes, m_classIndex.value(id));
                else
                    problem(block, u"no class "_s + id);
            }
            if (const quint32 code = ingredient.lines.row.rxcui) {
                if (const KnowledgeBlock *other = codes.value(code))
                    problem(block, u"RxNorm code also of "_s + other->id);
                codes.insert(code, &block);
            }
            const QList<quint16> self{quint16(i)};
            addName(block.id, {NameKind::Ingredient, self, &block});
            for (const QString &name : std::as_const(ingredient.lines.synonyms))
                addName(name, {NameKind::Synonym, self, &block});
            for (const QString &name : std::as_const(ingredient.lines.brands))
                addName(name, {NameKind::Brand, self, &block});
            for (const QString &code : std::as_const(ingredient.lines.atc))
                m_codes.add(CodeSystem::Atc, code, self, block);
            if (ingredient.lines.row.rxcui > 0)
                m_codes.add(CodeSystem::RxNorm, QString::number(ingredient.lines.row.rxcui), self, block);
        }
        if (m_ingredients.size() > 0xfffe)
            m_problems.append({{}, 0, u"too many ingredients"_s});
    }

    void readProducts()
    {
        for (const KnowledgeBlock *block : std::as_const(m_products)) {
            NameEntry entry{NameKind::Combination, {}, block};
            QStringList names{block->id};
            QStringList atc;
            for (const KnowledgeLine &line : block->lines) {
                if (line.key == "of"_L1) {
                    for (const QString &id : knowledgeList(line.value)) {
                        if (m_index.contains(id))
                            entry.targets.append(m_index.value(id));
                        else
                            problem(*block, u"no ingredient "_s + id, line.number);
                    }
                } else if (line.key == "aka"_L1) {
                    names += knowledgeList(line.value);
                } else if (line.key == "atc"_L1) {
                    atc += knowledgeList(line.value);
                } else if (line.key != "source"_L1) {
                    problem(*block, u"unknown line "_s + line.key, line.number);
                }
            }
            std::ranges::sort(entry.targets);
            if (entry.targets.isEmpty())
                problem(*block, u"of nothing"_s);
            for (const QString &name : std::as_const(names))
                addName(name, entry);
            for (const QString &code : std::as_const(atc))
                m_codes.add(CodeSystem::Atc, code, entry.targets, *block);
        }
    }

    // One name for two things is refused: which of them a source means cannot be known.
    void addName(const QString &text, const NameEntry &entry)
    {
        const QByteArray name = DrugName::normalized(text);
        if (name.isEmpty() || name.count(' ') >= s_mostWords) {
            problem(*entry.block, u"no name: "_s + text);
            return;
        }
        const auto known = m_names.constFind(name);
        if (known == m_names.constEnd())
            m_names.insert(name, entry);
        else if (known->targets != entry.targets)
            problem(*entry.block,
                    u"\"%1\" is also a name of %2 (%3:%4)"_s.arg(text, known->block->id, known->block->file)
                        .arg(known->block->number));
    }

    QByteArray write()
    {
        KnowledgeWriter &writer = m_writer;
        Header &header = writer.header();
        header.name = writer.text(m_manifest.name);
        header.release = writer.text(m_manifest.release);
        header.issued = writer.text(m_manifest.issued);
        header.expires = writer.text(m_manifest.expires);
        writePack(m_manifest);
        for (const KnowledgeAddition &pack : m_packs)
            writePack(pack.manifest);
        header.classWords = quint32(std::max<qsizetype>((m_classBlocks.size() + 63) / 64, 1));
        for (const KnowledgeBlock *block : std::as_const(m_classBlocks))
            writer.classes.append({writer.text(block->id), writer.text(block->line(u"name")->value)});
        for (const KnowledgeBlock *block : std::as_const(m_references)) {
            const KnowledgeLine *cite = block->line(u"cite");
            writer.references.append({writer.text(block->id), writer.text(cite ? cite->value : QString())});
        }
        for (const Ingredient &ingredient : std::as_const(m_ingredients))
            writeIngredient(writer, ingredient);
        writeNames(writer);
        return writer.finish();
    }

    void writePack(const KnowledgeManifest &manifest)
    {
        m_writer.packs.append({m_writer.text(manifest.name), m_writer.text(manifest.release),
                               m_writer.text(manifest.issued), m_writer.text(manifest.expires),
                               m_writer.text(manifest.publisher)});
    }

    static void writeIngredient(KnowledgeWriter &writer, const Ingredient &ingredient)
    {
        IngredientRow row = ingredient.lines.row;
        row.name = writer.text(ingredient.block->id);
        row.source = writer.text(ingredient.lines.source);
        row.pack = ingredient.block->pack;
        row.firstFact = quint32(writer.facts.size());
        row.factCount = quint16(ingredient.lines.facts.size());
        for (const FactLine &line : ingredient.lines.facts) {
            FactRow fact = line.row;
            fact.words = writer.text(line.words);
            fact.source = writer.text(line.source);
            writer.facts.append(fact);
        }
        writer.ingredients.append(row);
        QList<quint64> set(qsizetype(writer.header().classWords), 0);
        for (const int index : ingredient.classes)
            set[index / 64] |= quint64(1) << (index % 64);
        writer.classSets += set;
    }

    void writeNames(KnowledgeWriter &writer)
    {
        QMap<QByteArray, int> longest; // words, by first word
        QMap<QByteArray, QList<QByteArray>> bySpelling;
        for (auto name = m_names.cbegin(); name != m_names.cend(); ++name) {
            const qsizetype space = name.key().indexOf(' ');
            int &words = longest[space < 0 ? name.key() : name.key().first(space)];
            words = std::max(words, int(name.key().count(' ')) + 1);
            bySpelling[DrugName::spellingKey(name.key())].append(name.key());
        }
        QList<KnowledgeWriter::NameEntry> names;
        for (auto name = m_names.cbegin(); name != m_names.cend(); ++name)
            names.append({name.key(), name->kind, writer.targets(name->targets), int(name->targets.size()),
                          int(name.key().count(' ')) + 1});
        for (auto first = longest.cbegin(); first != longest.cend(); ++first)
            names.append({first.key(), NameKind::FirstWord, 0, 0, first.value()});
        writer.names = KnowledgeWriter::table(writer, names);
        // A spelling that two drugs have in common tells neither.
        QList<KnowledgeWriter::NameEntry> spellings;
        for (auto spelling = bySpelling.cbegin(); spelling != bySpelling.cend(); ++spelling) {
            const NameEntry &entry = m_names[spelling->first()];
            const bool unique = std::ranges::all_of(
                *spelling, [&](const QByteArray &name) { return m_names[name].targets == entry.targets; });
            if (unique && spelling.key().size() >= 5)
                spellings.append({spelling.key(), entry.kind, writer.targets(entry.targets), int(entry.targets.size()),
                                  int(spelling.key().count(' ')) + 1});
        }
        writer.spellings = KnowledgeWriter::table(writer, spellings);
    }

    const KnowledgeManifest &m_manifest;
    const QList<KnowledgeAddition> &m_packs;
    KnowledgeWriter m_writer;
    QList<const KnowledgeBlock *> m_rules;
    QList<const KnowledgeBlock *> m_termBlocks;
    QList<KnowledgeProblem> &m_problems;
    QList<KnowledgeBlock> m_blocks;
    KnowledgeVocabulary m_terms;
    QList<const KnowledgeBlock *> m_classBlocks;
    QHash<QString, int> m_classIndex;
    QList<QList<int>> m_parents;
    QList<const KnowledgeBlock *> m_references;
    QList<Ingredient> m_ingredients;
    QHash<QString, quint16> m_index;
    QList<const KnowledgeBlock *> m_products;
    QMap<QByteArray, NameEntry> m_names; // in their order, so that the same files make the same bytes
    QList<const KnowledgeBlock *> m_codeBlocks;
    KnowledgeCodes m_codes;
};

} // namespace

std::optional<QByteArray> compileKnowledge(const QList<KnowledgeFile> &files, const KnowledgeManifest &manifest,
                                           QList<KnowledgeProblem> &problems, const QList<KnowledgeAddition> &packs)
{
    return Compiler(manifest, packs, problems).compile(files);
}

} // namespace Chartline::Safety
