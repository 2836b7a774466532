// SPDX-License-Identifier: Apache-2.0
#include "imaging/PictureContent.h"

#include "decode/Presentation.h"
#include "imaging/StudyText.h"
#include "volume/FrameGeometry.h"
#include "volume/Orientation.h"

#include <QPainter>
#include <cmath>
#include <cstring>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr QColor s_background(9, 12, 16);
constexpr qint64 s_keptBytes = 192LL * 1024 * 1024; // of decoded pictures

// Millimetres between columns and between rows, and whether they are millimetres of the patient.
std::pair<std::array<double, 2>, bool> spacingOf(const ImageDescription &image, int frame)
{
    if (const auto spacing = image.frame(frame).spacing; spacing && (*spacing)[0] > 0 && (*spacing)[1] > 0)
        return {{(*spacing)[1], (*spacing)[0]}, true};
    // At the detector lengths are enlarged: good for the aspect, not for measuring.
    if (const auto &imager = image.imagerSpacing; imager && (*imager)[0] > 0 && (*imager)[1] > 0)
        return {{(*imager)[1], (*imager)[0]}, false};
    const double aspect = image.aspect[0] > 0 && image.aspect[1] > 0 ? double(image.aspect[0]) / image.aspect[1] : 1;
    return {{1, aspect}, false};
}

QString opposite(const QString &letters)
{
    static const QLatin1StringView pairs("RLAPHF");
    QString other;
    for (const QChar c : letters) {
        const qsizetype at = pairs.indexOf(c);
        other += at < 0 ? c : QChar(pairs[at % 2 == 0 ? at + 1 : at - 1]);
    }
    return other;
}

double storedValue(const LoadedFrame &frame, std::size_t index)
{
    const std::byte *at = frame.samples.data() + index * std::size_t(bytesOf(frame.format.type));
    const auto read = [at]<typename T>(T) {
        T value;
        std::memcpy(&value, at, sizeof value);
        return double(value);
    };
    switch (frame.format.type) {
    case SampleType::U8: return read(quint8());
    case SampleType::I8: return read(qint8());
    case SampleType::U16: return read(quint16());
    case SampleType::I16: return read(qint16());
    case SampleType::U32: return read(quint32());
    case SampleType::I32: return read(qint32());
    case SampleType::F32: return read(float());
    case SampleType::F64: return read(double());
    }
    return 0;
}

} // namespace

PictureContent::PictureContent(LaidOutSeriesPtr series, int stack, int point)
    : m_series(std::move(series))
    , m_refs(m_series->stacks[std::size_t(stack)].points[std::size_t(point)].frames)
{
    if (m_refs.empty())
        return;
    std::tie(m_spacing, m_calibrated) = spacingOf(imageOf(0), m_refs.front().frame);
}

const ImageDescription &PictureContent::imageOf(int index) const
{
    return m_series->images[std::size_t(m_refs[std::size_t(index)].instance)];
}

void PictureContent::request(int index)
{
    if (needed && index >= 0 && std::size_t(index) < m_refs.size() && !m_frames.contains(index)
        && !m_failures.contains(index))
        needed(m_refs[std::size_t(index)]);
}

void PictureContent::add(const std::shared_ptr<const LoadedFrame> &frame)
{
    const auto found = std::ranges::find(m_refs, frame->ref);
    if (found == m_refs.end())
        return;
    const int index = int(found - m_refs.begin());
    if (m_frames.isEmpty())
        m_shown = index;
    m_frames.insert(index, frame);
    m_order.removeOne(index);
    m_order.append(index);
    const qint64 each = std::max<qint64>(frame->format.bytes(), 1);
    while (m_order.size() > std::max<qint64>(s_keptBytes / each, 2))
        m_frames.remove(m_order.takeFirst());
    m_pictureIndex = -1;
}

void PictureContent::addFailure(const FrameRef &ref, const Failure &failure)
{
    const auto found = std::ranges::find(m_refs, ref);
    if (found != m_refs.end())
        m_failures.insert(int(found - m_refs.begin()), failure);
}

