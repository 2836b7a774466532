// SPDX-License-Identifier: Apache-2.0
#include "volume/SeriesLayout.h"

#include "volume/FramePlanes.h"
#include "volume/StackSplitter.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace Chartline::Imaging {

namespace {

constexpr int fewestSlices = 3; // of a volume
constexpr int mostLocaliserPlaces = 9; // of a plane of a localiser that does not say it is one
constexpr double mostTilt = 45; // degrees
// A gap this much wider than the spacing, and in mm, parts a stack in two; the widest a grid has to span.
constexpr double partingSteps = 10;
constexpr double partingGap = 50;
constexpr double mostSteps = 200;

int placesOf(const Plane &plane)
{
    std::vector<double> along;
    along.reserve(plane.size());
    for (const LayoutFrame &frame : plane)
        along.push_back(frame.geometry.along(plane.front().geometry.normal));
    std::ranges::sort(along);
    int places = 1;
    for (std::size_t i = 1; i < along.size(); ++i)
        places += along[i] - along[i - 1] > 0.05 ? 1 : 0;
    return places;
}

bool looksLikeLocaliser(const std::vector<Plane> &planes)
{
    if (planes.size() < 2)
        return false;
    const double cosLimit = std::cos(60 * std::numbers::pi / 180);
    const Vec3 first = planes.front().front().geometry.normal;
    const bool turned = std::ranges::any_of(
        planes, [&](const Plane &plane) { return std::abs(dot(first, plane.front().geometry.normal)) < cosLimit; });
    return turned
           && std::ranges::all_of(planes, [](const Plane &plane) { return placesOf(plane) <= mostLocaliserPlaces; });
}

double valueOf(const FramePart &part, SplitKey key)
{
    const double value = part.values[std::size_t(key)];
    return value == noKey ? std::numeric_limits<double>::quiet_NaN() : value;
}

std::optional<double> startOf(const FramePart &part)
{
    std::optional<double> start;
    for (const LayoutFrame &frame : part.frames) {
        if (const double time = frame.key(SplitKey::Time); time != noKey)
            start = start ? std::min(*start, time) : time;
    }
    return start;
}

Dimension dimensionOf(SplitKey key)
{
    return Dimension(int(key) - int(firstPointKey));
}
static_assert(int(SplitKey::BValue) - int(firstPointKey) == int(Dimension::BValue)
              && int(SplitKey::Order) - int(firstPointKey) == int(Dimension::Order));

// The slices [from, to) of a group as a stack.
class StackMaker
{
public:
    StackMaker(const PartGroup &group, std::size_t from, std::size_t to)
        : m_group(group)
        , m_from(from)
        , m_to(to)
    { }

    Stack make(bool localiser)
    {
        const LayoutFrame &first = m_group.parts.front().frames[m_from];
        m_stack.modality = first.image->modality;
        m_stack.frameOfReference = first.image->frameOfReference;
        m_stack.notes = m_group.notes;
        m_stack.localiser = localiser || isLocaliser(*first.image);
        for (const SplitKey key : m_group.dimensions)
            m_stack.dimensions.push_back(dimensionOf(key));
        std::vector<StackGeometry::Slice> slices;
        for (std::size_t i = m_from; i < m_to; ++i) {
            const LayoutFrame &frame = m_group.parts.front().frames[i];
            slices.push_back({frame.geometry, frame.thickness});
        }
        StackGeometry geometry = StackGeometry::of(slices, first.image->pixels.columns, first.image->pixels.rows);
        const bool sound = std::abs(geometry.tilt) <= mostTilt;
        if (!sound)
            m_stack.notes << QStringLiteral("stack-not-sound");
        if (m_stack.localiser || geometry.slices() < fewestSlices || !sound) {
            makePictures();
            return std::move(m_stack);
        }
        m_stack.kind = Stack::Kind::Volume;
        m_stack.geometry = std::move(geometry);
        m_stack.notes << m_stack.geometry.notes();
        makePoints();
        return std::move(m_stack);
    }

private:
    void makePoints()
    {
        const auto zero = startOf(m_group.parts.front());
        for (const FramePart &part : m_group.parts) {
            Stack::Point point;
            for (std::size_t i = m_from; i < m_to; ++i)
                point.frames.push_back(part.frames[i].ref);
            point.gradient = part.frames[m_from].gradient;
            if (const auto start = startOf(part); start && zero)
                point.seconds = *start - *zero;
            for (const SplitKey key : m_group.dimensions) {
                const double value = valueOf(part, key);
                point.values.push_back(key == SplitKey::Time && zero ? value - *zero : value);
            }
            m_stack.points.push_back(std::move(point));
        }
    }

