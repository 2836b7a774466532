// SPDX-License-Identifier: Apache-2.0
#include "base/FileErrors.h"
#include "cli/Command.h"
#include "cli/Terminal.h"
#include "safety/DrugConcept.h"
#include "safety/PairCard.h"
#include "safety/Resolver.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QDate>
#include <QJsonDocument>
#include <algorithm>

namespace Chartline::Cli {

namespace {

using namespace Safety;

QString words(const char *text)
{
    return QCoreApplication::translate("Chartline::Cli", text);
}

// The knowledge base and what reasons with it; nothing where it failed its check, which is said.
struct Knowledge
{
    Resolver resolver;
    PairEngine engine;
};

std::optional<Knowledge> knowledge()
{
    const auto &base = embeddedKnowledge();
    if (!base) {
        Terminal::message(
            words(QT_TRANSLATE_NOOP("Chartline::Cli",
                                    "The knowledge base failed its check (%1). Nothing has been checked."))
                .arg(base.error().detail));
        return std::nullopt;
    }
    if (QDate::currentDate() >= (*base)->expires())
        Terminal::message(
            words(QT_TRANSLATE_NOOP("Chartline::Cli",
                                    "The knowledge base is out of date (valid until %1): what it does not "
                                    "know of has not been checked."))
                .arg((*base)->expires().toString(Qt::ISODate)));
    return Knowledge{Resolver(*base), PairEngine(*base)};
}

QString howOf(Match match)
{
    constexpr const char *names[] = {"not-found", "code", "name", "brand", "spelling", "part"};
    return QString::fromLatin1(names[std::size_t(match)]);
}

QJsonObject json(const KnowledgeBase &base, const QString &input, const Resolved &drug)
{
    QJsonArray ingredients;
    for (const IngredientIndex index : drug.ingredients) {
        const quint32 code = base.ingredient(index).rxcui;
        ingredients.append(QJsonObject{{QStringLiteral("rxcui"), code > 0 ? QString::number(code) : QString()},
                                       {QStringLiteral("name"), base.ingredientName(index)}});
    }
    QJsonObject object{{QStringLiteral("input"), input},
                       {QStringLiteral("ingredients"), ingredients},
                       {QStringLiteral("how"), howOf(drug.match)},
                       {QStringLiteral("confident"), drug.isConfident()}};
    if (!drug.unread.isEmpty())
        object.insert(QStringLiteral("unread"), QJsonArray::fromStringList(drug.unread));
    return object;
}

QJsonObject json(const PairCard &card)
{
    return {{QStringLiteral("id"), card.id},
            {QStringLiteral("tier"), tierName(card.tier)},
            {QStringLiteral("kind"), QStringLiteral("interaction")},
            {QStringLiteral("drugs"), QJsonArray::fromStringList(card.drugs)},
            {QStringLiteral("effect"), card.effect},
            {QStringLiteral("happens"), card.happens},
            {QStringLiteral("mechanism"), card.why},
            {QStringLiteral("management"), card.manage},
            {QStringLiteral("evidence"), card.evidence},
            {QStringLiteral("source"), card.source},
            {QStringLiteral("overlap"), QStringLiteral("active")},
            {QStringLiteral("context"), QJsonArray()}};
}

// Every pair of different drugs among these; the parts of one combination are meant to go together.
QList<PairCard> cardsOf(const Knowledge &knowledge, const std::vector<Resolved> &drugs)
{
    const KnowledgeBase &base = knowledge.engine.base();
    QList<PairCard> cards;
    QSet<QString> met;
    std::vector<PairFinding> findings;
    for (std::size_t i = 0; i < drugs.size(); ++i) {
        for (std::size_t j = i + 1; j < drugs.size(); ++j) {
            for (const IngredientIndex a : drugs[i].ingredients) {
                for (const IngredientIndex b : drugs[j].ingredients) {
                    knowledge.engine.check(a, b, findings);
                    for (const PairFinding &finding : findings) {
                        PairCard card = cardOf(base, finding, a, b);
                        if (!met.contains(card.id)) {
                            met.insert(card.id);
                            cards.append(std::move(card));
                        }
                    }
                }
            }
        }
    }
    std::ranges::stable_sort(cards, [](const PairCard &a, const PairCard &b) { return a.tier > b.tier; });
    return cards;
}

QJsonArray alertsOf(const QList<PairCard> &cards)
{
    QJsonArray alerts;
    for (const PairCard &card : cards)
        alerts.append(json(card));
    return alerts;
}

Result<QStringList> linesOf(const QString &path)
{
    constexpr qint64 mostBytes = 256LL * 1024 * 1024;
    CHARTLINE_ASSIGN(const QByteArray bytes, readSmallFile(path, mostBytes));
    QStringList lines;
    for (const QByteArray &line : bytes.split('\n')) {
        const QString text = QString::fromUtf8(line).remove(QLatin1Char('\r'));
        if (!text.trimmed().isEmpty())
            lines.append(text);
    }
    return lines;
}

int checkPairs(const Knowledge &knowledge, const QString &path)
{
    const auto lines = linesOf(path);
    if (!lines)
        return failed(lines.error(), false);
    for (const QString &line : *lines) {
        const QString a = line.section(u'\t', 0, 0);
        const QString b = line.section(u'\t', 1, 1);
        const Resolved first = resolveTyped(a, knowledge.resolver);
        const Resolved second = resolveTyped(b, knowledge.resolver);
        QList<PairCard> cards;
        if (first.isConfident() && second.isConfident())
            cards = cardsOf(knowledge, {first, second});
        const QJsonObject result{{QStringLiteral("a"), a},
                                 {QStringLiteral("b"), b},
                                 {QStringLiteral("resolved"), QJsonArray{first.isConfident(), second.isConfident()}},
                                 {QStringLiteral("alerts"), alertsOf(cards)}};
        Terminal::out(QString::fromUtf8(QJsonDocument(result).toJson(QJsonDocument::Compact)));
    }
    return Done;
}

QString tierWords(Tier tier)
{
    switch (tier) {
    case Tier::Interruptive: return words(QT_TRANSLATE_NOOP("Chartline::Cli", "ACT NOW"));
    case Tier::Prominent: return words(QT_TRANSLATE_NOOP("Chartline::Cli", "act"));
    case Tier::Passive: return words(QT_TRANSLATE_NOOP("Chartline::Cli", "know"));
    case Tier::Hidden:
    case Tier::None: break;
    }
    return words(QT_TRANSLATE_NOOP("Chartline::Cli", "minor"));
}

void printCards(const QList<PairCard> &cards)
{
    int hidden = 0;
    for (const PairCard &card : cards) {
        if (card.tier <= Tier::Hidden) {
            ++hidden;
            continue;
        }
        Terminal::out(QStringLiteral("%1  %2: %3")
                          .arg(tierWords(card.tier), card.drugs.join(QStringLiteral(" + ")), card.happens));
        Terminal::out(QStringLiteral("    %1").arg(card.manage));
        Terminal::out(QStringLiteral("    %1 (%2)").arg(card.why, card.source));
    }
    if (hidden > 0)
        Terminal::out(QCoreApplication::translate(
            "Chartline::Cli", "%n minor interaction(s) not shown; --json has them.", nullptr, hidden));
}

} // namespace

int runResolve(const Arguments &arguments)
{
    const auto known = knowledge();
    if (!known)
        return Failed;
    QStringList inputs = arguments.positional;
    if (arguments.has(QStringLiteral("file"))) {
        const auto lines = linesOf(arguments.option(QStringLiteral("file")));
        if (!lines)
            return failed(lines.error(), arguments.json);
        inputs += *lines;
    }
    if (inputs.isEmpty())
        return failed({ErrorCode::Usage, {Terminal::tr("name the drugs to look up, or give --file")}}, arguments.json);
    const KnowledgeBase &base = known->engine.base();
    QJsonArray results;
    for (const QString &input : std::as_const(inputs)) {
        const Resolved drug = resolveTyped(input, known->resolver);
        if (arguments.json) {
            results.append(json(base, input, drug));
            continue;
        }
        QStringList names;
        for (const IngredientIndex index : drug.ingredients)
            names.append(base.ingredientName(index));
        const QString found = names.join(QStringLiteral(" + "));
        Terminal::out(
            drug.isConfident() ? QStringLiteral("%1: %2").arg(input, found)
            : names.isEmpty()
                ? words(QT_TRANSLATE_NOOP("Chartline::Cli", "%1: not known")).arg(input)
                : words(QT_TRANSLATE_NOOP("Chartline::Cli", "%1: perhaps %2 (not certain)")).arg(input, found));
    }
    if (arguments.json)
        Terminal::outJson(results);
    return Done;
}

int runCheck(const Arguments &arguments)
{
    const auto known = knowledge();
    if (!known)
        return Failed;
    if (arguments.has(QStringLiteral("pairs")))
        return checkPairs(*known, arguments.option(QStringLiteral("pairs")));
    if (arguments.positional.isEmpty())
        return failed({ErrorCode::Usage, {Terminal::tr("name the drugs to check, or give --pairs")}}, arguments.json);
    const KnowledgeBase &base = known->engine.base();
    std::vector<Resolved> drugs;
    QJsonArray checked;
    QJsonArray notChecked;
    for (const QString &input : arguments.positional) {
        Resolved drug = resolveTyped(input, known->resolver);
        (drug.isConfident() ? checked : notChecked).append(json(base, input, drug));
        if (drug.isConfident())
            drugs.push_back(std::move(drug));
        else if (!arguments.json)
            Terminal::out(words(QT_TRANSLATE_NOOP("Chartline::Cli", "NOT CHECKED: %1")).arg(input));
    }
    const QList<PairCard> cards = cardsOf(*known, drugs);
    if (arguments.json) {
        Terminal::outJson(QJsonObject{{QStringLiteral("resolved"), checked},
                                      {QStringLiteral("notChecked"), notChecked},
                                      {QStringLiteral("alerts"), alertsOf(cards)}});
        return Done;
    }
    printCards(cards);
    Terminal::out(words(QT_TRANSLATE_NOOP("Chartline::Cli",
                                          "%1 of %2 drugs checked with each other, without the person's allergies, "
                                          "conditions and laboratory values."))
                      .arg(checked.size())
                      .arg(arguments.positional.size()));
    return Done;
}

} // namespace Chartline::Cli
