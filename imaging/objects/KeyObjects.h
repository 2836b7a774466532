// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectCommon.h"

namespace Chartline::Imaging {

// A Key Object Selection Document (PS3.3 A.35.4): images somebody found worth seeing, and why.
struct KeyObjects
{
    ObjectIdentity identity;
    QString title; // "Of Interest", "For Teaching": meaning of the document's title
    QString text; // Key Object Description
    ImageReferences images; // in its order
    bool operator==(const KeyObjects &) const = default;
};

} // namespace Chartline::Imaging
