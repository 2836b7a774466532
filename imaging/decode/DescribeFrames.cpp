// SPDX-License-Identifier: Apache-2.0
#include "decode/DescribeParts.h"

#include <QDate>
#include <algorithm>
#include <cmath>

namespace Chartline::Imaging {

namespace {

std::optional<double> nonZero(std::optional<double> value)
{
    return value && *value != 0 ? value : std::nullopt;
}

// Image Orientation (Patient): two unit vectors at a right angle (C.7.6.2.1.1).
bool isOrientation(const std::array<double, 6> &o)
{
    const Vec3 row{o[0], o[1], o[2]};
    const Vec3 column{o[3], o[4], o[5]};
    constexpr double tolerance = 0.01;
    return std::abs(length(row) - 1) < tolerance && std::abs(length(column) - 1) < tolerance
           && std::abs(dot(row, column)) < tolerance;
}

// Units of a Measurement Units Code Sequence, by their UCUM code.
QString unitsOf(const ItemReader &mapping)
{
    const auto code = mapping.item(0x004008EA);
    const QString value = code ? code->code(0x00080100) : QString();
    return value == QLatin1StringView("[hnsf'U]") ? QStringLiteral("HU") : value;
}

// b-values outside the standard elements, each in a block that its vendor has reserved.
std::optional<double> privateBValue(const ItemReader &data)
{
    if (const auto siemens = data.privateNumber(0x0019, "SIEMENS MR HEADER", 0x0C))
        return siemens;
    if (const auto philips = data.privateNumber(0x2001, "Philips Imaging DD 001", 0x03, true))
        return philips;
    auto ge = data.privateNumber(0x0043, "GEMS_PARM_01", 0x39);
    // Some of its versions add 10⁹.
    if (ge && *ge >= 1e9)
        *ge -= 1e9;
    return ge;
}

class FrameReader
{
public:
    FrameReader(const ItemReader &data, ImageDescription &image)
        : m_data(data)
        , m_image(image)
    {
        for (const ItemReader &segment : data.items(0x00620002, 65535)) {
            if (const auto number = segment.integer(0x00620004))
                m_segments.append({*number, segment.text(0x00620005)});
        }
    }

    void readPlain(FrameInfo &frame);
    void readGroups(const ItemReader &groups, FrameInfo &frame);

private:
    void readPlane(const ItemReader &item, FrameInfo &frame);
    void readRescale(const ItemReader &item, FrameInfo &frame);
    void readMapping(const ItemReader &item, FrameInfo &frame);
    void readContent(const ItemReader &content, FrameInfo &frame);
    void readDiffusion(const ItemReader &item, FrameInfo &frame);
    void readType(const ItemReader &groups, FrameInfo &frame);
    void readSegment(const ItemReader &groups, FrameInfo &frame);
    double secondsSinceFirstDay(const QString &dateTime, double seconds);

