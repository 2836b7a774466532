// SPDX-License-Identifier: Apache-2.0
#include "objects/ObjectFields.h"

#include "objects/ObjectArchive.h"

namespace Chartline::Imaging {

namespace {

// "CLO" and the version of the format, then which object it is.
constexpr char head[4] = {'C', 'L', 'O', 2};
constexpr qsizetype mostBytes = qsizetype(256) << 20;

template<std::size_t I = 0>
bool readAlternative(std::size_t which, ObjectArchiveReader &reader, DicomObject &object)
{
    if constexpr (I < std::variant_size_v<DicomObject>) {
        if (which != I)
            return readAlternative<I + 1>(which, reader, object);
        reader(object.emplace<I>());
        return true;
    } else {
        return false;
    }
}

} // namespace

QByteArray toBytes(const DicomObject &object)
{
    ObjectWriter writer;
    writer.bytes.append(head, sizeof head);
    writer.count(object.index());
    std::visit([&](const auto &value) { writer(value); }, object);
    return writer.bytes;
}

Expected<DicomObject> objectFromBytes(const QByteArray &bytes)
{
    const auto corrupt = [] { return failure(FailureCode::Corrupt, QStringLiteral("object")); };
    if (bytes.size() > mostBytes || !bytes.startsWith(QByteArrayView(head, 4)))
        return corrupt();
    ObjectArchiveReader reader(QByteArrayView(bytes).sliced(sizeof head));
    DicomObject object;
    const auto which = std::size_t(reader.count());
    if (!reader.ok() || !readAlternative(which, reader, object) || !reader.ok() || !reader.atEnd())
        return corrupt();
    if (const auto sound = checkObject(object); !sound)
        return std::unexpected(sound.error());
    // Values that were written in another way than toBytes() writes them (a long integer, a text that is not UTF-8)
    // come out different.
    if (toBytes(object) != bytes)
        return corrupt();
    return object;
}

} // namespace Chartline::Imaging
