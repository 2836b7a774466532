// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"

#include "Language.h"
#include "cli/Command.h"
#include "cli/Terminal.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <cstdio>

namespace Chartline::Cli {

namespace {

struct CommandInfo
{
    const char *name;
    const char *usage;
    const char *help;
    int minArguments;
    int maxArguments; // -1: any number
    QStringList options;
    bool needsVault;
};

// Help texts are translated where they are printed.
QList<CommandInfo> imagingCommands()
{
    return {
        {"studies",
         "--person ID",
         QT_TRANSLATE_NOOP("Chartline::Cli", "imaging studies and their series"),
         0,
         0,
         {QStringLiteral("person")},
         true},
        {"render",
         "--series ID --view axial|coronal|sagittal|mip|volume [--slice N] [--window C,W] [--size WxH] --out F.png",
         QT_TRANSLATE_NOOP("Chartline::Cli", "draw a series without a window"),
         0,
         0,
         {QStringLiteral("series"), QStringLiteral("view"), QStringLiteral("slice"), QStringLiteral("window"),
          QStringLiteral("size"), QStringLiteral("out")},
         true},
        {"compare",
         "--current ID --prior ID [--out F.png]",
         QT_TRANSLATE_NOOP("Chartline::Cli", "lay a prior over the current series"),
         0,
         0,
         {QStringLiteral("current"), QStringLiteral("prior"), QStringLiteral("out")},
         true},
    };
}

QList<CommandInfo> recordCommands()
{
    return {
        {"init",
         "",
         QT_TRANSLATE_NOOP("Chartline::Cli", "create the vault, print its recovery key once"),
         0,
         0,
         {},
         false},
        {"import",
         "PATH…",
         QT_TRANSLATE_NOOP("Chartline::Cli", "take in files, folders and ZIPs; say what each was"),
         1,
         -1,
         {QStringLiteral("source-name")},
         true},
        {"patients",
         "[--search TEXT]",
         QT_TRANSLATE_NOOP("Chartline::Cli", "list the people in the vault"),
         0,
         0,
         {QStringLiteral("search")},
         true},
        {"timeline",
         "--person ID [--kind K] [--from D] [--to D] [--all]",
         QT_TRANSLATE_NOOP("Chartline::Cli", "the merged record, newest first"),
         0,
         0,
         {QStringLiteral("person"), QStringLiteral("kind"), QStringLiteral("from"), QStringLiteral("to"),
          QStringLiteral("all")},
         true},
        {"show",
         "ID",
         QT_TRANSLATE_NOOP("Chartline::Cli", "everything known of one fact, person or record"),
         1,
         1,
         {},
         true},
        {"source", "RECORD", QT_TRANSLATE_NOOP("Chartline::Cli", "the verbatim bytes as received"), 1, 1, {}, true},
        {"search",
         "TEXT [--person ID]",
         QT_TRANSLATE_NOOP("Chartline::Cli", "full text over facts and documents"),
         1,
         -1,
         {QStringLiteral("person")},
         true},
    };
}

QList<CommandInfo> safetyCommands()
{
    return {
        {"resolve",
         "NAME_OR_CODE… | --file F",
         QT_TRANSLATE_NOOP("Chartline::Cli", "drug text and codes to ingredients"),
         0,
         -1,
         {QStringLiteral("file")},
         false},
        {"check",
         "DRUG… | --pairs F.tsv",
         QT_TRANSLATE_NOOP("Chartline::Cli", "interactions among drugs; says what was not checked"),
         0,
         -1,
         {QStringLiteral("pairs")},
         false},
        {"knowledge",
         knowledgeUsage,
         QT_TRANSLATE_NOOP("Chartline::Cli", "the medication knowledge in use; adds, removes and makes packs of it"),
         0,
         2,
         {QStringLiteral("trust"), QStringLiteral("key"), QStringLiteral("out")},
         false},
        {"alerts",
         "--person ID [--at DATE]",
         QT_TRANSLATE_NOOP("Chartline::Cli", "medication-safety alerts of a person; says what was not checked"),
         0,
         0,
         {QStringLiteral("person"), QStringLiteral("at")},
         true},
    };
}

QList<CommandInfo> identityCommands()
{
    return {
        {"review", "", QT_TRANSLATE_NOOP("Chartline::Cli", "pairs of records that may be one person"), 0, 0, {}, true},
        {"link",
         "A B",
         QT_TRANSLATE_NOOP("Chartline::Cli", "two records (I…) or people (P…) are one person"),
         2,
         2,
         {},
         true},
        {"unlink", "LINK", QT_TRANSLATE_NOOP("Chartline::Cli", "undo a link (L…)"), 1, 1, {}, true},
        {"different",
         "A B",
         QT_TRANSLATE_NOOP("Chartline::Cli", "two records (I…) or people (P…) are two people, for ever"),
         2,
         2,
         {},
         true},
    };
}

QList<CommandInfo> upkeepCommands()
{
    return {
        {"verify",
         "",
         QT_TRANSLATE_NOOP("Chartline::Cli", "check every page, blob, reference and the rebuilt timeline"),
         0,
         0,
         {},
         true},
        {"selftest", "", QT_TRANSLATE_NOOP("Chartline::Cli", "check this installation"), 0, 0, {}, false},
    };
}

QList<CommandInfo> commands()
{
    return recordCommands() + identityCommands() + safetyCommands() + imagingCommands() + upkeepCommands();
}

QString words(const char *text)
{
    return QCoreApplication::translate("Chartline::Cli", text);
}

void addOptions(QCommandLineParser &parser)
{
    const auto value = [&parser](const char *name, const QString &help, const char *shown) {
        parser.addOption(QCommandLineOption(QString::fromLatin1(name), help, QString::fromLatin1(shown)));
    };
    value("vault", words(QT_TRANSLATE_NOOP("Chartline::Cli", "the vault's folder")), "DIR");
    value("passphrase-file", words(QT_TRANSLATE_NOOP("Chartline::Cli", "file whose first line is the passphrase")),
          "FILE");
    parser.addOption(QCommandLineOption(QStringLiteral("json"),
                                        words(QT_TRANSLATE_NOOP("Chartline::Cli", "print one JSON document"))));
    value("search", words(QT_TRANSLATE_NOOP("Chartline::Cli", "name, identifier or birth date")), "TEXT");
    value("person", words(QT_TRANSLATE_NOOP("Chartline::Cli", "a person's id, as printed by patients")), "ID");
    value("kind", words(QT_TRANSLATE_NOOP("Chartline::Cli", "only this kind of fact")), "KIND");
    value("series", words(QT_TRANSLATE_NOOP("Chartline::Cli", "a series, as printed by studies")), "ID");
    value("view", words(QT_TRANSLATE_NOOP("Chartline::Cli", "how the series is drawn")), "VIEW");
    value("slice", words(QT_TRANSLATE_NOOP("Chartline::Cli", "which slice, from 1")), "N");
    value("window", words(QT_TRANSLATE_NOOP("Chartline::Cli", "window centre and width")), "C,W");
    value("size", words(QT_TRANSLATE_NOOP("Chartline::Cli", "size of the picture in pixels")), "WxH");
    value("out", words(QT_TRANSLATE_NOOP("Chartline::Cli", "file to write")), "FILE");
    value("current", words(QT_TRANSLATE_NOOP("Chartline::Cli", "the series to lay the prior over")), "ID");
    value("prior", words(QT_TRANSLATE_NOOP("Chartline::Cli", "the earlier series")), "ID");
    value("file", words(QT_TRANSLATE_NOOP("Chartline::Cli", "one drug a line")), "FILE");
    value("pairs", words(QT_TRANSLATE_NOOP("Chartline::Cli", "two drugs a line, with a tab between")), "FILE");
    value("at", words(QT_TRANSLATE_NOOP("Chartline::Cli", "as seen on this day (today unless given)")), "DATE");
    value("trust", words(QT_TRANSLATE_NOOP("Chartline::Cli", "trust the key with this fingerprint from now on")),
          "FINGERPRINT");
    value("key", words(QT_TRANSLATE_NOOP("Chartline::Cli", "a publisher's private key, as made by keygen")), "FILE");
    value("from", words(QT_TRANSLATE_NOOP("Chartline::Cli", "not before this date")), "DATE");
    value("to", words(QT_TRANSLATE_NOOP("Chartline::Cli", "not after this date")), "DATE");
    value(
        "source-name",
        words(QT_TRANSLATE_NOOP("Chartline::Cli", "name of the source of files that do not say where they come from")),
        "NAME");
    parser.addOption(QCommandLineOption(
        QStringLiteral("all"), words(QT_TRANSLATE_NOOP("Chartline::Cli", "facts entered in error or refuted too"))));
    parser.addHelpOption();
    parser.addVersionOption();
}

QString usage()
{
    QString text =
        words(QT_TRANSLATE_NOOP("Chartline::Cli",
                                "usage: chartline [--vault DIR] [--passphrase-file FILE] [--json] COMMAND [ARGS]"))
        + QLatin1Char('\n');
    for (const CommandInfo &command : commands()) {
        const QString form = QLatin1StringView(command.name) + QLatin1Char(' ') + QString::fromUtf8(command.usage);
        text += QStringLiteral("\n  %1 %2").arg(form.trimmed(), -64).arg(words(command.help));
    }
    return text;
}

int wrongUsage(const QString &why)
{
    Terminal::message(QStringLiteral("chartline: ") + why);
    Terminal::message(usage());
    return WrongUsage;
}

int dispatch(const CommandInfo &command, const Arguments &arguments)
{
    if (arguments.command == QLatin1StringView("selftest"))
        return runSelftest(arguments);
    if (arguments.command == QLatin1StringView("resolve"))
        return runResolve(arguments);
    if (arguments.command == QLatin1StringView("check"))
        return runCheck(arguments);
    const bool isKnowledge = arguments.command == QLatin1StringView("knowledge");
    if (isKnowledge && isPackCommand(arguments))
        return runPackCommand(arguments);
    if (arguments.command == QLatin1StringView("import"))
        holdInterrupts();
    Composition composition(arguments.vault);
    if (arguments.command == QLatin1StringView("init"))
        return runInit(composition, arguments);
    if (isKnowledge)
        return runKnowledge(composition, arguments);
    if (command.needsVault) {
        if (const auto opened = unlock(composition, arguments); !opened)
            return failed(opened.error(), arguments.json);
    }
    using Run = int (*)(Composition &, const Arguments &);
    const QHash<QString, Run> runs{
        {QStringLiteral("import"), runImport},      {QStringLiteral("patients"), runPatients},
        {QStringLiteral("timeline"), runTimeline},  {QStringLiteral("show"), runShow},
        {QStringLiteral("source"), runSource},      {QStringLiteral("search"), runSearch},
        {QStringLiteral("studies"), runStudies},    {QStringLiteral("render"), runRender},
        {QStringLiteral("compare"), runCompare},    {QStringLiteral("verify"), runVerify},
        {QStringLiteral("alerts"), runAlerts},      {QStringLiteral("review"), runReview},
        {QStringLiteral("link"), runLink},          {QStringLiteral("unlink"), runUnlink},
        {QStringLiteral("different"), runDifferent}};
    return runs.value(arguments.command)(composition, arguments);
}

} // namespace

bool wantsCommandLine(int argc, char *argv[])
{
    const QByteArrayList takesValue{"--vault", "--passphrase-file", "--screenshots", "-platform", "-style", "-display"};
    for (int i = 1; i < argc; ++i) {
        const QByteArray argument(argv[i]);
        if (argument == "--help" || argument == "-h" || argument == "--version" || argument == "-v")
            return true;
        if (takesValue.contains(argument))
            ++i;
        else if (!argument.startsWith('-'))
            return true;
    }
    return false;
}

int run(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("chartline"));
    QCoreApplication::setOrganizationName(QStringLiteral("chartline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHARTLINE_VERSION));
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return wrongUsage(parser.errorText());
    Arguments arguments;
    arguments.json = parser.isSet(QStringLiteral("json"));
    // JSON and its titles are for programs: always English.
    Language language;
    if (!arguments.json)
        language.install(Language::chosen());
    if (parser.isSet(QStringLiteral("version"))) {
        Terminal::out(QStringLiteral("chartline ") + QCoreApplication::applicationVersion());
        return Done;
    }
    const QStringList positional = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("help")) || positional.isEmpty()) {
        Terminal::out(
            usage() + QStringLiteral("\n\n")
            + words(QT_TRANSLATE_NOOP(
                "Chartline::Cli",
                "For reviewing records; not for primary image diagnosis; alerts support, never replace, judgement.")));
        return Done;
    }
    arguments.command = positional.first();
    arguments.positional = positional.mid(1);
    arguments.vault = parser.isSet(QStringLiteral("vault")) ? QDir(parser.value(QStringLiteral("vault"))).absolutePath()
                                                            : Composition::defaultVaultFolder();
    arguments.passphraseFile = parser.value(QStringLiteral("passphrase-file"));
    for (const QString &name : parser.optionNames()) {
        if (name != QLatin1StringView("vault") && name != QLatin1StringView("passphrase-file")
            && name != QLatin1StringView("json"))
            arguments.options.insert(name,
                                     name == QLatin1StringView("all") ? QStringLiteral("yes") : parser.value(name));
    }
    for (const CommandInfo &command : commands()) {
        if (arguments.command != QLatin1StringView(command.name))
            continue;
        for (auto it = arguments.options.cbegin(); it != arguments.options.cend(); ++it) {
            if (!command.options.contains(it.key()))
                return wrongUsage(words(QT_TRANSLATE_NOOP("Chartline::Cli", "%1 does not take --%2"))
                                      .arg(arguments.command, it.key()));
        }
        const auto count = arguments.positional.size();
        if (count < command.minArguments || (command.maxArguments >= 0 && count > command.maxArguments))
            return wrongUsage(words(QT_TRANSLATE_NOOP("Chartline::Cli", "%1 takes: %2"))
                                  .arg(arguments.command, QString::fromUtf8(command.usage)));
        const int code = dispatch(command, arguments);
        // What could not be written (a full disk) was not done.
        return std::fflush(stdout) == 0 && std::ferror(stdout) == 0 ? code : int(Failed);
    }
    return wrongUsage(words(QT_TRANSLATE_NOOP("Chartline::Cli", "there is no command “%1”")).arg(arguments.command));
}

} // namespace Chartline::Cli
