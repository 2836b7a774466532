// SPDX-License-Identifier: Apache-2.0
#include "shell/SearchDelegate.h"

#include "theme/Icon.h"
#include "viewmodels/SearchModel.h"

#include <QPainter>
#include <QTextLayout>

namespace Chartline::Ui {

namespace {
constexpr int headingHeight = 32;
constexpr int entryHeight = 48;
constexpr int shortEntryHeight = 36;
} // namespace

SearchDelegate::SearchDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{ }

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(SearchModel::TypeRole).toInt() == int(SearchModel::RowType::Heading))
        return {option.rect.width(), headingHeight};
    const bool second = !index.data(SearchModel::SnippetRole).toString().isEmpty()
                        || !index.data(SearchModel::PersonNameRole).toString().isEmpty();
    return {option.rect.width(), second ? entryHeight : shortEntryHeight};
}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(SearchModel::TypeRole).toInt() == int(SearchModel::RowType::Heading)) {
        paintHeading(*painter, option.rect, index.data().toString());
    } else {
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.colors().selection);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(6, 1, -6, -1), Radius::medium, Radius::medium);
        }
        paintEntry(*painter, option.rect.adjusted(Space::l, 0, -Space::l, 0), index);
    }
    painter->restore();
}

void SearchDelegate::paintHeading(QPainter &painter, const QRect &rect, const QString &text) const
{
    QFont font = Theme::font(TextStyle::Caption);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_theme.colors().textMuted);
    painter.drawText(rect.adjusted(Space::l, 0, -Space::l, -4), Qt::AlignLeft | Qt::AlignBottom, text);
}

void SearchDelegate::paintEntry(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const ThemeColors &colors = m_theme.colors();
    const bool person = index.data(SearchModel::TypeRole).toInt() == int(SearchModel::RowType::Person);
    const auto kind = FactKind(index.data(SearchModel::KindRole).toInt());
    const QRectF icon(rect.left(), rect.center().y() - 9, 20, 20);
    Icon::paint(painter, icon, person ? Icon::Name::Person : Icon::ofKind(kind),
                person ? colors.accent : m_theme.kindColor(kind));

    const QString date = index.data(SearchModel::DateRole).toString();
    const QFont caption = Theme::font(TextStyle::Caption);
    const QFont strong = Theme::font(TextStyle::BodyStrong);
    const int dateWidth = date.isEmpty() ? 0 : QFontMetrics(caption).horizontalAdvance(date) + Space::l;
    QRectF words(rect.left() + 20 + Space::m, rect.top(), rect.width() - 20 - Space::m - dateWidth, rect.height());
    painter.setFont(caption);
    painter.setPen(colors.textMuted);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, date);

    const QString snippet = index.data(SearchModel::SnippetRole).toString().simplified();
    const QString who = index.data(SearchModel::PersonNameRole).toString();
    const QString mark = index.data(SearchModel::MarkRole).toString();
    const bool withdrawn = index.data(SearchModel::WithdrawnRole).toBool();
    const qreal titleHeight = QFontMetrics(strong).height();
    const qreal secondHeight = snippet.isEmpty() && who.isEmpty() ? 0 : QFontMetrics(caption).height() + 2;
    qreal top = rect.top() + (rect.height() - titleHeight - secondHeight) / 2;
    QRectF line(words.left(), top, words.width(), titleHeight);
    if (!mark.isEmpty())
        line.setWidth(std::max(60.0, line.width() - QFontMetrics(caption).horizontalAdvance(mark) - 30));
    const qreal used = paintMarked(painter, line, index.data().toString(), strong,
                                   withdrawn ? colors.textMuted : colors.text, withdrawn);
    if (!mark.isEmpty()) {
        const QRectF chip(line.left() + used + Space::s, top - 1, QFontMetrics(caption).horizontalAdvance(mark) + 14,
                          titleHeight + 2);
        painter.setPen(Qt::NoPen);
        painter.setBrush(withdrawn ? colors.dangerSoft : colors.warningSoft);
        painter.drawRoundedRect(chip, Radius::small, Radius::small);
        painter.setFont(caption);
        painter.setPen(withdrawn ? colors.danger : colors.warning);
        painter.drawText(chip, Qt::AlignCenter, mark);
    }
    top += titleHeight + 2;
    QRectF second(words.left(), top, words.width(), QFontMetrics(caption).height());
    if (!who.isEmpty()) {
        QFont bold = caption;
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
        painter.setPen(colors.accent);
        const QString shown = painter.fontMetrics().elidedText(who, Qt::ElideRight, int(second.width() * 0.4));
        painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter, shown);
        second.setLeft(second.left() + painter.fontMetrics().horizontalAdvance(shown) + Space::s);
    }
    paintMarked(painter, second, snippet, caption, colors.textMuted);
}

qreal SearchDelegate::paintMarked(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font,
                                  const QColor &color, bool struck) const
{
    if (text.isEmpty())
        return 0;
    QFont used = font;
    used.setStrikeOut(struck);
    const QString shown = QFontMetricsF(used).elidedText(text, Qt::ElideRight, rect.width());
    QTextLayout layout(shown, used);
    QList<QTextLayout::FormatRange> marks;
    for (const QString &word : m_words) {
        for (qsizetype at = shown.indexOf(word, 0, Qt::CaseInsensitive); at >= 0;
             at = shown.indexOf(word, at + word.size(), Qt::CaseInsensitive)) {
            // Only beginnings of words: that is how the search matches.
            if (at > 0 && shown.at(at - 1).isLetterOrNumber())
                continue;
            QTextLayout::FormatRange range{int(at), int(word.size()), {}};
            range.format.setBackground(m_theme.colors().match);
            range.format.setForeground(m_theme.colors().text);
            marks << range;
        }
    }
    layout.setFormats(marks);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(rect.width() + 4);
    layout.endLayout();
    painter.setPen(color);
    layout.draw(&painter, rect.topLeft());
    return line.naturalTextWidth();
}

} // namespace Chartline::Ui
