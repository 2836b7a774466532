// SPDX-License-Identifier: Apache-2.0
// Measures the knowledge base against the development half of CRESCENDDI (pairs that interact, and pairs that do not)
// in the shared data: sensitivity, false alerts, agreement of the stated effect, and speed. Nothing of that data is
// in the project. `--list` names every pair missed, every false alert and every effect that does not agree, with what
// was found; `--knowledge FILE` measures a compiled file in place of the one inside the program; `--pairs FILE` prints
// what is found for pairs of drugs (a line each, with a tab between) and measures nothing.
#include "safety/PairCard.h"
#include "safety/Resolver.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QSet>
#include <cstdio>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;

namespace {

// Which effects speak of an event (MedDRA preferred terms, grouped by what a clinician would look for).
struct Group
{
    const char *events; // separated by '|'
    const char *effects;
};
constexpr Group s_groups[] = {
    {"Haemorrhage|Gastrointestinal haemorrhage|International normalised ratio increased|Coagulation time prolonged",
     "bleeding|gi-ulcer"},
    {"Gastrointestinal ulcer|Gastrointestinal perforation", "gi-ulcer|bleeding"},
    {"International normalised ratio decreased|Prothrombin time shortened|Coagulation time shortened",
     "thrombosis|failure"},
    {"Hyperkalaemia|Blood potassium increased", "hyperkalaemia"},
    {"Hypokalaemia", "hypokalaemia"},
    {"Hyponatraemia", "hyponatraemia"},
    {"Hypotension|Blood pressure decreased|Orthostatic hypotension|Orthostatic intolerance|Syncope|Circulatory "
     "collapse",
     "hypotension"},
    {"Blood pressure increased|Hypertension|Hypertensive crisis|Withdrawal hypertension|Procedural hypertension",
     "hypertension|withdrawal|failure|tachycardia|serotonin|vasospasm"},
    {"Electrocardiogram QT prolonged|Torsade de pointes|Ventricular arrhythmia", "qt|arrhythmia|bradycardia"},
    {"Arrhythmia|Palpitations|Tachycardia", "tachycardia|arrhythmia|qt|hypertension"},
    {"Bradycardia|Sinus bradycardia|Sinus arrest|Atrioventricular block|Atrioventricular block complete|"
     "Myocardial depression|Cardiac arrest|Cardiac output decreased|Cardiac failure congestive",
     "bradycardia|heart-failure|arrhythmia|hypotension|qt"},
    {"Cardiotoxicity", "cardiotoxicity|heart-failure|arrhythmia"},
    {"Respiratory depression|Apnoea|Depressed level of consciousness|Sedation|Somnolence|Cognitive disorder|Lethargy|"
     "Coma|Dizziness|Coordination abnormal|Fatigue|Confusional state",
     "respiratory-depression|sedation|confusion|anticholinergic|neuromuscular-block"},
    {"Myoclonus|Mental status changes|Hyperthermia|Hyperpyrexia|Pyrexia",
     "serotonin|hyperthermia|anticholinergic|confusion"},
    {"Seizure", "seizure"},
    {"Ileus paralytic|Ileus|Dry mouth|Urinary retention|Constipation",
     "anticholinergic|constipation|urinary-retention"},
    {"Nephropathy toxic|Renal impairment|Acute kidney injury|Blood creatinine increased",
     "nephrotoxicity|crystal-nephropathy|dehydration"},
    {"Ototoxicity|Deafness", "ototoxicity"},
    {"Hepatotoxicity|Cholestasis|Drug-induced liver injury|Hepatic enzyme increased", "hepatotoxicity|cholestasis"},
    {"Bone marrow failure|Leukopenia|Anaemia|Neutropenia|Thrombocytopenia|Pancytopenia", "myelosuppression|haemolysis"},
    {"Myopathy|Rhabdomyolysis|Muscular weakness", "myopathy|muscle-weakness|neuromuscular-block"},
    {"Neuropathy peripheral|Paraesthesia|Neurotoxicity", "neuropathy|neurotoxicity|vasospasm|confusion"},
    {"Idiopathic intracranial hypertension", "intracranial-hypertension"},
    {"Tendon rupture", "tendon"},
    {"Angioedema", "angioedema"},
    {"Ergot poisoning|Vasoconstriction", "vasospasm|hypertension"},
    {"Neuromuscular block prolonged|Paralysis|Neuromuscular blockade",
     "neuromuscular-block|respiratory-depression|muscle-weakness"},
    {"Hypoglycaemia", "hypoglycaemia"},
    {"Hyperglycaemia|Increased insulin requirement", "hyperglycaemia|failure"},
    {"Lactic acidosis", "lactic-acidosis"},
    {"Nausea|Vomiting|Diarrhoea|Gastrointestinal toxicity", "vomiting|diarrhoea|gi-toxicity|toxicity"},
    {"Toxicity to various agents",
     "toxicity|nephrotoxicity|myelosuppression|neurotoxicity|bradycardia|arrhythmia|hepatotoxicity|sedation|bleeding"},
};

QList<QStringList> rowsIn(const QString &path)
{
    QFile file(path);
    QList<QStringList> rows;
    if (!file.open(QIODevice::ReadOnly))
        return rows;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QString text = QString::fromUtf8(line).remove(u'\r');
        if (!text.isEmpty())
            rows.append(text.split(u'\t'));
    }
    return rows;
}

