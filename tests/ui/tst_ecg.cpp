// SPDX-License-Identifier: Apache-2.0
#include "ui/ImagingTest.h"

#include "imaging/EcgContent.h"
#include "imaging/ImageView.h"
#include "imaging/ImagingObjects.h"
#include "imaging/ViewText.h"

#include <cmath>
#include <set>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;
using Imaging::Waveform;
using Imaging::WaveformAnnotation;
using Imaging::WaveformChannel;
using Imaging::WaveformGroup;

namespace {

constexpr double s_rate = 250;

// In the order in which most recorders write them.
QStringList twelve()
{
    return {u"I"_s,  u"II"_s, u"III"_s, u"aVR"_s, u"aVL"_s, u"aVF"_s,
            u"V1"_s, u"V2"_s, u"V3"_s,  u"V4"_s,  u"V5"_s,  u"V6"_s};
}

// Beats of a second and a bit: P, QRS and T as hills; each channel is a little higher than the one before. µV.
WaveformGroup madeGroup(const QStringList &leads, double seconds, double rate = s_rate)
{
    WaveformGroup group;
    group.rate = rate;
    for (const QString &lead : leads) {
        WaveformChannel &channel = group.channels.emplace_back();
        channel.label = lead;
        channel.lead = lead;
        channel.units = u"uV"_s;
        channel.scale = 2;
        const double size = 1 + 0.1 * double(group.channels.size());
        for (int i = 0; i < int(std::lround(seconds * rate)); ++i) {
            const double t = std::fmod(i / rate, 1.1);
            const auto hill = [&](double at, double width) { return std::exp(-std::pow((t - at) / width, 2)); };
            channel.samples.push_back(qint32(
                size
                * (60 * hill(0.2, 0.03) - 40 * hill(0.34, 0.01) + 450 * hill(0.37, 0.012) + 120 * hill(0.6, 0.05))));
        }
    }
    return group;
}

StudyObjectPtr objectOf(Waveform waveform)
{
    waveform.identity.patientName = u"MUSTER, Erika"_s;
    waveform.identity.created = u"2024-03-05T10:15"_s;
    auto object = std::make_shared<StudyObject>();
    object->object = std::move(waveform);
    return object;
}

Waveform waveformOf(const QStringList &leads, double seconds)
{
    Waveform waveform;
    waveform.groups.push_back(madeGroup(leads, seconds));
    return waveform;
}

WaveformAnnotation remark(const QString &name, const QString &value, int channel = 0)
{
    return {name, value, 1, channel, {}};
}

QString textOn(const EcgPage &page)
{
    QStringList texts;
    for (const EcgRemark &each : page.remarks)
        texts.append(each.text);
    return texts.join(u' ');
}

} // namespace

// Waveforms on paper.
class TestEcg : public Test::ImagingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void layouts_data();
    void layouts();
    void everythingIsDrawn_data();
    void everythingIsDrawn();
    void whatIsLeftOutIsTold();
    void remarksOfLeads();
    void remarksThatFit();
    void remarksThatDoNotFit_data();
    void remarksThatDoNotFit();
    void tooManyRemarks();
    void headers_data();
    void headers();
    void uncalibratedLeads();
    void wordsStayOnThePaper_data();
    void wordsStayOnThePaper();
    void seriesOfSeveral();

private:
    // A picture of a page, where CHARTLINE_SCREENSHOTS names a folder for it.
    static void show(EcgContent &content, int page, const QString &name);

    QTemporaryDir m_files;
};

void TestEcg::show(EcgContent &content, int page, const QString &name)
{
    const QString folder = qEnvironmentVariable("CHARTLINE_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    const QSize size(1100, 760);
    ImageState state = content.initial(size);
    state.center[2] = page;
    QDir().mkpath(folder);
    QVERIFY(content.draw(state, size, 1).save(folder + u'/' + name + u".png"_s));
}

void TestEcg::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    const QString file = QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/imaging/ohif/ecg/ECG_9_5407_1/00001.dcm"_s;
    QFile received(file);
    if (!received.open(QIODevice::ReadOnly))
        return;
    // A series of three.
    const QByteArray bytes = received.readAll();
    const QByteArray uid = "1.3.6.1.4.1.20029.40.20130125105919.5407.1.";
    QCOMPARE(bytes.count(uid + '1'), 2);
    for (const char *number : {"1", "2", "3"}) {
        QByteArray each = bytes;
        each.replace(uid + '1', uid + number);
        each.replace(QByteArray::fromHex("2000130049530200") + "1 ",
                     QByteArray::fromHex("2000130049530200") + number + ' ');
        QFile out(m_files.filePath(QLatin1StringView(number) + u".dcm"_s));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(each), each.size());
    }
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->create());
    const auto report = Test::await(m_window->composition->imports().import({{m_files.path()}, {}}));
    QVERIFY(report);
    QCOMPARE(report->accepted, 3);
    m_window->makeWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window->window.get()));
}

