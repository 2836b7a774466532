// SPDX-License-Identifier: Apache-2.0
#include "imaging/ThumbnailMaker.h"

#include "decode/Presentation.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_side = 192; // sharp on a fine display

// The middle instance alone: no series is read for its picture.
QImage thumbnailOf(const SeriesInfo &series, const std::shared_ptr<const InstanceBytes> &bytes,
                   const FrameDecoder &decoder)
{
    QList<InstanceInfo> pictures;
    for (const InstanceInfo &instance : series.instances) {
        if (instance.frames > 0 && !instance.image.isEmpty())
            pictures.append(instance);
    }
    if (pictures.isEmpty())
        return {};
    SeriesInfo one;
    one.header = series.header;
    one.instances = {pictures[pictures.size() / 2]};
    const LaidOutSeriesPtr laid = layOutSeries(one, bytes);
    if (laid->images.empty())
        return {};
    const int index = laid->images.front().frames / 2;
    const VolumeLoader loader(laid->images, *laid->source, decoder);
    const auto frame = loader.loadFrame({0, index});
    auto presentation = Presentation::of(laid->images.front(), index);
    if (!frame || !presentation)
        return {};
    presentation->setVoi(presentation->defaultVoi(frame->samples));
    QImage image(frame->format.columns, frame->format.rows, QImage::Format_RGB888);
    if (image.isNull()
        || !presentation->paint(frame->samples, PictureFormat::Rgb, {image.bits(), std::size_t(image.sizeInBytes())},
                                image.bytesPerLine()))
        return {};
    return image.scaled(s_side, s_side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

} // namespace

ThumbnailMaker::ThumbnailMaker(ImagingService &service, std::shared_ptr<const FrameDecoder> decoder, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_decoder(std::move(decoder))
    , m_cancel(std::make_shared<std::atomic_bool>(false))
{ }

ThumbnailMaker::~ThumbnailMaker()
{
    *m_cancel = true;
}

void ThumbnailMaker::stop()
{
    *m_cancel = true;
    m_cancel = std::make_shared<std::atomic_bool>(false);
    ++m_request;
    m_waiting.clear();
    m_done.clear();
    m_running = false;
}

void ThumbnailMaker::make(PersonId person, const QList<StudyInfo> &studies)
{
    m_person = person;
    for (const StudyInfo &study : studies) {
        for (const SeriesInfo &series : study.series) {
            const QString &uid = series.header.seriesUid;
            if (series.pictures > 0 && !m_done.contains(uid) && !m_waiting.contains(uid))
                m_waiting.append(uid);
        }
    }
    if (!m_running)
        next();
}

void ThumbnailMaker::next()
{
    m_running = !m_waiting.isEmpty();
    if (!m_running)
        return;
    const QString uid = m_waiting.takeFirst();
    m_done.insert(uid);
    const quint64 request = ++m_request;
    m_service.series(uid, m_person).then(this, [this, uid, request](const Result<SeriesInfo> &series) {
        if (request == m_request)
            opened(uid, series, request);
    });
}

void ThumbnailMaker::opened(const QString &seriesUid, const Result<SeriesInfo> &series, quint64 request)
{
    auto bytes = m_service.bytes();
    if (!series || !bytes) {
        next();
        return;
    }
    const QPointer<ThumbnailMaker> self(this);
    QThreadPool::globalInstance()->start(
        [self, seriesUid, request, info = *series, bytes = std::move(*bytes), decoder = m_decoder, cancel = m_cancel] {
            const QImage image = cancel->load() ? QImage() : thumbnailOf(info, bytes, *decoder);
            QMetaObject::invokeMethod(
                qApp,
                [self, seriesUid, request, image] {
                    if (!self || self->m_request != request)
                        return;
                    if (!image.isNull())
                        Q_EMIT self->made(seriesUid, image);
                    self->next();
                },
                Qt::QueuedConnection);
        },
        -1); // behind what is being looked at
}

} // namespace Chartline::Ui
