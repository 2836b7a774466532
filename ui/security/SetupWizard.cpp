// SPDX-License-Identifier: Apache-2.0
#include "security/SetupWizard.h"

#include "security/NewPassphraseForm.h"
#include "security/RecoveryKeyPage.h"
#include "security/StepList.h"
#include "services/VaultService.h"
#include "shell/IntendedUse.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/ErrorText.h"

#include <QCheckBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

// A large choice: sign, what it does, one line more. The words are also the button's accessible name.
QPushButton *makeTile(Icon::Name icon, const QString &title, const QString &text)
{
    auto *tile = makeButton({}, ButtonStyle::Tile);
    auto *row = new QHBoxLayout(tile);
    row->setContentsMargins(Space::l, Space::m, Space::l, Space::m);
    row->setSpacing(Space::l);
    row->addWidget(makeIconLabel(icon, 26, QPalette::Accent));
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(makeLabel(title, TextStyle::BodyStrong));
    words->addWidget(makeParagraph(text, Tone::Muted));
    row->addLayout(words, 1);
    row->addWidget(makeIconLabel(Icon::Name::ChevronRight, 18, QPalette::PlaceholderText));
    for (QLabel *label : tile->findChildren<QLabel *>())
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    tile->setMinimumHeight(72);
    tile->setAccessibleName(title);
    tile->setAccessibleDescription(text);
    return tile;
}

QHBoxLayout *makeFooter(QPushButton *left, QPushButton *right)
{
    auto *row = new QHBoxLayout;
    if (left != nullptr)
        row->addWidget(left);
    row->addStretch();
    if (right != nullptr)
        row->addWidget(right);
    return row;
}

} // namespace

SetupWizard::SetupWizard(VaultService &vault, QWidget *parent)
    : QWidget(parent)
    , m_vault(vault)
    , m_steps(new StepList({tr("Welcome"), tr("Passphrase"), tr("Recovery key"), tr("First records")}))
    , m_pages(new QStackedWidget)
{
    setBackground(this, QLatin1StringView("window"));
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(32, 32, 36, 32);
    row->setSpacing(32);
    auto *side = new QVBoxLayout;
    side->setSpacing(0);
    auto *brand = new QHBoxLayout;
    brand->setSpacing(Space::s);
    brand->addWidget(makeIconLabel(Icon::Name::Logo, 26, QPalette::Accent));
    brand->addWidget(makeLabel(tr("Chartline"), TextStyle::Heading, Tone::Accent));
    brand->addStretch();
    side->addLayout(brand);
    side->addSpacing(Space::xl);
    side->addWidget(m_steps);
    side->addStretch();
    row->addLayout(side);
    row->addWidget(m_pages, 1);
    m_pages->addWidget(makeWelcome());
    m_pages->addWidget(makePassphrase());
    m_pages->addWidget(makeRecoveryKey());
    m_pages->addWidget(makeRecords());
    card->setMinimumHeight(560);
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    layout->addWidget(makeCentredPage(card, 860));
}

QWidget *SetupWizard::makeWelcome()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page, 0, Space::m);
    layout->addWidget(makeLabel(tr("One record, from every system"), TextStyle::Title));
    layout->addWidget(
        makeParagraph(tr("Chartline gathers a patient's records from the files of different systems and shows them as "
                         "one. Everything stays on this computer, encrypted; nothing is sent anywhere."),
                      Tone::Muted));
    layout->addSpacing(Space::s);
    auto *use = new QFrame;
    setFrameRole(use, FrameStyle::Panel);
    QVBoxLayout *column = makeColumn(use, Space::l, Space::s);
    column->addWidget(makeLabel(tr("What it is for"), TextStyle::Heading));
    for (const QString &line : IntendedUse::statements()) {
        auto *item = new QHBoxLayout;
        item->setSpacing(Space::s);
        item->addWidget(makeIconLabel(Icon::Name::Info, 16, QPalette::Accent), 0, Qt::AlignTop);
        item->addWidget(makeParagraph(line), 1);
        column->addLayout(item);
    }
    layout->addWidget(use);
    m_understood = new QCheckBox(tr("I have read what Chartline is for"));
    layout->addWidget(m_understood);
    layout->addStretch();
    layout->addWidget(makeLabel(tr("The vault will be created in %1").arg(QDir::toNativeSeparators(m_vault.folder())),
                                TextStyle::Caption, Tone::Muted));
    m_begin = makeButton(tr("Continue"), ButtonStyle::Large);
    m_begin->setEnabled(false);
    layout->addLayout(makeFooter(nullptr, m_begin));
    connect(m_understood, &QCheckBox::toggled, m_begin, &QWidget::setEnabled);
    connect(m_begin, &QPushButton::clicked, this, [this] { go(Page::Passphrase); });
    return page;
}

