// SPDX-License-Identifier: Apache-2.0
// The side of TermBook that reads gene variants.
#include "safety/DrugName.h"
#include "safety/TermBook.h"

#include <algorithm>
#include <array>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

namespace {

// Tests of one gene (LOINC).
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 5> s_tests{{
    {"79714-2"_L1, "CYP2C19"_L1},
    {"79715-9"_L1, "CYP2D6"_L1},
    {"79716-7"_L1, "CYP2C9"_L1},
    {"50956-2"_L1, "HLA-B*57:01"_L1},
    {"57979-7"_L1, "HLA-B*15:02"_L1},
}};

// Answers by code alone: LOINC answer lists, SNOMED CT.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 15> s_answers{{
    {"LA9657-3"_L1, "poor metabolizer"_L1},
    {"LA10317-8"_L1, "intermediate metabolizer"_L1},
    {"LA10315-2"_L1, "ultrarapid metabolizer"_L1},
    {"LA25390-8"_L1, "rapid metabolizer"_L1},
    {"LA25391-6"_L1, "normal metabolizer"_L1},
    {"LA6576-8"_L1, "positive"_L1},
    {"LA6577-6"_L1, "negative"_L1},
    {"LA9633-4"_L1, "present"_L1},
    {"LA9634-2"_L1, "absent"_L1},
    {"10828004"_L1, "positive"_L1},
    {"260385009"_L1, "negative"_L1},
    {"52101004"_L1, "present"_L1},
    {"2667000"_L1, "absent"_L1},
    {"260373001"_L1, "detected"_L1},
    {"260415000"_L1, "not detected"_L1},
}};

QByteArray squeezed(QStringView text)
{
    return DrugName::normalized(text).replace(" ", "");
}

bool isNone(const QByteArray &answer)
{
    constexpr std::array whole{"no", "false", "normal", "none", "neg", "wild type", "wildtype"};
    constexpr std::array begins{"negativ",       "absent",     "not detected",      "not present",
                                "none detected", "undetected", "nicht nachweisbar", "nicht nachgewiesen",
                                "no variant",    "no mutation"};
    constexpr int longest = 6; // words; a longer answer may speak of several genes
    if (std::ranges::any_of(whole, [&](const char *word) { return answer == word; }))
        return true;
    return answer.count(' ') < longest
           && std::ranges::any_of(begins, [&](const char *word) { return answer.startsWith(word); });
}

bool isFound(const QByteArray &answer, bool isCarried)
{
    constexpr std::array words{"positive", "pos",  "positiv",      "present",    "detected",
                               "yes",      "true", "nachgewiesen", "nachweisbar"};
    // One allele of HLA is enough.
    constexpr std::array carried{"carrier", "heterozygous", "homozygous", "heterozygous positive"};
    return std::ranges::any_of(words, [&](const char *word) { return answer == word; })
           || (isCarried && std::ranges::any_of(carried, [&](const char *word) { return answer == word; }));
}

void addTo(std::vector<quint16> &terms, const std::vector<quint16> &others)
{
    for (const quint16 term : others) {
        if (!std::ranges::contains(terms, term))
            terms.push_back(term);
    }
}

} // namespace

std::vector<quint16> TermBook::genes(QStringView text) const
{
    return byWords(Vocabulary::Genes, text);
}

QStringList TermBook::genesNamedIn(const QString &test, const QString &loinc) const
{
    QStringList named;
    const auto known = std::ranges::find_if(s_tests, [&](const auto &one) { return one.first == loinc; });
    if (known != s_tests.end())
        named.append(QString(known->second));
    const QByteArray words = squeezed(test);
    for (int term = 0; term < m_base->termCount(); ++term) {
        if (vocabularyOf(quint16(term)) != Vocabulary::Genes)
            continue;
        const QString gene = QString::fromUtf8(m_base->termId(term)).section(u' ', 0, 0);
        if (!named.contains(gene) && words.contains(squeezed(gene)))
            named.append(gene);
    }
    return named;
}

std::vector<quint16> TermBook::genes(const QString &test, const QString &loinc, const QString &answer) const
{
    const auto coded = std::ranges::find_if(s_answers, [&](const auto &one) { return one.first == answer; });
    const QString said = coded == s_answers.end() ? answer : QString(coded->second);
    const QByteArray words = DrugName::normalized(said);
    if (isNone(words))
        return {};
    std::vector<quint16> found = genes(QString(test + u' ' + said));
    // What is found belongs to a gene only where the test is of one.
    const QStringList named = genesNamedIn(test, loinc);
    if (named.size() == 1 && !words.isEmpty()) {
        const QString &gene = named.first();
        addTo(found, genes(QString(gene + u' ' + (isFound(words, gene.startsWith("HLA-"_L1)) ? u"positive"_s : said))));
    }
    return found;
}

} // namespace Chartline::Safety
