// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingToolBar.h"

#include "theme/Layouts.h"
#include "timeline/FlowLayout.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace Chartline::Ui {

namespace {

constexpr double s_slabs[] = {5, 10, 20, 40};
constexpr const char *s_tip = "tip"; // of a button, while it can be pressed

} // namespace

ImagingToolBar::ImagingToolBar(QWidget *parent)
    : QFrame(parent)
    , m_flow(nullptr)
    , m_layouts(new QButtonGroup(this))
    , m_tools(new QActionGroup(this))
    , m_modes(new QButtonGroup(this))
    , m_presets(new QMenu(this))
    , m_fusionMenu(new QMenu(this))
    , m_measureMenu(new QMenu(this))
{
    auto *inner = new QWidget;
    m_flow = new FlowLayout(Space::xs, inner);
    makeColumn(this, Space::s, 0)->addWidget(inner);
    setAccessibleName(tr("Image tools"));
    addLayouts();
    addMenus();
    addTools();
    addMeasure();
    addFusion();
    addCompare();
    setHasVolume(false);
    setCanCompare(false);
    setComparing(false);
    setTool(ViewTool::Window);
    setLayoutChoice(ViewLayout::Single);
}

QPushButton *ImagingToolBar::addPill(const QString &text, const QString &tip)
{
    QPushButton *button = makeButton(text, ButtonStyle::Pill);
    button->setCheckable(true);
    button->setToolTip(tip);
    m_flow->addWidget(button);
    return button;
}

void ImagingToolBar::addCaption(const QString &text)
{
    QLabel *label = makeLabel(text.toUpper(), TextStyle::Caption, Tone::Muted);
    label->setContentsMargins(Space::s, Space::xs, 0, 0);
    m_flow->addWidget(label);
}

void ImagingToolBar::addLayouts()
{
    const struct
    {
        ViewLayout layout;
        QString text;
        QString tip;
    } entries[] = {
        {ViewLayout::Single, tr("Single"), tr("One view, as the images were taken")},
        {ViewLayout::Compare, tr("Compare"), tr("The prior and the current study side by side")},
        {ViewLayout::CompareAndVolume, tr("Compare + 3D"),
         tr("The prior and the current study, and below them the current one from the front and in 3D")},
        {ViewLayout::Mpr, tr("MPR"), tr("Axial, coronal and sagittal with a shared crosshair")},
        {ViewLayout::Volume, tr("3D"), tr("The volume in three dimensions")},
        {ViewLayout::MprAndVolume, tr("MPR + 3D"), tr("Three cuts and the volume")},
    };
    for (const auto &entry : entries) {
        QPushButton *button = addPill(entry.text, entry.tip);
        button->setProperty(s_tip, entry.tip);
        m_layouts->addButton(button, int(entry.layout));
        m_layoutButtons.insert(int(entry.layout), button);
    }
    connect(m_layouts, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT layoutChosen(ViewLayout(id)); });
}

QPushButton *ImagingToolBar::addMenu(const QString &text, const QString &tip, QMenu *menu)
{
    QPushButton *button = makeButton(text);
    button->setToolTip(tip);
    button->setMenu(menu);
    m_flow->addWidget(button);
    return button;
}

void ImagingToolBar::addMenus()
{
    m_window = addMenu(tr("Window"), tr("Brightness and contrast for a purpose (keys 1 to 9)"), m_presets);
    auto *slabs = new QMenu(this);
    fillSlab(slabs);
    m_slab = addMenu(tr("Slab"), tr("Several slices behind each other as one"), slabs);
    auto *turn = new QMenu(this);
    fillTurn(turn);
    addMenu(tr("View"), tr("Fit, turn, mirror, invert"), turn);
}

