// SPDX-License-Identifier: Apache-2.0
#include "cli/Terminal.h"

#include "viewmodels/ErrorText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>
#include <fcntl.h>
#include <openssl/crypto.h>
#include <termios.h>
#include <unistd.h>

namespace Chartline::Cli {

namespace {

constexpr std::size_t s_longestPassphrase = 4096;

void write(FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), file);
}

// Without control characters: text of a record must not move the cursor or forge lines.
QString harmless(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t'))
            c = QChar::ReplacementCharacter;
    }
    return text;
}

// One line, byte by byte, so that no buffer of the library keeps a copy of a secret.
SecureBytes readLine(int descriptor)
{
    SecureBytes buffer(s_longestPassphrase);
    std::size_t size = 0;
    while (size < s_longestPassphrase) {
        const ssize_t count = ::read(descriptor, buffer.data() + size, 1);
        if (count <= 0 || buffer.data()[size] == '\n')
            break;
        ++size;
    }
    if (size > 0 && buffer.data()[size - 1] == '\r')
        --size;
    return SecureBytes(buffer.view().first(size));
}

} // namespace

void Terminal::out(const QString &line)
{
    write(stdout, harmless(line).toUtf8() + '\n');
}

void Terminal::outBytes(const QByteArray &bytes)
{
    write(stdout, bytes);
    std::fflush(stdout);
}

void Terminal::outJson(const QJsonValue &document)
{
    const QJsonDocument json =
        document.isArray() ? QJsonDocument(document.toArray()) : QJsonDocument(document.toObject());
    write(stdout, json.toJson(QJsonDocument::Indented));
}

void Terminal::message(const QString &line)
{
    write(stderr, harmless(line).toUtf8() + '\n');
}

void Terminal::error(const Error &error)
{
    message(QStringLiteral("chartline: ") + Ui::errorText(error));
}

void Terminal::progress(const ImportProgress &progress)
{
    if (!isatty(STDERR_FILENO))
        return;
    constexpr int width = 30;
    const double done =
        progress.totalBytes > 0 ? qBound(0.0, double(progress.bytes) / double(progress.totalBytes), 1.0) : 0.0;
    const QString bar = QString(int(done * width), QLatin1Char('#')).leftJustified(width, QLatin1Char('.'));
    const QString text = tr("%1 files, %2 records, %3 records/s")
                             .arg(progress.files)
                             .arg(progress.records)
                             .arg(qRound(progress.recordsPerSecond));
    write(stderr, QStringLiteral("\r[%1] %2 %  %3\x1b[K").arg(bar).arg(int(done * 100), 3).arg(text).toUtf8());
}

void Terminal::endProgress()
{
    if (isatty(STDERR_FILENO))
        write(stderr, "\r\x1b[K");
}

Result<SecureBytes> Terminal::passphraseFromFile(const QString &path)
{
    const int descriptor = ::open(path.toLocal8Bit().constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::PassphraseFileInvalid, {path});
    SecureBytes passphrase = readLine(descriptor);
    ::close(descriptor);
    if (passphrase.isEmpty())
        return fail(ErrorCode::PassphraseFileInvalid, {path});
    return passphrase;
}

Result<SecureBytes> Terminal::askPassphrase(const QString &prompt)
{
    const int descriptor = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::Usage, {tr("there is no terminal to ask for the passphrase; use --passphrase-file")});
    const QByteArray text = prompt.toUtf8();
    std::ignore = ::write(descriptor, text.constData(), std::size_t(text.size()));
    termios before{};
    tcgetattr(descriptor, &before);
    termios silent = before;
    silent.c_lflag &= ~tcflag_t(ECHO);
    tcsetattr(descriptor, TCSAFLUSH, &silent);
    SecureBytes passphrase = readLine(descriptor);
    tcsetattr(descriptor, TCSAFLUSH, &before);
    std::ignore = ::write(descriptor, "\n", 1);
    ::close(descriptor);
    return passphrase;
}

} // namespace Chartline::Cli
