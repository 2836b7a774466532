// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugMentions.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"
#include "safety/DosageReading.h"
#include "safety/MentionedDrug.h"
#include "safety/SourceDay.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

void setStart(DrugMention &mention, const PartialDate &date)
{
    if (!date.isValid())
        return;
    mention.start = date.localDate();
    mention.startIsVague = date.precision() < PartialDate::Precision::Day;
}

void setEnd(DrugMention &mention, const PartialDate &date)
{
    if (!date.isValid())
        return;
    mention.end = lastDayOf(date);
    mention.endIsVague = date.precision() < PartialDate::Precision::Day;
}

// The day by which it had been said for certain is the last one that a vague date can mean; that would hide what is
// said this year, so its first day stands for it.
QDate dayOf(const PartialDate &date)
{
    return date.isValid() ? date.localDate() : QDate();
}

MentionState stateOf(const QString &status)
{
    const QString word = status.trimmed().toLower();
    if (isOneOf(word, {"active"_L1, "in-progress"_L1}))
        return MentionState::Active;
    if (word == "completed"_L1)
        return MentionState::Completed;
    if (isOneOf(word, {"stopped"_L1, "cancelled"_L1, "canceled"_L1, "ended"_L1, "revoked"_L1}))
        return MentionState::Stopped;
    if (isOneOf(word, {"on-hold"_L1, "suspended"_L1}))
        return MentionState::OnHold;
    if (isOneOf(word, {"draft"_L1, "intended"_L1, "proposed"_L1, "preparation"_L1}))
        return MentionState::Planned;
    if (isOneOf(word, {"not-taken"_L1, "not-done"_L1, "declined"_L1}))
        return MentionState::NotTaken;
    return MentionState::Unknown;
}

bool isStay(const CodeableConcept &category)
{
    return category.text.compare("inpatient"_L1, Qt::CaseInsensitive) == 0
           || std::ranges::any_of(category.codings, [](const Coding &coding) {
                  return coding.code.compare("inpatient"_L1, Qt::CaseInsensitive) == 0;
              });
}

// The time over which dosages are to be taken: from the first of their beginnings to the last of their ends, and to no
// end where one of them has none.
Period boundsOf(const QList<Dosage> &dosages)
{
    Period bounds;
    bool isOpen = dosages.isEmpty();
    for (const Dosage &dosage : dosages) {
        const PartialDate &start = dosage.boundsStart;
        const PartialDate &end = dosage.boundsEnd;
        if (start.isValid() && (!bounds.start.isValid() || start.earliest() < bounds.start.earliest()))
            bounds.start = start;
        isOpen = isOpen || !end.isValid();
        if (end.isValid() && (!bounds.end.isValid() || end.latest() > bounds.end.latest()))
            bounds.end = end;
    }
    if (isOpen)
        bounds.end = {};
    return bounds;
}

// Each type fills in what it tells beside the drug, and how it is dosed.
void fill(const MedicationRequest &request, DrugMention &mention)
{
    mention.kind = MentionKind::Request;
    mention.state = stateOf(request.status);
    if (mention.state != MentionState::NotTaken && isOneOf(request.intent, {"proposal"_L1, "option"_L1}))
        mention.state = MentionState::Planned;
    else if (mention.state == MentionState::Active && request.intent == "plan"_L1)
        mention.state = MentionState::Unknown;
    if (request.doNotPerform)
        mention.state = MentionState::NotTaken;
    const Period bounds = boundsOf(request.dosages);
    setStart(mention, request.authoredOn.isValid() ? request.authoredOn : request.validity.start);
    if (bounds.start.isValid())
        setStart(mention, bounds.start);
    setEnd(mention, request.dateEnded.isValid() ? request.dateEnded : bounds.end);
    mention.said = dayOf(request.authoredOn);
    mention.refills = std::max(0, request.refills.toInt());
    mention.daysSupply = daysIn(request.daysSupply);
    mention.inpatient = std::ranges::any_of(request.categories, isStay);
}

void fill(const MedicationDispense &dispense, DrugMention &mention)
{
    mention.kind = MentionKind::Dispense;
    mention.state = stateOf(dispense.status);
    const bool isHandedOver = dispense.whenHandedOver.isValid();
    if (dispense.notDone || isOneOf(dispense.status, {"cancelled"_L1, "canceled"_L1}))
        mention.state = MentionState::NotTaken;
    else if (isHandedOver && mention.state != MentionState::NotTaken && mention.state != MentionState::Stopped)
        mention.state = MentionState::Completed;
    else if (mention.state == MentionState::Active)
        mention.state = MentionState::Planned; // ready to be picked up
    setStart(mention, isHandedOver ? dispense.whenHandedOver : dispense.whenPrepared);
    mention.said = mention.startIsVague ? QDate() : mention.start;
    mention.daysSupply = daysIn(dispense.daysSupply);
    mention.inpatient = isStay(dispense.category);
}

