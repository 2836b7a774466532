// SPDX-License-Identifier: Apache-2.0
#include "safety/AllergyReactions.h"
#include "safety/AllergySubstances.h"
#include "safety/PatientReader.h"
#include "safety/Reviewer.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QtTest>

using namespace Chartline;
using namespace Chartline::Safety;
using namespace Chartline::Clinical;
using namespace Qt::StringLiterals;

namespace {

constexpr auto s_snomed = "http://snomed.info/sct"_L1;
const QDate s_day(2026, 10, 1);

CodeableConcept named(const QString &text)
{
    return {{}, text};
}

CodeableConcept coded(const QString &system, const QString &code, const QString &text = {})
{
    return {{{system, code, {}, false}}, text};
}

AllergyIntolerance allergy(const QString &text, const QStringList &reactions = {})
{
    AllergyIntolerance allergy;
    allergy.clinicalStatus = u"active"_s;
    allergy.code = named(text);
    allergy.recordedDate = PartialDate::parse(u"2015-01-01");
    if (reactions.isEmpty())
        return allergy;
    AllergyReaction reaction;
    for (const QString &one : reactions)
        reaction.manifestations.append(named(one));
    allergy.reactions = {reaction};
    return allergy;
}

using Nature = AllergyEntry::Nature;
using Severity = AllergyEntry::Severity;

} // namespace

// From what sources write of allergies and conditions to alerts, on the knowledge base inside the program.
class TestAllergies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void substances_data();
    void substances();
    void codesAndNames();
    void reactions_data();
    void reactions();
    void tolerated_data();
    void tolerated();
    void lowering();
    void inactive();
    void twoEntriesOfOneText();
    void denials_data();
    void denials();
    void elsewhere_data();
    void elsewhere();
    void conditions_data();
    void conditions();
    void versionedSnomed();
    void pregnancyEnds();
    void dialysis();

private:
    [[nodiscard]] PatientContext read(const QList<AllergyIntolerance> &allergies) const
    {
        PatientReader reader(*m_resolver, m_reviewer->book());
        for (qsizetype i = 0; i < allergies.size(); ++i)
            reader.add(allergies[i], {1000 + i, u"list"_s});
        return reader.finish();
    }
    [[nodiscard]] DrugMention drug(const QString &name, const QString &start = u"2026-09-28"_s,
                                   const QString &end = {}) const;
    [[nodiscard]] SafetyReview review(const QList<DrugMention> &drugs, const PatientContext &patient) const
    {
        return m_reviewer->review(drugs, patient, s_day);
    }
    // The loudest alert for an allergy.
    [[nodiscard]] SafetyAlert loudest(const QList<DrugMention> &drugs, const PatientContext &patient) const;
    [[nodiscard]] Tier tierOf(const QString &name, const QString &text, const QStringList &told = {}) const
    {
        return loudest({drug(name)}, read({allergy(text, told)})).tier;
    }
    [[nodiscard]] bool holds(const Condition &condition, const char *term) const;

    std::unique_ptr<Resolver> m_resolver;
    std::unique_ptr<Reviewer> m_reviewer;
};

void TestAllergies::initTestCase()
{
    const auto &base = embeddedKnowledge();
    QVERIFY(base);
    m_resolver = std::make_unique<Resolver>(*base);
    m_reviewer = std::make_unique<Reviewer>(*base);
}

DrugMention TestAllergies::drug(const QString &name, const QString &start, const QString &end) const
{
    static qint64 fact = 0;
    DrugMention mention;
    mention.fact = ++fact;
    mention.source = u"list"_s;
    mention.state = end.isEmpty() ? MentionState::Active : MentionState::Stopped;
    mention.text = name;
    mention.drug = m_resolver->resolve(name);
    mention.start = QDate::fromString(start, Qt::ISODate);
    mention.end = QDate::fromString(end, Qt::ISODate);
    mention.said = end.isEmpty() ? s_day.addDays(-1) : mention.end;
    return mention;
}

SafetyAlert TestAllergies::loudest(const QList<DrugMention> &drugs, const PatientContext &patient) const
{
    const SafetyReview found = review(drugs, patient);
    const auto at = std::ranges::find(found.alerts, AlertKind::Allergy, &SafetyAlert::kind);
    return at == found.alerts.end() ? SafetyAlert() : *at;
}

