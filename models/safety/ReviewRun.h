// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/ContextJudge.h"
#include "safety/Reviewer.h"

#include <QHash>
#include <map>
#include <set>

namespace Chartline::Safety {

// One review: the state that its steps share. Used by Reviewer alone.
class ReviewRun
{
public:
    ReviewRun(const Reviewer &reviewer, const QList<DrugMention> &mentions, const PatientContext &patient, QDate at,
              QDate today);
    [[nodiscard]] SafetyReview run();

private:
    using FactRow = KnowledgeFormat::FactRow;
    using WordsRow = KnowledgeFormat::WordsRow;
    using ContextRow = KnowledgeFormat::ContextRow;
    using RuleRow = KnowledgeFormat::RuleRow;
    using Sides = std::span<const Exposure>;
    using Mentions = QMultiHash<qint64, const DrugMention *>; // by fact

    // Courses and what of them can be checked.
    void layOut(const QList<DrugMention> &mentions);
    void noteUnchecked(const DrugCourse &course, const Mentions &byFact);
    [[nodiscard]] static std::vector<IngredientIndex> ingredientsOf(const DrugCourse &course, const Mentions &byFact);
    [[nodiscard]] std::optional<quint16> levelOf(IngredientIndex ingredient) const;
    [[nodiscard]] bool isMeasured(const Exposure &exposure) const;
    [[nodiscard]] std::optional<AlertMove::Why> doubtOf(const Exposure &exposure) const;
    void readKidney();
    void noteKidney();
    // Of an ingredient, asked for by many alerts.
    struct Known
    {
        QString key; // of ids
        QList<std::pair<QString, double>> snapshot;
    };
    [[nodiscard]] const Known &known(IngredientIndex ingredient) const;
    [[nodiscard]] bool areKin(const QString &first, const QString &second) const;
    void addDuplicate(const KnowledgeFormat::DuplicateRow &row, const std::vector<Exposure> &members, bool areSure);

    // Drugs with each other.
    void checkPairs();
    void checkPair(const Exposure &first, const Exposure &second);
    // How two drugs meet, and the tail of the one that has ended.
    struct Meeting
    {
        OverlapFound overlap;
        Tail tail;
        bool isByHalfLife = false;
    };
    [[nodiscard]] Meeting meetingOf(const PairFinding &finding, const Exposure &a, const Exposure &b) const;
    void addFinding(const PairFinding &finding, const std::vector<quint16> &effects, const Exposure &a,
                    const Exposure &b);
    void moveByWashout(SafetyAlert &alert, const Meeting &meeting, const Exposure &gone) const;
    void moveByRoute(SafetyAlert &alert, Sides sides, std::span<const ContextRow> contexts) const;
    void checkTriples();
    void checkTriple(const RuleRow &rule);
    void addTriple(const RuleRow &rule, Sides sides);
    void checkDuplicates();
    void checkSameIngredient();
    void mergeCommon();
    [[nodiscard]] Tail tailOf(const PairFinding &finding, const Exposure &exposure, char side, bool isVictim,
                              bool &byHalfLife) const;
    [[nodiscard]] std::span<const ContextRow> contextsOf(const PairFinding &finding) const;
    [[nodiscard]] const WordsRow &wordsOf(const PairFinding &finding) const;

    // Drugs with the person.
    void checkPerson();
    void checkFact(const Exposure &exposure, const FactRow &fact);
    void checkCondition(const Exposure &exposure, const FactRow &fact);
    void checkLab(const Exposure &exposure, const FactRow &fact);
    void checkKidney(const Exposure &exposure, const FactRow &fact);
    void checkAge(const Exposure &exposure, const FactRow &fact);
    void checkGene(const Exposure &exposure, const FactRow &fact);
    void checkReproduction(const Exposure &exposure, const FactRow &fact, const char *condition, AlertTopic topic);
    void checkDoses();
    void checkDose(const FactRow &fact, const std::vector<Exposure> &all);
    void keepLoudest(SafetyAlert &&alert, const Exposure &exposure);

    // Drugs with allergies.
    void checkAllergies();
    void checkAllergy(const AllergyEntry &entry, const Exposure &exposure);
    void addAllergy(const AllergyEntry &entry, const Exposure &exposure, AlertTopic topic, Tier tier,
                    const KnowledgeFormat::TermLinkRow *link);
    void moveAllergy(SafetyAlert &alert, const AllergyEntry &entry, const Exposure &exposure, bool isCross) const;
    [[nodiscard]] std::optional<QDate> toleratedSince(const AllergyEntry &entry, IngredientIndex ingredient) const;
    [[nodiscard]] bool isTakenIn(const DaySpan &span, const DrugCourse &course) const;

    // What all of them share.
    [[nodiscard]] SafetyAlert begin(AlertKind kind, AlertTopic topic, Sides sides) const;
    [[nodiscard]] SafetyAlert beginFact(AlertKind kind, AlertTopic topic, const Exposure &exposure,
                                        const FactRow &fact) const;
    void setWords(SafetyAlert &alert, const WordsRow &words, const QString &system = {}) const;
    void applyVerdict(SafetyAlert &alert, const ContextJudge::Verdict &verdict) const;
    void move(SafetyAlert &alert, AlertMove::Why why, int step, const QString &words = {}, const QString &drug = {},
              QDate date = {}) const;
    void moveByCourses(SafetyAlert &alert, Sides sides) const;
    void addLevels(SafetyAlert &alert, const std::vector<quint16> &effects) const;
    void addLevel(SafetyAlert &alert, quint16 lab) const;
    std::optional<std::size_t> finish(SafetyAlert &&alert, Sides sides);
    void sortAlerts();
    [[nodiscard]] const QString &text(KnowledgeFormat::Text text) const;
    [[nodiscard]] QString keyOf(IngredientIndex ingredient) const;
    [[nodiscard]] QString keysOf(const SafetyAlert &alert) const; // of its drugs, in their order
    void setEffects(SafetyAlert &alert, const std::vector<quint16> &effects) const;
    [[nodiscard]] static bool countsAsTaken(const DrugCourse &course);
    [[nodiscard]] static Tier tierOf(Advice advice);

    const Reviewer &m_reviewer;
    const KnowledgeBase &m_base;
    const PatientContext &m_patient;
    const QList<DrugMention> &m_mentions;
    QDate m_at;
    QDate m_today;
    SafetyReview m_review;
    std::vector<Exposure> m_all; // every known drug of every course
    std::vector<Exposure> m_taken; // those taken at the date
    std::unique_ptr<ContextJudge> m_judge;
    const LabEntry *m_kidney = nullptr; // the eGFR that holds; null: none
    const ConditionEntry *m_kidneyEntry = nullptr; // kidney failure in words, where that counts; null: none
    quint16 m_kidneyTerm = 0;
    double m_kidneyCeiling = 0; // eGFR below which it is
    std::vector<PairFinding> m_findings; // of the pair at hand
    QHash<QString, qsizetype> m_byId; // places of alerts
    mutable QHash<quint32, QString> m_texts; // of the knowledge base, by their places: alerts share them
    mutable QHash<IngredientIndex, Known> m_known;
    mutable QHash<IngredientIndex, std::optional<quint16>> m_levels; // tests that measure drugs
    std::set<std::size_t> m_common; // alerts of common effects, to be merged
    std::set<std::size_t> m_merged; // those that another one speaks for
};

} // namespace Chartline::Safety
