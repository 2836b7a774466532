// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/MeasureSet.h"
#include "measure/MeasureReport.h"
#include "timeline/ImagingQueries.h"

namespace Chartline::Ui::MeasureExport {

// What the images themselves say of the patient and the study.
struct Source
{
    StudyInfo study;
    Imaging::ImageDescription image; // one of the study
};

// The measurements of one study, for writeReport(). Those whose image the study has not are left out; so are those in
// the patient without a frame of reference, which no report can place.
[[nodiscard]] Imaging::MeasureReport reportOf(const MeasureSet &set, const Source &source);
// "SMITH^Jonathan" of "SMITH, Jonathan".
[[nodiscard]] QString dicomName(const QString &name);
// "20240508" and "101500" of "2024-05-08T10:15:00"; empty where that precise it is not.
[[nodiscard]] QString dicomDate(const QString &iso);
[[nodiscard]] QString dicomTime(const QString &iso);

} // namespace Chartline::Ui::MeasureExport
