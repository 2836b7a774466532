// SPDX-License-Identifier: Apache-2.0
// What a DICOM file goes through when it is imported and drawn: the scan, the worker's handlers in this process, what
// the asking side makes of their answers, and what is computed from descriptions outside of the worker. Then the same
// bytes as an answer of a worker that was taken over.
#include "decode/Overlays.h"
#include "decode/Presentation.h"
#include "dicom/DicomScanner.h"
#include "fuzz/CodecGuard.h"
#include "imaging/DocumentHandlers.h"
#include "imaging/ImagingHandlers.h"
#include "imaging/WorkerReader.h"
#include "ingest/MemoryStream.h"
#include "volume/Suv.h"
#include "volume/VolumeLoader.h"
#include "worker/LocalPool.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/oflog/oflog.h>

#include <array>
#include <cstdint>
#include <cstdlib>

using namespace Chartline;
using namespace Chartline::Imaging;

namespace {

// So that an input takes milliseconds: what only takes long is no finding.
constexpr qint64 s_mostBytes = qint64(1) << 20;
constexpr int s_mostFrames = 3;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

std::shared_ptr<Worker::LocalPool> makePool()
{
    OFLog::configure(OFLogger::OFF_LOG_LEVEL);
    return std::make_shared<Worker::LocalPool>(imagingHandlers());
}

Worker::LocalPool &pool()
{
    static const auto only = makePool();
    return *only;
}

Dicom::ScanLimits smallLimits()
{
    Dicom::ScanLimits limits;
    limits.elements = 20'000;
    limits.headerBytes = 1024 * 1024;
    limits.valueBytes = 256 * 1024;
    limits.inflatedBytes = s_mostBytes;
    return limits;
}

// The file as the vault gives it.
class OneFile final : public ByteSource
{
public:
    explicit OneFile(QByteArrayView bytes)
        : m_bytes(bytes)
    { }
    [[nodiscard]] Expected<QByteArray> read(int instance, qint64 offset, qint64 length) const override
    {
        require(instance == 0 && offset >= 0 && length >= 0);
        const qint64 begin = std::min<qint64>(offset, m_bytes.size());
        return m_bytes.sliced(begin, std::min<qint64>(length, m_bytes.size() - begin)).toByteArray();
    }

private:
    QByteArrayView m_bytes;
};

void draw(const ImageDescription &image, const LoadedFrame &frame)
{
    auto presentation = Presentation::of(image, frame.ref.frame);
    if (!presentation)
        return;
    presentation->setVoi(presentation->defaultVoi(frame.samples));
    const FrameFormat &format = presentation->format();
    std::vector<quint8> picture(std::size_t(format.rows) * std::size_t(format.columns) * 4);
    require(
        presentation->paint(frame.samples, PictureFormat::Rgba, picture, qsizetype(format.columns) * 4).has_value());
}

void decode(const ImageDescription &image, QByteArrayView bytes)
{
    const auto format = FrameFormat::of(image);
    if (!format || format->bytes() > s_mostBytes)
        return;
    const std::vector<ImageDescription> images{image};
    const OneFile file(bytes);
    static const auto caller = std::shared_ptr<Worker::Caller>(&pool(), [](Worker::Caller *) { });
    static const WorkerDecoder decoder(caller);
    const VolumeLoader loader(images, file, decoder);
    for (int frame = 0; frame < std::min(image.frames, s_mostFrames); ++frame) {
        if (Test::endsByAssertion(image, [&] { (void)loader.loadFrame({0, frame}); }))
            continue;
        const auto loaded = loader.loadFrame({0, frame});
        if (loaded)
            draw(image, *loaded);
        else
            require(loaded.error().code != FailureCode::Internal && loaded.error().code != FailureCode::WorkerLost);
    }
}

// What is computed from a description in the process that has the vault.
void use(const ImageDescription &image, QByteArrayView bytes)
{
    const auto again = ImageDescription::fromBytes(image.toBytes());
    require(again && *again == image);
    const std::vector<ImageDescription> images{image, image};
    if (image.frames <= 1000) {
        for (const Stack &stack : layOut(images))
            require(stack.frames() > 0);
    }
    (void)suvOf(images);
    if (qint64(image.pixels.rows) * image.pixels.columns <= s_mostBytes) {
        for (const OverlayPlane &plane : image.overlays)
            (void)overlayMask(plane, 0, image.pixels.rows, image.pixels.columns);
    }
    decode(image, bytes);
}

void asFile(QByteArrayView bytes)
{
    MemoryStream stream(bytes);
    auto scan = Dicom::DicomScanner(stream, {}, smallLimits()).scan();
    if (!scan)
        return;
    scan->doubtful.reset(); // decoded below, where a codec's assertion does no harm
    static const auto caller = std::shared_ptr<Worker::Caller>(&pool(), [](Worker::Caller *) { });
    static const WorkerReader reader(caller);
    const auto reading = reader.read(*scan);
    if (!reading) {
        // What the scanner let through may still be refused by the parser; nothing is lost on the way.
        require(reading.error().code == ErrorCode::InputNotWellFormed);
        return;
    }
    if (reading->image.isEmpty())
        return;
    const auto image = ImageDescription::fromBytes(reading->image);
    require(image.has_value());
    use(*image, bytes);
}

void asAnswer(const QByteArray &bytes)
{
    if (const auto reply = ImagingOps::describeReply(bytes))
        (void)Dicom::Dataset::fromBytes(reply->dataset);
    if (const auto image = ImageDescription::fromBytes(bytes))
        use(*image, bytes);
}

// Every handler, asked for nonsense.
void askAll(Worker::LocalPool &pool, const Worker::Handlers &handlers, QByteArrayView bytes)
{
    const std::array<QByteArrayView, 1> inputs{bytes};
    std::array<std::byte, 64> output{};
    for (const QByteArray &op : handlers.byOp.keys()) {
        for (const bool asParameters : {false, true}) {
            Worker::Call call;
            call.op = op;
            call.bytes = asParameters ? bytes : QByteArrayView();
            call.inputs = inputs;
            call.output = output;
            const auto answer = pool.call(call);
            require(answer || answer.error().code != Worker::FailureCode::Threw);
        }
    }
}

void asRequest(QByteArrayView bytes)
{
    static const Worker::Handlers images = imagingHandlers();
    askAll(pool(), images, bytes);
    // PDFium takes a thousand times as long as the others to see that something is no document.
    if (!bytes.startsWith("%PDF"))
        return;
    static const Worker::Handlers documents = documentHandlers();
    static Worker::LocalPool documentPool(documentHandlers());
    askAll(documentPool, documents, bytes);
}

} // namespace

// What PDFium leaves behind of broken documents ends with the worker.
extern "C" [[gnu::visibility("default")]] const char *__lsan_default_suppressions()
{
    return "leak:libQt6Pdf\n";
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)pool();
    asFile(bytes);
    asAnswer(bytes.toByteArray());
    asRequest(bytes);
    return 0;
}
