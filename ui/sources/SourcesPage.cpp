// SPDX-License-Identifier: Apache-2.0
#include "sources/SourcesPage.h"

#include "services/RecordService.h"
#include "sources/ImportPanel.h"
#include "sources/ImportReportView.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/ErrorText.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Chartline::Ui {

SourcesPage::SourcesPage(RecordService &records, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_records(records)
    , m_theme(theme)
    , m_panel(new ImportPanel)
    , m_report(new ImportReportView)
    , m_notice(new Notice)
    , m_listTitle(makeLabel(tr("Systems whose records are in the vault"), TextStyle::Heading))
    , m_list(new QWidget)
{
    setBackground(this, QLatin1StringView("window"));
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    page->setProperty("role", QStringLiteral("page"));
    area->setWidget(page);
    makeColumn(this, 0, 0)->addWidget(area);
    QVBoxLayout *layout = makeColumn(page, Space::xl, Space::l);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::s);
    head->addWidget(makeLabel(tr("Sources"), TextStyle::Title));
    head->addStretch();
    auto *folder = makeButton(tr("Import a folder…"), Icon::Name::Folder);
    auto *files = makeButton(tr("Import files…"), Icon::Name::Import, ButtonStyle::Primary);
    head->addWidget(folder);
    head->addWidget(files);
    layout->addLayout(head);
    layout->addWidget(m_notice);
    layout->addWidget(m_panel);
    layout->addWidget(m_report);
    layout->addWidget(m_listTitle);
    makeColumn(m_list, 0, Space::s);
    layout->addWidget(m_list);
    layout->addStretch(1);
    m_panel->hide();
    m_report->hide();
    connect(files, &QPushButton::clicked, this, &SourcesPage::importFilesRequested);
    connect(folder, &QPushButton::clicked, this, &SourcesPage::importFolderRequested);
    connect(m_panel, &ImportPanel::cancelRequested, this, &SourcesPage::cancelRequested);
    connect(m_report, &ImportReportView::patientsRequested, this, &SourcesPage::patientsRequested);
    connect(m_report, &ImportReportView::closed, m_report, &QWidget::hide);
}

void SourcesPage::reload()
{
    const quint64 question = ++m_question;
    m_records.sources().then(this, [this, question](const Result<QList<SourceInfo>> &sources) {
        if (question != m_question)
            return;
        if (sources) {
            m_notice->clear();
            m_sources = *sources;
            rebuild();
            Q_EMIT sourceCountChanged(sourceCount());
        } else if (sources.error().code != ErrorCode::VaultLocked) {
            m_notice->tell(Tone::Danger, errorText(sources.error()));
        }
    });
}

void SourcesPage::clear()
{
    ++m_question;
    m_sources.clear();
    rebuild();
    m_report->clear();
    m_report->hide();
    m_panel->hide();
    m_notice->clear();
    Q_EMIT sourceCountChanged(0);
}

void SourcesPage::importStarted()
{
    m_report->hide();
    m_panel->start();
    m_panel->show();
}

void SourcesPage::importProgress(const ImportProgress &progress)
{
    m_panel->setProgress(progress);
}

void SourcesPage::importFinished(const ImportReport &report)
{
    m_panel->hide();
    m_report->setReport(report);
    m_report->show();
}

void SourcesPage::importFailed(const QString &reason)
{
    m_panel->hide();
    m_report->setFailure(reason);
    m_report->show();
}

void SourcesPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Later: the style is going through the very widgets that would be deleted.
    if (event->type() == QEvent::StyleChange)
        QMetaObject::invokeMethod(this, &SourcesPage::rebuild, Qt::QueuedConnection);
}

void SourcesPage::rebuild()
{
    QLayout *layout = m_list->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_sources.isEmpty())
        layout->addWidget(
            makeParagraph(tr("None yet. Each system whose files are imported appears here by name, with a colour "
                             "of its own."),
                          Tone::Muted));
    for (qsizetype i = 0; i < m_sources.size(); ++i)
        layout->addWidget(makeSourceRow(m_sources.at(i), i));
}

QWidget *SourcesPage::makeSourceRow(const SourceInfo &source, qsizetype index)
{
    auto *card = new QFrame;
    setFrameRole(card, FrameStyle::Card);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(Space::l, Space::m, Space::l, Space::m);
    row->setSpacing(Space::m);
    auto *sign = new QLabel;
    sign->setPixmap(Icon::pixmap(Icon::Name::Sources, 22, m_theme.sourceColor(index), devicePixelRatioF()));
    row->addWidget(sign);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    words->addWidget(makeLabel(source.name.isEmpty() ? tr("Unnamed source") : source.name, TextStyle::BodyStrong));
    auto *key = makeLabel(source.key, TextStyle::Caption, Tone::Muted);
    key->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->addWidget(key);
    row->addLayout(words, 1);
    row->addWidget(makeLabel(tr("%Ln fact(s)", nullptr, source.facts), TextStyle::Body, Tone::Muted));
    card->setAccessibleName(source.name);
    return card;
}

} // namespace Chartline::Ui
