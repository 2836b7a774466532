// SPDX-License-Identifier: Apache-2.0
// The results side of PatientReader: tests and gene variants.
#include "safety/PatientReader.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <algorithm>
#include <array>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;
using Clinical::ObservationValue;

// What the parts of a result have in common.
struct PatientReader::ResultFrame
{
    PartialDate when;
    QString sample; // words that may name what it was taken from
    bool isSure = true; // its source knows whether it holds
    StatementOrigin origin;
};

namespace {

constexpr auto s_geneStudied = "48018-6"_L1; // LOINC

struct ReadNumber
{
    double value = 0;
    QString comparator;
    QString unit;
    QString unitCode;
};

bool isComparator(const QString &comparator)
{
    return comparator.isEmpty() || comparator == "<"_L1 || comparator == "<="_L1 || comparator == ">"_L1
           || comparator == ">="_L1;
}

// "6.6 mmol/L", "< 30", "≥90 ml/min", "6,6". A comma before three digits may stand for thousands: not read.
std::optional<ReadNumber> numberIn(const QString &text)
{
    static const QRegularExpression form(u"^(<=|>=|<|>|≤|≥)? ?([0-9]+(?:\\.[0-9]+|,[0-9]{1,2})?)(?: ?([^0-9 ].*))?$"_s);
    const auto match = form.match(text.simplified());
    bool ok = false;
    const double value = match.captured(2).replace(u',', u'.').toDouble(&ok);
    if (!match.hasMatch() || !ok)
        return std::nullopt;
    QString comparator = match.captured(1);
    comparator.replace(u"≤"_s, u"<="_s).replace(u"≥"_s, u">="_s);
    return ReadNumber{value, comparator, match.captured(3), {}};
}

// Nothing where the form of a value is not that of a number.
std::optional<ReadNumber> numberOf(const ObservationValue &value)
{
    switch (value.kind) {
    case ObservationValue::Kind::Quantity: {
        const Clinical::Quantity &quantity = value.quantity;
        const auto number = quantity.value.toDouble();
        return number && isComparator(quantity.comparator)
                   ? std::optional(ReadNumber{*number, quantity.comparator, quantity.unit, quantity.code})
                   : std::nullopt;
    }
    case ObservationValue::Kind::Text:
    case ObservationValue::Kind::Integer: return numberIn(value.text);
    default: return std::nullopt;
    }
}

std::optional<double> upperOf(const QList<Clinical::ReferenceRange> &ranges)
{
    for (const Clinical::ReferenceRange &range : ranges) {
        if (const auto high = range.range.high.value.toDouble())
            return high;
    }
    return std::nullopt;
}

QString loincOf(const Clinical::CodeableConcept &code)
{
    const auto found = std::ranges::find_if(
        code.codings, [](const Clinical::Coding &coding) { return coding.system.contains("loinc"_L1); });
    return found == code.codings.end() ? QString() : found->code;
}

QString shownOf(const ObservationValue &value)
{
    const QString unit = value.unit();
    return unit.isEmpty() ? value.label() : value.label() + u' ' + unit;
}

// Parts of a result on a gene that do not name it themselves.
bool isOfPanel(const QString &part)
{
    constexpr std::array words{"phenotype"_L1,      "genotype"_L1, "diplotype"_L1, "metabol"_L1,
                               "interpretation"_L1, "activity"_L1, "function"_L1,  "result"_L1};
    return std::ranges::any_of(words, [&](auto word) { return part.contains(word, Qt::CaseInsensitive); });
}

} // namespace

void PatientReader::addUnread(quint16 lab, const LabStatement &statement, bool isImplausible,
                              const StatementOrigin &origin)
{
    // A height is only a means; that none is known is told by the kidney function of a child that is not.
    if (m_book.base().termId(lab) == "body-height")
        return;
    const QString name = statement.code.label();
    m_context.unreadValues.append({origin.fact, name.isEmpty() ? statement.shown : name + u": "_s + statement.shown,
                                   isImplausible, lab, statement.date, statement.time});
}