std::shared_ptr<const LoadedFrame> PictureContent::frameAt(int index) const
{
    return m_frames.value(index);
}

QString PictureContent::problem(const ImageState &state) const
{
    const int index = sliceAt(state);
    if (const auto failed = m_failures.constFind(index); failed != m_failures.constEnd())
        return StudyText::failure(*failed);
    if (const auto frame = frameAt(index); frame && frame->partial)
        return StudyText::note(QStringLiteral("partly-decoded:1"));
    return {};
}

FrameRef PictureContent::refAt(int index) const
{
    return index >= 0 && std::size_t(index) < m_refs.size() ? m_refs[std::size_t(index)] : FrameRef();
}

PictureValues PictureContent::measured(int index) const
{
    PictureValues values;
    if (index < 0 || std::size_t(index) >= m_refs.size())
        return values;
    const ImageDescription &image = imageOf(index);
    values.columns = image.pixels.columns;
    values.rows = image.pixels.rows;
    values.scale = PictureScale::of(image, m_refs[std::size_t(index)].frame);
    values.units = image.units;
    const auto frame = frameAt(index);
    const auto presentation = Presentation::of(image, m_refs[std::size_t(index)].frame);
    if (!frame || !presentation || presentation->isColor())
        return values;
    values.value = [frame, presentation = *presentation, padding = image.paddingValue](int column, int row) {
        const double stored =
            storedValue(*frame, std::size_t(row) * std::size_t(frame->format.columns) + std::size_t(column));
        return padding && stored == *padding ? std::nullopt : std::optional(presentation.modality(stored));
    };
    values.columns = std::min(values.columns, frame->format.columns);
    values.rows = std::min(values.rows, frame->format.rows);
    return values;
}

std::optional<int> PictureContent::indexOf(const QString &sopInstance, int frame) const
{
    for (std::size_t i = 0; i < m_refs.size(); ++i) {
        if (m_refs[i].frame == frame && imageOf(int(i)).sopInstance == sopInstance)
            return int(i);
    }
    return std::nullopt;
}

ImageState PictureContent::initial(const QSize &size) const
{
    ImageState state;
    if (m_refs.empty())
        return state;
    const ImageDescription &image = imageOf(m_shown);
    const double width = image.pixels.columns * m_spacing[0];
    const double height = image.pixels.rows * m_spacing[1];
    state.center = {(width - m_spacing[0]) / 2, (height - m_spacing[1]) / 2, double(m_shown)};
    state.mmPerPixel = std::max(width / std::max(size.width(), 1), height / std::max(size.height(), 1));
    const auto presentation = Presentation::of(image, m_refs[std::size_t(m_shown)].frame);
    const auto frame = frameAt(m_shown);
    if (presentation && !presentation->isColor()) {
        const std::span<const std::byte> samples = frame ? std::span(frame->samples) : std::span<const std::byte>();
        const Voi voi = presentation->defaultVoi(samples);
        state.window = voi.kind == Voi::Kind::Window ? voi.window : presentation->automaticWindow(samples);
    }
    return state;
}

Window PictureContent::fullWindow() const
{
    Window window;
    if (const auto frame = frameAt(m_shown)) {
        if (const auto presentation = Presentation::of(imageOf(m_shown), frame->ref.frame))
            return presentation->automaticWindow(frame->samples);
    }
    return window;
}

int PictureContent::sliceCount(const ImageState &) const
{
    return int(m_refs.size());
}

int PictureContent::sliceAt(const ImageState &state) const
{
    return std::clamp(int(std::lround(state.center[2])), 0, std::max(int(m_refs.size()) - 1, 0));
}

