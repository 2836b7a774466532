// SPDX-License-Identifier: Apache-2.0
#include "support/SyntheticRecord.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace Chartline::Testing {

using namespace Qt::StringLiterals;

namespace {

constexpr FactFlags s_ongoing = FactFlags(FactFlag::Ongoing) | FactFlag::Active;

QString isoDay(QDate day)
{
    return day.toString(Qt::ISODate);
}

void addPerson(RecordBuilder &builder)
{
    builder.person.id = PersonId{1};
    builder.person.name = u"EXAMPLE, Marta Helena"_s;
    builder.person.birthDate = u"1959-03-12"_s;
    builder.person.sex = u"female"_s;
    for (int i = 0; i < 3; ++i) {
        IdentityInfo identity;
        identity.id = IdentityId{i + 1};
        identity.source = {SourceId{i + 1}, QString(), QString(), 0};
        identity.name = builder.person.name;
        identity.birthDate = builder.person.birthDate;
        identity.identifiers.append({u"urn:oid:2.999.1"_s, u"00%1-7741"_s.arg(i + 4), u"MRN"_s});
        builder.person.identities.append(identity);
    }
}

void addProblems(RecordBuilder &b)
{
    const auto snomed = [](Fact &fact, const QString &code) {
        fact.code = {u"http://snomed.info/sct"_s, code, fact.title, false};
    };
    const auto active = [&](const QString &title, const QString &code, const QString &start,
                            const QList<int> &sources) {
        Fact &fact = b.add(FactKind::Condition, title, start, {}, s_ongoing, sources);
        fact.status = u"active"_s;
        snomed(fact, code);
    };
    active(u"Type 2 diabetes mellitus"_s, u"44054006"_s, u"2011-03-14"_s, {0, 1});
    active(u"Essential hypertension"_s, u"59621000"_s, u"2009"_s, {0});
    active(u"Atrial fibrillation"_s, u"49436004"_s, u"2019-09-02"_s, {1});
    active(u"Chronic kidney disease stage 3b"_s, u"700379002"_s, u"2021-05-11"_s, {0, 2});
    active(u"Osteoarthritis of knee"_s, u"239873007"_s, u"2017-02"_s, {0});
    active(u"Pulmonary nodule, right upper lobe"_s, u"427359005"_s, u"2024-04-08"_s, {2});
    const auto past = [&](const QString &title, const QString &start, const QString &end, int source) {
        b.add(FactKind::Condition, title, start, end, {}, {source}).status = u"resolved"_s;
    };
    past(u"Community-acquired pneumonia"_s, u"2016-01-28"_s, u"2016-02-20"_s, 2);
    past(u"Acute cystitis"_s, u"2013-07-02"_s, u"2013-07-12"_s, 0);
    past(u"Acute cystitis"_s, u"2018-08-10"_s, u"2018-08-19"_s, 0);
    past(u"Fracture of distal radius"_s, u"2005-11-19"_s, u"2006-02-01"_s, 1);
    past(u"Gestational hypertension"_s, u"1988"_s, u"1989"_s, 1);
    Fact &wrong =
        b.add(FactKind::Condition, u"Chronic obstructive lung disease"_s, u"2015-10-01"_s, {}, FactFlag::Refuted, {2});
    wrong.status = u"refuted"_s;
    Fact &none = b.add(FactKind::Condition, u"heart failure"_s, u"2022-06-01"_s, {}, {}, {1});
    none.assertion = Assertion::Negated;
    Fact &undated = b.add(FactKind::Condition, u"Tonsillectomy in childhood"_s, {}, {}, {}, {2});
    undated.status = u"inactive"_s;
}

void addAllergies(RecordBuilder &b)
{
    Fact &penicillin =
        b.add(FactKind::Allergy, u"Penicillin"_s, u"1994"_s, {}, s_ongoing | FactFlag::Critical, {0, 1, 2});
    penicillin.value = u"Anaphylaxis"_s;
    penicillin.status = u"active"_s;
    Fact &codeine = b.add(FactKind::Allergy, u"Codeine"_s, u"2012-05-03"_s, {}, s_ongoing, {0});
    codeine.value = u"Nausea"_s;
    codeine.status = u"active"_s;
    codeine.category = u"intolerance"_s;
}

void addMedications(RecordBuilder &b)
{
    const auto drug = [&](const QString &title, const QString &start, const QString &end, const QList<int> &sources) {
        Fact &fact = b.add(FactKind::Medication, title, start, end, end.isEmpty() ? s_ongoing : FactFlags(), sources);
        fact.status = end.isEmpty() ? u"active"_s : u"stopped"_s;
        fact.code = {u"http://www.nlm.nih.gov/research/umls/rxnorm"_s, QString::number(qHash(title) % 900000 + 100000),
                     title, false};
    };
    drug(u"Metformin 1000 mg tablet"_s, u"2011-04-20"_s, {}, {0, 1});
    drug(u"Lisinopril 10 mg tablet"_s, u"2012-01-09"_s, {}, {0});
    drug(u"Warfarin 5 mg tablet"_s, u"2019-09-14"_s, {}, {1, 0, 2});
    drug(u"Amiodarone 200 mg tablet"_s, u"2024-09-30"_s, {}, {1});
    drug(u"Atorvastatin 20 mg tablet"_s, u"2020-08-02"_s, {}, {0});
    drug(u"Simvastatin 40 mg tablet"_s, u"2013-02-01"_s, u"2020-08-01"_s, {0});
    drug(u"Fluconazole 150 mg capsule"_s, u"2026-10-29"_s, {}, {2});
    drug(u"Nitrofurantoin 100 mg capsule"_s, u"2013-07-02"_s, u"2013-07-09"_s, {0});
    drug(u"Nitrofurantoin 100 mg capsule"_s, u"2018-08-10"_s, u"2018-08-17"_s, {0});
    drug(u"Doxycycline 100 mg"_s, u"2016-01-28"_s, u"2016-02-07"_s, {2});
    drug(u"Ibuprofen 600 mg"_s, u"2014-03"_s, u"2019-09"_s, {0});
    Fact &never = b.add(FactKind::Medication, u"Aspirin 100 mg"_s, u"2019-09-14"_s, {}, {}, {1});
    never.assertion = Assertion::Negated;
    never.status = u"active"_s;
    Fact &strange = b.add(FactKind::Medication, u"Herbal sleep mixture"_s, u"2025-02-01"_s, {},
                          FactFlag::ReadTheSource | FactFlag::Ongoing, {2});
    strange.status = u"active"_s;
}

void addResults(RecordBuilder &b)
{
    QRandomGenerator random(7);
    const auto noise = [&](double size) { return (random.generateDouble() - 0.5) * size; };
    for (int quarter = 0; quarter < 62; ++quarter) {
        const QDate day = QDate(2011, 3, 10).addMonths(quarter * 3).addDays(int(random.bounded(14)));
        const double t = quarter;
        const double a1c = 7.1 + std::sin(t / 6) * 0.9 + noise(0.3);
        b.addNumber(FactKind::Result, u"Hemoglobin A1c/Hemoglobin.total in Blood"_s, u"4548-4"_s,
                    std::round(a1c * 10) / 10, u"%"_s, isoDay(day),
                    a1c > 7 ? FactFlags(FactFlag::Abnormal) : FactFlags(), {0});
        const double egfr = 82 - t * 0.72 + noise(6);
        b.addNumber(FactKind::Result, u"Glomerular filtration rate"_s, u"62238-1"_s, std::round(egfr),
                    u"mL/min/1.73m²"_s, isoDay(day), egfr < 60 ? FactFlags(FactFlag::Abnormal) : FactFlags(), {0});
        b.addNumber(FactKind::Result, u"Creatinine"_s, u"2160-0"_s,
                    std::round((0.8 + t * 0.012 + noise(0.1)) * 100) / 100, u"mg/dL"_s, isoDay(day), {}, {0});
        b.addNumber(FactKind::Vital, u"Body weight"_s, u"29463-7"_s, std::round(84 - t * 0.1 + noise(2)), u"kg"_s,
                    isoDay(day), {}, {0});
        Fact &pressure = b.addNumber(FactKind::Vital, u"Blood pressure"_s, u"85354-9"_s, std::round(138 + noise(24)),
                                     u"mmHg"_s, isoDay(day), {}, {0});
        pressure.number2 = std::round(82 + noise(14));
        pressure.value = u"%1/%2"_s.arg(*pressure.number).arg(*pressure.number2);
    }
    for (int month = 0; month < 86; ++month) {
        const QDate day = QDate(2019, 9, 20).addMonths(month);
        const double inr = month > 84 ? 4.6 : 2.4 + noise(1.0);
        b.addNumber(FactKind::Result, u"INR in Platelet poor plasma by Coagulation assay"_s, u"6301-6"_s,
                    std::round(inr * 10) / 10, {}, isoDay(day),
                    inr > 4 ? FactFlag::Abnormal | FactFlag::Critical : FactFlags(), {1});
    }
    b.add(FactKind::Result, u"Urine culture"_s, u"2018-08-11T09:20:00+02:00"_s, {}, FactFlag::Abnormal, {0}).value =
        u"Escherichia coli"_s;
    b.add(FactKind::Result, u"Faecal occult blood"_s, u"2022-03-02"_s, {}, {}, {0}).value = u"Negative"_s;
}

void addEvents(RecordBuilder &b)
{
    QRandomGenerator random(11);
    for (int i = 0; i < 74; ++i) {
        const QDate day = QDate(2005, 11, 19).addDays(i * 103 + int(random.bounded(60)));
        const int source = int(random.bounded(3));
        b.add(FactKind::Encounter, i % 9 == 0 ? u"Emergency department visit"_s : u"Office visit"_s,
              isoDay(day) + u"T09:30:00+01:00"_s, isoDay(day) + u"T10:05:00+01:00"_s, {}, {source})
            .status = u"finished"_s;
    }
    b.add(FactKind::Encounter, u"Inpatient stay, pneumonia"_s, u"2016-01-28"_s, u"2016-02-06"_s, {}, {2}).status =
        u"finished"_s;
    b.add(FactKind::Encounter, u"Cardiology follow-up"_s, u"2027-01-14"_s, {}, FactFlag::Planned, {1}).status =
        u"planned"_s;
    const QStringList procedures{u"Reduction of fracture of radius"_s, u"Electrical cardioversion"_s, u"Colonoscopy"_s,
                                 u"Bronchoscopy"_s, u"Knee injection"_s};
    const QStringList when{u"2005-11-19"_s, u"2019-10-03"_s, u"2014-06-23"_s, u"2024-05-02"_s, u"2021-03-18"_s};
    for (int i = 0; i < int(procedures.size()); ++i)
        b.add(FactKind::Procedure, procedures[i], when[i], {}, {}, {i % 3}).status = u"completed"_s;
    for (int year = 2008; year <= 2026; ++year) {
        Fact &shot = b.add(FactKind::Immunization, u"Influenza vaccine"_s, u"%1-10-%2"_s.arg(year).arg(10 + year % 15),
                           {}, {}, {0});
        shot.status = year == 2016 ? u"not-done"_s : u"completed"_s;
        if (year == 2016)
            shot.assertion = Assertion::Negated;
    }
    const QStringList images{u"CR chest"_s, u"US renal"_s, u"CT chest"_s, u"CT chest"_s, u"CT chest"_s, u"XR knee"_s};
    const QStringList imaged{u"2016-01-28"_s, u"2021-05-20"_s, u"2024-04-05"_s,
                             u"2025-04-22"_s, u"2026-06-30"_s, u"2017-02-11"_s};
    for (int i = 0; i < int(images.size()); ++i)
        b.add(FactKind::Imaging, images[i], imaged[i], {}, {}, {i % 3}).status = u"available"_s;
    for (int i = 0; i < 38; ++i) {
        const QDate day = QDate(2010, 2, 3).addDays(i * 159 + int(random.bounded(90)));
        b.add(i % 3 == 0 ? FactKind::Document : FactKind::Report,
              i % 3 == 0 ? u"Discharge letter"_s : u"Laboratory report"_s, isoDay(day), {}, {},
              {int(random.bounded(3))});
    }
    b.add(FactKind::FamilyHistory, u"Mother: myocardial infarction at 61"_s, u"2010-01"_s, {}, {}, {0});
    b.add(FactKind::SocialHistory, u"Tobacco smoking status"_s, u"2012-04-02"_s, {}, {}, {0}).value =
        u"Former smoker"_s;
    b.add(FactKind::CarePlan, u"Diabetes self-management plan"_s, u"2015-03-01"_s, {}, s_ongoing, {0}).status =
        u"active"_s;
    b.add(FactKind::Device, u"Blood glucose meter"_s, u"2011-05"_s, {}, s_ongoing, {0}).status = u"active"_s;
}

} // namespace

