// SPDX-License-Identifier: Apache-2.0
#include "cli/KnowledgeCommand.h"

#include "cli/RxNormFiles.h"
#include "cli/Terminal.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace Chartline::Cli {

using namespace Safety;

namespace {

constexpr qsizetype s_mostUnknownShown = 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("Chartline::Cli", text);
}

QString hex(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex());
}

QJsonObject baseJson(const KnowledgeState &state)
{
    const auto &own = embeddedKnowledge();
    if (!own)
        return {{QStringLiteral("state"), QStringLiteral("damaged")}};
    const KnowledgeBase &base = **own;
    return {{QStringLiteral("name"), base.name()},
            {QStringLiteral("release"), base.release()},
            {QStringLiteral("issued"), base.issued().toString(Qt::ISODate)},
            {QStringLiteral("expires"), base.expires().toString(Qt::ISODate)},
            {QStringLiteral("outOfDate"), state.isOutOfDate},
            {QStringLiteral("sha256"), hex(base.sha256())},
            {QStringLiteral("ingredients"), base.ingredientCount()},
            {QStringLiteral("rules"), int(base.rules().size())},
            {QStringLiteral("state"), QStringLiteral("in-use")}};
}

void printPack(const KnowledgePack &pack)
{
    Terminal::out(QStringLiteral("%1 %2  %3").arg(pack.name, pack.manifest.release, useWords(pack)));
    if (pack.manifest.expires.isValid())
        Terminal::out(
            tr(QT_TRANSLATE_NOOP("Chartline::Cli", "    valid until %1; publisher: %2; licence: %3"))
                .arg(pack.manifest.expires.toString(Qt::ISODate), pack.manifest.publisher, pack.manifest.licence));
    if (pack.use == KnowledgePack::Use::InUse)
        Terminal::out(
            tr(QT_TRANSLATE_NOOP("Chartline::Cli", "    ingredients: %1; rules: %2; exceptions: %3; products: "
                                                   "%4; codes: %5"))
                .arg(pack.ingredients)
                .arg(pack.rules)
                .arg(pack.exceptions)
                .arg(pack.products)
                .arg(pack.codes));
    Terminal::out(tr(QT_TRANSLATE_NOOP("Chartline::Cli", "    added %1 by %2"))
                      .arg(QDateTime::fromMSecsSinceEpoch(pack.saved).date().toString(Qt::ISODate), pack.author));
    Terminal::out(QStringLiteral("    SHA-256 %1").arg(hex(pack.sha256)));
    Terminal::out((pack.isOwn ? tr(QT_TRANSLATE_NOOP("Chartline::Cli", "    key %1 (this vault's own)"))
                              : tr(QT_TRANSLATE_NOOP("Chartline::Cli", "    key %1")))
                      .arg(pack.fingerprint));
    for (const QString &line : problemLines(pack.problems))
        Terminal::out(QStringLiteral("    ! ") + line);
}

int list(const KnowledgeState &state, bool json)
{
    if (json) {
        QJsonArray packs;
        for (const KnowledgePack &pack : state.packs)
            packs.append(toJson(pack));
        Terminal::outJson(QJsonObject{{QStringLiteral("base"), baseJson(state)}, {QStringLiteral("packs"), packs}});
        return state.fault ? Failed : Done;
    }
    const auto &own = embeddedKnowledge();
    if (!own) {
        Terminal::out(
            tr(QT_TRANSLATE_NOOP("Chartline::Cli", "The knowledge base failed its check (%1). Nothing can be checked."))
                .arg(own.error().detail));
    } else {
        const KnowledgeBase &base = **own;
        Terminal::out(QStringLiteral("%1 %2  %3")
                          .arg(base.name(), base.release(),
                               state.isOutOfDate ? tr(QT_TRANSLATE_NOOP("Chartline::Cli", "in use, OUT OF DATE"))
                                                 : tr(QT_TRANSLATE_NOOP("Chartline::Cli", "in use"))));
        Terminal::out(tr(QT_TRANSLATE_NOOP("Chartline::Cli", "    valid until %1; ingredients: %2; rules: %3"))
                          .arg(base.expires().toString(Qt::ISODate))
                          .arg(base.ingredientCount())
                          .arg(base.rules().size()));
        Terminal::out(QStringLiteral("    SHA-256 %1").arg(hex(base.sha256())));
    }
    for (const KnowledgePack &pack : state.packs)
        printPack(pack);
    return state.fault ? Failed : Done;
}

