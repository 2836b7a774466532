// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactText.h"

#include <array>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// SNOMED CT situations that say "none known": the value set "Absent or Unknown SNOMED" of the International Patient
// Summary (hl7.org/fhir/uv/ips), and the siblings of "No known allergy" that US Core's allergy value set names.
constexpr std::array s_snomedNone{
    "716186003"_L1, // no known allergy
    "409137002"_L1, // no known drug allergy
    "428607008"_L1, // no known environmental allergy
    "429625007"_L1, // no known food allergy
    "428197003"_L1, // no known insect allergy
    "716184000"_L1, // no known latex allergy
    "716220001"_L1, // no known animal allergy
    "1003774007"_L1, // no known Hevea brasiliensis latex allergy
    "160244002"_L1, // no known allergies (retired concept, still sent)
    "160245001"_L1, // no current problems or disability
    "787480003"_L1, // no known procedures
    "787481004"_L1, // no known medications
    "787482006"_L1, // no known immunizations
    "787483001"_L1, // no known device use
};

// How statements of "none known" begin, or read as a whole, in lower case. Matching whole beginnings only: a word
// within a longer text never negates it.
constexpr std::array s_beginnings{
    "no known "_L1,
    "not known to have "_L1,
    "none known"_L1,
    "nil known"_L1,
    "no current problems"_L1,
    "keine bekannt"_L1,
    "keine allergien bekannt"_L1,
    "keine allergie bekannt"_L1,
    "aucune allergie connue"_L1,
    "sin alergias conocidas"_L1,
    "nessuna allergia nota"_L1,
    "geen bekende allergie"_L1,
};
constexpr std::array s_whole{"nka"_L1, "nkda"_L1, "nkfa"_L1, "nkma"_L1, "no allergies"_L1};
constexpr std::array s_unknownBeginnings{"no information about "_L1, "no information available"_L1};
constexpr std::array s_unknownWhole{"no information"_L1, "not asked"_L1};

enum class Absence : quint8 { None, NoneKnown, NoInformation };

Absence ofCode(const Coding &coding)
{
    const QString &code = coding.code;
    if (coding.system == "http://snomed.info/sct"_L1) {
        for (const QLatin1StringView none : s_snomedNone) {
            if (code == none)
                return Absence::NoneKnown;
        }
        return Absence::None;
    }
    // The International Patient Summary's code system; its address changed between releases.
    if (coding.system.contains("absent-unknown"_L1)) {
        if (code.startsWith("no-known-"_L1))
            return Absence::NoneKnown;
        if (code.startsWith("no-"_L1) && code.endsWith("-info"_L1))
            return Absence::NoInformation;
        return Absence::None;
    }
    if (code == "nka"_L1 && coding.system.contains("negation"_L1))
        return Absence::NoneKnown;
    // FHIR's own data-absent-reason and null flavors, used as the code of a statement.
    if (coding.system.endsWith("data-absent-reason"_L1) || coding.system.endsWith("v3-NullFlavor"_L1)
        || coding.system.endsWith("v3/NullFlavor"_L1))
        return Absence::NoInformation;
    return Absence::None;
}

// "No Drug Allergies", as many systems write it in the place of a code. Nothing recorded is another thing than none.
Absence ofAllergyWords(QStringView text)
{
    if (!text.startsWith("no "_L1, Qt::CaseInsensitive)
        || (!text.endsWith("allergy"_L1, Qt::CaseInsensitive) && !text.endsWith("allergies"_L1, Qt::CaseInsensitive)))
        return Absence::None;
    for (const QLatin1StringView missing : {" information "_L1, " data "_L1, " record"_L1, " documentation "_L1}) {
        if (text.contains(missing, Qt::CaseInsensitive))
            return Absence::NoInformation;
    }
    return Absence::NoneKnown;
}

Absence ofWords(const QString &words)
{
    const QStringView text = QStringView(words).trimmed();
    for (const QLatin1StringView beginning : s_beginnings) {
        if (text.startsWith(beginning, Qt::CaseInsensitive))
            return Absence::NoneKnown;
    }
    for (const QLatin1StringView whole : s_whole) {
        if (text.compare(whole, Qt::CaseInsensitive) == 0)
            return Absence::NoneKnown;
    }
    for (const QLatin1StringView beginning : s_unknownBeginnings) {
        if (text.startsWith(beginning, Qt::CaseInsensitive))
            return Absence::NoInformation;
    }
    for (const QLatin1StringView whole : s_unknownWhole) {
        if (text.compare(whole, Qt::CaseInsensitive) == 0)
            return Absence::NoInformation;
    }
    return Absence::None;
}

} // namespace

void applyAbsence(FactDraft &draft, const CodeableConcept &value)
{
    Absence absence = Absence::None;
    for (const Coding &coding : value.codings) {
        absence = ofCode(coding);
        if (absence != Absence::None)
            break;
    }
    // The words a person reads decide where no code does: they are what is shown.
    if (absence == Absence::None)
        absence = ofWords(draft.title);
    if (absence == Absence::None && draft.kind == FactKind::Allergy)
        absence = ofAllergyWords(QStringView(draft.title).trimmed());
    if (absence == Absence::None)
        return;
    // A code without any words is shown as itself; a reader of "716186003" would learn nothing, so the bare code gets
    // its words.
    const bool none = absence == Absence::NoneKnown;
    if (draft.title == draft.code.code) {
        if (draft.code.code == "716186003"_L1 || draft.code.code == "nka"_L1)
            draft.title = u"No known allergy"_s;
        else if (draft.code.code.startsWith("no-"_L1))
            draft.title = QString(draft.code.code).replace(u'-', u' ');
    }
    draft.assertion = none ? Assertion::Negated : Assertion::AbsentUnknown;
    draft.category = (none ? categoryNoKnown : categoryNoInformation).toString();
}

} // namespace Chartline::Clinical
