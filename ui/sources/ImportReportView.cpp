// SPDX-License-Identifier: Apache-2.0
#include "sources/ImportReportView.h"

#include "base/FileErrors.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/ImportText.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Chartline::Ui {

ImportReportView::ImportReportView(QWidget *parent)
    : QFrame(parent)
    , m_sign(makeIconLabel(Icon::Name::Report, 24, QPalette::Accent))
    , m_title(makeLabel({}, TextStyle::Heading))
    , m_summary(makeParagraph({}, Tone::Muted))
    , m_notice(new Notice)
    , m_body(new QWidget)
    , m_counts(new QGridLayout)
    , m_typesTitle(makeLabel(tr("By type"), TextStyle::BodyStrong))
    , m_types(makeParagraph({}, Tone::Muted))
    , m_refusalsTitle(makeLabel({}, TextStyle::BodyStrong))
    , m_refusals(makeTable({tr("Where"), tr("Why it was refused")}))
    , m_issuesTitle(makeLabel(tr("Kept as received, but not fully understood"), TextStyle::BodyStrong))
    , m_issues(makeParagraph({}, Tone::Muted))
{
    setFrameRole(this, FrameStyle::Card);
    QVBoxLayout *layout = makeColumn(this, Space::l, Space::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::s);
    head->addWidget(m_sign);
    head->addWidget(m_title, 1);
    auto *close = makeButton(tr("Close"), Icon::Name::Close, ButtonStyle::Flat);
    head->addWidget(close);
    layout->addLayout(head);
    layout->addWidget(m_summary);
    layout->addWidget(m_notice);
    layout->addWidget(m_body, 1);
    QVBoxLayout *body = makeColumn(m_body, 0, Space::m);
    m_counts->setHorizontalSpacing(Space::s);
    body->addLayout(m_counts);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_typesTitle, m_types, m_refusalsTitle})
        body->addWidget(widget);
    body->addWidget(m_refusals, 1);
    body->addWidget(m_issuesTitle);
    body->addWidget(m_issues);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    auto *patients = makeButton(tr("Show the patients"), Icon::Name::Patients, ButtonStyle::Primary);
    auto *copyButton = makeButton(tr("Copy report"), Icon::Name::Copy);
    auto *saveButton = makeButton(tr("Save report…"), Icon::Name::Save);
    row->addWidget(copyButton);
    row->addWidget(saveButton);
    row->addStretch();
    row->addWidget(patients);
    body->addLayout(row);
    connect(close, &QPushButton::clicked, this, &ImportReportView::closed);
    connect(patients, &QPushButton::clicked, this, &ImportReportView::patientsRequested);
    connect(copyButton, &QPushButton::clicked, this, &ImportReportView::copy);
    connect(saveButton, &QPushButton::clicked, this, &ImportReportView::save);
}

