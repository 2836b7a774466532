// SPDX-License-Identifier: Apache-2.0
// The only file that includes ITK, whose headers are heavy.
#include "registration/MattesRefinement.h"

#include "registration/QuadraticSearch.h"

#include <itkEuler3DTransform.h>
#include <itkImage.h>
#include <itkMattesMutualInformationImageToImageMetricv4.h>
#include <limits>

namespace Chartline::Imaging::Rigid {

namespace {

using Image = itk::Image<float, 3>;
using Metric = itk::MattesMutualInformationImageToImageMetricv4<Image, Image>;
using Transform = itk::Euler3DTransform<double>;

constexpr unsigned bins = 32;

// A place that leaves fewer of the points within the moving study than this part is not looked at.
constexpr double leastWithin = 0.05;

// Reads the grid that knows where nothing was scanned; such a place gets a value below all others, and the metric
// leaves out points with values outside of the moving image's range.
class CoveredInterpolator final : public itk::InterpolateImageFunction<Image, double>
{
public:
    using Self = CoveredInterpolator;
    using Superclass = itk::InterpolateImageFunction<Image, double>;
    using Pointer = itk::SmartPointer<Self>;
    using ConstPointer = itk::SmartPointer<const Self>;
    itkFactorylessNewMacro(Self);

    void read(const WorkImage &image) { m_image = &image; }
    OutputType EvaluateAtContinuousIndex(const ContinuousIndexType &index) const override
    {
        const float value = m_image->sample({index[0], index[1], index[2]});
        return std::isnan(value) ? double(std::numeric_limits<float>::lowest()) : double(value);
    }
    SizeType GetRadius() const override { return SizeType::Filled(1); }

protected:
    CoveredInterpolator() = default;

private:
    const WorkImage *m_image = nullptr;
};

// The geometry relative to `origin`, for ITK keeps points in single precision.
Image::Pointer imageOf(const WorkImage &work, const Vec3 &origin)
{
    const auto image = Image::New();
    Image::SizeType size;
    Image::SpacingType spacing;
    Image::PointType corner;
    Image::DirectionType direction;
    for (unsigned a = 0; a < 3; ++a) {
        size[a] = itk::SizeValueType(work.size[a]);
        spacing[a] = work.spacing()[a];
        corner[a] = work.toPatient.translation[a] - origin[a];
        const Vec3 axis = normalized(work.toPatient.columns[a]);
        for (unsigned i = 0; i < 3; ++i)
            direction(i, a) = axis[i];
    }
    image->SetRegions(size);
    image->SetSpacing(spacing);
    image->SetOrigin(corner);
    image->SetDirection(direction);
    image->Allocate();
    // The metric takes the range of values from here; what was not scanned must not widen it.
    float any = 0;
    for (const float value : work.values) {
        if (!std::isnan(value)) {
            any = value;
            break;
        }
    }
    std::ranges::transform(work.values, image->GetBufferPointer(), [any](float v) { return std::isnan(v) ? any : v; });
    return image;
}

class MattesValue
{
public:
    MattesValue(const RefinementLevel &level, const Control &control)
        : m_level(level)
        , m_fixedOrigin(level.fixed->center())
        , m_movingOrigin(level.moving->center())
        , m_transform(Transform::New())
        , m_metric(Metric::New())
    {
        m_metric->SetFixedImage(imageOf(*level.fixed, m_fixedOrigin));
        m_metric->SetMovingImage(imageOf(*level.moving, m_movingOrigin));
        const auto fixed = CoveredInterpolator::New();
        fixed->read(*level.fixed);
        m_metric->SetFixedInterpolator(fixed);
        const auto moving = CoveredInterpolator::New();
        moving->read(*level.moving);
        m_metric->SetMovingInterpolator(moving);
        m_metric->SetMovingTransform(m_transform);
        m_metric->SetNumberOfHistogramBins(bins);
        // No derivative is asked for: neither gradient image is needed.
        m_metric->SetUseMovingImageGradientFilter(false);
        m_metric->SetUseFixedImageGradientFilter(false);
        m_metric->SetMaximumNumberOfWorkUnits(itk::ThreadIdType(control.threads));
        const auto points = Metric::FixedSampledPointSetType::New();
        for (std::size_t i = 0; i < level.samples->points.size(); ++i) {
            const Vec3 p = level.samples->points[i] - m_fixedOrigin;
            Metric::FixedSampledPointSetType::PointType point;
            for (unsigned a = 0; a < 3; ++a)
                point[a] = float(p[a]);
            points->SetPoint(i, point);
        }
        m_metric->SetFixedSampledPointSet(points);
        m_metric->SetUseSampledPointSet(true);
        m_metric->Initialize();
    }

