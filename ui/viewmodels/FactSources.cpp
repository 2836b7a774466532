// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/FactSources.h"

namespace Chartline::Ui {

FactSources::FactSources(const QList<SourceInfo> &sources)
{
    for (const SourceInfo &source : sources) {
        m_places.insert(source.id, m_names.size());
        m_names.append(source.name);
        QString letter(QLatin1Char('?'));
        for (const QChar c : source.name) {
            if (c.isLetterOrNumber()) {
                letter = c.toUpper();
                break;
            }
        }
        QString sign = letter;
        for (int n = 2; m_signs.contains(sign); ++n)
            sign = letter + QString::number(n);
        m_signs.append(sign);
    }
}

QList<qsizetype> FactSources::places(const Fact &fact) const
{
    QList<qsizetype> result;
    for (const Witness &witness : fact.witnesses) {
        const qsizetype at = place(witness.source);
        if (!result.contains(at))
            result.append(at);
    }
    return result;
}

QStringList FactSources::names(const Fact &fact) const
{
    QStringList result;
    for (const qsizetype at : places(fact))
        result.append(m_names.value(at));
    return result;
}

} // namespace Chartline::Ui
