// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/AlertText.h"

#include "viewmodels/DateText.h"

#include <cmath>

namespace Chartline::Ui {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

QString unitWords(QString unit)
{
    unit.replace(u"1.73m2"_s, u"1.73 m²"_s).replace(u"10*9"_s, u"10⁹"_s);
    return unit;
}

} // namespace

QString AlertText::tier(Tier tier)
{
    switch (tier) {
    case Tier::Interruptive: return tr("Act now", "how much an alert asks for");
    case Tier::Prominent: return tr("Act", "how much an alert asks for");
    case Tier::Passive: return tr("Know", "how much an alert asks for");
    case Tier::Hidden:
    case Tier::None: break;
    }
    return tr("Minor", "how much an alert asks for");
}

QString AlertText::kind(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Interaction: return tr("Interaction");
    case AlertKind::Allergy: return tr("Allergy");
    case AlertKind::Duplicate: return tr("Same drug or class");
    case AlertKind::Condition: return tr("Condition");
    case AlertKind::Laboratory: return tr("Laboratory value");
    case AlertKind::Gene: return tr("Gene");
    }
    return {};
}

QString AlertText::capitalized(const QString &name)
{
    return name.isEmpty() ? name : name.first(1).toUpper() + name.sliced(1);
}

// "QT prolongation" keeps its capitals.
QString AlertText::uncapitalized(const QString &name)
{
    return name.size() < 2 || name[1].isUpper() ? name : name.first(1).toLower() + name.sliced(1);
}

QString AlertText::day(QDate date, const QLocale &locale)
{
    return date.isValid() ? DateText::day(PartialDate::fromDate(date), locale) : QString();
}

QString AlertText::amount(double value, const QString &unit, const QLocale &locale)
{
    const double size = std::abs(value);
    const int places = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    const double scale = std::pow(10, places);
    const QString number = locale.toString(std::round(value * scale) / scale, 'f', QLocale::FloatingPointShortest);
    if (unit.isEmpty() || unit == "1"_L1)
        return number;
    if (unit == "xULN"_L1)
        return tr("%1 × upper limit of normal").arg(number);
    if (unit == "%"_L1)
        return tr("%1 %", "percentage").arg(number);
    if (unit.startsWith(u'/'))
        return number + unitWords(unit);
    return tr("%1 %2", "number and unit").arg(number, unitWords(unit));
}

QString AlertText::dose(double milligrams, const QLocale &locale)
{
    constexpr double gram = 1000;
    if (milligrams >= 10 * gram)
        return amount(milligrams / gram, u"g"_s, locale);
    return milligrams < 1 ? amount(milligrams * gram, u"µg"_s, locale) : amount(milligrams, u"mg"_s, locale);
}

QString AlertText::firstDrug(const SafetyAlert &alert)
{
    return alert.drugs.isEmpty() ? tr("A drug") : capitalized(alert.drugs.first().name);
}

QString AlertText::title(const SafetyAlert &alert, const QLocale &locale)
{
    const QString drug = firstDrug(alert);
    const QString effect = alert.effectNames.value(0);
    const QString subject = alert.subject.isEmpty() ? effect : alert.subject;
    QStringList drugs;
    for (const AlertDrug &one : alert.drugs) {
        if (!drugs.contains(one.name))
            drugs.append(one.name);
    }
    const QString all = capitalized(drugs.join(tr(" + ", "between drugs of an alert")));
    switch (alert.topic) {
    case AlertTopic::Interaction:
    case AlertTopic::Triple: break;
    case AlertTopic::AllergySame:
    case AlertTopic::AllergyGroup: return tr("%1: allergy to %2", "drug and allergy").arg(drug, subject);
    case AlertTopic::AllergyCross: return tr("%1: related to the allergy to %2").arg(drug, subject);
    case AlertTopic::DuplicateClass:
        return effect.isEmpty() ? all : tr("%1: two %2", "drugs and class").arg(all, effect);
    case AlertTopic::DuplicateIngredient:
        return tr("%1 in %n prescription(s) at once", "", int(alert.drugs.size())).arg(drug);
    case AlertTopic::Dose: return tr("%1: %2 a day", "drug and dose").arg(drug, dose(alert.actual, locale));
    case AlertTopic::Condition: return tr("%1 with %2", "drug and condition").arg(drug, subject);
    case AlertTopic::Pregnancy: return tr("%1 in pregnancy").arg(drug);
    case AlertTopic::Lactation: return tr("%1 while breastfeeding").arg(drug);
    case AlertTopic::Age: return tr("%1 at the age of %n", "drug; years", int(std::floor(alert.actual))).arg(drug);
    case AlertTopic::Laboratory:
    case AlertTopic::Kidney:
        if (!alert.levels.isEmpty()) {
            const AlertLevel &level = alert.levels.first();
            return tr("%1 with %2 %3", "drug, test and value").arg(drug, labName(level), valueOf(level, locale));
        }
        return tr("%1 with %2", "drug and condition").arg(drug, subject);
    case AlertTopic::Gene: return tr("%1 with gene variant %2").arg(drug, subject);
    }
    return all;
}

QString AlertText::effects(const SafetyAlert &alert)
{
    if (alert.topic != AlertTopic::Interaction && alert.topic != AlertTopic::Triple)
        return {};
    QStringList names = alert.effectNames;
    for (qsizetype i = 1; i < names.size(); ++i)
        names[i] = uncapitalized(names[i]);
    return QLocale().createSeparatedList(names);
}