void TestEcg::cleanupTestCase()
{
    m_window.reset();
}

void TestEcg::layouts_data()
{
    QTest::addColumn<QStringList>("leads");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QList<bool>>("standard"); // of each page
    QTest::addColumn<QList<int>>("traces");
    QTest::addColumn<QList<double>>("parts"); // s, of a page's first trace
    QTest::addColumn<QList<int>>("columns");
    const QStringList leads = twelve();
    QStringList inverted = leads;
    inverted[3] = u"-aVR"_s;
    using Bools = QList<bool>;
    using Parts = QList<double>;
    QTest::newRow("ten seconds") << leads << 10.0 << Bools{true} << QList{13} << Parts{2.5} << QList{4};
    QTest::newRow("eight") << leads << 8.0 << Bools{true} << QList{13} << Parts{2} << QList{4};
    QTest::newRow("a beat") << leads << 1.2 << Bools{false} << QList{12} << Parts{1.2} << QList{4};
    QTest::newRow("four seconds") << leads << 4.0 << Bools{false} << QList{12} << Parts{4} << QList{2};
    QTest::newRow("seven") << leads << 7.0 << Bools{false} << QList{12} << Parts{7} << QList{1};
    QTest::newRow("twelve seconds") << leads << 12.0 << Bools{true, false} << QList{13, 12} << Parts{2.5, 2}
                                    << QList{4, 4};
    QTest::newRow("fifteen leads") << leads + QStringList{u"V7"_s, u"V8"_s, u"V9"_s} << 10.0 << Bools{true, false}
                                   << QList{13, 3} << Parts{2.5, 10} << QList{4, 1};
    QTest::newRow("a beat of fifteen") << leads + QStringList{u"V7"_s, u"V8"_s, u"V9"_s} << 1.2 << Bools{false, false}
                                       << QList{12, 3} << Parts{1.2, 1.2} << QList{4, 1};
    QTest::newRow("pacing beside") << QStringList{u"Pacing"_s} + leads << 10.0 << Bools{true, false} << QList{13, 1}
                                   << Parts{2.5, 10} << QList{4, 1};
    QTest::newRow("a lead twice") << leads + QStringList{u"II"_s} << 10.0 << Bools{true, false} << QList{13, 1}
                                  << Parts{2.5, 10} << QList{4, 1};
    QTest::newRow("an inverted lead") << inverted << 10.0 << Bools{false} << QList{12} << Parts{10} << QList{1};
    QTest::newRow("three leads") << QStringList{u"I"_s, u"II"_s, u"III"_s} << 15.0 << Bools{false, false} << QList{3, 3}
                                 << Parts{10, 5} << QList{1, 1};
}

