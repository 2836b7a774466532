// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugConcept.h"

#include <algorithm>
#include <iterator>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

// SNOMED CT names its editions and versions behind its URI (SNOMED CT URI Standard 2.1).
constexpr auto s_snomed = "http://snomed.info/sct/"_L1;

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
    if (uri.startsWith(s_snomed, Qt::CaseInsensitive))
        return CodeSystem::Snomed;
    return std::nullopt;
}

// A lower number is a surer answer.
int doubt(const Resolved &drug)
{
    return drug.match == Match::None ? 100 : int(drug.match);
}

// What both know, of one drug: the way in and the strength may stand in the words only.
void complete(Resolved &best, const Resolved &other)
{
    if (best.route == Route::Unknown)
        best.route = other.route;
    if (best.strengthMg <= 0 && best.ingredients == other.ingredients)
        best.strengthMg = other.strengthMg;
    if (best.partsMg.empty() && best.ingredients == other.ingredients)
        best.partsMg = other.partsMg;
}

// All that different readings name.
Resolved disputed(const QList<Resolved> &readings)
{
    Resolved all;
    all.match = Match::Part;
    for (const Resolved &reading : readings) {
        std::vector<IngredientIndex> joined;
        std::ranges::set_union(all.ingredients, reading.ingredients, std::back_inserter(joined));
        all.ingredients = std::move(joined);
        if (all.route == Route::Unknown)
            all.route = reading.route;
        all.unread += reading.unread;
    }
    all.unread.removeDuplicates();
    return all;
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

QList<Resolved> drugReadings(const Clinical::CodeableConcept &concept_, const Resolver &resolver)
{
    QList<Resolved> list;
    for (const DrugCode &code : drugCodes(concept_))
        list.append(resolver.resolve(std::span(&code, 1), QStringView()));
    if (!concept_.text.isEmpty())
        list.append(resolver.resolve(concept_.text));
    for (const Clinical::Coding &coding : concept_.codings) {
        if (!coding.display.isEmpty() && coding.display != concept_.text)
            list.append(resolver.resolve(coding.display));
    }
    return list;
}

// A reading in part only must not name anything else than the sure ones either.
Resolved joinedReadings(const QList<Resolved> &readings)
{
    if (readings.isEmpty())
        return {};
    Resolved best = *std::ranges::min_element(readings, {}, doubt);
    if (best.match == Match::Part)
        return disputed(readings);
    if (best.match == Match::None) {
        for (const Resolved &reading : readings)
            complete(best, reading);
        return best;
    }
    for (const Resolved &reading : readings) {
        const bool agrees = reading.isConfident() ? reading.ingredients == best.ingredients
                                                  : std::ranges::includes(best.ingredients, reading.ingredients);
        if (!agrees)
            return disputed(readings);
    }
    for (const Resolved &reading : readings)
        complete(best, reading);
    return best;
}

Resolved resolveDrug(const Clinical::CodeableConcept &concept_, const Resolver &resolver)
{
    return joinedReadings(drugReadings(concept_, resolver));
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
