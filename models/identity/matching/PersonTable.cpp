// SPDX-License-Identifier: Apache-2.0
#include "identity/matching/PersonTable.h"

#include "identity/matching/Parallel.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace Chartline::Matching {

namespace {

struct Header
{
    const char *name; // letters and digits only
    Column column;
};

constexpr std::array s_headers{
    Header{"id", Column::Id},
    Header{"recid", Column::Id},
    Header{"recordid", Column::Id},
    Header{"uniqueid", Column::Id},
    Header{"rowid", Column::Id},
    Header{"patientid", Column::Id},
    Header{"given", Column::Given},
    Header{"givenname", Column::Given},
    Header{"givennames", Column::Given},
    Header{"firstname", Column::Given},
    Header{"first", Column::Given},
    Header{"fname", Column::Given},
    Header{"forename", Column::Given},
    Header{"forenames", Column::Given},
    Header{"vorname", Column::Given},
    Header{"middle", Column::Middle},
    Header{"middlename", Column::Middle},
    Header{"middlenames", Column::Middle},
    Header{"middleinitial", Column::Middle},
    Header{"mname", Column::Middle},
    Header{"family", Column::Family},
    Header{"familyname", Column::Family},
    Header{"surname", Column::Family},
    Header{"lastname", Column::Family},
    Header{"last", Column::Family},
    Header{"lname", Column::Family},
    Header{"nachname", Column::Family},
    Header{"maiden", Column::Maiden},
    Header{"maidenname", Column::Maiden},
    Header{"birthname", Column::Maiden},
    Header{"suffix", Column::Suffix},
    Header{"namesuffix", Column::Suffix},
    Header{"fullname", Column::FullName},
    Header{"name", Column::FullName},
    Header{"patientname", Column::FullName},
    Header{"birthdate", Column::BirthDate},
    Header{"dateofbirth", Column::BirthDate},
    Header{"dob", Column::BirthDate},
    Header{"born", Column::BirthDate},
    Header{"geburtsdatum", Column::BirthDate},
    Header{"sex", Column::Sex},
    Header{"gender", Column::Sex},
    Header{"geschlecht", Column::Sex},
    Header{"housenumber", Column::HouseNumber},
    Header{"houseno", Column::HouseNumber},
    Header{"streetnumber", Column::HouseNumber},
    Header{"streetno", Column::HouseNumber},
    Header{"hausnummer", Column::HouseNumber},
    Header{"street", Column::Street},
    Header{"streetaddress", Column::Street},
    Header{"streetname", Column::Street},
    Header{"address", Column::Street},
    Header{"address1", Column::Street},
    Header{"addressline1", Column::Street},
    Header{"addr1", Column::Street},
    Header{"strasse", Column::Street},
    Header{"address2", Column::Address2},
    Header{"addressline2", Column::Address2},
    Header{"addr2", Column::Address2},
    Header{"unit", Column::Address2},
    Header{"apartment", Column::Address2},
    Header{"city", Column::City},
    Header{"town", Column::City},
    Header{"suburb", Column::City},
    Header{"locality", Column::City},
    Header{"ort", Column::City},
    Header{"state", Column::State},
    Header{"province", Column::State},
    Header{"region", Column::State},
    Header{"county", Column::Unused},
    Header{"postcode", Column::Postcode},
    Header{"postalcode", Column::Postcode},
    Header{"zip", Column::Postcode},
    Header{"zipcode", Column::Postcode},
    Header{"plz", Column::Postcode},
    Header{"phone", Column::Phone},
    Header{"phonenumber", Column::Phone},
    Header{"telephone", Column::Phone},
    Header{"tel", Column::Phone},
    Header{"mobile", Column::Phone},
    Header{"cell", Column::Phone},
    Header{"cellphone", Column::Phone},
    Header{"homephone", Column::Phone},
    Header{"phone1", Column::Phone},
    Header{"phone2", Column::Phone},
    Header{"email", Column::Email},
    Header{"emailaddress", Column::Email},
    Header{"mail", Column::Email},
    Header{"email2", Column::Email},
    Header{"nationalid", Column::NationalId},
    Header{"ssn", Column::NationalId},
    Header{"socsecid", Column::NationalId},
    Header{"socialsecuritynumber", Column::NationalId},
    Header{"nhsnumber", Column::NationalId},
    Header{"nino", Column::NationalId},
    Header{"mrn", Column::Number},
    Header{"medicalrecordnumber", Column::Number},
    Header{"identifier", Column::Number},
    Header{"insuranceid", Column::Number},
    Header{"insurancenumber", Column::Number},
    Header{"medicareid", Column::Number},
    Header{"medicarenumber", Column::Number},
    Header{"passport", Column::Number},
    Header{"passportnumber", Column::Number},
    Header{"driverslicense", Column::Number},
};

QString plain(const QString &header)
{
    QString name;
    for (const QChar c : header) {
        if (c.isLetterOrNumber())
            name.append(c.toLower());
    }
    return name;
}

struct Layout
{
    QList<Column> columns;
    QStringList headers;
    DateOrder dates = DateOrder::MonthFirst;
};

void addTo(QString &text, const QString &more)
{
    if (!more.isEmpty())
        text += text.isEmpty() ? more : QLatin1Char(' ') + more;
}

void addNumber(PersonData &data, const QString &system, const QString &value)
{
    if (!value.isEmpty())
        data.numbers.append({system, value});
}

void setField(PersonData &data, Column column, const QString &header, const QString &value)
{
    switch (column) {
    case Column::Unused:
    case Column::Id: break;
    case Column::Given: addTo(data.given, value); break;
    case Column::Middle: addTo(data.middle, value); break;
    case Column::Family: addTo(data.family, value); break;
    case Column::Maiden: addTo(data.maiden, value); break;
    case Column::Suffix: addTo(data.suffix, value); break;
    case Column::FullName: addTo(data.fullName, value); break;
    case Column::BirthDate: addTo(data.birthDate, value); break;
    case Column::Sex: addTo(data.sex, value); break;
    case Column::HouseNumber: addTo(data.houseNumber, value); break;
    case Column::Street: addTo(data.street, value); break;
    case Column::Address2: addTo(data.address2, value); break;
    case Column::City: addTo(data.city, value); break;
    case Column::State: addTo(data.state, value); break;
    case Column::Postcode: addTo(data.postcode, value); break;
    case Column::Phone: data.phones.append(value); break;
    case Column::Email: data.emails.append(value); break;
    case Column::NationalId: addNumber(data, QStringLiteral("national"), value); break;
    case Column::Number: addNumber(data, header, value); break;
    }
}

PersonData dataOf(const QStringList &fields, const Layout &layout)
{
    PersonData data;
    data.dateOrder = layout.dates;
    for (qsizetype i = 0; i < layout.columns.size(); ++i)
        setField(data, layout.columns[i], layout.headers[i], fields[i]);
    return data;
}

// A first number above 12 in a date with slashes is a day.
bool saysDayFirst(const QString &date)
{
    const qsizetype slash = date.indexOf(u'/');
    return slash > 0 && slash <= 2 && QStringView(date).left(slash).toInt() > 12;
}

Layout layoutOf(const QStringList &headers)
{
    Layout layout;
    bool hasId = false;
    for (const QString &header : headers) {
        const Column column = columnOf(header);
        layout.headers.append(plain(header));
        // One column names the rows.
        layout.columns.append(column == Column::Id && hasId ? Column::Unused : column);
        hasId = hasId || column == Column::Id;
    }
    return layout;
}

PersonTable::Refusal::Why whyOf(CsvReader::Problem problem)
{
    return problem == CsvReader::Problem::TooLarge ? PersonTable::Refusal::Why::TooLarge
                                                   : PersonTable::Refusal::Why::Quotes;
}

// Takes a row's id; false where the row is refused.
bool takeRow(CsvReader::Row &row, const Layout &layout, qsizetype idColumn, PersonTable &table)
{
    using Why = PersonTable::Refusal::Why;
    if (row.problem != CsvReader::Problem::None) {
        table.refused.append({row.line, whyOf(row.problem)});
        return false;
    }
    // Some programs end each row with a separator.
    while (row.fields.size() > layout.columns.size() && row.fields.last().isEmpty())
        row.fields.removeLast();
    if (row.fields.size() != layout.columns.size()) {
        table.refused.append({row.line, Why::FieldCount});
        return false;
    }
    if (idColumn >= 0 && row.fields[idColumn].isEmpty()) {
        table.refused.append({row.line, Why::NoId});
        return false;
    }
    table.ids.append(idColumn < 0 ? QString::number(row.line) : row.fields[idColumn]);
    return true;
}

// The order of all dates, before any is read.
DateOrder dateOrderOf(QByteArrayView bytes, const Layout &layout)
{
    const qsizetype column = layout.columns.indexOf(Column::BirthDate);
    if (column < 0 || !bytes.contains('/'))
        return DateOrder::MonthFirst;
    CsvReader reader(bytes);
    qint64 dayFirst = 0;
    qint64 monthFirst = 0;
    while (const auto row = reader.next()) {
        const QString date = row->fields.value(column);
        dayFirst += saysDayFirst(date) ? 1 : 0;
        monthFirst += saysDayFirst(date.section(u'/', 1)) ? 1 : 0;
    }
    return dayFirst > monthFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
}

} // namespace

