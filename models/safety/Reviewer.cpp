// SPDX-License-Identifier: Apache-2.0
#include "safety/Reviewer.h"

#include "safety/ReviewRun.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

Reviewer::Reviewer(const std::shared_ptr<const KnowledgeBase> &base)
    : m_base(base)
    , m_engine(base)
    , m_book(base)
{
    base->eachCombination([this](std::span<const IngredientIndex> parts) {
        for (const IngredientIndex a : parts) {
            for (const IngredientIndex b : parts)
                m_productPairs.insert(quint32(a) << 16 | b);
        }
    });
}

bool Reviewer::arePartsOfProduct(IngredientIndex first, IngredientIndex second) const
{
    return m_productPairs.contains(quint32(first) << 16 | second);
}

SafetyReview Reviewer::review(const QList<DrugMention> &mentions, const PatientContext &patient, QDate at,
                              QDate today) const
{
    return ReviewRun(*this, mentions, patient, at, today.isValid() ? today : at).run();
}

ReviewRun::ReviewRun(const Reviewer &reviewer, const QList<DrugMention> &mentions, const PatientContext &patient,
                     QDate at, QDate today)
    : m_reviewer(reviewer)
    , m_base(reviewer.base())
    , m_patient(patient)
    , m_mentions(mentions)
    , m_at(at)
    , m_today(today)
{
    m_review.at = at;
    m_review.allergyKnowledge = patient.allergyKnowledge;
    m_review.knowledgeName = m_base.name() + u' ' + m_base.release();
    m_review.knowledgeExpires = m_base.expires();
    m_review.knowledge =
        today >= m_base.expires() ? SafetyReview::Knowledge::OutOfDate : SafetyReview::Knowledge::Valid;
    for (const ConditionEntry &entry : patient.otherConditions) {
        const bool isLater = entry.from.isValid() && entry.from > at;
        if (!isLater && !entry.isInactive && !entry.isOverAt(at) && !entry.text.isEmpty())
            m_review.otherConditions.append(entry.text);
    }
    m_review.otherConditions.removeDuplicates();
    m_review.otherConditions.sort(Qt::CaseInsensitive);
    readKidney();
    layOut(mentions);
    m_judge = std::make_unique<ContextJudge>(m_base, m_patient, m_taken, m_at);
}

SafetyReview ReviewRun::run()
{
    checkPairs();
    checkTriples();
    checkDuplicates();
    checkSameIngredient();
    checkPerson();
    checkDoses();
    checkAllergies();
    mergeCommon();
    sortAlerts();
    return std::move(m_review);
}

// Alerts are large: their places are sorted, then each is moved once.
void ReviewRun::sortAlerts()
{
    QList<SafetyAlert> &alerts = m_review.alerts;
    const auto loudness = [](const SafetyAlert &alert) {
        return std::tuple(-int(alert.tier), -int(alert.overlap.overlap), int(alert.kind));
    };
    std::vector<qsizetype> order;
    order.reserve(std::size_t(alerts.size()));
    for (qsizetype i = 0; i < alerts.size(); ++i) {
        if (!m_merged.contains(std::size_t(i)))
            order.push_back(i);
    }
    std::ranges::sort(order, [&](qsizetype i, qsizetype j) {
        const auto a = loudness(alerts[i]);
        const auto b = loudness(alerts[j]);
        return a != b ? a < b : alerts[i].id < alerts[j].id;
    });
    QList<SafetyAlert> sorted;
    sorted.reserve(qsizetype(order.size()));
    for (const qsizetype at : order)
        sorted.append(std::move(alerts[at]));
    alerts = std::move(sorted);
}

// What a course holds. Where its name was understood in part only, that part is checked too, and the drug is listed as
// unsure.
std::vector<IngredientIndex> ReviewRun::ingredientsOf(const DrugCourse &course, const Mentions &byFact)
{
    if (!course.ingredients.empty())
        return course.ingredients;
    for (const qint64 fact : course.facts) {
        for (const DrugMention *mention : byFact.values(fact)) {
            if (mention->text == course.text && !mention->drug.ingredients.empty())
                return mention->drug.ingredients;
        }
    }
    return {};
}