QString AlertText::reactions(const SafetyAlert &alert)
{
    return alert.reactions.isEmpty() ? QString()
                                     : tr("Reaction then: %1").arg(alert.reactions.join(tr(", ", "between reactions")));
}

QString AlertText::overlap(const SafetyAlert &alert, const QLocale &locale)
{
    const OverlapFound &found = alert.overlap;
    for (const AlertMove &move : alert.moves) {
        switch (move.why) {
        case AlertMove::Why::Uncertain: return tr("Not certain that %1 is still taken").arg(move.drug);
        case AlertMove::Why::NeverDispensed: return tr("Not certain that %1 was ever taken").arg(move.drug);
        case AlertMove::Why::Planned: return tr("%1 is planned, not taken yet").arg(capitalized(move.drug));
        default: break;
        }
    }
    const QString since = day(found.since, locale);
    const QString until = day(found.until, locale);
    switch (found.overlap) {
    case Overlap::None: return {};
    case Overlap::Active:
        if (alert.drugs.size() < 2)
            return since.isEmpty() ? tr("Taken now") : tr("Taken now, since %1").arg(since);
        if (alert.drugs.size() > 2)
            return since.isEmpty() ? tr("All are taken now") : tr("All are taken now, together since %1").arg(since);
        return since.isEmpty() ? tr("Both are taken now") : tr("Both are taken now, together since %1").arg(since);
    case Overlap::Washout: {
        const QString gone = capitalized(alert.drugs.value(found.firstIsGone ? 0 : 1).name);
        if (found.endIsGuess)
            return until.isEmpty() ? tr("%1 ended by %2; some of it still acts").arg(gone, since)
                                   : tr("%1 ended by %2; it acts until %3").arg(gone, since, until);
        return until.isEmpty() ? tr("%1 stopped on %2; some of it still acts").arg(gone, since)
                               : tr("%1 stopped on %2; it acts until %3").arg(gone, since, until);
    }
    case Overlap::Historical:
        return since.isEmpty() || until.isEmpty() ? tr("In the past; not taken together now")
                                                  : tr("In the past: together %1 – %2, not now").arg(since, until);
    }
    return {};
}

QString AlertText::labName(const AlertLevel &level)
{
    if (!level.name.isEmpty() && level.name != level.id)
        return level.name;
    // Names that are written the same in every language.
    constexpr std::pair<QLatin1StringView, QLatin1StringView> names[] = {
        {"inr"_L1, "INR"_L1}, {"egfr"_L1, "eGFR"_L1}, {"qtc"_L1, "QTc"_L1},     {"alt"_L1, "ALT"_L1},
        {"ast"_L1, "AST"_L1}, {"ck"_L1, "CK"_L1},     {"hba1c"_L1, "HbA1c"_L1}, {"tsh"_L1, "TSH"_L1}};
    for (const auto &[id, name] : names) {
        if (level.id == id)
            return name;
    }
    return level.id;
}

// "< 30 ml/min/1.73 m²": a value below what the laboratory measures.
QString AlertText::valueOf(const AlertLevel &level, const QLocale &locale)
{
    const QString value = amount(level.value, level.unit, locale);
    if (level.comparator.isEmpty())
        return value;
    QString sign = level.comparator;
    sign.replace("<="_L1, u"≤"_s).replace(">="_L1, u"≥"_s);
    return sign + u' ' + value;
}

QString AlertText::level(const AlertLevel &level, const QLocale &locale)
{
    const QString value = valueOf(level, locale);
    QString now = tr("%1 (%2)", "value and date").arg(value, day(level.date, locale));
    if (level.derived)
        now = tr("%1 (%2, reckoned from creatinine)", "value and date").arg(value, day(level.date, locale));
    const QString name = capitalized(labName(level));
    // "eGFR" keeps its small letter.
    const QString shown = labName(level) == "eGFR"_L1 ? u"eGFR"_s : name;
    if (!level.before)
        return tr("%1 %2", "test and value").arg(shown, now);
    return tr("%1 %2 (%3) → %4", "test, value and date before, value and date now")
        .arg(shown, amount(*level.before, u"1"_s, locale), day(level.beforeDate, locale), now);
}

QStringList AlertText::levels(const SafetyAlert &alert, const QLocale &locale)
{
    QStringList lines;
    for (const AlertLevel &one : alert.levels)
        lines.append(level(one, locale));
    return lines;
}

QString AlertText::evidence(const QString &evidence)
{
    if (evidence == "established"_L1)
        return tr("Evidence: established");
    if (evidence == "probable"_L1)
        return tr("Evidence: probable");
    if (evidence == "theoretical"_L1)
        return tr("Evidence: theoretical");
    return evidence.isEmpty() ? QString() : tr("Evidence: %1").arg(evidence);
}

QString AlertText::source(const QString &source)
{
    if (source == "label"_L1)
        return tr("Source: label (FDA or EU SmPC)");
    if (source.startsWith("label "_L1))
        return tr("Source: label (FDA or EU SmPC) %1", "sections").arg(source.sliced(6));
    return source.isEmpty() ? QString() : tr("Source: %1").arg(source);
}

QString AlertText::pack(const QString &pack)
{
    return pack.isEmpty() ? tr("Knowledge: Chartline") : tr("Knowledge: pack “%1”").arg(pack);
}

QString AlertText::englishNote(const QLocale &locale)
{
    return locale.language() == QLocale::English || locale.language() == QLocale::C
               ? QString()
               : tr("Explanations of the knowledge base are in English.");
}

} // namespace Chartline::Ui
