// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeRules.h"

#include "safety/KnowledgeWords.h"

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using KnowledgeWords::oneOf;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array s_acts{"unless", "lower", "raise", "washout"};
constexpr std::array s_mechanisms{"inhibition", "induction", "activation-blocked", "activation-raised"};

// ">=weak" → the smallest level; nothing: not of this form.
template<std::size_t N>
std::optional<quint8> atLeast(const std::array<const char *, N> &words, const QString &text, QString &term)
{
    const qsizetype at = text.indexOf(">="_L1);
    term = at < 0 ? text : text.first(at);
    return at < 0 ? std::optional<quint8>(quint8(1)) : oneOf(words, QStringView(text).sliced(at + 2));
}

} // namespace

KnowledgeRules::KnowledgeRules(const KnowledgeVocabulary &vocabulary, const QHash<QString, int> &classes,
                               const QList<SelectableIngredient> &ingredients, KnowledgeWriter &writer,
                               QList<KnowledgeProblem> &problems)
    : m_vocabulary(vocabulary)
    , m_classes(classes)
    , m_ingredients(ingredients)
    , m_writer(writer)
    , m_problems(problems)
{
    for (qsizetype i = 0; i < ingredients.size(); ++i)
        m_byName.insert(ingredients[i].name, i);
}

void KnowledgeRules::wrong(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &words)
{
    m_problems.append(
        {block.file, line.number,
         u"%1: %2"_s.arg(block.id, words.isEmpty() ? u"cannot be read: %1 %2"_s.arg(line.key, line.value) : words)});
}

std::optional<Tier> KnowledgeRules::tierOf(const QString &word) const
{
    const auto found = oneOf(KnowledgeWords::tiers, word);
    return found ? std::optional(Tier(*found)) : std::nullopt;
}

const KnowledgeRules::Kind *KnowledgeRules::kindOf(const KnowledgeBlock &block)
{
    static constexpr Kind kinds[] = {{"rule", &KnowledgeRules::readRule},
                                     {"additive", &KnowledgeRules::readAdditive},
                                     {"mechanism", &KnowledgeRules::readMechanism},
                                     {"exception", &KnowledgeRules::readException},
                                     {"duplicate", &KnowledgeRules::readDuplicate}};
    const auto found =
        std::ranges::find_if(kinds, [&](const Kind &kind) { return block.kind == QLatin1StringView(kind.name); });
    return found == std::end(kinds) ? nullptr : found;
}

bool KnowledgeRules::isRule(const KnowledgeBlock &block)
{
    return kindOf(block) != nullptr;
}

void KnowledgeRules::read(const KnowledgeBlock &block)
{
    if (const Kind *kind = kindOf(block))
        (this->*kind->read)(block);
}

// "class nitrate & not drug x | drug y" → its number.
quint16 KnowledgeRules::selector(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &text)
{
    const QString plain = text.simplified();
    // "not drug x" only takes one out of a class.
    if (QString(plain).remove("not drug "_L1).contains("drug "_L1))
        m_namesDrugs = true;
    if (const auto known = m_selectors.constFind(plain); known != m_selectors.constEnd())
        return *known;
    QBitArray set(m_ingredients.size());
    for (const QString &alternative : plain.split(u" | "_s)) {
        QBitArray all(m_ingredients.size(), true);
        for (const QString &term : alternative.split(u" & "_s)) {
            const bool negated = term.startsWith("not "_L1);
            const QBitArray one = knownTermSet(block, line, (negated ? term.mid(4) : term).trimmed());
            all &= negated ? ~one : one;
        }
        set |= all;
    }
    if (set.count(true) == 0)
        wrong(block, line, u"selects nothing: "_s + plain);
    const auto number = quint16(m_sets.size());
    m_selectors.insert(plain, number);
    m_sets.append(set);
    return number;
}

// Many selectors name the same terms. One that selects nothing is looked at each time, so that each place is told.
QBitArray KnowledgeRules::knownTermSet(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &term)
{
    if (const auto known = m_terms.constFind(term); known != m_terms.constEnd())
        return *known;
    const QBitArray set = termSet(block, line, term);
    if (set.count(true) > 0)
        m_terms.insert(term, set);
    return set;
}

