// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactText.h"
#include "theme/Layouts.h"
#include "timeline/DetailPane.h"
#include "timeline/SourceDialog.h"

#include <QFileDialog>
#include <QLabel>
#include <QMimeDatabase>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

// A name for the file dialog: the title without anything that could be a path.
QString fileName(const Clinical::Attachment &attachment)
{
    QString name = attachment.title.isEmpty() ? QStringLiteral("document") : attachment.title;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('.') && c != QLatin1Char('-') && c != QLatin1Char(' '))
            c = QLatin1Char('_');
    }
    while (name.startsWith(QLatin1Char('.')))
        name.removeFirst();
    const QString type = attachment.contentType.section(QLatin1Char(';'), 0, 0).trimmed();
    const QString suffix = QMimeDatabase().mimeTypeForName(type).preferredSuffix();
    if (!suffix.isEmpty() && !name.endsWith(QLatin1Char('.') + suffix, Qt::CaseInsensitive))
        name += QLatin1Char('.') + suffix;
    return name.left(120);
}

} // namespace

void DetailPane::addAttachments(const FactDetail &detail)
{
    bool any = false;
    for (const WitnessDetail &witness : detail.witnesses) {
        for (const Clinical::Attachment &attachment : witness.attachments) {
            if (!any) {
                m_column->addWidget(makeLine(m_content));
                addCaption(tr("Documents"));
                any = true;
            }
            QStringList parts{attachment.title, attachment.contentType.section(QLatin1Char(';'), 0, 0)};
            if (!attachment.data.isEmpty())
                parts += locale().formattedDataSize(attachment.data.size());
            parts.removeAll(QString());
            if (!parts.isEmpty())
                addText(parts.join(tr(" · ", "between parts of a line")), true);
            if (attachment.undecodable) {
                addText(tr("The document's data cannot be read: it is not base64."), true);
                continue;
            }
            if (attachment.data.isEmpty()) {
                addText(tr("The document itself has not been received."), true);
                continue;
            }
            if (const QString text = Clinical::attachmentText(attachment); !text.isEmpty())
                addText(text.trimmed());
            QPushButton *button = makeButton(tr("Save a copy…"), Icon::Name::Save, ButtonStyle::Normal, m_content);
            button->setAccessibleName(tr("Save a copy of %1").arg(attachment.title));
            connect(button, &QAbstractButton::clicked, this, [this, attachment] { save(attachment); });
            m_column->addWidget(button, 0, Qt::AlignLeft);
        }
    }
}

void DetailPane::save(const Clinical::Attachment &attachment)
{
    auto *dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setLabelText(QFileDialog::Accept, tr("Save outside the vault"));
    dialog->selectFile(fileName(attachment));
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = attachment.data](const QString &path) {
        const FactId shown = m_fact.id;
        saveBytes(this, bytes, path, [this, shown](const QString &failure) {
            if (!failure.isEmpty() && shown == m_fact.id) {
                QLabel *label = addText(tr("It could not be saved: %1").arg(failure));
                setTone(label, Tone::Danger);
            }
        });
    });
    dialog->open();
}

} // namespace Chartline::Ui
