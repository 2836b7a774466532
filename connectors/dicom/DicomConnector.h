// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/DicomReader.h"
#include "ingest/Connector.h"

#include <memory>

namespace Chartline::Dicom {

// DICOM files: images, reports, documents, everything else that is one data set a file, and the DICOMDIR of a CD.
//
// A file is one record: type as in mapping/SopClasses.h, id its SOP Instance UID, format "dicom". The record says what
// the instance says of its study and series (`instance`, and a Clinical::ImagingStudy as the first value, which makes
// no fact: the study's is made of all its instances), whose it is (`patient`, `subject`), and for reports and documents
// what they say, with a fact of its own. A DICOMDIR has no meaning but its `companions`.
class DicomConnector final : public Connector
{
public:
    // `reader` parses what the scanner lets through.
    explicit DicomConnector(std::shared_ptr<const DicomReader> reader);

    [[nodiscard]] ConnectorInfo info() const override;
    [[nodiscard]] Sniff sniff(QByteArrayView head, const QString &name) const override;
    [[nodiscard]] Status read(ByteStream &input, const QString &name, ReadMode mode, RecordSink &sink) const override;
    [[nodiscard]] Result<MappedRecord> map(QByteArrayView bytes, const SourceRecord &stored) const override;

private:
    std::shared_ptr<const DicomReader> m_reader;
};

} // namespace Chartline::Dicom
