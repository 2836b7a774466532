// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "imaging/LaidOutSeries.h"
#include "imaging/VolumeContent.h"
#include "registration/Registration.h"
#include "scene/VolumeRenderer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSaveFile>

namespace Chartline::Cli {

namespace {

using namespace Imaging;

constexpr QSize s_defaultSize(800, 800);
constexpr int s_mostSide = 8192;

// The failures of imaging as the errors the command line prints.
Error errorOf(const Failure &failure)
{
    const QStringList detail = failure.detail.isEmpty() ? QStringList() : QStringList{failure.detail};
    switch (failure.code) {
    case FailureCode::Cancelled: return {ErrorCode::Cancelled, {}};
    case FailureCode::Truncated: return {ErrorCode::InputTruncated, detail};
    case FailureCode::Corrupt: return {ErrorCode::InputNotWellFormed, detail};
    case FailureCode::TooLarge: return {ErrorCode::InputTooManyPixels, {QString::number(mostPixels)}};
    case FailureCode::WorkerLost: return {ErrorCode::WorkerLost, detail};
    case FailureCode::NoGeometry:
    case FailureCode::NotAnImage:
        return {ErrorCode::Usage, {Terminal::tr("the series has no volume that could be drawn this way")}};
    default: return {ErrorCode::InputUnsupported, detail};
    }
}

Result<QSize> sizeOption(const Arguments &arguments)
{
    const QString text = arguments.option(QStringLiteral("size"));
    if (text.isEmpty())
        return s_defaultSize;
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.width() < 1 || size.height() < 1 || size.width() > s_mostSide
        || size.height() > s_mostSide)
        return fail(ErrorCode::Usage, {Terminal::tr("--size is WIDTHxHEIGHT, each from 1 to %1").arg(s_mostSide)});
    return size;
}

Result<std::optional<Window>> windowOption(const Arguments &arguments)
{
    const QString text = arguments.option(QStringLiteral("window"));
    if (text.isEmpty())
        return std::nullopt;
    const QStringList parts = text.split(QLatin1Char(','));
    bool center = false;
    bool width = false;
    Window window;
    window.center = parts.value(0).toDouble(&center);
    window.width = parts.value(1).toDouble(&width);
    if (parts.size() != 2 || !center || !width || window.width <= 0)
        return fail(ErrorCode::Usage, {Terminal::tr("--window is CENTRE,WIDTH with a width above 0")});
    return window;
}

// The largest volume of a series.
Result<VolumePtr> loadVolume(Composition &composition, const QString &seriesUid)
{
    CHARTLINE_ASSIGN(const SeriesInfo series, await(composition.imaging().series(seriesUid)));
    CHARTLINE_ASSIGN(const auto bytes, composition.imaging().bytes());
    const Ui::LaidOutSeriesPtr laid = Ui::layOutSeries(series, bytes);
    if (laid->stacks.empty() || laid->stacks.front().kind != Stack::Kind::Volume)
        return std::unexpected(errorOf({FailureCode::NoGeometry, {}}));
    const VolumeLoader loader(laid->images, *laid->source, *composition.decoder());
    auto volume = loader.load(laid->stacks.front());
    if (!volume)
        return std::unexpected(errorOf(volume.error()));
    return std::move(*volume);
}

// Written whole or not at all.
Status savePng(const QImage &image, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path});
    if (!image.save(&file, "PNG") || !file.commit())
        return fail(ErrorCode::IoFailed, {path});
    return {};
}

Result<QImage> drawSlice(const VolumePtr &volume, Ui::Cut cut, const Arguments &arguments, const QSize &size,
                         const std::optional<Window> &window, bool projected)
{
    Ui::VolumeContent content(volume, cut);
    Ui::ImageState state = content.initial(size);
    if (const QString text = arguments.option(QStringLiteral("slice")); !text.isEmpty()) {
        bool ok = false;
        const int slice = text.toInt(&ok);
        const int count = content.sliceCount(state);
        if (!ok || slice < 1 || slice > count)
            return fail(ErrorCode::Usage, {Terminal::tr("--slice is a number from 1 to %1").arg(count)});
        state.scrollBy((slice - 1 - content.sliceAt(state)) * content.sliceStep(state));
    }
    if (window)
        state.window = *window;
    if (projected) {
        state.slabMode = Ui::SlabMode::Maximum;
        state.slab = content.sliceCount(state) * content.sliceStep(state);
        state.scrollTo(content.initial(size).center);
        if (!window)
            state.window = content.fullWindow();
    }
    return content.draw(state, size, 1);
}

Result<QImage> drawVolume(const VolumePtr &volume, const QSize &size)
{
    SceneRequest request;
    request.volume = volume;
    const QList<ScenePreset> presets = scenePresetsFor(*volume);
    request.look = sceneLookOf(presets.value(0, ScenePreset::Mip), *volume);
    request.camera = standardCamera(*volume, StandardView::Anterior, double(size.width()) / size.height());
    request.width = size.width();
    request.height = size.height();
    const auto drawn = VolumeRenderer::renderOnce(request);
    if (!drawn)
        return std::unexpected(errorOf(drawn.error()));
    QImage image(drawn->width, drawn->height, QImage::Format_RGB32);
    for (int y = 0; y < drawn->height; ++y)
        memcpy(image.scanLine(y), drawn->pixels.data() + std::size_t(y) * std::size_t(drawn->width),
               std::size_t(drawn->width) * sizeof(quint32));
    return image;
}

