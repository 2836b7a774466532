// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/Clock.h"
#include "ingest/Connector.h"
#include "ingest/ImportReport.h"
#include "ingest/InputWalker.h"

#include <QFuture>
#include <QObject>

namespace Chartline {

class VaultService;

struct ImportOptions
{
    QStringList paths;
    // Display name for the source of files that carry no FHIR base of their own; empty: the folder's name.
    QString sourceName;
};

// Imports files into the open vault, one import at a time; a second one waits for the first.
class ImportService : public QObject
{
    Q_OBJECT

public:
    ImportService(VaultService &vault, std::vector<std::shared_ptr<const Connector>> connectors,
                  std::shared_ptr<const InputWalker> walker, std::shared_ptr<const Clock> clock,
                  QObject *parent = nullptr);
    ~ImportService() override;

    // The future finishes with the report; with ErrorCode::Cancelled never: a cancelled import reports what landed and
    // `cancelled`.
    QFuture<Result<ImportReport>> import(const ImportOptions &options);
    // The demonstration patients shipped with the program, or any files given as (name, bytes).
    QFuture<Result<ImportReport>> importBuffers(const QList<std::pair<QString, QByteArray>> &files,
                                                const QString &sourceName);
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void started();
    // At most about ten times a second.
    void progress(const Chartline::ImportProgress &progress);
    void finished(const Chartline::ImportReport &report);
    void failed(const Chartline::Error &error);
    // The stored record changed: views read again.
    void recordsChanged();

private:
    QFuture<Result<ImportReport>> start(const QStringList &paths, const QString &sourceName,
                                        std::shared_ptr<const InputWalker> walker);
    struct Private;
    std::unique_ptr<Private> m_d;
};

} // namespace Chartline