void ImagingToolBar::fillTurn(QMenu *menu)
{
    const auto add = [&](const QString &text, char key, void (ImagingToolBar::*signal)()) {
        menu->addAction(text + QLatin1Char('\t') + QLatin1Char(key), this, signal);
    };
    add(tr("Fit to the view"), 'F', &ImagingToolBar::fitRequested);
    add(tr("Invert"), 'I', &ImagingToolBar::invertRequested);
    add(tr("Rotate by 90°"), 'R', &ImagingToolBar::rotateRequested);
    add(tr("Mirror left and right"), 'H', &ImagingToolBar::mirrorRequested);
    add(tr("Mirror top and bottom"), 'V', &ImagingToolBar::flipRequested);
    add(tr("Interpolation on or off"), 'N', &ImagingToolBar::interpolationToggled);
    add(tr("Straighten turned cuts"), '0', &ImagingToolBar::straightenRequested);
    menu->addAction(tr("Play or stop") + QLatin1Char('\t') + tr("Space"), this, &ImagingToolBar::playToggled);
    menu->addSeparator();
    add(tr("Keys and mouse"), '?', &ImagingToolBar::helpRequested);
}

void ImagingToolBar::fillSlab(QMenu *menu)
{
    menu->addAction(tr("Single slice"), this, [this] { Q_EMIT slabChosen(SlabMode::Single, 0); });
    const struct
    {
        SlabMode mode;
        QString text;
    } modes[] = {{SlabMode::Maximum, tr("MIP")}, {SlabMode::Minimum, tr("MinIP")}, {SlabMode::Mean, tr("Mean")}};
    for (const auto &mode : modes) {
        menu->addSeparator();
        for (const double mm : s_slabs)
            menu->addAction(tr("%1 %2 mm").arg(mode.text).arg(mm), this,
                            [this, kind = mode.mode, mm] { Q_EMIT slabChosen(kind, mm); });
    }
}

void ImagingToolBar::addTool(QMenu *menu, ViewTool tool, const QString &text, const QString &tip)
{
    QAction *action = menu->addAction(text);
    action->setCheckable(true);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    action->setData(int(tool));
    m_tools->addAction(action);
    connect(action, &QAction::triggered, this, [this, tool] {
        showTool(tool);
        Q_EMIT toolChosen(tool);
    });
}

void ImagingToolBar::addTools()
{
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    addTool(menu, ViewTool::Window, tr("Contrast"), tr("Drag to change the window"));
    addTool(menu, ViewTool::Crosshair, tr("Crosshair"),
            tr("Click or drag to show the same point in every view; drag near a line's end to turn the cuts"));
    addTool(menu, ViewTool::Pan, tr("Move"), tr("Drag the picture (also with the middle button)"));
    addTool(menu, ViewTool::Zoom, tr("Zoom"), tr("Drag up and down (also Ctrl and wheel)"));
    addTool(menu, ViewTool::Scroll, tr("Scroll"), tr("Drag through the slices (also the wheel)"));
    m_mouse = addMenu({}, tr("What dragging with the left mouse button does"), menu);
    m_play = addPill(tr("Play"), tr("Show the pictures one after the other (space)"));
    connect(m_play, &QPushButton::clicked, this, &ImagingToolBar::playToggled);
}

void ImagingToolBar::addMeasure()
{
    m_measureMenu->setToolTipsVisible(true);
    addTool(m_measureMenu, ViewTool::Length, tr("Length"), tr("From one point to another"));
    addTool(m_measureMenu, ViewTool::Bidirectional, tr("Bidirectional"),
            tr("The longest diameter and the one across it"));
    addTool(m_measureMenu, ViewTool::Angle, tr("Angle"), tr("Between two lines that meet: three points"));
    addTool(m_measureMenu, ViewTool::Cobb, tr("Cobb angle"), tr("Between two lines that need not meet"));
    addTool(m_measureMenu, ViewTool::Ellipse, tr("Ellipse"), tr("Area, mean, standard deviation, smallest, largest"));
    addTool(m_measureMenu, ViewTool::Rectangle, tr("Rectangle"),
            tr("Area, mean, standard deviation, smallest, largest"));
    addTool(m_measureMenu, ViewTool::Freehand, tr("Freehand region"),
            tr("Area, mean, standard deviation, smallest, largest"));
    addTool(m_measureMenu, ViewTool::Probe, tr("Probe"), tr("The value at a point"));
    m_measure = addMenu(tr("Measure"), tr("Lengths, angles, regions and values; kept in the record"), m_measureMenu);
}