// A drug that was prescribed but perhaps never taken, and one that is planned, are checked too, one tier lower.
void ReviewRun::layOut(const QList<DrugMention> &mentions)
{
    m_review.courses = coursesOf(mentions, m_at);
    Mentions byFact;
    for (const DrugMention &mention : mentions)
        byFact.insert(mention.fact, &mention);
    for (qsizetype i = 0; i < m_review.courses.size(); ++i) {
        const DrugCourse &course = m_review.courses[i];
        // A drug that no one had spoken of by that past day.
        if (m_at < m_today && course.state == CourseState::Planned && course.witnesses.isEmpty())
            continue;
        const bool isTaken = countsAsTaken(course);
        for (const IngredientIndex ingredient : ingredientsOf(course, byFact)) {
            const Exposure exposure{ingredient, i, &course};
            m_all.push_back(exposure);
            if (!isTaken)
                continue;
            m_taken.push_back(exposure);
            m_review.checked.append(m_base.ingredientName(ingredient));
        }
        // One that was understood in part is counted among those that were not checked.
        if (isTaken && !course.ingredients.empty())
            ++m_review.checkedCourses;
        if (course.state != CourseState::Past && course.state != CourseState::NotTaken)
            noteUnchecked(course, byFact);
    }
    m_review.checked.removeDuplicates();
    m_review.checked.sort();
    for (const PatientContext::Unread &allergy : m_patient.unreadAllergies)
        m_review.notChecked.append({allergy.text, NotChecked::Why::UnknownAllergy, {}, {allergy.fact}});
    for (const PatientContext::Unread &record : m_patient.unreadRecords)
        m_review.notChecked.append({record.text, NotChecked::Why::UnreadRecord, {}, {record.fact}});
    for (const UnreadValue &value : m_patient.unreadValuesAt(m_base, m_at)) {
        const auto why = value.isImplausible ? NotChecked::Why::ImplausibleValue : NotChecked::Why::UnreadValue;
        m_review.notChecked.append({value.text, why, {}, {value.fact}});
    }
    noteKidney();
}

// Drugs that are to be avoided below some kidney function, where nothing tells it: said once for all of them.
void ReviewRun::noteKidney()
{
    constexpr float leastTelling = 30; // a limit below is for those whose kidneys are known to be ill
    if (m_kidney || m_kidneyEntry)
        return;
    QStringList names;
    for (const Exposure &exposure : m_taken) {
        const bool isLimited = std::ranges::any_of(m_base.facts(exposure.ingredient), [&](const FactRow &fact) {
            return fact.kind == quint8(FactKind::RenalLimit) && fact.advice >= quint8(Advice::Avoid)
                   && fact.number >= leastTelling;
        });
        if (isLimited)
            names.append(m_base.ingredientName(exposure.ingredient));
    }
    names.removeDuplicates();
    if (!names.isEmpty())
        m_review.notChecked.append({names.join(u", "_s), NotChecked::Why::KidneyUnknown, {}, {}});
}

// Kidney failure that is told in words sets a ceiling to what is not measured (KDIGO 2024: G4 below 30, G5 below 15
// ml/min/1.73 m²).
void ReviewRun::readKidney()
{
    if (const auto egfr = m_base.term(Vocabulary::Labs, "egfr"))
        m_kidney = m_patient.labAt(m_base, quint16(*egfr), m_at);
    constexpr std::pair<const char *, double> stages[] = {
        {"dialysis", 15}, {"kidney-failure", 15}, {"kidney-severe", 30}};
    for (const auto &[id, ceiling] : stages) {
        const auto term = m_base.term(Vocabulary::Conditions, id);
        const ConditionEntry *entry = term ? m_patient.conditionAt(m_base, quint16(*term), m_at) : nullptr;
        // What is measured goes before a stage that was written down once; dialysis goes before both.
        const bool counts = entry && (!m_kidney || (id == stages[0].first && m_kidney->value >= ceiling));
        if (counts && !m_kidneyEntry) {
            m_kidneyEntry = entry;
            m_kidneyTerm = quint16(*term);
            m_kidneyCeiling = ceiling;
        }
    }
}

// A drug that is past is not listed: it does not bear on what is taken now.
void ReviewRun::noteUnchecked(const DrugCourse &course, const Mentions &byFact)
{
    NotChecked entry;
    bool isSure = !course.ingredients.empty();
    for (const qint64 fact : course.facts) {
        for (const DrugMention *mention : byFact.values(fact)) {
            const bool isOfCourse = !course.ingredients.empty() || mention->text == course.text;
            if (!isOfCourse || mention->drug.isConfident() || entry.facts.contains(fact))
                continue;
            isSure = false;
            entry.name = mention->text;
            entry.unread = mention->drug.unread;
            entry.facts.append(fact);
        }
    }
    if (isSure)
        return;
    entry.why = ingredientsOf(course, byFact).empty() ? NotChecked::Why::UnknownDrug : NotChecked::Why::UnsureDrug;
    if (entry.name.isEmpty())
        entry.name = course.text;
    m_review.notChecked.append(entry);
}

bool ReviewRun::countsAsTaken(const DrugCourse &course)
{
    return course.isTaken() || course.state == CourseState::NeverDispensed || course.state == CourseState::Planned;
}

Tier ReviewRun::tierOf(Advice advice)
{
    switch (advice) {
    case Advice::Contraindicated: return Tier::Interruptive;
    case Advice::Avoid: return Tier::Prominent;
    case Advice::Reduce: return Tier::Passive;
    case Advice::Caution:
    case Advice::None: break;
    }
    return Tier::Hidden;
}

SafetyAlert ReviewRun::begin(AlertKind kind, AlertTopic topic, Sides sides) const
{
    SafetyAlert alert;
    alert.kind = kind;
    alert.topic = topic;
    alert.overlap = {Overlap::Active, {}, {}, false};
    for (const Exposure &side : sides) {
        alert.drugs.append({side.ingredient, text(m_base.ingredient(side.ingredient).name), side.course});
        alert.overlap.since = std::max(alert.overlap.since, side.of->start());
    }
    return alert;
}

