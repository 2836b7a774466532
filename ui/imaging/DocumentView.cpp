// SPDX-License-Identifier: Apache-2.0
#include "imaging/DocumentView.h"

#include "theme/Theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollBar>
#include <algorithm>
#include <cmath>
#include <limits>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_gap = 12;
constexpr int s_kept = 16; // drawn pages
constexpr double s_leastZoom = 0.3;
constexpr double s_mostZoom = 6;
constexpr double s_zoomStep = 1.2;
// A page taller than so many widths of the view is drawn smaller: its file may claim any size.
constexpr double s_tallest = 20;

} // namespace

// Runs `work` behind what has been asked for before, and `then` with its result on this thread, unless the view is
// cleared or gone by then.
template<typename Work, typename Then>
void DocumentView::run(Work work, Then then)
{
    m_tasks.start([self = QPointer<DocumentView>(this), cancel = m_cancel, work = std::move(work),
                   then = std::move(then)]() mutable {
        if (cancel->load())
            return;
        auto result = work(*cancel);
        QMetaObject::invokeMethod(
            qApp,
            [self, cancel, then = std::move(then), result = std::move(result)]() mutable {
                if (self && !cancel->load())
                    then(*self, result);
            },
            Qt::QueuedConnection);
    });
}

DocumentView::DocumentView(std::shared_ptr<const DocumentRenderer> renderer, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_renderer(std::move(renderer))
    , m_cancel(std::make_shared<std::atomic_bool>(false))
{
    m_tasks.setMaxThreadCount(1);
    setAccessibleName(tr("Pages of the document"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    verticalScrollBar()->setSingleStep(40);
}

DocumentView::~DocumentView()
{
    stop();
}

QString DocumentView::reason(const Failure &failure)
{
    switch (failure.code) {
    case FailureCode::Cancelled: return tr("it was stopped");
    case FailureCode::Truncated:
    case FailureCode::Corrupt: return tr("it is damaged");
    case FailureCode::TooLarge: return tr("it is too large");
    case FailureCode::OutOfMemory: return tr("there is not enough memory for it");
    case FailureCode::WorkerLost:
        return tr("it made the separate process that draws it stop, as a damaged or hostile file can");
    case FailureCode::UnsupportedPixels:
        if (failure.detail == QLatin1StringView("password"))
            return tr("it is locked with a password");
        break;
    default: break;
    }
    return failure.detail.isEmpty() ? tr("it could not be done") : tr("it could not be done (%1)").arg(failure.detail);
}

// The flag comes first: a call that has begun is given up, and none begins after it. What was begun before it keeps its
// process only until that is told to forget.
void DocumentView::stop()
{
    m_cancel->store(true);
    m_tasks.clear();
    if (m_renderer && m_hasOpened)
        m_tasks.start([renderer = m_renderer] { renderer->forget(); });
}

void DocumentView::clear()
{
    stop();
    m_cancel = std::make_shared<std::atomic_bool>(false);
    m_pdf.clear();
    m_about = {};
    m_widest = 1;
    m_isOpening = false;
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
    m_isOpening = m_hasOpened = true;
    run([renderer = m_renderer, pdf](const std::atomic_bool &cancel) { return renderer->pages(pdf, &cancel); },
        [](DocumentView &view, const Expected<DocumentPages> &pages) {
            view.m_isOpening = false;
            if (!pages) {
                Q_EMIT view.failed(pages.error());
                return;
            }
            view.m_about = *pages;
            for (const auto &size : pages->sizes)
                view.m_widest = std::max(view.m_widest, size[0]);
            view.layOut();
            Q_EMIT view.opened();
        });
}

void DocumentView::readText(int pages)
{
    const auto read = [renderer = m_renderer, pdf = m_pdf, pages](const std::atomic_bool &cancel) {
        std::vector<Expected<QString>> texts;
        for (int page = 0; page < pages && !cancel; ++page)
            texts.push_back(renderer->text(pdf, page, &cancel));
        return texts;
    };
    run(read, [](DocumentView &view, const std::vector<Expected<QString>> &texts) {
        QStringList words;
        for (const Expected<QString> &text : texts) {
            words.append(text ? *text
                              : tr("[page %1: could not be read: %2]").arg(words.size() + 1).arg(reason(text.error())));
        }
        Q_EMIT view.textRead(words);
    });
}

QSize DocumentView::sizeOf(int page) const
{
    const auto &[width, height] = m_about.sizes[std::size_t(page)];
    const double across = std::max(viewport()->width() - 2.0 * s_gap, 60.0) * m_zoom;
    const double scale = std::min(across / m_widest, s_tallest * across / height);
    return {std::max(int(width * scale), 1), std::max(int(height * scale), 1)};
}

int DocumentView::pixelWidth(int page) const
{
    const auto &[width, height] = m_about.sizes[std::size_t(page)];
    const double most = std::sqrt(double(mostPagePixels) * width / height) - 2;
    return std::max(int(std::min(sizeOf(page).width() * devicePixelRatioF(), most)), 1);
}

void DocumentView::layOut()
{
    constexpr qint64 tallest = std::numeric_limits<int>::max() / 2;
    m_tops.clear();
    int top = s_gap;
    int widest = 0;
    for (int page = 0; page < pageCount(); ++page) {
        const QSize size = sizeOf(page);
        m_tops.push_back(top);
        top = int(std::min(qint64(top) + size.height() + s_gap, tallest));
        widest = std::max(widest, size.width());
    }
    m_bottom = top;
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

// The page at a height, and with it the gap below it.
int DocumentView::pageAt(int y) const
{
    return std::max(int(std::ranges::upper_bound(m_tops, y) - m_tops.begin()) - 1, 0);
}

// The uppermost page, while enough of it is to be seen.
int DocumentView::currentPage() const
{
    const int top = verticalScrollBar()->value() + s_gap;
    const int page = pageAt(top);
    if (page + 1 >= pageCount())
        return page;
    const int next = m_tops[std::size_t(page) + 1];
    const int enough = std::min(viewport()->height() / 3, (next - m_tops[std::size_t(page)]) / 2);
    return next - top < enough ? page + 1 : page;
}

void DocumentView::showPage(int page)
{
    if (page >= 0 && page < pageCount())
        verticalScrollBar()->setValue(m_tops[std::size_t(page)] - s_gap);
}

void DocumentView::zoomBy(double factor)
{
    m_zoom = std::clamp(m_zoom * factor, s_leastZoom, s_mostZoom);
    layOutAgain();
}

// What is at the upper edge stays there.
void DocumentView::layOutAgain()
{
    if (m_tops.empty()) {
        layOut();
        return;
    }
    const int top = verticalScrollBar()->value() + s_gap;
    const int page = pageAt(top);
    const auto extent = [&] {
        return (page + 1 < pageCount() ? m_tops[std::size_t(page) + 1] : m_bottom) - m_tops[std::size_t(page)];
    };
    const double part = double(top - m_tops[std::size_t(page)]) / std::max(extent(), 1);
    layOut();
    verticalScrollBar()->setValue(m_tops[std::size_t(page)] + int(std::lround(part * extent())) - s_gap);
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
    run([renderer = m_renderer, pdf = m_pdf, page,
         width](const std::atomic_bool &cancel) { return renderer->draw(pdf, page, width, &cancel); },
        [page, width](DocumentView &view, const Expected<PagePicture> &picture) { view.drawn(page, width, picture); });
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
        m_problems.insert(page, reason(picture.error()));
    }
    viewport()->update();
}

void DocumentView::paintPage(QPainter &painter, int page)
{
    const QRect place = rectOf(page);
    const QImage image = m_pages.value(page);
    if (image.isNull())
        painter.fillRect(place, Qt::white);
    else
        painter.drawImage(place, image);
    QString words;
    if (m_problems.contains(page))
        words = tr("This page cannot be drawn: %1.").arg(m_problems.value(page));
    else if (image.isNull())
        words = tr("Drawing…");
    if (!words.isEmpty()) {
        const QRect seen = place.intersected(viewport()->rect());
        painter.setPen(Qt::black);
        painter.drawText(seen.adjusted(s_gap, s_gap, -s_gap, -s_gap), Qt::AlignCenter | Qt::TextWordWrap, words);
    }
    if (image.width() != pixelWidth(page))
        request(page);
}

void DocumentView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().color(QPalette::Mid));
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (int page = 0; page < pageCount(); ++page) {
        if (rectOf(page).intersects(viewport()->rect()))
            paintPage(painter, page);
    }
    if (m_isOpening) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter, tr("Opening…"));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void DocumentView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOutAgain();
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
