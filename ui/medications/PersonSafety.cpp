// SPDX-License-Identifier: Apache-2.0
#include "medications/PersonSafety.h"

namespace Chartline::Ui {

PersonSafety::PersonSafety(SafetyCalls calls, QObject *parent)
    : QObject(parent)
    , m_calls(std::move(calls))
{ }

void PersonSafety::open(PersonId person)
{
    if (person != m_person) {
        close();
        m_person = person;
    }
    load();
}

void PersonSafety::reload()
{
    if (m_person)
        load();
}

void PersonSafety::close()
{
    ++m_request;
    ++m_visit;
    m_person = {};
    m_review.reset();
    m_error = {};
    m_state = State::None;
    Q_EMIT changed();
}

void PersonSafety::load()
{
    const quint64 request = ++m_request;
    m_state = State::Loading;
    Q_EMIT changed();
    m_calls.review(m_person).then(this, [this, request](const Result<SafetyReviewPtr> &review) {
        if (request != m_request)
            return;
        // A review of before the failure would pass for one of now.
        m_review = review ? *review : nullptr;
        m_error = review ? Error() : review.error();
        m_state = m_review ? State::Ready : State::Failed;
        Q_EMIT changed();
    });
}

void PersonSafety::acknowledge(const Safety::SafetyAlert &alert, const QString &reason, const QString &comment)
{
    m_calls.acknowledge(m_person, alert, reason, comment)
        .then(this, [this, visit = m_visit, id = alert.id](const Status &status) { written(visit, id, status); });
}

void PersonSafety::withdraw(const QString &alert)
{
    m_calls.withdraw(m_person, alert).then(this, [this, visit = m_visit, alert](const Status &status) {
        written(visit, alert, status);
    });
}

void PersonSafety::written(quint64 visit, const QString &alert, const Status &status)
{
    if (visit != m_visit)
        return;
    if (status)
        load();
    else
        Q_EMIT writingFailed(alert, status.error());
}

} // namespace Chartline::Ui
