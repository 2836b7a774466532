// SPDX-License-Identifier: Apache-2.0
#include "safety/Resolver.h"

#include "safety/DrugName.h"
#include "safety/Ndc.h"
#include "safety/ProductWords.h"

#include <QVarLengthArray>
#include <algorithm>

namespace Chartline::Safety {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// What stands before the letters of "10mg".
qsizetype leadingDigits(QByteArrayView word)
{
    qsizetype count = 0;
    while (count < word.size() && (isDigit(word[count]) || word[count] == '.'))
        ++count;
    return count;
}

void add(std::vector<IngredientIndex> &set, std::span<const IngredientIndex> more)
{
    for (const IngredientIndex index : more) {
        const auto at = std::ranges::lower_bound(set, index);
        if (at == set.end() || *at != index)
            set.insert(at, index);
    }
}

// One reading of a name.
class Reading
{
public:
    Reading(const KnowledgeBase &base, QByteArrayView normalized)
        : m_base(base)
        , m_text(normalized)
    {
        qsizetype begin = 0;
        for (qsizetype i = 0; i <= normalized.size(); ++i) {
            if (i == normalized.size() || normalized[i] == ' ') {
                if (i > begin)
                    m_words.append({begin, i - begin});
                begin = i + 1;
            }
        }
    }

    Resolved read()
    {
        readAll();
        if (m_result.match == Match::None && m_result.unread.isEmpty()) {
            // Nothing but salts, forms and strengths: "Calcium 600 mg" means the salt itself.
            m_saltsAreNames = true;
            readAll();
        }
        if (m_result.match == Match::None)
            readSpelling();
        if (m_result.match != Match::None && !m_result.unread.isEmpty())
            m_result.match = Match::Part;
        if (m_result.ingredients.size() != 1) {
            m_result.strengthMg = 0;
            readParts();
        }
        return std::move(m_result);
    }

private:
    struct Word
    {
        qsizetype begin = 0;
        qsizetype size = 0;
    };

    void readAll()
    {
        for (qsizetype at = 0; at < m_words.size();) {
            if (const qsizetype taken = readName(at); taken > 0) {
                at += taken;
            } else {
                readWord(at);
                ++at;
            }
        }
    }

    [[nodiscard]] QByteArrayView words(qsizetype from, qsizetype count) const
    {
        const Word &last = m_words[from + count - 1];
        return m_text.sliced(m_words[from].begin, last.begin + last.size - m_words[from].begin);
    }

    // The longest name that begins here: how many words it takes.
    qsizetype readName(qsizetype at)
    {
        const QByteArrayView first = words(at, 1);
        // Forms and units are names of nothing, even where a brand is called so.
        const int longest = m_base.longestFrom(first);
        for (qsizetype count = std::min<qsizetype>(longest, m_words.size() - at); count > 0; --count) {
            const auto name = m_base.find(words(at, count));
            if (!name)
                continue;
            const WordKind kind = count == 1 ? productWord(first).kind : WordKind::Other;
            // "sodium" beside a drug is its salt; alone it is the drug.
            const bool isName = kind == WordKind::Other || (kind == WordKind::Salt && m_saltsAreNames);
            if (!isName && (m_result.match != Match::None || m_words.size() > count))
                return 0;
            const Match match =
                name->kind == NameKind::Brand || name->kind == NameKind::Combination ? Match::Brand : Match::Name;
            take(match, name->ingredients);
            startPart(name->ingredients);
            return count;
        }
        return 0;
    }

    void take(Match match, std::span<const IngredientIndex> ingredients)
    {
        m_result.match = std::max(m_result.match, match);
        add(m_result.ingredients, ingredients);
    }

    void readWord(qsizetype at)
    {
        const QByteArrayView word = words(at, 1);
        const qsizetype digits = leadingDigits(word);
        if (digits == word.size()) {
            m_number = word.toDouble();
            m_numbers.append(m_number);
            return;
        }
        const ProductWord known = productWord(word.sliced(digits));
        if (digits > 0)
            m_number = word.first(digits).toDouble();
        if (known.kind == WordKind::Unit && known.mg > 0 && m_number > 0 && m_result.strengthMg <= 0)
            m_result.strengthMg = m_number * known.mg;
        addAmounts(digits > 0, known);
        if (known.route != Route::Unknown && m_result.route == Route::Unknown)
            m_result.route = known.route;
        if (known.kind == WordKind::Other && word.size() - digits > 1) {
            m_unread.append(at);
            m_result.unread.append(QString::fromUtf8(word));
        }
    }

