// SPDX-License-Identifier: Apache-2.0
// The scanner of DICOM files: never crashes, never gives more than its limits, places pixels only inside the input, and
// what it gives reads the same however the bytes come. Then the same bytes as what a worker process sends back.
#include "dicom/Dataset.h"
#include "dicom/DicomScanner.h"
#include "ingest/MemoryStream.h"

#include <cstdint>
#include <cstdlib>

using namespace Chartline;
using namespace Chartline::Dicom;

namespace {

// Gives seven bytes at a time.
class SlowStream final : public ByteStream
{
public:
    explicit SlowStream(QByteArrayView bytes)
        : m_inner(bytes)
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        return m_inner.read(buffer.first(std::min<std::size_t>(buffer.size(), 7)));
    }
    [[nodiscard]] qint64 size() const override { return m_inner.size(); }

private:
    MemoryStream m_inner;
};

void require(bool condition)
{
    if (!condition)
        std::abort();
}

ScanLimits smallLimits()
{
    ScanLimits limits;
    limits.elements = 20'000;
    limits.headerBytes = 1024 * 1024;
    limits.valueBytes = 64 * 1024;
    limits.inflatedBytes = 2 * 1024 * 1024;
    return limits;
}

void checkPlaces(const DicomScan &scan, qint64 size)
{
    if (scan.pixels.deflated)
        size = smallLimits().inflatedBytes;
    require(scan.pixels.length >= 0 && scan.pixels.offset >= 0);
    if (!scan.pixels.encapsulated)
        require(scan.pixels.offset + scan.pixels.length <= size);
    qint64 last = 0;
    for (const PixelPlace::Fragment &fragment : scan.pixels.fragments) {
        require(fragment.offset >= last && fragment.length >= 0);
        last = fragment.offset + fragment.length;
    }
    require(last <= size);
    qint32 before = -1;
    for (const qint32 first : scan.pixels.firstFragment) {
        require(first > before && std::size_t(first) < scan.pixels.fragments.size());
        before = first;
    }
    if (scan.pixels.encapsulated && scan.pixelProblem.isEmpty())
        require(scan.pixels.firstFragment.size() == std::size_t(scan.frames));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const ScanLimits limits = smallLimits();
    MemoryStream stream(bytes);
    const auto scan = DicomScanner(stream, {}, limits).scan();
    if (!scan)
        require(scan.error().code != ErrorCode::None && scan.error().code != ErrorCode::Cancelled);
    if (scan) {
        require(scan->header.size() < limits.headerBytes + 2 * limits.valueBytes + 64 * limits.elements);
        checkPlaces(*scan, qint64(size));
        SlowStream slow(bytes);
        const auto again = DicomScanner(slow, {}, limits).scan();
        require(again && again->header == scan->header && again->pixels == scan->pixels);
        // What the scanner wrote is tidy: scanned again it gives the same, without pixels.
        MemoryStream header(scan->header);
        const auto tidy = DicomScanner(header, {}, limits).scan();
        require(tidy && tidy->header == scan->header && !tidy->hasPixels);
    }
    if (const auto dataset = Dataset::fromBytes(bytes))
        require(*Dataset::fromBytes(dataset->toBytes()) == *dataset);
    return 0;
}
