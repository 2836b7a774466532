// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace Chartline::Ui {

// Verbatim bytes as text. Nothing here reads meaning: numbers keep every digit, keys their order, bytes that are no
// UTF-8 are shown as what they are.
namespace DetailSource {

// The most that is shown, in bytes; the whole can always be saved.
inline constexpr qsizetype shownBytes = 2 * 1024 * 1024;

// Bytes that are no UTF-8, and control characters, appear as "\xNN".
[[nodiscard]] QString raw(const QByteArray &bytes);
// JSON and XML with one thing a line, indented; anything else as raw(). Text that is not well formed is indented as far
// as it goes.
[[nodiscard]] QString readable(const QByteArray &bytes);
[[nodiscard]] bool isXml(const QByteArray &bytes);

} // namespace DetailSource

} // namespace Chartline::Ui
