// SPDX-License-Identifier: Apache-2.0
#include "services/SafetyReading.h"

#include "safety/DrugMentions.h"
#include "timeline/Labels.h"
#include "timeline/RecordQueries.h"

#include <QTimeZone>
#include <algorithm>

namespace Chartline {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

// Statements about the person that are told by code: smoking status, pregnancy status.
bool isFinding(const Clinical::Coding &code)
{
    return code.code == "72166-2"_L1 || code.code == "82810-3"_L1;
}

// Blood pressure as a pair: the first number is the systolic one.
constexpr auto s_systolic = "8480-6"_L1;
bool isBloodPressure(const Clinical::Coding &code)
{
    return code.code == "85354-9"_L1 || code.code == "55284-4"_L1;
}

Clinical::CodeableConcept conceptOf(const Fact &fact)
{
    Clinical::CodeableConcept code;
    code.text = fact.title;
    if (!fact.code.isEmpty())
        code.codings = {fact.code};
    if (isBloodPressure(fact.code))
        code.codings.first().code = s_systolic;
    return code;
}

// Whether a value tells of a drug that someone takes, takes up or took; one entered in error tells of none.
bool isDrug(const Clinical::Value &value)
{
    return std::visit(
        [](const auto &one) {
            if constexpr (requires { one.medicationReference; })
                return one.status != "entered-in-error"_L1;
            return false;
        },
        value);
}

const Clinical::Reference *medicationReferenceOf(const Clinical::Value &value)
{
    return std::visit(
        [](const auto &one) -> const Clinical::Reference * {
            if constexpr (requires { one.medicationReference; })
                return &one.medicationReference;
            return nullptr;
        },
        value);
}

// The sign before a number as a fact shows it.
QString comparatorOf(const QString &value)
{
    const QString text = value.trimmed();
    if (text.startsWith(u'≤') || text.startsWith("<="_L1))
        return u"<="_s;
    if (text.startsWith(u'≥') || text.startsWith(">="_L1))
        return u">="_s;
    return text.startsWith(u'<') ? u"<"_s : text.startsWith(u'>') ? u">"_s : QString();
}

} // namespace

SafetyReading::SafetyReading(const BlobStore &blobs, Connection &db,
                             const std::vector<std::shared_ptr<const Connector>> &connectors, const SafetyTools *tools)
    : m_blobs(blobs)
    , m_db(db)
    , m_connectors(connectors)
    , m_tools(tools)
{
    if (tools)
        m_reader.emplace(tools->resolver, tools->reviewer.book());
}

Status SafetyReading::read(PersonId person)
{
    CHARTLINE_ASSIGN(const PersonRecord record, RecordQueries::personRecord(m_db, person));
    CHARTLINE_ASSIGN(m_updates, recordUpdates(m_db, person));
    nameSources(record.sources);
    if (m_reader)
        m_reader->setPerson(record.person.birthDate, record.person.sex);
    for (const Fact &fact : record.facts) {
        if (!fact.isWithdrawn())
            CHARTLINE_TRY(readFact(fact));
    }
    if (m_reader)
        m_patient = m_reader->finish();
    m_patient.unreadRecords = m_unread;
    return {};
}

// What two sources say is never taken for the word of one because they share a name.
void SafetyReading::nameSources(const QList<SourceInfo> &sources)
{
    QList<SourceInfo> inOrder = sources;
    std::ranges::sort(inOrder, {}, [](const SourceInfo &source) { return source.id.value; });
    QHash<QString, int> met;
    for (const SourceInfo &source : std::as_const(inOrder)) {
        const int number = ++met[source.name];
        m_sources.insert(source.id, number == 1 ? source.name : u"%1 (%2)"_s.arg(source.name).arg(number));
    }
}

StatementOrigin SafetyReading::originOf(const Fact &fact, const Witness &witness) const
{
    return {fact.id.value, m_sources.value(witness.source)};
}