void fill(const MedicationAdministration &administration, DrugMention &mention)
{
    mention.kind = MentionKind::Administration;
    mention.state = administration.notGiven ? MentionState::NotTaken : stateOf(administration.status);
    setStart(mention, administration.effective.start);
    setEnd(mention, administration.effective.end);
    mention.said = mention.startIsVague ? QDate() : mention.start;
    const bool isOneDay = !mention.end.isValid() || mention.end == mention.start;
    mention.single = isOneDay && mention.state != MentionState::Active;
    if (mention.single && !mention.endIsVague)
        mention.end = {};
    mention.inpatient = isStay(administration.category);
}

void fill(const MedicationStatement &statement, DrugMention &mention)
{
    mention.kind = MentionKind::Statement;
    mention.state = stateOf(statement.status);
    // R5 says "recorded" and leaves the rest to the adherence.
    const bool isTaking = statement.taken.startsWith("taking"_L1) || statement.taken.isEmpty();
    if (statement.status == "recorded"_L1)
        mention.state = isTaking ? MentionState::Active : MentionState::Unknown;
    else if (mention.state == MentionState::Active && statement.taken == "unk"_L1)
        mention.state = MentionState::Unknown;
    if (statement.notTaken)
        mention.state = MentionState::NotTaken;
    const Period bounds = boundsOf(statement.dosages);
    const bool isTold = statement.effective.start.isValid() || statement.effective.end.isValid();
    setStart(mention, isTold ? statement.effective.start : bounds.start);
    setEnd(mention, isTold ? statement.effective.end : bounds.end);
    mention.said = dayOf(statement.dateAsserted);
    mention.inpatient = std::ranges::any_of(statement.categories, isStay);
}

template<typename Type>
QList<Dosage> dosagesOf(const Type &value)
{
    if constexpr (requires { value.dosages; })
        return value.dosages;
    else
        return {value.dosage};
}

Quantity suppliedQuantity(const MedicationRequest &request)
{
    return request.dispenseQuantity;
}

Quantity suppliedQuantity(const MedicationDispense &dispense)
{
    return dispense.quantity;
}

template<typename Type>
Quantity suppliedQuantity(const Type &)
{
    return {};
}

// "No known medications", "no information about medications": no drug is named.
bool namesNone(const CodeableConcept &medication)
{
    FactDraft draft;
    applyAbsence(draft, medication);
    return draft.category == categoryNoKnown || draft.category == categoryNoInformation;
}

template<typename Type>
std::optional<DrugMention> read(const Type &value, const Medication *medication, const Resolver &resolver)
{
    if (value.status == "entered-in-error"_L1)
        return std::nullopt;
    DrugMention mention;
    fill(value, mention);
    MentionedDrug named = mentionedDrug(value.medication, medication, value.medicationReference, resolver);
    if (named.drug.match == Match::None && namesNone(value.medication))
        return std::nullopt;
    mention.text = named.text;
    mention.drug = std::move(named.drug);
    applyDosages(dosagesOf(value), suppliedQuantity(value), mention);
    return mention;
}

} // namespace

int daysIn(const Quantity &quantity)
{
    const double number = quantity.value.toDouble().value_or(0);
    if (!(number > 0) || number > 36500)
        return 0;
    QString unit = (quantity.code.isEmpty() ? quantity.unit : quantity.code).trimmed().toLower();
    if (unit.isEmpty())
        unit = quantity.unit.trimmed().toLower();
    double days = 0;
    if (isOneOf(unit, {"d"_L1, "day"_L1, "days"_L1, "tag"_L1, "tage"_L1, "jour"_L1, "jours"_L1}))
        days = 1;
    else if (isOneOf(unit, {"wk"_L1, "wks"_L1, "week"_L1, "weeks"_L1, "w"_L1}))
        days = 7;
    else if (isOneOf(unit, {"mo"_L1, "month"_L1, "months"_L1}))
        days = 30;
    else if (isOneOf(unit, {"a"_L1, "y"_L1, "yr"_L1, "year"_L1, "years"_L1}))
        days = 365;
    else if (isOneOf(unit, {"h"_L1, "hr"_L1, "hour"_L1, "hours"_L1}))
        days = 1.0 / 24;
    return int(std::min(std::ceil(number * days), 3660.0));
}

std::optional<DrugMention> mentionOf(const Value &value, const Medication *medication, const Resolver &resolver)
{
    return std::visit(
        [&]<typename Type>(const Type &type) -> std::optional<DrugMention> {
            if constexpr (std::is_same_v<Type, MedicationRequest> || std::is_same_v<Type, MedicationDispense>
                          || std::is_same_v<Type, MedicationAdministration>
                          || std::is_same_v<Type, MedicationStatement>)
                return read(type, medication, resolver);
            else
                return std::nullopt;
        },
        value);
}

} // namespace Chartline::Safety
