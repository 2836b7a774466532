// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/JsonScanner.h"
#include "fhir/RecordMaker.h"

#include <vector>

namespace Chartline::Fhir {

// Takes one JSON document apart: a single resource is one record, a Bundle one for each entry, in whatever order the
// keys stand. Memory: the largest entry (or the whole document, where it is no Bundle).
class JsonSplitter
{
public:
    // `origin` is where the window's first byte stands in the file, `place` what the document is called there ("",
    // "line 7").
    JsonSplitter(InputWindow &window, RecordMaker &maker, ReadContext &context, qint64 origin = 0, QString place = {});

    // Reads one document from the next byte on and stops behind it. An error refuses the document as a whole: what the
    // sink was given of it has to be taken back.
    [[nodiscard]] Status run();
    // False where the document was taken apart: its bytes are not at hand any more.
    [[nodiscard]] bool isWhole() const { return !m_bundle; }
    // The document as it stood; in bytes of the window.
    [[nodiscard]] Span root() const { return m_root; }

private:
    struct Entry
    {
        Span span; // in bytes of the window, as all here
        Span resource; // length 0: none
        std::string resourceType;
        std::string fullUrl;
        bool isObject = false;
        bool hasEntries = false; // the resource has an array "entry" that is not empty
    };
    // A piece of the document that is no entry: where it stands in m_envelope, and in the window.
    struct Piece
    {
        qint64 at;
        qint64 offset;
    };

    [[nodiscard]] bool rootMember(std::string_view name);
    [[nodiscard]] bool looksLikeEntries();
    [[nodiscard]] bool entries();
    [[nodiscard]] bool scanEntry(Entry &entry);
    [[nodiscard]] bool scanResource(Entry &entry);
    void handle(const Entry &entry, const QString &where);
    void nested(const Entry &entry, const QString &where);
    [[nodiscard]] Status wrapper(const Entry &entry);
    [[nodiscard]] Status finishWhole();
    [[nodiscard]] Status finishBundle();
    [[nodiscard]] Status scanFailed();
    void keepEnvelope();
    [[nodiscard]] Span inFile(const Span &span) const { return {span.offset + m_origin, span.length}; }

    InputWindow &m_window;
    JsonScanner m_scanner;
    RecordMaker &m_maker;
    ReadContext &m_context;
    const qint64 m_origin;
    const QString m_place;
    Span m_root;
    std::string m_type;
    bool m_forced = false; // a Bundle whose entries did not look like entries
    bool m_bundle = false;
    bool m_hasEntries = false; // an array "entry" that is not empty was left whole
    bool m_tooLarge = false;
    qint64 m_count = 0;
    QByteArray m_envelope;
    std::vector<Piece> m_pieces;
};

} // namespace Chartline::Fhir
