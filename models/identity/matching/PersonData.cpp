// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/PersonData.h"

namespace Chartline::Matching {

namespace {

void setName(PersonData &data, const QList<Clinical::HumanName> &names)
{
    const Clinical::HumanName *best = nullptr;
    for (const Clinical::HumanName &name : names) {
        if (name.isEmpty())
            continue;
        if (name.use == QLatin1StringView("maiden")) {
            data.maiden = name.family;
            continue;
        }
        const bool official = name.use == QLatin1StringView("official");
        if (!best || official || best->use == QLatin1StringView("old"))
            best = &name;
        if (official)
            break;
    }
    if (!best)
        return;
    data.family = best->family;
    data.given = best->given.join(QLatin1Char(' '));
    data.suffix = best->suffix.join(QLatin1Char(' '));
    if (data.family.isEmpty() && data.given.isEmpty())
        data.fullName = best->text;
}

} // namespace

PersonData PersonData::of(const Clinical::Patient &patient)
{
    PersonData data;
    setName(data, patient.names);
    data.birthDate = patient.birthDate.isValid() ? patient.birthDate.text().left(10) : QString();
    data.sex = patient.gender;
    if (!patient.addresses.isEmpty()) {
        const Clinical::Address &address = patient.addresses.first();
        data.street = address.line.isEmpty() ? address.text : address.line.first();
        data.address2 = address.line.mid(1).join(QLatin1Char(' '));
        data.city = address.city;
        data.state = address.state;
        data.postcode = address.postalCode;
    }
    for (const Clinical::ContactPoint &contact : patient.telecom) {
        if (contact.system == QLatin1StringView("email"))
            data.emails.append(contact.value);
        else if (contact.system == QLatin1StringView("phone") || contact.system == QLatin1StringView("sms"))
            data.phones.append(contact.value);
    }
    for (const Clinical::Identifier &identifier : patient.identifiers) {
        if (!identifier.system.isEmpty() && !identifier.value.isEmpty())
            data.numbers.append({identifier.system, identifier.value});
    }
    return data;
}

} // namespace Chartline::Matching
