// SPDX-License-Identifier: Apache-2.0
// Frame times of what a person moves, on the chest CT: scrolling and dragging the window in the three planes of an MPR
// (900 × 900 pixels), a thick slab, blending with the aligned prior, and turning the volume in 3D (coarse while moving,
// full when still) by the processor, and by OpenGL where there is any: it says by whose, and where that is llvmpipe
// there is no GPU. Budgets: 33 ms for a plane, and for a moving volume the slowest that ScenePace lets pass, 110 ms;
// the full picture's time is told. Then what aligning the follow-up takes; budget 10 s on two processors.
#include "bench/ImagingBench.h"
#include "imaging/LaidOutSeries.h"
#include "imaging/VolumeContent.h"
#include "registration/Registration.h"
#include "scene/VolumeRenderer.h"

#include <QGuiApplication>
#include <QSemaphore>
#include <mutex>
#include <thread>

using namespace Chartline;
using namespace Chartline::Imaging;

namespace {

constexpr QSize s_view(900, 900);
constexpr double s_budget = 0.033; // a frame of a plane
constexpr double s_movingBudget = 0.110;

VolumePtr volumeOf(Composition &composition, const SeriesInfo &listed)
{
    const auto info = Test::await(composition.imaging().series(listed.header.seriesUid));
    const auto bytes = composition.imaging().bytes();
    if (!info || !bytes)
        return nullptr;
    const Ui::LaidOutSeriesPtr laid = Ui::layOutSeries(*info, *bytes);
    return VolumeLoader(laid->images, *laid->source, *composition.decoder())
        .load(laid->stacks.front())
        .value_or(nullptr);
}

// The volumes of all series of the folders.
std::vector<VolumePtr> volumesOf(Composition &composition, const QStringList &folders)
{
    std::vector<VolumePtr> volumes;
    for (const QString &folder : folders) {
        const auto report = Test::await(composition.imports().import({{folder}, {}}));
        if (!report)
            return {};
    }
    const auto people = Test::await(composition.records().persons());
    for (const auto &person : people.value_or(QList<PersonSummary>())) {
        const auto studies = Test::await(composition.imaging().studies(person.id));
        for (const StudyInfo &study : studies.value_or(QList<StudyInfo>())) {
            for (const SeriesInfo &series : study.series) {
                if (VolumePtr volume = volumeOf(composition, series))
                    volumes.push_back(std::move(volume));
            }
        }
    }
    return volumes;
}

void tell(const char *what, const Bench::Times &times, double budget)
{
    std::printf("%-44s median %6.1f ms   worst of 20 %6.1f ms   budget %.0f ms   ratio %.2f\n", what,
                1000 * times.median(), 1000 * times.part(0.95), 1000 * budget, budget / times.median());
}

template<typename Change>
void drawn(const char *what, Ui::VolumeContent &content, const Change &change)
{
    Ui::ImageState state = content.initial(s_view);
    (void)content.draw(state, s_view, 1);
    Bench::Times times;
    for (int i = 0; i < 60; ++i) {
        change(state, i);
        QElapsedTimer timer;
        timer.start();
        const QImage image = content.draw(state, s_view, 1);
        times.add(Bench::secondsSince(timer));
        if (image.isNull())
            return;
    }
    tell(what, times, s_budget);
}

void planes(const VolumePtr &volume, const VolumePtr &prior, const Affine &toPrior)
{
    constexpr std::pair<Ui::Cut, const char *> cuts[] = {
        {Ui::Cut::Axial, "axial"}, {Ui::Cut::Coronal, "coronal"}, {Ui::Cut::Sagittal, "sagittal"}};
    for (const auto &[cut, name] : cuts) {
        Ui::VolumeContent content(volume, cut);
        drawn(QByteArray(QByteArray(name) + ": scroll").constData(), content,
              [&](Ui::ImageState &state, int i) { state.scrollBy((i % 30 < 15 ? 1 : -1) * content.sliceStep(state)); });
        drawn(QByteArray(QByteArray(name) + ": window").constData(), content,
              [](Ui::ImageState &state, int i) { state.window.center += i % 30 < 15 ? 7 : -7; });
    }
    Ui::VolumeContent oblique(volume, Ui::Cut::Coronal);
    drawn("oblique: turning", oblique,
          [](Ui::ImageState &state, int) { state.turn({0, 0.6, 0.8}, 1.5, state.center); });
    Ui::VolumeContent slab(volume, Ui::Cut::Axial);
    drawn("axial slab of 10 mm, maximum: scroll", slab, [&](Ui::ImageState &state, int i) {
        state.slab = 10;
        state.slabMode = Ui::SlabMode::Maximum;
        state.scrollBy((i % 30 < 15 ? 1 : -1) * slab.sliceStep(state));
    });
    Ui::VolumeContent both(volume, Ui::Cut::Axial);
    both.overlay(prior, toPrior, Ui::CompareMode::Difference);
    drawn("axial difference to the prior: scroll", both,
          [&](Ui::ImageState &state, int i) { state.scrollBy((i % 30 < 15 ? 1 : -1) * both.sliceStep(state)); });
}

// Waits for the pictures of one request after the other.
class Turntable
{
public:
    explicit Turntable(VolumeRenderer::Drawing drawing)
    {
        VolumeRenderer::Options options;
        options.drawing = drawing;
        options.settleMilliseconds = -1;
        options.coarseFirst = false;
        m_renderer = std::make_unique<VolumeRenderer>(
            [this](quint64, Expected<SceneImage> image) {
                {
                    const std::lock_guard lock(m_mutex);
                    m_image = std::move(image);
                }
                m_done.release();
            },
            options);
    }
    [[nodiscard]] Expected<SceneImage> picture(const SceneRequest &request)
    {
        m_renderer->render(request);
        m_done.acquire();
        const std::lock_guard lock(m_mutex);
        return std::move(m_image);
    }
    [[nodiscard]] QString renderer() const
    {
        const auto graphics = m_renderer->graphics();
        return graphics ? graphics->renderer : QStringLiteral("none");
    }

private:
    std::mutex m_mutex;
    Expected<SceneImage> m_image = SceneImage();
    QSemaphore m_done;
    std::unique_ptr<VolumeRenderer> m_renderer; // ends first
};

void turned(const VolumePtr &volume, VolumeRenderer::Drawing drawing, const char *name)
{
    Turntable table(drawing);
    SceneRequest request;
    request.volume = volume;
    request.look = sceneLookOf(scenePresetsFor(*volume).value(0, ScenePreset::Mip), *volume);
    request.camera = standardCamera(*volume, StandardView::Anterior, 1);
    request.width = s_view.width();
    request.height = s_view.height();
    Bench::Times full;
    Bench::Times moving;
    const auto frames = [&](Bench::Times &times, int count, bool coarse) {
        for (int i = 0; i < count; ++i) {
            request.camera = Imaging::turned(request.camera, 6, 1, s_view.height());
            request.moving = coarse;
            ++request.id;
            QElapsedTimer timer;
            timer.start();
            const auto image = table.picture(request);
            if (!image) {
                std::printf("3D %s: no picture (%s)\n", name, qPrintable(image.error().detail));
                return false;
            }
            times.add(Bench::secondsSince(timer));
        }
        return true;
    };
    Bench::Times first;
    if (!frames(first, 1, false) || !frames(full, 4, false))
        return;
    // The pace finds itself in the first few.
    Bench::Times settling;
    if (!frames(settling, 8, true) || !frames(moving, 30, true))
        return;
    std::printf("3D %s (%s), first picture %.0f ms\n", name, qPrintable(table.renderer()), 1000 * first.median());
    std::printf("   full, still: median %.0f ms\n", 1000 * full.median());
    tell("   while turning", moving, s_movingBudget);
}

} // namespace

