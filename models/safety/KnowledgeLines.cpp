// SPDX-License-Identifier: Apache-2.0
#include "safety/KnowledgeLines.h"

#include "safety/KnowledgeWords.h"

namespace Chartline::Safety {

using KnowledgeWords::oneOf;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char *, vocabularyCount> s_vocabularies{"systems", "effects", "handling",  "conditions",
                                                                   "labs",    "genes",   "allergens", "routes"};

class Reader
{
public:
    Reader(const KnowledgeBlock &block, const KnowledgeVocabulary &vocabulary, QList<KnowledgeProblem> &problems)
        : m_block(block)
        , m_vocabulary(vocabulary)
        , m_problems(problems)
    { }

    IngredientLines read()
    {
        bool hasCode = false;
        for (const KnowledgeLine &line : m_block.lines) {
            hasCode = hasCode || line.key == "rxcui"_L1;
            if (!line.source.isEmpty() && !m_vocabulary.references.contains(line.source.section(u' ', 0, 0)))
                wrong(line, u"no reference "_s + line.source);
            if (!readIdentity(line))
                readFact(line);
        }
        if (!hasCode)
            m_problems.append({m_block.file, m_block.number, m_block.id + u": no rxcui"_s});
        if (m_lines.source.isEmpty())
            m_problems.append({m_block.file, m_block.number, m_block.id + u": no source"_s});
        if (m_lines.classes.isEmpty())
            m_problems.append({m_block.file, m_block.number, m_block.id + u": no class"_s});
        return std::move(m_lines);
    }

private:
    void wrong(const KnowledgeLine &line, const QString &words = {})
    {
        m_problems.append(
            {m_block.file, line.number,
             u"%1: %2"_s.arg(m_block.id,
                             words.isEmpty() ? u"cannot be read: %1 %2"_s.arg(line.key, line.value) : words)});
    }

    // Names, codes and numbers of the ingredient itself.
    bool readIdentity(const KnowledgeLine &line)
    {
        const QString &key = line.key;
        auto &row = m_lines.row;
        if (key == "rxcui"_L1) {
            bool ok = line.value == "none"_L1;
            if (!ok)
                row.rxcui = line.value.toUInt(&ok);
            if (!ok)
                wrong(line);
        } else if (key == "atc"_L1) {
            m_lines.atc += knowledgeList(line.value);
        } else if (key == "aka"_L1) {
            m_lines.synonyms += knowledgeList(line.value);
        } else if (key == "brand"_L1) {
            m_lines.brands += knowledgeList(line.value);
        } else if (key == "class"_L1) {
            m_lines.classes += knowledgeList(line.value);
        } else if (key == "source"_L1) {
            m_lines.source = line.value;
        } else if (key == "kind"_L1) {
            row.kind = take(line, oneOf(KnowledgeWords::kinds, line.value));
        } else if (key == "index"_L1) {
            row.index = take(line, oneOf(KnowledgeWords::indices, line.value));
        } else if (key == "half-life"_L1) {
            row.halfLifeHours = float(hours(line, line.value));
        } else if (key == "renal"_L1) {
            bool ok = false;
            row.renal = line.value.toFloat(&ok);
            if (!ok || !(row.renal >= 0 && row.renal <= 1))
                wrong(line);
        } else {
            return false;
        }
        return true;
    }

