// SPDX-License-Identifier: Apache-2.0
#include "cli/RecordJson.h"

#include "cli/Terminal.h"
#include "viewmodels/DateText.h"
#include "viewmodels/FactText.h"
#include "viewmodels/FieldText.h"
#include "viewmodels/KindText.h"

#include <QJsonArray>

namespace Chartline::Cli {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject codeJson(const Clinical::Coding &code, const QString &title)
{
    const QString display = code.display.isEmpty() && !code.code.isEmpty() ? title : code.display;
    return {{QStringLiteral("system"), orNull(code.system)},
            {QStringLiteral("code"), orNull(code.code)},
            {QStringLiteral("display"), orNull(display)}};
}

QString assertionName(Assertion assertion)
{
    switch (assertion) {
    case Assertion::Affirmed: return QStringLiteral("affirmed");
    case Assertion::Negated: return QStringLiteral("negated");
    case Assertion::AbsentUnknown: return QStringLiteral("unknown");
    }
    return {};
}

QJsonArray flagNames(FactFlags flags)
{
    static constexpr std::pair<FactFlag, const char *> names[] = {
        {FactFlag::EnteredInError, "entered-in-error"},
        {FactFlag::Refuted, "refuted"},
        {FactFlag::ReadTheSource, "read-the-source"},
        {FactFlag::Ongoing, "ongoing"},
        {FactFlag::Abnormal, "abnormal"},
        {FactFlag::Critical, "critical"},
        {FactFlag::Planned, "planned"},
        {FactFlag::Active, "active"},
        {FactFlag::UndatedByEvent, "date-of-recording"},
        {FactFlag::ConflictingCopy, "conflicting-copy"},
    };
    QJsonArray list;
    for (const auto &[flag, name] : names) {
        if (flags.testFlag(flag))
            list.append(QString::fromLatin1(name));
    }
    return list;
}

// The common part of a fact in every command.
QJsonObject bareFact(const Fact &fact)
{
    return {{QStringLiteral("id"), fact.id.toString()},
            {QStringLiteral("kind"), factKindName(fact.kind)},
            {QStringLiteral("start"), orNull(fact.start.text())},
            {QStringLiteral("end"), orNull(fact.end.text())},
            {QStringLiteral("title"), Ui::FactText::title(fact)},
            {QStringLiteral("code"), codeJson(fact.code, fact.title)},
            {QStringLiteral("value"), orNull(fact.value)},
            {QStringLiteral("unit"), orNull(fact.unit)},
            {QStringLiteral("status"), orNull(fact.status)},
            {QStringLiteral("assertion"), assertionName(fact.assertion)},
            {QStringLiteral("category"), orNull(fact.category)},
            {QStringLiteral("flags"), flagNames(fact.flags)}};
}

Fact factOf(const SearchHit &hit)
{
    Fact fact;
    fact.kind = hit.kind;
    fact.title = hit.title;
    fact.assertion = hit.assertion;
    fact.category = hit.category;
    fact.status = hit.status;
    fact.flags = hit.flags;
    return fact;
}

} // namespace

QJsonObject personJson(const PersonSummary &person)
{
    QJsonArray identities;
    for (const IdentityInfo &identity : person.identities) {
        QJsonArray identifiers;
        for (const IdentifierInfo &identifier : identity.identifiers)
            identifiers.append(QJsonObject{{QStringLiteral("system"), orNull(identifier.system)},
                                           {QStringLiteral("value"), identifier.value}});
        identities.append(
            QJsonObject{{QStringLiteral("identity"), identity.id.toString()},
                        {QStringLiteral("source"), identity.source.name},
                        {QStringLiteral("key"), identity.source.key},
                        {QStringLiteral("record"),
                         identity.record ? QJsonValue(identity.record.toString()) : QJsonValue(QJsonValue::Null)},
                        {QStringLiteral("name"), orNull(identity.name)},
                        {QStringLiteral("identifiers"), identifiers}});
    }
    return {{QStringLiteral("person"), person.id.toString()},
            {QStringLiteral("name"), person.name},
            {QStringLiteral("birthDate"), orNull(person.birthDate)},
            {QStringLiteral("sex"), orNull(person.sex)},
            {QStringLiteral("deceased"), orNull(person.deceased)},
            {QStringLiteral("identities"), identities},
            {QStringLiteral("facts"), person.facts}};
}

QJsonObject factJson(const Fact &fact, const PersonRecord &record, const QHash<RecordId, QString> &formats)
{
    QJsonArray sources;
    for (const Witness &witness : fact.witnesses) {
        QString name;
        for (const SourceInfo &source : record.sources) {
            if (source.id == witness.source)
                name = source.name;
        }
        sources.append(QJsonObject{{QStringLiteral("record"), witness.record.toString()},
                                   {QStringLiteral("name"), name},
                                   {QStringLiteral("format"), formats.value(witness.record)}});
    }
    QJsonObject json = bareFact(fact);
    json.insert(QStringLiteral("source"), sources);
    return json;
}