void ReviewRun::move(SafetyAlert &alert, AlertMove::Why why, int step, const QString &words, const QString &drug,
                     QDate date) const
{
    alert.moves.append({why, step, words, date, drug});
    alert.tier =
        step == 0 ? Tier::Hidden : Tier(std::clamp(int(alert.tier) + step, int(Tier::Hidden), int(Tier::Interruptive)));
}

// All steps together count, so that what raises and what lowers make up for each other. However much lowers an alert,
// it is one tier: two small comforts do not make a grave alert a trifle.
void ReviewRun::applyVerdict(SafetyAlert &alert, const ContextJudge::Verdict &verdict) const
{
    alert.moves += verdict.moves;
    alert.facts += verdict.facts;
    const int steps = std::max(verdict.steps, -1);
    alert.tier = verdict.unless ? Tier::Hidden
                                : Tier(std::clamp(int(alert.tier) + steps, int(Tier::Hidden), int(Tier::Interruptive)));
}

// A level of the drug itself, or an INR that a vitamin K antagonist explains, tells that it is taken.
bool ReviewRun::isMeasured(const Exposure &exposure) const
{
    constexpr double anticoagulated = 1.5; // INR; above what healthy people have (0.8–1.2)
    const auto inr = m_base.term(Vocabulary::Labs, "inr");
    const auto antagonists = m_base.classIndex("vitamin-k-antagonist");
    if (inr && antagonists && m_base.isIn(exposure.ingredient, *antagonists)) {
        const LabEntry *entry = m_patient.labAt(m_base, quint16(*inr), m_at);
        return entry && entry->value >= anticoagulated;
    }
    const auto lab = levelOf(exposure.ingredient);
    const LabEntry *entry = lab ? m_patient.labAt(m_base, *lab, m_at) : nullptr;
    return entry && entry->value > 0;
}

// One step for all of them together: that one drug is unsure and another only planned does not make it twice as
// unlikely. What the context has lowered is not lowered again.
void ReviewRun::moveByCourses(SafetyAlert &alert, Sides sides) const
{
    if (alert.overlap.overlap != Overlap::Active || alert.tier < alert.baseTier)
        return;
    for (const Exposure &side : sides) {
        const auto why = doubtOf(side);
        if (side.of->conflict)
            alert.moves.append({AlertMove::Why::Disagreement, 0, {}, {}, m_base.ingredientName(side.ingredient)});
        if (!why)
            continue;
        QDate said;
        for (const CourseWitness &witness : side.of->witnesses)
            said = std::max(said, witness.said);
        move(alert, *why, -1, {}, m_base.ingredientName(side.ingredient), said);
        return;
    }
}

// Why it is not certain that a drug is taken; nothing where it is.
std::optional<AlertMove::Why> ReviewRun::doubtOf(const Exposure &exposure) const
{
    switch (exposure.of->state) {
    case CourseState::Uncertain:
        // Where sources disagree one of them says that it is taken.
        if (exposure.of->conflict || isMeasured(exposure))
            return std::nullopt;
        return exposure.of->startUnknown ? AlertMove::Why::Undated : AlertMove::Why::Uncertain;
    case CourseState::NeverDispensed: return AlertMove::Why::NeverDispensed;
    case CourseState::Planned: return AlertMove::Why::Planned;
    default: return std::nullopt;
    }
}

// One drug may stand in several courses (alone and in a combination): the loudest alert of the same id stays, an active
// one before others. Its place; nothing where it was not needed.
std::optional<std::size_t> ReviewRun::finish(SafetyAlert &&alert, Sides sides)
{
    const auto known = m_byId.constFind(alert.id);
    const SafetyAlert *same = known == m_byId.constEnd() ? nullptr : &m_review.alerts[*known];
    const auto loudness = [](const SafetyAlert &one) { return std::pair(one.tier, one.overlap.overlap); };
    if (same && loudness(*same) >= loudness(alert))
        return std::nullopt;
    // What is out of sight is not answered; once it is in sight it is louder than it was.
    if (alert.tier > Tier::Hidden) {
        for (const Exposure &side : sides) {
            for (const auto &[key, value] : this->known(side.ingredient).snapshot)
                alert.snapshot.insert(key, value);
        }
    }
    for (const AlertLevel &level : std::as_const(alert.levels))
        alert.snapshot.insert(u"level:"_s + level.id, level.value);
    if (alert.tier > Tier::Hidden && m_kidney && alert.kind != AlertKind::Allergy && alert.kind != AlertKind::Duplicate)
        alert.snapshot.insert(u"egfr"_s, m_kidney->value);
    if (same) {
        m_review.alerts[*known] = std::move(alert);
        return std::size_t(*known);
    }
    m_byId.insert(alert.id, m_review.alerts.size());
    m_review.alerts.append(std::move(alert));
    return std::size_t(m_review.alerts.size() - 1);
}

} // namespace Chartline::Safety