QBitArray KnowledgeRules::termSet(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &term)
{
    QBitArray set(m_ingredients.size());
    const QString kind = term.section(u' ', 0, 0);
    const QString rest = term.section(u' ', 1);
    const auto fill = [&](auto fits) {
        for (qsizetype i = 0; i < m_ingredients.size(); ++i)
            set.setBit(i, fits(m_ingredients[i]));
    };
    const auto withFact = [&](Vocabulary vocabulary, FactKind fact, const QString &id, std::optional<quint8> least) {
        const auto found = m_vocabulary.find(vocabulary, id);
        if (!found || !least) {
            wrong(block, line, u"cannot be read: "_s + term);
            return;
        }
        fill([&](const SelectableIngredient &ingredient) {
            return std::ranges::any_of(ingredient.lines->facts, [&](const FactLine &known) {
                return known.row.kind == quint8(fact) && known.row.term == *found && known.row.level >= *least;
            });
        });
    };
    QString id;
    if (kind == "drug"_L1) {
        if (const auto found = m_byName.constFind(rest); found != m_byName.constEnd())
            set.setBit(*found);
        else
            wrong(block, line, u"no ingredient "_s + rest);
    } else if (kind == "class"_L1) {
        if (m_classes.contains(rest))
            fill([&](const SelectableIngredient &i) { return i.classes->contains(m_classes.value(rest)); });
        else
            wrong(block, line, u"no class "_s + rest);
    } else if (kind == "does"_L1) {
        const auto least = atLeast(KnowledgeWords::levels, rest, id);
        withFact(Vocabulary::Effects, FactKind::Does, id, least);
    } else if (kind == "inhibits"_L1 || kind == "induces"_L1) {
        const auto least = atLeast(KnowledgeWords::strengths, rest, id);
        withFact(Vocabulary::Systems, kind == "inhibits"_L1 ? FactKind::Inhibits : FactKind::Induces, id, least);
    } else if (kind == "substrate"_L1) {
        const auto least = atLeast(KnowledgeWords::sensitivities, rest, id);
        withFact(Vocabulary::Systems, FactKind::Substrate, id, least);
    } else if (kind == "activated"_L1) {
        const auto least = atLeast(KnowledgeWords::activations, rest, id);
        withFact(Vocabulary::Systems, FactKind::Activated, id, least);
    } else if (kind == "handling"_L1) {
        withFact(Vocabulary::Handling, FactKind::Handling, rest, quint8(0));
    } else if (kind == "allergen"_L1) {
        withFact(Vocabulary::Allergens, FactKind::Allergen, rest, quint8(0));
    } else if (kind == "index"_L1 || kind == "kind"_L1) {
        const auto value =
            kind == "index"_L1 ? oneOf(KnowledgeWords::indices, rest) : oneOf(KnowledgeWords::kinds, rest);
        if (!value)
            wrong(block, line, u"cannot be read: "_s + term);
        fill([&](const SelectableIngredient &i) {
            return (kind == "index"_L1 ? i.lines->row.index : i.lines->row.kind) == value.value_or(0xff);
        });
    } else {
        wrong(block, line, u"cannot be read: "_s + term);
    }
    return set;
}

bool KnowledgeRules::readWords(const KnowledgeLine &line, WordsRow &words)
{
    if (line.key == "happens"_L1)
        words.happens = m_writer.text(line.words);
    else if (line.key == "do"_L1)
        words.manage = m_writer.text(line.words);
    else if (line.key == "why"_L1)
        words.why = m_writer.text(line.words);
    else if (line.key == "source"_L1)
        words.source = m_writer.text(line.source.isEmpty() ? line.value : line.value + u" @"_s + line.source);
    else
        return false;
    return true;
}

void KnowledgeRules::finishWords(const KnowledgeBlock &block, WordsRow &words)
{
    words.pack = block.pack;
    if (words.happens.length == 0 || words.manage.length == 0 || words.why.length == 0 || words.source.length == 0)
        m_problems.append({block.file, block.number, block.id + u": happens, do, why and source are all needed"_s});
}

