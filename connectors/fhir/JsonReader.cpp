// SPDX-License-Identifier: Apache-2.0
#include "fhir/JsonCheck.h"
#include "fhir/Readers.h"

#include <cstring>
#include <vector>

// The checks of simdjson's own development builds are not for input; every error is handled here.
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#define SIMDJSON_EXCEPTIONS 0
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wshadow"
#include <simdjson.h>
#pragma GCC diagnostic pop

namespace Chartline::Fhir {

namespace {

namespace ondemand = simdjson::ondemand;

constexpr std::size_t memberLimit = 1000;

enum class Outcome : quint8 { Ok, Syntax, Duplicate, TooDeep, TooManyNodes, TooManyMembers };

struct Member
{
    std::string_view name;
    Node *first = nullptr; // its first node, where it has one
};

std::string_view trimmed(std::string_view token)
{
    while (!token.empty()
           && (token.back() == ' ' || token.back() == '\n' || token.back() == '\r' || token.back() == '\t'))
        token.remove_suffix(1);
    return token;
}

// A name is only told where it is shaped like an element's: anything else could be a patient's data.
bool isElementName(std::string_view name)
{
    if (!name.empty() && name.front() == '_')
        name.remove_prefix(1);
    return isTypeName(name) || name == "fhir_comments";
}

} // namespace

struct JsonReader::Private
{
    ondemand::parser parser{std::size_t(resourceSizeLimit) + 2 * 1024 * 1024};
    std::vector<char> copy;
    std::vector<Member> members;
    NodeTree *tree = nullptr;
    int depthLimit = jsonDepthLimit;
    std::string_view duplicate;
    qint64 errorOffset = -1;

