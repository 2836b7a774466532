// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseParts.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

using namespace Qt::StringLiterals;

namespace {

GraphicUnits unitsOf(const QString &name)
{
    return name == "DISPLAY"_L1  ? GraphicUnits::Display
           : name == "MATRIX"_L1 ? GraphicUnits::Matrix
                                 : GraphicUnits::Pixel;
}

std::optional<GraphicText> textOf(const ItemReader &item)
{
    GraphicText text;
    text.text = item.text(0x00700006);
    if (text.text.isEmpty())
        return std::nullopt;
    text.boxUnits = unitsOf(item.code(0x00700003));
    const auto topLeft = item.vector<2>(0x00700010);
    const auto bottomRight = item.vector<2>(0x00700011);
    if (topLeft && bottomRight)
        text.box = {*topLeft, *bottomRight};
    text.justification = item.code(0x00700012);
    text.anchorUnits = unitsOf(item.code(0x00700004));
    text.anchor = item.vector<2>(0x00700014);
    text.anchorVisible = item.code(0x00700015) == "Y"_L1;
    if (!text.box && !text.anchor)
        return std::nullopt;
    return text;
}

std::optional<GraphicObject> graphicOf(const ItemReader &item)
{
    constexpr std::pair<const char *, GraphicObject::Type> types[] = {
        {"POINT", GraphicObject::Type::Point},
        {"POLYLINE", GraphicObject::Type::Polyline},
        {"INTERPOLATED", GraphicObject::Type::Interpolated},
        {"CIRCLE", GraphicObject::Type::Circle},
        {"ELLIPSE", GraphicObject::Type::Ellipse}};
    const QString name = item.code(0x00700023);
    const auto type = std::ranges::find_if(types, [&](const auto &t) { return name == QLatin1StringView(t.first); });
    if (type == std::end(types))
        return std::nullopt;
    GraphicObject graphic;
    graphic.type = type->second;
    graphic.units = unitsOf(item.code(0x00700005));
    graphic.filled = item.code(0x00700024) == "Y"_L1;
    const std::vector<double> data = item.numbers(0x00700022, 1 << 17);
    for (std::size_t i = 0; i + 1 < data.size(); i += 2)
        graphic.points.push_back({data[i], data[i + 1]});
    const std::size_t least = graphic.type == GraphicObject::Type::Ellipse  ? 4
                              : graphic.type == GraphicObject::Type::Circle ? 2
                                                                            : 1;
    if (graphic.points.size() < least)
        return std::nullopt;
    return graphic;
}

GraphicLayer layerOf(const ItemReader &item)
{
    GraphicLayer layer;
    layer.name = item.code(0x00700002);
    layer.description = item.text(0x00700068);
    layer.order = item.integer(0x00700062).value_or(0);
    layer.color = cieLabOf(item, 0x00700401);
    if (const auto grey = item.number(0x00700066); grey && !layer.color) {
        const auto level = quint32(std::lround(std::clamp(*grey, 0.0, 65535.0) / 257));
        layer.color = 0xff000000U | level << 16 | level << 8 | level;
    }
    return layer;
}

} // namespace

void parseGraphics(const ItemReader &data, PresentationState &state)
{
    for (const ItemReader &item : data.items(0x00700060, ObjectLimits::list))
        state.layers.push_back(layerOf(item));
    std::ranges::stable_sort(state.layers, {}, &GraphicLayer::order);
    int leftOut = 0;
    bool matrix = false;
    for (const ItemReader &item : data.items(0x00700001, ObjectLimits::list)) {
        GraphicAnnotation annotation;
        annotation.images = referencesOf(item, 0x00081140);
        annotation.layer = item.code(0x00700002);
        for (const ItemReader &text : item.items(0x00700008, ObjectLimits::list)) {
            auto read = textOf(text);
            if (!read) {
                ++leftOut;
                continue;
            }
            matrix = matrix || (read->box && read->boxUnits == GraphicUnits::Matrix)
                     || (read->anchor && read->anchorUnits == GraphicUnits::Matrix);
            annotation.texts.push_back(std::move(*read));
        }
        for (const ItemReader &graphic : item.items(0x00700009, ObjectLimits::list)) {
            auto read = graphicOf(graphic);
            if (!read) {
                ++leftOut;
                continue;
            }
            matrix = matrix || read->units == GraphicUnits::Matrix;
            annotation.graphics.push_back(std::move(*read));
        }
        state.annotations.push_back(std::move(annotation));
    }
    if (matrix)
        state.notes.append(u"matrix-units"_s);
    if (leftOut > 0)
        state.notes.append(u"graphics-left-out:"_s + QString::number(leftOut));
}

} // namespace Chartline::Imaging
