// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeBase.h"

#include <array>
#include <bit>
#include <cmath>
#include <openssl/sha.h>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

static_assert(std::endian::native == std::endian::little, "the compiled form is read in place");

namespace {

std::unexpected<KnowledgeFault> damaged(const QString &detail)
{
    return std::unexpected(KnowledgeFault{KnowledgeFault::Kind::Damaged, detail});
}

} // namespace

KnowledgeBase::KnowledgeBase(QByteArray bytes)
    : m_bytes(std::move(bytes))
{ }

KnowledgeResult<std::shared_ptr<const KnowledgeBase>> KnowledgeBase::open(QByteArray bytes)
{
    const std::shared_ptr<KnowledgeBase> base(new KnowledgeBase(std::move(bytes)));
    if (auto sound = base->check(); !sound)
        return std::unexpected(std::move(sound).error());
    return std::shared_ptr<const KnowledgeBase>(base);
}

template<typename Row>
bool KnowledgeBase::take(Section section, std::span<const Row> &rows) const
{
    const SectionRow &row = m_header->sections[section];
    const auto all = quint64(m_bytes.size());
    if (row.offset > all || row.bytes > all - row.offset || row.offset % 8 != 0 || row.bytes % sizeof(Row) != 0)
        return false;
    rows = {reinterpret_cast<const Row *>(m_bytes.constData() + row.offset), std::size_t(row.bytes / sizeof(Row))};
    return true;
}

bool KnowledgeBase::isText(Text text) const
{
    return text.offset <= quint64(m_strings.size()) && text.length <= quint64(m_strings.size()) - text.offset;
}

QByteArrayView KnowledgeBase::view(Text text) const
{
    return m_strings.sliced(text.offset, text.length);
}

KnowledgeResult<void> KnowledgeBase::check()
{
    if (m_bytes.size() < qsizetype(sizeof(Header)) + digestSize
        || reinterpret_cast<quintptr>(m_bytes.constData()) % 8 != 0)
        return damaged(u"size"_s);
    m_header = reinterpret_cast<const Header *>(m_bytes.constData());
    if (m_header->magic != magic)
        return damaged(u"magic"_s);
    if (m_header->version != version)
        return std::unexpected(KnowledgeFault{KnowledgeFault::Kind::TooNew, QString::number(m_header->version)});
    const QByteArrayView all(m_bytes);
    std::array<unsigned char, digestSize> digest{};
    SHA256(reinterpret_cast<const unsigned char *>(all.data()), std::size_t(all.size() - digestSize), digest.data());
    if (!std::ranges::equal(digest, all.last(digestSize), {}, {}, [](char c) { return static_cast<unsigned char>(c); }))
        return damaged(u"checksum"_s);
    std::span<const char> strings;
    const bool whole = take(Strings, strings) && take(Terms, m_terms) && take(Classes, m_classes)
                       && take(References, m_references) && take(Ingredients, m_ingredients) && take(Facts, m_facts)
                       && take(ClassSets, m_classSets) && take(Codes, m_codes) && take(Names, m_names)
                       && take(Spellings, m_spellings) && take(Targets, m_targets) && take(SelectorSets, m_selectorSets)
                       && take(Rules, m_rules) && take(RuleEffects, m_ruleEffects) && take(Contexts, m_contexts)
                       && take(Additives, m_additives) && take(Mechanisms, m_mechanisms)
                       && take(Exceptions, m_exceptions) && take(Duplicates, m_duplicates) && take(TermKeys, m_termKeys)
                       && take(TermUnits, m_termUnits) && take(TermLinks, m_termLinks) && take(SideSets, m_sideSets)
                       && take(Packs, m_packs);
    if (!whole)
        return damaged(u"section"_s);
    m_strings = QByteArrayView(strings.data(), qsizetype(strings.size()));
    if (!checkPacks() || !checkRows() || !checkTerms() || !checkRules())
        return damaged(u"row"_s);
    return {};
}

