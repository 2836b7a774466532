// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/EcgContent.h"
#include "imaging/SideObjects.h"

#include <QObject>
#include <functional>

class QSplitter;

namespace Chartline::Ui {

class ReportPane;

// What belongs to the images of a page without being one: overlays of both sides and their lists, waveforms, and the
// report beside.
class ImagingObjects : public QObject
{
    Q_OBJECT

public:
    explicit ImagingObjects(const Services &services, QObject *parent = nullptr);

    // The views and the report beside each other.
    [[nodiscard]] QWidget *beside(QWidget *views);
    // Both lists, one below the other; the parent takes it.
    [[nodiscard]] QWidget *lists() const { return m_lists; }
    [[nodiscard]] ReportPane *report() const { return m_report; }
    [[nodiscard]] SideObjects *current() const { return m_current; }
    [[nodiscard]] SideObjects *prior() const { return m_prior; }

    void open(PersonId person, const StudyInfo &study, const QList<StudyInfo> &all);
    void close();
    // The waveforms of a series, as something to look at; null: it has none, or they have not been read yet.
    [[nodiscard]] std::shared_ptr<EcgContent> waveformsOf(const QString &seriesUid) const;
    void openReport(FactId fact);
    void closeReport();

    // Asked first where a key is pressed in a watched view; true: that was all.
    std::function<bool(int key)> keyHandler;
    [[nodiscard]] bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void objectsChanged(); // others are there
    void shownChanged(); // views have to draw again

private:
    SideObjects *m_current;
    SideObjects *m_prior;
    QWidget *m_lists;
    ReportPane *m_report;
};

} // namespace Chartline::Ui
