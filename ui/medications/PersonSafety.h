// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/SafetyCalls.h"

namespace Chartline::Ui {

// The review of the person whose record is open, read once for all views of it. Answers that come after another person
// was opened, after a newer question, or after the vault locked, are dropped.
class PersonSafety : public QObject
{
    Q_OBJECT

public:
    enum class State : quint8 { None, Loading, Ready, Failed };

    explicit PersonSafety(SafetyCalls calls, QObject *parent = nullptr);

    void open(PersonId person);
    // Reads again; the review before is shown until the answer is there.
    void reload();
    // Drops everything of the person.
    void close();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] PersonId person() const { return m_person; }
    // Null unless Ready, or Loading again.
    [[nodiscard]] const SafetyReviewPtr &review() const { return m_review; }
    [[nodiscard]] const Error &error() const { return m_error; }
    [[nodiscard]] const SafetyCalls &calls() const { return m_calls; }

    void acknowledge(const Safety::SafetyAlert &alert, const QString &reason, const QString &comment);
    void withdraw(const QString &alert);

Q_SIGNALS:
    void changed();
    // An acknowledgement, or its withdrawal, could not be written.
    void writingFailed(const QString &alert, const Chartline::Error &error);

private:
    void load();
    void written(quint64 visit, const QString &alert, const Status &status);

    SafetyCalls m_calls;
    PersonId m_person;
    State m_state = State::None;
    SafetyReviewPtr m_review;
    Error m_error;
    quint64 m_request = 0; // the newest; older answers are dropped
    quint64 m_visit = 0; // counts the records opened and closed
};

} // namespace Chartline::Ui
