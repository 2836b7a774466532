// SPDX-License-Identifier: Apache-2.0
#include "services/SafetyService.h"

#include "safety/DrugConcept.h"
#include "safety/DrugName.h"
#include "services/ReadTask.h"
#include "services/SafetyReading.h"
#include "services/WriteTask.h"
#include "store/OverrideStore.h"

#include <QSet>
#include <algorithm>
#include <mutex>

namespace Chartline {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 s_hypothetical = -1; // fact of a drug that is only asked about

QList<SafetyOverride> overridesOf(const QList<StoredOverride> &stored)
{
    QList<SafetyOverride> overrides;
    for (const StoredOverride &one : stored)
        overrides.append({one.alert, one.reason, one.comment, one.author, one.time, Tier(one.tier), one.snapshot});
    return overrides;
}

// The newest word on each alert; one that was taken back is none.
QList<SafetyOverride> standing(const QList<SafetyOverride> &newestFirst)
{
    QSet<QString> met;
    QList<SafetyOverride> stands;
    for (const SafetyOverride &one : newestFirst) {
        if (met.contains(one.alert))
            continue;
        met.insert(one.alert);
        if (!one.reason.isEmpty())
            stands.append(one);
    }
    return stands;
}

// Nothing was checked: every drug that may be taken is said to be so.
SafetyReview unchecked(const QList<DrugMention> &mentions, const PatientContext &patient, QDate at)
{
    SafetyReview review;
    review.at = at;
    review.knowledge = SafetyReview::Knowledge::Failed;
    review.allergyKnowledge = patient.allergyKnowledge;
    review.courses = coursesOf(mentions, at);
    for (const DrugCourse &course : std::as_const(review.courses)) {
        if (course.state != CourseState::Past && course.state != CourseState::NotTaken)
            review.notChecked.append({course.text, NotChecked::Why::NoKnowledge, {}, course.facts});
    }
    return review;
}

} // namespace

// Made once for each knowledge base, used by all threads.
struct SafetyService::Shared
{
    std::vector<std::shared_ptr<const Connector>> connectors;
    KnowledgeSource source;

    std::mutex mutex;
    KnowledgeResult<std::shared_ptr<const SafetyTools>> tools = std::unexpected(KnowledgeFault());

    KnowledgeResult<std::shared_ptr<const SafetyTools>> current()
    {
        const auto base = source();
        if (!base)
            return std::unexpected(base.error());
        const std::lock_guard lock(mutex);
        if (!tools || &(*tools)->reviewer.base() != base->get())
            tools = std::make_shared<const SafetyTools>(*base);
        return tools;
    }

    // The record of a person as the review sees it.
    Result<SafetyReview> review(Session &session, Connection &db, PersonId person, QDate at, QDate today,
                                const std::optional<QString> &alsoDrug)
    {
        const auto known = current();
        SafetyReading reading(session.blobs(), db, connectors, known ? known->get() : nullptr);
        CHARTLINE_TRY(reading.read(person));
        if (!known)
            return unchecked(reading.mentions(), reading.patient(), at);
        QList<DrugMention> mentions = reading.mentions();
        if (alsoDrug) {
            DrugMention asked;
            asked.fact = s_hypothetical;
            asked.kind = MentionKind::Request;
            asked.state = MentionState::Active;
            asked.text = *alsoDrug;
            asked.drug = resolveTyped(*alsoDrug, (*known)->resolver);
            asked.start = asked.said = at;
            mentions.append(asked);
        }
        SafetyReview result = (*known)->reviewer.review(mentions, reading.patient(), at, today);
        CHARTLINE_ASSIGN(const QList<StoredOverride> stored, OverrideStore(db).of(person));
        applyOverrides(standing(overridesOf(stored)), result);
        return result;
    }
};

SafetyService::SafetyService(VaultService &vault, std::vector<std::shared_ptr<const Connector>> connectors,
                             KnowledgeSource knowledge, std::shared_ptr<const Clock> clock, QString author,
                             QObject *parent)
    : QObject(parent)
    , m_shared(std::make_shared<Shared>())
    , m_vault(vault)
    , m_clock(std::move(clock))
    , m_author(std::move(author))
{
    m_shared->connectors = std::move(connectors);
    m_shared->source = std::move(knowledge);
}

SafetyService::~SafetyService() = default;