QList<QStringList> rowsOf(const QString &name)
{
    return rowsIn(QStringLiteral(CHARTLINE_SHARED_DIR) + u"/data/safety/"_s + name).mid(1); // below the columns' names
}

struct Counted
{
    int hits = 0;
    int all = 0;
    void add(bool hit)
    {
        ++all;
        hits += hit ? 1 : 0;
    }
    [[nodiscard]] double rate() const { return all > 0 ? double(hits) / all : 0; }
};

class Evaluation
{
public:
    explicit Evaluation(std::shared_ptr<const KnowledgeBase> base, bool lists)
        : m_resolver(base)
        , m_engine(std::move(base))
        , m_lists(lists)
    {
        for (const Group &group : s_groups) {
            for (const QString &event : QString::fromLatin1(group.events).split(u'|'))
                m_groups[event] += QSet<QString>(splitList(group.effects));
        }
    }

    void positives()
    {
        struct Pair
        {
            bool found = false;
            bool severe = false;
            bool known = false;
            bool agrees = false;
            QSet<QString> events;
            QString words; // what was found
        };
        QMap<QString, Pair> pairs;
        for (const QStringList &row : rowsOf(u"crescenddi_dev_positive.tsv"_s)) {
            QStringList names{row[0].toLower(), row[1].toLower()};
            names.sort();
            Pair &pair = pairs[names.join(u" + "_s)];
            const auto findings = findingsOf(row[0], row[1]);
            pair.known = findings.has_value();
            pair.severe = pair.severe
                          || (row.value(5) == u"Severe"_s
                              && (row.value(7) == u"Major"_s || row.value(7) == u"Contraindicated"_s));
            pair.events.insert(row[2]);
            pair.words = wordsOf(findings.value_or(std::vector<PairFinding>()));
            for (const PairFinding &finding : findings.value_or(std::vector<PairFinding>())) {
                if (finding.tier < Tier::Passive)
                    continue;
                pair.found = true;
                const QString effect = QString::fromUtf8(m_engine.base().termId(finding.effect));
                pair.agrees = pair.agrees || m_groups.value(row[2]).contains(effect);
            }
        }
        Counted all;
        Counted severe;
        Counted agrees;
        Counted known;
        for (auto it = pairs.cbegin(); it != pairs.cend(); ++it) {
            all.add(it->found);
            known.add(it->known);
            if (it->severe)
                severe.add(it->found);
            if (it->found)
                agrees.add(it->agrees);
            if (m_lists && !it->found)
                std::printf("missed%s%s: %s: %s;%s\n", it->severe ? ", severe" : "", it->known ? "" : ", not known",
                            qPrintable(it.key()), qPrintable(it->events.values().join(u", "_s)), qPrintable(it->words));
            if (m_lists && it->found && !it->agrees)
                std::printf("effect: %s: %s;%s\n", qPrintable(it.key()), qPrintable(it->events.values().join(u", "_s)),
                            qPrintable(it->words));
        }
        std::printf("pairs that interact    %5d   found %.4f (budget 0.90)   drugs known %.4f\n", all.all, all.rate(),
                    known.rate());
        std::printf("  severe and major     %5d   found %.4f (budget 0.97)\n", severe.all, severe.rate());
        std::printf("  effect agrees        %5d   %.4f (budget 0.85)\n", agrees.all, agrees.rate());
    }

    void negatives()
    {
        Counted alerts;
        for (const QStringList &row : rowsOf(u"crescenddi_dev_negative.tsv"_s)) {
            bool any = false;
            const auto findings = findingsOf(row[0], row[1]).value_or(std::vector<PairFinding>());
            for (const PairFinding &finding : findings)
                any = any || finding.tier >= Tier::Passive;
            if (m_lists && any)
                std::printf("false: %s + %s:%s\n", qPrintable(row[0]), qPrintable(row[1]),
                            qPrintable(wordsOf(findings)));
            alerts.add(any);
        }
        std::printf("pairs that do not      %5d   false alerts %.4f (budget 0.01)\n", alerts.all, alerts.rate());
    }

    void pairs(const QString &path) const
    {
        for (const QStringList &row : rowsIn(path)) {
            const auto findings = findingsOf(row.value(0), row.value(1));
            std::printf("%s\t%s\t%s\n", qPrintable(row.value(0)), qPrintable(row.value(1)),
                        findings ? qPrintable(wordsOf(*findings).trimmed()) : "not known");
        }
    }

