// SPDX-License-Identifier: Apache-2.0
#include "medications/AlertCard.h"
#include "medications/CheckDrugPanel.h"
#include "medications/CourseText.h"
#include "medications/MedicationsModel.h"
#include "medications/MedicationsPage.h"
#include "medications/SafetyPane.h"
#include "shell/Commands.h"
#include "shell/Workspace.h"
#include "timeline/DetailPane.h"
#include "timeline/RecordPage.h"
#include "timeline/RecordView.h"
#include "ui/MadeReviews.h"
#include "ui/TestWindow.h"

#include <QDir>
#include <QLayout>
#include <QSignalSpy>
#include <QTableView>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Testing;
using namespace Chartline::Ui;

class MedicationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init();
    void cleanup();
    void groupsInOrder();
    void aRowSaysWhatTheSourcesSay();
    void sortingStaysWithinGroups();
    void filterNarrows();
    void aRowOpensItsEntry();
    void uncheckedAndAlertsAreMarked();
    void noMedications();
    void failedReading();
    void otherPersonDropsEverything();
    void words_data();
    void words();
    void inTheWindow();
    void pictures_data();
    void pictures();

private:
    void show(const SafetyReviewPtr &review);
    static void save(const QPixmap &picture, const QString &name);
    [[nodiscard]] MedicationsModel *model() const { return m_page->model(); }
    [[nodiscard]] QString cell(const QString &drug, int column) const;
    [[nodiscard]] QStringList headings() const;
    [[nodiscard]] int rowNamed(const QString &drug) const;

    std::unique_ptr<TestWindow> m_window;
    std::unique_ptr<FakeSafety> m_fake;
    std::unique_ptr<PersonSafety> m_safety;
    std::unique_ptr<MedicationsPage> m_page;
    PersonRecordPtr m_record = portraitRecord();
};

namespace {

// 14 courses in every group.
SafetyReviewPtr fullReview(const PersonRecordPtr &record)
{
    using enum Safety::CourseState;
    MadeReview made = usualReview(record);
    made.course(u"Simvastatin"_s, Past);
    made.course(u"Nitrofurantoin"_s, Past);
    made.course(u"Doxycycline"_s, Past, u"Lakeside Chest Clinic"_s);
    Safety::DrugCourse &never = made.course(u"Apixaban 5 mg tablet"_s, NeverDispensed);
    never.spans = {{QDate(2026, 3, 1), QDate(2026, 6, 1)}};
    never.witnesses.first().said = QDate(2026, 3, 1);
    Safety::DrugCourse &planned = made.course(u"Denosumab 60 mg injection"_s, Planned);
    planned.witnesses.first().said = QDate(2026, 11, 2);
    made.course(u"Aspirin"_s, NotTaken, u"St. Mary Hospital"_s);
    made.review.checkedCourses = 6;
    return made.take();
}

} // namespace

void MedicationsTest::init()
{
    m_window = std::make_unique<TestWindow>();
    m_fake = std::make_unique<FakeSafety>();
    m_safety = std::make_unique<PersonSafety>(m_fake->calls());
    m_page = std::make_unique<MedicationsPage>(*m_safety, m_window->composition->records(), m_window->themes->theme());
    m_page->resize(1272, 852);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void MedicationsTest::cleanup()
{
    m_page.reset();
    m_safety.reset();
    m_fake.reset();
    m_window.reset();
}

void MedicationsTest::show(const SafetyReviewPtr &review)
{
    m_safety->open(m_record->person.id);
    m_page->setRecord(m_record);
    m_fake->review(review);
    QVERIFY(QTest::qWaitFor([&] { return m_safety->state() == PersonSafety::State::Ready; }));
    QTest::qWait(30);
}

int MedicationsTest::rowNamed(const QString &drug) const
{
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (!model()->isHeading(row) && model()->lines(row, MedicationsModel::Drug).first().text.startsWith(drug))
            return row;
    }
    return -1;
}

QString MedicationsTest::cell(const QString &drug, int column) const
{
    const int row = rowNamed(drug);
    return row < 0 ? QString() : model()->index(row, column).data().toString();
}

QStringList MedicationsTest::headings() const
{
    QStringList words;
    for (int row = 0; row < model()->rowCount(); ++row) {
        if (model()->isHeading(row))
            words += model()->index(row, 0).data().toString();
    }
    return words;
}

void MedicationsTest::groupsInOrder()
{
    show(fullReview(m_record));
    QCOMPARE(headings(), QStringList({u"Taken now (6)"_s, u"Uncertain: begun, and long not heard of (1)"_s,
                                      u"Prescribed, never dispensed (1)"_s, u"Planned (1)"_s, u"Past (4)"_s,
                                      u"Said not to be taken (1)"_s}));
    QCOMPARE(model()->courseCount(), 14);
    QVERIFY(wordsOn(m_page.get()).contains(u"2 to act on · 1 to know · 6 drugs checked, 1 not checked"_s));
    QVERIFY(!wordsOn(m_page.get()).contains(u"no interaction"_s, Qt::CaseInsensitive));
}