void PatientReader::addLab(const LabStatement &statement, const StatementOrigin &origin)
{
    const auto lab = m_book.lab(statement.code);
    if (!lab)
        return;
    const TermBook::OwnValue own =
        m_book.ownValue(*lab, statement.value, {statement.unitCode, statement.unit}, statement.upperOfNormal);
    if (own.fault != TermBook::ValueFault::None || !statement.date.isValid() || !isComparator(statement.comparator)) {
        addUnread(*lab, statement, own.fault == TermBook::ValueFault::Implausible, origin);
        return;
    }
    m_context.labs.append({origin.fact, origin.source, *lab, own.value, statement.date, statement.shown, false,
                           statement.time, statement.comparator});
}

void PatientReader::addPart(const Clinical::CodeableConcept &code, const ObservationValue &value,
                            const QList<Clinical::ReferenceRange> &ranges, const ResultFrame &frame)
{
    const auto lab = value.isEmpty() ? std::nullopt : m_book.lab(code, frame.sample);
    if (!lab)
        return;
    LabStatement statement;
    statement.code = code;
    statement.shown = shownOf(value);
    statement.date = frame.when.localDate();
    if (frame.when.hasTime())
        statement.time = QDateTime::fromMSecsSinceEpoch(frame.when.earliest(), QTimeZone::utc());
    const auto number = numberOf(value);
    if (!number || !frame.isSure) {
        if (!statement.shown.trimmed().isEmpty())
            addUnread(*lab, statement, false, frame.origin);
        return;
    }
    statement.value = number->value;
    statement.comparator = number->comparator;
    statement.unit = number->unit;
    statement.unitCode = number->unitCode;
    statement.upperOfNormal = upperOf(ranges);
    addLab(statement, frame.origin);
}

void PatientReader::addResult(const Clinical::Observation &observation, const QString &specimen,
                              const StatementOrigin &origin)
{
    if (observation.status == "cancelled"_L1 || observation.status == "entered-in-error"_L1)
        return;
    ResultFrame frame;
    frame.when = observation.effective.start.isValid() ? observation.effective.start
                 : observation.effective.end.isValid() ? observation.effective.end
                                                       : observation.issued;
    frame.sample = specimen;
    frame.isSure = observation.status != "unknown"_L1;
    frame.origin = origin;
    QString gene;
    for (const Clinical::ObservationComponent &component : observation.components) {
        if (loincOf(component.code) == s_geneStudied)
            gene += u' ' + component.value.label();
    }
    const QString title = observation.code.label();
    addPart(observation.code, observation.value, observation.referenceRanges, frame);
    addGenesOf(title + gene, observation.code, observation.value, frame);
    // The name of a panel may tell what all of its parts were taken from.
    frame.sample += u' ' + title;
    for (const Clinical::ObservationComponent &component : observation.components) {
        addPart(component.code, component.value, component.referenceRanges, frame);
        QString test = component.code.label() + gene;
        if (gene.isEmpty() && isOfPanel(test))
            test.prepend(title + u' ');
        if (loincOf(component.code) != s_geneStudied)
            addGenesOf(test, component.code, component.value, frame);
    }
}

void PatientReader::addGenesOf(const QString &test, const Clinical::CodeableConcept &code,
                               const ObservationValue &value, const ResultFrame &frame)
{
    const bool isWords = value.kind == ObservationValue::Kind::Concept || value.kind == ObservationValue::Kind::Text
                         || value.kind == ObservationValue::Kind::Boolean;
    if (!isWords || !frame.isSure)
        return;
    // Its words first; an answer may be told by its code alone.
    QStringList answers{value.label()};
    for (const Clinical::Coding &coding : value.concept_.codings)
        answers << coding.display << coding.code;
    for (const QString &answer : std::as_const(answers)) {
        const std::vector<quint16> variants =
            answer.isEmpty() ? std::vector<quint16>() : m_book.genes(test, loincOf(code), answer);
        if (!variants.empty()) {
            addVariants(variants, test + u": "_s + answers.first(), frame.when.localDate(), frame.origin);
            return;
        }
    }
}

void PatientReader::addGenes(const QString &test, const QString &answer, QDate date, const StatementOrigin &origin)
{
    addVariants(m_book.genes(test, QString(), answer), test + u": "_s + answer, date, origin);
}

void PatientReader::addVariants(const std::vector<quint16> &variants, const QString &text, QDate date,
                                const StatementOrigin &origin)
{
    for (const quint16 variant : variants)
        m_context.genes.append({origin.fact, origin.source, variant, date, text});
}

} // namespace Chartline::Safety
