// SPDX-License-Identifier: Apache-2.0
#include "safety/embedded/EmbeddedKnowledge.h"
#include "services/SafetyService.h"
#include "support/Await.h"
#include "support/ChartlineProcess.h"
#include "support/SmallRecords.h"
#include "support/TestVault.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace Chartline;
using namespace Chartline::Safety;
using namespace Qt::StringLiterals;
using Test::bundle;
using Test::patient;

namespace {

// The day on which the record is looked at.
const QDate s_today(2026, 11, 20);

class FixedClock final : public Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return QDateTime(s_today, QTime(12, 0), QTimeZone::utc()); }
};

// JSON with single quotes, %1 and so on filled in.
template<typename... Values>
QByteArray json(const char *text, const Values &...values)
{
    QByteArray result = QByteArray(text).replace('\'', '"');
    int number = 0;
    (result.replace('%' + QByteArray::number(++number), values), ...);
    return result;
}

QByteArray drug(const char *id, const char *text, const QByteArray &dosage = {})
{
    return json("{'resourceType':'MedicationRequest','id':'%1','status':'active','intent':'order',"
                "'medicationCodeableConcept':{'text':'%2'},'subject':{'reference':'Patient/p1'},"
                "'authoredOn':'2026-11-01'%3}",
                id, text, dosage);
}

QByteArray daily(const char *milligrams)
{
    return json(",'dosageInstruction':[{'timing':{'repeat':{'frequency':1,'period':1,'periodUnit':'d'}},"
                "'doseAndRate':[{'doseQuantity':{'value':%1,'unit':'mg',"
                "'system':'http://unitsofmeasure.org','code':'mg'}}]}]",
                milligrams);
}

QByteArray inr(const char *id, const char *value, const char *date)
{
    return json("{'resourceType':'Observation','id':'%1','status':'final','category':[{'coding':[{'system':"
                "'http://terminology.hl7.org/CodeSystem/observation-category','code':'laboratory'}]}],"
                "'code':{'coding':[{'system':'http://loinc.org','code':'6301-6'}],'text':'INR'},"
                "'subject':{'reference':'Patient/p1'},'effectiveDateTime':'%3',"
                "'valueQuantity':{'value':%2,'unit':'{INR}'}}",
                id, value, date);
}

// A result without a code; `more`: its value and what else.
QByteArray observed(const char *id, const char *title, const char *when, const QByteArray &more)
{
    return json("{'resourceType':'Observation','id':'%1','status':'final','category':[{'coding':[{'system':"
                "'http://terminology.hl7.org/CodeSystem/observation-category','code':'laboratory'}]}],"
                "'code':{'text':'%2'},'subject':{'reference':'Patient/p1'},'effectiveDateTime':'%3',%4}",
                id, title, when, QByteArray(more).replace('\'', '"'));
}

QByteArray allergy(const char *id, const char *text, const char *reaction)
{
    return json("{'resourceType':'AllergyIntolerance','id':'%1','clinicalStatus':{'coding':[{'code':'active'}]},"
                "'category':['medication'],'code':{'text':'%2'},'patient':{'reference':'Patient/p1'},"
                "'recordedDate':'2020-02-02','reaction':[{'manifestation':[{'text':'%3'}]}]}",
                id, text, reaction);
}

} // namespace

// Medication safety from a record in a vault to the alerts a person acknowledges.
class TestSafetyService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void alertsOfARecord();
    void whatIsNotKnownIsSaid();
    void withdrawnDrugsAreNoDrugs();
    void latestResultOfADayCounts();
    void resultsOfOtherSamplesDoNotCount();
    void partsOfPanelsCount();
    void variantsInTheAnswerCount();
    void stopsAreKnownByTheirRecord();
    void acknowledgedStaysAcrossReopening();
    void comesBackWhenTheDoseChanges();
    void reasonsAreCoded();
    void tryingADrugChangesNothing();
    void completesNames();
    void damagedKnowledgeChecksNothing();
    void lockedVaultAnswersSo();

