// SPDX-License-Identifier: Apache-2.0
#include "store/FactStore.h"

#include "clinical/FactText.h"

namespace Chartline {

namespace {

using namespace Clinical;

QString firstName(const QList<HumanName> &names)
{
    return names.isEmpty() ? QString() : names.first().label();
}

Label labelOfConcept(const CodeableConcept &code, const QString &otherwise = {})
{
    const QString label = code.label();
    return {label.isEmpty() ? otherwise : label, code.primary(), {}};
}

// A drug without a code of its own is called by its ingredients.
Label labelOfMedication(const Medication &medication)
{
    if (!medication.code.isEmpty())
        return labelOfConcept(medication.code);
    QStringList ingredients;
    for (const auto &ingredient : medication.ingredients) {
        if (const QString label = ingredient.label(); !label.isEmpty())
            ingredients.append(label);
    }
    Label label{ingredients.join(QStringLiteral(" + ")), {}, {}};
    if (medication.ingredients.size() == 1)
        label.code = medication.ingredients.first().primary();
    return label;
}

QString joined(const QString &a, const QString &b)
{
    return a.isEmpty() ? b : b.isEmpty() ? a : a + QStringLiteral(", ") + b;
}

struct LabelOf
{
    Label operator()(const Medication &value) const { return labelOfMedication(value); }
    Label operator()(const Device &value) const { return labelOfConcept(value.deviceType, value.name); }
    Label operator()(const Practitioner &value) const { return {firstName(value.names), {}, {}}; }
    Label operator()(const PractitionerRole &value) const
    {
        const QString role = value.codes.isEmpty() ? QString() : value.codes.first().label();
        return {joined(value.practitioner.label(), joined(role, value.organization.label())), {}, {}};
    }
    Label operator()(const Organization &value) const { return {value.name, {}, {}}; }
    Label operator()(const Location &value) const { return {value.name, {}, {}}; }
    Label operator()(const Patient &value) const { return {firstName(value.names), {}, {}}; }
    Label operator()(const Binary &value) const { return {{}, {}, attachmentText(value.content)}; }
    template<typename T>
    Label operator()(const T &) const
    {
        return {};
    }
};

} // namespace

Label Label::of(const Value &value)
{
    return std::visit(LabelOf{}, value);
}

} // namespace Chartline