    // Names and the amounts behind them: "A 325 MG / B 5 MG" and "A-B 325-5 mg" tell the same.
    struct Part
    {
        IngredientIndex ingredient = 0;
        double mg = 0;
    };

    void startPart(std::span<const IngredientIndex> ingredients)
    {
        m_numbers.clear();
        if (!m_amounts.isEmpty())
            endParts();
        for (const IngredientIndex ingredient : ingredients)
            m_named.append(ingredient);
        m_isOrdered = m_isOrdered && ingredients.size() == 1; // a product's name does not tell in which order
    }

    // Numbers count where a unit of mass follows the last of them.
    void addAmounts(bool isWithNumber, const ProductWord &known)
    {
        if (known.kind == WordKind::Unit && known.mg > 0) {
            if (isWithNumber)
                m_numbers.append(m_number);
            for (const double number : std::as_const(m_numbers))
                m_amounts.append(number * known.mg);
        }
        m_numbers.clear();
    }

    void endParts()
    {
        for (qsizetype i = 0; m_isOrdered && m_named.size() == m_amounts.size() && i < m_named.size(); ++i)
            m_parts.append({m_named[i], m_amounts[i]});
        m_named.clear();
        m_amounts.clear();
        m_isOrdered = true;
    }

    void readParts()
    {
        endParts();
        for (const IngredientIndex ingredient : m_result.ingredients) {
            const auto part = std::ranges::find(m_parts, ingredient, &Part::ingredient);
            m_result.partsMg.push_back(part != m_parts.end() ? part->mg : 0);
        }
        if (std::ranges::contains(m_result.partsMg, 0.0))
            m_result.partsMg.clear();
    }

    // Words that are not understood may be a name in another spelling.
    void readSpelling()
    {
        for (const qsizetype at : std::as_const(m_unread)) {
            const auto name = m_base.findSpelling(DrugName::spellingKey(words(at, 1)));
            if (name) {
                take(Match::Spelling, name->ingredients);
                m_result.unread.removeOne(QString::fromUtf8(words(at, 1)));
            }
        }
    }

    const KnowledgeBase &m_base;
    QByteArrayView m_text;
    QVarLengthArray<Word, 24> m_words;
    QVarLengthArray<IngredientIndex, 8> m_named; // since the last amount
    QVarLengthArray<double, 8> m_numbers; // without a unit as yet
    QVarLengthArray<double, 8> m_amounts; // mg, behind what is named
    QVarLengthArray<Part, 8> m_parts;
    bool m_isOrdered = true;
    QVarLengthArray<qsizetype, 8> m_unread;
    double m_number = 0;
    bool m_saltsAreNames = false;
    Resolved m_result;
};

} // namespace

Resolver::Resolver(std::shared_ptr<const KnowledgeBase> base)
    : m_base(std::move(base))
{ }

Resolved Resolver::resolve(QStringView text) const
{
    const QByteArray normalized = DrugName::normalized(text);
    Resolved whole = Reading(*m_base, normalized).read();
    // RxNorm's names of branded drugs list all that is in them and then the brand: "[Histex HC]" may be unknown.
    const qsizetype bracket = text.lastIndexOf(u'[');
    if (whole.match != Match::Part || bracket <= 0 || !text.trimmed().endsWith(u']'))
        return whole;
    const QByteArray listed = DrugName::normalized(text.first(bracket));
    Resolved plain = Reading(*m_base, listed).read();
    return plain.isConfident() && plain.ingredients == whole.ingredients ? plain : whole;
}

Resolved Resolver::resolve(std::span<const DrugCode> codes, QStringView text) const
{
    Resolved named = resolve(text);
    for (const DrugCode &code : codes) {
        const auto found =
            m_base->findCode(code.system, code.system == CodeSystem::Ndc ? Ndc::normalized(code.code) : code.code);
        if (found.empty())
            continue;
        Resolved coded = named;
        coded.match = Match::Code;
        coded.ingredients.assign(found.begin(), found.end());
        std::ranges::sort(coded.ingredients);
        // What the words say for certain must be the same drug.
        if (named.isConfident() && named.ingredients != coded.ingredients)
            coded.match = Match::Part;
        else
            coded.unread.clear();
        return coded;
    }
    return named;
}

} // namespace Chartline::Safety
