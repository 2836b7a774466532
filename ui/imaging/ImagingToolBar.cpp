// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingToolBar.h"

#include "theme/Layouts.h"
#include "timeline/FlowLayout.h"

#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

namespace Chartline::Ui {

namespace {

constexpr double s_slabs[] = {5, 10, 20, 40};

} // namespace

ImagingToolBar::ImagingToolBar(QWidget *parent)
    : QFrame(parent)
    , m_flow(nullptr)
    , m_layouts(new QButtonGroup(this))
    , m_tools(new QButtonGroup(this))
    , m_modes(new QButtonGroup(this))
    , m_presets(new QMenu(this))
{
    auto *inner = new QWidget;
    m_flow = new FlowLayout(Space::xs, inner);
    makeColumn(this, Space::s, 0)->addWidget(inner);
    setAccessibleName(tr("Image tools"));
    addLayouts();
    addMenus();
    addTools();
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
        {ViewLayout::Mpr, tr("MPR"), tr("Axial, coronal and sagittal with a shared crosshair")},
        {ViewLayout::Volume, tr("3D"), tr("The volume in three dimensions")},
        {ViewLayout::MprAndVolume, tr("MPR + 3D"), tr("Three cuts and the volume")},
    };
    for (const auto &entry : entries) {
        QPushButton *button = addPill(entry.text, entry.tip);
        m_layouts->addButton(button, int(entry.layout));
        m_layoutButtons.insert(int(entry.layout), button);
    }
    connect(m_layouts, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT layoutChosen(ViewLayout(id)); });
}

void ImagingToolBar::addMenus()
{
    m_window = makeButton(tr("Window"));
    m_window->setToolTip(tr("Brightness and contrast for a purpose (keys 1 to 9)"));
    m_window->setMenu(m_presets);
    m_flow->addWidget(m_window);

    m_slab = makeButton(tr("Slab"));
    m_slab->setToolTip(tr("Several slices behind each other as one"));
    auto *slabs = new QMenu(m_slab);
    fillSlab(slabs);
    m_slab->setMenu(slabs);
    m_flow->addWidget(m_slab);

    m_turn = makeButton(tr("View"));
    auto *turn = new QMenu(m_turn);
    turn->addAction(tr("Fit to the view") + QStringLiteral("\tF"), this, &ImagingToolBar::fitRequested);
    turn->addAction(tr("Invert") + QStringLiteral("\tI"), this, &ImagingToolBar::invertRequested);
    turn->addAction(tr("Rotate by 90°") + QStringLiteral("\tR"), this, &ImagingToolBar::rotateRequested);
    turn->addAction(tr("Mirror left and right") + QStringLiteral("\tH"), this, &ImagingToolBar::mirrorRequested);
    turn->addAction(tr("Mirror top and bottom") + QStringLiteral("\tV"), this, &ImagingToolBar::flipRequested);
    turn->addAction(tr("Interpolation on or off") + QStringLiteral("\tN"), this, &ImagingToolBar::interpolationToggled);
    turn->addSeparator();
    turn->addAction(tr("Keys and mouse") + QStringLiteral("\t?"), this, &ImagingToolBar::helpRequested);
    m_turn->setMenu(turn);
    m_flow->addWidget(m_turn);
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

void ImagingToolBar::addTools()
{
    addCaption(tr("Mouse"));
    const struct
    {
        ViewTool tool;
        QString text;
        QString tip;
    } entries[] = {
        {ViewTool::Window, tr("Contrast"), tr("Drag to change the window")},
        {ViewTool::Crosshair, tr("Crosshair"), tr("Click or drag to show the same point in every view")},
        {ViewTool::Pan, tr("Move"), tr("Drag the picture (also with the middle button)")},
        {ViewTool::Zoom, tr("Zoom"), tr("Drag up and down (also Ctrl and wheel)")},
        {ViewTool::Scroll, tr("Scroll"), tr("Drag through the slices (also the wheel)")},
    };
    for (const auto &entry : entries)
        m_tools->addButton(addPill(entry.text, entry.tip), int(entry.tool));
    connect(m_tools, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT toolChosen(ViewTool(id)); });
    m_play = addPill(tr("Play"), tr("Show the pictures one after the other (space)"));
    connect(m_play, &QPushButton::clicked, this, &ImagingToolBar::playToggled);
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

void ImagingToolBar::setLayoutChoice(ViewLayout layout)
{
    m_layoutButtons.value(int(layout))->setChecked(true);
}

void ImagingToolBar::setTool(ViewTool tool)
{
    if (QAbstractButton *button = m_tools->button(int(tool)))
        button->setChecked(true);
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
    m_slab->setEnabled(has);
}

void ImagingToolBar::setCanCompare(bool can)
{
    m_canCompare = can;
    QPushButton *button = m_layoutButtons.value(int(ViewLayout::Compare));
    button->setEnabled(can);
    button->setToolTip(can ? tr("The prior and the current study side by side")
                           : tr("There is no other study with images to compare with"));
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
