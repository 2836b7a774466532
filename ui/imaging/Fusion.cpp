// SPDX-License-Identifier: Apache-2.0
#include "imaging/Fusion.h"

#include <QLocale>
#include <algorithm>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr double s_suvTop = 7;
constexpr double s_barWidth = 10; // logical pixels
constexpr double s_barTop = 56;
constexpr double s_barHeight = 128;
constexpr double s_barRight = 14; // from the edge

bool isDose(const Volume &volume)
{
    return volume.modality == QLatin1StringView("RTDOSE");
}

} // namespace

Window fusionWindow(const Volume &volume)
{
    Window window;
    const bool suv = volume.units.startsWith(QLatin1StringView("SUV"));
    const double low = suv || isDose(volume) ? 0 : std::max(volume.range[0], 0.0);
    const double high = suv ? s_suvTop : std::max(volume.range[1], low + 1e-9);
    window.function = Window::Function::LinearExact;
    window.center = (low + high) / 2;
    window.width = high - low;
    return window;
}

ColorMap fusionMap(const Volume &volume)
{
    return isDose(volume) ? ColorMap::Rainbow : ColorMap::HotIron;
}

void paintColorBar(QPainter &painter, const QSizeF &view, const Fusion &fusion)
{
    if (view.height() < 2 * s_barHeight || view.width() < 220)
        return;
    const QRectF bar(view.width() - s_barRight - s_barWidth, s_barTop, s_barWidth, s_barHeight);
    const auto &colors = colorsOf(fusion.map);
    QImage ramp(1, 256, QImage::Format_RGB32);
    for (int i = 0; i < 256; ++i)
        ramp.setPixel(0, 255 - i, colors[std::size_t(i)]);
    painter.drawImage(bar, ramp);
    painter.setPen(QColor(200, 206, 214));
    painter.drawRect(bar);
    const auto label = [&](double value, double y, bool withUnits) {
        QString text = QLocale().toString(value, 'g', 3);
        if (withUnits && !fusion.volume->units.isEmpty())
            text += QLatin1Char(' ') + fusion.volume->units;
        const QRectF box(bar.left() - 126, y - 8, 120, 16);
        painter.setPen(QColor(0, 0, 0));
        painter.drawText(box.translated(1, 1), Qt::AlignRight | Qt::AlignVCenter, text);
        painter.setPen(QColor(232, 236, 241));
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, text);
    };
    const double half = fusion.window.width / 2;
    label(fusion.window.center + half, bar.top(), true);
    label(fusion.window.center - half, bar.bottom(), false);
}

} // namespace Chartline::Ui
