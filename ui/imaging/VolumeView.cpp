// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumeView.h"

#include "imaging/StudyText.h"
#include "imaging/Vectors.h"
#include "imaging/ViewText.h"
#include "theme/Layouts.h"
#include "volume/Orientation.h"

#include <QCoreApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr double s_zoomStep = 1.15;
constexpr double s_clipStep = 5; // mm a notch of the wheel

} // namespace

VolumeView::VolumeView(QWidget *parent)
    : QWidget(parent)
    , m_presets(makeButton({}, ButtonStyle::Pill, this))
    , m_menu(new QMenu(m_presets))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Volume in 3D"));
    m_presets->setMenu(m_menu);
    m_presets->setToolTip(tr("What is made visible"));
    m_presets->hide();
}

VolumeView::~VolumeView() = default;

QString VolumeView::presetName(ScenePreset preset) const
{
    switch (preset) {
    case ScenePreset::Bone: return tr("Bone");
    case ScenePreset::Vessels: return tr("Vessels");
    case ScenePreset::Lung: return tr("Lung");
    case ScenePreset::SoftTissue: return tr("Soft tissue");
    case ScenePreset::Skin: return tr("Skin");
    case ScenePreset::Mip: return tr("MIP");
    case ScenePreset::MrDefault: return tr("MR");
    case ScenePreset::PetMip: return tr("PET MIP");
    }
    return {};
}

void VolumeView::fillPresets()
{
    m_menu->clear();
    int number = 0;
    for (const ScenePreset preset : scenePresetsFor(*m_volume))
        m_menu->addAction(presetName(preset) + QLatin1Char('\t') + QString::number(++number), this,
                          [this, preset] { choosePreset(preset); });
    m_menu->addSeparator();
    m_menu->addAction(tr("Perspective on or off") + QStringLiteral("\tO"), this, [this] {
        m_camera.perspective = !m_camera.perspective;
        request(false);
    });
    m_menu->addAction(tr("Shading on or off") + QStringLiteral("\tS"), this, [this] {
        m_look.shaded = !m_look.shaded;
        request(false);
    });
    m_menu->addAction(tr("Crop box on or off") + QStringLiteral("\tC"), this, [this] { setCropping(!m_crop.isOn()); });
    m_menu->addAction(tr("Take the cut back") + QStringLiteral("\tX"), this, [this] {
        m_clip.reset();
        request(false);
    });
}

void VolumeView::setVolume(const VolumePtr &volume)
{
    if (volume == m_volume)
        return;
    m_volume = volume;
    m_image = {};
    m_clip.reset();
    m_crop.end();
    setMessage(tr("Drawing…"));
    if (!m_volume)
        return;
    fillPresets();
    m_camera = standardCamera(*m_volume, StandardView::Anterior, double(std::max(width(), 1)) / std::max(height(), 1));
    choosePreset(scenePresetsFor(*m_volume).value(0, ScenePreset::Mip));
}

void VolumeView::choosePreset(ScenePreset preset)
{
    if (!m_volume)
        return;
    m_preset = preset;
    m_shift = 0;
    m_look = sceneLookOf(preset, *m_volume);
    m_presets->setText(presetName(preset));
    m_presets->adjustSize();
    m_presets->show();
    request(false);
}

void VolumeView::look(StandardView from)
{
    if (!m_volume)
        return;
    const bool perspective = m_camera.perspective;
    m_camera = standardCamera(*m_volume, from, double(std::max(width(), 1)) / std::max(height(), 1));
    m_camera.perspective = perspective;
    request(false);
}

void VolumeView::request(bool moving)
{
    m_settled = false;
    if (!m_volume || !isVisible() || width() < 8 || height() < 8)
        return;
    if (!m_renderer) {
        const QPointer<VolumeView> self(this);
        m_renderer = std::make_unique<VolumeRenderer>([self](quint64 id, Expected<SceneImage> image) {
            auto shared = std::make_shared<const Expected<SceneImage>>(std::move(image));
            QMetaObject::invokeMethod(
                qApp,
                [self, id, shared] {
                    if (self)
                        self->received(id, *shared);
                },
                Qt::QueuedConnection);
        });
    }
    SceneRequest asked;
    asked.volume = m_volume;
    asked.look = m_shift == 0 ? m_look : shifted(m_look, m_shift);
    asked.camera = m_camera;
    asked.crop = m_crop.box();
    if (m_clip)
        asked.clip = ClipPlane{m_camera.focus - m_camera.forward() * *m_clip, m_camera.forward()};
    const QSize pixels = size() * devicePixelRatioF();
    asked.width = pixels.width();
    asked.height = pixels.height();
    asked.moving = moving;
    asked.id = ++m_id;
    m_renderer->render(std::move(asked));
    update();
}

void VolumeView::received(quint64 id, const Expected<SceneImage> &image)
{
    if (!m_volume)
        return;
    if (!image) {
        if (id == m_id)
            setMessage(StudyText::failure(image.error()), true);
        return;
    }
    QImage picture(image->width, image->height, QImage::Format_RGB32);
    if (picture.isNull() || image->pixels.size() < std::size_t(image->width) * std::size_t(image->height))
        return;
    for (int y = 0; y < image->height; ++y)
        memcpy(picture.scanLine(y), image->pixels.data() + std::size_t(y) * std::size_t(image->width),
               std::size_t(image->width) * sizeof(quint32));
    m_image = std::move(picture);
    m_reduced = image->isReduced();
    m_coarse = image->coarse;
    m_settled = id == m_id && !image->coarse;
    m_message.clear();
    update();
    Q_EMIT drawn();
}

