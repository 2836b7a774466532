// SPDX-License-Identifier: Apache-2.0
#include "timeline/RecordPage.h"

#include "timeline/RecordView.h"
#include "timeline/SourceDialog.h"
#include "timeline/TimelineView.h"
#include "viewmodels/ErrorText.h"

#include <QVBoxLayout>

namespace Chartline::Ui {

RecordPage::RecordPage(RecordService &records, const Theme &theme, QWidget *parent, PersonSafety *safety)
    : QWidget(parent)
    , m_records(records)
    , m_theme(theme)
    , m_view(new RecordView(theme, this, safety))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    connect(m_view, &RecordView::detailRequested, this, &RecordPage::loadDetail);
    connect(m_view, &RecordView::sourceRequested, this, &RecordPage::openSource);
    connect(m_view, &RecordView::imagesRequested, this, &RecordPage::imagesRequested);
    connect(m_view, &RecordView::importRequested, this, &RecordPage::importRequested);
    connect(m_view, &RecordView::retryRequested, this, [this] {
        if (m_person)
            load(false);
    });
}

void RecordPage::openPerson(PersonId person)
{
    m_wanted = {};
    if (person == m_person && m_view->record()) {
        load(true);
        return;
    }
    closeRecord();
    m_person = person;
    load(false);
}

void RecordPage::openFact(PersonId person, FactId fact)
{
    if (person == m_person && m_view->record() && m_view->openFact(fact))
        return;
    openPerson(person);
    m_wanted = fact;
}

void RecordPage::reload()
{
    if (m_person)
        load(true);
}

void RecordPage::load(bool quiet)
{
    const quint64 request = ++m_request;
    if (!quiet)
        m_view->setLoading();
    m_records.open(m_person).then(this, [this, request](const Result<PersonRecordPtr> &record) {
        if (request != m_request)
            return;
        if (!record) {
            m_view->setError(ErrorText::text(record.error()));
            return;
        }
        setRecord(*record);
        if (m_wanted)
            m_view->openFact(std::exchange(m_wanted, FactId()));
    });
}

void RecordPage::setRecord(PersonRecordPtr record)
{
    if (record) {
        m_person = record->person.id;
        Q_EMIT titleChanged(record->person.name);
    }
    m_view->setRecord(record, QDateTime::currentDateTime());
    Q_EMIT recordShown(record);
}

void RecordPage::loadDetail(FactId fact)
{
    const quint64 request = m_request;
    m_records.fact(fact).then(this, [this, request, fact](const Result<FactDetail> &detail) {
        if (request != m_request)
            return;
        if (detail)
            m_view->setDetail(*detail);
        else
            m_view->setDetailError(fact, ErrorText::text(detail.error()));
    });
}

void RecordPage::openSource(RecordId record)
{
    if (m_source)
        m_source->close();
    m_source = new SourceDialog(m_theme, this);
    m_source->open();
    m_records.source(record).then(m_source.data(), [dialog = m_source](const Result<SourceText> &source) {
        if (!dialog)
            return;
        if (source)
            dialog->setSource(*source);
        else
            dialog->setError(ErrorText::text(source.error()));
    });
}

void RecordPage::showTimeline()
{
    m_view->showTimeline();
}

void RecordPage::showList()
{
    m_view->showList();
}

void RecordPage::closeRecord()
{
    ++m_request;
    m_person = {};
    m_wanted = {};
    if (m_source)
        delete m_source.data();
    m_view->clear();
    Q_EMIT titleChanged({});
}

} // namespace Chartline::Ui