QWidget *SetupWizard::makePassphrase()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page, 0, Space::m);
    layout->addWidget(makeLabel(tr("Choose a passphrase"), TextStyle::Title));
    layout->addWidget(
        makeParagraph(tr("It locks the records of all patients on this computer. It is asked for at every start and "
                         "after a pause."),
                      Tone::Muted));
    m_form = new NewPassphraseForm;
    m_form->setMaximumWidth(440);
    layout->addWidget(m_form);
    m_notice = new Notice;
    layout->addWidget(m_notice);
    layout->addStretch();
    m_bar = new QProgressBar;
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Creating the vault"));
    m_bar->hide();
    layout->addWidget(m_bar);
    m_back = makeButton(tr("Back"), Icon::Name::ArrowLeft);
    m_create = makeButton(tr("Create the vault"), ButtonStyle::Large);
    m_create->setEnabled(false);
    layout->addLayout(makeFooter(m_back, m_create));
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_form->clear();
        go(Page::Welcome);
    });
    connect(m_form, &NewPassphraseForm::changed, this,
            [this] { m_create->setEnabled(!m_busy && m_form->isComplete()); });
    connect(m_form, &NewPassphraseForm::submitted, this, &SetupWizard::create);
    connect(m_create, &QPushButton::clicked, this, &SetupWizard::create);
    return page;
}

QWidget *SetupWizard::makeRecoveryKey()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page, 0, Space::m);
    m_key = new RecoveryKeyPage;
    layout->addWidget(m_key);
    layout->addStretch();
    m_keyNext = makeButton(tr("Continue"), ButtonStyle::Large);
    m_keyNext->setEnabled(false);
    layout->addLayout(makeFooter(nullptr, m_keyNext));
    connect(m_key, &RecoveryKeyPage::confirmationChanged, this,
            [this] { m_keyNext->setEnabled(m_key->isConfirmed()); });
    connect(m_keyNext, &QPushButton::clicked, this, [this] {
        m_key->forget();
        go(Page::Records);
    });
    return page;
}

QWidget *SetupWizard::makeRecords()
{
    auto *page = new QWidget;
    QVBoxLayout *layout = makeColumn(page, 0, Space::m);
    layout->addWidget(makeLabel(tr("The vault is ready"), TextStyle::Title));
    layout->addWidget(makeParagraph(
        tr("What would you like to see first? More can be added at any time, by dropping files on the window."),
        Tone::Muted));
    layout->addSpacing(Space::s);
    const auto add = [&](Icon::Name icon, const QString &title, const QString &text, Start start) {
        QPushButton *tile = makeTile(icon, title, text);
        layout->addWidget(tile);
        connect(tile, &QPushButton::clicked, this, [this, start] { finish(start); });
    };
    add(Icon::Name::Patients, tr("Demonstration patients"),
        tr("Three invented patients with long records, to look around with."), Start::Demonstration);
    add(Icon::Name::Document, tr("Import files…"), tr("FHIR files (JSON, XML, NDJSON) or ZIP archives of them."),
        Start::Files);
    add(Icon::Name::Folder, tr("Import a folder…"),
        tr("Everything in it that is health data; the rest is named in the report."), Start::Folder);
    add(Icon::Name::ArrowRight, tr("Start with an empty vault"), tr("Go to the patient list."), Start::Empty);
    layout->addStretch();
    return page;
}

SetupWizard::Page SetupWizard::page() const
{
    return Page(m_pages->currentIndex());
}

void SetupWizard::reset()
{
    m_form->clear();
    m_key->forget();
    m_notice->clear();
    m_understood->setChecked(false);
    m_active = false;
    go(Page::Welcome);
}

void SetupWizard::go(Page page)
{
    m_pages->setCurrentIndex(int(page));
    m_steps->setCurrent(int(page));
    switch (page) {
    case Page::Welcome: m_understood->setFocus(); break;
    case Page::Passphrase: m_form->setFocus(); break;
    case Page::RecoveryKey:
    case Page::Records: m_pages->currentWidget()->setFocus(); break;
    }
}

void SetupWizard::create()
{
    if (m_busy || !m_form->isComplete())
        return;
    m_busy = true;
    m_active = true;
    m_notice->clear();
    m_bar->show();
    m_form->setEnabled(false);
    m_back->setEnabled(false);
    m_create->setEnabled(false);
    m_vault.create(m_form->take()).then(this, [this](const Result<NewVault> &result) { created(result); });
}

void SetupWizard::created(const Result<NewVault> &result)
{
    m_busy = false;
    m_bar->hide();
    m_form->setEnabled(true);
    m_back->setEnabled(true);
    if (!result) {
        m_active = false;
        m_notice->tell(Tone::Danger, errorText(result.error()));
        m_form->setFocus();
        return;
    }
    m_key->setKey(result->recoveryKey, result->folder);
    m_keyNext->setEnabled(false);
    go(Page::RecoveryKey);
}

void SetupWizard::finish(Start start)
{
    m_active = false;
    Q_EMIT finished(start);
}

} // namespace Chartline::Ui