    const ItemReader &m_data;
    ImageDescription &m_image;
    QStringList m_stacks;
    QList<std::pair<int, QString>> m_segments;
    QDate m_firstDay;
};

void FrameReader::readPlane(const ItemReader &item, FrameInfo &frame)
{
    if (const auto position = item.vector<3>(0x00200032))
        frame.position = position;
    if (const auto orientation = item.vector<6>(0x00200037)) {
        if (isOrientation(*orientation))
            frame.orientation = orientation;
        else
            addNote(m_image, "orientation-invalid");
    }
    if (const auto spacing = item.vector<2>(0x00280030)) {
        if ((*spacing)[0] > 0 && (*spacing)[1] > 0)
            frame.spacing = spacing;
        else
            addNote(m_image, "spacing-invalid");
    }
    if (const auto thickness = item.number(0x00180050); thickness && *thickness > 0)
        frame.thickness = *thickness;
}

void FrameReader::readRescale(const ItemReader &item, FrameInfo &frame)
{
    if (const auto slope = nonZero(item.number(0x00281053)))
        frame.slope = slope;
    if (const auto intercept = item.number(0x00281052))
        frame.intercept = intercept;
    if (const QString type = item.code(0x00281054); !type.isEmpty())
        m_image.units = type;
}

// Real World Value Mapping (C.7.6.16.2.11): another mapping than the rescale. Its units hold for modality values only
// where the two are the same; where there is no rescale (parametric maps) it takes its place.
void FrameReader::readMapping(const ItemReader &item, FrameInfo &frame)
{
    const auto mapping = item.item(0x00409096);
    if (!mapping)
        return;
    const auto slope = nonZero(mapping->number(0x00409225));
    const auto intercept = mapping->number(0x00409224);
    const QString units = unitsOf(*mapping);
    if (!slope || !intercept || units.isEmpty())
        return;
    const auto mine = frame.slope ? frame.slope : m_image.shared.slope;
    const auto mineIntercept = frame.intercept ? frame.intercept : m_image.shared.intercept;
    const bool replaces = !mine && !m_data.has(0x00283000)
                          && (m_image.pixels.isFloat || m_image.sopClass.endsWith(QLatin1StringView(".1.1.30")));
    if (replaces) {
        frame.slope = slope;
        frame.intercept = intercept;
    }
    if (replaces || (mine.value_or(1) == *slope && mineIntercept.value_or(0) == *intercept && m_image.units.isEmpty()))
        m_image.units = units;
}

double FrameReader::secondsSinceFirstDay(const QString &dateTime, double seconds)
{
    const QDate day = QDate::fromString(dateTime.left(8), u"yyyyMMdd");
    if (!m_firstDay.isValid())
        m_firstDay = day;
    return m_firstDay.isValid() && day.isValid() ? seconds + 86400.0 * double(m_firstDay.daysTo(day)) : seconds;
}

void FrameReader::readContent(const ItemReader &content, FrameInfo &frame)
{
    if (const auto index = content.number(0x00209128))
        frame.temporalIndex = index;
    if (const QString stack = content.text(0x00209056); !stack.isEmpty()) {
        if (!m_stacks.contains(stack))
            m_stacks.append(stack);
        frame.stack = int(m_stacks.indexOf(stack));
    }
    if (const auto place = content.integer(0x00209057))
        frame.positionInStack = place;
    QString when = content.code(0x00189074); // Frame Acquisition DateTime
    if (when.isEmpty())
        when = content.code(0x00189151); // Frame Reference DateTime
    if (const auto seconds = secondsOf(when.mid(8)))
        frame.acquisitionTime = secondsSinceFirstDay(when, *seconds);
}

void FrameReader::readDiffusion(const ItemReader &item, FrameInfo &frame)
{
    if (const auto b = item.number(0x00189087); b && *b >= 0)
        frame.bValue = b;
    const auto direction = item.item(0x00189076);
    const auto gradient = direction ? direction->vector<3>(0x00189089) : item.vector<3>(0x00189089);
    if (gradient)
        frame.gradient = gradient;
}

// What the frame is beyond its place: the later values of Frame Type and the complex component ("PHASE").
void FrameReader::readType(const ItemReader &groups, FrameInfo &frame)
{
    for (const quint32 tag : {0x00189226u, 0x00189329u, 0x00189751u}) { // MR, CT, PET Image Frame Type Sequence
        const auto type = groups.item(tag);
        if (!type)
            continue;
        QStringList words = type->codes(0x00089007).mid(2);
        words.append(type->code(0x00089208));
        for (const char *plain : {"", "NONE", "M", "MAGNITUDE"})
            words.removeAll(QLatin1StringView(plain));
        frame.label = words.join(QLatin1Char(' '));
    }
}

void FrameReader::readSegment(const ItemReader &groups, FrameInfo &frame)
{
    const auto identification = groups.item(0x0062000A);
    const auto number = identification ? identification->integer(0x0062000B) : std::nullopt;
    if (!number)
        return;
    frame.segment = number;
    const auto found =
        std::ranges::find_if(m_segments, [&](const std::pair<int, QString> &s) { return s.first == *number; });
    if (found != m_segments.end())
        frame.label = found->second;
}

void FrameReader::readPlain(FrameInfo &frame)
{
    readPlane(m_data, frame);
    readRescale(m_data, frame);
    frame.windows = windowsOf(m_data, m_image);
    frame.temporalIndex = m_data.number(0x00200100);
    frame.triggerTime = m_data.number(0x00181060);
    if (m_data.has(0x00080032))
        frame.acquisitionTime = secondsOf(m_data.code(0x00080032));
    else
        frame.acquisitionTime = secondsOf(m_data.code(0x0008002A).mid(8));
    if (m_image.modality == QLatin1StringView("MR")) {
        frame.echoTime = m_data.number(0x00180081);
        readDiffusion(m_data, frame);
        if (!frame.bValue)
            frame.bValue = privateBValue(m_data);
        if (frame.bValue && *frame.bValue < 0)
            frame.bValue.reset();
    }
    readMapping(m_data, frame);
}

// PS3.3 C.7.6.16.2, and the macros of CT, MR, PET and segmentations.
void FrameReader::readGroups(const ItemReader &groups, FrameInfo &frame)
{
    for (const quint32 tag : {0x00209113u, 0x00209116u, 0x00289110u}) { // plane position, orientation, pixel measures
        if (const auto item = groups.item(tag))
            readPlane(*item, frame);
    }
    if (const auto item = groups.item(0x00289145))
        readRescale(*item, frame);
    if (const auto item = groups.item(0x00289132))
        frame.windows = windowsOf(*item, m_image);
    if (const auto item = groups.item(0x00209111))
        readContent(*item, frame);
    if (const auto item = groups.item(0x00209310)) { // Temporal Position
        if (const auto offset = item->number(0x0020930D))
            frame.temporalIndex = offset;
    }
    if (const auto item = groups.item(0x00189117))
        readDiffusion(*item, frame);
    if (const auto item = groups.item(0x00189114)) {
        if (const auto echo = item->number(0x00189082))
            frame.echoTime = echo;
    }
    if (const auto item = groups.item(0x00189118)) {
        if (const auto delay = item->number(0x00209153))
            frame.triggerTime = delay;
    }
    readMapping(groups, frame);
    readType(groups, frame);
    readSegment(groups, frame);
}

// What all frames say is said once.
void shareLabel(ImageDescription &image)
{
    if (image.perFrame.empty())
        return;
    const QString first = image.perFrame.front().label;
    if (!std::ranges::all_of(image.perFrame, [&](const FrameInfo &f) { return f.label == first; }))
        return;
    if (!first.isEmpty())
        image.shared.label = first;
    for (FrameInfo &frame : image.perFrame)
        frame.label.clear();
}

} // namespace

std::optional<double> secondsOf(const QString &time)
{
    QString clock = time;
    clock.remove(QLatin1Char(':'));
    bool ok = false;
    const int hours = clock.left(2).toInt(&ok);
    if (!ok || hours > 23 || hours < 0)
        return std::nullopt;
    const int minutes = clock.mid(2, 2).toInt();
    QString rest = clock.mid(4);
    rest = rest.left(rest.indexOf(QLatin1Char('&')) < 0 ? rest.size() : rest.indexOf(QLatin1Char('&')));
    const double seconds = rest.section(QLatin1Char('+'), 0, 0).section(QLatin1Char('-'), 0, 0).toDouble();
    if (minutes < 0 || minutes > 59 || !(seconds >= 0 && seconds < 61))
        return std::nullopt;
    return hours * 3600.0 + minutes * 60.0 + seconds;
}

QList<Window> windowsOf(const ItemReader &item, ImageDescription &image)
{
    const std::vector<double> centers = item.numbers(0x00281050, 64);
    const std::vector<double> widths = item.numbers(0x00281051, 64);
    const QStringList explanations = item.text(0x00281055).split(QLatin1Char('\\'));
    const QString function = item.code(0x00281056);
    QList<Window> windows;
    for (std::size_t i = 0; i < std::min(centers.size(), widths.size()); ++i) {
        Window window{centers[i], widths[i], explanations.value(qsizetype(i)).trimmed(), Window::Function::Linear};
        if (function == QLatin1StringView("LINEAR_EXACT"))
            window.function = Window::Function::LinearExact;
        else if (function == QLatin1StringView("SIGMOID"))
            window.function = Window::Function::Sigmoid;
        // C.11.2.1.2: at least 1 where it is LINEAR, above 0 else.
        if (window.width < (window.function == Window::Function::Linear ? 1 : 1e-12)) {
            addNote(image, "window-invalid");
            continue;
        }
        windows.append(window);
    }
    if (centers.size() != widths.size())
        addNote(image, "window-invalid");
    return windows;
}

void describeFrames(const ItemReader &data, ImageDescription &image)
{
    FrameReader reader(data, image);
    reader.readPlain(image.shared);
    if (const auto shared = data.item(0x52009229))
        reader.readGroups(*shared, image.shared);
    const auto frames = std::size_t(image.frames);
    const std::vector<ItemReader> groups = data.items(0x52009230, frames);
    if (!groups.empty()) {
        if (groups.size() < frames)
            addNote(image, "frames-without-groups");
        image.perFrame.resize(frames);
        for (std::size_t i = 0; i < groups.size(); ++i)
            reader.readGroups(groups[i], image.perFrame[i]);
        shareLabel(image);
    }
    // C.8.2.1.1.5: Rescale Type is left out where the units are Hounsfield's.
    if (image.modality == QLatin1StringView("CT") && image.units.isEmpty()
        && (image.shared.slope || (!image.perFrame.empty() && image.perFrame.front().slope)))
        image.units = QStringLiteral("HU");
}

} // namespace Chartline::Imaging
