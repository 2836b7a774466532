// SPDX-License-Identifier: Apache-2.0
#include "safety/PatientReader.h"

#include "safety/AllergyReactions.h"
#include "safety/AllergySubstances.h"
#include "safety/SourceDay.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

// Of a vague date the first day: what began in a year may have been there from its beginning.
QDate dayOf(const PartialDate &date)
{
    return date.localDate();
}

template<typename Value>
bool isAffirmed(const Value &value)
{
    return value.toFact().assertion == Assertion::Affirmed;
}

// "Mother has asthma", "FH: asthma", "asthma in sister". What a nursing mother has is hers.
bool isOfFamily(const Clinical::CodeableConcept &code)
{
    static const QString relatives =
        u"(?:mother|father|mom|mum|dad|parents?|sisters?|brothers?|siblings?|grand(?:mother|father|parents?)|aunts?|"
        "uncles?|cousins?|daughters?|sons?|nephew|niece|wife|husband|spouse|partner|mutter|vater|schwester|bruder|"
        "tante|onkel|mère|père|soeur|frère|madre|padre|hermana|hermano)"_s;
    static const QRegularExpression words(
        u"^\\s*(?:patient(?:'s|’s)?\\s+)?"_s + relatives
            + u"\\b(?!.*(?:breast|nursing|lactat|stil))|(?:\\b(?:in|of)\\s+(?:(?:his|her|their|the)\\s+)?|[-:–(]\\s*)"_s
            + relatives
            + u"\\)?\\s*$|^\\s*(?:fh|fhx|f/h|fam\\.?\\s?(?:hx|h/o)|(?:\\w+ )?family (?:history|hx)|familienanamnese|"
              "antécédents familiaux)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(code.label()).hasMatch();
}

} // namespace

void PatientReader::setPerson(const QString &birthDate, const QString &sex)
{
    const PartialDate birth = PartialDate::parse(birthDate);
    m_context.birth = dayOf(birth);
    m_context.birthLatest = lastDayOf(birth);
    m_context.sex = sex == "female"_L1 ? 'F' : sex == "male"_L1 ? 'M' : '\0';
}

void PatientReader::readSubstance(const Clinical::CodeableConcept &code, AllergyEntry &entry, QStringList &unread) const
{
    const AllergySubstances found = readSubstances(code, m_resolver, m_book);
    for (const quint16 group : found.groups) {
        if (!std::ranges::contains(entry.groups, group))
            entry.groups.push_back(group);
    }
    for (const IngredientIndex ingredient : found.ingredients) {
        if (!std::ranges::contains(entry.ingredients, ingredient))
            entry.ingredients.push_back(ingredient);
    }
    unread += found.unread;
}

// "None known" by its code or its first words; what it excepts ("no known allergies except penicillin") is an allergy
// all the same.
bool PatientReader::saysNoAllergy(const Clinical::AllergyIntolerance &allergy)
{
    using Knowledge = PatientContext::AllergyKnowledge;
    const AllergySubstances found = readSubstances(allergy.code, m_resolver, m_book);
    const Assertion assertion = allergy.toFact().assertion;
    if (assertion == Assertion::Affirmed)
        return found.isOnlyNegation();
    if (found.isFound())
        return false;
    if (assertion == Assertion::Negated && m_context.allergyKnowledge == Knowledge::NothingRecorded)
        m_context.allergyKnowledge = Knowledge::NoneKnown;
    return true;
}

void PatientReader::add(const Clinical::AllergyIntolerance &allergy, const StatementOrigin &origin)
{
    if (saysNoAllergy(allergy))
        return;
    m_context.allergyKnowledge = PatientContext::AllergyKnowledge::Some;
    AllergyEntry entry;
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = allergy.code.label();
    entry.isInactive = allergy.clinicalStatus == "inactive"_L1 || allergy.clinicalStatus == "resolved"_L1;
    QStringList unread;
    readSubstance(allergy.code, entry, unread);
    for (const PartialDate &date : {allergy.onset.start, allergy.recordedDate, allergy.lastOccurrence})
        entry.since = std::max(entry.since, lastDayOf(date));
    for (const Clinical::AllergyReaction &reaction : allergy.reactions) {
        if (!reaction.substance.isEmpty())
            readSubstance(reaction.substance, entry, unread);
        for (const Clinical::CodeableConcept &manifestation : reaction.manifestations)
            entry.reactions.append(manifestation.label());
        if (reaction.manifestations.isEmpty() && !reaction.description.isEmpty())
            entry.reactions.append(reaction.description);
        entry.since = std::max(entry.since, lastDayOf(reaction.onset));
    }
    entry.reactions.removeAll(QString());
    const ReactionJudgement judgement = judgeReactions(allergy);
    entry.nature = judgement.nature;
    entry.severity = judgement.severity;
    const bool isFound = !entry.ingredients.empty() || !entry.groups.empty();
    if (isFound)
        m_context.allergies.append(entry);
    const bool isHarmless = readSubstances(allergy.code, m_resolver, m_book).isHarmless;
    if (!isFound && !isHarmless && unread.isEmpty())
        unread.append(entry.text);
    unread.removeDuplicates();
    for (const QString &piece : std::as_const(unread))
        m_context.unreadAllergies.append({origin.fact, piece});
}

