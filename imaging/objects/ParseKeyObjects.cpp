// SPDX-License-Identifier: Apache-2.0
#include "objects/ParseParts.h"

#include <QHash>

namespace Chartline::Imaging {

using namespace Qt::StringLiterals;

Expected<DicomObject> parseKeyObjects(const ItemReader &data)
{
    KeyObjects keys;
    keys.identity = parseIdentity(data);
    keys.title = meaningOf(data, 0x0040A043);
    keys.identity.label = keys.title;
    // Which series each instance is of is in the evidence alone.
    QHash<QString, QString> seriesOf;
    for (const ItemReader &study : data.items(0x0040A375, 1024)) {
        for (const ItemReader &series : study.items(0x00081115, ObjectLimits::list)) {
            for (const ItemReader &image : series.items(0x00081199, ObjectLimits::list))
                seriesOf.insert(image.code(0x00081155), series.code(0x0020000E));
        }
    }
    for (const ItemReader &item : data.items(0x0040A730, ObjectLimits::list)) {
        const QString type = item.code(0x0040A040);
        if (type == "TEXT"_L1) {
            const QString text = item.text(0x0040A160);
            keys.text += keys.text.isEmpty() || text.isEmpty() ? text : u'\n' + text;
            keys.text.truncate(2048);
        } else if (type == "IMAGE"_L1 || type == "COMPOSITE"_L1 || type == "WAVEFORM"_L1) {
            for (ImageReference &image : referencesOf(item, 0x00081199)) {
                image.series = seriesOf.value(image.sopInstance);
                keys.images.push_back(std::move(image));
            }
        }
        if (keys.images.size() > ObjectLimits::list)
            return failure(FailureCode::TooLarge, u"references"_s);
    }
    return keys;
}

} // namespace Chartline::Imaging
