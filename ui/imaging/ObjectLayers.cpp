// SPDX-License-Identifier: Apache-2.0
#include "imaging/ObjectLayers.h"

#include "imaging/StudyText.h"
#include "objects/ObjectColors.h"

#include <QLocale>
#include <algorithm>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    parts.removeDuplicates();
    return parts.join(QStringLiteral(" · "));
}

} // namespace

void ObjectLayers::setObjects(const std::vector<StudyObjectPtr> &objects)
{
    const auto before = std::move(m_items);
    const auto old = std::move(m_objects);
    m_objects = objects;
    m_items.clear();
    for (std::size_t i = 0; i < m_objects.size(); ++i)
        addItems(i);
    for (OverlayItem &item : m_items) {
        for (const OverlayItem &was : before) {
            if (old[was.object] == m_objects[item.object] && was.part == item.part)
                item.shown = was.shown;
        }
    }
    const bool there = std::ranges::any_of(m_objects, [this](const StudyObjectPtr &object) {
        return std::get_if<PresentationState>(&object->object) == m_presentation;
    });
    if (!there)
        m_presentation = nullptr;
    m_cache.clear();
    fitItems();
}

void ObjectLayers::addItems(std::size_t index)
{
    const StudyObject &object = *m_objects[index];
    const auto add = [&](std::size_t part, const QString &name, const std::optional<Rgb> &color) -> OverlayItem & {
        OverlayItem item;
        item.object = index;
        item.part = part;
        item.name = name;
        item.color = QColor::fromRgb(color.value_or(usualColor(int(m_items.size()) + 1)));
        // On black a dark colour is not seen.
        if (item.color.lightness() < 70)
            item.color = item.color.lightness() < 5
                             ? QColor(200, 200, 200)
                             : QColor::fromHsl(item.color.hslHue(), item.color.hslSaturation(), 110);
        item.dash = int(m_items.size()) % 4;
        return m_items.emplace_back(std::move(item));
    };
    if (const auto *info = std::get_if<SegmentationInfo>(&object.object)) {
        for (std::size_t i = 0; i < info->segments.size(); ++i) {
            const Segment &segment = info->segments[i];
            if (info->kind == SegmentationInfo::Kind::LabelMap && segment.number == 0)
                continue; // the background
            const QString name = !segment.label.isEmpty()  ? segment.label
                                 : !segment.type.isEmpty() ? segment.type
                                                           : tr("Segment %1").arg(segment.number);
            OverlayItem &item = add(i, name, segment.color);
            const auto *place = object.labels ? object.labels->placeOf(segment.number) : nullptr;
            QString amount = tr("no pixels");
            if (place) {
                item.middle = place->middle;
                amount = tr("%1 ml").arg(QLocale().toString(double(place->voxels) * object.labels->voxelMl, 'f', 1));
            }
            item.detail = joined({segment.type, segment.category, amount});
        }
    } else if (const auto *set = std::get_if<StructureSet>(&object.object)) {
        for (std::size_t i = 0; i < set->rois.size(); ++i) {
            const Roi &roi = set->rois[i];
            OverlayItem &item = add(i, roi.name.isEmpty() ? tr("Region %1").arg(roi.number) : roi.name, roi.color);
            item.middle = object.slicers[i].middle();
            item.detail =
                joined({roi.type, roi.contours.empty() ? tr("no contours")
                                                       : tr("%n contour(s)", nullptr, int(roi.contours.size()))});
        }
    }
}

void ObjectLayers::setImages(const ImagePlaces &images, const QString &frameOfReference)
{
    m_images = images;
    m_space = frameOfReference;
    // A presentation state of other images is none of these.
    if (m_presentation && !std::ranges::contains(presentations(), m_presentation))
        m_presentation = nullptr;
    fitItems();
}

void ObjectLayers::fitItems()
{
    for (OverlayItem &item : m_items)
        item.fits = isDrawn(item, m_space);
}

// In the same frame of reference; where an object states none, on the series it was made on.
bool ObjectLayers::isDrawn(const OverlayItem &item, const QString &space) const
{
    const StudyObject &object = *m_objects[item.object];
    QString own;
    if (const auto *set = std::get_if<StructureSet>(&object.object)) {
        own = set->rois[item.part].frameOfReference;
    } else if (const auto *info = std::get_if<SegmentationInfo>(&object.object)) {
        if (!object.labels)
            return false;
        own = object.labels->frameOfReference;
        if (own.isEmpty())
            return m_images.series() && m_images.series()->info.header.seriesUid == info->sourceSeries;
    }
    return !own.isEmpty() && own == space;
}

std::vector<const PresentationState *> ObjectLayers::presentations() const
{
    std::vector<const PresentationState *> states;
    for (const StudyObjectPtr &object : m_objects) {
        const auto *state = std::get_if<PresentationState>(&object->object);
        if (state && !m_images.isEmpty() && m_images.find(0, [&](const QString &sop, int frame) {
                return refersTo(state->images, sop, frame);
            }) >= 0)
            states.push_back(state);
    }
    return states;
}

std::vector<const KeyObjects *> ObjectLayers::keySelections() const
{
    std::vector<const KeyObjects *> selections;
    for (const StudyObjectPtr &object : m_objects) {
        if (const auto *keys = std::get_if<KeyObjects>(&object->object); keys && !keys->images.empty())
            selections.push_back(keys);
    }
    return selections;
}

QStringList ObjectLayers::keyTitles(const QString &sopInstance, int frame) const
{
    QStringList titles;
    for (const KeyObjects *keys : keySelections()) {
        if (refersTo(keys->images, sopInstance, frame))
            titles.append(keys->title.isEmpty() ? tr("Key image") : keys->title);
    }
    titles.removeDuplicates();
    return titles;
}

} // namespace Chartline::Ui
