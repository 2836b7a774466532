// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/InputWindow.h"
#include "fhir/RecordMaker.h"

namespace Chartline::Fhir {

// One resource a line. A bad line is refused by its number and the others land; line ends LF or CRLF, blank lines are
// nothing.
class NdjsonSplitter
{
public:
    NdjsonSplitter(InputWindow &window, RecordMaker &maker, ReadContext &context);

    // From the next byte, the start of line 1. Fails only with the stream.
    [[nodiscard]] Status run();

private:
    void line(Span span);
    void bundle(const Span &span, const QString &where);

    InputWindow &m_window;
    RecordMaker &m_maker;
    ReadContext &m_context;
    qint64 m_number = 0;
};

} // namespace Chartline::Fhir
