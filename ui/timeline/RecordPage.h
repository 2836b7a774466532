// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RecordService.h"
#include "theme/Theme.h"

#include <QPointer>
#include <QWidget>

namespace Chartline::Ui {

class PersonSafety;
class RecordView;
class SourceDialog;

// The record of one person, read from the open vault. Answers that come after another person was opened, or after the
// record was closed, are dropped.
class RecordPage : public QWidget
{
    Q_OBJECT

public:
    // `safety`: of the same person; null: no safety cards.
    RecordPage(RecordService &records, const Theme &theme, QWidget *parent = nullptr, PersonSafety *safety = nullptr);

    void openPerson(PersonId person);
    void openFact(PersonId person, FactId fact);
    void showTimeline();
    void showList();
    // What a source sent, verbatim, in a window of its own.
    void openSource(RecordId record);
    // Drops everything of the person: the vault locks, or another person follows.
    void closeRecord();
    // Reads the same person again (after an import); what is selected and in view stays.
    void reload();
    [[nodiscard]] PersonId person() const { return m_person; }

    // Shows a record that was made elsewhere.
    void setRecord(PersonRecordPtr record);
    [[nodiscard]] RecordView *view() const { return m_view; }

Q_SIGNALS:
    void titleChanged(const QString &title);
    void recordShown(const Chartline::PersonRecordPtr &record);
    void imagesRequested(Chartline::FactId fact); // of an imaging study
    void importRequested();

private:
    void load(bool quiet);
    void loadDetail(FactId fact);

    RecordService &m_records;
    const Theme &m_theme;
    RecordView *m_view;
    PersonId m_person;
    FactId m_wanted; // to be selected once the record is there
    quint64 m_request = 0; // the newest; older answers are dropped
    QPointer<SourceDialog> m_source;
};

} // namespace Chartline::Ui
