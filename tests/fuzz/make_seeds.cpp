// SPDX-License-Identifier: Apache-2.0
// Makes the seeds of the codecs and of the worker: small pictures, encoded by the libraries' own encoders, alone and in
// DICOM files. Usage: make_seeds FOLDER (the folders `codecs` and `worker` in it). Target `fuzz_seeds`; the results are
// in the repository, so that fuzzing begins at the same place everywhere.
#include "connectors/DicomFixtures.h"
#include "imaging/StreamMakers.h"

#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmjpeg/djencode.h>

#include <QDir>
#include <cstdio>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Imaging::Test;

namespace {

QString s_folder;

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(s_folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(name));
}

// Writes the stream as fuzz_codecs reads it, and as a DICOM file. `index`: of fuzz_codecs' transfer syntaxes.
void both(const char *name, int index, const char *syntax, const Picture &picture, const QByteArray &stream,
          int photometric, bool encapsulated = true)
{
    if (stream.isEmpty())
        qFatal("%s was not encoded", name);
    const int allocated = picture.sampleSize() == 2 ? 1 : 0;
    QByteArray head(8, '\0');
    head[0] = char(index);
    head[1] = char(picture.rows - 1);
    head[2] = char(picture.columns - 1);
    head[3] = char((picture.samples == 3 ? 1 : 0) | (picture.isSigned ? 2 : 0) | photometric << 4);
    head[4] = char(allocated);
    head[5] = char(picture.bits - 1);
    write(QStringLiteral("codecs/") + QLatin1StringView(name), head + stream);
    DicomWriter writer = study();
    writer.text(0x00080060, "CS", "CT").text(0x00200032, "DS", "0\\0\\5").text(0x00200037, "DS", "1\\0\\0\\0\\1\\0");
    writer.us(Tags::samplesPerPixel, quint16(picture.samples));
    writer.text(Tags::photometricInterpretation, "CS",
                photometric == int(Imaging::Photometric::Rgb)       ? "RGB"
                : photometric == int(Imaging::Photometric::YbrFull) ? "YBR_FULL"
                                                                    : "MONOCHROME2");
    if (picture.samples == 3)
        writer.us(0x00280006, 0);
    writer.us(Tags::rows, quint16(picture.rows)).us(Tags::columns, quint16(picture.columns));
    writer.text(0x00280030, "DS", "0.5\\0.5").us(Tags::bitsAllocated, quint16(8 * picture.sampleSize()));
    writer.us(0x00280101, quint16(picture.bits)).us(0x00280102, quint16(picture.bits - 1));
    writer.us(0x00280103, picture.isSigned ? 1 : 0).text(0x00281050, "DS", "40").text(0x00281051, "DS", "400");
    writer.text(0x00281052, "DS", "-1024").text(0x00281053, "DS", "1");
    QByteArray even = stream;
    if (even.size() % 2 != 0)
        even += '\0';
    if (encapsulated)
        writer.fragments({}, {even});
    else
        writer.bytes(Tags::pixelData, "OW", even);
    write(QStringLiteral("worker/") + QLatin1StringView(name),
          writer.file(QStringLiteral("1.2.840.10008.1") + QLatin1StringView(syntax)));
}

