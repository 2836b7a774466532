// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RecordService.h"

#include <QCoreApplication>

namespace Chartline::Ui {

struct ReportItem;

class ReportItems
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::ReportItems)

public:
    // All of them, in the order of the sources; never empty. Documents that several sources sent are there once.
    [[nodiscard]] static QList<ReportItem> of(const FactDetail &detail);
    // The one to begin with: the first with pages, else the first.
    [[nodiscard]] static qsizetype first(const QList<ReportItem> &items);

private:
    [[nodiscard]] static ReportItem document(const Clinical::Attachment &attachment, const QString &title);
    [[nodiscard]] static QString absence(const Clinical::Attachment &attachment);
    [[nodiscard]] static QString textOf(const Clinical::Attachment &attachment);
    [[nodiscard]] static QString words(const FactDetail &detail);
};

// One of the things to read that a report or document of the record consists of.
struct ReportItem
{
    enum class Kind : quint8 {
        Words, // what the record itself says, and documents that are text
        Pages, // a PDF
        Other, // a document of a kind that is not shown
        Missing, // a document that is not here
    };
    Kind kind = Kind::Words;
    QString name; // "Discharge letter · PDF"; plain text
    QString words; // the text; why there is none; of Pages what is known where they cannot be drawn
    QByteArray data; // as received
    QString fileName; // for saving
};

} // namespace Chartline::Ui
