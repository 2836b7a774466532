// SPDX-License-Identifier: Apache-2.0
#include "fhir/RecordMaker.h"

#include "fhir/JsonCheck.h"
#include "fhir/Mapping.h"

namespace Chartline::Fhir {

namespace {

const QLatin1StringView entryType("Bundle.entry");

bool isXml(const QString &format)
{
    return format == QLatin1StringView("fhir-xml");
}

bool isTypeSegment(QStringView text)
{
    if (text.size() < 3 || text.size() > 64 || !text[0].isUpper())
        return false;
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128 && c.isLetter(); });
}

// "Type/id", the last two parts of a URL without query, fragment and version.
struct UrlTail
{
    QString type;
    QString id;
    qsizetype start = -1; // of the type within the URL
};

UrlTail tailOf(QStringView url)
{
    url = url.first(std::min({url.size(), url.indexOf(u'?') < 0 ? url.size() : url.indexOf(u'?'),
                              url.indexOf(u'#') < 0 ? url.size() : url.indexOf(u'#')}));
    if (const qsizetype history = url.indexOf(QLatin1StringView("/_history")); history > 0)
        url = url.first(history);
    const qsizetype slash = url.lastIndexOf(u'/');
    if (slash <= 0 || slash + 1 == url.size())
        return {};
    const qsizetype before = url.first(slash).lastIndexOf(u'/');
    const QStringView type = url.sliced(before + 1, slash - before - 1);
    if (!isTypeSegment(type))
        return {};
    return {type.toString(), url.sliced(slash + 1).toString(), before + 1};
}

// The id a resource without one is known by: from its fullUrl.
QString idOfUrl(const QString &fullUrl)
{
    if (fullUrl.startsWith(QLatin1StringView("urn:uuid:"), Qt::CaseInsensitive))
        return fullUrl.sliced(9);
    if (fullUrl.startsWith(QLatin1StringView("urn:")))
        return fullUrl.sliced(fullUrl.lastIndexOf(u':') + 1);
    if (const UrlTail tail = tailOf(fullUrl); tail.start >= 0)
        return tail.id;
    return fullUrl.sliced(fullUrl.lastIndexOf(u'/') + 1);
}

// Of a record that is only kept: it still belongs to somebody.
Clinical::Reference subjectOf(const Node &resource)
{
    for (const std::string_view name : {"subject", "patient"}) {
        const Node &node = resource[name];
        if (!node)
            continue;
        Clinical::Reference reference;
        reference.target = node.text("reference");
        reference.display = node.text("display");
        reference.type = node.text("type");
        if (reference.type.isEmpty())
            reference.type = tailOf(reference.target).type;
        reference.identifier.system = node["identifier"].text("system");
        reference.identifier.value = node["identifier"].text("value");
        if (!reference.isEmpty())
            return reference;
    }
    return {};
}

void readMeta(const Node &resource, SourceRecord &source)
{
    const Node &meta = resource["meta"];
    source.versionId = meta.text("versionId");
    source.lastUpdated = PartialDate::parse(meta.text("lastUpdated"));
}

// An entry of a history that says a resource was deleted. False for any other entry without a resource.
bool readDeletion(const Node &entry, MappedRecord &record)
{
    const Node &request = entry["request"];
    if (request["method"].value() != "DELETE")
        return false;
    const UrlTail tail = tailOf(request.text("url"));
    if (tail.start < 0)
        return false;
    record.deleted = true;
    record.source.type = tail.type;
    record.source.id = tail.id;
    record.source.lastUpdated = PartialDate::parse(entry["response"].text("lastModified"));
    // A weak etag: W/"3"
    const QString etag = entry["response"].text("etag");
    const qsizetype first = etag.indexOf(u'"');
    if (first >= 0 && etag.lastIndexOf(u'"') > first)
        record.source.versionId = etag.sliced(first + 1, etag.lastIndexOf(u'"') - first - 1);
    return true;
}

void mapInto(const Node &resource, const NodeTree &tree, MappedRecord &record)
{
    if (mappingFor(resource.resourceType()))
        mapResource(resource, record);
    else
        record.subject = subjectOf(resource);
    record.issues += tree.issues();
}

} // namespace

RecordMaker::RecordMaker()
    : m_sha256(EVP_MD_fetch(nullptr, "SHA256", nullptr))
    , m_hash(EVP_MD_CTX_new())
{ }

RecordMaker::~RecordMaker()
{
    EVP_MD_CTX_free(m_hash);
    EVP_MD_free(m_sha256);
}

QByteArray RecordMaker::digest(QByteArrayView bytes)
{
    QByteArray hash(32, '\0');
    unsigned length = 0;
    if (EVP_DigestInit_ex2(m_hash, m_sha256, nullptr) != 1
        || EVP_DigestUpdate(m_hash, bytes.data(), std::size_t(bytes.size())) != 1
        || EVP_DigestFinal_ex(m_hash, reinterpret_cast<unsigned char *>(hash.data()), &length) != 1)
        return {};
    return hash;
}

