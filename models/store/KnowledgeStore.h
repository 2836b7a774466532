// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/SecureBytes.h"
#include "store/Connection.h"

#include <QList>
#include <optional>

namespace Chartline {

// A version of a pack as it is kept. Times are milliseconds since 1970 UTC.
struct StoredPack
{
    QString name;
    int version = 0;
    QByteArray publicKey;
    QByteArray sha256; // of the file
    QByteArray content; // the file; empty in a version that takes it away
    QString author;
    qint64 saved = 0;
    bool removed = false;
};

// A key that this vault trusts.
struct StoredPublisher
{
    QByteArray publicKey;
    QString name;
    QString author;
    qint64 saved = 0;
};

// The compiled form of the base and packs.
struct StoredKnowledge
{
    QByteArray content; // empty: no pack could be compiled
    QByteArray leftOut; // what the caller keeps about packs that are not in it
};

// Packs of medication knowledge and the keys they are trusted by. Every change is a row more: who did what when stays.
// What the bytes mean is for others to say.
class KnowledgeStore
{
public:
    explicit KnowledgeStore(Connection &db)
        : m_db(db)
    { }

    // What holds now, in the order in which names first came.
    [[nodiscard]] Result<QList<StoredPack>> packs();
    // Every version, the oldest first, without contents.
    [[nodiscard]] Result<QList<StoredPack>> history();
    [[nodiscard]] Result<QList<StoredPublisher>> publishers();
    // Empty: none has been made.
    [[nodiscard]] Result<SecureBytes> ownSeed();
    // Nothing where none is kept under this key.
    [[nodiscard]] Result<std::optional<StoredKnowledge>> compiled(const QByteArray &key);

    // Writer, within a transaction. A new version; its number is filled in.
    [[nodiscard]] Status put(StoredPack pack);
    // NotFound where there is none.
    [[nodiscard]] Status remove(const QString &name, const QString &author, qint64 now);
    // A key that is trusted already stays as it was.
    [[nodiscard]] Status trust(const StoredPublisher &publisher);
    [[nodiscard]] Status setOwnSeed(const SecureBytes &seed, const QString &author, qint64 now);
    // In the place of the one before.
    [[nodiscard]] Status setCompiled(const QByteArray &key, const StoredKnowledge &knowledge, qint64 now);

private:
    Connection &m_db;
};

} // namespace Chartline