    Outcome document(QByteArrayView bytes, std::size_t capacity);
    Outcome object(ondemand::object object, Node *node, int depth);
    Outcome member(ondemand::value value, std::string_view name, Node *node, std::size_t frame, int depth);
    Outcome value(ondemand::value value, Node *parent, std::string_view name, int depth);
    Outcome scalar(ondemand::value value, Node::Kind &kind, std::string_view &text);
    Outcome children(ondemand::value value, Node *node, int depth);
    Outcome sibling(ondemand::value value, Node *parent, std::string_view name, Node *first, int depth);
    Outcome fill(ondemand::value value, Node *parent, std::string_view name, Node *first, int depth);
    Outcome fillOne(ondemand::value value, Node *parent, std::string_view name, Node *&target, int depth);
    Outcome siblingOne(ondemand::value value, Node *parent, std::string_view name, Node *&target, int depth);
    Status report(Outcome outcome, QByteArrayView bytes, qint64 origin);
};

JsonReader::JsonReader()
    : m_d(std::make_unique<Private>())
{
    // Most resources fit: without this the parser would grow step by step. A failure shows again when it is used.
    [[maybe_unused]] const auto failed = m_d->parser.allocate(64 * 1024);
}

JsonReader::~JsonReader() = default;

qint64 JsonReader::errorOffset() const
{
    return m_d->errorOffset;
}

Outcome JsonReader::Private::document(QByteArrayView bytes, std::size_t capacity)
{
    ondemand::document document;
    if (parser.iterate(simdjson::padded_string_view(bytes.data(), std::size_t(bytes.size()), capacity)).get(document))
        return Outcome::Syntax;
    ondemand::object root;
    if (document.get_object().get(root))
        return Outcome::Syntax;
    if (const Outcome outcome = object(root, tree->setRoot({}), 1); outcome != Outcome::Ok)
        return outcome;
    return document.at_end() ? Outcome::Ok : Outcome::Syntax;
}

Outcome JsonReader::Private::object(ondemand::object object, Node *node, int depth)
{
    if (depth > depthLimit)
        return Outcome::TooDeep;
    const std::size_t frame = members.size();
    for (auto result : object) {
        ondemand::field field;
        if (std::move(result).get(field))
            return Outcome::Syntax;
        std::string_view name = field.escaped_key();
        // Equal names may be spelt differently; almost none is escaped.
        if (std::memchr(name.data(), '\\', name.size()) && field.unescaped_key(false).get(name))
            return Outcome::Syntax;
        for (std::size_t i = frame; i < members.size(); ++i) {
            if (members[i].name == name) {
                duplicate = name;
                return Outcome::Duplicate;
            }
        }
        if (members.size() - frame >= memberLimit)
            return Outcome::TooManyMembers;
        members.push_back({name, nullptr});
        if (const Outcome outcome = member(field.value(), name, node, frame, depth); outcome != Outcome::Ok)
            return outcome;
    }
    members.resize(frame);
    return Outcome::Ok;
}

// One member of an object: the resource type, an element, or the "_name" that belongs to the element `name`.
Outcome JsonReader::Private::member(ondemand::value value, std::string_view name, Node *node, std::size_t frame,
                                    int depth)
{
    const std::size_t self = members.size() - 1;
    ondemand::json_type type;
    if (value.type().get(type))
        return Outcome::Syntax;
    if (name == "resourceType" && type == ondemand::json_type::string) {
        Node::Kind kind;
        std::string_view text;
        const Outcome outcome = scalar(value, kind, text);
        tree->setResourceType(node, text);
        return outcome;
    }
    const bool extra = name.size() > 1 && name.front() == '_'
                       && (type == ondemand::json_type::object || type == ondemand::json_type::array);
    const std::string_view partner = extra ? name.substr(1) : name;
    Node *first = nullptr;
    for (std::size_t i = frame; i < self; ++i) {
        const std::string_view other = members[i].name;
        if (extra ? other == partner
                  : (other.size() == name.size() + 1 && other.front() == '_' && other.substr(1) == name))
            first = members[i].first;
    }
    Node *before = tree->lastChild(node);
    const Outcome outcome = extra   ? sibling(value, node, partner, first, depth)
                            : first ? fill(value, node, partner, first, depth)
                                    : this->value(value, node, name, depth);
    members[self].first = before ? NodeTree::next(before) : tree->firstChild(node);
    return outcome;
}

Outcome JsonReader::Private::scalar(ondemand::value value, Node::Kind &kind, std::string_view &text)
{
    const std::string_view token = trimmed(value.raw_json_token());
    if (token.size() >= 2 && token.front() == '"') {
        if (token.back() != '"')
            return Outcome::Syntax;
        kind = Node::Kind::String;
        text = token.substr(1, token.size() - 2);
        // Encoding and control characters are checked for the whole text by the parser's first pass.
        if (std::memchr(text.data(), '\\', text.size()))
            return value.get_string(false).get(text) ? Outcome::Syntax : Outcome::Ok;
        // The parser has to be told that the string is taken: passing over it by itself, it would also pass a ":"
        // behind it.
        ondemand::raw_json_string taken;
        return value.get_raw_json_string().get(taken) ? Outcome::Syntax : Outcome::Ok;
    }
    text = token;
    if (token == "true" || token == "false") {
        kind = Node::Kind::Boolean;
    } else if (token == "null") {
        kind = Node::Kind::Null;
        text = {};
    } else if (isJsonNumber(token)) {
        kind = Node::Kind::Number;
    } else {
        return Outcome::Syntax;
    }
    return Outcome::Ok;
}

Outcome JsonReader::Private::children(ondemand::value value, Node *node, int depth)
{
    ondemand::object inner;
    if (value.get_object().get(inner))
        return Outcome::Syntax;
    return object(inner, node, depth + 1);
}

Outcome JsonReader::Private::value(ondemand::value value, Node *parent, std::string_view name, int depth)
{
    ondemand::json_type type;
    if (value.type().get(type))
        return Outcome::Syntax;
    if (tree->count() >= NodeTree::nodeLimit)
        return Outcome::TooManyNodes;
    if (type == ondemand::json_type::object)
        return children(value, tree->append(parent, name, Node::Kind::Object), depth);
    if (type == ondemand::json_type::array) {
        if (depth + 1 > depthLimit)
            return Outcome::TooDeep;
        ondemand::array array;
        if (value.get_array().get(array))
            return Outcome::Syntax;
        for (auto result : array) {
            ondemand::value element;
            if (std::move(result).get(element))
                return Outcome::Syntax;
            if (const Outcome outcome = this->value(element, parent, name, depth + 1); outcome != Outcome::Ok)
                return outcome;
        }
        return Outcome::Ok;
    }
    Node::Kind kind;
    std::string_view text;
    if (const Outcome outcome = scalar(value, kind, text); outcome != Outcome::Ok)
        return outcome;
    tree->append(parent, name, kind, text);
    return Outcome::Ok;
}

// "_name" after (or without) "name": ids and extensions become children of the nodes called `name`.
Outcome JsonReader::Private::sibling(ondemand::value value, Node *parent, std::string_view name, Node *first, int depth)
{
    ondemand::json_type type;
    if (value.type().get(type))
        return Outcome::Syntax;
    if (type == ondemand::json_type::object)
        return siblingOne(value, parent, name, first, depth);
    ondemand::array array;
    if (value.get_array().get(array))
        return Outcome::Syntax;
    if (depth + 1 > depthLimit)
        return Outcome::TooDeep;
    for (auto result : array) {
        ondemand::value element;
        if (std::move(result).get(element))
            return Outcome::Syntax;
        if (const Outcome outcome = siblingOne(element, parent, name, first, depth + 1); outcome != Outcome::Ok)
            return outcome;
    }
    return Outcome::Ok;
}

// `target` is the node of the same place, and moves on to the next one of its name.
Outcome JsonReader::Private::siblingOne(ondemand::value value, Node *parent, std::string_view name, Node *&target,
                                        int depth)
{
    ondemand::json_type type;
    if (value.type().get(type))
        return Outcome::Syntax;
    Node *node = target;
    if (target) {
        Node *next = NodeTree::next(target);
        target = next && next->name() == name ? next : nullptr;
    }
    if (type == ondemand::json_type::null && (node || tree->count() < NodeTree::nodeLimit)) {
        Node::Kind kind;
        std::string_view text;
        if (!node)
            tree->append(parent, name, Node::Kind::Null);
        return scalar(value, kind, text);
    }
    // Anything but an object, and anything beside a complex element, has no meaning here but is still there to be seen.
    if (type != ondemand::json_type::object || (node && node->kind() == Node::Kind::Object))
        return this->value(value, parent, tree->copy(std::string("_") + std::string(name)), depth);
    if (!node) {
        if (tree->count() >= NodeTree::nodeLimit)
            return Outcome::TooManyNodes;
        node = tree->append(parent, name, Node::Kind::Object);
    } else if (node->kind() == Node::Kind::Null) {
        tree->setValue(node, Node::Kind::Object, {});
    }
    return children(value, node, depth);
}

// "name" after its "_name": the nodes are there already and lack their values.
Outcome JsonReader::Private::fill(ondemand::value value, Node *parent, std::string_view name, Node *first, int depth)
{
    ondemand::json_type type;
    if (value.type().get(type))
        return Outcome::Syntax;
    if (type != ondemand::json_type::array)
        return fillOne(value, parent, name, first, depth);
    ondemand::array array;
    if (value.get_array().get(array))
        return Outcome::Syntax;
    if (depth + 1 > depthLimit)
        return Outcome::TooDeep;
    for (auto result : array) {
        ondemand::value element;
        if (std::move(result).get(element))
            return Outcome::Syntax;
        if (const Outcome outcome = fillOne(element, parent, name, first, depth + 1); outcome != Outcome::Ok)
            return outcome;
    }
    return Outcome::Ok;
}

Outcome JsonReader::Private::fillOne(ondemand::value value, Node *parent, std::string_view name, Node *&target,
                                     int depth)
{
    ondemand::json_type type;
    if (value.type().get(type))
        return Outcome::Syntax;
    if (!target || type == ondemand::json_type::object || type == ondemand::json_type::array)
        return this->value(value, parent, name, depth);
    Node *node = target;
    Node *next = NodeTree::next(target);
    target = next && next->name() == name ? next : nullptr;
    Node::Kind kind;
    std::string_view text;
    const Outcome outcome = scalar(value, kind, text);
    if (outcome == Outcome::Ok && kind != Node::Kind::Null)
        tree->setValue(node, kind, text);
    return outcome;
}

Status JsonReader::Private::report(Outcome outcome, QByteArrayView bytes, qint64 origin)
{
    switch (outcome) {
    case Outcome::Ok: return {};
    case Outcome::Duplicate:
        return fail(
            ErrorCode::InputDuplicateKey,
            {isElementName(duplicate) ? QString::fromUtf8(duplicate.data(), qsizetype(duplicate.size())) : QString()});
    case Outcome::TooDeep: return fail(ErrorCode::InputTooDeep, {QString::number(jsonDepthLimit)});
    case Outcome::TooManyNodes: return fail(ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)});
    case Outcome::TooManyMembers:
        return fail(ErrorCode::ResourceInvalid, {QStringLiteral("more than 1000 members in one object")});
    case Outcome::Syntax: break;
    }
    if (const auto fault = findJsonFault(bytes)) {
        errorOffset = fault->offset;
        return fail(fault->code, byteArgs(origin + fault->offset));
    }
    // Valid JSON, but no object.
    return fail(ErrorCode::InputNotHealthData);
}