    // Place after place, at each one in the order of the dimensions; a single place is a loop.
    void makePictures()
    {
        m_stack.points.emplace_back();
        for (std::size_t i = m_from; i < m_to; ++i) {
            for (const FramePart &part : m_group.parts)
                m_stack.points.front().frames.push_back(part.frames[i].ref);
        }
        m_stack.cine = m_to - m_from == 1 && m_group.parts.size() > 2;
    }

    const PartGroup &m_group;
    std::size_t m_from;
    std::size_t m_to;
    Stack m_stack;
};

std::vector<Stack> stacksOf(const PartGroup &group, bool localiser)
{
    const std::vector<LayoutFrame> &frames = group.parts.front().frames;
    std::vector<double> along;
    along.reserve(frames.size());
    for (const LayoutFrame &frame : frames)
        along.push_back(frame.along);
    const double common = commonGap(along);
    std::vector<Stack> result;
    std::size_t from = 0;
    double before = 0; // the gap in front of the present stack
    for (std::size_t i = 1; i <= frames.size(); ++i) {
        const double gap = i < frames.size() ? along[i] - along[i - 1] : 0;
        const bool parts = gap > mostSteps * common || (gap > partingSteps * common && gap > partingGap);
        if (i < frames.size() && (!parts || localiser))
            continue;
        result.push_back(StackMaker(group, from, i).make(localiser));
        if (const double widest = std::max(before, gap); widest > 0)
            result.back().notes << QStringLiteral("separated-by-gap:%1").arg(widest, 0, 'f', 1);
        before = gap;
        from = i;
    }
    return result;
}

void sortForViewing(std::vector<LayoutFrame> &frames)
{
    std::ranges::sort(frames, {}, [](const LayoutFrame &frame) { return frame.key(SplitKey::Order); });
}

// Every multi-frame instance is a loop (or a set of pages) of its own; single pictures are one list.
std::vector<Stack> picturesOf(std::vector<LayoutFrame> frames, bool tooMany)
{
    constexpr int singles = -1;
    sortForViewing(frames);
    std::vector<Stack> result;
    QHash<int, std::size_t> lists; // of each multi-frame instance, and of all single pictures
    for (const LayoutFrame &frame : frames) {
        const ImageDescription &image = *frame.image;
        const bool many = image.frames > 1;
        const int list = many ? frame.ref.instance : singles;
        if (!lists.contains(list)) {
            lists.insert(list, result.size());
            Stack &stack = result.emplace_back();
            stack.modality = image.modality;
            stack.localiser = isLocaliser(image);
            stack.cine = isLoop(image);
            stack.points.emplace_back();
        }
        Stack &stack = result[lists.value(list)];
        stack.points.front().frames.push_back(frame.ref);
        const QString lost = tooMany ? QStringLiteral("too-many-planes") : QStringLiteral("no-geometry");
        if (shouldHavePlace(image) && !stack.notes.contains(lost))
            stack.notes << lost;
    }
    return result;
}

// How many different orientations the planes have (they may also differ in size alone).
std::size_t orientationsOf(const std::vector<Plane> &planes)
{
    std::vector<FrameGeometry> seen;
    for (const Plane &plane : planes) {
        const FrameGeometry &g = plane.front().geometry;
        const bool known = std::ranges::any_of(seen, [&](const FrameGeometry &other) {
            return length(g.row - other.row) < 0.01 && length(g.column - other.column) < 0.01;
        });
        if (!known)
            seen.push_back(g);
    }
    return seen.size();
}

// Single pictures in planes of their own (radial acquisitions, slices scanned again) become one list.
void joinSingles(std::vector<Stack> &stacks, std::span<const ImageDescription> images)
{
    const auto isSingle = [](const Stack &stack) { return stack.kind == Stack::Kind::Pictures && stack.frames() == 1; };
    if (std::ranges::count_if(stacks, isSingle) < 2)
        return;
    Stack joined;
    std::vector<FrameRef> frames;
    for (const Stack &stack : stacks) {
        if (!isSingle(stack))
            continue;
        if (frames.empty()) {
            joined = stack;
            joined.dimensions.clear();
        }
        frames.push_back(stack.points.front().frames.front());
        joined.localiser = joined.localiser && stack.localiser;
        if (stack.frameOfReference != joined.frameOfReference)
            joined.frameOfReference.clear();
        for (const QString &note : stack.notes) {
            if (!joined.notes.contains(note))
                joined.notes << note;
        }
    }
    std::erase_if(stacks, isSingle);
    std::ranges::stable_sort(frames, {}, [&](const FrameRef &ref) {
        return std::pair(images[std::size_t(ref.instance)].instanceNumber, ref.frame);
    });
    joined.points.front().frames = std::move(frames);
    stacks.push_back(std::move(joined));
}

// What was left out or doubtful is told where the instances concerned are.
void noteInstances(std::vector<Stack> &stacks, const UniqueInstances &unique)
{
    QHash<int, int> copies;
    for (std::size_t i = 0; i < unique.kept.size(); ++i) {
        if (unique.copies[i] > 0)
            copies.insert(unique.kept[i], unique.copies[i]);
    }
    for (Stack &stack : stacks) {
        QSet<int> seen;
        int left = 0;
        for (const Stack::Point &point : stack.points) {
            for (const FrameRef &ref : point.frames) {
                if (!seen.contains(ref.instance)) {
                    seen.insert(ref.instance);
                    left += copies.value(ref.instance);
                }
            }
        }
        if (left > 0)
            stack.notes << QStringLiteral("duplicates:%1").arg(left);
        if (unique.reusedUids > 0)
            stack.notes << QStringLiteral("uid-reused:%1").arg(unique.reusedUids);
    }
}

} // namespace

