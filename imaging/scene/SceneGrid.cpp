// SPDX-License-Identifier: Apache-2.0
#include "scene/SceneGrid.h"

#include "volume/Parallel.h"
#include "volume/VoxelMath.h"

#include <algorithm>
#include <new>
#include <vtkDataArray.h>
#include <vtkPointData.h>

namespace Chartline::Imaging {

namespace {

using Triple = std::array<int, 3>;

Triple sizeAfter(const Triple &size, const Triple &reduced)
{
    Triple result{};
    for (std::size_t i = 0; i < 3; ++i)
        result[i] = (size[i] + reduced[i] - 1) / reduced[i];
    return result;
}

int vtkTypeOf(SampleType type)
{
    switch (type) {
    case SampleType::U8: return VTK_UNSIGNED_CHAR;
    case SampleType::I8: return VTK_SIGNED_CHAR;
    case SampleType::U16: return VTK_UNSIGNED_SHORT;
    case SampleType::I16: return VTK_SHORT;
    case SampleType::U32: return VTK_UNSIGNED_INT;
    case SampleType::I32: return VTK_INT;
    case SampleType::F32: return VTK_FLOAT;
    case SampleType::F64: break;
    }
    return VTK_DOUBLE;
}

// A voxel that means nothing is the darkest and the most transparent there is, unless something is darker yet. Where it
// is not below all others it has to be replaced.
bool paddingStandsOut(const Volume &volume)
{
    if (!volume.padding)
        return false;
    const double value = *volume.padding * volume.slope + volume.intercept;
    return !(value <= volume.range[0]);
}

// The stored value that is drawn where there is nothing.
double storedFloor(const Volume &volume)
{
    return volume.slope != 0 ? (volume.range[0] - volume.intercept) / volume.slope : 0;
}

template<typename T>
void reduce(const Volume &volume, const Triple &by, const Triple &size, T *out)
{
    const T *in = reinterpret_cast<const T *>(volume.data.data());
    const Nothing<T> nothing(volume.padding);
    const auto nothingDrawn = rounded<T>(float(storedFloor(volume)));
    const auto inX = qint64(volume.size[0]);
    const auto inXy = inX * volume.size[1];
    parallelFor(0, size[2], [&](qint64 z) {
        const qint64 lastZ = std::min<qint64>((z + 1) * by[2], volume.size[2]);
        for (qint64 y = 0; y < size[1]; ++y) {
            const qint64 lastY = std::min<qint64>((y + 1) * by[1], volume.size[1]);
            T *row = out + (z * size[1] + y) * size[0];
            for (qint64 x = 0; x < size[0]; ++x) {
                const qint64 lastX = std::min<qint64>((x + 1) * by[0], volume.size[0]);
                float sum = 0;
                int count = 0;
                for (qint64 k = z * by[2]; k < lastZ; ++k) {
                    for (qint64 j = y * by[1]; j < lastY; ++j) {
                        const T *at = in + k * inXy + j * inX;
                        for (qint64 i = x * by[0]; i < lastX; ++i) {
                            if (!nothing(at[i])) {
                                sum += float(at[i]);
                                ++count;
                            }
                        }
                    }
                }
                row[x] = count > 0 ? rounded<T>(sum / float(count)) : nothingDrawn;
            }
        }
    });
}

// Spacing, place and directions.
void lay(const Volume &volume, const Triple &reduced, SceneGrid &grid)
{
    const Affine &indexToPatient = volume.indexToPatient;
    std::array<double, 3> spacing{};
    for (std::size_t i = 0; i < 3; ++i) {
        grid.axes[i] = normalized(indexToPatient.columns[i]);
        spacing[i] = std::max(length(indexToPatient.columns[i]), 1e-6) * reduced[i];
    }
    grid.mirrored = dot(grid.axes[2], cross(grid.axes[0], grid.axes[1])) < 0;
    // The first block's middle.
    const Vec3 first =
        grid.inGrid(indexToPatient.point({(reduced[0] - 1) / 2.0, (reduced[1] - 1) / 2.0, (reduced[2] - 1) / 2.0}));
    grid.image->SetSpacing(spacing.data());
    grid.image->SetOrigin(first.data());
}

} // namespace

Triple reductionFor(const Triple &size, int side, qint64 voxels)
{
    Triple reduced{1, 1, 1};
    for (std::size_t i = 0; i < 3; ++i)
        reduced[i] = std::max(1, (size[i] + std::max(side, 1) - 1) / std::max(side, 1));
    const auto total = [&] {
        const Triple now = sizeAfter(size, reduced);
        return qint64(now[0]) * now[1] * now[2];
    };
    while (total() > std::max<qint64>(voxels, 1)) {
        const Triple now = sizeAfter(size, reduced);
        ++reduced[std::size_t(std::ranges::max_element(now) - now.begin())];
    }
    return reduced;
}

Expected<SceneGrid> makeSceneGrid(const VolumePtr &volume, const Triple &reduced)
{
    if (!volume || volume->voxels() <= 0
        || volume->data.size() < std::size_t(volume->voxels()) * std::size_t(bytesOf(volume->type)))
        return failure(FailureCode::Internal, QStringLiteral("volume"));
    try {
        SceneGrid grid;
        grid.reduced = reduced;
        grid.image = vtkSmartPointer<vtkImageData>::New();
        const Triple size = sizeAfter(volume->size, reduced);
        grid.image->SetDimensions(size[0], size[1], size[2]);
        lay(*volume, reduced, grid);
        if (reduced == Triple{1, 1, 1} && !paddingStandsOut(*volume)) {
            auto values = vtkSmartPointer<vtkDataArray>::Take(vtkDataArray::CreateDataArray(vtkTypeOf(volume->type)));
            // VTK only reads them; it takes no pointer to const.
            values->SetVoidArray(const_cast<std::byte *>(volume->data.data()), vtkIdType(volume->voxels()), 1);
            grid.image->GetPointData()->SetScalars(values);
            grid.keepAlive = volume;
            return grid;
        }
        grid.image->AllocateScalars(vtkTypeOf(volume->type), 1);
        void *out = grid.image->GetScalarPointer();
        if (!out)
            return failure(FailureCode::OutOfMemory);
        withType(volume->type, [&]<typename T>(T) {
            reduce(*volume, reduced, size, static_cast<T *>(out));
            return 0;
        });
        return grid;
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    }
}

} // namespace Chartline::Imaging