void MedicationsTest::aRowSaysWhatTheSourcesSay()
{
    show(fullReview(m_record));
    QCOMPARE(cell(u"Metformin"_s, MedicationsModel::Dose),
             u"2,000 mg a day\n1,000 mg → 2,000 mg, 3 Jun 2019\n500 mg → 1,000 mg, 1 Feb 2015"_s);
    QCOMPARE(cell(u"Metformin"_s, MedicationsModel::Period), u"since 20 Apr 2011"_s);
    QCOMPARE(cell(u"Metformin"_s, MedicationsModel::Fills), u"93 % of days covered"_s);
    QCOMPARE(cell(u"Atorvastatin"_s, MedicationsModel::Fills), u"61 % of days covered\na gap of 183 days"_s);
    const QString warfarin = cell(u"Warfarin"_s, MedicationsModel::Sources);
    QVERIFY2(warfarin.startsWith(u"Sources disagree: active at City Family Practice (2 Oct 2026), stopped at St. Mary "
                                 "Hospital (3 Oct 2026)"_s),
             qPrintable(warfarin));
    QVERIFY(warfarin.contains(u"St. Mary Hospital: prescribed, stopped (3 Oct 2026)"_s));
    QVERIFY(warfarin.contains(u"Lakeside Chest Clinic: listed, active (20 Sep 2026)"_s));
    QCOMPARE(cell(u"Herbal"_s, MedicationsModel::Period), u"since 1 Feb 2025\nlast heard of on 1 Feb 2025"_s);
    QCOMPARE(cell(u"Simvastatin"_s, MedicationsModel::Period), u"1 Feb 2013 – 1 Aug 2020"_s);
}

void MedicationsTest::sortingStaysWithinGroups()
{
    show(fullReview(m_record));
    m_page->table()->sortByColumn(MedicationsModel::Drug, Qt::AscendingOrder);
    QVERIFY(rowNamed(u"Amiodarone"_s) < rowNamed(u"Atorvastatin"_s));
    QVERIFY(rowNamed(u"Atorvastatin"_s) < rowNamed(u"Warfarin"_s));
    QVERIFY(rowNamed(u"Warfarin"_s) < rowNamed(u"Herbal"_s));
    QVERIFY(rowNamed(u"Herbal"_s) < rowNamed(u"Apixaban"_s));
    m_page->table()->sortByColumn(MedicationsModel::Drug, Qt::DescendingOrder);
    QVERIFY(rowNamed(u"Warfarin"_s) < rowNamed(u"Amiodarone"_s));
    QVERIFY(rowNamed(u"Amiodarone"_s) < rowNamed(u"Herbal"_s));
    m_page->table()->sortByColumn(MedicationsModel::Fills, Qt::AscendingOrder);
    QVERIFY(rowNamed(u"Atorvastatin"_s) < rowNamed(u"Metformin"_s));
    QVERIFY(rowNamed(u"Metformin"_s) < rowNamed(u"Warfarin"_s));
}

void MedicationsTest::filterNarrows()
{
    show(fullReview(m_record));
    QTest::keyClicks(field(m_page.get(), u"Filter the medications"_s), u"lakeside chest active"_s);
    QVERIFY(rowNamed(u"Warfarin"_s) >= 0);
    QVERIFY(rowNamed(u"Fluconazole"_s) >= 0);
    QCOMPARE(rowNamed(u"Metformin"_s), -1);
    QVERIFY(!headings().contains(u"Past (4)"_s));
    // What was checked does not depend on what is looked at.
    QVERIFY(wordsOn(m_page.get()).contains(u"6 drugs checked, 1 not checked"_s));
    field(m_page.get(), u"Filter the medications"_s)->clear();
    QTest::keyClicks(field(m_page.get(), u"Filter the medications"_s), u"zzz"_s);
    QVERIFY(wordsOn(m_page.get()).contains(u"No medication passes the filter"_s));
}

