// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/MatchText.h"

#include <QLocale>
#include <array>
#include <cmath>

namespace Chartline::Ui {

using namespace Matching;
using namespace Qt::StringLiterals;

namespace {

struct FieldWords
{
    const char *name;
    const char *words;
};

// In the order of Matching::Field.
constexpr std::array<FieldWords, fieldCount> s_fields{{
    {"given", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Given name")},
    {"middle", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Middle name")},
    {"family", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Family name")},
    {"suffix", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Suffix")},
    {"birth-date", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Birth date")},
    {"sex", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Sex")},
    {"address", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Address")},
    {"phone", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Telephone")},
    {"email", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "E-mail")},
    {"identifier", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Identifier")},
    {"household", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Could be a relative")},
}};

// In the order of Matching::Level.
constexpr std::array<FieldWords, levelCount> s_levels{{
    {"missing", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Not known on both sides")},
    {"exact", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The same")},
    {"variant", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Another spelling of the same")},
    {"nickname", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Short or foreign form")},
    {"misspelt", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "One letter apart")},
    {"similar", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Similar")},
    {"sounds-alike", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Sounds alike")},
    {"initial", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Initial only")},
    {"shortened", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Beginning of the other")},
    {"part", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Part of a double name, or a maiden name")},
    {"middle-name", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The other’s middle name")},
    {"swapped", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Given and family name swapped")},
    {"day-month-swapped", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Day and month swapped")},
    {"one-digit", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "One digit differs")},
    {"digits-swapped", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Two digits swapped")},
    {"two-parts", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Two of day, month and year are the same")},
    {"near", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Close")},
    {"year-only", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Only the year is the same")},
    {"less-precise", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The same as far as it is known")},
    {"placeholder", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Both 1 January: perhaps not the true date")},
    {"half-placeholder", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "One is 1 January of the same year")},
    {"same-house", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The same house")},
    {"same-street", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The same street")},
    {"same-place", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The same place")},
    {"same-mail-name", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The same name before the @")},
    {"same-mail-host", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Only the same provider")},
    {"part-of-number", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The last digits are the same")},
    {"different", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Different")},
}};

struct VetoWords
{
    Veto veto;
    const char *name;
    const char *words;
};

constexpr std::array<VetoWords, 7> s_vetoes{{
    {Veto::Twins, "twins",
     QT_TRANSLATE_NOOP("Chartline::Ui::MatchText",
                       "Could be twins: family name, birth date and home are the same, the given names are not.")},
    {Veto::JuniorSenior, "junior-senior",
     QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "Could be parent and child of the same name.")},
    {Veto::Newborn, "newborn",
     QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "A newborn without a name yet: could be a sibling or a twin.")},
    {Veto::SexConflict, "sex", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The sources give different sexes.")},
    {Veto::NumberConflict, "number",
     QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "The same office has given them different numbers.")},
    {Veto::NoName, "no-name", QT_TRANSLATE_NOOP("Chartline::Ui::MatchText", "One of them has no usable name.")},
    {Veto::NumberContradicted, "number-contradicted",
     QT_TRANSLATE_NOOP("Chartline::Ui::MatchText",
                       "They share a number, but names and birth date are those of two people.")},
}};

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList given;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            given.append(part);
    }
    return given.join(separator);
}

} // namespace

QString MatchText::field(Field field)
{
    return tr(s_fields[std::size_t(field)].words);
}

QString MatchText::level(Level level)
{
    return tr(s_levels[std::size_t(level)].words);
}

QString MatchText::fieldName(Field field)
{
    return QString::fromLatin1(s_fields[std::size_t(field)].name);
}

QString MatchText::levelName(Level level)
{
    return QString::fromLatin1(s_levels[std::size_t(level)].name);
}

QString MatchText::weight(double bits)
{
    const QString number = QLocale().toString(std::abs(bits), 'f', 1);
    if (std::abs(bits) < 0.05)
        return number;
    return (bits > 0 ? QChar(u'+') : QChar(0x2212)) + number;
}

QString MatchText::summary(const MatchScore &score)
{
    const QString bits = weight(score.weight);
    if (score.tier == Tier::Rule && score.verdict == Verdict::Same)
        return tr("One person: a shared number, and nothing against it (%1)").arg(bits);
    if (score.probability >= 0.999)
        return tr("Almost certainly one person (%1)").arg(bits);
    if (score.probability >= 0.9)
        return tr("Very likely one person (%1)").arg(bits);
    if (score.probability >= 0.5)
        return tr("Likelier one person than two (%1)").arg(bits);
    return score.probability >= 0.05 ? tr("Perhaps one person (%1)").arg(bits)
                                     : tr("Unlikely to be one person (%1)").arg(bits);
}

QStringList MatchText::vetoes(Vetoes vetoes)
{
    QStringList sentences;
    for (const VetoWords &one : s_vetoes) {
        if (vetoes.testFlag(one.veto))
            sentences.append(tr(one.words));
    }
    return sentences;
}

QStringList MatchText::vetoNames(Vetoes vetoes)
{
    QStringList names;
    for (const VetoWords &one : s_vetoes) {
        if (vetoes.testFlag(one.veto))
            names.append(QString::fromLatin1(one.name));
    }
    return names;
}

QString MatchText::value(Field field, const PersonData &data)
{
    switch (field) {
    case Field::Given: return data.given.isEmpty() && data.family.isEmpty() ? data.fullName : data.given;
    case Field::Middle: return data.middle;
    case Field::Family:
        return data.maiden.isEmpty() ? data.family
                                     : tr("%1 (born %2)", "family and maiden name").arg(data.family, data.maiden);
    case Field::Suffix: return data.suffix;
    case Field::BirthDate: return data.birthDate;
    case Field::Sex: return data.sex;
    case Field::Address:
        return joined({joined({data.houseNumber, data.street}, u" "_s), data.address2,
                       joined({data.postcode, data.city, data.state}, u" "_s)},
                      u", "_s);
    case Field::Phone: return data.phones.join(u", "_s);
    case Field::Email: return data.emails.join(u", "_s);
    case Field::Number: {
        QStringList numbers;
        for (const AssignedNumber &number : data.numbers)
            numbers.append(number.value);
        return numbers.join(u", "_s);
    }
    case Field::Household: break;
    }
    return {};
}

} // namespace Chartline::Ui
