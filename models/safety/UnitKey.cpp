// SPDX-License-Identifier: Apache-2.0
#include "safety/UnitKey.h"

#include <QRegularExpression>
#include <array>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

struct Spelling
{
    const char *word; // pattern of a whole word
    const char *sign;
};

// In this order: what has a prefix before what has none.
constexpr std::array s_spellings{
    Spelling{"milli[ -]?moles?|millimols?|mmols?", "mmol"},
    Spelling{"micro[ -]?moles?|micromols?|umols?", "umol"},
    Spelling{"nano[ -]?moles?|nanomols?|nmols?", "nmol"},
    Spelling{"milli[ -]?equivalents?", "meq"},
    Spelling{"milligrams?|milligrammes?", "mg"},
    Spelling{"micrograms?|microgrammes?|mcg", "ug"},
    Spelling{"nanograms?|nanogrammes?", "ng"},
    Spelling{"grams?|grammes?", "g"},
    Spelling{"decilit(?:er|re)s?", "dl"},
    Spelling{"millilit(?:er|re)s?", "ml"},
    Spelling{"microlit(?:er|re)s?|mcl", "ul"},
    Spelling{"lit(?:er|re)s?", "l"},
    Spelling{"milli[ -]?international units?", "miu"},
    Spelling{"international units?", "iu"},
    Spelling{"units?", "u"},
    Spelling{"minutes?", "min"},
    Spelling{"milliseconds?", "ms"},
    Spelling{"seconds?", "s"},
    Spelling{"percent|per cent", "%"},
    Spelling{"sq\\.? ?m|sqm|square met(?:er|re)s?|m\\^2|m\\*2", "m2"},
    Spelling{"centimet(?:er|re)s?", "cm"},
};

} // namespace

QString unitKey(const QString &unit)
{
    QString key = unit.toLower().remove(u' ').remove(u'[').remove(u']').remove(u'{').remove(u'}');
    key.replace(QChar(0x00b5), u'u').replace(QChar(0x03bc), u'u').replace(u'^', u'*');
    return key;
}

QString spelledUnitKey(const QString &unit)
{
    QString text = unit.simplified().toLower();
    text.replace(QChar(0x00b5), u'u').replace(QChar(0x03bc), u'u');
    for (const Spelling &spelling : s_spellings) {
        const QRegularExpression word(u"(?<![a-z])(?:%1)(?![a-z])"_s.arg(QLatin1StringView(spelling.word)));
        text.replace(word, QString::fromLatin1(spelling.sign));
    }
    text.replace(" per "_L1, "/"_L1).replace(u',', u'.');
    text.replace(u"10³"_s, u"10*3"_s).replace(u"10⁹"_s, u"10*9"_s).replace(u'²', u'2').replace(u'³', u'3');
    return unitKey(text);
}

} // namespace Chartline::Safety
