// SPDX-License-Identifier: Apache-2.0
#include "services/KnowledgeService.h"

#include "safety/embedded/EmbeddedKnowledge.h"
#include "services/KnowledgeAssembly.h"
#include "services/KnowledgeCache.h"
#include "services/ReadTask.h"
#include "services/WriteTask.h"

#include <QFutureWatcher>

namespace Chartline {

using namespace Safety;
using Verdict = AddedPack::Verdict;

namespace {

Verdict verdictOf(PackFault::Kind kind)
{
    switch (kind) {
    case PackFault::Kind::NotAPack: return Verdict::NotAPack;
    case PackFault::Kind::TooNew: return Verdict::TooNew;
    case PackFault::Kind::TooLarge: return Verdict::TooLarge;
    case PackFault::Kind::BadSignature: return Verdict::BadSignature;
    case PackFault::Kind::Malformed:
    case PackFault::Kind::CannotSign: break;
    }
    return Verdict::Malformed;
}

} // namespace

// One pack on its way in, on the writer's thread.
struct KnowledgeService::Adding
{
    Connection &db;
    QString author;
    qint64 now = 0;
    AddedPack result = {};

    Result<AddedPack> refuse(Verdict verdict)
    {
        result.verdict = verdict;
        return result;
    }

    Result<AddedPack> add(const QByteArray &file, const QString &trust)
    {
        auto pack = PackFile::read(file);
        if (!pack) {
            result.detail = pack.error().detail;
            return refuse(verdictOf(pack.error().kind));
        }
        const PackManifest &manifest = pack->contents.manifest;
        result.manifest = manifest;
        result.fingerprint = PackKey::fingerprint(pack->publicKey);
        if (!embeddedKnowledge())
            return refuse(Verdict::BaseUnusable);
        CHARTLINE_ASSIGN(KnowledgeAssembly assembly, KnowledgeAssembly::read(KnowledgeStore(db)));
        if (!trust.isEmpty() && !PackKey::isFingerprint(trust, pack->publicKey))
            return refuse(Verdict::WrongFingerprint);
        if (trust.isEmpty() && !assembly.isTrusted(pack->publicKey))
            return refuse(Verdict::NotTrusted);
        const KnowledgePack *known = assembly.pack(manifest.name);
        const KnowledgePack *alike = assembly.pack(manifest.name, true);
        const bool isBase = manifest.name.compare((*embeddedKnowledge())->name(), Qt::CaseInsensitive) == 0;
        if (isBase || (alike && !known))
            return refuse(Verdict::NameTaken);
        if (known && known->fingerprint != result.fingerprint)
            return refuse(Verdict::OtherPublisher);
        if (known && known->use == KnowledgePack::Use::InUse && known->sha256 == pack->sha256)
            return refuse(Verdict::AlreadyThere);
        if (known && known->manifest.issued.isValid() && manifest.issued < known->manifest.issued)
            return refuse(Verdict::Older);
        if (!known && assembly.packCount() >= mostKnowledgePacks)
            return refuse(Verdict::TooMany);
        return put(assembly, *pack, file, known ? Verdict::Replaced : Verdict::Added);
    }

    Result<AddedPack> put(KnowledgeAssembly &assembly, const Pack &pack, const QByteArray &file, Verdict verdict)
    {
        const StoredPack row{pack.contents.manifest.name, 0, pack.publicKey, pack.sha256, file, author, now, false};
        result.problems = assembly.add(pack, row);
        if (!result.problems.isEmpty())
            return refuse(Verdict::DoesNotCompile);
        CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
        KnowledgeStore store(db);
        CHARTLINE_TRY(store.trust({pack.publicKey, pack.contents.manifest.publisher, author, now}));
        CHARTLINE_TRY(store.put(row));
        if (!assembly.newKey().isEmpty())
            CHARTLINE_TRY(store.setCompiled(assembly.newKey(), assembly.newKnowledge(), now));
        CHARTLINE_TRY(transaction.commit());
        result.verdict = verdict;
        return result;
    }

