// SPDX-License-Identifier: Apache-2.0
#include "safety/PackFile.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <algorithm>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView s_magic("CHPACK1\n");
constexpr qsizetype s_magicStem = 6; // "CHPACK", of every version
constexpr qsizetype s_headSize = s_magic.size() + PackKey::keySize;
constexpr qsizetype s_longestField = 200; // characters
constexpr qsizetype s_longestFileName = 120;

std::unexpected<PackFault> fault(PackFault::Kind kind, const QString &detail = {})
{
    return std::unexpected(PackFault{kind, detail});
}

std::unexpected<PackFault> malformed(const QString &detail)
{
    return fault(PackFault::Kind::Malformed, detail);
}

// UTF-8 whose characters do not act on a terminal or turn the order of what a person reads.
bool isPlainText(QByteArrayView bytes, bool severalLines)
{
    if (!bytes.isValidUtf8())
        return false;
    const QString text = QString::fromUtf8(bytes);
    return std::ranges::all_of(text, [&](QChar c) {
        const char16_t u = c.unicode();
        const bool control = u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0x2028 || u == 0x2029;
        const bool turns = u == 0x061c || u == 0x200e || u == 0x200f || (u >= 0x202a && u <= 0x202e)
                           || (u >= 0x2066 && u <= 0x2069) || u == 0xfeff;
        return (!control && !turns) || (severalLines && u == u'\n');
    });
}

// "ingredients/cv-lipids.kb": names of files are told to people and never used as paths.
bool isFileName(QByteArrayView name)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '/' || c == '.';
    };
    return name.size() > 3 && name.size() <= s_longestFileName && name.endsWith(".kb")
           && std::ranges::all_of(name, allowed);
}

bool isPackName(const QString &name)
{
    const auto letter = [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); };
    const auto allowed = [&](QChar c) {
        return letter(c) || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_' || c == u'.';
    };
    return !name.isEmpty() && name.size() <= 64 && letter(name[0]) && std::ranges::all_of(name, allowed);
}

template<typename T>
void append(QByteArray &bytes, T number)
{
    const T little = qToLittleEndian(number);
    bytes.append(reinterpret_cast<const char *>(&little), sizeof little);
}

// Takes pieces off the front; nothing where there is less.
template<typename T>
std::optional<T> takeNumber(QByteArrayView &rest)
{
    if (rest.size() < qsizetype(sizeof(T)))
        return std::nullopt;
    const T number = qFromLittleEndian<T>(rest.data());
    rest = rest.sliced(qsizetype(sizeof(T)));
    return number;
}

std::optional<QByteArrayView> takeBytes(QByteArrayView &rest, quint64 size)
{
    if (size > quint64(rest.size()))
        return std::nullopt;
    const QByteArrayView bytes = rest.first(qsizetype(size));
    rest = rest.sliced(qsizetype(size));
    return bytes;
}

struct Field
{
    const char *key;
    QString value;
};

QList<Field> fieldsOf(const PackManifest &manifest)
{
    return {{"name", manifest.name},
            {"release", manifest.release},
            {"issued", manifest.issued.toString(Qt::ISODate)},
            {"expires", manifest.expires.toString(Qt::ISODate)},
            {"publisher", manifest.publisher},
            {"licence", manifest.licence},
            {"base", manifest.base}};
}

QByteArray manifestToBytes(const PackManifest &manifest)
{
    QByteArray bytes;
    for (const Field &field : fieldsOf(manifest))
        bytes += QByteArray(field.key) + ' ' + field.value.toUtf8() + '\n';
    return bytes;
}

// Every line, in its order, and no other: the bytes of a manifest are those that would be written of it.
std::expected<PackManifest, PackFault> manifestFromBytes(QByteArrayView bytes)
{
    if (!isPlainText(bytes, true))
        return malformed(u"manifest: not plain text"_s);
    const QStringList lines = QString::fromUtf8(bytes).split(u'\n');
    const auto value = [&](int line) { return lines.value(line).section(u' ', 1); };
    PackManifest manifest;
    manifest.name = value(0);
    manifest.release = value(1);
    manifest.issued = QDate::fromString(value(2), Qt::ISODate);
    manifest.expires = QDate::fromString(value(3), Qt::ISODate);
    manifest.publisher = value(4);
    manifest.licence = value(5);
    manifest.base = value(6);
    for (const Field &field : fieldsOf(manifest)) {
        if (field.value.isEmpty() || field.value.size() > s_longestField || field.value != field.value.trimmed())
            return malformed(u"manifest: "_s + QLatin1StringView(field.key));
    }
    if (!isPackName(manifest.name))
        return malformed(u"manifest: name"_s);
    if (manifest.expires <= manifest.issued)
        return malformed(u"manifest: expires before it is issued"_s);
    if (manifestToBytes(manifest) != bytes)
        return malformed(u"manifest: not of this form"_s);
    return manifest;
}

} // namespace

