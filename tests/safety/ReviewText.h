// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Resolver.h"
#include "safety/Reviewer.h"

#include <QHash>

namespace Chartline::Safety {

// The day of all reviews of tests/data/safety/review.tsv.
[[nodiscard]] inline QDate reviewDay()
{
    return {2026, 10, 1};
}

// Reads the drugs and the person of a row of tests/data/safety/review.tsv.
class ReviewText
{
public:
    ReviewText(const Resolver &resolver, const Reviewer &reviewer)
        : m_resolver(resolver)
        , m_reviewer(reviewer)
    { }

    // Nothing, or an empty list, where the text is not understood. Each statement gets a fact of its own.
    [[nodiscard]] std::optional<DrugMention> mention(const QString &text);
    [[nodiscard]] QList<DrugMention> mentions(const QString &cell);
    [[nodiscard]] std::optional<PatientContext> person(const QString &cell);

private:
    [[nodiscard]] bool addAllergy(const QStringList &words, PatientContext &context);
    [[nodiscard]] bool addEntry(const QString &text, PatientContext &context);
    [[nodiscard]] static QDate day(const QString &text) { return QDate::fromString(text, Qt::ISODate); }
    // "2026-01-01..", "2026-01-01..2026-03-01", "2026-01-01".
    [[nodiscard]] static std::pair<QDate, QDate> span(const QString &text)
    {
        const QStringList days = text.split(QStringLiteral(".."));
        return {day(days.first()), day(days.value(1))};
    }
    template<typename Value>
    [[nodiscard]] static std::optional<Value> named(const QHash<QString, Value> &values, const QString &name)
    {
        const auto found = values.find(name);
        return found == values.end() ? std::nullopt : std::optional(*found);
    }

