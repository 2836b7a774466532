// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>

namespace Chartline {

// Where "now" comes from, so that a test can say what day it is.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual QDateTime now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime::currentDateTimeUtc(); }
};

} // namespace Chartline
