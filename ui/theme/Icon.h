// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/FactDraft.h"

#include <QIcon>
#include <QPalette>

class QPainter;

namespace Chartline::Ui::Icon {

// One for each file of ui/theme/icons, in the same order as their names in Icon.cpp.
enum class Name : quint8 {
    Timeline,
    List,
    Patients,
    Person,
    PersonUnknown,
    Search,
    Import,
    Lock,
    Unlock,
    Sources,
    Settings,
    Print,
    Close,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ArrowLeft,
    ArrowRight,
    Filter,
    Warning,
    Error,
    Info,
    Check,
    CheckCircle,
    Document,
    Report,
    Folder,
    Pill,
    Flask,
    Syringe,
    Scan,
    Heart,
    Pulse,
    Stethoscope,
    Scalpel,
    Shield,
    Allergy,
    People,
    Plug,
    Device,
    Family,
    Home,
    Referral,
    Consent,
    Plan,
    Calendar,
    Encounter,
    Other,
    Sun,
    Moon,
    Contrast,
    Globe,
    Plus,
    Minus,
    Copy,
    Save,
    Key,
    Eye,
    EyeOff,
    Refresh,
    Keyboard,
    Menu,
    More,
    Link,
    External,
    ZoomIn,
    ZoomOut,
    Fit,
    Code,
    Logo,
};
inline constexpr int count = int(Name::Logo) + 1;

// An icon that takes its colour from the application's palette each time it is painted, so a change of theme needs
// nothing more: `role` normally, `onRole` while checked, the disabled text colour while disabled.
[[nodiscard]] QIcon make(Name name, QPalette::ColorRole role = QPalette::WindowText,
                         QPalette::ColorRole onRole = QPalette::Accent);
// An icon of one colour (danger, a source's colour…): made again by its owner when the theme changes.
[[nodiscard]] QIcon make(Name name, const QColor &color);

// Paints the icon into a square of logical pixels, sharp at the painter's device pixel ratio. For delegates and custom
// widgets.
void paint(QPainter &painter, const QRectF &rect, Name name, const QColor &color);
[[nodiscard]] QPixmap pixmap(Name name, int side, const QColor &color, qreal devicePixelRatio);

[[nodiscard]] Name ofKind(FactKind kind);

} // namespace Chartline::Ui::Icon