// The checksum tells an accident; this tells a form that was made wrongly. Every index and text is inside.
bool KnowledgeBase::checkRows() const
{
    const auto targets = [&](quint32 first, quint32 count) {
        return first <= m_targets.size() && count <= m_targets.size() - first;
    };
    const auto names = [&](std::span<const NameRow> rows) {
        return std::has_single_bit(rows.size()) && std::ranges::all_of(rows, [&](const NameRow &row) {
                   return isText(row.text) && targets(row.target, row.count) && row.kind <= quint8(NameKind::FirstWord);
               });
    };
    return isText(m_header->name) && isText(m_header->release) && isText(m_header->issued) && isText(m_header->expires)
           && !m_ingredients.empty() && m_ingredients.size() <= 0xffff
           && m_header->classWords * 64ULL >= m_classes.size()
           && m_classSets.size() == m_ingredients.size() * m_header->classWords
           && std::ranges::all_of(m_classes, [&](const ClassRow &r) { return isText(r.id) && isText(r.name); })
           && std::ranges::all_of(m_references,
                                  [&](const ReferenceRow &r) { return isText(r.id) && isText(r.citation); })
           && std::ranges::all_of(m_ingredients,
                                  [&](const IngredientRow &r) {
                                      return isText(r.name) && isText(r.source) && r.firstFact <= m_facts.size()
                                             && r.factCount <= m_facts.size() - r.firstFact
                                             && std::isfinite(r.halfLifeHours) && std::isfinite(r.renal)
                                             && r.kind <= quint8(IngredientKind::Contrast)
                                             && r.index <= quint8(TherapeuticIndex::Wide);
                                  })
           && std::ranges::all_of(m_facts,
                                  [&](const FactRow &r) {
                                      return r.kind <= quint8(FactKind::Unabsorbed) && r.level <= 3
                                             && r.advice <= quint8(Advice::Contraindicated)
                                             && (r.term < m_terms.size() || r.term == 0xffff) && isText(r.words)
                                             && isText(r.source) && std::isfinite(r.number);
                                  })
           && std::ranges::all_of(m_codes,
                                  [&](const CodeRow &r) { return isText(r.code) && targets(r.target, r.count); })
           && std::ranges::all_of(m_targets, [&](IngredientIndex i) { return i < m_ingredients.size(); })
           && names(m_names) && names(m_spellings);
}

bool KnowledgeBase::checkPacks() const
{
    const auto sound = [&](const PackRow &r) {
        return isText(r.name) && isText(r.release) && isText(r.issued) && isText(r.expires) && isText(r.publisher);
    };
    return !m_packs.empty() && m_packs.size() <= 0x100 && std::ranges::all_of(m_packs, sound)
           && std::ranges::all_of(m_ingredients, [&](const IngredientRow &r) { return r.pack < m_packs.size(); })
           && std::ranges::all_of(m_exceptions, [&](const ExceptionRow &r) { return r.pack < m_packs.size(); })
           && std::ranges::all_of(m_termLinks, [&](const TermLinkRow &r) { return r.pack < m_packs.size(); });
}

bool KnowledgeBase::checkTerms() const
{
    return std::ranges::all_of(m_terms,
                               [&](const TermRow &r) {
                                   return r.vocabulary < vocabularyCount && isText(r.id) && isText(r.extra)
                                          && isText(r.name) && isText(r.upperUnit) && std::isfinite(r.days)
                                          && std::isfinite(r.low) && std::isfinite(r.high) && std::isfinite(r.upper);
                               })
           && std::ranges::all_of(m_termKeys,
                                  [&](const TermKeyRow &r) {
                                      return r.kind <= quint16(TermKey::NotWords) && r.term < m_terms.size()
                                             && isText(r.key) && r.key.length > 0;
                                  })
           && std::ranges::all_of(m_termUnits,
                                  [&](const TermUnitRow &r) {
                                      return r.term < m_terms.size() && isText(r.unit) && std::isfinite(r.factor)
                                             && r.factor > 0;
                                  })
           && std::ranges::all_of(m_termLinks, [&](const TermLinkRow &r) {
                  return r.kind <= quint8(TermLink::Watch) && r.tier <= quint8(Tier::Interruptive)
                         && r.from < m_terms.size() && r.to < m_terms.size() && isText(r.words) && isText(r.source);
              });
}

