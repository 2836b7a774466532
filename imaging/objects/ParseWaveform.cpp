// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseParts.h"

#include <QtEndian>
#include <map>
#include <set>
#include <span>

namespace Chartline::Imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t s_mostGroups = 64;

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

// Leads of an ECG by their number in CID 3001 (PS3.16): MDC codes are 2:N, those of its older SCPECG edition 5.6.3-9-N.
struct CodedLead
{
    int number = 0;
    QLatin1StringView name;
};
constexpr CodedLead s_leads[] = {
    {1, "I"_L1},     {2, "II"_L1},   {61, "III"_L1}, {62, "aVR"_L1}, {63, "aVL"_L1}, {64, "aVF"_L1},
    {65, "-aVR"_L1}, {3, "V1"_L1},   {4, "V2"_L1},   {5, "V3"_L1},   {6, "V4"_L1},   {7, "V5"_L1},
    {8, "V6"_L1},    {9, "V7"_L1},   {66, "V8"_L1},  {67, "V9"_L1},  {10, "V2R"_L1}, {11, "V3R"_L1},
    {12, "V4R"_L1},  {13, "V5R"_L1}, {14, "V6R"_L1}, {15, "V7R"_L1}, {68, "V8R"_L1}, {69, "V9R"_L1},
};

// The lead of exactly this name, whatever the case of its letters; empty: none is called that.
QString knownLead(QStringView name)
{
    const auto found = std::ranges::find_if(
        s_leads, [&](const CodedLead &lead) { return name.compare(lead.name, Qt::CaseInsensitive) == 0; });
    return found == std::end(s_leads) ? QString() : QString(found->name);
}

// "Lead aVR (Goldberger)", "aVR, augmented voltage, right": what is left without the words that only explain.
QString nameIn(const QString &words)
{
    QString text = words.simplified();
    for (const QChar dash : {QChar(0x2010), QChar(0x2011), QChar(0x2012), QChar(0x2013), QChar(0x2212)})
        text.replace(dash, u'-');
    for (const QLatin1StringView prefix : {"MDC_ECG_LEAD_"_L1, "ECG "_L1, "Lead "_L1, "Lead_"_L1, "Lead:"_L1}) {
        if (text.startsWith(prefix, Qt::CaseInsensitive))
            text = text.sliced(prefix.size()).trimmed();
    }
    // No others: "Lead I (Frank)" and "V1 (V3R position)" are taken elsewhere.
    for (const QLatin1StringView suffix :
         {"(Einthoven)"_L1, "(Goldberger)"_L1, "(Wilson)"_L1, ", augmented voltage, right"_L1,
          ", augmented voltage, left"_L1, ", augmented voltage, foot"_L1}) {
        if (text.endsWith(suffix, Qt::CaseInsensitive))
            text = text.chopped(suffix.size()).trimmed();
    }
    return text.compare("AVRneg"_L1, Qt::CaseInsensitive) == 0 ? u"-aVR"_s : text;
}

// Whether one of the leads is among the words, as in "I - II" or "aVR inverted".
bool mentionsLead(const QString &text)
{
    QString word;
    for (const QChar c : text + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
        } else {
            if (!knownLead(word).isEmpty())
                return true;
            word.clear();
        }
    }
    return false;
}

// The number of a coded source in CID 3001; nothing for other codes and for the unspecified lead.
std::optional<int> leadNumber(const ItemReader &source)
{
    const QString scheme = source.code(0x00080102);
    const QString code = source.code(0x00080100);
    const QLatin1StringView head = scheme == "MDC"_L1 ? "2:"_L1 : "5.6.3-9-"_L1;
    if ((scheme != "MDC"_L1 && scheme != "SCPECG"_L1) || !code.startsWith(head))
        return std::nullopt;
    bool isNumber = false;
    const int number = QStringView(code).sliced(head.size()).toInt(&isNumber);
    return isNumber && number > 0 ? std::optional(number) : std::nullopt;
}

// By the code of the source: a lead's name, empty for one that has none here; nothing where the code is of another kind
// or says that the lead is not specified.
std::optional<QString> codedLead(const ItemReader &source)
{
    const QString code = source.code(0x00080100);
    if (code.startsWith("MDC_ECG_LEAD_"_L1))
        return knownLead(nameIn(code));
    const auto number = leadNumber(source);
    if (!number)
        return std::nullopt;
    const auto found = std::ranges::find(s_leads, *number, &CodedLead::number);
    return found == std::end(s_leads) ? QString() : QString(found->name);
}