void MedicationsTest::aRowOpensItsEntry()
{
    show(fullReview(m_record));
    QVERIFY(!m_page->details()->isVisible());
    const QModelIndex index = model()->index(rowNamed(u"Warfarin"_s), 0);
    QTest::mouseClick(m_page->table()->viewport(), Qt::LeftButton, {}, m_page->table()->visualRect(index).center());
    QVERIFY(m_page->details()->isVisible());
    QVERIFY(m_page->details()->plainText().contains(u"Warfarin 5 mg tablet"_s));
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    QVERIFY(!m_page->details()->isVisible());
    // The same by keyboard; headings are passed over.
    m_page->table()->setCurrentIndex(model()->index(rowNamed(u"Metformin"_s), 0));
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QVERIFY(m_page->details()->plainText().contains(u"Metformin"_s));
    m_page->checkDrug();
    QVERIFY(m_page->checkPanel()->isVisible());
    QVERIFY(!m_page->details()->isVisible());
}

void MedicationsTest::uncheckedAndAlertsAreMarked()
{
    show(fullReview(m_record));
    QVERIFY(cell(u"Herbal"_s, MedicationsModel::Drug).contains(u"Not checked"_s));
    QVERIFY(model()->isUnchecked(rowNamed(u"Herbal"_s)));
    MadeReview partly = usualReview(m_record);
    partly.notChecked(u"Lisinopril"_s, Safety::NotChecked::Why::UnsureDrug);
    partly.notChecked(u"Metformin"_s, Safety::NotChecked::Why::KidneyUnknown);
    model()->setReview(partly.take());
    QVERIFY(cell(u"Lisinopril"_s, MedicationsModel::Drug).contains(u"Not fully checked"_s));
    QVERIFY2(!cell(u"Metformin"_s, MedicationsModel::Drug).contains(u"checked"_s), "it was, against all else");
    model()->setReview(fullReview(m_record));
    QVERIFY(cell(u"Warfarin"_s, MedicationsModel::Drug).contains(u"Act now"_s));
    QCOMPARE(model()->tier(rowNamed(u"Amiodarone"_s)), Safety::Tier::Prominent);
    QCOMPARE(model()->tier(rowNamed(u"Metformin"_s)), Safety::Tier::Passive);
    // Minor alerts mark nothing.
    QCOMPARE(model()->tier(rowNamed(u"Atorvastatin"_s)), Safety::Tier::None);
    QVERIFY(model()->index(rowNamed(u"Warfarin"_s), 0).data(Qt::AccessibleTextRole).toString().contains(u"Act now"_s));
}

void MedicationsTest::noMedications()
{
    show(MadeReview(m_record).take());
    const QString shown = wordsOn(m_page.get());
    QVERIFY(shown.contains(u"No medications have been received"_s));
    QVERIFY(shown.contains(u"This is not the same as taking none."_s));
    QVERIFY(shown.contains(u"No current drugs are known; nothing was checked"_s));
}

void MedicationsTest::failedReading()
{
    m_safety->open(m_record->person.id);
    FakeSafety::answer<Result<SafetyReviewPtr>>(m_fake->reviews, fail(ErrorCode::BlobDamaged, {u"abc"_s}));
    QVERIFY(QTest::qWaitFor([&] { return wordsOn(m_page.get()).contains(u"The medications could not be read"_s); }));
    QVERIFY(wordsOn(m_page.get()).contains(u"Nothing was checked"_s));
}

void MedicationsTest::otherPersonDropsEverything()
{
    show(fullReview(m_record));
    m_page->checkDrug();
    QTest::keyClicks(m_page->checkPanel()->edit(), u"ibu"_s);
    const std::weak_ptr<const Safety::SafetyReview> review = m_safety->review();
    m_safety->close();
    QVERIFY2(review.expired(), "nothing holds the review any more");
    QCOMPARE(model()->rowCount(), 0);
    QVERIFY(m_page->checkPanel()->edit()->text().isEmpty());
    QVERIFY(!wordsOn(m_page.get()).contains(u"arfarin"_s));
}

void MedicationsTest::words_data()
{
    using namespace Safety;
    QTest::addColumn<QString>("shown");
    QTest::addColumn<QString>("expected");
    DrugCourse course;
    QTest::newRow("no dose") << CourseText::dose(course) << QString();
    course.asNeeded = true;
    QTest::newRow("as needed") << CourseText::dose(course) << u"as needed"_s;
    course.doses = {{QDate(2020, 1, 1), 400}};
    QTest::newRow("up to") << CourseText::dose(course) << u"up to 400 mg a day, as needed"_s;
    QTest::newRow("no date") << CourseText::period(course) << QString();
    QTest::newRow("certain") << CourseText::confidence(course) << QString();
    course.state = CourseState::Uncertain;
    QTest::newRow("never heard of") << CourseText::confidence(course) << QString();
    course.witnesses = {{u"A"_s, MentionKind::Request, MentionState::Active, QDate(2025, 2, 1), {}}};
    QTest::newRow("less certain") << CourseText::confidence(course) << u"last heard of on 1 Feb 2025"_s;
    course.witnesses.clear();
    course.state = CourseState::Past;
    QTest::newRow("past is past") << CourseText::confidence(course) << QString();
    QTest::newRow("no fills") << CourseText::adherence(course) << QString();
    course.gaps = {{QDate(2020, 1, 1), QDate(2020, 1, 10)}, {QDate(2021, 1, 1), QDate(2021, 2, 10)}};
    QTest::newRow("gaps") << CourseText::gaps(course) << u"2 gaps, the longest 41 days"_s;
    QTest::newRow("witness without a date")
        << CourseText::witness({u"St. Mary"_s, MentionKind::Dispense, MentionState::Completed, {}, {}})
        << u"St. Mary: dispensed, completed"_s;
    course.conflict = true;
    QTest::newRow("conflict of unknown sources")
        << CourseText::conflict(course) << u"Sources disagree on whether it is taken"_s;
}

