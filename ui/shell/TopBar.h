// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImportReport.h"

#include <QFrame>

class QLabel;
class QMenu;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace Chartline::Ui {

class Commands;
class ThemeController;

// The bar over everything: name, search, the import that runs, sources, appearance, menu, lock.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(const Commands &commands, ThemeController &themes, QWidget *parent = nullptr);

    void setSourceCount(int count);
    void showImport();
    void setImportProgress(const ImportProgress &progress);
    void hideImport();

Q_SIGNALS:
    void importClicked();
    void sourcesClicked();

private:
    void updateThemeButton();

    ThemeController &m_themes;
    QPushButton *m_search;
    QPushButton *m_import;
    QProgressBar *m_bar;
    QPushButton *m_sources;
    QToolButton *m_theme;
    QToolButton *m_menuButton;
    QMenu *m_menu;
    QPushButton *m_lock;
};

} // namespace Chartline::Ui
