// SPDX-License-Identifier: Apache-2.0
#include "medications/UncheckedCard.h"

#include "medications/TierMark.h"
#include "theme/Layouts.h"
#include "viewmodels/AlertSummary.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace Chartline::Ui {

UncheckedCard::UncheckedCard(const Theme &theme, const Safety::NotChecked &entry, QWidget *parent)
    : EdgedCard(theme, parent)
    , m_sign(new QLabel(this))
{
    setEdge(Edge::Hatched, [](const Theme &of) { return of.colors().textMuted; });
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    QLabel *title = addParagraph(AlertSummary::notCheckedTitle(entry), row);
    row->setStretchFactor(title, 1);
    setTextStyle(title, TextStyle::BodyStrong);
    column()->addLayout(row);
    setTone(addParagraph(AlertSummary::notCheckedReason(entry)), Tone::Muted);
    if (!entry.facts.isEmpty()) {
        QPushButton *open = makeButton(tr("Show the entry"), ButtonStyle::Link, this);
        open->setAccessibleDescription(entry.name);
        connect(open, &QAbstractButton::clicked, this, [this, fact = entry.facts.first()] { Q_EMIT factChosen(fact); });
        column()->addWidget(open, 0, Qt::AlignLeft);
    }
    setAccessibleName(AlertSummary::notCheckedTitle(entry));
    setAccessibleDescription(AlertSummary::notCheckedReason(entry));
    updateSign();
}

void UncheckedCard::changeEvent(QEvent *event)
{
    EdgedCard::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateSign();
}

void UncheckedCard::updateSign()
{
    m_sign->setPixmap(Icon::pixmap(TierMark::uncheckedIcon(), 16, theme().colors().textMuted, devicePixelRatioF()));
}

} // namespace Chartline::Ui
