// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "medications/CourseLine.h"
#include "services/SafetyService.h"

#include <QAbstractTableModel>

namespace Chartline::Ui {

// The courses of a review: one row each across all sources, in groups with a heading row each, by state. Sorting works
// within the groups.
class MedicationsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Drug, Dose, Period, Bars, Fills, Sources };
    static constexpr int columns = Sources + 1;

    explicit MedicationsModel(QObject *parent = nullptr);

    void setReview(SafetyReviewPtr review);
    [[nodiscard]] const SafetyReviewPtr &review() const { return m_review; }
    // Rows that hold every word, in any column.
    void setFilter(const QString &text);
    [[nodiscard]] int courseCount() const; // that pass

    [[nodiscard]] bool isHeading(int row) const { return m_rows[row].course < 0; }
    // Index into the review's courses; -1: a heading.
    [[nodiscard]] qsizetype courseAt(int row) const { return m_rows[row].course; }
    [[nodiscard]] int rowOf(qsizetype course) const; // -1: filtered out
    [[nodiscard]] QList<CourseLine> lines(int row, int column) const;
    // The loudest alert in sight that it is part of.
    [[nodiscard]] Safety::Tier tier(int row) const;
    [[nodiscard]] bool isUnchecked(int row) const;
    // What the axis has to show.
    [[nodiscard]] QDate firstDay() const { return m_first; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    struct Row
    {
        qsizetype course = -1; // -1: the heading of a group
        Safety::CourseState state = Safety::CourseState::Current;
        int count = 0; // of the group
    };
    // What does not change while a review is shown.
    struct Known
    {
        Safety::Tier tier = Safety::Tier::None;
        bool unchecked = false;
        bool partly = false; // what of its name is understood was checked
        QString all; // every word, for the filter
    };
    void rebuild();
    void readCourses();
    [[nodiscard]] QList<CourseLine> courseLines(qsizetype course, int column) const;
    [[nodiscard]] bool isBefore(qsizetype a, qsizetype b) const;

    SafetyReviewPtr m_review;
    QStringList m_words;
    QList<Known> m_known; // by course
    QList<Row> m_rows;
    QDate m_first;
    int m_column = Drug;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_sorted = false; // else in the review's own order
};

} // namespace Chartline::Ui