bool KnowledgeRules::readContext(const KnowledgeBlock &block, const KnowledgeLine &line)
{
    const auto act = oneOf(s_acts, line.key);
    if (!act)
        return false;
    ContextRow row;
    row.act = *act;
    row.words = m_writer.text(line.words);
    if (line.words.isEmpty())
        wrong(block, line, u"says not why"_s);
    if (ContextAct(*act) == ContextAct::Washout) {
        const QStringList parts = line.value.split(u' ');
        bool ok = false;
        const double number = parts.value(1).toDouble(&ok);
        row.kind = quint8(ContextKind::After);
        row.side = parts.value(0).at(0).toLatin1();
        row.number = float(parts.value(2) == "d"_L1 ? number * 24 : number);
        if (!ok || parts.size() != 3 || (row.side != 'a' && row.side != 'b')
            || (parts[2] != "d"_L1 && parts[2] != "h"_L1))
            wrong(block, line);
    } else if (!readContextKind(block, line, line.value, row)) {
        wrong(block, line);
    }
    m_writer.contexts.append(row);
    return true;
}

bool KnowledgeRules::readContextKind(const KnowledgeBlock &block, const KnowledgeLine &line, const QString &text,
                                     ContextRow &row)
{
    const QString kind = text.section(u' ', 0, 0);
    const QString rest = text.section(u' ', 1).trimmed();
    const QStringList parts = rest.split(u' ', Qt::SkipEmptyParts);
    bool ok = true;
    const auto compare = [&](const QString &sign, const QString &number) {
        row.compare = sign.startsWith(u'<') ? '<' : sign.startsWith(u'>') ? '>' : '\0';
        bool numeric = false;
        row.number = number.toFloat(&numeric);
        ok = ok && numeric && row.compare != '\0';
    };
    const auto term = [&](Vocabulary vocabulary, const QString &id) {
        const auto found = m_vocabulary.find(vocabulary, id);
        row.term = found.value_or(none);
        ok = ok && found.has_value();
    };
    if (kind == "with"_L1 || kind == "no"_L1) {
        row.kind = quint8(kind == "with"_L1 ? ContextKind::With : ContextKind::Without);
        row.selector = selector(block, line, rest);
    } else if (kind == "condition"_L1) {
        row.kind = quint8(ContextKind::Condition);
        term(Vocabulary::Conditions, rest);
    } else if (kind == "lab"_L1) {
        row.kind = quint8(ContextKind::Lab);
        term(Vocabulary::Labs, parts.value(0));
        compare(parts.value(1), parts.value(2));
    } else if (kind == "age"_L1) {
        row.kind = quint8(ContextKind::Age);
        compare(parts.value(0), parts.value(1));
    } else if (kind == "sex"_L1) {
        row.kind = quint8(ContextKind::Sex);
        row.compare = parts.value(0) == "F"_L1 ? 'F' : 'M';
    } else if (kind == "route"_L1 && parts.size() == 3) {
        row.kind = quint8(ContextKind::Route);
        term(Vocabulary::Routes, parts[0]);
        row.side = parts[2].at(0).toLatin1();
    } else if (kind == "dose"_L1 && parts.size() == 5) {
        row.kind = quint8(ContextKind::Dose);
        row.side = parts[1].at(0).toLatin1();
        compare(parts[2], parts[3]);
        ok = ok && parts[4] == "mg"_L1;
    } else if (kind == "tolerated"_L1) {
        row.kind = quint8(ContextKind::Tolerated);
    } else {
        ok = false;
    }
    return ok;
}

void KnowledgeRules::readRule(const KnowledgeBlock &block)
{
    RuleRow row;
    row.id = m_writer.text(block.id);
    if (m_ruleIds.contains(block.id))
        m_problems.append({block.file, block.number, block.id + u": rule twice"_s});
    m_ruleIds.insert(block.id);
    row.firstEffect = quint32(m_writer.ruleEffects.size());
    row.firstContext = quint32(m_writer.contexts.size());
    m_namesDrugs = false;
    bool pair = false;
    for (const KnowledgeLine &line : block.lines) {
        if (line.key == "a"_L1) {
            row.a = selector(block, line, line.value);
        } else if (line.key == "b"_L1) {
            row.b = selector(block, line, line.value);
        } else if (line.key == "c"_L1) {
            row.c = selector(block, line, line.value);
        } else if (line.key == "tier"_L1) {
            const auto tier = tierOf(line.value);
            row.tier = quint8(tier.value_or(Tier::None));
            if (!tier)
                wrong(block, line);
        } else if (line.key == "evidence"_L1) {
            const auto evidence = oneOf(KnowledgeWords::evidence, line.value);
            row.evidence = evidence.value_or(0);
            if (!evidence)
                wrong(block, line);
        } else if (line.key == "effect"_L1) {
            for (const QString &id : knowledgeList(line.value)) {
                const auto effect = m_vocabulary.find(Vocabulary::Effects, id);
                if (!effect)
                    wrong(block, line, u"no effect "_s + id);
                m_writer.ruleEffects.append(effect.value_or(0));
            }
        } else if (!readWords(line, row.words)) {
            pair = m_namesDrugs; // of the sides, which come first
            if (!readContext(block, line))
                wrong(block, line);
        }
        if (line.key == "a"_L1 || line.key == "b"_L1)
            pair = m_namesDrugs;
    }
    row.isPair = pair ? 1 : 0;
    row.effectCount = quint16(quint32(m_writer.ruleEffects.size()) - row.firstEffect);
    row.contextCount = quint16(quint32(m_writer.contexts.size()) - row.firstContext);
    if (row.a == none || row.b == none || row.tier == 0 || row.effectCount == 0)
        m_problems.append({block.file, block.number, block.id + u": a, b, tier and effect are needed"_s});
    finishWords(block, row.words);
    m_writer.rules.append(row);
}

