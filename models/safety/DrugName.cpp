// SPDX-License-Identifier: Apache-2.0
#include "safety/DrugName.h"

#include <QString>

namespace Chartline::Safety::DrugName {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAscii(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<signed char>(c) >= 0; });
}

// Compatibility forms taken apart, marks left out, small letters; "ß" as "ss".
QByteArray folded(QByteArrayView text)
{
    QString plain;
    for (const QChar c : QString::fromUtf8(text).normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (c == QChar(0x00df))
            plain += QStringLiteral("ss");
        else if (c.unicode() < 0x80 || c.isLetterOrNumber() || c.isSurrogate())
            plain += c;
        else if (!c.isMark())
            plain += QLatin1Char(' ');
    }
    return plain.toUtf8();
}

void normalizeFolded(QByteArrayView text, QByteArray &out)
{
    const qsizetype begin = out.size();
    bool gap = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c >= 'A' && c <= 'Z')
            c = char(c - 'A' + 'a');
        const bool letter = (c >= 'a' && c <= 'z') || isDigit(c) || static_cast<signed char>(c) < 0;
        const bool point = (c == '.' || c == ',') && !gap && out.size() > begin && isDigit(out.back())
                           && i + 1 < text.size() && isDigit(text[i + 1]);
        if (!letter && !point) {
            gap = true;
            continue;
        }
        if (gap && out.size() > begin)
            out += ' ';
        gap = false;
        out += point ? '.' : c;
    }
}

struct Replacement
{
    QByteArrayView from;
    QByteArrayView to;
};

// Longer ones first. (WHO, International Nonproprietary Names: general rules, spelling.)
constexpr Replacement s_spellings[] = {
    {"oe", "e"}, {"ae", "e"}, {"ph", "f"}, {"th", "t"}, {"rh", "r"},
    {"ch", "c"}, {"ks", "x"}, {"y", "i"},  {"k", "c"},  {"j", "i"},
};

} // namespace

void normalize(QByteArrayView text, QByteArray &out)
{
    if (isAscii(text))
        normalizeFolded(text, out);
    else
        normalizeFolded(folded(text), out);
}

QByteArray normalized(QStringView text)
{
    QByteArray out;
    normalize(text.toUtf8(), out);
    return out;
}

QByteArray spellingKey(QByteArrayView name)
{
    QByteArray key;
    for (qsizetype i = 0; i < name.size();) {
        const auto found =
            std::ranges::find_if(s_spellings, [&](const Replacement &r) { return name.sliced(i).startsWith(r.from); });
        const QByteArrayView piece = found == std::end(s_spellings) ? name.sliced(i, 1) : found->to;
        i += found == std::end(s_spellings) ? 1 : found->from.size();
        // Doubled letters as one; digits stay as they are.
        if (piece.size() == 1 && !key.isEmpty() && key.back() == piece[0] && !isDigit(piece[0]))
            continue;
        key += piece;
        // An "e" at the end of a word is often left out.
        const bool wordEnds = i >= name.size() || name[i] == ' ';
        if (wordEnds && key.size() > 4 && key.back() == 'e')
            key.chop(1);
    }
    return key;
}

} // namespace Chartline::Safety::DrugName