void ImagingToolBar::addFusion()
{
    m_fuse =
        addMenu(tr("Overlay"), tr("Another series in colour over this one: a PET over its CT, a dose"), m_fusionMenu);
    setFusionChoices({});
}

void ImagingToolBar::setFusionChoices(const QList<FusionChoice> &choices)
{
    m_fusionChoices = choices;
    m_fusionMenu->clear();
    m_fuse->setEnabled(!choices.isEmpty());
    m_fuse->setToolTip(choices.isEmpty() ? tr("No other series lies in the same space as this one")
                                         : tr("Another series in colour over this one: a PET over its CT, a dose"));
    QAction *none = m_fusionMenu->addAction(tr("Nothing over it"), this, [this] { Q_EMIT fusionChosen({}); });
    none->setCheckable(true);
    none->setChecked(m_fusionSeries.isEmpty());
    for (const FusionChoice &choice : choices) {
        const QString text = choice.whyNot.isEmpty() ? choice.words : tr("%1 (%2)").arg(choice.words, choice.whyNot);
        QAction *action =
            m_fusionMenu->addAction(text, this, [this, uid = choice.seriesUid] { Q_EMIT fusionChosen(uid); });
        action->setCheckable(true);
        action->setChecked(choice.seriesUid == m_fusionSeries);
        action->setEnabled(choice.whyNot.isEmpty());
    }
    if (m_fusion)
        fillFusionLook();
}

// Colours, how strong they are, and which value gets the fullest.
void ImagingToolBar::fillFusionLook()
{
    const auto addTo = [this](QMenu *menu, const QString &text, bool isChecked,
                              const std::function<void(Fusion &)> &change) {
        QAction *action = menu->addAction(text, this, [this, change] { Q_EMIT fusionEdited(change); });
        action->setCheckable(true);
        action->setChecked(isChecked);
    };
    m_fusionMenu->addSeparator();
    QMenu *colours = m_fusionMenu->addMenu(tr("Colours"));
    const std::pair<Imaging::ColorMap, QString> maps[] = {{Imaging::ColorMap::HotIron, tr("Hot iron")},
                                                          {Imaging::ColorMap::HotMetalBlue, tr("Hot metal blue")},
                                                          {Imaging::ColorMap::Pet, tr("PET")},
                                                          {Imaging::ColorMap::Rainbow, tr("Rainbow")},
                                                          {Imaging::ColorMap::Perceptual, tr("Evenly brightening")}};
    for (const auto &[map, name] : maps)
        addTo(colours, name, m_fusion->map == map, [map](Fusion &fusion) { fusion.map = map; });
    QMenu *strengths = m_fusionMenu->addMenu(tr("Strength"));
    for (const int percent : {20, 40, 60, 80, 100})
        addTo(strengths, tr("%1 %").arg(percent), qRound(m_fusion->part * 100) == percent,
              [percent](Fusion &fusion) { fusion.part = percent / 100.0; });
    QMenu *tops = m_fusionMenu->addMenu(tr("Full colour from"));
    const Imaging::Window whole = fusionWindow(*m_fusion->volume);
    for (const double factor : {0.25, 0.5, 0.75, 1.0, 1.5, 2.0}) {
        const double top = (whole.center + whole.width / 2) * factor;
        const double low = whole.center - whole.width / 2;
        if (top <= low)
            continue;
        addTo(tops, (locale().toString(top, 'g', 3) + QLatin1Char(' ') + m_fusion->volume->units).trimmed(),
              qFuzzyCompare(m_fusion->window.center + m_fusion->window.width / 2, top), [low, top](Fusion &fusion) {
                  fusion.window.center = (low + top) / 2;
                  fusion.window.width = top - low;
              });
    }
}