// Without knowledge a drug is only its words; it is listed as not checked.
void SafetyReading::nameDrug(const Fact &fact)
{
    if (fact.kind != Chartline::FactKind::Medication || fact.assertion != Assertion::Affirmed)
        return;
    DrugMention mention;
    mention.fact = fact.id.value;
    mention.state = fact.flags.testAnyFlags(FactFlag::Active | FactFlag::Ongoing) ? MentionState::Active
                    : fact.flags.testFlag(FactFlag::Planned)                      ? MentionState::Planned
                                                                                  : MentionState::Unknown;
    mention.text = fact.title;
    mention.start = fact.start.localDate();
    mention.end = fact.end.localDate();
    m_mentions.append(mention);
}

Status SafetyReading::readFact(const Fact &fact)
{
    if (!m_reader) {
        nameDrug(fact);
        return {};
    }
    const bool isWhole = fact.kind == Chartline::FactKind::Medication || fact.kind == Chartline::FactKind::Allergy
                         || fact.kind == Chartline::FactKind::Condition || fact.kind == Chartline::FactKind::Procedure
                         || isFinding(fact.code);
    if (!isWhole) {
        const bool isResult = fact.kind == Chartline::FactKind::Result || fact.kind == Chartline::FactKind::Vital;
        return isResult && !fact.witnesses.isEmpty() ? readResult(fact, originOf(fact, fact.witnesses.first()))
                                                     : Status();
    }
    for (const Witness &witness : fact.witnesses) {
        CHARTLINE_ASSIGN(const auto value, factValue(m_blobs, m_db, m_connectors, witness));
        if (!value) {
            m_unread.append({fact.id.value, fact.title});
            continue;
        }
        const StatementOrigin origin = originOf(fact, witness);
        if (fact.kind == Chartline::FactKind::Medication)
            CHARTLINE_TRY(readDrug(fact, *value, witness, origin));
        if (const auto *allergy = std::get_if<Clinical::AllergyIntolerance>(&*value))
            m_reader->add(*allergy, origin);
        else if (const auto *condition = std::get_if<Clinical::Condition>(&*value))
            m_reader->add(*condition, origin);
        else if (const auto *procedure = std::get_if<Clinical::Procedure>(&*value))
            m_reader->add(*procedure, origin);
        else if (const auto *observation = std::get_if<Clinical::Observation>(&*value))
            m_reader->addFinding(*observation, origin);
    }
    return {};
}

// The drug may be a resource of its own.
Status SafetyReading::readDrug(const Fact &fact, const Clinical::Value &value, const Witness &witness,
                               const StatementOrigin &origin)
{
    std::optional<Clinical::Value> medication;
    if (const Clinical::Reference *reference = medicationReferenceOf(value); reference && !reference->isEmpty()) {
        CHARTLINE_ASSIGN(const RecordId record, recordOf(m_db, witness.record, witness.source, *reference));
        if (record) {
            CHARTLINE_ASSIGN(MappedRecord mapped, remap(m_db, m_blobs, m_connectors, record));
            if (!mapped.values.empty())
                medication = std::move(mapped.values.front());
        }
    }
    const auto *drug = medication ? std::get_if<Clinical::Medication>(&*medication) : nullptr;
    auto mention = mentionOf(value, drug, m_tools->resolver);
    if (!mention) {
        if (isDrug(value) && fact.assertion == Assertion::Affirmed)
            m_unread.append({origin.fact, fact.title});
        return {};
    }
    mention->fact = origin.fact;
    mention->source = origin.source;
    // A source that updates an order it calls active says once more that it is.
    if (const auto updated = m_updates.constFind(witness.record);
        updated != m_updates.constEnd() && mention->state == MentionState::Active)
        mention->said = std::max(mention->said, QDateTime::fromMSecsSinceEpoch(*updated, QTimeZone::utc()).date());
    if (mention->state == MentionState::Stopped) {
        CHARTLINE_ASSIGN(mention->stopKnown, stopKnown(witness.record));
    }
    m_mentions.append(std::move(*mention));
    return {};
}

