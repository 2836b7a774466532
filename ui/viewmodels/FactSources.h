// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"

namespace Chartline::Ui {

// The sources of a record as the views mark them: a place (which gives the colour) and a short sign that says the same
// without colour.
class FactSources
{
public:
    FactSources() = default;
    explicit FactSources(const QList<SourceInfo> &sources);

    [[nodiscard]] qsizetype place(SourceId id) const { return m_places.value(id, 0); }
    [[nodiscard]] QString name(SourceId id) const { return m_names.value(place(id)); }
    // One letter, or letter and digit where sources begin alike; unique within the record.
    [[nodiscard]] QString sign(SourceId id) const { return m_signs.value(place(id)); }
    // Places of a fact's sources, each once, the speaking witness's first.
    [[nodiscard]] QList<qsizetype> places(const Fact &fact) const;
    // Names of a fact's sources, each once.
    [[nodiscard]] QStringList names(const Fact &fact) const;

private:
    QHash<SourceId, qsizetype> m_places;
    QStringList m_names;
    QStringList m_signs;
};

} // namespace Chartline::Ui
