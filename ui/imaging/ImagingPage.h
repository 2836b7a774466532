// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Alignment.h"
#include "imaging/ImagingSide.h"
#include "imaging/ImagingToolBar.h"
#include "imaging/WindowPresets.h"
#include "shell/Services.h"
#include "theme/Theme.h"
#include "timeline/PersonRecord.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace Chartline::Ui {

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
    [[nodiscard]] AlignmentJob *alignment() const { return m_alignment; }
    [[nodiscard]] StatePane *statePane() const { return m_state; }

Q_SIGNALS:
    void factChosen(Chartline::FactId fact);
    void importRequested();

public Q_SLOTS:
    void chooseLayout(Chartline::Ui::ViewLayout layout);
    void compareWith(qsizetype study);
    void toggleAlignment();

private:
    void build(const Theme &theme);
    void connectPanel();
    void connectTools();
    void connectViews();
    void connectSides();
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
    void viewEdited(int index, const ImageState &before);
    void linkMpr(int index, const ImageState &before);
    void linkCompare(int index, const ImageState &before);
    void setCursor3(const Imaging::Vec3 &point);
    void applyPreset(int index);
    void showHelp();
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
    qsizetype m_study = -1;
    qsizetype m_compared = -1;
    ImagingSide *m_current;
    ImagingSide *m_prior;
    AlignmentJob *m_alignment;
    ThumbnailMaker *m_thumbnails;
    QList<WindowPreset> m_presetList;
    std::optional<Imaging::Vec3> m_cursor;
    CompareMode m_compareMode = CompareMode::SideBySide;
    int m_active = 0;

    QStackedWidget *m_states;
    StatePane *m_state;
    QWidget *m_page;
    ImagingToolBar *m_tools;
    ViewGrid *m_grid;
    StudyPanel *m_panel;
    QSplitter *m_splitter;
};

} // namespace Chartline::Ui
