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
    QDateTime time = {}; // invalid: only the day is told
    QString comparator = {}; // as in LabEntry
    QString unitCode = {}; // the unit as its code (UCUM), where given beside `unit`
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
    // What lasts after it: a transplant and bariatric surgery for good, dialysis for 90 days.
    void add(const Clinical::Procedure &procedure, const StatementOrigin &origin);
    // What people say of themselves by code: smoking, pregnancy (LOINC 72166-2, 82810-3).
    void addFinding(const Clinical::Observation &observation, const StatementOrigin &origin);
    // A number of a test that is known; one that cannot be used is kept as unread.
    void addLab(const LabStatement &lab, const StatementOrigin &origin);
    // Everything a result tells: its own value and those of its parts, as tests and as gene variants. Nothing of one
    // that is cancelled or entered in error. `specimen`: what it was taken from, in words; may be empty.
    void addResult(const Clinical::Observation &observation, const QString &specimen, const StatementOrigin &origin);
    // Gene variants that a test and its answer tell of.
    void addGenes(const QString &test, const QString &answer, QDate date, const StatementOrigin &origin);

    // Whether a result's code is one that addLab takes.
    [[nodiscard]] std::optional<quint16> labOf(const Clinical::CodeableConcept &code) const { return m_book.lab(code); }
    [[nodiscard]] PatientContext finish();

private:
    struct ResultFrame;
    void addPart(const Clinical::CodeableConcept &code, const Clinical::ObservationValue &value,
                 const QList<Clinical::ReferenceRange> &ranges, const ResultFrame &frame);
    void addGenesOf(const QString &test, const Clinical::CodeableConcept &code, const Clinical::ObservationValue &value,
                    const ResultFrame &frame);
    void addVariants(const std::vector<quint16> &variants, const QString &text, QDate date,
                     const StatementOrigin &origin);
    void addUnread(quint16 lab, const LabStatement &statement, bool isImplausible, const StatementOrigin &origin);
    [[nodiscard]] bool saysNoAllergy(const Clinical::AllergyIntolerance &allergy);
    void readSubstance(const Clinical::CodeableConcept &code, AllergyEntry &entry, QStringList &unread) const;
    bool noteNotPregnant(const Clinical::CodeableConcept &code, QDate day);
    void endPregnancies();

    const Resolver &m_resolver;
    const TermBook &m_book;
    PatientContext m_context;
    QList<QDate> m_notPregnant; // days of which it is said
};

} // namespace Chartline::Safety
