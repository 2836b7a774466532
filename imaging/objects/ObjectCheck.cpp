// SPDX-License-Identifier: Apache-2.0
#include "objects/DicomObject.h"

#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

using namespace ObjectLimits;

// Counts what an object holds altogether, and remembers whether anything was too much.
class Check
{
public:
    bool ok = true;

    void operator()(const SegmentationInfo &info)
    {
        need(info.segments.size() <= list && info.fractionalMost >= 1 && info.fractionalMost <= 65535);
        for (const Segment &segment : info.segments)
            need(segment.number >= 0 && segment.number <= 65535);
    }
    void operator()(const StructureSet &set)
    {
        need(set.rois.size() <= list);
        std::size_t allContours = 0;
        std::size_t allPoints = 0;
        for (const Roi &roi : set.rois) {
            allContours += roi.contours.size();
            for (const Contour &contour : roi.contours) {
                allPoints += contour.points.size();
                need(!contour.points.empty());
                for (const Vec3 &point : contour.points)
                    need(std::ranges::all_of(point, [](double v) { return std::abs(v) <= 1e7; })); // 10 km
            }
        }
        need(allContours <= contours && allPoints <= points);
    }
    void operator()(const PresentationState &state)
    {
        references(state.images);
        need(state.contrasts.size() <= list && state.areas.size() <= list && state.layers.size() <= list
             && state.annotations.size() <= list && state.notes.size() <= qsizetype(list)
             && state.shutter.polygon.size() <= list);
        need(state.rotation == 0 || state.rotation == 90 || state.rotation == 180 || state.rotation == 270);
        for (const SoftcopyVoi &voi : state.contrasts) {
            references(voi.images);
            need(!voi.window || voi.window->width > 0);
            need(!voi.table || (!voi.table->entries.empty() && voi.table->entries.size() <= 65536));
            need(!voi.table || (voi.table->bits >= 1 && voi.table->bits <= 16 && std::abs(voi.table->first) <= 65536));
        }
        for (const DisplayedArea &area : state.areas) {
            references(area.images);
            need(area.magnification > 0);
        }
        graphics(state);
    }
    void operator()(const KeyObjects &keys) { references(keys.images); }
    void operator()(const Waveform &waveform)
    {
        need(waveform.groups.size() <= 64 && waveform.annotations.size() <= list);
        need(waveform.groupsLeftOut >= 0 && waveform.groupsLeftOut <= int(list));
        std::size_t all = 0;
        for (const WaveformGroup &group : waveform.groups) {
            need(group.rate > 0 && group.rate <= 1e7 && !group.channels.empty() && group.channels.size() <= channels);
            for (const WaveformChannel &channel : group.channels) {
                need(channel.samples.size() == group.samples() && !channel.samples.empty());
                all += channel.samples.size();
            }
        }
        need(all <= samples);
        for (const WaveformAnnotation &annotation : waveform.annotations)
            need(annotation.group >= 0 && annotation.channel >= 0 && annotation.samples.size() <= list);
    }

private:
    void need(bool condition) { ok = ok && condition; }
    void references(const ImageReferences &images)
    {
        need(images.size() <= list);
        for (const ImageReference &image : images) {
            need(image.frames.size() <= list);
            need(std::ranges::all_of(image.frames, [](int frame) { return frame >= 1; }));
        }
    }
    void graphics(const PresentationState &state)
    {
        std::size_t all = 0;
        for (const GraphicAnnotation &annotation : state.annotations) {
            references(annotation.images);
            need(annotation.texts.size() <= list && annotation.graphics.size() <= list);
            for (const GraphicObject &graphic : annotation.graphics) {
                all += graphic.points.size();
                const std::size_t least = graphic.type == GraphicObject::Type::Ellipse  ? 4
                                          : graphic.type == GraphicObject::Type::Circle ? 2
                                                                                        : 1;
                need(graphic.points.size() >= least);
            }
        }
        need(all <= points);
    }
};

} // namespace

const ObjectIdentity &identityOf(const DicomObject &object)
{
    return std::visit([](const auto &each) -> const ObjectIdentity & { return each.identity; }, object);
}

Expected<void> checkObject(const DicomObject &object)
{
    Check check;
    std::visit(check, object);
    if (!check.ok)
        return failure(FailureCode::Corrupt, QStringLiteral("object out of bounds"));
    return {};
}

} // namespace Chartline::Imaging
