// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/Describe.h"
#include "decode/LocalFrameDecoder.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/oflog/oflog.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtEndian>

namespace Chartline::Imaging::Test {

// Finds the pixel data of a DICOM file by following its elements, without DCMTK: what the product's own scan does, by
// other hands. Gives up (false) at anything odd.
class PixelFinder
{
public:
    PixelFinder(const QByteArray &bytes, qint64 at, bool explicitVr, bool bigEndian)
        : m_bytes(bytes)
        , m_at(at)
        , m_explicit(explicitVr)
        , m_big(bigEndian)
    { }
    PixelLayout layout;
    qint64 pixelElement = 0; // where it begins

    [[nodiscard]] bool find()
    {
        while (m_at + 8 <= m_bytes.size()) {
            const qint64 begin = m_at;
            const Header header = next();
            const bool pixels = header.tag == 0x7FE00010 || header.tag == 0x7FE00008 || header.tag == 0x7FE00009;
            if (!pixels) {
                if (!skip(header))
                    return false;
                continue;
            }
            pixelElement = begin;
            layout.bigEndian = m_big;
            layout.vrOtherWord = header.vr != "OB";
            layout.encapsulated = header.length == 0xFFFFFFFF;
            if (layout.encapsulated)
                return readFragments();
            layout.offset = m_at;
            layout.length = std::min<qint64>(header.length, m_bytes.size() - m_at);
            return true;
        }
        return false;
    }
    // Each frame begins where a fragment of an image begins.
    void assignFrames(int frames)
    {
        layout.firstFragment = {0};
        if (frames <= 1 || !layout.encapsulated)
            return;
        layout.firstFragment.clear();
        const bool one = layout.fragments.size() == std::size_t(frames);
        for (std::size_t i = 0; i < layout.fragments.size(); ++i) {
            const QByteArray head = m_bytes.mid(layout.fragments[i].offset, 2);
            if (one || i == 0 || head == "\xFF\xD8" || head == "\xFF\x4F")
                layout.firstFragment.push_back(qint32(i));
        }
    }

private:
    struct Header
    {
        quint32 tag = 0;
        QByteArray vr;
        quint32 length = 0;
    };

    quint16 word()
    {
        const char *p = m_bytes.constData() + m_at;
        m_at += 2;
        return m_big ? qFromBigEndian<quint16>(p) : qFromLittleEndian<quint16>(p);
    }
    quint32 quad()
    {
        if (m_at + 4 > m_bytes.size())
            return 0;
        const char *p = m_bytes.constData() + m_at;
        m_at += 4;
        return m_big ? qFromBigEndian<quint32>(p) : qFromLittleEndian<quint32>(p);
    }
    Header next()
    {
        Header header;
        header.tag = quint32(word()) << 16;
        header.tag |= word();
        if (header.tag >> 16 == 0xFFFE || !m_explicit) {
            header.length = quad();
            return header;
        }
        header.vr = m_bytes.mid(m_at, 2);
        m_at += 2;
        static const QList<QByteArray> longOnes{"OB", "OW", "OF", "OD", "OL", "OV", "SQ",
                                                "UN", "UT", "UC", "UR", "SV", "UV"};
        if (longOnes.contains(header.vr)) {
            m_at += 2;
            header.length = quad();
        } else {
            header.length = word();
        }
        return header;
    }
    bool skip(const Header &header, int depth = 0)
    {
        if (header.length != 0xFFFFFFFF) {
            m_at += header.length;
            return m_at <= m_bytes.size();
        }
        // Items, each of a length or up to its delimiter. A sequence of unknown VR is implicit.
        const bool before = std::exchange(m_explicit, m_explicit && header.vr != "UN");
        bool good = depth < 32;
        while (good && m_at + 8 <= m_bytes.size()) {
            const Header item = next();
            if (item.tag == 0xFFFEE0DD)
                break;
            good = item.tag == 0xFFFEE000;
            if (good && item.length != 0xFFFFFFFF) {
                m_at += item.length;
                continue;
            }
            while (good && m_at + 8 <= m_bytes.size()) {
                const Header inner = next();
                if (inner.tag == 0xFFFEE00D)
                    break;
                good = skip(inner, depth + 1);
            }
        }
        m_explicit = before;
        return good;
    }
    bool readFragments()
    {
        bool first = true;
        while (m_at + 8 <= m_bytes.size()) {
            const Header item = next();
            if (item.tag != 0xFFFEE000)
                break;
            const qint64 length = std::min<qint64>(item.length, m_bytes.size() - m_at);
            if (!first) {
                layout.fragments.push_back({m_at, length});
                layout.length += length;
            }
            first = false;
            m_at += length;
        }
        return !layout.fragments.empty();
    }

    const QByteArray &m_bytes;
    qint64 m_at;
    bool m_explicit;
    bool m_big;
};

// A DICOM file as a decoder is given it.
struct PixelFile
{
    QByteArray bytes; // what the layout's offsets are in
    ImageDescription image;

    [[nodiscard]] static QString sharedFolder() { return QStringLiteral(CHARTLINE_SHARED_DIR "/data/imaging"); }

    [[nodiscard]] static Expected<PixelFile> open(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return failure(FailureCode::SourceUnreadable);
        return read(file.readAll());
    }

