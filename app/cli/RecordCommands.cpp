// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/RecordJson.h"
#include "cli/Terminal.h"
#include "viewmodels/FactText.h"
#include "viewmodels/KindText.h"

namespace Chartline::Cli {

namespace {

int wrongId(const QString &id)
{
    return failed({ErrorCode::Usage, {Terminal::tr("“%1” is no id").arg(id)}}, false);
}

QString column(const QString &text, int width)
{
    return text.size() > width ? text.left(width - 1) + QChar(0x2026) : text.leftJustified(width);
}

// What --kind, --from and --to let through.
struct TimelineFilter
{
    std::optional<FactKind> kind;
    PartialDate from;
    PartialDate to;
    bool withdrawn = false;

    [[nodiscard]] bool passes(const Fact &fact) const
    {
        if (kind && fact.kind != *kind)
            return false;
        if (!withdrawn && fact.isWithdrawn())
            return false;
        if (!from.isValid() && !to.isValid())
            return true;
        if (fact.startMs == Fact::noTime && fact.endMs == Fact::noTime)
            return false;
        const qint64 begins = fact.startMs == Fact::noTime ? fact.endMs : fact.startMs;
        const bool open = fact.flags.testFlag(FactFlag::Ongoing);
        const qint64 ends = fact.endMs != Fact::noTime ? fact.endMs
                            : open                     ? std::numeric_limits<qint64>::max()
                                   : qMax(begins, fact.start.isValid() ? fact.start.latest() : begins);
        return (!from.isValid() || ends >= from.earliest()) && (!to.isValid() || begins <= to.latest());
    }
};

Result<TimelineFilter> filterFrom(const Arguments &arguments)
{
    TimelineFilter filter;
    filter.withdrawn = arguments.has(QStringLiteral("all"));
    if (const QString kind = arguments.option(QStringLiteral("kind")); !kind.isEmpty()) {
        filter.kind = factKindFromName(kind);
        if (!filter.kind)
            return fail(ErrorCode::Usage, {Terminal::tr("there is no kind “%1”").arg(kind)});
    }
    for (auto [name, date] : {std::pair("from", &filter.from), std::pair("to", &filter.to)}) {
        const QString text = arguments.option(QString::fromLatin1(name));
        *date = PartialDate::parse(text);
        if (!text.isEmpty() && !date->isValid())
            return fail(ErrorCode::Usage, {Terminal::tr("“%1” is no ISO 8601 date").arg(text)});
    }
    return filter;
}

void printTimeline(const PersonRecord &record, const QList<Fact> &facts)
{
    QHash<SourceId, QString> names;
    for (const SourceInfo &source : record.sources)
        names.insert(source.id, source.name);
    for (const Fact &fact : facts) {
        QStringList sources;
        for (const Witness &witness : fact.witnesses)
            sources.append(names.value(witness.source));
        sources.removeDuplicates();
        QString text = Ui::FactText::title(fact);
        if (const QString value = Ui::FactText::value(fact); !value.isEmpty())
            text += QStringLiteral(": ") + value;
        const QStringList flags = Ui::FactText::flagWords(fact);
        if (!flags.isEmpty())
            text += QStringLiteral(" (") + flags.join(QStringLiteral(", ")) + QLatin1Char(')');
        Terminal::out(QStringLiteral("%1 %2 %3 %4 [%5]")
                          .arg(column(fact.id.toString(), 8), column(fact.start.text().left(16), 16),
                               column(Ui::KindText::name(fact.kind), 14), text, sources.join(QStringLiteral(", "))));
    }
}

} // namespace

int runPatients(Composition &composition, const Arguments &arguments)
{
    const auto people = await(composition.records().persons(arguments.option(QStringLiteral("search"))));
    if (!people)
        return failed(people.error(), arguments.json);
    if (arguments.json) {
        QJsonArray list;
        for (const PersonSummary &person : *people)
            list.append(personJson(person));
        Terminal::outJson(list);
        return Done;
    }
    for (const PersonSummary &person : *people) {
        const QString name = person.name.isEmpty() ? Terminal::tr("(no name given)") : person.name;
        QStringList sources;
        for (const IdentityInfo &identity : person.identities)
            sources.append(identity.source.name);
        sources.removeDuplicates();
        Terminal::out(QStringLiteral("%1 %2 %3 %4 %5 %6")
                          .arg(column(person.id.toString(), 7), column(name, 34), column(person.birthDate, 10),
                               column(person.sex, 8), QString::number(person.facts).rightJustified(6),
                               sources.join(QStringLiteral(", "))));
    }
    return Done;
}

int runTimeline(Composition &composition, const Arguments &arguments)
{
    const auto person = PersonId::parse(arguments.option(QStringLiteral("person")));
    if (!person)
        return wrongId(arguments.option(QStringLiteral("person")));
    const auto filter = filterFrom(arguments);
    if (!filter)
        return failed(filter.error(), arguments.json);
    const auto record = await(composition.records().open(*person));
    if (!record)
        return failed(record.error(), arguments.json);
    QList<Fact> facts;
    for (const Fact &fact : (*record)->facts) {
        if (filter->passes(fact))
            facts.append(fact);
    }
    if (!arguments.json) {
        printTimeline(**record, facts);
        return Done;
    }
    const auto formats = await(composition.records().formats(*person));
    if (!formats)
        return failed(formats.error(), arguments.json);
    QJsonArray rows;
    for (const Fact &fact : std::as_const(facts))
        rows.append(factJson(fact, **record, *formats));
    Terminal::outJson(rows);
    return Done;
}

int runShow(Composition &composition, const Arguments &arguments)
{
    const QString id = arguments.positional.first();
    if (const auto fact = FactId::parse(id)) {
        const auto detail = await(composition.records().fact(*fact));
        if (!detail)
            return failed(detail.error(), arguments.json);
        const QJsonObject json = detailJson(*detail);
        if (arguments.json)
            Terminal::outJson(json);
        else
            printDetail(*detail);
        return Done;
    }
    if (const auto record = RecordId::parse(id)) {
        const auto info = await(composition.records().record(*record));
        if (!info)
            return failed(info.error(), arguments.json);
        Terminal::outJson(recordJson(*info));
        return Done;
    }
    if (const auto person = PersonId::parse(id)) {
        const auto record = await(composition.records().open(*person));
        if (!record)
            return failed(record.error(), arguments.json);
        Terminal::outJson(personJson((*record)->person));
        return Done;
    }
    return wrongId(id);
}

int runSource(Composition &composition, const Arguments &arguments)
{
    const QString id = arguments.positional.first();
    std::optional<RecordId> record = RecordId::parse(id);
    if (const auto fact = FactId::parse(id))
        record = fact->record();
    if (!record)
        return wrongId(id);
    const auto text = await(composition.records().source(*record));
    if (!text)
        return failed(text.error(), false);
    Terminal::outBytes(text->bytes);
    return Done;
}

int runSearch(Composition &composition, const Arguments &arguments)
{
    PersonId person;
    if (arguments.has(QStringLiteral("person"))) {
        const auto given = PersonId::parse(arguments.option(QStringLiteral("person")));
        if (!given)
            return wrongId(arguments.option(QStringLiteral("person")));
        person = *given;
    }
    const auto hits = await(composition.records().search(arguments.positional.join(QLatin1Char(' ')), person));
    if (!hits)
        return failed(hits.error(), arguments.json);
    if (arguments.json) {
        QJsonArray list;
        for (const SearchHit &hit : *hits)
            list.append(hitJson(hit));
        Terminal::outJson(list);
        return Done;
    }
    for (const SearchHit &hit : *hits) {
        Terminal::out(QStringLiteral("%1 %2 %3 %4 %5")
                          .arg(column(hit.id.toString(), 8), column(hit.start.text().left(10), 10),
                               column(Ui::KindText::name(hit.kind), 14), column(hit.personName, 24), hitTitle(hit)));
        if (!hit.snippet.isEmpty())
            Terminal::out(QString(29, QLatin1Char(' ')) + hit.snippet.simplified());
    }
    return Done;
}

} // namespace Chartline::Cli
