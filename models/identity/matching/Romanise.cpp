// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/Romanise.h"

#include "identity/PersonFeatures.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Chartline::Matching {

namespace {

struct Letter
{
    char16_t letter; // lower case
    const char *latin;
};

// In the order of their code points, for binary search.
constexpr std::array s_letters{
    Letter{u'ß', "ss"},      Letter{u'æ', "ae"},      Letter{u'ð', "d"},       Letter{u'ø', "o"},
    Letter{u'þ', "th"},      Letter{u'đ', "d"},       Letter{u'ħ', "h"},       Letter{u'ı', "i"},
    Letter{u'ĸ', "k"},       Letter{u'ł', "l"},       Letter{u'ŋ', "ng"},      Letter{u'œ', "oe"},
    Letter{u'ə', "a"},       Letter{u'α', "a"},       Letter{u'β', "v"},       Letter{u'γ', "g"},
    Letter{u'δ', "d"},       Letter{u'ε', "e"},       Letter{u'ζ', "z"},       Letter{u'η', "i"},
    Letter{u'θ', "th"},      Letter{u'ι', "i"},       Letter{u'κ', "k"},       Letter{u'λ', "l"},
    Letter{u'μ', "m"},       Letter{u'ν', "n"},       Letter{u'ξ', "x"},       Letter{u'ο', "o"},
    Letter{u'π', "p"},       Letter{u'ρ', "r"},       Letter{u'ς', "s"},       Letter{u'σ', "s"},
    Letter{u'τ', "t"},       Letter{u'υ', "y"},       Letter{u'φ', "f"},       Letter{u'χ', "ch"},
    Letter{u'ψ', "ps"},      Letter{u'ω', "o"},       Letter{u'а', "a"},       Letter{u'б', "b"},
    Letter{u'в', "v"},       Letter{u'г', "g"},       Letter{u'д', "d"},       Letter{u'е', "e"},
    Letter{u'ж', "zh"},      Letter{u'з', "z"},       Letter{u'и', "i"},       Letter{u'й', "y"},
    Letter{u'к', "k"},       Letter{u'л', "l"},       Letter{u'м', "m"},       Letter{u'н', "n"},
    Letter{u'о', "o"},       Letter{u'п', "p"},       Letter{u'р', "r"},       Letter{u'с', "s"},
    Letter{u'т', "t"},       Letter{u'у', "u"},       Letter{u'ф', "f"},       Letter{u'х', "kh"},
    Letter{u'ц', "ts"},      Letter{u'ч', "ch"},      Letter{u'ш', "sh"},      Letter{u'щ', "shch"},
    Letter{u'ъ', ""},        Letter{u'ы', "y"},       Letter{u'ь', ""},        Letter{u'э', "e"},
    Letter{u'ю', "yu"},      Letter{u'я', "ya"},      Letter{u'є', "ye"},      Letter{u'і', "i"},
    Letter{u'ј', "j"},       Letter{u'љ', "lj"},      Letter{u'њ', "nj"},      Letter{u'ћ', "c"},
    Letter{u'ў', "u"},       Letter{u'џ', "dz"},      Letter{u'ґ', "g"},       Letter{u'\u05d0', "a"},
    Letter{u'\u05d1', "b"},  Letter{u'\u05d2', "g"},  Letter{u'\u05d3', "d"},  Letter{u'\u05d4', "h"},
    Letter{u'\u05d5', "v"},  Letter{u'\u05d6', "z"},  Letter{u'\u05d7', "h"},  Letter{u'\u05d8', "t"},
    Letter{u'\u05d9', "y"},  Letter{u'\u05da', "k"},  Letter{u'\u05db', "k"},  Letter{u'\u05dc', "l"},
    Letter{u'\u05dd', "m"},  Letter{u'\u05de', "m"},  Letter{u'\u05df', "n"},  Letter{u'\u05e0', "n"},
    Letter{u'\u05e1', "s"},  Letter{u'\u05e2', "a"},  Letter{u'\u05e3', "f"},  Letter{u'\u05e4', "p"},
    Letter{u'\u05e5', "ts"}, Letter{u'\u05e6', "ts"}, Letter{u'\u05e7', "k"},  Letter{u'\u05e8', "r"},
    Letter{u'\u05e9', "sh"}, Letter{u'\u05ea', "t"},  Letter{u'\u0621', ""},   Letter{u'\u0622', "a"},
    Letter{u'\u0623', "a"},  Letter{u'\u0624', "u"},  Letter{u'\u0625', "i"},  Letter{u'\u0626', "y"},
    Letter{u'\u0627', "a"},  Letter{u'\u0628', "b"},  Letter{u'\u0629', "a"},  Letter{u'\u062a', "t"},
    Letter{u'\u062b', "th"}, Letter{u'\u062c', "j"},  Letter{u'\u062d', "h"},  Letter{u'\u062e', "kh"},
    Letter{u'\u062f', "d"},  Letter{u'\u0630', "dh"}, Letter{u'\u0631', "r"},  Letter{u'\u0632', "z"},
    Letter{u'\u0633', "s"},  Letter{u'\u0634', "sh"}, Letter{u'\u0635', "s"},  Letter{u'\u0636', "d"},
    Letter{u'\u0637', "t"},  Letter{u'\u0638', "z"},  Letter{u'\u0639', "a"},  Letter{u'\u063a', "gh"},
    Letter{u'\u0640', ""},   Letter{u'\u0641', "f"},  Letter{u'\u0642', "q"},  Letter{u'\u0643', "k"},
    Letter{u'\u0644', "l"},  Letter{u'\u0645', "m"},  Letter{u'\u0646', "n"},  Letter{u'\u0647', "h"},
    Letter{u'\u0648', "u"},  Letter{u'\u0649', "a"},  Letter{u'\u064a', "i"},  Letter{u'\u067e', "p"},
    Letter{u'\u0686', "ch"}, Letter{u'\u0698', "zh"}, Letter{u'\u06a9', "k"},  Letter{u'\u06af', "g"},
    Letter{u'\u06cc', "i"},
};
static_assert(std::ranges::is_sorted(s_letters, {}, &Letter::letter));

const char *latinOf(QChar letter)
{
    const char16_t code = letter.unicode();
    const auto *found = std::ranges::lower_bound(s_letters, code, {}, &Letter::letter);
    return found != s_letters.end() && found->letter == code ? found->latin : nullptr;
}

bool isApostrophe(char16_t c)
{
    return c == u'\'' || c == u'`' || c == u'\u2019' || c == u'\u2018' || c == u'\u02bc' || c == u'\u00b4';
}

// The common case, without any of Unicode's tables; false where there is a letter beyond ASCII.
bool foldedAscii(const QString &text, std::string &result)
{
    bool space = false;
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code >= 0x80)
            return false;
        const bool upper = code >= u'A' && code <= u'Z';
        if (upper || (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9')) {
            if (std::exchange(space, false))
                result.push_back(' ');
            result.push_back(char(upper ? code + 32 : code));
        } else if (!isApostrophe(code)) {
            space = !result.empty();
        }
    }
    return true;
}

