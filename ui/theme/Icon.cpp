// SPDX-License-Identifier: Apache-2.0
#include "theme/Icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>

namespace Chartline::Ui::Icon {

namespace {

constexpr std::array<QLatin1StringView, std::size_t(count)> fileNames = {
    QLatin1StringView("timeline"),
    QLatin1StringView("list"),
    QLatin1StringView("patients"),
    QLatin1StringView("person"),
    QLatin1StringView("person-unknown"),
    QLatin1StringView("search"),
    QLatin1StringView("import"),
    QLatin1StringView("lock"),
    QLatin1StringView("unlock"),
    QLatin1StringView("sources"),
    QLatin1StringView("settings"),
    QLatin1StringView("print"),
    QLatin1StringView("close"),
    QLatin1StringView("chevron-up"),
    QLatin1StringView("chevron-down"),
    QLatin1StringView("chevron-left"),
    QLatin1StringView("chevron-right"),
    QLatin1StringView("arrow-left"),
    QLatin1StringView("arrow-right"),
    QLatin1StringView("filter"),
    QLatin1StringView("warning"),
    QLatin1StringView("error"),
    QLatin1StringView("info"),
    QLatin1StringView("check"),
    QLatin1StringView("check-circle"),
    QLatin1StringView("document"),
    QLatin1StringView("report"),
    QLatin1StringView("folder"),
    QLatin1StringView("pill"),
    QLatin1StringView("flask"),
    QLatin1StringView("syringe"),
    QLatin1StringView("scan"),
    QLatin1StringView("heart"),
    QLatin1StringView("pulse"),
    QLatin1StringView("stethoscope"),
    QLatin1StringView("scalpel"),
    QLatin1StringView("shield"),
    QLatin1StringView("allergy"),
    QLatin1StringView("people"),
    QLatin1StringView("plug"),
    QLatin1StringView("device"),
    QLatin1StringView("family"),
    QLatin1StringView("home"),
    QLatin1StringView("referral"),
    QLatin1StringView("consent"),
    QLatin1StringView("plan"),
    QLatin1StringView("calendar"),
    QLatin1StringView("encounter"),
    QLatin1StringView("other"),
    QLatin1StringView("sun"),
    QLatin1StringView("moon"),
    QLatin1StringView("contrast"),
    QLatin1StringView("globe"),
    QLatin1StringView("plus"),
    QLatin1StringView("minus"),
    QLatin1StringView("copy"),
    QLatin1StringView("save"),
    QLatin1StringView("key"),
    QLatin1StringView("eye"),
    QLatin1StringView("eye-off"),
    QLatin1StringView("refresh"),
    QLatin1StringView("keyboard"),
    QLatin1StringView("menu"),
    QLatin1StringView("more"),
    QLatin1StringView("link"),
    QLatin1StringView("external"),
    QLatin1StringView("zoom-in"),
    QLatin1StringView("zoom-out"),
    QLatin1StringView("fit"),
    QLatin1StringView("code"),
    QLatin1StringView("logo"),
};

QPixmap render(Name name, QSize device, const QColor &color)
{
    const QString key = QStringLiteral("chartline/%1/%2/%3")
                            .arg(QString(fileNames[std::size_t(name)]), color.name())
                            .arg(device.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(device);
    pixmap.fill(Qt::transparent);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(fileNames[std::size_t(name)]));
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(), QSizeF(device)));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class Engine : public QIconEngine
{
public:
    Engine(Name name, QPalette::ColorRole role, QPalette::ColorRole onRole, const QColor &fixed)
        : m_name(name)
        , m_role(role)
        , m_onRole(onRole)
        , m_fixed(fixed)
    { }

    QIconEngine *clone() const override { return new Engine(*this); }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Icon::paint(*painter, square(rect), m_name, color(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        // Qt gives the size in device pixels here and sets the ratio itself. An icon asked for wider than high keeps to
        // the left: that is how buttons get a distance between icon and words.
        const int side = std::min(size.width(), size.height());
        QPixmap square = render(m_name, QSize(side, side), color(mode, state));
        if (size.width() == side)
            return square;
        QPixmap wide(size);
        wide.fill(Qt::transparent);
        QPainter painter(&wide);
        painter.drawPixmap(0, (size.height() - side) / 2, square);
        return wide;
    }

private:
    static QRectF square(const QRect &rect)
    {
        const qreal side = std::min(rect.width(), rect.height());
        QRectF box(0, 0, side, side);
        box.moveCenter(QRectF(rect).center());
        return box;
    }
    QColor color(QIcon::Mode mode, QIcon::State state) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (m_fixed.isValid())
            return m_fixed;
        return palette.color(QPalette::Active, state == QIcon::On ? m_onRole : m_role);
    }

    Name m_name;
    QPalette::ColorRole m_role;
    QPalette::ColorRole m_onRole;
    QColor m_fixed;
};

} // namespace

QIcon make(Name name, QPalette::ColorRole role, QPalette::ColorRole onRole)
{
    return QIcon(new Engine(name, role, onRole, {}));
}

QIcon make(Name name, const QColor &color)
{
    return QIcon(new Engine(name, QPalette::WindowText, QPalette::WindowText, color));
}

QPixmap pixmap(Name name, int side, const QColor &color, qreal devicePixelRatio)
{
    const int device = qRound(side * devicePixelRatio);
    QPixmap pixmap = render(name, QSize(device, device), color);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paint(QPainter &painter, const QRectF &rect, Name name, const QColor &color)
{
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(rect.topLeft(), pixmap(name, qRound(rect.width()), color, ratio));
}

Name ofKind(FactKind kind)
{
    switch (kind) {
    case FactKind::Condition: return Name::Stethoscope;
    case FactKind::Allergy: return Name::Allergy;
    case FactKind::Medication: return Name::Pill;
    case FactKind::Result: return Name::Flask;
    case FactKind::Vital: return Name::Pulse;
    case FactKind::Procedure: return Name::Scalpel;
    case FactKind::Immunization: return Name::Syringe;
    case FactKind::Encounter: return Name::Encounter;
    case FactKind::Imaging: return Name::Scan;
    case FactKind::Document: return Name::Document;
    case FactKind::Report: return Name::Report;
    case FactKind::CarePlan: return Name::Plan;
    case FactKind::FamilyHistory: return Name::Family;
    case FactKind::SocialHistory: return Name::Home;
    case FactKind::Device: return Name::Device;
    case FactKind::Referral: return Name::Referral;
    case FactKind::Consent: return Name::Consent;
    case FactKind::Other: return Name::Other;
    }
    return Name::Other;
}

} // namespace Chartline::Ui::Icon
