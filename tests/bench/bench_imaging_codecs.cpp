// SPDX-License-Identifier: Apache-2.0
// JPEG-LS slices by the decoder of this program and by CharLS as it is, one thread, the same streams in memory: why
// there are two. Best of five, taken in turn.
#include "bench/ImagingBench.h"
#include "decode/LocalFrameDecoder.h"
#include "imaging/LaidOutSeries.h"

#include <charls/charls.h>

#include <cstring>

using namespace Chartline;
using namespace Chartline::Imaging;

namespace {

struct Frame
{
    ImageDescription image;
    int frame = 0;
    std::vector<QByteArray> data;
};

// Every JPEG-LS frame of the folder's series.
std::vector<Frame> framesOf(Composition &composition, const QString &folder)
{
    std::vector<Frame> frames;
    const auto report = Test::await(composition.imports().import({{folder}, {}}));
    const auto people = Test::await(composition.records().persons());
    const auto bytes = composition.imaging().bytes();
    if (!report || !people || !bytes)
        return frames;
    for (const auto &person : *people) {
        const auto studies = Test::await(composition.imaging().studies(person.id));
        for (const StudyInfo &study : studies.value_or(QList<StudyInfo>())) {
            for (const SeriesInfo &listed : study.series) {
                const auto info = Test::await(composition.imaging().series(listed.header.seriesUid));
                if (!info)
                    continue;
                const auto laid = Ui::layOutSeries(*info, *bytes);
                for (std::size_t i = 0; i < laid->images.size(); ++i) {
                    const ImageDescription &image = laid->images[i];
                    Frame frame{image, 0, {}};
                    for (const auto &fragment : frameFragments(image, 0))
                        frame.data.push_back(
                            laid->source->read(int(i), fragment.offset, fragment.length).value_or(QByteArray()));
                    if (image.transferSyntax.endsWith(QLatin1StringView(".4.80")))
                        frames.push_back(std::move(frame));
                }
            }
        }
    }
    return frames;
}

double ownSeconds(const std::vector<Frame> &frames, std::vector<std::vector<std::byte>> &out)
{
    const LocalFrameDecoder decoder;
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        if (!decoder.decode(frames[i].image, frames[i].frame, frames[i].data, out[i]))
            return -1;
    }
    return Bench::secondsSince(timer);
}

double charlsSeconds(const std::vector<Frame> &frames, std::vector<std::vector<std::byte>> &out)
{
    QElapsedTimer timer;
    timer.start();
    for (std::size_t i = 0; i < frames.size(); ++i) {
        QByteArray joined;
        for (const QByteArray &fragment : frames[i].data)
            joined += fragment;
        // The byte that pads the stream to an even length is an error to it.
        const qsizetype end = joined.lastIndexOf("\xff\xd9");
        charls::jpegls_decoder decoder;
        decoder.source(joined.constData(), std::size_t(end < 0 ? joined.size() : end + 2)).read_header();
        if (decoder.destination_size() != out[i].size())
            return -1;
        decoder.decode(out[i].data(), out[i].size());
    }
    return Bench::secondsSince(timer);
}

void compare(const char *name, const QString &folder)
{
    const QTemporaryDir work;
    const auto composition = Bench::makeVault(work.filePath(QStringLiteral("vault")));
    if (!composition)
        return;
    const std::vector<Frame> frames = framesOf(*composition, Bench::imagingFolder() + QLatin1Char('/') + folder);
    std::vector<std::vector<std::byte>> a;
    for (const Frame &frame : frames)
        a.emplace_back(std::size_t(FrameFormat::of(frame.image).value_or(FrameFormat()).bytes()));
    std::vector<std::vector<std::byte>> b = a;
    Bench::Times own;
    Bench::Times charlsTimes;
    for (int run = 0; run < 5; ++run) {
        own.add(ownSeconds(frames, a));
        charlsTimes.add(charlsSeconds(frames, b));
    }
    std::size_t same = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        same += a[i] == b[i] ? 1 : 0;
    std::printf("%-22s %zu JPEG-LS frames   CharLS %5.2f ms each   own %5.2f ms each   ratio %.2f   (%zu the same)\n",
                name, frames.size(), 1000 * charlsTimes.least() / double(frames.size()),
                1000 * own.least() / double(frames.size()), charlsTimes.least() / own.least(), same);
}

} // namespace

int main(int argc, char *argv[])
{
    if (const auto status = Bench::runAsHost(argc, argv))
        return *status;
    QCoreApplication application(argc, argv);
    if (!QDir(Bench::imagingFolder()).exists()) {
        std::puts("bench_imaging_codecs: the shared images are not here; nothing measured");
        return 0;
    }
    compare("chest CT", QStringLiteral("ohif/nlst-ct-143/CT_89952642"));
    compare("body CT", QStringLiteral("ohif/acrin-petct/CT_94858561"));
    compare("PET", QStringLiteral("ohif/acrin-petct/PT_61081015"));
    compare("knee MR", QStringLiteral("ohif/mister-mr-sr/MR_7063_135"));
    return 0;
}
