// SPDX-License-Identifier: Apache-2.0
#include "decode/Describe.h"

#include "decode/DescribeParts.h"
#include "decode/DescriptionLimits.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>

#include <QDate>
#include <algorithm>
#include <new>

namespace Chartline::Imaging {

namespace {

// PS3.3 C.7.6.1.1.1; codes of animals (PS3.3 10.17) are left out: they are other letters.
QStringList orientationOf(const QStringList &codes)
{
    const auto ofPeople = [](const QString &code) {
        return code.size() >= 1 && code.size() <= 3
               && std::ranges::all_of(code, [](QChar c) { return QLatin1StringView("RLAPHF").contains(c); });
    };
    return codes.size() == 2 && std::ranges::all_of(codes, ofPeople) ? codes : QStringList();
}

// "2024-05-08" of a DA value, also in the form of ACR-NEMA (1997.04.24).
QString isoDate(QString date)
{
    date.remove(QLatin1Char('.'));
    const QDate parsed = QDate::fromString(date.first(std::min<qsizetype>(date.size(), 8)), u"yyyyMMdd");
    return parsed.isValid() ? parsed.toString(Qt::ISODate) : QString();
}

// As much of a TM value as is given: "10", "10:15", "10:15:00.25".
QString isoTime(QString time)
{
    time.remove(QLatin1Char(':'));
    const QString digits = time.section(QLatin1Char('.'), 0, 0);
    const auto two = [&](qsizetype at) { return QStringView(digits).mid(at, 2); };
    QString result;
    for (qsizetype at = 0; at < 6 && digits.size() >= at + 2; at += 2) {
        bool number = false;
        const int value = two(at).toInt(&number);
        if (!number || value < 0 || value > (at == 0 ? 23 : at == 2 ? 59 : 60))
            return {};
        if (at > 0)
            result += QLatin1Char(':');
        result += two(at);
    }
    const QString fraction = time.section(QLatin1Char('.'), 1, 1).left(6);
    bool number = false;
    fraction.toInt(&number);
    return result.size() == 8 && number ? result + QLatin1Char('.') + fraction : result;
}

QString dateAndTime(const QString &date, const QString &time)
{
    const QString day = isoDate(date);
    const QString clock = isoTime(time);
    return day.isEmpty() || clock.isEmpty() ? day : day + QLatin1Char('T') + clock;
}

// The content's own date, else the next best that the data set has.
QString contentDateOf(const ItemReader &data)
{
    if (const QString own = dateAndTime(data.code(0x00080023), data.code(0x00080033)); !own.isEmpty())
        return own;
    const QString acquired = data.code(0x0008002A); // Acquisition DateTime
    if (const QString own = dateAndTime(acquired.left(8), acquired.mid(8).section(QLatin1Char('&'), 0, 0));
        !own.isEmpty())
        return own;
    // Acquisition, series, study
    constexpr std::pair<quint32, quint32> others[] = {
        {0x00080022, 0x00080032}, {0x00080021, 0x00080031}, {0x00080020, 0x00080030}};
    for (const auto &[date, time] : others) {
        if (const QString own = dateAndTime(data.code(date), data.code(time)); !own.isEmpty())
            return own;
    }
    return {};
}

Expected<ImageDescription> describeAll(DcmDataset &dataset, const QString &transferSyntax, const PixelLayout &layout)
{
    OFString characterSet;
    dataset.findAndGetOFStringArray(DcmTagKey(0x0008, 0x0005), characterSet);
    const TextDecoder decoder(QByteArray(characterSet.c_str(), qsizetype(characterSet.length())));
    const ItemReader data(dataset, decoder);
    ImageDescription image;
    image.transferSyntax = transferSyntax;
    image.layout = layout;
    describeIdentity(data, image);
    if (const auto pixels = describePixels(data, image); !pixels)
        return std::unexpected(pixels.error());
    describeFrames(data, image);
    describeGrid(data, image);
    describeTables(data, image);
    describeOverlays(data, image);
    describeModality(data, image);
    if (decoder.guessed())
        addNote(image, "charset-differs");
    if (const auto sound = checkLimits(image); !sound)
        return std::unexpected(sound.error());
    return image;
}

} // namespace

void addNote(ImageDescription &image, const char *key)
{
    if (const QLatin1StringView note(key); !image.notes.contains(note))
        image.notes.append(note);
}

void addNote(ImageDescription &image, const char *key, qint64 told, qint64 found)
{
    image.notes.append(QStringLiteral("%1:%2:%3").arg(QLatin1StringView(key)).arg(told).arg(found));
}

void describeIdentity(const ItemReader &data, ImageDescription &image)
{
    image.sopClass = data.code(0x00080016);
    image.sopInstance = data.code(0x00080018);
    image.study = data.code(0x0020000D);
    image.series = data.code(0x0020000E);
    image.frameOfReference = data.code(0x00200052);
    image.modality = data.code(0x00080060);
    image.imageType = data.codes(0x00080008);
    image.seriesDescription = data.text(0x0008103E);
    image.bodyPart = data.code(0x00180015);
    if (image.bodyPart.isEmpty()) {
        if (const auto region = data.item(0x00082218)) // Anatomic Region Sequence
            image.bodyPart = region->text(0x00080104);
    }
    image.laterality = data.code(0x00200062); // of the image
    if (image.laterality.isEmpty())
        image.laterality = data.code(0x00200060);
    image.patientPosition = data.code(0x00185100);
    image.patientOrientation = orientationOf(data.codes(0x00200020));
    image.patientName = data.personName(0x00100010);
    image.patientId = data.text(0x00100020);
    const QString born = data.code(0x00100030);
    image.patientBirthDate = isoDate(born);
    if (!born.isEmpty() && image.patientBirthDate.isEmpty())
        addNote(image, "birth-date-invalid");
    image.institution = data.text(0x00080080);
    image.contentDate = contentDateOf(data);
    image.instanceNumber = data.integer(0x00200013).value_or(0);
    image.acquisitionNumber = data.integer(0x00200012).value_or(0);
}

Expected<ImageDescription> describe(DcmDataset &dataset, const QString &transferSyntax, const PixelLayout &layout)
{
    try {
        return describeAll(dataset, transferSyntax, layout);
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    } catch (const std::exception &) {
        return failure(FailureCode::Corrupt, QStringLiteral("the parser threw an exception"));
    }
}

} // namespace Chartline::Imaging
