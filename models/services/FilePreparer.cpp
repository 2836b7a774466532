// SPDX-License-Identifier: Apache-2.0
#include "services/FilePreparer.h"

#include "ingest/MemoryStream.h"
#include "ingest/Sha256.h"

namespace Chartline {

namespace {

constexpr qint64 s_readSize = 1024 * 1024;

// A stored blob as a stream.
class BlobStream final : public ByteStream
{
public:
    explicit BlobStream(BlobReader reader)
        : m_reader(std::move(reader))
    { }
    Result<qint64> read(std::span<char> buffer) override
    {
        auto count = m_reader.readInto(m_at, {reinterpret_cast<unsigned char *>(buffer.data()), buffer.size()});
        if (count)
            m_at += *count;
        return count;
    }
    qint64 size() const override { return m_reader.size(); }

private:
    BlobReader m_reader;
    qint64 m_at = 0;
};

// Reads up to `limit` bytes, into no more memory than they need where the stream knows its size.
Result<QByteArray> readUpTo(ByteStream &stream, qint64 limit)
{
    // One byte more than the stream says it has, to see that it has no more.
    const qint64 known = stream.size() >= 0 ? stream.size() : s_readSize;
    QByteArray bytes(qMin(known, limit - 1) + 1, Qt::Uninitialized);
    qsizetype used = 0;
    while (true) {
        if (used == bytes.size()) {
            if (used == limit)
                break;
            bytes.resize(qMin(used + s_readSize, limit));
        }
        CHARTLINE_ASSIGN(const qint64 count, stream.read({bytes.data() + used, size_t(bytes.size() - used)}));
        if (count == 0)
            break;
        used += count;
    }
    bytes.truncate(used);
    return bytes;
}

// Collects what a connector reads; hands it on in chunks where `out` is given, the first one behind the file's
// beginning.
class Collector final : public RecordSink
{
public:
    Collector(QString path, Lane *out)
        : m_path(std::move(path))
        , m_out(out)
    { }
    void accept(MappedRecord &&record) override
    {
        m_weight += record.source.length;
        chunk.records.push_back(PreparedRecord::of(std::move(record)));
        if (m_out && chunk.records.size() >= FilePreparer::recordsPerChunk)
            std::ignore = flush();
    }
    void refuse(const QString &where, const Error &error) override { chunk.refusals.append({m_path, where, error}); }
    bool advance(qint64 bytes) override
    {
        if (progress)
            progress(bytes);
        return !m_stopped && !(stop && stop());
    }
    // An error: the file's bytes could not be kept.
    Status flush()
    {
        CHARTLINE_TRY(m_failure);
        if (chunk.records.empty() && chunk.refusals.isEmpty())
            return {};
        // A file of which each record was refused is not kept: it has no beginning.
        if (begin && !chunk.records.empty()) {
            auto file = begin(chunk.records.front().source.format);
            begin = {};
            if (!file) {
                m_stopped = true;
                m_failure = std::unexpected(file.error());
                return m_failure;
            }
            push(FileBegin{std::move(*file), false}, 1);
            m_begun = true;
        }
        push(std::exchange(chunk, {}), std::exchange(m_weight, 0));
        return {};
    }
    // What is left, and the file's end where it had a beginning.
    Status handOver(Lane &lane)
    {
        m_out = &lane;
        CHARTLINE_TRY(flush());
        if (m_begun)
            push(FileEnd{}, 1);
        return {};
    }

    RecordChunk chunk;
    std::function<Result<ReceivedFile>(const QString &format)> begin; // keeps the bytes; called once, if at all
    std::function<void(qint64)> progress;
    std::function<bool()> stop;

private:
    void push(Prepared &&item, qint64 weight) { m_stopped = !m_out->push(std::move(item), weight) || m_stopped; }

