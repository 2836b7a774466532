// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/SopClasses.h"

#include <algorithm>
#include <array>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView s_storage("1.2.840.10008.5.1.4.1.1.");

// What follows the storage classes' root.
QStringView storageClass(const QString &uid)
{
    return uid.startsWith(s_storage) ? QStringView(uid).sliced(s_storage.size()) : QStringView();
}

bool isIn(QStringView part, QLatin1StringView family)
{
    return part == family || (part.startsWith(family) && part.size() > family.size() && part[family.size()] == u'.');
}

struct Label
{
    QLatin1StringView part;
    QLatin1StringView words;
};
// PS3.4 table B.5-1, shortened.
constexpr std::array s_labels{
    Label{"1"_L1, "CR image"_L1},
    Label{"1.1"_L1, "DX image"_L1},
    Label{"1.1.1"_L1, "DX image"_L1},
    Label{"1.2"_L1, "mammogram"_L1},
    Label{"1.2.1"_L1, "mammogram"_L1},
    Label{"2"_L1, "CT image"_L1},
    Label{"2.1"_L1, "enhanced CT image"_L1},
    Label{"3.1"_L1, "US multi-frame image"_L1},
    Label{"4"_L1, "MR image"_L1},
    Label{"4.1"_L1, "enhanced MR image"_L1},
    Label{"6.1"_L1, "US image"_L1},
    Label{"7"_L1, "secondary capture"_L1},
    Label{"12.1"_L1, "XA image"_L1},
    Label{"12.2"_L1, "RF image"_L1},
    Label{"13.1.3"_L1, "tomosynthesis image"_L1},
    Label{"20"_L1, "NM image"_L1},
    Label{"30"_L1, "parametric map"_L1},
    Label{"66.4"_L1, "segmentation"_L1},
    Label{"66.7"_L1, "segmentation"_L1},
    Label{"77.1.6"_L1, "microscopy image"_L1},
    Label{"104.1"_L1, "PDF document"_L1},
    Label{"128"_L1, "PET image"_L1},
    Label{"130"_L1, "enhanced PET image"_L1},
    Label{"481.1"_L1, "RT image"_L1},
    Label{"481.2"_L1, "RT dose"_L1},
    Label{"481.3"_L1, "RT structure set"_L1},
    Label{"481.5"_L1, "RT plan"_L1},
};

} // namespace

QLatin1StringView recordType(const QString &sopClass, bool hasPixels)
{
    if (sopClass == "1.2.840.10008.1.3.10"_L1)
        return RecordTypes::directory;
    const QStringView part = storageClass(sopClass);
    if (isIn(part, "88"_L1))
        return RecordTypes::report;
    if (isIn(part, "104"_L1))
        return RecordTypes::document;
    if (isIn(part, "11"_L1))
        return RecordTypes::presentation;
    if (isIn(part, "9"_L1))
        return RecordTypes::waveform;
    if (part == "481.3"_L1)
        return RecordTypes::structures;
    // RT Image and RT Dose (481.1, 481.2) show something; the rest of the family plans or records treatment.
    if (isIn(part, "481"_L1) && part != "481.1"_L1 && part != "481.2"_L1 && !hasPixels)
        return RecordTypes::plan;
    return hasPixels ? RecordTypes::instance : RecordTypes::object;
}

bool isKeyObjectSelection(const QString &sopClass)
{
    return storageClass(sopClass) == "88.59"_L1;
}

bool refersToInstances(const QString &sopClass)
{
    const QStringView part = storageClass(sopClass);
    // Reports, presentation states, documents, registrations and segmentations (66.*), real world values (67),
    // parametric maps, RT objects.
    static constexpr std::array families{"88"_L1, "11"_L1, "104"_L1, "66"_L1, "67"_L1, "68"_L1, "30"_L1, "481"_L1};
    return std::ranges::any_of(families, [part](QLatin1StringView family) { return isIn(part, family); });
}

QString sopClassLabel(const QString &sopClass)
{
    const QStringView part = storageClass(sopClass);
    for (const Label &label : s_labels) {
        if (part == label.part)
            return label.words;
    }
    return u"instance"_s;
}

} // namespace Chartline::Dicom
