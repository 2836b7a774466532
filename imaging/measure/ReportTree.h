// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "measure/MeasureReport.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmsr/dsrdoctr.h>

namespace Chartline::Imaging {

// Writes the content of a measurement report into DCMTK's tree, item by item. The first refusal is remembered and ends
// the writing.
class ReportTree
{
public:
    explicit ReportTree(DSRDocumentTree &tree)
        : m_tree(tree)
    { }

    // What was refused; empty: nothing.
    [[nodiscard]] QString write(const MeasureReport &report);

private:
    using Relationship = DSRTypes::E_RelationshipType;
    using ValueType = DSRTypes::E_ValueType;

    [[nodiscard]] DSRContentItem &item() { return m_tree.getCurrentContentItem(); }
    void check(const OFCondition &condition);
    // A new item below the current one, which it becomes until close().
    void open(Relationship relationship, ValueType type, const DSRCodedEntryValue &name);
    void close();
    void code(Relationship relationship, const DSRCodedEntryValue &name, const DSRCodedEntryValue &value);
    void text(Relationship relationship, ValueType type, const DSRCodedEntryValue &name, const QString &value);
    void image(Relationship relationship, const DSRCodedEntryValue &name, const ReportImage &image);

    void writeContext(const MeasureReport &report);
    void writeLibrary(const MeasureReport &report);
    void writeGroup(const ReportedMeasurement &reported);
    void writeFigure(const ReportedMeasurement &reported, const Figure &figure);
    void writePoints(const ReportedMeasurement &reported, Relationship relationship, const DSRCodedEntryValue &name,
                     std::span<const Vec3> points);
    // Those the figure was taken from: one axis of two, both lines of an angle.
    [[nodiscard]] static std::vector<std::vector<Vec3>> pointsOfFigure(const ReportedMeasurement &reported,
                                                                       const Figure &figure);

    DSRDocumentTree &m_tree;
    QString m_refused;
};

} // namespace Chartline::Imaging
