// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Fusion.h"
#include "imaging/ImageView.h"
#include "imaging/ViewGrid.h"
#include "imaging/WindowPresets.h"

#include <QFrame>
#include <QHash>
#include <functional>
#include <optional>

class QActionGroup;
class QButtonGroup;
class QMenu;
class QPushButton;

namespace Chartline::Ui {

// A series that can be drawn in colour over the one that is open.
struct FusionChoice
{
    QString seriesUid;
    QString words;
    QString whyNot; // it cannot; empty: it can
};

// Above the images: how they are arranged, what the mouse does, windows, thick slabs, and comparing.
class ImagingToolBar : public QFrame
{
    Q_OBJECT

public:
    explicit ImagingToolBar(QWidget *parent = nullptr);

    void setLayoutChoice(ViewLayout layout);
    void setTool(ViewTool tool);
    void setPresets(const QList<WindowPreset> &presets);
    // What the series allows: cuts and 3D of a volume, comparing where there is another study.
    void setHasVolume(bool has);
    void setCanCompare(bool can);
    void setComparing(bool comparing);
    // "Aligned, 0.8 mm", and whether that is in force; empty: not asked for yet.
    void setAlignment(const QString &words, bool aligned, bool running);
    void setCompareMode(CompareMode mode);
    void setPlaying(bool playing);
    void setFusionChoices(const QList<FusionChoice> &choices);
    // What is laid over it; nothing: none. `words`: of the series.
    void setFusion(const std::optional<Fusion> &fusion, const QString &seriesUid, const QString &words);
    // With keys that hold for the whole page.
    [[nodiscard]] const QList<QAction *> &pageActions() const { return m_pageActions; }
    [[nodiscard]] QMenu *fusionMenu() const { return m_fusionMenu; }
    [[nodiscard]] QMenu *measureMenu() const { return m_measureMenu; }
    [[nodiscard]] bool linkScroll() const;
    [[nodiscard]] bool linkWindow() const;

Q_SIGNALS:
    void layoutChosen(Chartline::Ui::ViewLayout layout);
    void toolChosen(Chartline::Ui::ViewTool tool);
    void presetChosen(int index);
    void slabChosen(Chartline::Ui::SlabMode mode, double mm);
    void alignRequested();
    void alignByHandRequested();
    // Of the prior, as seen in the current study's view: mm to the right, down and away, degrees clockwise.
    void nudgeRequested(const Chartline::Imaging::Vec3 &mm, double degrees);
    void fusionChosen(const QString &seriesUid); // empty: none
    void fusionEdited(const std::function<void(Chartline::Ui::Fusion &)> &change);
    void straightenRequested();
    void compareModeChosen(Chartline::Ui::CompareMode mode);
    void linksChanged();
    void fitRequested();
    void invertRequested();
    void rotateRequested();
    void mirrorRequested();
    void flipRequested();
    void interpolationToggled();
    void playToggled();
    void helpRequested();

private:
    QPushButton *addPill(const QString &text, const QString &tip);
    void addCaption(const QString &text);
    QPushButton *addMenu(const QString &text, const QString &tip, QMenu *menu);
    void addLayouts();
    void addTools();
    void addMeasure();
    void addFusion();
    void addCompare();
    void addMenus();
    void fillSlab(QMenu *menu);
    void fillTurn(QMenu *menu);
    void fillNudge(QMenu *menu);
    void fillFusionLook();
    void addTool(QMenu *menu, ViewTool tool, const QString &text, const QString &key);
    void showTool(ViewTool tool);

    QLayout *m_flow;
    QButtonGroup *m_layouts;
    QActionGroup *m_tools;
    QButtonGroup *m_modes;
    QHash<int, QPushButton *> m_layoutButtons;
    QMenu *m_presets;
    QPushButton *m_window;
    QPushButton *m_slab;
    QPushButton *m_mouse;
    QPushButton *m_measure;
    QPushButton *m_fuse;
    QPushButton *m_play;
    QPushButton *m_linkScroll;
    QPushButton *m_linkWindow;
    QPushButton *m_align;
    QPushButton *m_nudge;
    QList<QAction *> m_pageActions;
    QMenu *m_fusionMenu;
    QMenu *m_measureMenu;
    QList<FusionChoice> m_fusionChoices;
    std::optional<Fusion> m_fusion;
    QString m_fusionSeries;
    QList<QWidget *> m_compareOnly;
    bool m_hasVolume = false;
    bool m_canCompare = false;
};

} // namespace Chartline::Ui
