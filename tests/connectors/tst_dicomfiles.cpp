// SPDX-License-Identifier: Apache-2.0
#include "DicomFixtures.h"

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Qt::StringLiterals;

// Every real file: taken, or refused for a reason that is written here; and what was found in it is what DCMTK finds in
// the file as it is.
class TestDicomFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachIsTakenOrRefusedForAReason();
    void headersAreWhatDcmtkReads();
    void pixelsAreWhereDcmtkFindsThem();

private:
    QStringList m_files;
};

namespace {

// What MANIFEST.md lists as malformed, and what is no DICOM file.
const QHash<QString, QString> s_refused{
    // Cut off: within the pixels, a beam's isocentre, and behind the last fragment, where its delimiter should be.
    {u"MR_truncated.dcm"_s, u"input-truncated"_s},
    {u"rtplan_truncated.dcm"_s, u"input-truncated"_s},
    {u"emri_small_jpeg_2k_lossless_too_short.dcm"_s, u"input-truncated"_s},
    // Its last item says 24 bytes more than its sequence has.
    {u"DICOMDIR-nooffset"_s, u"input-not-well-formed"_s},
};
// DICOM files without the mark of one.
const QStringList s_bare{
    u"ExplVR_BigEndNoMeta.dcm"_s, u"ExplVR_LitEndNoMeta.dcm"_s, u"no_meta.dcm"_s,       u"rtstruct.dcm"_s,
    u"JLSL_RGB_ILV0.dcm"_s,       u"JLSL_RGB_ILV1.dcm"_s,       u"JLSL_RGB_ILV2.dcm"_s, u"JLSN_RGB_ILV0.dcm"_s};

QString nameOf(const QString &path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

bool isPart10(const QByteArray &bytes)
{
    return bytes.size() > 132 && QByteArrayView(bytes).sliced(128, 4) == "DICM";
}

std::unique_ptr<DcmFileFormat> parsedByDcmtk(const QByteArray &bytes)
{
    auto file = std::make_unique<DcmFileFormat>();
    DcmInputBufferStream stream;
    stream.setBuffer(bytes.constData(), bytes.size());
    stream.setEos();
    file->transferInit();
    const OFCondition read = file->read(stream, EXS_Unknown, EGL_noChange, DCM_UndefinedLength);
    file->transferEnd();
    return read.good() ? std::move(file) : nullptr;
}

// Takes out what the header leaves out.
void removePixels(DcmItem &item)
{
    for (unsigned long i = item.card(); i-- > 0;) {
        DcmElement *element = item.getElement(i);
        const DcmTagKey tag = element->getTag().getXTag();
        const bool isPixels = tag == DCM_PixelData || tag == DCM_FloatPixelData || tag == DCM_DoubleFloatPixelData;
        if (isPixels || tag.getElement() == 0 || tag == DcmTagKey(0xfffc, 0xfffc)) {
            delete item.remove(i);
        } else if (element->ident() == EVR_SQ) {
            auto &sequence = static_cast<DcmSequenceOfItems &>(*element);
            for (unsigned long j = 0; j < sequence.card(); ++j)
                removePixels(*sequence.getItem(j));
        }
    }
}

// Private sequences stored as UN of a defined length are opened here (PS3.5 6.2.2 note 2); DCMTK leaves them as bytes.
void removeOpened(DcmItem &header, DcmItem &whole)
{
    for (unsigned long i = header.card(); i-- > 0;) {
        DcmElement *element = header.getElement(i);
        DcmElement *other = whole.getElement(i);
        const bool isOpened = element->ident() == EVR_SQ && other->ident() == EVR_UN && element->getTag().isPrivate();
        if (isOpened) {
            delete header.remove(i);
            delete whole.remove(i);
        }
    }
}

} // namespace

void TestDicomFiles::initTestCase()
{
    m_files = filesBelow(imagingFolder());
    if (m_files.isEmpty())
        QSKIP("no shared imaging files on this machine");
    QVERIFY(m_files.size() > 1000);
    DicomHeader::prepare();
}

void TestDicomFiles::eachIsTakenOrRefusedForAReason()
{
    int taken = 0;
    for (const QString &path : std::as_const(m_files)) {
        const QByteArray bytes = readFile(imagingFolder() + path);
        const auto scan = scanOf(bytes);
        const bool isDicom = isPart10(bytes) || s_bare.contains(nameOf(path));
        const QString expected = isDicom ? s_refused.value(nameOf(path), u"ok"_s) : u"input-not-health-data"_s;
        QVERIFY2(outcome(scan) == expected, qPrintable(path + u' ' + outcome(scan)));
        if (!scan)
            continue;
        ++taken;
        const auto header = DicomHeader::parse(scan->header);
        QVERIFY2(header, qPrintable(path));
        QVERIFY2(!header->tree().isEmpty(), qPrintable(path));
        QVERIFY2(scan->omitted.isEmpty(), qPrintable(path));
        if (scan->pixels.encapsulated)
            QVERIFY2(scan->pixels.firstFragment.size() == std::size_t(scan->frames), qPrintable(path));
    }
    QVERIFY(taken > 960);
}

void TestDicomFiles::headersAreWhatDcmtkReads()
{
    int compared = 0;
    for (const QString &path : std::as_const(m_files)) {
        const QByteArray bytes = readFile(imagingFolder() + path);
        const auto scan = scanOf(bytes);
        if (!scan || !isPart10(bytes))
            continue;
        const auto whole = parsedByDcmtk(bytes);
        if (!whole) {
            // Implicit elements under a transfer syntax that says explicit: read here, not by DCMTK.
            QCOMPARE(nameOf(path), u"SC_rgb_jpeg.dcm"_s);
            continue;
        }
        removePixels(*whole->getDataset());
        auto header = DicomHeader::parse(scan->header);
        QVERIFY(header);
        QVERIFY2(header->dataset().card() == whole->getDataset()->card(), qPrintable(path));
        removeOpened(header->dataset(), *whole->getDataset());
        QVERIFY2(header->dataset().compare(*whole->getDataset()) == 0, qPrintable(path));
        ++compared;
    }
    QVERIFY(compared > 950);
}

void TestDicomFiles::pixelsAreWhereDcmtkFindsThem()
{
    int native = 0;
    int compressed = 0;
    for (const QString &path : std::as_const(m_files)) {
        const QByteArray bytes = readFile(imagingFolder() + path);
        const auto scan = scanOf(bytes);
        if (!scan || !isPart10(bytes) || scan->pixels.deflated)
            continue;
        const auto whole = parsedByDcmtk(bytes);
        DcmElement *element = nullptr;
        if (!whole || whole->getDataset()->findAndGetElement(DCM_PixelData, element).bad()) {
            QVERIFY(!whole || !scan->hasPixels || scan->transferSyntax == u"1.2.840.10008.1.2.1"_s);
            continue;
        }
        QVERIFY2(scan->hasPixels, qPrintable(path));
        auto &pixels = static_cast<DcmPixelData &>(*element);
        if (!scan->pixels.encapsulated) {
            ++native;
            QVERIFY2(scan->pixels.length == qint64(pixels.getLength()), qPrintable(path));
            continue;
        }
        ++compressed;
        E_TransferSyntax syntax = EXS_Unknown;
        const DcmRepresentationParameter *parameter = nullptr;
        pixels.getOriginalRepresentationKey(syntax, parameter);
        DcmPixelSequence *sequence = nullptr;
        QVERIFY(pixels.getEncapsulatedRepresentation(syntax, parameter, sequence).good());
        QVERIFY2(sequence->card() == scan->pixels.fragments.size() + 1, qPrintable(path));
        for (unsigned long i = 1; i < sequence->card(); ++i) {
            DcmPixelItem *item = nullptr;
            Uint8 *data = nullptr;
            QVERIFY(sequence->getItem(item, i).good() && item->getUint8Array(data).good());
            const auto &fragment = scan->pixels.fragments[i - 1];
            QCOMPARE(qint64(item->getLength()), fragment.length + fragment.length % 2);
            QVERIFY2(std::memcmp(data, bytes.constData() + fragment.offset, std::size_t(fragment.length)) == 0,
                     qPrintable(path));
        }
    }
    QVERIFY(native > 100 && compressed > 600);
}

QTEST_GUILESS_MAIN(TestDicomFiles)
#include "tst_dicomfiles.moc"
