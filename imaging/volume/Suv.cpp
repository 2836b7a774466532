// SPDX-License-Identifier: Apache-2.0
#include "volume/Suv.h"

#include <QDateTime>
#include <QTimeZone>
#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

constexpr double halfDay = 12 * 3600.0;
constexpr double day = 24 * 3600.0;
constexpr double longestLead = 600; // s a dynamic scan may begin before the injection
constexpr double mostHalfLives = 10;

struct Instant
{
    QDateTime second; // in UTC, or in an unknown zone taken for it
    double fraction = 0;
    bool hasZone = false;
};

// PS3.5 6.2: YYYYMMDDHHMMSS.FFFFFF&ZZXX. Hours at least; what is missing after them is 0.
std::optional<Instant> instantOf(const QString &text)
{
    QString digits = text.trimmed();
    Instant result;
    int offset = 0;
    const qsizetype sign = std::max(digits.lastIndexOf(u'+'), digits.lastIndexOf(u'-'));
    if (sign >= 10) {
        const QString zone = digits.mid(sign + 1);
        bool ok = zone.size() == 4;
        const int value = ok ? zone.toInt(&ok) : 0;
        if (!ok || value < 0)
            return std::nullopt;
        offset = (value / 100 * 3600 + value % 100 * 60) * (digits.at(sign) == u'-' ? -1 : 1);
        result.hasZone = true;
        digits.truncate(sign);
    }
    if (const qsizetype point = digits.indexOf(u'.'); point >= 0) {
        bool ok = point == digits.size() - 1;
        if (!ok)
            result.fraction = (QStringLiteral("0.") + digits.mid(point + 1)).toDouble(&ok);
        if (!ok)
            return std::nullopt;
        digits.truncate(point);
    }
    if (digits.size() < 10 || digits.size() > 14 || digits.size() % 2 != 0)
        return std::nullopt;
    digits = digits.leftJustified(14, u'0');
    if (!std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    // A leap second counts as the one before it.
    const QDate date(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6, 2).toInt());
    const QTime time(digits.mid(8, 2).toInt(), digits.mid(10, 2).toInt(), std::min(59, digits.mid(12, 2).toInt()));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    result.second = QDateTime(date, time, QTimeZone::UTC).addSecs(-offset);
    return result;
}

bool positive(const std::optional<double> &value)
{
    return value && std::isfinite(*value) && *value > 0;
}

// What has to be the same for all images; the times of acquisition are not.
bool consistent(const PetInfo &a, const PetInfo &b)
{
    return a.units == b.units && a.decayCorrection == b.decayCorrection && a.weightKg == b.weightKg
           && a.doseBq == b.doseBq && a.halfLifeS == b.halfLifeS && a.injected == b.injected
           && a.seriesStart == b.seriesStart && a.philipsSuvFactor == b.philipsSuvFactor
           && a.philipsBqmlFactor == b.philipsBqmlFactor && a.suvType == b.suvType && a.corrected == b.corrected;
}

bool hasCorrection(const PetInfo &pet, QLatin1StringView name, QLatin1StringView otherName)
{
    return std::ranges::any_of(pet.corrected, [&](const QString &c) {
        const QString word = c.trimmed().toUpper();
        return word == name || word == otherName;
    });
}

Suv refused(const QString &reason)
{
    Suv suv;
    suv.reason = reason;
    return suv;
}

QString suvUnits(const QString &type)
{
    if (type.isEmpty() || type == QLatin1StringView("BW"))
        return QStringLiteral("SUVbw");
    if (type.startsWith(QLatin1StringView("LBM")))
        return QStringLiteral("SUVlbm");
    if (type == QLatin1StringView("BSA"))
        return QStringLiteral("SUVbsa");
    return type == QLatin1StringView("IBW") ? QStringLiteral("SUVibw") : QString();
}

// The scan's start: see the rules at suvOf().
QString scanStart(const PetInfo &pet, const QString &earliest)
{
    const auto later = secondsBetween(earliest, pet.seriesStart);
    if (!later)
        return earliest;
    return *later > 0 ? earliest : pet.seriesStart;
}

// The dose left at the time the values are corrected to, in Bq.
std::expected<double, QString> doseThen(const PetInfo &pet, const QString &earliest)
{
    if (!positive(pet.doseBq))
        return std::unexpected(QStringLiteral("no-dose"));
    // From a hundredth of a MBq (research) to 100 GBq; MBq or mCi written as Bq fall below.
    if (*pet.doseBq < 1e4 || *pet.doseBq > 1e11)
        return std::unexpected(QStringLiteral("implausible-dose"));
    if (pet.decayCorrection == QLatin1StringView("ADMIN"))
        return *pet.doseBq;
    if (!positive(pet.halfLifeS))
        return std::unexpected(QStringLiteral("no-half-life"));
    if (pet.injected.isEmpty() || !secondsBetween(pet.injected, pet.injected))
        return std::unexpected(QStringLiteral("no-injection-time"));
    if (earliest.isEmpty())
        return std::unexpected(QStringLiteral("no-scan-time"));
    const auto between = secondsBetween(pet.injected, scanStart(pet, earliest));
    if (!between)
        return std::unexpected(QStringLiteral("zones-differ"));
    const double elapsed = *between < -halfDay ? *between + day : *between;
    if (elapsed < -longestLead)
        return std::unexpected(QStringLiteral("injected-after-scan"));
    if (elapsed > mostHalfLives * *pet.halfLifeS)
        return std::unexpected(QStringLiteral("implausible-times"));
    return *pet.doseBq * std::exp2(-elapsed / *pet.halfLifeS);
}

