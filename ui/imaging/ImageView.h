// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageContent.h"
#include "theme/Theme.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QTimer>
#include <QWidget>
#include <functional>

namespace Chartline::Ui {

// What the left button does in a 2D view.
enum class ViewTool : quint8 {
    Window,
    Crosshair,
    Pan,
    Zoom,
    Scroll,
    Probe,
    Length,
    Angle,
    Cobb,
    Bidirectional,
    Ellipse,
    Rectangle,
    Freehand
};

class MeasureTool;

// One 2D view: a slice or picture with what has to be known about it in its corners. Turns the user's gestures into a
// new state and says so; whoever links views listens.
class ImageView : public QWidget
{
    Q_OBJECT

public:
    explicit ImageView(QWidget *parent = nullptr);
    ~ImageView() override;

    // Null: nothing to show; `words` says why ("Loading…", an error).
    void setContent(std::shared_ptr<ImageContent> content);
    void setMessage(const QString &words, bool isError = false);
    [[nodiscard]] const std::shared_ptr<ImageContent> &content() const { return m_content; }

    void setState(const ImageState &state);
    [[nodiscard]] const ImageState &state() const { return m_state; }
    // Forgets zoom, position and turns.
    void fit();

    // Corner texts: what it is (top left), the patient as the image says (top right), notes (bottom right).
    void setCaption(const QString &caption);
    void setPatient(const QString &patient, bool differs);
    void setNotes(const QStringList &notes);
    void setTool(ViewTool tool);
    [[nodiscard]] ViewTool tool() const { return m_tool; }
    // The shared point, drawn as lines where the planes of the other views cut this one; nothing: none.
    void setCursorPoint(const std::optional<Imaging::Vec3> &point);
    [[nodiscard]] const std::optional<Imaging::Vec3> &cursorPoint() const { return m_cursor; }
    // The planes of the other views, by their normals: the crosshair's lines. None: lines across and down.
    struct CursorLine
    {
        Imaging::Vec3 normal;
        QColor color;
        bool operator==(const CursorLine &) const = default;
    };
    void setCursorLines(const QList<CursorLine> &lines);
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }
    void setPlaying(bool play);
    [[nodiscard]] bool isPlaying() const { return m_cine.isActive(); }
    [[nodiscard]] double lastDrawMs() const { return m_drawMs; }
    // Measuring in it.
    [[nodiscard]] MeasureTool *measure() const { return m_measure; }

    // A change as if the user had made it.
    void editState(const std::function<void(ImageState &)> &change) { edit(change); }
    // What is drawn has changed, not how.
    void redrawContent() { redraw(); }
    void scrollSlices(int count);
    void applyWindow(const Imaging::Window &window, bool inverted);

    // Everything written in it, for tests and screen readers.
    [[nodiscard]] QStringList texts() const;
    [[nodiscard]] QSize sizeHint() const override { return {480, 480}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {160, 160}; }

Q_SIGNALS:
    // By the user, in this view: how it changed from what it was.
    void stateEdited(const Chartline::Ui::ImageState &before);
    void cursorMoved(const Chartline::Imaging::Vec3 &point);
    // The crosshair was turned in this view, clockwise as seen.
    void cursorTurned(double degrees);
    void straightenRequested();
    void activated();
    void doubleClicked();
    void windowPresetRequested(int number); // 1 to 9

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void edit(const std::function<void(ImageState &)> &change);
    void drag(const QPointF &from, const QPointF &to);
    [[nodiscard]] bool keyFor(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool moveFor(int key, Qt::KeyboardModifiers modifiers);
    // The pointer that keys move.
    [[nodiscard]] bool pointerFor(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] QPointF pointer() const;
    void clickPointer();
    void sendMouse(QEvent::Type type);
    void forgetPointer();
    void paintPointer(QPainter &painter) const;
    void redraw();
    void paintCorners(QPainter &painter);
    void paintLetters(QPainter &painter);
    void paintCursor(QPainter &painter);
    // Of a line of the crosshair, a unit vector on screen; nothing where the planes are parallel.
    [[nodiscard]] std::optional<QPointF> directionOf(const CursorLine &line) const;
    // Near the outer part of a line: dragging there turns.
    [[nodiscard]] bool isOnHandle(const QPointF &at) const;
    void turnCursor(const QPointF &from, const QPointF &to);
    void paintScale(QPainter &painter);
    void paintMagnifier(QPainter &painter);
    void paintMessage(QPainter &painter);
    [[nodiscard]] QStringList bottomLeft() const;
    [[nodiscard]] QStringList letters() const; // right, down, left, up
    void announce();

    std::shared_ptr<ImageContent> m_content;
    ImageState m_state;
    bool m_fitted = false; // follows the view's size until the user zooms or pans
    QImage m_image;
    bool m_stale = true;
    double m_drawMs = 0;
    QString m_message;
    bool m_isError = false;
    QString m_caption;
    QString m_patient;
    bool m_patientDiffers = false;
    QStringList m_notes;
    ViewTool m_tool = ViewTool::Window;
    Qt::MouseButton m_button = Qt::NoButton;
    QPointF m_last;
    QPointF m_mouse{-1, -1};
    std::optional<QPointF> m_pointer;
    bool m_pointerDown = false;
    bool m_byKeys = false; // the mouse event comes from the keyboard
    double m_scrolled = 0; // part of a slice
    bool m_magnify = false;
    bool m_active = false;
    std::optional<Imaging::Vec3> m_cursor;
    QList<CursorLine> m_cursorLines;
    bool m_turning = false;
    QTimer m_cine;
    MeasureTool *m_measure;
};

} // namespace Chartline::Ui
