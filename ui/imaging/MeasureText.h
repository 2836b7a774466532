// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ImageView.h"
#include "imaging/MeasureSet.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// Words for measurements.
class MeasureText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::MeasureText)

public:
    // "Length", "Cobb angle".
    [[nodiscard]] static QString kind(Imaging::MeasureKind kind);
    // What stands beside it in the picture, line by line: "12.4 × 8.1 mm"; "mean 40 HU · SD 12"…
    [[nodiscard]] static QStringList figures(const QList<Imaging::Figure> &figures);
    // In one line, for lists: "12.4 × 8.1 mm".
    [[nodiscard]] static QString shortly(const MeasureItem &item);
    // Its own name, else the finding's, else the kind.
    [[nodiscard]] static QString name(const MeasureItem &item, const MeasureSet &set);
    [[nodiscard]] static QString value(double value, const QString &unit);
    // One decimal, as lengths are read.
    [[nodiscard]] static QString mm(double value);

    // Which kind a tool of the view draws; nothing for the others.
    [[nodiscard]] static std::optional<Imaging::MeasureKind> kindOf(ViewTool tool);
    [[nodiscard]] static ViewTool toolOf(Imaging::MeasureKind kind);
};

} // namespace Chartline::Ui
