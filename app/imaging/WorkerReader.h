// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"
#include "dicom/DicomReader.h"
#include "worker/Caller.h"

#include <memory>

namespace Chartline {

// Parses data sets in a separate process.
class WorkerReader final : public Dicom::DicomReader
{
public:
    explicit WorkerReader(std::shared_ptr<Worker::Caller> caller)
        : m_caller(std::move(caller))
    { }
    [[nodiscard]] Result<Dicom::DicomReading> read(const Dicom::DicomScan &scan) const override;

private:
    std::shared_ptr<Worker::Caller> m_caller;
};

// Decodes frames in a separate process.
class WorkerDecoder final : public Imaging::FrameDecoder
{
public:
    explicit WorkerDecoder(std::shared_ptr<Worker::Caller> caller)
        : m_caller(std::move(caller))
    { }
    [[nodiscard]] Imaging::Expected<Imaging::DecodedFrame> decode(const Imaging::ImageDescription &image, int frame,
                                                                  std::span<const QByteArray> data,
                                                                  std::span<std::byte> out) const override;

private:
    std::shared_ptr<Worker::Caller> m_caller;
};

} // namespace Chartline