    QString m_path;
    Lane *m_out;
    qint64 m_weight = 0;
    Status m_failure;
    bool m_begun = false;
    bool m_stopped = false; // the lane is closed: nobody wants more
};

// What a file's ids are unique within.
QString groupFor(const Connector &connector, const QString &group, const QString &root)
{
    return connector.info().worldwideIds && !root.isEmpty() ? root : group;
}

// Keeps the features of patients only.
class PeopleSink final : public RecordSink
{
public:
    PeopleSink(FileOutline &outline, const std::function<bool()> &stop)
        : m_outline(outline)
        , m_stop(stop)
    { }
    void accept(MappedRecord &&record) override
    {
        for (const auto &value : record.values) {
            if (const auto *patient = std::get_if<Clinical::Patient>(&value))
                m_outline.people[record.source.base].append(PersonFeatures::of(*patient, record.source.id));
        }
        if (record.source.fullUrl.startsWith(QLatin1StringView("urn:")))
            m_outline.names.insert(record.source.fullUrl);
    }
    void refuse(const QString &, const Error &) override { }
    bool advance(qint64) override { return !m_stop(); }

private:
    FileOutline &m_outline;
    const std::function<bool()> &m_stop;
};

// Hashes what passes through.
class HashingStream final : public ByteStream
{
public:
    HashingStream(QByteArrayView head, ByteStream &rest)
        : m_head(head)
        , m_rest(rest)
    { }
    Result<qint64> read(std::span<char> buffer) override
    {
        qint64 count = 0;
        if (m_at < m_head.size()) {
            count = qMin(qsizetype(buffer.size()), m_head.size() - m_at);
            std::copy_n(m_head.data() + m_at, count, buffer.data());
            m_at += count;
        } else {
            CHARTLINE_ASSIGN(count, m_rest.read(buffer));
        }
        hash.add(QByteArrayView(buffer.data(), count));
        total += count;
        return count;
    }
    qint64 size() const override { return m_rest.size(); }

