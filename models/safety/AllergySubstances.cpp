// SPDX-License-Identifier: Apache-2.0
#include "safety/AllergySubstances.h"

#include "safety/AllergyReactions.h"
#include "safety/DrugConcept.h"
#include "safety/DrugName.h"
#include "safety/ProductWords.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace Chartline::Safety {

using namespace Qt::StringLiterals;

namespace {

constexpr auto s_caseless = QRegularExpression::CaseInsensitiveOption;

// What no drug holds: then an unknown word beside it ("timothy grass") is none either. Foods that drugs may hold (egg,
// soya, milk, fish, gelatin, sesame, maize) are not among them.
const char s_harmlessWords[] =
    "pollen pollens polen pollenallergie dust mite mites hausstaub hausstaubmilbe hausstaubmilben milben acariens "
    "acaros dander cat cats katze katzen katzenhaare chat chats gato gatos dog dogs hund hunde hundehaare chien chiens "
    "perro perros horse horses pferd pferde animal animals tierhaare hair fur feather feathers rabbit hamster grass "
    "grasses graser graminees ragweed ambrosia mugwort weed weeds tree trees birch birke hasel hay heuschnupfen "
    "seasonal mold molds mould moulds mildew schimmel schimmelpilze bee bees biene bienen bienengift wespengift "
    "insektengift wasp wasps wespe wespen "
    "hornet hornets ant ants insect insects mosquito sting stings cockroach cockroaches smoke nickel perfume perfumes "
    "fragrance fragrances cold sunlight walnut walnuts almond almonds hazelnut hazelnuts pecan pecans cashew cashews "
    "pistachio pistachios nut nuts nusse haselnuss walnuss strawberry strawberries erdbeere erdbeeren banana bananas "
    "kiwi avocado tomato tomatoes apple apples apfel wheat weizen rice oat oats chocolate cocoa garlic onion onions "
    "mustard celery sellerie carrot carrots pineapple mango melon watermelon orange oranges grape grapes peach peaches "
    "cherry cherries plum plums pear pears spinach mushroom mushrooms honey coffee";

// Words that tell nothing of a drug.
const char s_fillingWords[] =
    "class classes group groups derivative derivatives type structure antibacterial antibacterials antibiotic "
    "antibiotics mechanism action agent agents compound compounds related all any some most multiple various type "
    "severe mild moderate unknown unspecified reaction see note notes comment comments per patient pt reported self "
    "states mother father years ago since childhood child as an is has had was be by on due also possible possibly "
    "questionable probable likely causes caused causing gives gave got makes made her him his she he they the this "
    "that very high low doses dose iv im po oral only face facial lips lip tongue throat body skin area organism "
    "adverse effect effects side allergen allergens antigen natural synthetic based ige mediated non when taken "
    "taking use used using if about confirmed unconfirmed tested test testing positive rxn hx house eyes arms legs "
    "arm leg tolerated tolerate tolerates intolerant allergic not no never poorly badly cannot avoid avoids "
    "pain told derived red man";

// Too vague to check, and yet a drug.
const char s_vagueWords[] = "antibiotic antibiotics agent agents med meds medicine medicines dye dyes "
                            "pill pills tablet tablets shot shots injection injections vaccine vaccines";

const char s_numberedWords[] = "am pm jan feb mar apr may jun jul aug sep oct nov dec";

bool isOneOf(const char *words, const QByteArray &word)
{
    // The lists are short and allergies are few.
    const QByteArrayView list(words);
    for (qsizetype at = list.indexOf(word); at >= 0; at = list.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' '))
            return true;
    }
    return false;
}

bool isFilling(const QByteArray &word)
{
    return isOneOf(s_fillingWords, word) || isOneOf(s_numberedWords, word) || isReactionWord(word);
}

bool hasLetters(const QByteArray &word)
{
    const auto isNoLetter = [](char c) { return (c >= '0' && c <= '9') || c == '.'; };
    return word.size() - std::ranges::count_if(word, isNoLetter) > 1;
}

QList<QByteArray> wordsOf(const QString &text)
{
    QList<QByteArray> words = DrugName::normalized(text).split(' ');
    words.removeIf([](const QByteArray &word) { return !hasLetters(word); });
    return words;
}

// What is left of a piece where it says that there is no allergy: nothing, or what it excepts. Otherwise all of it, up
// to where it begins to tell what is tolerated.
QString affirmed(const QString &piece, bool &isNegated)
{
    static const QRegularExpression denial(
        u"^\\W*(?:(?:no|not|nil|negative|keine?|nicht|without)\\s(?!.*\\b(?:tolerat|able\\b))"
        "(?!\\s*(?:reactions?|info\\w*|data|details?|records?|documentation)\\b)"
        "(?=.*(?:allerg|intoleran|hypersensi|sensitiv|\\badverse|\\bknown|unvertr))|(?:denies|denied)\\b)"_s,
        s_caseless);
    static const QRegularExpression exception(
        u"\\b(?:except(?: for)?|but|other than|apart from|au(?:ss|ß)er|sauf|excepto|salvo)\\b|\\.\\s"_s, s_caseless);
    static const QRegularExpression tolerance(
        u"(?<!not )(?<!poorly )(?<!badly )(?<!never )\\b(?:tolerates|tolerated|tolerating|tolerant of|can take|"
        "able to take|ok(?:ay)? with|verträgt)\\b(?! poorly)(?! badly)"_s,
        s_caseless);
    QString rest = piece;
    if (denial.match(rest).hasMatch()) {
        isNegated = true;
        const auto but = exception.match(rest);
        rest = but.hasMatch() ? rest.mid(but.capturedEnd()) : QString();
    }
    if (const auto tolerated = tolerance.match(rest);
        tolerated.hasMatch() && !rest.left(tolerated.capturedStart()).contains("not "_L1, Qt::CaseInsensitive)) {
        isNegated = true;
        rest.truncate(tolerated.capturedStart());
    }
    return rest;
}