void addOtherSuv(Suv &suv, const PetInfo &pet)
{
    if (suv.units != QLatin1StringView("SUVbw") || !positive(pet.weightKg) || !positive(pet.heightM)
        || *pet.heightM < 0.3 || *pet.heightM > 2.6)
        return;
    const double weight = *pet.weightKg;
    const double cm = *pet.heightM * 100;
    const bool male = pet.sex == QLatin1StringView("M");
    if (male || pet.sex == QLatin1StringView("F")) {
        const double ratio = weight / cm * (weight / cm);
        const double lean = male ? 1.10 * weight - 128 * ratio : 1.07 * weight - 148 * ratio;
        if (lean > 0)
            suv.leanBodyMass = lean / weight;
    }
    const double squareCm = 0.007184 * std::pow(weight, 0.425) * std::pow(cm, 0.725) * 1e4;
    suv.bodySurface = squareCm / (weight * 1000);
}

// Bq/ml = modality value · toBqml.
Suv fromActivity(const PetInfo &pet, const QString &earliest, double toBqml)
{
    if (!positive(pet.weightKg))
        return refused(QStringLiteral("no-weight"));
    if (*pet.weightKg > 700 || *pet.weightKg < 0.2)
        return refused(QStringLiteral("implausible-weight"));
    const auto dose = doseThen(pet, earliest);
    if (!dose)
        return refused(dose.error());
    Suv suv;
    suv.factor = toBqml * *pet.weightKg * 1000 / *dose;
    suv.units = QStringLiteral("SUVbw");
    return suv;
}

Suv factorOf(const PetInfo &pet, const QString &earliest)
{
    if (pet.units == QLatin1StringView("GML") || pet.units == QLatin1StringView("CM2ML")) {
        Suv suv;
        suv.units = pet.units == QLatin1StringView("CM2ML") ? QStringLiteral("SUVbsa") : suvUnits(pet.suvType);
        if (suv.units.isEmpty())
            return refused(QStringLiteral("units:") + pet.units);
        suv.factor = 1;
        return suv;
    }
    if (!hasCorrection(pet, QLatin1StringView("ATTN"), QLatin1StringView("ATTEN")))
        return refused(QStringLiteral("not-attenuation-corrected"));
    if (!hasCorrection(pet, QLatin1StringView("DECY"), QLatin1StringView("DECAY"))
        || pet.decayCorrection == QLatin1StringView("NONE") || pet.decayCorrection.isEmpty())
        return refused(QStringLiteral("not-decay-corrected"));
    if (pet.decayCorrection != QLatin1StringView("START") && pet.decayCorrection != QLatin1StringView("ADMIN"))
        return refused(QStringLiteral("decay-reference:") + pet.decayCorrection);
    if (pet.units == QLatin1StringView("BQML"))
        return fromActivity(pet, earliest, 1);
    if (pet.units != QLatin1StringView("CNTS"))
        return refused(QStringLiteral("units:") + pet.units);
    if (positive(pet.philipsSuvFactor)) {
        Suv suv;
        suv.factor = pet.philipsSuvFactor;
        suv.units = QStringLiteral("SUVbw");
        return suv;
    }
    if (positive(pet.philipsBqmlFactor))
        return fromActivity(pet, earliest, *pet.philipsBqmlFactor);
    return refused(QStringLiteral("no-scale-factor"));
}

} // namespace

std::optional<double> secondsBetween(const QString &from, const QString &to)
{
    const auto a = instantOf(from);
    const auto b = instantOf(to);
    // With the zone of only one of them the difference is anybody's guess.
    if (!a || !b || a->hasZone != b->hasZone)
        return std::nullopt;
    return double(a->second.secsTo(b->second)) + b->fraction - a->fraction;
}

Suv suvOf(std::span<const ImageDescription> series)
{
    const PetInfo *first = nullptr;
    QString earliest; // acquisition; empty where one image does not tell its own
    bool allTimed = true;
    for (const ImageDescription &image : series) {
        // Colour pictures made of a PET are no PET.
        if (image.modality != QLatin1StringView("PT") || image.pixels.samplesPerPixel != 1)
            continue;
        if (!image.pet)
            return refused(QStringLiteral("no-pet-data"));
        if (!first)
            first = &*image.pet;
        else if (!consistent(*first, *image.pet))
            return refused(QStringLiteral("inconsistent"));
        if (image.modalityLut)
            return refused(QStringLiteral("no-rescale"));
        const QString &start = image.pet->acquisitionStart;
        allTimed = allTimed && instantOf(start);
        if (const auto before = secondsBetween(start, earliest); earliest.isEmpty() || (before && *before > 0))
            earliest = start;
    }
    if (!allTimed)
        earliest.clear();
    if (!first)
        return refused(QStringLiteral("not-pet"));
    Suv suv = factorOf(*first, earliest);
    if (suv.factor && !(std::isfinite(*suv.factor) && *suv.factor > 0))
        return refused(QStringLiteral("implausible-dose"));
    addOtherSuv(suv, *first);
    return suv;
}

} // namespace Chartline::Imaging
