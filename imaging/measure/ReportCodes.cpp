// SPDX-License-Identifier: Apache-2.0
#include "measure/ReportCodes.h"

#include <algorithm>
#include <iterator>

namespace Chartline::Imaging::ReportCodes {

namespace {

struct Unit
{
    const char *name; // as in Figure::unit
    const char *code;
    const char *meaning;
};

constexpr Unit s_units[] = {
    {"mm", "mm", "millimeter"},
    {"mm2", "mm2", "square millimeter"},
    {"deg", "deg", "degree"},
    {"px", "{pixels}", "pixels"},
    {"px2", "{square pixels}", "square pixels"},
    {"HU", "[hnsf'U]", "Hounsfield unit"},
    {"SUVbw", "g/ml{SUVbw}", "Standardized Uptake Value body weight"},
    {"SUVlbm", "g/ml{SUVlbm}", "Standardized Uptake Value lean body mass (James)"},
    {"SUVbsa", "cm2/ml{SUVbsa}", "Standardized Uptake Value body surface area"},
    {"SUVibw", "g/ml{SUVibw}", "Standardized Uptake Value ideal body weight"},
    {"BQML", "Bq/ml", "Becquerels/milliliter"},
};

struct Quantity
{
    const char *unit;
    const char *code;
    const char *meaning;
};

constexpr Quantity s_quantities[] = {
    {"HU", "112031", "Attenuation Coefficient"},
    {"SUVbw", "126401", "SUVbw"},
    {"SUVlbm", "126402", "SUVlbm"},
    {"SUVbsa", "126403", "SUVbsa"},
    {"SUVibw", "126404", "SUVibw"},
};

DSRCodedEntryValue own(const char *value, const char *meaning)
{
    return {value, ownScheme, meaning};
}

DSRCodedEntryValue quantity(const QString &unit)
{
    const auto found =
        std::ranges::find_if(s_quantities, [&](const Quantity &q) { return unit == QLatin1StringView(q.unit); });
    return found == std::end(s_quantities) ? own("pixel-value", "Pixel value") : dcm(found->code, found->meaning);
}

} // namespace

DSRCodedEntryValue dcm(const char *value, const char *meaning)
{
    return {value, "DCM", meaning};
}

DSRCodedEntryValue sct(const char *value, const char *meaning)
{
    return {value, "SCT", meaning};
}

DSRCodedEntryValue ucum(const QString &unit)
{
    const auto found = std::ranges::find_if(s_units, [&](const Unit &u) { return unit == QLatin1StringView(u.name); });
    return found == std::end(s_units) ? DSRCodedEntryValue("1", "UCUM", "no units")
                                      : DSRCodedEntryValue(found->code, "UCUM", found->meaning);
}

DSRCodedEntryValue conceptOf(Figure::Kind kind, MeasureKind measured, const QString &unit)
{
    switch (kind) {
    case Figure::Kind::Length: return sct("410668003", "Length");
    case Figure::Kind::LongAxis: return sct("103339001", "Long Axis");
    case Figure::Kind::ShortAxis: return sct("103340004", "Short Axis");
    case Figure::Kind::Angle:
        return measured == MeasureKind::Cobb ? sct("285285000", "Cobb angle") : sct("1483009", "Angle");
    case Figure::Kind::Area: return sct("42798000", "Area");
    case Figure::Kind::Pixels: return own("pixel-count", "Number of pixels");
    case Figure::Kind::Mean:
    case Figure::Kind::StandardDeviation:
    case Figure::Kind::Minimum:
    case Figure::Kind::Maximum:
    case Figure::Kind::Value: break;
    }
    return quantity(unit);
}

DSRCodedEntryValue derivationOf(Figure::Kind kind)
{
    switch (kind) {
    case Figure::Kind::Mean: return sct("373098007", "Mean");
    case Figure::Kind::StandardDeviation: return sct("386136009", "Standard Deviation");
    case Figure::Kind::Minimum: return sct("255605001", "Minimum");
    case Figure::Kind::Maximum: return sct("56851009", "Maximum");
    default: return {};
    }
}

} // namespace Chartline::Imaging::ReportCodes
