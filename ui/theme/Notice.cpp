// SPDX-License-Identifier: Apache-2.0
#include "theme/Notice.h"

#include "theme/Icon.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace Chartline::Ui {

namespace {

FrameStyle frameOf(Tone tone)
{
    switch (tone) {
    case Tone::Danger: return FrameStyle::Danger;
    case Tone::Warning: return FrameStyle::Warning;
    case Tone::Success: return FrameStyle::Success;
    default: return FrameStyle::Info;
    }
}

Icon::Name signOf(Tone tone)
{
    switch (tone) {
    case Tone::Danger: return Icon::Name::Error;
    case Tone::Warning: return Icon::Name::Warning;
    case Tone::Success: return Icon::Name::CheckCircle;
    default: return Icon::Name::Info;
    }
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_text(makeLabel({}, TextStyle::Body, Tone::Normal, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Space::m, Space::s, Space::m, Space::s);
    layout->setSpacing(Space::s);
    layout->addWidget(m_sign, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setVisible(false);
}

void Notice::tell(Tone tone, const QString &text)
{
    m_tone = tone;
    m_text->setText(text);
    setTone(m_text, tone);
    setFrameRole(this, frameOf(tone));
    updateSign();
    setAccessibleName(text);
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Notice::clear()
{
    m_text->clear();
    setVisible(false);
}

QString Notice::text() const
{
    return m_text->text();
}

void Notice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !isHidden())
        updateSign();
}

void Notice::updateSign()
{
    // The label's own colour is the tone's colour once the sheet has been applied.
    m_text->ensurePolished();
    const QColor color = m_text->palette().color(QPalette::WindowText);
    m_sign->setPixmap(Icon::pixmap(signOf(m_tone), 18, color, devicePixelRatioF()));
}

} // namespace Chartline::Ui
