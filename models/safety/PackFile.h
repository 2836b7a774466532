// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/KnowledgeCompiler.h"
#include "safety/PackKey.h"

#include <QDate>
#include <expected>

namespace Chartline::Safety {

// What a pack says of itself. Each is one line of text without control characters, at most 200 characters long.
struct PackManifest
{
    QString name; // letters, digits, "-", "_" and "."; beginning with a letter
    QString release;
    QDate issued;
    QDate expires; // from then on it is out of date
    QString publisher;
    QString licence; // of what it carries
    QString base; // release of the base it was made for

    [[nodiscard]] KnowledgeManifest forCompiler() const;
    bool operator==(const PackManifest &) const = default;
};

struct PackContents
{
    PackManifest manifest;
    QList<KnowledgeFile> files; // by name
};

// A pack whose signature is right. Whether its key is trusted is for the vault to say.
struct Pack
{
    PackContents contents;
    QByteArray publicKey;
    QByteArray sha256; // of the file
};

// Why a file is no pack. `detail`: what and where, for who writes packs; never quoted from a file whose signature is
// not right.
struct PackFault
{
    enum class Kind : quint8 { NotAPack, TooNew, TooLarge, BadSignature, Malformed, CannotSign };
    Kind kind = Kind::NotAPack;
    QString detail = {};
};

// The file NAME.chartline-pack (models/safety/knowledge/PACKS.md). Made for hostile input: nothing is read before the
// signature has been checked, and everything is bounded.
namespace PackFile {

inline constexpr qsizetype mostBytes = 64 * 1024 * 1024;
inline constexpr qsizetype mostFiles = 1000;
inline constexpr qsizetype mostManifestBytes = 16 * 1024;

[[nodiscard]] std::expected<Pack, PackFault> read(const QByteArray &bytes);
// Refuses what read() would refuse.
[[nodiscard]] std::expected<QByteArray, PackFault> write(const PackContents &contents, const PackKey &key);

// The readable files alone, in the same framing: what the program carries of its own base, and the end of a pack.
[[nodiscard]] QByteArray filesToBytes(const QList<KnowledgeFile> &files);
[[nodiscard]] std::expected<QList<KnowledgeFile>, PackFault> filesFromBytes(QByteArrayView bytes);

} // namespace PackFile

} // namespace Chartline::Safety