// The picture at its own resolution; made again when it or its window changes.
const QImage &PictureContent::picture(int index, const ImageState &state)
{
    if (m_pictureIndex == index && m_pictureWindow == state.window && m_pictureInverted == state.inverted)
        return m_picture;
    const auto frame = frameAt(index);
    auto presentation = Presentation::of(imageOf(index), m_refs[std::size_t(index)].frame);
    m_picture = {};
    if (!frame || !presentation)
        return m_picture;
    Voi voi{Voi::Kind::Window, state.window, 0};
    // A table of the image's own is not a window: it holds until the user changes the window.
    const Voi own = presentation->defaultVoi(frame->samples);
    if (own.kind != Voi::Kind::Window && state.window == presentation->automaticWindow(frame->samples))
        voi = own;
    presentation->setVoi(voi, state.inverted);
    const bool colour = presentation->isColor();
    QImage image(frame->format.columns, frame->format.rows, colour ? QImage::Format_RGB888 : QImage::Format_Grayscale8);
    if (image.isNull())
        return m_picture;
    const auto painted = presentation->paint(frame->samples, colour ? PictureFormat::Rgb : PictureFormat::Grey,
                                             {image.bits(), std::size_t(image.sizeInBytes())}, image.bytesPerLine());
    if (!painted)
        return m_picture;
    m_picture = std::move(image);
    m_pictureIndex = index;
    m_pictureWindow = state.window;
    m_pictureInverted = state.inverted;
    return m_picture;
}

QImage PictureContent::draw(const ImageState &state, const QSize &size, qreal devicePixelRatio)
{
    QImage canvas(size * devicePixelRatio, QImage::Format_RGB32);
    canvas.setDevicePixelRatio(devicePixelRatio);
    canvas.fill(s_background);
    const int index = sliceAt(state);
    for (int ahead = 0; ahead <= 2; ++ahead)
        request(index + ahead);
    if (m_failures.contains(index))
        return canvas; // never another picture in its place
    // Until it is there, the last one; its number in the corner is the one asked for only when it has come.
    const bool there = m_frames.contains(index);
    if (there)
        m_shown = index;
    QImage image = picture(m_shown, state);
    if (image.isNull())
        return canvas;
    const double scale = m_spacing[0] / state.mmPerPixel * devicePixelRatio;
    QTransform toPixels;
    if (scale < 0.6 && !state.nearest) {
        // Far smaller than it is: averaged, as single pixels would be skipped.
        const QImage smaller =
            image.scaled(std::max(int(image.width() * scale), 1), std::max(int(image.height() * scale), 1),
                         Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        toPixels.scale(double(image.width()) / smaller.width(), double(image.height()) / smaller.height());
        image = smaller;
    }
    const Vec3 &r = state.right;
    const Vec3 &d = state.down;
    const double m = 1 / state.mmPerPixel;
    const Vec3 corner = Vec3{-m_spacing[0] / 2, -m_spacing[1] / 2, 0} - Vec3{state.center[0], state.center[1], 0};
    const QTransform toView(m_spacing[0] * r[0] * m, m_spacing[0] * d[0] * m, m_spacing[1] * r[1] * m,
                            m_spacing[1] * d[1] * m, size.width() / 2.0 + dot(corner, r) * m,
                            size.height() / 2.0 + dot(corner, d) * m);
    QPainter painter(&canvas);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !state.nearest);
    painter.setTransform(toPixels * toView);
    painter.drawImage(0, 0, image);
    painter.end();
    if (m_layers) {
        const DrawnPicture drawn = drawnPicture(m_shown, state);
        m_layers->paint(canvas, state, size, &drawn);
    }
    return canvas;
}