void TestAllergies::substances_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("drugs"); // each must alert
    QTest::addColumn<QStringList>("unread");
    const auto row = [](const char *text, const QStringList &drugs, const QStringList &unread = {}) {
        QTest::newRow(text) << QString::fromUtf8(text) << drugs << unread;
    };
    row("Penicillin", {u"amoxicillin"_s});
    row("latex, codeine", {u"codeine"_s});
    row("codeine; latex", {u"codeine"_s});
    row("Latex / Morphine", {u"morphine"_s});
    row("PCN, Cipro", {u"amoxicillin"_s, u"ciprofloxacin"_s});
    row("Ibuprofen / penicillin / eggs", {u"ibuprofen"_s, u"amoxicillin"_s});
    row("Penicillin, sulfa, codeine", {u"amoxicillin"_s, u"sulfamethoxazole"_s, u"codeine"_s});
    row("aspirin and codeine", {u"aspirin"_s, u"codeine"_s});
    row("aspirin & codeine + penicillin", {u"aspirin"_s, u"codeine"_s, u"amoxicillin"_s});
    row("aspirin\ncodeine\r\npenicillin", {u"aspirin"_s, u"codeine"_s, u"amoxicillin"_s});
    row("Penicillin und Aspirin", {u"amoxicillin"_s, u"aspirin"_s});
    row("sulfamethoxazole / trimethoprim", {u"trimethoprim"_s});
    row("Penicillin - hives, swelling of face", {u"amoxicillin"_s});
    row("Allergy to penicillin (finding)", {u"amoxicillin"_s});
    row("Substance with penicillin structure and antibacterial mechanism of action (substance)", {u"amoxicillin"_s});
    row("Statins - muscle pain", {u"simvastatin"_s});
    row("Opioids (codeine, morphine) and tape adhesive", {u"codeine"_s, u"morphine"_s}, {u"tape adhesive"_s});
    // What is not understood is told, beside what is.
    row("amoxicillin zzyxium", {u"amoxicillin"_s}, {u"amoxicillin zzyxium"_s});
    row("Penicillin, zzyxium", {u"amoxicillin"_s}, {u"zzyxium"_s});
    row("zzyxium / latex / qorvellin", {}, {u"zzyxium"_s, u"qorvellin"_s});
    row("Zyxomax unknown pill", {}, {u"Zyxomax unknown pill"_s});
    row("Penicillin, sleeping pills", {u"amoxicillin"_s}, {u"sleeping pills"_s});
    row("antibiotics", {}, {u"antibiotics"_s});
    // What no drug holds.
    row("Grass pollen", {});
    row("House dust mite, cat dander", {});
    row("Bee stings; timothy grass; penicillin", {u"amoxicillin"_s});
    // What is said to be no allergy.
    row("No allergy to penicillin; codeine", {u"codeine"_s});
    row("Penicillin, tolerates cephalexin", {u"amoxicillin"_s});
    row("Codeine not tolerated", {u"codeine"_s});
    row("Non-steroidal anti-inflammatory drugs allergy", {u"ibuprofen"_s});
    row("No known food allergies; penicillin", {u"amoxicillin"_s});
    row("No known drug allergies except penicillin", {u"amoxicillin"_s});
}

void TestAllergies::substances()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, drugs);
    QFETCH(const QStringList, unread);
    const PatientContext context = read({allergy(text, {u"Anaphylaxis"_s})});
    for (const QString &name : drugs)
        QVERIFY2(loudest({drug(name)}, context).tier >= Tier::Prominent, qPrintable(name));
    QStringList found;
    for (const PatientContext::Unread &one : context.unreadAllergies)
        found.append(one.text);
    QCOMPARE(found, unread);
}

void TestAllergies::codesAndNames()
{
    const TermBook &book = m_reviewer->book();
    // Another name of what its code says is not asked for.
    AllergySubstances found = readSubstances(coded(s_snomed, u"91936005"_s, u"Betadyne prep XQ"_s), *m_resolver, book);
    QCOMPARE(found.groups.size(), std::size_t(1));
    QCOMPARE(found.unread, QStringList());
    // A list beside one code is.
    found = readSubstances(coded(s_snomed, u"91936005"_s, u"PCN, zzyxium"_s), *m_resolver, book);
    QCOMPARE(found.unread, QStringList{u"zzyxium"_s});
    // A code and words that name two drugs: both.
    found = readSubstances(coded(u"http://www.nlm.nih.gov/research/umls/rxnorm"_s, u"11289"_s, u"lisinopril"_s),
                           *m_resolver, book);
    QStringList names;
    for (const IngredientIndex ingredient : found.ingredients)
        names.append(m_resolver->base().ingredientName(ingredient));
    names.sort();
    QCOMPARE(names, (QStringList{u"lisinopril"_s, u"warfarin"_s}));
}

