// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomCodes.h"
#include "dicom/mapping/DicomDates.h"
#include "dicom/mapping/DicomNames.h"
#include "dicom/mapping/Mappings.h"
#include "ingest/Sha256.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// The assigner of an id: as an OID, UUID or URI from the qualifiers (PS3.3 table 10-18), else the local name.
QString systemOf(const Dataset &where)
{
    const Dataset &qualifiers = where.item(Tags::issuerQualifiersSequence);
    const QString entity = qualifiers.text(Tags::universalEntityId);
    const QString type = qualifiers.text(Tags::universalEntityIdType);
    if (!entity.isEmpty()) {
        if (type == "UUID"_L1)
            return u"urn:uuid:"_s + entity.toLower();
        return type == "ISO"_L1 && !entity.startsWith("urn:"_L1) ? u"urn:oid:"_s + entity : asUri(entity);
    }
    return asUri(where.text(Tags::issuerOfPatientId));
}

void addIdentifier(QList<Identifier> &list, const QString &value, const QString &system)
{
    if (value.isEmpty() || std::ranges::any_of(list, [&](const Identifier &one) {
            return one.value == value && (one.system == system || system.isEmpty());
        }))
        return;
    Identifier identifier;
    identifier.value = value;
    identifier.system = system;
    list.append(std::move(identifier));
}

QString genderOf(const QString &sex, QList<MappingIssue> &issues)
{
    if (sex == "M"_L1)
        return u"male"_s;
    if (sex == "F"_L1)
        return u"female"_s;
    if (sex == "O"_L1)
        return u"other"_s;
    if (!sex.isEmpty())
        issues.append({u"PatientSex"_s, u"unknown-gender"_s});
    return {};
}

// What is written where nobody was to be named. Two of these are not one person.
bool isPlaceholder(const QString &normalized)
{
    static const QStringList words{u"anonymous"_s, u"anonymized"_s, u"anonymised"_s,   u"anon"_s,   u"anonym"_s,
                                   u"unknown"_s,   u"noname"_s,     u"no name"_s,      u"none"_s,   u"n/a"_s,
                                   u"na"_s,        u"patient"_s,    u"deidentified"_s, u"name"_s,   u"removed"_s,
                                   u"no id"_s,     u"noid"_s,       u"id"_s,           u"unnamed"_s};
    const QString bare = QString(normalized).replace(u'^', u' ').simplified();
    const bool saysNothing =
        std::ranges::none_of(bare, [](QChar c) { return c.isLetter() || (c.isDigit() && c != u'0'); });
    return saysNothing || words.contains(bare)
           || std::ranges::all_of(bare, [&bare](QChar c) { return c == bare.front() && (c == u'x' || c == u'0'); });
}

} // namespace

bool hasPatient(const Dataset &dataset)
{
    return !dataset.text(Tags::patientName).isEmpty() || !dataset.text(Tags::patientId).isEmpty()
           || !dataset.text(Tags::patientBirthDate).isEmpty();
}

Patient mapPatient(const MapContext &context)
{
    const Dataset &dataset = context.dataset;
    Patient patient;
    patient.names = humanNames(dataset.text(Tags::patientName));
    for (const QString &other : dataset.texts(Tags::otherPatientNames)) {
        for (HumanName &name : humanNames(other)) {
            if (!patient.names.contains(name))
                patient.names.append(std::move(name));
        }
    }
    for (HumanName &name : humanNames(dataset.text(Tags::patientBirthName))) {
        name.use = u"maiden"_s;
        patient.names.append(std::move(name));
    }
    addIdentifier(patient.identifiers, dataset.text(Tags::patientId), systemOf(dataset));
    for (const Dataset &other : dataset.items(Tags::otherPatientIdsSequence))
        addIdentifier(patient.identifiers, other.text(Tags::patientId), systemOf(other));
    for (const QString &other : dataset.texts(Tags::otherPatientIds))
        addIdentifier(patient.identifiers, other, {});
    patient.gender = genderOf(dataset.text(Tags::patientSex), context.issues);
    patient.birthDate = DicomDates(dataset, context.issues).date(Tags::patientBirthDate, u"PatientBirthDate"_s);
    if (const QString text = dataset.text(Tags::patientAddress); !text.isEmpty()) {
        Address address;
        address.text = text;
        patient.addresses.append(std::move(address));
    }
    for (const QString &number : dataset.texts(Tags::patientTelephone)) {
        if (!number.isEmpty())
            patient.telecom.append({u"phone"_s, number, {}});
    }
    return patient;
}

QString patientKey(const Dataset &dataset, const QString &studyUid)
{
    const auto folded = [&dataset](Tag tag) { return dataset.text(tag).simplified().toCaseFolded(); };
    const QString id = folded(Tags::patientId);
    const QString name = normalizedName(dataset.text(Tags::patientName));
    QStringList parts{u"patient"_s, systemOf(dataset).toCaseFolded(), id,
                      name,         folded(Tags::patientBirthDate),   folded(Tags::patientSex)};
    // A number of two digits beside a placeholder is a place in somebody's list.
    if ((isPlaceholder(id) || id.size() <= 2) && isPlaceholder(name))
        parts = {u"study"_s, studyUid};
    return QString::fromLatin1(Sha256::of(parts.join(QChar(0x1f)).toUtf8()).first(16).toHex());
}

} // namespace Chartline::Dicom
