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

std::optional<double> upperOf(const Clinical::Observation &observation)
{
    for (const Clinical::ReferenceRange &range : observation.referenceRanges) {
        bool ok = false;
        const double high = range.range.high.value.text().toDouble(&ok);
        if (ok)
            return high;
    }
    return std::nullopt;
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
    for (const SourceInfo &source : record.sources)
        m_sources.insert(source.id, source.name);
    if (m_reader)
        m_reader->setPerson(record.person.birthDate, record.person.sex);
    for (const Fact &fact : record.facts) {
        if (!fact.isWithdrawn())
            CHARTLINE_TRY(readFact(fact));
    }
    if (m_reader)
        m_patient = m_reader->finish();
    return {};
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
        if (!value)
            continue;
        const StatementOrigin origin = originOf(fact, witness);
        if (fact.kind == Chartline::FactKind::Medication)
            CHARTLINE_TRY(readDrug(*value, witness, origin));
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
Status SafetyReading::readDrug(const Clinical::Value &value, const Witness &witness, const StatementOrigin &origin)
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
    if (!mention)
        return {};
    mention->fact = origin.fact;
    mention->source = origin.source;
    // A source that updates an order it calls active says once more that it is.
    if (const auto updated = m_updates.constFind(witness.record);
        updated != m_updates.constEnd() && mention->state == MentionState::Active)
        mention->said = std::max(mention->said, QDateTime::fromMSecsSinceEpoch(*updated, QTimeZone::utc()).date());
    m_mentions.append(std::move(*mention));
    return {};
}

// Numbers stand in the fact itself; only limits of normal have to be read from the source.
Status SafetyReading::readResult(const Fact &fact, const StatementOrigin &origin)
{
    const QDate date = fact.start.localDate();
    m_reader->addGenes(fact.title + u' ' + fact.value, date, origin);
    const Clinical::CodeableConcept code = conceptOf(fact);
    const auto lab = m_reader->labOf(code);
    if (!lab || !fact.number)
        return {};
    LabStatement statement{code,      *fact.number,
                           fact.unit, std::nullopt,
                           date,      fact.unit.isEmpty() ? fact.value : fact.value + u' ' + fact.unit};
    if (m_tools->reviewer.base().termUnit(*lab) == "xULN") {
        CHARTLINE_ASSIGN(const auto value, factValue(m_blobs, m_db, m_connectors, fact.witnesses.first()));
        if (const auto *observation = value ? std::get_if<Clinical::Observation>(&*value) : nullptr)
            statement.upperOfNormal = upperOf(*observation);
    }
    m_reader->addLab(statement, origin);
    return {};
}

} // namespace Chartline
