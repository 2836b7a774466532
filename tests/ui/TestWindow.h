// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "Composition.h"
#include "base/SecureBytes.h"
#include "imaging/ImagingHandlers.h"
#include "shell/MainWindow.h"
#include "support/Await.h"
#include "theme/ThemeController.h"
#include "viewmodels/SettingsKeys.h"
#include "worker/LocalPool.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

namespace Chartline::Test {

inline SecureBytes secret(const QByteArray &text)
{
    return SecureBytes(std::span(reinterpret_cast<const unsigned char *>(text.constData()), std::size_t(text.size())));
}

// Settings of the test's own; must come before the first QSettings.
inline void useOwnSettings(const QTemporaryDir &folder)
{
    QApplication::setApplicationName(QStringLiteral("chartline-test"));
    QApplication::setOrganizationName(QStringLiteral("chartline-test"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.filePath(QStringLiteral("settings")));
}

// The whole window over real services and a vault in a temporary folder that opens in milliseconds.
class TestWindow
{
public:
    static constexpr const char *passphrase = "correct horse battery staple";

private:
    QTemporaryDir m_folder; // first, so that it goes last

public:
    TestWindow()
    {
        useOwnSettings(m_folder);
        themes = std::make_unique<Ui::ThemeController>();
        themes->setChoice(Ui::ThemeController::Choice::Light);
        themes->apply();
        reopen();
    }

    // The program started again on the same vault; before the window is made.
    void reopen()
    {
        composition.reset();
        composition = std::make_unique<Composition>(m_folder.filePath(QStringLiteral("vault")), KdfPolicy::forTests(),
                                                    std::make_shared<Worker::LocalPool>(imagingHandlers()));
    }

    void makeWindow()
    {
        Ui::ShellActions actions;
        actions.importDemonstration = [this] {
            composition->imports().importBuffers(Composition::demonstrationFiles(), {});
        };
        actions.languages = {{QStringLiteral("en"), QStringLiteral("English")},
                             {QStringLiteral("de"), QStringLiteral("Deutsch")}};
        actions.setLanguage = [](const QString &) { };
        actions.language = [] { return QString(); };
        window = std::make_unique<Ui::MainWindow>(
            Ui::Services{composition->vault(), composition->records(), composition->imports(), composition->imaging(),
                         composition->decoder(), composition->objects(), composition->documents(),
                         &composition->measurements(), &composition->safety()},
            *themes, actions);
        window->resize(1440, 900);
        window->show();
    }

    // A vault with the demonstration patients, unlocked.
    [[nodiscard]] bool createWithDemonstration()
    {
        if (!create())
            return false;
        return bool(await(composition->imports().importBuffers(Composition::demonstrationFiles(), {})));
    }
    [[nodiscard]] bool create()
    {
        const bool made = bool(await(composition->vault().create(secret(passphrase))));
        settle();
        return made;
    }
    // The finished future lets go of the session only when events are handled once more; until then the folder stays
    // locked.
    static void settle() { QTest::qWait(50); }
    [[nodiscard]] bool unlock() { return bool(await(composition->vault().unlock(secret(passphrase)))); }

    // Names of everyone, as the list has them.
    [[nodiscard]] QList<PersonSummary> people()
    {
        return await(composition->records().persons()).value_or(QList<PersonSummary>());
    }
    [[nodiscard]] QString settingsText() const
    {
        QSettings settings;
        settings.sync();
        QFile file(settings.fileName());
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    std::unique_ptr<Ui::ThemeController> themes;
    std::unique_ptr<Composition> composition;
    std::unique_ptr<Ui::MainWindow> window;
};

// The visible push button with these words.
inline QPushButton *button(QWidget *in, const QString &text)
{
    for (QPushButton *candidate : in->findChildren<QPushButton *>()) {
        if ((candidate->text() == text || candidate->accessibleName() == text) && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

// The visible box with these words.
inline QCheckBox *checkBox(QWidget *in, const QString &text)
{
    for (QCheckBox *candidate : in->findChildren<QCheckBox *>()) {
        if (candidate->text() == text && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

// The visible field with this name.
inline QLineEdit *field(QWidget *in, const QString &name)
{
    for (QLineEdit *candidate : in->findChildren<QLineEdit *>()) {
        if (candidate->accessibleName() == name && candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

// All words of the visible labels and fields below a widget.
inline QString visibleText(QWidget *in)
{
    QStringList words;
    for (const QLabel *label : in->findChildren<QLabel *>()) {
        if (label->isVisible())
            words << label->text();
    }
    for (const QAbstractItemView *view : in->findChildren<QAbstractItemView *>()) {
        const QAbstractItemModel *model = view->isVisible() ? view->model() : nullptr;
        for (int row = 0; model != nullptr && row < model->rowCount(); ++row) {
            for (int column = 0; column < model->columnCount(); ++column)
                words << model->index(row, column).data().toString();
        }
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace Chartline::Test

// Waits up to five seconds while events are handled. (QTRY_VERIFY does not pass -Wconversion in Qt 6.8.)
#define EVENTUALLY(EXPRESSION) QVERIFY2(QTest::qWaitFor([&] { return bool(EXPRESSION); }, 5000), #EXPRESSION)
