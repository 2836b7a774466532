// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/LaidOutSeries.h"
#include "volume/VolumeLoader.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <atomic>
#include <memory>

namespace Chartline::Ui {

// Opens one series: lays it out, brings its first picture, then its volume, all off the thread of the window. Answers
// of an earlier request are dropped; destroying the loader stops it.
class SeriesLoader : public QObject
{
    Q_OBJECT

public:
    SeriesLoader(std::shared_ptr<const InstanceBytes> bytes, std::shared_ptr<const Imaging::FrameDecoder> decoder,
                 QObject *parent = nullptr);
    ~SeriesLoader() override;

    void open(const SeriesInfo &series);
    // Needs the layout. The volume of one point in time (of a 4D stack); those of the same stack that were shown before
    // are kept, as many as fit. Until it is there the one before it stays.
    void loadVolume(int stack, int point = 0);
    void loadFrame(const Imaging::FrameRef &ref);
    // Stops what is running; what was loaded stays.
    void stop();

    [[nodiscard]] const LaidOutSeriesPtr &series() const { return m_series; }
    [[nodiscard]] int stack() const { return m_stack; }
    [[nodiscard]] int point() const { return m_point; }
    [[nodiscard]] const Imaging::VolumePtr &volume() const { return m_volume; }
    // The point in time of the volume that is there, which may be the one before.
    [[nodiscard]] int volumePoint() const { return m_volumePoint; }
    // From open() to the first picture, and to the volume; -1: not yet.
    [[nodiscard]] qint64 firstFrameMs() const { return m_firstFrameMs; }
    [[nodiscard]] qint64 volumeMs() const { return m_volumeMs; }

Q_SIGNALS:
    void laidOut();
    void frameLoaded(const std::shared_ptr<const Chartline::Imaging::LoadedFrame> &frame);
    void frameFailed(const Chartline::Imaging::FrameRef &ref, const Chartline::Imaging::Failure &failure);
    void progress(int done, int all);
    void volumeLoaded();
    void volumeFailed(const Chartline::Imaging::Failure &failure);

private:
    void keep(int point, const Imaging::VolumePtr &volume);

    std::shared_ptr<const InstanceBytes> m_bytes;
    std::shared_ptr<const Imaging::FrameDecoder> m_decoder;
    std::shared_ptr<std::atomic_bool> m_cancel;
    LaidOutSeriesPtr m_series;
    Imaging::VolumePtr m_volume;
    int m_stack = -1;
    int m_point = 0;
    int m_volumePoint = 0;
    std::shared_ptr<std::atomic_bool> m_volumeCancel; // of the volume that is being loaded
    QHash<int, Imaging::VolumePtr> m_kept; // of the stack, by point
    QList<int> m_order; // of m_kept, oldest first
    QElapsedTimer m_timer;
    qint64 m_firstFrameMs = -1;
    qint64 m_volumeMs = -1;
};

} // namespace Chartline::Ui
