// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseParts.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr ItemReader::Tag referencedImages = 0x00081140;

std::optional<Window> windowOf(const ItemReader &item)
{
    const auto center = item.number(0x00281050);
    const auto width = item.number(0x00281051);
    if (!center || !width || *width <= 0)
        return std::nullopt;
    Window window;
    window.center = *center;
    window.width = *width;
    window.explanation = item.text(0x00281055);
    const QString function = item.code(0x00281056);
    window.function = function == "SIGMOID"_L1        ? Window::Function::Sigmoid
                      : function == "LINEAR_EXACT"_L1 ? Window::Function::LinearExact
                                                      : Window::Function::Linear;
    return window;
}

void parseContrast(const ItemReader &data, PresentationState &state)
{
    for (const ItemReader &item : data.items(0x00283110, ObjectLimits::list)) {
        SoftcopyVoi voi;
        voi.images = referencesOf(item, referencedImages);
        voi.window = windowOf(item);
        if (const auto table = item.item(0x00283010); table && !voi.window)
            voi.table = tableOf(*table);
        if (voi.table && !state.notes.contains("voi-table"_L1))
            state.notes.append(u"voi-table"_s);
        if (voi.window || voi.table)
            state.contrasts.push_back(std::move(voi));
        else if (!state.notes.contains("voi-unusable"_L1))
            state.notes.append(u"voi-unusable"_s);
    }
    const auto slope = data.number(0x00281053);
    const auto intercept = data.number(0x00281052);
    if (slope && intercept)
        state.rescale = {*slope, *intercept};
    state.inverted = data.code(0x20500020) == "INVERSE"_L1;
    const auto note = [&](bool there, QLatin1StringView key) {
        if (there)
            state.notes.append(key);
    };
    note(data.item(0x20500010).has_value(), "presentation-lut"_L1);
    note(data.item(0x00283000).has_value(), "modality-lut"_L1);
    note(data.exists(0x60001001) || data.exists(0x60003000), "overlays"_L1);
    note(data.item(0x00286100).has_value(), "mask"_L1);
    note(data.code(0x00080016).endsWith(".11.3"_L1), "pseudo-color"_L1);
}

void parseSpace(const ItemReader &data, PresentationState &state)
{
    state.flipped = data.code(0x00700041) == "Y"_L1;
    const int rotation = data.integer(0x00700042).value_or(0);
    state.rotation = rotation > 0 && rotation < 360 && rotation % 90 == 0 ? rotation : 0;
    for (const ItemReader &item : data.items(0x0070005A, ObjectLimits::list)) {
        const auto topLeft = item.vector<2>(0x00700052);
        const auto bottomRight = item.vector<2>(0x00700053);
        if (!topLeft || !bottomRight)
            continue;
        DisplayedArea area;
        area.images = referencesOf(item, referencedImages);
        area.topLeft = {int((*topLeft)[0]), int((*topLeft)[1])};
        area.bottomRight = {int((*bottomRight)[0]), int((*bottomRight)[1])};
        const QString size = item.code(0x00700100);
        area.size = size == "TRUE SIZE"_L1 ? DisplayedArea::Size::TrueSize
                    : size == "MAGNIFY"_L1 ? DisplayedArea::Size::Magnify
                                           : DisplayedArea::Size::ScaleToFit;
        area.magnification = item.number(0x00700103).value_or(1);
        if (area.magnification <= 0)
            area.magnification = 1;
        if (area.size == DisplayedArea::Size::TrueSize && !state.notes.contains("true-size"_L1))
            state.notes.append(u"true-size"_s);
        const auto aspect = item.vector<2>(0x00700102);
        if (aspect && (*aspect)[0] != (*aspect)[1] && !state.notes.contains("aspect"_L1))
            state.notes.append(u"aspect"_s);
        state.areas.push_back(std::move(area));
    }
}

void parseShutter(const ItemReader &data, PresentationState &state)
{
    const QStringList shapes = data.codes(0x00181600);
    const auto whole = [&](ItemReader::Tag tag, std::size_t index = 0) { return data.integer(tag, index).value_or(0); };
    if (shapes.contains("RECTANGULAR"_L1))
        state.shutter.rectangle = {whole(0x00181602), whole(0x00181604), whole(0x00181606), whole(0x00181608)};
    // Rows come before columns here.
    if (shapes.contains("CIRCULAR"_L1))
        state.shutter.circle = {whole(0x00181610, 1), whole(0x00181610, 0), whole(0x00181612)};
    if (shapes.contains("POLYGONAL"_L1)) {
        const std::vector<double> vertices = data.numbers(0x00181620, 8192);
        for (std::size_t i = 0; i + 1 < vertices.size(); i += 2)
            state.shutter.polygon.push_back(
                {int(std::clamp(vertices[i + 1], -1e6, 1e6)), int(std::clamp(vertices[i], -1e6, 1e6))});
    }
    if (shapes.contains("BITMAP"_L1))
        state.notes.append(u"bitmap-shutter"_s);
}

} // namespace

Expected<DicomObject> parsePresentationState(const ItemReader &data)
{
    PresentationState state;
    state.identity = parseIdentity(data);
    for (const ItemReader &series : data.items(0x00081115, ObjectLimits::list)) {
        const ImageReferences images = referencesOf(series, referencedImages, series.code(0x0020000E));
        if (state.images.size() + images.size() > ObjectLimits::list)
            return failure(FailureCode::TooLarge, u"references"_s);
        state.images.insert(state.images.end(), images.begin(), images.end());
    }
    parseContrast(data, state);
    parseSpace(data, state);
    parseShutter(data, state);
    parseGraphics(data, state);
    return state;
}

} // namespace Chartline::Imaging
