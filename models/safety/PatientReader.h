// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/AllergyIntolerance.h"
#include "clinical/Condition.h"
#include "clinical/Observation.h"
#include "clinical/Procedure.h"
#include "safety/PatientContext.h"
#include "safety/Resolver.h"
#include "safety/TermBook.h"

namespace Chartline::Safety {

// Where a statement stands: what the caller knows it by, and who says so.
struct StatementOrigin
{
    qint64 fact = 0;
    QString source;
};

// One numeric result, as any format gives it.
struct LabStatement
{
    Clinical::CodeableConcept code;
    double value = 0;
    QString unit;
    std::optional<double> upperOfNormal; // in the same unit
    QDate date;
    QString shown;
};

// Puts a person's context together from clinical values. Statements that are withdrawn, negated ("no known allergy",
// "no diabetes") or about relatives are not taken in: the caller leaves out what is entered in error or refuted.
class PatientReader
{
public:
    PatientReader(const Resolver &resolver, const TermBook &book)
        : m_resolver(resolver)
        , m_book(book)
    { }

    // `birthDate`: ISO 8601, as precise as given. `sex`: FHIR administrative gender.
    void setPerson(const QString &birthDate, const QString &sex);
    void add(const Clinical::AllergyIntolerance &allergy, const StatementOrigin &origin);
    void add(const Clinical::Condition &condition, const StatementOrigin &origin);
    // What lasts after it: a transplant, bariatric surgery, dialysis.
    void add(const Clinical::Procedure &procedure, const StatementOrigin &origin);
    // What people say of themselves by code: smoking, pregnancy (LOINC 72166-2, 82810-3).
    void addFinding(const Clinical::Observation &observation, const StatementOrigin &origin);
    void addLab(const LabStatement &lab, const StatementOrigin &origin);
    // Gene variants a text tells of.
    void addGenes(const QString &text, QDate date, const StatementOrigin &origin);

    // Whether a result's code is one that addLab takes.
    [[nodiscard]] std::optional<quint16> labOf(const Clinical::CodeableConcept &code) const { return m_book.lab(code); }
    [[nodiscard]] PatientContext finish();

private:
    void readReactions(const Clinical::AllergyIntolerance &allergy, AllergyEntry &entry) const;
    void readSubstance(const Clinical::CodeableConcept &code, AllergyEntry &entry) const;

    const Resolver &m_resolver;
    const TermBook &m_book;
    PatientContext m_context;
};

} // namespace Chartline::Safety
