// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/DicomConnector.h"
#include "dicom/DicomHeader.h"
#include "dicom/DicomScanner.h"
#include "dicom/HeaderWriter.h"
#include "ingest/MemoryStream.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <zlib.h>

namespace Chartline::Test {

using namespace Dicom;

// Writes data sets exactly as told: also wrong ones.
class DicomWriter
{
public:
    explicit DicomWriter(Encoding encoding = Encoding::ExplicitLittle)
        : m_encoding(encoding)
    { }

    // The head as told, and the value as it is.
    DicomWriter &raw(Tag tag, const char *vr, quint32 length, const QByteArray &value)
    {
        head(tag, vr, length);
        m_bytes += value;
        return *this;
    }
    DicomWriter &bytes(Tag tag, const char *vr, const QByteArray &value)
    {
        return raw(tag, vr, static_cast<quint32>(value.size()), value);
    }
    DicomWriter &text(Tag tag, const char *vr, QByteArray value)
    {
        if (value.size() % 2 != 0)
            value += vrOf(vr[0], vr[1]) == vrOf('U', 'I') ? '\0' : ' ';
        return bytes(tag, vr, value);
    }
    DicomWriter &us(Tag tag, quint16 value) { return bytes(tag, "US", u16(value)); }
    // Items as bytes of their own (data sets); lengths defined or not.
    DicomWriter &sequence(Tag tag, const QList<QByteArray> &items, bool defined = false, const char *vr = "SQ")
    {
        QByteArray all;
        for (const QByteArray &item : items)
            all += this->item(item, defined);
        if (!defined)
            all += u32(m_encoding == Encoding::ExplicitBig ? 0xfffee0dd : 0xe0ddfffe) + u32(0);
        return raw(tag, vr, defined ? static_cast<quint32>(all.size()) : undefinedLength, all);
    }
    // Compressed frames: the offset table, then fragments.
    DicomWriter &fragments(const QByteArray &table, const QList<QByteArray> &pieces, bool ended = true)
    {
        QByteArray all = item(table, true);
        for (const QByteArray &piece : pieces)
            all += item(piece, true);
        if (ended)
            all += u32(0xe0ddfffe) + u32(0);
        return raw(Tags::pixelData, "OB", undefinedLength, all);
    }
    DicomWriter &append(const QByteArray &bytes)
    {
        m_bytes += bytes;
        return *this;
    }
    // What every instance says of itself.
    DicomWriter &instance(const QByteArray &sopClass, const QByteArray &uid = "1.2.3.4")
    {
        return text(Tags::sopClass, "UI", sopClass).text(Tags::sopInstance, "UI", uid);
    }
    DicomWriter &image(quint16 rows, quint16 columns, quint16 bits = 8, quint16 samples = 1,
                       const QByteArray &frames = {})
    {
        us(Tags::samplesPerPixel, samples)
            .text(Tags::photometricInterpretation, "CS", samples == 3 ? "RGB" : "MONOCHROME2");
        if (!frames.isEmpty())
            text(Tags::numberOfFrames, "IS", frames);
        return us(Tags::rows, rows).us(Tags::columns, columns).us(Tags::bitsAllocated, bits);
    }

    [[nodiscard]] QByteArray dataSet() const { return m_bytes; }
    // With a preamble and a file meta information that states this transfer syntax, or that of the encoding.
    [[nodiscard]] QByteArray file(const QString &transferSyntax = {}) const
    {
        return meta(transferSyntax.isEmpty() ? transferSyntaxOf(m_encoding) : transferSyntax) + m_bytes;
    }
    [[nodiscard]] static QByteArray meta(const QString &transferSyntax, bool withPreamble = true)
    {
        DicomWriter group;
        group.bytes(0x00020001, "OB", QByteArray("\0\1", 2));
        if (!transferSyntax.isEmpty())
            group.text(Tags::transferSyntax, "UI", transferSyntax.toLatin1());
        DicomWriter all;
        all.bytes(Tags::fileMetaGroupLength, "UL", all.u32(static_cast<quint32>(group.m_bytes.size())));
        return (withPreamble ? QByteArray(128, '\0') + "DICM" : QByteArray()) + all.m_bytes + group.m_bytes;
    }

