// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectReader.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
#include <QThreadPool>
#include <memory>

namespace Chartline::Ui {

// The pages of a PDF document below each other, drawn when they come into view. Page Up and Down, Home, End, + and −.
class DocumentView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit DocumentView(std::shared_ptr<const Imaging::DocumentRenderer> renderer, QWidget *parent = nullptr);
    ~DocumentView() override;

    void open(const QByteArray &pdf);
    // What has been asked for and not begun is not begun any more; no process keeps the document.
    void clear();
    // textRead() comes later, unless the view is cleared.
    void readText(int pages);
    void zoomBy(double factor);
    void showPage(int page);
    // Those that can be shown; about() says whether there are more.
    [[nodiscard]] int pageCount() const { return int(m_about.sizes.size()); }
    [[nodiscard]] const Imaging::DocumentPages &about() const { return m_about; }
    [[nodiscard]] int currentPage() const;
    // Whether everything in sight has been drawn.
    [[nodiscard]] bool isDrawn() const;
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] QSize sizeHint() const override { return {460, 600}; }
    // Why a document or one of its pages is not there, as a clause: "it is damaged".
    [[nodiscard]] static QString reason(const Imaging::Failure &failure);

Q_SIGNALS:
    void opened();
    void failed(const Chartline::Imaging::Failure &failure);
    void pageChanged();
    // What is written on the first pages; where a page could not be read, words that say so.
    void textRead(const QStringList &pages);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    [[nodiscard]] QSize sizeOf(int page) const; // logical pixels
    [[nodiscard]] int pixelWidth(int page) const;
    [[nodiscard]] QRect rectOf(int page) const; // in the viewport
    [[nodiscard]] int pageAt(int y) const;
    void layOut();
    void layOutAgain();
    void stop();
    void request(int page);
    void drawn(int page, int width, const Imaging::Expected<Imaging::PagePicture> &picture);
    void paintPage(QPainter &painter, int page);
    template<typename Work, typename Then>
    void run(Work work, Then then);

    std::shared_ptr<const Imaging::DocumentRenderer> m_renderer;
    QThreadPool m_tasks; // one thread: there is one process that draws
    std::shared_ptr<std::atomic_bool> m_cancel; // of all that is asked for of this document
    QByteArray m_pdf;
    Imaging::DocumentPages m_about;
    double m_widest = 1; // of the pages, points
    bool m_isOpening = false;
    bool m_hasOpened = false; // any document since the view was made
    std::vector<int> m_tops; // of each page, logical pixels
    int m_bottom = 0; // of all
    QHash<int, QImage> m_pages; // a bounded number
    QHash<int, int> m_asked; // page to the width it was asked for
    QHash<int, QString> m_problems;
    double m_zoom = 1; // 1: as wide as the view
};

} // namespace Chartline::Ui
