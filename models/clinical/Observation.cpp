// SPDX-License-Identifier: Apache-2.0
#include "clinical/Observation.h"

#include "clinical/FactStatus.h"
#include "clinical/FactText.h"

#include <algorithm>
#include <array>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView s_loincUri = u"http://loinc.org";

// The codes of FHIR's vital signs profile (hl7.org/fhir/R4/observation-vitalsigns.html) and the usual others for the
// same measurements: panels, temperature by site, mean pressure, head circumference by tape.
constexpr std::array s_vitals{
    "85353-1"_L1, "85354-9"_L1, "55284-4"_L1, "8480-6"_L1,  "8462-4"_L1, "8478-0"_L1, "8867-4"_L1,
    "9279-1"_L1,  "8310-5"_L1,  "8331-1"_L1,  "8302-2"_L1,  "8306-3"_L1, "8287-5"_L1, "9843-4"_L1,
    "29463-7"_L1, "3141-9"_L1,  "39156-5"_L1, "59408-5"_L1, "2708-6"_L1,
};
// Tobacco smoking status, tobacco use, alcohol use.
constexpr std::array s_social{"72166-2"_L1, "11367-0"_L1, "74013-4"_L1, "11331-6"_L1};

bool hasLoinc(const CodeableConcept &value, const auto &codes)
{
    return std::any_of(value.codings.begin(), value.codings.end(), [&codes](const Coding &coding) {
        return coding.system == s_loincUri && std::find(codes.begin(), codes.end(), coding.code) != codes.end();
    });
}

// The source's own category first: a saturation from a blood gas analysis is a laboratory result.
FactKind kindOf(const Observation &observation)
{
    if (hasCode(observation.categories, u"vital-signs"))
        return FactKind::Vital;
    if (hasCode(observation.categories, u"social-history"))
        return FactKind::SocialHistory;
    if (hasCode(observation.categories, u"laboratory"))
        return FactKind::Result;
    if (hasLoinc(observation.code, s_vitals))
        return FactKind::Vital;
    return hasLoinc(observation.code, s_social) ? FactKind::SocialHistory : FactKind::Result;
}

struct Interpretation
{
    QLatin1StringView word;
    FactFlags flags;
};

constexpr FactFlags s_high = FactFlag::Abnormal | FactFlag::High;
constexpr FactFlags s_low = FactFlag::Abnormal | FactFlag::Low;
constexpr FactFlags s_critical = FactFlag::Abnormal | FactFlag::Critical;

// HL7's interpretation codes (v2 table 0078, v3 ObservationInterpretation; HU and LU: significantly high and low; HX
// and LX, H> and L<: above and below a threshold or scale), SNOMED CT's (above, below, outside the reference range) and
// the words for them. Positive and negative say nothing of normal or not: a positive immunity is a good thing.
constexpr std::array s_interpretations{
    Interpretation{"h"_L1, s_high},
    Interpretation{"hu"_L1, s_high},
    Interpretation{"hx"_L1, s_high},
    Interpretation{"h>"_L1, s_high},
    Interpretation{"high"_L1, s_high},
    Interpretation{"281302008"_L1, s_high},
    Interpretation{"l"_L1, s_low},
    Interpretation{"lu"_L1, s_low},
    Interpretation{"lx"_L1, s_low},
    Interpretation{"l<"_L1, s_low},
    Interpretation{"low"_L1, s_low},
    Interpretation{"281300000"_L1, s_low},
    Interpretation{"a"_L1, FactFlag::Abnormal},
    Interpretation{"abnormal"_L1, FactFlag::Abnormal},
    Interpretation{"263654008"_L1, FactFlag::Abnormal},
    Interpretation{"hh"_L1, s_critical | FactFlag::High},
    Interpretation{"critically high"_L1, s_critical | FactFlag::High},
    Interpretation{"critical high"_L1, s_critical | FactFlag::High},
    Interpretation{"panic high"_L1, s_critical | FactFlag::High},
    Interpretation{"ll"_L1, s_critical | FactFlag::Low},
    Interpretation{"critically low"_L1, s_critical | FactFlag::Low},
    Interpretation{"critical low"_L1, s_critical | FactFlag::Low},
    Interpretation{"panic low"_L1, s_critical | FactFlag::Low},
    Interpretation{"aa"_L1, s_critical},
    Interpretation{"critical"_L1, s_critical},
    Interpretation{"critical abnormal"_L1, s_critical},
    Interpretation{"critically abnormal"_L1, s_critical},
};

FactFlags flagsOf(const QList<CodeableConcept> &interpretations)
{
    FactFlags flags;
    const auto look = [&flags](const QString &text) {
        const QString word = text.trimmed();
        for (const Interpretation &known : s_interpretations) {
            if (word.compare(known.word, Qt::CaseInsensitive) == 0)
                flags |= known.flags;
        }
    };
    for (const CodeableConcept &interpretation : interpretations) {
        look(interpretation.text);
        for (const Coding &coding : interpretation.codings) {
            look(coding.code);
            look(coding.display);
        }
    }
    // Both at once is no direction.
    if (flags.testFlags(FactFlag::High | FactFlag::Low))
        flags &= ~(FactFlags(FactFlag::High) | FactFlag::Low);
    return flags;
}

bool isSystolic(const ObservationComponent &component)
{
    return component.code.has(s_loincUri, u"8480-6") || component.code.has(u"http://snomed.info/sct", u"271649006");
}

bool isDiastolic(const ObservationComponent &component)
{
    return component.code.has(s_loincUri, u"8462-4") || component.code.has(u"http://snomed.info/sct", u"271650006");
}