    const Resolver &m_resolver;
    const Reviewer &m_reviewer;
    qint64 m_fact = 0;
};

// "amoxicillin / clavulanate @2026-01-01.. route=topical mg=500".
inline std::optional<DrugMention> ReviewText::mention(const QString &text)
{
    static const QHash<QString, Route> routes{
        {QStringLiteral("topical"), Route::Topical}, {QStringLiteral("ophthalmic"), Route::Ophthalmic},
        {QStringLiteral("nasal"), Route::Nasal},     {QStringLiteral("inhaled"), Route::Inhaled},
        {QStringLiteral("buccal"), Route::Buccal},   {QStringLiteral("vaginal"), Route::Vaginal},
        {QStringLiteral("oral"), Route::Oral},       {QStringLiteral("parenteral"), Route::Parenteral}};
    static const QHash<QString, MentionState> states{{QStringLiteral("planned"), MentionState::Planned},
                                                     {QStringLiteral("nottaken"), MentionState::NotTaken}};
    static const QHash<QString, MentionKind> kinds{{QStringLiteral("request"), MentionKind::Request},
                                                   {QStringLiteral("dispense"), MentionKind::Dispense}};
    DrugMention mention;
    mention.fact = ++m_fact;
    mention.source = QStringLiteral("list");
    mention.state = MentionState::Active;
    mention.text = text.section(QStringLiteral(" @"), 0, 0);
    mention.drug = m_resolver.resolve(mention.text);
    const QStringList words = text.section(QStringLiteral(" @"), 1).split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    std::tie(mention.start, mention.end) = span(words.first());
    mention.said = mention.end.isValid() ? mention.end : reviewDay().addDays(-1);
    if (mention.end.isValid())
        mention.state = MentionState::Stopped;
    for (const QString &word : words.mid(1)) {
        const QString key = word.section(u'=', 0, 0);
        const QString value = word.section(u'=', 1);
        if (const auto route = named(routes, value); key == QLatin1StringView("route") && route)
            mention.route = *route;
        else if (const auto state = named(states, value); key == QLatin1StringView("state") && state)
            mention.state = *state;
        else if (const auto kind = named(kinds, value); key == QLatin1StringView("kind") && kind)
            mention.kind = *kind;
        else if (key == QLatin1StringView("parts"))
            for (const QString &mg : value.split(u'+'))
                mention.partsDailyMg.push_back(mg.toDouble());
        else if (key == QLatin1StringView("mg"))
            mention.dailyMg = value.toDouble();
        else if (key == QLatin1StringView("days"))
            mention.daysSupply = value.toInt();
        else if (key == QLatin1StringView("refills"))
            mention.refills = value.toInt();
        else if (key == QLatin1StringView("said"))
            mention.said = day(value);
        else if (key == QLatin1StringView("source"))
            mention.source = value;
        else
            return std::nullopt;
    }
    if (mention.kind != MentionKind::Statement)
        mention.said = mention.start;
    return mention.start.isValid() ? std::optional(mention) : std::nullopt;
}

inline QList<DrugMention> ReviewText::mentions(const QString &cell)
{
    QList<DrugMention> list;
    for (const QString &text : cell.split(QStringLiteral(" ; "), Qt::SkipEmptyParts)) {
        const auto one = mention(text);
        if (!one)
            return {};
        list.append(*one);
    }
    return list;
}

inline bool ReviewText::addAllergy(const QStringList &words, PatientContext &context)
{
    static const QHash<QString, AllergyEntry::Nature> natures{
        {QStringLiteral("immune"), AllergyEntry::Nature::Immune},
        {QStringLiteral("intolerance"), AllergyEntry::Nature::Intolerance},
        {QStringLiteral("unknown"), AllergyEntry::Nature::Unknown}};
    static const QHash<QString, AllergyEntry::Severity> severities{
        {QStringLiteral("mild"), AllergyEntry::Severity::Mild},
        {QStringLiteral("severe"), AllergyEntry::Severity::Severe},
        {QStringLiteral("unknown"), AllergyEntry::Severity::Unknown}};
    AllergyEntry entry;
    entry.fact = ++m_fact;
    entry.text = words[0];
    if (words[0].startsWith(QLatin1StringView("group:"))) {
        const auto group = m_reviewer.base().term(Vocabulary::Allergens, words[0].mid(6).toUtf8());
        if (!group)
            return false;
        entry.groups = {quint16(*group)};
    } else {
        entry.ingredients = m_resolver.resolve(words[0]).ingredients;
    }
    const auto nature = named(natures, words.value(1));
    const auto severity = named(severities, words.value(2));
    entry.since = day(words.value(3).mid(1));
    if (!nature || !severity || !entry.since.isValid() || (entry.ingredients.empty() && entry.groups.empty()))
        return false;
    entry.nature = *nature;
    entry.severity = *severity;
    context.allergies.append(entry);
    context.allergyKnowledge = PatientContext::AllergyKnowledge::Some;
    return true;
}

inline bool ReviewText::addEntry(const QString &text, PatientContext &context)
{
    const KnowledgeBase &base = m_reviewer.base();
    const QStringList words = text.split(u' ');
    const QString kind = words.first();
    if (kind == QLatin1StringView("born")) {
        context.birth = day(words.value(1));
        return context.birth.isValid();
    }
    if (kind == QLatin1StringView("sex")) {
        context.sex = words.value(1).at(0).toLatin1();
        return true;
    }
    if (kind == QLatin1StringView("allergy"))
        return addAllergy(words.mid(1), context);
    if (kind == QLatin1StringView("gene")) {
        const auto variant = base.term(Vocabulary::Genes, words.mid(1).join(u' ').toUtf8());
        if (variant)
            context.genes.append({++m_fact, {}, quint16(*variant), {}, text});
        return variant.has_value();
    }
    if (kind == QLatin1StringView("lab")) {
        const auto lab = base.term(Vocabulary::Labs, words.value(1).toUtf8());
        if (lab)
            context.labs.append(
                {++m_fact, {}, quint16(*lab), words.value(2).toDouble(), day(words.value(3).mid(1)), {}, false});
        return lab && context.labs.last().date.isValid();
    }
    ConditionEntry entry;
    entry.fact = ++m_fact;
    entry.text = text.section(QStringLiteral(" @"), 0, 0).mid(8);
    Clinical::CodeableConcept name;
    name.text = entry.text;
    entry.terms = m_reviewer.book().conditions(name);
    std::tie(entry.from, entry.to) = span(text.section(QStringLiteral(" @"), 1));
    entry.isOver = entry.to.isValid();
    context.conditions.append(entry);
    return kind == QLatin1StringView("finding") && entry.from.isValid();
}

inline std::optional<PatientContext> ReviewText::person(const QString &cell)
{
    PatientContext context;
    for (const QString &text : cell.split(QStringLiteral(" ; "), Qt::SkipEmptyParts)) {
        if (!addEntry(text, context))
            return std::nullopt;
    }
    completeLabs(m_reviewer.base(), context);
    return context;
}

} // namespace Chartline::Safety