void KnowledgeRules::readAdditive(const KnowledgeBlock &block)
{
    AdditiveRow row;
    const auto effect = m_vocabulary.find(Vocabulary::Effects, block.id);
    if (!effect)
        m_problems.append({block.file, block.number, u"no effect "_s + block.id});
    row.effect = effect.value_or(0);
    row.firstContext = quint32(m_writer.contexts.size());
    for (const KnowledgeLine &line : block.lines) {
        if (line.key == "levels"_L1) {
            const QStringList parts = line.value.split(u' ');
            const auto tier = tierOf(parts.value(2));
            const int a = parts.value(0).toInt();
            const int b = parts.value(1).toInt();
            if (!tier || a < 1 || a > 3 || b < 1 || b > 3)
                wrong(block, line);
            else
                row.tiers[std::size_t(a)][std::size_t(b)] = row.tiers[std::size_t(b)][std::size_t(a)] = quint8(*tier);
        } else if (!readWords(line, row.words) && !readContext(block, line)) {
            wrong(block, line);
        }
    }
    row.contextCount = quint16(quint32(m_writer.contexts.size()) - row.firstContext);
    finishWords(block, row.words);
    m_writer.additives.append(row);
}

// "levels strong sensitive narrow interruptive"; "any" for an index stands for all three.
void KnowledgeRules::readMechanism(const KnowledgeBlock &block)
{
    MechanismRow row;
    const auto act = oneOf(s_mechanisms, block.id);
    if (!act)
        m_problems.append({block.file, block.number, u"no mechanism "_s + block.id});
    row.act = act.value_or(0);
    const bool activation = row.act >= quint8(MechanismAct::ActivationBlocked);
    for (const KnowledgeLine &line : block.lines) {
        if (line.key == "levels"_L1) {
            const QStringList parts = line.value.split(u' ');
            const auto strength = oneOf(KnowledgeWords::strengths, parts.value(0));
            const auto level = activation ? oneOf(KnowledgeWords::activations, parts.value(1))
                                          : oneOf(KnowledgeWords::sensitivities, parts.value(1));
            const auto index = oneOf(KnowledgeWords::indices, parts.value(2));
            const auto tier = tierOf(parts.value(3));
            if (!strength || !level || !tier || (!index && parts.value(2) != "any"_L1)) {
                wrong(block, line);
                continue;
            }
            for (std::size_t i = 0; i < 3; ++i) {
                if (!index || *index == i)
                    row.tiers[*strength][*level][i] = quint8(*tier);
            }
        } else if (!readWords(line, row.words)) {
            wrong(block, line);
        }
    }
    finishWords(block, row.words);
    m_writer.mechanisms.append(row);
}

