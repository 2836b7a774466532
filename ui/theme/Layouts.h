// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Icon.h"
#include "theme/Style.h"

class QBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace Chartline::Ui {

// A vertical box with the usual distances.
QVBoxLayout *makeColumn(QWidget *owner, int margin = Space::xl, int spacing = Space::m);
// The widget in the middle of a scrollable page, at most this wide.
[[nodiscard]] QWidget *makeCentredPage(QWidget *content, int width, QWidget *parent = nullptr);
[[nodiscard]] QPushButton *makeButton(const QString &text, ButtonStyle style = ButtonStyle::Normal,
                                      QWidget *parent = nullptr);
[[nodiscard]] QPushButton *makeButton(const QString &text, Icon::Name icon, ButtonStyle style = ButtonStyle::Normal,
                                      QWidget *parent = nullptr);
// A wrapped paragraph of plain text.
[[nodiscard]] QLabel *makeParagraph(const QString &text, Tone tone = Tone::Normal, QWidget *parent = nullptr);
// A picture that follows the theme.
[[nodiscard]] QLabel *makeIconLabel(Icon::Name name, int side, QPalette::ColorRole role, QWidget *parent = nullptr);

} // namespace Chartline::Ui
