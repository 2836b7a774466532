// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/DetailSource.h"

namespace Chartline::Ui::DetailSource {

namespace {

// Length of the valid UTF-8 sequence at `at`, 0 where there is none (RFC 3629: no overlong forms, no surrogates).
int sequenceLength(const QByteArray &bytes, qsizetype at)
{
    const auto byte = [&](qsizetype i) { return i < bytes.size() ? uchar(bytes[i]) : uchar(0); };
    const uchar first = byte(at);
    const auto follows = [&](int count) {
        for (int i = 1; i <= count; ++i) {
            if ((byte(at + i) & 0xC0) != 0x80)
                return false;
        }
        return true;
    };
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first <= 0xDF)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        if (!follows(2) || (first == 0xE0 && byte(at + 1) < 0xA0) || (first == 0xED && byte(at + 1) > 0x9F))
            return 0;
        return 3;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        if (!follows(3) || (first == 0xF0 && byte(at + 1) < 0x90) || (first == 0xF4 && byte(at + 1) > 0x8F))
            return 0;
        return 4;
    }
    return 0;
}

bool isPlainControl(uchar c)
{
    return c == '\n' || c == '\r' || c == '\t';
}

void newLine(QString &out, int depth)
{
    while (out.endsWith(QLatin1Char(' ')))
        out.chop(1);
    out += QLatin1Char('\n') + QString(qsizetype(2) * qBound(0, depth, 80), QLatin1Char(' '));
}

QString indentedJson(const QString &text)
{
    QString out;
    out.reserve(text.size() * 2);
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (inString) {
            out += c;
            if (c == QLatin1Char('\\') && i + 1 < text.size())
                out += text[++i];
            else if (c == QLatin1Char('"'))
                inString = false;
            continue;
        }
        if (c.isSpace())
            continue;
        switch (c.unicode()) {
        case '"':
            inString = true;
            out += c;
            break;
        case '{':
        case '[': {
            qsizetype next = i + 1;
            while (next < text.size() && text[next].isSpace())
                ++next;
            out += c;
            if (next < text.size() && (text[next] == QLatin1Char('}') || text[next] == QLatin1Char(']'))) {
                out += text[next];
                i = next;
                break;
            }
            newLine(out, ++depth);
            break;
        }
        case '}':
        case ']':
            newLine(out, --depth);
            out += c;
            break;
        case ',':
            out += c;
            newLine(out, depth);
            break;
        case ':': out += QStringLiteral(": "); break;
        default: out += c; break;
        }
    }
    return out;
}

// The end of the markup that begins at `at`, one past its '>'.
qsizetype markupEnd(const QString &text, qsizetype at)
{
    if (QStringView(text).mid(at).startsWith(QLatin1String("<!--"))) {
        const qsizetype end = text.indexOf(QLatin1String("-->"), at);
        return end < 0 ? text.size() : end + 3;
    }
    QChar quote;
    for (qsizetype i = at; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = QChar();
        } else if (c == QLatin1Char('"') || c == QLatin1Char('\'')) {
            quote = c;
        } else if (c == QLatin1Char('>')) {
            return i + 1;
        }
    }
    return text.size();
}

// The narrative is mixed content: white space in it is part of what it says, so it stays as it is.
qsizetype narrativeEnd(const QString &text, qsizetype at)
{
    const qsizetype end = text.indexOf(QLatin1String("</div></text>"), at);
    if (end >= 0)
        return end + 6;
    const qsizetype last = text.indexOf(QLatin1String("</text>"), at);
    return last < 0 ? text.size() : last;
}

QString indentedXml(const QString &text)
{
    QString out;
    out.reserve(text.size() * 2);
    int depth = 0;
    qsizetype i = 0;
    while (i < text.size()) {
        if (text[i] != QLatin1Char('<')) {
            const qsizetype end = text.indexOf(QLatin1Char('<'), i);
            const QStringView words = QStringView(text).mid(i, (end < 0 ? text.size() : end) - i);
            out += words.trimmed();
            i = end < 0 ? text.size() : end;
            continue;
        }
        const QStringView rest = QStringView(text).mid(i);
        qsizetype end = markupEnd(text, i);
        if (rest.startsWith(QLatin1String("<div")))
            end = narrativeEnd(text, i);
        const QStringView tag = QStringView(text).mid(i, end - i);
        const bool closing = tag.startsWith(QLatin1String("</"));
        const bool alone = tag.endsWith(QLatin1String("/>")) || tag.startsWith(QLatin1String("<?"))
                           || tag.startsWith(QLatin1String("<!")) || rest.startsWith(QLatin1String("<div"));
        if (closing)
            --depth;
        if (!out.isEmpty() && (!closing || out.endsWith(QLatin1Char('>'))))
            newLine(out, depth);
        out += tag;
        if (!closing && !alone)
            ++depth;
        i = end;
    }
    return out;
}

} // namespace

QString raw(const QByteArray &all)
{
    const QByteArray bytes = all.first(qMin(all.size(), shownBytes));
    QString out;
    out.reserve(bytes.size());
    qsizetype start = 0;
    const auto flush = [&](qsizetype end) { out += QString::fromUtf8(bytes.constData() + start, end - start); };
    for (qsizetype i = 0; i < bytes.size();) {
        const int length = sequenceLength(bytes, i);
        const auto c = uchar(bytes[i]);
        if (length == 0 || ((c < 0x20 || c == 0x7F) && !isPlainControl(c))) {
            flush(i);
            out += QStringLiteral("\\x%1").arg(c, 2, 16, QLatin1Char('0'));
            start = ++i;
        } else {
            i += length;
        }
    }
    flush(bytes.size());
    return out;
}

bool isXml(const QByteArray &bytes)
{
    for (const char c : bytes.first(qMin<qsizetype>(bytes.size(), 64))) {
        if (c == '<')
            return true;
        if (c == '{' || c == '[')
            return false;
    }
    return false;
}

QString readable(const QByteArray &bytes)
{
    QString text = raw(bytes);
    if (isXml(bytes))
        return indentedXml(text);
    const QString start = text.left(64).trimmed();
    if (start.startsWith(QLatin1Char('{')) || start.startsWith(QLatin1Char('[')))
        return indentedJson(text);
    return text;
}

} // namespace Chartline::Ui::DetailSource
