// SPDX-License-Identifier: Apache-2.0
#include "dicom/Dataset.h"

#include <algorithm>

namespace Chartline::Dicom {

Element::Element() = default;
Element::~Element() = default;
Element::Element(const Element &) = default;
Element::Element(Element &&) noexcept = default;
Element &Element::operator=(const Element &) = default;
Element &Element::operator=(Element &&) noexcept = default;
bool Element::operator==(const Element &) const = default;

bool Dataset::append(Element element)
{
    if (!m_elements.empty() && m_elements.back().tag >= element.tag)
        return false;
    m_elements.push_back(std::move(element));
    return true;
}

const Element *Dataset::find(Tag tag) const
{
    const auto found = std::ranges::lower_bound(m_elements, tag, {}, &Element::tag);
    return found != m_elements.end() && found->tag == tag ? &*found : nullptr;
}

QString Dataset::text(Tag tag) const
{
    const Element *element = find(tag);
    return element && !element->values.isEmpty() ? element->values.first() : QString();
}

QStringList Dataset::texts(Tag tag) const
{
    const Element *element = find(tag);
    return element ? element->values : QStringList();
}

std::optional<double> Dataset::number(Tag tag) const
{
    bool isNumber = false;
    const double value = text(tag).toDouble(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

std::optional<int> Dataset::integer(Tag tag) const
{
    bool isNumber = false;
    const int value = text(tag).toInt(&isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

const Dataset &Dataset::item(Tag tag) const
{
    static const Dataset none;
    const Element *element = find(tag);
    return element && !element->items.empty() ? element->items.front() : none;
}

const std::vector<Dataset> &Dataset::items(Tag tag) const
{
    static const std::vector<Dataset> none;
    const Element *element = find(tag);
    return element ? element->items : none;
}

QByteArray Dataset::bytes(Tag tag) const
{
    const Element *element = find(tag);
    return element ? element->bytes : QByteArray();
}

void Dataset::note(const QString &what)
{
    if (!m_notes.contains(what))
        m_notes.append(what);
}

} // namespace Chartline::Dicom
