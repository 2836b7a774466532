// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/PersonRecord.h"

#include <QSet>

namespace Chartline::Ui {

// Which facts the timeline and the list show. A value; both views share one.
class FactFilter
{
public:
    // None set: all kinds.
    void setKinds(const QSet<FactKind> &kinds);
    [[nodiscard]] const QSet<FactKind> &kinds() const { return m_kinds; }
    // A fact is hidden only when every source that states it is hidden.
    void setSourceHidden(SourceId source, bool hidden);
    [[nodiscard]] bool isSourceHidden(SourceId source) const { return m_hiddenSources.contains(source); }
    // Every word must be in the title, value, code, status or category, whatever the case.
    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    // Milliseconds since 1970 UTC, Fact::noTime for an open end. Undated facts pass only where both ends are open.
    void setRange(qint64 fromMs, qint64 toMs);
    void setShowWithdrawn(bool show) { m_showWithdrawn = show; }
    [[nodiscard]] bool showWithdrawn() const { return m_showWithdrawn; }

    // Nothing is left out but withdrawn facts.
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool accepts(const Fact &fact) const;
    // Indexes into record.facts, in its order.
    [[nodiscard]] QList<int> apply(const PersonRecord &record) const;

    bool operator==(const FactFilter &) const = default;

private:
    [[nodiscard]] bool acceptsText(const Fact &fact) const;

    QSet<FactKind> m_kinds;
    QSet<SourceId> m_hiddenSources;
    QString m_text;
    QStringList m_words;
    qint64 m_fromMs = Fact::noTime;
    qint64 m_toMs = Fact::noTime;
    bool m_showWithdrawn = false;
};

} // namespace Chartline::Ui
