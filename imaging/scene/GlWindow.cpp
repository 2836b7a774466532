// SPDX-License-Identifier: Apache-2.0
#include "scene/GlWindow.h"

#include <vtkLogger.h>
#include <vtkObjectFactory.h>
#include <vtkOutputWindow.h>

namespace Chartline::Imaging {

namespace {

class NoOutput final : public vtkOutputWindow
{
public:
    static NoOutput *New();
    vtkTypeMacro(NoOutput, vtkOutputWindow) void DisplayText(const char *) override { }

    NoOutput(const NoOutput &) = delete;
    NoOutput &operator=(const NoOutput &) = delete;

private:
    NoOutput() { SetDisplayModeToNever(); }
    ~NoOutput() override = default;
};

vtkStandardNewMacro(NoOutput)

} // namespace

vtkStandardNewMacro(GlWindow)

    GlWindow::GlWindow()
{
    SetOwnContext(0);
    SetReadyForRendering(true);
    SetMapped(1);
    SetMultiSamples(0);
    SetSwapBuffers(0);
    SetFrameBlitModeToNoBlit();
}

// Debian's GLEW is made for GLX: without an X display it finds every function and then reports that there is no
// display. VTK takes that for a failure and would try again, and start over with every shader and texture, for each
// picture.
void GlWindow::OpenGLInitContext()
{
    if (Initialized)
        return;
    Superclass::OpenGLInitContext();
    GlewInitValid = true;
    Initialized = true;
}

void silenceVtk()
{
    static const bool done = [] {
        vtkLogger::SetStderrVerbosity(vtkLogger::VERBOSITY_OFF);
        auto *output = NoOutput::New();
        vtkOutputWindow::SetInstance(output);
        output->Delete();
        return true;
    }();
    static_cast<void>(done);
}

} // namespace Chartline::Imaging
