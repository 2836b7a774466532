// SPDX-License-Identifier: Apache-2.0
#include "imaging/DocumentView.h"

#include "imaging/StudyText.h"
#include "theme/Theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <QThreadPool>
#include <algorithm>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_gap = 12;
constexpr int s_kept = 16; // drawn pages
constexpr double s_leastZoom = 0.3;
constexpr double s_mostZoom = 6;
constexpr double s_zoomStep = 1.2;

// Runs `work` on another thread and `then` with its result on this one, if `self` is still there.
template<typename Work, typename Then>
void runFor(const QPointer<DocumentView> &self, Work work, Then then)
{
    QThreadPool::globalInstance()->start([self, work = std::move(work), then = std::move(then)]() mutable {
        auto result = work();
        QMetaObject::invokeMethod(
            qApp,
            [self, then = std::move(then), result = std::move(result)]() mutable {
                if (self)
                    then(*self, result);
            },
            Qt::QueuedConnection);
    });
}

} // namespace

DocumentView::DocumentView(std::shared_ptr<const DocumentRenderer> renderer, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_renderer(std::move(renderer))
{
    setAccessibleName(tr("Pages of the document"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    verticalScrollBar()->setSingleStep(40);
}

DocumentView::~DocumentView() = default;

void DocumentView::clear()
{
    ++m_request;
    m_pdf.clear();
    m_sizes.clear();
    m_pages.clear();
    m_asked.clear();
    m_problems.clear();
    m_zoom = 1;
    layOut();
}

void DocumentView::open(const QByteArray &pdf)
{
    clear();
    m_pdf = pdf;
    if (!m_renderer) {
        Q_EMIT failed({FailureCode::Internal, {}});
        return;
    }
    runFor(
        QPointer<DocumentView>(this), [renderer = m_renderer, pdf] { return renderer->pages(pdf); },
        [request = m_request](DocumentView &view, const Expected<DocumentPages> &pages) {
            if (request != view.m_request)
                return;
            if (!pages) {
                Q_EMIT view.failed(pages.error());
                return;
            }
            view.m_sizes = pages->sizes;
            view.layOut();
            Q_EMIT view.opened();
        });
}

QSize DocumentView::sizeOf(int page) const
{
    const auto &[width, height] = m_sizes[std::size_t(page)];
    double widest = 1;
    for (const auto &size : m_sizes)
        widest = std::max(widest, size[0]);
    const double scale = std::max(viewport()->width() - 2.0 * s_gap, 60.0) * m_zoom / widest;
    return {std::max(int(width * scale), 1), std::max(int(height * scale), 1)};
}

int DocumentView::pixelWidth(int page) const
{
    const auto &[width, height] = m_sizes[std::size_t(page)];
    const double most = std::sqrt(double(mostPagePixels) * width / height) - 2;
    return std::max(int(std::min(sizeOf(page).width() * devicePixelRatioF(), most)), 1);
}

void DocumentView::layOut()
{
    m_tops.clear();
    int top = s_gap;
    int widest = 0;
    for (int page = 0; page < pageCount(); ++page) {
        const QSize size = sizeOf(page);
        m_tops.push_back(top);
        top += size.height() + s_gap;
        widest = std::max(widest, size.width());
    }
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(top - viewport()->height(), 0));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setRange(0, std::max(widest + 2 * s_gap - viewport()->width(), 0));
    viewport()->update();
}

QRect DocumentView::rectOf(int page) const
{
    const QSize size = sizeOf(page);
    const int left = std::max((viewport()->width() - size.width()) / 2, s_gap) - horizontalScrollBar()->value();
    return {QPoint(left, m_tops[std::size_t(page)] - verticalScrollBar()->value()), size};
}

int DocumentView::currentPage() const
{
    const int middle = verticalScrollBar()->value() + viewport()->height() / 3;
    const auto next = std::ranges::upper_bound(m_tops, middle);
    return std::max(int(next - m_tops.begin()) - 1, 0);
}

void DocumentView::showPage(int page)
{
    if (page >= 0 && page < pageCount())
        verticalScrollBar()->setValue(m_tops[std::size_t(page)] - s_gap);
}

void DocumentView::zoomBy(double factor)
{
    const int page = currentPage();
    m_zoom = std::clamp(m_zoom * factor, s_leastZoom, s_mostZoom);
    layOut();
    showPage(page);
}

bool DocumentView::isDrawn() const
{
    for (int page = 0; page < pageCount(); ++page) {
        if (rectOf(page).intersects(viewport()->rect()) && !m_problems.contains(page)
            && m_pages.value(page).width() != pixelWidth(page))
            return false;
    }
    return pageCount() > 0;
}

void DocumentView::request(int page)
{
    const int width = pixelWidth(page);
    if (m_asked.value(page, -1) == width || m_problems.contains(page))
        return;
    m_asked.insert(page, width);
    runFor(
        QPointer<DocumentView>(this),
        [renderer = m_renderer, pdf = m_pdf, page, width] { return renderer->draw(pdf, page, width); },
        [request = m_request, page, width](DocumentView &view, const Expected<PagePicture> &picture) {
            if (request == view.m_request)
                view.drawn(page, width, picture);
        });
}

void DocumentView::drawn(int page, int width, const Expected<PagePicture> &picture)
{
    if (m_asked.value(page, -1) != width)
        return; // zoomed since
    if (picture) {
        const QImage image(reinterpret_cast<const uchar *>(picture->pixels.constData()), picture->width,
                           picture->height, qsizetype(picture->width) * 4, QImage::Format_RGB32);
        m_pages.insert(page, image.copy());
        // Those farthest from what is seen go first.
        while (m_pages.size() > s_kept) {
            const auto pages = m_pages.keys();
            const int now = currentPage();
            const int farthest = *std::ranges::max_element(pages, {}, [&](int p) { return std::abs(p - now); });
            m_pages.remove(farthest);
            m_asked.remove(farthest);
        }
    } else {
        m_problems.insert(page, StudyText::failure(picture.error()));
    }
    viewport()->update();
}

void DocumentView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Mid));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int page = 0; page < pageCount(); ++page) {
        const QRect place = rectOf(page);
        if (!place.intersects(viewport()->rect()))
            continue;
        const QImage image = m_pages.value(page);
        if (image.isNull())
            painter.fillRect(place, Qt::white);
        else
            painter.drawImage(place, image);
        if (m_problems.contains(page)) {
            painter.setPen(Qt::black);
            painter.drawText(place.adjusted(s_gap, s_gap, -s_gap, -s_gap), Qt::AlignCenter | Qt::TextWordWrap,
                             tr("This page cannot be drawn: %1").arg(m_problems.value(page)));
        }
        if (image.width() != pixelWidth(page))
            request(page);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void DocumentView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int page = currentPage();
    layOut();
    showPage(page);
}

void DocumentView::scrollContentsBy(int, int)
{
    viewport()->update();
    Q_EMIT pageChanged();
}

void DocumentView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(s_zoomStep); return;
    case Qt::Key_Minus: zoomBy(1 / s_zoomStep); return;
    case Qt::Key_0: zoomBy(1 / m_zoom); return;
    case Qt::Key_PageDown: showPage(std::min(currentPage() + 1, pageCount() - 1)); return;
    case Qt::Key_PageUp: showPage(std::max(currentPage() - 1, 0)); return;
    case Qt::Key_Home: verticalScrollBar()->setValue(0); return;
    case Qt::Key_End: verticalScrollBar()->setValue(verticalScrollBar()->maximum()); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

void DocumentView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(s_zoomStep, event->angleDelta().y() / 120.0));
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

} // namespace Chartline::Ui