KnowledgeManifest PackManifest::forCompiler() const
{
    return {name, release, issued.toString(Qt::ISODate), expires.toString(Qt::ISODate), publisher};
}

QByteArray PackFile::filesToBytes(const QList<KnowledgeFile> &files)
{
    QByteArray bytes;
    append(bytes, quint32(files.size()));
    for (const KnowledgeFile &file : files) {
        const QByteArray name = file.name.toUtf8();
        append(bytes, quint16(name.size()));
        bytes += name;
        append(bytes, quint32(file.text.size()));
        bytes += file.text;
    }
    return bytes;
}

std::expected<QList<KnowledgeFile>, PackFault> PackFile::filesFromBytes(QByteArrayView rest)
{
    const auto count = takeNumber<quint32>(rest);
    if (!count || *count == 0 || *count > mostFiles)
        return malformed(u"number of files"_s);
    QList<KnowledgeFile> files;
    QByteArrayView last;
    for (quint32 i = 0; i < *count; ++i) {
        const auto nameSize = takeNumber<quint16>(rest);
        const auto name = nameSize ? takeBytes(rest, *nameSize) : std::nullopt;
        const auto size = name ? takeNumber<quint32>(rest) : std::nullopt;
        const auto text = size ? takeBytes(rest, *size) : std::nullopt;
        if (!text)
            return malformed(u"file %1: cut off"_s.arg(i + 1));
        if (!isFileName(*name))
            return malformed(u"file %1: name"_s.arg(i + 1));
        if (i > 0 && *name <= last)
            return malformed(QString::fromLatin1(*name) + u": not in order"_s);
        if (!isPlainText(*text, true))
            return malformed(QString::fromLatin1(*name) + u": not plain text"_s);
        last = *name;
        files.append({QString::fromLatin1(*name), text->toByteArray()});
    }
    if (!rest.isEmpty())
        return malformed(u"more than it says"_s);
    return files;
}

std::expected<Pack, PackFault> PackFile::read(const QByteArray &bytes)
{
    if (bytes.size() > mostBytes)
        return fault(PackFault::Kind::TooLarge, QString::number(mostBytes));
    if (!bytes.startsWith(s_magic.first(s_magicStem)))
        return fault(PackFault::Kind::NotAPack);
    if (!bytes.startsWith(s_magic)) {
        // What follows "CHPACK" is the version.
        const bool known = bytes.size() > s_magicStem && bytes[s_magicStem] == s_magic[s_magicStem];
        return fault(known ? PackFault::Kind::NotAPack : PackFault::Kind::TooNew);
    }
    if (bytes.size() < s_headSize + PackKey::signatureSize)
        return fault(PackFault::Kind::BadSignature);
    const QByteArrayView all(bytes);
    const QByteArrayView message = all.chopped(PackKey::signatureSize);
    Pack pack;
    pack.publicKey = bytes.sliced(s_magic.size(), PackKey::keySize);
    if (!PackKey::verify(pack.publicKey, message, all.last(PackKey::signatureSize)))
        return fault(PackFault::Kind::BadSignature);

    QByteArrayView rest = message.sliced(s_headSize);
    const auto size = takeNumber<quint32>(rest);
    const auto manifest = size && *size <= mostManifestBytes ? takeBytes(rest, *size) : std::nullopt;
    if (!manifest)
        return malformed(u"manifest: size"_s);
    auto says = manifestFromBytes(*manifest);
    if (!says)
        return std::unexpected(says.error());
    auto files = filesFromBytes(rest);
    if (!files)
        return std::unexpected(files.error());
    pack.contents = {std::move(*says), std::move(*files)};
    pack.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return pack;
}

std::expected<QByteArray, PackFault> PackFile::write(const PackContents &contents, const PackKey &key)
{
    PackContents ordered = contents;
    std::ranges::sort(ordered.files, {}, [](const KnowledgeFile &file) { return file.name.toUtf8(); });
    const QByteArray manifest = manifestToBytes(ordered.manifest);
    QByteArray bytes = s_magic.toByteArray() + key.publicKey();
    append(bytes, quint32(manifest.size()));
    bytes += manifest;
    bytes += filesToBytes(ordered.files);
    const QByteArray signature = key.sign(bytes);
    if (signature.isEmpty())
        return fault(PackFault::Kind::CannotSign);
    bytes += signature;
    if (auto back = read(bytes); !back)
        return std::unexpected(back.error());
    return bytes;
}

} // namespace Chartline::Safety
