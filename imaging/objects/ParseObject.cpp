// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseObject.h"

#include "objects/ObjectColors.h"
#include "objects/ParseParts.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>

#include <QDate>
#include <QtEndian>
#include <new>

namespace Chartline::Imaging {

namespace {

using Parse = Expected<DicomObject> (*)(const ItemReader &);

// PS3.4 B.5, below 1.2.840.10008.5.1.4.1.1; a dot at the end stands for all below.
constexpr std::pair<const char *, Parse> parsers[] = {
    {"66.4", parseSegmentation},      {"66.7", parseSegmentation},
    {"481.3", parseStructureSet},     {"11.1", parsePresentationState},
    {"11.2", parsePresentationState}, {"11.3", parsePresentationState},
    {"88.59", parseKeyObjects},       {"9.", parseWaveform},
};

Parse parserOf(const QString &sopClass)
{
    const QLatin1StringView root("1.2.840.10008.5.1.4.1.1.");
    if (!sopClass.startsWith(root))
        return nullptr;
    const QStringView rest = QStringView(sopClass).sliced(root.size());
    for (const auto &[name, parse] : parsers) {
        const QLatin1StringView known(name);
        if (rest == known || (known.endsWith(QLatin1Char('.')) && rest.startsWith(known)))
            return parse;
    }
    return nullptr;
}

QString isoMoment(const QString &date, const QString &time)
{
    if (date.size() < 8 || !QDate::fromString(date.first(8), u"yyyyMMdd").isValid())
        return {};
    QString result = date.first(4) + QLatin1Char('-') + date.mid(4, 2) + QLatin1Char('-') + date.mid(6, 2);
    if (time.size() >= 4)
        result += QLatin1Char('T') + time.first(2) + QLatin1Char(':') + time.mid(2, 2);
    return result;
}

} // namespace

bool isDicomObject(const QString &sopClass)
{
    return parserOf(sopClass) != nullptr;
}

Expected<DicomObject> parseObject(DcmDataset &dataset)
{
    try {
        OFString characterSet;
        dataset.findAndGetOFStringArray(DcmTagKey(0x0008, 0x0005), characterSet);
        const TextDecoder decoder(QByteArray(characterSet.c_str(), qsizetype(characterSet.length())));
        const ItemReader data(dataset, decoder);
        const Parse parse = parserOf(data.code(0x00080016));
        if (!parse)
            return failure(FailureCode::NotAnImage, QStringLiteral("not an object that is shown over images"));
        auto object = parse(data);
        if (!object)
            return object;
        if (const auto sound = checkObject(*object); !sound)
            return std::unexpected(sound.error());
        return object;
    } catch (const std::bad_alloc &) {
        return failure(FailureCode::OutOfMemory);
    } catch (const std::exception &) {
        return failure(FailureCode::Corrupt, QStringLiteral("the parser threw an exception"));
    }
}

ObjectIdentity parseIdentity(const ItemReader &data)
{
    ObjectIdentity identity;
    identity.sopClass = data.code(0x00080016);
    identity.sopInstance = data.code(0x00080018);
    identity.series = data.code(0x0020000E);
    identity.study = data.code(0x0020000D);
    identity.label = data.text(0x00700080);
    identity.description = data.text(0x00700081);
    if (identity.description.isEmpty())
        identity.description = data.text(0x0008103E);
    identity.creator = data.personName(0x00700084);
    identity.created = isoMoment(data.code(0x00700082), data.code(0x00700083));
    if (identity.created.isEmpty())
        identity.created = isoMoment(data.code(0x00080023), data.code(0x00080033));
    identity.patientName = data.personName(0x00100010);
    identity.patientBirthDate = isoMoment(data.code(0x00100030), {});
    return identity;
}

QString meaningOf(const ItemReader &item, ItemReader::Tag sequence)
{
    const auto code = item.item(sequence);
    if (!code)
        return {};
    const QString meaning = code->text(0x00080104);
    return meaning.isEmpty() ? code->text(0x00080100) : meaning;
}

ImageReferences referencesOf(const ItemReader &item, ItemReader::Tag sequence, const QString &series)
{
    ImageReferences references;
    for (const ItemReader &image : item.items(sequence, ObjectLimits::list)) {
        ImageReference reference;
        reference.series = series;
        reference.sopInstance = image.code(0x00081155);
        for (const double frame : image.numbers(0x00081160, 4096)) {
            if (frame >= 1 && frame <= 1e6)
                reference.frames.push_back(int(frame));
        }
        if (!reference.sopInstance.isEmpty())
            references.push_back(std::move(reference));
    }
    return references;
}

std::optional<Rgb> cieLabOf(const ItemReader &item, ItemReader::Tag tag)
{
    const auto lab = item.vector<3>(tag);
    if (!lab)
        return std::nullopt;
    return rgbOfCieLab({int((*lab)[0]), int((*lab)[1]), int((*lab)[2])});
}

std::optional<LookupTable> tableOf(const ItemReader &item)
{
    const auto descriptor = item.vector<3>(0x00283002);
    const auto data = item.bytes(0x00283006, 1 << 18);
    if (!descriptor || !data)
        return std::nullopt;
    LookupTable table;
    const auto count = std::size_t((*descriptor)[0] <= 0 ? 65536 : std::min((*descriptor)[0], 65536.0));
    table.first = int(std::clamp((*descriptor)[1], -65536.0, 65536.0));
    table.bits = int((*descriptor)[2]);
    if (table.bits < 8 || table.bits > 16)
        return std::nullopt;
    table.explanation = item.text(0x00283003);
    const std::size_t words = std::size_t(data->size()) / 2;
    // Some write 8-bit entries as bytes, two in a word.
    const bool bytes = table.bits == 8 && words < count && std::size_t(data->size()) >= count;
    if (!bytes && words < count)
        return std::nullopt;
    table.entries.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        table.entries[i] =
            bytes ? quint8(data->at(qsizetype(i))) : qFromLittleEndian<quint16>(data->constData() + 2 * i);
    return table;
}

} // namespace Chartline::Imaging
