// SPDX-License-Identifier: Apache-2.0
#include "imaging/WorkerReader.h"

#include "imaging/ImagingHandlers.h"
#include "imaging/WorkerFailure.h"

#include <array>

namespace Chartline {

using namespace Imaging;

namespace {

// Only what the codec needs goes to the other process: nothing that names a patient, and one frame's place.
ImageDescription forOneFrame(const ImageDescription &image, int &frame)
{
    ImageDescription one;
    one.transferSyntax = image.transferSyntax;
    one.pixels = image.pixels;
    one.frames = image.frames;
    one.overlays = {};
    if (!image.layout.encapsulated) {
        one.layout = image.layout;
        return one;
    }
    const auto fragments = frameFragments(image, frame);
    one.layout.encapsulated = true;
    one.layout.bigEndian = image.layout.bigEndian;
    one.layout.fragments.assign(fragments.begin(), fragments.end());
    one.layout.firstFragment = {0};
    for (const auto &fragment : fragments)
        one.layout.length += fragment.length;
    one.frames = 1;
    frame = 0;
    return one;
}

Error errorOf(const Worker::Failure &failure)
{
    using Worker::FailureCode;
    const QString text = QString::fromLatin1(failure.text());
    switch (failure.code) {
    case FailureCode::Refused: return {ErrorCode::InputNotWellFormed, {QString::fromLatin1(failure.detail)}};
    case FailureCode::Cancelled:
    case FailureCode::Closed: return {ErrorCode::Cancelled, {}};
    case FailureCode::TooLarge: return {ErrorCode::InputTooLarge, {QString::number(Worker::s_maxInputsSize)}};
    case FailureCode::Unavailable: return {ErrorCode::WorkerUnavailable, {text}};
    default: return {ErrorCode::WorkerLost, {text}};
    }
}

// A doubtful frame larger than this is left to whoever opens it.
constexpr qint64 s_mostDoubtfulBytes = qint64(256) << 20;

// Decodes a frame that does not look complete, so that the import can tell what it is. Empty where it is whole after
// all, and where that was not found out for a reason that is not the frame's.
QString doubtOf(const std::shared_ptr<Worker::Caller> &caller, const Dicom::DoubtfulFrame &doubtful,
                const ImageDescription &image)
{
    const auto format = FrameFormat::of(image);
    if (!format || format->bytes() > s_mostDoubtfulBytes)
        return {};
    std::vector<std::byte> samples(std::size_t(format->bytes()));
    const std::array data{doubtful.bytes};
    const auto decoded = WorkerDecoder(caller).decode(image, doubtful.frame, data, samples);
    if (decoded)
        return decoded->partial ? QStringLiteral("partly-decoded") : QString();
    switch (decoded.error().code) {
    case FailureCode::Truncated:
    case FailureCode::Corrupt:
    case FailureCode::WorkerLost: return QStringLiteral("not-decoded");
    case FailureCode::UnsupportedTransferSyntax: return QStringLiteral("transfer-syntax");
    case FailureCode::UnsupportedPixels: return QStringLiteral("pixels");
    default: return {};
    }
}

} // namespace

Imaging::Failure failureOf(const Worker::Failure &failure)
{
    using Worker::FailureCode;
    switch (failure.code) {
    case FailureCode::Refused: return {ImagingOps::failureCode(failure.reason), QString::fromLatin1(failure.detail)};
    case FailureCode::OutOfMemory: return {Imaging::FailureCode::OutOfMemory, {}};
    case FailureCode::Cancelled:
    case FailureCode::Closed: return {Imaging::FailureCode::Cancelled, {}};
    case FailureCode::TooLarge: return {Imaging::FailureCode::TooLarge, {}};
    case FailureCode::Lost:
    case FailureCode::TimedOut:
    case FailureCode::Threw:
    case FailureCode::Protocol: return {Imaging::FailureCode::WorkerLost, QString::fromLatin1(failure.text())};
    case FailureCode::UnknownOp:
    case FailureCode::Unavailable: return {Imaging::FailureCode::Internal, QString::fromLatin1(failure.text())};
    }
    return {Imaging::FailureCode::Internal, {}};
}

Result<Dicom::DicomReading> WorkerReader::read(const Dicom::DicomScan &scan) const
{
    const QByteArray request = ImagingOps::toBytes(
        {scan.transferSyntax, ImagingOps::layoutOf(scan), scan.hasPixels && scan.pixelProblem.isEmpty()});
    const std::array<QByteArrayView, 1> inputs{QByteArrayView(scan.header)};
    Worker::Call call;
    call.op = ImagingOps::describe;
    call.bytes = request;
    call.inputs = inputs;
    const auto answer = m_caller->call(call);
    if (!answer)
        return std::unexpected(errorOf(answer.error()));
    auto reply = ImagingOps::describeReply(answer->bytes);
    auto dataset = reply ? Dicom::Dataset::fromBytes(reply->dataset) : fail(ErrorCode::WorkerLost, {});
    if (!dataset)
        return fail(ErrorCode::WorkerLost, {});
    Dicom::DicomReading reading;
    reading.dataset = std::move(*dataset);
    reading.unreadable = scan.hasPixels && !scan.pixelProblem.isEmpty() ? scan.pixelProblem : reply->unreadable;
    // Written again by this process: what the other one wrote is only taken where it means something.
    if (!reply->image.isEmpty()) {
        const auto image = ImageDescription::fromBytes(reply->image);
        if (!image)
            return fail(ErrorCode::WorkerLost, {});
        reading.image = image->toBytes();
        if (scan.doubtful)
            reading.doubt = doubtOf(m_caller, *scan.doubtful, *image);
    }
    return reading;
}

Expected<DecodedFrame> WorkerDecoder::decode(const ImageDescription &image, int frame, std::span<const QByteArray> data,
                                             std::span<std::byte> out) const
{
    const ImageDescription one = forOneFrame(image, frame);
    const auto index = quint32(frame);
    QByteArray request(reinterpret_cast<const char *>(&index), sizeof index);
    request += one.toBytes();
    const std::vector<QByteArrayView> inputs(data.begin(), data.end());
    Worker::Call call;
    call.op = ImagingOps::decode;
    call.bytes = request;
    call.inputs = inputs;
    call.output = out;
    const auto answer = m_caller->call(call);
    if (!answer)
        return std::unexpected(failureOf(answer.error()));
    DecodedFrame decoded;
    decoded.partial = answer->bytes.startsWith("partial");
    decoded.note = QString::fromLatin1(answer->bytes.mid(8));
    return decoded;
}

} // namespace Chartline
