// SPDX-License-Identifier: Apache-2.0
#include "imaging/WorkerObjects.h"

#include "dicom/DicomScanner.h"
#include "imaging/DocumentHandlers.h"
#include "imaging/ObjectHandlers.h"
#include "imaging/WorkerFailure.h"
#include "worker/WorkerPool.h"

#include <QtEndian>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace Chartline {

using namespace Imaging;

namespace {

constexpr qint64 s_piece = 1 << 20;

// A file as the scanner reads it: from front to back.
class FileStream final : public ByteStream
{
public:
    explicit FileStream(const FileBytes &file)
        : m_file(file)
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        if (m_at >= m_piece.size()) {
            auto piece = m_file(m_offset, s_piece);
            if (!piece)
                return fail(ErrorCode::IoFailed, {piece.error().detail});
            m_piece = std::move(*piece);
            m_offset += m_piece.size();
            m_at = 0;
        }
        const auto count = std::min(m_piece.size() - m_at, qsizetype(buffer.size()));
        std::copy_n(m_piece.constData() + m_at, count, buffer.data());
        m_at += count;
        return count;
    }
    [[nodiscard]] qint64 size() const override { return -1; }

private:
    const FileBytes &m_file;
    QByteArray m_piece;
    qsizetype m_at = 0;
    qint64 m_offset = 0;
};

Failure scanFailure(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InputTooLarge:
    case ErrorCode::InputTooDeep:
    case ErrorCode::InputTooManyPixels: return {FailureCode::TooLarge, {}};
    case ErrorCode::InputTruncated: return {FailureCode::Truncated, {}};
    case ErrorCode::IoFailed: return {FailureCode::SourceUnreadable, {}};
    default: return {FailureCode::Corrupt, {}};
    }
}

Worker::Expected<Worker::Reply> ask(Worker::Caller &caller, const char *op, const QByteArray &request,
                                    const QByteArray &input, std::span<std::byte> output = {},
                                    const std::atomic_bool *cancel = nullptr)
{
    if (cancel && cancel->load())
        return Worker::fail(Worker::FailureCode::Cancelled);
    const std::array<QByteArrayView, 1> inputs{QByteArrayView(input)};
    Worker::Call call;
    call.op = op;
    call.bytes = request;
    call.inputs = inputs;
    call.output = output;
    call.cancel = cancel;
    return caller.call(call);
}

QByteArray integers(std::initializer_list<qint32> values)
{
    QByteArray bytes;
    for (const qint32 value : values) {
        char raw[4];
        qToLittleEndian(value, raw);
        bytes.append(raw, sizeof raw);
    }
    return bytes;
}

// One of the two sizes of a page.
double lengthAt(const char *at)
{
    return std::bit_cast<double>(qFromLittleEndian<quint64>(at));
}

} // namespace

Expected<DicomObject> WorkerObjects::read(const FileBytes &file) const
{
    FileStream stream(file);
    const auto scan = Dicom::DicomScanner(stream).scan();
    if (!scan)
        return std::unexpected(scanFailure(scan.error()));
    if (!isDicomObject(scan->sopClass))
        return failure(FailureCode::NotAnImage);
    // A value that is too large to be parsed is left out of the header: without it an object would look damaged, or
    // whole although it is not. Pixels are read elsewhere.
    for (const Dicom::OmittedValue &value : scan->omitted) {
        const auto group = value.tag >> 16;
        if (group % 2 == 0 && group != 0x7fe0)
            return failure(FailureCode::TooLarge, QStringLiteral("(%1,%2)")
                                                      .arg(group, 4, 16, QLatin1Char('0'))
                                                      .arg(value.tag & 0xffff, 4, 16, QLatin1Char('0')));
    }
    const auto reply = ask(*m_caller, ObjectOps::object, {}, scan->header);
    if (!reply)
        return std::unexpected(failureOf(reply.error()));
    auto object = objectFromBytes(reply->bytes);
    if (!object)
        return failure(FailureCode::WorkerLost, QStringLiteral("the answer made no sense"));
    return object;
}

