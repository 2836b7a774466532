// SPDX-License-Identifier: Apache-2.0
#include "imaging/StudyObjects.h"

#include "imaging/StudyText.h"
#include "imaging/VaultByteSource.h"
#include "viewmodels/ErrorText.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_mostObjects = 256; // of a series
constexpr int s_perSeries = 1000; // orders

bool hasObjects(const SeriesInfo &series)
{
    return std::ranges::any_of(series.instances,
                               [](const InstanceInfo &instance) { return isDicomObject(instance.sopClass); });
}

QSet<QString> instancesOf(const StudyInfo &study)
{
    QSet<QString> uids;
    for (const SeriesInfo &series : study.series) {
        uids.insert(series.header.seriesUid);
        for (const InstanceInfo &instance : series.instances)
            uids.insert(instance.sopUid);
    }
    return uids;
}

bool refersTo(const SeriesInfo &series, const QSet<QString> &uids)
{
    return std::ranges::any_of(series.instances, [&](const InstanceInfo &instance) {
        return std::ranges::any_of(instance.refersTo, [&](const QString &uid) { return uids.contains(uid); });
    });
}

// Everything that takes long, on a thread of its own.
Expected<StudyObjectPtr> readObject(const SeriesInfo &series, const InstanceInfo &instance,
                                    const std::shared_ptr<const InstanceBytes> &bytes, const ObjectReader &reader,
                                    const FrameDecoder &decoder, const std::atomic_bool *cancel)
{
    const RecordId record = instance.record;
    auto object = reader.read([&](qint64 offset, qint64 length) -> Expected<QByteArray> {
        if (cancel->load())
            return failure(FailureCode::Cancelled);
        auto piece = bytes->read(record, offset, length);
        if (!piece)
            return failure(FailureCode::SourceUnreadable, errorCodeName(piece.error().code));
        return std::move(*piece);
    });
    if (!object)
        return std::unexpected(object.error());
    auto read = std::make_shared<StudyObject>();
    read->seriesUid = series.header.seriesUid;
    read->record = record;
    read->object = std::move(*object);
    if (const auto *segmentation = std::get_if<SegmentationInfo>(&read->object)) {
        const auto image = ImageDescription::fromBytes(instance.image);
        if (image) {
            const VaultByteSource source(bytes, {record}, {*image});
            auto labels = loadSegments(*segmentation, *image, source, decoder, cancel);
            if (labels)
                read->labels = std::move(*labels);
            else
                read->failure = labels.error();
        } else {
            read->failure = image.error();
        }
    } else if (const auto *structures = std::get_if<StructureSet>(&read->object)) {
        for (const Roi &roi : structures->rois)
            read->slicers.emplace_back(roi);
    }
    return read;
}

} // namespace

StudyObjects::StudyObjects(ImagingService &service, std::shared_ptr<const ObjectReader> reader,
                           std::shared_ptr<const FrameDecoder> decoder, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_reader(std::move(reader))
    , m_decoder(std::move(decoder))
    , m_cancel(std::make_shared<std::atomic_bool>(false))
{ }

StudyObjects::~StudyObjects()
{
    *m_cancel = true;
}

void StudyObjects::close()
{
    *m_cancel = true;
    m_cancel = std::make_shared<std::atomic_bool>(false);
    m_waiting = 0;
    m_objects.clear();
    m_order.clear();
    m_problems.clear();
    Q_EMIT changed();
}

void StudyObjects::open(PersonId person, const StudyInfo &study, const QList<StudyInfo> &all)
{
    close();
    if (!m_reader)
        return;
    m_person = person;
    const QSet<QString> own = instancesOf(study);
    int order = 0;
    for (const SeriesInfo &series : study.series) {
        if (hasObjects(series))
            readSeries(order++ * s_perSeries, series);
    }
    for (const StudyInfo &other : all) {
        for (const SeriesInfo &series : other.series) {
            if (other.uid != study.uid && hasObjects(series) && refersTo(series, own))
                readSeries(order++ * s_perSeries, series);
        }
    }
}

void StudyObjects::readSeries(int order, const SeriesInfo &series)
{
    ++m_waiting;
    // Listed studies come without what is needed to draw.
    m_service.series(series.header.seriesUid, m_person)
        .then(this, [this, order, cancel = m_cancel](const Result<SeriesInfo> &whole) {
            if (cancel->load())
                return;
            const auto bytes = m_service.bytes();
            if (!whole || !bytes) {
                done(errorText(whole ? bytes.error() : whole.error()));
                return;
            }
            int at = order;
            int left = 0;
            for (const InstanceInfo &instance : whole->instances) {
                if (!isDicomObject(instance.sopClass))
                    continue;
                if (at < order + s_mostObjects)
                    read({at++, *whole, instance}, *bytes);
                else
                    ++left;
            }
            done(left > 0 ? tr("%1: %n object(s) of it are not read here: there are too many.", nullptr, left)
                                .arg(StudyText::series(*whole))
                          : QString());
        });
}

void StudyObjects::read(const Wanted &wanted, const std::shared_ptr<const InstanceBytes> &bytes)
{
    ++m_waiting;
    const QPointer<StudyObjects> self(this);
    QThreadPool::globalInstance()->start(
        [self, wanted, bytes, reader = m_reader, decoder = m_decoder, cancel = m_cancel] {
            Expected<StudyObjectPtr> object = failure(FailureCode::OutOfMemory);
            try {
                object = readObject(wanted.series, wanted.instance, bytes, *reader, *decoder, cancel.get());
            } catch (const std::bad_alloc &) {
                object = failure(FailureCode::OutOfMemory);
            }
            QMetaObject::invokeMethod(
                qApp,
                [self, wanted, cancel, object = std::move(object)]() mutable {
                    if (!self || cancel->load())
                        return;
                    if (object)
                        self->add(wanted.order, std::move(*object));
                    self->done(object ? QString()
                                      : tr("%1: %2").arg(StudyText::series(wanted.series),
                                                         StudyText::failure(object.error())));
                },
                Qt::QueuedConnection);
        });
}

void StudyObjects::add(int order, StudyObjectPtr object)
{
    const auto at = std::ranges::upper_bound(m_order, order) - m_order.begin();
    m_order.insert(m_order.begin() + at, order);
    m_objects.insert(m_objects.begin() + at, std::move(object));
}

void StudyObjects::done(const QString &problem)
{
    --m_waiting;
    if (!problem.isEmpty())
        m_problems.append(problem);
    Q_EMIT changed();
}

} // namespace Chartline::Ui
