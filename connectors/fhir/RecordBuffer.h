// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/Connector.h"

#include <variant>
#include <vector>

namespace Chartline::Fhir {

// Holds the records of a document inside a document until the whole of it has turned out to be sound.
class RecordBuffer final : public RecordSink
{
public:
    explicit RecordBuffer(RecordSink &target)
        : m_target(target)
    { }
    void accept(MappedRecord &&record) override { m_items.emplace_back(std::move(record)); }
    void refuse(const QString &where, const Error &error) override { m_items.emplace_back(Refused{where, error}); }
    [[nodiscard]] bool advance(qint64) override { return true; }

    // Hands everything on, in order.
    void commit()
    {
        for (Item &item : m_items) {
            if (auto *record = std::get_if<MappedRecord>(&item))
                m_target.accept(std::move(*record));
            else if (const auto *refused = std::get_if<Refused>(&item))
                m_target.refuse(refused->where, refused->error);
        }
        m_items.clear();
    }

private:
    struct Refused
    {
        QString where;
        Error error;
    };
    using Item = std::variant<MappedRecord, Refused>;

    RecordSink &m_target;
    std::vector<Item> m_items;
};

} // namespace Chartline::Fhir
