// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"

namespace Chartline::Testing {

// Makes records without a vault. Everything is derived from the arguments: the same call gives the same record.
class RecordBuilder
{
public:
    explicit RecordBuilder(const QStringList &sourceNames);

    // `start` and `end` are FHIR dates, empty for none. `sources`: indexes into the names.
    Fact &add(FactKind kind, const QString &title, const QString &start, const QString &end = {}, FactFlags flags = {},
              const QList<int> &sources = {0});
    Fact &addNumber(FactKind kind, const QString &title, const QString &loinc, double number, const QString &unit,
                    const QString &start, FactFlags flags = {}, const QList<int> &sources = {0});

    PersonSummary person;

    // Newest first, undated last, as the store gives them.
    [[nodiscard]] PersonRecordPtr take();

private:
    PersonRecord m_record;
    qint64 m_next = 1;
};

// A long, plausible life told by three sources: some 600 facts, with every kind of statement the views must show well.
[[nodiscard]] PersonRecordPtr portraitRecord();

// A person about whom nothing has been said.
[[nodiscard]] PersonRecordPtr emptyRecord();

// `facts` facts of all kinds spread over 60 years.
[[nodiscard]] PersonRecordPtr syntheticRecord(int facts, quint32 seed = 1);

} // namespace Chartline::Testing