// Without a vault there is the program's own base, and no packs.
int listWithoutVault(bool json)
{
    KnowledgeState state;
    if (const auto &own = embeddedKnowledge()) {
        state.base = *own;
        state.isOutOfDate = QDate::currentDate() >= (*own)->expires();
    } else {
        state.fault = own.error();
    }
    return list(state, json);
}

int verify(Composition &composition, const Arguments &arguments)
{
    const auto verification = await(composition.knowledge().verify());
    if (!verification)
        return failed(verification.error(), arguments.json);
    if (arguments.json) {
        QJsonArray packs;
        for (const KnowledgePack &pack : verification->packs)
            packs.append(toJson(pack));
        Terminal::outJson(QJsonObject{{QStringLiteral("ok"), verification->ok()},
                                      {QStringLiteral("base"), verification->baseIsSound},
                                      {QStringLiteral("compiled"), verification->compiledIsSound},
                                      {QStringLiteral("packs"), packs}});
        return verification->ok() ? Done : Failed;
    }
    Terminal::out(verification->baseIsSound
                      ? tr(QT_TRANSLATE_NOOP("Chartline::Cli", "The base is sound."))
                      : tr(QT_TRANSLATE_NOOP("Chartline::Cli", "! The base is NOT what its readable files say.")));
    for (const KnowledgePack &pack : verification->packs)
        printPack(pack);
    if (!verification->compiledIsSound)
        Terminal::out(
            tr(QT_TRANSLATE_NOOP("Chartline::Cli", "! What is kept compiled is NOT what base and packs say.")));
    Terminal::out(verification->ok() ? tr(QT_TRANSLATE_NOOP("Chartline::Cli", "Everything is as it was signed."))
                                     : tr(QT_TRANSLATE_NOOP("Chartline::Cli", "Not everything is right.")));
    return verification->ok() ? Done : Failed;
}

int report(const AddedPack &added, bool json, QJsonObject more = {})
{
    if (json) {
        const QJsonObject pack = toJson(added);
        for (auto it = pack.begin(); it != pack.end(); ++it)
            more.insert(it.key(), it.value());
        Terminal::outJson(more);
        return added.isInUse() ? Done : SomeRefused;
    }
    Terminal::out(verdictWords(added));
    if (added.verdict == AddedPack::Verdict::NotTrusted || added.verdict == AddedPack::Verdict::WrongFingerprint)
        Terminal::out(added.fingerprint);
    for (const QString &line : problemLines(added.problems))
        Terminal::out(line);
    return added.isInUse() ? Done : SomeRefused;
}

int add(Composition &composition, const Arguments &arguments)
{
    const QString path = arguments.positional[1];
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed({ErrorCode::FileNotReadable, {path}}, arguments.json);
    // One byte more than the largest pack is enough to refuse it.
    const auto added = await(
        composition.knowledge().add(file.read(PackFile::mostBytes + 1), arguments.option(QStringLiteral("trust"))));
    if (!added)
        return failed(added.error(), arguments.json);
    return report(*added, arguments.json);
}

int remove(Composition &composition, const Arguments &arguments)
{
    const auto removed = await(composition.knowledge().remove(arguments.positional[1]));
    if (!removed)
        return failed(removed.error(), arguments.json);
    if (arguments.json)
        Terminal::outJson(QJsonObject{{QStringLiteral("removed"), arguments.positional[1]}});
    else
        Terminal::out(tr(QT_TRANSLATE_NOOP("Chartline::Cli", "Removed: %1.")).arg(arguments.positional[1]));
    return Done;
}

