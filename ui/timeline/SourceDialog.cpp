// SPDX-License-Identifier: Apache-2.0
#include "timeline/SourceDialog.h"

#include "theme/Layouts.h"
#include "timeline/SourceHighlighter.h"
#include "viewmodels/DetailModel.h"
#include "viewmodels/DetailSource.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTabWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

namespace Chartline::Ui {

namespace {

QPlainTextEdit *makeTextView(QWidget *parent)
{
    auto *edit = new QPlainTextEdit(parent);
    edit->setReadOnly(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFont(Theme::fixedFont());
    edit->setUndoRedoEnabled(false);
    edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return edit;
}

} // namespace

void saveBytes(QObject *context, const QByteArray &bytes, const QString &path,
               std::function<void(const QString &)> done)
{
    QtConcurrent::run([bytes, path] {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
            return file.errorString();
        return QString();
    }).then(context, std::move(done));
}

SourceDialog::SourceDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_title(makeLabel(tr("Source"), TextStyle::Heading, Tone::Normal, this))
    , m_about(makeLabel(tr("Reading…"), TextStyle::Body, Tone::Muted, this))
    , m_tabs(new QTabWidget(this))
    , m_readable(makeTextView(this))
    , m_raw(makeTextView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Source"));
    resize(900, 660);
    m_title->setTextFormat(Qt::PlainText);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_tabs->addTab(m_readable, tr("Readable"));
    m_tabs->addTab(m_raw, tr("As received"));
    m_readable->setAccessibleName(tr("Source, indented"));
    m_raw->setAccessibleName(tr("Source, as received"));
    QPushButton *copyButton = makeButton(tr("Copy"), Icon::Name::Copy, ButtonStyle::Normal, this);
    QPushButton *saveButton = makeButton(tr("Save as received…"), Icon::Name::Save, ButtonStyle::Normal, this);
    QPushButton *closeButton = makeButton(tr("Close"), ButtonStyle::Primary, this);
    closeButton->setDefault(true);
    connect(copyButton, &QAbstractButton::clicked, this, &SourceDialog::copy);
    connect(saveButton, &QAbstractButton::clicked, this, &SourceDialog::save);
    connect(closeButton, &QAbstractButton::clicked, this, &QDialog::close);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copyButton);
    buttons->addWidget(saveButton);
    buttons->addStretch();
    buttons->addWidget(closeButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::l, Space::l, Space::l, Space::l);
    layout->addWidget(m_title);
    layout->addWidget(m_about);
    layout->addWidget(m_tabs, 1);
    layout->addLayout(buttons);
}

void SourceDialog::setSource(const SourceText &source)
{
    m_bytes = source.bytes;
    const RecordInfo &record = source.record;
    m_name = record.type + (record.logicalId.isEmpty() ? QString() : QLatin1Char('-') + record.logicalId);
    m_title->setText(record.logicalId.isEmpty()
                         ? record.type
                         : tr("%1/%2", "type and id of a record").arg(record.type, record.logicalId));
    QStringList about{record.source.name, DetailModel::version(record), record.path, record.place,
                      tr("%n bytes", "", int(qMin<qint64>(record.length, std::numeric_limits<int>::max())))};
    about.removeAll(QString());
    if (m_bytes.size() > DetailSource::shownBytes)
        about += tr("only the beginning is shown; save it to see all");
    m_about->setText(about.join(tr(" · ", "between parts of a line")));
    m_readable->setPlainText(DetailSource::readable(m_bytes));
    m_raw->setPlainText(DetailSource::raw(m_bytes));
    new SourceHighlighter(m_theme, DetailSource::isXml(m_bytes), m_readable->document());
}

void SourceDialog::setError(const QString &words)
{
    m_about->setText(words);
    setTone(m_about, Tone::Danger);
}

QString SourceDialog::readableText() const
{
    return m_readable->toPlainText();
}

QString SourceDialog::rawText() const
{
    return m_raw->toPlainText();
}

void SourceDialog::copy()
{
    QGuiApplication::clipboard()->setText(static_cast<QPlainTextEdit *>(m_tabs->currentWidget())->toPlainText());
}

void SourceDialog::save()
{
    auto *dialog = new QFileDialog(this, tr("Save as received"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(m_name + (DetailSource::isXml(m_bytes) ? QStringLiteral(".xml") : QStringLiteral(".json")));
    connect(dialog, &QFileDialog::fileSelected, this, &SourceDialog::writeTo);
    dialog->open();
}

void SourceDialog::writeTo(const QString &path)
{
    saveBytes(this, m_bytes, path, [this](const QString &failure) {
        if (!failure.isEmpty())
            setError(tr("It could not be saved: %1").arg(failure));
    });
}

} // namespace Chartline::Ui
