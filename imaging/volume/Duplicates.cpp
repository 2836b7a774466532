// SPDX-License-Identifier: Apache-2.0
#include "volume/Duplicates.h"

#include <QHash>
#include <QSet>
#include <algorithm>
#include <tuple>

namespace Chartline::Imaging {

namespace {

// A text that is equal for equal contents.
class ContentKey
{
public:
    void add(double value) { m_bytes += QByteArray::number(value, 'g', 10) + ';'; }
    void add(const QString &text) { m_bytes += text.toUtf8() + ';'; }
    template<typename T>
    void add(const std::optional<T> &value)
    {
        if (value)
            addGiven(*value);
        m_bytes += '|';
    }
    void addPlace(const FrameInfo &info)
    {
        add(info.position);
        add(info.orientation);
        add(info.spacing);
        add(info.temporalIndex);
        add(info.triggerTime);
        add(info.acquisitionTime);
        add(info.bValue);
        add(info.gradient);
        add(info.echoTime);
        add(info.stack);
        add(info.label);
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    template<typename T>
    void addGiven(const T &value)
    {
        if constexpr (std::is_arithmetic_v<T>) {
            add(double(value));
        } else {
            for (const double v : value)
                add(v);
        }
    }
    QByteArray m_bytes;
};

// The same for two copies of one SOP instance, however they are compressed.
ContentKey sameInstanceKey(const ImageDescription &image)
{
    ContentKey key;
    key.add(image.instanceNumber);
    key.add(image.acquisitionNumber);
    key.add(image.frames);
    key.add(image.pixels.rows);
    key.add(image.pixels.columns);
    key.add(image.contentDate);
    key.addPlace(image.shared);
    for (const FrameInfo &frame : image.perFrame)
        key.addPlace(frame);
    return key;
}

// Whether an instance says enough of itself for a twin under another UID to be the same picture.
bool saysEnough(const ImageDescription &image)
{
    const FrameInfo first = image.perFrame.empty() ? image.shared : image.perFrame.front();
    const bool placed = image.shared.position || first.position;
    const bool timed = image.shared.acquisitionTime || first.acquisitionTime || image.contentDate.contains(u'T');
    return placed && timed && image.instanceNumber != 0;
}

QByteArray samePictureKey(const ImageDescription &image)
{
    ContentKey key = sameInstanceKey(image);
    const PixelFormat &p = image.pixels;
    for (const int value : {p.samplesPerPixel, p.bitsAllocated, p.bitsStored, p.highBit, int(p.isSigned),
                            int(p.isFloat), int(p.photometric)})
        key.add(value);
    key.add(image.imageType.join(u'\\'));
    key.add(image.transferSyntax);
    key.add(double(image.layout.length));
    key.add(image.shared.slope);
    key.add(image.shared.intercept);
    for (const FrameInfo &frame : image.perFrame) {
        key.add(frame.slope);
        key.add(frame.intercept);
    }
    return key.bytes();
}

struct Candidate
{
    int index = 0;
    QByteArray instanceKey;
};

class Finder
{
public:
    explicit Finder(std::span<const ImageDescription> images)
        : m_images(images)
    { }

    UniqueInstances find()
    {
        std::vector<Candidate> all;
        all.reserve(m_images.size());
        for (int i = 0; i < int(m_images.size()); ++i)
            all.push_back({i, sameInstanceKey(image(i)).bytes()});
        std::ranges::sort(all, [this](const Candidate &a, const Candidate &b) { return before(a, b); });
        QSet<QString> uids;
        for (const Candidate &c : all)
            take(c, uids);
        return std::move(m_result);
    }

private:
    const ImageDescription &image(int i) const { return m_images[std::size_t(i)]; }

    // The one to keep comes first among equals.
    bool before(const Candidate &a, const Candidate &b) const
    {
        const ImageDescription &x = image(a.index);
        const ImageDescription &y = image(b.index);
        if (const int order = x.sopInstance.compare(y.sopInstance); order != 0)
            return order < 0;
        if (a.instanceKey != b.instanceKey)
            return a.instanceKey < b.instanceKey;
        return std::tuple(x.notes.size(), -x.layout.length, x.layout.offset, x.transferSyntax)
               < std::tuple(y.notes.size(), -y.layout.length, y.layout.offset, y.transferSyntax);
    }

    void take(const Candidate &c, QSet<QString> &uids)
    {
        const ImageDescription &one = image(c.index);
        if (!one.sopInstance.isEmpty()) {
            const QByteArray key = one.sopInstance.toUtf8() + '\n' + c.instanceKey;
            if (const auto seen = m_byInstance.constFind(key); seen != m_byInstance.cend()) {
                ++m_result.copies[*seen];
                return;
            }
            m_byInstance.insert(key, m_result.kept.size());
        }
        if (saysEnough(one)) {
            const QByteArray key = samePictureKey(one);
            if (const auto seen = m_byPicture.constFind(key); seen != m_byPicture.cend()) {
                ++m_result.copies[*seen];
                return;
            }
            m_byPicture.insert(key, m_result.kept.size());
        }
        if (!one.sopInstance.isEmpty() && uids.contains(one.sopInstance))
            ++m_result.reusedUids;
        uids.insert(one.sopInstance);
        m_result.kept.push_back(c.index);
        m_result.copies.push_back(0);
    }

    std::span<const ImageDescription> m_images;
    UniqueInstances m_result;
    QHash<QByteArray, std::size_t> m_byInstance;
    QHash<QByteArray, std::size_t> m_byPicture;
};

} // namespace

UniqueInstances uniqueInstances(std::span<const ImageDescription> images)
{
    return Finder(images).find();
}

} // namespace Chartline::Imaging