Status JsonReader::parse(QByteArrayView bytes, NodeTree &tree, const ReadOptions &options)
{
    tree.clear();
    m_d->tree = &tree;
    m_d->members.clear();
    m_d->errorOffset = -1;
    m_d->depthLimit = jsonDepthLimit + (options.root == ReadOptions::Root::Entry ? 1 : 0);
    if (bytes.size() > resourceSizeLimit + 1024 * 1024)
        return fail(ErrorCode::InputTooLarge, {QString::number(resourceSizeLimit)});
    if (looksLikeWideText(bytes.first(std::min<qsizetype>(4, bytes.size()))))
        return fail(ErrorCode::InputWrongEncoding, byteArgs(options.origin));
    qint64 origin = options.origin;
    if (bytes.startsWith("\xef\xbb\xbf")) {
        bytes = bytes.sliced(3);
        origin += 3;
    }
    if (bytes.trimmed().isEmpty())
        return fail(ErrorCode::InputEmpty);
    const QByteArrayView text = bytes;
    const std::size_t capacity = std::size_t(bytes.size()) + simdjson::SIMDJSON_PADDING;
    if (!options.padded) {
        if (m_d->copy.size() < capacity)
            m_d->copy.resize(std::max(capacity, 2 * m_d->copy.size()));
        std::memcpy(m_d->copy.data(), bytes.data(), std::size_t(bytes.size()));
        bytes = QByteArrayView(m_d->copy.data(), bytes.size());
    }
    const Outcome outcome = m_d->document(bytes, capacity);
    if (outcome != Outcome::Ok) {
        Status status = m_d->report(outcome, text, origin);
        tree.clear();
        return status;
    }
    const bool typed = isTypeName(tree.root().resourceType());
    if (options.root == ReadOptions::Root::Resource && !typed) {
        tree.clear();
        return fail(ErrorCode::InputNotHealthData);
    }
    return {};
}

} // namespace Chartline::Fhir
