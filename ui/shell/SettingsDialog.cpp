// SPDX-License-Identifier: Apache-2.0
#include "shell/SettingsDialog.h"

#include "security/ChangePassphraseDialog.h"
#include "services/VaultService.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "theme/ThemeController.h"
#include "viewmodels/SettingsKeys.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Chartline::Ui {

SettingsDialog::SettingsDialog(VaultService &vault, ThemeController &themes, const ShellActions &actions,
                               QWidget *parent)
    : QDialog(parent)
    , m_vault(vault)
    , m_themes(themes)
    , m_notice(new Notice)
{
    setWindowTitle(tr("Settings"));
    setModal(true);
    setMinimumWidth(560);
    QVBoxLayout *layout = makeColumn(this, Space::xl, Space::m);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Space::xl);
    grid->setVerticalSpacing(Space::m);
    grid->setColumnStretch(1, 1);
    addAppearance(*grid, actions);
    addSecurity(*grid);
    addVault(*grid);
    layout->addLayout(grid);
    layout->addWidget(m_notice);
    layout->addStretch();
    auto *close = makeButton(tr("Close"), ButtonStyle::Primary);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&m_vault, &VaultService::locked, this, &QDialog::reject);
}

void SettingsDialog::addAppearance(QGridLayout &grid, const ShellActions &actions)
{
    addHeading(grid, tr("Appearance"));
    if (actions.setLanguage && !actions.languages.isEmpty()) {
        auto *language = new QComboBox;
        language->addItem(tr("As the system"), QString());
        for (const auto &[code, name] : actions.languages)
            language->addItem(name, code);
        language->setCurrentIndex(std::max(0, language->findData(actions.language ? actions.language() : QString())));
        connect(language, &QComboBox::activated, this, [this, language, set = actions.setLanguage] {
            const QString code = language->currentData().toString();
            accept(); // the window builds itself anew in the other language
            set(code);
        });
        addRow(grid, tr("Language"), language);
    }
    auto *theme = new QComboBox;
    theme->addItem(Icon::make(Icon::Name::Settings, QPalette::PlaceholderText), tr("As the system"),
                   int(ThemeController::Choice::System));
    theme->addItem(Icon::make(Icon::Name::Sun, QPalette::PlaceholderText), tr("Light"),
                   int(ThemeController::Choice::Light));
    theme->addItem(Icon::make(Icon::Name::Moon, QPalette::PlaceholderText), tr("Dark"),
                   int(ThemeController::Choice::Dark));
    theme->setCurrentIndex(theme->findData(int(m_themes.choice())));
    connect(theme, &QComboBox::activated, this,
            [this, theme] { m_themes.setChoice(ThemeController::Choice(theme->currentData().toInt())); });
    addRow(grid, tr("Theme"), theme);
    auto *contrast = new QCheckBox(tr("High contrast"));
    contrast->setChecked(m_themes.isHighContrast());
    connect(contrast, &QCheckBox::toggled, &m_themes, &ThemeController::setHighContrast);
    addRow(grid, {}, contrast);
}

void SettingsDialog::addSecurity(QGridLayout &grid)
{
    addHeading(grid, tr("Security"));
    auto *minutes = new QSpinBox;
    minutes->setRange(0, 240);
    minutes->setSpecialValueText(tr("never"));
    minutes->setSuffix(tr(" min", "minutes, after a number"));
    minutes->setValue(QSettings().value(SettingsKeys::autoLockMinutes, SettingsKeys::defaultAutoLockMinutes).toInt());
    connect(minutes, &QSpinBox::valueChanged, this, [this](int value) {
        QSettings().setValue(SettingsKeys::autoLockMinutes, value);
        Q_EMIT autoLockChanged(value);
    });
    addRow(grid, tr("Lock when not used for"), minutes);
    if (m_vault.state() == VaultService::State::Unlocked) {
        auto *passphrase = makeButton(tr("Change passphrase…"), Icon::Name::Key);
        connect(passphrase, &QPushButton::clicked, this, &SettingsDialog::changePassphrase);
        addRow(grid, tr("Passphrase"), passphrase);
        passphrase->setEnabled(!m_vault.isReadOnly());
    }
}

void SettingsDialog::addVault(QGridLayout &grid)
{
    addHeading(grid, tr("Vault"));
    auto *folder = makeParagraph(QDir::toNativeSeparators(m_vault.folder()));
    folder->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    addRow(grid, tr("Folder"), folder);
    auto *state = makeParagraph(m_vault.isReadOnly() ? tr("Read-only: nothing can be imported or changed.")
                                                     : tr("Encrypted. Copy the whole folder to move it."),
                                m_vault.isReadOnly() ? Tone::Warning : Tone::Muted);
    addRow(grid, {}, state);
}

void SettingsDialog::addHeading(QGridLayout &grid, const QString &text)
{
    const int row = grid.rowCount();
    if (row > 1) {
        grid.addWidget(makeLine(), row, 0, 1, 2);
        grid.addWidget(makeLabel(text, TextStyle::Heading), row + 1, 0, 1, 2);
    } else {
        grid.addWidget(makeLabel(text, TextStyle::Heading), row, 0, 1, 2);
    }
}

void SettingsDialog::addRow(QGridLayout &grid, const QString &label, QWidget *field)
{
    const int row = grid.rowCount();
    if (!label.isEmpty()) {
        QLabel *name = makeLabel(label, TextStyle::Body, Tone::Muted);
        name->setBuddy(field);
        if (field->accessibleName().isEmpty() && qobject_cast<QLabel *>(field) == nullptr)
            field->setAccessibleName(label);
        grid.addWidget(name, row, 0, Qt::AlignLeft | Qt::AlignTop);
        name->setContentsMargins(0, qobject_cast<QLabel *>(field) == nullptr ? 7 : 0, 0, 0);
    }
    if (qobject_cast<QLabel *>(field) != nullptr)
        grid.addWidget(field, row, 1);
    else
        grid.addWidget(field, row, 1, Qt::AlignLeft);
    if (qobject_cast<QComboBox *>(field) != nullptr || qobject_cast<QSpinBox *>(field) != nullptr)
        field->setMinimumWidth(200);
}

void SettingsDialog::changePassphrase()
{
    auto *dialog = new ChangePassphraseDialog(m_vault, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ChangePassphraseDialog::passphraseChanged, this, [this] {
        m_notice->tell(Tone::Success, tr("The passphrase has been changed. The old one no longer opens the vault."));
    });
    dialog->open();
}

} // namespace Chartline::Ui
