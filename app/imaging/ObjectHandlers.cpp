// SPDX-License-Identifier: Apache-2.0
#include "imaging/ObjectHandlers.h"

#include "dicom/DicomHeader.h"
#include "imaging/ImagingHandlers.h"
#include "objects/ParseObject.h"

namespace Chartline {

namespace {

using namespace Imaging;
using Worker::HandlerFailure;
using Worker::HandlerReply;
using Worker::HandlerRequest;
using Worker::HandlerResult;

std::unexpected<HandlerFailure> failed(FailureCode code, const QByteArray &detail = {})
{
    return std::unexpected(HandlerFailure{ImagingOps::failureName(code), detail});
}

HandlerReply objectHandler(const HandlerRequest &request)
{
    if (request.inputs.size() != 1)
        return std::unexpected(HandlerFailure{"protocol", {}});
    auto header = Dicom::DicomHeader::parse(request.inputs.front());
    if (!header)
        return failed(FailureCode::Corrupt, header.error().args.value(0).toLatin1());
    const auto object = parseObject(header->dataset());
    if (!object)
        return failed(object.error().code, object.error().detail.toLatin1());
    return HandlerResult{toBytes(*object), 0};
}

} // namespace

void addObjectHandlers(Worker::Handlers &handlers)
{
    handlers.byOp.insert(ObjectOps::object, objectHandler);
}

} // namespace Chartline
