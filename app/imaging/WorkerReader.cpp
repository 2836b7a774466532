// SPDX-License-Identifier: Apache-2.0
#include "imaging/WorkerReader.h"

#include "imaging/ImagingHandlers.h"

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

} // namespace

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
