// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ReportItems.h"
#include "shell/Services.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace Chartline::Ui {

class DocumentView;
class Notice;

// A report or document of the record, to be read beside the images: the words of a structured report, or the pages of a
// PDF. Where it has several documents, one is chosen. Answers that come after another one was opened are dropped.
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
    // What is not shown of it.
    [[nodiscard]] QString notice() const;
    [[nodiscard]] DocumentView *document() const { return m_document; }
    [[nodiscard]] bool showsPages() const;
    // Whether a fact is of a kind that is read here.
    [[nodiscard]] static bool reads(const Fact &fact);

Q_SIGNALS:
    void timelineRequested(Chartline::FactId fact);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildTools(QVBoxLayout *column);
    void showDetail(const FactDetail &detail);
    void showItem(qsizetype index);
    void fitChooser();
    void showText(const QString &text);
    void toggleWords(); // of the pages
    void showWords(const QStringList &pages);
    void showFailure(const Imaging::Failure &failure);
    void refreshPlace();
    void refreshNotice();
    void zoom(int steps);
    void save();

    Services m_services;
    FactId m_fact;
    quint64 m_request = 0;
    QList<ReportItem> m_items;
    qsizetype m_item = 0; // the one that is shown
    QLabel *m_title;
    QLabel *m_subtitle;
    QComboBox *m_chooser;
    Notice *m_notice;
    QLabel *m_place; // "page 2 of 7"
    QStackedWidget *m_body;
    QPlainTextEdit *m_text;
    DocumentView *m_document;
    QPushButton *m_words;
    QPushButton *m_save;
};

} // namespace Chartline::Ui