Column columnOf(const QString &header)
{
    const QString name = plain(header);
    const auto *found =
        std::ranges::find_if(s_headers, [&name](const Header &h) { return name == QLatin1StringView(h.name); });
    return found == s_headers.end() ? Column::Unused : found->column;
}

Result<PersonTable> PersonTable::fromCsv(QByteArrayView bytes, Vocabulary &words)
{
    CsvReader reader(bytes);
    const auto head = reader.next();
    if (!head)
        return fail(ErrorCode::InputEmpty);
    Layout layout = layoutOf(head->fields);
    PersonTable table;
    const qsizetype idColumn = layout.columns.indexOf(Column::Id);
    for (qsizetype i = 0; i < layout.columns.size(); ++i) {
        if (layout.columns[i] == Column::Unused)
            table.unused.append(head->fields[i]);
    }
    const auto used = [](Column column) { return column != Column::Unused && column != Column::Id; };
    if (!std::ranges::any_of(layout.columns, used))
        return fail(ErrorCode::InputNotHealthData);
    layout.dates = dateOrderOf(bytes, layout);
    // A part of the rows at a time, so that the text of all of them never stands in memory twice.
    constexpr std::size_t batch = 65536;
    constexpr std::size_t piece = 512;
    std::vector<QStringList> rows;
    const auto prepare = [&] {
        const std::size_t first = table.people.size();
        table.people.resize(first + rows.size());
        inParallel(rows.size(), piece, threadCount(), [&](std::size_t begin, std::size_t end, unsigned) {
            for (std::size_t i = begin; i < end; ++i)
                table.people[first + i] = PersonIdentity::of(dataOf(rows[i], layout), words);
        });
        rows.clear();
    };
    while (auto row = reader.next()) {
        if (!takeRow(*row, layout, idColumn, table))
            continue;
        rows.push_back(std::move(row->fields));
        if (rows.size() == batch)
            prepare();
    }
    prepare();
    return table;
}

} // namespace Chartline::Matching
