// SPDX-License-Identifier: Apache-2.0
#include "imaging/PixelFile.h"

#include "decode/Codecs.h"
#include "decode/Samples.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <ctime>

using namespace Chartline::Imaging;
using namespace Qt::StringLiterals;
using Test::PixelFile;

namespace {

// What the script tests/data/reference_pixels.py says of one file.
struct Reference
{
    QString path;
    QString syntax;
    QString decoder;
    QString type;
    int frames = 0;
    QString error;
    QByteArray samples;
};

class ReferenceStream
{
public:
    bool start()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(u"python3"_s, {QStringLiteral(CHARTLINE_SOURCE_DIR "/tests/data/reference_pixels.py"),
                                       PixelFile::sharedFolder(), u"2"_s});
        return m_process.waitForStarted();
    }
    // Nothing at the end.
    std::optional<Reference> next()
    {
        while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning)
            m_process.waitForReadyRead(120000);
        const QByteArray line = m_process.readLine();
        if (line.isEmpty())
            return std::nullopt;
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        Reference reference{json["path"_L1].toString(),
                            json["syntax"_L1].toString(),
                            json["reference"_L1].toString(),
                            json["dtype"_L1].toString(),
                            json["frames"_L1].toInt(),
                            json["error"_L1].toString(),
                            {}};
        const qint64 bytes = json["bytes"_L1].toInteger();
        while (reference.samples.size() < bytes) {
            if (m_process.bytesAvailable() == 0 && !m_process.waitForReadyRead(120000))
                break;
            reference.samples += m_process.read(bytes - reference.samples.size());
        }
        return reference;
    }
    [[nodiscard]] bool succeeded()
    {
        m_process.waitForFinished();
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
};

QString typeName(SampleType type)
{
    constexpr const char *names[] = {"u1", "i1", "u2", "i2", "u4", "i4", "f4", "f8"};
    return QLatin1StringView(names[int(type)]);
}

std::optional<SampleType> typeNamed(const QString &name)
{
    for (int i = 0; i < 8; ++i) {
        if (typeName(SampleType(i)) == name)
            return SampleType(i);
    }
    return std::nullopt;
}

std::vector<double> valuesOf(std::span<const std::byte> samples, SampleType type)
{
    std::vector<double> values;
    withSampleType(type, [&]<typename T>(T *) {
        for (std::size_t i = 0; i < samples.size() / sizeof(T); ++i)
            values.push_back(double(loadSample<T>(samples.data() + i * sizeof(T))));
    });
    return values;
}

// How far apart samples of the two may lie: not at all where the codec is lossless, but for conversions of colours.
double toleranceOf(const ImageDescription &image, const QString &decoder)
{
    const auto codec = codecFor(image.transferSyntax);
    if (image.transferSyntax.endsWith(".4.50"_L1))
        return 2;
    const bool converted = image.pixels.samplesPerPixel == 3 && image.pixels.photometric != Photometric::Rgb;
    return codec && codec->lossless && !converted && !decoder.isEmpty() ? 0 : 1;
}

// Empty where all frames agree.
QString difference(const PixelFile &file, const Reference &reference)
{
    const auto format = FrameFormat::of(file.image);
    if (!format)
        return u"no format: %1"_s.arg(format.error().detail);
    const auto theirType = typeNamed(reference.type);
    if (!theirType || file.image.frames != reference.frames)
        return u"%1 frames, reference %2 of %3"_s.arg(file.image.frames).arg(reference.frames).arg(reference.type);
    const double tolerance = toleranceOf(file.image, reference.decoder);
    const auto theirs = std::as_bytes(std::span(reference.samples));
    const std::size_t size = theirs.size() / std::size_t(reference.frames);
    std::vector<std::byte> mine;
    for (int frame = 0; frame < reference.frames; ++frame) {
        const auto decoded = file.decode(frame, mine);
        if (!decoded)
            return u"frame %1: failure %2, %3"_s.arg(frame).arg(int(decoded.error().code)).arg(decoded.error().detail);
        if (decoded->partial)
            return u"frame %1: partial, %2"_s.arg(frame).arg(decoded->note);
        const auto other = theirs.subspan(std::size_t(frame) * size, size);
        if (*theirType == format->type && std::ranges::equal(mine, other))
            continue;
        const std::vector<double> a = valuesOf(mine, format->type);
        const std::vector<double> b = valuesOf(other, *theirType);
        if (a.size() != b.size())
            return u"%1 samples, reference %2"_s.arg(a.size()).arg(b.size());
        double most = 0;
        for (std::size_t i = 0; i < a.size(); ++i)
            most = std::max(most, std::abs(a[i] - b[i]));
        if (!(most <= tolerance))
            return u"frame %1: differs by %2 (%3 to %4)"_s.arg(frame).arg(most).arg(typeName(format->type),
                                                                                    reference.type);
    }
    return {};
}

