// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Failure.h"
#include "imaging/Priors.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// Words for studies, series, and what the imaging code has to say about them.
class StudyText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::StudyText)

public:
    // "CT chest", from the description or, where there is none, from modality and body part.
    [[nodiscard]] static QString title(const StudyInfo &study);
    // "8 Aug 2026 · St. Mary Hospital": date, and where it comes from.
    [[nodiscard]] static QString subtitle(const StudyInfo &study);
    // "CT · 3 series · 412 images"
    [[nodiscard]] static QString contents(const StudyInfo &study);
    // "3 · Lung 1.0"
    [[nodiscard]] static QString series(const SeriesInfo &series);
    // "143 images", "30 frames", "1 document"
    [[nodiscard]] static QString amount(const SeriesInfo &series);
    // Why a study is offered as a comparison: "same region and modality"…
    [[nodiscard]] static QString match(PriorMatch match);
    // What a person has to be told of how a picture was made: the keys of Volume::notes, Stack::notes and Suv::reason.
    // A key without words of its own is shown as it is: nothing is kept from the reader.
    [[nodiscard]] static QString note(const QString &key);
    [[nodiscard]] static QString failure(const Imaging::Failure &failure);

private:
    [[nodiscard]] static QString geometryNote(const QString &key, const QString &argument);
    [[nodiscard]] static QString layoutNote(const QString &key, const QString &argument);
    [[nodiscard]] static QString suvNote(const QString &key, const QString &argument);
};

} // namespace Chartline::Ui