Expected<DocumentPages> WorkerDocuments::readPages(const QByteArray &pdf, const QByteArray &request,
                                                   const Cancel *cancel) const
{
    const auto reply = ask(*m_caller, DocumentOps::pages, request, pdf, {}, cancel);
    if (!reply)
        return std::unexpected(failureOf(reply.error()));
    const QByteArrayView bytes(reply->bytes);
    const qsizetype count = (bytes.size() - DocumentOps::pagesHead) / 16;
    if (count < 1 || count > mostPages || bytes.size() != DocumentOps::pagesHead + count * 16)
        return failure(FailureCode::WorkerLost, QStringLiteral("the answer made no sense"));
    const auto all = qFromLittleEndian<quint32>(bytes.data());
    const auto unseen = qFromLittleEndian<quint32>(bytes.data() + 4);
    if (qint64(all) < count || (qint64(all) > count && count < mostPages)
        || all > quint32(std::numeric_limits<int>::max()))
        return failure(FailureCode::WorkerLost, QStringLiteral("the answer made no sense"));
    DocumentPages pages;
    pages.count = int(all);
    pages.fields = (unseen & DocumentOps::hasFields) != 0;
    pages.notes = (unseen & DocumentOps::hasNotes) != 0;
    pages.characters = (unseen & DocumentOps::lacksCharacters) != 0;
    pages.partlyRead = (unseen & DocumentOps::partlyRead) != 0;
    for (qsizetype i = 0; i < count; ++i) {
        const char *at = bytes.data() + DocumentOps::pagesHead + 16 * i;
        std::array<double, 2> size{lengthAt(at), lengthAt(at + 8)};
        // A page is at most 200 inches wide (ISO 32000-1, annex C); what says nothing is drawn as A4.
        if (!(size[0] > 0.5 && size[0] < 1e5 && size[1] > 0.5 && size[1] < 1e5))
            size = {595, 842};
        pages.sizes.push_back(size);
    }
    return pages;
}

Expected<DocumentPages> WorkerDocuments::pages(const QByteArray &pdf, const Cancel *cancel) const
{
    return readPages(pdf, DocumentOps::withUnseen, cancel);
}

Expected<PagePicture> WorkerDocuments::draw(const QByteArray &pdf, int page, int width, const Cancel *cancel) const
{
    const auto all = readPages(pdf, {}, cancel);
    if (!all)
        return std::unexpected(all.error());
    if (page < 0 || std::size_t(page) >= all->sizes.size() || width <= 0)
        return failure(FailureCode::Internal);
    const auto size = all->sizes[std::size_t(page)];
    const double tall = std::max(std::round(width * size[1] / size[0]), 1.0);
    if (tall * width > double(mostPagePixels))
        return failure(FailureCode::TooLarge);
    PagePicture picture{width, int(tall), QByteArray(qsizetype(width) * qsizetype(tall) * 4, Qt::Uninitialized)};
    const std::span output(reinterpret_cast<std::byte *>(picture.pixels.data()), std::size_t(picture.pixels.size()));
    const auto reply = ask(*m_caller, DocumentOps::page, integers({page, width, picture.height}), pdf, output, cancel);
    if (!reply)
        return std::unexpected(failureOf(reply.error()));
    // What was not drawn would look like a black page.
    if (reply->outputUsed != picture.pixels.size())
        return failure(FailureCode::WorkerLost, QStringLiteral("the answer made no sense"));
    return picture;
}

Expected<QString> WorkerDocuments::text(const QByteArray &pdf, int page, const Cancel *cancel) const
{
    const auto reply = ask(*m_caller, DocumentOps::text, integers({page}), pdf, {}, cancel);
    if (!reply)
        return std::unexpected(failureOf(reply.error()));
    if (reply->bytes.size() > DocumentOps::mostPageText)
        return failure(FailureCode::WorkerLost, QStringLiteral("the answer made no sense"));
    return QString::fromUtf8(reply->bytes);
}

void WorkerDocuments::forget() const
{
    if (auto *pool = dynamic_cast<Worker::WorkerPool *>(m_caller.get()))
        pool->trim();
}

} // namespace Chartline
