// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectReader.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>
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
    void clear();
    void zoomBy(double factor);
    void showPage(int page);
    [[nodiscard]] int pageCount() const { return int(m_sizes.size()); }
    [[nodiscard]] int currentPage() const;
    // Whether everything in sight has been drawn.
    [[nodiscard]] bool isDrawn() const;
    [[nodiscard]] double zoom() const { return m_zoom; }
    [[nodiscard]] QSize sizeHint() const override { return {460, 600}; }

Q_SIGNALS:
    void opened();
    void failed(const Chartline::Imaging::Failure &failure);
    void pageChanged();

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
    void layOut();
    void request(int page);
    void drawn(int page, int width, const Imaging::Expected<Imaging::PagePicture> &picture);

    std::shared_ptr<const Imaging::DocumentRenderer> m_renderer;
    QByteArray m_pdf;
    std::vector<std::array<double, 2>> m_sizes; // points
    std::vector<int> m_tops; // of each page, logical pixels
    QHash<int, QImage> m_pages; // a bounded number
    QHash<int, int> m_asked; // page to the width it was asked for
    QHash<int, QString> m_problems;
    double m_zoom = 1; // 1: as wide as the view
    quint64 m_request = 0;
};

} // namespace Chartline::Ui
