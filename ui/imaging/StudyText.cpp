// SPDX-License-Identifier: Apache-2.0
#include "imaging/StudyText.h"

#include "viewmodels/DateText.h"

namespace Chartline::Ui {

namespace {

QString joined(const QStringList &parts)
{
    QStringList given;
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            given.append(part.trimmed());
    }
    return given.join(QStringLiteral(" · "));
}

} // namespace

QString StudyText::title(const StudyInfo &study)
{
    if (!study.description.isEmpty())
        return study.description;
    QString title = study.modalities.join(QStringLiteral(", "));
    if (!study.bodyParts.isEmpty())
        title += QLatin1Char(' ') + study.bodyParts.first().toLower();
    return title.trimmed().isEmpty() ? tr("Study without a description") : title.trimmed();
}

QString StudyText::subtitle(const StudyInfo &study)
{
    const QString date = study.start.isValid() ? DateText::day(study.start) : tr("no date");
    QString place = study.institutions.value(0);
    if (place.isEmpty() && !study.sources.isEmpty())
        place = study.sources.first().name;
    return joined({date, place});
}

QString StudyText::contents(const StudyInfo &study)
{
    return joined({study.modalities.join(QStringLiteral(", ")), tr("%n series", nullptr, int(study.series.size())),
                   tr("%n object(s)", nullptr, study.instances)});
}

QString StudyText::series(const SeriesInfo &series)
{
    QString words = series.header.seriesDescription;
    if (words.isEmpty())
        words = series.header.protocol;
    if (words.isEmpty())
        words = series.header.modality;
    return joined({series.header.seriesNumber, words});
}

QString StudyText::amount(const SeriesInfo &series)
{
    if (series.pictures == 1 && series.instances.size() == 1 && series.instances.first().frames > 1)
        return tr("%n frame(s)", nullptr, series.instances.first().frames);
    if (series.pictures > 0)
        return tr("%n image(s)", nullptr, series.pictures);
    return tr("%n document(s)", nullptr, int(series.instances.size()));
}

QString StudyText::match(PriorMatch match)
{
    switch (match) {
    case PriorMatch::RegionAndModality: return tr("same region and modality");
    case PriorMatch::Region: return tr("same region, another modality");
    case PriorMatch::UnknownRegion: return tr("same modality, region not stated");
    case PriorMatch::Other: return tr("another region");
    }
    return {};
}

QString StudyText::note(const QString &key)
{
    const QString name = key.section(QLatin1Char(':'), 0, 0);
    const QString argument = key.section(QLatin1Char(':'), 1);
    for (const QString &words : {geometryNote(name, argument), layoutNote(name, argument), suvNote(name, argument)}) {
        if (!words.isEmpty())
            return words;
    }
    return tr("Note: %1").arg(key);
}

QString StudyText::geometryNote(const QString &key, const QString &argument)
{
    if (key == QLatin1StringView("resampled-irregular"))
        return tr("Slices are unevenly spaced (%1 mm): shown resampled at their true positions.").arg(argument);
    if (key == QLatin1StringView("sheared-tilt"))
        return tr("Gantry tilt of %1° has been sheared right.").arg(argument);
    if (key == QLatin1StringView("missing-slices"))
        return tr("%n slice(s) are missing in between: narrow gaps are shown interpolated.", nullptr, argument.toInt());
    if (key == QLatin1StringView("partly-decoded"))
        return tr("%n image(s) could be decoded only in part.", nullptr, argument.toInt());
    if (key == QLatin1StringView("unreadable-slices"))
        return tr("%n image(s) could not be read and are blank.", nullptr, argument.toInt());
    if (key == QLatin1StringView("empty-gap"))
        return tr("Gaps of up to %1 mm were not scanned and are left empty.").arg(argument);
    if (key == QLatin1StringView("shifted-slices"))
        return tr("%n slice(s) lie sideways of the others and are shown at their true places.", nullptr,
                  argument.toInt());
    if (key == QLatin1StringView("bad-rescale"))
        return tr("The rescaling the images state makes no sense and was not applied.");
    if (key == QLatin1StringView("downsampled"))
        return tr("Too large for this computer: shown at 1/%1 of its resolution.").arg(argument);
    return {};
}

