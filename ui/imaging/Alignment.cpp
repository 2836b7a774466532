// SPDX-License-Identifier: Apache-2.0
#include "imaging/Alignment.h"

#include "imaging/StudyText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <QThreadPool>
#include <cmath>
#include <numbers>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

// About an axis through the origin, by Rodrigues' formula.
Affine rotation(const Vec3 &axis, double degrees)
{
    const double angle = degrees * std::numbers::pi / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    Affine result;
    for (std::size_t i = 0; i < 3; ++i) {
        Vec3 unit{0, 0, 0};
        unit[i] = 1;
        result.columns[i] = unit * c + cross(axis, unit) * s + axis * (dot(axis, unit) * (1 - c));
    }
    return result;
}

} // namespace

AlignmentJob::AlignmentJob(QObject *parent)
    : QObject(parent)
    , m_cancel(std::make_shared<std::atomic_bool>(false))
{ }

AlignmentJob::~AlignmentJob()
{
    *m_cancel = true;
}

void AlignmentJob::stop()
{
    *m_cancel = true;
    m_cancel = std::make_shared<std::atomic_bool>(false);
    if (m_state == State::None)
        return;
    m_state = State::None;
    Q_EMIT changed();
}

void AlignmentJob::start(const VolumePtr &current, const VolumePtr &prior)
{
    stop();
    if (!current || !prior)
        return;
    m_nudged = false;
    m_byHand = false;
    m_sameFrame = !current->frameOfReference.isEmpty() && current->frameOfReference == prior->frameOfReference;
    if (m_sameFrame) {
        m_result = {};
        m_result.accepted = true;
        m_state = State::Aligned;
        Q_EMIT changed();
        return;
    }
    m_state = State::Running;
    m_percent = 0;
    const QPointer<AlignmentJob> self(this);
    QThreadPool::globalInstance()->start([self, current, prior, cancel = m_cancel] {
        const auto deliver = [&](const auto &call) {
            QMetaObject::invokeMethod(
                qApp,
                [self, cancel, call]() mutable {
                    if (self && !cancel->load())
                        call(*self);
                },
                Qt::QueuedConnection);
        };
        RegistrationOptions options;
        options.cancel = cancel.get();
        int told = 0;
        options.progress = [&](double done) {
            const int percent = int(done * 100);
            if (percent < told + 5)
                return;
            told = percent;
            deliver([percent](AlignmentJob &job) {
                job.m_percent = percent;
                Q_EMIT job.changed();
            });
        };
        deliver([result = align(*current, *prior, options)](AlignmentJob &job) { job.finished(result); });
    });
    Q_EMIT changed();
}

void AlignmentJob::finished(const Expected<Imaging::Alignment> &alignment)
{
    if (!alignment) {
        m_state = State::Failed;
        m_failure = alignment.error();
    } else {
        m_result = *alignment;
        m_state = m_result.accepted ? State::Aligned : State::Refused;
    }
    Q_EMIT changed();
}

std::optional<Affine> AlignmentJob::fixedToMoving() const
{
    return m_state == State::Aligned ? std::optional(m_result.fixedToMoving) : std::nullopt;
}

QString AlignmentJob::words() const
{
    switch (m_state) {
    case State::None: return {};
    case State::Running: return tr("Aligning… %1 %").arg(m_percent);
    case State::Aligned:
        if (m_byHand)
            return tr("Laid over by hand, not measured");
        if (m_nudged)
            return tr("Aligned, then moved by hand");
        if (m_sameFrame)
            return tr("Aligned: same frame of reference");
        return tr("Aligned, %1 mm").arg(QLocale().toString(m_result.errorMm, 'f', 1));
    case State::Refused:
        return m_result.why == FailureCode::TooLittleOverlap ? tr("Not aligned: too little overlap")
                                                             : tr("Not aligned: no trustworthy match");
    case State::Failed: return tr("Not aligned: %1").arg(StudyText::failure(m_failure));
    }
    return {};
}

void AlignmentJob::startByHand(const VolumePtr &current, const VolumePtr &prior)
{
    stop();
    if (!current || !prior)
        return;
    const auto middle = [](const Volume &volume) {
        return volume.indexToPatient.point(
            {(volume.size[0] - 1) / 2.0, (volume.size[1] - 1) / 2.0, (volume.size[2] - 1) / 2.0});
    };
    m_sameFrame = false;
    m_nudged = false;
    m_byHand = true;
    m_result = {};
    m_result.accepted = true;
    m_result.fixedToMoving.translation = middle(*prior) - middle(*current);
    m_state = State::Aligned;
    Q_EMIT changed();
}

void AlignmentJob::nudge(const Nudge &by)
{
    if (m_state != State::Aligned)
        return;
    // What is to be seen at a place has been at the place the movement brings here.
    Affine back = rotation(normalized(by.axis), -by.degrees);
    back.translation = by.about - back.direction(by.about + by.mm);
    m_result.fixedToMoving = m_result.fixedToMoving.after(back);
    m_nudged = true;
    Q_EMIT changed();
}

} // namespace Chartline::Ui