bool isVowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

struct Spelling
{
    std::string_view from;
    std::string_view to;
};

// Longest first where one begins with another.
constexpr std::array s_spellings{
    Spelling{"sch", "s"}, Spelling{"tsch", "c"}, Spelling{"ae", "a"}, Spelling{"oe", "o"},  Spelling{"ue", "u"},
    Spelling{"ou", "u"},  Spelling{"oo", "u"},   Spelling{"ee", "i"}, Spelling{"ei", "ai"}, Spelling{"ey", "ai"},
    Spelling{"ay", "ai"}, Spelling{"ie", "i"},   Spelling{"ph", "f"}, Spelling{"th", "t"},  Spelling{"kh", "h"},
    Spelling{"gh", "g"},  Spelling{"dh", "d"},   Spelling{"ck", "k"}, Spelling{"ks", "x"},  Spelling{"sh", "s"},
    Spelling{"dj", "j"},  Spelling{"zh", "j"},   Spelling{"w", "v"},  Spelling{"y", "i"},   Spelling{"q", "k"},
};

} // namespace

QString romanised(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        const char *latin = c.unicode() < 0x80 ? nullptr : latinOf(c.toLower());
        if (latin)
            result.append(QLatin1StringView(latin));
        else
            result.append(c);
    }
    return result;
}

std::string folded(const QString &text)
{
    std::string result;
    if (foldedAscii(text, result))
        return result;
    QString latin = text;
    latin.removeIf([](QChar c) { return isApostrophe(c.unicode()); });
    // Letters with an accent are taken apart first, so that accented Greek and Cyrillic are found in the table.
    QString bare;
    for (const QChar c : latin.normalized(QString::NormalizationForm_KD)) {
        if (!c.isMark())
            bare.append(c);
    }
    return foldedName(romanised(bare)).toStdString();
}

std::string spellingKey(std::string_view folded)
{
    std::string key;
    key.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        const std::string_view rest = folded.substr(at);
        const auto *found =
            std::ranges::find_if(s_spellings, [rest](const Spelling &s) { return rest.starts_with(s.from); });
        std::string_view piece = rest.substr(0, 1);
        std::size_t step = 1;
        if (found != s_spellings.end()) {
            piece = found->to;
            step = found->from.size();
        }
        for (const char c : piece) {
            if (c != ' ' && (key.empty() || key.back() != c))
                key.push_back(c);
        }
        at += step;
    }
    // An h that no sound follows is written in one spelling and not in the other: Sarah, Sara; Johann, Johan.
    if (key.size() > 2 && key.back() == 'h')
        key.pop_back();
    if (key.size() > 3 && key.back() == 'e' && !isVowel(key[key.size() - 2]))
        key.pop_back();
    return key;
}

} // namespace Chartline::Matching