int main(int argc, char *argv[])
{
    if (const auto status = Bench::runAsHost(argc, argv))
        return *status;
    QGuiApplication application(argc, argv);
    if (!QDir(Bench::imagingFolder()).exists()) {
        std::puts("bench_imaging_draw: the shared images are not here; nothing measured");
        return 0;
    }
    const QTemporaryDir work;
    const auto composition = Bench::makeVault(work.filePath(QStringLiteral("vault")));
    if (!composition)
        return 1;
    const auto volumes =
        volumesOf(*composition, {Bench::imagingFolder() + QStringLiteral("/ohif/nlst-ct-143/CT_89952642"),
                                 Bench::imagingFolder() + QStringLiteral("/synthetic/nlst-fu")});
    if (volumes.size() != 2) {
        std::puts("bench_imaging_draw: two volumes were expected");
        return 1;
    }
    // By slices: the chest has 143 of 2 mm, its follow-up 54 of 4 mm.
    const bool firstIsPrior = volumes[0]->size[2] > volumes[1]->size[2];
    const VolumePtr &prior = volumes[firstIsPrior ? 0 : 1];
    const VolumePtr &current = volumes[firstIsPrior ? 1 : 0];
    Bench::Times aligning;
    Affine toPrior;
    for (int run = 0; run < 3; ++run) {
        const auto alignment = align(*current, *prior);
        if (!alignment || !alignment->accepted)
            return 1;
        toPrior = alignment->fixedToMoving;
        aligning.add(alignment->seconds);
    }
    planes(prior, current, *toPrior.inverse());
    turned(prior, VolumeRenderer::Drawing::Processor, "by the processor");
    turned(prior, VolumeRenderer::Drawing::Gpu, "by OpenGL");
    std::printf("%-44s %.1f s on %u processors   budget 10 s   ratio %.2f\n", "aligning the follow-up",
                aligning.median(), std::thread::hardware_concurrency(), 10 / aligning.median());
    return 0;
}
