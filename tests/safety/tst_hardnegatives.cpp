// SPDX-License-Identifier: Apache-2.0
#include "safety/PairCard.h"
#include "safety/Resolver.h"
#include "safety/Reviewer.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QFile>
#include <QHash>
#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

namespace {

struct Negative
{
    QString kind;
    QString drugs[2];
    QString context;
    QString why;
    [[nodiscard]] QString name() const
    {
        return drugs[0] + " + "_L1 + drugs[1] + (context.isEmpty() ? QString() : " ["_L1 + context + u']');
    }
};

const QDate s_at(2026, 10, 1);

QList<Negative> negatives()
{
    QList<Negative> rows;
    QFile file(QStringLiteral(CHARTLINE_SOURCE_DIR "/tests/data/safety/negatives.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        const QStringList cells = line.split(u'\t');
        if (cells.size() != 5)
            return {};
        rows.append({cells[0], {cells[1], cells[2]}, cells[3], cells[4]});
    }
    return rows;
}

std::optional<Route> routeCalled(const QString &name)
{
    static const QHash<QString, Route> routes{{u"topical"_s, Route::Topical}, {u"ophthalmic"_s, Route::Ophthalmic},
                                              {u"otic"_s, Route::Otic},       {u"nasal"_s, Route::Nasal},
                                              {u"inhaled"_s, Route::Inhaled}, {u"vaginal"_s, Route::Vaginal},
                                              {u"oral"_s, Route::Oral}};
    const auto found = routes.find(name);
    return found == routes.end() ? std::nullopt : std::optional(*found);
}

} // namespace

// Pairs that look as if they interacted and do not (tests/data/safety/negatives.tsv): a physician is shown nothing.
class TestHardNegatives : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pair_data();
    void pair();
    void file();
    void specificity();

private:
    [[nodiscard]] std::optional<QList<DrugMention>> mentions(const Negative &row) const;
    [[nodiscard]] bool applyContext(const QString &context, QList<DrugMention> &mentions) const;
    // What a physician would be shown: tier, what found it, and its words. Nothing where the row cannot be read.
    [[nodiscard]] std::optional<QStringList> fired(const Negative &row) const;

    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<Reviewer> m_reviewer;
    QList<Negative> m_rows;
};

void TestHardNegatives::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
    m_reviewer = std::make_unique<Reviewer>(*base);
    m_rows = negatives();
    QVERIFY(!m_rows.isEmpty());
}

// Both taken since before yesterday, by the way in that is told, unless the context says when.
std::optional<QList<DrugMention>> TestHardNegatives::mentions(const Negative &row) const
{
    QList<DrugMention> list;
    for (const QString &drug : row.drugs) {
        DrugMention mention;
        mention.fact = list.size() + 1;
        mention.source = u"list"_s;
        mention.state = MentionState::Active;
        mention.text = drug;
        mention.drug = m_resolver->resolve(drug);
        if (!mention.drug.isConfident() || mention.drug.ingredients.size() != 1)
            return std::nullopt;
        mention.start = s_at.addDays(-3);
        mention.said = s_at.addDays(-1);
        list.append(mention);
    }
    if (!row.context.isEmpty() && !applyContext(row.context, list))
        return std::nullopt;
    return list;
}

bool TestHardNegatives::applyContext(const QString &context, QList<DrugMention> &mentions) const
{
    static const QRegularExpression route(u"^route ([ab])=(\\w+)$"_s);
    static const QRegularExpression stopped(u"^stopped ([ab])=(\\d+)$"_s);
    static const QRegularExpression span(u"^([ab])=([\\d-]{10})\\.\\.([\\d-]{10})?$"_s);
    const auto of = [&](const QRegularExpressionMatch &match) -> DrugMention & {
        return mentions[match.captured(1) == "a"_L1 ? 0 : 1];
    };
    const auto end = [](DrugMention &mention, QDate last) {
        mention.state = MentionState::Stopped;
        mention.end = mention.said = last;
    };
    for (const QString &part : context.split(u';')) {
        if (const auto match = route.match(part); match.hasMatch()) {
            const auto way = routeCalled(match.captured(2));
            if (!way)
                return false;
            of(match).route = *way;
        } else if (const auto over = stopped.match(part); over.hasMatch()) {
            const QDate last = s_at.addDays(-over.captured(2).toInt());
            of(over).start = last.addDays(-90);
            end(of(over), last);
        } else if (const auto days = span.match(part); days.hasMatch()) {
            of(days).start = QDate::fromString(days.captured(2), Qt::ISODate);
            if (!of(days).start.isValid())
                return false;
            if (!days.captured(3).isEmpty())
                end(of(days), QDate::fromString(days.captured(3), Qt::ISODate));
        } else {
            return false;
        }
    }
    return true;
}

