// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingSide.h"

#include "imaging/PictureContent.h"
#include "imaging/StudyText.h"
#include "imaging/VolumeContent.h"
#include "viewmodels/ErrorText.h"

namespace Chartline::Ui {

using namespace Imaging;

ImagingSide::ImagingSide(ImagingService &service, std::shared_ptr<const FrameDecoder> decoder, QObject *parent)
    : QObject(parent)
    , m_service(service)
    , m_decoder(std::move(decoder))
{ }

ImagingSide::~ImagingSide() = default;

const LaidOutSeriesPtr &ImagingSide::series() const
{
    static const LaidOutSeriesPtr none;
    return m_loader ? m_loader->series() : none;
}

const Stack *ImagingSide::stack() const
{
    return series() && m_stack >= 0 ? &series()->stacks[std::size_t(m_stack)] : nullptr;
}

const VolumePtr &ImagingSide::volume() const
{
    static const VolumePtr none;
    return m_loader ? m_loader->volume() : none;
}

const ImageDescription *ImagingSide::firstImage() const
{
    if (m_given)
        return &m_givenPatient;
    return series() && !series()->images.empty() ? &series()->images.front() : nullptr;
}

void ImagingSide::tell(const QString &words, bool isError)
{
    m_message = words;
    m_isError = isError;
    Q_EMIT messageChanged();
}

void ImagingSide::close()
{
    ++m_request;
    delete m_loader;
    m_study = {};
    m_seriesUid.clear();
    m_stack = -1;
    m_point = 0;
    m_pictures.reset();
    m_given.reset();
    tell({});
    Q_EMIT contentChanged();
    Q_EMIT stackChanged();
}

void ImagingSide::showContent(std::shared_ptr<ImageContent> content, const ImageDescription &patient)
{
    m_given = std::move(content);
    m_givenPatient = patient;
    tell({});
    Q_EMIT contentChanged();
}

void ImagingSide::open(PersonId person, const StudyInfo &study, const QString &seriesUid)
{
    close();
    m_study = study;
    m_seriesUid = seriesUid;
    tell(tr("Opening…"));
    auto bytes = m_service.bytes();
    if (!bytes) {
        tell(errorText(bytes.error()), true);
        return;
    }
    m_loader = new SeriesLoader(std::move(*bytes), m_decoder, this);
    connect(m_loader, &SeriesLoader::laidOut, this, &ImagingSide::laidOut);
    connect(m_loader, &SeriesLoader::frameLoaded, this, &ImagingSide::frameLoaded);
    connect(m_loader, &SeriesLoader::frameFailed, this, &ImagingSide::frameFailed);
    connect(m_loader, &SeriesLoader::progress, this,
            [this](int done, int all) { tell(all > 0 ? tr("Loading… %1 %").arg(100 * done / all) : tr("Loading…")); });
    connect(m_loader, &SeriesLoader::volumeLoaded, this, [this] {
        m_pictures.reset();
        tell({});
        Q_EMIT contentChanged();
        Q_EMIT stackChanged();
    });
    connect(m_loader, &SeriesLoader::volumeFailed, this, [this](const Failure &failure) {
        tell(StudyText::failure(failure), true);
        Q_EMIT contentChanged();
    });
    const quint64 request = ++m_request;
    m_service.series(seriesUid, person).then(this, [this, request](const Result<SeriesInfo> &series) {
        if (request == m_request)
            seriesRead(series);
    });
}

void ImagingSide::seriesRead(const Result<SeriesInfo> &series)
{
    if (series)
        m_loader->open(*series);
    else
        tell(errorText(series.error()), true);
}

void ImagingSide::laidOut()
{
    Q_EMIT opened();
    if (m_given)
        return;
    if (series()->stacks.empty()) {
        const bool unreadable = !series()->unreadable.isEmpty();
        tell(unreadable ? tr("The images of this series are of a kind this version does not read (%1).")
                              .arg(series()->unreadable.first())
                        : tr("This series has no pictures."),
             unreadable);
        Q_EMIT contentChanged();
        return;
    }
    chooseStack(0);
}

void ImagingSide::chooseStack(int stack, int point)
{
    if (!series() || stack < 0 || std::size_t(stack) >= series()->stacks.size())
        return;
    const Stack &chosen = series()->stacks[std::size_t(stack)];
    const bool sameStack = stack == m_stack && volume();
    m_stack = stack;
    m_point = std::clamp(point, 0, int(chosen.points.size()) - 1);
    if (sameStack) {
        // Another point in time: the one that is shown stays until it is there, and says so.
        tell(tr("Loading…"));
        m_loader->loadVolume(stack, m_point);
        return;
    }
    m_pictures = std::make_shared<PictureContent>(series(), stack, m_point);
    m_pictures->needed = [this](const FrameRef &ref) {
        if (m_loader)
            m_loader->loadFrame(ref);
    };
    tell(tr("Loading…"));
    if (chosen.kind == Stack::Kind::Volume)
        m_loader->loadVolume(stack, m_point);
    else
        m_pictures->request(0);
    Q_EMIT contentChanged();
    Q_EMIT stackChanged();
}

void ImagingSide::frameLoaded(const std::shared_ptr<const LoadedFrame> &frame)
{
    if (!m_pictures)
        return;
    const bool first = m_pictures->isEmpty();
    m_pictures->add(frame);
    const Stack *chosen = stack();
    if (chosen && chosen->kind == Stack::Kind::Pictures)
        tell({});
    if (first)
        Q_EMIT contentChanged();
    else
        Q_EMIT pictureChanged();
}

void ImagingSide::frameFailed(const FrameRef &ref, const Failure &failure)
{
    if (!m_pictures)
        return;
    m_pictures->addFailure(ref, failure);
    if (m_pictures->isEmpty())
        tell(StudyText::failure(failure), true);
    Q_EMIT pictureChanged();
}

std::shared_ptr<ImageContent> ImagingSide::content(Cut cut) const
{
    if (m_given)
        return cut == Cut::Native ? m_given : nullptr;
    if (volume())
        return std::make_shared<VolumeContent>(volume(), cut);
    // Before the volume is there its first picture stands for it, but only as it was taken.
    if (m_pictures && !m_pictures->isEmpty() && cut == Cut::Native)
        return m_pictures;
    return nullptr;
}

QStringList ImagingSide::notes() const
{
    QStringList keys;
    if (const Stack *chosen = stack())
        keys += chosen->notes;
    if (volume()) {
        keys += volume()->notes;
        if (volume()->modality == QLatin1StringView("PT") && !volume()->unitsNote.isEmpty())
            keys.append(volume()->unitsNote);
    }
    keys.removeDuplicates();
    QStringList words;
    for (const QString &key : std::as_const(keys)) {
        if (const QString text = StudyText::note(key); !text.isEmpty() && !words.contains(text))
            words.append(text);
    }
    if (series() && !series()->unreadable.isEmpty())
        words.append(tr("%n image(s) of this series cannot be shown.", nullptr, int(series()->unreadable.size())));
    if (series() && series()->info.copies > 0)
        words.append(tr("%n further version(s) of these images were received; the first is shown.", nullptr,
                        series()->info.copies));
    return words;
}

} // namespace Chartline::Ui
