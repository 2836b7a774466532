// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"

#include <QFrame>
#include <functional>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Chartline::Ui {

// A card with a thick edge at its left, whose colour or hatching says what kind it is.
class EdgedCard : public QFrame
{
    Q_OBJECT

public:
    enum class Edge : quint8 { Solid, Hatched };

    explicit EdgedCard(const Theme &theme, QWidget *parent = nullptr);

    // `color` gives the edge's colour in a theme; it is asked for again when the theme changes.
    using Color = std::function<QColor(const Theme &)>;
    void setEdge(Edge edge, Color color);
    void setSelected(bool selected);
    [[nodiscard]] bool isSelected() const { return m_selected; }

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    // A wrapped paragraph in the card that gives way to narrow panes and can be marked and copied.
    QLabel *addParagraph(const QString &text, QBoxLayout *into = nullptr);

    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    Edge m_edge = Edge::Solid;
    Color m_color;
    QVBoxLayout *m_column;
    bool m_selected = false;
};

} // namespace Chartline::Ui