void TestAllergies::reactions_data()
{
    QTest::addColumn<QStringList>("told");
    QTest::addColumn<Nature>("nature");
    QTest::addColumn<Severity>("severity");
    const auto row = [](const QStringList &told, Nature nature, Severity severity) {
        QTest::newRow(qPrintable(told.join(u'|'))) << told << nature << severity;
    };
    row({u"Anaphylaxis"_s}, Nature::Immune, Severity::Severe);
    row({u"Hives"_s}, Nature::Immune, Severity::Unknown);
    row({u"Nausea"_s}, Nature::Intolerance, Severity::Unknown);
    row({u"Nausea"_s, u"Hives"_s}, Nature::Immune, Severity::Unknown);
    for (const char *grave :
         {"Gastrointestinal hemorrhage", "GI bleed", "Stomach ulcer with perforation",
          "Muscle breakdown (rhabdomyolysis)", "Skin necrosis", "Convulsions", "Cardiac arrest", "Coma", "Syncope",
          "Torsade de pointes", "Ventricular arrhythmia", "Acute renal failure", "Hepatitis", "Hepatotoxicity",
          "Jaundice", "Pancreatitis", "Serotonin syndrome", "Neuroleptic malignant syndrome", "Respiratory depression"})
        row({QString::fromLatin1(grave)}, Nature::Intolerance, Severity::Severe);
    row({u"Nausea"_s, u"Seizure"_s}, Nature::Intolerance, Severity::Severe);
    row({u"Toxic epidermal necrolysis"_s}, Nature::Immune, Severity::Severe);
    row({u"Tongue swelling"_s}, Nature::Immune, Severity::Severe);
    // Water in the legs is none of the immune system.
    row({u"Ankle swelling"_s}, Nature::Intolerance, Severity::Unknown);
    row({u"Peripheral oedema"_s}, Nature::Intolerance, Severity::Unknown);
    row({u"Swelling of both feet"_s}, Nature::Intolerance, Severity::Unknown);
    row({u"Swelling"_s}, Nature::Immune, Severity::Moderate);
    row({u"Ankle swelling, hives"_s}, Nature::Immune, Severity::Unknown);
    // What is not understood may be anything, but for one beside others that are known.
    row({u"Glimmering"_s}, Nature::Unknown, Severity::Unknown);
    row({u"Nausea"_s, u"Glimmering"_s}, Nature::Intolerance, Severity::Unknown);
    row({u"Nausea"_s, u"Glimmering"_s, u"Tingling hue"_s}, Nature::Unknown, Severity::Unknown);
    row({u"Nausea, no rash"_s}, Nature::Intolerance, Severity::Unknown);
    row({u"No hives but nausea"_s}, Nature::Intolerance, Severity::Unknown);
    row({u"No pulse"_s}, Nature::Unknown, Severity::Unknown);
    // Not the syndrome of that name.
    row({u"Redness under dressing"_s}, Nature::Unknown, Severity::Unknown);
}

void TestAllergies::reactions()
{
    QFETCH(const QStringList, told);
    const ReactionJudgement judgement = judgeReactions(allergy(u"aspirin"_s, told));
    QTEST(judgement.nature, "nature");
    QTEST(judgement.severity, "severity");
}

void TestAllergies::tolerated_data()
{
    QTest::addColumn<MentionKind>("kind");
    QTest::addColumn<QString>("drugName");
    QTest::addColumn<QString>("recorded");
    QTest::addColumn<QString>("lastOccurrence");
    QTest::addColumn<QString>("reactionOnset");
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("isTolerated");
    const auto row = [](const char *name, bool isTolerated, const QString &recorded = u"2015-01-01"_s,
                        const QString &last = {}, const QString &onset = {}, const QString &told = u"Hives"_s,
                        MentionKind kind = MentionKind::Statement, const QString &drug = u"lisinopril"_s) {
        QTest::newRow(name) << kind << drug << recorded << last << onset << told << isTolerated;
    };
    row("a statement of later years", true);
    row("handed out", true, u"2015-01-01"_s, {}, {}, u"Hives"_s, MentionKind::Dispense);
    row("an order alone", false, u"2015-01-01"_s, {}, {}, u"Hives"_s, MentionKind::Request);
    row("last occurrence after it", false, u"2015-01-01"_s, u"2026-09-01"_s);
    row("last occurrence before it", true, u"2015-01-01"_s, u"2020-09-01"_s);
    row("a reaction after it", false, u"2015-01-01"_s, {}, u"2026-09-01"_s);
    row("a vague date counts by its last day", false, u"2024"_s);
    row("a vague date before it", true, u"2023"_s);
    row("a severe reaction", false, u"2015-01-01"_s, {}, {}, u"Angioedema"_s);
    row("in the eye", false, u"2015-01-01"_s, {}, {}, u"Hives"_s, MentionKind::Statement,
        u"gentamicin ophthalmic solution"_s);
}

