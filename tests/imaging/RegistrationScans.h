// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/PixelFile.h"
#include "registration/Registration.h"
#include "volume/SeriesLayout.h"
#include "volume/VolumeLoader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>
#include <map>
#include <numbers>
#include <random>

namespace Chartline::Imaging::Test {

// The first volume of a folder of the shared data; null where it is not there.
[[nodiscard]] inline VolumePtr loadScan(const QString &folder)
{
    class Files final : public ByteSource
    {
    public:
        std::vector<QByteArray> bytes;
        Expected<QByteArray> read(int instance, qint64 offset, qint64 length) const override
        {
            return bytes[std::size_t(instance)].mid(offset, length);
        }
    };
    Files files;
    std::vector<ImageDescription> images;
    QStringList paths;
    QDirIterator walk(PixelFile::sharedFolder() + QLatin1Char('/') + folder, QDir::Files, QDirIterator::Subdirectories);
    while (walk.hasNext())
        paths << walk.next();
    paths.sort();
    for (const QString &path : std::as_const(paths)) {
        if (auto file = PixelFile::open(path)) {
            images.push_back(std::move(file->image));
            files.bytes.push_back(std::move(file->bytes));
        }
    }
    const auto stacks = layOut(images);
    if (stacks.empty() || stacks.front().kind != Stack::Kind::Volume)
        return {};
    const LocalFrameDecoder decoder;
    return VolumeLoader(images, files, decoder).load(stacks.front()).value_or(nullptr);
}

#ifdef CHARTLINE_SANITIZED
inline constexpr bool slow = true; // real pairs take most of a minute each
#else
inline constexpr bool slow = false;
#endif

// The shared scans by name, each read once; references to volumes that are not there must not be used.
class Scans
{
public:
    [[nodiscard]] const Volume &operator()(const QString &name)
    {
        static const std::map<QString, const char *> folders{
            {QStringLiteral("chest"), "ohif/nlst-ct-143/CT_89952642"},
            {QStringLiteral("followUp"), "synthetic/nlst-fu"},
            {QStringLiteral("trunk"), "ohif/acrin-petct/CT_94858561"}, // another person's chest and belly
            {QStringLiteral("pet"), "ohif/acrin-petct/PT_61081015"},
            {QStringLiteral("skull"), "dcm_qa_ct/S21570/S2010"},
            {QStringLiteral("skullTilted"), "dcm_qa_ct/S21610/S2010"},
            {QStringLiteral("head"), "dcm_qa_ct/GE-tilt-variable"},
            {QStringLiteral("flair"), "ohif/mr-pdf/MR_30176808"},
            {QStringLiteral("t1"), "dcm_qa_xa30/In/5_anat-T1w_acq-tfl"},
            {QStringLiteral("kneeSagittal"), "ohif/mister-mr-sr/MR_7063_121"},
            {QStringLiteral("kneeCoronal"), "ohif/mister-mr-sr/MR_7063_135"},
        };
        VolumePtr &volume = m_volumes[name];
        if (!volume)
            volume = loadScan(QString::fromLatin1(folders.at(name)));
        if (!volume)
            qFatal("%s does not load", qPrintable(name));
        return *volume;
    }
    [[nodiscard]] static bool there() { return QFile::exists(PixelFile::sharedFolder()); }

private:
    std::map<QString, VolumePtr> m_volumes;
};

// The follow-up's ground truth. Its matrix takes a point of the baseline (patient coordinates, LPS, mm) to the same
// point of the body in the follow-up: p' = M·p, rows as they stand.
struct FollowUpTruth
{
    Affine baselineToFollowUp;
    Vec3 noduleInFollowUp{0, 0, 0};

