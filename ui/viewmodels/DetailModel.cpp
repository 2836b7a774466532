// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/DetailModel.h"

#include "viewmodels/DateText.h"
#include "viewmodels/FactText.h"
#include "viewmodels/FieldText.h"

namespace Chartline::Ui {

using namespace Qt::StringLiterals;

namespace {

QString codesOf(const Clinical::DetailLine &line, const QString &separator)
{
    QStringList codes;
    for (const Clinical::Coding &coding : line.codings) {
        const QString code = FactText::code(coding);
        if (!code.isEmpty() && !codes.contains(code))
            codes += code;
    }
    return codes.join(separator);
}

} // namespace

QString DetailModel::text(const Clinical::DetailLine &line)
{
    if (line.text == "true"_L1)
        return tr("yes");
    if (line.text == "false"_L1)
        return tr("no");
    // "1959" may be a number as well as a year: only text with a month is surely a date.
    if (line.text.size() >= 7) {
        const PartialDate date = PartialDate::parse(line.text);
        if (date.isValid())
            return DateText::date(date);
    }
    const QString status = line.field.contains("tatus"_L1) ? FactText::status(line.text) : line.text;
    return status.isEmpty() && !line.references.isEmpty() ? line.references.first().label() : status;
}

QList<DetailSection> DetailModel::sections(const FactDetail &detail)
{
    QList<DetailSection> sections;
    for (const WitnessDetail &witness : detail.witnesses) {
        DetailSection section;
        section.record = witness.record.id;
        section.title = witness.record.source.name.isEmpty() ? tr("Unnamed source") : witness.record.source.name;
        section.subtitle = witness.record.logicalId.isEmpty()
                               ? witness.typeName
                               : tr("%1/%2", "type and id of a record").arg(witness.typeName, witness.record.logicalId);
        section.narrative = witness.narrative;
        QString last;
        for (const Clinical::DetailLine &line : witness.lines) {
            if (line.field == "narrative"_L1)
                continue;
            const QString words = text(line);
            const QString codes = codesOf(line, tr(" · ", "between codes"));
            if (words.isEmpty() && codes.isEmpty())
                continue;
            // A repeated field is named once.
            section.rows.append({line.field == last ? QString() : FieldText::label(line.field), words, codes});
            last = line.field;
        }
        sections.append(section);
    }
    return sections;
}

QString DetailModel::referenceRange(const FactDetail &detail)
{
    for (const WitnessDetail &witness : detail.witnesses) {
        for (const Clinical::DetailLine &line : witness.lines) {
            if (line.field == "referenceRanges"_L1 && !line.text.isEmpty())
                return line.text;
        }
    }
    return {};
}

QString DetailModel::version(const RecordInfo &record)
{
    const QString when = DateText::instant(record.received);
    return record.version.isEmpty() ? tr("received %1").arg(when)
                                    : tr("version %1, received %2").arg(record.version, when);
}

} // namespace Chartline::Ui