void TestAllergies::tolerated()
{
    QFETCH(const MentionKind, kind);
    QFETCH(const QString, drugName);
    QFETCH(const QString, recorded);
    QFETCH(const QString, lastOccurrence);
    QFETCH(const QString, reactionOnset);
    QFETCH(const QString, told);
    QFETCH(const bool, isTolerated);
    const bool isEye = drugName != "lisinopril"_L1;
    AllergyIntolerance entry = allergy(isEye ? u"gentamicin"_s : u"lisinopril"_s, {told});
    entry.recordedDate = PartialDate::parse(recorded);
    entry.lastOccurrence = PartialDate::parse(lastOccurrence);
    entry.reactions.first().onset = PartialDate::parse(reactionOnset);
    DrugMention before = drug(drugName, u"2024-06-01"_s, u"2024-09-01"_s);
    before.kind = kind;
    before.daysSupply = kind == MentionKind::Dispense ? 90 : 0;
    if (isEye)
        before.route = Route::Ophthalmic;
    const DrugMention now = drug(isEye ? u"gentamicin injection"_s : drugName);
    QVERIFY(before.drug.isConfident() && now.drug.isConfident());
    const SafetyAlert alert = loudest({before, now}, read({entry}));
    QVERIFY(alert.tier != Tier::None);
    const bool isLowered = std::ranges::contains(alert.moves, AlertMove::Why::ToleratedSince, &AlertMove::why);
    QCOMPARE(isLowered, isTolerated);
    QCOMPARE(alert.tier, isTolerated ? Tier::Prominent : Tier::Interruptive);
}

// Grave reactions stay in sight; nothing lowers twice.
void TestAllergies::lowering()
{
    QCOMPARE(tierOf(u"aspirin"_s, u"Aspirin"_s, {u"Gastrointestinal hemorrhage"_s}), Tier::Prominent);
    QCOMPARE(tierOf(u"tramadol"_s, u"Tramadol"_s, {u"Nausea"_s, u"Seizure"_s}), Tier::Prominent);
    QCOMPARE(tierOf(u"tramadol"_s, u"Tramadol"_s, {u"Nausea"_s}), Tier::Passive);
    QCOMPARE(tierOf(u"amlodipine"_s, u"Amlodipine"_s, {u"Ankle swelling"_s}), Tier::Passive);
    // Long not heard of, and tolerated: one step.
    DrugMention old = drug(u"lisinopril"_s, u"2023-01-01"_s);
    old.said = QDate(2024, 1, 10);
    const SafetyAlert alert = loudest({old}, read({allergy(u"lisinopril"_s, {u"Hives"_s})}));
    QCOMPARE(alert.tier, Tier::Prominent);
    QCOMPARE(alert.moves.size(), 1);
}

void TestAllergies::inactive()
{
    AllergyIntolerance entry = allergy(u"Penicillin"_s, {u"Anaphylaxis"_s});
    for (const QString &status : {u"inactive"_s, u"resolved"_s}) {
        entry.clinicalStatus = status;
        const SafetyAlert alert = loudest({drug(u"amoxicillin"_s)}, read({entry}));
        QCOMPARE(alert.tier, Tier::Prominent);
        QCOMPARE(alert.moves.size(), 1);
        QCOMPARE(alert.moves.first().why, AlertMove::Why::InactiveAllergy);
    }
    // What is passive already stays so.
    entry.reactions.first().manifestations = {named(u"Nausea"_s)};
    QCOMPARE(loudest({drug(u"amoxicillin"_s)}, read({entry})).tier, Tier::Passive);
}

