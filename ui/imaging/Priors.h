// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/BodyRegion.h"

namespace Chartline::Ui {

// How well another study of the person serves as a comparison.
enum class PriorMatch : quint8 {
    RegionAndModality, // the same part of the body by the same kind of machine
    Region,
    UnknownRegion, // the same kind of machine; nothing says what part of the body one of them shows
    Other,
};

struct Prior
{
    qsizetype study = 0; // index in the list given
    PriorMatch match = PriorMatch::Other;
    bool later = false; // it was made after the current study
};

// Whether one was surely made after the other.
[[nodiscard]] bool isLater(const StudyInfo &study, const StudyInfo &than);

// The other studies with pictures, best comparison first: by match, then earlier ones before later ones, then the one
// nearest in time. Pure.
[[nodiscard]] QList<Prior> priorsFor(const QList<StudyInfo> &studies, qsizetype current);

// The series of a study to lay beside a series of another: the same modality, with the most alike geometry and words,
// never a localiser where there is something else. -1: none has pictures.
[[nodiscard]] qsizetype seriesToCompare(const StudyInfo &prior, const SeriesInfo &current);

} // namespace Chartline::Ui
