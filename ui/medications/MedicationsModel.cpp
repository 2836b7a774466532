// SPDX-License-Identifier: Apache-2.0
#include "medications/MedicationsModel.h"

#include "medications/CourseText.h"
#include "viewmodels/AlertText.h"

#include <QSet>

#include <algorithm>

namespace Chartline::Ui {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

constexpr CourseState s_groups[] = {CourseState::Current, CourseState::Uncertain, CourseState::NeverDispensed,
                                    CourseState::Planned, CourseState::Past,      CourseState::NotTaken};
constexpr qsizetype s_mostWitnesses = 4;
constexpr qsizetype s_mostChanges = 2;

} // namespace

MedicationsModel::MedicationsModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void MedicationsModel::setReview(SafetyReviewPtr review)
{
    beginResetModel();
    m_review = std::move(review);
    readCourses();
    rebuild();
    endResetModel();
}

void MedicationsModel::setFilter(const QString &text)
{
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    beginResetModel();
    m_words = words;
    rebuild();
    endResetModel();
}

void MedicationsModel::readCourses()
{
    m_known.clear();
    m_first = {};
    if (!m_review)
        return;
    m_known.resize(m_review->courses.size());
    for (const SafetyAlert &alert : m_review->alerts) {
        for (const AlertDrug &drug : alert.drugs) {
            if (alert.isVisible() && drug.course >= 0 && drug.course < m_known.size())
                m_known[drug.course].tier = std::max(m_known[drug.course].tier, alert.tier);
        }
    }
    QSet<qint64> unchecked;
    QSet<qint64> partly;
    for (const NotChecked &entry : m_review->notChecked) {
        const QSet<qint64> facts(entry.facts.begin(), entry.facts.end());
        switch (entry.why) {
        case NotChecked::Why::UnsureDrug: partly.unite(facts); break;
        case NotChecked::Why::UnknownDrug:
        case NotChecked::Why::NoKnowledge:
        case NotChecked::Why::UnreadRecord: unchecked.unite(facts); break;
        default: break; // not of the drug as such
        }
    }
    for (qsizetype i = 0; i < m_known.size(); ++i) {
        const DrugCourse &course = m_review->courses[i];
        Known &known = m_known[i];
        known.unchecked = std::ranges::any_of(course.facts, [&](qint64 fact) { return unchecked.contains(fact); });
        known.partly =
            !known.unchecked && std::ranges::any_of(course.facts, [&](qint64 fact) { return partly.contains(fact); });
        known.all = CourseText::spoken(*m_review, i).toCaseFolded();
        if (course.start().isValid() && (!m_first.isValid() || course.start() < m_first))
            m_first = course.start();
    }
}

// Within a group; what is equal keeps the review's order, which is by the newest start.
bool MedicationsModel::isBefore(qsizetype a, qsizetype b) const
{
    const DrugCourse &one = m_review->courses[a];
    const DrugCourse &two = m_review->courses[b];
    switch (m_column) {
    case Dose: return one.dailyMg() < two.dailyMg();
    case Period:
    case Bars: return one.start() < two.start();
    case Fills: return one.covered.value_or(2) < two.covered.value_or(2);
    case Sources: return one.witnesses.value(0).source.localeAwareCompare(two.witnesses.value(0).source) < 0;
    default: return one.text.localeAwareCompare(two.text) < 0;
    }
}

void MedicationsModel::rebuild()
{
    m_rows.clear();
    for (const CourseState state : s_groups) {
        QList<qsizetype> courses;
        for (qsizetype i = 0; i < m_known.size(); ++i) {
            const bool passes =
                std::ranges::all_of(m_words, [&](const QString &word) { return m_known[i].all.contains(word); });
            if (m_review->courses[i].state == state && passes)
                courses.append(i);
        }
        if (courses.isEmpty())
            continue;
        if (m_sorted) {
            std::ranges::stable_sort(courses, [this](qsizetype a, qsizetype b) {
                return m_order == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
            });
        }
        m_rows.append({-1, state, int(courses.size())});
        for (const qsizetype course : std::as_const(courses))
            m_rows.append({course, state, 0});
    }
}

void MedicationsModel::sort(int column, Qt::SortOrder order)
{
    beginResetModel();
    m_sorted = column >= 0;
    m_column = column;
    m_order = order;
    rebuild();
    endResetModel();
}

int MedicationsModel::courseCount() const
{
    return int(std::ranges::count_if(m_rows, [](const Row &row) { return row.course >= 0; }));
}