Result<QDate> SafetyReading::stopKnown(RecordId record) const
{
    const auto updated = m_updates.constFind(record);
    if (updated != m_updates.constEnd())
        return QDateTime::fromMSecsSinceEpoch(*updated, QTimeZone::utc()).date();
    CHARTLINE_ASSIGN(Statement * query, m_db.cached("SELECT i.started FROM record r JOIN file f ON f.id = r.file_id "
                                                    "JOIN import i ON i.id = f.import_id WHERE r.id = ?1"));
    query->bind(1, record.value);
    CHARTLINE_ASSIGN(const bool found, query->step());
    const QDate day = found ? QDateTime::fromMSecsSinceEpoch(query->int64(0), QTimeZone::utc()).date() : QDate();
    query->reset();
    return day;
}

// What a specimen is, in words: its type, else what the reference says.
Result<QString> SafetyReading::specimenOf(const Clinical::Observation &observation, const Witness &witness) const
{
    if (observation.specimen.isEmpty())
        return QString();
    QString words = observation.specimen.label();
    CHARTLINE_ASSIGN(const RecordId record, recordOf(m_db, witness.record, witness.source, observation.specimen));
    if (record) {
        CHARTLINE_ASSIGN(const MappedRecord mapped, remap(m_db, m_blobs, m_connectors, record));
        if (!mapped.values.empty()) {
            if (const auto *specimen = std::get_if<Clinical::Specimen>(&mapped.values.front()))
                words += u' ' + specimen->specimenType.label();
        }
    }
    return words;
}

// The usual case, read without going back to the source: a number with a known unit of a test that is told by its LOINC
// code. Limits of normal, specimens and parts stand only in the source.
bool SafetyReading::readPlain(const Fact &fact, quint16 lab, const StatementOrigin &origin)
{
    const bool isCoded = fact.code.system.contains("loinc"_L1) || fact.code.system.endsWith("2.16.840.1.113883.6.1"_L1);
    const TermBook &book = m_tools->reviewer.book();
    if (!fact.number || !isCoded || fact.status == "unknown"_L1 || !fact.start.isValid()
        || !book.isUnitOf(lab, fact.unit) || book.base().termUnit(lab) == "xULN")
        return false;
    LabStatement statement;
    statement.code = conceptOf(fact);
    statement.value = *fact.number;
    statement.unit = fact.unit;
    statement.date = fact.start.localDate();
    statement.shown = fact.unit.isEmpty() ? fact.value : fact.value + u' ' + fact.unit;
    if (fact.start.hasTime())
        statement.time = QDateTime::fromMSecsSinceEpoch(fact.start.earliest(), QTimeZone::utc());
    statement.comparator = comparatorOf(fact.value);
    m_reader->addLab(statement, origin);
    return true;
}

Status SafetyReading::readResult(const Fact &fact, const StatementOrigin &origin)
{
    if (fact.status == "cancelled"_L1)
        return {};
    const auto lab = m_reader->labOf(conceptOf(fact));
    if (lab && readPlain(fact, *lab, origin))
        return {};
    // A number of another test; only what has no number of its own has parts or is in words.
    if (!lab && fact.number)
        return {};
    const Witness &witness = fact.witnesses.first();
    CHARTLINE_ASSIGN(const auto value, factValue(m_blobs, m_db, m_connectors, witness));
    if (!value && lab)
        m_unread.append({fact.id.value, fact.title});
    if (const auto *observation = value ? std::get_if<Clinical::Observation>(&*value) : nullptr) {
        CHARTLINE_ASSIGN(const QString specimen, specimenOf(*observation, witness));
        m_reader->addResult(*observation, specimen, origin);
    } else {
        m_reader->addGenes(fact.title, fact.value, fact.start.localDate(), origin);
    }
    return {};
}

} // namespace Chartline
