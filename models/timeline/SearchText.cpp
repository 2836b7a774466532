// SPDX-License-Identifier: Apache-2.0
#include "timeline/SearchText.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace Chartline::SearchText {

namespace {

constexpr qsizetype longestQuery = 1000;
constexpr qsizetype mostTerms = 32;
constexpr qsizetype snippetBefore = 50;
constexpr qsizetype snippetAfter = 110;

// One UTF-16 unit, folded, appended; nothing for a combining mark.
void foldInto(QString &out, QChar c)
{
    if (c.unicode() < 0x80) {
        out.append(c.toLower());
        return;
    }
    if (c.isMark())
        return;
    while (c.decompositionTag() == QChar::Canonical) {
        const QString parts = c.decomposition();
        if (parts.isEmpty() || parts[0] == c)
            break;
        c = parts[0];
    }
    out.append(c.toCaseFolded());
}

// A single Latin letter or digit begins too much to be looked for as a beginning.
bool isPrefix(const Term &term)
{
    return !term.phrase && (term.text.size() > 1 || term.text.at(0).unicode() > 0x7f);
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c.isSurrogate();
}

// Folded text with the place of each of its characters in the original.
struct Folded
{
    QString text;
    std::vector<qsizetype> places;
};

Folded foldWithPlaces(const QString &text)
{
    Folded folded;
    folded.text.reserve(text.size());
    folded.places.reserve(std::size_t(text.size()));
    for (qsizetype i = 0; i < text.size(); ++i) {
        foldInto(folded.text, text[i]);
        folded.places.resize(std::size_t(folded.text.size()), i);
    }
    return folded;
}

// Where the words stand one after the other in folded text, only non-words between them; -1 where they do not.
qsizetype findWords(const QString &text, const QStringList &wanted, bool lastIsPrefix)
{
    for (qsizetype at = text.indexOf(wanted.first()); at >= 0; at = text.indexOf(wanted.first(), at + 1)) {
        if (at > 0 && isWordPart(text[at - 1]))
            continue;
        qsizetype pos = at;
        bool matched = true;
        for (qsizetype i = 0; i < wanted.size() && matched; ++i) {
            while (i > 0 && pos < text.size() && !isWordPart(text[pos]))
                ++pos;
            matched = QStringView(text).mid(pos).startsWith(wanted[i]);
            pos += wanted[i].size();
            const bool ends = pos >= text.size() || !isWordPart(text[pos]);
            matched = matched && (ends || (lastIsPrefix && i + 1 == wanted.size()));
        }
        if (matched)
            return at;
    }
    return -1;
}

// "> 1.5", ">=7", "≤ 3,5": taken out of the text and put into the query.
void takeComparison(QString &text, Query &query)
{
    static const QRegularExpression pattern(
        QStringLiteral("(>=|<=|\u2265|\u2264|>|<|=)\\s*([-+]?\\d{1,15}(?:[.,]\\d{1,15})?)(?![\\w.,])"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return;
    bool ok = false;
    const double number = match.captured(2).replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&ok);
    if (!ok)
        return;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const QString sign = match.captured(1);
    query.compares = true;
    query.low = -infinity;
    query.high = infinity;
    if (sign == QStringLiteral(">"))
        query.low = std::nextafter(number, infinity);
    else if (sign == QStringLiteral("<"))
        query.high = std::nextafter(number, -infinity);
    else if (sign == QStringLiteral("="))
        query.low = query.high = number;
    else if (sign == QStringLiteral(">=") || sign == QStringLiteral("\u2265"))
        query.low = number;
    else
        query.high = number;
    text.replace(match.capturedStart(), match.capturedLength(), QLatin1Char(' '));
}

void addTerm(Query &query, const QString &text, bool phrase)
{
    if (query.terms.size() < mostTerms && std::any_of(text.begin(), text.end(), isWordPart))
        query.terms.append({text, phrase});
}

void addWords(Query &query, QString text)
{
    if (!query.compares)
        takeComparison(text, query);
    const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        constexpr QLatin1StringView kindIs("kind:");
        if (part.startsWith(kindIs, Qt::CaseInsensitive)) {
            if (const auto kind = factKindFromName(part.mid(kindIs.size()).toLower())) {
                query.kind = kind;
                continue;
            }
        }
        addTerm(query, part, false);
    }
}

} // namespace

QString fold(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (const QChar c : text)
        foldInto(folded, c);
    return folded;
}

QStringList words(QStringView text)
{
    QStringList result;
    QString word;
    const QString folded = fold(text);
    for (const QChar c : folded) {
        if (isWordPart(c)) {
            word.append(c);
        } else if (!word.isEmpty()) {
            result.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        result.append(word);
    return result;
}

Query parse(QStringView text)
{
    QString clean = text.left(longestQuery).toString();
    for (QChar &c : clean) {
        if (c.isSpace() || c.category() == QChar::Other_Control)
            c = QLatin1Char(' ');
        else if (c == QChar(0x201c) || c == QChar(0x201d) || c == QChar(0x201e)) // typographic quotes
            c = QLatin1Char('"');
    }
    Query query;
    // Odd parts were between quotes; a quote that is never closed closes at the end.
    const QStringList parts = clean.split(QLatin1Char('"'));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 == 0)
            addWords(query, parts[i]);
        else
            addTerm(query, parts[i].simplified(), true);
    }
    return query;
}

QString matchExpression(const QList<Term> &terms, bool prefixes)
{
    QStringList parts;
    for (const Term &term : terms) {
        QString text = term.text;
        text.replace(QLatin1Char('"'), QStringLiteral("\"\""));
        parts.append(QLatin1Char('"') + text + QLatin1Char('"')
                     + (prefixes && isPrefix(term) ? QStringLiteral(" *") : QString()));
    }
    return parts.join(QLatin1Char(' '));
}

QString snippet(const QString &body, const QList<Term> &terms)
{
    const Folded folded = foldWithPlaces(body);
    qsizetype at = -1;
    for (const Term &term : terms) {
        const QStringList wanted = words(term.text);
        const qsizetype found = wanted.isEmpty() ? -1 : findWords(folded.text, wanted, isPrefix(term));
        if (found >= 0 && (at < 0 || found < at))
            at = found;
    }
    if (at < 0)
        return {};
    const qsizetype hit = folded.places[std::size_t(at)];
    qsizetype from = qMax(qsizetype(0), hit - snippetBefore);
    while (from > 0 && from < hit && !body[from - 1].isSpace()) // not in the middle of a word
        ++from;
    qsizetype to = qMin(body.size(), hit + snippetAfter);
    while (to < body.size() && to > hit + snippetAfter / 2 && !body[to].isSpace())
        --to;
    QString text = body.mid(from, to - from).simplified();
    if (from > 0)
        text.prepend(QChar(0x2026));
    if (to < body.size())
        text.append(QChar(0x2026));
    return text;
}

bool containsAll(const QString &text, const QList<Term> &terms)
{
    const QString folded = fold(text);
    return std::ranges::all_of(terms, [&folded](const Term &term) {
        const QStringList wanted = words(term.text);
        return wanted.isEmpty() || findWords(folded, wanted, isPrefix(term)) >= 0;
    });
}

} // namespace Chartline::SearchText