QTableWidget *ImportReportView::makeTable(const QStringList &headers)
{
    auto *table = new QTableWidget(0, int(headers.size()));
    table->setHorizontalHeaderLabels(headers);
    table->setProperty("framed", true);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setWordWrap(true);
    table->setAccessibleName(tr("Refused files and records"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(31);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Interactive);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->resizeSection(0, 380);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void ImportReportView::setReport(const ImportReport &report)
{
    m_report = report;
    m_notice->clear();
    m_body->show();
    m_title->setText(ImportText::headline(report));
    m_summary->setText(ImportText::summary(report));
    m_summary->show();
    fillCounts();
    fillTypes();
    fillRefusals();
    fillIssues();
}

void ImportReportView::setFailure(const QString &reason)
{
    m_report = {};
    m_title->setText(tr("The import could not be run"));
    m_summary->hide();
    m_body->hide();
    m_notice->tell(Tone::Danger, reason);
}

void ImportReportView::clear()
{
    m_report = {};
    m_refusals->setRowCount(0);
    m_types->clear();
    m_issues->clear();
    m_title->clear();
    m_summary->clear();
    m_notice->clear();
}

void ImportReportView::fillCounts()
{
    while (QLayoutItem *item = m_counts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QLocale locale;
    int column = 0;
    const auto add = [&](const QString &name, int value, Tone tone, const QString &meaning) {
        auto *cell = new QFrame;
        setFrameRole(cell, FrameStyle::Panel);
        QVBoxLayout *box = makeColumn(cell, Space::m, 2);
        box->addWidget(makeLabel(locale.toString(value), TextStyle::Title, tone));
        box->addWidget(makeLabel(name, TextStyle::Caption, Tone::Muted));
        cell->setToolTip(meaning);
        cell->setAccessibleName(tr("%1: %2", "name: count").arg(name, locale.toString(value)));
        m_counts->addWidget(cell, 0, column);
        m_counts->setColumnStretch(column, 1);
        ++column;
    };
    add(tr("Files"), m_report.files, Tone::Normal, tr("Files looked at, those inside archives among them"));
    add(tr("New records"), m_report.accepted, m_report.accepted > 0 ? Tone::Success : Tone::Normal,
        tr("Stored now, each with its source exactly as received"));
    add(tr("Already there"), m_report.unchanged, Tone::Normal, tr("The same bytes had been imported before"));
    add(tr("Newer versions"), m_report.newVersions, Tone::Normal,
        tr("They replace the fact shown; the older version stays reachable"));
    add(tr("Kept verbatim"), m_report.kept, Tone::Normal,
        tr("Stored as received; this version has no clinical reading for their type"));
    add(tr("Refused"), m_report.refused, m_report.refused > 0 ? Tone::Danger : Tone::Normal,
        tr("Not stored; the reasons are below"));
    add(tr("Patients"), m_report.persons, Tone::Normal, tr("People this import brought something for"));
}

void ImportReportView::fillTypes()
{
    // Most frequent first: that is what one checks against the sender's count.
    QList<std::pair<int, QString>> types;
    for (const auto &[type, count] : m_report.byType.asKeyValueRange())
        types.emplace_back(-count, type);
    std::sort(types.begin(), types.end());
    const QLocale locale;
    QStringList words;
    for (const auto &[count, type] : std::as_const(types))
        words << tr("%1 %2", "type of record, how many")
                     .arg(type, locale.toString(-count))
                     .replace(QLatin1Char(' '), QChar::Nbsp);
    m_types->setText(words.join(QStringLiteral("  ·  ")));
    m_typesTitle->setVisible(!words.isEmpty());
    m_types->setVisible(!words.isEmpty());
}

void ImportReportView::fillRefusals()
{
    m_refusals->setRowCount(0);
    m_refusals->setRowCount(int(m_report.refusals.size()));
    for (int row = 0; row < m_report.refusals.size(); ++row) {
        const Refusal &refusal = m_report.refusals.at(row);
        const QString where = ImportText::place(refusal);
        const QString why = errorText(refusal.error);
        auto *place = new QTableWidgetItem(where);
        auto *reason = new QTableWidgetItem(why);
        place->setToolTip(where);
        reason->setToolTip(why);
        m_refusals->setItem(row, 0, place);
        m_refusals->setItem(row, 1, reason);
    }
    // As high as its rows, up to a dozen.
    m_refusals->setFixedHeight(44 + 31 * int(std::clamp<qsizetype>(m_report.refusals.size(), 1, 12)));
    m_refusalsTitle->setText(tr("%Ln refused", nullptr, int(m_report.refusals.size())));
    m_refusalsTitle->setVisible(!m_report.refusals.isEmpty());
    m_refusals->setVisible(!m_report.refusals.isEmpty());
}

void ImportReportView::fillIssues()
{
    const QLocale locale;
    QStringList words;
    for (const auto &[reason, count] : m_report.issues.asKeyValueRange())
        words << tr("%1× %2", "how many, what").arg(locale.toString(count), ImportText::issue(reason));
    QStringList lines;
    for (const FileOutcome &file : m_report.outcomes) {
        for (const QString &remark : file.remarks)
            lines << tr("%1: %2", "file: what of it")
                         .arg(QDir::toNativeSeparators(file.path), ImportText::remark(remark));
    }
    if (!words.isEmpty())
        lines.prepend(words.join(QStringLiteral("  ·  ")));
    m_issues->setText(lines.join(QLatin1Char('\n')));
    m_issuesTitle->setVisible(!lines.isEmpty());
    m_issues->setVisible(!lines.isEmpty());
}

void ImportReportView::copy()
{
    QGuiApplication::clipboard()->setText(ImportText::plainText(m_report));
    m_notice->tell(Tone::Success, tr("The report is on the clipboard."));
}

void ImportReportView::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the import report"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Text files (*.txt)"));
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(tr("chartline-import.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &ImportReportView::saveTo);
    dialog->open();
}

void ImportReportView::saveTo(const QString &path)
{
    const Status written = writeFileDurably(path, ImportText::plainText(m_report).toUtf8());
    if (written)
        m_notice->tell(Tone::Success, tr("The report has been saved."));
    else
        m_notice->tell(Tone::Danger, errorText(written.error()));
}

} // namespace Chartline::Ui
