// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/SrText.h"

#include "dicom/mapping/DicomCodes.h"
#include "dicom/mapping/DicomDates.h"
#include "dicom/mapping/DicomNames.h"
#include "dicom/mapping/SopClasses.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

// Nothing a person would read to the end; the file itself has it all.
constexpr qsizetype s_longest = 4 * 1024 * 1024;
constexpr int s_deepest = 40;

QString textOr(const QString &text, const QString &otherwise)
{
    return text.isEmpty() ? otherwise : text;
}

QString numberValue(const Dataset &item)
{
    const Dataset &measured = item.item(Tags::measuredValueSequence);
    const QString number = measured.text(Tags::numericValue);
    const QString qualifier = codeLabel(item.item(Tags::numericValueQualifier));
    if (number.isEmpty())
        return textOr(qualifier, u"–"_s);
    QString text = number;
    if (const QString unit = unitLabel(measured.item(Tags::measurementUnitsSequence)); !unit.isEmpty())
        text += u' ' + unit;
    return qualifier.isEmpty() ? text : text + u" ("_s + qualifier + u')';
}

// A reference to an instance that says nothing but which.
bool isBareInstance(const Dataset &item)
{
    const QString type = item.text(Tags::valueType);
    return (type == "IMAGE"_L1 || type == "COMPOSITE"_L1) && item.items(Tags::contentSequence).empty()
           && item.items(Tags::conceptNameSequence).empty();
}

QString instanceClass(const Dataset &item)
{
    return item.item(Tags::referencedSopSequence).text(Tags::referencedSopClass);
}

QString instanceValue(const Dataset &item)
{
    const Dataset &reference = item.item(Tags::referencedSopSequence);
    QString text = sopClassLabel(reference.text(Tags::referencedSopClass));
    if (const QString uid = reference.text(Tags::referencedSopInstance); !uid.isEmpty())
        text += u' ' + uid;
    if (const QStringList frames = reference.texts(Tags::referencedFrameNumber); !frames.isEmpty())
        text += u", frame "_s + frames.join(u", "_s);
    return text;
}

// Two numbers a point in the image, three in space.
QString shapeValue(const Dataset &item, qint64 perPoint)
{
    const QString type = item.text(Tags::graphicType);
    const Element *data = item.find(Tags::graphicData);
    const qint64 points = data ? data->length / 4 / perPoint : 0;
    return points > 1 && type.startsWith("POLY"_L1) ? type + u" ("_s + QString::number(points) + u')' : type;
}

// How an item belongs to the one above it, where that is more than being a part of it (PS3.3 C.17.3.2.4).
QString relationWords(const Dataset &item)
{
    const QString relation = item.text(Tags::relationshipType);
    if (relation == "INFERRED FROM"_L1)
        return u"inferred from "_s;
    return relation == "SELECTED FROM"_L1 ? u"selected from "_s : QString();
}

bool isModifier(const Dataset &item)
{
    return item.text(Tags::relationshipType) == "HAS CONCEPT MOD"_L1 && item.items(Tags::contentSequence).empty()
           && item.text(Tags::valueType) != "CONTAINER"_L1;
}

bool isContainer(const Dataset &item)
{
    return item.text(Tags::valueType) == "CONTAINER"_L1;
}

// PS3.16 CID 7010-7012 and TID 2000: Conclusion(s), Impression(s), Summary; LOINC's Impression.
bool concludes(const Dataset &item)
{
    const Clinical::Coding name = codingOf(item.item(Tags::conceptNameSequence));
    static const QStringList codes{u"121072"_s, u"121073"_s, u"121076"_s, u"121077"_s, u"121111"_s, u"19005-8"_s};
    return codes.contains(name.code);
}

} // namespace

QString contentValue(const Dataset &item)
{
    const QString type = item.text(Tags::valueType);
    if (type == "TEXT"_L1)
        return item.text(Tags::textValue);
    if (type == "CODE"_L1)
        return codeLabel(item.item(Tags::conceptCodeSequence));
    if (type == "NUM"_L1)
        return numberValue(item);
    if (type == "PNAME"_L1)
        return nameLabel(item.text(Tags::personName));
    if (type == "UIDREF"_L1)
        return item.text(Tags::contentItemUid);
    if (type == "DATETIME"_L1) {
        const QString text = item.text(Tags::contentItemDateTime);
        return textOr(DicomDates::isoDateTime(text), text);
    }
    if (type == "DATE"_L1) {
        const QString text = item.text(Tags::contentItemDate);
        return textOr(DicomDates::isoDate(text), text);
    }
    if (type == "TIME"_L1) {
        const QString text = item.text(Tags::contentItemTime);
        return textOr(DicomDates::isoTime(text).value_or(QString()), text);
    }
    if (type == "IMAGE"_L1 || type == "COMPOSITE"_L1 || type == "WAVEFORM"_L1)
        return instanceValue(item);
    if (type == "SCOORD"_L1)
        return shapeValue(item, 2);
    if (type == "SCOORD3D"_L1)
        return shapeValue(item, 3);
    if (type == "TCOORD"_L1)
        return item.text(Tags::temporalRangeType);
    return type;
}

