// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/InputWindow.h"
#include "fhir/RecordMaker.h"

namespace Chartline::Fhir {

// Reads one FHIR file of any shape from a stream, in bounded memory (the largest single resource and 1 MiB), and hands
// its records to a sink: tells JSON, XML and NDJSON apart and gives the work to the splitter for it.
//
// NDJSON is known by its name (.ndjson, .jsonl) or by its first line: a complete object with a resourceType, and a
// second line.
class BundleSplitter
{
public:
    BundleSplitter(ByteStream &input, const QString &name, ReadMode mode, RecordSink &sink);

    // An error refuses the file as a whole: what the sink was given has to be taken back.
    [[nodiscard]] Status run();

private:
    [[nodiscard]] Status lines();
    [[nodiscard]] Status json();
    [[nodiscard]] bool firstLineIsWhole();
    [[nodiscard]] Status notStructured(bool named);
    [[nodiscard]] Status finish(Status status);

    RecordMaker m_maker;
    ReadContext m_context;
    InputWindow m_window;
    QString m_name;
};

} // namespace Chartline::Fhir