// Whichever comes first, the card tells all of it, and a worse reaction changes what an acknowledgement rests on.
void TestAllergies::twoEntriesOfOneText()
{
    const AllergyIntolerance mild = allergy(u"Penicillin"_s, {u"Nausea"_s});
    const AllergyIntolerance grave = allergy(u"Penicillin"_s, {u"Anaphylaxis"_s});
    for (const auto &entries : {QList{mild, grave}, QList{grave, mild}}) {
        const SafetyReview found = review({drug(u"amoxicillin"_s)}, read(entries));
        QCOMPARE(std::ranges::count(found.alerts, AlertKind::Allergy, &SafetyAlert::kind), 1);
        const SafetyAlert &alert = found.alerts.first();
        QCOMPARE(alert.tier, Tier::Interruptive);
        QStringList reactions = alert.reactions;
        reactions.sort();
        QCOMPARE(reactions, (QStringList{u"Anaphylaxis"_s, u"Nausea"_s}));
        QCOMPARE(QSet<qint64>(alert.facts.begin(), alert.facts.end()), (QSet<qint64>{1000, 1001}));
        QCOMPARE(alert.snapshot.value(u"allergy:severity"_s), double(Severity::Severe));
        QCOMPARE(alert.snapshot.value(u"allergy:count"_s), 2.0);
    }
    const SafetyAlert alone = loudest({drug(u"amoxicillin"_s)}, read({mild}));
    QCOMPARE(alone.snapshot.value(u"allergy:severity"_s), double(Severity::Unknown));
    QCOMPARE(alone.snapshot.value(u"allergy:count"_s), 1.0);
}

void TestAllergies::denials_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<PatientContext::AllergyKnowledge>("knowledge");
    using Knowledge = PatientContext::AllergyKnowledge;
    QTest::newRow("none known") << u"No known drug allergies"_s << Knowledge::NoneKnown;
    QTest::newRow("nothing known") << u"No information about allergies"_s << Knowledge::NothingRecorded;
    for (const char *text :
         {"No allergy to penicillin", "Not allergic to penicillin, tolerates amoxicillin",
          "denies allergy to penicillin", "Denies penicillin or codeine allergy", "Keine Allergie gegen Penicillin",
          "No adverse reaction to penicillin", "Tolerates penicillin"})
        QTest::newRow(text) << QString::fromLatin1(text) << Knowledge::NothingRecorded;
}

void TestAllergies::denials()
{
    QFETCH(const QString, text);
    const PatientContext context = read({allergy(text)});
    QVERIFY(context.allergies.isEmpty());
    QVERIFY(context.unreadAllergies.isEmpty());
    QTEST(context.allergyKnowledge, "knowledge");
}

void TestAllergies::elsewhere_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isListed");
    QTest::newRow("unknown") << u"Zyxomax unknown pill"_s << true;
    QTest::newRow("disinfectant") << u"Betadyne prep XQ"_s << true;
    QTest::newRow("mould") << u"Mold (organism)"_s << false;
    QTest::newRow("tree pollen") << u"Tree pollen (substance)"_s << false;
    QTest::newRow("bee venom") << u"Bee venom"_s << false;
}

// What is filed under food or surroundings may be a drug all the same.
void TestAllergies::elsewhere()
{
    QFETCH(const QString, text);
    AllergyIntolerance entry = allergy(text, {u"Anaphylaxis"_s});
    entry.categories = {u"environment"_s};
    const PatientContext context = read({entry});
    QTEST(!context.unreadAllergies.isEmpty(), "isListed");
}

bool TestAllergies::holds(const Condition &condition, const char *term) const
{
    PatientReader reader(*m_resolver, m_reviewer->book());
    reader.add(condition, {1, u"list"_s});
    const auto index = m_resolver->base().term(Vocabulary::Conditions, term);
    return index && reader.finish().conditionAt(m_resolver->base(), quint16(*index), s_day);
}

void TestAllergies::conditions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("end");
    QTest::addColumn<QByteArray>("term");
    QTest::addColumn<bool>("isThere");
    const auto row = [](const char *name, const QString &text, const QString &status, const QString &end, bool isThere,
                        const QByteArray &term = "asthma") {
        QTest::newRow(name) << text << status << end << term << isThere;
    };
    row("active", u"Asthma"_s, u"active"_s, {}, true);
    row("inactive", u"Asthma"_s, u"inactive"_s, {}, true);
    row("inactive and ended", u"Asthma"_s, u"inactive"_s, u"2020-01-01"_s, false);
    row("resolved", u"Asthma"_s, u"resolved"_s, {}, false);
    row("in remission", u"Asthma"_s, u"remission"_s, {}, false);
    row("back after an end", u"Asthma"_s, u"recurrence"_s, u"2020-01-01"_s, true);
    row("relapsed after an end", u"Asthma"_s, u"relapse"_s, u"2020-01-01"_s, true);
    row("active after an end", u"Asthma"_s, u"active"_s, u"2020-01-01"_s, true);
    row("an inactive pregnancy is over", u"Pregnancy"_s, u"inactive"_s, {}, false, "pregnancy");
    row("an active one is not", u"Pregnancy"_s, u"active"_s, {}, true, "pregnancy");
    row("of the mother", u"Mother has asthma"_s, u"active"_s, {}, false);
    row("of a sister", u"Asthma in sister"_s, u"active"_s, {}, false);
    row("family history, short", u"FH: asthma"_s, u"active"_s, {}, false);
    row("family history", u"Family history of asthma"_s, u"active"_s, {}, false);
    row("of the wife", u"Wife is pregnant"_s, u"active"_s, {}, false, "pregnancy");
    row("a mother who nurses", u"Mother is breastfeeding"_s, u"active"_s, {}, true, "lactation");
}

