// SPDX-License-Identifier: Apache-2.0
#include "sources/ImportPanel.h"

#include "theme/Layouts.h"
#include "viewmodels/ImportText.h"

#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

ImportPanel::ImportPanel(QWidget *parent)
    : QFrame(parent)
    , m_title(makeLabel({}, TextStyle::Heading))
    , m_rate(makeLabel({}, TextStyle::Body))
    , m_files(makeLabel({}, TextStyle::Body, Tone::Muted))
    , m_file(makeLabel({}, TextStyle::Caption, Tone::Muted))
    , m_bar(new QProgressBar)
    , m_cancel(makeButton(tr("Stop"), Icon::Name::Close))
{
    setFrameRole(this, FrameStyle::Card);
    QVBoxLayout *layout = makeColumn(this, Space::l, Space::s);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_cancel);
    layout->addLayout(head);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress of the import"));
    layout->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::m);
    row->addWidget(m_rate);
    row->addStretch();
    row->addWidget(m_files);
    layout->addLayout(row);
    m_file->setMinimumWidth(10);
    m_file->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    layout->addWidget(m_file);
    m_cancel->setToolTip(tr("What has been stored by then is kept"));
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_title->setText(tr("Stopping…"));
        Q_EMIT cancelRequested();
    });
    start();
}

void ImportPanel::start()
{
    m_title->setText(tr("Importing"));
    m_cancel->setEnabled(true);
    m_bar->setRange(0, 0);
    m_rate->setText(tr("Looking at the files…"));
    m_files->clear();
    m_path.clear();
    m_file->setText(QStringLiteral(" "));
}

void ImportPanel::setProgress(const ImportProgress &progress)
{
    const int permille = ImportText::permille(progress);
    m_bar->setRange(0, permille < 0 ? 0 : 1000);
    m_bar->setValue(std::max(0, permille));
    m_rate->setText(ImportText::rate(progress));
    m_files->setText(ImportText::files(progress));
    m_path = QDir::toNativeSeparators(progress.currentFile);
    elideFile();
}

void ImportPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    elideFile();
}

void ImportPanel::elideFile()
{
    m_file->ensurePolished();
    m_file->setText(m_path.isEmpty()
                        ? QStringLiteral(" ")
                        : m_file->fontMetrics().elidedText(m_path, Qt::ElideMiddle, std::max(40, m_file->width())));
    m_file->setToolTip(m_path);
}

} // namespace Chartline::Ui