void KnowledgeRules::readException(const KnowledgeBlock &block)
{
    ExceptionRow row;
    row.id = m_writer.text(block.id);
    row.pack = block.pack;
    for (const KnowledgeLine &line : block.lines) {
        const QString first = line.value.section(u' ', 0, 0);
        if (line.key == "a"_L1) {
            row.a = selector(block, line, line.value);
        } else if (line.key == "b"_L1) {
            row.b = selector(block, line, line.value);
        } else if (line.key == "why"_L1) {
            row.why = m_writer.text(line.words);
        } else if (line.key == "of"_L1 && first == "effect"_L1) {
            const auto effect = m_vocabulary.find(Vocabulary::Effects, line.value.section(u' ', 1));
            row.of = quint8(ExceptionOf::Effect);
            row.effect = effect.value_or(none);
            if (!effect)
                wrong(block, line);
        } else if (line.key == "of"_L1 && (first == "mechanism"_L1 || first == "everything"_L1)) {
            row.of = quint8(first == "mechanism"_L1 ? ExceptionOf::Mechanism : ExceptionOf::Everything);
        } else if (line.key == "of"_L1) {
            row.of = quint8(ExceptionOf::Rule);
            row.rule = m_writer.text(line.value);
            m_mentioned.append({line.value, block.file, line.number});
        } else if (line.key != "source"_L1) {
            wrong(block, line);
        }
    }
    if (row.a == none || row.b == none || row.why.length == 0)
        m_problems.append({block.file, block.number, block.id + u": a, b and why are needed"_s});
    m_writer.exceptions.append(row);
}

void KnowledgeRules::readDuplicate(const KnowledgeBlock &block)
{
    DuplicateRow row;
    row.name = m_writer.text(block.id);
    row.firstContext = quint32(m_writer.contexts.size());
    for (const KnowledgeLine &line : block.lines) {
        if (line.key == "a"_L1)
            row.selector = selector(block, line, line.value);
        else if (line.key == "tier"_L1)
            row.tier = quint32(tierOf(line.value).value_or(Tier::None));
        else if (!readWords(line, row.words) && !readContext(block, line))
            wrong(block, line);
    }
    row.contextCount = quint16(quint32(m_writer.contexts.size()) - row.firstContext);
    if (row.selector == none || row.tier == 0)
        m_problems.append({block.file, block.number, block.id + u": a and tier are needed"_s});
    finishWords(block, row.words);
    m_writer.duplicates.append(row);
}

void KnowledgeRules::finish()
{
    for (const Reference &mention : std::as_const(m_mentioned)) {
        if (!m_ruleIds.contains(mention.rule))
            m_problems.append({mention.file, mention.line, u"no rule "_s + mention.rule});
    }
    const qsizetype count = m_sets.size();
    const qsizetype words = std::max<qsizetype>((count + 63) / 64, 1);
    m_writer.header().selectors = quint32(count);
    m_writer.header().selectorWords = quint32(words);
    m_writer.selectorSets = QList<quint64>(words * m_ingredients.size(), 0);
    for (qsizetype s = 0; s < count; ++s) {
        for (qsizetype i = 0; i < m_ingredients.size(); ++i) {
            if (m_sets[s].testBit(i))
                m_writer.selectorSets[i * words + s / 64] |= quint64(1) << (s % 64);
        }
    }
    // Rows and selectors are named by 16 bits.
    if (std::max({count, m_writer.rules.size(), m_writer.exceptions.size(), m_writer.duplicates.size()}) > 0xfffe)
        m_problems.append({{}, 0, u"too many rules"_s});
    finishSides();
}

// Which rules and exceptions an ingredient can be a side of, so that a pair is checked by a few words.
void KnowledgeRules::finishSides()
{
    const auto wordsFor = [](qsizetype count) { return std::max<qsizetype>((count + 63) / 64, 1); };
    const qsizetype ruleWords = wordsFor(m_writer.rules.size());
    const qsizetype exceptionWords = wordsFor(m_writer.exceptions.size());
    m_writer.header().ruleWords = quint32(ruleWords);
    m_writer.header().exceptionWords = quint32(exceptionWords);
    const qsizetype each = 2 * (ruleWords + exceptionWords);
    m_writer.sideSets = QList<quint64>(each * m_ingredients.size(), 0);
    const auto fill = [&](const auto &rows, qsizetype from, qsizetype words) {
        for (qsizetype r = 0; r < rows.size(); ++r) {
            for (const auto &[selector, side] : {std::pair(rows[r].a, 0), std::pair(rows[r].b, 1)}) {
                for (qsizetype i = 0; selector < m_sets.size() && i < m_ingredients.size(); ++i) {
                    if (m_sets[selector].testBit(i))
                        m_writer.sideSets[i * each + from + side * words + r / 64] |= quint64(1) << (r % 64);
                }
            }
        }
    };
    fill(m_writer.rules, 0, ruleWords);
    fill(m_writer.exceptions, 2 * ruleWords, exceptionWords);
}

} // namespace Chartline::Safety
