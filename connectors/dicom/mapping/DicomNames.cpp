// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomNames.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

Clinical::HumanName nameOf(QStringView group)
{
    Clinical::HumanName name;
    if (!std::ranges::any_of(group, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
        return name;
    if (!group.contains(u'^')) {
        const QString text = group.trimmed().toString();
        (text.contains(u' ') || text.contains(u',') ? name.text : name.family) = text;
        return name;
    }
    const auto parts = group.split(u'^');
    const auto part = [&parts](qsizetype i) { return i < parts.size() ? parts[i].trimmed().toString() : QString(); };
    const auto add = [](QStringList &list, const QString &text) {
        if (!text.isEmpty())
            list.append(text);
    };
    name.family = part(0);
    add(name.given, part(1));
    add(name.given, part(2));
    add(name.prefix, part(3));
    add(name.suffix, part(4));
    return name;
}

} // namespace

QList<Clinical::HumanName> humanNames(const QString &value)
{
    QList<Clinical::HumanName> names;
    for (const QStringView group : QStringView(value).split(u'=')) {
        Clinical::HumanName name = nameOf(group);
        if (!name.isEmpty() && !names.contains(name))
            names.append(std::move(name));
    }
    return names;
}

QString nameLabel(const QString &value)
{
    const QList<Clinical::HumanName> names = humanNames(value);
    return names.isEmpty() ? QString() : names.first().label();
}

QString nameLabels(const QStringList &values)
{
    QStringList labels;
    for (const QString &value : values) {
        if (const QString label = nameLabel(value); !label.isEmpty() && !labels.contains(label))
            labels.append(label);
    }
    return labels.join(u"; "_s);
}

QString normalizedName(const QString &value)
{
    QStringList groups;
    for (const QString &group : value.split(u'=')) {
        QStringList parts;
        for (const QString &part : group.split(u'^'))
            parts.append(part.simplified());
        while (!parts.isEmpty() && parts.last().isEmpty())
            parts.removeLast();
        groups.append(parts.join(u'^'));
    }
    while (!groups.isEmpty() && groups.last().isEmpty())
        groups.removeLast();
    return groups.join(u'=').normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace Chartline::Dicom
