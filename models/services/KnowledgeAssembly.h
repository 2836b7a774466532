// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/KnowledgeState.h"
#include "store/KnowledgeStore.h"

namespace Chartline {

// Puts the program's base and a vault's packs together. On a worker's thread.
class KnowledgeAssembly
{
public:
    enum class Compiled : quint8 { MayBeKept, Anew };

    // Reads what is kept; damaged packs and keys that are not trusted are states of packs, not errors.
    [[nodiscard]] static Result<KnowledgeAssembly> read(KnowledgeStore store);

    // Compiles, unless what is kept was made of just this base and these packs. Packs that cannot be compiled with
    // those before them are left out, which their states say. `isOutOfDate` is left for who knows the day.
    [[nodiscard]] KnowledgeState state(Compiled compiled = Compiled::MayBeKept);
    // The same, as if the pack of this name was not there.
    [[nodiscard]] KnowledgeState stateWithout(const QString &name);
    // Whether this pack goes with all that is in use: the problems where not. Else it is there from now on, and what
    // was compiled is newKnowledge(). `row`: who added it and when.
    [[nodiscard]] QList<Safety::KnowledgeProblem> add(const Safety::Pack &pack, const StoredPack &row);

    // What state() or add() has compiled and is not kept yet; empty key: nothing.
    [[nodiscard]] const QByteArray &newKey() const { return m_newKey; }
    [[nodiscard]] const StoredKnowledge &newKnowledge() const { return m_newKnowledge; }
    [[nodiscard]] const std::optional<StoredKnowledge> &kept() const { return m_kept; }

    // The pack of this name, null where there is none; whichever way it is written where `anyCase`.
    [[nodiscard]] const KnowledgePack *pack(const QString &name, bool anyCase = false) const;
    [[nodiscard]] qsizetype packCount() const { return m_packs.size(); }
    [[nodiscard]] bool isTrusted(const QByteArray &publicKey) const { return m_trusted.contains(publicKey); }
    // The base inside the program is sound, and its readable files compile to just its bytes.
    [[nodiscard]] static bool baseIsSound();

private:
    struct Entry
    {
        KnowledgePack pack;
        Safety::PackContents contents; // where it can be used
    };
    KnowledgeAssembly() = default;
    [[nodiscard]] Entry entryOf(const StoredPack &row) const;
    [[nodiscard]] QByteArray keyOf() const;
    [[nodiscard]] std::optional<QByteArray> compile(const QList<qsizetype> &entries,
                                                    QList<Safety::KnowledgeProblem> &problems);
    // The packs that can be used together, by position; the others say why not.
    [[nodiscard]] std::optional<QByteArray> compileWhatGoes();
    [[nodiscard]] bool useKept(KnowledgeState &state);
    void finish(KnowledgeState &state);

    QList<Entry> m_packs;
    QSet<QByteArray> m_trusted;
    QByteArray m_ownKey;
    QList<Safety::KnowledgeFile> m_sources; // of the base; unpacked when needed
    std::optional<StoredKnowledge> m_kept;
    QByteArray m_newKey;
    StoredKnowledge m_newKnowledge;
};

} // namespace Chartline
