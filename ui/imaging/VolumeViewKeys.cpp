// SPDX-License-Identifier: Apache-2.0
#include "imaging/VolumeView.h"

#include <QKeyEvent>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr double s_zoomStep = 1.15;
constexpr double s_step = 5; // mm, of the clip plane and the sides of the crop box
constexpr double s_turnByKey = 40; // pixels

} // namespace

bool VolumeView::viewFor(int key)
{
    switch (key) {
    case Qt::Key_A: look(StandardView::Anterior); return true;
    case Qt::Key_P: look(StandardView::Posterior); return true;
    case Qt::Key_L: look(StandardView::Left); return true;
    case Qt::Key_R: look(StandardView::Right); return true;
    case Qt::Key_H: look(StandardView::Head); return true;
    case Qt::Key_F: look(StandardView::Feet); return true;
    default: return false;
    }
}

QString VolumeView::faceName(int face) const
{
    switch (face) {
    case 0: return tr("right side");
    case 1: return tr("left side");
    case 2: return tr("front");
    case 3: return tr("back");
    case 4: return tr("lower end");
    default: return tr("upper end");
    }
}

void VolumeView::setCropping(bool on)
{
    if (on && m_volume)
        m_crop.begin(*m_volume);
    else
        m_crop.end();
    request(false);
}

bool VolumeView::cropFor(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_C) {
        setCropping(!m_crop.isOn());
        return true;
    }
    if (!m_crop.isOn())
        return false;
    switch (key) {
    case Qt::Key_Comma: m_crop.choose((m_crop.chosen() + CropFrame::faces - 1) % CropFrame::faces); break;
    case Qt::Key_Period: m_crop.choose((m_crop.chosen() + 1) % CropFrame::faces); break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (!(modifiers & Qt::ShiftModifier))
            return false;
        m_crop.moveFace(key == Qt::Key_Up ? s_step : -s_step);
        break;
    default: return false;
    }
    request(true);
    return true;
}

bool VolumeView::turnFor(int key)
{
    switch (key) {
    case Qt::Key_Left: m_camera = turned(m_camera, -s_turnByKey, 0, height()); break;
    case Qt::Key_Right: m_camera = turned(m_camera, s_turnByKey, 0, height()); break;
    case Qt::Key_Up: m_camera = turned(m_camera, 0, -s_turnByKey, height()); break;
    case Qt::Key_Down: m_camera = turned(m_camera, 0, s_turnByKey, height()); break;
    case Qt::Key_Plus:
    case Qt::Key_Equal: m_camera = zoomed(m_camera, s_zoomStep); break;
    case Qt::Key_Minus: m_camera = zoomed(m_camera, 1 / s_zoomStep); break;
    case Qt::Key_O: m_camera.perspective = !m_camera.perspective; break;
    case Qt::Key_S: m_look.shaded = !m_look.shaded; break;
    case Qt::Key_X: m_clip.reset(); break;
    default: return false;
    }
    return true;
}

void VolumeView::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (!m_volume || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (viewFor(key) || cropFor(key, event->modifiers()))
        return;
    const QList<ScenePreset> presets = scenePresetsFor(*m_volume);
    if (key >= Qt::Key_1 && key < Qt::Key_1 + int(presets.size())) {
        choosePreset(presets[key - Qt::Key_1]);
        return;
    }
    if (key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
        moveClip(key == Qt::Key_PageUp ? s_step : -s_step);
        return;
    }
    if (turnFor(key))
        request(true);
    else
        QWidget::keyPressEvent(event);
}

} // namespace Chartline::Ui