void codecSeeds()
{
    constexpr int grey = int(Imaging::Photometric::Monochrome2);
    constexpr int rgb = int(Imaging::Photometric::Rgb);
    constexpr int ybr = int(Imaging::Photometric::YbrFull);
    const Picture eight = makePicture(12, 10, 1, 8, false);
    const Picture twelve = makePicture(12, 10, 1, 12, false);
    const Picture sixteen = makePicture(9, 17, 1, 16, true);
    const Picture color = makePicture(8, 8, 3, 8, false);
    // Wavelets of five levels need so many pixels.
    const Picture large = makePicture(33, 40, 1, 16, true);
    const Picture largeColor = makePicture(34, 36, 3, 8, false);
    both("native", 0, ".2.1", sixteen, sixteen.cells(), grey, false);
    both("native-rgb", 0, ".2.1", color, color.cells(), rgb, false);
    both("deflated-frame", 2, ".2.8.1", twelve, deflatedBytes(twelve.cells()), grey);
    both("rle", 3, ".2.5", sixteen, encodeRle(sixteen), grey);
    both("rle-rgb", 3, ".2.5", color, encodeRle(color), rgb);
    both("jpeg", 4, ".2.4.50", eight, encodeJpeg(eight, JpegProcess::Baseline), grey);
    both("jpeg-ybr", 4, ".2.4.50", color, encodeJpegYbr(color, true, true, 1), ybr);
    both("jpeg-extended", 5, ".2.4.51", twelve, encodeJpeg(twelve, JpegProcess::Extended12), grey);
    both("jpeg-progressive", 5, ".2.4.51", twelve, encodeJpeg(twelve, JpegProcess::Progressive12), grey);
    both("jpeg-lossless", 6, ".2.4.57", twelve, encodeJpeg(twelve, JpegProcess::Lossless, 4), grey);
    both("jpeg-lossless-16", 7, ".2.4.70", sixteen, encodeJpeg(sixteen, JpegProcess::LosslessSv1), grey);
    both("jpeg-ls", 8, ".2.4.80", twelve, encodeJpegLs(twelve, charls::interleave_mode::none), grey);
    both("jpeg-ls-line", 8, ".2.4.80", color, encodeJpegLs(color, charls::interleave_mode::line), rgb);
    both("jpeg-ls-sample", 8, ".2.4.80", color, encodeJpegLs(color, charls::interleave_mode::sample), rgb);
    both("jpeg-ls-planes", 8, ".2.4.80", color, encodeJpegLs(color, charls::interleave_mode::none), rgb);
    both("jpeg-ls-near", 9, ".2.4.81", eight, encodeJpegLs(eight, charls::interleave_mode::none, 3), grey);
    both("jpeg-2000", 10, ".2.4.90", large, encodeJpeg2000(large), grey);
    both("jpeg-2000-lossy", 11, ".2.4.91", largeColor, encodeJpeg2000(largeColor, {true, true, 0}), rgb);
    both("jpeg-2000-tiles", 10, ".2.4.90", twelve, encodeJpeg2000(twelve, {false, false, 8}), grey);
    both("htj2k", 12, ".2.4.201", twelve, encodeHtj2k(twelve, true), grey);
    both("htj2k-lossy", 13, ".2.4.203", color, encodeHtj2k(color, false), rgb);
    both("jpeg-xl", 14, ".2.4.110", twelve, encodeJpegXl(twelve, true), grey);
    both("jpeg-xl-lossy", 15, ".2.4.112", color, encodeJpegXl(color, false), rgb);
}