void MedicationsTest::words()
{
    QFETCH(const QString, shown);
    QTEST(shown, "expected");
}

// With the real service: the place, its badge and commands, and what locking leaves.
void MedicationsTest::inTheWindow()
{
    m_page.reset();
    TestWindow test;
    QVERIFY(test.createWithDemonstration());
    test.makeWindow();
    Workspace *workspace = test.window->workspace();
    QVERIFY(workspace->medications());
    workspace->load(false);
    const QList<PersonSummary> people = test.people();
    const auto most = std::ranges::max_element(people, {}, &PersonSummary::facts);
    test.window->openPerson(most->id);
    SafetyPane *cards = workspace->record()->view()->safetyCards();
    EVENTUALLY(cards->headerText().contains(u"checked"_s));
    QTest::qWait(100);
    save(test.window->grab(), u"safety-window"_s);
    test.window->commands()->medications->trigger();
    QCOMPARE(workspace->place(), NavigationBar::Place::Medications);
    EVENTUALLY(workspace->medications()->model()->courseCount() > 0);
    test.window->commands()->checkDrug->trigger();
    EVENTUALLY(workspace->medications()->checkPanel()->isVisible());
    QLineEdit *edit = workspace->medications()->checkPanel()->edit();
    QTest::keyClicks(edit, u"ibuprofen"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    EVENTUALLY(workspace->medications()->checkPanel()->state() == CheckDrugPanel::State::Answered);
    EVENTUALLY(wordsOn(workspace).contains(u"What ibuprofen would do in this patient"_s));
    QTest::qWait(100);
    // Cards are as high as their words and scroll; they are never pressed into the room there is.
    for (const AlertCard *card : workspace->medications()->checkPanel()->findChildren<AlertCard *>())
        QVERIFY(card->height() >= card->layout()->heightForWidth(card->width()));
    save(test.window->grab(), u"medications-window"_s);
    test.window->commands()->safetyCards->trigger();
    QCOMPARE(workspace->place(), NavigationBar::Place::Timeline);
    QVERIFY(cards->isCollapsed());
    test.window->commands()->safetyCards->trigger();
    QVERIFY(!cards->isCollapsed());
    test.composition->vault().lock();
    EVENTUALLY(cards->headerText().isEmpty());
    QCOMPARE(workspace->medications()->model()->rowCount(), 0);
    QCOMPARE(cards->cards().size(), 0);
    QVERIFY(edit->text().isEmpty());
}

void MedicationsTest::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("side");
    for (const QSize size : {QSize(1440, 900), QSize(1920, 1080)}) {
        for (const bool dark : {false, true}) {
            for (const bool side : {false, true})
                QTest::addRow("medications-%s%s-%d", side ? "check-" : "", dark ? "dark" : "light", size.width())
                    << size << dark << side;
        }
    }
}

void MedicationsTest::pictures()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(bool, side);
    m_window->themes->setChoice(dark ? ThemeController::Choice::Dark : ThemeController::Choice::Light);
    m_page->resize(size.width() - 168, size.height() - 48);
    show(fullReview(m_record));
    if (side)
        m_page->checkDrug();
    QTest::qWait(60);
    save(m_page->grab(), QString::fromLatin1(QTest::currentDataTag()));
    m_window->themes->setChoice(ThemeController::Choice::Light);
}

void MedicationsTest::save(const QPixmap &picture, const QString &name)
{
    QVERIFY(picture.toImage().convertToFormat(QImage::Format_Indexed8).colorCount() > 8);
    const QDir folder(qEnvironmentVariable("CHARTLINE_SCREENSHOTS", QStringLiteral(CHARTLINE_BINARY_DIR "/screens")));
    QVERIFY(folder.mkpath(u"."_s));
    QVERIFY(picture.save(folder.filePath(name + u".png"_s)));
}

QTEST_MAIN(MedicationsTest)
#include "tst_medications.moc"