Status RecordMaker::parse(QByteArrayView bytes, const Span &span, const QString &format, ReadOptions::Root root)
{
    ReadOptions options{.root = root, .origin = span.offset};
    if (isXml(format)) {
        options.fragment = true;
        return m_xml.parse(bytes, m_tree, options);
    }
    options.padded = true;
    return m_json.parse(bytes, m_tree, options);
}

void RecordMaker::resource(QByteArrayView bytes, const Span &span, const QString &where, ReadContext &context)
{
    MappedRecord record;
    record.source.offset = span.offset;
    record.source.length = span.length;
    record.source.base = context.base;
    if (context.mode == ReadMode::People && m_tree.root().resourceType() != "Patient")
        return;
    record.source.sha256 = digest(bytes);
    finish(m_tree.root(), record, where, context);
}

void RecordMaker::entry(QByteArrayView bytes, const Span &span, const Span &resource, const QString &where,
                        ReadContext &context)
{
    const Node &entry = m_tree.root();
    const Node &body = entry["resource"];
    if (context.mode == ReadMode::People && body.resourceType() != "Patient")
        return;
    MappedRecord record;
    SourceRecord &source = record.source;
    source.fullUrl = entry.text("fullUrl");
    source.base = context.base;
    if (resource.length > 0) {
        if (!isTypeName(body.resourceType()))
            return context.refuse(where, Error{ErrorCode::InputNotHealthData, {}});
        source.offset = resource.offset;
        source.length = resource.length;
        source.sha256 = digest(bytes.sliced(resource.offset - span.offset, resource.length));
        return finish(body, record, where, context);
    }
    source.offset = span.offset;
    source.length = span.length;
    source.sha256 = digest(bytes);
    source.format = context.format;
    source.where = where;
    // An entry that carries a resource's own keys is malformed, and is kept as what it is.
    if (!entry.resourceType().empty() || !readDeletion(entry, record))
        source.type = entryType;
    record.issues = m_tree.issues();
    context.sink->accept(std::move(record));
}

void RecordMaker::finish(const Node &resource, MappedRecord &record, const QString &where, ReadContext &context)
{
    SourceRecord &source = record.source;
    source.type = QString::fromUtf8(resource.resourceType().data(), qsizetype(resource.resourceType().size()));
    source.id = resource.text("id");
    if (source.id.isEmpty() && !source.fullUrl.isEmpty())
        source.id = idOfUrl(source.fullUrl);
    readMeta(resource, source);
    source.format = context.format;
    source.where = where;
    mapInto(resource, m_tree, record);
    context.sink->accept(std::move(record));
}

Result<MappedRecord> RecordMaker::again(QByteArrayView bytes, const SourceRecord &stored)
{
    ReadOptions options{.fragment = true};
    Status status;
    const auto read = [&] {
        return isXml(stored.format) ? m_xml.parse(bytes, m_tree, options) : m_json.parse(bytes, m_tree, options);
    };
    // A whole entry is stored where it had no resource: an entry is lower case in XML and has no resourceType in JSON.
    if (stored.type == entryType)
        options.root = ReadOptions::Root::Entry;
    status = read();
    if (!status && status.error().code == ErrorCode::InputNotHealthData) {
        options.root = ReadOptions::Root::Entry;
        status = read();
    }
    if (!status)
        return std::unexpected(status.error());
    MappedRecord record;
    record.source = stored;
    record.source.offset = stored.offset;
    record.source.length = bytes.size();
    record.source.sha256 = digest(bytes);
    const Node &root = m_tree.root();
    if (options.root == ReadOptions::Root::Entry) {
        if (stored.type == entryType || !readDeletion(root, record)) {
            if (stored.type != entryType)
                return fail(ErrorCode::InputNotHealthData);
            record.source.type = entryType;
        }
        record.issues = m_tree.issues();
        return record;
    }
    record.source.type = QString::fromUtf8(root.resourceType().data(), qsizetype(root.resourceType().size()));
    record.source.id = root.text("id");
    if (record.source.id.isEmpty())
        record.source.id = stored.fullUrl.isEmpty() ? stored.id : idOfUrl(stored.fullUrl);
    readMeta(root, record.source);
    mapInto(root, m_tree, record);
    return record;
}

QString baseOfUrl(QStringView fullUrl)
{
    if (!fullUrl.startsWith(QLatin1StringView("http://")) && !fullUrl.startsWith(QLatin1StringView("https://")))
        return {};
    const UrlTail tail = tailOf(fullUrl);
    // "https://Patient/1" has no host before its type.
    if (tail.start < 0 || tail.start <= fullUrl.indexOf(QLatin1StringView("://")) + 3)
        return {};
    return fullUrl.first(tail.start - 1).toString();
}

QString entryPlace(const QString &parent, qint64 index)
{
    const QString own = QLatin1StringView("entry[") + QString::number(index) + QLatin1Char(']');
    return parent.isEmpty() ? own : parent + QLatin1Char('.') + own;
}

} // namespace Chartline::Fhir
