// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/FactFilter.h"

#include "viewmodels/FactText.h"

#include <algorithm>

namespace Chartline::Ui {

void FactFilter::setKinds(const QSet<FactKind> &kinds)
{
    m_kinds = kinds;
}

void FactFilter::setSourceHidden(SourceId source, bool hidden)
{
    if (hidden)
        m_hiddenSources.insert(source);
    else
        m_hiddenSources.remove(source);
}

void FactFilter::setText(const QString &text)
{
    m_text = text;
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

void FactFilter::setRange(qint64 fromMs, qint64 toMs)
{
    m_fromMs = fromMs;
    m_toMs = toMs;
}

bool FactFilter::isEmpty() const
{
    return m_kinds.isEmpty() && m_hiddenSources.isEmpty() && m_words.isEmpty() && m_fromMs == Fact::noTime
           && m_toMs == Fact::noTime;
}

bool FactFilter::acceptsText(const Fact &fact) const
{
    if (m_words.isEmpty())
        return true;
    // The words as shown, so that "not given" finds what is shown as not given.
    const QString shown = fact.assertion == Assertion::Affirmed ? fact.title : FactText::title(fact);
    return std::ranges::all_of(m_words, [&](const QString &word) {
        const auto in = [&](const QString &text) { return text.contains(word, Qt::CaseInsensitive); };
        return in(shown) || in(fact.value) || in(fact.code.display) || in(fact.code.code) || in(fact.status)
               || in(fact.category) || in(fact.start.text());
    });
}

bool FactFilter::accepts(const Fact &fact) const
{
    if (!m_showWithdrawn && fact.isWithdrawn())
        return false;
    if (!m_kinds.isEmpty() && !m_kinds.contains(fact.kind))
        return false;
    if (!m_hiddenSources.isEmpty() && !fact.witnesses.isEmpty()
        && std::ranges::all_of(fact.witnesses, [&](const Witness &w) { return m_hiddenSources.contains(w.source); }))
        return false;
    if (m_fromMs != Fact::noTime || m_toMs != Fact::noTime) {
        const qint64 from = fact.startMs == Fact::noTime ? fact.endMs : fact.startMs;
        if (from == Fact::noTime)
            return false;
        // Something that goes on reaches into every later range.
        const qint64 to = fact.endMs != Fact::noTime               ? fact.endMs
                          : fact.flags.testFlag(FactFlag::Ongoing) ? std::numeric_limits<qint64>::max()
                          : fact.start.isValid()                   ? fact.start.latest()
                                                                   : from;
        if ((m_toMs != Fact::noTime && from > m_toMs) || (m_fromMs != Fact::noTime && to < m_fromMs))
            return false;
    }
    return acceptsText(fact);
}

QList<int> FactFilter::apply(const PersonRecord &record) const
{
    QList<int> rows;
    rows.reserve(record.facts.size());
    for (int i = 0; i < int(record.facts.size()); ++i) {
        if (accepts(record.facts[i]))
            rows.append(i);
    }
    return rows;
}

} // namespace Chartline::Ui
