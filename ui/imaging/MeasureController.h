// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Alignment.h"
#include "imaging/FollowUp.h"
#include "imaging/ImagingSide.h"
#include "imaging/MeasureTool.h"

namespace Chartline::Ui {

class StudyPanel;
class ViewGrid;

// Measuring and following up on the imaging page: tells views what they measure on, lists and cards what there is, and
// goes where one is.
class MeasureController : public QObject
{
    Q_OBJECT

public:
    // What the page has; all of it outlives this.
    struct Page
    {
        ViewGrid *grid;
        ImagingSide *current;
        ImagingSide *prior;
        AlignmentJob *alignment;
        StudyPanel *panel;
    };
    MeasureController(MeasurementService *service, const Page &page, QObject *parent = nullptr);
    ~MeasureController() override;

    [[nodiscard]] MeasureSet *set() const { return m_set; }
    void openPerson(PersonId person);
    void setStudies(const QList<StudyInfo> &studies);
    void close();
    // What the views show, or how they lie over each other, has changed.
    void refresh();

    // Shows it: in a view that has its space or picture, else by opening its series first.
    void jump(const QString &measurement);
    // Goes to where the finding is in a study that is on screen, with the tool it was measured with; the next
    // measurement there belongs to it.
    void measureHere(const QString &finding, const QString &study);
    void exportReport(const QString &study);
    // The file, without asking where. Empty words: written.
    [[nodiscard]] QString writeReport(const QString &study, const QString &path) const;

Q_SIGNALS:
    void seriesRequested(const QString &seriesUid);
    void toolRequested(Chartline::Ui::ViewTool tool);

private:
    void connectPanels();
    void listChanged();
    [[nodiscard]] MeasureGround groundOf(int view) const;
    [[nodiscard]] ImagingSide *sideOf(int view) const;
    [[nodiscard]] bool isComparing() const;
    void refreshPlaces();
    [[nodiscard]] QList<AlignedPlace> placesFor(int view) const;
    // Of a measurement, in the coordinates of a view that does not show its space; nothing where they are not aligned.
    [[nodiscard]] std::optional<Imaging::Vec3> alignedIn(int view, const MeasureItem &item) const;
    [[nodiscard]] bool show(const MeasureItem &item);
    void lookAt(int view, const Imaging::Vec3 &point);
    [[nodiscard]] QStringList studiesOnScreen() const;
    void renameFinding(const QString &uid);
    void added(const QString &uid);

    Page m_page;
    MeasureSet *m_set;
    PersonId m_person;
    QList<StudyInfo> m_studies;
    QStringList m_onScreen;
    QString m_pendingJump;
    QString m_pendingFinding; // the next measurement in m_pendingStudy is of it
    QString m_pendingStudy;
};

} // namespace Chartline::Ui