    Result<PackKey> ownKey()
    {
        KnowledgeStore store(db);
        CHARTLINE_ASSIGN(SecureBytes seed, store.ownSeed());
        const bool isNew = seed.isEmpty();
        std::optional<PackKey> key = isNew ? PackKey::generate() : PackKey::fromSeed(std::move(seed));
        if (!key)
            return fail(ErrorCode::CryptoFailed, {QStringLiteral("key of the vault")});
        if (isNew) {
            CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(db));
            CHARTLINE_TRY(store.setOwnSeed(SecureBytes(key->seed()), author, now));
            CHARTLINE_TRY(transaction.commit());
        }
        return *std::move(key);
    }

    Result<AddedPack> addOwn(const PackContents &contents)
    {
        CHARTLINE_ASSIGN(const PackKey key, ownKey());
        const auto file = PackFile::write(contents, key);
        if (!file) {
            result.detail = file.error().detail;
            return refuse(verdictOf(file.error().kind));
        }
        return add(*file, PackKey::fingerprint(key.publicKey()));
    }
};

KnowledgeService::KnowledgeService(VaultService &vault, std::shared_ptr<const Clock> clock, QString author,
                                   QObject *parent)
    : QObject(parent)
    , m_vault(vault)
    , m_clock(std::move(clock))
    , m_author(std::move(author))
    , m_cache(std::make_shared<KnowledgeCache>(m_clock))
{
    m_cache->setSession(m_vault.session());
    connect(&m_vault, &VaultService::locked, this, [this] { m_cache->setSession({}); });
    connect(&m_vault, &VaultService::unlocked, this, [this] {
        m_cache->setSession(m_vault.session());
        std::ignore = state(); // so that it is at hand when first asked for
    });
}

KnowledgeService::~KnowledgeService() = default;

// Tells when it has been done.
template<typename T>
QFuture<Result<T>> KnowledgeService::announced(QFuture<Result<T>> future)
{
    auto *watcher = new QFutureWatcher<Result<T>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        Q_EMIT changed();
    });
    watcher->setFuture(future);
    return future;
}

// On the writer's thread; `work(Adding &)`. What is known is asked for anew afterwards.
template<typename T, typename Work>
QFuture<Result<T>> KnowledgeService::write(Work work)
{
    return announced<T>(writeTask<T>(m_vault,
                                     [cache = m_cache, author = m_author, now = m_clock->now().toMSecsSinceEpoch(),
                                      work = std::move(work)](Connection &db) -> Result<T> {
                                         Adding adding{db, author, now};
                                         Result<T> result = work(adding);
                                         cache->clear();
                                         return result;
                                     }));
}

QFuture<Result<KnowledgeStatePtr>> KnowledgeService::state()
{
    const std::shared_ptr<Session> session = m_vault.session();
    if (session) {
        if (KnowledgeStatePtr known = m_cache->known())
            return QtFuture::makeReadyValueFuture(Result<KnowledgeStatePtr>(std::move(known)));
    }
    return readTask<KnowledgeStatePtr>(
        m_vault,
        [cache = m_cache, weak = std::weak_ptr(session)](Session &, Connection &db) -> Result<KnowledgeStatePtr> {
            const std::shared_ptr<Session> open = weak.lock();
            return open ? cache->state(open, db) : fail(ErrorCode::VaultLocked);
        });
}

