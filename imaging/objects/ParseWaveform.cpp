// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseParts.h"

#include <QtEndian>
#include <cmath>

namespace Chartline::Imaging {

using namespace Qt::StringLiterals;

namespace {

// How samples are stored (PS3.3 C.10.9.1.5).
struct SampleKind
{
    int bytes = 2;
    bool isSigned = true;
};

Expected<SampleKind> kindOf(const ItemReader &group)
{
    const int bits = group.integer(0x54001004).value_or(16);
    const QString kind = group.code(0x54001006);
    if (kind == "MB"_L1)
        return failure(FailureCode::UnsupportedPixels, u"8-bit mu-law samples"_s);
    if (kind == "AB"_L1)
        return failure(FailureCode::UnsupportedPixels, u"8-bit A-law samples"_s);
    if (kind == "SB"_L1 && bits == 8)
        return SampleKind{1, true};
    if (kind == "UB"_L1 && bits == 8)
        return SampleKind{1, false};
    if (kind == "SS"_L1 && bits == 16)
        return SampleKind{2, true};
    if (kind == "US"_L1 && bits == 16)
        return SampleKind{2, false};
    return failure(FailureCode::UnsupportedPixels, u"samples other than 8 or 16 bits, signed or unsigned"_s);
}

qint32 sampleAt(const QByteArray &data, std::size_t index, const SampleKind &kind)
{
    if (kind.bytes == 1) {
        const char byte = data.at(qsizetype(index));
        return kind.isSigned ? qint32(qint8(byte)) : qint32(quint8(byte));
    }
    const char *at = data.constData() + 2 * index;
    return kind.isSigned ? qint32(qFromLittleEndian<qint16>(at)) : qint32(qFromLittleEndian<quint16>(at));
}

// "Lead aVR (Einthoven)", "V1", "MDC_ECG_LEAD_II": the lead's own name.
QString leadOf(const QString &label, const QString &source)
{
    constexpr const char *leads[] = {"I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"};
    for (const QString &words : {source, label}) {
        QString text = words;
        for (const char c : {'(', ')', '_', '-', ',', ':'})
            text.replace(QLatin1Char(c), QLatin1Char(' '));
        const QStringList parts = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        // "Lead I - II" is a difference of two, not one of the twelve.
        const QString name =
            parts.value(!parts.isEmpty() && parts.front().compare("lead"_L1, Qt::CaseInsensitive) == 0);
        for (const char *lead : leads) {
            if (name.compare(QLatin1StringView(lead), Qt::CaseInsensitive) == 0)
                return QLatin1StringView(lead);
        }
    }
    return {};
}

std::optional<double> positive(std::optional<double> value)
{
    return value && *value > 0 ? value : std::nullopt;
}

WaveformChannel channelOf(const ItemReader &item)
{
    WaveformChannel channel;
    channel.label = item.text(0x003A0203);
    channel.source = meaningOf(item, 0x003A0208);
    channel.lead = leadOf(channel.label, channel.source);
    if (const auto units = item.item(0x003A0211))
        channel.units = units->text(0x00080100);
    const double sensitivity = item.number(0x003A0210).value_or(1);
    channel.scale = sensitivity * item.number(0x003A0212).value_or(1);
    channel.offset = item.number(0x003A0213).value_or(0);
    channel.skew = item.number(0x003A0214).value_or(0);
    channel.lowHz = positive(item.number(0x003A0220));
    channel.highHz = positive(item.number(0x003A0221));
    channel.notchHz = positive(item.number(0x003A0222));
    return channel;
}

Expected<void> readSamples(const ItemReader &item, WaveformGroup &group, std::size_t most)
{
    const auto kind = kindOf(item);
    if (!kind)
        return std::unexpected(kind.error());
    const auto told = item.number(0x003A0010).value_or(0);
    if (told < 1 || told * double(group.channels.size()) > double(most))
        return failure(told < 1 ? FailureCode::Corrupt : FailureCode::TooLarge, u"number of waveform samples"_s);
    const auto count = std::size_t(told);
    const auto data = item.bytes(0x54001010, 1 << 28);
    const std::size_t needed = count * group.channels.size();
    if (!data || std::size_t(data->size()) < needed * std::size_t(kind->bytes))
        return failure(FailureCode::Truncated, u"waveform data"_s);
    for (std::size_t c = 0; c < group.channels.size(); ++c) {
        auto &samples = group.channels[c].samples;
        samples.resize(count);
        for (std::size_t i = 0; i < count; ++i)
            samples[i] = sampleAt(*data, i * group.channels.size() + c, *kind);
    }
    if (const auto padding = item.bytes(0x5400100A, 16); padding && padding->size() >= kind->bytes)
        group.padding = sampleAt(*padding, 0, *kind);
    return {};
}

WaveformAnnotation annotationOf(const ItemReader &item)
{
    WaveformAnnotation annotation;
    annotation.name = meaningOf(item, 0x0040A043);
    annotation.value = item.text(0x00700006);
    if (const auto value = item.number(0x0040A30A); value && annotation.value.isEmpty()) {
        annotation.value = QString::number(*value);
        if (const auto units = item.item(0x004008EA))
            annotation.value += u' ' + units->text(0x00080100);
    }
    if (annotation.value.isEmpty())
        annotation.value = meaningOf(item, 0x0040A168);
    annotation.group = std::clamp(item.integer(0x0040A0B0, 0).value_or(0), 0, 64);
    annotation.channel = std::clamp(item.integer(0x0040A0B0, 1).value_or(0), 0, 1024);
    for (const double position : item.numbers(0x0040A132, 1024)) {
        if (position >= 1 && position <= 1e12)
            annotation.samples.push_back(qint64(position));
    }
    return annotation;
}

} // namespace

Expected<DicomObject> parseWaveform(const ItemReader &data)
{
    Waveform waveform;
    waveform.identity = parseIdentity(data);
    waveform.modality = data.code(0x00080060);
    std::size_t left = ObjectLimits::samples;
    for (const ItemReader &item : data.items(0x54000100, 64)) {
        WaveformGroup group;
        group.label = item.text(0x003A0020);
        group.originality = item.code(0x003A0004);
        group.rate = item.number(0x003A001A).value_or(0);
        group.start = item.number(0x00181068).value_or(0) / 1000; // Multiplex Group Time Offset, ms
        if (!(group.rate > 0) || group.rate > 1e7)
            return failure(FailureCode::Corrupt, u"sampling frequency"_s);
        for (const ItemReader &channel : item.items(0x003A0200, ObjectLimits::channels))
            group.channels.push_back(channelOf(channel));
        const int told = item.integer(0x003A0005).value_or(0);
        if (group.channels.empty() || std::size_t(told) != group.channels.size())
            return failure(FailureCode::Corrupt, u"number of waveform channels"_s);
        if (const auto read = readSamples(item, group, left); !read)
            return std::unexpected(read.error());
        left -= group.channels.size() * group.samples();
        waveform.groups.push_back(std::move(group));
    }
    if (waveform.groups.empty())
        return failure(FailureCode::Corrupt, u"a waveform without channels"_s);
    for (const ItemReader &item : data.items(0x0040B020, 4096))
        waveform.annotations.push_back(annotationOf(item));
    return waveform;
}

} // namespace Chartline::Imaging
