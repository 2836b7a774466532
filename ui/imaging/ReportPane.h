// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RecordService.h"
#include "shell/Services.h"

#include <QFrame>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace Chartline::Ui {

class DocumentView;

// A report or document of the record, to be read beside the images: the words of a structured report, or the pages of a
// PDF. Answers that come after another one was opened are dropped.
class ReportPane : public QFrame
{
    Q_OBJECT

public:
    explicit ReportPane(Services services, QWidget *parent = nullptr);

    void open(FactId fact);
    void close();
    [[nodiscard]] FactId fact() const { return m_fact; }
    [[nodiscard]] QString title() const;
    // What is shown as words; empty while pages are.
    [[nodiscard]] QString text() const;
    [[nodiscard]] DocumentView *document() const { return m_document; }
    [[nodiscard]] bool showsPages() const;
    // Whether a fact is of a kind that is read here.
    [[nodiscard]] static bool reads(const Fact &fact);

Q_SIGNALS:
    void timelineRequested(Chartline::FactId fact);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void showDetail(const FactDetail &detail);
    void showText(const QString &text);
    void showWords(); // of the pages
    void refreshPlace();
    void zoom(int steps);
    void save();

    Services m_services;
    FactId m_fact;
    quint64 m_request = 0;
    QString m_name; // of the document, for the dialog
    QByteArray m_pdf;
    QString m_fallback; // what is shown where the pages cannot be
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_place; // "page 2 of 7"
    QStackedWidget *m_body;
    QPlainTextEdit *m_text;
    DocumentView *m_document;
    QPushButton *m_words;
    QPushButton *m_save;
};

} // namespace Chartline::Ui
