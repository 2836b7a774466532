// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"
#include "safety/Reviewer.h"

#include <QFuture>
#include <QObject>
#include <functional>
#include <memory>

namespace Chartline {

class Connector;
class VaultService;
struct StoredOverride;

// The knowledge base to use now; asked from several threads.
using KnowledgeSource = std::function<Safety::KnowledgeResult<std::shared_ptr<const Safety::KnowledgeBase>>()>;

using SafetyReviewPtr = std::shared_ptr<const Safety::SafetyReview>;

// What a drug would do in a person who does not take it yet.
struct ProspectiveCheck
{
    QString typed;
    QStringList ingredients; // that it was understood as; empty: it is not known, and nothing was checked
    bool isSure = false; // false: some of its words are not understood
    QStringList unread; // those words
    QList<Safety::SafetyAlert> alerts; // that it is part of, the loudest first
    SafetyReviewPtr review; // with it
};

// Medication safety of the open vault, off the calling thread. A future finishes with VaultLocked once the vault locks.
// Where the knowledge base failed its check there is a review too: it says that nothing was checked.
class SafetyService : public QObject
{
    Q_OBJECT

public:
    // `author`: who works here, as text; written to every acknowledgement.
    SafetyService(VaultService &vault, std::vector<std::shared_ptr<const Connector>> connectors,
                  KnowledgeSource knowledge, std::shared_ptr<const Clock> clock, QString author,
                  QObject *parent = nullptr);
    ~SafetyService() override;

    // As seen at a date; today where it is invalid.
    QFuture<Result<SafetyReviewPtr>> review(PersonId person, QDate at = {});
    // `name`: as a person types it ("ibuprofen", "Augmentin 875", "rxnorm:5640").
    QFuture<Result<ProspectiveCheck>> tryDrug(PersonId person, const QString &name, QDate at = {});
    // Names that begin with what is typed, for completion; at most `limit`. Answers at once.
    [[nodiscard]] QStringList completions(const QString &typed, int limit = 12) const;

    // `reason`: a code of overrideReasons(). A new row each time; the latest holds.
    QFuture<Status> acknowledge(PersonId person, const Safety::SafetyAlert &alert, const QString &reason,
                                const QString &comment);
    // Takes the acknowledgement of an alert back.
    QFuture<Status> withdraw(PersonId person, const QString &alert);
    // Every acknowledgement and withdrawal of a person (a withdrawal has an empty reason), the newest first.
    QFuture<Result<QList<Safety::SafetyOverride>>> history(PersonId person);

    // Reasons a person can give: codes of HL7 v3 ActCode, value set DetectedIssueMitigationAction
    // (hl7.org/fhir/R4/valueset-detectedissue-mitigation-action.html).
    [[nodiscard]] static QStringList overrideReasons();

Q_SIGNALS:
    // An acknowledgement was written or taken back: reviews of this person have changed.
    void changed(Chartline::PersonId person);

private:
    struct Shared;
    [[nodiscard]] QFuture<Status> write(PersonId person, const StoredOverride &override_);

    std::shared_ptr<Shared> m_shared; // outlives the service while work is under way
    VaultService &m_vault;
    std::shared_ptr<const Clock> m_clock;
    QString m_author;
};

} // namespace Chartline