    Sha256 hash;
    qint64 total = 0;

private:
    QByteArrayView m_head;
    qsizetype m_at = 0;
    ByteStream &m_rest;
};

} // namespace

FilePreparer::FilePreparer(const BlobStore &blobs, const std::vector<std::shared_ptr<const Connector>> &connectors,
                           std::function<bool()> stop, std::function<void(qint64)> progress)
    : m_blobs(blobs)
    , m_connectors(connectors)
    , m_stop(std::move(stop))
    , m_progress(std::move(progress))
{ }

Result<const Connector *> FilePreparer::connectorFor(QByteArrayView head, const QString &name) const
{
    if (head.isEmpty())
        return fail(ErrorCode::InputEmpty);
    const Connector *maybe = nullptr;
    for (const auto &connector : m_connectors) {
        const Sniff sniff = connector->sniff(head.first(qMin(head.size(), qsizetype(64 * 1024))), name);
        if (sniff == Sniff::Yes)
            return connector.get();
        if (sniff == Sniff::Maybe && !maybe)
            maybe = connector.get();
    }
    if (!maybe)
        return fail(ErrorCode::InputNotHealthData);
    return maybe;
}

Result<FileOutline> FilePreparer::outline(InputItem &item, const QSet<qint64> &knownSizes) const
{
    FileOutline outline;
    CHARTLINE_ASSIGN(const auto stream, item.open());
    CHARTLINE_ASSIGN(QByteArray head, readUpTo(*stream, wholeFileLimit));
    const auto connector = connectorFor(head, item.path);
    PeopleSink people(outline, m_stop);
    // Refused files are told about in the second pass.
    const auto findPeople = [&](ByteStream &input) {
        if (connector)
            std::ignore = (*connector)->read(input, item.path, ReadMode::People, people);
    };
    if (head.size() < wholeFileLimit) {
        MemoryStream whole(head);
        findPeople(whole);
        outline.size = head.size();
        if (knownSizes.contains(outline.size))
            outline.sha256 = Sha256::of(head);
        outline.content = std::move(head);
        return outline;
    }
    HashingStream whole(head, *stream);
    findPeople(whole);
    // The connector may have stopped early.
    QByteArray rest(s_readSize, Qt::Uninitialized);
    while (true) {
        CHARTLINE_ASSIGN(const qint64 count, whole.read({rest.data(), size_t(rest.size())}));
        if (count == 0 || cancelled())
            break;
    }
    outline.sha256 = whole.hash.result();
    outline.size = whole.total;
    return outline;
}

std::optional<ReadAhead::File> FilePreparer::read(InputItem &item, std::optional<ReadAhead::File> read,
                                                  const std::function<bool(const QByteArray &)> &isKnown,
                                                  Lane &lane) const
{
    const auto work = [&]() -> Status {
        if (!read) {
            CHARTLINE_ASSIGN(const auto stream, item.open());
            CHARTLINE_ASSIGN(QByteArray content, readUpTo(*stream, wholeFileLimit + 1));
            if (content.size() > wholeFileLimit)
                return readLarge(item, std::move(content), *stream, isKnown, lane);
            read = ReadAhead::File{std::move(content), {}};
        }
        if (read->sha256.isEmpty())
            read->sha256 = Sha256::of(read->content);
        if (isKnown(read->sha256)) {
            tellKnown({item.path, item.group, {}, read->sha256, read->content.size(), {}, {}}, lane);
            read.reset();
        }
        return {};
    };
    if (const Status status = work(); !status) {
        lane.push(FileRefused{{item.path, {}, status.error()}}, 1);
        return std::nullopt;
    }
    return read;
}

void FilePreparer::map(const Place &place, ReadAhead::File read, Lane &lane) const
{
    if (const Status status = mapWhole(place, std::move(read), lane); !status)
        lane.push(FileRefused{{place.path, {}, status.error()}}, 1);
}

void FilePreparer::tellKnown(ReceivedFile file, Lane &lane) const
{
    if (m_progress)
        m_progress(file.size);
    lane.push(FileBegin{std::move(file), true}, 1);
}

// Once it has begun to hand a file over it goes on to the file's end, whoever cancels: a file is there whole or not.
Status FilePreparer::mapWhole(const Place &place, ReadAhead::File read, Lane &lane) const
{
    const QString &path = place.path;
    if (cancelled())
        return fail(ErrorCode::Cancelled, {path});
    const QByteArray content = std::move(read.content);
    CHARTLINE_ASSIGN(const Connector *connector, connectorFor(content, path));
    const bool inPieces = content.size() > onePieceLimit;
    if (inPieces) {
        Collector nothing(path, nullptr);
        MemoryStream stream(content);
        CHARTLINE_TRY(connector->read(stream, path, ReadMode::Check, nothing));
    }
    Collector collector(path, inPieces ? &lane : nullptr);
    collector.begin = [&](const QString &format) -> Result<ReceivedFile> {
        ReceivedFile file{
            path, groupFor(*connector, place.group, place.root), format, std::move(read.sha256), content.size(), {},
            {}};
        if (content.size() <= inlineLimit) {
            file.content = content;
        } else {
            CHARTLINE_ASSIGN(const BlobName blob, m_blobs.put(content));
            file.blob = blob.toString();
        }
        return file;
    };
    MemoryStream stream(content);
    const Status mapped = connector->read(stream, path, ReadMode::Map, collector);
    if (inPieces)
        CHARTLINE_TRY(collector.flush()); // a failure of ours comes before the stop it caused
    CHARTLINE_TRY(mapped);
    if (m_progress)
        m_progress(content.size());
    return collector.handOver(lane);
}

// A file too large for memory: kept as a blob first, checked as a whole, then mapped piece by piece from the blob.
Status FilePreparer::readLarge(InputItem &item, QByteArray head, ByteStream &rest,
                               const std::function<bool(const QByteArray &)> &isKnown, Lane &lane) const
{
    CHARTLINE_ASSIGN(const Connector *connector, connectorFor(head, item.path));
    ReceivedFile file{item.path, groupFor(*connector, item.group, item.root), connector->info().id, {}, 0, {}, {}};
    HashingStream whole(head, rest);
    CHARTLINE_ASSIGN(auto writer, m_blobs.begin());
    QByteArray buffer(s_readSize, Qt::Uninitialized);
    while (true) {
        if (cancelled())
            return fail(ErrorCode::Cancelled, {item.path});
        CHARTLINE_ASSIGN(const qint64 count, whole.read({buffer.data(), size_t(buffer.size())}));
        if (count == 0)
            break;
        CHARTLINE_TRY(writer->append(QByteArrayView(buffer.constData(), count)));
    }
    head = {};
    file.sha256 = whole.hash.result();
    file.size = whole.total;
    if (isKnown(file.sha256)) {
        tellKnown(std::move(file), lane);
        return {};
    }
    CHARTLINE_ASSIGN(const BlobName blob, writer->finish());
    file.blob = blob.toString();

    Collector nothing(item.path, nullptr);
    nothing.stop = m_stop;
    CHARTLINE_ASSIGN(BlobReader check, m_blobs.openBlob(blob));
    BlobStream checkStream(std::move(check));
    CHARTLINE_TRY(connector->read(checkStream, item.path, ReadMode::Check, nothing));

    lane.push(FileBegin{std::move(file), false}, 1);
    CHARTLINE_ASSIGN(BlobReader reader, m_blobs.openBlob(blob));
    BlobStream stream(std::move(reader));
    Collector collector(item.path, &lane);
    collector.stop = m_stop;
    qint64 told = 0;
    collector.progress = [this, &told](qint64 bytes) {
        if (m_progress)
            m_progress(bytes - std::exchange(told, bytes));
    };
    const Status read = connector->read(stream, item.path, ReadMode::Map, collector);
    CHARTLINE_TRY(collector.flush());
    CHARTLINE_TRY(read);
    lane.push(FileEnd{}, 1);
    return {};
}

} // namespace Chartline
