// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "connectors/DicomFixtures.h"

#include <QDir>
#include <cmath>

namespace Chartline::Test {

// Scans made up for clicking through: of one fictional person, small, with values that can be told beforehand.
class MadeScans
{
public:
    explicit MadeScans(const QString &folder)
        : m_folder(folder)
    { }

    static constexpr int side = 48; // pixels of 4 mm
    static constexpr int slices = 24; // every 5 mm
    static constexpr double ballRadius = 40; // mm, around the middle

    // A ball of 40 HU in air.
    [[nodiscard]] bool ct(const QByteArray &study = "1.2.826.1", const QByteArray &series = "1.2.826.1.1",
                          const QByteArray &frame = "1.2.826.9", double shift = 0) const
    {
        for (int k = 0; k < slices; ++k) {
            const QByteArray pixels = plane([&](double x, double y) {
                const double z = zOf(k);
                return std::hypot(x - shift, y, z) < ballRadius ? 1064 : 24; // HU + 1024
            });
            DicomWriter writer = head("1.2.840.10008.5.1.4.1.1.2", series + '.' + QByteArray::number(k + 1), "CT");
            identity(writer, study, series, frame, k + 1);
            geometry(writer, k);
            sixteenBits(writer, "1", "-1024").bytes(Tags::pixelData, "OW", pixels);
            if (!write(series + '.' + QByteArray::number(k + 1), writer))
                return false;
        }
        return true;
    }

    // Three b-values of the same places: 900, 600 and 300 in the ball.
    [[nodiscard]] bool diffusion() const
    {
        const QByteArray series = "1.2.826.2.1";
        for (int b = 0; b < 3; ++b) {
            for (int k = 0; k < slices; ++k) {
                const int number = b * slices + k + 1;
                const QByteArray pixels = plane(
                    [&](double x, double y) { return std::hypot(x, y, zOf(k)) < ballRadius ? 900 - 300 * b : 0; });
                DicomWriter writer = head("1.2.840.10008.5.1.4.1.1.4", series + '.' + QByteArray::number(number), "MR");
                QByteArray value(8, '\0');
                qToLittleEndian(500.0 * b, value.data());
                identity(writer, "1.2.826.2", series, "1.2.826.8", number, value);
                geometry(writer, k);
                sixteenBits(writer, {}, {}).bytes(Tags::pixelData, "OW", pixels);
                if (!write(series + '.' + QByteArray::number(number), writer))
                    return false;
            }
        }
        return true;
    }

    // In the frame of reference of ct(): 2 Gy in the right half of the patient, 10 Gy in the left.
    [[nodiscard]] bool dose() const
    {
        QByteArray pixels;
        QByteArray offsets;
        for (int k = 0; k < slices; ++k) {
            pixels += plane([](double x, double) { return x < 0 ? 200 : 1000; });
            offsets += (k > 0 ? "\\" : "") + QByteArray::number(5 * k);
        }
        DicomWriter writer = head("1.2.840.10008.5.1.4.1.1.481.2", "1.2.826.3.1.1", "RTDOSE");
        identity(writer, "1.2.826.1", "1.2.826.3.1", "1.2.826.9", 1);
        writer.us(0x00280002, 1)
            .text(0x00280004, "CS", "MONOCHROME2")
            .text(0x00280008, "IS", QByteArray::number(slices));
        writer.bytes(0x00280009, "AT", QByteArray("\x04\x30\x0c\x00", 4));
        geometryOfPlane(writer);
        sixteen(writer);
        writer.text(0x30040002, "CS", "GY").text(0x30040004, "CS", "PHYSICAL").text(0x3004000a, "CS", "PLAN");
        writer.text(0x3004000c, "DS", offsets).text(0x3004000e, "DS", "0.01");
        return write("dose", writer.bytes(Tags::pixelData, "OW", pixels));
    }

