// SPDX-License-Identifier: Apache-2.0
#include "theme/Layouts.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

class IconLabel : public QLabel
{
public:
    IconLabel(Icon::Name name, int side, QPalette::ColorRole role, QWidget *parent)
        : QLabel(parent)
        , m_name(name)
        , m_side(side)
        , m_role(role)
    {
        setFixedSize(side, side);
        draw();
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::StyleChange)
            draw();
    }

private:
    void draw()
    {
        setPixmap(Icon::pixmap(m_name, m_side, QGuiApplication::palette().color(m_role), devicePixelRatioF()));
    }

    Icon::Name m_name;
    int m_side;
    QPalette::ColorRole m_role;
};

} // namespace

QVBoxLayout *makeColumn(QWidget *owner, int margin, int spacing)
{
    auto *layout = new QVBoxLayout(owner);
    layout->setContentsMargins(margin, margin, margin, margin);
    layout->setSpacing(spacing);
    return layout;
}

QWidget *makeCentredPage(QWidget *content, int width, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    page->setProperty("role", QStringLiteral("page"));
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(Space::xl, Space::xl, Space::xl, Space::xl);
    row->addStretch(1);
    auto *column = new QVBoxLayout;
    column->addStretch(2);
    column->addWidget(content);
    column->addStretch(3);
    content->setMaximumWidth(width);
    content->setMinimumWidth(std::min(width, 360));
    row->addLayout(column, 100);
    row->addStretch(1);
    content->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    area->setWidget(page);
    return area;
}

QPushButton *makeButton(const QString &text, ButtonStyle style, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    setButtonStyle(button, style);
    return button;
}

QPushButton *makeButton(const QString &text, Icon::Name icon, ButtonStyle style, QWidget *parent)
{
    QPushButton *button = makeButton(text, style, parent);
    const bool filled = style == ButtonStyle::Primary || style == ButtonStyle::Large;
    // Base is the accent's counterpart in both modes: white on dark teal, dark on light teal.
    button->setIconSize(text.isEmpty() ? QSize(18, 18) : QSize(22, 18));
    button->setIcon(Icon::make(icon, filled ? QPalette::Base : QPalette::PlaceholderText));
    return button;
}

QLabel *makeParagraph(const QString &text, Tone tone, QWidget *parent)
{
    QLabel *label = makeLabel(text, TextStyle::Body, tone, parent);
    label->setWordWrap(true);
    return label;
}

QLabel *makeIconLabel(Icon::Name name, int side, QPalette::ColorRole role, QWidget *parent)
{
    return new IconLabel(name, side, role, parent);
}

} // namespace Chartline::Ui
