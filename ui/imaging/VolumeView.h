// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/CropFrame.h"
#include "scene/VolumeRenderer.h"
#include "theme/Theme.h"

#include <QImage>
#include <QTimer>
#include <QWidget>

class QMenu;
class QPushButton;

namespace Chartline::Ui {

// A volume in three dimensions. Drawn on the renderer's own thread: this widget shows the newest picture there is and
// never waits.
class VolumeView : public QWidget
{
    Q_OBJECT

public:
    explicit VolumeView(QWidget *parent = nullptr);
    ~VolumeView() override;

    void setVolume(const Imaging::VolumePtr &volume);
    void setMessage(const QString &words, bool isError = false);
    void setCaption(const QString &caption);
    void setPatient(const QString &patient, bool differs);
    void clear();

    void choosePreset(Imaging::ScenePreset preset);
    void look(Imaging::StandardView from);
    void setCropping(bool on);
    [[nodiscard]] const CropFrame &crop() const { return m_crop; }
    [[nodiscard]] const QImage &image() const { return m_image; }
    // The newest request has its full picture.
    [[nodiscard]] bool isSettled() const { return m_settled; }
    [[nodiscard]] const Imaging::SceneCamera &camera() const { return m_camera; }
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    void doubleClicked();
    void drawn();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void request(bool moving);
    void received(quint64 id, const Imaging::Expected<Imaging::SceneImage> &image);
    void fillPresets();
    void drag(const QPointF &moved);
    void moveClip(double mm);
    [[nodiscard]] bool cropFor(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool turnFor(int key);
    [[nodiscard]] QString faceName(int face) const;
    [[nodiscard]] bool viewFor(int key);
    [[nodiscard]] QString presetName(Imaging::ScenePreset preset) const;
    [[nodiscard]] QStringList bottomLeft() const;

    std::unique_ptr<Imaging::VolumeRenderer> m_renderer;
    Imaging::VolumePtr m_volume;
    Imaging::ScenePreset m_preset = Imaging::ScenePreset::Mip;
    Imaging::SceneLook m_look;
    Imaging::SceneCamera m_camera;
    double m_shift = 0; // of the opacity, modality units
    std::optional<double> m_clip; // mm from the focus towards the eye
    CropFrame m_crop;
    bool m_cropDrag = false;
    quint64 m_id = 0;
    bool m_settled = false;
    bool m_reduced = false;
    bool m_coarse = false;
    QImage m_image;
    QString m_caption;
    QString m_patient;
    bool m_patientDiffers = false;
    QString m_message;
    bool m_isError = false;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_last;
    QPushButton *m_presets;
    QMenu *m_menu;
};

} // namespace Chartline::Ui