QFuture<Result<SafetyReviewPtr>> SafetyService::review(PersonId person, QDate at)
{
    const QDate today = m_clock->now().toLocalTime().date();
    const QDate day = at.isValid() ? at : today;
    return readTask<SafetyReviewPtr>(
        m_vault, [=, shared = m_shared](Session &session, Connection &db) -> Result<SafetyReviewPtr> {
            CHARTLINE_ASSIGN(SafetyReview review, shared->review(session, db, person, day, today, std::nullopt));
            return std::make_shared<const SafetyReview>(std::move(review));
        });
}

QFuture<Result<ProspectiveCheck>> SafetyService::tryDrug(PersonId person, const QString &name, QDate at)
{
    const QDate today = m_clock->now().toLocalTime().date();
    const QDate day = at.isValid() ? at : today;
    return readTask<ProspectiveCheck>(
        m_vault, [=, shared = m_shared](Session &session, Connection &db) -> Result<ProspectiveCheck> {
            ProspectiveCheck check;
            check.typed = name;
            CHARTLINE_ASSIGN(SafetyReview review, shared->review(session, db, person, day, today, name));
            if (const auto known = shared->current()) {
                const Resolved drug = resolveTyped(name, (*known)->resolver);
                check.isSure = drug.isConfident();
                check.unread = drug.unread;
                for (const IngredientIndex ingredient : drug.ingredients)
                    check.ingredients.append((*known)->reviewer.base().ingredientName(ingredient));
            }
            for (const SafetyAlert &alert : std::as_const(review.alerts)) {
                const bool isPart = std::ranges::any_of(alert.drugs, [&](const AlertDrug &drug) {
                    return drug.course >= 0 && review.courses[drug.course].facts.contains(s_hypothetical);
                });
                if (isPart)
                    check.alerts.append(alert);
            }
            check.review = std::make_shared<const SafetyReview>(std::move(review));
            return check;
        });
}

QStringList SafetyService::completions(const QString &typed, int limit) const
{
    const QByteArray start = DrugName::normalized(typed);
    const auto known = m_shared->source();
    if (!known || start.isEmpty())
        return {};
    // Names of ingredients before others, short ones before long ones.
    QList<std::tuple<int, qsizetype, QString>> found;
    (*known)->eachName([&](QByteArrayView name, NameKind kind) {
        if (name.startsWith(start))
            found.append({kind == NameKind::Ingredient ? 0 : 1, name.size(), QString::fromUtf8(name)});
    });
    std::ranges::sort(found);
    QStringList names;
    for (const auto &[kind, size, name] : std::as_const(found)) {
        if (names.size() < limit)
            names.append(name);
    }
    return names;
}

QFuture<Status> SafetyService::write(PersonId person, const StoredOverride &override_)
{
    return writeTask<void>(m_vault,
                           [person, override_](Connection &db) -> Status {
                               CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
                               CHARTLINE_TRY(OverrideStore(db).add(person, override_));
                               return transaction.commit();
                           })
        .then(this, [this, person](const Status &status) {
            if (status)
                Q_EMIT changed(person);
            return status;
        });
}

QFuture<Status> SafetyService::acknowledge(PersonId person, const SafetyAlert &alert, const QString &reason,
                                           const QString &comment)
{
    if (!overrideReasons().contains(reason))
        return QtFuture::makeReadyValueFuture(Status(fail(ErrorCode::ConstraintViolated, {u"safety_override"_s})));
    return write(person, {alert.id, reason, comment.trimmed(), m_author, m_clock->now().toMSecsSinceEpoch(),
                          int(alert.tier), alert.snapshot});
}

QFuture<Status> SafetyService::withdraw(PersonId person, const QString &alert)
{
    return write(person, {alert, {}, {}, m_author, m_clock->now().toMSecsSinceEpoch(), 0, {}});
}

QFuture<Result<QList<SafetyOverride>>> SafetyService::history(PersonId person)
{
    return readTask<QList<SafetyOverride>>(
        m_vault, [person](Session &, Connection &db) -> Result<QList<SafetyOverride>> {
            CHARTLINE_ASSIGN(const QList<StoredOverride> stored, OverrideStore(db).of(person));
            return overridesOf(stored);
        });
}

QStringList SafetyService::overrideReasons()
{
    return {u"1"_s,  u"2"_s,  u"3"_s,  u"4"_s,  u"5"_s,  u"7"_s, u"8"_s,
            u"10"_s, u"11"_s, u"12"_s, u"13"_s, u"22"_s, u"23"_s};
}

} // namespace Chartline
