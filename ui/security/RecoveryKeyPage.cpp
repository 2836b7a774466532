// SPDX-License-Identifier: Apache-2.0
#include "security/RecoveryKeyPage.h"

#include "base/FileErrors.h"
#include "security/RecoverySheet.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/ErrorText.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QRandomGenerator>
#include <QVBoxLayout>
#include <memory>

namespace Chartline::Ui {

RecoveryKeyPage::RecoveryKeyPage(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout)
    , m_question(makeLabel({}, TextStyle::BodyStrong))
    , m_answer(new QLineEdit)
    , m_kept(new QCheckBox(tr("I have printed or saved the key and put it in a safe place")))
    , m_notice(new Notice)
{
    QVBoxLayout *layout = makeColumn(this, 0, Space::m);
    layout->addWidget(makeLabel(tr("Keep your recovery key"), TextStyle::Title));
    layout->addWidget(
        makeParagraph(tr("If the passphrase is forgotten, this key is the only way to the records. It is shown this "
                         "one time and stored nowhere."),
                      Tone::Muted));
    auto *box = new QFrame;
    setFrameRole(box, FrameStyle::Panel);
    box->setLayout(m_grid);
    m_grid->setContentsMargins(Space::l, Space::l, Space::l, Space::l);
    m_grid->setSpacing(Space::m);
    layout->addWidget(box);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    auto *printButton = makeButton(tr("Print…"), Icon::Name::Print, ButtonStyle::Primary);
    auto *saveButton = makeButton(tr("Save to a file…"), Icon::Name::Save);
    row->addWidget(printButton);
    row->addWidget(saveButton);
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(m_notice);
    layout->addSpacing(Space::s);
    layout->addWidget(makeLine());
    layout->addSpacing(Space::s);
    m_question->setBuddy(m_answer);
    m_answer->setFont(Theme::fixedFont());
    m_answer->setMaximumWidth(180);
    m_answer->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText);
    layout->addWidget(m_question);
    layout->addWidget(m_answer);
    layout->addWidget(makeLabel(tr("or"), TextStyle::Caption, Tone::Muted));
    layout->addWidget(m_kept);
    connect(printButton, &QPushButton::clicked, this, &RecoveryKeyPage::print);
    connect(saveButton, &QPushButton::clicked, this, &RecoveryKeyPage::save);
    connect(m_answer, &QLineEdit::textChanged, this, &RecoveryKeyPage::confirmationChanged);
    connect(m_kept, &QCheckBox::toggled, this, &RecoveryKeyPage::confirmationChanged);
}

void RecoveryKeyPage::setKey(const QString &key, const QString &folder)
{
    forget();
    m_key = key;
    m_folder = folder;
    const QStringList groups = RecoverySheet::groups(key);
    m_asked = groups.isEmpty() ? 0 : int(QRandomGenerator::global()->bounded(groups.size()));
    QFont font = Theme::fixedFont();
    font.setPixelSize(20);
    font.setWeight(QFont::DemiBold);
    for (int i = 0; i < groups.size(); ++i) {
        auto *number = makeLabel(QString::number(i + 1), TextStyle::Caption, Tone::Muted);
        auto *group = new QLabel(groups.at(i));
        group->setFont(font);
        group->setStyleSheet(QStringLiteral("font-family: \"%1\"; font-size: 20px;").arg(font.family()));
        group->setAccessibleName(tr("Group %1: %2").arg(i + 1).arg(groups.at(i)));
        auto *cell = new QHBoxLayout;
        cell->addWidget(number);
        cell->addWidget(group);
        cell->addStretch();
        m_grid->addLayout(cell, i / 3, i % 3);
    }
    m_question->setText(tr("To be sure it was noted, type group %1 from your copy").arg(m_asked + 1));
}

void RecoveryKeyPage::forget()
{
    m_key.fill(QLatin1Char('x'));
    m_key.clear();
    while (QLayoutItem *cell = m_grid->takeAt(0)) {
        while (QLayoutItem *item = cell->layout() != nullptr ? cell->layout()->takeAt(0) : nullptr) {
            delete item->widget();
            delete item;
        }
        delete cell;
    }
    m_answer->clear();
    m_kept->setChecked(false);
    m_notice->clear();
}

bool RecoveryKeyPage::isConfirmed() const
{
    if (m_key.isEmpty())
        return false;
    if (m_kept->isChecked())
        return true;
    const QString asked = RecoverySheet::groups(m_key).value(m_asked);
    return !asked.isEmpty() && m_answer->text().trimmed().compare(asked, Qt::CaseInsensitive) == 0;
}

void RecoveryKeyPage::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Chartline recovery key"));
    printer->setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout::Millimeter);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QPainter painter;
        if (!painter.begin(printer.get())) {
            m_notice->tell(Tone::Danger,
                           tr("The printer did not take the page. Try again, or save the key to a file."));
            return;
        }
        const QRectF page(QPointF(0, 0), printer->pageRect(QPrinter::DevicePixel).size());
        RecoverySheet(m_key, m_folder, QDate::currentDate()).paint(painter, page);
        m_notice->tell(Tone::Success, tr("Sent to the printer. Check the paper before going on."));
    });
    // Keeps the printer alive as long as the dialog, whichever way that ends.
    connect(dialog, &QObject::destroyed, this, [printer] { });
    dialog->open();
}

void RecoveryKeyPage::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery key"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text files (*.txt)"));
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(tr("chartline-recovery-key.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &RecoveryKeyPage::saveTo);
    dialog->open();
}

void RecoveryKeyPage::saveTo(const QString &path)
{
    QByteArray text = RecoverySheet(m_key, m_folder, QDate::currentDate()).plainText().toUtf8();
    const Status written = writeFileDurably(path, text);
    text.fill('\0');
    if (written)
        m_notice->tell(Tone::Success, tr("Saved. Keep the file away from this computer, on a stick in a safe place."));
    else
        m_notice->tell(Tone::Danger, errorText(written.error()));
}

} // namespace Chartline::Ui
