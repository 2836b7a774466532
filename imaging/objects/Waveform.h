// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectCommon.h"

namespace Chartline::Imaging {

// One channel of a waveform (PS3.3 C.10.9). A value in its unit is sample · scale + offset.
struct WaveformChannel
{
    QString label; // Channel Label
    QString source; // "Lead V1": meaning of the channel's source
    // "I", "aVR", "V3R", where the source or the label is a lead of an ECG; in full where it is made of some ("-aVR",
    // "I - II"); else empty.
    QString lead;
    QString units; // UCUM: "uV", "mV"; empty: not calibrated, the values mean nothing but each other
    double scale = 1; // Channel Sensitivity × Correction Factor
    double offset = 0; // Channel Baseline
    double skew = 0; // s after the group's first sample
    std::optional<double> lowHz; // Filter Low Frequency: what is slower was damped
    std::optional<double> highHz;
    std::optional<double> notchHz;
    std::vector<qint32> samples; // as stored
    bool operator==(const WaveformChannel &) const = default;

    [[nodiscard]] double value(std::size_t index) const { return samples[index] * scale + offset; }
};

// Channels that were sampled together.
struct WaveformGroup
{
    QString label; // "RHYTHM", "MEDIAN"
    QString originality; // ORIGINAL, DERIVED
    double rate = 0; // samples a second; positive
    double start = 0; // s, Multiplex Group Time Offset
    std::optional<qint32> padding; // sample that means "nothing here"
    std::vector<WaveformChannel> channels; // all with the same number of samples
    bool operator==(const WaveformGroup &) const = default;

    [[nodiscard]] std::size_t samples() const { return channels.empty() ? 0 : channels.front().samples.size(); }
    [[nodiscard]] double seconds() const { return rate > 0 ? double(samples()) / rate : 0; }
};

// A remark on a waveform, or a measurement of it.
struct WaveformAnnotation
{
    QString name; // "QT Interval"; empty for a remark
    QString value; // "410 ms", or the words
    int group = 0; // 1-based; 0: the whole
    int channel = 0; // 1-based; 0: all of the group
    std::vector<qint64> samples; // positions, 1-based
    bool operator==(const WaveformAnnotation &) const = default;
};

struct Waveform
{
    ObjectIdentity identity;
    QString modality; // "ECG", "HD"
    std::vector<WaveformGroup> groups;
    int groupsLeftOut = 0; // behind those that were read
    std::vector<WaveformAnnotation> annotations;
    bool operator==(const Waveform &) const = default;
};

} // namespace Chartline::Imaging