private:
    void import(const QList<QByteArray> &resources);
    [[nodiscard]] PersonId person() const;
    [[nodiscard]] SafetyReviewPtr review() const;
    [[nodiscard]] static const SafetyAlert *alertOf(const SafetyReviewPtr &review, const QStringList &drugs);
    void makeService(KnowledgeSource source = [] { return embeddedKnowledge(); });

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Test::TestVault> m_vault;
    std::unique_ptr<SafetyService> m_service;
    int m_files = 0;
};

void TestSafetyService::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_vault = std::make_unique<Test::TestVault>(m_folder->filePath(u"vault"_s));
    QVERIFY(m_vault->create());
    makeService();
}

void TestSafetyService::cleanup()
{
    m_service.reset();
    m_vault.reset();
}

void TestSafetyService::makeService(KnowledgeSource source)
{
    m_service = std::make_unique<SafetyService>(m_vault->vault(), m_vault->connectors(), std::move(source),
                                                std::make_shared<FixedClock>(), u"Dr. Test"_s);
}

void TestSafetyService::import(const QList<QByteArray> &resources)
{
    const QString file = m_folder->filePath(u"in/%1.json"_s.arg(++m_files));
    QVERIFY(Test::writeFile(file, bundle(resources)));
    const auto report = m_vault->import({file});
    QVERIFY(report);
    QCOMPARE(report->refusals.size(), 0);
}

PersonId TestSafetyService::person() const
{
    const auto people = m_vault->persons();
    return people && people->size() == 1 ? people->first().id : PersonId();
}

SafetyReviewPtr TestSafetyService::review() const
{
    const auto result = Test::await(m_service->review(person()));
    return result ? *result : nullptr;
}

const SafetyAlert *TestSafetyService::alertOf(const SafetyReviewPtr &review, const QStringList &drugs)
{
    const auto found = std::ranges::find_if(review->alerts, [&](const SafetyAlert &alert) {
        return alert.drugs.size() == drugs.size()
               && std::ranges::all_of(alert.drugs, [&](const AlertDrug &drug) { return drugs.contains(drug.name); });
    });
    return found == review->alerts.end() ? nullptr : &*found;
}

void TestSafetyService::alertsOfARecord()
{
    import({patient({.id = "p1"}), drug("m1", "Warfarin 5 MG Oral Tablet", daily("5")),
            drug("m2", "fluconazole 200 mg tablet"), drug("m3", "Amoxicillin 500 MG Oral Capsule"),
            allergy("a1", "Penicillin V", "Anaphylaxis"), inr("l1", "2.3", "2026-10-20"),
            inr("l2", "4.6", "2026-11-18")});
    const SafetyReviewPtr result = review();
    QVERIFY(result);
    QCOMPARE(result->at, s_today);
    QCOMPARE(result->checkedCourses, 3);
    QCOMPARE(result->notChecked.size(), 0);
    const SafetyAlert *pair = alertOf(result, {u"warfarin"_s, u"fluconazole"_s});
    QVERIFY(pair);
    QVERIFY(pair->tier >= Tier::Prominent);
    QCOMPARE(pair->overlap.overlap, Overlap::Active);
    const auto level = std::ranges::find(pair->levels, u"inr"_s, &AlertLevel::id);
    QVERIFY(level != pair->levels.end());
    QCOMPARE(level->value, 4.6);
    QCOMPARE(level->before.value_or(0), 2.3);
    const SafetyAlert *allergic = alertOf(result, {u"amoxicillin"_s});
    QVERIFY(allergic);
    QCOMPARE(allergic->kind, AlertKind::Allergy);
    QVERIFY(allergic->tier >= Tier::Prominent);
    QCOMPARE(allergic->subject, u"Penicillin V"_s);
    QVERIFY(!allergic->facts.isEmpty());
}

