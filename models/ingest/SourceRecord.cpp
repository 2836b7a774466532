// SPDX-License-Identifier: Apache-2.0
#include "ingest/SourceRecord.h"

#include "ingest/Sha256.h"

namespace Chartline {

using namespace Qt::StringLiterals;

void MappedRecord::add(Clinical::Value &&value)
{
    std::visit([this](auto &one) { one.subject = subject; }, value);
    if (auto fact = Clinical::toFact(value)) {
        // Told anew by each message and document; see groupFacts().
        fact->sameAs = u"told"_s;
        for (const Clinical::Identifier &identifier : Clinical::common(value).identifiers) {
            if (!identifier.system.isEmpty() && !identifier.value.isEmpty()) {
                fact->sameAs = u"id:%1|%2"_s.arg(identifier.system, identifier.value);
                break;
            }
        }
        facts.append(std::move(*fact));
        factValues.append(qsizetype(values.size()));
    }
    values.push_back(std::move(value));
}

QString patientKey(const Clinical::Patient &patient)
{
    const auto folded = [](const QString &text) { return text.simplified().toCaseFolded(); };
    QStringList parts;
    for (const Clinical::Identifier &identifier : patient.identifiers) {
        if (!identifier.value.isEmpty())
            parts.append(folded(identifier.system) + u'|' + folded(identifier.value));
    }
    parts.sort();
    if (!patient.names.isEmpty()) {
        const Clinical::HumanName &name = patient.names.first();
        parts.append(folded(name.family));
        parts.append(folded(name.given.join(u' ')));
        if (name.family.isEmpty() && name.given.isEmpty())
            parts.append(folded(name.text));
    }
    const bool isNobody = parts.join(QString()).isEmpty();
    parts.append(patient.birthDate.text());
    parts.append(patient.gender);
    return isNobody ? QString() : QString::fromLatin1(Sha256::of(parts.join(QChar(0x1f)).toUtf8()).first(16).toHex());
}

} // namespace Chartline