    void readFact(const KnowledgeLine &line)
    {
        struct Kind
        {
            const char *key;
            FactKind kind;
            void (Reader::*read)(const KnowledgeLine &, FactLine &);
        };
        static constexpr Kind kinds[] = {
            {"substrate", FactKind::Substrate, &Reader::readSystem},
            {"activated", FactKind::Activated, &Reader::readSystem},
            {"inhibits", FactKind::Inhibits, &Reader::readSystem},
            {"induces", FactKind::Induces, &Reader::readSystem},
            {"excess", FactKind::Excess, &Reader::readEffect},
            {"loss", FactKind::Loss, &Reader::readEffect},
            {"does", FactKind::Does, &Reader::readEffect},
            {"handling", FactKind::Handling, &Reader::readTerms},
            {"absorbed", FactKind::Absorbed, &Reader::readTerms},
            {"allergen", FactKind::Allergen, &Reader::readTerms},
            {"unabsorbed", FactKind::Unabsorbed, &Reader::readTerms},
            {"tail", FactKind::Tail, &Reader::readTail},
            {"renal-limit", FactKind::RenalLimit, &Reader::readRenalLimit},
            {"pregnancy", FactKind::Pregnancy, &Reader::readAdvice},
            {"lactation", FactKind::Lactation, &Reader::readAdvice},
            {"age", FactKind::Age, &Reader::readAge},
            {"condition", FactKind::Condition, &Reader::readCondition},
            {"lab", FactKind::Lab, &Reader::readLab},
            {"gene", FactKind::Gene, &Reader::readGene},
            {"max-daily", FactKind::MaxDaily, &Reader::readMaxDaily},
        };
        const auto kind =
            std::ranges::find_if(kinds, [&](const Kind &k) { return line.key == QLatin1StringView(k.key); });
        if (kind == std::end(kinds)) {
            wrong(line, u"unknown line "_s + line.key);
            return;
        }
        FactLine fact;
        fact.row.kind = quint8(kind->kind);
        fact.row.term = 0xffff;
        fact.words = line.words;
        fact.source = line.source;
        m_parts = line.value.split(u' ', Qt::SkipEmptyParts);
        (this->*kind->read)(line, fact);
    }

    void add(const FactLine &fact) { m_lines.facts.append(fact); }

    template<typename T>
    T take(const KnowledgeLine &line, const std::optional<T> &value)
    {
        if (!value)
            wrong(line);
        return value.value_or(T());
    }
    [[nodiscard]] QString part(qsizetype index) const { return m_parts.value(index); }
    quint16 term(const KnowledgeLine &line, Vocabulary vocabulary, const QString &id)
    {
        const auto found = m_vocabulary.find(vocabulary, id);
        if (!found)
            wrong(line, u"unknown %1: %2"_s.arg(QLatin1StringView(s_vocabularies[std::size_t(vocabulary)]), id));
        return found.value_or(0);
    }
    double number(const KnowledgeLine &line, const QString &text)
    {
        bool ok = false;
        const double value = text.toDouble(&ok);
        if (!ok)
            wrong(line);
        return value;
    }
    double hours(const KnowledgeLine &line, const QString &text)
    {
        const QStringList parts = text.split(u' ');
        const double value = number(line, parts.value(0));
        if (parts.size() != 2 || (parts[1] != "h"_L1 && parts[1] != "d"_L1) || value <= 0)
            wrong(line);
        return parts.value(1) == "d"_L1 ? value * 24 : value;
    }