// Several frames, functional groups, tables, an overlay: what descriptions are made of.
void describedSeeds()
{
    const auto place = [](const QByteArray &z) {
        return DicomWriter()
            .sequence(0x00209113, {DicomWriter().text(0x00200032, "DS", "-3\\4\\" + z).dataSet()}) // plane position
            .dataSet();
    };
    const QByteArray orientation =
        DicomWriter()
            .sequence(0x00209116, {DicomWriter().text(0x00200037, "DS", "1\\0\\0\\0\\1\\0").dataSet()})
            .sequence(0x00289110, {DicomWriter().text(0x00180050, "DS", "2").text(0x00280030, "DS", "1\\1").dataSet()})
            .sequence(0x00289145, {DicomWriter().text(0x00281052, "DS", "-5").text(0x00281053, "DS", "0.5").dataSet()})
            .dataSet();
    DicomWriter enhanced = study("1.2.840.10008.5.1.4.1.1.2.1");
    enhanced.text(0x00080060, "CS", "CT").text(0x00200052, "UI", "1.2.9").image(4, 4, 16, 1, "3");
    enhanced.us(0x00280101, 12).us(0x00280102, 11).us(0x00280103, 0);
    enhanced.sequence(0x52009229, {orientation}).sequence(0x52009230, {place("0"), place("2"), place("5")});
    enhanced.bytes(Tags::pixelData, "OW", QByteArray(4 * 4 * 2 * 3, '\5'));
    write(QStringLiteral("worker/enhanced"), enhanced.file());

    const QByteArray table = DicomWriter()
                                 .bytes(0x00283002, "US", QByteArray("\4\0\0\0\10\0", 6))
                                 .bytes(0x00283006, "OW", QByteArray(8, '\7'))
                                 .dataSet();
    DicomWriter palette = study("1.2.840.10008.5.1.4.1.1.7");
    palette.us(Tags::samplesPerPixel, 1).text(Tags::photometricInterpretation, "CS", "PALETTE COLOR");
    palette.us(Tags::rows, 4).us(Tags::columns, 4).us(Tags::bitsAllocated, 8).us(0x00280101, 8).us(0x00280102, 7);
    palette.us(0x00280103, 0);
    for (const Tag tag : {0x00281101U, 0x00281102U, 0x00281103U})
        palette.bytes(tag, "US", QByteArray("\4\0\0\0\20\0", 6));
    for (const Tag tag : {0x00281201U, 0x00281202U, 0x00281203U})
        palette.bytes(tag, "OW", QByteArray("\0\0\0\100\0\200\0\377", 8));
    palette.sequence(0x00283000, {table}).sequence(0x00283010, {table});
    palette.us(0x60000010, 4).us(0x60000011, 4).bytes(0x60000050, "SS", QByteArray("\1\0\1\0", 4));
    palette.us(0x60000100, 1).us(0x60000102, 0).bytes(0x60003000, "OW", QByteArray("\x5a\xa5", 2));
    palette.bytes(Tags::pixelData, "OW", QByteArray("\0\1\2\3\3\2\1\0\0\1\2\3\3\2\1\0", 16));
    write(QStringLiteral("worker/palette"), palette.file());

    DicomWriter pet = study("1.2.840.10008.5.1.4.1.1.128");
    pet.text(0x00080021, "DA", "20200102").text(0x00080031, "TM", "101500").text(0x00080060, "CS", "PT");
    pet.text(0x00101030, "DS", "70").text(0x00280051, "CS", "ATTN\\DECY");
    pet.image(2, 2, 16).us(0x00280101, 16).us(0x00280102, 15).us(0x00280103, 1);
    pet.sequence(0x00540016, {DicomWriter()
                                  .text(0x00181072, "TM", "091000")
                                  .text(0x00181074, "DS", "370000000")
                                  .text(0x00181075, "DS", "6586.2")
                                  .dataSet()});
    pet.text(0x00541001, "CS", "BQML").text(0x00541102, "CS", "START");
    pet.bytes(Tags::pixelData, "OW", QByteArray(8, '\1'));
    write(QStringLiteral("worker/pet"), pet.file());
    write(QStringLiteral("worker/deflated"), DicomWriter::meta(s_deflated) + deflatedBytes(enhanced.dataSet()));

    write(QStringLiteral("worker/document"),
          "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
          "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>endobj\ntrailer<</Root 1 0 R>>\n");
    const auto image = describedAs(makePicture(4, 4, 1, 8, false), "4.80", QByteArray(20, '\0'));
    write(QStringLiteral("worker/description"), image.toBytes());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: make_seeds FOLDER\n", stderr);
        return 2;
    }
    s_folder = QString::fromLocal8Bit(argv[1]);
    QDir(s_folder).mkpath(QStringLiteral("codecs"));
    QDir(s_folder).mkpath(QStringLiteral("worker"));
    codecSeeds();
    describedSeeds();
    return 0;
}
