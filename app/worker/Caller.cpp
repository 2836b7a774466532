// SPDX-License-Identifier: Apache-2.0
#include "worker/Caller.h"

namespace Chartline::Worker {

QByteArray failureName(FailureCode code)
{
    switch (code) {
    case FailureCode::Refused: return "refused";
    case FailureCode::Threw: return "threw";
    case FailureCode::OutOfMemory: return "out-of-memory";
    case FailureCode::UnknownOp: return "unknown-op";
    case FailureCode::Lost: return "lost";
    case FailureCode::TimedOut: return "timed-out";
    case FailureCode::Cancelled: return "cancelled";
    case FailureCode::TooLarge: return "too-large";
    case FailureCode::Protocol: return "protocol";
    case FailureCode::Unavailable: return "unavailable";
    case FailureCode::Closed: return "closed";
    }
    return "unknown";
}

QByteArray Failure::text() const
{
    QByteArray text = failureName(code);
    if (!reason.isEmpty())
        text += ": " + reason;
    if (!detail.isEmpty())
        text += ": " + detail;
    if (signal != 0)
        text += ": signal " + QByteArray::number(signal);
    if (exitStatus >= 0)
        text += ": exit " + QByteArray::number(exitStatus);
    return text;
}

Expected<void> checkLimits(const Call &call)
{
    const auto tooLarge = [](const char *what) { return fail(FailureCode::TooLarge, what); };
    if (call.op.isEmpty() || call.op.size() > s_maxOpSize)
        return tooLarge("op");
    if (call.bytes.size() > s_maxRequestSize)
        return tooLarge("request");
    if (call.inputs.size() > std::size_t(s_maxInputs))
        return tooLarge("inputs");
    qsizetype total = 0;
    for (const QByteArrayView input : call.inputs) {
        if (input.size() > s_maxInputsSize - total)
            return tooLarge("inputs");
        total += input.size();
    }
    if (call.output.size() > std::size_t(s_maxOutputSize))
        return tooLarge("output");
    return {};
}

} // namespace Chartline::Worker