DrawnPicture PictureContent::drawnPicture(int index, const ImageState &state) const
{
    DrawnPicture drawn;
    if (index < 0 || std::size_t(index) >= m_refs.size())
        return drawn;
    const ImageDescription &image = imageOf(index);
    drawn.sopInstance = image.sopInstance;
    drawn.frame = m_refs[std::size_t(index)].frame;
    drawn.index = index;
    drawn.spacing = m_spacing;
    drawn.columns = image.pixels.columns;
    drawn.rows = image.pixels.rows;
    drawn.inverted = image.pixels.photometric == Photometric::Monochrome1 || image.invertedPresentation;
    drawn.frameOfReference = image.frameOfReference;
    const auto place = FrameGeometry::of(image.frame(drawn.frame));
    const auto same = [](double a, double b) { return std::abs(a - b) < 1e-3 * b; };
    if (!place || !same(m_spacing[0], place->columnSpacing) || !same(m_spacing[1], place->rowSpacing))
        return drawn;
    const auto direction = [&](const Vec3 &v) { return place->row * v[0] + place->column * v[1]; };
    ImageState &patient = drawn.inPatient.emplace(state);
    patient.center = place->origin + direction(state.center);
    patient.right = direction(state.right);
    patient.down = direction(state.down);
    patient.axis = place->normal;
    return drawn;
}

std::optional<double> PictureContent::valueAt(const Vec3 &point) const
{
    const auto frame = frameAt(m_shown);
    if (!frame || isColour())
        return std::nullopt;
    const int column = int(std::lround(point[0] / m_spacing[0]));
    const int row = int(std::lround(point[1] / m_spacing[1]));
    if (column < 0 || row < 0 || column >= frame->format.columns || row >= frame->format.rows)
        return std::nullopt;
    const auto presentation = Presentation::of(imageOf(m_shown), frame->ref.frame);
    if (!presentation)
        return std::nullopt;
    return presentation->modality(
        storedValue(*frame, std::size_t(row) * std::size_t(frame->format.columns) + std::size_t(column)));
}

QString PictureContent::units() const
{
    return m_refs.empty() ? QString() : imageOf(0).units;
}

// What the stored bits can hold, in modality units.
double PictureContent::range() const
{
    if (m_refs.empty())
        return 1;
    const ImageDescription &image = imageOf(m_shown);
    const FrameInfo info = image.frame(m_refs[std::size_t(m_shown)].frame);
    const double slope = info.slope.value_or(1);
    const int bits = image.pixels.isFloat ? 16 : std::clamp(image.pixels.bitsStored, 1, 16);
    return std::abs(slope != 0 ? slope : 1) * double(1 << bits);
}

bool PictureContent::isColour() const
{
    if (m_refs.empty())
        return false;
    const ImageDescription &image = imageOf(m_shown);
    return image.pixels.samplesPerPixel > 1 || image.pixels.photometric == Photometric::Palette;
}

double PictureContent::cineRate() const
{
    return m_refs.empty() ? 0 : imageOf(0).cineRate;
}

// From where the picture lies in the patient; where that is not known, as it states itself (a radiograph). Whatever has
// been turned or mirrored is in the state's directions.
QStringList PictureContent::edgeLetters(const ImageState &state) const
{
    if (m_refs.empty())
        return {};
    const int index = sliceAt(state);
    const ImageDescription &image = imageOf(index);
    if (const auto orientation = image.frame(m_refs[std::size_t(index)].frame).orientation) {
        const auto &o = *orientation;
        const Vec3 row{o[0], o[1], o[2]};
        const Vec3 column{o[3], o[4], o[5]};
        const auto inPatient = [&](const Vec3 &v) { return row * v[0] + column * v[1]; };
        const auto edges = ViewAxes{inPatient(state.right), inPatient(state.down)}.letters();
        return {edges.right, edges.bottom, edges.left, edges.top};
    }
    if (image.patientOrientation.size() != 2)
        return {};
    const auto towards = [&](const Vec3 &v) {
        const bool alongRow = std::abs(v[0]) >= std::abs(v[1]);
        const QString &stated = image.patientOrientation[alongRow ? 0 : 1];
        return v[alongRow ? 0 : 1] < 0 ? opposite(stated) : stated;
    };
    return {towards(state.right), towards(state.down), towards(state.right * -1), towards(state.down * -1)};
}

} // namespace Chartline::Ui
