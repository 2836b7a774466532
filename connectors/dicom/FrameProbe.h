// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

namespace Chartline::Dicom {

// Whether one compressed frame looks complete, without decoding it: its markers stand where they should and its last is
// there. JPEG and JPEG-LS (ITU-T T.81 B.1, T.87 C.1): SOI to EOI. JPEG 2000 and HTJ2K (T.800 A): SOC, a SIZ of `rows` ×
// `columns`, tile-parts of the lengths they tell, EOC; in boxes too. RLE (PS3.5 G.5): segments in order within the
// frame. JPEG XL: by its first bytes only. False for anything else, and wherever it is not sure: then it has to be
// decoded to know.
[[nodiscard]] bool looksComplete(QByteArrayView frame, qint64 rows, qint64 columns);

} // namespace Chartline::Dicom
