// SPDX-License-Identifier: Apache-2.0
#include "store/KnowledgeStore.h"

namespace Chartline {

namespace {

constexpr int s_keySize = 32;

std::unexpected<Error> damaged()
{
    return fail(ErrorCode::DatabaseDamaged, {QString(), QStringLiteral("knowledge")});
}

// name, version, public key, SHA-256, content, author, saved, removed.
Result<QList<StoredPack>> readPacks(Statement &query)
{
    QList<StoredPack> packs;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return packs;
        StoredPack pack;
        pack.name = query.text(0);
        pack.version = query.integer(1);
        pack.publicKey = query.blob(2);
        pack.sha256 = query.blob(3);
        pack.content = query.blob(4);
        pack.author = query.text(5);
        pack.saved = query.int64(6);
        pack.removed = query.integer(7) != 0;
        if (pack.publicKey.size() != s_keySize || pack.sha256.size() != s_keySize)
            return damaged();
        packs.append(std::move(pack));
    }
}

} // namespace

Result<QList<StoredPack>> KnowledgeStore::packs()
{
    CHARTLINE_ASSIGN(
        Statement query,
        m_db.prepare("SELECT p.name, p.version, p.public_key, p.sha256, p.content, p.author, p.saved, p.removed "
                     "FROM knowledge_pack p JOIN knowledge_pack f ON f.name = p.name AND f.version = 1 "
                     "WHERE p.removed = 0 AND p.version = (SELECT max(v.version) FROM knowledge_pack v "
                     "WHERE v.name = p.name) ORDER BY f.id"));
    return readPacks(query);
}

Result<QList<StoredPack>> KnowledgeStore::history()
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare("SELECT name, version, public_key, sha256, x'', author, saved, "
                                                   "removed FROM knowledge_pack ORDER BY id"));
    return readPacks(query);
}

Result<QList<StoredPublisher>> KnowledgeStore::publishers()
{
    CHARTLINE_ASSIGN(Statement query,
                     m_db.prepare("SELECT public_key, name, author, saved FROM knowledge_publisher ORDER BY id"));
    QList<StoredPublisher> publishers;
    while (true) {
        CHARTLINE_ASSIGN(const bool row, query.step());
        if (!row)
            return publishers;
        publishers.append({query.blob(0), query.text(1), query.text(2), query.int64(3)});
        if (publishers.last().publicKey.size() != s_keySize)
            return damaged();
    }
}

Result<SecureBytes> KnowledgeStore::ownSeed()
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare("SELECT seed FROM knowledge_key"));
    CHARTLINE_ASSIGN(const bool row, query.step());
    if (!row)
        return SecureBytes();
    QByteArray seed = query.blob(0);
    if (seed.size() != s_keySize)
        return damaged();
    SecureBytes kept(std::span(reinterpret_cast<const unsigned char *>(seed.constData()), std::size_t(seed.size())));
    seed.fill('\0');
    return kept;
}

Result<std::optional<StoredKnowledge>> KnowledgeStore::compiled(const QByteArray &key)
{
    CHARTLINE_ASSIGN(Statement query, m_db.prepare("SELECT content, left_out FROM knowledge_compiled WHERE key = ?1"));
    query.bind(1, key);
    CHARTLINE_ASSIGN(const bool row, query.step());
    return row ? std::optional(StoredKnowledge{query.blob(0), query.blob(1)}) : std::nullopt;
}

Status KnowledgeStore::put(StoredPack pack)
{
    CHARTLINE_ASSIGN(Statement before, m_db.prepare("SELECT max(version) FROM knowledge_pack WHERE name = ?1"));
    before.bind(1, pack.name);
    CHARTLINE_TRY(before.step());
    pack.version = before.isNull(0) ? 1 : before.integer(0) + 1;
    CHARTLINE_ASSIGN(Statement row,
                     m_db.prepare("INSERT INTO knowledge_pack (name, version, public_key, sha256, content, author, "
                                  "saved, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"));
    row.bind(1, pack.name).bind(2, pack.version).bind(3, pack.publicKey).bind(4, pack.sha256).bind(5, pack.content);
    row.bind(6, pack.author).bind(7, pack.saved).bind(8, pack.removed ? 1 : 0);
    return row.run();
}

Status KnowledgeStore::remove(const QString &name, const QString &author, qint64 now)
{
    CHARTLINE_ASSIGN(
        Statement row,
        m_db.prepare("INSERT INTO knowledge_pack (name, version, public_key, sha256, content, author, saved, removed) "
                     "SELECT p.name, p.version + 1, p.public_key, p.sha256, x'', ?2, ?3, 1 FROM knowledge_pack p "
                     "WHERE p.name = ?1 AND p.removed = 0 "
                     "AND p.version = (SELECT max(v.version) FROM knowledge_pack v WHERE v.name = ?1)"));
    row.bind(1, name).bind(2, author).bind(3, now);
    CHARTLINE_TRY(row.run());
    return m_db.changes() == 1 ? Status() : fail(ErrorCode::NotFound, {name});
}

Status KnowledgeStore::trust(const StoredPublisher &publisher)
{
    CHARTLINE_ASSIGN(Statement row, m_db.prepare("INSERT INTO knowledge_publisher (public_key, name, author, saved) "
                                                 "VALUES (?1, ?2, ?3, ?4) ON CONFLICT (public_key) DO NOTHING"));
    row.bind(1, publisher.publicKey).bind(2, publisher.name).bind(3, publisher.author).bind(4, publisher.saved);
    return row.run();
}

Status KnowledgeStore::setOwnSeed(const SecureBytes &seed, const QString &author, qint64 now)
{
    CHARTLINE_ASSIGN(Statement row,
                     m_db.prepare("INSERT INTO knowledge_key (id, seed, author, saved) VALUES (1, ?1, ?2, ?3)"));
    QByteArray bytes(reinterpret_cast<const char *>(seed.data()), qsizetype(seed.size()));
    row.bind(1, bytes).bind(2, author).bind(3, now);
    const Status done = row.run();
    bytes.fill('\0');
    return done;
}

Status KnowledgeStore::setCompiled(const QByteArray &key, const StoredKnowledge &knowledge, qint64 now)
{
    CHARTLINE_ASSIGN(Statement row,
                     m_db.prepare("INSERT OR REPLACE INTO knowledge_compiled (id, key, content, left_out, saved) "
                                  "VALUES (1, ?1, ?2, ?3, ?4)"));
    row.bind(1, key).bind(2, knowledge.content).bind(3, knowledge.leftOut).bind(4, now);
    return row.run();
}

} // namespace Chartline
