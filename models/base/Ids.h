// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QString>
#include <optional>

namespace Chartline {

// Ids of the store, as different types so that one is never passed for another. 0 means none.
// Printed with a letter (person P3, record R17, fact F17, second fact of the same record F17.1) and read back the same
// way.
template<char Letter>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] bool isNull() const { return value == 0; }
    explicit operator bool() const { return value != 0; }
    auto operator<=>(const Id &) const = default;

    [[nodiscard]] QString toString() const { return QLatin1Char(Letter) + QString::number(value); }
    [[nodiscard]] static std::optional<Id> parse(QStringView text)
    {
        if (text.size() < 2 || text[0].toUpper() != QLatin1Char(Letter))
            return std::nullopt;
        bool ok = false;
        const qint64 value = text.mid(1).toLongLong(&ok);
        if (!ok || value <= 0)
            return std::nullopt;
        return Id{value};
    }
    friend size_t qHash(Id id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using PersonId = Id<'P'>;
using RecordId = Id<'R'>;
using IdentityId = Id<'I'>;
using SourceId = Id<'S'>;
using FileId = Id<'D'>;

// A fact's id is derived from the record that states it (record * 4096 + index within the record), so that rebuilding
// the derived rows gives every fact the id it had.
struct FactId
{
    qint64 value = 0;
    static constexpr qint64 perRecord = 4096;
    // The last index is for a fact put together from several records (a study from its instances), at the first of
    // them.
    static constexpr int projectedIndex = perRecord - 1;

    [[nodiscard]] static FactId projected(RecordId record) { return of(record, projectedIndex); }
    [[nodiscard]] static FactId of(RecordId record, int index) { return {record.value * perRecord + index}; }
    [[nodiscard]] RecordId record() const { return {value / perRecord}; }
    [[nodiscard]] int index() const { return int(value % perRecord); }
    [[nodiscard]] bool isNull() const { return value == 0; }
    explicit operator bool() const { return value != 0; }
    auto operator<=>(const FactId &) const = default;

    [[nodiscard]] QString toString() const
    {
        const QString id = QLatin1Char('F') + QString::number(record().value);
        return index() == 0 ? id : id + QLatin1Char('.') + QString::number(index());
    }
    [[nodiscard]] static std::optional<FactId> parse(QStringView text)
    {
        const qsizetype dot = text.indexOf(QLatin1Char('.'));
        const auto record = Id<'F'>::parse(dot < 0 ? text : text.left(dot));
        if (!record)
            return std::nullopt;
        bool ok = true;
        const int index = dot < 0 ? 0 : text.mid(dot + 1).toInt(&ok);
        if (!ok || index < 0 || index >= perRecord)
            return std::nullopt;
        return of(RecordId{record->value}, index);
    }
    friend size_t qHash(FactId id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

} // namespace Chartline
