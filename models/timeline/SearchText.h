// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/FactDraft.h"

#include <QStringList>

// What a person types into a search field, taken apart; pure functions.
namespace Chartline::SearchText {

// Lower case without diacritics, as the search index sees text: "Crohn'S Écoulement" is "crohn's ecoulement".
[[nodiscard]] QString fold(QStringView text);
// The folded words (runs of letters and digits) of a text.
[[nodiscard]] QStringList words(QStringView text);

struct Term
{
    QString text; // as typed, without quotes
    bool phrase = false; // was quoted: whole words in this order; else the last word may be the beginning of a word
                         // (not a single Latin letter or digit)
    bool operator==(const Term &) const = default;
};

struct Query
{
    QList<Term> terms; // all must be found
    std::optional<FactKind> kind;
    // A comparison of the fact's number: low <= number <= high.
    bool compares = false;
    double low = 0;
    double high = 0;

    [[nodiscard]] bool isEmpty() const { return terms.isEmpty() && !kind && !compares; }
};

// Never fails: whatever means nothing is left out. Reads at most 1000 characters and 32 terms.
[[nodiscard]] Query parse(QStringView text);

// An FTS5 MATCH expression for the terms. Every term is a quoted string of FTS5's language, so nothing in it is an
// operator. `prefixes`: unquoted terms match as beginnings of words; else as whole words.
[[nodiscard]] QString matchExpression(const QList<Term> &terms, bool prefixes);

// Plain text of about 160 characters around the first term found in `body`; empty where none is.
[[nodiscard]] QString snippet(const QString &body, const QList<Term> &terms);
// True where every term stands in the text as it would for the index.
[[nodiscard]] bool containsAll(const QString &text, const QList<Term> &terms);

} // namespace Chartline::SearchText
