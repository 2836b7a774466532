// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseParts.h"

namespace Chartline::Imaging {

using namespace Qt::StringLiterals;

namespace {

Segment segmentOf(const ItemReader &item)
{
    Segment segment;
    segment.number = item.integer(0x00620004).value_or(0);
    segment.label = item.text(0x00620005);
    segment.description = item.text(0x00620006);
    segment.category = meaningOf(item, 0x00620003);
    segment.type = meaningOf(item, 0x0062000F);
    segment.anatomy = meaningOf(item, 0x00082218);
    segment.algorithm = item.code(0x00620008);
    if (const QString name = item.text(0x00620009); !name.isEmpty())
        segment.algorithm += u": "_s + name;
    segment.color = cieLabOf(item, 0x0062000D);
    return segment;
}

} // namespace

Expected<DicomObject> parseSegmentation(const ItemReader &data)
{
    SegmentationInfo info;
    info.identity = parseIdentity(data);
    const QString type = data.code(0x00620001);
    info.kind = type == "FRACTIONAL"_L1 ? SegmentationInfo::Kind::Fractional
                : type == "LABELMAP"_L1 || data.code(0x00080016).endsWith(".66.7"_L1) ? SegmentationInfo::Kind::LabelMap
                                                                                      : SegmentationInfo::Kind::Binary;
    info.fractionalType = data.code(0x00620010);
    info.fractionalMost = std::clamp(data.integer(0x0062000E).value_or(255), 1, 65535);
    info.overlaps = data.code(0x00620013) != "NO"_L1;
    if (const auto series = data.item(0x00081115))
        info.sourceSeries = series->code(0x0020000E);
    for (const ItemReader &item : data.items(0x00620002, ObjectLimits::list)) {
        Segment segment = segmentOf(item);
        if (segment.number < 0 || segment.number > 65535)
            return failure(FailureCode::Corrupt, u"segment number"_s);
        info.segments.push_back(std::move(segment));
    }
    return info;
}

} // namespace Chartline::Imaging