void PatientReader::add(const Clinical::Condition &condition, const StatementOrigin &origin)
{
    const QDate from = dayOf(condition.onset.start.isValid() ? condition.onset.start : condition.recordedDate);
    if (noteNotPregnant(condition.code, from) || !isAffirmed(condition) || isOfFamily(condition.code))
        return;
    ConditionEntry entry;
    entry.terms = m_book.conditions(condition.code);
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = condition.code.label();
    entry.from = from;
    // What has come back is there, whenever it was over before.
    const QString &status = condition.clinicalStatus;
    if (status != "active"_L1 && status != "recurrence"_L1 && status != "relapse"_L1) {
        entry.to = lastDayOf(condition.onset.end);
        entry.isOver = condition.abated || !condition.abatementText.isEmpty() || !condition.onset.end.isEmpty()
                       || status == "resolved"_L1 || status == "remission"_L1;
        entry.isInactive = status == "inactive"_L1 && !entry.isOver;
    }
    (entry.terms.empty() ? m_context.otherConditions : m_context.conditions).append(entry);
}

void PatientReader::add(const Clinical::Procedure &procedure, const StatementOrigin &origin)
{
    if (!isAffirmed(procedure))
        return;
    constexpr std::array lasting{"organ-transplant", "bariatric-surgery"};
    constexpr qint64 dialysisDays = 90; // one session tells of the next ones; who stays on dialysis has more of them
    ConditionEntry entry;
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = procedure.code.label();
    entry.from = dayOf(procedure.performed.start);
    ConditionEntry dialysis = entry;
    for (const quint16 term : m_book.conditions(procedure.code)) {
        const QByteArrayView id = m_book.base().termId(term);
        if (std::ranges::any_of(lasting, [&](const char *known) { return id == QByteArrayView(known); }))
            entry.terms.push_back(term);
        else if (id == "dialysis")
            dialysis.terms.push_back(term);
    }
    if (!entry.terms.empty())
        m_context.conditions.append(entry);
    if (dialysis.terms.empty())
        return;
    const QDate last = std::max(lastDayOf(procedure.performed.start), lastDayOf(procedure.performed.end));
    if (last.isValid())
        dialysis.to = last.addDays(dialysisDays);
    m_context.conditions.append(dialysis);
}

void PatientReader::addFinding(const Clinical::Observation &observation, const StatementOrigin &origin)
{
    if (observation.value.kind != Clinical::ObservationValue::Kind::Concept || !isAffirmed(observation))
        return;
    const QDate from = dayOf(observation.effective.start.isValid() ? observation.effective.start : observation.issued);
    if (noteNotPregnant(observation.value.concept_, from))
        return;
    ConditionEntry entry;
    entry.terms = m_book.conditions(observation.value.concept_);
    if (entry.terms.empty())
        return;
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = observation.value.concept_.label();
    entry.from = from;
    m_context.conditions.append(entry);
}

// "Not pregnant" ends what was said before of a pregnancy; whether that is what it says.
bool PatientReader::noteNotPregnant(const Clinical::CodeableConcept &code, QDate day)
{
    QStringList texts{code.text};
    bool isSaid = code.has(u"http://snomed.info/sct", u"60001007") || code.has(u"http://loinc.org", u"LA26683-5");
    for (const Clinical::Coding &coding : code.codings)
        texts.append(coding.display);
    static const QRegularExpression words(
        u"\\b(?:not|no longer|isn't|isn’t) (?:currently )?pregnant\\b|\\bnicht (?:mehr )?schwanger\\b|"
        "\\bpregnancy test (?:was )?negative\\b|\\bnegative pregnancy test\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    for (const QString &text : std::as_const(texts))
        isSaid = isSaid || words.match(text).hasMatch();
    if (isSaid && day.isValid())
        m_notPregnant.append(day);
    return isSaid;
}

// Only what the pregnancy itself is: a diabetes that was told with it goes on.
void PatientReader::endPregnancies()
{
    const auto pregnancy = m_book.base().term(Vocabulary::Conditions, "pregnancy");
    if (!pregnancy || m_notPregnant.isEmpty())
        return;
    std::ranges::sort(m_notPregnant);
    QList<ConditionEntry> ended;
    for (ConditionEntry &entry : m_context.conditions) {
        const auto day = std::ranges::upper_bound(m_notPregnant, entry.from);
        const auto term = std::ranges::find(entry.terms, quint16(*pregnancy));
        if (!entry.from.isValid() || day == m_notPregnant.end() || term == entry.terms.end())
            continue;
        entry.terms.erase(term);
        ConditionEntry one = entry;
        one.terms = {quint16(*pregnancy)};
        one.to = one.to.isValid() ? std::min(one.to, day->addDays(-1)) : day->addDays(-1);
        ended.append(one);
    }
    m_context.conditions.removeIf([](const ConditionEntry &entry) { return entry.terms.empty(); });
    m_context.conditions += ended;
}

PatientContext PatientReader::finish()
{
    endPregnancies();
    completeLabs(m_book.base(), m_context);
    return std::move(m_context);
}

} // namespace Chartline::Safety
