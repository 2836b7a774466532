// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RecordService.h"

#include <QCoreApplication>

namespace Chartline::Ui {

struct DetailRow
{
    QString label;
    QString text;
    QString codes; // "LOINC 4548-4 · SNOMED CT 43396009"
};

struct DetailSection
{
    QString title; // whose words these are: source and type
    QString subtitle;
    RecordId record;
    QList<DetailRow> rows;
    QString narrative;
};

// What one fact's witnesses say, as labelled lines.
class DetailModel
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::DetailModel)

public:
    [[nodiscard]] static QList<DetailSection> sections(const FactDetail &detail);
    // Dates in words, yes and no; anything else as given.
    [[nodiscard]] static QString text(const Clinical::DetailLine &line);
    // The reference range as the source prints it; empty where there is none.
    [[nodiscard]] static QString referenceRange(const FactDetail &detail);
    // One version: "version 3, received 12 Mar 2024".
    [[nodiscard]] static QString version(const RecordInfo &record);
};

} // namespace Chartline::Ui