void TestSafetyService::whatIsNotKnownIsSaid()
{
    import({patient({.id = "p1"}), drug("m1", "herbal sleep mix"), drug("m2", "lisinopril 10 mg tablet"),
            allergy("a1", "Zzyzx drops", "Rash")});
    const SafetyReviewPtr result = review();
    QVERIFY(result);
    QCOMPARE(result->checked, QStringList{u"lisinopril"_s});
    QStringList names;
    for (const NotChecked &entry : result->notChecked)
        names.append(entry.name);
    names.sort();
    QCOMPARE(names, (QStringList{u"Zzyzx drops"_s, u"herbal sleep mix"_s}));
}

void TestSafetyService::withdrawnDrugsAreNoDrugs()
{
    QByteArray withdrawn = drug("m1", "warfarin 5 mg tablet");
    withdrawn.replace("\"active\"", "\"entered-in-error\"");
    QByteArray forbidden = drug("m3", "simvastatin 40 mg tablet");
    forbidden.replace("\"order\"", "\"order\",\"doNotPerform\":true");
    import({patient({.id = "p1"}), withdrawn, drug("m2", "fluconazole 200 mg tablet"), forbidden});
    const SafetyReviewPtr result = review();
    QVERIFY(result);
    QCOMPARE(result->checked, QStringList{u"fluconazole"_s});
    QVERIFY(!alertOf(result, {u"warfarin"_s, u"fluconazole"_s}));
}

void TestSafetyService::latestResultOfADayCounts()
{
    const QByteArray amount = "'valueQuantity':{'value':%1,'unit':'mmol/L'}";
    const auto potassium = [&](const char *id, const char *value, const char *when) {
        return observed(id, "Potassium", when, json(amount.constData(), value));
    };
    import({patient({.id = "p1"}), drug("m1", "spironolactone 25 mg tablet"),
            potassium("l1", "4.4", "2026-11-19T07:00:00Z"), potassium("l2", "6.4", "2026-11-19T16:00:00Z")});
    const SafetyReviewPtr high = review();
    QVERIFY(std::ranges::any_of(high->alerts, [](const SafetyAlert &alert) {
        return alert.kind == AlertKind::Laboratory && alert.actual == 6.4;
    }));
    import({patient({.id = "p1"}), potassium("l3", "4.1", "2026-11-19T20:00:00Z")});
    const SafetyReviewPtr normal = review();
    QVERIFY(!std::ranges::contains(normal->alerts, AlertKind::Laboratory, &SafetyAlert::kind));
}

void TestSafetyService::resultsOfOtherSamplesDoNotCount()
{
    const QByteArray high = "'valueQuantity':{'value':9,'unit':'mmol/L'},'specimen':{'reference':'Specimen/s1'}";
    const auto specimen = [](const char *type) {
        return json("{'resourceType':'Specimen','id':'s1','type':{'text':'%1'},'subject':{'reference':'Patient/p1'}}",
                    type);
    };
    import({patient({.id = "p1"}), drug("m1", "spironolactone 25 mg tablet"), specimen("Urine"),
            observed("l1", "Potassium", "2026-11-19", high)});
    QVERIFY(!std::ranges::contains(review()->alerts, AlertKind::Laboratory, &SafetyAlert::kind));
    import({patient({.id = "p1"}), observed("l2", "Potassium", "2026-11-19",
                                            "'valueQuantity':{'value':9,'unit':'mmol/L'},"
                                            "'specimen':{'display':'Serum'}")});
    QVERIFY(std::ranges::contains(review()->alerts, AlertKind::Laboratory, &SafetyAlert::kind));
}

void TestSafetyService::partsOfPanelsCount()
{
    import({patient({.id = "p1"}), drug("m1", "spironolactone 25 mg tablet"),
            observed("l1", "Electrolytes", "2026-11-19",
                     "'component':[{'code':{'coding':[{'system':'http://loinc.org','code':'2823-3'}],'text':'K'},"
                     "'valueString':'6.7 mmol/L'}]")});
    const SafetyReviewPtr result = review();
    QVERIFY(std::ranges::any_of(result->alerts, [](const SafetyAlert &alert) {
        return alert.kind == AlertKind::Laboratory && alert.actual == 6.7;
    }));
}

