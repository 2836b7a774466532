// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

namespace Chartline::Imaging {

// What every object says of itself, as far as it is shown.
struct ObjectIdentity
{
    QString sopClass;
    QString sopInstance;
    QString series;
    QString study;
    QString label; // Content Label, Structure Set Label, or the title of a document
    QString description; // Content Description, Structure Set Name, Series Description
    QString creator; // Content Creator's Name, Operators' Name
    QString created; // ISO 8601, as much as given
    // The patient as the object itself says.
    QString patientName; // "SMITH, Jonathan"
    QString patientBirthDate; // ISO 8601
    bool operator==(const ObjectIdentity &) const = default;
};

// An image another object speaks of.
struct ImageReference
{
    QString series; // empty: not told
    QString sopInstance;
    std::vector<int> frames; // 1-based; empty: all
    bool operator==(const ImageReference &) const = default;

    // `frame`: 0-based.
    [[nodiscard]] bool means(const QString &instance, int frame) const;
};
using ImageReferences = std::vector<ImageReference>;

// Whether an image is among them; an empty list means every image.
[[nodiscard]] bool refersTo(const ImageReferences &images, const QString &instance, int frame);

// Colours are 0xffRRGGBB.
using Rgb = quint32;

} // namespace Chartline::Imaging
