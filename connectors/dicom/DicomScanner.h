// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/DicomScan.h"
#include "dicom/ScanInput.h"
#include "dicom/TransferSyntaxes.h"

namespace Chartline::Dicom {

class DataSetWalk;

// Reads the structure of one DICOM file from front to back before any parser sees it: Part 10 files with and without
// preamble, bare data sets, every transfer syntax. Pixel values are read and dropped; memory is bounded by
// ScanLimits::headerBytes and what it takes to list fragments, whatever the file's size or claims.
//
// Read although not by the book, as what is meant is certain: no preamble; a data set in another encoding than stated
// (as its elements read well in one only); VRs unknown or missing; wrong group lengths; odd lengths; delimiters in
// spite of defined lengths; an element repeated with the same value; some zeros behind the data set. All of it is in
// DicomScan::notes where it could matter.
class DicomScanner
{
public:
    // `advance` as in ScanInput.
    explicit DicomScanner(ByteStream &stream, std::function<bool(qint64)> advance = {}, const ScanLimits &limits = {});

    // InputEmpty; InputNotHealthData where it is no DICOM file; InputTruncated {place}, InputNotWellFormed {place and
    // detail}, InputDuplicateKey {tag}, InputTooDeep {limit}, InputTooLarge {limit}, InputTooManyPixels {limit}; the
    // stream's errors; Cancelled. Reads the stream to its end. Once for each object.
    [[nodiscard]] Result<DicomScan> scan();
    // How far scan() came: "byte 5120", "byte 5120 of the inflated data set".
    [[nodiscard]] QString where() const { return m_where; }

    // Whether the first bytes of a file are those of a DICOM file: beyond doubt, or as far as they tell. `size`: of the
    // file, -1 where not known.
    enum class Likeness : quint8 { None, Bare, Certain };
    [[nodiscard]] static Likeness likeness(QByteArrayView head, qint64 size);

private:
    [[nodiscard]] Status start(DicomScan &scan);
    [[nodiscard]] Status readMeta(DicomScan &scan);
    [[nodiscard]] Status readMetaElement(const ElementHead &head, DicomScan &scan);
    [[nodiscard]] Status readPlain(DicomScan &scan);
    [[nodiscard]] Status readDeflated(DicomScan &scan);
    [[nodiscard]] Status read(DataSetWalk &walk, DicomScan &scan) const;

    const ScanLimits m_limits;
    ScanInput m_input;
    std::optional<Encoding> m_bare; // of a data set without file meta information
    qint64 m_metaEnd = -1; // as the group length says
    QString m_where;
};

} // namespace Chartline::Dicom
