// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImageContent.h"

#include <QLocale>

namespace Chartline::Ui {

QString ImageContent::reading(double value, double range, const QString &units)
{
    return (QLocale().toString(value, 'f', range > 50 ? 0 : 2) + QLatin1Char(' ') + units).trimmed();
}

QStringList ImageContent::readings(const Imaging::Vec3 &point) const
{
    const auto value = valueAt(point);
    return value ? QStringList{reading(*value, range(), units())} : QStringList();
}

} // namespace Chartline::Ui