// "RxNorm_full_prescribe_01062025.zip": month, day, year.
QDate dateInName(const QString &path)
{
    static const QRegularExpression digits(QStringLiteral("(?<!\\d)(\\d{8})(?!\\d)"));
    return QDate::fromString(digits.match(QFileInfo(path).fileName()).captured(1), QStringLiteral("MMddyyyy"));
}

void printReport(const RxNormReport &report)
{
    const auto line = [](const char *text, int count) {
        Terminal::out(QStringLiteral("%1  %2").arg(count, 8).arg(tr(text)));
    };
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "RxNorm codes"), report.codes);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "of these: retired codes"), report.retired);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "National Drug Codes"), report.ndcs);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "brand names"), report.brands);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "ingredients found by name"), report.ingredientsByName);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "left out: with an ingredient that the base does not have"),
         report.notMapped);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "left out: ingredients not told clearly"), report.incomplete);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "left out: National Drug Codes of several drugs"), report.ambiguousNdcs);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "left out: the base says something else"), report.otherInBase);
    line(QT_TRANSLATE_NOOP("Chartline::Cli", "left out: brand names that are general words"), report.brandsLeftOut);
    if (report.unknown.isEmpty())
        return;
    QStringList names;
    for (const auto &[name, drugs] : report.unknown.first(std::min(report.unknown.size(), s_mostUnknownShown)))
        names.append(QStringLiteral("%1 (%2)").arg(name).arg(drugs));
    Terminal::out(tr(QT_TRANSLATE_NOOP("Chartline::Cli", "Ingredients that the base does not have: %1; with the most "
                                                         "drugs: %2"))
                      .arg(report.unknown.size())
                      .arg(names.join(QStringLiteral(", "))));
}

int importRxNorm(Composition &composition, const Arguments &arguments)
{
    const QString path = arguments.positional[1];
    const QDate named = dateInName(path);
    const auto reported = std::make_shared<RxNormReport>();
    const auto added = await(composition.knowledge().addOwn(
        QString::fromLatin1(RxNormPack::packName),
        [path, reported, day = named.isValid() ? named : QDate::currentDate()](
            const KnowledgeBase &base, const std::atomic_bool &cancelled) -> Result<PackContents> {
            CHARTLINE_ASSIGN(const RxNormRelease release, readRxNorm(path, cancelled));
            RxNormPack pack(release, base);
            std::optional<PackContents> contents = pack.make(day, cancelled);
            *reported = pack.report();
            return contents ? Result<PackContents>(*std::move(contents)) : fail(ErrorCode::Cancelled);
        }));
    if (!added)
        return failed(added.error(), arguments.json);
    if (!arguments.json)
        printReport(*reported);
    return report(*added, arguments.json, {{QStringLiteral("rxnorm"), toJson(*reported)}});
}

} // namespace

int runKnowledge(Composition &composition, const Arguments &arguments)
{
    struct Action
    {
        const char *name;
        qsizetype arguments; // with its own name
        int (*run)(Composition &, const Arguments &);
    };
    static constexpr Action actions[] = {
        {"verify", 1, verify}, {"add", 2, add}, {"remove", 2, remove}, {"import-rxnorm", 2, importRxNorm}};
    const QString name = arguments.positional.value(0, QStringLiteral("list"));
    if (name == QLatin1StringView("list") && composition.vault().state() == VaultService::State::Missing)
        return listWithoutVault(arguments.json);
    const auto action =
        std::ranges::find_if(actions, [&](const Action &a) { return name == QLatin1StringView(a.name); });
    const bool isList = name == QLatin1StringView("list") && arguments.positional.size() <= 1;
    if (!isList && (action == std::end(actions) || arguments.positional.size() != action->arguments))
        return failed(
            {ErrorCode::Usage,
             {tr(QT_TRANSLATE_NOOP("Chartline::Cli", "knowledge takes: %1")).arg(QString::fromLatin1(knowledgeUsage))}},
            arguments.json);
    if (const auto opened = unlock(composition, arguments); !opened)
        return failed(opened.error(), arguments.json);
    if (!isList)
        return action->run(composition, arguments);
    const auto state = await(composition.knowledge().state());
    return state ? list(**state, arguments.json) : failed(state.error(), arguments.json);
}

} // namespace Chartline::Cli
