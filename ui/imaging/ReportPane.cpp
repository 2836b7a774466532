// SPDX-License-Identifier: Apache-2.0
#include "imaging/ReportPane.h"

#include "imaging/DocumentView.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "viewmodels/DateText.h"
#include "viewmodels/ErrorText.h"
#include "viewmodels/FactText.h"

#include <QComboBox>
#include <QFileDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_mostWordPages = 60;

// A source's words as a tool tip, which would take them for mark-up.
QString tipOf(const QString &words)
{
    return QStringLiteral("<qt>%1</qt>").arg(words.toHtmlEscaped());
}

} // namespace

ReportPane::ReportPane(Services services, QWidget *parent)
    : QFrame(parent)
    , m_services(std::move(services))
    , m_title(makeLabel({}, TextStyle::BodyStrong))
    , m_subtitle(makeLabel({}, TextStyle::Caption, Tone::Muted))
    , m_chooser(new QComboBox)
    , m_notice(new Notice)
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
    m_chooser->setAccessibleName(tr("Document of this report"));
    m_chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_chooser->setMinimumContentsLength(12);
    m_chooser->hide();
    connect(m_chooser, &QComboBox::activated, this, &ReportPane::showItem);
    column->addWidget(m_chooser);
    column->addWidget(m_notice);
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text of the report"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_body->addWidget(m_text);
    m_body->addWidget(m_document);
    column->addWidget(m_body, 1);
    buildTools(column);
    connect(m_document, &DocumentView::opened, this, [this] {
        m_words->show();
        refreshPlace();
        refreshNotice();
    });
    connect(m_document, &DocumentView::pageChanged, this, &ReportPane::refreshPlace);
    connect(m_document, &DocumentView::textRead, this, &ReportPane::showWords);
    connect(m_document, &DocumentView::failed, this, &ReportPane::showFailure);
}

void ReportPane::buildTools(QVBoxLayout *column)
{
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
    connect(m_words, &QPushButton::clicked, this, &ReportPane::toggleWords);
    connect(m_save, &QPushButton::clicked, this, &ReportPane::save);
    connect(timeline, &QPushButton::clicked, this, [this] { Q_EMIT timelineRequested(m_fact); });
    row->addWidget(timeline);
    row->addStretch();
    row->addWidget(m_words);
    row->addWidget(m_save);
    column->addLayout(row);
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
    m_items.clear();
    m_item = 0;
    m_title->clear();
    m_subtitle->clear();
    m_chooser->clear();
    m_chooser->hide();
    m_notice->clear();
    m_place->clear();
    m_text->clear();
    m_document->clear();
    m_words->hide();
    m_save->hide();
    m_body->setCurrentWidget(m_text);
}

void ReportPane::showDetail(const FactDetail &detail)
{
    m_title->setText(FactText::title(detail.fact));
    QStringList about;
    if (detail.fact.start.isValid())
        about.append(DateText::day(detail.fact.start));
    if (const QString value = FactText::markedValue(detail.fact); !value.isEmpty())
        about.append(value);
    m_subtitle->setText(about.join(QStringLiteral(" · ")));
    m_subtitle->setVisible(!about.isEmpty());
    m_items = ReportItems::of(detail);
    for (int i = 0; i < m_items.size(); ++i) {
        const QString words = tr("%1 of %2: %3").arg(i + 1).arg(m_items.size()).arg(m_items[i].name);
        m_chooser->addItem(words);
        m_chooser->setItemData(i, tipOf(words), Qt::ToolTipRole);
        m_chooser->setItemData(i, words, Qt::AccessibleTextRole);
    }
    m_chooser->setVisible(m_items.size() > 1);
    fitChooser();
    showItem(ReportItems::first(m_items));
}

// A long name loses its middle, so that its end says what it is.
void ReportPane::fitChooser()
{
    constexpr int arrow = 64; // and what is around it
    const int across = contentsRect().width() - 2 * Space::m - arrow;
    for (int i = 0; i < m_chooser->count(); ++i) {
        const QString words = m_chooser->itemData(i, Qt::AccessibleTextRole).toString();
        m_chooser->setItemText(i, m_chooser->fontMetrics().elidedText(words, Qt::ElideMiddle, across));
    }
}

