// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/Waveform.h"

#include <QString>
#include <QStringList>
#include <functional>
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

// Words on the paper; mm from its top left corner to where their base line begins.
struct EcgRemark
{
    double x = 0;
    double y = 0;
    double width = 0; // there is for them
    QString text;
};

struct EcgPage
{
    int group = 0;
    double width = 0; // mm
    double height = 0;
    double top = 0; // of the first row
    double rowHeight = 0;
    bool isStandard = false; // three rows of four leads and a rhythm strip
    bool isList = false; // nothing but remarks
    std::vector<EcgTrace> traces;
    std::vector<EcgRemark> remarks;
};

struct EcgLayout
{
    std::vector<EcgPage> pages;
    // What there is no page for, because of what a layout may hold or because it was not read.
    double secondsLeftOut = 0; // at the end of a group
    int groupsLeftOut = 0;
};

// Lays out waveforms on paper, ten seconds to a page. Twelve leads of eight seconds and more: I aVR V1 V4, II aVL V2
// V5, III aVF V3 V6, a quarter of the time each, with lead II below them all along; what other channels there are on
// pages of their own. Less than eight seconds: each channel whole, in up to four columns. Anything else one below the
// other.
[[nodiscard]] EcgLayout layOutEcg(const Imaging::Waveform &waveform, const EcgScale &scale);

// What a channel is called on paper.
[[nodiscard]] QString channelName(const Imaging::WaveformChannel &channel);

// Millivolts of one of a channel's units; nothing where that is no voltage.
[[nodiscard]] std::optional<double> millivolts(const QString &units);

// What placing words takes.
struct EcgWords
{
    std::function<double(const QString &)> width; // mm
    std::function<QString(int remarks, int page)> more; // that there are more, on a page counted from 1
    std::function<QString(int remarks)> leftOut; // that more are not shown at all
};

// Puts remarks on the pages of a group, `before` of others precede them: below the leads as many as there is room for.
// Where those are not all, all of them are on pages of their own behind.
void placeRemarks(std::vector<EcgPage> &pages, const QStringList &remarks, const EcgWords &words, int before);

} // namespace Chartline::Ui