void TestSafetyService::variantsInTheAnswerCount()
{
    import({patient({.id = "p1"}), drug("m1", "abacavir 300 mg tablet"),
            observed("l1", "HLA-B*57:01 [Presence]", "2025-11-01", "'valueCodeableConcept':{'text':'Negative'}")});
    QVERIFY(!std::ranges::contains(review()->alerts, AlertKind::Gene, &SafetyAlert::kind));
    import({patient({.id = "p1"}),
            observed("l2", "HLA-B*57:01 [Presence]", "2025-12-01", "'valueCodeableConcept':{'text':'Positive'}")});
    QVERIFY(std::ranges::contains(review()->alerts, AlertKind::Gene, &SafetyAlert::kind));
}

// A stop without a date: what its record's last update tells.
void TestSafetyService::stopsAreKnownByTheirRecord()
{
    QByteArray stopped = drug("m1", "phenelzine 15 mg tablet");
    stopped.replace("\"active\"", "\"stopped\"").replace("2026-11-01", "2025-01-01");
    stopped.replace("\"id\":", "\"meta\":{\"lastUpdated\":\"2026-11-18T10:00:00Z\"},\"id\":");
    import({patient({.id = "p1"}), stopped, drug("m2", "sertraline 50 mg tablet")});
    const SafetyReviewPtr result = review();
    const SafetyAlert *alert = alertOf(result, {u"phenelzine"_s, u"sertraline"_s});
    QVERIFY(alert);
    QVERIFY(alert->isVisible());
}

void TestSafetyService::acknowledgedStaysAcrossReopening()
{
    import({patient({.id = "p1"}), drug("m1", "Warfarin 5 MG Oral Tablet", daily("5")),
            drug("m2", "fluconazole 200 mg tablet")});
    const SafetyReviewPtr before = review();
    const SafetyAlert *alert = alertOf(before, {u"warfarin"_s, u"fluconazole"_s});
    QVERIFY(alert);
    QVERIFY(!alert->isAcknowledged());
    QSignalSpy changes(m_service.get(), &SafetyService::changed);
    QVERIFY(Test::await(m_service->acknowledge(person(), *alert, u"2"_s, u" INR every week "_s)));
    QCOMPARE(changes.size(), 1);
    m_service.reset();
    m_vault->close();
    QVERIFY(m_vault->unlock());
    makeService();
    const SafetyReviewPtr after = review();
    alert = alertOf(after, {u"warfarin"_s, u"fluconazole"_s});
    QVERIFY(alert && alert->isAcknowledged());
    QCOMPARE(alert->override_->author, u"Dr. Test"_s);
    QCOMPARE(alert->override_->reason, u"2"_s);
    QCOMPARE(alert->override_->comment, u"INR every week"_s);
    QVERIFY(Test::await(m_service->withdraw(person(), alert->id)));
    const SafetyReviewPtr withdrawn = review();
    QVERIFY(!alertOf(withdrawn, {u"warfarin"_s, u"fluconazole"_s})->override_);
    const auto history = Test::await(m_service->history(person()));
    QVERIFY(history);
    QCOMPARE(history->size(), 2);
    QVERIFY(history->first().reason.isEmpty());
    const auto verified = m_vault->verify();
    QVERIFY(verified && verified->ok());
}

void TestSafetyService::comesBackWhenTheDoseChanges()
{
    import({patient({.id = "p1"}), drug("m1", "Warfarin 5 MG Oral Tablet", daily("5")),
            drug("m2", "fluconazole 200 mg tablet")});
    const SafetyReviewPtr before = review();
    const SafetyAlert *alert = alertOf(before, {u"warfarin"_s, u"fluconazole"_s});
    QVERIFY(alert);
    QVERIFY(Test::await(m_service->acknowledge(person(), *alert, u"1"_s, {})));
    QByteArray more = drug("m9", "Warfarin 5 MG Oral Tablet", daily("10"));
    more.replace("2026-11-01", "2026-11-15");
    import({patient({.id = "p1"}), more});
    const SafetyReviewPtr after = review();
    alert = alertOf(after, {u"warfarin"_s, u"fluconazole"_s});
    QVERIFY(alert);
    QVERIFY(alert->override_);
    QCOMPARE(alert->returned, OverrideReturn::Dose);
    QVERIFY(alert->isVisible());
}

