// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/FactText.h"

#include "viewmodels/AssertionText.h"
#include "viewmodels/DateText.h"
#include "viewmodels/KindText.h"

#include <array>

namespace Chartline::Ui {

using namespace Qt::StringLiterals;

namespace {

struct Word
{
    QLatin1StringView key;
    const char *text;
};

// The status words of the FHIR value sets that end up in facts.
constexpr std::array s_statuses{
    Word{"active"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "active")},
    Word{"inactive"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "inactive")},
    Word{"resolved"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "resolved")},
    Word{"remission"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "in remission")},
    Word{"recurrence"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "recurrence")},
    Word{"relapse"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "relapse")},
    Word{"completed"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "completed")},
    Word{"finished"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "finished")},
    Word{"final"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "final")},
    Word{"preliminary"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "preliminary")},
    Word{"registered"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "registered, no result yet")},
    Word{"partial"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "partial")},
    Word{"amended"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "amended")},
    Word{"corrected"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "corrected")},
    Word{"appended"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "appended")},
    Word{"cancelled"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "cancelled")},
    Word{"stopped"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "stopped")},
    Word{"on-hold"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "on hold")},
    Word{"suspended"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "suspended")},
    Word{"revoked"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "revoked")},
    Word{"draft"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "draft")},
    Word{"planned"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "planned")},
    Word{"proposed"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "proposed")},
    Word{"intended"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "intended")},
    Word{"preparation"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "in preparation")},
    Word{"in-progress"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "in progress")},
    Word{"arrived"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "arrived")},
    Word{"triaged"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "triaged")},
    Word{"onleave"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "on leave")},
    Word{"available"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "available")},
    Word{"current"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "current")},
    Word{"superseded"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "superseded")},
    Word{"not-done"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "not done")},
    Word{"not-taken"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "not taken")},
    Word{"declined"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "declined")},
    Word{"rejected"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "rejected")},
    Word{"accepted"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "accepted")},
    Word{"unknown"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "status not known")},
    Word{"refuted"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "refuted")},
    Word{"entered-in-error"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "entered in error")},
    Word{"unconfirmed"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "unconfirmed")},
    Word{"provisional"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "provisional")},
    Word{"differential"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "differential diagnosis")},
    Word{"presumed"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "presumed")},
    Word{"subpotent"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "subpotent dose")},
    Word{"health-unknown"_L1, QT_TRANSLATE_NOOP("Chartline::Ui::FactText", "health not known")},
};

struct System
{
    QLatin1StringView uri;
    QLatin1StringView name;
};

// Proper names; not translated.
constexpr std::array s_systems{
    System{"http://snomed.info/sct"_L1, "SNOMED CT"_L1},
    System{"http://loinc.org"_L1, "LOINC"_L1},
    System{"http://www.nlm.nih.gov/research/umls/rxnorm"_L1, "RxNorm"_L1},
    System{"http://hl7.org/fhir/sid/cvx"_L1, "CVX"_L1},
    System{"http://hl7.org/fhir/sid/icd-10"_L1, "ICD-10"_L1},
    System{"http://hl7.org/fhir/sid/icd-10-cm"_L1, "ICD-10-CM"_L1},
    System{"http://fhir.de/CodeSystem/bfarm/icd-10-gm"_L1, "ICD-10-GM"_L1},
    System{"http://hl7.org/fhir/sid/icd-9-cm"_L1, "ICD-9-CM"_L1},
    System{"http://hl7.org/fhir/sid/ndc"_L1, "NDC"_L1},
    System{"http://www.whocc.no/atc"_L1, "ATC"_L1},
    System{"http://fhir.de/CodeSystem/ifa/pzn"_L1, "PZN"_L1},
    System{"http://www.ama-assn.org/go/cpt"_L1, "CPT"_L1},
    System{"http://unitsofmeasure.org"_L1, "UCUM"_L1},
    System{"http://dicom.nema.org/resources/ontology/DCM"_L1, "DICOM"_L1},
    System{"http://terminology.hl7.org/CodeSystem/v3-ActCode"_L1, "HL7 ActCode"_L1},
    System{"http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"_L1, "IPS"_L1},
};

} // namespace

QString FactText::title(const Fact &fact)
{
    return AssertionText::title(fact.kind, fact.assertion, fact.category, fact.status, fact.title);
}