KnowledgeService::Source KnowledgeService::source() const
{
    return [cache = m_cache]() -> KnowledgeResult<std::shared_ptr<const KnowledgeBase>> {
        KnowledgeStatePtr state = cache->known();
        const std::shared_ptr<Session> session = state ? nullptr : cache->session();
        if (!state && !session)
            return embeddedKnowledge();
        if (!state) {
            // What is in the packs would be missing: better nothing is checked than less than a person thinks.
            const auto unread = [](const Error &error) {
                return std::unexpected(KnowledgeFault{KnowledgeFault::Kind::Damaged, errorCodeName(error.code)});
            };
            auto db = session->database().reader();
            if (!db)
                return unread(db.error());
            auto made = cache->state(session, **db);
            if (!made)
                return unread(made.error());
            state = std::move(*made);
        }
        if (state->fault)
            return std::unexpected(*state->fault);
        return state->base;
    };
}

QFuture<Result<AddedPack>> KnowledgeService::add(const QByteArray &file, const QString &trust)
{
    return write<AddedPack>([file, trust](Adding &adding) { return adding.add(file, trust); });
}

QFuture<Status> KnowledgeService::remove(const QString &name)
{
    return write<void>([name](Adding &adding) -> Status {
        CHARTLINE_ASSIGN(Transaction transaction, Transaction::begin(adding.db));
        CHARTLINE_TRY(KnowledgeStore(adding.db).remove(name, adding.author, adding.now));
        return transaction.commit();
    });
}

QFuture<Result<KnowledgeVerification>> KnowledgeService::verify()
{
    return readTask<KnowledgeVerification>(
        m_vault, [day = m_cache->today()](Session &, Connection &db) -> Result<KnowledgeVerification> {
            KnowledgeVerification verification;
            CHARTLINE_ASSIGN(KnowledgeAssembly assembly, KnowledgeAssembly::read(KnowledgeStore(db)));
            KnowledgeState state = assembly.state(KnowledgeAssembly::Compiled::Anew);
            setKnowledgeDates(state, day);
            verification.packs = state.packs;
            verification.baseIsSound = KnowledgeAssembly::baseIsSound();
            const auto &kept = assembly.kept();
            verification.compiledIsSound = !kept || assembly.newKey().isEmpty()
                                           || (kept->content == assembly.newKnowledge().content
                                               && kept->leftOut == assembly.newKnowledge().leftOut);
            return verification;
        });
}

QFuture<Result<QList<StoredPack>>> KnowledgeService::history()
{
    return readTask<QList<StoredPack>>(m_vault, [](Session &, Connection &db) { return KnowledgeStore(db).history(); });
}

QFuture<Result<AddedPack>> KnowledgeService::addOwn(const QString &name, Maker make)
{
    const std::shared_ptr<Session> session = m_vault.session();
    if (!session)
        return QtFuture::makeReadyValueFuture(Result<AddedPack>(fail(ErrorCode::VaultLocked, {m_vault.folder()})));
    // Made on a reader's thread, so that nothing else that is to be written waits for it.
    QFuture<Result<PackContents>> made = readTask<PackContents>(
        m_vault, [name, make = std::move(make)](Session &open, Connection &db) -> Result<PackContents> {
            CHARTLINE_ASSIGN(KnowledgeAssembly assembly, KnowledgeAssembly::read(KnowledgeStore(db)));
            const KnowledgeState without = assembly.stateWithout(name);
            if (!without.base)
                return fail(ErrorCode::StoreFailed, {without.fault->detail});
            return make(*without.base, open.closing());
        });
    return announced<AddedPack>(made.then(
        &session->writerPool(),
        [weak = std::weak_ptr(session), cache = m_cache, author = m_author, now = m_clock->now().toMSecsSinceEpoch(),
         folder = m_vault.folder()](Result<PackContents> contents) -> Result<AddedPack> {
            if (!contents)
                return std::unexpected(contents.error());
            const std::shared_ptr<Session> open = weak.lock();
            if (!open || open->closing())
                return fail(ErrorCode::VaultLocked, {folder});
            CHARTLINE_ASSIGN(Connection * db, open->database().writer());
            Adding adding{*db, author, now};
            Result<AddedPack> result = adding.addOwn(*contents);
            cache->clear();
            return result;
        }));
}

} // namespace Chartline