void TestEcg::layouts()
{
    QFETCH(QStringList, leads);
    QFETCH(double, seconds);
    QFETCH(QList<bool>, standard);
    QFETCH(QList<int>, traces);
    QFETCH(QList<double>, parts);
    QFETCH(QList<int>, columns);
    const EcgLayout layout = layOutEcg(waveformOf(leads, seconds), {});
    QCOMPARE(layout.pages.size(), std::size_t(standard.size()));
    QCOMPARE(layout.secondsLeftOut, 0.0);
    QCOMPARE(layout.groupsLeftOut, 0);
    for (qsizetype i = 0; i < standard.size(); ++i) {
        const EcgPage &page = layout.pages[std::size_t(i)];
        QCOMPARE(page.isStandard, standard[i]);
        QCOMPARE(page.traces.size(), std::size_t(traces[i]));
        QCOMPARE(page.traces.front().seconds, parts[i]);
        std::set<double> places;
        for (const EcgTrace &trace : page.traces) {
            places.insert(trace.x);
            QVERIFY(trace.x + trace.seconds * 25 <= page.width);
            QVERIFY(trace.y + page.rowHeight / 2 <= page.height);
        }
        QCOMPARE(int(places.size()), columns[i]);
    }
    // Standard leads go down the columns also where each is whole.
    if (layout.pages[0].traces.size() == 12 && layout.pages[0].traces[0].seconds < 2) {
        QCOMPARE(layout.pages[0].traces[1].name, u"II"_s);
        QCOMPARE(layout.pages[0].traces[1].x, layout.pages[0].traces[0].x);
        QCOMPARE(layout.pages[0].traces[3].name, u"aVR"_s);
        QCOMPARE(layout.pages[0].traces[3].y, layout.pages[0].traces[0].y);
        QVERIFY(layout.pages[0].traces[3].x >= layout.pages[0].traces[0].x + 1.2 * 25 + 5);
    }
}

void TestEcg::everythingIsDrawn_data()
{
    layouts_data();
}

// Every channel somewhere; all of the time, too, except that a standard page shows a lead for a quarter of it.
void TestEcg::everythingIsDrawn()
{
    QFETCH(QStringList, leads);
    QFETCH(double, seconds);
    QList<double> shown(leads.size());
    QList<double> quarters(leads.size());
    for (const EcgPage &page : layOutEcg(waveformOf(leads, seconds), {}).pages) {
        for (const EcgTrace &trace : page.traces) {
            shown[trace.channel] += trace.seconds;
            quarters[trace.channel] += page.isStandard ? trace.seconds * 3 : 0;
        }
    }
    for (qsizetype i = 0; i < leads.size(); ++i) {
        if (leads[i] != u"II"_s)
            QCOMPARE(shown[i] + quarters[i], seconds);
        else
            QVERIFY(shown[i] >= seconds);
    }
}

