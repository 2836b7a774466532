// SPDX-License-Identifier: Apache-2.0
#include "dicom/DicomConnector.h"

#include "dicom/DicomScanner.h"
#include "dicom/InflateStream.h"
#include "dicom/TransferSyntaxes.h"
#include "dicom/mapping/Mappings.h"
#include "ingest/MemoryStream.h"
#include "ingest/Sha256.h"

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

// Hashes and counts what passes through.
class HashingStream final : public ByteStream
{
public:
    explicit HashingStream(ByteStream &input)
        : m_input(input)
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        CHARTLINE_ASSIGN(const qint64 count, m_input.read(buffer));
        hash.add(QByteArrayView(buffer.data(), count));
        total += count;
        return count;
    }
    [[nodiscard]] qint64 size() const override { return m_input.size(); }

    Sha256 hash;
    qint64 total = 0;

private:
    ByteStream &m_input;
};

// The scan; its error says the place where that is not in it yet.
Result<DicomScan> scanned(ByteStream &input, std::function<bool(qint64)> advance)
{
    DicomScanner scanner(input, std::move(advance));
    auto scan = scanner.scan();
    if (scan)
        return scan;
    Error error = scan.error();
    if (error.code == ErrorCode::InputTooDeep || error.code == ErrorCode::InputTooLarge
        || error.code == ErrorCode::InputTooManyPixels || error.code == ErrorCode::InputDuplicateKey)
        error.args.append(scanner.where());
    return std::unexpected(error);
}

// The bytes of a value that the scan of the same file left out.
Result<QByteArray> omittedBytes(QByteArrayView file, const DicomScan &scan, const OmittedValue &value)
{
    MemoryStream stream(file);
    ScanInput input(stream);
    QByteArray bytes;
    if (!transferSyntax(scan.transferSyntax).deflated) {
        CHARTLINE_TRY(input.skip(value.offset));
        CHARTLINE_TRY(input.copy(value.length, bytes));
        return bytes;
    }
    CHARTLINE_TRY(input.skip(scan.dataSetOffset));
    InflateStream deflated(input, ScanLimits().inflatedBytes);
    ScanInput inflated(deflated);
    CHARTLINE_TRY(inflated.skip(value.offset));
    CHARTLINE_TRY(inflated.copy(value.length, bytes));
    return bytes;
}

} // namespace

DicomConnector::DicomConnector(std::shared_ptr<const DicomReader> reader)
    : m_reader(std::move(reader))
{ }

ConnectorInfo DicomConnector::info() const
{
    return {.id = u"dicom"_s, .name = u"DICOM"_s, .mapperVersion = 2, .worldwideIds = true};
}

Sniff DicomConnector::sniff(QByteArrayView head, const QString &name) const
{
    switch (DicomScanner::likeness(head, -1)) {
    case DicomScanner::Likeness::Certain: return Sniff::Yes;
    case DicomScanner::Likeness::Bare: return Sniff::Maybe;
    case DicomScanner::Likeness::None: break;
    }
    // Cannot be read, but the refusal can say why.
    const bool byName =
        name.endsWith(".dcm"_L1, Qt::CaseInsensitive) || name.endsWith(".dicom"_L1, Qt::CaseInsensitive);
    return byName ? Sniff::Maybe : Sniff::No;
}

Status DicomConnector::read(ByteStream &input, const QString &name, ReadMode mode, RecordSink &sink) const
{
    Q_UNUSED(name)
    // No file tells of people by ids of its own: see patientKey().
    if (mode == ReadMode::People)
        return {};
    HashingStream whole(input);
    CHARTLINE_ASSIGN(const DicomScan scan, scanned(whole, [&sink](qint64 bytes) { return sink.advance(bytes); }));
    if (mode == ReadMode::Check)
        return {};
    CHARTLINE_ASSIGN(const DicomReading reading, m_reader->read(scan));
    MappedRecord record;
    record.source.length = whole.total;
    record.source.sha256 = whole.hash.result();
    record.source.format = u"dicom"_s;
    mapFile(scan, reading, record);
    sink.accept(std::move(record));
    return sink.advance(whole.total) ? Status() : Status(fail(ErrorCode::Cancelled));
}

Result<MappedRecord> DicomConnector::map(QByteArrayView bytes, const SourceRecord &stored) const
{
    MemoryStream stream(bytes);
    CHARTLINE_ASSIGN(const DicomScan scan, scanned(stream, {}));
    CHARTLINE_ASSIGN(const DicomReading reading, m_reader->read(scan));
    MappedRecord record;
    record.source = stored;
    record.source.length = bytes.size();
    record.source.sha256 = Sha256::of(bytes);
    mapFile(scan, reading, record);
    if (const OmittedValue *document = leftOutDocument(scan)) {
        CHARTLINE_ASSIGN(QByteArray content, omittedBytes(bytes, scan, *document));
        addLeftOutDocument(std::move(content), reading.dataset, record);
    }
    return record;
}

} // namespace Chartline::Dicom
