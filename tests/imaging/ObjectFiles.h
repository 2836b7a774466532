// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/DicomHeader.h"
#include "dicom/DicomScanner.h"
#include "imaging/PixelFile.h"
#include "objects/ParseObject.h"

#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dctk.h>

namespace Chartline::Imaging::Test {

// Bytes in memory, from front to back.
class MemoryStream final : public ByteStream
{
public:
    explicit MemoryStream(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        const auto count = std::min(m_bytes.size() - m_at, qsizetype(buffer.size()));
        std::copy_n(m_bytes.constData() + m_at, count, buffer.data());
        m_at += count;
        return count;
    }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
};

// The way every received file goes: structure first, then DCMTK, then plain values, then through bytes and back.
[[nodiscard]] inline Expected<DicomObject> objectOf(const QByteArray &file)
{
    MemoryStream stream(file);
    const auto scan = Dicom::DicomScanner(stream).scan();
    if (!scan)
        return failure(FailureCode::Corrupt, QStringLiteral("scan"));
    auto header = Dicom::DicomHeader::parse(scan->header);
    if (!header)
        return failure(FailureCode::Corrupt, QStringLiteral("header"));
    const auto object = parseObject(header->dataset());
    if (!object)
        return object;
    return objectFromBytes(toBytes(*object));
}

[[nodiscard]] inline Expected<DicomObject> objectIn(const QString &path)
{
    QFile file(PixelFile::sharedFolder() + QLatin1Char('/') + path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(FailureCode::SourceUnreadable);
    return objectOf(file.readAll());
}

[[nodiscard]] inline bool hasShared()
{
    return QDir(PixelFile::sharedFolder()).exists();
}

// A data set as a Part 10 file, Explicit VR Little Endian.
[[nodiscard]] inline QByteArray written(DcmDataset &dataset)
{
    DcmFileFormat format(&dataset);
    QByteArray bytes(16 << 20, '\0');
    DcmOutputBufferStream stream(bytes.data(), bytes.size());
    format.transferInit();
    const bool done = format.write(stream, EXS_LittleEndianExplicit, EET_ExplicitLength, nullptr).good();
    format.transferEnd();
    void *data = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(data, length);
    return done ? QByteArray(static_cast<const char *>(data), qsizetype(length)) : QByteArray();
}

// The item of a sequence, made with all before it.
[[nodiscard]] inline DcmItem &itemAt(DcmItem &parent, const DcmTagKey &sequence, long index = 0)
{
    DcmItem *item = nullptr;
    for (long i = 0; i <= index; ++i)
        (void)parent.findOrCreateSequenceItem(DcmTag(sequence), item, i);
    return *item;
}

inline void put(DcmItem &item, const DcmTagKey &tag, const char *value)
{
    (void)item.putAndInsertString(DcmTag(tag), value);
}

[[nodiscard]] inline DcmDataset madeDataset(const char *sopClass, const char *modality)
{
    DcmDataset dataset;
    put(dataset, DCM_SpecificCharacterSet, "ISO_IR 192");
    put(dataset, DCM_SOPClassUID, sopClass);
    put(dataset, DCM_SOPInstanceUID, "1.2.3.4.5");
    put(dataset, DCM_StudyInstanceUID, "1.2.3.1");
    put(dataset, DCM_SeriesInstanceUID, "1.2.3.2");
    put(dataset, DCM_Modality, modality);
    put(dataset, DCM_PatientName, "Muster^Erika");
    put(dataset, DCM_PatientBirthDate, "19640812");
    return dataset;
}

} // namespace Chartline::Imaging::Test