void TestAllergies::conditions()
{
    QFETCH(const QString, text);
    QFETCH(const QString, status);
    QFETCH(const QString, end);
    QFETCH(const QByteArray, term);
    Condition condition;
    condition.code = named(text);
    condition.clinicalStatus = status;
    condition.onset.start = PartialDate::parse(u"2026-08-01");
    condition.onset.end = PartialDate::parse(end);
    QTEST(holds(condition, term.constData()), "isThere");
}

void TestAllergies::versionedSnomed()
{
    const QString system = u"http://snomed.info/sct/900000000000207008/version/20240101"_s;
    Condition condition;
    condition.code = coded(system, u"195967001"_s, u"Atemwegserkrankung"_s);
    QVERIFY(holds(condition, "asthma"));
    condition.code.codings.first().code = u"1"_s;
    QVERIFY(!holds(condition, "asthma"));
    AllergyIntolerance entry = allergy(u"x"_s);
    entry.code = coded(system, u"91936005"_s);
    QCOMPARE(loudest({drug(u"amoxicillin"_s)}, read({entry})).tier, Tier::Interruptive);
}

void TestAllergies::pregnancyEnds()
{
    const auto term = m_resolver->base().term(Vocabulary::Conditions, "pregnancy");
    QVERIFY(term);
    const auto isPregnant = [&](const QString &said, const QString &day, QDate at) {
        PatientReader reader(*m_resolver, m_reviewer->book());
        Condition condition;
        condition.clinicalStatus = u"active"_s;
        condition.code = named(u"Pregnant"_s);
        condition.onset.start = PartialDate::parse(u"2026-05-01");
        reader.add(condition, {1, u"list"_s});
        Observation observation;
        observation.value.kind = ObservationValue::Kind::Concept;
        observation.value.concept_ = named(said);
        observation.effective.start = PartialDate::parse(day);
        reader.addFinding(observation, {2, u"list"_s});
        return reader.finish().conditionAt(m_resolver->base(), quint16(*term), at) != nullptr;
    };
    QVERIFY(!isPregnant(u"Not pregnant"_s, u"2026-09-01"_s, s_day));
    QVERIFY(isPregnant(u"Not pregnant"_s, u"2026-09-01"_s, QDate(2026, 7, 1)));
    QVERIFY(isPregnant(u"Not pregnant"_s, u"2026-03-01"_s, s_day));
    QVERIFY(isPregnant(u"Unknown"_s, u"2026-09-01"_s, s_day));
    QVERIFY(!isPregnant(u"nicht schwanger"_s, u"2026-09-01"_s, s_day));
}

void TestAllergies::dialysis()
{
    const auto term = m_resolver->base().term(Vocabulary::Conditions, "dialysis");
    QVERIFY(term);
    const auto isOnDialysis = [&](const QString &day) {
        PatientReader reader(*m_resolver, m_reviewer->book());
        Procedure procedure;
        procedure.status = u"completed"_s;
        procedure.code = named(u"Hemodialysis"_s);
        procedure.performed.start = PartialDate::parse(day);
        reader.add(procedure, {1, u"list"_s});
        return reader.finish().conditionAt(m_resolver->base(), quint16(*term), s_day) != nullptr;
    };
    QVERIFY(isOnDialysis(u"2026-09-20"_s));
    QVERIFY(isOnDialysis(u"2026-07-10"_s));
    QVERIFY(!isOnDialysis(u"2026-06-20"_s));
    QVERIFY(!isOnDialysis(u"2015-06-20"_s));
}

QTEST_GUILESS_MAIN(TestAllergies)
#include "tst_allergies.moc"
