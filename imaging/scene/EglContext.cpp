// SPDX-License-Identifier: Apache-2.0
#include "scene/EglContext.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#include <QByteArray>
#include <QList>
#include <algorithm>
#include <array>

namespace Chartline::Imaging {

namespace {

constexpr unsigned s_glRenderer = 0x1F01;
constexpr unsigned s_glMajorVersion = 0x821B;
constexpr unsigned s_glMinorVersion = 0x821C;
constexpr unsigned s_glMax3dTextureSize = 0x8073;

bool has(const char *extensions, const char *name)
{
    return extensions && QByteArray::fromRawData(extensions, qsizetype(qstrlen(extensions))).split(' ').contains(name);
}

template<typename F>
F entry(const char *name)
{
    return reinterpret_cast<F>(eglGetProcAddress(name));
}

bool isSoftwareName(const QString &renderer)
{
    constexpr std::array names{"llvmpipe", "softpipe", "swrast", "SwiftShader", "Software"};
    return std::ranges::any_of(
        names, [&](const char *name) { return renderer.contains(QLatin1StringView(name), Qt::CaseInsensitive); });
}

QString eglError(const char *what)
{
    return QStringLiteral("%1: EGL error 0x%2")
        .arg(QLatin1StringView(what))
        .arg(eglGetError(), 4, 16, QLatin1Char('0'));
}

// Displays to try, the most likely first.
QList<EGLDisplay> displays()
{
    QList<EGLDisplay> list;
    const char *client = eglQueryString(EGL_NO_DISPLAY, EGL_EXTENSIONS);
    const auto platform = entry<PFNEGLGETPLATFORMDISPLAYEXTPROC>("eglGetPlatformDisplayEXT");
    if (platform && has(client, "EGL_MESA_platform_surfaceless"))
        list.append(platform(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr));
    const auto query = entry<PFNEGLQUERYDEVICESEXTPROC>("eglQueryDevicesEXT");
    const auto describe = entry<PFNEGLQUERYDEVICESTRINGEXTPROC>("eglQueryDeviceStringEXT");
    if (platform && query && describe && has(client, "EGL_EXT_platform_device")) {
        std::array<EGLDeviceEXT, 16> devices{};
        EGLint count = 0;
        if (query(EGLint(devices.size()), devices.data(), &count)) {
            for (EGLint i = 0; i < count; ++i) {
                if (!has(describe(devices[std::size_t(i)], EGL_EXTENSIONS), "EGL_MESA_device_software"))
                    list.append(platform(EGL_PLATFORM_DEVICE_EXT, devices[std::size_t(i)], nullptr));
            }
        }
    }
    list.append(eglGetDisplay(EGL_DEFAULT_DISPLAY));
    list.removeAll(EGL_NO_DISPLAY);
    return list;
}

} // namespace

QString EglContext::open(void *display)
{
    EGLint major = 0;
    EGLint minor = 0;
    if (!eglInitialize(display, &major, &minor))
        return eglError("eglInitialize");
    if (!eglBindAPI(EGL_OPENGL_API))
        return eglError("eglBindAPI");
    constexpr EGLint wanted[] = {EGL_SURFACE_TYPE, EGL_PBUFFER_BIT, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    if (!eglChooseConfig(display, wanted, &config, 1, &count) || count < 1)
        return eglError("eglChooseConfig");
    constexpr EGLint version[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 2, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLContext context = eglCreateContext(display, config, EGL_NO_CONTEXT, version);
    if (context == EGL_NO_CONTEXT)
        return eglError("eglCreateContext");
    EGLSurface surface = EGL_NO_SURFACE;
    if (!has(eglQueryString(display, EGL_EXTENSIONS), "EGL_KHR_surfaceless_context")) {
        constexpr EGLint size[] = {EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
        surface = eglCreatePbufferSurface(display, config, size);
    }
    m_display = display;
    m_context = context;
    m_surface = surface;
    if (!eglMakeCurrent(display, surface, surface, context))
        return eglError("eglMakeCurrent");
    const auto getString = entry<const unsigned char *(*)(unsigned)>("glGetString");
    const auto getInteger = entry<void (*)(unsigned, int *)>("glGetIntegerv");
    if (!getString || !getInteger || !getString(s_glRenderer))
        return QStringLiteral("no OpenGL functions");
    int glMajor = 0;
    int glMinor = 0;
    getInteger(s_glMajorVersion, &glMajor);
    getInteger(s_glMinorVersion, &glMinor);
    m_renderer = QString::fromUtf8(reinterpret_cast<const char *>(getString(s_glRenderer)));
    if (glMajor * 10 + glMinor < 32)
        return QStringLiteral("%1 has only OpenGL %2.%3").arg(m_renderer).arg(glMajor).arg(glMinor);
    m_software = isSoftwareName(m_renderer);
    getInteger(s_glMax3dTextureSize, &m_largestTexture3d);
    return {};
}

// The display is not terminated: it belongs to the whole process, and others may have contexts on it.
EglContext::~EglContext()
{
    if (m_display) {
        eglMakeCurrent(m_display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (m_surface != EGL_NO_SURFACE)
            eglDestroySurface(m_display, m_surface);
        eglDestroyContext(m_display, m_context);
    }
    eglReleaseThread();
}

Expected<std::unique_ptr<EglContext>> EglContext::create()
{
    std::unique_ptr<EglContext> software;
    QStringList problems;
    for (EGLDisplay display : displays()) {
        std::unique_ptr<EglContext> context(new EglContext);
        if (const QString problem = context->open(display); !problem.isEmpty()) {
            problems.append(problem);
            continue;
        }
        if (!context->isSoftware())
            return context;
        if (!software)
            software = std::move(context);
    }
    if (!software)
        return failure(FailureCode::NoGraphics,
                       problems.isEmpty() ? QStringLiteral("no EGL display") : problems.join(QStringLiteral("; ")));
    eglBindAPI(EGL_OPENGL_API);
    if (!eglMakeCurrent(software->m_display, software->m_surface, software->m_surface, software->m_context))
        return failure(FailureCode::NoGraphics, eglError("eglMakeCurrent"));
    return software;
}

} // namespace Chartline::Imaging
