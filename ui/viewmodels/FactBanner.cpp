// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/FactBanner.h"

#include "viewmodels/DateText.h"
#include "viewmodels/FactText.h"

#include <QSet>

#include <algorithm>

namespace Chartline::Ui {

using namespace Qt::StringLiterals;

QString FactBanner::sexWord(const QString &sex)
{
    if (sex == "female"_L1)
        return tr("Female");
    if (sex == "male"_L1)
        return tr("Male");
    if (sex == "other"_L1)
        return tr("Other sex");
    return sex.isEmpty() || sex == "unknown"_L1 ? tr("Sex not known") : sex;
}

FactBanner FactBanner::of(const PersonRecord &record, QDate today)
{
    FactBanner banner;
    banner.addPerson(record.person, record.sources, today);
    banner.addAllergies(record);
    banner.addProblems(record);
    return banner;
}

void FactBanner::addPerson(const PersonSummary &person, const QList<SourceInfo> &sources, QDate today)
{
    name = person.name.isEmpty() ? tr("Person %1, no name received").arg(person.id.toString()) : person.name;
    QStringList parts{sexWord(person.sex)};
    const PartialDate birth = PartialDate::parse(person.birthDate);
    const PartialDate death = PartialDate::parse(person.deceased);
    if (!person.deceased.isEmpty() && person.deceased != "false"_L1) {
        if (death.isValid()) {
            const QString age = DateText::age(birth, death.localDate());
            deceased = age.isEmpty() ? tr("Died %1").arg(DateText::day(death))
                                     : tr("Died %1, aged %2").arg(DateText::day(death), age);
        } else {
            deceased = tr("Deceased");
        }
    } else if (const QString age = DateText::age(birth, today); !age.isEmpty()) {
        parts += age;
    }
    parts += birth.isValid() ? tr("born %1").arg(DateText::day(birth)) : tr("birth date not known");
    line = parts.join(tr(" · ", "between parts of a line"));
    for (const IdentityInfo &identity : person.identities) {
        QString source = identity.source.name;
        for (const SourceInfo &known : sources) {
            if (known.id == identity.source.id)
                source = known.name;
        }
        QStringList numbers;
        for (const IdentifierInfo &id : identity.identifiers) {
            const QString text =
                id.type.isEmpty() ? id.value : tr("%1 %2", "kind and value of an identifier").arg(id.type, id.value);
            numbers += text;
            if (!identifiers.contains(text))
                identifiers += text;
        }
        const QString who = identity.name.isEmpty() ? tr("no name received") : identity.name;
        identities += numbers.isEmpty()
                          ? tr("%1: %2", "source and name").arg(source, who)
                          : tr("%1: %2, %3", "source, name, identifiers").arg(source, who, numbers.join(", "_L1));
    }
}

QString FactBanner::flagged(const Fact &fact, const QString &text)
{
    return fact.flags.testFlag(FactFlag::ReadTheSource)
               ? tr("%1 · %2", "allergy or problem and a warning").arg(text, tr("read the source"))
               : text;
}

void FactBanner::addAllergies(const PersonRecord &record)
{
    QSet<QString> seen;
    for (int i = 0; i < int(record.facts.size()); ++i) {
        const Fact &fact = record.facts[i];
        if (fact.kind != FactKind::Allergy || fact.isWithdrawn() || !fact.flags.testFlag(FactFlag::Active))
            continue;
        Chip chip;
        chip.fact = i;
        chip.tip = FactText::spoken(fact);
        if (fact.assertion == Assertion::Affirmed) {
            const QString value = FactText::value(fact);
            chip.text = value.isEmpty() ? fact.title : tr("%1 — %2", "allergy and its reaction").arg(fact.title, value);
            if (fact.flags.testFlag(FactFlag::Critical)) {
                chip.weight = Weight::Grave;
                chip.text = tr("%1 · %2", "allergy and how grave it is").arg(chip.text, FactText::abnormalWord(fact));
            }
        } else {
            chip.text = tr("%1 (stated)", "a statement such as No known allergies").arg(FactText::title(fact));
            chip.weight = fact.assertion == Assertion::Negated ? Weight::Stated : Weight::Missing;
        }
        chip.text = flagged(fact, chip.text);
        const QString key = chip.text.toCaseFolded();
        if (seen.contains(key))
            continue;
        seen.insert(key);
        allergies.append(chip);
    }
    std::ranges::stable_sort(allergies, [](const Chip &a, const Chip &b) {
        const auto rank = [](Weight w) { return w == Weight::Grave ? 0 : w == Weight::Normal ? 1 : 2; };
        return rank(a.weight) < rank(b.weight);
    });
    if (!allergies.isEmpty())
        return;
    const bool anyStated = std::ranges::any_of(record.facts, [](const Fact &fact) {
        return fact.kind == FactKind::Allergy && !fact.flags.testFlag(FactFlag::EnteredInError);
    });
    if (anyStated)
        allergies.append({tr("No active allergy stated"),
                          tr("The record has past or refuted allergies; they are in the list. This is not the same as "
                             "having none."),
                          Weight::Missing, -1});
    else
        allergies.append({tr("No allergy information received"),
                          tr("None of the sources says anything about allergies. This is not the same as having none."),
                          Weight::Missing, -1});
}

void FactBanner::addProblems(const PersonRecord &record)
{
    QSet<QString> seen;
    for (int i = 0; i < int(record.facts.size()); ++i) {
        const Fact &fact = record.facts[i];
        if (fact.kind != FactKind::Condition || fact.isWithdrawn() || !fact.flags.testFlag(FactFlag::Active))
            continue;
        QString text = FactText::title(fact);
        // A suspicion may not read as a diagnosis.
        if (const QString value = FactText::value(fact); !value.isEmpty())
            text = tr("%1 — %2", "problem and how sure it is").arg(text, value);
        text = flagged(fact, text);
        if (seen.contains(text.toCaseFolded()))
            continue;
        seen.insert(text.toCaseFolded());
        problems.append(
            {text, FactText::spoken(fact), fact.assertion == Assertion::Affirmed ? Weight::Normal : Weight::Stated, i});
    }
    if (problems.isEmpty())
        problems.append({tr("No active problem received"), tr("None of the sources states an active problem."),
                         Weight::Missing, -1});
}

} // namespace Chartline::Ui