    [[nodiscard]] static std::optional<FollowUpTruth> read()
    {
        QFile file(PixelFile::sharedFolder() + QStringLiteral("/synthetic/nlst-fu.truth.json"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        const QJsonArray rows = json.value(QLatin1StringView("baseline_to_followup_patient_4x4")).toArray();
        const QJsonArray nodule = json.value(QLatin1StringView("new_lesion"))
                                      .toObject()
                                      .value(QLatin1StringView("centre_followup_mm"))
                                      .toArray();
        FollowUpTruth truth;
        for (int row = 0; row < 3; ++row) {
            for (int column = 0; column < 3; ++column)
                truth.baselineToFollowUp.columns[std::size_t(column)][std::size_t(row)] =
                    rows[row].toArray()[column].toDouble();
            truth.baselineToFollowUp.translation[std::size_t(row)] = rows[row].toArray()[3].toDouble();
            truth.noduleInFollowUp[std::size_t(row)] = nodule[row].toDouble();
        }
        return truth;
    }
};

// A turn about the three axes in order x, y, z (degrees), about `center`, then a shift.
[[nodiscard]] inline Affine rigid(const Vec3 &degrees, const Vec3 &shift, const Vec3 &center)
{
    Affine result;
    for (std::size_t a = 0; a < 3; ++a) {
        const double angle = degrees[a] * std::numbers::pi / 180;
        const std::size_t u = (a + 1) % 3;
        const std::size_t v = (a + 2) % 3;
        Affine turn;
        turn.columns[u] = {0, 0, 0};
        turn.columns[u][u] = std::cos(angle);
        turn.columns[u][v] = std::sin(angle);
        turn.columns[v] = {0, 0, 0};
        turn.columns[v][u] = -std::sin(angle);
        turn.columns[v][v] = std::cos(angle);
        result = turn.after(result);
    }
    result.translation = center + shift - result.direction(center);
    return result;
}

[[nodiscard]] inline Vec3 centerOf(const Volume &volume)
{
    return volume.indexToPatient.point(
        {(volume.size[0] - 1) / 2.0, (volume.size[1] - 1) / 2.0, (volume.size[2] - 1) / 2.0});
}

[[nodiscard]] inline qint16 *voxels16(Volume &volume)
{
    return reinterpret_cast<qint16 *>(volume.data.data());
}

// Each modality value of a 16-bit volume made over; the place is the voxel's index.
[[nodiscard]] inline Volume remade(const Volume &volume,
                                   const std::function<double(double, const std::array<int, 3> &)> &value)
{
    Volume result = volume;
    qint16 *at = voxels16(result);
    for (int z = 0; z < volume.size[2]; ++z) {
        for (int y = 0; y < volume.size[1]; ++y) {
            for (int x = 0; x < volume.size[0]; ++x, ++at) {
                if (volume.padding && *at == *volume.padding)
                    continue;
                const double modality = value(*at * volume.slope + volume.intercept, {x, y, z});
                *at = qint16(std::clamp(std::round((modality - volume.intercept) / volume.slope), -32768.0, 32767.0));
            }
        }
    }
    return result;
}

[[nodiscard]] inline Volume noisy(const Volume &volume, double deviation)
{
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, deviation);
    return remade(volume, [&](double v, const std::array<int, 3> &) { return v + noise(random); });
}

// As if the patient had been lying elsewhere: a point p is now at movement·p, in a frame of reference of its own.
[[nodiscard]] inline Volume movedTo(const Volume &volume, const Affine &movement)
{
    Volume result = volume;
    result.indexToPatient = movement.after(volume.indexToPatient);
    result.frameOfReference = QStringLiteral("1.2.3.4");
    return result;
}

// Only the voxels from `low` up to `high` along an axis.
[[nodiscard]] inline Volume cut(const Volume &volume, std::size_t axis, int low, int high)
{
    Volume result = volume;
    result.size[axis] = high - low;
    result.data.clear();
    const auto bytes = std::size_t(bytesOf(volume.type));
    const auto row = std::size_t(volume.size[0]) * bytes;
    const std::size_t from = axis == 0 ? std::size_t(low) * bytes : 0;
    const std::size_t count = axis == 0 ? std::size_t(high - low) * bytes : row;
    for (int z = axis == 2 ? low : 0; z < (axis == 2 ? high : volume.size[2]); ++z) {
        for (int y = axis == 1 ? low : 0; y < (axis == 1 ? high : volume.size[1]); ++y) {
            const auto at =
                volume.data.begin()
                + std::ptrdiff_t((std::size_t(z) * std::size_t(volume.size[1]) + std::size_t(y)) * row + from);
            result.data.insert(result.data.end(), at, at + std::ptrdiff_t(count));
        }
    }
    Vec3 corner{0, 0, 0};
    corner[axis] = low;
    result.indexToPatient.translation = volume.indexToPatient.point(corner);
    result.sourceSlices.clear();
    return result;
}

// Means of `inPlane` × `inPlane` × `across` voxels.
[[nodiscard]] inline Volume coarser(const Volume &volume, int inPlane, int across)
{
    Volume result = volume;
    const std::array<int, 3> by{inPlane, inPlane, across};
    Affine boxes;
    for (std::size_t a = 0; a < 3; ++a) {
        result.size[a] = volume.size[a] / by[a];
        boxes.columns[a][a] = by[a];
        boxes.translation[a] = (by[a] - 1) / 2.0;
    }
    result.indexToPatient = volume.indexToPatient.after(boxes);
    result.data.resize(std::size_t(result.voxels()) * 2);
    result.sourceSlices.clear();
    const auto *in = reinterpret_cast<const qint16 *>(volume.data.data());
    qint16 *out = voxels16(result);
    for (int z = 0; z < result.size[2]; ++z) {
        for (int y = 0; y < result.size[1]; ++y) {
            for (int x = 0; x < result.size[0]; ++x) {
                double sum = 0;
                for (int i = 0; i < inPlane * inPlane * across; ++i) {
                    const qint64 row = y * inPlane + i / inPlane % inPlane;
                    const qint64 slice = z * across + i / (inPlane * inPlane);
                    sum += in[(slice * volume.size[1] + row) * volume.size[0] + x * inPlane + i % inPlane];
                }
                *out++ = qint16(std::lround(sum / (inPlane * inPlane * across)));
            }
        }
    }
    return result;
}

// Greys of another kind that do not rise and fall with HU, brighter to one side: bone dark, fat bright, air darkest.
[[nodiscard]] inline Volume otherContrast(const Volume &volume)
{
    Volume result = remade(volume, [&](double hu, const std::array<int, 3> &at) {
        double grey = 0;
        if (hu < -700)
            grey = 10 + (hu + 1000) * 0.05;
        else if (hu < -200)
            grey = 25 + (hu + 700) * 0.2;
        else if (hu < -20)
            grey = 500 + (hu + 110) * 0.5;
        else
            grey = hu < 150 ? 300 - hu : std::max(30.0, 150 - (hu - 150) * 0.5);
        const double bias = 1 + 0.3 * std::sin(3.0 * at[0] / volume.size[0]) - 0.2 * at[1] / volume.size[1];
        return std::max(grey * bias, 0.0);
    });
    result.modality = QStringLiteral("MR");
    result.units.clear();
    return result;
}

// Pushed by `push` mm at `center`, less and less away from there (a Gaussian of `width` mm): what breathing and arms
// do.
[[nodiscard]] inline Volume pushed(const Volume &volume, const Vec3 &center, const Vec3 &push, double width)
{
    return remade(volume, [&](double v, const std::array<int, 3> &at) {
        const Vec3 p = volume.indexToPatient.point({double(at[0]), double(at[1]), double(at[2])});
        const double part = std::exp(-dot(p - center, p - center) / (2 * width * width));
        return part < 0.01 ? v : volume.valueAt(p + push * part).value_or(v);
    });
}

// How far a found alignment puts points from where they belong, mm.
struct Error
{
    double mean = 0;
    double most = 0;
};

[[nodiscard]] inline Error errorOver(const std::vector<Vec3> &points, const Affine &found, const Affine &truth)
{
    Error error;
    for (const Vec3 &p : points) {
        const double e = length(found.point(p) - truth.point(p));
        error.mean += e / double(points.size());
        error.most = std::max(error.most, e);
    }
    return error;
}

// 27 points of a cube in the middle.
[[nodiscard]] inline std::vector<Vec3> boxPoints(const Volume &volume, double half)
{
    std::vector<Vec3> points;
    for (int i = 0; i < 27; ++i)
        points.push_back(centerOf(volume) + Vec3{half * (i % 3 - 1), half * (i / 3 % 3 - 1), half * (i / 9 - 1)});
    return points;
}

[[nodiscard]] inline QString words(const Alignment &a)
{
    return QStringLiteral("%1, error %2 mm, %3; metric %4 -> %5, %6 s")
        .arg(a.accepted ? QStringLiteral("accepted") : QStringLiteral("refused"))
        .arg(a.errorMm, 0, 'f', 2)
        .arg(a.detail)
        .arg(a.metricBefore, 0, 'f', 3)
        .arg(a.metricAfter, 0, 'f', 3)
        .arg(a.seconds, 0, 'f', 1);
}

// Points of a regular grid, 15 mm apart, that lie in lung (-950 to -600 HU; the air around the body is below).
[[nodiscard]] inline std::vector<Vec3> lungPoints(const Volume &ct)
{
    std::vector<Vec3> points;
    const auto spacing = ct.spacing();
    const auto every = [&](std::size_t a) { return std::max(1, int(std::lround(15 / spacing[a]))); };
    for (int z = every(2) / 2; z < ct.size[2]; z += every(2)) {
        for (int y = every(1) / 2; y < ct.size[1]; y += every(1)) {
            for (int x = every(0) / 2; x < ct.size[0]; x += every(0)) {
                const double value = ct.value(x, y, z);
                if (value > -950 && value < -600)
                    points.push_back(ct.indexToPatient.point({double(x), double(y), double(z)}));
            }
        }
    }
    return points;
}

} // namespace Chartline::Imaging::Test
