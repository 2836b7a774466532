// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/Waveform.h"

#include <QString>
#include <vector>

namespace Chartline::Ui {

// How fast the paper runs, mm/s, and how high a millivolt is, mm.
struct EcgScale
{
    double speed = 25;
    double gain = 10;
    bool operator==(const EcgScale &) const = default;
};

// A piece of one channel on the paper; mm from its top left corner.
struct EcgTrace
{
    int channel = 0;
    QString name;
    double x = 0; // of the first sample
    double y = 0; // of the channel's middle value
    double from = 0; // s after the group's first sample
    double seconds = 0;
    double perUnit = 0; // mm up for one of the channel's units
    double middle = 0; // the channel's median: drawn at y
    bool isVoltage = true; // a calibration pulse stands before the first of a row
    bool startsRow = false;
};

struct EcgPage
{
    int group = 0;
    double width = 0; // mm
    double height = 0;
    double top = 0; // of the first row
    double rowHeight = 0;
    bool isStandard = false; // three rows of four leads and a rhythm strip
    std::vector<EcgTrace> traces;
};

// Lays out waveforms on paper: twelve leads as I aVR V1 V4, II aVL V2 V5, III aVF V3 V6, a quarter of the time each,
// with lead II below them all along; anything else one channel below the other. A page has ten seconds.
[[nodiscard]] std::vector<EcgPage> layOutEcg(const Imaging::Waveform &waveform, const EcgScale &scale);

// Millivolts of one of a channel's units; nothing where that is no voltage.
[[nodiscard]] std::optional<double> millivolts(const QString &units);

} // namespace Chartline::Ui