    [[nodiscard]] QByteArray item(const QByteArray &content, bool defined) const
    {
        const bool big = m_encoding == Encoding::ExplicitBig;
        QByteArray bytes = u32(big ? 0xfffee000 : 0xe000fffe);
        bytes += u32(defined ? static_cast<quint32>(content.size()) : undefinedLength) + content;
        if (!defined)
            bytes += u32(big ? 0xfffee00d : 0xe00dfffe) + u32(0);
        return bytes;
    }
    [[nodiscard]] QByteArray u16(quint16 value) const
    {
        QByteArray bytes(2, '\0');
        m_encoding == Encoding::ExplicitBig ? qToBigEndian(value, bytes.data()) : qToLittleEndian(value, bytes.data());
        return bytes;
    }
    [[nodiscard]] QByteArray u32(quint32 value) const
    {
        QByteArray bytes(4, '\0');
        m_encoding == Encoding::ExplicitBig ? qToBigEndian(value, bytes.data()) : qToLittleEndian(value, bytes.data());
        return bytes;
    }

private:
    void head(Tag tag, const char *vr, quint32 length)
    {
        m_bytes += u16(groupOf(tag)) + u16(static_cast<quint16>(tag & 0xffff));
        if (m_encoding == Encoding::ImplicitLittle) {
            m_bytes += u32(length);
            return;
        }
        m_bytes.append(vr, 2);
        m_bytes += hasLongLength(vrOf(vr[0], vr[1])) ? u16(0) + u32(length) : u16(static_cast<quint16>(length));
    }

    Encoding m_encoding;
    QByteArray m_bytes;
};

inline const QString s_explicit = QStringLiteral("1.2.840.10008.1.2.1");
inline const QString s_deflated = QStringLiteral("1.2.840.10008.1.2.1.99");
inline const QString s_jpeg = QStringLiteral("1.2.840.10008.1.2.4.50");
inline const QByteArray s_ct = "1.2.840.10008.5.1.4.1.1.2";

inline DicomWriter ct()
{
    return DicomWriter().instance(s_ct);
}

// Bare deflate, or with a zlib wrapper (15).
inline QByteArray deflatedBytes(const QByteArray &bytes, int windowBits = -15)
{
    z_stream stream{};
    if (deflateInit2(&stream, 9, Z_DEFLATED, windowBits, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib");
    QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 64, Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
        qFatal("zlib");
    out.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return out;
}

inline Result<DicomScan> scanOf(const QByteArray &bytes, const ScanLimits &limits = {})
{
    MemoryStream stream(bytes);
    return DicomScanner(stream, {}, limits).scan();
}

// "ok", or the error's name: for comparing.
template<typename T>
QString outcome(const Result<T> &result)
{
    return result ? QStringLiteral("ok") : errorCodeName(result.error().code);
}

// Parses in this process; draws nothing.
class LocalDicomReader final : public DicomReader
{
public:
    [[nodiscard]] Result<DicomReading> read(const DicomScan &scan) const override
    {
        CHARTLINE_ASSIGN(const DicomHeader header, DicomHeader::parse(scan.header));
        return DicomReading{header.tree(), {}, {}};
    }
};

class RecordCollector final : public RecordSink
{
public:
    void accept(MappedRecord &&record) override { records.push_back(std::move(record)); }
    void refuse(const QString &, const Error &error) override { refusals.push_back(error); }
    [[nodiscard]] bool advance(qint64) override { return !cancelled; }

    std::vector<MappedRecord> records;
    std::vector<Error> refusals;
    bool cancelled = false;
};

// What the connector makes of one file.
inline Result<MappedRecord> mappedFile(const QByteArray &bytes)
{
    const DicomConnector connector(std::make_shared<LocalDicomReader>());
    MemoryStream stream(bytes);
    RecordCollector sink;
    CHARTLINE_TRY(connector.read(stream, {}, ReadMode::Map, sink));
    if (sink.records.size() != 1)
        return fail(ErrorCode::NotFound);
    return std::move(sink.records.front());
}

// An instance with its study and series.
inline DicomWriter study(const QByteArray &sopClass = s_ct)
{
    return DicomWriter()
        .instance(sopClass)
        .text(Tags::studyInstance, "UI", "1.2.3.9")
        .text(Tags::seriesInstance, "UI", "1.2.3.9.1");
}

inline MappedRecord mapped(const DicomWriter &writer)
{
    auto record = mappedFile(writer.file());
    return record ? std::move(*record) : MappedRecord();
}

inline QStringList issuesOf(const MappedRecord &record)
{
    QStringList list;
    for (const MappingIssue &issue : record.issues)
        list.append(issue.path + QLatin1Char(' ') + issue.reason);
    return list;
}

inline QString imagingFolder()
{
    return QStringLiteral(CHARTLINE_SHARED_DIR "/data/imaging/");
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Every file below the folder, relative to it, in order.
inline QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next().sliced(folder.size()));
    files.sort();
    return files;
}

} // namespace Chartline::Test
