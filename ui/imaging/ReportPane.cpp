// SPDX-License-Identifier: Apache-2.0
#include "imaging/ReportPane.h"

#include "clinical/FactText.h"
#include "imaging/DocumentView.h"
#include "imaging/StudyText.h"
#include "theme/Layouts.h"
#include "viewmodels/DateText.h"
#include "viewmodels/DetailModel.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/FactText.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>
#include <QStackedWidget>
#include <QThreadPool>
#include <QVBoxLayout>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_mostWordPages = 60;

bool isPdf(const Clinical::Attachment &attachment)
{
    return attachment.contentType.startsWith(QLatin1StringView("application/pdf"), Qt::CaseInsensitive)
           || attachment.data.startsWith("%PDF-");
}

// Everything a witness says, in lines.
QString wordsOf(const FactDetail &detail)
{
    QStringList parts;
    for (const WitnessDetail &witness : detail.witnesses) {
        if (!witness.narrative.isEmpty())
            parts.append(witness.narrative);
        for (const Clinical::Attachment &attachment : witness.attachments) {
            if (const QString text = Clinical::attachmentText(attachment); !text.isEmpty())
                parts.append(text.trimmed());
        }
    }
    if (parts.isEmpty()) {
        for (const DetailSection &section : DetailModel::sections(detail)) {
            QStringList lines;
            for (const DetailRow &row : section.rows)
                lines.append(row.label + QStringLiteral(": ") + row.text);
            parts.append(lines.join(QLatin1Char('\n')));
        }
    }
    parts.removeDuplicates();
    return parts.join(QStringLiteral("\n\n———\n\n"));
}

// A name for the file dialog: the title without anything that could be a path.
QString fileName(QString name)
{
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != QLatin1Char('-') && c != QLatin1Char(' '))
            c = QLatin1Char('_');
    }
    return name.trimmed().left(100) + QStringLiteral(".pdf");
}

} // namespace

ReportPane::ReportPane(Services services, QWidget *parent)
    : QFrame(parent)
    , m_services(std::move(services))
    , m_title(makeLabel({}, TextStyle::BodyStrong))
    , m_subtitle(makeLabel({}, TextStyle::Caption, Tone::Muted))
    , m_place(makeLabel({}, TextStyle::Caption, Tone::Muted))
    , m_body(new QStackedWidget)
    , m_text(new QPlainTextEdit)
    , m_document(new DocumentView(m_services.documents))
{
    build();
}

void ReportPane::build()
{
    setFrameRole(this, FrameStyle::Side);
    setAccessibleName(tr("Report"));
    setMinimumWidth(320);
    QVBoxLayout *column = makeColumn(this, Space::m, Space::s);
    auto *head = new QHBoxLayout;
    m_title->setWordWrap(true);
    head->addWidget(m_title, 1);
    QPushButton *shut = makeButton({}, Icon::Name::Close, ButtonStyle::Flat);
    shut->setAccessibleName(tr("Close the report"));
    shut->setToolTip(tr("Close the report (Esc)"));
    connect(shut, &QPushButton::clicked, this, &ReportPane::closed);
    head->addWidget(shut, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_subtitle);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text of the report"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_body->addWidget(m_text);
    m_body->addWidget(m_document);
    column->addWidget(m_body, 1);
    auto *tools = new QHBoxLayout;
    const auto tool = [&](Icon::Name icon, const QString &words, auto act) {
        QPushButton *button = makeButton({}, icon, ButtonStyle::Flat);
        button->setAccessibleName(words);
        button->setToolTip(words);
        connect(button, &QPushButton::clicked, this, act);
        tools->addWidget(button);
    };
    tool(Icon::Name::Minus, tr("Smaller"), [this] { zoom(-1); });
    tool(Icon::Name::Plus, tr("Larger"), [this] { zoom(1); });
    tools->addWidget(m_place, 1);
    column->addLayout(tools);
    auto *row = new QHBoxLayout;
    m_words = makeButton(tr("As text"), ButtonStyle::Flat);
    m_save = makeButton(tr("Save as…"), Icon::Name::Save, ButtonStyle::Flat);
    QPushButton *timeline = makeButton(tr("Show on the timeline"), ButtonStyle::Link);
    connect(m_words, &QPushButton::clicked, this, &ReportPane::showWords);
    connect(m_save, &QPushButton::clicked, this, &ReportPane::save);
    connect(timeline, &QPushButton::clicked, this, [this] { Q_EMIT timelineRequested(m_fact); });
    row->addWidget(timeline);
    row->addStretch();
    row->addWidget(m_words);
    row->addWidget(m_save);
    column->addLayout(row);
    connect(m_document, &DocumentView::opened, this, &ReportPane::refreshPlace);
    connect(m_document, &DocumentView::pageChanged, this, &ReportPane::refreshPlace);
    connect(m_document, &DocumentView::failed, this, [this](const Failure &failure) {
        const bool locked = failure.detail == QLatin1StringView("password");
        const QString why = locked ? tr("The document is locked with a password.")
                                   : tr("The document's pages cannot be drawn: %1").arg(StudyText::failure(failure));
        showText(why + QStringLiteral("\n\n") + m_fallback);
        m_save->setVisible(true);
    });
}