// "120/80" where both pressures are given in one unit.
bool pressureInto(const QList<ObservationComponent> &components, FactDraft &draft)
{
    const auto systolic = std::find_if(components.begin(), components.end(), isSystolic);
    const auto diastolic = std::find_if(components.begin(), components.end(), isDiastolic);
    if (systolic == components.end() || diastolic == components.end())
        return false;
    if (systolic->value.label().isEmpty() || diastolic->value.label().isEmpty()
        || systolic->value.unit() != diastolic->value.unit())
        return false;
    draft.value = systolic->value.label() + u'/' + diastolic->value.label();
    draft.unit = systolic->value.unit();
    draft.number = systolic->value.number();
    draft.number2 = diastolic->value.number();
    return true;
}

void valueInto(const Observation &observation, FactDraft &draft)
{
    const ObservationValue &value = observation.value;
    if (!value.isEmpty()) {
        draft.value = value.label();
        draft.unit = value.unit();
        draft.number = value.number();
        return;
    }
    if (pressureInto(observation.components, draft))
        return;
    QStringList parts;
    for (const ObservationComponent &component : observation.components)
        parts.append(component.label());
    parts.removeAll(QString());
    draft.value = parts.join(u"; "_s);
    // Why there is no value, in the source's words: nobody may take an empty field for a normal one.
    if (draft.value.isEmpty())
        draft.value = value.dataAbsentReason.label();
}

void addRanges(QString &body, const QList<ReferenceRange> &ranges)
{
    for (const ReferenceRange &range : ranges)
        addText(body, range.label());
}

} // namespace

QString ObservationValue::label() const
{
    // Raw samples can be megabytes; a row shows that there are some.
    constexpr qsizetype longestSamples = 60;
    switch (kind) {
    case Kind::None: return {};
    case Kind::Quantity: return Clinical::Quantity{quantity.value, quantity.comparator, {}, {}, {}}.label();
    case Kind::Concept: return concept_.label();
    case Kind::Text:
    case Kind::Boolean:
    case Kind::Integer:
    case Kind::Time: return text;
    case Kind::Range: return range.label();
    case Kind::Ratio: return ratio.label();
    case Kind::DateTime:
    case Kind::Period: return period.label();
    case Kind::SampledData: return text.size() <= longestSamples ? text : text.left(longestSamples) + u'…';
    case Kind::Attachment: return attachment.title.isEmpty() ? attachment.contentType : attachment.title;
    }
    return {};
}

QString ObservationValue::unit() const
{
    if (kind != Kind::Quantity && kind != Kind::SampledData)
        return {};
    if (quantity.unit.isEmpty())
        return quantity.code == "1"_L1 ? QString() : quantity.code;
    return quantity.unit;
}

std::optional<double> ObservationValue::number() const
{
    if (kind == Kind::Quantity)
        return quantity.value.toDouble();
    return kind == Kind::Integer ? Decimal(text).toDouble() : std::nullopt;
}

QString ReferenceRange::label() const
{
    QString result = range.label();
    if (!text.isEmpty() && text != result)
        result += result.isEmpty() ? text : u" ("_s + text + u')';
    QStringList conditions;
    if (!type.isEmpty())
        conditions.append(type.label());
    for (const CodeableConcept &one : appliesTo)
        conditions.append(one.label());
    if (!age.isEmpty())
        conditions.append(age.label());
    if (!conditions.isEmpty() && !result.isEmpty())
        result = conditions.join(u", "_s) + u": "_s + result;
    return result;
}

QString ObservationComponent::label() const
{
    QString said = value.label();
    if (const QString unit = value.unit(); !unit.isEmpty())
        said += u' ' + unit;
    if (value.isEmpty() && !value.dataAbsentReason.isEmpty())
        said = value.dataAbsentReason.label();
    QStringList marks;
    for (const CodeableConcept &interpretation : interpretations) {
        const QString mark = interpretation.primary().code;
        marks.append(mark.isEmpty() ? interpretation.label() : mark);
    }
    if (!marks.isEmpty())
        said += u" ("_s + marks.join(u", "_s) + u')';
    const QString name = code.label();
    if (name.isEmpty() || said.isEmpty())
        return name + said;
    return name + u": "_s + said.trimmed();
}

FactDraft Observation::toFact() const
{
    FactDraft draft;
    draft.kind = kindOf(*this);
    draft.status = status;
    setTitle(draft, code, narrative, u"Observation"_s);
    setStart(draft, effective.start, effective.end.isEmpty() ? issued : PartialDate());
    draft.end = effective.end;
    if (!categories.isEmpty())
        draft.category = categories.first().label();
    valueInto(*this, draft);
    draft.flags |= flagsOf(interpretations);
    if (status == "registered"_L1)
        draft.flags |= FactFlag::Planned;
    // Never measured; a cancelled observation with a value keeps it.
    if (status == "cancelled"_L1 && value.isEmpty()
        && std::all_of(components.begin(), components.end(),
                       [](const ObservationComponent &component) { return component.value.isEmpty(); }))
        negate(draft);
    addConcepts(draft.body, interpretations);
    addConcept(draft.body, value.concept_);
    addRanges(draft.body, referenceRanges);
    for (const ObservationComponent &component : components) {
        draft.flags |= flagsOf(component.interpretations);
        addText(draft.body, component.label());
        addRanges(draft.body, component.referenceRanges);
    }
    addConcept(draft.body, bodySite);
    addConcept(draft.body, method);
    addReferences(draft.body, performers);
    addReference(draft.body, device);
    addReference(draft.body, specimen);
    if (value.kind == ObservationValue::Kind::Attachment)
        addAttachments(draft, {value.attachment});
    applyTo(draft);
    return draft;
}

} // namespace Chartline::Clinical
