// SPDX-License-Identifier: Apache-2.0
#include "theme/Theme.h"

#include <QFontDatabase>
#include <cmath>

namespace Chartline::Ui {

namespace {

// Kinds share hues by what they are about: conditions, medicines, measurements, care, papers.
std::array<QColor, std::size_t(factKindCount)> kindColors(bool dark, bool highContrast)
{
    const QColor condition = dark ? QColor(0xF2A18C) : QColor(0xA13A1E);
    const QColor medication = dark ? QColor(0xC7A8F5) : QColor(0x6B3FA0);
    const QColor measure = dark ? QColor(0x6CC9D8) : QColor(0x00697A);
    const QColor care = dark ? QColor(0x93BDF5) : QColor(0x2A5DA8);
    const QColor paper = dark ? QColor(0xD9C27A) : QColor(0x74580C);
    const QColor alert = dark ? QColor(0xFF9A94) : QColor(0xB3261E);
    const QColor green = dark ? QColor(0x8BD3A3) : QColor(0x25693D);
    const QColor grey = dark ? QColor(0xB6C2CE) : QColor(0x54616E);
    std::array<QColor, std::size_t(factKindCount)> colors;
    colors.fill(grey);
    const auto set = [&colors](FactKind kind, const QColor &color) { colors[std::size_t(kind)] = color; };
    set(FactKind::Condition, condition);
    set(FactKind::Allergy, alert);
    set(FactKind::Medication, medication);
    set(FactKind::Result, measure);
    set(FactKind::Vital, measure);
    set(FactKind::Procedure, care);
    set(FactKind::Immunization, green);
    set(FactKind::Encounter, care);
    set(FactKind::Imaging, paper);
    set(FactKind::Document, paper);
    set(FactKind::Report, paper);
    set(FactKind::CarePlan, green);
    set(FactKind::FamilyHistory, condition);
    set(FactKind::SocialHistory, condition);
    if (highContrast) {
        for (QColor &color : colors)
            color = dark ? color.lighter(120) : color.darker(150);
    }
    return colors;
}

std::array<QColor, 10> sourceColors(bool dark)
{
    if (dark)
        return {QColor(0x4FC3CF), QColor(0xE5A214), QColor(0xA477F0), QColor(0xDAE2A2), QColor(0xE0557A),
                QColor(0x3F8DB9), QColor(0xA88A3D), QColor(0xAEDFC8), QColor(0xB6A3FD), QColor(0xEACC71)};
    return {QColor(0x007684), QColor(0xB07012), QColor(0x7A1FCB), QColor(0x364106), QColor(0x7E0293),
            QColor(0xD45A57), QColor(0x7A1242), QColor(0xB950E8), QColor(0x8F66B4), QColor(0x745C10)};
}

ThemeColors lightColors()
{
    ThemeColors c;
    c.window = QColor(0xF3F5F8);
    c.surface = QColor(0xFFFFFF);
    c.surfaceAlt = QColor(0xF1F4F7);
    c.border = QColor(0xDDE3EA);
    c.borderStrong = QColor(0x85929F);
    c.text = QColor(0x17222D);
    c.textMuted = QColor(0x55626F);
    c.accent = QColor(0x0B5C7A);
    c.accentHover = QColor(0x084A63);
    c.onAccent = QColor(0xFFFFFF);
    c.accentSoft = QColor(0xE2F0F5);
    c.danger = QColor(0xB3261E);
    c.onDanger = QColor(0xFFFFFF);
    c.dangerSoft = QColor(0xFDE9E7);
    c.warning = QColor(0x7D4F00);
    c.warningSoft = QColor(0xFFF1D6);
    c.success = QColor(0x1E6B3A);
    c.successSoft = QColor(0xE3F4E8);
    c.info = QColor(0x2A5DB0);
    c.infoSoft = QColor(0xE8EFFB);
    c.focus = QColor(0x1473C8);
    c.selection = QColor(0xD6EAF2);
    c.match = QColor(0xFFE7A3);
    c.timelineGrid = QColor(0xE5EAEF);
    c.todayLine = QColor(0xC62828);
    c.shadow = QColor(15, 25, 35, 90);
    return c;
}

ThemeColors darkColors()
{
    ThemeColors c;
    c.window = QColor(0x12181F);
    c.surface = QColor(0x1A232C);
    c.surfaceAlt = QColor(0x222D38);
    c.border = QColor(0x33404D);
    c.borderStrong = QColor(0x748494);
    c.text = QColor(0xE8EDF2);
    c.textMuted = QColor(0xA9B6C3);
    c.accent = QColor(0x62C4DA);
    c.accentHover = QColor(0x86D6E8);
    c.onAccent = QColor(0x06222B);
    c.accentSoft = QColor(0x163744);
    c.danger = QColor(0xFF9088);
    c.onDanger = QColor(0x3B0A07);
    c.dangerSoft = QColor(0x45211F);
    c.warning = QColor(0xF5C063);
    c.warningSoft = QColor(0x3F3013);
    c.success = QColor(0x7FD39A);
    c.successSoft = QColor(0x173826);
    c.info = QColor(0x94BEFF);
    c.infoSoft = QColor(0x1B2F4E);
    c.focus = QColor(0x6FD0E8);
    c.selection = QColor(0x1F4252);
    c.match = QColor(0x5E4A0E);
    c.timelineGrid = QColor(0x2A3642);
    c.todayLine = QColor(0xFF8A80);
    c.shadow = QColor(0, 0, 0, 150);
    return c;
}

void raiseContrast(ThemeColors &c, bool dark)
{
    const QColor ink = dark ? QColor(0xFFFFFF) : QColor(Qt::black);
    const QColor paper = dark ? QColor(Qt::black) : QColor(0xFFFFFF);
    c.window = c.surface = paper;
    c.surfaceAlt = dark ? QColor(0x161616) : QColor(0xF4F4F4);
    c.border = c.borderStrong = c.text = ink;
    c.textMuted = dark ? QColor(0xDDDDDD) : QColor(0x303030);
    c.accent = dark ? QColor(0x8BE4F7) : QColor(0x00405A);
    c.accentHover = ink;
    c.onAccent = paper;
    c.onDanger = paper;
    c.danger = dark ? QColor(0xFFB4AE) : QColor(0x8A0F08);
    c.warning = dark ? QColor(0xFFD98C) : QColor(0x5A3800);
    c.success = dark ? QColor(0xA6ECBC) : QColor(0x0C4522);
    c.info = dark ? QColor(0xBFD8FF) : QColor(0x153C80);
    c.focus = dark ? QColor(0xFFE14D) : QColor(0x0046C0);
    c.selection = dark ? QColor(0x00404F) : QColor(0xC4E4F0);
    c.timelineGrid = dark ? QColor(0x5A5A5A) : QColor(0xA0A0A0);
    c.todayLine = c.danger;
}

QString familyOf(const QStringList &wanted, QFontDatabase::SystemFont fallback)
{
    for (const QString &family : wanted) {
        if (QFontDatabase::hasFamily(family))
            return family;
    }
    return QFontDatabase::systemFont(fallback).family();
}

double channel(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * channel(double(color.redF())) + 0.7152 * channel(double(color.greenF()))
           + 0.0722 * channel(double(color.blueF()));
}

} // namespace

Theme Theme::make(Mode mode, bool highContrast)
{
    Theme theme;
    theme.m_mode = mode;
    theme.m_highContrast = highContrast;
    const bool dark = mode == Mode::Dark;
    theme.m_colors = dark ? darkColors() : lightColors();
    if (highContrast)
        raiseContrast(theme.m_colors, dark);
    theme.m_colors.sources = sourceColors(dark);
    theme.m_colors.kinds = kindColors(dark, highContrast);
    return theme;
}

QColor Theme::sourceColor(qsizetype index) const
{
    const auto count = qsizetype(m_colors.sources.size());
    return m_colors.sources[std::size_t(((index % count) + count) % count)];
}

int Theme::fontSize(TextStyle style)
{
    switch (style) {
    case TextStyle::Caption: return 12;
    case TextStyle::Body:
    case TextStyle::BodyStrong: return 13;
    case TextStyle::Heading: return 16;
    case TextStyle::Title: return 22;
    }
    return 13;
}

QFont Theme::font(TextStyle style)
{
    // Asking for a family costs more than drawing a word.
    static const QString family = familyOf({QStringLiteral("Inter")}, QFontDatabase::GeneralFont);
    QFont font(family);
    font.setPixelSize(fontSize(style));
    const bool strong = style != TextStyle::Caption && style != TextStyle::Body;
    font.setWeight(strong ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont Theme::fixedFont()
{
    static const QString family =
        familyOf({QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")}, QFontDatabase::FixedFont);
    QFont font(family);
    font.setPixelSize(fontSize(TextStyle::Caption));
    font.setStyleHint(QFont::Monospace);
    return font;
}

QPalette Theme::palette() const
{
    const ThemeColors &c = m_colors;
    QPalette p(c.surface, c.window);
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.surfaceAlt);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.danger);
    p.setColor(QPalette::PlaceholderText, c.textMuted);
    p.setColor(QPalette::ToolTipBase, c.text);
    p.setColor(QPalette::ToolTipText, c.surface);
    p.setColor(QPalette::Highlight, c.selection);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Accent, c.accent);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.surfaceAlt);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.borderStrong);
    p.setColor(QPalette::Shadow, c.shadow);
    const QColor disabled = m_highContrast ? c.textMuted : c.borderStrong;
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, disabled);
    return p;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

} // namespace Chartline::Ui
