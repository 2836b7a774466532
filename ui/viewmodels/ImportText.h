// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImportReport.h"

#include <QCoreApplication>

namespace Chartline::Ui {

// An import in words: the same for the window, for a saved report and for the command line.
class ImportText
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::ImportText)

public:
    // "1,204 records · 3,400 per second"
    [[nodiscard]] static QString rate(const ImportProgress &progress);
    // "12 of 40 files", "12 files so far"
    [[nodiscard]] static QString files(const ImportProgress &progress);
    // 0 to 1000, or -1 while the total is not known.
    [[nodiscard]] static int permille(const ImportProgress &progress);
    // "Import finished", "Import stopped", "Nothing new"…
    [[nodiscard]] static QString headline(const ImportReport &report);
    // One sentence under it.
    [[nodiscard]] static QString summary(const ImportReport &report);
    // "entry[12] of folder/file.json"
    [[nodiscard]] static QString place(const Refusal &refusal);
    // A mapping issue's key in words; keys this version does not know stay as they are.
    [[nodiscard]] static QString issue(const QString &reason);
    // What the report says of a file that was taken: MappedRecord::remarks in words.
    [[nodiscard]] static QString remark(const QString &key);
    // The whole account as plain text, for copying and saving. It holds file names and counts, never clinical content.
    [[nodiscard]] static QString plainText(const ImportReport &report);
};

} // namespace Chartline::Ui
