// SPDX-License-Identifier: Apache-2.0
#include "scene/VolumeScene.h"

#include <QElapsedTimer>
#include <QStringList>
#include <algorithm>
#include <new>
#include <thread>
#include <utility>
#include <vtkCamera.h>
#include <vtkColorTransferFunction.h>
#include <vtkCommand.h>
#include <vtkFixedPointVolumeRayCastMapper.h>
#include <vtkGPUVolumeRayCastMapper.h>
#include <vtkLight.h>
#include <vtkPiecewiseFunction.h>
#include <vtkPlane.h>
#include <vtkPlaneCollection.h>
#include <vtkUnsignedCharArray.h>

namespace Chartline::Imaging {

namespace {

using Triple = std::array<int, 3>;

constexpr int s_mostPixels = 8192; // of a side of the picture
constexpr int s_coarseSide = 256; // voxels of a volume drawn on the processor while moving
constexpr qint64 s_coarseVoxels = 1LL << 24;

// The side of a cube as large as a voxel, mm.
double meanSpacing(const SceneGrid &grid)
{
    const double *spacing = grid.image->GetSpacing();
    return std::cbrt(spacing[0] * spacing[1] * spacing[2]);
}

void addPlane(vtkPlaneCollection *planes, const Vec3 &point, const Vec3 &normal)
{
    const vtkNew<vtkPlane> plane;
    plane->SetOrigin(point[0], point[1], point[2]);
    plane->SetNormal(normal[0], normal[1], normal[2]);
    planes->AddItem(plane);
}

bool canBeDrawn(const SceneRequest &request)
{
    if (!request.volume || request.width <= 0 || request.height <= 0 || request.width > s_mostPixels
        || request.height > s_mostPixels || request.look.colors.empty() || request.look.opacities.empty())
        return false;
    const SceneCamera &camera = request.camera;
    const double numbers = dot(camera.focus, {1, 1, 1}) + camera.height + camera.viewAngle;
    // Unit vectors at right angles have a third one of length 1.
    return std::isfinite(numbers) && camera.height > 0 && std::abs(length(camera.forward()) - 1) < 0.01;
}

} // namespace

VolumeScene::VolumeScene(const Limits &limits, std::function<bool()> interrupted)
    : m_limits(limits)
    , m_interrupted(std::move(interrupted))
    , m_pace(limits.gpu ? 0 : 3)
{
    silenceVtk();
    // Before anybody listens to what it says about it.
    m_window->OpenGLInitContext();
    m_window->AddRenderer(m_renderer);
    m_window->AddObserver(vtkCommand::AbortCheckEvent, this, &VolumeScene::onAbortCheck);
    m_window->AddObserver(vtkCommand::ErrorEvent, this, &VolumeScene::onError);
    m_renderer->AddObserver(vtkCommand::ErrorEvent, this, &VolumeScene::onError);
    // A light from above and beside the viewer's shoulder shows shapes; one from the eye flattens them.
    m_renderer->AutomaticLightCreationOff();
    m_light->SetLightTypeToCameraLight();
    m_light->SetFocalPoint(0, 0, 0);
    m_renderer->AddLight(m_light);
    m_property->SetInterpolationTypeToLinear();
}

VolumeScene::~VolumeScene()
{
    clear();
    m_window->RemoveRenderer(m_renderer);
    m_window->Finalize();
}

void VolumeScene::onAbortCheck()
{
    if (m_interrupted())
        m_window->SetAbortRender(1);
}

void VolumeScene::onError(vtkObject *, unsigned long, void *text)
{
    // The first line names the object and its address; the message follows.
    const auto lines = QString::fromUtf8(static_cast<const char *>(text)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (m_error.isEmpty() && !lines.isEmpty())
        m_error = lines.last().section(QStringLiteral("): "), -1).left(200);
}

bool VolumeScene::hasShown(const VolumePtr &volume) const
{
    return volume == m_volume && m_shown;
}

void VolumeScene::dropLevels()
{
    for (std::optional<Level> *each : {&m_full, &m_coarse}) {
        if (*each) {
            (*each)->mapper->ReleaseGraphicsResources(m_window);
            m_renderer->RemoveVolume((*each)->actor);
            each->reset();
        }
    }
    m_shown = false;
}

void VolumeScene::clear()
{
    dropLevels();
    m_volume.reset();
    m_look.reset();
}

Triple VolumeScene::fullReduction(const Volume &volume) const
{
    if (m_limits.gpu) {
        // VTK makes 32-bit floats of 16-bit values where the hardware has no signed format.
        return reductionFor(volume.size, m_limits.side, m_limits.textureBytes / 4);
    }
    return reductionFor(volume.size, 1 << 16, m_limits.processorVoxels);
}

VolumeScene::Level VolumeScene::makeLevel(SceneGrid grid)
{
    Level level;
    level.grid = std::move(grid);
    if (m_limits.gpu) {
        const vtkNew<vtkGPUVolumeRayCastMapper> mapper;
        mapper->SetAutoAdjustSampleDistances(0);
        mapper->SetUseJittering(1);
        level.mapper = mapper.Get();
    } else {
        const vtkNew<vtkFixedPointVolumeRayCastMapper> mapper;
        mapper->SetAutoAdjustSampleDistances(0);
        mapper->SetIntermixIntersectingGeometry(0);
        mapper->SetNumberOfThreads(m_limits.threads > 0 ? m_limits.threads
                                                        : std::max(1, int(std::thread::hardware_concurrency())));
        level.mapper = mapper.Get();
    }
    level.mapper->AddObserver(vtkCommand::ErrorEvent, this, &VolumeScene::onError);
    level.mapper->SetInputData(level.grid.image);
    level.actor = vtkSmartPointer<vtkVolume>::New();
    level.actor->SetMapper(level.mapper);
    level.actor->SetProperty(m_property);
    m_renderer->AddVolume(level.actor);
    return level;
}

// Shaders draw the same grid coarsely; the processor needs a smaller one to be fast, whose gradients also take an
// eighth of the time to prepare.
Expected<VolumeScene::Level *> VolumeScene::level(const SceneRequest &request, Quality quality)
{
    if (m_volume != request.volume) {
        clear();
        m_volume = request.volume;
    }
    const bool small = quality == Quality::Coarse && !m_limits.gpu;
    std::optional<Level> &wanted = small ? m_coarse : m_full;
    if (!wanted) {
        Triple reduced = fullReduction(*m_volume);
        if (small) {
            const Triple more = reductionFor(m_volume->size, s_coarseSide, s_coarseVoxels);
            for (std::size_t i = 0; i < 3; ++i)
                reduced[i] = std::max(reduced[i], more[i]);
        }
        auto grid = makeSceneGrid(m_volume, reduced);
        if (!grid)
            return std::unexpected(grid.error());
        wanted = makeLevel(std::move(*grid));
    }
    for (std::optional<Level> *each : {&m_full, &m_coarse}) {
        if (*each)
            (*each)->actor->SetVisibility(each == &wanted);
    }
    return &*wanted;
}

void VolumeScene::applyLook(const SceneRequest &request)
{
    const SceneLook &look = request.look;
    for (std::optional<Level> *each : {&m_full, &m_coarse}) {
        if (!*each)
            continue;
        if (look.maximum)
            (*each)->mapper->SetBlendModeToMaximumIntensity();
        else
            (*each)->mapper->SetBlendModeToComposite();
    }
    if (m_look == look)
        return;
    const double slope = m_volume->slope != 0 ? m_volume->slope : 1;
    const auto stored = [&](double value) { return (value - m_volume->intercept) / slope; };
    const vtkNew<vtkColorTransferFunction> colors;
    for (const ColorPoint &point : look.colors)
        colors->AddRGBPoint(stored(point.value), point.color[0], point.color[1], point.color[2]);
    const vtkNew<vtkPiecewiseFunction> opacities;
    for (const OpacityPoint &point : look.opacities)
        opacities->AddPoint(stored(point.value), std::clamp(point.opacity, 0.0, 1.0));
    m_property->SetColor(colors);
    m_property->SetScalarOpacity(opacities);
    m_property->SetScalarOpacityUnitDistance(std::max(look.opacityLength, 1e-3));
    if (look.gradients.empty()) {
        m_property->DisableGradientOpacityOn();
    } else {
        const vtkNew<vtkPiecewiseFunction> gradients;
        for (const OpacityPoint &point : look.gradients)
            gradients->AddPoint(point.value / std::abs(slope), std::clamp(point.opacity, 0.0, 1.0));
        m_property->SetGradientOpacity(gradients);
        m_property->DisableGradientOpacityOff();
    }
    m_property->SetShade(look.shaded && !look.maximum);
    m_property->SetAmbient(look.ambient);
    m_property->SetDiffuse(look.diffuse);
    m_property->SetSpecular(look.specular);
    m_property->SetSpecularPower(look.specularPower);
    m_look = look;
}

void VolumeScene::applyCuts(const SceneRequest &request, const Level &level)
{
    const SceneGrid &grid = level.grid;
    const vtkNew<vtkPlaneCollection> planes;
    if (request.crop) {
        for (std::size_t i = 0; i < 3; ++i) {
            Vec3 normal{0, 0, 0};
            normal[i] = 1;
            addPlane(planes, grid.inGrid(request.crop->low), grid.inGrid(normal));
            addPlane(planes, grid.inGrid(request.crop->high), grid.inGrid(normal * -1));
        }
    }
    if (request.clip)
        addPlane(planes, grid.inGrid(request.clip->point), grid.inGrid(normalized(request.clip->normal)));
    level.mapper->SetClippingPlanes(planes->GetNumberOfItems() > 0 ? planes.Get() : nullptr);
}

void VolumeScene::applyCamera(const SceneRequest &request, const Level &level)
{
    const SceneCamera &from = request.camera;
    const SceneGrid &grid = level.grid;
    double bounds[6];
    level.actor->GetBounds(bounds);
    const double diagonal = length(Vec3{bounds[1] - bounds[0], bounds[3] - bounds[2], bounds[5] - bounds[4]});
    const Vec3 middle = Vec3{bounds[0] + bounds[1], bounds[2] + bounds[3], bounds[4] + bounds[5]} * 0.5;
    const Vec3 focus = grid.inGrid(from.focus);
    // Where parallel the eye has to be outside of the volume, wherever that is.
    const double away =
        from.perspective ? from.distance() : std::max(from.distance(), diagonal + length(focus - middle));
    const Vec3 eye = focus - grid.inGrid(from.forward()) * away;
    const Vec3 up = grid.inGrid(from.down * -1);
    vtkCamera *camera = m_renderer->GetActiveCamera();
    camera->SetFocalPoint(focus.data());
    camera->SetPosition(eye.data());
    camera->SetViewUp(up.data());
    camera->SetParallelProjection(from.perspective ? 0 : 1);
    camera->SetParallelScale(from.height / 2);
    camera->SetViewAngle(std::clamp(from.viewAngle, 1.0, 120.0));
    m_renderer->ResetCameraClippingRange(bounds);
    // From above and the left of what is seen.
    m_light->SetPosition(grid.mirrored ? 0.35 : -0.35, 0.45, 1);
    const auto &background = request.look.background;
    m_renderer->SetBackground(background[0], background[1], background[2]);
}

void VolumeScene::applyQuality(const Level &level, Quality quality)
{
    const bool full = quality == Quality::Full;
    // Two samples a voxel show an edge without rings; while moving one has to do.
    const auto step = float(meanSpacing(level.grid) * (full ? 0.5 : 1));
    const float rays = full ? 1.0F : m_pace.rayDistance();
    if (auto *gpu = vtkGPUVolumeRayCastMapper::SafeDownCast(level.mapper)) {
        gpu->SetSampleDistance(step);
        gpu->SetImageSampleDistance(rays);
    } else if (auto *cpu = vtkFixedPointVolumeRayCastMapper::SafeDownCast(level.mapper)) {
        cpu->SetSampleDistance(step);
        cpu->SetImageSampleDistance(rays);
    }
}

bool VolumeScene::readPixels(SceneImage &image, bool mirrored)
{
    const vtkNew<vtkUnsignedCharArray> bytes;
    if (m_window->GetRGBACharPixelData(0, 0, image.width - 1, image.height - 1, 0, bytes) != VTK_OK)
        return false;
    const auto count = std::size_t(image.width) * std::size_t(image.height);
    if (std::size_t(bytes->GetNumberOfValues()) < count * 4)
        return false;
    image.pixels.resize(count);
    for (int y = 0; y < image.height; ++y) {
        // OpenGL's rows go from the bottom to the top.
        const unsigned char *in = bytes->GetPointer(vtkIdType(image.height - 1 - y) * image.width * 4);
        quint32 *out = image.pixels.data() + std::size_t(y) * std::size_t(image.width);
        for (int x = 0; x < image.width; ++x, in += 4)
            out[x] = 0xff000000U | (quint32(in[0]) << 16) | (quint32(in[1]) << 8) | in[2];
        if (mirrored)
            std::reverse(out, out + image.width);
    }
    return true;
}

Expected<SceneImage> VolumeScene::paint(const SceneRequest &request, Level &level, Quality quality)
{
    SceneImage image;
    image.width = request.width;
    image.height = request.height;
    image.id = request.id;
    image.coarse = quality == Quality::Coarse;
    image.onGpu = m_limits.gpu;
    image.reduced = fullReduction(*m_volume);
    m_error.clear();
    m_window->SetSize(request.width, request.height);
    applyLook(request);
    applyCuts(request, level);
    applyCamera(request, level);
    applyQuality(level, quality);
    m_window->Render();
    if (m_window->GetAbortRender() != 0)
        return failure(FailureCode::Cancelled);
    if (!m_error.isEmpty())
        return failure(FailureCode::NoGraphics, m_error);
    if (!readPixels(image, level.grid.mirrored))
        return failure(FailureCode::NoGraphics, QStringLiteral("pixels cannot be read back"));
    return image;
}

Expected<SceneImage> VolumeScene::draw(const SceneRequest &request, Quality quality)
{
    if (!canBeDrawn(request))
        return failure(FailureCode::Internal, QStringLiteral("scene request"));
    QElapsedTimer timer;
    timer.start();
    try {
        const auto chosen = level(request, quality);
        if (!chosen)
            return std::unexpected(chosen.error());
        auto image = paint(request, **chosen, quality);
        if (!image)
            return image;
        image->seconds = double(timer.nsecsElapsed()) * 1e-9;
        if (quality == Quality::Coarse)
            m_pace.took(image->seconds);
        m_shown = true;
        return image;
    } catch (const std::bad_alloc &) {
        clear();
        return failure(FailureCode::OutOfMemory);
    } catch (const std::exception &exception) {
        clear();
        return failure(FailureCode::Internal, QString::fromUtf8(exception.what()));
    }
}

} // namespace Chartline::Imaging