QString FactText::value(const Fact &fact)
{
    // How sure a diagnosis is, and a weak vaccine, are FHIR's words; measured values are the source's.
    for (const QLatin1StringView word :
         {"unconfirmed"_L1, "provisional"_L1, "differential"_L1, "presumed"_L1, "subpotent"_L1}) {
        if (fact.value == word)
            return status(fact.value);
    }
    if (fact.value.isEmpty() || fact.unit.isEmpty())
        return fact.value;
    return fact.value + QChar(QChar::Nbsp) + fact.unit;
}

ValueMark FactText::mark(const Fact &fact)
{
    if (fact.flags.testFlag(FactFlag::Critical))
        return ValueMark::Critical;
    if (!fact.flags.testFlag(FactFlag::Abnormal))
        return ValueMark::Normal;
    return fact.flags.testFlag(FactFlag::High)  ? ValueMark::High
           : fact.flags.testFlag(FactFlag::Low) ? ValueMark::Low
                                                : ValueMark::Abnormal;
}

QString FactText::abnormalWord(const Fact &fact)
{
    if (fact.kind == FactKind::Allergy)
        return fact.flags.testFlag(FactFlag::Critical) ? tr("high risk") : QString();
    switch (mark(fact)) {
    case ValueMark::Normal: return {};
    case ValueMark::Abnormal: return tr("abnormal");
    case ValueMark::High: return tr("high", "a value above what is normal");
    case ValueMark::Low: return tr("low", "a value below what is normal");
    case ValueMark::Critical: break;
    }
    return fact.flags.testFlag(FactFlag::High)  ? tr("critically high")
           : fact.flags.testFlag(FactFlag::Low) ? tr("critically low")
                                                : tr("critical");
}

QString FactText::sign(ValueMark mark)
{
    switch (mark) {
    case ValueMark::Normal: break;
    case ValueMark::Abnormal: return u"■"_s;
    case ValueMark::High: return u"▲"_s;
    case ValueMark::Low: return u"▼"_s;
    case ValueMark::Critical: return u"◆"_s;
    }
    return {};
}

QString FactText::markedValue(const Fact &fact)
{
    QString plain = value(fact);
    const QString word = abnormalWord(fact);
    if (word.isEmpty() || fact.kind == FactKind::Allergy)
        return plain;
    if (plain.isEmpty())
        return tr("%1 %2", "sign and word: ▲ high").arg(sign(mark(fact)), word);
    return tr("%1 %2 %3", "value, sign and word: 7.8 % ▲ high").arg(plain, sign(mark(fact)), word);
}

QString FactText::status(const QString &status)
{
    for (const Word &word : s_statuses) {
        if (status == word.key)
            return tr(word.text);
    }
    return status;
}

QStringList FactText::flagWords(const Fact &fact)
{
    QStringList words;
    if (fact.flags.testFlag(FactFlag::EnteredInError))
        words += tr("entered in error");
    if (fact.flags.testFlag(FactFlag::Refuted))
        words += tr("refuted");
    if (fact.flags.testFlag(FactFlag::ReadTheSource))
        words += tr("read the source");
    if (fact.flags.testFlag(FactFlag::ConflictingCopy))
        words += tr("conflicting copy");
    if (fact.flags.testFlag(FactFlag::Planned))
        words += tr("planned");
    if (fact.flags.testFlag(FactFlag::UndatedByEvent))
        words += tr("date of recording");
    return words;
}

QString FactText::systemName(const QString &system)
{
    for (const System &known : s_systems) {
        if (system == known.uri)
            return known.name;
    }
    if (system.startsWith("urn:oid:"_L1))
        return tr("OID %1").arg(system.sliced(8));
    const qsizetype slash = system.lastIndexOf(u'/');
    return slash >= 0 && slash + 1 < system.size() ? system.sliced(slash + 1) : system;
}

QString FactText::code(const Clinical::Coding &coding)
{
    if (coding.code.isEmpty())
        return {};
    if (coding.system.isEmpty())
        return coding.code;
    return tr("%1 %2", "code system and code").arg(systemName(coding.system), coding.code);
}

QString FactText::spoken(const Fact &fact)
{
    QStringList parts{KindText::name(fact.kind), title(fact)};
    if (const QString text = markedValue(fact); !text.isEmpty())
        parts += text;
    if (const QString when = DateText::range(fact.start, fact.end, fact.flags.testFlag(FactFlag::Ongoing));
        !when.isEmpty())
        parts += when;
    else
        parts += tr("no date");
    if (!fact.status.isEmpty())
        parts += status(fact.status);
    for (const QString &word : flagWords(fact)) {
        if (!parts.contains(word))
            parts += word;
    }
    return parts.join(tr(", ", "between the parts of a spoken line"));
}

} // namespace Chartline::Ui
