// SPDX-License-Identifier: Apache-2.0
// The side of TermBook that reads values and their units.
#include "safety/TermBook.h"
#include "safety/UnitKey.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

std::optional<TermBook::Conversion> TermBook::conversionByKey(quint16 lab, const QString &key) const
{
    const TermRow &row = m_base->termRow(lab);
    if (m_base->view(row.extra) == "1" && (key.isEmpty() || key == "1"_L1))
        return Conversion();
    if (key.isEmpty())
        return std::nullopt;
    if (const auto units = m_units.constFind(lab); units != m_units.constEnd() && units->contains(key))
        return Conversion{units->value(key), 0};
    if (m_base->termId(lab) == "hba1c" && (key == "mmol/mol"_L1 || key == "mmol/molhb"_L1 || key == "mmol/molhba1c"_L1))
        return Conversion{0.09148, 2.152};
    return key == unitKey(m_base->string(row.extra)) ? std::optional(Conversion()) : std::nullopt;
}

std::optional<TermBook::Conversion> TermBook::conversionOf(quint16 lab, const QString &unit) const
{
    if (const auto known = conversionByKey(lab, unitKey(unit)))
        return known;
    if (const auto known = conversionByKey(lab, spelledUnitKey(unit)))
        return known;
    // HL7 v2 writes code^text^system.
    if (unit.contains(u'^')) {
        for (const QString &part : unit.split(u'^', Qt::SkipEmptyParts)) {
            if (const auto known = part == unit ? std::nullopt : conversionOf(lab, part))
                return known;
        }
    }
    return std::nullopt;
}

bool TermBook::isUnitOf(quint16 lab, const QString &unit) const
{
    return conversionOf(lab, unit).has_value();
}

TermBook::OwnValue TermBook::ownValue(quint16 lab, double value, const QStringList &units,
                                      std::optional<double> upper) const
{
    std::optional<Conversion> conversion;
    // A source that writes one unit in two ways may leave out either.
    QStringList given = units;
    given.removeAll(QString());
    if (given.isEmpty())
        given.append(QString());
    for (const QString &unit : std::as_const(given)) {
        const auto one = conversionOf(lab, unit);
        if (one && conversion && *one != *conversion)
            return {0, ValueFault::Unit};
        if (one)
            conversion = one;
    }
    if (!conversion)
        return {0, ValueFault::Unit};
    const TermRow &row = m_base->termRow(lab);
    double own = value * conversion->scale + conversion->offset;
    if (m_base->view(row.extra) == "xULN") {
        const auto ofUpper = conversionOf(lab, m_base->string(row.upperUnit));
        const double limit = upper                      ? *upper * conversion->scale
                             : row.upper > 0 && ofUpper ? double(row.upper) * ofUpper->scale
                                                        : 0;
        if (!(limit > 0))
            return {0, ValueFault::Unit};
        own /= limit;
    }
    if ((row.low != 0 || row.high != 0) && !(own >= double(row.low) && own <= double(row.high)))
        return {0, ValueFault::Implausible};
    return {own, ValueFault::None};
}

std::optional<double> TermBook::inOwnUnit(quint16 lab, double value, const QString &unit,
                                          std::optional<double> upper) const
{
    const OwnValue own = ownValue(lab, value, {unit}, upper);
    return own.fault == ValueFault::None ? std::optional(own.value) : std::nullopt;
}

} // namespace Chartline::Safety
