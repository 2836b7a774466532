// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QThread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Chartline::Bench {

// One kept-open connection to a server on this machine.
class HttpConnection
{
public:
    explicit HttpConnection(quint16 port)
        : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const int on = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        m_connected = connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    ~HttpConnection() { close(m_socket); }
    HttpConnection(const HttpConnection &) = delete;
    HttpConnection &operator=(const HttpConnection &) = delete;

    [[nodiscard]] bool isConnected() const { return m_connected; }
    // The status of the answer; 0: the connection is gone.
    [[nodiscard]] int ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
    {
        const QByteArray head = method + ' ' + path
                                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/dicom\r\nContent-Length: "
                                + QByteArray::number(body.size()) + "\r\n\r\n";
        if (!sendAll(head) || !sendAll(body))
            return 0;
        qsizetype end = -1;
        while ((end = m_read.indexOf("\r\n\r\n")) < 0) {
            if (!receive())
                return 0;
        }
        const QByteArray answer = m_read.first(end).toLower();
        const qsizetype at = answer.indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : answer.sliced(at + 15).split('\r').first().trimmed().toLongLong();
        while (m_read.size() < end + 4 + length) {
            if (!receive())
                return 0;
        }
        m_read.remove(0, end + 4 + length);
        return answer.split(' ').value(1).toInt();
    }

private:
    [[nodiscard]] bool sendAll(const QByteArray &bytes) const
    {
        for (qsizetype at = 0; at < bytes.size();) {
            const auto sent = send(m_socket, bytes.constData() + at, std::size_t(bytes.size() - at), MSG_NOSIGNAL);
            if (sent <= 0)
                return false;
            at += sent;
        }
        return true;
    }
    [[nodiscard]] bool receive()
    {
        QByteArray piece(65536, Qt::Uninitialized);
        const auto got = recv(m_socket, piece.data(), std::size_t(piece.size()), 0);
        if (got > 0)
            m_read.append(piece.constData(), got);
        return got > 0;
    }

    int m_socket;
    bool m_connected = false;
    QByteArray m_read;
};

// An Orthanc with an empty store of its own, only for this machine, ended with the object.
class OrthancServer
{
public:
    OrthancServer()
    {
        m_port = freePort();
        const QJsonObject settings{{QStringLiteral("StorageDirectory"), m_folder.filePath(QStringLiteral("store"))},
                                   {QStringLiteral("IndexDirectory"), m_folder.filePath(QStringLiteral("store"))},
                                   {QStringLiteral("Plugins"), QJsonArray()},
                                   {QStringLiteral("HttpPort"), m_port},
                                   {QStringLiteral("DicomServerEnabled"), false},
                                   {QStringLiteral("RemoteAccessAllowed"), false},
                                   {QStringLiteral("AuthenticationEnabled"), false}};
        QFile file(m_folder.filePath(QStringLiteral("orthanc.json")));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(settings).toJson()) < 0)
            return;
        file.close();
        m_process.setStandardOutputFile(QProcess::nullDevice());
        m_process.setStandardErrorFile(QProcess::nullDevice());
        m_process.start(QStringLiteral("/usr/sbin/Orthanc"), {file.fileName()});
        for (int i = 0; i < 300 && !m_isUp && m_process.state() != QProcess::NotRunning; ++i) {
            QThread::msleep(100);
            HttpConnection connection(m_port);
            m_isUp = connection.isConnected() && connection.ask("GET", "/system") == 200;
        }
    }
    ~OrthancServer()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(20'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    OrthancServer(const OrthancServer &) = delete;
    OrthancServer &operator=(const OrthancServer &) = delete;

    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    // One that nobody has just now.
    [[nodiscard]] static quint16 freePort()
    {
        const int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        const bool bound = bind(probe, reinterpret_cast<const sockaddr *>(&address), size) == 0
                           && getsockname(probe, reinterpret_cast<sockaddr *>(&address), &size) == 0;
        close(probe);
        return bound ? ntohs(address.sin_port) : 0;
    }

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    bool m_isUp = false;
};

} // namespace Chartline::Bench