Result<QImage> drawView(const VolumePtr &volume, const Arguments &arguments)
{
    const QString view = arguments.option(QStringLiteral("view"));
    CHARTLINE_ASSIGN(const QSize size, sizeOption(arguments));
    CHARTLINE_ASSIGN(const auto window, windowOption(arguments));
    if (view == QLatin1StringView("axial"))
        return drawSlice(volume, Ui::Cut::Axial, arguments, size, window, false);
    if (view == QLatin1StringView("coronal"))
        return drawSlice(volume, Ui::Cut::Coronal, arguments, size, window, false);
    if (view == QLatin1StringView("sagittal"))
        return drawSlice(volume, Ui::Cut::Sagittal, arguments, size, window, false);
    if (view == QLatin1StringView("mip"))
        return drawSlice(volume, Ui::Cut::Coronal, arguments, size, window, true);
    if (view == QLatin1StringView("volume"))
        return drawVolume(volume, size);
    return fail(ErrorCode::Usage, {Terminal::tr("--view is axial, coronal, sagittal, mip or volume")});
}

QJsonArray matrixJson(const Affine &affine)
{
    QJsonArray rows;
    for (std::size_t r = 0; r < 3; ++r)
        rows.append(
            QJsonArray{affine.columns[0][r], affine.columns[1][r], affine.columns[2][r], affine.translation[r]});
    rows.append(QJsonArray{0, 0, 0, 1});
    return rows;
}

// Current, prior laid over it, and their difference, side by side.
QImage comparisonOf(const VolumePtr &current, const VolumePtr &prior, const Affine &toPrior, const QSize &size)
{
    QImage image(size.width() * 3, size.height(), QImage::Format_RGB32);
    QPainter painter(&image);
    for (int part = 0; part < 3; ++part) {
        Ui::VolumeContent content(current, Ui::Cut::Native);
        const Ui::ImageState state = content.initial(size);
        if (part == 1)
            content.showOther(prior, toPrior);
        else if (part == 2)
            content.overlay(prior, toPrior, Ui::CompareMode::Difference);
        painter.drawImage(part * size.width(), 0, content.draw(state, size, 1));
    }
    return image;
}

} // namespace

int runRender(Composition &composition, const Arguments &arguments)
{
    QElapsedTimer timer;
    timer.start();
    const QString out = arguments.option(QStringLiteral("out"));
    if (out.isEmpty() || arguments.option(QStringLiteral("series")).isEmpty())
        return failed({ErrorCode::Usage, {Terminal::tr("--series and --out are needed")}}, arguments.json);
    const auto volume = loadVolume(composition, arguments.option(QStringLiteral("series")));
    if (!volume)
        return failed(volume.error(), arguments.json);
    const auto image = drawView(*volume, arguments);
    if (!image)
        return failed(image.error(), arguments.json);
    if (const Status saved = savePng(*image, out); !saved)
        return failed(saved.error(), arguments.json);
    const double seconds = double(timer.elapsed()) / 1000;
    if (arguments.json)
        Terminal::outJson(QJsonObject{{QStringLiteral("file"), out},
                                      {QStringLiteral("width"), image->width()},
                                      {QStringLiteral("height"), image->height()},
                                      {QStringLiteral("seconds"), seconds},
                                      {QStringLiteral("notes"), QJsonArray::fromStringList((*volume)->notes)}});
    else
        Terminal::out(QStringLiteral("%1  %2x%3  %4 s").arg(out).arg(image->width()).arg(image->height()).arg(seconds));
    return Done;
}

int runCompare(Composition &composition, const Arguments &arguments)
{
    QElapsedTimer timer;
    timer.start();
    const auto current = loadVolume(composition, arguments.option(QStringLiteral("current")));
    if (!current)
        return failed(current.error(), arguments.json);
    const auto prior = loadVolume(composition, arguments.option(QStringLiteral("prior")));
    if (!prior)
        return failed(prior.error(), arguments.json);
    const auto alignment = align(**current, **prior);
    if (!alignment)
        return failed(errorOf(alignment.error()), arguments.json);
    const QString out = arguments.option(QStringLiteral("out"));
    if (!out.isEmpty() && alignment->accepted) {
        const QImage image = comparisonOf(*current, *prior, alignment->fixedToMoving, {512, 512});
        if (const Status saved = savePng(image, out); !saved)
            return failed(saved.error(), arguments.json);
    }
    const double seconds = double(timer.elapsed()) / 1000;
    if (arguments.json) {
        Terminal::outJson(QJsonObject{{QStringLiteral("matrix"), matrixJson(alignment->fixedToMoving)},
                                      {QStringLiteral("metricBefore"), alignment->metricBefore},
                                      {QStringLiteral("metricAfter"), alignment->metricAfter},
                                      {QStringLiteral("errorMm"), alignment->errorMm},
                                      {QStringLiteral("overlap"), alignment->overlap},
                                      {QStringLiteral("aligned"), alignment->accepted},
                                      {QStringLiteral("seconds"), seconds}});
    } else if (alignment->accepted) {
        Terminal::out(Terminal::tr("aligned, %1 mm (%2 s)").arg(alignment->errorMm, 0, 'f', 1).arg(seconds));
    }
    if (!alignment->accepted) {
        Terminal::message(alignment->why == FailureCode::TooLittleOverlap
                              ? Terminal::tr("not aligned: too little overlap")
                              : Terminal::tr("not aligned: no trustworthy match"));
        return Failed;
    }
    return Done;
}

} // namespace Chartline::Cli
