// SPDX-License-Identifier: Apache-2.0
#include "shell/TopBar.h"

#include "shell/Commands.h"
#include "theme/Layouts.h"
#include "theme/ThemeController.h"
#include "viewmodels/ImportText.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace Chartline::Ui {

namespace {

QToolButton *makeTool(Icon::Name icon, const QString &name)
{
    auto *button = new QToolButton;
    setButtonStyle(button, ButtonStyle::Flat);
    button->setIcon(Icon::make(icon, QPalette::PlaceholderText));
    button->setIconSize(QSize(20, 20));
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

TopBar::TopBar(const Commands &commands, ThemeController &themes, QWidget *parent)
    : QFrame(parent)
    , m_themes(themes)
    , m_search(makeButton(tr("Search this record and all patients…"), Icon::Name::Search, ButtonStyle::SearchBox))
    , m_import(makeButton(tr("Importing…"), Icon::Name::Import, ButtonStyle::Flat))
    , m_bar(new QProgressBar)
    , m_sources(makeButton({}, Icon::Name::Sources, ButtonStyle::Flat))
    , m_theme(makeTool(Icon::Name::Moon, tr("Dark")))
    , m_menuButton(makeTool(Icon::Name::Menu, tr("Menu")))
    , m_menu(new QMenu(this))
    , m_lock(makeButton(tr("Lock"), Icon::Name::Lock))
{
    setFrameRole(this, FrameStyle::TopBar);
    setFixedHeight(54);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::l, 0, Space::m, 0);
    row->setSpacing(Space::s);
    row->addWidget(makeIconLabel(Icon::Name::Logo, 22, QPalette::Accent));
    row->addWidget(makeLabel(tr("Chartline"), TextStyle::Heading, Tone::Accent));
    row->addSpacing(Space::xl);
    row->addWidget(m_search, 10);
    row->addStretch(4);
    row->addWidget(m_import);
    row->addWidget(m_bar);
    row->addWidget(m_sources);
    row->addWidget(m_theme);
    row->addWidget(m_menuButton);
    row->addWidget(m_lock);
    m_search->setMaximumWidth(560);
    m_search->setMinimumWidth(240);
    m_search->setToolTip(tr("Search all records"));
    auto *keys = new QHBoxLayout(m_search);
    keys->setContentsMargins(0, 0, Space::s, 0);
    keys->addStretch();
    auto *key =
        makeLabel(commands.search->shortcut().toString(QKeySequence::NativeText), TextStyle::Caption, Tone::Muted);
    key->setProperty("key", true);
    key->setAttribute(Qt::WA_TransparentForMouseEvents);
    keys->addWidget(key, 0, Qt::AlignVCenter);
    m_bar->setFixedWidth(90);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the import"));
    m_import->setToolTip(tr("Show the import"));
    commands.fillMenu(*m_menu);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setShortcut(Qt::Key_F10);
    m_lock->setToolTip(tr("Lock (%1)").arg(commands.lock->shortcut().toString(QKeySequence::NativeText)));
    connect(m_search, &QPushButton::clicked, commands.search, &QAction::trigger);
    connect(m_lock, &QPushButton::clicked, commands.lock, &QAction::trigger);
    connect(m_import, &QPushButton::clicked, this, &TopBar::importClicked);
    connect(m_sources, &QPushButton::clicked, this, &TopBar::sourcesClicked);
    connect(m_theme, &QToolButton::clicked, this, [this] {
        m_themes.setChoice(m_themes.theme().isDark() ? ThemeController::Choice::Light : ThemeController::Choice::Dark);
    });
    connect(&m_themes, &ThemeController::themeChanged, this, &TopBar::updateThemeButton);
    updateThemeButton();
    m_sources->setIconSize(QSize(22, 18));
    setSourceCount(0);
    hideImport();
}

void TopBar::updateThemeButton()
{
    const bool dark = m_themes.theme().isDark();
    const QString name = dark ? tr("Change to the light theme") : tr("Change to the dark theme");
    m_theme->setIcon(Icon::make(dark ? Icon::Name::Sun : Icon::Name::Moon, QPalette::PlaceholderText));
    m_theme->setToolTip(name);
    m_theme->setAccessibleName(name);
}

void TopBar::setSourceCount(int count)
{
    m_sources->setText(tr("%Ln source(s)", nullptr, count));
    m_sources->setVisible(count > 0);
}

void TopBar::showImport()
{
    m_import->setText(tr("Importing…"));
    m_bar->setRange(0, 0);
    m_import->show();
    m_bar->show();
}

void TopBar::setImportProgress(const ImportProgress &progress)
{
    const int permille = ImportText::permille(progress);
    m_bar->setRange(0, permille < 0 ? 0 : 1000);
    m_bar->setValue(std::max(0, permille));
    m_import->setText(tr("Importing · %Ln record(s)", nullptr, progress.records));
    m_import->setToolTip(ImportText::rate(progress));
}

void TopBar::hideImport()
{
    m_import->hide();
    m_bar->hide();
}

} // namespace Chartline::Ui
