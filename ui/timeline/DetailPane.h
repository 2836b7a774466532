// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RecordService.h"
#include "theme/Theme.h"
#include "viewmodels/FactSources.h"

#include <QFrame>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace Chartline::Ui {

// Everything known of the selected fact: first what the snapshot says, at once; then every witness's own words.
class DetailPane : public QFrame
{
    Q_OBJECT

public:
    explicit DetailPane(const Theme &theme, QWidget *parent = nullptr);

    void setSources(const FactSources &sources);
    void setFact(const Fact &fact); // shown at once
    void setDetail(const FactDetail &detail); // ignored when another fact is shown by now
    void setError(FactId fact, const QString &words);
    void clear();
    [[nodiscard]] FactId shownFact() const { return m_fact.id; }
    // All words on it, for tests and screen readers.
    [[nodiscard]] QString plainText() const;

Q_SIGNALS:
    void sourceRequested(RecordId record);
    void closeRequested();
    void imagesRequested(FactId fact); // the fact is a study whose images are in the vault

private:
    void restart();
    void addHeading();
    void addNotices();
    void addWitnesses(const QList<WitnessDetail> &details);
    void addSections(const FactDetail &detail);
    void addAttachments(const FactDetail &detail);
    void addVersions(const FactDetail &detail);
    void addCaption(const QString &words);
    QLabel *addText(const QString &words, bool muted = false);
    void addRow(const QString &label, const QString &text, const QString &codes);
    void save(const Clinical::Attachment &attachment);

    const Theme &m_theme;
    FactSources m_sources;
    Fact m_fact;
    QScrollArea *m_scroll;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
    QLabel *m_status = nullptr;
    QString m_referenceRange;
};

} // namespace Chartline::Ui
