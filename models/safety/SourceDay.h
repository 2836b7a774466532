// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/PartialDate.h"

namespace Chartline::Safety {

// The last calendar day a date of a source can mean, in its own zone: "2019" is 31 December 2019.
[[nodiscard]] inline QDate lastDayOf(const PartialDate &date)
{
    const QDate first = date.localDate();
    if (date.precision() == PartialDate::Precision::Year)
        return first.addYears(1).addDays(-1);
    return date.precision() == PartialDate::Precision::Month ? first.addMonths(1).addDays(-1) : first;
}

} // namespace Chartline::Safety
