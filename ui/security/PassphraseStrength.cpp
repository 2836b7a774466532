// SPDX-License-Identifier: Apache-2.0
#include "security/PassphraseStrength.h"

#include "vault/Passphrase.h"

#include <QString>
#include <cmath>

namespace Chartline::Ui {

namespace {

double alphabetBits(QStringView text)
{
    bool lower = false;
    bool upper = false;
    bool digit = false;
    bool other = false;
    for (const QChar sign : text) {
        lower |= sign.isLower();
        upper |= sign.isUpper();
        digit |= sign.isDigit();
        other |= !sign.isLetterOrNumber();
    }
    const int size = (lower ? 26 : 0) + (upper ? 26 : 0) + (digit ? 10 : 0) + (other ? 20 : 0);
    return size == 0 ? 0 : std::log2(size);
}

// Signs that do not simply go on from the one before.
int surprisingSigns(QStringView text)
{
    int count = 0;
    int lastStep = 1000;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const int step =
            i == 0 ? 1000 : int(text[i].toCaseFolded().unicode()) - int(text[i - 1].toCaseFolded().unicode());
        const bool goesOn = i > 0 && (step == 0 || (step == lastStep && std::abs(step) <= 1));
        if (!goesOn)
            ++count;
        lastStep = step;
    }
    return count;
}

bool isCommon(QStringView text)
{
    // The heads of every published list of leaked passwords, without the digits people add to them.
    static constexpr QStringView words[] = {u"password", u"passwort", u"qwerty",    u"qwertz", u"letmein",
                                            u"welcome",  u"hallo",    u"iloveyou",  u"admin",  u"praxis",
                                            u"clinic",   u"doctor",   u"chartline", u"secret"};
    for (const QStringView word : words) {
        if (text.contains(word, Qt::CaseInsensitive) && text.size() < word.size() + 6)
            return true;
    }
    return false;
}

} // namespace

double PassphraseStrength::bits(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    const double bySigns = surprisingSigns(trimmed) * alphabetBits(trimmed);
    if (isCommon(trimmed))
        return std::min(bySigns, 15.0);
    QStringList words = trimmed.toString().toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeDuplicates();
    const bool plainWord =
        std::all_of(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isLower() || c.isSpace(); });
    if (words.size() < 2 && !plainWord)
        return bySigns;
    double byWords = 0;
    for (const QString &word : std::as_const(words))
        byWords += std::min(double(surprisingSigns(word)) * alphabetBits(word), word.size() > 12 ? 28.0 : 13.0);
    return std::min(bySigns, byWords);
}

PassphraseLevel PassphraseStrength::level(QStringView text)
{
    if (text.isEmpty())
        return PassphraseLevel::Empty;
    if (text.size() < Passphrase::minimumLength)
        return PassphraseLevel::TooShort;
    const double value = bits(text);
    if (value < 35)
        return PassphraseLevel::Weak;
    if (value < 50)
        return PassphraseLevel::Fair;
    return value < 65 ? PassphraseLevel::Good : PassphraseLevel::Strong;
}

} // namespace Chartline::Ui
