// SPDX-License-Identifier: Apache-2.0
#include "worker/Dispatch.h"

#include <algorithm>
#include <new>
#include <typeinfo>

namespace Chartline::Worker {

namespace {

Outcome checked(HandlerReply &&reply, const HandlerRequest &request)
{
    if (!reply) {
        Failure failure;
        failure.code = FailureCode::Refused;
        failure.reason = plainAscii(reply.error().reason, s_maxReason);
        failure.detail = plainAscii(reply.error().detail, s_maxDetail);
        return std::unexpected(std::move(failure));
    }
    if (reply->bytes.size() > s_maxReplySize)
        return fail(FailureCode::TooLarge, "reply");
    if (reply->outputUsed < 0 || std::size_t(reply->outputUsed) > request.output.size())
        return fail(FailureCode::Protocol, "output");
    return *std::move(reply);
}

} // namespace

Outcome dispatch(const Handlers &handlers, QByteArrayView op, const HandlerRequest &request)
{
    try {
        const auto handler = handlers.byOp.constFind(op.toByteArray());
        if (handler == handlers.byOp.constEnd() || !*handler)
            return fail(FailureCode::UnknownOp);
        return checked((*handler)(request), request);
    } catch (const std::bad_alloc &) {
        return fail(FailureCode::OutOfMemory);
    } catch (const std::exception &exception) {
        // The type only: what() may quote the file.
        return fail(FailureCode::Threw, plainAscii(typeid(exception).name(), s_maxDetail));
    } catch (...) {
        return fail(FailureCode::Threw);
    }
}

QByteArray plainAscii(QByteArrayView text, qsizetype limit)
{
    QByteArray plain = text.first(std::min(text.size(), limit)).toByteArray();
    for (char &c : plain) {
        if (c < ' ' || c > '~')
            c = '?';
    }
    return plain;
}

} // namespace Chartline::Worker
