// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/DicomScan.h"
#include "dicom/ScanInput.h"
#include "dicom/TransferSyntaxes.h"

namespace Chartline::Dicom {

// Finds out where the pixels of one data set are, and whether they are as many as it says.
class PixelScan
{
public:
    PixelScan(const ScanLimits &limits, const TransferSyntax &syntax);

    // An element of the top level that describes pixels; others are ignored.
    void take(const ElementHead &head, QByteArrayView value);
    // The pixel data of the top level: consumes their value, or their fragments up to the delimiter. `end`: of what
    // encloses them, -1 where not known. `elements`: how many more items may come; counted down.
    [[nodiscard]] Status takePixels(const ElementHead &head, ScanInput &input, qint64 end, qint64 &elements);
    [[nodiscard]] bool isPresent() const { return m_present; }
    // Compressed frames that nobody asked for (of an icon).
    [[nodiscard]] static Status skipFragments(ScanInput &input, qint64 end, qint64 &elements);

    // The whole data set has been read: checks, and fills in what the scan says of pixels.
    [[nodiscard]] Status finish(DicomScan &scan);

private:
    [[nodiscard]] Status readFragments(ScanInput &input, qint64 end, qint64 &elements);
    [[nodiscard]] Status checkDimensions() const;
    [[nodiscard]] Status checkNative(DicomScan &scan);
    [[nodiscard]] qint64 frameBits() const;
    [[nodiscard]] Status findFrames(DicomScan &scan);
    [[nodiscard]] bool framesFromTable(qint64 frames);
    [[nodiscard]] bool framesFromOffsets(const std::vector<quint64> &offsets);
    [[nodiscard]] Status takeFragment(ScanInput &input, qint64 length);
    void endProbe();
    void noteDoubtful(DicomScan &scan);
    void framesOneEach(std::vector<qint32> &starts, bool withCodestreamOnly) const;

    const ScanLimits &m_limits;
    TransferSyntax m_syntax;
    PixelPlace m_place;
    bool m_present = false;
    qint64 m_elsewhere = 0; // Pixel Data Provider URL: the pixels are on a server
    qint64 m_pixelsAt = 0;
    Tag m_tag = 0;
    qint64 m_rows = 0;
    qint64 m_columns = 0;
    qint64 m_samples = 0;
    qint64 m_bits = 0;
    qint64 m_frames = 1;
    bool m_framesUnreadable = false;
    bool m_subsampled = false; // YBR_FULL_422: two samples a pixel on average
    qint64 m_tableBase = 0; // where Basic Offset Table offsets count from
    std::vector<quint64> m_basicTable;
    std::vector<quint64> m_extendedTable;
    std::vector<bool> m_startsCodestream; // for each fragment
    // The frame being read, kept until it looks complete; only the first that does not is kept on.
    QByteArray m_probe;
    std::size_t m_probeFragment = 0;
    bool m_probing = false;
    std::optional<DoubtfulFrame> m_doubtful; // `frame`: its first fragment
};

} // namespace Chartline::Dicom
