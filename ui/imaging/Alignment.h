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
    // Lays them over each other by their middles, to go on by hand; nothing is measured.
    void startByHand(const Imaging::VolumePtr &current, const Imaging::VolumePtr &prior);
    // Moves the prior as it is seen over the current study: by mm (LPS), then turned about an axis through a point,
    // degrees, right-handed. What had been measured no longer holds.
    struct Nudge
    {
        Imaging::Vec3 mm{0, 0, 0};
        Imaging::Vec3 axis{0, 0, 1};
        double degrees = 0;
        Imaging::Vec3 about{0, 0, 0};
    };
    void nudge(const Nudge &by);
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
    bool m_byHand = false;
    int m_percent = 0;
};

} // namespace Chartline::Ui