// No bit beyond the last rule or exception.
bool KnowledgeBase::sidesExist() const
{
    const auto none = [](std::span<const quint64> bits, std::size_t count) {
        return bits.empty() || count % 64 == 0 || bits.size() * 64 == count
               || (bits.back() >> (count - (bits.size() - 1) * 64)) == 0;
    };
    for (std::size_t i = 0; i < m_ingredients.size(); ++i) {
        for (const int side : {0, 1}) {
            if (!none(ruleSides(IngredientIndex(i), side), m_rules.size())
                || !none(exceptionSides(IngredientIndex(i), side), m_exceptions.size()))
                return false;
        }
    }
    return true;
}

bool KnowledgeBase::checkRules() const
{
    const auto selector = [&](quint16 s) { return s == none || s < m_header->selectors; };
    const auto term = [&](quint16 t) { return t == none || t < m_terms.size(); };
    const auto tier = [](quint32 t) { return t <= quint32(Tier::Interruptive); };
    const auto within = [](quint32 first, quint32 count, std::size_t size) {
        return first <= size && count <= size - first;
    };
    const auto words = [&](const WordsRow &w) {
        return isText(w.happens) && isText(w.manage) && isText(w.why) && isText(w.source) && w.pack < m_packs.size();
    };
    return m_header->selectorWords * 64ULL >= m_header->selectors
           && m_selectorSets.size() == m_ingredients.size() * m_header->selectorWords
           && m_header->ruleWords * 64ULL >= m_rules.size() && m_header->exceptionWords * 64ULL >= m_exceptions.size()
           && m_sideSets.size()
                  == m_ingredients.size() * 2 * (std::size_t(m_header->ruleWords) + m_header->exceptionWords)
           && sidesExist() && std::ranges::all_of(m_ruleEffects, [&](quint16 t) { return t < m_terms.size(); })
           && std::ranges::all_of(m_rules,
                                  [&](const RuleRow &r) {
                                      return isText(r.id) && r.a < m_header->selectors && r.b < m_header->selectors
                                             && selector(r.c) && tier(r.tier)
                                             && r.evidence <= quint8(Evidence::Established) && words(r.words)
                                             && within(r.firstEffect, r.effectCount, m_ruleEffects.size())
                                             && within(r.firstContext, r.contextCount, m_contexts.size());
                                  })
           && std::ranges::all_of(m_contexts,
                                  [&](const ContextRow &r) {
                                      return r.act <= quint8(ContextAct::Washout)
                                             && r.kind <= quint8(ContextKind::After) && term(r.term)
                                             && selector(r.selector) && std::isfinite(r.number) && isText(r.words);
                                  })
           && std::ranges::all_of(m_additives,
                                  [&](const AdditiveRow &r) {
                                      return r.effect < m_terms.size() && words(r.words)
                                             && within(r.firstContext, r.contextCount, m_contexts.size())
                                             && std::ranges::all_of(
                                                 r.tiers,
                                                 [&](const auto &row) { return std::ranges::all_of(row, tier); });
                                  })
           && std::ranges::all_of(m_mechanisms,
                                  [&](const MechanismRow &r) {
                                      return r.act <= quint8(MechanismAct::ActivationRaised) && words(r.words)
                                             && std::ranges::all_of(r.tiers, [&](const auto &of) {
                                                    return std::ranges::all_of(of, [&](const auto &row) {
                                                        return std::ranges::all_of(row, tier);
                                                    });
                                                });
                                  })
           && std::ranges::all_of(m_exceptions,
                                  [&](const ExceptionRow &r) {
                                      return isText(r.id) && isText(r.rule) && isText(r.why)
                                             && r.a < m_header->selectors && r.b < m_header->selectors && term(r.effect)
                                             && r.of <= quint8(ExceptionOf::Rule);
                                  })
           && std::ranges::all_of(m_duplicates, [&](const DuplicateRow &r) {
                  return r.selector < m_header->selectors && tier(r.tier) && isText(r.name) && words(r.words)
                         && within(r.firstContext, r.contextCount, m_contexts.size());
              });
}

