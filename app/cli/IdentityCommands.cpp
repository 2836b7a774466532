// SPDX-License-Identifier: Apache-2.0
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "viewmodels/MatchText.h"

namespace Chartline::Cli {

using namespace Qt::StringLiterals;
using Ui::MatchText;

namespace {

QJsonObject sideJson(const IdentitySide &side)
{
    QJsonArray identifiers;
    for (const IdentifierInfo &identifier : side.identity.identifiers)
        identifiers.append(QJsonObject{{u"system"_s, identifier.system}, {u"value"_s, identifier.value}});
    return {{u"identity"_s, side.identity.id.toString()},
            {u"person"_s, side.person.toString()},
            {u"name"_s, side.identity.name},
            {u"birthDate"_s, side.identity.birthDate},
            {u"sex"_s, side.identity.sex},
            {u"source"_s, side.identity.source.name},
            {u"identifiers"_s, identifiers}};
}

QJsonObject pairJson(const ReviewPair &pair)
{
    QJsonArray fields;
    for (const Matching::FieldComparison &one : pair.explanation.fields)
        fields.append(QJsonObject{{u"field"_s, MatchText::fieldName(one.field)},
                                  {u"level"_s, MatchText::levelName(one.level)},
                                  {u"a"_s, MatchText::value(one.field, pair.a.data)},
                                  {u"b"_s, MatchText::value(one.field, pair.b.data)},
                                  {u"weight"_s, one.weight}});
    const Matching::MatchScore &score = pair.explanation.score;
    return {{u"a"_s, sideJson(pair.a)},
            {u"b"_s, sideJson(pair.b)},
            {u"weight"_s, score.weight},
            {u"probability"_s, score.probability},
            {u"reasons"_s, QJsonArray::fromStringList(MatchText::vetoNames(score.vetoes))},
            {u"later"_s, pair.candidate.isLater},
            {u"matcher"_s, pair.candidate.matcher},
            {u"fields"_s, fields}};
}

QString sideLine(const IdentitySide &side)
{
    return u"%1 (%2)  %3  %4  %5  %6"_s.arg(side.identity.id.toString(), side.person.toString(), side.identity.name,
                                            side.identity.birthDate, side.identity.sex, side.identity.source.name);
}

void print(const ReviewPair &pair)
{
    Terminal::out(MatchText::summary(pair.explanation.score)
                  + (pair.candidate.isLater ? u"  "_s + Terminal::tr("put off") : QString()));
    Terminal::out(u"  A  "_s + sideLine(pair.a));
    Terminal::out(u"  B  "_s + sideLine(pair.b));
    for (const QString &reason : MatchText::vetoes(pair.explanation.score.vetoes))
        Terminal::out(u"  ! "_s + reason);
    for (const Matching::FieldComparison &one : pair.explanation.fields) {
        const QString values = one.field == Matching::Field::Household
                                   ? QString()
                                   : u": %1 | %2"_s.arg(MatchText::value(one.field, pair.a.data),
                                                        MatchText::value(one.field, pair.b.data));
        Terminal::out(u"    %1  %2%3 (%4)"_s.arg(MatchText::weight(one.weight).rightJustified(6),
                                                 MatchText::field(one.field), values, MatchText::level(one.level)));
    }
    Terminal::out({});
}

// "I12", or a person's first identity for "P3".
Result<IdentityId> identityFrom(Composition &composition, const QString &text)
{
    if (const auto identity = IdentityId::parse(text))
        return *identity;
    if (const auto person = PersonId::parse(text))
        return await(composition.identities().identityOf(*person));
    return fail(ErrorCode::Usage, {Terminal::tr("“%1” is no id").arg(text)});
}

Result<std::pair<IdentityId, IdentityId>> bothFrom(Composition &composition, const Arguments &arguments)
{
    CHARTLINE_ASSIGN(const IdentityId a, identityFrom(composition, arguments.positional.value(0)));
    CHARTLINE_ASSIGN(const IdentityId b, identityFrom(composition, arguments.positional.value(1)));
    return std::pair(a, b);
}

QJsonObject linkJson(const IdentityLink &link)
{
    return {{u"link"_s, link.id.toString()},
            {u"a"_s, link.a.toString()},
            {u"b"_s, link.b.toString()},
            {u"how"_s, link.how},
            {u"by"_s, link.author}};
}

// Done, with what still holds the two together.
int reported(const Parted &parted, bool json)
{
    QJsonArray held;
    for (const IdentityLink &link : parted.heldBy)
        held.append(linkJson(link));
    if (json) {
        Terminal::outJson(QJsonObject{{u"apart"_s, parted.heldBy.isEmpty()}, {u"heldBy"_s, held}});
        return Done;
    }
    if (parted.heldBy.isEmpty()) {
        Terminal::out(Terminal::tr("They are two people now."));
        return Done;
    }
    Terminal::out(Terminal::tr("They are still one person by other links; undo one of these too:"));
    for (const IdentityLink &link : parted.heldBy)
        Terminal::out(u"  %1  %2 – %3  %4"_s.arg(link.id.toString(), link.a.toString(), link.b.toString(),
                                                 link.author.isEmpty() ? link.how : link.author));
    return Done;
}

} // namespace

int runReview(Composition &composition, const Arguments &arguments)
{
    const auto queue = await(composition.identities().queue());
    if (!queue)
        return failed(queue.error(), arguments.json);
    if (arguments.json) {
        QJsonArray pairs;
        for (const ReviewPair &pair : *queue)
            pairs.append(pairJson(pair));
        Terminal::outJson(pairs);
        return Done;
    }
    if (queue->isEmpty())
        Terminal::out(Terminal::tr("Nothing to decide."));
    for (const ReviewPair &pair : *queue)
        print(pair);
    return Done;
}

int runLink(Composition &composition, const Arguments &arguments)
{
    const auto both = bothFrom(composition, arguments);
    if (!both)
        return failed(both.error(), arguments.json);
    const auto link = await(composition.identities().link(both->first, both->second));
    if (!link)
        return failed(link.error(), arguments.json);
    if (arguments.json)
        Terminal::outJson(QJsonObject{{u"link"_s, link->toString()}});
    else
        Terminal::out(Terminal::tr("One person now. To undo: unlink %1").arg(link->toString()));
    return Done;
}

int runUnlink(Composition &composition, const Arguments &arguments)
{
    const auto link = LinkId::parse(arguments.positional.value(0));
    if (!link)
        return failed({ErrorCode::Usage, {Terminal::tr("“%1” is no id").arg(arguments.positional.value(0))}},
                      arguments.json);
    const auto parted = await(composition.identities().unlink(*link));
    return parted ? reported(*parted, arguments.json) : failed(parted.error(), arguments.json);
}

int runDifferent(Composition &composition, const Arguments &arguments)
{
    const auto both = bothFrom(composition, arguments);
    if (!both)
        return failed(both.error(), arguments.json);
    const auto parted = await(composition.identities().different(both->first, both->second));
    return parted ? reported(*parted, arguments.json) : failed(parted.error(), arguments.json);
}

} // namespace Chartline::Cli