    // Infinite where next to nothing overlaps.
    [[nodiscard]] double at(const Affine &fixedToMoving)
    {
        if (m_broken || within(fixedToMoving) < leastWithin)
            return std::numeric_limits<double>::infinity();
        const Vec3 offset = fixedToMoving.point(m_fixedOrigin) - m_movingOrigin;
        Transform::MatrixType matrix;
        Transform::OutputVectorType shift;
        for (unsigned i = 0; i < 3; ++i) {
            shift[i] = offset[i];
            for (unsigned a = 0; a < 3; ++a)
                matrix(i, a) = fixedToMoving.columns[a][i];
        }
        m_transform->SetMatrix(matrix, 1e-6);
        m_transform->SetOffset(shift);
        try {
            return m_metric->GetValue();
        } catch (const itk::ExceptionObject &) {
            // All points fell outside after all. ITK's metric is not fit for use after that: the next call would write
            // to buffers it has let go of.
            m_broken = true;
            return std::numeric_limits<double>::infinity();
        }
    }

private:
    [[nodiscard]] double within(const Affine &fixedToMoving) const
    {
        const Affine toIndex = m_level.moving->toIndex.after(fixedToMoving);
        const auto &points = m_level.samples->points;
        const std::size_t step = std::max(points.size() / 400, std::size_t(1));
        int seen = 0;
        int inside = 0;
        for (std::size_t i = 0; i < points.size(); i += step, ++seen)
            inside += std::isnan(m_level.moving->sample(toIndex.point(points[i]))) ? 0 : 1;
        return double(inside) / seen;
    }

    const RefinementLevel &m_level;
    Vec3 m_fixedOrigin;
    Vec3 m_movingOrigin;
    Transform::Pointer m_transform;
    Metric::Pointer m_metric;
    bool m_broken = false;
};

bool allTheSame(const std::vector<float> &values)
{
    float low = std::numeric_limits<float>::infinity();
    float high = -low;
    for (const float value : values) {
        if (std::isnan(value))
            continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    return !(low < high);
}

Expected<Refined> refined(const RefinementLevel &level, const Affine &start, const Affine &reference,
                          const Control &control, const std::function<void()> &advanced)
{
    MattesValue metric(level, control);
    const RigidFrame frame(level.samples->points);
    const auto values = [&](const std::vector<Point> &points) {
        std::vector<double> result;
        for (const Point &point : points) {
            if (control.cancelled())
                return std::vector<double>();
            result.push_back(metric.at(start.after(frame.moved(point))));
        }
        if (advanced)
            advanced();
        return result;
    };
    Refined result;
    const double there = metric.at(reference);
    result.reference = std::isfinite(there) ? there : 0;
    const Optimum optimum = minimize(values, Point(6), {level.firstStep, level.lastStep, level.rounds});
    if (control.cancelled())
        return failure(FailureCode::Cancelled);
    if (optimum.stopped || !(optimum.value < 0))
        return failure(FailureCode::NotAligned, QStringLiteral("nothing to compare"));
    result.before = optimum.start;
    result.after = optimum.value;
    result.rounds = optimum.rounds;
    result.fixedToMoving = start.after(frame.moved(optimum.at));
    return result;
}

} // namespace

Expected<Refined> refine(const RefinementLevel &level, const Affine &start, const Affine &reference,
                         const Control &control, const std::function<void()> &advanced)
try {
    if (allTheSame(level.samples->values) || allTheSame(level.moving->values))
        return failure(FailureCode::NotAligned, QStringLiteral("nothing to compare"));
    return refined(level, start, reference, control, advanced);
} catch (const std::bad_alloc &) {
    return failure(FailureCode::OutOfMemory);
} catch (const itk::ExceptionObject &e) {
    // Its description speaks of sizes and settings, nothing of what is in the pixels.
    return failure(FailureCode::NotAligned, QString::fromUtf8(e.GetDescription()).left(200));
} catch (const std::exception &) {
    return failure(FailureCode::Internal);
}

} // namespace Chartline::Imaging::Rigid
