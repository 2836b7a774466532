// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/SourceRecord.h"

#include <QMap>
#include <atomic>
#include <memory>

namespace Chartline {

// What became of one file.
struct FileOutcome
{
    QString path;
    QString format; // "fhir-json"…; empty where refused
    int accepted = 0; // records stored now (the kept ones among them)
    int unchanged = 0; // records that were there already, byte for byte
    int kept = 0; // of the accepted: stored verbatim, not mapped to a clinical type
    int refused = 0; // records, or 1 for the whole file
    QStringList remarks = {}; // NOLINT(readability-redundant-member-init): of its records, also of those there already
};

// The account of one import: every file and every record is in it.
struct ImportReport
{
    int files = 0;
    qint64 bytes = 0;
    int accepted = 0;
    int unchanged = 0;
    int refused = 0;
    int kept = 0;
    int newVersions = 0; // of the accepted: newer versions of resources that were there
    QMap<QString, int> byFormat; // files
    QMap<QString, int> byType; // records accepted or unchanged, by FHIR resource type
    int persons = 0; // people touched by this import
    int entries = 0; // timeline entries made
    qint64 milliseconds = 0;
    bool cancelled = false;
    QList<FileOutcome> outcomes;
    QList<Refusal> refusals;
    // Records whose meaning could not be read in full, by reason ("invalid-date" → 3).
    QMap<QString, int> issues;
};

struct ImportProgress
{
    int files = 0;
    int totalFiles = -1; // -1: still counting
    qint64 bytes = 0;
    qint64 totalBytes = -1;
    int records = 0;
    double recordsPerSecond = 0;
    QString currentFile;
};

// Set by the user, read by the work.
using CancelToken = std::shared_ptr<std::atomic_bool>;

} // namespace Chartline
