// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

// Who the record is about. Not a fact of the timeline: the banner and the matcher read it.
struct Patient : Common
{
    bool active = true; // true unless the source says false
    QList<HumanName> names;
    QString gender; // administrative gender: male, female, other, unknown
    PartialDate birthDate;
    PartialDate deceasedDate;
    bool deceased = false;
    QList<ContactPoint> telecom;
    QList<Address> addresses;
    CodeableConcept maritalStatus;
    QList<CodeableConcept> languages;
    Reference managingOrganization;
    QList<Reference> generalPractitioners;
    QList<QString> linkedTo; // targets of Patient.link with their type ("replaced-by Patient/2")

    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("active", active);
        v("names", names);
        v("gender", gender);
        v("birthDate", birthDate);
        v("deceasedDate", deceasedDate);
        v("deceased", deceased);
        v("telecom", telecom);
        v("addresses", addresses);
        v("maritalStatus", maritalStatus);
        v("languages", languages);
        v("managingOrganization", managingOrganization);
        v("generalPractitioners", generalPractitioners);
        v("linkedTo", linkedTo);
        visitCommonTail(v);
    }
    bool operator==(const Patient &) const = default;
};

} // namespace Chartline::Clinical
