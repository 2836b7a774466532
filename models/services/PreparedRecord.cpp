// SPDX-License-Identifier: Apache-2.0
#include "services/PreparedRecord.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Chartline {

namespace {

QString logicalId(const SourceRecord &source)
{
    return source.id.isEmpty() ? QLatin1Char('#') + QString::fromLatin1(source.sha256.first(16).toHex()) : source.id;
}

QString textOf(const QList<MappingIssue> &issues)
{
    if (issues.isEmpty())
        return {};
    QJsonArray list;
    for (const auto &issue : issues)
        list.append(QJsonArray{issue.path, issue.reason});
    return QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
}

} // namespace

PreparedRecord PreparedRecord::of(MappedRecord &&mapped)
{
    PreparedRecord record;
    record.source = std::move(mapped.source);
    record.id = logicalId(record.source);
    record.facts = std::move(mapped.facts);
    record.subject = std::move(mapped.subject);
    record.issues = std::move(mapped.issues);
    record.issuesText = textOf(record.issues);
    record.mapped = !mapped.values.empty();
    record.deleted = mapped.deleted;
    // Nothing refers to one of many values of a record.
    for (const Clinical::Value &value :
         std::span(mapped.values).first(mapped.factValues.isEmpty() ? mapped.values.size() : 0)) {
        if (Label label = Label::of(value); !label.isEmpty())
            record.labels.append(std::move(label));
    }
    if (record.mapped) {
        if (auto *patient = std::get_if<Clinical::Patient>(&mapped.values.front())) {
            PersonFeatures features = PersonFeatures::of(*patient, record.id);
            record.person = std::make_unique<Person>(std::move(*patient), std::move(features));
        }
    }
    record.instance = std::move(mapped.instance);
    record.companions = std::move(mapped.companions);
    record.remarks = std::move(mapped.remarks);
    if (mapped.patient && !record.subject.isEmpty()) {
        record.namesPerson = true;
        PersonFeatures features =
            PersonFeatures::of(*mapped.patient, record.subject.target.section(QLatin1Char('/'), 1));
        record.person = std::make_unique<Person>(std::move(*mapped.patient), std::move(features));
    }
    return record;
}

} // namespace Chartline
