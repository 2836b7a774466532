// SPDX-License-Identifier: Apache-2.0
#include "timeline/ChipRow.h"

#include <QLabel>
#include <QMenu>

#include <algorithm>

namespace Chartline::Ui {

namespace {

constexpr int s_top = 20;
constexpr int s_line = 26;
constexpr int s_gap = 6;

Tone toneOf(FactBanner::Weight weight)
{
    switch (weight) {
    case FactBanner::Weight::Grave: return Tone::Danger;
    case FactBanner::Weight::Stated: return Tone::Success;
    case FactBanner::Weight::Missing: return Tone::Warning;
    case FactBanner::Weight::Normal: break;
    }
    return Tone::Normal;
}

std::optional<Icon::Name> iconOf(FactBanner::Weight weight)
{
    switch (weight) {
    case FactBanner::Weight::Grave: return Icon::Name::Warning;
    case FactBanner::Weight::Stated: return Icon::Name::Check;
    case FactBanner::Weight::Missing: return Icon::Name::Info;
    case FactBanner::Weight::Normal: break;
    }
    return std::nullopt;
}

} // namespace

ChipRow::ChipRow(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(makeLabel(title.toUpper(), TextStyle::Caption, Tone::Muted, this))
    , m_more(new ChipButton(theme, QString(), Tone::Accent, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_title->move(0, 0);
    connect(m_more, &QAbstractButton::clicked, this, &ChipRow::openRest);
}

QSize ChipRow::sizeHint() const
{
    return {260, s_top + 2 * s_line};
}

QSize ChipRow::minimumSizeHint() const
{
    return {140, s_top + 2 * s_line};
}

void ChipRow::setChips(const QList<FactBanner::Chip> &chips)
{
    for (ChipButton *button : std::as_const(m_buttons))
        button->deleteLater();
    m_buttons.clear();
    m_chips = chips;
    // Never more buttons than two lines can hold.
    constexpr qsizetype most = 24;
    for (const FactBanner::Chip &chip : chips.first(std::min(chips.size(), most))) {
        auto *button = new ChipButton(m_theme, chip.text, toneOf(chip.weight), this);
        button->setIconName(iconOf(chip.weight));
        button->setToolTip(chip.tip);
        button->setAccessibleDescription(chip.tip);
        connect(button, &QAbstractButton::clicked, this, [this, fact = chip.fact] {
            if (fact >= 0)
                Q_EMIT factChosen(fact);
        });
        m_buttons.append(button);
    }
    arrange();
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ChipRow::arrange()
{
    m_title->resize(width(), 16);
    constexpr int moreWidth = 84;
    int x = 0;
    int line = 0;
    m_shown = 0;
    for (ChipButton *button : std::as_const(m_buttons)) {
        const int wanted = std::min(button->sizeHint().width(), width());
        const bool last = m_shown + 1 == int(m_chips.size());
        // The second line keeps room for "+n more" unless nothing is left over.
        const auto limit = [&](int at) { return at == 1 && !last ? width() - moreWidth : width(); };
        if (x > 0 && x + wanted > limit(line)) {
            ++line;
            x = 0;
        }
        const int given = std::min(wanted, limit(line));
        if (line > 1 || given < std::min(wanted, 60))
            break;
        button->setGeometry(x, s_top + line * s_line, given, button->sizeHint().height());
        button->show();
        x += given + s_gap;
        ++m_shown;
    }
    for (int i = m_shown; i < int(m_buttons.size()); ++i)
        m_buttons[i]->hide();
    const int rest = int(m_chips.size()) - m_shown;
    m_more->setVisible(rest > 0);
    if (rest > 0) {
        m_more->setText(tr("+%n more", "", rest));
        m_more->setAccessibleName(m_more->text());
        const bool below = line > 1;
        m_more->setGeometry(below ? std::min(m_shown > 0 ? m_buttons[m_shown - 1]->geometry().right() + 1 + s_gap : 0,
                                             width() - moreWidth + s_gap)
                                  : x,
                            s_top + std::min(line, 1) * s_line, std::min(m_more->sizeHint().width(), moreWidth),
                            m_more->sizeHint().height());
    }
}

void ChipRow::openRest()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const FactBanner::Chip &chip : m_chips.sliced(m_shown)) {
        QString text = chip.text;
        menu->addAction(text.replace(QLatin1Char('&'), QLatin1String("&&")), this,
                        [this, fact = chip.fact] { Q_EMIT factChosen(fact); });
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

} // namespace Chartline::Ui
