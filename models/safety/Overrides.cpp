// SPDX-License-Identifier: Apache-2.0
#include "safety/EstimatedGfr.h"
#include "safety/Reviewer.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

constexpr double s_sameDose = 0.01; // of the dose
constexpr double s_sameLevel = 0.2; // of the level

bool differs(double before, double now, double share)
{
    return std::abs(now - before) > share * std::max(std::abs(before), 1e-9);
}

// What has changed between the acknowledgement and now, the weightiest first. A figure that is known for the first time
// is news too.
OverrideReturn returned(const SafetyOverride &override_, const SafetyAlert &alert)
{
    if (alert.tier > override_.tier)
        return OverrideReturn::Louder;
    for (auto now = alert.snapshot.cbegin(); now != alert.snapshot.cend(); ++now) {
        const bool isNew = !override_.snapshot.contains(now.key());
        const double before = override_.snapshot.value(now.key());
        if (now.key() == "egfr"_L1) {
            if (isNew || kidneyCategory(before) != kidneyCategory(now.value()))
                return OverrideReturn::Kidney;
        } else if (now.key().startsWith("dose:"_L1)) {
            if (isNew || differs(before, now.value(), s_sameDose))
                return OverrideReturn::Dose;
        } else if (now.key().startsWith("level:"_L1)) {
            if (now.key() != "level:egfr"_L1 && (isNew || differs(before, now.value(), s_sameLevel)))
                return OverrideReturn::Level;
        } else if (now.key().startsWith("allergy:"_L1)) {
            if (isNew || now.value() > before)
                return OverrideReturn::Louder;
        } else if (now.key().startsWith("start:"_L1)) {
            if (isNew || now.value() > before)
                return OverrideReturn::Restarted;
        }
    }
    return OverrideReturn::No;
}

} // namespace

void applyOverrides(const QList<SafetyOverride> &overrides, SafetyReview &review)
{
    for (SafetyAlert &alert : review.alerts) {
        for (const SafetyOverride &override_ : overrides) {
            if (override_.alert == alert.id && (!alert.override_ || override_.time >= alert.override_->time))
                alert.override_ = override_;
        }
        if (alert.override_)
            alert.returned = returned(*alert.override_, alert);
    }
    std::ranges::stable_sort(review.alerts, [](const SafetyAlert &a, const SafetyAlert &b) {
        return std::pair(-int(a.tier), a.isAcknowledged()) < std::pair(-int(b.tier), b.isAcknowledged());
    });
}

} // namespace Chartline::Safety