void ImagingToolBar::setFusion(const std::optional<Fusion> &fusion, const QString &seriesUid, const QString &words)
{
    m_fusion = fusion;
    m_fusionSeries = seriesUid;
    // The modality alone, so that the tools stay in one row; all of it for screen readers.
    m_fuse->setText(words.isEmpty() ? tr("Overlay") : tr("Overlay: %1").arg(words.section(QLatin1Char(' '), 0, 0)));
    m_fuse->setAccessibleName(words.isEmpty() ? tr("Overlay") : tr("Overlay: %1").arg(words));
    setFusionChoices(QList(m_fusionChoices));
}

void ImagingToolBar::addCompare()
{
    const int before = m_flow->count();
    addCaption(tr("Linked"));
    m_linkScroll = addPill(tr("Scroll and zoom"), tr("Both studies move together"));
    m_linkWindow = addPill(tr("Contrast"), tr("Both studies have the same window"));
    m_linkScroll->setChecked(true);
    m_linkWindow->setChecked(true);
    connect(m_linkScroll, &QPushButton::toggled, this, &ImagingToolBar::linksChanged);
    connect(m_linkWindow, &QPushButton::toggled, this, &ImagingToolBar::linksChanged);
    m_align = addPill(tr("Align"), tr("Lay the prior exactly over the current study (rigid)"));
    connect(m_align, &QPushButton::clicked, this, &ImagingToolBar::alignRequested);
    auto *nudge = new QMenu(this);
    fillNudge(nudge);
    m_nudge = addMenu(tr("Nudge"), tr("Move the prior by hand"), nudge);
    const struct
    {
        CompareMode mode;
        QString text;
        QString tip;
    } entries[] = {
        {CompareMode::SideBySide, tr("Beside"), tr("Prior and current side by side")},
        {CompareMode::Blend, tr("Blend"), tr("Both over each other")},
        {CompareMode::Checkerboard, tr("Checker"), tr("Fields of one and the other by turns")},
        {CompareMode::Difference, tr("Difference"), tr("What is brighter now (orange) and what is darker (blue)")},
    };
    for (const auto &entry : entries)
        m_modes->addButton(addPill(entry.text, entry.tip), int(entry.mode));
    connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT compareModeChosen(CompareMode(id)); });
    setCompareMode(CompareMode::SideBySide);
    for (int i = before; i < m_flow->count(); ++i)
        m_compareOnly.append(m_flow->itemAt(i)->widget());
}

