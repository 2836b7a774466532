// SPDX-License-Identifier: Apache-2.0
#include "theme/Theme.h"

namespace Chartline::Ui {

namespace {

// @name is replaced by a colour. A focused control gets a thicker edge and that much less padding, so nothing moves.
constexpr auto bases = R"(
QWidget { color: @text; }
QMainWindow, QDialog, QWidget[role="window"] { background: @window; }
QWidget[role="surface"] { background: @surface; }
QWidget[role="surfaceAlt"] { background: @surfaceAlt; }
QFrame[role="card"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[role="overlay"] { background: @surface; border: 1px solid @borderStrong; border-radius: 12px; }
QFrame[role="panel"] { background: @surfaceAlt; border: 1px solid @panelEdge; border-radius: 10px; }
QFrame[role="topbar"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[role="nav"] { background: @surface; border: none; border-right: 1px solid @border; }
QFrame[role="side"] { background: @surface; border: none; border-left: 1px solid @border; }
QFrame[role="line"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="danger"] { background: @dangerSoft; border: 1px solid @danger; border-radius: 8px; }
QFrame[role="warning"] { background: @warningSoft; border: 1px solid @warning; border-radius: 8px; }
QFrame[role="success"] { background: @successSoft; border: 1px solid @success; border-radius: 8px; }
QFrame[role="info"] { background: @infoSoft; border: 1px solid @info; border-radius: 8px; }
QFrame[role="drop"] { background: @accentSoft; border: 2px dashed @accent; border-radius: 14px; }
QFrame[role="hint"] { background: transparent; border: 1px dashed @borderStrong; border-radius: 12px; }
QScrollArea, QScrollArea > QWidget > QWidget[role="page"], QStackedWidget { background: transparent; border: none; }
QLabel { background: transparent; }
QLabel[textStyle="caption"] { font-size: 12px; }
QLabel[textStyle="bodyStrong"] { font-weight: 600; }
QLabel[textStyle="heading"] { font-size: 16px; font-weight: 600; }
QLabel[textStyle="title"] { font-size: 22px; font-weight: 600; }
QLabel[tone="muted"] { color: @textMuted; }
QLabel[tone="accent"] { color: @accent; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="warning"] { color: @warning; }
QLabel[tone="success"] { color: @success; }
QLabel[tone="info"] { color: @info; }
QLabel[chip="neutral"] { background: @surfaceAlt; color: @text; }
QLabel[chip="muted"] { background: @surfaceAlt; color: @textMuted; }
QLabel[chip="accent"] { background: @accentSoft; color: @accent; }
QLabel[chip="danger"] { background: @dangerSoft; color: @danger; }
QLabel[chip="warning"] { background: @warningSoft; color: @warning; }
QLabel[chip="success"] { background: @successSoft; color: @success; }
QLabel[chip="info"] { background: @infoSoft; color: @info; }
QLabel[chip] { border-radius: 4px; padding: 2px 7px; font-size: 12px; font-weight: 500; }
QLabel[badge="true"] { background: @danger; color: @onDanger; border-radius: 8px; padding: 1px 6px; font-size: 11px; font-weight: 700; }
QLabel[chip][edged="true"] { border: 1px solid @text; }
QToolTip { background: @text; color: @surface; border: none; padding: 5px 8px; }
)";

constexpr auto buttons = R"(
QPushButton, QToolButton { background: @surface; color: @text; border: 1px solid @controlEdge; border-radius: 6px;
    padding: 5px 12px; min-height: 18px; }
QPushButton:hover, QToolButton:hover { background: @surfaceAlt; }
QPushButton:pressed, QToolButton:pressed { background: @accentSoft; }
QPushButton:focus, QToolButton:focus { border: 2px solid @focus; padding: 4px 11px; }
QPushButton:disabled, QToolButton:disabled { color: @disabled; border-color: @border; }
QToolButton { padding: 5px; } QToolButton:focus { padding: 4px; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }
QPushButton[variant="primary"] { background: @accent; color: @onAccent; border: 1px solid @accent; font-weight: 600; }
QPushButton[variant="primary"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[variant="primary"]:pressed { background: @accentHover; }
QPushButton[variant="primary"]:focus { border: 2px solid @primaryFocus; }
QPushButton[variant="primary"]:disabled { background: @surfaceAlt; color: @disabled; border: 1px solid @border; }
QPushButton[variant="danger"] { background: @surface; color: @danger; border: 1px solid @danger; }
QPushButton[variant="danger"]:hover { background: @dangerSoft; }
QPushButton[variant="danger"]:focus { border: 2px solid @focus; }
QPushButton[variant="flat"], QToolButton[variant="flat"] { background: transparent; border: 1px solid transparent; }
QPushButton[variant="flat"]:hover, QToolButton[variant="flat"]:hover { background: @surfaceAlt; }
QPushButton[variant="flat"]:pressed, QToolButton[variant="flat"]:pressed { background: @accentSoft; }
QPushButton[variant="flat"]:focus, QToolButton[variant="flat"]:focus { border: 2px solid @focus; }
QPushButton[variant="link"] { background: transparent; border: 1px solid transparent; color: @accent; padding: 3px 0px;
    text-align: left; }
QPushButton[variant="link"]:hover { text-decoration: underline; }
QPushButton[variant="link"]:focus { border: 2px solid @focus; padding: 2px 0px; }
QPushButton[variant="pill"]:checked, QToolButton[variant="pill"]:checked { background: @accent; color: @onAccent;
    border-color: @accent; font-weight: 600; }
QPushButton[variant="pill"]:checked:focus, QToolButton[variant="pill"]:checked:focus { border: 2px solid @primaryFocus; }
QPushButton[variant="large"] { padding: 9px 18px; font-weight: 600; background: @accent; color: @onAccent;
    border: 1px solid @accent; }
QPushButton[variant="large"]:hover { background: @accentHover; border-color: @accentHover; }
QPushButton[variant="large"]:focus { padding: 8px 17px; border: 2px solid @primaryFocus; }
QPushButton[variant="large"]:disabled { background: @surfaceAlt; color: @disabled; border: 1px solid @border; }
QPushButton[variant="nav"] { background: transparent; border: 1px solid transparent; border-radius: 7px;
    text-align: left; padding: 7px 10px; }
QPushButton[variant="nav"]:hover { background: @surfaceAlt; }
QPushButton[variant="nav"]:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QPushButton[variant="nav"]:focus { border: 2px solid @focus; padding: 6px 9px; }
QPushButton[variant="nav"]:disabled { color: @disabled; }
QPushButton[variant="searchbox"] { background: @surfaceAlt; color: @textMuted; border: 1px solid @controlEdge; text-align: left;
    padding: 6px 10px; border-radius: 7px; }
QPushButton[variant="searchbox"]:hover { background: @surface; border-color: @borderStrong; }
QPushButton[variant="searchbox"]:focus { border: 2px solid @focus; padding: 5px 9px; }
QPushButton[variant="tile"] { background: @surface; border: 1px solid @controlEdge; border-radius: 10px; min-height: 58px; }
QPushButton[variant="tile"]:hover { background: @accentSoft; border-color: @accent; }
QPushButton[variant="tile"]:focus { border: 2px solid @focus; }
QLabel[key="true"] { background: @surface; color: @textMuted; border: 1px solid @border; border-radius: 4px;
    padding: 1px 5px; font-size: 11px; }
)";

constexpr auto fields = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox, QDateEdit { background: @surface; color: @text;
    border: 1px solid @borderStrong; border-radius: 6px; padding: 5px 8px; min-height: 18px;
    selection-background-color: @selectionStrong; selection-color: @onSelectionStrong; placeholder-text-color: @textMuted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus, QDateEdit:focus {
    border: 2px solid @focus; padding: 4px 7px; }
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled { color: @disabled; background: @surfaceAlt; border-color: @border; }
QLineEdit[error="true"] { border: 2px solid @danger; padding: 4px 7px; }
QLineEdit[bare="true"] { background: transparent; border: none; padding: 6px 2px; font-size: 16px; }
QLineEdit > QToolButton, QLineEdit > QToolButton:hover { background: transparent; border: none; padding: 0; }
QComboBox { padding-right: 26px; } QComboBox:focus { padding-right: 25px; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/mark-down.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @borderStrong; padding: 4px; outline: 0;
    selection-background-color: @selection; selection-color: @text; }
QSpinBox::up-button, QSpinBox::down-button { border: none; background: transparent; width: 20px; }
QSpinBox::up-arrow { image: url(:/icons/mark-up.svg); width: 12px; height: 12px; }
QSpinBox::down-arrow { image: url(:/icons/mark-down.svg); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; padding: 3px; border: 1px solid transparent; border-radius: 5px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid @focus; }
QProgressBar { background: @track; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
)";

constexpr auto views = R"(
QAbstractItemView { background: @surface; alternate-background-color: @surfaceAlt; border: none; outline: 0;
    selection-background-color: @selection; selection-color: @text; }
QTableView, QTreeView { gridline-color: @border; }
QTableView::item, QTreeView::item { padding: 4px 9px; border: none; }
QTableView::item:hover, QTreeView::item:hover { background: @surfaceAlt; }
QTableView::item:selected, QTreeView::item:selected { background: @selection; color: @text; }
QAbstractItemView[framed="true"] { border: 1px solid @border; }
QAbstractItemView[framed="true"]:focus { border: 1px solid @focus; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @textMuted; border: none; border-bottom: 1px solid @border;
    padding: 7px 12px; font-size: 12px; font-weight: 600; }
QHeaderView::up-arrow { image: url(:/icons/mark-up.svg); width: 12px; height: 12px; subcontrol-position: center right; right: 6px; }
QHeaderView::down-arrow { image: url(:/icons/mark-down.svg); width: 12px; height: 12px; subcontrol-position: center right; right: 6px; }
QTableCornerButton::section { background: @surface; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @handle; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @borderStrong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: @surface; border: 1px solid @borderStrong; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 5px; background: transparent; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar::tab { background: transparent; color: @textMuted; padding: 7px 14px; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; font-weight: 600; }
QTabBar:focus { outline: none; }
QTabBar::tab:focus { border: 2px solid @focus; border-radius: 4px; padding: 5px 12px; }
QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; } QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: @accent; }
QGroupBox { border: 1px solid @border; border-radius: 8px; margin-top: 10px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; color: @textMuted; }
)";

QColor mixed(const QColor &a, const QColor &b, float part)
{
    return QColor::fromRgbF(a.redF() * (1 - part) + b.redF() * part, a.greenF() * (1 - part) + b.greenF() * part,
                            a.blueF() * (1 - part) + b.blueF() * part);
}

} // namespace

QString Theme::styleSheet() const
{
    const ThemeColors &c = m_colors;
    // Longer names first: "@text" is the beginning of "@textMuted".
    const std::pair<QLatin1StringView, QColor> tokens[] = {
        {QLatin1StringView("@onSelectionStrong"), c.onAccent},
        {QLatin1StringView("@selectionStrong"), c.accent},
        {QLatin1StringView("@borderStrong"), c.borderStrong},
        {QLatin1StringView("@primaryFocus"), m_highContrast ? c.focus : mixed(c.focus, c.text, 0.55F)},
        {QLatin1StringView("@controlEdge"), m_highContrast ? c.borderStrong : mixed(c.border, c.borderStrong, 0.35F)},
        {QLatin1StringView("@accentHover"), c.accentHover},
        {QLatin1StringView("@panelEdge"), m_highContrast ? c.border : c.surfaceAlt},
        {QLatin1StringView("@warningSoft"), c.warningSoft},
        {QLatin1StringView("@successSoft"), c.successSoft},
        {QLatin1StringView("@dangerSoft"), c.dangerSoft},
        {QLatin1StringView("@accentSoft"), c.accentSoft},
        {QLatin1StringView("@surfaceAlt"), c.surfaceAlt},
        {QLatin1StringView("@textMuted"), c.textMuted},
        {QLatin1StringView("@selection"), c.selection},
        {QLatin1StringView("@onAccent"), c.onAccent},
        {QLatin1StringView("@onDanger"), c.onDanger},
        {QLatin1StringView("@infoSoft"), c.infoSoft},
        {QLatin1StringView("@disabled"), m_highContrast ? c.textMuted : c.borderStrong},
        {QLatin1StringView("@surface"), c.surface},
        {QLatin1StringView("@warning"), c.warning},
        {QLatin1StringView("@success"), c.success},
        {QLatin1StringView("@danger"), c.danger},
        {QLatin1StringView("@window"), c.window},
        {QLatin1StringView("@accent"), c.accent},
        {QLatin1StringView("@border"), c.border},
        {QLatin1StringView("@handle"), mixed(c.surface, c.borderStrong, 0.55F)},
        {QLatin1StringView("@track"), mixed(c.surface, c.borderStrong, 0.3F)},
        {QLatin1StringView("@focus"), c.focus},
        {QLatin1StringView("@info"), c.info},
        {QLatin1StringView("@text"), c.text},
    };
    QString sheet =
        QLatin1StringView(bases) + QLatin1StringView(buttons) + QLatin1StringView(fields) + QLatin1StringView(views);
    for (const auto &[name, color] : tokens)
        sheet.replace(name, color.name());
    return sheet;
}

} // namespace Chartline::Ui
