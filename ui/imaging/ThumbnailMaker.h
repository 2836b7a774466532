// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/SeriesLoader.h"

#include <QImage>
#include <QObject>

namespace Chartline::Ui {

// Small pictures of series, one after the other, off the window's thread: the middle picture of each.
class ThumbnailMaker : public QObject
{
    Q_OBJECT

public:
    ThumbnailMaker(ImagingService &service, std::shared_ptr<const Imaging::FrameDecoder> decoder,
                   QObject *parent = nullptr);
    ~ThumbnailMaker() override;

    // After what is already waiting. A series that was made is not made again.
    void make(PersonId person, const QList<StudyInfo> &studies);
    void stop(); // and forgets

Q_SIGNALS:
    void made(const QString &seriesUid, const QImage &image);

private:
    void next();
    void opened(const QString &seriesUid, const Result<SeriesInfo> &series, quint64 request);

    ImagingService &m_service;
    std::shared_ptr<const Imaging::FrameDecoder> m_decoder;
    std::shared_ptr<std::atomic_bool> m_cancel;
    PersonId m_person;
    QStringList m_waiting;
    QSet<QString> m_done;
    quint64 m_request = 0;
    bool m_running = false;
};

} // namespace Chartline::Ui
