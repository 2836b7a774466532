// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"
#include "dicom/DicomScan.h"
#include "worker/Handler.h"

namespace Chartline {

// What the separate processes do: parse data sets and decode frames. See WorkerReader and WorkerDecoder for the asking
// side.
[[nodiscard]] Worker::Handlers imagingHandlers();

namespace ImagingOps {

// Input 0: DicomScan::header. Request: what of the scan the description needs. Reply: the data set, the description of
// the picture (empty where there is none) and why it is missing.
inline constexpr char describe[] = "describe";
// Inputs: the frame's bytes in order. Request: a description of the one frame. Output: the samples. Reply: empty, or
// "partial" and a note.
inline constexpr char decode[] = "decode";

struct DescribeRequest
{
    QString transferSyntax;
    Imaging::PixelLayout layout;
    bool hasPixels = false;
};
[[nodiscard]] QByteArray toBytes(const DescribeRequest &request);
[[nodiscard]] std::optional<DescribeRequest> describeRequest(QByteArrayView bytes);

struct DescribeReply
{
    QByteArray dataset; // Dicom::Dataset::toBytes()
    QByteArray image; // Imaging::ImageDescription::toBytes()
    QString unreadable;
};
[[nodiscard]] QByteArray toBytes(const DescribeReply &reply);
// Made by a process that may have been taken over: anything odd is refused.
[[nodiscard]] std::optional<DescribeReply> describeReply(const QByteArray &bytes);

[[nodiscard]] Imaging::PixelLayout layoutOf(const Dicom::DicomScan &scan);

// The words of a failure for the way through a process boundary, and back.
[[nodiscard]] QByteArray failureName(Imaging::FailureCode code);
[[nodiscard]] Imaging::FailureCode failureCode(QByteArrayView name);

} // namespace ImagingOps

} // namespace Chartline