    [[nodiscard]] static Expected<PixelFile> read(const QByteArray &whole)
    {
        PixelFile result;
        result.bytes = whole;
        // Some have no preamble.
        const qint64 meta = whole.mid(128, 4) == "DICM" ? 132 : 0;
        const qint64 start = endOfMeta(whole, meta);
        const QString syntax = transferSyntaxOf(whole.first(std::min<qint64>(start, whole.size())));
        if (syntax == QLatin1StringView("1.2.840.10008.1.2.1.99"))
            return readDeflated(whole, syntax);
        const bool big = syntax == QLatin1StringView("1.2.840.10008.1.2.2");
        const bool implicit = !big && !looksExplicit(whole, start); // whatever the transfer syntax says
        PixelFinder finder(result.bytes, start, !implicit, big);
        if (!finder.find())
            return failure(FailureCode::NotAnImage, QStringLiteral("no pixel data found"));
        DcmDataset dataset;
        const E_TransferSyntax encoding = implicit ? EXS_LittleEndianImplicit
                                          : big    ? EXS_BigEndianExplicit
                                                   : EXS_LittleEndianExplicit;
        if (!parse(dataset, whole.mid(start, finder.pixelElement - start), encoding))
            return failure(FailureCode::Corrupt, QStringLiteral("data set"));
        Sint32 frames = 1;
        dataset.findAndGetSint32(DCM_NumberOfFrames, frames);
        finder.assignFrames(frames);
        if (!finder.layout.encapsulated)
            finder.layout.firstFragment.clear();
        return described(std::move(result), dataset, syntax.isEmpty() ? QStringLiteral("1.2.840.10008.1.2") : syntax,
                         finder.layout);
    }

    // What a caller fetches for a frame.
    [[nodiscard]] Expected<QList<QByteArray>> fetch(int frame) const
    {
        QList<QByteArray> data;
        if (image.layout.encapsulated) {
            for (const PixelLayout::Fragment &fragment : frameFragments(image, frame))
                data.append(bytes.mid(fragment.offset, fragment.length));
            return data;
        }
        const auto range = nativeFrameRange(image, frame);
        if (!range)
            return std::unexpected(range.error());
        data.append(bytes.mid(range->offset, range->length));
        return data;
    }

    [[nodiscard]] Expected<DecodedFrame> decode(int frame, std::vector<std::byte> &out) const
    {
        const auto format = FrameFormat::of(image);
        if (!format)
            return std::unexpected(format.error());
        const auto data = fetch(frame);
        if (!data)
            return std::unexpected(data.error());
        out.assign(std::size_t(format->bytes()), std::byte(0xEE));
        return LocalFrameDecoder().decode(image, frame, *data, out);
    }

    [[nodiscard]] static bool parse(DcmDataset &dataset, const QByteArray &encoded, E_TransferSyntax encoding)
    {
        DcmInputBufferStream stream;
        stream.setBuffer(encoded.constData(), offile_off_t(encoded.size()));
        stream.setEos();
        dataset.transferInit();
        const OFCondition status = dataset.read(stream, encoding);
        dataset.transferEnd();
        return status.good() || status == EC_EndOfStream;
    }

private:
    static qint64 endOfMeta(const QByteArray &whole, qint64 at)
    {
        while (at + 12 < whole.size() && qFromLittleEndian<quint16>(whole.constData() + at) == 2) {
            const QByteArray vr = whole.mid(at + 4, 2);
            at += vr == "OB" || vr == "UN" ? 12 + qint64(qFromLittleEndian<quint32>(whole.constData() + at + 8))
                                           : 8 + qint64(qFromLittleEndian<quint16>(whole.constData() + at + 6));
        }
        return at;
    }
    static QString transferSyntaxOf(const QByteArray &meta)
    {
        const qsizetype at = meta.indexOf(QByteArray("\x02\0\x10\0UI", 6));
        if (at < 0 || at + 8 > meta.size())
            return {};
        const auto length = qFromLittleEndian<quint16>(meta.constData() + at + 6);
        return QString::fromLatin1(meta.mid(at + 8, length)).remove(QChar(0)).trimmed();
    }
    static bool looksExplicit(const QByteArray &whole, qint64 at)
    {
        return whole.size() > at + 6 && std::isupper(whole[at + 4]) && std::isupper(whole[at + 5]);
    }
    static Expected<PixelFile> readDeflated(const QByteArray &whole, const QString &syntax)
    {
        DcmFileFormat file;
        DcmInputBufferStream stream;
        stream.setBuffer(whole.constData(), offile_off_t(whole.size()));
        stream.setEos();
        file.transferInit();
        if (file.read(stream).bad())
            return failure(FailureCode::Corrupt);
        file.transferEnd();
        DcmElement *pixels = nullptr;
        if (file.getDataset()->findAndGetElement(DCM_PixelData, pixels).bad())
            return failure(FailureCode::NotAnImage);
        PixelFile result;
        Uint16 *words = nullptr;
        Uint8 *single = nullptr;
        if (pixels->getUint16Array(words).good())
            result.bytes = QByteArray(reinterpret_cast<const char *>(words), qsizetype(pixels->getLength()));
        else if (pixels->getUint8Array(single).good())
            result.bytes = QByteArray(reinterpret_cast<const char *>(single), qsizetype(pixels->getLength()));
        PixelLayout layout;
        layout.deflated = true;
        layout.length = result.bytes.size();
        return described(std::move(result), *file.getDataset(), syntax, layout);
    }
    static Expected<PixelFile> described(PixelFile result, DcmDataset &dataset, const QString &syntax,
                                         const PixelLayout &layout)
    {
        auto image = describe(dataset, syntax, layout);
        if (!image)
            return std::unexpected(image.error());
        result.image = std::move(*image);
        return result;
    }
};

// Every file below the shared folder, relative to it.
[[nodiscard]] inline QStringList sharedFiles()
{
    const QDir root(PixelFile::sharedFolder());
    QStringList files;
    QDirIterator walk(root.path(), QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        files.append(root.relativeFilePath(walk.next()));
    files.sort();
    return files;
}

inline void silenceDcmtk()
{
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
}

} // namespace Chartline::Imaging::Test
