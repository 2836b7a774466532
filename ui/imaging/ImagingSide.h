// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageContent.h"
#include "imaging/SeriesLoader.h"

#include <QPointer>

namespace Chartline::Ui {

class PictureContent;

// One of the two things that can be looked at side by side: a series being opened or open. Gives views what they draw.
class ImagingSide : public QObject
{
    Q_OBJECT

public:
    ImagingSide(ImagingService &service, std::shared_ptr<const Imaging::FrameDecoder> decoder,
                QObject *parent = nullptr);
    ~ImagingSide() override;

    void open(PersonId person, const StudyInfo &study, const QString &seriesUid);
    void close();
    // Of a series with several stacks (volumes, pictures), and of a 4D stack one point.
    void chooseStack(int stack, int point = 0);

    [[nodiscard]] const StudyInfo &study() const { return m_study; }
    [[nodiscard]] const QString &seriesUid() const { return m_seriesUid; }
    [[nodiscard]] bool isOpen() const { return !m_seriesUid.isEmpty(); }
    [[nodiscard]] const LaidOutSeriesPtr &series() const;
    [[nodiscard]] const Imaging::Stack *stack() const;
    [[nodiscard]] int stackIndex() const { return m_stack; }
    [[nodiscard]] int point() const { return m_point; }
    [[nodiscard]] const Imaging::VolumePtr &volume() const;
    [[nodiscard]] SeriesLoader *loader() const { return m_loader; }
    // What the image itself says of the patient; empty until the layout is there.
    [[nodiscard]] const Imaging::ImageDescription *firstImage() const;
    // Something else to look at than images, and what it says of the patient; until the side is closed.
    void showContent(std::shared_ptr<ImageContent> content, const Imaging::ImageDescription &patient);
    // What a view draws now: the volume, or the pictures that are there so far; null: nothing yet.
    [[nodiscard]] std::shared_ptr<ImageContent> content(Cut cut) const;
    // The words in a view that has no content: progress, or why there is none. Empty: nothing to say.
    [[nodiscard]] const QString &message() const { return m_message; }
    [[nodiscard]] bool isError() const { return m_isError; }
    // What has to be told about how it is shown, in words.
    [[nodiscard]] QStringList notes() const;

Q_SIGNALS:
    void opened(); // laid out: caption and patient are known
    void contentChanged(); // views have to ask again
    void pictureChanged(); // views have to draw again
    void messageChanged();
    void stackChanged(); // what the series is split into, or what of it is shown

private:
    void seriesRead(const Result<SeriesInfo> &series);
    void laidOut();
    void frameLoaded(const std::shared_ptr<const Imaging::LoadedFrame> &frame);
    void frameFailed(const Imaging::FrameRef &ref, const Imaging::Failure &failure);
    void tell(const QString &words, bool isError = false);

    ImagingService &m_service;
    std::shared_ptr<const Imaging::FrameDecoder> m_decoder;
    QPointer<SeriesLoader> m_loader;
    StudyInfo m_study;
    QString m_seriesUid;
    quint64 m_request = 0;
    int m_stack = -1;
    int m_point = 0;
    std::shared_ptr<PictureContent> m_pictures;
    std::shared_ptr<ImageContent> m_given;
    Imaging::ImageDescription m_givenPatient;
    QString m_message;
    bool m_isError = false;
};

} // namespace Chartline::Ui