RecordBuilder::RecordBuilder(const QStringList &sourceNames)
{
    for (const QString &name : sourceNames) {
        const qint64 id = m_record.sources.size() + 1;
        m_record.sources.append({SourceId{id}, name, name, 0});
    }
}

Fact &RecordBuilder::add(FactKind kind, const QString &title, const QString &start, const QString &end, FactFlags flags,
                         const QList<int> &sources)
{
    Fact fact;
    fact.id = FactId::of(RecordId{m_next}, 0);
    fact.person = PersonId{1};
    fact.kind = kind;
    fact.title = title;
    fact.start = PartialDate::parse(start);
    fact.end = PartialDate::parse(end);
    if (fact.start.isValid())
        fact.startMs = fact.start.earliest();
    if (fact.end.isValid())
        fact.endMs = fact.end.latest();
    fact.flags = flags;
    for (const int source : sources) {
        fact.witnesses.append({FactId::of(RecordId{m_next}, 0), RecordId{m_next}, m_record.sources[source].id});
        ++m_record.sources[source].facts;
        ++m_next;
    }
    m_record.facts.append(fact);
    return m_record.facts.last();
}

Fact &RecordBuilder::addNumber(FactKind kind, const QString &title, const QString &loinc, double number,
                               const QString &unit, const QString &start, FactFlags flags, const QList<int> &sources)
{
    Fact &fact = add(kind, title, start, {}, flags, sources);
    fact.number = number;
    fact.value = QString::number(number);
    fact.unit = unit;
    fact.status = u"final"_s;
    fact.code = {u"http://loinc.org"_s, loinc, title, false};
    return fact;
}