SrText::SrText(const Dataset &root)
    : m_root(root)
{
    children(root, 0, {});
    m_text = m_text.trimmed();
}

void SrText::line(int depth, const QString &text)
{
    if (m_text.size() > s_longest)
        return;
    // Text of several lines stays under the item it belongs to.
    const QString indent(qsizetype(depth) * 2, u' ');
    bool isFirst = true;
    for (const QString &one : text.split(u'\n')) {
        m_text += indent + (isFirst ? QString() : u"  "_s) + QString(one).remove(u'\r') + u'\n';
        isFirst = false;
    }
    if (m_text.size() > s_longest)
        m_text += u"…\n"_s;
}

// " [Method: manual; Side: left]"
QString SrText::modifiers(const Dataset &item) const
{
    QStringList parts;
    for (const Dataset &child : item.items(Tags::contentSequence)) {
        if (!isModifier(child))
            continue;
        const QString name = codeLabel(child.item(Tags::conceptNameSequence));
        const QString value = contentValue(child);
        parts.append(name.isEmpty() ? value : name + u": "_s + value);
    }
    return parts.isEmpty() ? QString() : u" ["_s + parts.join(u"; "_s) + u']';
}

// The item a by-reference relationship means: positions from the root, which is 1 (PS3.3 C.17.3.2.5).
const Dataset *SrText::target(const Dataset &reference) const
{
    const QStringList path = reference.texts(Tags::referencedContentItem);
    if (path.size() < 2)
        return nullptr;
    const Dataset *at = &m_root;
    for (qsizetype i = 1; i < path.size(); ++i) {
        const auto &items = at->items(Tags::contentSequence);
        bool isNumber = false;
        const qsizetype position = path[i].toLongLong(&isNumber);
        if (!isNumber || position < 1 || position > qsizetype(items.size()))
            return nullptr;
        at = &items[std::size_t(position - 1)];
    }
    return at;
}

void SrText::noteConclusion(const Dataset &item, const QString &value)
{
    if (value.isEmpty() || m_conclusion.size() > s_longest)
        return;
    const QString type = item.text(Tags::valueType);
    if (type != "TEXT"_L1 && type != "CODE"_L1)
        return;
    if (!m_conclusion.isEmpty())
        m_conclusion += u'\n';
    m_conclusion += value;
}

void SrText::item(const Dataset &item, int depth, const QString &number)
{
    const Dataset *referred = target(item);
    const Dataset &shown = referred ? *referred : item;
    const QString name = codeLabel(shown.item(Tags::conceptNameSequence));
    const QString head = relationWords(item) + name + modifiers(shown);
    if (!referred && isContainer(item)) {
        if (depth <= 1)
            m_text += u'\n';
        line(depth, number + u' ' + textOr(head, u"–"_s));
        children(item, depth + 1, number);
        return;
    }
    const QString value = isContainer(shown) ? QString() : contentValue(shown);
    const bool separated = !name.isEmpty() && !value.isEmpty();
    line(depth, head + (separated ? u": "_s : QString()) + value);
    if (!referred)
        children(item, depth + 1, number);
}

// Writes many bare references from `at` on as one line, and says how many; 0 where they are not many.
std::size_t SrText::instanceRun(const std::vector<Dataset> &items, std::size_t at, int depth)
{
    constexpr std::size_t many = 4;
    const QString sopClass = instanceClass(items[at]);
    std::size_t end = at;
    while (end < items.size() && isBareInstance(items[end]) && instanceClass(items[end]) == sopClass)
        ++end;
    const std::size_t count = end - at;
    if (count < many)
        return 0;
    line(depth, relationWords(items[at]) + sopClassLabel(sopClass) + u" × "_s + QString::number(count));
    return count;
}

void SrText::children(const Dataset &parent, int depth, const QString &number)
{
    if (depth > s_deepest)
        return;
    const bool isConclusion = concludes(parent);
    const bool leavesModifiersOut = depth > 0;
    int containers = 0;
    const std::vector<Dataset> &items = parent.items(Tags::contentSequence);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Dataset &child = items[i];
        if (const std::size_t run = instanceRun(items, i, depth); run > 0) {
            i += run - 1;
            continue;
        }
        // In brackets behind the parent's name already; the root's name is the document's title.
        if (leavesModifiersOut && isModifier(child))
            continue;
        QString own = number;
        if (isContainer(child))
            own += (number.isEmpty() ? QString() : u"."_s) + QString::number(++containers);
        if (isConclusion || concludes(child))
            noteConclusion(child, contentValue(child));
        item(child, depth, own);
    }
}

} // namespace Chartline::Dicom
