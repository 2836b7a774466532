// SPDX-License-Identifier: Apache-2.0
#include "safety/PatientReader.h"

#include "safety/AllergyReactions.h"
#include "safety/DrugConcept.h"

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

// "2019" ended at its end.
QDate lastDayOf(const PartialDate &date)
{
    const QDate first = date.localDate();
    switch (date.precision()) {
    case PartialDate::Precision::Year: return first.isValid() ? QDate(first.year(), 12, 31) : first;
    case PartialDate::Precision::Month: return first.isValid() ? first.addMonths(1).addDays(-1) : first;
    default: return first;
    }
}

template<typename Value>
bool isAffirmed(const Value &value)
{
    return value.toFact().assertion == Assertion::Affirmed;
}

} // namespace

void PatientReader::setPerson(const QString &birthDate, const QString &sex)
{
    m_context.birth = PartialDate::parse(birthDate).localDate();
    m_context.sex = sex == "female"_L1 ? 'F' : sex == "male"_L1 ? 'M' : '\0';
}

// A substance is a drug, a group of drugs, or both ("penicillin" names a group and drugs of it).
void PatientReader::readSubstance(const Clinical::CodeableConcept &code, AllergyEntry &entry) const
{
    for (const quint16 group : m_book.allergens(code)) {
        if (!std::ranges::contains(entry.groups, group))
            entry.groups.push_back(group);
    }
    Clinical::CodeableConcept plain = code;
    plain.text = allergySubstance(code.text);
    for (Clinical::Coding &coding : plain.codings)
        coding.display = allergySubstance(coding.display);
    const Resolved drug = resolveDrug(plain, m_resolver);
    if (!drug.isConfident())
        return;
    for (const IngredientIndex ingredient : drug.ingredients) {
        if (!std::ranges::contains(entry.ingredients, ingredient))
            entry.ingredients.push_back(ingredient);
    }
}

void PatientReader::add(const Clinical::AllergyIntolerance &allergy, const StatementOrigin &origin)
{
    using Knowledge = PatientContext::AllergyKnowledge;
    if (!isAffirmed(allergy)) {
        if (m_context.allergyKnowledge == Knowledge::NothingRecorded)
            m_context.allergyKnowledge = Knowledge::NoneKnown;
        return;
    }
    if (allergy.clinicalStatus == "inactive"_L1 || allergy.clinicalStatus == "resolved"_L1)
        return;
    m_context.allergyKnowledge = Knowledge::Some;
    AllergyEntry entry;
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = allergy.code.label();
    readSubstance(allergy.code, entry);
    for (const Clinical::AllergyReaction &reaction : allergy.reactions) {
        if (!reaction.substance.isEmpty())
            readSubstance(reaction.substance, entry);
        for (const Clinical::CodeableConcept &manifestation : reaction.manifestations)
            entry.reactions.append(manifestation.label());
        if (reaction.manifestations.isEmpty() && !reaction.description.isEmpty())
            entry.reactions.append(reaction.description);
    }
    entry.reactions.removeAll(QString());
    const ReactionJudgement judgement = judgeReactions(allergy);
    entry.nature = judgement.nature;
    entry.severity = judgement.severity;
    entry.since = dayOf(allergy.onset.start.isValid() ? allergy.onset.start : allergy.recordedDate);
    // Pollen and animals are no drugs; what is not said to be of food or surroundings may be one.
    const bool isElsewhere = !allergy.categories.isEmpty() && !allergy.categories.contains("medication"_L1)
                             && !allergy.categories.contains("biologic"_L1);
    if (!entry.ingredients.empty() || !entry.groups.empty())
        m_context.allergies.append(entry);
    else if (!isElsewhere)
        m_context.unreadAllergies.append({origin.fact, entry.text});
}

void PatientReader::add(const Clinical::Condition &condition, const StatementOrigin &origin)
{
    if (!isAffirmed(condition))
        return;
    ConditionEntry entry;
    entry.terms = m_book.conditions(condition.code);
    if (entry.terms.empty())
        return;
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = condition.code.label();
    entry.from = dayOf(condition.onset.start.isValid() ? condition.onset.start : condition.recordedDate);
    entry.to = lastDayOf(condition.onset.end);
    entry.isOver = condition.abated || !condition.abatementText.isEmpty() || condition.clinicalStatus == "resolved"_L1
                   || condition.clinicalStatus == "inactive"_L1 || condition.clinicalStatus == "remission"_L1;
    m_context.conditions.append(entry);
}

void PatientReader::add(const Clinical::Procedure &procedure, const StatementOrigin &origin)
{
    if (!isAffirmed(procedure))
        return;
    constexpr std::array lasting{"organ-transplant", "bariatric-surgery", "dialysis"};
    ConditionEntry entry;
    for (const quint16 term : m_book.conditions(procedure.code)) {
        const QByteArrayView id = m_book.base().termId(term);
        if (std::ranges::any_of(lasting, [&](const char *known) { return id == QByteArrayView(known); }))
            entry.terms.push_back(term);
    }
    if (entry.terms.empty())
        return;
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = procedure.code.label();
    entry.from = dayOf(procedure.performed.start);
    m_context.conditions.append(entry);
}

void PatientReader::addFinding(const Clinical::Observation &observation, const StatementOrigin &origin)
{
    if (observation.value.kind != Clinical::ObservationValue::Kind::Concept || !isAffirmed(observation))
        return;
    ConditionEntry entry;
    entry.terms = m_book.conditions(observation.value.concept_);
    if (entry.terms.empty())
        return;
    entry.fact = origin.fact;
    entry.source = origin.source;
    entry.text = observation.value.concept_.label();
    entry.from = dayOf(observation.effective.start.isValid() ? observation.effective.start : observation.issued);
    m_context.conditions.append(entry);
}

void PatientReader::addLab(const LabStatement &statement, const StatementOrigin &origin)
{
    const auto lab = m_book.lab(statement.code);
    if (!lab || !statement.date.isValid())
        return;
    const auto value = m_book.inOwnUnit(*lab, statement.value, statement.unit, statement.upperOfNormal);
    if (value)
        m_context.labs.append({origin.fact, origin.source, *lab, *value, statement.date, statement.shown, false});
}

void PatientReader::addGenes(const QString &text, QDate date, const StatementOrigin &origin)
{
    for (const quint16 variant : m_book.genes(text))
        m_context.genes.append({origin.fact, origin.source, variant, date, text});
}

PatientContext PatientReader::finish()
{
    completeLabs(m_book.base(), m_context);
    return std::move(m_context);
}

} // namespace Chartline::Safety
