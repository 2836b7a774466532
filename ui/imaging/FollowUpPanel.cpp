// SPDX-License-Identifier: Apache-2.0
#include "imaging/FollowUpPanel.h"

#include "imaging/FollowUpChart.h"
#include "imaging/MeasureText.h"
#include "imaging/StudyText.h"
#include "theme/Layouts.h"
#include "viewmodels/DateText.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <cmath>

namespace Chartline::Ui {

namespace {

QString percentText(double percent)
{
    const QString number = QLocale().toString(std::abs(percent), 'f', 0);
    return percent < 0 ? QStringLiteral("−%1 %").arg(number) : QStringLiteral("+%1 %").arg(number);
}

QTableWidgetItem *cell(const QString &text, bool number = true)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    item->setTextAlignment(number ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    return item;
}

} // namespace

FollowUpPanel::FollowUpPanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(makeColumn(this, 0, Space::s))
{ }

// "+62 % longest diameter in 439 days · volume doubling time 212 d"
QString FollowUpPanel::summary(const FollowedFinding &followed)
{
    if (!followed.percent || !followed.days)
        return tr("Measured once: nothing to compare with yet.");
    const bool node = followed.finding.role == StoredFinding::Role::ShortAxis;
    const int days = int(*followed.days);
    QString text = node ? tr("%1 short axis in %n day(s)", nullptr, days).arg(percentText(*followed.percent))
                        : tr("%1 longest diameter in %n day(s)", nullptr, days).arg(percentText(*followed.percent));
    if (followed.doublingDays) {
        const QString time = QLocale().toString(std::abs(*followed.doublingDays), 'f', 0);
        text += QStringLiteral(" · ")
                + (*followed.doublingDays > 0 ? tr("volume doubling time %1 d").arg(time)
                                              : tr("volume halving time %1 d").arg(time));
    }
    return text;
}

void FollowUpPanel::setFindings(const QList<FollowedFinding> &findings, const FollowedSums &sums,
                                const QStringList &onScreen, const QList<StudyInfo> &studies)
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    for (const FollowedFinding &followed : findings)
        addFinding(followed, onScreen, studies);
    if (sums.findings > 0 && sums.sums.size() > 1)
        addSums(sums);
    setVisible(!findings.isEmpty());
}

void FollowUpPanel::fillMenu(QMenu *menu, const StoredFinding &finding)
{
    const QString uid = finding.uid;
    menu->addAction(tr("Rename…"), this, [this, uid] { Q_EMIT renameRequested(uid); });
    menu->addSection(tr("In the sum of diameters"));
    auto *group = new QActionGroup(menu);
    using Role = StoredFinding::Role;
    for (const auto &[role, text] : {std::pair(Role::LongestDiameter, tr("By its longest diameter")),
                                     std::pair(Role::ShortAxis, tr("By its short axis (lymph node)")),
                                     std::pair(Role::None, tr("Not in the sum"))}) {
        QAction *action = menu->addAction(text, this, [this, uid, role] { Q_EMIT roleChosen(uid, role); });
        action->setCheckable(true);
        action->setChecked(finding.role == role);
        group->addAction(action);
    }
    menu->addSeparator();
    menu->addAction(tr("Stop following"), this, [this, uid] { Q_EMIT removeRequested(uid); });
}

void FollowUpPanel::addFinding(const FollowedFinding &followed, const QStringList &onScreen,
                               const QList<StudyInfo> &studies)
{
    const StoredFinding &finding = followed.finding;
    QLabel *caption =
        makeLabel(tr("Tracked finding · %1").arg(finding.name).toUpper(), TextStyle::Caption, Tone::Muted);
    caption->setWordWrap(true);
    m_column->addWidget(caption);
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    QVBoxLayout *column = makeColumn(card, Space::s, Space::xs);
    if (!followed.sizes.isEmpty())
        column->addWidget(new FollowUpChart(m_theme, followed.sizes));
    column->addWidget(makeParagraph(followed.sizes.isEmpty() ? tr("Not measured yet.") : summary(followed)));
    if (followed.without > 0)
        column->addWidget(makeParagraph(
            tr("%n measurement(s) without a diameter in mm or without a date.", nullptr, followed.without),
            Tone::Muted));
    if (!followed.sizes.isEmpty())
        column->addWidget(tableOf(followed));
    for (const QString &study : onScreen) {
        const bool measured = std::ranges::contains(followed.sizes, study, &FindingSize::study);
        const auto info = std::ranges::find(studies, study, &StudyInfo::uid);
        if (measured || info == studies.end() || followed.sizes.isEmpty())
            continue;
        QPushButton *measure = makeButton(onScreen.size() > 1 ? tr("Measure here · %1").arg(DateText::day(info->start))
                                                              : tr("Measure here"));
        measure->setAccessibleName(tr("Measure %1 in %2").arg(finding.name, StudyText::subtitle(*info)));
        connect(measure, &QPushButton::clicked, this,
                [this, uid = finding.uid, study] { Q_EMIT measureRequested(uid, study); });
        column->addWidget(measure);
    }
    QPushButton *more = makeButton(tr("More"), Icon::Name::More, ButtonStyle::Flat);
    more->setAccessibleName(tr("More for %1").arg(finding.name));
    auto *menu = new QMenu(more);
    fillMenu(menu, finding);
    more->setMenu(menu);
    column->addWidget(more, 0, Qt::AlignLeft);
    m_column->addWidget(card);
}

