// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactText.h"

#include <QStringDecoder>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

enum class TextForm : quint8 { None, Plain, Markup };

TextForm formOf(const QString &contentType)
{
    const QStringView type = QStringView(contentType).left(contentType.indexOf(u';')).trimmed();
    const auto is = [type](QLatin1StringView name) { return type.compare(name, Qt::CaseInsensitive) == 0; };
    if (is("text/html"_L1) || is("text/xml"_L1) || is("application/xhtml+xml"_L1) || is("application/xml"_L1)
        || is("application/hl7-sda+xml"_L1) || is("text/xhtml"_L1))
        return TextForm::Markup;
    if (is("text/plain"_L1) || is("text/markdown"_L1) || is("text/csv"_L1) || is("text/x-hl7-ft"_L1) || is("text"_L1))
        return TextForm::Plain;
    return TextForm::None;
}

// The first bytes, without cutting a UTF-8 sequence in two (which would look like a wrong encoding).
QByteArrayView bounded(const QByteArray &data)
{
    qsizetype length = data.size();
    if (length > documentTextLimit) {
        length = documentTextLimit;
        while (length > 0 && (uchar(data[length]) & 0xc0) == 0x80)
            --length;
    }
    return QByteArrayView(data).first(length);
}

QString decoded(const Attachment &attachment)
{
    const QByteArrayView data = bounded(attachment.data);
    const bool latin1 = attachment.contentType.contains("charset=iso-8859-1"_L1, Qt::CaseInsensitive)
                        || attachment.contentType.contains("charset=windows-1252"_L1, Qt::CaseInsensitive);
    if (!latin1) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        QString text = decoder(data);
        if (!decoder.hasError())
            return text;
    }
    return QString::fromLatin1(data);
}

QString firstLine(const QString &text)
{
    // A narrative may begin with a table of hundreds of characters; a title is one line on the screen.
    constexpr qsizetype longest = 200;
    const QStringView line = QStringView(text).left(text.indexOf(u'\n')).trimmed();
    return line.size() <= longest ? line.toString() : line.left(longest).toString() + u'…';
}

} // namespace

void addText(QString &body, const QString &text)
{
    if (text.isEmpty())
        return;
    if (!body.isEmpty())
        body += u'\n';
    body += text;
}

void addConcept(QString &body, const CodeableConcept &value)
{
    addText(body, value.text);
    for (const Coding &coding : value.codings) {
        if (coding.display != value.text)
            addText(body, coding.display);
        addText(body, coding.code);
    }
}

void addConcepts(QString &body, const QList<CodeableConcept> &values)
{
    for (const CodeableConcept &value : values)
        addConcept(body, value);
}

void addReference(QString &body, const Reference &value)
{
    // A bare target ("Practitioner/12") is nothing a person would search for.
    addText(body, value.display);
    if (value.containedLabel != value.display)
        addText(body, value.containedLabel);
    addText(body, value.identifier.value);
}

void addReferences(QString &body, const QList<Reference> &values)
{
    for (const Reference &value : values)
        addReference(body, value);
}

void addDosages(QString &body, const QList<Dosage> &values)
{
    for (const Dosage &value : values) {
        addText(body, value.label());
        if (!value.text.isEmpty())
            addText(body, value.structuredLabel());
    }
}

QString titleOr(const QString &label, const QString &narrative, const QString &fallback)
{
    QString trimmed = label.trimmed();
    if (!trimmed.isEmpty())
        return trimmed;
    const QString line = firstLine(narrative);
    return line.isEmpty() ? fallback : line;
}

void setTitle(FactDraft &draft, const CodeableConcept &value, const QString &narrative, const QString &fallback)
{
    draft.title = titleOr(value.label(), narrative, fallback);
    draft.code = value.primary();
    for (const Coding &coding : value.codings) {
        if (coding.display != draft.title)
            addText(draft.body, coding.display);
        if (coding.code != draft.code.code)
            addText(draft.body, coding.code);
    }
}

void setTitle(FactDraft &draft, const CodeableConcept &value, const Reference &reference, const QString &narrative,
              const QString &fallback)
{
    if (!value.isEmpty() || reference.isEmpty()) {
        setTitle(draft, value, narrative, fallback);
        if (!reference.isEmpty())
            addReference(draft.body, reference);
        return;
    }
    // The bare target ("Medication/12") is the last choice, but says more than the type's name.
    QString label = reference.display.isEmpty() ? reference.containedLabel : reference.display;
    if (label.isEmpty() && narrative.isEmpty())
        label = reference.label();
    draft.title = titleOr(label, narrative, fallback);
    draft.titleFrom = reference;
}

QString attachmentText(const Attachment &attachment)
{
    if (attachment.data.isEmpty())
        return {};
    switch (formOf(attachment.contentType)) {
    case TextForm::None: return {};
    case TextForm::Plain: return decoded(attachment).trimmed();
    case TextForm::Markup: return plainTextOf(decoded(attachment));
    }
    return {};
}

void addAttachments(FactDraft &draft, const QList<Attachment> &attachments)
{
    for (const Attachment &attachment : attachments) {
        addText(draft.body, attachment.title);
        addText(draft.body, attachmentText(attachment));
        if (!attachment.url.isEmpty() && attachment.data.isEmpty()) {
            Reference reference;
            reference.target = attachment.url;
            reference.display = attachment.title;
            if (attachment.url.startsWith("Binary/"_L1) || attachment.url.contains("/Binary/"_L1))
                reference.type = u"Binary"_s;
            draft.bodyFrom.append(reference);
        }
    }
}

bool hasCode(const QList<CodeableConcept> &values, QStringView code)
{
    for (const CodeableConcept &value : values) {
        for (const Coding &coding : value.codings) {
            if (coding.code == code)
                return true;
        }
    }
    return false;
}

} // namespace Chartline::Clinical
