// SPDX-License-Identifier: Apache-2.0
#include "imaging/ReportItems.h"

#include "clinical/FactText.h"
#include "viewmodels/DetailModel.h"
#include "viewmodels/FactText.h"

#include <QLocale>
#include <QMimeDatabase>
#include <algorithm>

namespace Chartline::Ui {

namespace {

QString typeOf(const Clinical::Attachment &attachment)
{
    return attachment.contentType.section(QLatin1Char(';'), 0, 0).trimmed();
}

bool isPdf(const Clinical::Attachment &attachment)
{
    // Its header stands within the first KiB (ISO 32000-1, implementation note 13).
    constexpr qsizetype head = 1024;
    return typeOf(attachment).compare(QLatin1StringView("application/pdf"), Qt::CaseInsensitive) == 0
           || QByteArrayView(attachment.data).first(std::min(attachment.data.size(), head)).contains("%PDF-");
}

// A name for the file dialog: the title without anything that could be a path.
QString fileName(QString name, const QString &suffix)
{
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('-') && c != QLatin1Char(' '))
            c = QLatin1Char('_');
    }
    name = name.trimmed().left(100);
    return suffix.isEmpty() ? name : name + QLatin1Char('.') + suffix;
}

// Everything that is known of a fact, in lines.
QString linesOf(const FactDetail &detail)
{
    QStringList parts;
    for (const DetailSection &section : DetailModel::sections(detail)) {
        QStringList lines;
        for (const DetailRow &row : section.rows)
            lines.append(row.label + QStringLiteral(": ") + row.text);
        parts.append(lines.join(QLatin1Char('\n')));
    }
    parts.removeDuplicates();
    return parts.join(QStringLiteral("\n\n———\n\n"));
}

bool isSame(const ReportItem &a, const ReportItem &b)
{
    return a.kind == b.kind && a.name == b.name && a.data == b.data && a.words == b.words;
}

} // namespace

// The words of a document that is text, with a remark where they are not all.
QString ReportItems::textOf(const Clinical::Attachment &attachment)
{
    QString text = Clinical::attachmentText(attachment).trimmed();
    if (!text.isEmpty() && attachment.data.size() > Clinical::documentTextLimit) {
        text += QStringLiteral("\n\n")
                + tr("[only the first %1 of %2 are shown here]")
                      .arg(QLocale().formattedDataSize(Clinical::documentTextLimit),
                           QLocale().formattedDataSize(attachment.data.size()));
    }
    return text;
}

// What the sources say in words of their own.
QString ReportItems::words(const FactDetail &detail)
{
    QStringList parts;
    for (const WitnessDetail &witness : detail.witnesses) {
        if (!witness.narrative.isEmpty())
            parts.append(witness.narrative);
        for (const Clinical::Attachment &attachment : witness.attachments) {
            if (const QString text = isPdf(attachment) ? QString() : textOf(attachment); !text.isEmpty())
                parts.append(text);
        }
    }
    parts.removeDuplicates();
    return parts.join(QStringLiteral("\n\n———\n\n"));
}

// Why a document is not here.
QString ReportItems::absence(const Clinical::Attachment &attachment)
{
    if (attachment.undecodable)
        return tr("This document was received, but cannot be decoded: its data are not base64.");
    if (!attachment.url.isEmpty())
        return tr("This document is not part of what was received; or it was, and cannot be decoded. Its source says "
                  "where it is: %1")
            .arg(attachment.url);
    return tr("This document has not been received: its source names it without sending its content.");
}

ReportItem ReportItems::document(const Clinical::Attachment &attachment, const QString &title)
{
    ReportItem item;
    const QString type = typeOf(attachment);
    const bool pdf = isPdf(attachment);
    QStringList parts{attachment.title.isEmpty() ? title : attachment.title, pdf ? tr("PDF") : type};
    item.data = attachment.data;
    const QString suffix = pdf ? QStringLiteral("pdf") : QMimeDatabase().mimeTypeForName(type).preferredSuffix();
    item.fileName = fileName(parts.first(), suffix);
    if (attachment.data.isEmpty()) {
        item.kind = ReportItem::Kind::Missing;
        item.words = absence(attachment);
        parts.append(attachment.undecodable ? tr("cannot be decoded") : tr("not here"));
    } else if (pdf) {
        item.kind = ReportItem::Kind::Pages;
    } else {
        item.kind = ReportItem::Kind::Other;
        item.words = tr("Documents of this kind are not shown here (%1, %2). Save it to see it with another program.")
                         .arg(type.isEmpty() ? tr("of an unknown type") : type,
                              QLocale().formattedDataSize(attachment.data.size()));
    }
    parts.removeAll(QString());
    item.name = parts.join(QStringLiteral(" · "));
    return item;
}

QList<ReportItem> ReportItems::of(const FactDetail &detail)
{
    const QString title = FactText::title(detail.fact);
    const QString own = words(detail);
    const QString known = own.isEmpty() ? linesOf(detail) : own;
    QList<ReportItem> items;
    for (const WitnessDetail &witness : detail.witnesses) {
        for (const Clinical::Attachment &attachment : witness.attachments) {
            if (!isPdf(attachment) && !textOf(attachment).isEmpty())
                continue; // among the words
            const ReportItem item = document(attachment, title);
            if (std::ranges::none_of(items, [&](const ReportItem &other) { return isSame(item, other); }))
                items.append(item);
        }
    }
    if (!own.isEmpty() || items.isEmpty())
        items.prepend({ReportItem::Kind::Words, tr("Words of the record"), known, {}, {}});
    // Where there is nothing else to read, there is what is known of the document.
    for (ReportItem &item : items) {
        if (item.kind == ReportItem::Kind::Pages)
            item.words = known;
        else if (item.kind != ReportItem::Kind::Words && own.isEmpty())
            item.words += QStringLiteral("\n\n") + known;
    }
    return items;
}

qsizetype ReportItems::first(const QList<ReportItem> &items)
{
    const auto pages = std::ranges::find(items, ReportItem::Kind::Pages, &ReportItem::kind);
    return pages == items.end() ? 0 : pages - items.begin();
}

} // namespace Chartline::Ui
