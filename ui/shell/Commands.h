// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Icon.h"

#include <QAction>
#include <QObject>

class QMenu;
class QWidget;

namespace Chartline::Ui {

// Everything the window can be told to do, with its keys: the menu, the buttons and the shortcut sheet all take it from
// here.
class Commands : public QObject
{
    Q_OBJECT

public:
    // Adds the actions to `window`, so that their keys work anywhere in it.
    explicit Commands(QWidget *window);

    QAction *search = nullptr;
    QAction *importFiles = nullptr;
    QAction *importFolder = nullptr;
    QAction *importDemonstration = nullptr;
    QAction *patients = nullptr;
    QAction *timeline = nullptr;
    QAction *list = nullptr;
    QAction *images = nullptr;
    QAction *medications = nullptr;
    QAction *checkDrug = nullptr;
    QAction *safetyCards = nullptr;
    QAction *sources = nullptr;
    QAction *settings = nullptr;
    QAction *shortcuts = nullptr;
    QAction *about = nullptr;
    QAction *lock = nullptr;
    QAction *quit = nullptr;

    void fillMenu(QMenu &menu) const;
    // Only what makes sense while the vault is open.
    void setUnlocked(bool unlocked);
    void setRecordOpen(bool open);
    void setCanImport(bool can);
    // Without medication safety its commands are not offered.
    void setSafetyOffered(bool offered);
    [[nodiscard]] QList<QAction *> all() const;

private:
    [[nodiscard]] QAction *add(QWidget *window, const QString &text, Icon::Name icon,
                               const QList<QKeySequence> &keys = {});
    void update();

    bool m_unlocked = false;
    bool m_recordOpen = false;
    bool m_canImport = true;
};

} // namespace Chartline::Ui