    void medications()
    {
        QSet<QString> names;
        for (const QStringList &row : rowsOf(u"smart_meds_dev.tsv"_s))
            names.insert(row.value(5));
        Counted resolved;
        for (const QString &name : std::as_const(names)) {
            const Resolved drug = m_resolver.resolve(name);
            resolved.add(drug.isConfident());
            if (m_lists && !drug.isConfident())
                std::printf("not resolved: %s\n", qPrintable(name));
        }
        std::printf("medication names       %5d   resolved %.4f (budget 0.98)\n", resolved.all, resolved.rate());
        const QStringList list(names.cbegin(), names.cend());
        QElapsedTimer timer;
        timer.start();
        qsizetype count = 0;
        for (int round = 0; round < 200; ++round) {
            for (const QString &name : list)
                count += qsizetype(m_resolver.resolve(name).ingredients.size());
        }
        std::printf("names resolved         %.0f a second (budget 200000; %lld ingredients)\n",
                    200.0 * double(list.size()) / (double(timer.nsecsElapsed()) * 1e-9), static_cast<long long>(count));
    }

    void speed()
    {
        QElapsedTimer timer;
        timer.start();
        std::vector<PairFinding> findings;
        qint64 pairs = 0;
        const int count = m_engine.base().ingredientCount();
        for (int i = 0; i < count; ++i) {
            for (int j = i % 7; j < i; j += 7, ++pairs)
                m_engine.check(IngredientIndex(i), IngredientIndex(j), findings);
        }
        std::printf("pairs checked          %.0f a second (budget 1000000)\n",
                    double(pairs) / (double(timer.nsecsElapsed()) * 1e-9));
    }

private:
    static QSet<QString> splitList(const char *list)
    {
        const QStringList items = QString::fromLatin1(list).split(u'|');
        return {items.cbegin(), items.cend()};
    }
    // " bleeding(passive, rule-id)" for each.
    [[nodiscard]] QString wordsOf(const std::vector<PairFinding> &findings) const
    {
        QString words;
        for (const PairFinding &finding : findings) {
            const KnowledgeBase &base = m_engine.base();
            QString from = u"additive"_s;
            if (finding.finder <= Finder::ClassRule)
                from = base.string(base.rules()[finding.row].id);
            else if (finding.finder == Finder::Mechanism)
                from = u"%1 %2 of %3"_s.arg(QString::fromUtf8(base.termId(finding.system)))
                           .arg(finding.strength)
                           .arg(finding.sensitivity);
            words += u" %1(%2, %3)"_s.arg(QString::fromUtf8(base.termId(finding.effect)), tierName(finding.tier), from);
        }
        return words;
    }
    // Nothing where a drug is not known.
    [[nodiscard]] std::optional<std::vector<PairFinding>> findingsOf(const QString &a, const QString &b) const
    {
        const Resolved first = m_resolver.resolve(a);
        const Resolved second = m_resolver.resolve(b);
        if (!first.isConfident() || !second.isConfident())
            return std::nullopt;
        std::vector<PairFinding> all;
        for (const IngredientIndex i : first.ingredients) {
            for (const IngredientIndex j : second.ingredients) {
                const auto some = m_engine.check(i, j);
                all.insert(all.end(), some.begin(), some.end());
            }
        }
        return all;
    }

    Resolver m_resolver;
    PairEngine m_engine;
    bool m_lists;
    QHash<QString, QSet<QString>> m_groups;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser options;
    const QCommandLineOption list(u"list"_s);
    const QCommandLineOption knowledge(u"knowledge"_s, {}, u"file"_s);
    const QCommandLineOption pairs(u"pairs"_s, {}, u"file"_s);
    options.addOptions({list, knowledge, pairs});
    options.process(application);
    QElapsedTimer timer;
    timer.start();
    KnowledgeResult<std::shared_ptr<const KnowledgeBase>> base;
    if (options.isSet(knowledge)) {
        QFile file(options.value(knowledge));
        if (!file.open(QIODevice::ReadOnly)) {
            std::puts("the file cannot be read");
            return 1;
        }
        base = KnowledgeBase::open(file.readAll());
    } else {
        base = embeddedKnowledge();
    }
    if (!base) {
        std::printf("the knowledge base failed its check: %s\n", qPrintable(base.error().detail));
        return 1;
    }
    Evaluation evaluation(*base, options.isSet(list));
    if (options.isSet(pairs)) {
        evaluation.pairs(options.value(pairs));
        return 0;
    }
    std::printf("knowledge base ready   %.1f ms (budget 20)   %d ingredients, %d rules\n",
                double(timer.nsecsElapsed()) * 1e-6, (*base)->ingredientCount(), int((*base)->rules().size()));
    if (rowsOf(u"crescenddi_dev_negative.tsv"_s).isEmpty()) {
        std::puts("the shared data are not here; only the speed is measured");
    } else {
        evaluation.positives();
        evaluation.negatives();
        evaluation.medications();
    }
    evaluation.speed();
    return 0;
}
