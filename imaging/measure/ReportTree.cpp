// SPDX-License-Identifier: Apache-2.0
#include "measure/ReportTree.h"

#include "measure/MeasureGeometry.h"
#include "measure/ReportCodes.h"

#include <dcmtk/dcmsr/dsrimgvl.h>
#include <dcmtk/dcmsr/dsrnumvl.h>
#include <dcmtk/dcmsr/dsrsc3vl.h>
#include <dcmtk/dcmsr/dsrscovl.h>

#include <QSet>
#include <cstdlib>

namespace Chartline::Imaging {

using namespace ReportCodes;
using T = DSRTypes;

namespace {

constexpr double s_cornerOfFirstPixel = 0.5; // PS3.3 C.10.5.1.2: 0\0 is its upper left corner
constexpr int s_numberLength = 16; // of a DS

OFString utf8(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), std::size_t(bytes.size())};
}

// With the offset from UTC, as the time of the day means nothing without.
QString dateTime(const QDateTime &when)
{
    const int minutes = when.offsetFromUtc() / 60;
    return when.toString(QStringLiteral("yyyyMMddHHmmss"))
           + QStringLiteral("%1%2%3")
                 .arg(QLatin1Char(minutes < 0 ? '-' : '+'))
                 .arg(std::abs(minutes) / 60, 2, 10, QLatin1Char('0'))
                 .arg(std::abs(minutes) % 60, 2, 10, QLatin1Char('0'));
}

// As exact as 16 characters can say it; the value itself is written beside it.
OFString decimal(double value)
{
    for (int digits = 12; digits > 4; --digits) {
        const QByteArray text = QByteArray::number(value, 'g', digits);
        if (text.size() <= s_numberLength)
            return text.constData();
    }
    return QByteArray::number(value, 'g', 4).constData();
}

T::E_GraphicType3D graphic3D(MeasureKind kind, std::size_t points)
{
    if (points == 1)
        return T::GT3_Point;
    return kind == MeasureKind::Ellipse                                      ? T::GT3_Ellipse
           : kind == MeasureKind::Rectangle || kind == MeasureKind::Freehand ? T::GT3_Polygon
                                                                             : T::GT3_Polyline;
}

T::E_GraphicType graphic(MeasureKind kind, std::size_t points)
{
    if (points == 1)
        return T::GT_Point;
    return kind == MeasureKind::Ellipse ? T::GT_Ellipse : T::GT_Polyline;
}

// Major axis first, as PS3.3 C.18.6.1.2 and C.18.9.1.2 have it; a closed outline ends where it began.
std::vector<Vec3> outlineOf(const Measurement &measurement)
{
    std::vector<Vec3> points = measurement.points;
    if (measurement.kind == MeasureKind::Ellipse) {
        if (length(points[3] - points[2]) > length(points[1] - points[0]))
            points = {points[2], points[3], points[0], points[1]};
    } else {
        points.push_back(points.front());
    }
    return points;
}

} // namespace

void ReportTree::check(const OFCondition &condition)
{
    if (condition.bad() && m_refused.isEmpty())
        m_refused = QString::fromLatin1(condition.text());
}

void ReportTree::open(Relationship relationship, ValueType type, const DSRCodedEntryValue &name)
{
    if (!m_refused.isEmpty())
        return;
    const bool root = m_tree.isEmpty();
    if (m_tree.addContentItem(relationship, type, root ? T::AM_afterCurrent : T::AM_belowCurrent) == 0) {
        m_refused = QStringLiteral("content item");
        return;
    }
    if (!name.isEmpty())
        check(item().setConceptName(name));
}

void ReportTree::close()
{
    if (m_refused.isEmpty())
        m_tree.goUp();
}

void ReportTree::code(Relationship relationship, const DSRCodedEntryValue &name, const DSRCodedEntryValue &value)
{
    open(relationship, T::VT_Code, name);
    check(item().setCodeValue(value));
    close();
}

void ReportTree::text(Relationship relationship, ValueType type, const DSRCodedEntryValue &name, const QString &value)
{
    open(relationship, type, name);
    check(item().setStringValue(utf8(value), OFFalse)); // its check knows no UTF-8
    close();
}

void ReportTree::image(Relationship relationship, const DSRCodedEntryValue &name, const ReportImage &image)
{
    DSRImageReferenceValue value(utf8(image.sopClass), utf8(image.sopInstance));
    if (image.frame >= 0)
        value.getFrameList().addItem(Sint32(image.frame + 1));
    open(relationship, T::VT_Image, name);
    check(item().setImageReference(value));
    close();
}

// TID 1204, TID 1001 and what was looked at.
void ReportTree::writeContext(const MeasureReport &report)
{
    code(T::RT_hasConceptMod, dcm("121049", "Language of Content Item and Descendants"),
         DSRCodedEntryValue("en", "RFC5646", "English"));
    code(T::RT_hasObsContext, dcm("121005", "Observer Type"), dcm("121006", "Person"));
    text(T::RT_hasObsContext, T::VT_PName, dcm("121008", "Person Observer Name"), report.author);
    code(T::RT_hasConceptMod, dcm("121058", "Procedure reported"), sct("363679005", "Imaging procedure"));
}