std::optional<QStringList> TestHardNegatives::fired(const Negative &row) const
{
    const auto both = mentions(row);
    if (!both)
        return std::nullopt;
    QStringList list;
    if (row.context.isEmpty()) {
        const IngredientIndex a = both->first().drug.ingredients.front();
        const IngredientIndex b = both->last().drug.ingredients.front();
        for (const PairFinding &finding : m_reviewer->engine().check(a, b)) {
            if (finding.tier < Tier::Passive)
                continue;
            const PairCard card = cardOf(m_reviewer->base(), finding, a, b);
            list.append(u"%1, %2, %3: %4"_s.arg(tierName(card.tier), card.finder, card.effect, card.happens));
        }
        return list;
    }
    const SafetyReview review = m_reviewer->review(*both, {}, s_at);
    const bool isUnderstood = std::ranges::none_of(review.notChecked, [](const NotChecked &entry) {
        return entry.why == NotChecked::Why::UnknownDrug || entry.why == NotChecked::Why::UnsureDrug;
    });
    if (review.courses.size() != 2 || !isUnderstood)
        return std::nullopt;
    for (const SafetyAlert &alert : review.alerts) {
        if (alert.tier >= Tier::Passive)
            list.append(u"%1, %2: %3"_s.arg(tierName(alert.tier), alert.id, alert.happens));
    }
    return list;
}

void TestHardNegatives::pair_data()
{
    QTest::addColumn<int>("row");
    for (int i = 0; i < m_rows.size(); ++i)
        QTest::newRow(qPrintable(m_rows[i].name())) << i;
}

// One that fires is printed; how many may, specificity() says.
void TestHardNegatives::pair()
{
    QFETCH(const int, row);
    const auto alerts = fired(m_rows[row]);
    QVERIFY2(alerts, "a drug is not known, or the context is not understood");
    QVERIFY(!m_rows[row].why.isEmpty());
    for (const QString &alert : *alerts)
        qInfo("FIRED %s: %s", qPrintable(m_rows[row].name()), qPrintable(alert));
}

// Enough rows, of many kinds, none told twice, and not all of one drug.
void TestHardNegatives::file()
{
    QVERIFY(m_rows.size() >= 320);
    QHash<QString, int> kinds;
    QHash<QString, int> ofFirst;
    QSet<QString> names;
    for (const Negative &row : std::as_const(m_rows)) {
        ++kinds[row.kind];
        QVERIFY2(++ofFirst[row.drugs[0]] <= 10, qPrintable(row.drugs[0]));
        QVERIFY2(!names.contains(row.name()), qPrintable(row.name()));
        names.insert(row.name());
    }
    QVERIFY(kinds.size() >= 12);
    QVERIFY(kinds.value(u"route"_s) >= 40 && kinds.value(u"washout"_s) >= 30 && kinds.value(u"apart"_s) >= 10);
}

void TestHardNegatives::specificity()
{
    QHash<QString, int> firedOf;
    int quiet = 0;
    int hard = 0;
    for (const Negative &row : std::as_const(m_rows)) {
        const auto alerts = fired(row);
        const auto plain = fired({row.kind, {row.drugs[0], row.drugs[1]}, {}, row.why});
        if (!row.context.isEmpty() && plain && !plain->isEmpty())
            ++hard;
        if (alerts && alerts->isEmpty())
            ++quiet;
        else
            ++firedOf[row.kind];
    }
    for (const auto &[kind, count] : firedOf.asKeyValueRange())
        qInfo("%s: %d fired", qPrintable(kind), count);
    const double share = double(quiet) / double(m_rows.size());
    qInfo("specificity %.4f: %d of %lld quiet", share, quiet, qlonglong(m_rows.size()));
    QVERIFY(share >= 0.95);
    // Of the rows with a context most interact without it: it is the context that keeps them quiet.
    qInfo("%d rows fire without their context", hard);
    QVERIFY(hard >= 70);
}

QTEST_GUILESS_MAIN(TestHardNegatives)
#include "tst_hardnegatives.moc"
