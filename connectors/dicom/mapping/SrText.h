// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/Dataset.h"

namespace Chartline::Dicom {

// The content tree of a structured report (PS3.3 C.17.3) as text a person can read: a numbered heading for each
// container, below it a line for each item ("Long Axis: 59.5 mm"), what it was inferred from indented below. Concept
// modifiers without parts of their own stand in brackets behind the item's name. An item given by reference is repeated
// as one line. Every item of the tree is in it; but many instances in a row, which have no names of their own, are
// counted ("CT image × 143").
class SrText
{
public:
    explicit SrText(const Dataset &root);

    [[nodiscard]] QString text() const { return m_text; }
    // What the conclusions and impressions say, if the report has any, each on a line of its own.
    [[nodiscard]] QString conclusion() const { return m_conclusion; }

private:
    void children(const Dataset &parent, int depth, const QString &number);
    void item(const Dataset &item, int depth, const QString &number);
    [[nodiscard]] std::size_t instanceRun(const std::vector<Dataset> &items, std::size_t at, int depth);
    void line(int depth, const QString &text);
    [[nodiscard]] QString modifiers(const Dataset &item) const;
    [[nodiscard]] const Dataset *target(const Dataset &reference) const;
    void noteConclusion(const Dataset &item, const QString &value);

    const Dataset &m_root;
    QString m_text;
    QString m_conclusion;
};

// The value of one content item, without its name: "59.5 mm", "Lesion", "2023-01-24T22:23:58".
[[nodiscard]] QString contentValue(const Dataset &item);

} // namespace Chartline::Dicom