void ImagingToolBar::fillNudge(QMenu *menu)
{
    using Imaging::Vec3;
    const struct
    {
        QString text;
        QKeySequence key;
        Vec3 mm;
        double degrees;
    } entries[] = {
        {tr("Left"), Qt::ALT | Qt::Key_Left, {-1, 0, 0}, 0},
        {tr("Right"), Qt::ALT | Qt::Key_Right, {1, 0, 0}, 0},
        {tr("Up"), Qt::ALT | Qt::Key_Up, {0, -1, 0}, 0},
        {tr("Down"), Qt::ALT | Qt::Key_Down, {0, 1, 0}, 0},
        {tr("Towards you"), Qt::ALT | Qt::Key_PageUp, {0, 0, -1}, 0},
        {tr("Away from you"), Qt::ALT | Qt::Key_PageDown, {0, 0, 1}, 0},
        {tr("Turn left"), Qt::ALT | Qt::Key_Comma, {0, 0, 0}, -1},
        {tr("Turn right"), Qt::ALT | Qt::Key_Period, {0, 0, 0}, 1},
    };
    for (const auto &entry : entries) {
        QAction *action = menu->addAction(
            entry.degrees == 0 ? tr("%1 by 1 mm").arg(entry.text) : tr("%1 by 1°").arg(entry.text), this,
            [this, mm = entry.mm, degrees = entry.degrees] { Q_EMIT nudgeRequested(mm, degrees); });
        action->setShortcut(entry.key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        m_pageActions.append(action);
    }
    menu->addSeparator();
    menu->addAction(tr("Align by hand, from where they lie now"), this, &ImagingToolBar::alignByHandRequested);
}

void ImagingToolBar::setLayoutChoice(ViewLayout layout)
{
    m_layoutButtons.value(int(layout))->setChecked(true);
}

void ImagingToolBar::setTool(ViewTool tool)
{
    showTool(tool);
}

// The button that a tool is in names it.
void ImagingToolBar::showTool(ViewTool tool)
{
    for (QAction *action : m_tools->actions()) {
        if (action->data().toInt() != int(tool))
            continue;
        action->setChecked(true);
        const bool measures = m_measureMenu->actions().contains(action);
        m_mouse->setText(measures ? tr("Mouse") : action->text());
        m_mouse->setAccessibleName(measures ? tr("Mouse") : tr("Mouse: %1").arg(action->text()));
        m_measure->setText(measures ? action->text() : tr("Measure"));
        m_measure->setAccessibleName(measures ? tr("Measure: %1").arg(action->text()) : tr("Measure"));
    }
}

void ImagingToolBar::setPresets(const QList<WindowPreset> &presets)
{
    m_presets->clear();
    for (int i = 0; i < presets.size(); ++i) {
        const Imaging::Window &window = presets[i].window;
        QString text = presets[i].name;
        if (presets[i].kind == WindowPreset::Kind::Fixed)
            text += tr("  (W %1 L %2)").arg(window.width).arg(window.center);
        m_presets->addAction(text + QLatin1Char('\t') + QString::number(i + 1), this,
                             [this, i] { Q_EMIT presetChosen(i); });
    }
}

void ImagingToolBar::setHasVolume(bool has)
{
    m_hasVolume = has;
    for (const ViewLayout layout : {ViewLayout::Mpr, ViewLayout::Volume, ViewLayout::MprAndVolume})
        m_layoutButtons.value(int(layout))->setEnabled(has);
    m_slab->setVisible(has);
    m_play->setVisible(!has); // a volume is scrolled through; the space key plays it too
    m_flow->invalidate();
}

void ImagingToolBar::setCanCompare(bool can)
{
    m_canCompare = can;
    for (const ViewLayout layout : {ViewLayout::Compare, ViewLayout::CompareAndVolume}) {
        QPushButton *button = m_layoutButtons.value(int(layout));
        button->setEnabled(can);
        button->setToolTip(can ? button->property(s_tip).toString()
                               : tr("There is no other study with images to compare with"));
    }
}

void ImagingToolBar::setComparing(bool comparing)
{
    for (QWidget *widget : std::as_const(m_compareOnly))
        widget->setVisible(comparing);
    m_flow->invalidate();
    updateGeometry();
}

void ImagingToolBar::setAlignment(const QString &words, bool aligned, bool running)
{
    m_align->setText(words.isEmpty() ? tr("Align") : words);
    m_align->setChecked(aligned);
    m_align->setToolTip(running   ? tr("Stop aligning")
                        : aligned ? tr("The prior is laid over the current study; press to take it back")
                                  : tr("Lay the prior exactly over the current study (rigid)"));
    m_nudge->setEnabled(!running);
    for (const CompareMode mode : {CompareMode::Blend, CompareMode::Checkerboard, CompareMode::Difference})
        m_modes->button(int(mode))->setEnabled(aligned);
    if (!aligned)
        setCompareMode(CompareMode::SideBySide);
}

void ImagingToolBar::setCompareMode(CompareMode mode)
{
    m_modes->button(int(mode))->setChecked(true);
}

void ImagingToolBar::setPlaying(bool playing)
{
    m_play->setChecked(playing);
}

bool ImagingToolBar::linkScroll() const
{
    return m_linkScroll->isChecked();
}

bool ImagingToolBar::linkWindow() const
{
    return m_linkWindow->isChecked();
}

} // namespace Chartline::Ui
