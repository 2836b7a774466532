// SPDX-License-Identifier: Apache-2.0
#include "store/MeasurementStore.h"

#include <QCborArray>
#include <QCborValue>
#include <QUuid>
#include <QtEndian>
#include <algorithm>
#include <bit>
#include <cmath>

namespace Chartline {

namespace {

constexpr qsizetype s_mostPoints = 2048;
constexpr qsizetype s_mostFigures = 32;
constexpr qsizetype s_longestName = 200;
constexpr double s_farthest = 1e6; // mm, pixels
constexpr qsizetype s_bytesOfPoint = 24;

struct Kind
{
    const char *name;
    qsizetype points; // of an outline the fewest
};
constexpr Kind s_kinds[] = {{"length", 2},  {"angle", 3},     {"cobb", 4},     {"bidirectional", 4},
                            {"ellipse", 4}, {"rectangle", 4}, {"freehand", 3}, {"probe", 1}};

std::unexpected<Error> damaged()
{
    return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("measurement")});
}

bool isUid(const QString &text)
{
    return !text.isEmpty() && text.size() <= 64
           && std::ranges::all_of(text, [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
}

bool arePoints(const QList<std::array<double, 3>> &points)
{
    return std::ranges::all_of(points, [](const std::array<double, 3> &point) {
        return std::ranges::all_of(point, [](double v) { return std::isfinite(v) && std::abs(v) <= s_farthest; });
    });
}

} // namespace

bool MeasurementStore::isSound(const StoredMeasurement &measurement)
{
    const auto kind = std::ranges::find_if(
        s_kinds, [&](const Kind &known) { return measurement.kind == QLatin1StringView(known.name); });
    if (kind == std::end(s_kinds))
        return false;
    const qsizetype count = measurement.points.size();
    const bool outline = measurement.kind == QLatin1StringView("freehand");
    if (count < kind->points || count > (outline ? s_mostPoints : kind->points) || !arePoints(measurement.points))
        return false;
    const bool figures = std::ranges::all_of(measurement.figures, [](const StoredFigure &figure) {
        return std::isfinite(figure.value) && figure.name.size() <= s_longestName
               && figure.unit.size() <= s_longestName;
    });
    return figures && measurement.figures.size() <= s_mostFigures && measurement.frame >= 0
           && measurement.label.size() <= s_longestName && isUid(measurement.study) && isUid(measurement.series)
           && isUid(measurement.sopInstance) && (measurement.finding.isEmpty() || isUid(measurement.finding));
}

QByteArray MeasurementStore::pointsToBytes(const QList<std::array<double, 3>> &points)
{
    QByteArray bytes(points.size() * s_bytesOfPoint, Qt::Uninitialized);
    char *at = bytes.data();
    for (const auto &point : points) {
        for (const double value : point) {
            qToLittleEndian(std::bit_cast<quint64>(value), at);
            at += sizeof(quint64);
        }
    }
    return bytes;
}

Result<QList<std::array<double, 3>>> MeasurementStore::pointsFromBytes(const QByteArray &bytes)
{
    if (bytes.size() % s_bytesOfPoint != 0 || bytes.size() > s_mostPoints * s_bytesOfPoint)
        return damaged();
    QList<std::array<double, 3>> points(bytes.size() / s_bytesOfPoint);
    const char *at = bytes.constData();
    for (auto &point : points) {
        for (double &value : point) {
            value = std::bit_cast<double>(qFromLittleEndian<quint64>(at));
            at += sizeof(quint64);
        }
    }
    if (!arePoints(points))
        return damaged();
    return points;
}

QByteArray MeasurementStore::figuresToBytes(const QList<StoredFigure> &figures)
{
    QCborArray list;
    for (const StoredFigure &figure : figures)
        list.append(QCborArray{figure.name, figure.value, figure.unit});
    return list.toCborValue().toCbor();
}

Result<QList<StoredFigure>> MeasurementStore::figuresFromBytes(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    const QCborArray list = value.toArray();
    if (error.error != QCborError::NoError || !value.isArray() || list.size() > s_mostFigures)
        return damaged();
    QList<StoredFigure> figures;
    for (const QCborValueConstRef &item : list) {
        const QCborArray parts = item.toArray();
        const bool number = parts.at(1).isDouble() || parts.at(1).isInteger();
        if (parts.size() != 3 || !parts.at(0).isString() || !number || !parts.at(2).isString())
            return damaged();
        figures.append({parts.at(0).toString(), parts.at(1).toDouble(), parts.at(2).toString()});
        if (!std::isfinite(figures.last().value))
            return damaged();
    }
    return figures;
}

QString MeasurementStore::newUid()
{
    QByteArray bytes = QUuid::createUuid().toRfc4122();
    QString digits;
    // Long division by ten, until nothing is left.
    while (std::ranges::any_of(bytes, [](char c) { return c != 0; })) {
        unsigned rest = 0;
        for (char &c : bytes) {
            const unsigned value = rest * 256 + quint8(c);
            c = char(value / 10);
            rest = value % 10;
        }
        digits.prepend(QChar(char16_t(u'0' + rest)));
    }
    return QStringLiteral("2.25.") + (digits.isEmpty() ? QStringLiteral("0") : digits);
}

} // namespace Chartline