QString StudyText::layoutNote(const QString &key, const QString &argument)
{
    const int count = argument.toInt();
    if (key == QLatin1StringView("duplicates"))
        return tr("%n image(s) came twice and are shown once.", nullptr, count);
    if (key == QLatin1StringView("uid-reused"))
        return tr("%n different image(s) share an identifier; all are shown.", nullptr, count);
    if (key == QLatin1StringView("no-geometry"))
        return tr("The images do not say where in the body they lie: shown one by one.");
    if (key == QLatin1StringView("mixed-orientations"))
        return tr("The series has images in %n orientation(s), shown apart.", nullptr, count);
    if (key == QLatin1StringView("told-apart-by-order"))
        return tr("Only the order of their numbers tells the points in time apart.");
    if (key == QLatin1StringView("partial-point"))
        return tr("This point in time does not have all of its slices.");
    if (key == QLatin1StringView("separated-by-gap"))
        return tr("A part of this series lies %1 mm away and is shown apart.").arg(argument);
    if (key == QLatin1StringView("split-overlapping"))
        return tr("Images at the same places were split into volumes of their own.");
    if (key == QLatin1StringView("too-many-planes") || key == QLatin1StringView("stack-not-sound"))
        return tr("The images do not form a sound volume: shown one by one.");
    return {};
}

QString StudyText::suvNote(const QString &key, const QString &argument)
{
    if (key == QLatin1StringView("not-attenuation-corrected"))
        return tr("No SUV: the PET is not corrected for attenuation.");
    if (key == QLatin1StringView("not-decay-corrected") || key == QLatin1StringView("decay-reference"))
        return tr("No SUV: how the PET is corrected for decay is not known.");
    if (key == QLatin1StringView("no-weight") || key == QLatin1StringView("implausible-weight"))
        return tr("No SUV: the patient's weight is not given, or cannot be.");
    if (key == QLatin1StringView("no-dose") || key == QLatin1StringView("implausible-dose"))
        return tr("No SUV: the injected dose is not given, or cannot be.");
    if (key == QLatin1StringView("no-half-life"))
        return tr("No SUV: the half-life of the tracer is not given.");
    if (key == QLatin1StringView("no-injection-time") || key == QLatin1StringView("no-scan-time")
        || key == QLatin1StringView("zones-differ") || key == QLatin1StringView("injected-after-scan")
        || key == QLatin1StringView("implausible-times"))
        return tr("No SUV: the times of injection and scan are not given, or contradict each other.");
    if (key == QLatin1StringView("units") || key == QLatin1StringView("no-scale-factor"))
        return tr("No SUV: the PET's values have no unit it could be computed from (%1).").arg(argument);
    if (key == QLatin1StringView("no-pet-data") || key == QLatin1StringView("inconsistent")
        || key == QLatin1StringView("no-rescale"))
        return tr("No SUV: what the images say of the tracer is missing or contradicts itself.");
    return {};
}

QString StudyText::failure(const Imaging::Failure &failure)
{
    using Imaging::FailureCode;
    const QString detail = failure.detail.isEmpty() ? QString() : tr(" (%1)").arg(failure.detail);
    switch (failure.code) {
    case FailureCode::None: return {};
    case FailureCode::Cancelled: return tr("Stopped.");
    case FailureCode::Truncated: return tr("The image ends in the middle: it was cut short on its way here.") + detail;
    case FailureCode::Corrupt: return tr("The image is damaged and cannot be decoded.") + detail;
    case FailureCode::UnsupportedTransferSyntax:
        return tr("The image is compressed in a way this version does not read.") + detail;
    case FailureCode::UnsupportedPixels:
        return tr("The image's pixels are of a kind this version does not read.") + detail;
    case FailureCode::TooLarge: return tr("The image is larger than its file can hold, or than is allowed.") + detail;
    case FailureCode::NotAnImage: return tr("This object has no picture.");
    case FailureCode::NoGeometry: return tr("The images do not say where in the body they lie.");
    case FailureCode::SourceUnreadable: return tr("The image's bytes could not be read from the vault.") + detail;
    case FailureCode::WorkerLost:
        return tr("The image made the separate decoding process stop, as a damaged or hostile file can.") + detail;
    case FailureCode::TooLittleOverlap: return tr("The two do not show the same part of the body.") + detail;
    case FailureCode::NotAligned: return tr("No alignment that can be trusted was found.") + detail;
    case FailureCode::OutOfMemory: return tr("There is not enough memory for it.");
    case FailureCode::NoGraphics: return tr("This computer offers no way to draw in 3D.") + detail;
    case FailureCode::Internal: return tr("It could not be done.") + detail;
    }
    return {};
}

} // namespace Chartline::Ui