PersonRecordPtr RecordBuilder::take()
{
    const auto time = [](const Fact &fact) { return fact.startMs != Fact::noTime ? fact.startMs : fact.endMs; };
    std::ranges::stable_sort(m_record.facts, [&](const Fact &a, const Fact &b) { return time(a) > time(b); });
    m_record.person = person;
    m_record.person.facts =
        int(std::ranges::count_if(m_record.facts, [](const Fact &fact) { return !fact.isWithdrawn(); }));
    return std::make_shared<const PersonRecord>(std::move(m_record));
}

PersonRecordPtr portraitRecord()
{
    RecordBuilder builder({u"City Family Practice"_s, u"St. Example Hospital"_s, u"Lakeside Chest Clinic"_s});
    addPerson(builder);
    addProblems(builder);
    addAllergies(builder);
    addMedications(builder);
    addResults(builder);
    addEvents(builder);
    return builder.take();
}

PersonRecordPtr emptyRecord()
{
    RecordBuilder builder({u"City Family Practice"_s});
    builder.person.id = PersonId{2};
    builder.person.name = u"NOBODY, Ann"_s;
    builder.person.birthDate = u"2001"_s;
    builder.person.sex = u"unknown"_s;
    return builder.take();
}

PersonRecordPtr syntheticRecord(int facts, quint32 seed)
{
    RecordBuilder builder({u"North"_s, u"South"_s, u"East"_s, u"West"_s});
    addPerson(builder);
    QRandomGenerator random(seed);
    const QDate first(1964, 1, 1);
    const qint64 days = first.daysTo(QDate(2026, 11, 1));
    static constexpr FactKind kinds[]{FactKind::Result,       FactKind::Result,     FactKind::Vital,
                                      FactKind::Encounter,    FactKind::Medication, FactKind::Condition,
                                      FactKind::Document,     FactKind::Report,     FactKind::Procedure,
                                      FactKind::Immunization, FactKind::Imaging,    FactKind::Result};
    for (int i = 0; i < facts; ++i) {
        const FactKind kind = kinds[random.bounded(quint32(std::size(kinds)))];
        const QDate day = first.addDays(qint64(random.bounded(double(days))));
        const QList<int> sources{int(random.bounded(4))};
        const auto which = int(random.bounded(40));
        if (kind == FactKind::Result || kind == FactKind::Vital) {
            builder.addNumber(kind, u"Measurement %1"_s.arg(which), u"9%1-1"_s.arg(which), random.bounded(1000.0) / 10,
                              u"mmol/L"_s,
                              isoDay(day) + u"T%1:15:00Z"_s.arg(random.bounded(24), 2, 10, QLatin1Char('0')),
                              which % 7 == 0 ? FactFlags(FactFlag::Abnormal) : FactFlags(), sources);
        } else if (kind == FactKind::Medication || kind == FactKind::Condition) {
            const QString end =
                random.bounded(5) == 0 ? QString() : isoDay(day.addDays(1 + qint64(random.bounded(900))));
            builder.add(kind, u"%1 %2"_s.arg(kind == FactKind::Medication ? u"Drug"_s : u"Problem"_s).arg(which),
                        isoDay(day), end, end.isEmpty() ? s_ongoing : FactFlags(), sources);
        } else {
            builder.add(kind, u"Event %1"_s.arg(which), isoDay(day), {}, {}, sources);
        }
    }
    return builder.take();
}

} // namespace Chartline::Testing
