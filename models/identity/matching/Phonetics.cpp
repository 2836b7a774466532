// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Phonetics.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Chartline::Matching {

namespace {

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::string lettersOf(std::string_view name)
{
    std::string letters;
    for (const char c : name) {
        if (c >= 'a' && c <= 'z')
            letters.push_back(c);
    }
    return letters;
}

using Change = std::pair<std::string_view, std::string_view>;

constexpr std::array<Change, 7> s_beginnings{{{"mac", "mcc"},
                                              {"kn", "n"},
                                              {"k", "c"},
                                              {"ph", "ff"},
                                              {"pf", "ff"},
                                              {"sch", "sss"},
                                              {"wr", "r"}}};
constexpr std::array<Change, 7> s_endings{{{"ee", "y"}, {"ie", "y"}, {"dt", "d"}, {"rt", "d"}, {"rd", "d"}, {"nt", "d"}, {"nd", "d"}}};

// What the letter at `at` (not the first) becomes; may be several letters.
std::string_view soundAt(const std::string &word, std::size_t at)
{
    const std::string_view rest = std::string_view(word).substr(at);
    const char before = word[at - 1];
    if (rest.starts_with("ev"))
        return "af";
    switch (rest[0]) {
    case 'a':
    case 'e':
    case 'i':
    case 'o':
    case 'u': return "a";
    case 'q': return "g";
    case 'z': return "s";
    case 'm': return "n";
    case 'k': return rest.starts_with("kn") ? "n" : "c";
    default: break;
    }
    if (rest.starts_with("sch"))
        return "sss";
    if (rest.starts_with("ph"))
        return "ff";
    if (rest[0] == 'h' && (!isVowel(before) || rest.size() < 2 || !isVowel(rest[1])))
        return isVowel(before) ? std::string_view("a") : std::string_view();
    if (rest[0] == 'w' && isVowel(before))
        return "a";
    return rest.substr(0, 1);
}

int soundexDigit(char c)
{
    switch (c) {
    case 'b':
    case 'f':
    case 'p':
    case 'v': return 1;
    case 'c':
    case 'g':
    case 'j':
    case 'k':
    case 'q':
    case 's':
    case 'x':
    case 'z': return 2;
    case 'd':
    case 't': return 3;
    case 'l': return 4;
    case 'm':
    case 'n': return 5;
    case 'r': return 6;
    default: return 0;
    }
}

std::string_view withoutSilent(std::string_view word)
{
    for (const std::string_view silent : {"kn", "gn", "pn", "wr", "ps"}) {
        if (word.starts_with(silent))
            return word.substr(1);
    }
    return word.starts_with("pf") ? word.substr(1) : word;
}

char firstSound(std::string_view word)
{
    if (word.starts_with("ph"))
        return 'f';
    switch (word.front()) {
    case 'k':
    case 'q': return 'c';
    case 'j':
    case 'y': return 'g';
    case 'v': return 'f';
    case 'z': return 's';
    case 'e':
    case 'i':
    case 'o':
    case 'u': return 'a';
    default: return word.front();
    }
}

} // namespace

std::string nysiis(std::string_view name)
{
    std::string word = lettersOf(name);
    if (word.empty())
        return {};
    for (const auto &[from, to] : s_beginnings) {
        if (word.starts_with(from)) {
            word.replace(0, from.size(), to);
            break;
        }
    }
    for (const auto &[from, to] : s_endings) {
        if (word.ends_with(from)) {
            word.replace(word.size() - from.size(), from.size(), to);
            break;
        }
    }
    std::string code(1, word.front());
    for (std::size_t at = 1; at < word.size(); ++at) {
        for (const char c : soundAt(word, at)) {
            if (code.back() != c)
                code.push_back(c);
        }
    }
    if (code.size() > 1 && code.back() == 's')
        code.pop_back();
    if (code.ends_with("ay"))
        code.replace(code.size() - 2, 2, "y");
    if (code.size() > 1 && code.back() == 'a')
        code.pop_back();
    return code;
}

quint32 soundex(std::string_view name)
{
    const std::string letters = lettersOf(name);
    const std::string_view word = withoutSilent(letters);
    if (word.empty())
        return 0;
    quint32 code = quint32(firstSound(word));
    int digits = 0;
    int last = soundexDigit(word.front());
    for (std::size_t at = 1; at < word.size() && digits < 3; ++at) {
        const int digit = soundexDigit(word[at]);
        if (digit != 0 && digit != last) {
            code = (code << 8) | quint32('0' + digit);
            ++digits;
        }
        // h and w between two letters of one sound do not part them.
        if (word[at] != 'h' && word[at] != 'w')
            last = digit;
    }
    for (; digits < 3; ++digits)
        code = (code << 8) | quint32('0');
    return code;
}

} // namespace Chartline::Matching
