// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingHandlers.h"

#include "decode/Describe.h"
#include "decode/LocalFrameDecoder.h"
#include "dicom/DicomHeader.h"
#include "imaging/ObjectHandlers.h"

#include <QCborArray>
#include <QCborValue>
#include <array>
#include <utility>

namespace Chartline {

namespace {

using namespace Imaging;
using Worker::HandlerFailure;
using Worker::HandlerReply;
using Worker::HandlerRequest;
using Worker::HandlerResult;

constexpr std::array s_failures{std::pair{FailureCode::Cancelled, "cancelled"},
                                std::pair{FailureCode::Truncated, "truncated"},
                                std::pair{FailureCode::Corrupt, "corrupt"},
                                std::pair{FailureCode::UnsupportedTransferSyntax, "transfer-syntax"},
                                std::pair{FailureCode::UnsupportedPixels, "pixels"},
                                std::pair{FailureCode::TooLarge, "too-large"},
                                std::pair{FailureCode::NotAnImage, "no-image"},
                                std::pair{FailureCode::OutOfMemory, "memory"},
                                std::pair{FailureCode::Internal, "internal"}};

QCborArray fragmentsOf(const PixelLayout &layout)
{
    QCborArray list;
    for (const auto &fragment : layout.fragments) {
        list.append(fragment.offset);
        list.append(fragment.length);
    }
    return list;
}

std::unexpected<HandlerFailure> failed(const Failure &failure)
{
    return std::unexpected(HandlerFailure{ImagingOps::failureName(failure.code), failure.detail.toLatin1()});
}

HandlerReply describeHandler(const HandlerRequest &request)
{
    const auto asked = ImagingOps::describeRequest(request.bytes);
    if (!asked || request.inputs.size() != 1)
        return std::unexpected(HandlerFailure{"protocol", {}});
    auto header = Dicom::DicomHeader::parse(request.inputs.front());
    if (!header) {
        const QString detail = header.error().args.value(0);
        return std::unexpected(HandlerFailure{errorCodeName(header.error().code).toLatin1(), detail.toLatin1()});
    }
    ImagingOps::DescribeReply reply;
    reply.dataset = header->tree().toBytes();
    if (asked->hasPixels) {
        const auto image = describe(header->dataset(), asked->transferSyntax, asked->layout);
        if (image)
            reply.image = image->toBytes();
        else
            reply.unreadable = QString::fromLatin1(ImagingOps::failureName(image.error().code));
    }
    return HandlerResult{ImagingOps::toBytes(reply), 0};
}

HandlerReply decodeHandler(const HandlerRequest &request)
{
    quint32 frame = 0;
    if (request.bytes.size() < qsizetype(sizeof frame))
        return std::unexpected(HandlerFailure{"protocol", {}});
    const auto image = ImageDescription::fromBytes(request.bytes.sliced(sizeof frame).toByteArray());
    if (!image)
        return std::unexpected(HandlerFailure{"protocol", {}});
    memcpy(&frame, request.bytes.data(), sizeof frame);
    std::vector<QByteArray> data;
    data.reserve(request.inputs.size());
    for (const QByteArrayView input : request.inputs)
        data.push_back(QByteArray::fromRawData(input.data(), input.size()));
    const auto decoded = LocalFrameDecoder().decode(*image, int(frame), data, request.output);
    if (!decoded)
        return failed(decoded.error());
    HandlerResult result;
    result.outputUsed = qsizetype(request.output.size());
    if (decoded->partial)
        result.bytes = "partial " + decoded->note.left(200).toLatin1();
    return result;
}

} // namespace

Worker::Handlers imagingHandlers()
{
    Worker::Handlers handlers;
    handlers.byOp.insert(ImagingOps::describe, describeHandler);
    handlers.byOp.insert(ImagingOps::decode, decodeHandler);
    handlers.prepare.emplace_back([] { Dicom::DicomHeader::prepare(); });
    addObjectHandlers(handlers);
    return handlers;
}

namespace ImagingOps {

QByteArray failureName(FailureCode code)
{
    for (const auto &[known, name] : s_failures) {
        if (known == code)
            return name;
    }
    return "internal";
}

FailureCode failureCode(QByteArrayView name)
{
    for (const auto &[code, known] : s_failures) {
        if (name == QByteArrayView(known))
            return code;
    }
    return FailureCode::Internal;
}

PixelLayout layoutOf(const Dicom::DicomScan &scan)
{
    const Dicom::PixelPlace &place = scan.pixels;
    PixelLayout layout;
    layout.encapsulated = place.encapsulated;
    layout.deflated = place.deflated;
    layout.bigEndian = place.bigEndian;
    layout.dataSetOffset = scan.dataSetOffset;
    layout.vrOtherWord = place.vrOtherWord;
    layout.offset = place.offset;
    layout.length = place.length;
    layout.fragments.reserve(place.fragments.size());
    for (const auto &fragment : place.fragments)
        layout.fragments.push_back({fragment.offset, fragment.length});
    layout.firstFragment = place.firstFragment;
    return layout;
}

QByteArray toBytes(const DescribeRequest &request)
{
    const PixelLayout &layout = request.layout;
    QCborArray first;
    for (const qint32 index : layout.firstFragment)
        first.append(index);
    return QCborArray{request.transferSyntax,
                      request.hasPixels,
                      layout.encapsulated,
                      layout.deflated,
                      layout.bigEndian,
                      layout.vrOtherWord,
                      layout.offset,
                      layout.length,
                      layout.dataSetOffset,
                      fragmentsOf(layout),
                      first}
        .toCborValue()
        .toCbor();
}

std::optional<DescribeRequest> describeRequest(QByteArrayView bytes)
{
    const QCborArray parts = QCborValue::fromCbor(QByteArray::fromRawData(bytes.data(), bytes.size())).toArray();
    if (parts.size() != 11)
        return std::nullopt;
    DescribeRequest request;
    request.transferSyntax = parts.at(0).toString();
    request.hasPixels = parts.at(1).toBool();
    PixelLayout &layout = request.layout;
    layout.encapsulated = parts.at(2).toBool();
    layout.deflated = parts.at(3).toBool();
    layout.bigEndian = parts.at(4).toBool();
    layout.vrOtherWord = parts.at(5).toBool();
    layout.offset = parts.at(6).toInteger();
    layout.length = parts.at(7).toInteger();
    layout.dataSetOffset = parts.at(8).toInteger();
    const QCborArray fragments = parts.at(9).toArray();
    for (qsizetype i = 0; i + 1 < fragments.size(); i += 2)
        layout.fragments.push_back({fragments.at(i).toInteger(), fragments.at(i + 1).toInteger()});
    for (const auto &index : parts.at(10).toArray())
        layout.firstFragment.push_back(qint32(index.toInteger()));
    return request;
}

QByteArray toBytes(const DescribeReply &reply)
{
    return QCborArray{reply.dataset, reply.image, reply.unreadable}.toCborValue().toCbor();
}

std::optional<DescribeReply> describeReply(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborArray parts = QCborValue::fromCbor(bytes, &error).toArray();
    if (error.error != QCborError::NoError || parts.size() != 3 || !parts.at(0).isByteArray()
        || !parts.at(1).isByteArray() || !parts.at(2).isString())
        return std::nullopt;
    return DescribeReply{parts.at(0).toByteArray(), parts.at(1).toByteArray(), parts.at(2).toString().left(64)};
}

} // namespace ImagingOps

} // namespace Chartline
