// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scene/GlWindow.h"
#include "scene/SceneGrid.h"
#include "scene/ScenePace.h"
#include "scene/SceneRequest.h"

#include <functional>
#include <vtkLight.h>
#include <vtkNew.h>
#include <vtkRenderer.h>
#include <vtkVolume.h>
#include <vtkVolumeMapper.h>
#include <vtkVolumeProperty.h>

namespace Chartline::Imaging {

// VTK's objects that draw one volume, and the decisions about how. Lives on the thread its OpenGL context is current
// on.
class VolumeScene
{
public:
    struct Limits
    {
        bool gpu = false; // draw with shaders; else on the processor
        int side = 0; // voxels, of a 3D texture
        qint64 textureBytes = 0;
        qint64 processorVoxels = 0; // drawn on the processor: what its gradients may take
        int threads = 0; // 0: all
    };
    enum class Quality : quint8 { Coarse, Full };

    // `interrupted` is asked while a picture is drawn; true ends it.
    VolumeScene(const Limits &limits, std::function<bool()> interrupted);
    ~VolumeScene();
    VolumeScene(const VolumeScene &) = delete;
    VolumeScene &operator=(const VolumeScene &) = delete;

    // Cancelled where it was interrupted, OutOfMemory, NoGraphics where OpenGL fails while drawing.
    [[nodiscard]] Expected<SceneImage> draw(const SceneRequest &request, Quality quality);
    // Whether some picture of this volume has been drawn.
    [[nodiscard]] bool hasShown(const VolumePtr &volume) const;
    // Lets go of the volume and of everything made for it, also on the graphics hardware.
    void clear();

private:
    struct Level
    {
        SceneGrid grid;
        vtkSmartPointer<vtkVolumeMapper> mapper;
        vtkSmartPointer<vtkVolume> actor;
    };

    [[nodiscard]] Expected<Level *> level(const SceneRequest &request, Quality quality);
    [[nodiscard]] Level makeLevel(SceneGrid grid);
    [[nodiscard]] std::array<int, 3> fullReduction(const Volume &volume) const;
    void dropLevels();
    void applyLook(const SceneRequest &request);
    void applyCuts(const SceneRequest &request, const Level &level);
    void applyCamera(const SceneRequest &request, const Level &level);
    void applyQuality(const Level &level, Quality quality);
    [[nodiscard]] Expected<SceneImage> paint(const SceneRequest &request, Level &level, Quality quality);
    [[nodiscard]] bool readPixels(SceneImage &image, bool mirrored);
    void onAbortCheck();
    void onError(vtkObject *sender, unsigned long event, void *text);

    Limits m_limits;
    std::function<bool()> m_interrupted;
    ScenePace m_pace;
    vtkNew<GlWindow> m_window;
    vtkNew<vtkRenderer> m_renderer;
    vtkNew<vtkLight> m_light;
    vtkNew<vtkVolumeProperty> m_property;
    VolumePtr m_volume;
    std::optional<Level> m_full;
    std::optional<Level> m_coarse;
    bool m_shown = false;
    std::optional<SceneLook> m_look; // as the property has it now
    QString m_error; // what VTK complained about in this picture
};

} // namespace Chartline::Imaging
