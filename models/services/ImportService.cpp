// SPDX-License-Identifier: Apache-2.0
#include "services/ImportService.h"

#include "ingest/MemoryStream.h"
#include "services/ImportRun.h"
#include "services/VaultService.h"

#include <QtConcurrentRun>

namespace Chartline {

namespace {

// Files that are part of the program.
class BufferWalker final : public InputWalker
{
public:
    explicit BufferWalker(QList<std::pair<QString, QByteArray>> files)
        : m_files(std::move(files))
    { }
    void walk(const QStringList &, const WalkCallbacks &callbacks) const override
    {
        for (const auto &[name, bytes] : m_files) {
            InputItem item;
            item.path = name;
            item.group = name.section(QLatin1Char('/'), 0, -2);
            item.size = bytes.size();
            item.open = [&bytes]() -> Result<std::unique_ptr<ByteStream>> {
                return std::make_unique<MemoryStream>(bytes);
            };
            if (!callbacks.file(item))
                return;
        }
    }

private:
    QList<std::pair<QString, QByteArray>> m_files;
};

} // namespace

struct ImportService::Private
{
    VaultService &vault;
    std::vector<std::shared_ptr<const Connector>> connectors;
    std::shared_ptr<const InputWalker> walker;
    std::shared_ptr<const Clock> clock;
    QList<CancelToken> cancels; // of the running import and those that wait
    int running = 0;
    QFuture<Result<ImportReport>> last;
};

ImportService::ImportService(VaultService &vault, std::vector<std::shared_ptr<const Connector>> connectors,
                             std::shared_ptr<const InputWalker> walker, std::shared_ptr<const Clock> clock,
                             QObject *parent)
    : QObject(parent)
    , m_d(new Private{vault, std::move(connectors), std::move(walker), std::move(clock), {}, 0, {}})
{ }

ImportService::~ImportService()
{
    cancel();
    // Work on the other thread still tells this object of its progress.
    m_d->last.waitForFinished();
}

bool ImportService::isRunning() const
{
    return m_d->running > 0;
}

void ImportService::cancel()
{
    for (const CancelToken &token : std::as_const(m_d->cancels))
        token->store(true);
}

QFuture<Result<ImportReport>> ImportService::import(const ImportOptions &options)
{
    return start(options.paths, options.sourceName, m_d->walker);
}

QFuture<Result<ImportReport>> ImportService::importBuffers(const QList<std::pair<QString, QByteArray>> &files,
                                                           const QString &sourceName)
{
    return start({}, sourceName, std::make_shared<BufferWalker>(files));
}

QFuture<Result<ImportReport>> ImportService::start(const QStringList &paths, const QString &sourceName,
                                                   std::shared_ptr<const InputWalker> walker)
{
    std::shared_ptr<Session> session = m_d->vault.session();
    if (!session) {
        const Error error{ErrorCode::VaultLocked, {m_d->vault.folder()}};
        Q_EMIT failed(error);
        return QtFuture::makeReadyValueFuture(Result<ImportReport>(std::unexpected(error)));
    }
    auto cancel = std::make_shared<std::atomic_bool>(false);
    m_d->cancels.append(cancel);
    if (m_d->running++ == 0)
        Q_EMIT started();
    QThreadPool *pool = &session->writerPool();
    auto work = [session = std::weak_ptr<Session>(session), folder = m_d->vault.folder(), paths, sourceName,
                 walker = std::move(walker), cancel, connectors = m_d->connectors,
                 now = m_d->clock->now().toMSecsSinceEpoch(), this]() -> Result<ImportReport> {
        const std::shared_ptr<Session> open = session.lock();
        if (!open || open->closing())
            return fail(ErrorCode::VaultLocked, {folder});
        ImportRun::Setup setup{connectors, walker, paths, sourceName, cancel, now, {}};
        setup.progress = [this](const ImportProgress &told) {
            QMetaObject::invokeMethod(this, [this, told] { Q_EMIT progress(told); });
        };
        return ImportRun(*open, std::move(setup)).run();
    };
    m_d->last = QtConcurrent::run(pool, std::move(work));
    // When the report is out: a copy made of the folder while the program runs then has all of it in one file.
    pool->start([session = std::weak_ptr<Session>(session)] {
        const std::shared_ptr<Session> open = session.lock();
        if (!open || open->closing())
            return;
        if (const auto db = open->database().writer())
            (*db)->foldLog();
    });
    return m_d->last.then(this, [this, cancel](Result<ImportReport> report) {
        --m_d->running;
        m_d->cancels.removeOne(cancel);
        if (report) {
            Q_EMIT finished(*report);
            Q_EMIT recordsChanged();
        } else {
            Q_EMIT failed(report.error());
            Q_EMIT recordsChanged();
        }
        return report;
    });
}

} // namespace Chartline
