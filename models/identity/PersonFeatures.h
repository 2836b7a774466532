// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Patient.h"

namespace Chartline {

// What tells one person from another, normalised for comparing: case folded, without diacritics.
struct PersonFeatures
{
    QString id; // the source's own id of the Patient resource
    QList<Clinical::Identifier> identifiers;
    QString family;
    QString given; // the first given name
    QString birthDate; // ISO 8601, as precise as given
    QString sex;

    [[nodiscard]] static PersonFeatures of(const Clinical::Patient &patient, const QString &id);
};

// Case folded, diacritics and punctuation dropped: "Müller-Lüdenscheidt" gives "muller ludenscheidt".
[[nodiscard]] QString foldedName(const QString &name);

// How far an id can be trusted to mean one person.
enum class IdTrust : quint8 {
    Server, // a FHIR base of its own: the same id is the same person, whose name may be corrected (a newborn gets a
            // name)
    Folder, // a folder, an archive, or a base that many systems use: two CDs may both call their patient "1"
};

// True where two Patient resources with the same id from what may be the same source cannot be one person: no
// identifier in common, and both names, or name and birth date, disagree. Missing data never disagrees. Used to
// keep files apart whose ids clash by accident (two CDs that both call their patient "1").
// In a folder a different first name is enough (twins), or a different birth date without an identifier in common.
[[nodiscard]] bool contradicts(const PersonFeatures &a, const PersonFeatures &b, IdTrust trust = IdTrust::Folder);

// More than not contradicting: an identifier, or the complete birth date and first name, in common.
[[nodiscard]] bool agrees(const PersonFeatures &a, const PersonFeatures &b);

// True where two people from different sources are one beyond doubt: the same identifier (system and value) and the
// same complete birth date, family name and first given name (or its initial). Anything less is left to a person to
// decide.
[[nodiscard]] bool sameBeyondDoubt(const PersonFeatures &a, const PersonFeatures &b);

} // namespace Chartline
