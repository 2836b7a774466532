// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/SafetyService.h"

#include <functional>

namespace Chartline::Ui {

// What the window asks of medication safety, so that it can be shown over anything that answers.
struct SafetyCalls
{
    std::function<QFuture<Result<SafetyReviewPtr>>(PersonId person)> review;
    std::function<QFuture<Result<ProspectiveCheck>>(PersonId person, const QString &name)> tryDrug;
    std::function<QStringList(const QString &typed)> completions;
    std::function<QFuture<Status>(PersonId person, const Safety::SafetyAlert &alert, const QString &reason,
                                  const QString &comment)>
        acknowledge;
    std::function<QFuture<Status>(PersonId person, const QString &alert)> withdraw;
    QStringList reasons; // codes
    QString author; // of acknowledgements; may be empty

    // `service` must live as long as the calls are used.
    [[nodiscard]] static SafetyCalls of(SafetyService &service);
};

} // namespace Chartline::Ui