void TestEcg::whatIsLeftOutIsTold()
{
    Waveform waveform;
    waveform.groups.push_back(madeGroup({u"II"_s}, 25'000, 1));
    waveform.groups.push_back(madeGroup({u"V1"_s}, 10, 100));
    waveform.groupsLeftOut = 2;
    const EcgLayout layout = layOutEcg(waveform, {});
    QCOMPARE(layout.pages.size(), std::size_t(2000));
    QCOMPARE(layout.secondsLeftOut, 5000.0);
    QCOMPARE(layout.groupsLeftOut, 3);
    EcgContent content({objectOf(waveform)});
    for (const int page : {0, 1999}) {
        const QString words = content.header(page).join(u'|');
        QVERIFY2(words.contains(u"Not shown: 1 h 23 min"_s), qPrintable(words));
        QVERIFY2(words.contains(u"Not shown: further groups of channels (3)"_s), qPrintable(words));
    }
    show(content, 0, u"ecg-left-out"_s);
    // A rate of next to nothing.
    waveform.groups[0].rate = 1e-25;
    QVERIFY(EcgContent({objectOf(waveform)}).header(0).join(u'|').contains(u"Not shown: 277777777 h"_s));
    EcgContent whole({objectOf(waveformOf(twelve(), 10))});
    QVERIFY(!whole.header(0).join(u'|').contains(u"Not shown"_s));
}

void TestEcg::remarksOfLeads()
{
    Waveform waveform = waveformOf(twelve(), 10);
    waveform.groups.push_back(madeGroup({u"II"_s}, 1.2));
    waveform.groups[0].channels[7].lead.clear();
    waveform.groups[0].channels[7].label = u"Chest 2"_s;
    waveform.annotations = {remark({}, u"SINUS RHYTHM"_s),
                            remark(u"QRS Duration"_s, u"92 ms"_s, 1),
                            remark(u"QRS Duration"_s, u"92 ms"_s, 2),
                            remark(u"QRS Duration"_s, u"92 ms"_s, 2),
                            remark({}, u"ST  elevation"_s, 8),
                            remark({}, u"noise"_s, 40),
                            remark(u"R"_s, {}, 3),
                            {{}, u"of the beat"_s, 2, 1, {}},
                            {{}, u"of nothing that is here"_s, 9, 1, {}}};
    const EcgContent content({objectOf(waveform)});
    QCOMPARE(content.footer(0),
             (QStringList{u"SINUS RHYTHM"_s, u"I: QRS Duration: 92 ms"_s, u"II: QRS Duration: 92 ms"_s,
                          u"Chest 2: ST elevation"_s, u"channel 40: noise"_s, u"of nothing that is here"_s}));
    QCOMPARE(content.footer(1), (QStringList{u"II: of the beat"_s, u"of nothing that is here"_s}));
}

void TestEcg::remarksThatFit()
{
    Waveform waveform = waveformOf(twelve(), 10);
    // Longer than a quarter of a line, and nothing of it may be missing.
    const QString longer = u"SINUS RHYTHM WITH OCCASIONAL PREMATURE VENTRICULAR COMPLEXES"_s;
    waveform.annotations = {remark({}, longer), remark({}, u"ABNORMAL ECG"_s), remark(u"PR Interval"_s, u"160 ms"_s)};
    EcgContent content({objectOf(waveform)});
    QCOMPARE(content.pages().size(), std::size_t(1));
    const auto &remarks = content.pages()[0].remarks;
    QCOMPARE(remarks.size(), std::size_t(3));
    QCOMPARE(remarks[0].text, longer);
    QCOMPARE(remarks[2].text, u"PR Interval: 160 ms"_s);
    QCOMPARE(remarks[1].y, remarks[0].y);
    QVERIFY(remarks[1].x >= remarks[0].x + remarks[0].width);
    show(content, 0, u"ecg-remarks"_s);
}

void TestEcg::remarksThatDoNotFit_data()
{
    QTest::addColumn<QStringList>("remarks");
    QTest::addColumn<QString>("more");
    QStringList many;
    for (int i = 1; i <= 30; ++i)
        many.append(u"Measurement number %1: %2 ms"_s.arg(i).arg(100 + i));
    QTest::newRow("many") << many << u"+19 more on page 2"_s;
    QString words;
    for (int i = 1; i <= 120; ++i)
        words += u"word%1 "_s.arg(i);
    QTest::newRow("long") << QStringList{words.trimmed()} << u"+1 more on page 2"_s;
    QTest::newRow("long after short") << QStringList{u"NORMAL"_s, words.trimmed(), u"END"_s} << u"+2 more on page 2"_s;
    QTest::newRow("without a space") << QStringList{QString(900, u'W'), u"END"_s} << u"+2 more on page 2"_s;
    QStringList pages;
    for (int i = 1; i <= 300; ++i)
        pages.append(u"Statement %1 of a recorder that says a lot of things about every beat of it"_s.arg(i));
    QTest::newRow("many pages") << pages << u"more on page 2"_s;
}

void TestEcg::remarksThatDoNotFit()
{
    QFETCH(QStringList, remarks);
    QFETCH(QString, more);
    Waveform waveform = waveformOf(twelve(), 10);
    for (const QString &each : remarks)
        waveform.annotations.push_back(remark({}, each));
    EcgContent content({objectOf(waveform)});
    QVERIFY(content.pages().size() >= 2);
    const EcgPage &first = content.pages()[0];
    QVERIFY2(textOn(first).endsWith(more), qPrintable(textOn(first)));
    QVERIFY(!first.isList);
    QVERIFY(textOn(first).startsWith(remarks[0].first(6)));
    QString all;
    for (std::size_t i = 1; i < content.pages().size(); ++i) {
        const EcgPage &page = content.pages()[i];
        QVERIFY(page.isList && page.traces.empty());
        for (const EcgRemark &each : page.remarks) {
            all += each.text;
            QVERIFY(each.x >= 0 && each.x + each.width <= page.width);
            QVERIFY(each.y > 20 && each.y < page.height);
        }
    }
    all.remove(u' ');
    QCOMPARE(all, remarks.join(QString()).remove(u' '));
    show(content, 0, u"ecg-more-%1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
    show(content, 1, u"ecg-more-%1-list"_s.arg(QLatin1StringView(QTest::currentDataTag())));
}

void TestEcg::tooManyRemarks()
{
    Waveform waveform = waveformOf({u"II"_s}, 10);
    for (int i = 0; i < 2100; ++i)
        waveform.annotations.push_back(remark({}, u"remark %1"_s.arg(i)));
    const EcgContent content({objectOf(waveform)});
    QVERIFY(textOn(content.pages().back()).endsWith(u"remark 1999 Not shown: further remarks (100)"_s));
}

void TestEcg::headers_data()
{
    QTest::addColumn<QList<QStringList>>("channels"); // unit, low, high, notch of each
    QTest::addColumn<QStringList>("says");
    QTest::addColumn<QStringList>("doesNotSay");
    const QString voltage = u"mm/mV"_s;
    const QString uncalibrated = u"calibrated"_s;
    const QString differ = u"filters differ between leads"_s;
    using Channels = QList<QStringList>;
    const QStringList plain{u"uV"_s, {}, {}, {}};
    const QStringList whole{u"uV"_s, u"0.05"_s, u"150"_s, u"50"_s};
    QTest::newRow("all filters") << Channels{whole, whole}
                                 << QStringList{u"filter 0.05–150 Hz"_s, u"notch 50 Hz"_s, voltage}
                                 << QStringList{differ, uncalibrated};
    QTest::newRow("only low") << Channels{{u"uV"_s, u"0.5"_s, {}, {}}} << QStringList{u"high-pass filter 0.5 Hz"_s}
                              << QStringList{u"low-pass"_s, u"notch"_s};
    QTest::newRow("only high") << Channels{{u"uV"_s, {}, u"40"_s, {}}} << QStringList{u"low-pass filter 40 Hz"_s}
                               << QStringList{u"high-pass"_s};
    QTest::newRow("none") << Channels{plain} << QStringList{voltage} << QStringList{u"filter"_s, u"notch"_s};
    QTest::newRow("only the first has") << Channels{whole, plain} << QStringList{differ}
                                        << QStringList{u"150"_s, u"notch"_s};
    QTest::newRow("only the second has") << Channels{plain, whole} << QStringList{differ} << QStringList{u"150"_s};
    QTest::newRow("pressure") << Channels{{u"mm[Hg]"_s, {}, {}, {}}} << QStringList{u"scaled to fit"_s}
                              << QStringList{voltage, uncalibrated};
    QTest::newRow("pressure and voltage")
        << Channels{{u"mm[Hg]"_s, {}, {}, {}}, plain} << QStringList{voltage, u"other units scaled to fit"_s}
        << QStringList{uncalibrated};
    QTest::newRow("not calibrated") << Channels{{{}, {}, {}, {}}} << QStringList{u"not calibrated, height scaled"_s}
                                    << QStringList{voltage};
    QTest::newRow("some not") << Channels{plain, {{}, {}, {}, {}}}
                              << QStringList{voltage, u"some leads not calibrated"_s} << QStringList{};
}

void TestEcg::headers()
{
    QFETCH(QList<QStringList>, channels);
    QFETCH(QStringList, says);
    QFETCH(QStringList, doesNotSay);
    const auto number = [](const QString &text) {
        return text.isEmpty() ? std::nullopt : std::optional(text.toDouble());
    };
    Waveform waveform = waveformOf(twelve().first(channels.size()), 10);
    for (qsizetype i = 0; i < channels.size(); ++i) {
        WaveformChannel &channel = waveform.groups[0].channels[std::size_t(i)];
        channel.units = channels[i][0];
        channel.lowHz = number(channels[i][1]);
        channel.highHz = number(channels[i][2]);
        channel.notchHz = number(channels[i][3]);
    }
    const QString words = EcgContent({objectOf(waveform)}).header(0).join(u'|');
    for (const QString &each : std::as_const(says))
        QVERIFY2(words.contains(each), qPrintable(words));
    for (const QString &each : std::as_const(doesNotSay))
        QVERIFY2(!words.contains(each), qPrintable(words));
}

void TestEcg::uncalibratedLeads()
{
    Waveform waveform = waveformOf(twelve(), 10);
    for (WaveformChannel &channel : waveform.groups[0].channels)
        channel.units.clear();
    waveform.groups[0].channels[0].units = u"uV"_s;
    EcgContent content({objectOf(waveform)});
    const EcgPage &page = content.pages()[0];
    QVERIFY(page.traces[0].isVoltage);
    QVERIFY(!page.traces[1].isVoltage); // aVR: no pulse, as high as the row allows
    const auto &samples = waveform.groups[0].channels[3].samples;
    const auto [least, most] = std::ranges::minmax(samples);
    const double height = 2 * (most - least) * page.traces[1].perUnit;
    QVERIFY2(height > 0.5 * page.rowHeight && height <= page.rowHeight - 10, qPrintable(QString::number(height)));
    const auto under = [&](const EcgTrace &trace) { return content.readings({trace.x + 10, trace.y, 0}); };
    QVERIFY(under(page.traces[0]).value(2).endsWith(u"mV"_s));
    QVERIFY2(under(page.traces[1]).value(2).endsWith(u"(not calibrated)"_s),
             qPrintable(under(page.traces[1]).join(u'|')));
    show(content, 0, u"ecg-uncalibrated"_s);
}

void TestEcg::wordsStayOnThePaper_data()
{
    QTest::addColumn<double>("mmPerPixel");
    QTest::newRow("from afar") << 1.2;
    QTest::newRow("as fitted") << 0.3;
    QTest::newRow("near") << 0.12;
}

// Nothing is written right of the paper, however small it is and however much there is to write.
void TestEcg::wordsStayOnThePaper()
{
    QFETCH(double, mmPerPixel);
    Waveform waveform = waveformOf(twelve(), 1.2);
    waveform.groups[0].label = QString(200, u'M');
    waveform.groups[0].channels[11].lead = QString(60, u'V');
    waveform.groups[0].channels[11].units = u"mm[Hg]"_s;
    for (int i = 0; i < 20; ++i)
        waveform.annotations.push_back(remark(u"Interpretation"_s, u"PREMATURE VENTRICULAR COMPLEXES %1"_s.arg(i)));
    EcgContent content({objectOf(waveform)});
    const EcgPage &page = content.pages()[0];
    const QSize size(900, 700);
    ImageState state = content.initial(size);
    state.mmPerPixel = mmPerPixel;
    state.center[0] = page.width;
    for (int i = 0; i < int(content.pages().size()); ++i) {
        state.center[2] = i;
        const QImage picture = content.draw(state, size, 1);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = size.width() / 2 + 4; x < size.width(); ++x)
                QCOMPARE(picture.pixelColor(x, y), QColor(ViewText::background));
        }
    }
    show(content, 0, u"ecg-beats"_s);
}

// The instances of a series follow one another, whichever has been read first.
void TestEcg::seriesOfSeveral()
{
    if (!m_window)
        QSKIP("the shared images are not here");
    QVERIFY(openPerson(u"642341"_s));
    ImageView *view = page()->grid()->image(0);
    const auto shown = [&] { return std::dynamic_pointer_cast<EcgContent>(view->content()); };
    QVERIFY(waitFor([&] { return shown() && shown()->objects().size() == 3; }));
    const auto all = shown();
    QCOMPARE(all->pages().size(), std::size_t(6));
    for (std::size_t i = 0; i < 3; ++i) {
        const QString &uid = Imaging::identityOf(all->objects()[i]->object).sopInstance;
        QVERIFY2(uid.endsWith(u".1.%1"_s.arg(i + 1)), qPrintable(uid));
    }
    Q_EMIT page()->objects()->objectsChanged();
    QCOMPARE(shown(), all);
    // As if only the third had been read so far, and been looked at.
    const auto third = std::make_shared<EcgContent>(std::vector{all->objects()[2]});
    third->nextGain();
    page()->current()->showContent(third, {});
    QCOMPARE(shown(), third);
    ImageState state = view->state();
    state.center = {70, 40, 1};
    state.mmPerPixel /= 2;
    view->setState(state);
    Q_EMIT page()->objects()->objectsChanged();
    QVERIFY(shown() != third);
    QCOMPARE(shown()->objects(), all->objects());
    QCOMPARE(shown()->scale(), third->scale());
    state.center[2] = 5;
    QCOMPARE(view->state(), state);
    shoot(u"ecg-series"_s);
}

QTEST_MAIN(TestEcg)
#include "tst_ecg.moc"
