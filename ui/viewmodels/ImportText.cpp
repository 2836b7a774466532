// SPDX-License-Identifier: Apache-2.0
#include "viewmodels/ImportText.h"

#include "viewmodels/ErrorText.h"

#include <QDir>
#include <QHash>
#include <QLocale>

namespace Chartline::Ui {

QString ImportText::rate(const ImportProgress &progress)
{
    const QLocale locale;
    QString records = tr("%Ln record(s)", nullptr, progress.records);
    if (progress.recordsPerSecond < 1)
        return records;
    return tr("%1 · %2 per second").arg(records, locale.toString(qRound64(progress.recordsPerSecond)));
}

QString ImportText::files(const ImportProgress &progress)
{
    if (progress.totalFiles < 0)
        return tr("%Ln file(s) so far", nullptr, progress.files);
    return tr("%1 of %Ln file(s)", nullptr, progress.totalFiles).arg(QLocale().toString(progress.files));
}

int ImportText::permille(const ImportProgress &progress)
{
    if (progress.totalBytes > 0)
        return int(std::clamp<qint64>(progress.bytes * 1000 / progress.totalBytes, 0, 1000));
    if (progress.totalFiles > 0)
        return std::clamp(int(qint64(progress.files) * 1000 / progress.totalFiles), 0, 1000);
    return -1;
}

QString ImportText::headline(const ImportReport &report)
{
    if (report.cancelled)
        return tr("Import stopped");
    if (report.accepted == 0 && report.unchanged == 0)
        return report.refused > 0 ? tr("Nothing could be imported") : tr("There was nothing to import");
    if (report.accepted == 0)
        return tr("Nothing new");
    return report.refused > 0 ? tr("Import finished, with something refused") : tr("Import finished");
}

QString ImportText::summary(const ImportReport &report)
{
    if (report.cancelled)
        return tr("What had been stored by then is kept and complete in itself. Import the same files again to go on.");
    if (report.accepted == 0 && report.unchanged > 0 && report.refused == 0)
        return tr("All of this was already in the vault, byte for byte. Nothing has changed.");
    if (report.refused > 0)
        return tr("Everything that could be read is in the vault. What was refused is listed below with the reason.");
    if (report.accepted == 0)
        return tr("No files were found there.");
    return tr("Every record is in the vault, with its source kept exactly as received.");
}

QString ImportText::place(const Refusal &refusal)
{
    const QString path = QDir::toNativeSeparators(refusal.path);
    return refusal.where.isEmpty() ? path : tr("%1 in %2", "place in file").arg(refusal.where, path);
}

QString ImportText::issue(const QString &reason)
{
    if (reason == QLatin1StringView("invalid-date"))
        return tr("a date that is no date");
    if (reason == QLatin1StringView("unknown-modifier"))
        return tr("a modifier this program does not know (marked “read the source”)");
    if (reason == QLatin1StringView("not-base64"))
        return tr("an attachment that cannot be decoded");
    if (reason == QLatin1StringView("unknown-status"))
        return tr("a status that is not of the standard");
    if (reason == QLatin1StringView("invalid-number"))
        return tr("a number that is no number");
    return reason;
}

QString ImportText::remark(const QString &key)
{
    static const QHash<QString, const char *> words{
        {QStringLiteral("partly-decoded"), QT_TR_NOOP("the picture is damaged: only a part of it can be shown")},
        {QStringLiteral("not-decoded"), QT_TR_NOOP("the picture is damaged and cannot be shown")},
        {QStringLiteral("no-pixel-data"), QT_TR_NOOP("a picture is described, but its pixels are missing")},
        {QStringLiteral("pixels-elsewhere"), QT_TR_NOOP("the pixels are on a server, not in the file")},
        {QStringLiteral("no-dimensions"), QT_TR_NOOP("the size of the picture is not told")},
        {QStringLiteral("frames-not-found"), QT_TR_NOOP("the frames of the picture cannot be told apart")},
        {QStringLiteral("transfer-syntax-differs"), QT_TR_NOOP("the pixels are not written as the file says")},
        {QStringLiteral("transfer-syntax-unknown"), QT_TR_NOOP("the pixels are written in a way that is not known")},
        {QStringLiteral("transfer-syntax"), QT_TR_NOOP("the pixels are written in a way this version does not read")},
        {QStringLiteral("video"), QT_TR_NOOP("a video, which this version does not play")},
        {QStringLiteral("pixels"), QT_TR_NOOP("a kind of pixels this version does not read")},
        {QStringLiteral("too-large"), QT_TR_NOOP("the picture is larger than this version reads")},
        {QStringLiteral("corrupt"), QT_TR_NOOP("what describes the picture contradicts itself")},
        {QStringLiteral("truncated"), QT_TR_NOOP("the pixels end before the first picture")},
        {QStringLiteral("no-image"), QT_TR_NOOP("what describes the picture is missing")}};
    const char *known = words.value(key);
    return known ? tr(known) : key;
}

QString ImportText::plainText(const ImportReport &report)
{
    const QLocale locale;
    QStringList lines;
    lines << headline(report) << summary(report) << QString();
    const auto count = [&](const QString &name, int value) {
        lines << tr("%1: %2", "name: count").arg(name, locale.toString(value));
    };
    count(tr("Files"), report.files);
    count(tr("New records"), report.accepted);
    count(tr("Already there"), report.unchanged);
    count(tr("Newer versions"), report.newVersions);
    count(tr("Kept as received, without a clinical reading"), report.kept);
    count(tr("Refused"), report.refused);
    count(tr("Patients"), report.persons);
    const auto section = [&](const QString &title) { lines << QString() << title; };
    if (!report.byType.isEmpty()) {
        section(tr("By type"));
        for (const auto &[type, value] : report.byType.asKeyValueRange())
            count(type, value);
    }
    if (!report.refusals.isEmpty()) {
        section(tr("Refused"));
        for (const Refusal &refusal : report.refusals)
            lines << tr("%1: %2", "place: reason").arg(place(refusal), errorText(refusal.error));
    }
    bool titled = false;
    for (const FileOutcome &file : report.outcomes) {
        for (const QString &key : file.remarks) {
            if (!titled)
                section(tr("Kept as received, but not shown whole"));
            titled = true;
            lines << tr("%1: %2", "place: reason").arg(QDir::toNativeSeparators(file.path), remark(key));
        }
    }
    if (!report.issues.isEmpty()) {
        section(tr("Not fully understood (kept as received)"));
        for (const auto &[reason, value] : report.issues.asKeyValueRange())
            count(issue(reason), value);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace Chartline::Ui