// Files that the independent decoders do not read, or read otherwise, each with what is right.
struct Odd
{
    const char *path;
    FailureCode code; // None: decoded
    bool partial;
    const char *sameAs = nullptr; // a sound file with the same frames
};
constexpr Odd oddFiles[] = {
    // 62 bytes of the last row are missing.
    {"pydicom/src/pydicom/data/test_files/MR_truncated.dcm", FailureCode::None, true},
    // The delimiter of a sequence was written over the sizes in the codestream; GDCM gives a picture of nothing.
    {"pydicom/src/pydicom/data/test_files/JPEG2000-embedded-sequence-delimiter.dcm", FailureCode::Corrupt, false},
    // Its data set is of implicit VR, unlike what the transfer syntax says; DCMTK refuses it.
    {"pydicom/src/pydicom/data/test_files/SC_rgb_jpeg.dcm", FailureCode::None, false},
    // "1A" frames.
    {"pydicom/src/pydicom/data/test_files/badVR.dcm", FailureCode::None, false,
     "pydicom/src/pydicom/data/test_files/rtdose.dcm"},
    // Nothing behind the last fragment.
    {"pydicom-data/data_store/data/emri_small_jpeg_2k_lossless_too_short.dcm", FailureCode::None, false,
     "pydicom-data/data_store/data/emri_small_jpeg_2k_lossless.dcm"},
};

} // namespace

// Every picture of the shared collection, against decoders that are not used here.
class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySharedFile();
    void oddOnes();
    void transferSyntaxes();
    void speed();

private:
    static bool hasShared() { return QFileInfo::exists(PixelFile::sharedFolder()); }
};

void TestDecode::initTestCase()
{
    Test::silenceDcmtk();
}

void TestDecode::everySharedFile()
{
    if (!hasShared())
        QSKIP("The shared collection of images is not here.");
    QMap<QString, PixelFile> mine;
    QMap<QString, int> syntaxes; // those of the collection
    const QDir root(PixelFile::sharedFolder());
    for (const QString &path : Test::sharedFiles()) {
        auto file = PixelFile::open(root.filePath(path));
        if (!file)
            continue;
        ++syntaxes[file->image.transferSyntax];
        file->bytes.clear(); // 100 MB; read again when its turn comes
        mine.insert(path, std::move(*file));
    }
    QStringList odd;
    for (const Odd &each : oddFiles)
        odd.append(QLatin1StringView(each.path));
    ReferenceStream stream;
    QVERIFY(stream.start());
    QMap<QString, int> compared; // "syntax by decoder"
    QStringList wrong;
    QStringList withoutReference;
    while (const auto reference = stream.next()) {
        if (!reference->error.isEmpty()) {
            withoutReference.append(reference->path);
            continue;
        }
        const auto file = PixelFile::open(root.filePath(reference->path));
        if (!file) {
            wrong.append(u"%1: not described: %2 %3"_s.arg(reference->path)
                             .arg(int(file.error().code))
                             .arg(file.error().detail));
            continue;
        }
        mine.remove(reference->path);
        if (odd.contains(reference->path))
            continue;
        if (const QString how = difference(*file, *reference); !how.isEmpty())
            wrong.append(u"%1 (%2 by %3): %4"_s.arg(reference->path, reference->syntax, reference->decoder, how));
        else
            ++compared[u"%1 by %2"_s.arg(file->image.transferSyntax, reference->decoder)];
    }
    QVERIFY(stream.succeeded());
    for (auto it = compared.cbegin(); it != compared.cend(); ++it)
        qInfo().noquote() << it.value() << "files of" << it.key();
    QVERIFY2(wrong.isEmpty(), qPrintable(u'\n' + wrong.join(u'\n')));
    for (const QString &syntax : syntaxes.keys()) {
        const QStringList keys = compared.keys();
        QVERIFY2(std::ranges::any_of(keys, [&](const QString &key) { return key.startsWith(syntax + u' '); }),
                 qPrintable(syntax + u" was not compared"_s));
    }
    // What only one of the two reads is known.
    for (const QString &path : mine.keys() + withoutReference)
        QVERIFY2(odd.contains(path), qPrintable(path + u" was not compared"_s));
}

