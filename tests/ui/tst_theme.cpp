// SPDX-License-Identifier: Apache-2.0
#include "theme/Icon.h"
#include "theme/Theme.h"
#include "theme/ThemeController.h"
#include "viewmodels/SettingsKeys.h"

#include "ui/TestWindow.h"

#include <cmath>

using namespace Chartline;
using namespace Chartline::Ui;

namespace {

// CIE L*a*b* of a linear RGB colour (D65), to measure how far two colours are apart for an eye.
std::array<double, 3> lab(const std::array<double, 3> &rgb)
{
    const auto f = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
    const double x = f((0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.9505);
    const double y = f(0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]);
    const double z = f((0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.089);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

// What the colour looks like with one kind of cones missing: the matrices of Machado, Oliveira, Fernandes (2009),
// severity 1.
std::array<double, 3> seen(const QColor &color, int kind)
{
    static constexpr double matrices[4][9] = {
        {1, 0, 0, 0, 1, 0, 0, 0, 1},
        {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
        {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
        {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900}};
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    const double rgb[3] = {linear(double(color.redF())), linear(double(color.greenF())), linear(double(color.blueF()))};
    std::array<double, 3> out{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j)
            out[i] += matrices[kind][i * 3 + j] * rgb[j];
        out[i] = std::clamp(out[i], 0.0, 1.0);
    }
    return lab(out);
}

double distance(const QColor &a, const QColor &b, int kind)
{
    const auto x = seen(a, kind);
    const auto y = seen(b, kind);
    return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Test::useOwnSettings(m_folder); }
    void contrastRatioIsWcag();
    void textIsLegible_data() { themes(); }
    void textIsLegible();
    void marksAreVisible_data() { themes(); }
    void marksAreVisible();
    void sourcesDiffer_data() { themes(); }
    void sourcesDiffer();
    void sheetIsComplete_data() { themes(); }
    void sheetIsComplete();
    void iconsDraw();
    void iconsFollowThePalette();
    void choiceIsKept();

private:
    void themes()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("high");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("light, high contrast") << false << true;
        QTest::newRow("dark, high contrast") << true << true;
    }

    QTemporaryDir m_folder;
};

void TestTheme::contrastRatioIsWcag()
{
    QCOMPARE(std::round(contrastRatio(Qt::black, Qt::white) * 100), 2100.0);
    QCOMPARE(std::round(contrastRatio(QColor(0x767676), Qt::white) * 100), 454.0);
}

void TestTheme::textIsLegible()
{
    QFETCH(bool, dark);
    QFETCH(bool, high);
    const ThemeColors c = Theme::make(dark ? Theme::Mode::Dark : Theme::Mode::Light, high).colors();
    const struct
    {
        const char *name;
        QColor text;
        QColor ground;
    } pairs[] = {
        {"text on window", c.text, c.window},
        {"text on surface", c.text, c.surface},
        {"text on surfaceAlt", c.text, c.surfaceAlt},
        {"text on selection", c.text, c.selection},
        {"text on accentSoft", c.text, c.accentSoft},
        {"text on match", c.text, c.match},
        {"muted on window", c.textMuted, c.window},
        {"muted on surface", c.textMuted, c.surface},
        {"muted on surfaceAlt", c.textMuted, c.surfaceAlt},
        {"muted on selection", c.textMuted, c.selection},
        {"accent on window", c.accent, c.window},
        {"accent on surface", c.accent, c.surface},
        {"accent on accentSoft", c.accent, c.accentSoft},
        {"accent on selection", c.accent, c.selection},
        {"onAccent on accent", c.onAccent, c.accent},
        {"onAccent on accentHover", c.onAccent, c.accentHover},
        {"danger on surface", c.danger, c.surface},
        {"danger on window", c.danger, c.window},
        {"danger on dangerSoft", c.danger, c.dangerSoft},
        {"onDanger on danger", c.onDanger, c.danger},
        {"warning on surface", c.warning, c.surface},
        {"warning on warningSoft", c.warning, c.warningSoft},
        {"success on surface", c.success, c.surface},
        {"success on successSoft", c.success, c.successSoft},
        {"info on surface", c.info, c.surface},
        {"info on infoSoft", c.info, c.infoSoft},
        {"surface on text (tooltip)", c.surface, c.text},
    };
    for (const auto &[name, text, ground] : pairs) {
        const double ratio = contrastRatio(text, ground);
        QVERIFY2(ratio >= (high ? 7.0 : 4.5),
                 qPrintable(QStringLiteral("%1: %2").arg(QLatin1StringView(name)).arg(ratio)));
    }
}

void TestTheme::marksAreVisible()
{
    QFETCH(bool, dark);
    QFETCH(bool, high);
    const Theme theme = Theme::make(dark ? Theme::Mode::Dark : Theme::Mode::Light, high);
    const ThemeColors &c = theme.colors();
    for (const QColor &mark : {c.borderStrong, c.focus, c.todayLine})
        QVERIFY2(contrastRatio(mark, c.surface) >= 3.0, qPrintable(mark.name()));
    for (const QColor &source : c.sources)
        QVERIFY2(contrastRatio(source, c.surface) >= 3.0, qPrintable(source.name()));
    for (const QColor &kind : c.kinds)
        QVERIFY2(contrastRatio(kind, c.surface) >= 4.5, qPrintable(kind.name()));
}

void TestTheme::sourcesDiffer()
{
    QFETCH(bool, dark);
    QFETCH(bool, high);
    const Theme theme = Theme::make(dark ? Theme::Mode::Dark : Theme::Mode::Light, high);
    for (qsizetype a = 0; a < 10; ++a) {
        for (qsizetype b = a + 1; b < 10; ++b) {
            for (int kind = 0; kind < 4; ++kind) {
                // A difference of about 2.3 can just be noticed side by side; small marks far apart need several times
                // that.
                const double apart = distance(theme.sourceColor(a), theme.sourceColor(b), kind);
                const double needed = b < 6 ? 18 : 12;
                QVERIFY2(apart >= needed,
                         qPrintable(QStringLiteral("%1 and %2, vision %3: %4").arg(a).arg(b).arg(kind).arg(apart)));
            }
        }
    }
    QCOMPARE(theme.sourceColor(10), theme.sourceColor(0));
    QCOMPARE(theme.sourceColor(-1), theme.sourceColor(9));
}

void TestTheme::sheetIsComplete()
{
    QFETCH(bool, dark);
    QFETCH(bool, high);
    const QString sheet = Theme::make(dark ? Theme::Mode::Dark : Theme::Mode::Light, high).styleSheet();
    QVERIFY2(!sheet.contains(QLatin1Char('@')), "a colour's name has been left in");
    QCOMPARE(sheet.count(QLatin1Char('{')), sheet.count(QLatin1Char('}')));
    QWidget widget;
    QTest::failOnWarning();
    widget.setStyleSheet(sheet);
}

void TestTheme::iconsDraw()
{
    QSet<QByteArray> seenPictures;
    for (int i = 0; i < Icon::count; ++i) {
        const QImage image =
            Icon::pixmap(Icon::Name(i), 24, Qt::red, 2).toImage().convertToFormat(QImage::Format_ARGB32);
        QCOMPARE(image.size(), QSize(48, 48));
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 200)
                    continue;
                ++inked;
                QVERIFY2(pixel.red() > 200 && pixel.green() < 60, qPrintable(QString::number(i)));
            }
        }
        QVERIFY2(inked > 40, qPrintable(QStringLiteral("icon %1 is empty").arg(i)));
        const QByteArray bytes(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
        QVERIFY2(!seenPictures.contains(bytes), qPrintable(QStringLiteral("icon %1 is another one's twin").arg(i)));
        seenPictures.insert(bytes);
    }
}

