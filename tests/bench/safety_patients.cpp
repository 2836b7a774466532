// SPDX-License-Identifier: Apache-2.0
// Medication safety of the sample patients in the shared data: how many of their drugs are understood, how many alerts
// they get, and how long a review takes. `safety_patients --read [ID…]` prints the alerts in words, `--at DATE` asks
// for another day than that of a patient's last entry. Nothing of that data is in the project.
#include "safety/DrugConcept.h"
#include "safety/PairCard.h"
#include "safety/PatientReader.h"
#include "safety/Reviewer.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QFile>
#include <QHash>
#include <QMap>
#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace Chartline;
using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

namespace {

using Row = QHash<QString, QString>;

QList<Row> rowsOf(const QString &name)
{
    QFile file(QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/safety/"_s + name);
    QList<Row> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    const QStringList heads = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
    while (!file.atEnd()) {
        const QStringList cells = QString::fromUtf8(file.readLine()).remove(u'\n').remove(u'\r').split(u'\t');
        Row row;
        for (qsizetype i = 0; i < heads.size(); ++i)
            row.insert(heads[i], cells.value(i));
        rows.append(row);
    }
    return rows;
}

struct Patient
{
    Row person;
    QList<DrugMention> mentions;
    PatientContext context;
    QDate last;
};

Clinical::CodeableConcept coded(const QString &system, const QString &code, const QString &text)
{
    Clinical::CodeableConcept result;
    result.text = text;
    if (!code.isEmpty())
        result.codings.append({system, code, text, false});
    return result;
}

class Patients
{
public:
    explicit Patients(const std::shared_ptr<const KnowledgeBase> &base)
        : m_resolver(base)
        , m_reviewer(base)
    {
        for (const Row &row : rowsOf(u"smart_patients_dev.tsv"_s))
            m_patients[row[u"PID"_s]].person = row;
        readDrugs();
        readRest();
    }

    QMap<QString, Patient> m_patients;
    Resolver m_resolver;
    Reviewer m_reviewer;
    int m_drugs = 0;
    QStringList m_unresolved;

private:
    void readDrugs()
    {
        for (const Row &row : rowsOf(u"smart_meds_dev.tsv"_s)) {
            Patient &patient = m_patients[row[u"PID"_s]];
            DrugMention mention;
            mention.fact = ++m_fact;
            mention.source = u"practice"_s;
            mention.kind = MentionKind::Request;
            mention.text = row[u"Name"_s];
            mention.drug = resolveDrug(
                coded(u"http://www.nlm.nih.gov/research/umls/rxnorm"_s, row[u"RxNorm"_s], mention.text), m_resolver);
            ++m_drugs;
            if (!mention.drug.isConfident())
                m_unresolved.append(mention.text);
            mention.start = mention.said = QDate::fromString(row[u"START_DATE"_s], Qt::ISODate);
            mention.end = QDate::fromString(row[u"END_DATE"_s], Qt::ISODate);
            mention.state = mention.end.isValid() ? MentionState::Completed : MentionState::Active;
            mention.daysSupply = row[u"DAYS"_s].toInt();
            mention.refills = row[u"REFILLS"_s].toInt();
            const double perDose = row[u"Q_TO_TAKE_VALUE"_s].toDouble();
            const double times = row[u"FREQUENCY_VALUE"_s].toDouble();
            if (row[u"FREQUENCY_UNIT"_s] == "/d"_L1)
                mention.dailyMg = perDose * times * mention.drug.strengthMg;
            m_byCode[row[u"PID"_s] + u' ' + row[u"RxNorm"_s]] = mention;
            patient.mentions.append(mention);
            note(patient, mention.start);
        }
        for (const Row &row : rowsOf(u"smart_refills_dev.tsv"_s)) {
            Patient &patient = m_patients[row[u"PID"_s]];
            DrugMention mention = m_byCode.value(row[u"PID"_s] + u' ' + row[u"RXN"_s]);
            mention.fact = ++m_fact;
            mention.source = u"pharmacy"_s;
            mention.kind = MentionKind::Dispense;
            mention.state = MentionState::Completed;
            mention.start = mention.said = QDate::fromString(row[u"DATE"_s], Qt::ISODate);
            mention.end = {};
            mention.daysSupply = row[u"DAYS"_s].toInt();
            mention.refills = 0;
            if (!mention.text.isEmpty())
                patient.mentions.append(mention);
            note(patient, mention.start);
        }
    }

    static void note(Patient &patient, QDate date)
    {
        if (date.isValid())
            patient.last = std::max(patient.last, date);
    }

    void readRest()
    {
        QHash<QString, PatientReader *> readers;
        std::vector<std::unique_ptr<PatientReader>> kept;
        for (auto patient = m_patients.begin(); patient != m_patients.end(); ++patient) {
            kept.push_back(std::make_unique<PatientReader>(m_resolver, m_reviewer.book()));
            readers.insert(patient.key(), kept.back().get());
            kept.back()->setPerson(patient->person[u"dob"_s], patient->person[u"gender"_s]);
        }
        for (const Row &row : rowsOf(u"smart_problems_dev.tsv"_s)) {
            Clinical::Condition condition;
            condition.code = coded(u"http://snomed.info/sct"_s, row[u"SNOMED"_s], row[u"NAME"_s]);
            condition.onset.start = PartialDate::parse(row[u"START_DATE"_s]);
            condition.onset.end = PartialDate::parse(row[u"END_DATE"_s]);
            if (PatientReader *reader = readers.value(row[u"PID"_s]))
                reader->add(condition, {++m_fact, u"practice"_s});
            note(m_patients[row[u"PID"_s]], condition.onset.start.localDate());
        }
        for (const Row &row : rowsOf(u"smart_labs_dev.tsv"_s)) {
            LabStatement lab{coded(u"http://loinc.org"_s, row[u"LOINC"_s], row[u"NAME"_s]),
                             row[u"VALUE"_s].toDouble(),
                             row[u"UNITS"_s],
                             {},
                             QDate::fromString(row[u"DATE"_s], Qt::ISODate),
                             row[u"VALUE"_s] + u' ' + row[u"UNITS"_s]};
            bool ok = false;
            if (const double high = row[u"HIGH"_s].toDouble(&ok); ok && high > 0)
                lab.upperOfNormal = high;
            if (PatientReader *reader = readers.value(row[u"PID"_s]); reader && row[u"SCALE"_s] == "Qn"_L1)
                reader->addLab(lab, {++m_fact, u"laboratory"_s});
            note(m_patients[row[u"PID"_s]], lab.date);
        }
        for (const Row &row : rowsOf(u"smart_allergies_dev.tsv"_s)) {
            Clinical::AllergyIntolerance allergy;
            const QString system = row[u"SYSTEM"_s] == "SNOMED"_L1   ? u"http://snomed.info/sct"_s
                                   : row[u"SYSTEM"_s] == "RXNORM"_L1 ? u"http://www.nlm.nih.gov/research/umls/rxnorm"_s
                                                                     : u""_s;
            allergy.code = coded(system, row[u"CODE"_s], row[u"ALLERGEN"_s]);
            allergy.onset.start = PartialDate::parse(row[u"START_DATE"_s]);
            Clinical::AllergyReaction reaction;
            reaction.manifestations = {coded(u"http://snomed.info/sct"_s, row[u"SNOMED"_s], row[u"REACTION"_s])};
            reaction.severity = row[u"SEVERITY"_s].toLower();
            if (!row[u"REACTION"_s].isEmpty())
                allergy.reactions = {reaction};
            if (PatientReader *reader = readers.value(row[u"PID"_s]); reader && row[u"STATEMENT"_s] != "negative"_L1)
                reader->add(allergy, {++m_fact, u"practice"_s});
        }
        for (auto patient = m_patients.begin(); patient != m_patients.end(); ++patient)
            patient->context = readers.value(patient.key())->finish();
    }

    QHash<QString, DrugMention> m_byCode;
    qint64 m_fact = 0;
};

const char *tierText(Tier tier)
{
    constexpr const char *names[] = {"none", "hidden", "passive", "PROMINENT", "INTERRUPTIVE"};
    return names[std::size_t(tier)];
}

void print(const QString &id, const Patient &patient, const SafetyReview &review)
{
    const auto age = patient.context.ageAt(review.at);
    std::printf("\n== %s, %c, %.0f years, on %s\n", qPrintable(id), patient.context.sex, age.value_or(-1),
                qPrintable(review.at.toString(Qt::ISODate)));
    for (const DrugCourse &course : review.courses) {
        constexpr const char *states[] = {"current", "uncertain", "past", "never dispensed", "planned", "not taken"};
        std::printf("   drug: %s (%s, %.0f mg a day, %s–%s)\n", qPrintable(course.text),
                    states[std::size_t(course.state)], course.dailyMg(),
                    qPrintable(course.start().toString(Qt::ISODate)),
                    qPrintable(course.lastDay().toString(Qt::ISODate)));
    }
    for (const ConditionEntry &entry : patient.context.conditions)
        std::printf("   condition: %s\n", qPrintable(entry.text));
    for (const AllergyEntry &entry : patient.context.allergies)
        std::printf("   allergy: %s (%s)\n", qPrintable(entry.text), qPrintable(entry.reactions.join(u", "_s)));
    for (const NotChecked &entry : review.notChecked)
        std::printf("   NOT CHECKED: %s\n", qPrintable(entry.name));
    for (const SafetyAlert &alert : review.alerts) {
        if (alert.tier <= Tier::Hidden)
            continue;
        QStringList drugs;
        for (const AlertDrug &drug : alert.drugs)
            drugs.append(drug.name);
        std::printf("   %s [%s] %s | %s | %s %s | %s\n", tierText(alert.tier), qPrintable(alert.id),
                    qPrintable(drugs.join(u" + "_s)), qPrintable(alert.happens), qPrintable(alert.why),
                    qPrintable(alert.subject), qPrintable(alert.source));
        for (const AlertMove &move : alert.moves)
            std::printf("        moved %+d: %s %s\n", move.step, qPrintable(move.words), qPrintable(move.drug));
        for (const AlertLevel &level : alert.levels)
            std::printf("        %s %g %s (%s)\n", qPrintable(level.id), level.value, qPrintable(level.unit),
                        qPrintable(level.date.toString(Qt::ISODate)));
    }
}

// Thirty common drugs and a hundred values: one review.
void measureSpeed(const Patients &patients)
{
    constexpr const char *names[] = {
        "warfarin",     "amiodarone",        "simvastatin",         "lisinopril",  "spironolactone",
        "furosemide",   "metformin",         "glipizide",           "digoxin",     "fluoxetine",
        "tramadol",     "ibuprofen",         "omeprazole",          "clopidogrel", "levothyroxine",
        "prednisone",   "albuterol",         "tiotropium",          "gabapentin",  "zolpidem",
        "quetiapine",   "allopurinol",       "hydrochlorothiazide", "amlodipine",  "metoprolol",
        "atorvastatin", "calcium carbonate", "ciprofloxacin",       "sertraline",  "oxycodone"};
    QList<DrugMention> mentions;
    const QDate at(2026, 6, 1);
    for (const char *name : names) {
        DrugMention mention;
        mention.fact = mentions.size() + 1;
        mention.state = MentionState::Active;
        mention.text = QString::fromLatin1(name);
        mention.drug = patients.m_resolver.resolve(mention.text);
        mention.start = mention.said = at.addDays(-30);
        mentions.append(mention);
    }
    PatientContext context;
    context.birth = QDate(1950, 1, 1);
    context.sex = 'F';
    for (const char *lab : {"potassium", "sodium", "creatinine", "inr", "digoxin"}) {
        const auto term = patients.m_reviewer.base().term(Vocabulary::Labs, lab);
        for (int i = 0; term && i < 20; ++i)
            context.labs.append({i, {}, quint16(*term), 2.0 + i, at.addDays(-i * 7), {}, false});
    }
    completeLabs(patients.m_reviewer.base(), context);
    constexpr int rounds = 100;
    // The processor's time, so that what else runs on the machine does not count.
    const std::clock_t start = std::clock();
    qsizetype alerts = 0;
    for (int i = 0; i < rounds; ++i)
        alerts = patients.m_reviewer.review(mentions, context, at).alerts.size();
    std::printf("30-drug patient with labs: %.2f ms (budget 2), %lld alerts of all tiers\n",
                double(std::clock() - start) / CLOCKS_PER_SEC * 1000 / rounds, static_cast<long long>(alerts));
}

} // namespace

int main(int argc, char **argv)
{
    const auto &base = embeddedKnowledge();
    if (!base) {
        std::fprintf(stderr, "the knowledge base failed its check\n");
        return 1;
    }
    QStringList wanted;
    bool read = false;
    QDate at;
    for (int i = 1; i < argc; ++i) {
        const QString argument = QString::fromLocal8Bit(argv[i]);
        if (argument == "--read"_L1)
            read = true;
        else if (argument == "--at"_L1 && i + 1 < argc)
            at = QDate::fromString(QString::fromLocal8Bit(argv[++i]), Qt::ISODate);
        else
            wanted.append(argument);
    }
    Patients patients(*base);
    if (patients.m_patients.isEmpty())
        std::printf("the shared data is not here: no sample patients\n");
    int interruptive = 0;
    int visible = 0;
    int withDrugs = 0;
    QMap<QString, int> byWhat;
    for (auto patient = patients.m_patients.cbegin(); patient != patients.m_patients.cend(); ++patient) {
        const SafetyReview review =
            patients.m_reviewer.review(patient->mentions, patient->context, at.isValid() ? at : patient->last);
        withDrugs += patient->mentions.isEmpty() ? 0 : 1;
        for (const SafetyAlert &alert : review.alerts) {
            interruptive += alert.tier == Tier::Interruptive ? 1 : 0;
            visible += alert.tier >= Tier::Passive ? 1 : 0;
            if (alert.tier >= Tier::Passive)
                ++byWhat[QString::fromLatin1(tierText(alert.tier)) + u' ' + alert.id.section(u':', 0, 1)];
        }
        if (read && (wanted.isEmpty() || wanted.contains(patient.key())))
            print(patient.key(), *patient, review);
    }
    const double count = double(std::max<qsizetype>(patients.m_patients.size(), 1));
    for (auto what = byWhat.cbegin(); what != byWhat.cend(); ++what)
        std::printf("  %4d %s\n", what.value(), qPrintable(what.key()));
    for (const QString &name : std::as_const(patients.m_unresolved))
        std::printf("  not understood: %s\n", qPrintable(name));
    std::printf("patients: %lld (%d with drugs)\n", static_cast<long long>(patients.m_patients.size()), withDrugs);
    std::printf("medication entries understood: %.3f of %d (needs 0.98)\n",
                patients.m_drugs > 0 ? 1 - double(patients.m_unresolved.size()) / patients.m_drugs : 0,
                patients.m_drugs);
    std::printf("interruptive alerts a patient: %.2f (at most 0.3)\n", interruptive / count);
    std::printf("visible alerts a patient: %.2f (at most 1.5)\n", visible / count);
    measureSpeed(patients);
    return 0;
}