void TestSafetyService::reasonsAreCoded()
{
    import({patient({.id = "p1"}), drug("m1", "warfarin 5 mg tablet"), drug("m2", "fluconazole 200 mg tablet")});
    const SafetyReviewPtr result = review();
    const SafetyAlert *alert = alertOf(result, {u"warfarin"_s, u"fluconazole"_s});
    QVERIFY(alert);
    const Status refused = Test::await(m_service->acknowledge(person(), *alert, u"because"_s, {}));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ConstraintViolated);
    const Status tooLong = Test::await(m_service->acknowledge(person(), *alert, u"1"_s, QString(5000, u'x')));
    QVERIFY(!tooLong);
    QVERIFY(!review()->alerts.first().override_);
}

void TestSafetyService::tryingADrugChangesNothing()
{
    import({patient({.id = "p1"}), drug("m1", "warfarin 5 mg tablet"), drug("m2", "lisinopril 10 mg tablet")});
    const auto tried = Test::await(m_service->tryDrug(person(), u"ibuprofen"_s));
    QVERIFY(tried);
    QCOMPARE(tried->ingredients, QStringList{u"ibuprofen"_s});
    QVERIFY(tried->isSure);
    QVERIFY(!tried->alerts.isEmpty());
    for (const SafetyAlert &alert : tried->alerts)
        QVERIFY(std::ranges::contains(alert.drugs, u"ibuprofen"_s, &AlertDrug::name));
    QVERIFY(tried->alerts.first().tier >= Tier::Prominent);
    const auto unknown = Test::await(m_service->tryDrug(person(), u"zzyzxamab"_s));
    QVERIFY(unknown);
    QVERIFY(unknown->ingredients.isEmpty() && !unknown->isSure && unknown->alerts.isEmpty());
    QCOMPARE(review()->checked, (QStringList{u"lisinopril"_s, u"warfarin"_s}));
}

void TestSafetyService::completesNames()
{
    const QStringList names = m_service->completions(u"Warf"_s);
    QVERIFY(!names.isEmpty());
    QCOMPARE(names.first(), u"warfarin"_s);
    QVERIFY(m_service->completions({}).isEmpty());
    QCOMPARE(m_service->completions(u"a"_s, 5).size(), 5);
}

void TestSafetyService::damagedKnowledgeChecksNothing()
{
    import({patient({.id = "p1"}), drug("m1", "warfarin 5 mg tablet"), drug("m2", "fluconazole 200 mg tablet")});
    makeService([]() -> KnowledgeResult<std::shared_ptr<const KnowledgeBase>> {
        return std::unexpected(KnowledgeFault{KnowledgeFault::Kind::Damaged, u"checksum"_s});
    });
    const SafetyReviewPtr result = review();
    QVERIFY(result);
    QCOMPARE(result->knowledge, SafetyReview::Knowledge::Failed);
    QCOMPARE(result->notChecked.size(), 2);
    QCOMPARE(result->notChecked.first().why, NotChecked::Why::NoKnowledge);
    QCOMPARE(result->checkedCourses, 0);
    QVERIFY(result->alerts.isEmpty());
}

void TestSafetyService::lockedVaultAnswersSo()
{
    import({patient({.id = "p1"}), drug("m1", "warfarin 5 mg tablet")});
    const PersonId id = person();
    m_vault->close();
    const auto result = Test::await(m_service->review(id));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::VaultLocked);
}

QTEST_GUILESS_MAIN(TestSafetyService)
#include "tst_safetyservice.moc"
