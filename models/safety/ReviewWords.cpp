// SPDX-License-Identifier: Apache-2.0
#include "safety/ReviewRun.h"

#include <algorithm>

// What alerts say and are known by.
namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

// Of all courses of a drug: a second product with it is a change of dose, too.
const ReviewRun::Known &ReviewRun::known(IngredientIndex ingredient) const
{
    const auto place = m_known.constFind(ingredient);
    if (place != m_known.constEnd())
        return *place;
    Known known;
    const quint32 code = m_base.ingredient(ingredient).rxcui;
    known.key = code > 0 ? QString::number(code) : m_base.ingredientName(ingredient);
    double dose = 0;
    QDate start;
    for (const Exposure &exposure : m_all) {
        if (exposure.ingredient != ingredient || !countsAsTaken(*exposure.of))
            continue;
        dose += exposure.of->dailyMgOf(ingredient);
        if (!exposure.of->spans.isEmpty())
            start = std::max(start, exposure.of->spans.last().from);
    }
    if (dose > 0)
        known.snapshot.append({u"dose:"_s + known.key, dose});
    if (start.isValid())
        known.snapshot.append({u"start:"_s + known.key, double(start.toJulianDay())});
    return *m_known.insert(ingredient, known);
}

QString ReviewRun::keyOf(IngredientIndex ingredient) const
{
    return known(ingredient).key;
}

QString ReviewRun::keysOf(const SafetyAlert &alert) const
{
    QStringList keys;
    for (const AlertDrug &drug : alert.drugs)
        keys.append(keyOf(drug.ingredient));
    keys.sort();
    return keys.join(u'+');
}

void ReviewRun::setEffects(SafetyAlert &alert, const std::vector<quint16> &effects) const
{
    for (const quint16 effect : effects) {
        alert.effects.append(QString::fromUtf8(m_base.termId(effect)));
        alert.effectNames.append(m_base.termName(effect));
    }
}

const QString &ReviewRun::text(Text text) const
{
    static const QString empty;
    if (text.length == 0)
        return empty;
    QString &known = m_texts[text.offset];
    if (known.isNull())
        known = m_base.string(text);
    return known;
}

void ReviewRun::setWords(SafetyAlert &alert, const WordsRow &words, const QString &system) const
{
    const auto filled = [&](Text template_) {
        QString string = text(template_);
        if (string.contains(u'{')) {
            string.replace("{victim}"_L1, alert.drugs.value(0).name)
                .replace("{other}"_L1, alert.drugs.value(1).name)
                .replace("{system}"_L1, system);
        }
        return string;
    };
    alert.happens = filled(words.happens);
    alert.manage = filled(words.manage);
    alert.why = filled(words.why);
    alert.source = text(words.source);
    if (words.pack > 0)
        alert.pack = m_base.packName(words.pack);
    for (const AlertDrug &drug : std::as_const(alert.drugs)) {
        if (alert.pack.isEmpty() && m_base.ingredient(drug.ingredient).pack > 0)
            alert.pack = m_base.packName(m_base.ingredient(drug.ingredient).pack);
    }
}

// Asked for many alerts of one drug.
std::optional<quint16> ReviewRun::levelOf(IngredientIndex ingredient) const
{
    const auto known = m_levels.constFind(ingredient);
    if (known != m_levels.constEnd())
        return *known;
    const auto lab = m_reviewer.book().levelOf(m_base.ingredientName(ingredient));
    m_levels.insert(ingredient, lab);
    return lab;
}

void ReviewRun::addLevels(SafetyAlert &alert, const std::vector<quint16> &effects) const
{
    for (const quint16 effect : effects) {
        for (const TermBook::Watched &watched : m_reviewer.book().watched(effect))
            addLevel(alert, watched.lab);
    }
    // A drug whose level is measured.
    for (const AlertDrug &drug : std::as_const(alert.drugs)) {
        if (const auto lab = levelOf(drug.ingredient))
            addLevel(alert, *lab);
    }
}

void ReviewRun::addLevel(SafetyAlert &alert, quint16 lab) const
{
    const LabEntry *now = m_patient.labAt(m_base, lab, m_at);
    if (!now || std::ranges::contains(alert.levels, lab, &AlertLevel::lab))
        return;
    AlertLevel level;
    level.lab = lab;
    level.id = QString::fromUtf8(m_base.termId(lab));
    level.name = m_base.termName(lab);
    level.unit = QString::fromUtf8(m_base.termUnit(lab));
    level.value = now->value;
    level.date = now->date;
    level.derived = now->derived;
    level.comparator = now->comparator;
    level.fact = now->fact;
    if (alert.overlap.since.isValid() && alert.overlap.since <= now->date) {
        const LabEntry *before = m_patient.labBefore(lab, alert.overlap.since.addDays(1));
        if (before && before != now) {
            level.before = before->value;
            level.beforeDate = before->date;
        }
    }
    alert.levels.append(level);
}

} // namespace Chartline::Safety
