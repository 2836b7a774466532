// SPDX-License-Identifier: Apache-2.0
#include "dicom/DicomHeader.h"

#include "dicom/DatasetBuilder.h"
#include "dicom/TextReader.h"

#include <new>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dctk.h>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

struct DicomHeader::Private
{
    DcmFileFormat file;
};

void DicomHeader::prepare()
{
    static const bool isPrepared = [] {
        // Its messages quote what the file says.
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        // Attributes stored as UN by systems that did not know them yet become what the dictionary says.
        dcmEnableUnknownVRConversion.set(OFTrue);
        TextReader::loadTables();
        return bool(dcmDataDict.isDictionaryLoaded());
    }();
    Q_UNUSED(isPrepared)
}

Result<DicomHeader> DicomHeader::parse(QByteArrayView part10WithoutPixels)
{
    prepare();
    if (!dcmDataDict.isDictionaryLoaded())
        return fail(ErrorCode::IoFailed, {u"DICOM dictionary"_s});
    try {
        auto parsed = std::make_unique<Private>();
        DcmInputBufferStream stream;
        stream.setBuffer(part10WithoutPixels.data(), part10WithoutPixels.size());
        stream.setEos();
        parsed->file.transferInit();
        OFCondition done = parsed->file.read(stream, EXS_Unknown, EGL_noChange, DCM_UndefinedLength);
        parsed->file.transferEnd();
        if (done.good())
            done = parsed->file.loadAllDataIntoMemory();
        if (done.bad())
            return fail(ErrorCode::InputNotWellFormed, {u"DCMTK: "_s + QString::fromLatin1(done.text())});
        return DicomHeader(std::move(parsed));
    } catch (const std::bad_alloc &) {
        return fail(ErrorCode::InputTooLarge, {QString::number(part10WithoutPixels.size())});
    }
}

DicomHeader::DicomHeader(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{ }
DicomHeader::~DicomHeader() = default;
DicomHeader::DicomHeader(DicomHeader &&) noexcept = default;
DicomHeader &DicomHeader::operator=(DicomHeader &&) noexcept = default;

DcmDataset &DicomHeader::dataset()
{
    return *m_d->file.getDataset();
}

Dataset DicomHeader::tree() const
{
    return DatasetBuilder().build(*m_d->file.getDataset());
}

} // namespace Chartline::Dicom
