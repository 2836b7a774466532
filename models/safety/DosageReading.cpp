// SPDX-License-Identifier: Apache-2.0
#include "safety/DosageReading.h"

#include "clinical/FactStatus.h"
#include "safety/DosageTiming.h"
#include "safety/DrugName.h"
#include "safety/ProductWords.h"
#include "safety/RouteWords.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>

namespace Chartline::Safety {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// The structure of a dosage, and its words where that says nothing.
DosageWords readDosage(const Dosage &dosage)
{
    DosageWords words = readTiming(dosage.timing);
    const DosageWords sig = readSig(dosage.text.isEmpty() ? dosage.patientInstruction : dosage.text);
    if (words.perDay <= 0 && !words.once && dosage.timing.isEmpty()) {
        words.perDay = sig.perDay;
        words.once = sig.once;
    }
    if (words.days == 0)
        words.days = sig.days;
    words.asNeeded = words.asNeeded || sig.asNeeded || dosage.asNeeded;
    const double mg = mgIn(dosage.dose);
    if (mg > 0) {
        words.mg = mg;
    } else if (!dosage.dose.isEmpty()) {
        words.pieces = piecesIn(dosage.dose);
    } else if (dosage.doseRange.isEmpty()) {
        words.pieces = sig.pieces;
        words.mg = sig.mg;
        words.mgPerDay = dosage.timing.isEmpty() ? sig.mgPerDay : 0;
    }
    return words;
}

// "5 MG/ML": the strength is not of a piece.
bool isConcentration(const QString &drug)
{
    static const QRegularExpression slash(u"(mg|mcg|g|ug)\\s*/\\s*[\\d.]*\\s*(ml|l|mg|g)\\b"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return slash.match(drug).hasMatch();
}

double dailyMg(const DosageWords &words, const DrugMention &mention)
{
    if (mention.drug.ingredients.size() != 1)
        return 0;
    if (words.mgPerDay > 0)
        return words.mgPerDay;
    if (words.perDay <= 0)
        return 0;
    const bool hasStrength = mention.drug.strengthMg > 0 && !isConcentration(mention.text);
    const double strength = hasStrength ? mention.drug.strengthMg : 0;
    const double all = words.pieces * strength;
    if (words.mg <= 0)
        return words.perDay * all;
    if (words.pieces <= 1)
        return words.perDay * words.mg;
    // Beside several pieces an amount is of all of them, or of one.
    const auto isAlike = [](double a, double b) { return std::abs(a - b) <= 0.01 * b; };
    return strength > 0 && (isAlike(words.mg, all) || isAlike(words.mg, strength)) ? words.perDay * all : 0;
}

// "325 MG / 5 MG" are two strengths of a piece, "21.7 MG/ML" is none.
std::vector<double> partsDailyMg(const DosageWords &words, const DrugMention &mention)
{
    static const QRegularExpression perVolume(u"(mg|mcg|g|ug|µg)\\s*/\\s*[\\d.]*\\s*(ml|l|hr?|h|actuat|dose)\\b"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    std::vector<double> parts = mention.drug.partsMg;
    const double pieces = words.mg <= 0 && words.mgPerDay <= 0 ? words.pieces * words.perDay : 0;
    if (pieces <= 0 || parts.empty() || perVolume.match(mention.text).hasMatch())
        return {};
    for (double &mg : parts)
        mg *= pieces;
    return parts;
}

// Days that a number of pieces lasts.
int daysOf(const Quantity &supplied, const DosageWords &words)
{
    const double perDay = words.pieces * words.perDay;
    const double days = perDay > 0 ? piecesIn(supplied) / perDay : 0;
    return days >= 1 && days <= 400 ? int(std::floor(days + 1e-6)) : 0;
}

} // namespace

double mgIn(const Quantity &quantity)
{
    const double number = quantity.value.toDouble().value_or(0);
    if (!(number > 0) || (!quantity.comparator.isEmpty() && quantity.comparator != "<="_L1))
        return 0;
    for (const QString &unit : {quantity.code, quantity.unit}) {
        const QByteArray word = DrugName::normalized(unit);
        if (const ProductWord known = productWord(word); known.mg > 0)
            return number * known.mg;
    }
    return 0;
}

double piecesIn(const Quantity &quantity)
{
    const double number = quantity.value.toDouble().value_or(0);
    if (!(number > 0) || !quantity.comparator.isEmpty())
        return 0;
    if (quantity.unit.isEmpty() && quantity.code.isEmpty())
        return number;
    // SNOMED CT: tablet, capsule, puff.
    if (isOneOf(quantity.code, {"428673006"_L1, "732936001"_L1, "385055001"_L1, "732937005"_L1, "415215001"_L1}))
        return number;
    for (const QString &unit : {quantity.code, quantity.unit}) {
        const QByteArray word = DrugName::normalized(unit).split(' ').constFirst();
        const bool isCount =
            isOneOf(QString::fromUtf8(word),
                    {"1"_L1, "ea"_L1, "each"_L1, "tbl"_L1, "tabl"_L1, "tabletter"_L1, "stuk"_L1, "stuck"_L1, "patch"_L1,
                     "puff"_L1, "puffs"_L1, "kapsel"_L1, "comprime"_L1, "actuat"_L1, "actuation"_L1});
        const ProductWord known = productWord(word);
        const bool isPiece = known.kind == WordKind::Form
                             && (known.route == Route::Oral || known.route == Route::Transdermal
                                 || known.route == Route::Rectal || known.route == Route::Vaginal);
        if (isCount || isPiece)
            return number;
    }
    return 0;
}

void applyDosages(const QList<Dosage> &dosages, const Quantity &supplied, DrugMention &mention)
{
    QList<DosageWords> all;
    for (const Dosage &dosage : dosages) {
        if (dosage == Dosage())
            continue;
        all.append(readDosage(dosage));
        if (mention.route == Route::Unknown)
            mention.route = routeOf(dosage.route);
    }
    for (const Dosage &dosage : dosages) {
        if (mention.route == Route::Unknown && mention.drug.route == Route::Unknown)
            mention.route = routeInSig(dosage.text);
    }
    if (all.isEmpty())
        return;
    const DosageWords &first = all.constFirst();
    mention.asNeeded = std::ranges::all_of(all, &DosageWords::asNeeded);
    mention.single = mention.single || std::ranges::all_of(all, &DosageWords::once);
    const bool isOne = std::ranges::all_of(all, [&](const DosageWords &words) { return words == first; });
    if (!isOne)
        return;
    mention.dailyMg = dailyMg(first, mention);
    mention.partsDailyMg = partsDailyMg(first, mention);
    const bool isOrder = mention.kind == MentionKind::Request || mention.kind == MentionKind::Dispense;
    if (!isOrder || mention.daysSupply > 0 || mention.end.isValid())
        return;
    mention.daysSupply = first.days > 0 ? first.days : first.asNeeded ? 0 : daysOf(supplied, first);
}

} // namespace Chartline::Safety