class Reading
{
public:
    Reading(const Resolver &resolver, const TermBook &book)
        : m_resolver(resolver)
        , m_book(book)
    { }

    AllergySubstances read(const Clinical::CodeableConcept &code)
    {
        for (const DrugCode &one : drugCodes(code))
            takeDrug(m_resolver.resolve(std::span(&one, 1), QStringView()));
        takeCodedGroups(code);
        const bool isCoded = m_found.isFound();
        // Where there is no text, the displays are all there is to ask.
        const QString asked = code.text.isEmpty() ? code.label() : code.text;
        for (const Clinical::Coding &coding : code.codings) {
            if (!coding.display.isEmpty() && coding.display != asked)
                readText(coding.display);
        }
        const QStringList otherwise = m_found.unread;
        m_found.unread.clear();
        const bool isKnown = m_found.isFound();
        const qsizetype pieces = readText(asked);
        // Another name of what is known.
        const bool isSynonym = pieces <= 1 && (isCoded || isKnown);
        if (isSynonym)
            m_found.unread.clear();
        else if (!m_found.isFound() && m_found.unread.isEmpty())
            m_found.unread = otherwise;
        m_found.unread.removeDuplicates();
        return std::move(m_found);
    }

private:
    void takeCodedGroups(const Clinical::CodeableConcept &code)
    {
        Clinical::CodeableConcept plain = code;
        plain.text.clear();
        for (Clinical::Coding &coding : plain.codings)
            coding.display.clear();
        takeGroups(plain);
    }

    void takeGroups(const Clinical::CodeableConcept &code)
    {
        for (const quint16 group : m_book.allergens(code)) {
            if (!std::ranges::contains(m_found.groups, group))
                m_found.groups.push_back(group);
        }
    }

    void takeDrug(const Resolved &drug)
    {
        for (const IngredientIndex ingredient : drug.ingredients) {
            if (!std::ranges::contains(m_found.ingredients, ingredient))
                m_found.ingredients.push_back(ingredient);
        }
    }

    // How many pieces it has.
    qsizetype readText(const QString &text)
    {
        static const QRegularExpression hard(u"[,;|•\\n\\r]+"_s);
        static const QRegularExpression soft(
            u"[/&+]|\\s(?:and|or|und|oder|et|ou|y|o)\\s|(?<=[a-zA-Z])\\.\\s+(?=[A-Z][a-z]{3})"_s, s_caseless);
        qsizetype count = 0;
        // A name of one drug may hold what else parts a list.
        bool isNegated = false;
        const QString whole = affirmed(text, isNegated);
        if (!isNegated) {
            if (const Resolved drug = m_resolver.resolve(allergySubstance(whole)); drug.isConfident()) {
                takeDrug(drug);
                takeGroups({{}, whole});
                return 1;
            }
        }
        for (const QString &part : text.split(hard, Qt::SkipEmptyParts)) {
            const QString rest = affirmed(part, m_found.isNegated);
            takeGroups({{}, rest});
            for (const QString &piece : rest.split(soft, Qt::SkipEmptyParts)) {
                if (readPiece(piece.trimmed()))
                    ++count;
            }
        }
        return count;
    }

    // Whether there is anything in it.
    bool readPiece(const QString &piece)
    {
        const QString substance = allergySubstance(piece);
        const QList<QByteArray> words = wordsOf(substance);
        const bool hasContent = std::ranges::any_of(words, [](const QByteArray &word) {
            return isOneOf(s_vagueWords, word) || (!isFilling(word) && productWord(word).kind == WordKind::Other);
        });
        const Clinical::CodeableConcept name{{}, substance};
        const Resolved drug = m_resolver.resolve(substance);
        const bool isGroup = !m_book.allergens(name).empty();
        takeGroups(name);
        takeDrug(drug);
        const bool isKnown = isGroup || !drug.ingredients.empty();
        const bool isHarmless =
            std::ranges::any_of(words, [](const QByteArray &word) { return isOneOf(s_harmlessWords, word); });
        if (!isKnown && isHarmless) {
            m_found.isHarmless = true;
            return true;
        }
        const QList<QByteArray> beside = m_book.wordsBesideAllergens(substance);
        const bool isUnread = std::ranges::any_of(words, [&](const QByteArray &word) {
            return beside.contains(word) && drug.unread.contains(QString::fromUtf8(word)) && !isFilling(word)
                   && !isOneOf(s_harmlessWords, word);
        });
        if (isUnread || (!isKnown && hasContent))
            m_found.unread.append(piece);
        return isKnown || hasContent;
    }

    const Resolver &m_resolver;
    const TermBook &m_book;
    AllergySubstances m_found;
};

} // namespace

AllergySubstances readSubstances(const Clinical::CodeableConcept &code, const Resolver &resolver, const TermBook &book)
{
    return Reading(resolver, book).read(code);
}

} // namespace Chartline::Safety