void VolumeView::setMessage(const QString &words, bool isError)
{
    m_message = words;
    m_isError = isError;
    update();
}

void VolumeView::setCaption(const QString &caption)
{
    m_caption = caption;
    setAccessibleName(tr("Volume in 3D: %1").arg(caption));
    update();
}

void VolumeView::setPatient(const QString &patient, bool differs)
{
    m_patient = patient;
    m_patientDiffers = differs;
    update();
}

void VolumeView::clear()
{
    m_renderer.reset(); // and with it the memory that held the patient's volume
    m_volume.reset();
    m_image = {};
    m_caption.clear();
    m_patient.clear();
    m_message.clear();
    m_presets->hide();
    update();
}

QStringList VolumeView::bottomLeft() const
{
    QStringList lines;
    if (!m_volume || m_image.isNull())
        return lines;
    if (m_shift != 0)
        lines.append(tr("opacity moved by %1 %2").arg(std::lround(m_shift)).arg(m_volume->units));
    if (m_clip)
        lines.append(tr("cut open"));
    if (m_crop.isOn())
        lines.append(
            tr("cropped · %1 (, and . choose a side, Shift and arrows move it)").arg(faceName(m_crop.chosen())));
    if (m_reduced)
        lines.append(QStringLiteral("⚠ ")
                     + tr("drawn coarser than it is: the volume is larger than this computer can draw"));
    return lines;
}

QStringList VolumeView::texts() const
{
    QStringList texts{m_caption, m_patient, m_message};
    texts += bottomLeft();
    texts.removeAll(QString());
    return texts;
}

void VolumeView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), ViewText::background);
    if (!m_image.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(rect()), m_image);
        const auto edges = ViewAxes{m_camera.right, m_camera.down}.letters();
        m_crop.paint(painter, m_camera, size());
        ViewText::drawLetters(painter, rect(), {edges.right, edges.bottom, edges.left, edges.top});
    }
    const QRectF inner =
        QRectF(rect()).adjusted(ViewText::margin, ViewText::margin, -ViewText::margin, -ViewText::margin);
    painter.setFont(Theme::font(TextStyle::BodyStrong));
    const QFontMetricsF metrics(painter.font());
    ViewText::draw(painter, inner, Qt::AlignTop | Qt::AlignLeft,
                   metrics.elidedText(m_caption, Qt::ElideRight, inner.width() * 0.6), ViewText::text);
    painter.setFont(Theme::font(TextStyle::Caption));
    ViewText::draw(painter, inner.adjusted(0, metrics.height() + 2, 0, 0), Qt::AlignTop | Qt::AlignLeft,
                   m_patientDiffers ? QStringLiteral("⚠ ") + m_patient : m_patient,
                   m_patientDiffers ? ViewText::warning : ViewText::muted);
    ViewText::draw(painter, inner, Qt::AlignBottom | Qt::AlignLeft, bottomLeft().join(QLatin1Char('\n')),
                   ViewText::text);
    ViewText::drawMessage(painter, rect(), m_message, m_isError);
    if (hasFocus()) {
        painter.setPen(QPen(ViewText::focus, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void VolumeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_presets->move(width() - m_presets->sizeHint().width() - ViewText::margin, ViewText::margin);
    request(false);
}

void VolumeView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    request(false);
}

void VolumeView::mousePressEvent(QMouseEvent *event)
{
    m_button = event->button();
    m_last = event->position();
    m_cropDrag = false;
    if (const auto face = m_crop.faceAt(m_last, m_camera, size()); face && m_button == Qt::LeftButton) {
        m_crop.choose(*face);
        m_cropDrag = true;
        update();
    }
}

void VolumeView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_button == Qt::NoButton || !m_volume)
        return;
    drag(event->position() - m_last);
    m_last = event->position();
}

void VolumeView::drag(const QPointF &moved)
{
    if (m_cropDrag) {
        m_crop.drag(moved, m_camera, size());
        request(true);
        return;
    }
    switch (m_button) {
    case Qt::LeftButton: m_camera = turned(m_camera, moved.x(), moved.y(), height()); break;
    case Qt::MiddleButton: m_camera = panned(m_camera, moved.x(), moved.y(), height()); break;
    case Qt::RightButton: m_shift += moved.y() * (m_volume->range[1] - m_volume->range[0]) / 1500; break;
    default: return;
    }
    request(true);
}

void VolumeView::mouseReleaseEvent(QMouseEvent *)
{
    if (m_button != Qt::NoButton)
        request(false);
    m_button = Qt::NoButton;
}

void VolumeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT doubleClicked();
}

void VolumeView::wheelEvent(QWheelEvent *event)
{
    const double notches = event->angleDelta().y() / 120.0;
    if (event->modifiers() & Qt::ShiftModifier) {
        moveClip(-notches * s_clipStep);
    } else {
        m_camera = zoomed(m_camera, std::pow(s_zoomStep, notches));
        request(true);
    }
    event->accept();
}

// What lies nearer than a plane is cut off: pushed in from the front of the volume.
void VolumeView::moveClip(double mm)
{
    if (!m_volume)
        return;
    const auto size = m_volume->spacing();
    const double reach =
        0.5 * std::hypot(size[0] * m_volume->size[0], size[1] * m_volume->size[1], size[2] * m_volume->size[2]);
    m_clip = std::clamp(m_clip.value_or(reach * 0.6) + mm, -reach, reach);
    request(true);
}

void VolumeView::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void VolumeView::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace Chartline::Ui
