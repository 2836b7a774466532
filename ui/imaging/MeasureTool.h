// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/MeasureGround.h"
#include "imaging/MeasureText.h"

#include <QPolygonF>

class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace Chartline::Ui {

// Where a finding of the other study is, as the two are aligned.
struct AlignedPlace
{
    Imaging::Vec3 point{}; // in the view's coordinates
    double radius = 5; // mm
    QString words; // "RUL nodule · here at the aligned place"
    QString finding;
    bool operator==(const AlignedPlace &) const = default;
};

// Measuring in one 2D view: draws what there is, takes the mouse and keys that are for it, and makes new ones.
class MeasureTool : public QObject
{
    Q_OBJECT

public:
    explicit MeasureTool(ImageView *view);
    ~MeasureTool() override;

    void setSet(MeasureSet *set);
    void setGround(const MeasureGround &ground);
    [[nodiscard]] const MeasureGround &ground() const { return m_ground; }
    void setAlignedPlaces(const QList<AlignedPlace> &places);
    [[nodiscard]] const QList<AlignedPlace> &alignedPlaces() const { return m_places; }

    void paint(QPainter &painter);
    // True: it was for measuring, the view does nothing.
    [[nodiscard]] bool press(const QMouseEvent &event);
    [[nodiscard]] bool move(const QMouseEvent &event);
    [[nodiscard]] bool release(const QMouseEvent &event);
    [[nodiscard]] bool key(const QKeyEvent &event);
    void cancel();
    [[nodiscard]] bool isDrawing() const { return m_draft.has_value(); }

    // Of everything that is drawn in full, for screen readers and tests.
    [[nodiscard]] QStringList texts() const;
    // Uids of what lies in the slice shown.
    [[nodiscard]] QStringList shown() const;

Q_SIGNALS:
    void added(const QString &uid);

private:
    // A measurement as it lies in the view, logical pixels.
    struct Seen
    {
        const MeasureItem *item = nullptr;
        std::vector<QPolygonF> strokes;
        QPolygonF handles;
        QPolygonF crossings; // where it only goes through the slice
        QStringList words;
        QRectF text;
        QPointF anchor; // of the line to the text
        bool dimmed = false; // it lies on the slice beside
    };
    // Points clicked so far, in the view's coordinates, and where the mouse is.
    struct Draft
    {
        Imaging::MeasureKind kind{};
        std::vector<Imaging::Vec3> clicks;
        Imaging::Vec3 live{};
        QPointF pressed;
        bool down = true;
    };
    enum class Grip : quint8 { None, Handle, Body, Text };
    struct Drag
    {
        Grip grip = Grip::None;
        QString uid;
        std::size_t handle = 0;
        std::vector<Imaging::Vec3> points; // as they were, in the view's coordinates
        Imaging::Vec3 from{};
        QPointF pressed;
        QPointF offset;
        bool moved = false;
    };

    [[nodiscard]] bool canMeasure() const;
    [[nodiscard]] bool hasLeftSlice() const;
    [[nodiscard]] std::vector<Seen> seen() const;
    [[nodiscard]] std::optional<Seen> see(const MeasureItem &item) const;
    void placeText(Seen &seen) const;
    [[nodiscard]] QStringList doubts(const MeasureItem &item) const;
    [[nodiscard]] std::optional<Drag> grip(const QPointF &at) const;
    void begin(Imaging::MeasureKind kind, const QPointF &at);
    void clicked();
    [[nodiscard]] std::vector<Imaging::Vec3> draftPoints() const;
    void finish(const std::vector<Imaging::Vec3> &points);
    void dragTo(const QPointF &at);
    [[nodiscard]] Imaging::Vec3 content(const QPointF &at) const;
    [[nodiscard]] QPointF pixel(const Imaging::Vec3 &point) const;
    [[nodiscard]] double halfSlice() const;

    void paintSeen(QPainter &painter, const Seen &seen) const;
    void paintText(QPainter &painter, const Seen &seen) const;
    void paintDraft(QPainter &painter) const;
    void paintPlaces(QPainter &painter) const;
    [[nodiscard]] QColor colorOf(const MeasureItem &item) const;

    ImageView *m_view;
    MeasureSet *m_set = nullptr;
    MeasureGround m_ground;
    QList<AlignedPlace> m_places;
    std::optional<Draft> m_draft;
    Drag m_drag;
};

} // namespace Chartline::Ui
