// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugConcept.h"

#include <algorithm>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

std::optional<CodeSystem> systemOf(const QString &uri)
{
    struct Known
    {
        const char *ending;
        CodeSystem system;
    };
    // Endings of URIs and of OIDs (with or without "urn:oid:").
    constexpr Known known[] = {
        {"umls/rxnorm", CodeSystem::RxNorm},       {"2.16.840.1.113883.6.88", CodeSystem::RxNorm},
        {"whocc.no/atc", CodeSystem::Atc},         {"2.16.840.1.113883.6.73", CodeSystem::Atc},
        {"hl7.org/fhir/sid/ndc", CodeSystem::Ndc}, {"2.16.840.1.113883.6.69", CodeSystem::Ndc},
        {"snomed.info/sct", CodeSystem::Snomed},   {"2.16.840.1.113883.6.96", CodeSystem::Snomed}};
    for (const Known &one : known) {
        if (uri.endsWith(QLatin1StringView(one.ending), Qt::CaseInsensitive))
            return one.system;
    }
    return std::nullopt;
}

// A lower number is a surer answer.
int doubt(const Resolved &drug)
{
    return drug.match == Match::None ? 100 : int(drug.match);
}

} // namespace

std::vector<DrugCode> drugCodes(const Clinical::CodeableConcept &concept_)
{
    std::vector<DrugCode> codes;
    for (const Clinical::Coding &coding : concept_.codings) {
        const auto system = systemOf(coding.system);
        if (system && !coding.code.isEmpty())
            codes.push_back({*system, coding.code.trimmed().toUtf8()});
    }
    return codes;
}

Resolved resolveDrug(const Clinical::CodeableConcept &concept_, const Resolver &resolver)
{
    const std::vector<DrugCode> codes = drugCodes(concept_);
    QStringList texts;
    if (!concept_.text.isEmpty())
        texts.append(concept_.text);
    for (const Clinical::Coding &coding : concept_.codings) {
        if (!coding.display.isEmpty() && !texts.contains(coding.display))
            texts.append(coding.display);
    }
    Resolved best = resolver.resolve(codes, texts.isEmpty() ? QString() : texts.first());
    for (qsizetype i = 1; i < texts.size() && !best.isConfident(); ++i) {
        const Resolved other = resolver.resolve(codes, texts[i]);
        if (doubt(other) < doubt(best))
            best = other;
    }
    return best;
}

Resolved resolveTyped(const QString &input, const Resolver &resolver)
{
    const QString text = input.trimmed();
    const QString system = text.section(u':', 0, 0).toLower();
    const QByteArray code = text.section(u':', 1).trimmed().toUtf8();
    bool isNumber = false;
    text.toULongLong(&isNumber);
    DrugCode given{CodeSystem::Atc, text.toUtf8().toUpper()};
    if (isNumber)
        given = {CodeSystem::RxNorm, text.toUtf8()};
    else if (system == "rxnorm"_L1)
        given = {CodeSystem::RxNorm, code};
    else if (system == "atc"_L1)
        given = {CodeSystem::Atc, code.toUpper()};
    else if (system == "ndc"_L1)
        given = {CodeSystem::Ndc, code};
    else if (system == "snomed"_L1)
        given = {CodeSystem::Snomed, code};
    const bool isCode = isNumber || !code.isEmpty();
    return resolver.resolve(std::span(&given, 1), isCode ? QString() : text);
}

} // namespace Chartline::Safety