bool ReportPane::reads(const Fact &fact)
{
    return fact.kind == FactKind::Report || fact.kind == FactKind::Document;
}

void ReportPane::open(FactId fact)
{
    close();
    m_fact = fact;
    m_title->setText(tr("Opening…"));
    m_services.records.fact(fact).then(this, [this, request = m_request](const Result<FactDetail> &detail) {
        if (request != m_request)
            return;
        if (detail)
            showDetail(*detail);
        else
            showText(errorText(detail.error()));
    });
}

void ReportPane::close()
{
    ++m_request;
    m_fact = {};
    m_pdf.clear();
    m_fallback.clear();
    m_title->clear();
    m_subtitle->clear();
    m_place->clear();
    m_text->clear();
    m_document->clear();
    m_words->hide();
    m_save->hide();
    m_body->setCurrentWidget(m_text);
}

void ReportPane::showDetail(const FactDetail &detail)
{
    m_name = FactText::title(detail.fact);
    m_title->setText(m_name);
    QStringList about;
    if (detail.fact.start.isValid())
        about.append(DateText::day(detail.fact.start));
    if (const QString value = FactText::markedValue(detail.fact); !value.isEmpty())
        about.append(value);
    m_subtitle->setText(about.join(QStringLiteral(" · ")));
    m_subtitle->setVisible(!about.isEmpty());
    m_fallback = wordsOf(detail);
    for (const WitnessDetail &witness : detail.witnesses) {
        for (const Clinical::Attachment &attachment : witness.attachments) {
            if (!isPdf(attachment) || attachment.data.isEmpty())
                continue;
            m_pdf = attachment.data;
            m_body->setCurrentWidget(m_document);
            m_words->show();
            m_save->show();
            m_document->open(m_pdf);
            m_document->setFocus();
            return;
        }
    }
    showText(m_fallback);
}

void ReportPane::showText(const QString &text)
{
    m_text->setPlainText(text);
    m_body->setCurrentWidget(m_text);
    m_place->clear();
    m_words->hide();
    m_save->setVisible(!m_pdf.isEmpty());
    m_text->setFocus();
}

// What is written on the pages, for those who have it read to them or want to copy it.
void ReportPane::showWords()
{
    if (!showsPages()) {
        m_body->setCurrentWidget(m_document);
        m_words->setText(tr("As text"));
        refreshPlace();
        return;
    }
    const int count = std::min(m_document->pageCount(), s_mostWordPages);
    const QPointer<ReportPane> self(this);
    QThreadPool::globalInstance()->start(
        [self, count, request = m_request, pdf = m_pdf, renderer = m_services.documents] {
            QStringList pages;
            for (int page = 0; page < count; ++page) {
                const auto text = renderer->text(pdf, page);
                pages.append(text ? *text : QString());
            }
            QMetaObject::invokeMethod(
                qApp,
                [self, request, words = pages.join(QStringLiteral("\n\n")).trimmed()] {
                    if (!self || request != self->m_request)
                        return;
                    self->showText(words.isEmpty() ? tr("There are no words in this document: its pages are pictures.")
                                                   : words);
                    self->m_words->setText(tr("As pages"));
                    self->m_words->show();
                },
                Qt::QueuedConnection);
        });
}

bool ReportPane::showsPages() const
{
    return m_body->currentWidget() == m_document;
}

QString ReportPane::title() const
{
    return m_title->text();
}

QString ReportPane::text() const
{
    return showsPages() ? QString() : m_text->toPlainText();
}

void ReportPane::refreshPlace()
{
    if (showsPages() && m_document->pageCount() > 0)
        m_place->setText(tr("page %1 of %2").arg(m_document->currentPage() + 1).arg(m_document->pageCount()));
}

void ReportPane::zoom(int steps)
{
    if (showsPages())
        m_document->zoomBy(steps > 0 ? 1.2 : 1 / 1.2);
    else
        m_text->zoomIn(steps);
}

void ReportPane::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: Q_EMIT closed(); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(1); return;
    case Qt::Key_Minus: zoom(-1); return;
    default: QFrame::keyPressEvent(event);
    }
}

void ReportPane::save()
{
    auto *dialog = new QFileDialog(this, tr("Save a copy"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setLabelText(QFileDialog::Accept, tr("Save outside the vault"));
    dialog->selectFile(fileName(m_name));
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = m_pdf](const QString &path) {
        QSaveFile file(path);
        const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_place->setText(saved ? tr("Saved") : tr("Not saved: %1").arg(file.errorString()));
    });
    dialog->open();
}

} // namespace Chartline::Ui
