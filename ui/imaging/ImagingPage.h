// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Alignment.h"
#include "imaging/ImagingSide.h"
#include "imaging/ImagingToolBar.h"
#include "imaging/WindowPresets.h"
#include "objects/PresentationState.h"
#include "shell/Services.h"
#include "theme/Theme.h"
#include "timeline/PersonRecord.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace Chartline::Ui {

class EcgContent;
class ImagingObjects;
class ReportPane;
class MeasureController;
class SideObjects;
class StackBar;
class StatePane;
class StudyPanel;
class ThumbnailMaker;

// The images of one person: the current study, a prior beside it, and what belongs to them. Answers that come after
// another person was opened, or after the record was closed, are dropped.
class ImagingPage : public QWidget
{
    Q_OBJECT

public:
    ImagingPage(Services services, const Theme &theme, QWidget *parent = nullptr);
    ~ImagingPage() override;

    // `record`: for the banner's name and the facts of a study's day; may come later.
    void openPerson(PersonId person);
    void setRecord(const PersonRecordPtr &record);
    // Once the studies are there.
    void openStudy(const QString &studyUid);
    void openStudyOf(FactId fact);
    void reload();
    // Drops everything of the person.
    void closeRecord();

    [[nodiscard]] PersonId person() const { return m_person; }
    [[nodiscard]] const QList<StudyInfo> &studies() const { return m_studies; }
    [[nodiscard]] ViewGrid *grid() const { return m_grid; }
    [[nodiscard]] StudyPanel *panel() const { return m_panel; }
    [[nodiscard]] ImagingToolBar *toolBar() const { return m_tools; }
    [[nodiscard]] ImagingSide *current() const { return m_current; }
    [[nodiscard]] ImagingSide *prior() const { return m_prior; }
    [[nodiscard]] ImagingSide *fused() const { return m_fused; }
    [[nodiscard]] StackBar *stackBar() const { return m_stackBar; }
    [[nodiscard]] ImagingObjects *objects() const { return m_objects; }
    [[nodiscard]] ReportPane *report() const;
    [[nodiscard]] AlignmentJob *alignment() const { return m_alignment; }
    [[nodiscard]] StatePane *statePane() const { return m_state; }
    [[nodiscard]] MeasureController *measure() const { return m_measure; }

Q_SIGNALS:
    void factChosen(Chartline::FactId fact);
    void importRequested();

public Q_SLOTS:
    void chooseLayout(Chartline::Ui::ViewLayout layout);
    void compareWith(qsizetype study);
    void toggleAlignment();
    // Lays another series of the same space over the current one in colour; empty: none.
    void fuseWith(const QString &seriesUid);

private:
    void build(const Theme &theme);
    void connectPanel();
    void connectTools();
    void connectViews();
    void connectSides();
    void connectMeasure();
    void openSeries(const QString &seriesUid);
    // What belongs to the images without being one (ImagingPageObjects.cpp).
    void connectObjects();
    [[nodiscard]] std::shared_ptr<const ImageLayers> layersOf(int view) const;
    void showWaveforms();
    bool rescaleWaveforms(void (EcgContent::*change)());
    [[nodiscard]] bool chooseOverlays(const StudyInfo &study, const QString &seriesUid);
    void openReport(FactId fact);
    void applyPresentation(SideObjects *objects, const Imaging::PresentationState *presentation);
    void followPresentation(int view, const ImageState &before);
    bool showNextKeyImage(int view);
    [[nodiscard]] SideObjects *objectsOf(int view) const;
    [[nodiscard]] std::optional<Imaging::Affine> ownSpaceOf(int view) const;
    [[nodiscard]] int viewOf(const SideObjects *objects) const;
    void goTo(const SideObjects *objects, const std::optional<Imaging::Vec3> &point);
    void studiesRead(const Result<QList<StudyInfo>> &studies);
    void chooseStudy(qsizetype study);
    void chooseSeries(const QString &seriesUid);
    void chooseCompared(const QString &seriesUid);
    [[nodiscard]] FactId reportOf(const StudyInfo &study, const QString &seriesUid) const;
    [[nodiscard]] qsizetype studyOf(const QString &seriesUid) const;
    void showState();
    // Views and what they draw.
    void refreshViews();
    void refreshView(int index);
    void refreshTexts();
    [[nodiscard]] ImagingSide *sideOf(int view) const;
    [[nodiscard]] Cut cutOf(int view) const;
    [[nodiscard]] std::shared_ptr<ImageContent> contentOf(int view) const;
    [[nodiscard]] std::pair<QString, bool> patientOf(const ImagingSide &side) const;
    void refreshVolume();
    [[nodiscard]] QString captionOf(int view) const;
    [[nodiscard]] QString comparedCaption() const;
    void viewEdited(int index, const ImageState &before);
    void linkMpr(int index, const ImageState &before);
    void linkCompare(int index, const ImageState &before);
    void linkThird(int index, const ImageState &before);
    [[nodiscard]] bool isInCurrentSpace(int view) const;
    [[nodiscard]] bool showsCursor(int view) const;
    void setCursor3(const Imaging::Vec3 &point);
    void applyPreset(int index);
    void showHelp();
    // Fusion, points in time, and the cuts of MPR.
    void connectExtras();
    [[nodiscard]] QList<FusionChoice> fusionChoices() const;
    void refreshFusion();
    void refreshStackBar();
    void nudge(const Imaging::Vec3 &mm, double degrees);
    [[nodiscard]] bool isMpr() const;
    void turnCuts(int view, double degrees);
    void straightenCuts();
    void refreshCursorLines();
    void beginCursor();
    [[nodiscard]] ImageView *activeView() const;
    template<typename Act>
    void onActive(Act act);
    void showAlignment();

    Services m_services;
    const Theme &m_theme;
    PersonId m_person;
    PersonRecordPtr m_record;
    quint64 m_request = 0;
    QList<StudyInfo> m_studies;
    QString m_wantedStudy;
    FactId m_wantedFact;
    QString m_awaitingRecord; // a series chosen before the record was read: it may be a report
    qsizetype m_study = -1;
    qsizetype m_compared = -1;
    ImagingSide *m_current;
    ImagingSide *m_prior;
    ImagingSide *m_fused; // drawn in colour over the current one
    std::optional<Fusion> m_fusion;
    AlignmentJob *m_alignment;
    ThumbnailMaker *m_thumbnails;
    MeasureController *m_measure = nullptr;
    ImagingObjects *m_objects;
    QList<WindowPreset> m_presetList;
    std::optional<Imaging::Vec3> m_cursor;
    CompareMode m_compareMode = CompareMode::SideBySide;
    int m_active = 0;

    QStackedWidget *m_states;
    StatePane *m_state;
    QWidget *m_page;
    ImagingToolBar *m_tools;
    ViewGrid *m_grid;
    StackBar *m_stackBar;
    StudyPanel *m_panel;
    QSplitter *m_splitter;
};

} // namespace Chartline::Ui
