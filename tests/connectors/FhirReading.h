// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/FhirConnector.h"
#include "fhir/Node.h"

#include <QCryptographicHash>
#include <QTest>
#include <cstring>
#include <vector>

namespace Chartline {

// Gives at most `step` bytes at a time.
class SteppedStream final : public ByteStream
{
public:
    SteppedStream(QByteArrayView bytes, qint64 step)
        : m_bytes(bytes)
        , m_step(step)
    { }
    [[nodiscard]] Result<qint64> read(std::span<char> buffer) override
    {
        const qint64 size = std::min({qint64(buffer.size()), m_step, m_bytes.size() - m_at});
        if (size > 0)
            std::memcpy(buffer.data(), m_bytes.data() + m_at, std::size_t(size));
        m_at += size;
        return size;
    }
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qint64 m_step;
    qint64 m_at = 0;
};

class CollectingSink final : public RecordSink
{
public:
    void accept(MappedRecord &&record) override { records.push_back(std::move(record)); }
    void refuse(const QString &where, const Error &error) override { refusals.push_back({{}, where, error}); }
    [[nodiscard]] bool advance(qint64 bytes) override
    {
        if (bytes < consumed)
            wentBack = true;
        consumed = bytes;
        return cancelAfter < 0 || bytes < cancelAfter;
    }

    std::vector<MappedRecord> records;
    std::vector<Refusal> refusals;
    qint64 consumed = 0;
    qint64 cancelAfter = -1;
    bool wentBack = false;
};

struct Reading
{
    Status status;
    CollectingSink sink;

    // One line for each record and refusal, for comparing whole readings.
    [[nodiscard]] QStringList lines() const
    {
        QStringList lines;
        for (const MappedRecord &record : sink.records) {
            const SourceRecord &s = record.source;
            lines << QStringList{s.where,
                                 s.type,
                                 s.id,
                                 s.versionId,
                                 s.lastUpdated.text(),
                                 s.fullUrl,
                                 s.base,
                                 s.format,
                                 QString::number(s.offset),
                                 QString::number(s.length),
                                 QString::fromLatin1(s.sha256.toHex()),
                                 record.deleted ? QStringLiteral("deleted") : QString(),
                                 record.subject.target,
                                 QString::number(record.facts.size())}
                         .join(QLatin1Char('|'));
        }
        for (const Refusal &refusal : sink.refusals)
            lines << refusal.where + QLatin1Char(' ') + errorCodeName(refusal.error.code)
                         + refusal.error.args.join(QLatin1Char(','));
        lines << (status ? QStringLiteral("ok")
                         : errorCodeName(status.error().code) + status.error().args.join(QLatin1Char(',')));
        return lines;
    }
};

inline Reading readBytes(QByteArrayView bytes, const QString &name = QStringLiteral("x.json"),
                         ReadMode mode = ReadMode::Map, qint64 step = 65536)
{
    Reading reading;
    SteppedStream stream(bytes, step);
    reading.status = Fhir::FhirConnector().read(stream, name, mode, reading.sink);
    return reading;
}

// The tree as text, for comparing: name:value@type(children…).
inline QString treeText(const Fhir::Node &node)
{
    QString text = QString::fromUtf8(node.name().data(), qsizetype(node.name().size()));
    if (!node.resourceType().empty())
        text += QLatin1Char('@') + QString::fromUtf8(node.resourceType().data(), qsizetype(node.resourceType().size()));
    if (node.kind() == Fhir::Node::Kind::Null)
        text += QLatin1StringView("=null");
    else if (node.kind() != Fhir::Node::Kind::Object)
        text += QLatin1Char('=') + node.text();
    QStringList children;
    for (const Fhir::Node &child : node.children())
        children << treeText(child);
    if (!children.isEmpty())
        text += QLatin1Char('(') + children.join(QLatin1Char(' ')) + QLatin1Char(')');
    return text;
}

} // namespace Chartline

Q_DECLARE_METATYPE(Chartline::ErrorCode)