void TestTheme::iconsFollowThePalette()
{
    const QPalette before = QApplication::palette();
    const QIcon icon = Icon::make(Icon::Name::Lock);
    const auto ink = [&](QIcon::Mode mode) {
        const QImage image = icon.pixmap(QSize(32, 32), 1.0, mode).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).alpha() == 255)
                    return image.pixelColor(x, y).name();
            }
        }
        return QString();
    };
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        const Theme theme = Theme::make(mode);
        QApplication::setPalette(theme.palette());
        QCOMPARE(ink(QIcon::Normal), theme.colors().text.name());
        QCOMPARE(ink(QIcon::Disabled), theme.colors().borderStrong.name());
    }
    QApplication::setPalette(before);
}

void TestTheme::choiceIsKept()
{
    {
        ThemeController first;
        const Theme &held = first.theme();
        first.setChoice(ThemeController::Choice::Light);
        QSignalSpy changed(&first, &ThemeController::themeChanged);
        first.setChoice(ThemeController::Choice::Dark);
        QCOMPARE(changed.size(), 1);
        QVERIFY2(held.isDark(), "the reference shows the new theme");
        first.setHighContrast(true);
        first.setHighContrast(true);
        QCOMPARE(changed.size(), 2);
    }
    const ThemeController second;
    QCOMPARE(second.choice(), ThemeController::Choice::Dark);
    QVERIFY(second.isHighContrast());
    QVERIFY(second.theme().isDark() && second.theme().isHighContrast());
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
