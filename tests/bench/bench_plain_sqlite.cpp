// SPDX-License-Identifier: Apache-2.0
// The named baseline of the import benchmark: "simdjson parse + plain SQLite insert of the verbatim bytes".
//
// Each file is parsed with simdjson On-Demand; each resource's type and id are read and its verbatim bytes inserted
// into a table of a plain, unencrypted SQLite database (WAL, synchronous=FULL, one transaction a file, one index on
// type and id). No SHA-256, no mapping, no search index. Prints the seconds and the resources on one line.
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <simdjson.h>
#include <sqlite3.h>
#include <sstream>

namespace {

struct Sink
{
    sqlite3_stmt *insert = nullptr;
    long count = 0;

    void put(std::string_view type, std::string_view id, std::string_view bytes)
    {
        sqlite3_bind_text(insert, 1, type.data(), int(type.size()), SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, id.data(), int(id.size()), SQLITE_STATIC);
        sqlite3_bind_blob(insert, 3, bytes.data(), int(bytes.size()), SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE)
            std::abort();
        sqlite3_reset(insert);
        ++count;
    }
    void resource(simdjson::ondemand::object object)
    {
        std::string_view type;
        std::string_view id;
        if (object["resourceType"].get_string().get(type))
            return;
        std::ignore = object["id"].get_string().get(id);
        std::string_view raw;
        object.reset();
        if (!object.raw_json().get(raw))
            put(type, id, raw);
    }
};

void readFile(simdjson::ondemand::parser &parser, const std::filesystem::path &path, Sink &sink)
{
    simdjson::padded_string json;
    if (simdjson::padded_string::load(path.string()).get(json))
        return;
    if (path.extension() == ".ndjson") {
        simdjson::ondemand::document_stream stream;
        if (parser.iterate_many(json, 16 << 20).get(stream))
            return;
        for (auto document : stream) {
            simdjson::ondemand::object object;
            if (!document.get_object().get(object))
                sink.resource(object);
        }
        return;
    }
    simdjson::ondemand::document document;
    if (parser.iterate(json).get(document))
        return;
    simdjson::ondemand::object root;
    if (document.get_object().get(root))
        return;
    simdjson::ondemand::array entries;
    if (root["entry"].get_array().get(entries)) {
        document.rewind();
        if (!document.get_object().get(root))
            sink.resource(root);
        return;
    }
    for (auto entry : entries) {
        simdjson::ondemand::object resource;
        if (!entry["resource"].get_object().get(resource))
            sink.resource(resource);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 3)
        return 2;
    sqlite3 *db = nullptr;
    sqlite3_open(argv[1], &db);
    sqlite3_exec(db,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE r (id INTEGER PRIMARY KEY, type TEXT, "
                 "rid TEXT, bytes BLOB);"
                 "CREATE INDEX r_key ON r (type, rid);",
                 nullptr, nullptr, nullptr);
    Sink sink;
    sqlite3_prepare_v2(db, "INSERT INTO r (type, rid, bytes) VALUES (?1, ?2, ?3)", -1, &sink.insert, nullptr);
    simdjson::ondemand::parser parser;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 2; i < argc; ++i) {
        sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        readFile(parser, argv[i], sink);
        sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    sqlite3_finalize(sink.insert);
    sqlite3_close(db);
    std::printf("%.6f %ld\n", seconds.count(), sink.count);
    return 0;
}
