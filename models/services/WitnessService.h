// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "base/Ids.h"
#include "base/Result.h"

#include <QFuture>
#include <QObject>
#include <memory>

namespace Chartline {

class VaultService;

// A person's word on which statements are one fact, off the calling thread. What was given to write before the vault
// locks is written before it closes; afterwards everything answers VaultLocked. While an import runs, writing waits.
class WitnessService : public QObject
{
    Q_OBJECT

public:
    // `author`: who works here, as text; written to every decision.
    WitnessService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author, QObject *parent = nullptr);
    ~WitnessService() override;

    // The facts that two statements belong to are one. NotFound where one is not there, or they are of two people.
    QFuture<Status> join(FactId a, FactId b);
    // A statement is a fact of its own, apart from all that it is one with now. NotFound where it is not there.
    QFuture<Status> split(FactId statement);
    // Takes back what was said last of two statements. NotFound where nothing is.
    QFuture<Status> undo(FactId a, FactId b);

Q_SIGNALS:
    // People have to be read anew.
    void changed();

private:
    template<typename Work>
    QFuture<Status> write(FactId fact, Work work);

    VaultService &m_vault;
    std::shared_ptr<const Clock> m_clock;
    QString m_author;
};

} // namespace Chartline