QTableWidget *FollowUpPanel::makeTable(const QStringList &columns, qsizetype rows, const QString &name)
{
    auto *table = new QTableWidget(int(rows), int(columns.size()));
    table->setHorizontalHeaderLabels(columns);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setShowGrid(false);
    table->setFont(Theme::font(TextStyle::Caption));
    table->horizontalHeader()->setFont(Theme::font(TextStyle::Caption));
    table->setStyleSheet(QStringLiteral("QTableView::item, QHeaderView::section { padding: 0 4px; }"));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->verticalHeader()->setDefaultSectionSize(24);
    table->setFixedHeight(28 + 24 * int(rows) + 4);
    table->horizontalHeader()->setFixedHeight(28);
    return table;
}

QTableWidget *FollowUpPanel::tableOf(const FollowedFinding &followed)
{
    QTableWidget *table = makeTable({tr("Date"), tr("Size"), tr("Change")}, followed.sizes.size(),
                                    tr("Sizes of %1").arg(followed.finding.name));
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    for (qsizetype i = 0; i < followed.sizes.size(); ++i) {
        const FindingSize &size = followed.sizes[i];
        const int row = int(i);
        QString text = MeasureText::mm(size.mm);
        if (size.longAxis && size.shortAxis)
            text = tr("%1 × %2").arg(QLocale().toString(*size.longAxis, 'f', 1), MeasureText::mm(*size.shortAxis));
        QString change;
        if (i > 0) {
            if (const auto percent = Imaging::FollowUp::percentChange(followed.sizes[i - 1].mm, size.mm))
                change = percentText(*percent);
        }
        table->setItem(row, 0, cell(DateText::day(size.date), false));
        table->setItem(row, 1, cell(text));
        table->setItem(row, 2, cell(change));
        table->item(row, 0)->setToolTip(tr("Measured by %1. Enter or double click: show it.").arg(size.author));
    }
    connect(table, &QTableWidget::cellActivated, this, [this, sizes = followed.sizes](int row, int) {
        if (row >= 0 && row < sizes.size())
            Q_EMIT jumpRequested(sizes[row].measurement);
    });
    return table;
}

void FollowUpPanel::addSums(const FollowedSums &sums)
{
    m_column->addWidget(makeLabel(tr("Sum of diameters").toUpper(), TextStyle::Caption, Tone::Muted));
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    QVBoxLayout *column = makeColumn(card, Space::s, Space::xs);
    QTableWidget *table = makeTable({tr("Date"), tr("Sum"), tr("First"), tr("Nadir")}, sums.sums.size(),
                                    tr("Sum of the diameters of %n finding(s)", nullptr, sums.findings));
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (qsizetype i = 0; i < sums.sums.size(); ++i) {
        const auto &sum = sums.sums[i];
        const int row = int(i);
        table->setItem(row, 0, cell(DateText::day(sums.dates[i]), false));
        const QString mm = MeasureText::mm(sum.mm);
        table->setItem(row, 1,
                       cell(sum.complete ? mm : tr("%1 (%2 of %3)").arg(mm).arg(sum.findings).arg(sums.findings)));
        table->setItem(row, 2, cell(sum.percentOfFirst ? percentText(*sum.percentOfFirst) : QString()));
        table->setItem(row, 3, cell(sum.percentOfNadir ? percentText(*sum.percentOfNadir) : QString()));
    }
    column->addWidget(table);
    column->addWidget(makeParagraph(
        tr("Longest diameters, of lymph nodes the short axis; change from the first sum and from the smallest before "
           "(nadir). RECIST 1.1 names −30 % of the first, and +20 % and +5 mm above the nadir; these are figures, not "
           "an assessment."),
        Tone::Muted));
    m_column->addWidget(card);
}

} // namespace Chartline::Ui
