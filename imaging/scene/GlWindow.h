// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vtkGenericOpenGLRenderWindow.h>

namespace Chartline::Imaging {

// VTK's window onto an OpenGL context that is not VTK's and stays current on one thread: it draws into framebuffers of
// its own, which are read back, and never onto a screen.
class GlWindow final : public vtkGenericOpenGLRenderWindow
{
public:
    static GlWindow *New();
    vtkTypeMacro(GlWindow, vtkGenericOpenGLRenderWindow)

        void OpenGLInitContext() override;
    void MakeCurrent() override { }
    bool IsCurrent() override { return true; }
    int SupportsOpenGL() override { return 1; }
    vtkTypeBool IsDirect() override { return 1; }
    void Frame() override { }

    GlWindow(const GlWindow &) = delete;
    GlWindow &operator=(const GlWindow &) = delete;

private:
    GlWindow();
    ~GlWindow() override = default;
};

// VTK says everything twice, once to its log and once to its output window, both of the whole process, and both end up
// on standard error. From the first call on, neither does.
void silenceVtk();

} // namespace Chartline::Imaging
