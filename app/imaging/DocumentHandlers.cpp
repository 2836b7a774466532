// SPDX-License-Identifier: Apache-2.0
#include "imaging/DocumentHandlers.h"

#include "imaging/ImagingHandlers.h"
#include "imaging/PdfStructure.h"
#include "objects/ObjectReader.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QImage>
#include <QPdfDocument>
#include <QPdfDocumentRenderOptions>
#include <QPdfSelection>
#include <QtEndian>
#include <bit>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace Chartline {

namespace {

using namespace Imaging;
using Worker::HandlerFailure;
using Worker::HandlerReply;
using Worker::HandlerRequest;
using Worker::HandlerResult;

constexpr char s_variable[] = "CHARTLINE_WORKER_DOCUMENTS"; // set: a host for documents

// Address space that the library's allocator sets aside without using it, and what it may use.
constexpr quint64 s_reserved = quint64(40) << 30;
constexpr quint64 s_memory = quint64(2) << 30;

std::unexpected<HandlerFailure> failed(FailureCode code, const QByteArray &detail)
{
    return std::unexpected(HandlerFailure{ImagingOps::failureName(code), detail});
}

// A document over the request's bytes, which have to outlive it.
class OpenDocument
{
public:
    explicit OpenDocument(QByteArrayView bytes)
    {
        m_device.setData(QByteArray::fromRawData(bytes.data(), bytes.size()));
        if (!m_device.open(QIODevice::ReadOnly))
            return;
        m_document.load(&m_device);
    }
    [[nodiscard]] QPdfDocument &document() { return m_document; }
    // Why it could not be opened.
    [[nodiscard]] std::optional<HandlerFailure> problem() const
    {
        if (m_document.status() == QPdfDocument::Status::Ready && m_document.pageCount() > 0)
            return std::nullopt;
        const bool locked = m_document.error() == QPdfDocument::Error::IncorrectPassword
                            || m_document.error() == QPdfDocument::Error::UnsupportedSecurityScheme;
        return locked ? HandlerFailure{ImagingOps::failureName(FailureCode::UnsupportedPixels), "password"}
                      : HandlerFailure{ImagingOps::failureName(FailureCode::Corrupt), "PDF"};
    }

private:
    QBuffer m_device; // before the document, which reads it to its end
    QPdfDocument m_document;
};

// Whether the pages have characters that the library's own fonts lack. Looks for a while; `otherwise` where that is not
// enough for all pages.
bool hasForeignText(QPdfDocument &document, bool otherwise)
{
    constexpr qint64 longest = 2000; // milliseconds
    QElapsedTimer timer;
    timer.start();
    for (int page = 0; page < document.pageCount(); ++page) {
        if (timer.elapsed() > longest)
            return otherwise;
        if (!canBeSubstituted(document.getAllText(page).text()))
            return true;
    }
    return false;
}

quint32 unseenIn(QByteArrayView pdf, QPdfDocument &document)
{
    const PdfStructure structure = readPdfStructure(pdf);
    const bool mayBeSubstituted = structure.substitutes || !structure.complete;
    const bool characters = structure.rareGlyphs || (mayBeSubstituted && hasForeignText(document, !structure.complete));
    return (structure.fields ? DocumentOps::hasFields : 0U) | (structure.notes ? DocumentOps::hasNotes : 0U)
           | (characters ? DocumentOps::lacksCharacters : 0U) | (structure.complete ? 0U : DocumentOps::partlyRead);
}

HandlerReply pagesHandler(const HandlerRequest &request)
{
    if (request.inputs.size() != 1)
        return std::unexpected(HandlerFailure{"protocol", {}});
    OpenDocument open(request.inputs.front());
    if (const auto problem = open.problem())
        return std::unexpected(*problem);
    const int all = open.document().pageCount();
    const int count = std::min(all, mostPages);
    const bool looks = request.bytes == DocumentOps::withUnseen;
    QByteArray reply(DocumentOps::pagesHead + qsizetype(2) * count * 8, Qt::Uninitialized);
    qToLittleEndian(quint32(all), reply.data());
    qToLittleEndian(looks ? unseenIn(request.inputs.front(), open.document()) : 0U, reply.data() + 4);
    for (int page = 0; page < count; ++page) {
        const QSizeF size = open.document().pagePointSize(page);
        char *at = reply.data() + DocumentOps::pagesHead + qsizetype(page) * 16;
        qToLittleEndian(std::bit_cast<quint64>(double(size.width())), at);
        qToLittleEndian(std::bit_cast<quint64>(double(size.height())), at + 8);
    }
    return HandlerResult{reply, 0};
}

// With stamps, marks and drawings on the page; the library draws no form fields.
QPdfDocumentRenderOptions drawingOptions()
{
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    return options;
}

HandlerReply pageHandler(const HandlerRequest &request)
{
    if (request.inputs.size() != 1 || request.bytes.size() != 12)
        return std::unexpected(HandlerFailure{"protocol", {}});
    const auto page = qFromLittleEndian<qint32>(request.bytes.data());
    const auto width = qFromLittleEndian<qint32>(request.bytes.data() + 4);
    const auto height = qFromLittleEndian<qint32>(request.bytes.data() + 8);
    if (page < 0 || width <= 0 || height <= 0 || qint64(width) * height > mostPagePixels
        || qint64(request.output.size()) != qint64(width) * height * 4)
        return std::unexpected(HandlerFailure{"protocol", {}});
    OpenDocument open(request.inputs.front());
    if (const auto problem = open.problem())
        return std::unexpected(*problem);
    if (page >= open.document().pageCount())
        return failed(FailureCode::Corrupt, "no such page");
    const QImage drawn =
        open.document().render(page, QSize(width, height), drawingOptions()).convertToFormat(QImage::Format_ARGB32);
    if (drawn.size() != QSize(width, height))
        return failed(FailureCode::Corrupt, "page");
    // Paper is white: what is drawn through is laid over it.
    auto *out = reinterpret_cast<quint32 *>(request.output.data());
    for (int y = 0; y < height; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(drawn.constScanLine(y));
        for (int x = 0; x < width; ++x) {
            const auto alpha = quint32(qAlpha(line[x]));
            const auto over = [&](int channel) { return (quint32(channel) * alpha + 255 * (255 - alpha)) / 255; };
            *out++ = 0xff000000U | over(qRed(line[x])) << 16 | over(qGreen(line[x])) << 8 | over(qBlue(line[x]));
        }
    }
    return HandlerResult{{}, qsizetype(request.output.size())};
}

HandlerReply textHandler(const HandlerRequest &request)
{
    if (request.inputs.size() != 1 || request.bytes.size() != 4)
        return std::unexpected(HandlerFailure{"protocol", {}});
    OpenDocument open(request.inputs.front());
    if (const auto problem = open.problem())
        return std::unexpected(*problem);
    const int page = qFromLittleEndian<qint32>(request.bytes.data());
    if (page < 0 || page >= open.document().pageCount())
        return failed(FailureCode::Corrupt, "no such page");
    const QByteArray text = open.document().getAllText(page).text().toUtf8();
    if (text.size() > DocumentOps::mostPageText)
        return failed(FailureCode::TooLarge, "text");
    return HandlerResult{text, 0};
}

// The smallest document with a page and words: what its library loads when it is first used is loaded by it.
QByteArray sampleDocument()
{
    return "%PDF-1.4\n"
           "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
           "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R"
           "/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>endobj\n"
           "4 0 obj<</Length 68>>stream\n"
           "BT /F1 12 Tf 5 40 Td (Aa) Tj /F2 12 Tf (Bb) Tj ET                  \n"
           "endstream endobj\n"
           "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
           "6 0 obj<</Type/Font/Subtype/TrueType/BaseFont/Arial>>endobj\n"
           "trailer<</Root 1 0 R>>\n";
}

void prepareDocuments()
{
    const QByteArray sample = sampleDocument();
    OpenDocument open(sample);
    if (!open.problem()) {
        (void)open.document().render(0, QSize(72, 72), drawingOptions());
        (void)open.document().getAllText(0);
    }
}

// Instead of the limit of address space, for this process and those forked from it. Without it they could take all
// memory there is: rather no documents are drawn, which is told where one is opened.
void limitMemory()
{
    constexpr int noLimit = 71; // EX_OSERR of sysexits.h
    rlimit now{};
    if (getrlimit(RLIMIT_DATA, &now) != 0)
        _exit(noLimit);
    const rlim_t most = std::min<rlim_t>(s_memory, now.rlim_max);
    const rlimit limit{most, most};
    if (setrlimit(RLIMIT_DATA, &limit) != 0)
        _exit(noLimit);
}

} // namespace

Worker::Handlers documentHandlers()
{
    Worker::Handlers handlers;
    handlers.byOp.insert(DocumentOps::pages, pagesHandler);
    handlers.byOp.insert(DocumentOps::page, pageHandler);
    handlers.byOp.insert(DocumentOps::text, textHandler);
    handlers.prepare.emplace_back(prepareDocuments);
    return handlers;
}

Worker::WorkerPool::Options documentPoolOptions()
{
    Worker::WorkerPool::Options options;
    options.workers = 1;
    options.memoryLimit = s_reserved;
    options.environment.push_back(QByteArray(s_variable) + "=1");
    return options;
}

Worker::Handlers hostHandlers()
{
    if (!std::getenv(s_variable))
        return imagingHandlers();
    Worker::Handlers handlers = documentHandlers();
    handlers.prepare.emplace_back(limitMemory);
    return handlers;
}

} // namespace Chartline
