// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Result.h"
#include "dicom/Tags.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace Chartline::Dicom {

class Dataset;

// One attribute with its value, in whichever form it has one.
struct Element
{
    Tag tag = 0;
    QByteArray vr; // two letters
    // Text and numbers, each value for itself, in Unicode, without padding. Numbers as written in the file, or in
    // decimal
    // ("12", "0.5"); tags as "(0028,0010)".
    QStringList values;
    std::vector<Dataset> items; // of a sequence
    // Of VRs without text: the bytes, numbers little endian, where they are few (see DicomHeader), or a document.
    QByteArray bytes;
    qint64 length = 0; // of the value as received, whether it is here or not

    Element();
    ~Element();
    Element(const Element &);
    Element(Element &&) noexcept;
    Element &operator=(const Element &);
    Element &operator=(Element &&) noexcept;
    bool operator==(const Element &) const;
};

// A parsed data set, or an item of one, as plain values.
class Dataset
{
public:
    // Tags have to rise; false and nothing added where `element` does not.
    [[nodiscard]] bool append(Element element);
    [[nodiscard]] const std::vector<Element> &elements() const { return m_elements; }
    [[nodiscard]] bool isEmpty() const { return m_elements.empty(); }
    // nullptr where it is not there.
    [[nodiscard]] const Element *find(Tag tag) const;
    [[nodiscard]] bool contains(Tag tag) const { return find(tag) != nullptr; }

    // The first value; empty where there is none.
    [[nodiscard]] QString text(Tag tag) const;
    // All values.
    [[nodiscard]] QStringList texts(Tag tag) const;
    // The first value as a number; nothing where it is none.
    [[nodiscard]] std::optional<double> number(Tag tag) const;
    [[nodiscard]] std::optional<int> integer(Tag tag) const;
    // The first item of a sequence; an empty one where there is none, so that calls can be chained.
    [[nodiscard]] const Dataset &item(Tag tag) const;
    [[nodiscard]] const std::vector<Dataset> &items(Tag tag) const;
    [[nodiscard]] QByteArray bytes(Tag tag) const;

    // What could not be read as meant, as stable English keys: "character-set" (bytes outside the character sets the
    // data set declares were read as UTF-8 or Latin-1). Only of the outermost data set.
    [[nodiscard]] const QStringList &notes() const { return m_notes; }
    void note(const QString &what);

    // For handing it from process to process. fromBytes() takes what any process may have written: InputNotWellFormed
    // for anything toBytes() would not write, at no more cost than the bytes justify.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static Result<Dataset> fromBytes(QByteArrayView bytes);

    bool operator==(const Dataset &) const = default;

private:
    std::vector<Element> m_elements;
    QStringList m_notes;
};

} // namespace Chartline::Dicom
