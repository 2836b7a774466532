// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Failure.h"

#include <memory>

namespace Chartline::Imaging {

// Desktop OpenGL 3.2 or later without a window and without a display server, current on the thread that made it until
// it is destroyed there. Hardware before software: Mesa's surfaceless platform, then EGL devices, then the default
// display.
class EglContext
{
public:
    // NoGraphics with what EGL said.
    [[nodiscard]] static Expected<std::unique_ptr<EglContext>> create();
    ~EglContext();
    EglContext(const EglContext &) = delete;
    EglContext &operator=(const EglContext &) = delete;

    [[nodiscard]] const QString &renderer() const { return m_renderer; } // GL_RENDERER
    [[nodiscard]] bool isSoftware() const { return m_software; }
    [[nodiscard]] int largestTexture3d() const { return m_largestTexture3d; } // voxels along a side

private:
    EglContext() = default;
    [[nodiscard]] QString open(void *display);

    void *m_display = nullptr;
    void *m_context = nullptr;
    void *m_surface = nullptr;
    QString m_renderer;
    bool m_software = false;
    int m_largestTexture3d = 0;
};

} // namespace Chartline::Imaging
