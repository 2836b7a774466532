// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomCodes.h"
#include "dicom/mapping/Mappings.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// Without the zeros that make its length even.
QByteArray documentBytes(QByteArray bytes, const Dataset &dataset)
{
    const double told = dataset.number(Tags::documentLength).value_or(0);
    const auto length = told > 0 && told < double(bytes.size()) ? qsizetype(told) : bytes.size() - 1;
    const QByteArrayView rest = QByteArrayView(bytes).sliced(std::max<qsizetype>(length, 0));
    if (std::ranges::all_of(rest, [](char c) { return c == '\0'; }))
        bytes.truncate(std::max<qsizetype>(length, 0));
    return bytes;
}

QString usualType(const QString &sopClass)
{
    const QStringView last = QStringView(sopClass).sliced(sopClass.lastIndexOf(u'.') + 1);
    if (last == "1"_L1)
        return u"application/pdf"_s;
    if (last == "2"_L1)
        return u"text/xml"_s;
    return last == "3"_L1 ? u"model/stl"_s : QString();
}

} // namespace

DocumentReference mapDocument(const MapContext &context, const ImagingHeader &header)
{
    const Dataset &dataset = context.dataset;
    DocumentReference document;
    document.docType = conceptOf(dataset, Tags::conceptNameSequence);
    document.date = contentDate(context, header);
    document.description = dataset.text(Tags::documentTitle);
    Attachment attachment;
    attachment.contentType = dataset.text(Tags::documentMimeType).trimmed();
    if (attachment.contentType.isEmpty())
        attachment.contentType = usualType(context.scan.sopClass);
    attachment.title = document.description.isEmpty() ? header.seriesDescription : document.description;
    attachment.creation = document.date;
    attachment.data = documentBytes(dataset.bytes(Tags::encapsulatedDocument), dataset);
    const bool isPdf = attachment.contentType.compare("application/pdf"_L1, Qt::CaseInsensitive) == 0;
    if (attachment.data.isEmpty() && !leftOutDocument(context.scan))
        context.issues.append({u"EncapsulatedDocument"_s, u"no-document"_s});
    // A PDF's header stands within its first KiB (ISO 32000-1, implementation note 13).
    else if (isPdf && !attachment.data.isEmpty()
             && !QByteArrayView(attachment.data)
                     .first(std::min<qsizetype>(attachment.data.size(), 1024))
                     .contains("%PDF-"))
        context.issues.append({u"EncapsulatedDocument"_s, u"not-pdf"_s});
    document.attachments.append(std::move(attachment));
    return document;
}

const OmittedValue *leftOutDocument(const DicomScan &scan)
{
    const auto found = std::ranges::find_if(scan.omitted, [](const OmittedValue &value) {
        return value.tag == Tags::encapsulatedDocument && !value.nested;
    });
    return found == scan.omitted.end() ? nullptr : &*found;
}

void addLeftOutDocument(QByteArray bytes, const Dataset &dataset, MappedRecord &record)
{
    for (Value &value : record.values) {
        auto *document = std::get_if<DocumentReference>(&value);
        if (!document || document->attachments.isEmpty() || !document->attachments.first().data.isEmpty())
            continue;
        document->attachments.first().data = documentBytes(std::move(bytes), dataset);
        return;
    }
}

} // namespace Chartline::Dicom
