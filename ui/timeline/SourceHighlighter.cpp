// SPDX-License-Identifier: Apache-2.0
#include "timeline/SourceHighlighter.h"

namespace Chartline::Ui {

SourceHighlighter::SourceHighlighter(const Theme &theme, bool xml, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
    , m_xml(xml)
{ }

void SourceHighlighter::highlightBlock(const QString &text)
{
    // A line this long is embedded data, not something to read.
    constexpr qsizetype longest = 20'000;
    if (text.size() > longest)
        return;
    if (m_xml)
        highlightXml(text);
    else
        highlightJson(text);
}

void SourceHighlighter::highlightJson(const QString &text)
{
    const ThemeColors &colors = m_theme.colors();
    int i = 0;
    const int size = int(text.size());
    while (i < size) {
        const QChar c = text[i];
        const int start = i;
        if (c == QLatin1Char('"')) {
            for (++i; i < size && text[i] != QLatin1Char('"'); ++i) {
                if (text[i] == QLatin1Char('\\'))
                    ++i;
            }
            i = qMin(i + 1, size);
            int next = i;
            while (next < size && text[next].isSpace())
                ++next;
            const bool name = next < size && text[next] == QLatin1Char(':');
            setFormat(start, i - start, name ? colors.accent : colors.success);
        } else if (c.isLetterOrNumber() || c == QLatin1Char('-')) {
            while (i < size && (text[i].isLetterOrNumber() || QStringLiteral("+-.").contains(text[i])))
                ++i;
            setFormat(start, i - start, c.isLetter() ? colors.warning : colors.info);
        } else {
            if (QStringLiteral("{}[],:").contains(c))
                setFormat(i, 1, colors.textMuted);
            ++i;
        }
    }
}

void SourceHighlighter::highlightXml(const QString &text)
{
    const ThemeColors &colors = m_theme.colors();
    bool inTag = false;
    int i = 0;
    const int size = int(text.size());
    while (i < size) {
        const QChar c = text[i];
        const int start = i;
        if (!inTag) {
            if (c == QLatin1Char('<')) {
                inTag = true;
                while (i < size && !text[i].isSpace() && text[i] != QLatin1Char('>'))
                    ++i;
                setFormat(start, i - start, colors.accent);
            } else {
                ++i;
            }
        } else if (c == QLatin1Char('"')) {
            i = int(text.indexOf(QLatin1Char('"'), i + 1));
            i = i < 0 ? size : i + 1;
            setFormat(start, i - start, colors.success);
        } else if (c == QLatin1Char('>')) {
            inTag = false;
            setFormat(i++, 1, colors.accent);
        } else {
            setFormat(i++, 1, colors.info);
        }
    }
}

} // namespace Chartline::Ui