int Stack::frames() const
{
    std::size_t count = 0;
    for (const Point &point : points)
        count += point.frames.size();
    return int(count);
}

std::vector<Stack> layOut(std::span<const ImageDescription> images)
{
    const UniqueInstances unique = uniqueInstances(images);
    FramePlanes planes = FramePlanes::of(images, unique.kept);
    const std::size_t orientations = orientationsOf(planes.planes);
    const bool localiser = looksLikeLocaliser(planes.planes);
    std::vector<Stack> result;
    for (Plane &plane : planes.planes) {
        for (const PartGroup &group : splitPlane(std::move(plane)))
            std::ranges::move(stacksOf(group, localiser), std::back_inserter(result));
    }
    if (orientations > 1) {
        for (Stack &stack : result)
            stack.notes << QStringLiteral("mixed-orientations:%1").arg(orientations);
    }
    joinSingles(result, images);
    std::ranges::move(picturesOf(std::move(planes.loose), planes.tooMany), std::back_inserter(result));
    noteInstances(result, unique);
    // Sorting is stable and everything before it depends on contents only.
    std::ranges::stable_sort(result, {}, [](const Stack &stack) {
        return std::pair(stack.kind == Stack::Kind::Volume ? 0 : 1, -stack.frames());
    });
    return result;
}

} // namespace Chartline::Imaging
