// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/StringDistance.h"

#include <QtGlobal>
#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>
#include <utility>

namespace Chartline::Matching {

namespace {

constexpr std::size_t s_longest = 64;

// The shorter first, then by letters: matching letters greedily depends on the order otherwise.
void inOrder(std::string_view &a, std::string_view &b)
{
    if (a.size() > b.size() || (a.size() == b.size() && a > b))
        std::swap(a, b);
}

std::size_t transpositions(std::string_view a, std::string_view b, quint64 inA, quint64 inB)
{
    std::size_t differ = 0;
    while (inA != 0) {
        const auto i = std::size_t(std::countr_zero(inA));
        const auto j = std::size_t(std::countr_zero(inB));
        differ += a[i] != b[j] ? 1 : 0;
        inA &= inA - 1;
        inB &= inB - 1;
    }
    return differ / 2;
}

} // namespace

double jaroWinkler(std::string_view a, std::string_view b)
{
    if (a == b)
        return a.empty() ? 0 : 1;
    a = a.substr(0, s_longest);
    b = b.substr(0, s_longest);
    if (a.empty() || b.empty())
        return 0;
    inOrder(a, b);
    const std::size_t window = std::max<std::size_t>(b.size() / 2, 1) - 1;
    quint64 inA = 0;
    quint64 inB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t last = std::min(i + window + 1, b.size());
        for (std::size_t j = i > window ? i - window : 0; j < last; ++j) {
            const quint64 bit = quint64(1) << j;
            if ((inB & bit) == 0 && a[i] == b[j]) {
                inA |= quint64(1) << i;
                inB |= bit;
                break;
            }
        }
    }
    const auto common = double(std::popcount(inA));
    if (common == 0)
        return 0;
    const auto swapped = double(transpositions(a, b, inA, inB));
    const double jaro = (common / double(a.size()) + common / double(b.size()) + (common - swapped) / common) / 3;
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < a.size() && a[prefix] == b[prefix])
        ++prefix;
    return jaro + double(prefix) * 0.1 * (1 - jaro);
}

bool isOneEditApart(std::string_view a, std::string_view b)
{
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    std::size_t at = 0;
    while (at < a.size() && a[at] == b[at])
        ++at;
    if (at == a.size())
        return true;
    const std::string_view restA = a.substr(at);
    const std::string_view restB = b.substr(at);
    if (a.size() < b.size())
        return restA == restB.substr(1);
    if (restA.substr(1) == restB.substr(1))
        return true;
    return restA.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA.substr(2) == restB.substr(2);
}

int editDistance(std::string_view a, std::string_view b, int most)
{
    a = a.substr(0, s_longest);
    b = b.substr(0, s_longest);
    const int tooMany = most + 1;
    if (std::abs(int(a.size()) - int(b.size())) > most)
        return tooMany;
    std::array<std::array<int, s_longest + 1>, 3> rows{};
    for (std::size_t j = 0; j <= b.size(); ++j)
        rows[0][j] = int(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto &row = rows[i % 3];
        const auto &before = rows[(i + 2) % 3];
        const auto &twoBefore = rows[(i + 1) % 3];
        row[0] = int(i);
        int least = row[0];
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int cost = a[i - 1] == b[j - 1] ? 0 : 1;
            int best = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + cost});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                best = std::min(best, twoBefore[j - 2] + 1);
            row[j] = best;
            least = std::min(least, best);
        }
        if (least > most)
            return tooMany;
    }
    return std::min(rows[a.size() % 3][b.size()], tooMany);
}

} // namespace Chartline::Matching
