// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseParts.h"

#include <QHash>

namespace Chartline::Imaging {

using namespace Qt::StringLiterals;

namespace {

Contour::Type typeOf(const QString &name)
{
    if (name == "POINT"_L1)
        return Contour::Type::Point;
    if (name == "OPEN_PLANAR"_L1)
        return Contour::Type::OpenPlanar;
    if (name == "OPEN_NONPLANAR"_L1)
        return Contour::Type::OpenNonplanar;
    return name == "CLOSEDPLANAR_XOR"_L1 ? Contour::Type::ClosedXor : Contour::Type::ClosedPlanar;
}

// Counts what is left of the limits while contours are read.
struct Budget
{
    std::size_t contours = ObjectLimits::contours;
    std::size_t points = ObjectLimits::points;
};

Expected<std::vector<Contour>> contoursOf(const ItemReader &roi, Budget &budget)
{
    std::vector<Contour> contours;
    for (const ItemReader &item : roi.items(0x30060040, ObjectLimits::contours + 1)) {
        const std::vector<double> numbers = item.numbers(0x30060050, 3 * budget.points + 3);
        if (budget.contours == 0 || numbers.size() / 3 > budget.points)
            return failure(FailureCode::TooLarge, u"contours"_s);
        // Numbers are read up to the first that is none: a piece of a contour would close where it must not.
        const auto stated = item.integer(0x30060046).value_or(0);
        if (numbers.size() % 3 != 0 || (stated > 0 && std::cmp_less(numbers.size() / 3, stated)))
            return failure(FailureCode::Corrupt, u"contour data that are no points"_s);
        if (numbers.empty())
            continue; // a contour without points is none
        Contour contour;
        contour.type = typeOf(item.code(0x30060042));
        contour.points.reserve(numbers.size() / 3);
        for (std::size_t i = 0; i < numbers.size(); i += 3)
            contour.points.push_back({numbers[i], numbers[i + 1], numbers[i + 2]});
        if (const auto image = item.item(0x30060016))
            contour.image = image->code(0x00081155);
        --budget.contours;
        budget.points -= contour.points.size();
        contours.push_back(std::move(contour));
    }
    return contours;
}

} // namespace

Expected<DicomObject> parseStructureSet(const ItemReader &data)
{
    StructureSet set;
    set.identity = parseIdentity(data);
    set.identity.label = data.text(0x30060002);
    if (const QString name = data.text(0x30060004); !name.isEmpty())
        set.identity.description = name;
    QHash<int, std::size_t> byNumber;
    int sameNumber = 0;
    int stray = 0;
    for (const ItemReader &item : data.items(0x30060020, ObjectLimits::list)) {
        Roi roi;
        roi.number = item.integer(0x30060022).value_or(0);
        roi.frameOfReference = item.code(0x30060024);
        roi.name = item.text(0x30060026);
        roi.description = item.text(0x30060028);
        if (byNumber.contains(roi.number))
            ++sameNumber;
        else
            byNumber.insert(roi.number, set.rois.size());
        set.rois.push_back(std::move(roi));
    }
    const auto roiOf = [&](const ItemReader &item) -> Roi * {
        const auto found = byNumber.constFind(item.integer(0x30060084).value_or(-1));
        return found == byNumber.constEnd() ? nullptr : &set.rois[*found];
    };
    Budget budget;
    for (const ItemReader &item : data.items(0x30060039, ObjectLimits::list)) {
        Roi *roi = roiOf(item);
        if (!roi) {
            ++stray;
            continue;
        }
        if (const auto color = item.vector<3>(0x3006002A)) {
            const auto part = [&](std::size_t i) { return quint32(std::clamp((*color)[i], 0.0, 255.0)); };
            roi->color = 0xff000000U | part(0) << 16 | part(1) << 8 | part(2);
        }
        auto contours = contoursOf(item, budget);
        if (!contours)
            return std::unexpected(contours.error());
        roi->contours.insert(roi->contours.end(), std::make_move_iterator(contours->begin()),
                             std::make_move_iterator(contours->end()));
    }
    for (const ItemReader &item : data.items(0x30060080, ObjectLimits::list)) {
        if (Roi *roi = roiOf(item))
            roi->type = item.code(0x300600A4);
    }
    if (stray > 0)
        set.notes.append(u"stray-contours:"_s + QString::number(stray));
    if (sameNumber > 0)
        set.notes.append(u"same-number:"_s + QString::number(sameNumber));
    return set;
}

} // namespace Chartline::Imaging