// TID 1600: every image a measurement was made on, once.
void ReportTree::writeLibrary(const MeasureReport &report)
{
    open(T::RT_contains, T::VT_Container, dcm("111028", "Image Library"));
    open(T::RT_contains, T::VT_Container, dcm("126200", "Image Library Group"));
    QSet<QString> written;
    for (const ReportedMeasurement &reported : report.measurements) {
        ReportImage whole = reported.image;
        whole.frame = -1;
        if (!written.contains(whole.sopInstance))
            image(T::RT_contains, {}, whole);
        written.insert(whole.sopInstance);
    }
    close();
    close();
}

QString ReportTree::write(const MeasureReport &report)
{
    open(T::RT_isRoot, T::VT_Container, dcm("126000", "Imaging Measurement Report"));
    if (m_refused.isEmpty())
        check(item().setTemplateIdentification("1500", "DCMR"));
    writeContext(report);
    writeLibrary(report);
    open(T::RT_contains, T::VT_Container, dcm("126010", "Imaging Measurements"));
    for (const ReportedMeasurement &reported : report.measurements)
        writeGroup(reported);
    close();
    return m_refused;
}

void ReportTree::writeGroup(const ReportedMeasurement &reported)
{
    const bool region = isRegion(reported.measurement.kind);
    open(T::RT_contains, T::VT_Container, dcm("125007", "Measurement Group"));
    if (m_refused.isEmpty()) {
        check(item().setTemplateIdentification(region ? "1410" : "1501", "DCMR"));
        check(item().setObservationUID(utf8(reported.observationUid), OFFalse));
        // Its check takes "+0000" for no offset.
        check(item().setObservationDateTime(utf8(dateTime(reported.when)), OFFalse));
    }
    text(T::RT_hasObsContext, T::VT_Text, dcm("112039", "Tracking Identifier"), reported.tracking);
    text(T::RT_hasObsContext, T::VT_UIDRef, dcm("112040", "Tracking Unique Identifier"), reported.trackingUid);
    code(T::RT_contains, dcm("121071", "Finding"),
         reported.lymphNode ? sct("59441001", "Lymph node") : sct("52988006", "Lesion"));
    if (region)
        writePoints(reported, T::RT_contains, dcm("111030", "Image Region"), outlineOf(reported.measurement));
    for (const Figure &figure : reported.figures)
        writeFigure(reported, figure);
    close();
}

std::vector<std::vector<Vec3>> ReportTree::pointsOfFigure(const ReportedMeasurement &reported, const Figure &figure)
{
    const std::vector<Vec3> &p = reported.measurement.points;
    switch (reported.measurement.kind) {
    case MeasureKind::Length:
    case MeasureKind::Angle:
    case MeasureKind::Probe: return {p};
    case MeasureKind::Cobb: return {{p[0], p[1]}, {p[2], p[3]}};
    case MeasureKind::Bidirectional: {
        const bool firstIsLong = length(p[1] - p[0]) >= length(p[3] - p[2]);
        const bool first = firstIsLong == (figure.kind == Figure::Kind::LongAxis);
        return first ? std::vector<std::vector<Vec3>>{{p[0], p[1]}} : std::vector<std::vector<Vec3>>{{p[2], p[3]}};
    }
    case MeasureKind::Ellipse:
    case MeasureKind::Rectangle:
    case MeasureKind::Freehand: break; // the group's region
    }
    return {};
}

// TID 300, in regions TID 1419.
void ReportTree::writeFigure(const ReportedMeasurement &reported, const Figure &figure)
{
    open(T::RT_contains, T::VT_Num, conceptOf(figure.kind, reported.measurement.kind, figure.unit));
    if (!m_refused.isEmpty())
        return;
    const bool count = figure.kind == Figure::Kind::Pixels;
    DSRNumericMeasurementValue number(decimal(figure.value), ucum(count ? QStringLiteral("px") : figure.unit));
    check(number.setFloatingPointRepresentation(figure.value));
    check(item().setNumericValue(number));
    if (const DSRCodedEntryValue derivation = derivationOf(figure.kind); !derivation.isEmpty())
        code(T::RT_hasConceptMod, dcm("121401", "Derivation"), derivation);
    for (const std::vector<Vec3> &points : pointsOfFigure(reported, figure))
        writePoints(reported, T::RT_inferredFrom, {}, points);
    close();
}

void ReportTree::writePoints(const ReportedMeasurement &reported, Relationship relationship,
                             const DSRCodedEntryValue &name, std::span<const Vec3> points)
{
    const MeasureKind kind = reported.measurement.kind;
    if (reported.measurement.space == MeasureSpace::Patient) {
        DSRSpatialCoordinates3DValue value(graphic3D(kind, points.size()));
        for (const Vec3 &p : points)
            value.getGraphicDataList().addItem(Float32(p[0]), Float32(p[1]), Float32(p[2]));
        check(value.setFrameOfReferenceUID(utf8(reported.frameOfReference)));
        open(relationship, T::VT_SCoord3D, name);
        if (m_refused.isEmpty())
            check(item().setSpatialCoordinates3D(value));
        close();
        return;
    }
    DSRSpatialCoordinatesValue value(graphic(kind, points.size()));
    for (const Vec3 &p : points)
        value.getGraphicDataList().addItem(Float32(p[0] + s_cornerOfFirstPixel), Float32(p[1] + s_cornerOfFirstPixel));
    open(relationship, T::VT_SCoord, name);
    if (m_refused.isEmpty())
        check(item().setSpatialCoordinates(value));
    image(T::RT_selectedFrom, {}, reported.image);
    close();
}

} // namespace Chartline::Imaging
