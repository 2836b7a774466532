// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <optional>

namespace Chartline {

// A decimal number as its source wrote it: "7.0" stays "7.0" and "1e3" stays "1e3", because the digits given say how
// exact a measurement was (FHIR R4, datatype decimal). The double is for drawing and comparing only.
class Decimal
{
public:
    Decimal() = default;
    explicit Decimal(QString text)
        : m_text(std::move(text))
    { }

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] const QString &text() const { return m_text; }
    // Nothing where the text is no number ("high", "1,5").
    [[nodiscard]] std::optional<double> toDouble() const;

    bool operator==(const Decimal &) const = default;

private:
    QString m_text;
};

} // namespace Chartline