QDate KnowledgeBase::issued() const
{
    return QDate::fromString(string(m_header->issued), Qt::ISODate);
}

QDate KnowledgeBase::expires() const
{
    return QDate::fromString(string(m_header->expires), Qt::ISODate);
}

QByteArray KnowledgeBase::sha256() const
{
    return m_bytes.last(digestSize);
}

std::span<const FactRow> KnowledgeBase::facts(IngredientIndex index) const
{
    const IngredientRow &row = m_ingredients[index];
    return m_facts.subspan(row.firstFact, row.factCount);
}

QString KnowledgeBase::sourceOf(IngredientIndex index, const FactRow &fact) const
{
    return string(fact.source.length > 0 ? fact.source : m_ingredients[index].source);
}

std::optional<int> KnowledgeBase::classIndex(QByteArrayView id) const
{
    const auto found = std::ranges::find_if(m_classes, [&](const ClassRow &row) { return view(row.id) == id; });
    return found == m_classes.end() ? std::nullopt : std::optional(int(found - m_classes.begin()));
}

bool KnowledgeBase::isIn(IngredientIndex index, int drugClass) const
{
    const quint64 word = m_classSets[std::size_t(index) * m_header->classWords + std::size_t(drugClass) / 64];
    return (word >> (drugClass % 64) & 1) != 0;
}

std::optional<int> KnowledgeBase::term(Vocabulary vocabulary, QByteArrayView id) const
{
    const auto found = std::ranges::find_if(
        m_terms, [&](const TermRow &row) { return row.vocabulary == quint32(vocabulary) && view(row.id) == id; });
    return found == m_terms.end() ? std::nullopt : std::optional(int(found - m_terms.begin()));
}

QString KnowledgeBase::termName(int term) const
{
    const TermRow &row = m_terms[std::size_t(term)];
    return string(row.name.length > 0 ? row.name : row.id);
}

const NameRow *KnowledgeBase::nameRow(std::span<const NameRow> table, QByteArrayView text, bool firstWord) const
{
    const std::size_t mask = table.size() - 1;
    std::size_t at = std::size_t(hash(text.data(), text.size())) & mask;
    for (std::size_t step = 0; step < mostNameSteps; ++step, at = (at + 1) & mask) {
        const NameRow &row = table[at];
        if (row.text.length == 0)
            return nullptr;
        if ((row.kind == quint8(NameKind::FirstWord)) == firstWord && view(row.text) == text)
            return &row;
    }
    return nullptr;
}

std::optional<KnowledgeBase::Name> KnowledgeBase::nameIn(std::span<const NameRow> table, QByteArrayView text) const
{
    const NameRow *row = nameRow(table, text, false);
    return row ? std::optional(Name{NameKind(row->kind), m_targets.subspan(row->target, row->count), view(row->text)})
               : std::nullopt;
}

std::optional<KnowledgeBase::Name> KnowledgeBase::find(QByteArrayView normalized) const
{
    return nameIn(m_names, normalized);
}

std::optional<KnowledgeBase::Name> KnowledgeBase::findSpelling(QByteArrayView key) const
{
    return nameIn(m_spellings, key);
}

int KnowledgeBase::longestFrom(QByteArrayView firstWord) const
{
    const NameRow *row = nameRow(m_names, firstWord, true);
    return row ? row->words : 0;
}

std::span<const IngredientIndex> KnowledgeBase::findCode(CodeSystem system, QByteArrayView code) const
{
    const auto found = std::ranges::lower_bound(m_codes, std::pair(quint32(system), code), {}, [&](const CodeRow &row) {
        return std::pair(row.system, view(row.code));
    });
    if (found == m_codes.end() || found->system != quint32(system) || view(found->code) != code)
        return {};
    return m_targets.subspan(found->target, found->count);
}

} // namespace Chartline::Safety
