// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/EcgContent.h"
#include "imaging/ObjectLayers.h"
#include "shell/Services.h"

#include <QObject>
#include <functional>

class QSplitter;

namespace Chartline::Ui {

class ImagingSide;
class OverlayList;
class ReportPane;

// What belongs to the images of a page without being one: overlays and their list, waveforms, and the report beside.
class ImagingObjects : public QObject
{
    Q_OBJECT

public:
    explicit ImagingObjects(const Services &services, QObject *parent = nullptr);

    // The views and the report beside each other.
    [[nodiscard]] QWidget *beside(QWidget *views);
    [[nodiscard]] OverlayList *list() const { return m_list; }
    [[nodiscard]] ReportPane *report() const { return m_report; }
    [[nodiscard]] StudyObjects *study() const { return m_study; }
    [[nodiscard]] const std::shared_ptr<ObjectLayers> &layers() const { return m_layers; }

    void open(PersonId person, const StudyInfo &study, const QList<StudyInfo> &all);
    void close();
    // What the views show now; asks nothing again where that is the same.
    void setShown(const ImagingSide &side);
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
    void refreshList();

    StudyObjects *m_study;
    std::shared_ptr<ObjectLayers> m_layers;
    OverlayList *m_list;
    ReportPane *m_report;
    LaidOutSeriesPtr m_series; // shown
    int m_stack = -1;
    int m_point = -1;
    QString m_space;
};

} // namespace Chartline::Ui
