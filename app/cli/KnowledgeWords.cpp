// SPDX-License-Identifier: Apache-2.0
#include "cli/KnowledgeCommand.h"

#include <QCoreApplication>

namespace Chartline::Cli {

using Verdict = AddedPack::Verdict;
using Use = KnowledgePack::Use;

namespace {

struct VerdictInfo
{
    Verdict verdict;
    const char *name;
    const char *words;
};

// %1: the pack, %2: what is wrong and where.
constexpr VerdictInfo s_verdicts[] = {
    {Verdict::Added, "added", QT_TRANSLATE_NOOP("Chartline::Cli", "Added: %1.")},
    {Verdict::Replaced, "replaced",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Added in the place of its older release: %1.")},
    {Verdict::AlreadyThere, "already-there",
     QT_TRANSLATE_NOOP("Chartline::Cli", "This very file is in use already: %1.")},
    {Verdict::NotAPack, "not-a-pack", QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: this is not a knowledge pack.")},
    {Verdict::TooNew, "too-new",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: this pack is of a newer form than this version reads.")},
    {Verdict::TooLarge, "too-large", QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: the file is too large for a pack.")},
    {Verdict::BadSignature, "bad-signature",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: the signature is not right. The file is damaged or was changed.")},
    {Verdict::Malformed, "malformed", QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: the pack is malformed (%2).")},
    {Verdict::NotTrusted, "not-trusted",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: this vault does not trust the publisher of %1. Compare the key's "
                                         "fingerprint with what the publisher says, then add it with --trust:")},
    {Verdict::WrongFingerprint, "wrong-fingerprint",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: the key of %1 is not the one you trust. Its fingerprint is:")},
    {Verdict::NameTaken, "name-taken",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: the name of %1 is too like that of the base or of another pack.")},
    {Verdict::OtherPublisher, "other-publisher",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: a pack of this name from another publisher is there. Remove it "
                                         "before %1 is added.")},
    {Verdict::Older, "older", QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: a newer release than %1 is there.")},
    {Verdict::TooMany, "too-many", QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: there are too many packs for %1.")},
    {Verdict::DoesNotCompile, "does-not-compile",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: %1 does not go with the base and the packs in use:")},
    {Verdict::BaseUnusable, "base-unusable",
     QT_TRANSLATE_NOOP("Chartline::Cli", "Refused: the program's own knowledge base failed its check.")},
};

struct UseInfo
{
    Use use;
    const char *name;
    const char *words;
};

constexpr UseInfo s_uses[] = {
    {Use::InUse, "in-use", QT_TRANSLATE_NOOP("Chartline::Cli", "in use")},
    {Use::Damaged, "damaged", QT_TRANSLATE_NOOP("Chartline::Cli", "NOT IN USE: it is damaged")},
    {Use::NotTrusted, "not-trusted", QT_TRANSLATE_NOOP("Chartline::Cli", "NOT IN USE: its key is not trusted")},
    {Use::DoesNotCompile, "does-not-compile",
     QT_TRANSLATE_NOOP("Chartline::Cli", "NOT IN USE: it does not go with this program's base or with other packs")},
    {Use::BaseUnusable, "base-unusable",
     QT_TRANSLATE_NOOP("Chartline::Cli", "NOT IN USE: the program's knowledge base failed its check")},
};

const VerdictInfo &infoOf(Verdict verdict)
{
    return *std::ranges::find(s_verdicts, verdict, &VerdictInfo::verdict);
}

const UseInfo &infoOf(Use use)
{
    return *std::ranges::find(s_uses, use, &UseInfo::use);
}

QJsonArray toJson(const QList<Safety::KnowledgeProblem> &problems)
{
    QJsonArray array;
    for (const Safety::KnowledgeProblem &problem : problems)
        array.append(QJsonObject{{QStringLiteral("file"), problem.file},
                                 {QStringLiteral("line"), problem.line},
                                 {QStringLiteral("words"), problem.words}});
    return array;
}

void insert(QJsonObject &object, const Safety::PackManifest &manifest)
{
    object.insert(QStringLiteral("release"), manifest.release);
    object.insert(QStringLiteral("issued"), manifest.issued.toString(Qt::ISODate));
    object.insert(QStringLiteral("expires"), manifest.expires.toString(Qt::ISODate));
    object.insert(QStringLiteral("publisher"), manifest.publisher);
    object.insert(QStringLiteral("licence"), manifest.licence);
    object.insert(QStringLiteral("base"), manifest.base);
}

} // namespace

QString verdictWords(const AddedPack &added)
{
    const QString pack = QStringLiteral("%1 %2").arg(added.manifest.name, added.manifest.release);
    return QCoreApplication::translate("Chartline::Cli", infoOf(added.verdict).words)
        .replace(QLatin1StringView("%1"), pack)
        .replace(QLatin1StringView("%2"), added.detail);
}

QString verdictName(Verdict verdict)
{
    return QString::fromLatin1(infoOf(verdict).name);
}

QString useWords(const KnowledgePack &pack)
{
    const QString words = QCoreApplication::translate("Chartline::Cli", infoOf(pack.use).words);
    if (pack.use != Use::InUse || !pack.isOutOfDate)
        return words;
    return QCoreApplication::translate("Chartline::Cli", "in use, OUT OF DATE");
}

QString useName(Use use)
{
    return QString::fromLatin1(infoOf(use).name);
}

QJsonObject toJson(const KnowledgePack &pack)
{
    QJsonObject object{{QStringLiteral("name"), pack.name},
                       {QStringLiteral("state"), useName(pack.use)},
                       {QStringLiteral("outOfDate"), pack.isOutOfDate},
                       {QStringLiteral("own"), pack.isOwn},
                       {QStringLiteral("fingerprint"), pack.fingerprint},
                       {QStringLiteral("sha256"), QString::fromLatin1(pack.sha256.toHex())},
                       {QStringLiteral("ingredients"), pack.ingredients},
                       {QStringLiteral("rules"), pack.rules},
                       {QStringLiteral("exceptions"), pack.exceptions},
                       {QStringLiteral("products"), pack.products},
                       {QStringLiteral("codes"), pack.codes},
                       {QStringLiteral("addedBy"), pack.author},
                       {QStringLiteral("problems"), toJson(pack.problems)}};
    insert(object, pack.manifest);
    return object;
}

QJsonObject toJson(const AddedPack &added)
{
    QJsonObject object{{QStringLiteral("verdict"), verdictName(added.verdict)},
                       {QStringLiteral("name"), added.manifest.name},
                       {QStringLiteral("fingerprint"), added.fingerprint},
                       {QStringLiteral("detail"), added.detail},
                       {QStringLiteral("problems"), toJson(added.problems)}};
    insert(object, added.manifest);
    return object;
}

QJsonObject toJson(const Safety::RxNormReport &report)
{
    QJsonArray unknown;
    for (const auto &[name, drugs] : report.unknown)
        unknown.append(QJsonObject{{QStringLiteral("ingredient"), name}, {QStringLiteral("drugs"), drugs}});
    return {{QStringLiteral("concepts"), report.concepts},
            {QStringLiteral("codes"), report.codes},
            {QStringLiteral("retired"), report.retired},
            {QStringLiteral("ndcs"), report.ndcs},
            {QStringLiteral("brands"), report.brands},
            {QStringLiteral("ingredientsByName"), report.ingredientsByName},
            {QStringLiteral("notMapped"), report.notMapped},
            {QStringLiteral("incomplete"), report.incomplete},
            {QStringLiteral("ambiguousNdcs"), report.ambiguousNdcs},
            {QStringLiteral("otherInBase"), report.otherInBase},
            {QStringLiteral("brandsLeftOut"), report.brandsLeftOut},
            {QStringLiteral("unknownIngredients"), unknown}};
}

QStringList problemLines(const QList<Safety::KnowledgeProblem> &problems)
{
    QStringList lines;
    for (const Safety::KnowledgeProblem &problem : problems)
        lines.append(QStringLiteral("%1:%2: %3").arg(problem.file).arg(problem.line).arg(problem.words));
    return lines;
}

} // namespace Chartline::Cli
