// SPDX-License-Identifier: Apache-2.0
// A series in the vault to its volume in memory, and to its first picture, against programs that read the same files as
// they are and write a volume: dicomtonifti (vtk-dicom), plastimatch convert (it does not read JPEG-LS: of uncompressed
// copies, which dcmdjpls makes first; the time without them is told too), and gdcmconv for every file (it makes no
// volume; both as many at a time as there are processors). Budget: as fast as the fastest. First picture: from choosing
// the series; budget 100 ms; dcmdjpls on that one file beside it. Best of five, taken in turn.
#include "bench/ImagingBench.h"
#include "imaging/LaidOutSeries.h"
#include "imaging/VolumeContent.h"

#include <QGuiApplication>
#include <thread>

using namespace Chartline;
using namespace Chartline::Imaging;

namespace {

constexpr int s_runs = 5;

struct Series
{
    const char *name;
    const char *folder;
};
constexpr Series s_series[] = {{"chest CT, 143 slices", "ohif/nlst-ct-143/CT_89952642"},
                               {"body CT, 135 slices", "ohif/acrin-petct/CT_94858561"},
                               {"PET, 135 slices", "ohif/acrin-petct/PT_61081015"},
                               {"head CT, 28 slices", "dcm_qa_ct/S21570/S2010"}};

struct Opened
{
    double listed = 0; // what the vault knows of the series is there
    double laidOut = 0;
    double firstPicture = 0;
    double volume = 0;
    qint64 voxels = 0;
};

// What the window does when a series is chosen.
Opened open(Composition &composition, const QString &uid)
{
    Opened opened;
    QElapsedTimer timer;
    timer.start();
    const auto info = Test::await(composition.imaging().series(uid));
    const auto bytes = composition.imaging().bytes();
    if (!info || !bytes)
        return opened;
    opened.listed = Bench::secondsSince(timer);
    const Ui::LaidOutSeriesPtr laid = Ui::layOutSeries(*info, *bytes);
    opened.laidOut = Bench::secondsSince(timer);
    const Stack &stack = laid->stacks.front();
    LoadOptions options;
    options.firstSlice = int(stack.points.front().frames.size()) / 2;
    options.onFrame = [&](int slice, const FrameView &) {
        if (slice == options.firstSlice)
            opened.firstPicture = Bench::secondsSince(timer);
    };
    const VolumeLoader loader(laid->images, *laid->source, *composition.decoder());
    const auto volume = loader.load(stack, options);
    opened.volume = Bench::secondsSince(timer);
    opened.voxels = volume ? (*volume)->voxels() : 0;
    return opened;
}

QString seriesUidOf(Composition &composition, const QString &folder)
{
    const auto report = Test::await(composition.imports().import({{folder}, {}}));
    const auto people = Test::await(composition.records().persons());
    if (!report || !people)
        return {};
    for (const auto &person : *people) {
        const auto studies = Test::await(composition.imaging().studies(person.id));
        for (const StudyInfo &study : studies.value_or(QList<StudyInfo>())) {
            for (const auto &series : study.series)
                return series.header.seriesUid;
        }
    }
    return {};
}

void compare(const Series &series)
{
    const QString folder = Bench::imagingFolder() + QLatin1Char('/') + QLatin1StringView(series.folder);
    QStringList files = Bench::filesBelow(folder);
    files.removeIf([](const QString &path) { return path.contains(QLatin1StringView("DICOMDIR")); });
    const QTemporaryDir work;
    const auto composition = Bench::makeVault(work.filePath(QStringLiteral("vault")));
    const QString uid = composition ? seriesUidOf(*composition, folder) : QString();
    if (uid.isEmpty()) {
        std::printf("%s: not imported\n", series.name);
        return;
    }
    Bench::Times ours;
    Bench::Times first;
    Bench::Times listed;
    Bench::Times laidOut;
    Bench::Times nifti;
    Bench::Times plastimatch;
    Bench::Times gdcm;
    Bench::Times single;
    qint64 voxels = 0;
    const QString middle = files[files.size() / 2];
    // One tool for each file, as many at a time as there are processors; the folder of the results is $1.
    const auto forEach = [&](const QString &tool, const QString &to) {
        QDir().mkpath(to);
        const QString script =
            QStringLiteral("to=$1; shift; printf '%s\\0' \"$@\" | xargs -0 -P %1 -I{} sh -c '%2 \"$1\" \"$2/$(basename "
                           "\"$1\")\"' - {} \"$to\"")
                .arg(std::max(1U, std::thread::hardware_concurrency()))
                .arg(tool);
        return Bench::toolSeconds(QStringLiteral("sh"),
                                  QStringList{QStringLiteral("-c"), script, QStringLiteral("sh"), to} + files);
    };
    const QString plain = work.filePath(QStringLiteral("plain"));
    Bench::Times plastimatchAlone;
    for (int run = 0; run < s_runs; ++run) {
        const Opened opened = open(*composition, uid);
        voxels = opened.voxels;
        ours.add(opened.volume);
        first.add(opened.firstPicture);
        listed.add(opened.listed);
        laidOut.add(opened.laidOut);
        nifti.add(Bench::toolSeconds(
            QStringLiteral("dicomtonifti"),
            QStringList{QStringLiteral("-s"), QStringLiteral("-o"), work.filePath(QStringLiteral("out.nii"))} + files));
        const double copied = forEach(QStringLiteral("dcmdjpls"), plain);
        const double converted = Bench::toolSeconds(
            QStringLiteral("plastimatch"), {QStringLiteral("convert"), QStringLiteral("--input"), plain,
                                            QStringLiteral("--output-img"), work.filePath(QStringLiteral("out.mha"))});
        plastimatchAlone.add(converted);
        plastimatch.add(copied < 0 || converted < 0 ? -1 : copied + converted);
        if (run < 2)
            gdcm.add(forEach(QStringLiteral("gdcmconv --raw"), work.filePath(QStringLiteral("raw"))));
        single.add(Bench::toolSeconds(QStringLiteral("dcmdjpls"), {middle, work.filePath(QStringLiteral("one.dcm"))}));
    }
    const auto told = [](double seconds) {
        return seconds < 0 ? QStringLiteral("failed") : QStringLiteral("%1 s").arg(seconds, 0, 'f', 2);
    };
    double fastest = 1e9;
    for (const Bench::Times *times : {&nifti, &plastimatch, &gdcm}) {
        if (times->least() > 0)
            fastest = std::min(fastest, times->least());
    }
    std::printf("%-22s volume %5.2f s (%lld voxels)   dicomtonifti %s   plastimatch %s (%s)   gdcmconv %s   "
                "ratio to the fastest %.2f (budget 1.00)\n",
                series.name, ours.least(), static_cast<long long>(voxels), qPrintable(told(nifti.least())),
                qPrintable(told(plastimatch.least())), qPrintable(told(plastimatchAlone.least())),
                qPrintable(told(gdcm.least())), fastest / ours.least());
    std::printf(
        "%-22s first picture %4.0f ms (listed %.0f, laid out %.0f), the slowest %4.0f ms (budget 100)   dcmdjpls "
        "of the one file %4.0f ms   ratio %.2f\n",
        "", 1000 * first.median(), 1000 * listed.median(), 1000 * laidOut.median(), 1000 * first.part(1),
        1000 * single.median(), single.median() / first.median());
}

} // namespace

int main(int argc, char *argv[])
{
    if (const auto status = Bench::runAsHost(argc, argv))
        return *status;
    QGuiApplication application(argc, argv);
    if (!QDir(Bench::imagingFolder()).exists()) {
        std::puts("bench_imaging_open: the shared images are not here; nothing measured");
        return 0;
    }
    for (const Series &series : s_series)
        compare(series);
    return 0;
}