void TestDecode::oddOnes()
{
    if (!hasShared())
        QSKIP("The shared collection of images is not here.");
    const QDir root(PixelFile::sharedFolder());
    for (const Odd &each : oddFiles) {
        const auto file = PixelFile::open(root.filePath(QLatin1StringView(each.path)));
        QVERIFY2(file, each.path);
        std::vector<std::byte> out;
        const auto decoded = file->decode(0, out);
        QCOMPARE(decoded ? FailureCode::None : decoded.error().code, each.code);
        if (decoded)
            QCOMPARE(decoded->partial, each.partial);
        if (!each.sameAs)
            continue;
        const auto other = PixelFile::open(root.filePath(QLatin1StringView(each.sameAs)));
        QVERIFY2(other, each.sameAs);
        QCOMPARE(file->image.frames, other->image.frames);
        for (int frame = 0; frame < other->image.frames; ++frame) {
            std::vector<std::byte> theirs;
            QVERIFY(file->decode(frame, out) && other->decode(frame, theirs));
            QVERIFY(out == theirs);
        }
    }
}

void TestDecode::transferSyntaxes()
{
    QVERIFY(!codecFor(u"1.2.3"_s));
    QVERIFY(!codecFor(QString()));
    QVERIFY(!codecFor(u".2.1"_s));
    const auto video = codecFor(u"1.2.840.10008.1.2.4.102"_s);
    QVERIFY(video && !video->supported());
    QCOMPARE(video->name, u"MPEG-4 AVC/H.264 High Profile / Level 4.1"_s);
    for (const CodecInfo &codec : allCodecs()) {
        const auto found = codecFor(codec.transferSyntax);
        QVERIFY2(found && found->name == codec.name, qPrintable(codec.transferSyntax));
    }
    ImageDescription image;
    image.pixels = {2, 2, 1, 8, 8, 7, false, false, false, Photometric::Monochrome2};
    image.layout.encapsulated = true;
    std::vector<std::byte> out(4);
    const QList<QByteArray> data{"abcd"};
    for (const QString &syntax : {video->transferSyntax, u"1.2.840.10008.1.2.4.94"_s, u"1.2.3"_s}) {
        image.transferSyntax = syntax;
        const auto decoded = LocalFrameDecoder().decode(image, 0, data, out);
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().code, FailureCode::UnsupportedTransferSyntax);
        QVERIFY(decoded.error().detail.startsWith(syntax));
    }
}

// Told, not judged: the benchmarks measure against other programs.
void TestDecode::speed()
{
    if (!hasShared())
        QSKIP("The shared collection of images is not here.");
    const QDir root(PixelFile::sharedFolder());
    const QString folder = u"cornerstone3D/packages/dicomImageLoader/testImages"_s;
    for (const QString &name : QDir(root.filePath(folder)).entryList({u"CTImage.dcm_*"_s})) {
        const auto file = PixelFile::open(root.filePath(folder + u'/' + name));
        QVERIFY2(file, qPrintable(name));
        const auto data = file->fetch(0);
        std::vector<std::byte> out(std::size_t(FrameFormat::of(file->image)->bytes()));
        // Of this process alone, whatever else the machine does.
        const std::clock_t start = std::clock();
        const auto elapsed = [&] { return double(std::clock() - start) * 1000 / CLOCKS_PER_SEC; };
        int runs = 0;
        for (; runs < 3 || elapsed() < 150; ++runs)
            QVERIFY(LocalFrameDecoder().decode(file->image, 0, *data, out));
        qInfo().noquote()
            << u"%1 ms: %2"_s.arg(elapsed() / runs, 0, 'f', 2).arg(codecFor(file->image.transferSyntax)->name);
    }
}

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
