// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace Chartline::Dicom {

// What a value of defined length without a VR (or with UN) holds: a sequence written with implicit VR little endian
// (PS3.5 6.2.2 note 2), or anything else that may begin like one.
enum class ProbedValue : quint8 {
    Sequence, // items from the first byte to the last
    Opaque,
    TooDeep, // nested deeper than `depth`, as far as it could be followed
};
// Memory: `depth` small entries, whatever the value is. `depth`: sequences allowed here, the value itself being one.
[[nodiscard]] ProbedValue probeSequence(QByteArrayView value, int depth);

// Cheap: whether it begins with an item at all.
[[nodiscard]] bool beginsWithItem(QByteArrayView value);

} // namespace Chartline::Dicom
