// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Tags.h"

#include <QByteArray>
#include <QList>
#include <QStringList>
#include <optional>
#include <vector>

namespace Chartline::Dicom {

// Where the pixel data lie in the received file (or, where `deflated`, in its inflated data set, which begins at
// DicomScan::dataSetOffset of the file). The fields are those of Imaging::PixelLayout.
struct PixelPlace
{
    struct Fragment
    {
        qint64 offset = 0; // of the first byte of its value
        qint64 length = 0;
        bool operator==(const Fragment &) const = default;
    };
    bool encapsulated = false;
    bool deflated = false;
    bool bigEndian = false; // of the pixel data: native samples have to be swapped
    bool vrOtherWord = true; // native pixel data of VR OW (else OB: matters for big endian only)
    qint64 offset = 0; // native: of the value
    qint64 length = 0; // native: its length; encapsulated: sum of the fragments
    std::vector<Fragment> fragments; // encapsulated: without the Basic Offset Table item
    // Encapsulated: the first fragment of each frame, in order; as many as frames. Empty where they could not be told
    // apart (DicomScan::pixelProblem says so).
    std::vector<qint32> firstFragment;
    bool operator==(const PixelPlace &) const = default;
};

// A compressed frame that does not look complete (see looksComplete()): only decoding tells.
struct DoubtfulFrame
{
    int frame = 0;
    QByteArray bytes; // its fragments, joined
    bool operator==(const DoubtfulFrame &) const = default;
};

// A value too large for the header (more than 16 MiB): its element was left out.
struct OmittedValue
{
    Tag tag = 0;
    qint64 offset = 0; // as in PixelPlace
    qint64 length = 0;
    bool nested = false; // within a sequence
    bool operator==(const OmittedValue &) const = default;
};

// What the scanner found out about one DICOM file.
struct DicomScan
{
    // A Part 10 file of its own: preamble, a minimal file meta information, and every element of the data set with its
    // value as received, but for pixel data (at any depth), group lengths, and values too large. Written so that a
    // parser has nothing to guess: sequences and items with delimiters, only the standard's VRs (an element without a
    // usable VR among explicit ones is UN), and as transfer syntax the encoding it is written in: Implicit or Explicit
    // VR Little Endian, or Explicit VR Big Endian.
    QByteArray header;
    QString transferSyntax; // as the file states; where it states none, what its encoding amounts to
    QString sopClass; // of the data set, else of the file meta information
    QString sopInstance;
    bool isDicomDir = false;
    qint64 dataSetOffset = 0; // in the file: of the data set's first byte, or of the deflated data

    bool hasPixels = false; // Pixel Data, Float Pixel Data or Double Float Pixel Data at the top level
    PixelPlace pixels;
    int frames = 0; // 0: no pixels
    // Why there is no picture although the file is sound and one is described or there, as a stable English key:
    // "no-pixel-data" (lost, or removed on purpose), "pixels-elsewhere" (on a JPIP server), "no-dimensions",
    // "frames-not-found", "transfer-syntax-differs" (compressed pixels in a native one or the other way round),
    // "transfer-syntax-unknown", "video". Empty otherwise.
    QString pixelProblem;

    std::optional<DoubtfulFrame> doubtful; // the first of them, of at most ScanLimits::frameBytes

    QList<OmittedValue> omitted;
    // What was untidy but safe to read: "no-preamble", "trailing-bytes", "frame-count-unreadable", "pixel-data-longer"…
    QStringList notes;
};

// The most a scan accepts. The defaults are the program's limits (ARCHITECTURE.md, "Untrusted input").
struct ScanLimits
{
    int depth = 32; // sequences in sequences
    qint64 elements = 1'000'000; // elements, items and fragments
    qint64 headerBytes = 64LL * 1024 * 1024;
    qint64 valueBytes = 16LL * 1024 * 1024; // of a value that goes into the header
    qint64 frameBytes = 16LL * 1024 * 1024; // of a compressed frame that is looked at as a whole
    qint64 inflatedBytes = 512LL * 1024 * 1024;
    qint64 pixels = 1LL << 28; // of a frame
    qint64 samples = 1LL << 33; // of an instance
};

} // namespace Chartline::Dicom
