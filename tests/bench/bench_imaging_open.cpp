// SPDX-License-Identifier: Apache-2.0
// A series in the vault to its volume in memory, and to its first picture, against programs that read the same files as
// they are and write a volume: dicomtonifti (vtk-dicom), plastimatch convert, and gdcmconv for every file (it makes no
// volume; as many at a time as there are processors). Budget: as fast as the fastest. First picture: from choosing the
// series; budget 100 ms; dcmdjpls on that one file beside it. Best of five, taken in turn.
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
    const Ui::LaidOutSeriesPtr laid = Ui::layOutSeries(*info, *bytes);
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
    Bench::Times nifti;
    Bench::Times plastimatch;
    Bench::Times gdcm;
    Bench::Times single;
    qint64 voxels = 0;
    const QString middle = files[files.size() / 2];
    const QString each =
        QStringLiteral(
            "printf '%s\\n' \"$0\"/* | xargs -P %1 -I{} sh -c 'gdcmconv --raw \"{}\" \"%2/$(basename \"{}\")\"'")
            .arg(std::max(1U, std::thread::hardware_concurrency()))
            .arg(work.path());
    for (int run = 0; run < s_runs; ++run) {
        const Opened opened = open(*composition, uid);
        voxels = opened.voxels;
        ours.add(opened.volume);
        first.add(opened.firstPicture);
        nifti.add(Bench::toolSeconds(
            QStringLiteral("dicomtonifti"),
            QStringList{QStringLiteral("-s"), QStringLiteral("-o"), work.filePath(QStringLiteral("out.nii"))} + files));
        plastimatch.add(Bench::toolSeconds(QStringLiteral("plastimatch"),
                                           {QStringLiteral("convert"), QStringLiteral("--input"), folder,
                                            QStringLiteral("--output-img"), work.filePath(QStringLiteral("out.mha"))}));
        if (run < 2)
            gdcm.add(Bench::toolSeconds(QStringLiteral("sh"), {QStringLiteral("-c"), each, folder}));
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
    std::printf("%-22s volume %5.2f s (%lld voxels)   dicomtonifti %s   plastimatch %s   gdcmconv %s   "
                "ratio to the fastest %.2f (budget 1.00)\n",
                series.name, ours.least(), static_cast<long long>(voxels), qPrintable(told(nifti.least())),
                qPrintable(told(plastimatch.least())), qPrintable(told(gdcm.least())), fastest / ours.least());
    std::printf("%-22s first picture %4.0f ms, the slowest %4.0f ms (budget 100)   dcmdjpls of the one file %4.0f ms   "
                "ratio %.2f\n",
                "", 1000 * first.median(), 1000 * first.part(1), 1000 * single.median(),
                single.median() / first.median());
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
