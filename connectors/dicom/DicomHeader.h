// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Dataset.h"

#include <memory>

class DcmDataset;

namespace Chartline::Dicom {

// A data set parsed by DCMTK. Meant for a process of its own (app/worker): give it only what DicomScanner wrote
// (DicomScan::header), whose structure is sound.
class DicomHeader
{
public:
    // Sets DCMTK up, and loads everything it reads from files (its dictionary, the tables of character sets), so that a
    // process can be locked away before it parses anything. parse() does it where it was not done. Any number of times.
    static void prepare();

    // InputNotWellFormed {detail}; IoFailed where there is no dictionary on this machine.
    [[nodiscard]] static Result<DicomHeader> parse(QByteArrayView part10WithoutPixels);
    ~DicomHeader();
    DicomHeader(DicomHeader &&) noexcept;
    DicomHeader &operator=(DicomHeader &&) noexcept;

    [[nodiscard]] DcmDataset &dataset();
    // All of it as plain values. Numbers up to 1 024 of an element as values, bytes up to 64 KiB; an encapsulated
    // document whole. Text of elements with a wrong VR (OB, UN) is read as what the dictionary says.
    [[nodiscard]] Dataset tree() const;

private:
    struct Private;
    explicit DicomHeader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace Chartline::Dicom
