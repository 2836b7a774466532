// SPDX-License-Identifier: Apache-2.0
#include "volume/StackSplitter.h"

#include "volume/PlacesInPlane.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace Chartline::Imaging {

namespace {

constexpr SplitKey exactKeys[] = {SplitKey::Place,   SplitKey::StackId,     SplitKey::ImageType, SplitKey::Label,
                                  SplitKey::BValue,  SplitKey::Gradient,    SplitKey::Echo,      SplitKey::Temporal,
                                  SplitKey::Trigger, SplitKey::Acquisition, SplitKey::Time};
constexpr SplitKey rankKeys[] = {SplitKey::Trigger, SplitKey::Time, SplitKey::Order};

using Frames = std::vector<LayoutFrame>;

std::array<double, splitKeys> noValues()
{
    std::array<double, splitKeys> values{};
    values.fill(noKey);
    return values;
}

// How many frames are at each place, by its number.
std::map<int, int> counts(const Frames &frames)
{
    std::map<int, int> result;
    for (const LayoutFrame &frame : frames)
        ++result[frame.position];
    return result;
}

bool collides(const std::map<int, int> &places)
{
    return std::ranges::any_of(places, [](const auto &place) { return place.second > 1; });
}

std::map<double, Frames> byKey(const Frames &frames, SplitKey key)
{
    std::map<double, Frames> result;
    for (const LayoutFrame &frame : frames)
        result[frame.key(key)].push_back(frame);
    return result;
}

bool tellsApart(const Frames &frames, SplitKey key)
{
    std::map<int, double> first;
    for (const LayoutFrame &frame : frames) {
        const auto [seen, isNew] = first.emplace(frame.position, frame.key(key));
        if (!isNew && seen->second != frame.key(key))
            return true;
    }
    return false;
}

void sortByPosition(Frames &frames)
{
    std::ranges::sort(frames, [](const LayoutFrame &a, const LayoutFrame &b) {
        return a.position != b.position ? a.position < b.position : a.key(SplitKey::Order) < b.key(SplitKey::Order);
    });
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

// What a part is called when it was told apart by rank.
double rankValue(const Frames &frames, SplitKey key, int rank)
{
    if (key == SplitKey::Order)
        return rank + 1;
    std::vector<double> values;
    for (const LayoutFrame &frame : frames)
        values.push_back(frame.key(key));
    return key == SplitKey::Time ? *std::ranges::min_element(values) : median(std::move(values));
}

// The first of each place in the order of the key, the second of each place, and so on. Nothing where places have
// different numbers of frames, or the key is missing or does not tell them apart.
std::vector<Frames> byRank(const Frames &frames, SplitKey key)
{
    std::map<int, std::vector<const LayoutFrame *>> places;
    for (const LayoutFrame &frame : frames) {
        if (frame.key(key) == noKey)
            return {};
        places[frame.position].push_back(&frame);
    }
    const std::size_t ranks = places.begin()->second.size();
    std::vector<Frames> result(ranks);
    for (auto &[position, members] : places) {
        if (members.size() != ranks)
            return {};
        std::ranges::sort(members, {}, [&](const LayoutFrame *frame) { return frame->key(key); });
        for (std::size_t i = 0; i < ranks; ++i) {
            if (i > 0 && members[i]->key(key) == members[i - 1]->key(key))
                return {};
            result[i].push_back(*members[i]);
        }
    }
    return result;
}

// In the order of the key, a new part whenever a place comes again.
std::vector<Frames> bySweep(Frames frames, SplitKey key)
{
    if (std::ranges::any_of(frames, [&](const LayoutFrame &frame) { return frame.key(key) == noKey; }))
        return {};
    std::ranges::sort(frames, [&](const LayoutFrame &a, const LayoutFrame &b) {
        return a.key(key) != b.key(key) ? a.key(key) < b.key(key) : a.key(SplitKey::Order) < b.key(SplitKey::Order);
    });
    std::vector<Frames> result;
    std::map<int, std::size_t> lastPart; // of each place, counted from 1
    for (const LayoutFrame &frame : frames) {
        std::size_t &last = lastPart[frame.position];
        if (result.empty() || last == result.size())
            result.emplace_back();
        last = result.size();
        result.back().push_back(frame);
    }
    return result;
}

// Splits parts until no place has two frames.
class Splitter
{
public:
    std::vector<FramePart> split(Frames frames)
    {
        std::vector<FramePart> parts;
        parts.push_back({std::move(frames), noValues(), {}});
        for (const SplitKey key : exactKeys)
            parts = refine(std::move(parts), [key](const FramePart &part) { return exact(part, key); });
        for (const SplitKey key : rankKeys)
            parts = refine(std::move(parts), [key](const FramePart &part) { return ranked(part, key); });
        for (const SplitKey key : {SplitKey::Time, SplitKey::Order})
            parts = refine(std::move(parts), [key](const FramePart &part) { return swept(part, key); });
        for (FramePart &part : parts)
            sortByPosition(part.frames);
        return parts;
    }

private:
    template<typename Step>
    static std::vector<FramePart> refine(std::vector<FramePart> parts, Step step)
    {
        std::vector<FramePart> result;
        for (FramePart &part : parts) {
            std::vector<FramePart> pieces;
            if (collides(counts(part.frames)))
                pieces = step(part);
            if (pieces.empty())
                result.push_back(std::move(part));
            else
                std::ranges::move(pieces, std::back_inserter(result));
        }
        return result;
    }

    static FramePart piece(const FramePart &of, Frames frames, SplitKey key, double value)
    {
        FramePart result{std::move(frames), of.values, of.notes};
        result.values[std::size_t(key)] = value;
        return result;
    }

    static std::vector<FramePart> exact(const FramePart &part, SplitKey key)
    {
        if (!tellsApart(part.frames, key))
            return {};
        auto groups = byKey(part.frames, key);
        if (part.frames.size() * 2 < groups.size() * counts(part.frames).size())
            return {};
        std::vector<FramePart> result;
        result.reserve(groups.size());
        for (auto &[value, frames] : groups)
            result.push_back(piece(part, std::move(frames), key, value));
        return result;
    }

    static std::vector<FramePart> ranked(const FramePart &part, SplitKey key)
    {
        std::vector<FramePart> result;
        for (Frames &frames : byRank(part.frames, key)) {
            const double value = rankValue(frames, key, int(result.size()));
            result.push_back(piece(part, std::move(frames), key, value));
        }
        return result;
    }

    static std::vector<FramePart> swept(const FramePart &part, SplitKey key)
    {
        std::vector<FramePart> result;
        for (Frames &frames : bySweep(part.frames, key)) {
            const double value = rankValue(frames, key, int(result.size()));
            result.push_back(piece(part, std::move(frames), key, value));
            result.back().notes << QStringLiteral("split-overlapping");
        }
        return result;
    }
};

StackGeometry geometryOf(const Frames &sorted)
{
    std::vector<StackGeometry::Slice> slices;
    slices.reserve(sorted.size());
    for (const LayoutFrame &frame : sorted)
        slices.push_back({frame.geometry, frame.thickness});
    return StackGeometry::of(slices, 1, 1);
}

bool overlapALot(const Frames &a, const Frames &b)
{
    const double low = std::max(a.front().along, b.front().along);
    const double high = std::min(a.back().along, b.back().along);
    const double shorter = std::min(a.back().along - a.front().along, b.back().along - b.front().along);
    return high - low > 0.5 * shorter;
}

// Step 3: two regular sets pushed into each other.
std::vector<FramePart> separated(const FramePart &part)
{
    if (part.frames.size() < 6 || geometryOf(part.frames).regular())
        return {};
    for (const SplitKey key : exactKeys) {
        auto groups = byKey(part.frames, key);
        if (groups.size() < 2)
            continue;
        std::vector<FramePart> pieces;
        bool sound = true;
        for (auto &[value, frames] : groups) {
            sortByPosition(frames);
            sound = sound && frames.size() >= 3 && geometryOf(frames).regular()
                    && (pieces.empty() || overlapALot(pieces.back().frames, frames));
            pieces.push_back({std::move(frames), part.values, part.notes});
            pieces.back().values[std::size_t(key)] = value;
        }
        if (sound)
            return pieces;
    }
    return {};
}

// Step 1.
std::vector<Frames> splitBySet(Frames frames, SplitKey key)
{
    auto groups = byKey(frames, key);
    const bool each = std::ranges::all_of(groups, [](const auto &group) { return counts(group.second).size() >= 3; });
    std::vector<Frames> result;
    if (groups.size() < 2 || !each) {
        result.push_back(std::move(frames));
        return result;
    }
    for (auto &[value, members] : groups)
        result.push_back(std::move(members));
    return result;
}

std::vector<int> placesOf(const FramePart &part)
{
    std::vector<int> places;
    places.reserve(part.frames.size());
    for (const LayoutFrame &frame : part.frames)
        places.push_back(frame.position);
    return places;
}

double firstOrder(const FramePart &part)
{
    double first = part.frames.front().key(SplitKey::Order);
    for (const LayoutFrame &frame : part.frames)
        first = std::min(first, frame.key(SplitKey::Order));
    return first;
}

void sortPoints(PartGroup &group)
{
    for (std::size_t k = firstPointKey; k < splitKeys; ++k) {
        const bool differ = std::ranges::any_of(
            group.parts, [&](const FramePart &part) { return part.values[k] != group.parts.front().values[k]; });
        if (differ)
            group.dimensions.push_back(SplitKey(k));
    }
    std::ranges::sort(group.parts, [&](const FramePart &a, const FramePart &b) {
        for (const SplitKey key : group.dimensions) {
            const double x = a.values[std::size_t(key)];
            const double y = b.values[std::size_t(key)];
            if (x != y)
                return x < y;
        }
        return firstOrder(a) < firstOrder(b);
    });
    if (std::ranges::find(group.dimensions, SplitKey::Order) != group.dimensions.end())
        group.notes << QStringLiteral("told-apart-by-order");
    for (const FramePart &part : group.parts) {
        for (const QString &note : part.notes) {
            if (!group.notes.contains(note))
                group.notes << note;
        }
    }
}

// The same places within the plane, too, so that one geometry holds for both parts: within 0.1 mm and a quarter of a
// pixel.
bool liesOn(const FramePart &a, const FramePart &b)
{
    const FrameGeometry &first = a.frames.front().geometry;
    const double apart = std::max(0.1, 0.25 * std::min(first.columnSpacing, first.rowSpacing));
    for (std::size_t i = 0; i < a.frames.size(); ++i) {
        const Vec3 from = b.frames[i].geometry.origin - a.frames[i].geometry.origin;
        if (std::abs(dot(from, first.row)) > apart || std::abs(dot(from, first.column)) > apart)
            return false;
    }
    return true;
}

// Parts of the same places with the same values of the keys that make separate stacks.
std::vector<PartGroup> grouped(std::vector<FramePart> parts)
{
    using Key = std::pair<std::vector<double>, std::vector<int>>;
    std::map<Key, std::vector<PartGroup>> groups;
    std::size_t mostPlaces = 0;
    for (FramePart &part : parts) {
        Key key{{part.values.begin(), part.values.begin() + firstPointKey}, placesOf(part)};
        mostPlaces = std::max(mostPlaces, key.second.size());
        std::vector<PartGroup> &alike = groups[std::move(key)];
        auto group =
            std::ranges::find_if(alike, [&](const PartGroup &other) { return liesOn(other.parts.front(), part); });
        if (group == alike.end())
            group = alike.insert(alike.end(), PartGroup{});
        group->parts.push_back(std::move(part));
    }
    std::vector<PartGroup> result;
    bool any4D = false;
    for (auto &[key, alike] : groups) {
        for (PartGroup &group : alike) {
            any4D = any4D || group.parts.size() > 1;
            sortPoints(group);
            result.push_back(std::move(group));
        }
    }
    for (PartGroup &group : result) {
        if (any4D && group.parts.size() == 1 && group.parts.front().frames.size() < mostPlaces)
            group.notes << QStringLiteral("partial-point");
    }
    return result;
}

} // namespace

std::vector<PartGroup> splitPlane(Plane plane)
{
    numberPlacesInPlane(plane);
    std::vector<PartGroup> result;
    for (Frames &beside : splitBySet(std::move(plane), SplitKey::Place)) {
        for (Frames &set : splitBySet(std::move(beside), SplitKey::StackId)) {
            std::vector<FramePart> parts;
            for (FramePart &part : Splitter().split(std::move(set))) {
                auto pieces = separated(part);
                if (pieces.empty())
                    parts.push_back(std::move(part));
                else
                    std::ranges::move(pieces, std::back_inserter(parts));
            }
            std::ranges::move(grouped(std::move(parts)), std::back_inserter(result));
        }
    }
    return result;
}

} // namespace Chartline::Imaging
