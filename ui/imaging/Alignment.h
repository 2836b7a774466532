// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Vectors.h"
#include "registration/Registration.h"

#include <QObject>
#include <memory>

namespace Chartline::Ui {

// Lays a prior over the current study: the same frame of reference needs no computing; anything else is registered off
// the window's thread, can be stopped, and is only in force when it passes its own check.
class AlignmentJob : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { None, Running, Aligned, Refused, Failed };

    explicit AlignmentJob(QObject *parent = nullptr);
    ~AlignmentJob() override;

    void start(const Imaging::VolumePtr &current, const Imaging::VolumePtr &prior);
    void stop(); // and forgets what there was
    [[nodiscard]] State state() const { return m_state; }
    // In force; nothing otherwise.
    [[nodiscard]] std::optional<Imaging::Affine> fixedToMoving() const;
    [[nodiscard]] const Imaging::Alignment &result() const { return m_result; }
    // "Aligned, 0.8 mm", "Not aligned: too little overlap", "Aligning… 40 %"; empty: not asked for.
    [[nodiscard]] QString words() const;
    // A push by hand, mm and degrees about the middle of the current study; keeps to what was found.
    void nudge(const Imaging::Vec3 &mm, const Imaging::Vec3 &degrees, const Imaging::Vec3 &about);
    [[nodiscard]] bool isNudged() const { return m_nudged; }

Q_SIGNALS:
    void changed();

private:
    void finished(const Imaging::Expected<Imaging::Alignment> &alignment);

    State m_state = State::None;
    std::shared_ptr<std::atomic_bool> m_cancel;
    Imaging::Alignment m_result;
    Imaging::Failure m_failure;
    bool m_sameFrame = false;
    bool m_nudged = false;
    int m_percent = 0;
};

} // namespace Chartline::Ui
