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

using Safety::NotChecked;

UncheckedCard::UncheckedCard(const Theme &theme, const QList<NotChecked> &entries, QWidget *parent)
    : EdgedCard(theme, parent)
    , m_sign(new QLabel(this))
{
    setEdge(Edge::Hatched, [](const Theme &of) { return of.colors().textMuted; });
    if (entries.size() == 1) {
        addTitle(AlertSummary::notCheckedTitle(entries.first()));
        setTone(addParagraph(AlertSummary::notCheckedReason(entries.first())), Tone::Muted);
        addLink(tr("Show the entry"), entries.first());
        setAccessibleDescription(AlertSummary::notCheckedReason(entries.first()));
    } else {
        addTitle(tr("Not checked: %n entries", "", int(entries.size())));
        QString reason;
        for (const NotChecked &entry : entries) {
            if (const QString next = AlertSummary::notCheckedReason(entry); next != reason) {
                reason = next;
                setTone(addParagraph(reason), Tone::Muted);
            }
            addLink(entry.name, entry);
        }
    }
    updateSign();
}

QList<QList<NotChecked>> UncheckedCard::grouped(const QList<NotChecked> &entries)
{
    constexpr qsizetype few = 3;
    if (entries.size() > few)
        return {entries};
    QList<QList<NotChecked>> each;
    for (const NotChecked &entry : entries)
        each.append({entry});
    return each;
}

void UncheckedCard::addTitle(const QString &words)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_sign, 0, Qt::AlignTop);
    QLabel *title = addParagraph(words, row);
    row->setStretchFactor(title, 1);
    setTextStyle(title, TextStyle::BodyStrong);
    column()->addLayout(row);
    setAccessibleName(words);
}

void UncheckedCard::addLink(const QString &words, const NotChecked &entry)
{
    if (entry.facts.isEmpty()) {
        if (words == entry.name)
            addParagraph(words);
        return;
    }
    QPushButton *open = makeButton(words, ButtonStyle::Link, this);
    open->setAccessibleDescription(tr("Opens the entry “%1”").arg(entry.name));
    open->setToolTip(open->accessibleDescription());
    open->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(open, &QAbstractButton::clicked, this, [this, fact = entry.facts.first()] { Q_EMIT factChosen(fact); });
    column()->addWidget(open);
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
