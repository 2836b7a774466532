// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/FactDraft.h"

#include <QColor>
#include <QFont>
#include <QPalette>
#include <array>

namespace Chartline::Ui {

// The colours of one theme, by what they are for. "Soft" ones are backgrounds of chips and notices; the colour of the
// same name without "Soft" is the text that goes on them (and on window, surface and surfaceAlt).
struct ThemeColors
{
    QColor window; // behind everything
    QColor surface; // cards, tables, bars
    QColor surfaceAlt; // hovered rows, lane labels, quiet chips
    QColor border; // hairlines
    QColor borderStrong; // edges of things one can type in or press: at least 3:1 on surface
    QColor text;
    QColor textMuted;
    QColor accent;
    QColor accentHover;
    QColor onAccent;
    QColor accentSoft;
    QColor danger;
    QColor onDanger;
    QColor dangerSoft;
    QColor warning;
    QColor warningSoft;
    QColor success;
    QColor successSoft;
    QColor info;
    QColor infoSoft;
    QColor focus;
    QColor selection; // of rows; carries `text`
    QColor match; // behind the words found; carries `text`
    QColor timelineGrid;
    QColor todayLine;
    QColor shadow; // with its alpha: behind overlays
    // Ten sources told apart with any kind of colour vision (checked by ui.theme); never the only sign: names stand
    // beside.
    std::array<QColor, 10> sources;
    std::array<QColor, std::size_t(factKindCount)> kinds;
};

enum class TextStyle : quint8 { Caption, Body, BodyStrong, Heading, Title };

// Distances and corner radii, in logical pixels.
namespace Space {
inline constexpr int xs = 4;
inline constexpr int s = 8;
inline constexpr int m = 12;
inline constexpr int l = 16;
inline constexpr int xl = 24;
} // namespace Space

namespace Radius {
inline constexpr int small = 4; // chips, bars
inline constexpr int medium = 6; // buttons, fields
inline constexpr int large = 10; // cards
} // namespace Radius

// The look of the program as plain values. Text on its backgrounds has a contrast of at least 4.5:1 (7:1 with high
// contrast), as WCAG 2.2 1.4.3 and 1.4.6 count it.
//
// A widget that paints itself takes `const Theme &` from ThemeController::theme(): the reference stays valid as long as
// the controller lives and holds the new theme before widgets get QEvent::StyleChange, which is when they repaint.
class Theme
{
public:
    enum class Mode : quint8 { Light, Dark };

    [[nodiscard]] static Theme make(Mode mode, bool highContrast = false);

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] bool isDark() const { return m_mode == Mode::Dark; }
    [[nodiscard]] bool isHighContrast() const { return m_highContrast; }
    [[nodiscard]] const ThemeColors &colors() const { return m_colors; }
    // The colour of the source at this place of PersonRecord::sources; they repeat after ten.
    [[nodiscard]] QColor sourceColor(qsizetype index) const;
    [[nodiscard]] QColor kindColor(FactKind kind) const { return m_colors.kinds[std::size_t(kind)]; }

    // Logical pixels, so that they are right at any scale factor.
    [[nodiscard]] static int fontSize(TextStyle style);
    [[nodiscard]] static QFont font(TextStyle style);
    // For verbatim sources and keys.
    [[nodiscard]] static QFont fixedFont();

    [[nodiscard]] QPalette palette() const;
    [[nodiscard]] QString styleSheet() const;

private:
    Theme() = default;

    ThemeColors m_colors;
    Mode m_mode = Mode::Light;
    bool m_highContrast = false;
};

// WCAG 2.2 relative luminance contrast, 1 to 21, of opaque colours.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace Chartline::Ui
