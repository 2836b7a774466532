// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageView.h"
#include "imaging/ViewGrid.h"
#include "imaging/WindowPresets.h"

#include <QFrame>
#include <QHash>

class QButtonGroup;
class QMenu;
class QPushButton;

namespace Chartline::Ui {

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
    [[nodiscard]] bool linkScroll() const;
    [[nodiscard]] bool linkWindow() const;

Q_SIGNALS:
    void layoutChosen(Chartline::Ui::ViewLayout layout);
    void toolChosen(Chartline::Ui::ViewTool tool);
    void presetChosen(int index);
    void slabChosen(Chartline::Ui::SlabMode mode, double mm);
    void alignRequested();
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
    void addLayouts();
    void addTools();
    void addCompare();
    void addMenus();
    void fillSlab(QMenu *menu);

    QLayout *m_flow;
    QButtonGroup *m_layouts;
    QButtonGroup *m_tools;
    QButtonGroup *m_modes;
    QHash<int, QPushButton *> m_layoutButtons;
    QMenu *m_presets;
    QPushButton *m_window;
    QPushButton *m_slab;
    QPushButton *m_turn;
    QPushButton *m_play;
    QPushButton *m_linkScroll;
    QPushButton *m_linkWindow;
    QPushButton *m_align;
    QList<QWidget *> m_compareOnly;
    bool m_hasVolume = false;
    bool m_canCompare = false;
};

} // namespace Chartline::Ui