QJsonObject recordJson(const RecordInfo &record)
{
    static constexpr const char *states[] = {"current", "superseded", "conflicting-copy", "deleted"};
    QJsonArray issues;
    for (const MappingIssue &issue : record.issues)
        issues.append(QJsonObject{{QStringLiteral("path"), issue.path}, {QStringLiteral("reason"), issue.reason}});
    return {
        {QStringLiteral("record"), record.id.toString()},
        {QStringLiteral("type"), record.type},
        {QStringLiteral("id"),
         record.logicalId.startsWith(QLatin1Char('#')) ? QJsonValue(QJsonValue::Null) : orNull(record.logicalId)},
        {QStringLiteral("version"), orNull(record.version)},
        {QStringLiteral("format"), record.format},
        {QStringLiteral("file"), record.path},
        {QStringLiteral("place"), orNull(record.place)},
        {QStringLiteral("sha256"), QString::fromLatin1(record.sha256.toHex())},
        {QStringLiteral("bytes"), record.length},
        {QStringLiteral("source"), record.source.name},
        {QStringLiteral("received"),
         QDateTime::fromMSecsSinceEpoch(record.received, QTimeZone::UTC).toString(Qt::ISODateWithMs)},
        {QStringLiteral("state"), QString::fromLatin1(states[qBound(0, record.state, 3)])},
        {QStringLiteral("mapped"), record.mapped},
        {QStringLiteral("person"), record.person ? QJsonValue(record.person.toString()) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("issues"), issues}};
}

QJsonObject detailJson(const FactDetail &detail)
{
    QJsonArray witnesses;
    for (const WitnessDetail &witness : detail.witnesses) {
        QJsonArray lines;
        for (const auto &line : witness.lines) {
            QJsonArray codings;
            for (const auto &coding : line.codings)
                codings.append(codeJson(coding, {}));
            lines.append(QJsonObject{{QStringLiteral("field"), line.field},
                                     {QStringLiteral("text"), line.text},
                                     {QStringLiteral("codings"), codings}});
        }
        QJsonArray attachments;
        for (const auto &attachment : witness.attachments)
            attachments.append(QJsonObject{{QStringLiteral("contentType"), orNull(attachment.contentType)},
                                           {QStringLiteral("title"), orNull(attachment.title)},
                                           {QStringLiteral("url"), orNull(attachment.url)},
                                           {QStringLiteral("bytes"), attachment.data.size()}});
        QJsonObject json = recordJson(witness.record);
        json.insert(QStringLiteral("fact"), witness.witness.fact.toString());
        json.insert(QStringLiteral("fields"), lines);
        json.insert(QStringLiteral("narrative"), orNull(witness.narrative));
        json.insert(QStringLiteral("attachments"), attachments);
        witnesses.append(json);
    }
    QJsonArray versions;
    for (const RecordInfo &version : detail.versions)
        versions.append(recordJson(version));
    QJsonObject json = bareFact(detail.fact);
    json.insert(QStringLiteral("person"), detail.fact.person.toString());
    json.insert(QStringLiteral("witnesses"), witnesses);
    json.insert(QStringLiteral("versions"), versions);
    return json;
}

QString hitTitle(const SearchHit &hit)
{
    const Fact fact = factOf(hit);
    const QStringList flags = Ui::FactText::flagWords(fact);
    const QString title = Ui::FactText::title(fact);
    return flags.isEmpty() ? title : title + QStringLiteral(" (") + flags.join(QStringLiteral(", ")) + QLatin1Char(')');
}

QJsonObject hitJson(const SearchHit &hit)
{
    return {{QStringLiteral("id"), hit.id.toString()},
            {QStringLiteral("person"), hit.person.toString()},
            {QStringLiteral("kind"), factKindName(hit.kind)},
            {QStringLiteral("start"), orNull(hit.start.text())},
            {QStringLiteral("title"), Ui::FactText::title(factOf(hit))},
            {QStringLiteral("snippet"), hit.snippet},
            {QStringLiteral("status"), orNull(hit.status)},
            {QStringLiteral("flags"), flagNames(hit.flags)}};
}

void printDetail(const FactDetail &detail)
{
    const Fact &fact = detail.fact;
    Terminal::out(Ui::FactText::title(fact));
    for (const QString &flag : Ui::FactText::flagWords(fact))
        Terminal::out(QStringLiteral("! ") + flag);
    Terminal::out(QStringLiteral("%1  %2  %3")
                      .arg(Ui::KindText::name(fact.kind),
                           Ui::DateText::range(fact.start, fact.end, fact.flags.testFlag(FactFlag::Ongoing)),
                           Ui::FactText::value(fact)));
    for (const WitnessDetail &witness : detail.witnesses) {
        Terminal::out({});
        Terminal::out(
            QStringLiteral("%1  %2  %3  %4")
                .arg(witness.record.id.toString(), witness.record.source.name, witness.typeName, witness.record.path));
        for (const auto &line : witness.lines)
            Terminal::out(QStringLiteral("  %1: %2").arg(Ui::FieldText::label(line.field), line.text));
    }
}

} // namespace Chartline::Cli