    void readSystem(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.term = term(line, Vocabulary::Systems, part(0));
        const auto kind = FactKind(fact.row.kind);
        fact.row.level = kind == FactKind::Substrate   ? take(line, oneOf(KnowledgeWords::sensitivities, part(1)))
                         : kind == FactKind::Activated ? take(line, oneOf(KnowledgeWords::activations, part(1)))
                                                       : take(line, oneOf(KnowledgeWords::strengths, part(1)));
        add(fact);
    }
    void readEffect(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.term = term(line, Vocabulary::Effects, part(0));
        if (FactKind(fact.row.kind) == FactKind::Does)
            fact.row.level = take(line, oneOf(KnowledgeWords::levels, part(1)));
        add(fact);
    }
    void readTerms(const KnowledgeLine &line, FactLine &fact)
    {
        const auto kind = FactKind(fact.row.kind);
        const auto vocabulary = kind == FactKind::Handling                                   ? Vocabulary::Handling
                                : kind == FactKind::Absorbed || kind == FactKind::Unabsorbed ? Vocabulary::Routes
                                                                                             : Vocabulary::Allergens;
        for (const QString &id : knowledgeList(line.value)) {
            fact.row.term = term(line, vocabulary, id);
            add(fact);
        }
    }
    void readTail(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.number = float(hours(line, part(1) + u' ' + part(2)));
        if (part(0) == "all"_L1)
            fact.row.kind = quint8(FactKind::AllTail);
        else if (const auto effect = m_vocabulary.find(Vocabulary::Effects, part(0)))
            fact.row.term = *effect;
        else
            fact.row.term = term(line, Vocabulary::Systems, part(0));
        add(fact);
    }
    void readRenalLimit(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.advice = take(line, oneOf(KnowledgeWords::advice, part(0)));
        fact.row.compare = '<';
        fact.row.number = float(number(line, part(1)));
        add(fact);
    }
    void readAdvice(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.advice = take(line, oneOf(KnowledgeWords::advice, part(0)));
        add(fact);
    }
    void readAge(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.advice = take(line, oneOf(KnowledgeWords::advice, part(0)));
        const bool under = part(1).startsWith(u'<');
        if (!under && !part(1).startsWith(">="_L1))
            wrong(line);
        fact.row.compare = under ? '<' : '>';
        fact.row.number = float(number(line, part(1).mid(under ? 1 : 2)));
        add(fact);
    }
    void readCondition(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.term = term(line, Vocabulary::Conditions, part(0));
        fact.row.advice = take(line, oneOf(KnowledgeWords::advice, part(1)));
        add(fact);
    }
    void readLab(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.term = term(line, Vocabulary::Labs, part(0));
        fact.row.compare = part(1) == "<"_L1 ? '<' : '>';
        fact.row.number = float(number(line, part(2)));
        fact.row.advice = take(line, oneOf(KnowledgeWords::advice, part(4)));
        if (const auto known = m_vocabulary.find(Vocabulary::Labs, part(0));
            known && m_vocabulary.all[*known].unit != part(3))
            wrong(line, u"another unit"_s);
        add(fact);
    }
    void readGene(const KnowledgeLine &line, FactLine &fact)
    {
        fact.row.term = term(line, Vocabulary::Genes, part(0) + u' ' + part(1));
        fact.row.advice = take(line, oneOf(KnowledgeWords::advice, part(2)));
        add(fact);
    }
    void readMaxDaily(const KnowledgeLine &line, FactLine &fact)
    {
        const QString unit = part(1);
        const double mg = unit == "mg"_L1 ? 1 : unit == "g"_L1 ? 1000 : unit == u"µg"_s ? 0.001 : 0;
        if (mg <= 0)
            wrong(line, u"not mg, g or µg: "_s + unit);
        fact.row.number = float(number(line, part(0)) * mg);
        for (const QString &flag : m_parts.mid(2)) {
            if (flag == "by-mouth"_L1)
                fact.row.level |= MaxDailyByMouth;
            else if (flag == "interruptive"_L1)
                fact.row.level |= MaxDailyStops;
            else
                wrong(line, u"unknown word "_s + flag);
        }
        add(fact);
    }

    const KnowledgeBlock &m_block;
    const KnowledgeVocabulary &m_vocabulary;
    QList<KnowledgeProblem> &m_problems;
    IngredientLines m_lines;
    QStringList m_parts; // of the value of the line being read
};

} // namespace

std::optional<Vocabulary> vocabularyOf(const QString &kind)
{
    const auto found = oneOf(s_vocabularies, kind);
    return found ? std::optional(Vocabulary(*found)) : std::nullopt;
}

void KnowledgeVocabulary::add(Vocabulary vocabulary, const QString &item)
{
    const bool test = vocabulary == Vocabulary::Labs;
    const QString id = test ? item.section(u' ', 0, 0) : item;
    if (find(vocabulary, id))
        return;
    m_index.insert({int(vocabulary), id}, quint16(all.size()));
    all.append({vocabulary, id, test ? item.section(u' ', 1) : QString()});
}

std::optional<quint16> KnowledgeVocabulary::find(Vocabulary vocabulary, const QString &id) const
{
    const auto found = m_index.constFind({int(vocabulary), id});
    return found == m_index.constEnd() ? std::nullopt : std::optional(*found);
}

IngredientLines readIngredientLines(const KnowledgeBlock &block, const KnowledgeVocabulary &vocabulary,
                                    QList<KnowledgeProblem> &problems)
{
    return Reader(block, vocabulary, problems).read();
}

} // namespace Chartline::Safety