    // A radiograph: no place in space, but stated towards the left and the feet.
    [[nodiscard]] bool radiograph(const QByteArray &institution = {}) const
    {
        const QByteArray uid = "1.2.826.5.1.1";
        DicomWriter writer = head("1.2.840.10008.5.1.4.1.1.1", uid, "CR", institution);
        writer.text(0x00100010, "PN", "Probe^Petra").text(0x00100020, "LO", "MADE-1");
        writer.text(0x00100030, "DA", "19700102").text(0x00100040, "CS", "F");
        writer.text(0x0020000d, "UI", "1.2.826.5").text(0x0020000e, "UI", "1.2.826.5.1").text(0x00200011, "IS", "1");
        writer.text(0x00200013, "IS", "1").text(0x00200020, "CS", "L\\F");
        writer.us(0x00280002, 1).text(0x00280004, "CS", "MONOCHROME2");
        writer.us(0x00280010, side).us(0x00280011, side);
        sixteen(writer);
        return write(uid, writer.bytes(Tags::pixelData, "OW", plane([](double x, double y) {
                                           return std::hypot(x, y) < ballRadius ? 900 : 100;
                                       })));
    }

private:
    [[nodiscard]] static double zOf(int k) { return (k - (slices - 1) / 2.0) * 5; }

    template<typename Value>
    [[nodiscard]] static QByteArray plane(Value value)
    {
        QByteArray pixels(qsizetype(side) * side * 2, '\0');
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                const double x = (column - (side - 1) / 2.0) * 4;
                const double y = (row - (side - 1) / 2.0) * 4;
                qToLittleEndian(quint16(value(x, y)), pixels.data() + 2 * (row * side + column));
            }
        }
        return pixels;
    }
    [[nodiscard]] static DicomWriter head(const QByteArray &sopClass, const QByteArray &uid, const QByteArray &modality,
                                          const QByteArray &institution = {})
    {
        DicomWriter writer;
        writer.text(Tags::sopClass, "UI", sopClass).text(Tags::sopInstance, "UI", uid);
        writer.text(Tags::studyDate, "DA", "20240510").text(Tags::modality, "CS", modality);
        if (!institution.isEmpty())
            writer.text(Tags::institutionName, "LO", institution);
        return writer.text(Tags::studyDescription, "LO", "Made up");
    }
    static void identity(DicomWriter &writer, const QByteArray &study, const QByteArray &series,
                         const QByteArray &frame, int number, const QByteArray &bValue = {})
    {
        writer.text(0x00100010, "PN", "Probe^Petra").text(0x00100020, "LO", "MADE-1");
        writer.text(0x00100030, "DA", "19700102").text(0x00100040, "CS", "F");
        if (!bValue.isEmpty())
            writer.bytes(0x00189087, "FD", bValue);
        writer.text(0x0020000d, "UI", study).text(0x0020000e, "UI", series).text(0x00200011, "IS", "1");
        writer.text(0x00200013, "IS", QByteArray::number(number));
        m_frame = frame;
        if (series == "1.2.826.3.1")
            place(writer, 0);
    }
    static void place(DicomWriter &writer, int k)
    {
        const QByteArray corner = QByteArray::number(-(side - 1) * 2.0);
        writer.text(0x00200032, "DS", corner + '\\' + corner + '\\' + QByteArray::number(zOf(k)));
        writer.text(0x00200037, "DS", "1\\0\\0\\0\\1\\0").text(0x00200052, "UI", m_frame);
    }
    static void geometry(DicomWriter &writer, int k)
    {
        place(writer, k);
        writer.us(0x00280002, 1).text(0x00280004, "CS", "MONOCHROME2");
        geometryOfPlane(writer);
    }
    static void geometryOfPlane(DicomWriter &writer)
    {
        writer.us(0x00280010, side).us(0x00280011, side).text(0x00280030, "DS", "4\\4");
    }
    static DicomWriter &sixteen(DicomWriter &writer)
    {
        return writer.us(0x00280100, 16).us(0x00280101, 16).us(0x00280102, 15).us(0x00280103, 0);
    }
    static DicomWriter &sixteenBits(DicomWriter &writer, const QByteArray &slope, const QByteArray &intercept)
    {
        sixteen(writer);
        if (!slope.isEmpty())
            writer.text(0x00281052, "DS", intercept).text(0x00281053, "DS", slope);
        return writer;
    }
    [[nodiscard]] bool write(const QByteArray &name, const DicomWriter &writer) const
    {
        QFile file(m_folder + u'/' + QString::fromLatin1(name) + QStringLiteral(".dcm"));
        const QByteArray bytes = writer.file();
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QString m_folder;
    inline static QByteArray m_frame;
};

} // namespace Chartline::Test
