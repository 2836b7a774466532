// SPDX-License-Identifier: Apache-2.0
#include "identity/PersonFeatures.h"

#include <algorithm>

namespace Chartline {

namespace {

const Clinical::HumanName *bestName(const QList<Clinical::HumanName> &names)
{
    const Clinical::HumanName *best = nullptr;
    for (const auto &name : names) {
        if (name.isEmpty() || name.use == QLatin1StringView("old"))
            continue;
        if (name.use == QLatin1StringView("official"))
            return &name;
        if (!best || best->use == QLatin1StringView("nickname"))
            best = &name;
    }
    return best;
}

bool sharesIdentifier(const PersonFeatures &a, const PersonFeatures &b)
{
    return std::ranges::any_of(a.identifiers, [&b](const Clinical::Identifier &mine) {
        return !mine.system.isEmpty() && !mine.value.isEmpty()
               && std::ranges::any_of(b.identifiers, [&mine](const Clinical::Identifier &other) {
                      return other.system == mine.system && other.value == mine.value;
                  });
    });
}

bool differ(const QString &a, const QString &b)
{
    return !a.isEmpty() && !b.isEmpty() && a != b;
}

// Dates of different precision differ only where they exclude each other.
bool datesDiffer(const QString &a, const QString &b)
{
    return !a.isEmpty() && !b.isEmpty() && !a.startsWith(b) && !b.startsWith(a);
}

bool sameGiven(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return false;
    return a == b || (a.size() == 1 && b.startsWith(a)) || (b.size() == 1 && a.startsWith(b));
}

} // namespace

QString foldedName(const QString &name)
{
    QString folded;
    folded.reserve(name.size());
    bool space = false;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD)) {
        if (c.isMark())
            continue;
        if (!c.isLetterOrNumber()) {
            space = !folded.isEmpty();
            continue;
        }
        if (std::exchange(space, false))
            folded.append(QLatin1Char(' '));
        folded.append(c.toCaseFolded());
    }
    return folded;
}

PersonFeatures PersonFeatures::of(const Clinical::Patient &patient, const QString &id)
{
    PersonFeatures features;
    features.id = id;
    features.identifiers = patient.identifiers;
    features.birthDate = patient.birthDate.isValid() ? patient.birthDate.text().left(10) : QString();
    features.sex = patient.gender;
    if (const auto *name = bestName(patient.names)) {
        features.family = foldedName(name->family.isEmpty() ? name->text : name->family);
        features.given = name->given.isEmpty() ? QString() : foldedName(name->given.first());
    }
    return features;
}

bool contradicts(const PersonFeatures &a, const PersonFeatures &b, IdTrust trust)
{
    const bool born = datesDiffer(a.birthDate, b.birthDate);
    const bool family = differ(a.family, b.family);
    const bool given = differ(a.given, b.given) && !sameGiven(a.given, b.given);
    const bool shares = sharesIdentifier(a, b);
    const bool sameBirth = a.birthDate.size() == 10 && a.birthDate == b.birthDate;
    if (trust == IdTrust::Server) {
        if (shares || sameBirth)
            return born && family && given;
        return family ? !sameGiven(a.given, b.given) : born && given;
    }
    return given || (born && !shares) || (family && !sameBirth && !shares);
}

bool agrees(const PersonFeatures &a, const PersonFeatures &b)
{
    const bool sameBirth = a.birthDate.size() == 10 && a.birthDate == b.birthDate;
    return sharesIdentifier(a, b) || (sameBirth && sameGiven(a.given, b.given));
}

bool sameBeyondDoubt(const PersonFeatures &a, const PersonFeatures &b)
{
    return sharesIdentifier(a, b) && a.birthDate.size() == 10 && a.birthDate == b.birthDate && !a.family.isEmpty()
           && a.family == b.family && sameGiven(a.given, b.given) && !differ(a.sex, b.sex);
}

} // namespace Chartline
