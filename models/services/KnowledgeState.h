// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeBase.h"
#include "safety/PackFile.h"

#include <QDateTime>

namespace Chartline {

// A pack of the open vault, and whether it counts.
struct KnowledgePack
{
    enum class Use : quint8 {
        InUse,
        Damaged, // what is kept of it is not what its publisher signed
        NotTrusted,
        DoesNotCompile, // it does not go with this program's base, or with the packs before it
        BaseUnusable, // the base itself failed its check
    };

    QString name;
    Safety::PackManifest manifest; // empty where it is Damaged
    QString fingerprint; // of its publisher's key
    QByteArray sha256; // of the file
    bool isOwn = false; // made and signed by this vault
    Use use = Use::InUse;
    bool isOutOfDate = false; // past its `expires`; it is used all the same
    QList<Safety::KnowledgeProblem> problems; // why it does not compile
    // What it brings, where it is in use.
    int ingredients = 0;
    int rules = 0; // and duplicates
    int exceptions = 0; // each silences alerts
    int products = 0; // blocks
    int codes = 0; // of blocks `codes`
    QString author; // who added it
    qint64 saved = 0; // milliseconds since 1970 UTC
};

// What is known of drugs in the open vault.
struct KnowledgeState
{
    // The program's base with all packs that are in use. Null where `fault` says why: then nothing can be checked.
    std::shared_ptr<const Safety::KnowledgeBase> base;
    std::optional<Safety::KnowledgeFault> fault;
    bool isOutOfDate = false; // of the base
    QList<KnowledgePack> packs; // in the order in which they were added
};

using KnowledgeStatePtr = std::shared_ptr<const KnowledgeState>;

// What became of a pack that was given to add.
struct AddedPack
{
    enum class Verdict : quint8 {
        Added,
        Replaced, // an older release of the same name
        AlreadyThere,
        NotAPack,
        TooNew,
        TooLarge,
        BadSignature,
        Malformed, // `detail` says where
        NotTrusted, // compare `fingerprint`
        WrongFingerprint, // the key is not the one that was to be trusted
        NameTaken, // by the base, or by a pack whose name differs only in case
        OtherPublisher, // the pack of this name is another publisher's: remove it first
        Older, // than the pack of this name
        TooMany,
        DoesNotCompile, // `problems` say where and why
        BaseUnusable,
    };

    Verdict verdict = Verdict::NotAPack;
    Safety::PackManifest manifest; // from Verdict::NotTrusted on, and where it was taken
    QString fingerprint; // the same
    QString detail;
    QList<Safety::KnowledgeProblem> problems;

    [[nodiscard]] bool isInUse() const { return verdict <= Verdict::AlreadyThere; }
};

struct KnowledgeVerification
{
    bool baseIsSound = false; // its checksum is right, and its readable files compile to just these bytes
    // What is kept compiled is what base and packs compile to now; true where nothing is kept.
    bool compiledIsSound = false;
    QList<KnowledgePack> packs; // each signature and key checked anew

    [[nodiscard]] bool ok() const;
};

} // namespace Chartline
