// SPDX-License-Identifier: Apache-2.0
// How long the record page takes, beside the budget of one frame (16 ms): opening a person with 10 000 facts until it
// is painted, and one zoom step with 100 000 facts. The record is in memory: reading it from the vault is measured
// elsewhere.
#include "support/SyntheticRecord.h"
#include "timeline/FactListView.h"
#include "timeline/FilterBar.h"
#include "timeline/RecordView.h"
#include "timeline/TimelineView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QPainter>
#include <QTimeZone>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Chartline::Testing;

namespace {

struct Times
{
    double median = 0;
    double worst = 0;
    double cpu = 0; // median of this thread's processor time: what stays when other programs run beside
};

double cpuMilliseconds()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

template<typename Work>
Times measure(int rounds, Work work)
{
    std::vector<double> times;
    std::vector<double> cpu;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const double before = cpuMilliseconds();
        work(i);
        cpu.push_back(cpuMilliseconds() - before);
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    std::ranges::sort(cpu);
    return {times[times.size() / 2], times.back(), cpu[cpu.size() / 2]};
}

void print(const char *what, const Times &times)
{
    std::printf("%-52s median %7.2f ms (processor %7.2f ms), worst %7.2f ms; frame: 16 ms\n", what, times.median,
                times.cpu, times.worst);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const Theme theme = Theme::make(Theme::Mode::Light);
    RecordView view(theme);
    view.resize(1440, 900);
    view.show();
    QImage screen(view.size(), QImage::Format_ARGB32_Premultiplied);
    const QDateTime now(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::UTC);
    const auto paint = [&] { view.render(&screen); };

    const PersonRecordPtr tenThousand = syntheticRecord(10'000);
    print("open a person with 10 000 facts to the first paint", measure(7, [&](int) {
              view.clear();
              view.setRecord(tenThousand, now);
              paint();
          }));

    view.clear();
    view.setRecord(syntheticRecord(100'000), now);
    paint();
    TimelineView *timeline = view.timeline();
    QImage frame(timeline->viewport()->size(), QImage::Format_ARGB32_Premultiplied);
    const auto paintTimeline = [&] {
        QPainter painter(&frame);
        timeline->paintScene(painter);
    };
    print("one zoom step with 100 000 facts, inwards", measure(24, [&](int) {
              timeline->zoom(1.25);
              paintTimeline();
          }));
    print("one zoom step with 100 000 facts, outwards", measure(24, [&](int) {
              timeline->zoom(0.8);
              paintTimeline();
          }));
    timeline->showAll();
    print("whole life of 100 000 facts, repainted", measure(15, [&](int) { paintTimeline(); }));
    for (int lane = 0; lane < laneCount; ++lane)
        timeline->setLaneState(LaneId(lane), LaneState::Full);
    print("whole life, every row of every lane, repainted", measure(15, [&](int) { paintTimeline(); }));
    print("build the lanes of 100 000 facts",
          measure(3, [&](int) { (void)TimelineLanes::build(view.record(), FactFilter(), now.toMSecsSinceEpoch()); }));
    return 0;
}