void ReportPane::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitChooser();
}

void ReportPane::showItem(qsizetype index)
{
    if (index < 0 || index >= m_items.size())
        return;
    m_item = index;
    m_chooser->setCurrentIndex(int(index));
    m_chooser->setToolTip(m_chooser->itemData(int(index), Qt::ToolTipRole).toString());
    m_document->clear();
    m_words->hide();
    m_words->setEnabled(true);
    m_notice->clear();
    m_place->clear();
    const ReportItem &item = m_items[index];
    m_save->setVisible(!item.data.isEmpty());
    if (item.kind != ReportItem::Kind::Pages) {
        showText(item.words);
        return;
    }
    m_body->setCurrentWidget(m_document);
    m_words->setText(tr("As text"));
    m_document->setFocus();
    m_document->open(item.data);
}

void ReportPane::showText(const QString &text)
{
    m_text->setPlainText(text);
    m_body->setCurrentWidget(m_text);
    m_place->clear();
    if (!m_chooser->hasFocus())
        m_text->setFocus();
}

void ReportPane::showFailure(const Failure &failure)
{
    m_words->hide();
    showText(tr("The pages of this document cannot be drawn: %1.").arg(DocumentView::reason(failure))
             + QStringLiteral("\n\n") + m_items.value(m_item).words);
}

// What is written on the pages, for those who have it read to them or want to copy it.
void ReportPane::toggleWords()
{
    if (!showsPages()) {
        m_body->setCurrentWidget(m_document);
        m_words->setText(tr("As text"));
        refreshPlace();
        refreshNotice();
        return;
    }
    m_words->setEnabled(false);
    m_place->setText(tr("Reading the text…"));
    m_document->readText(std::min(m_document->pageCount(), s_mostWordPages));
}

void ReportPane::showWords(const QStringList &pages)
{
    const int all = m_document->about().count;
    const bool isPart = pages.size() < all;
    QString words = pages.join(QStringLiteral("\n\n")).trimmed();
    if (words.isEmpty() && isPart)
        words = tr("There are no words on the first %1 of %2 pages: they are pictures.").arg(pages.size()).arg(all);
    else if (words.isEmpty())
        words = tr("There are no words in this document: its pages are pictures.");
    else if (isPart)
        words.prepend(tr("[first %1 of %2 pages]").arg(pages.size()).arg(all) + QStringLiteral("\n\n"));
    showText(words);
    m_words->setText(tr("As pages"));
    m_words->setEnabled(true);
    refreshNotice();
}

// What is drawn is not all there is.
void ReportPane::refreshNotice()
{
    const DocumentPages &about = m_document->about();
    QStringList lines;
    if (about.count > m_document->pageCount()) {
        lines.append(tr("Only the first %1 of %2 pages are shown here; save the document to see them all.")
                         .arg(m_document->pageCount())
                         .arg(about.count));
    }
    if (about.fields)
        lines.append(tr("Form fields of this document are not drawn here; save it to see them."));
    if (about.notes)
        lines.append(tr("Notes or attached files of this document are not shown here; save it to see them."));
    if (about.partlyRead && !(about.fields && about.notes))
        lines.append(tr("This document may have form fields or notes that are not drawn here; save it to see them."));
    if (about.characters && showsPages())
        lines.append(tr("Some characters of this document may be missing or wrong here; save it to see them all."));
    if (lines.isEmpty())
        m_notice->clear();
    else
        m_notice->tell(Tone::Warning, lines.join(QLatin1Char('\n')));
}

QString ReportPane::notice() const
{
    return m_notice->text();
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
        m_place->setText(tr("page %1 of %2").arg(m_document->currentPage() + 1).arg(m_document->about().count));
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
    const ReportItem item = m_items.value(m_item);
    dialog->selectFile(item.fileName);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = item.data](const QString &path) {
        QSaveFile file(path);
        const bool saved = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        m_place->setText(saved ? tr("Saved") : tr("Not saved: %1").arg(file.errorString()));
    });
    dialog->open();
}

} // namespace Chartline::Ui