// The code says which lead it is; else the words of the source, else the label.
QString leadOf(const WaveformChannel &channel, const std::optional<ItemReader> &source)
{
    if (const auto coded = source ? codedLead(*source) : std::nullopt) {
        if (!coded->isEmpty())
            return *coded;
        // Another lead, even if its meaning is called the same: Frank's I, a derived one.
        const QString name = nameIn(channel.source);
        return knownLead(name).isEmpty() ? name : u"%1 (%2)"_s.arg(name, source->code(0x00080100));
    }
    for (const QString &words : {channel.source, channel.label}) {
        const QString name = nameIn(words);
        if (const QString lead = knownLead(name); !lead.isEmpty())
            return lead;
        if (mentionsLead(name))
            return name;
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
    channel.lead = leadOf(channel, item.item(0x003A0208));
    // Without a sensitivity the samples are in arbitrary units (PS3.3 C.10.9), whatever else is said.
    const double scale = item.number(0x003A0210).value_or(0) * item.number(0x003A0212).value_or(1);
    if (const auto units = item.item(0x003A0211); units && scale != 0) {
        channel.units = units->text(0x00080100).trimmed();
        channel.scale = scale;
        channel.offset = item.number(0x003A0213).value_or(0);
    }
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
    for (const double position : item.numbers(0x0040A132, 1024)) {
        if (position >= 1 && position <= 1e12)
            annotation.samples.push_back(qint64(position));
    }
    return annotation;
}

// A remark on several channels stands once for each; one that names every channel of a group is about the group.
// `positions`: how many samples may still be named.
void addAnnotations(const ItemReader &item, Waveform &waveform, std::size_t &positions)
{
    WaveformAnnotation annotation = annotationOf(item);
    std::map<int, std::set<int>> channelsOf;
    const std::vector<double> pairs = item.numbers(0x0040A0B0, 2 * ObjectLimits::channels);
    for (std::size_t i = 0; i < pairs.size(); i += 2) {
        const auto bounded = [](double value) { return int(std::clamp(value, 0.0, 65535.0)); };
        channelsOf[bounded(pairs[i])].insert(i + 1 < pairs.size() ? bounded(pairs[i + 1]) : 0);
    }
    if (channelsOf.empty() || annotation.value.isEmpty())
        channelsOf = {{channelsOf.empty() ? 0 : channelsOf.begin()->first,
                       {channelsOf.empty() ? 0 : *channelsOf.begin()->second.begin()}}};
    for (const auto &[group, channels] : channelsOf) {
        const bool isKnown = group >= 1 && std::size_t(group) <= waveform.groups.size();
        const bool isWhole = group == 0 || channels.contains(0)
                             || (isKnown && channels.size() > 1
                                 && channels.size() == waveform.groups[std::size_t(group) - 1].channels.size());
        annotation.group = group;
        for (const int channel : isWhole ? std::set{0} : channels) {
            annotation.channel = channel;
            if (annotation.samples.size() > positions)
                annotation.samples.clear();
            positions -= annotation.samples.size();
            if (waveform.annotations.size() < ObjectLimits::list)
                waveform.annotations.push_back(annotation);
        }
    }
}

} // namespace

Expected<DicomObject> parseWaveform(const ItemReader &data)
{
    Waveform waveform;
    waveform.identity = parseIdentity(data);
    waveform.modality = data.code(0x00080060);
    std::size_t left = ObjectLimits::samples;
    const std::vector<ItemReader> groups = data.items(0x54000100, ObjectLimits::list);
    const std::size_t read = std::min(groups.size(), s_mostGroups);
    waveform.groupsLeftOut = int(groups.size() - read);
    for (const ItemReader &item : std::span(groups).first(read)) {
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
        if (const auto done = readSamples(item, group, left); !done)
            return std::unexpected(done.error());
        left -= group.channels.size() * group.samples();
        waveform.groups.push_back(std::move(group));
    }
    if (waveform.groups.empty())
        return failure(FailureCode::Corrupt, u"a waveform without channels"_s);
    std::size_t positions = ObjectLimits::points;
    for (const ItemReader &item : data.items(0x0040B020, ObjectLimits::list))
        addAnnotations(item, waveform, positions);
    return waveform;
}

} // namespace Chartline::Imaging
