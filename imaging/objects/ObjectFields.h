// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/DicomObject.h"

#include <type_traits>

namespace Chartline::Imaging {

// The members of each part of an object in the order in which they are stored, for reading and writing alike. The order
// is the format: a change needs another version in ObjectBytes.cpp.
template<typename S, typename T>
concept FieldsOf = std::is_same_v<std::remove_const_t<S>, T>;

void fields(auto &a, FieldsOf<ObjectIdentity> auto &v)
{
    a(v.sopClass, v.sopInstance, v.series, v.study, v.label, v.description, v.creator, v.created, v.patientName,
      v.patientBirthDate);
}
void fields(auto &a, FieldsOf<ImageReference> auto &v)
{
    a(v.series, v.sopInstance, v.frames);
}
void fields(auto &a, FieldsOf<Segment> auto &v)
{
    a(v.number, v.label, v.description, v.category, v.type, v.anatomy, v.algorithm, v.color);
}
void fields(auto &a, FieldsOf<SegmentationInfo> auto &v)
{
    a(v.identity, v.kind, v.fractionalType, v.fractionalMost, v.overlaps, v.sourceSeries, v.segments);
}
void fields(auto &a, FieldsOf<Contour> auto &v)
{
    a(v.type, v.points, v.image);
}
void fields(auto &a, FieldsOf<Roi> auto &v)
{
    a(v.number, v.name, v.description, v.type, v.color, v.frameOfReference, v.contours);
}
void fields(auto &a, FieldsOf<StructureSet> auto &v)
{
    a(v.identity, v.rois, v.notes);
}
void fields(auto &a, FieldsOf<Window> auto &v)
{
    a(v.center, v.width, v.explanation, v.function);
}
void fields(auto &a, FieldsOf<LookupTable> auto &v)
{
    a(v.first, v.bits, v.entries, v.explanation);
}
void fields(auto &a, FieldsOf<GraphicText> auto &v)
{
    a(v.text, v.boxUnits, v.box, v.justification, v.anchorUnits, v.anchor, v.anchorVisible);
}
void fields(auto &a, FieldsOf<GraphicObject> auto &v)
{
    a(v.type, v.units, v.filled, v.points);
}
void fields(auto &a, FieldsOf<GraphicAnnotation> auto &v)
{
    a(v.images, v.layer, v.texts, v.graphics);
}
void fields(auto &a, FieldsOf<GraphicLayer> auto &v)
{
    a(v.name, v.description, v.order, v.color);
}
void fields(auto &a, FieldsOf<SoftcopyVoi> auto &v)
{
    a(v.images, v.window, v.table);
}
void fields(auto &a, FieldsOf<DisplayedArea> auto &v)
{
    a(v.images, v.topLeft, v.bottomRight, v.size, v.magnification);
}
void fields(auto &a, FieldsOf<DisplayShutter> auto &v)
{
    a(v.rectangle, v.circle, v.polygon);
}
void fields(auto &a, FieldsOf<PresentationState> auto &v)
{
    a(v.identity, v.images, v.contrasts, v.inverted, v.rotation, v.flipped, v.areas, v.layers, v.annotations, v.shutter,
      v.rescale, v.notes);
}
void fields(auto &a, FieldsOf<KeyObjects> auto &v)
{
    a(v.identity, v.title, v.text, v.images);
}
void fields(auto &a, FieldsOf<WaveformChannel> auto &v)
{
    a(v.label, v.source, v.lead, v.units, v.scale, v.offset, v.skew, v.lowHz, v.highHz, v.notchHz, v.samples);
}
void fields(auto &a, FieldsOf<WaveformGroup> auto &v)
{
    a(v.label, v.originality, v.rate, v.start, v.padding, v.channels);
}
void fields(auto &a, FieldsOf<WaveformAnnotation> auto &v)
{
    a(v.name, v.value, v.group, v.channel, v.samples);
}
void fields(auto &a, FieldsOf<Waveform> auto &v)
{
    a(v.identity, v.modality, v.groups, v.groupsLeftOut, v.annotations);
}

} // namespace Chartline::Imaging