int MedicationsModel::rowOf(qsizetype course) const
{
    const auto found = std::ranges::find(m_rows, course, &Row::course);
    return course < 0 || found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

Tier MedicationsModel::tier(int row) const
{
    return isHeading(row) ? Tier::None : m_known[m_rows[row].course].tier;
}

bool MedicationsModel::isUnchecked(int row) const
{
    return !isHeading(row) && m_known[m_rows[row].course].unchecked;
}

QList<CourseLine> MedicationsModel::lines(int row, int column) const
{
    if (!isHeading(row))
        return courseLines(m_rows[row].course, column);
    if (column != Drug)
        return {};
    return {{tr("%1 (%2)", "group of drugs, how many").arg(CourseText::group(m_rows[row].state)).arg(m_rows[row].count),
             CourseLine::Style::Strong}};
}

QList<CourseLine> MedicationsModel::courseLines(qsizetype at, int column) const
{
    using enum CourseLine::Style;
    const DrugCourse &course = m_review->courses[at];
    const Known &known = m_known[at];
    QList<CourseLine> lines;
    const auto add = [&lines](const QString &text, CourseLine::Style style) {
        if (!text.isEmpty())
            lines.append({text, style});
    };
    switch (column) {
    case Drug:
        add(course.text, Strong);
        add(CourseText::ingredients(*m_review, at), Muted);
        if (known.tier >= Tier::Passive)
            add(AlertText::tier(known.tier), known.tier == Tier::Interruptive ? Danger
                                             : known.tier == Tier::Prominent  ? Warning
                                                                              : Muted);
        if (known.unchecked)
            add(tr("Not checked"), Chip);
        if (known.partly)
            add(tr("Not fully checked"), Chip);
        break;
    case Dose: {
        add(CourseText::dose(course), Normal);
        const QStringList changes = CourseText::doseChanges(course);
        for (const QString &change : changes.first(std::min(changes.size(), s_mostChanges)))
            add(change, Muted);
        if (changes.size() > s_mostChanges)
            add(tr("%n earlier changes", "", int(changes.size() - s_mostChanges)), Muted);
        if (lines.isEmpty())
            add(tr("not told"), Muted);
        break;
    }
    case Period:
        add(CourseText::period(course), Normal);
        add(CourseText::confidence(course), Muted);
        if (lines.isEmpty())
            add(tr("no date told"), Muted);
        break;
    case Fills: {
        const bool isLow = course.covered && *course.covered < CourseText::adherent;
        add(CourseText::adherence(course), isLow ? Warning : Normal);
        add(CourseText::gaps(course), Muted);
        break;
    }
    case Sources:
        add(CourseText::conflict(course), Warning);
        for (const CourseWitness &witness : course.witnesses.first(std::min(course.witnesses.size(), s_mostWitnesses)))
            add(CourseText::witness(witness), course.conflict ? Muted : Normal);
        if (course.witnesses.size() > s_mostWitnesses)
            add(tr("%n more sources", "", int(course.witnesses.size() - s_mostWitnesses)), Muted);
        break;
    default: break;
    }
    return lines;
}

int MedicationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MedicationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant MedicationsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const qsizetype course = m_rows[index.row()].course;
    if (role == Qt::DisplayRole) {
        QStringList texts;
        for (const CourseLine &line : lines(index.row(), index.column()))
            texts.append(line.text);
        return texts.join(u'\n');
    }
    if ((role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) && course >= 0
        && (role == Qt::ToolTipRole || index.column() == Drug || index.column() == Bars)) {
        QStringList texts{CourseText::spoken(*m_review, course)};
        if (m_known[course].tier >= Tier::Passive)
            texts.append(AlertText::tier(m_known[course].tier));
        if (m_known[course].unchecked)
            texts.append(tr("Not checked"));
        if (m_known[course].partly)
            texts.append(tr("Not fully checked"));
        return texts.join(u'\n');
    }
    return {};
}

QVariant MedicationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (section == Bars && role == Qt::AccessibleTextRole)
        return tr("Time axis");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Drug: return tr("Drug");
    case Dose: return tr("Dose");
    case Period: return tr("Taken");
    case Fills: return tr("Fills");
    case Sources: return tr("What the sources say");
    default: return {}; // the axis is drawn there
    }
}

Qt::ItemFlags MedicationsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || isHeading(index.row()))
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace Chartline::Ui
