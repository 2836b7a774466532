// SPDX-License-Identifier: Apache-2.0
#include "medications/SafetyPane.h"
#include "medications/UncheckedCard.h"
#include "theme/ThemeController.h"
#include "timeline/DetailPane.h"
#include "timeline/RecordView.h"
#include "timeline/TimelineView.h"
#include "ui/MadeReviews.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Testing;
using namespace Chartline::Ui;

class SafetyPaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void headerSaysHowMuchWasChecked();
    void cardsStandInOrder();
    void reasonsUnfold();
    void passiveOnesAreCompact();
    void drugNamesOpenTheirEntries();
    void selectingACardMarksItsBars();
    void acknowledgingNeedsAReason();
    void acknowledgedOnesAreFoldedAndTakenBack();
    void failedWritingKeepsTheForm();
    void formOutlivesAReload();
    void everythingByKeyboard();
    void minorOnesAreFolded();
    void nothingFoundIsNeverSaidAlone();
    void manyUncheckedAreOneCard();
    void failedKnowledge();
    void failureAndRetry();
    void olderAnswersAreDropped();
    void lockDropsEverything();
    void foldingIsRemembered();
    void pictures_data();
    void pictures();

private:
    void show(const SafetyReviewPtr &review);
    [[nodiscard]] AlertCard *card(const QString &id) const;
    [[nodiscard]] SafetyPane *pane() const { return m_view->safetyCards(); }
    [[nodiscard]] QString words() const { return wordsOn(pane()); }
    void save(const QString &name);

    QTemporaryDir m_settings;
    std::unique_ptr<ThemeController> m_themes;
    std::unique_ptr<FakeSafety> m_fake;
    std::unique_ptr<PersonSafety> m_safety;
    std::unique_ptr<RecordView> m_view;
    PersonRecordPtr m_record = portraitRecord();
    QDateTime m_now = QDateTime(reviewDay(), QTime(12, 0), QTimeZone::UTC);
};

namespace {

const QString s_loud = u"interaction:bleeding:11289+4450"_s;
const QString s_lowered = u"interaction:bleeding:11289+703"_s;
const QString s_kidney = u"laboratory:kidney:6809"_s;

SafetyReviewPtr longReview(const PersonRecordPtr &record)
{
    MadeReview made = usualReview(record);
    made.review.alerts[0].happens = u"Fluconazole about doubles the effect of warfarin within days. "_s.repeated(4);
    made.review.alerts[0].manage = u"Hold warfarin, recheck the INR within 48 hours, then twice a week. "_s.repeated(3);
    made.review.alerts[0].drugs.append({0, u"sulfamethoxazole and trimethoprim extended release"_s, 3});
    made.review.alerts[1].returned = Safety::OverrideReturn::Kidney;
    made.review.alerts[1].override_ = Safety::SafetyOverride{};
    made.notChecked(u"Mixture of valerian, hops, lemon balm and passion flower, own brand, 30 drops at night"_s,
                    Safety::NotChecked::Why::UnsureDrug);
    made.review.notChecked.last().unread = {u"hops"_s, u"own"_s, u"brand"_s};
    made.notChecked(u"Allergy to Unobtainiumcillin"_s, Safety::NotChecked::Why::UnknownAllergy);
    made.review.allergyKnowledge = Safety::PatientContext::AllergyKnowledge::NothingRecorded;
    made.review.knowledge = Safety::SafetyReview::Knowledge::OutOfDate;
    made.review.knowledgeExpires = QDate(2026, 5, 1);
    return made.take();
}

SafetyReviewPtr failedReview(const PersonRecordPtr &record)
{
    MadeReview made(record);
    addUsualCourses(made);
    made.review.knowledge = Safety::SafetyReview::Knowledge::Failed;
    made.review.checkedCourses = 0;
    made.review.notChecked.clear();
    for (const Safety::DrugCourse &course : std::as_const(made.review.courses)) {
        if (course.isTaken())
            made.review.notChecked.append({course.text, Safety::NotChecked::Why::NoKnowledge, {}, course.facts});
    }
    return made.take();
}

} // namespace

void SafetyPaneTest::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_themes = std::make_unique<ThemeController>();
    m_themes->setChoice(ThemeController::Choice::Light);
    m_themes->apply();
}

void SafetyPaneTest::init()
{
    QSettings().clear();
    m_fake = std::make_unique<FakeSafety>();
    m_safety = std::make_unique<PersonSafety>(m_fake->calls());
    m_view = std::make_unique<RecordView>(m_themes->theme(), nullptr, m_safety.get());
    m_view->resize(1272, 852);
    m_view->setRecord(m_record, m_now);
    m_view->show();
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void SafetyPaneTest::cleanup()
{
    m_view.reset();
    m_safety.reset();
    m_fake.reset();
}

void SafetyPaneTest::show(const SafetyReviewPtr &review)
{
    m_safety->open(m_record->person.id);
    m_fake->review(review);
    QVERIFY(QTest::qWaitFor([&] { return m_safety->state() == PersonSafety::State::Ready; }));
    QTest::qWait(20);
}

AlertCard *SafetyPaneTest::card(const QString &id) const
{
    for (AlertCard *one : pane()->cards()) {
        if (one->alert().id == id)
            return one;
    }
    return nullptr;
}

void SafetyPaneTest::headerSaysHowMuchWasChecked()
{
    m_safety->open(m_record->person.id);
    QCOMPARE(pane()->headerText(), u"Checking drugs…"_s);
    m_fake->review(usualReview(m_record).take());
    QVERIFY(QTest::qWaitFor([&] { return pane()->headerText() != u"Checking drugs…"_s; }));
    QCOMPARE(pane()->headerText(), u"2 to act on · 1 to know · 6 drugs checked, 1 not checked"_s);
    const QAbstractButton *chip = buttonNamed(m_view.get(), u"2 to act on"_s);
    QVERIFY(chip && chip->toolTip().startsWith(u"Act now: 1 · Act: 1 · Know: 1"_s));
}

void SafetyPaneTest::cardsStandInOrder()
{
    show(usualReview(m_record).take());
    const auto top = [&](const QWidget *widget) { return widget->mapTo(pane(), QPoint()).y(); };
    const auto *unchecked = pane()->findChild<UncheckedCard *>();
    QVERIFY(unchecked && unchecked->isVisible());
    QVERIFY(wordsOn(unchecked).contains(u"Not checked: “Herbal sleep mixture”"_s));
    QVERIFY(wordsOn(unchecked).contains(u"No ingredient recognised. Treat as unknown."_s));
    QVERIFY(top(card(s_loud)) < top(card(s_lowered)));
    QVERIFY(top(card(s_lowered)) < top(unchecked));
    QVERIFY(top(unchecked) < top(card(s_kidney)));
    const QString loud = wordsOn(card(s_loud));
    QVERIFY2(loud.contains(u"Act now"_s), qPrintable(loud));
    QVERIFY(loud.contains(u"Warfarin + fluconazole"_s));
    QVERIFY(loud.contains(u"Do: Hold or reduce warfarin"_s));
    QVERIFY(loud.contains(u"INR 2.3 (2 Sept 2026) → 4.6 (20 Nov 2026)"_s)
            || loud.contains(u"INR 2.3 (2 Sep 2026) → 4.6 (20 Nov 2026)"_s));
    QVERIFY(!loud.contains(u"CYP2C9"_s));
    // What moved it is said without being asked for.
    QVERIFY(wordsOn(card(s_lowered)).contains(u"Lowered: taken together for months"_s));
}

void SafetyPaneTest::reasonsUnfold()
{
    show(usualReview(m_record).take());
    QTest::mouseClick(buttonNamed(card(s_loud), u"Why?"_s), Qt::LeftButton);
    const QString loud = wordsOn(card(s_loud));
    QVERIFY(loud.contains(u"CYP2C9 inhibition"_s));
    QVERIFY(loud.contains(u"Evidence: established"_s));
    QVERIFY(loud.contains(u"Source: label (FDA or EU SmPC) §7"_s));
    QVERIFY(loud.contains(u"Knowledge: Chartline"_s));
    QVERIFY(loud.contains(u"Both are taken now, together since 29 Oct 2026"_s));
    // What is unfolded stays so when the review comes again.
    m_safety->reload();
    m_fake->review(usualReview(m_record).take());
    QVERIFY(QTest::qWaitFor([&] { return m_safety->state() == PersonSafety::State::Ready; }));
    QVERIFY(card(s_loud)->isWhyShown());
    QVERIFY(!card(s_lowered)->isWhyShown());
}

void SafetyPaneTest::passiveOnesAreCompact()
{
    show(usualReview(m_record).take());
    QVERIFY(wordsOn(card(s_kidney)).contains(u"Metformin with eGFR 38 ml/min/1.73 m²"_s));
    QVERIFY(wordsOn(card(s_kidney)).contains(u"Know"_s));
    QVERIFY(!wordsOn(card(s_kidney)).contains(u"Do:"_s));
    QTest::mouseClick(buttonNamed(card(s_kidney), u"More"_s), Qt::LeftButton);
    QVERIFY(wordsOn(card(s_kidney)).contains(u"A lower dose is due below an eGFR of 45 ml/min/1.73 m²"_s));
    QVERIFY(wordsOn(card(s_kidney)).contains(u"reckoned from creatinine"_s));
}

void SafetyPaneTest::drugNamesOpenTheirEntries()
{
    show(usualReview(m_record).take());
    QVERIFY(!m_view->details()->isVisible());
    for (QLabel *label : card(s_loud)->findChildren<QLabel *>()) {
        if (label->accessibleName() != u"Warfarin + fluconazole"_s)
            continue;
        label->setFocus();
        QTest::keyClick(label, Qt::Key_Tab);
        QTest::keyClick(label, Qt::Key_Return);
    }
    QVERIFY(m_view->details()->isVisible());
    QTest::qWait(20);
    QVERIFY(wordsOn(m_view->details()).contains(u"Fluconazole 150 mg capsule"_s)
            || wordsOn(m_view->details()).contains(u"Warfarin 5 mg tablet"_s));
    QVERIFY(pane()->isVisible());
}

void SafetyPaneTest::selectingACardMarksItsBars()
{
    show(usualReview(m_record).take());
    QSignalSpy marked(pane(), &SafetyPane::marked);
    const QImage before = m_view->timeline()->grab().toImage();
    QTest::mouseClick(card(s_loud), Qt::LeftButton, {}, QPoint(card(s_loud)->width() - 6, 6));
    QCOMPARE(marked.size(), 1);
    QCOMPARE(marked.first().first().value<QList<FactId>>().size(), 2);
    QVERIFY(card(s_loud)->isSelected());
    QVERIFY(m_view->timeline()->grab().toImage() != before);
}

void SafetyPaneTest::acknowledgingNeedsAReason()
{
    show(usualReview(m_record).take());
    QTest::mouseClick(buttonNamed(card(s_loud), u"Acknowledge…"_s), Qt::LeftButton);
    QAbstractButton *accept = buttonNamed(card(s_loud), u"Acknowledge"_s);
    QVERIFY(accept && !accept->isEnabled());
    QVERIFY(wordsOn(card(s_loud)).contains(u"as written by Dr. Demo"_s));
    auto *reasons = card(s_loud)->findChild<QComboBox *>();
    QCOMPARE(reasons->count(), 4);
    QCOMPARE(reasons->itemText(2), u"Consulted prescriber"_s);
    reasons->setCurrentIndex(2);
    QVERIFY(accept->isEnabled());
    QTest::keyClicks(card(s_loud)->findChild<QLineEdit *>(), u"INR weekly"_s);
    QTest::mouseClick(accept, Qt::LeftButton);
    QCOMPARE(m_fake->acknowledged.size(), 1);
    QCOMPARE(m_fake->acknowledged.first().alert, s_loud);
    QCOMPARE(m_fake->acknowledged.first().reason, u"5"_s);
    QCOMPARE(m_fake->acknowledged.first().comment, u"INR weekly"_s);
}

void SafetyPaneTest::acknowledgedOnesAreFoldedAndTakenBack()
{
    MadeReview made = usualReview(m_record);
    made.review.alerts[0].override_ =
        Safety::SafetyOverride{s_loud,
                               u"5"_s,
                               u"INR weekly"_s,
                               u"Dr. Demo"_s,
                               QDateTime(QDate(2026, 11, 20), QTime(14, 30)).toMSecsSinceEpoch(),
                               Safety::Tier::Interruptive,
                               {}};
    show(made.take());
    QCOMPARE(pane()->headerText(), u"1 to act on · 1 to know · 6 drugs checked, 1 not checked"_s);
    QVERIFY(!card(s_loud)->isVisible());
    QTest::mouseClick(buttonNamed(pane(), u"Acknowledged (1)"_s), Qt::LeftButton);
    QVERIFY(card(s_loud)->isVisible());
    const QString shown = wordsOn(card(s_loud));
    QVERIFY2(shown.contains(u"Dr. Demo, 20 Nov 2026, 14:30: Consulted prescriber. “INR weekly”"_s), qPrintable(shown));
    QTest::mouseClick(buttonNamed(card(s_loud), u"Take back"_s), Qt::LeftButton);
    QCOMPARE(m_fake->withdrawn, QStringList{s_loud});
    FakeSafety::answer<Status>(m_fake->writes, {});
    QVERIFY(QTest::qWaitFor([&] { return !m_fake->reviews.empty(); }));
    m_fake->review(usualReview(m_record).take());
    QVERIFY(QTest::qWaitFor([&] { return pane()->headerText().startsWith(u"2 to act on"_s); }));
}

void SafetyPaneTest::failedWritingKeepsTheForm()
{
    show(usualReview(m_record).take());
    QTest::mouseClick(buttonNamed(card(s_loud), u"Acknowledge…"_s), Qt::LeftButton);
    card(s_loud)->findChild<QComboBox *>()->setCurrentIndex(0);
    QTest::keyClicks(card(s_loud)->findChild<QLineEdit *>(), u"kept"_s);
    QTest::mouseClick(buttonNamed(card(s_loud), u"Acknowledge"_s), Qt::LeftButton);
    FakeSafety::answer<Status>(m_fake->writes, fail(ErrorCode::IoFailed, {u"/vault"_s, u"Broken cable"_s}));
    QVERIFY(QTest::qWaitFor([&] { return words().contains(u"Broken cable"_s); }));
    QCOMPARE(card(s_loud)->findChild<QLineEdit *>()->text(), u"kept"_s);
    QVERIFY(buttonNamed(card(s_loud), u"Acknowledge"_s)->isEnabled());
}

void SafetyPaneTest::formOutlivesAReload()
{
    show(usualReview(m_record).take());
    QTest::mouseClick(buttonNamed(card(s_loud), u"Acknowledge…"_s), Qt::LeftButton);
    QTest::keyClicks(card(s_loud)->findChild<QLineEdit *>(), u"half a sent"_s);
    MadeReview other = usualReview(m_record);
    other.review.alerts.removeAt(1);
    m_safety->reload();
    m_fake->review(other.take());
    QVERIFY(QTest::qWaitFor([&] { return pane()->headerText().startsWith(u"1 to act on"_s); }));
    QCOMPARE(card(s_loud)->findChild<QLineEdit *>()->text(), u"half a sent"_s);
    QTest::keyClick(card(s_loud)->findChild<QLineEdit *>(), Qt::Key_Escape);
    // What was held back meanwhile is shown now.
    QVERIFY(QTest::qWaitFor([&] { return card(s_lowered) == nullptr; }));
}

void SafetyPaneTest::everythingByKeyboard()
{
    show(usualReview(m_record).take());
    pane()->focusCards();
    QVERIFY(card(s_loud)->hasFocus());
    QTest::keyClick(card(s_loud), Qt::Key_Return);
    QVERIFY(card(s_loud)->isWhyShown());
    QAbstractButton *acknowledge = buttonNamed(card(s_loud), u"Acknowledge…"_s);
    for (int i = 0; i < 6 && !acknowledge->hasFocus(); ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(acknowledge->hasFocus());
    QTest::keyClick(acknowledge, Qt::Key_Space);
    auto *reasons = card(s_loud)->findChild<QComboBox *>();
    QVERIFY(reasons->hasFocus());
    QTest::keyClick(reasons, Qt::Key_Down);
    QTest::keyClick(reasons, Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"by hand"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(m_fake->acknowledged.size(), 1);
    QCOMPARE(m_fake->acknowledged.first().reason, u"1"_s);
    QCOMPARE(m_fake->acknowledged.first().comment, u"by hand"_s);
}

void SafetyPaneTest::minorOnesAreFolded()
{
    show(usualReview(m_record).take());
    QVERIFY(!words().contains(u"Atorvastatin + amiodarone"_s));
    QTest::mouseClick(buttonNamed(pane(), u"Show minor (1)"_s), Qt::LeftButton);
    QVERIFY(words().contains(u"Atorvastatin + amiodarone"_s));
}

void SafetyPaneTest::nothingFoundIsNeverSaidAlone()
{
    MadeReview made(m_record);
    addUsualCourses(made);
    show(made.take());
    QCOMPARE(pane()->headerText(), u"Nothing found among 6 drugs checked · 1 not checked: “Herbal sleep mixture”"_s);
    QVERIFY(!words().contains(u"no interaction"_s, Qt::CaseInsensitive));
    QVERIFY(pane()->findChild<UncheckedCard *>()->isVisible());
    MadeReview none(m_record);
    none.review.allergyKnowledge = Safety::PatientContext::AllergyKnowledge::NothingRecorded;
    m_safety->reload();
    m_fake->review(none.take());
    QVERIFY(QTest::qWaitFor([&] { return words().contains(u"No current drugs are known; nothing was checked"_s); }));
    QVERIFY(QTest::qWaitFor([&] { return words().contains(u"This is not the same as taking none."_s); }));
    QVERIFY(words().contains(u"Nothing has been received about allergies"_s));
    QVERIFY(!words().contains(u"no interaction"_s, Qt::CaseInsensitive));
}

void SafetyPaneTest::manyUncheckedAreOneCard()
{
    MadeReview made = usualReview(m_record);
    for (int i = 0; i < 5; ++i)
        made.notChecked(u"Mixture %1"_s.arg(i));
    show(made.take());
    QCOMPARE(pane()->findChildren<UncheckedCard *>().size(), 1);
    const QString shown = wordsOn(pane()->findChild<UncheckedCard *>());
    QVERIFY(shown.contains(u"Not checked: 6 entries"_s));
    for (int i = 0; i < 5; ++i)
        QVERIFY(shown.contains(u"Mixture %1"_s.arg(i)));
    QCOMPARE(shown.count(u"No ingredient recognised"_s), 1);
}

void SafetyPaneTest::failedKnowledge()
{
    show(failedReview(m_record));
    QCOMPARE(pane()->headerText(), u"Nothing was checked: the knowledge base failed its check"_s);
    QVERIFY(words().contains(u"No drug of this record was checked"_s));
    QVERIFY(words().contains(u"Warfarin 5 mg tablet"_s));
    QVERIFY(!words().contains(u"found"_s));
    QVERIFY(wordsOn(m_view.get()).contains(u"Not checked"_s));
}

void SafetyPaneTest::failureAndRetry()
{
    m_safety->open(m_record->person.id);
    FakeSafety::answer<Result<SafetyReviewPtr>>(m_fake->reviews, fail(ErrorCode::BlobDamaged, {u"abc"_s}));
    QVERIFY(QTest::qWaitFor([&] { return pane()->headerText() == u"Nothing was checked"_s; }));
    QVERIFY(QTest::qWaitFor([&] { return buttonNamed(pane(), u"Try again"_s) != nullptr; }));
    QTest::mouseClick(buttonNamed(pane(), u"Try again"_s), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return !m_fake->reviews.empty(); }));
    m_fake->review(usualReview(m_record).take());
    QVERIFY(QTest::qWaitFor([&] { return pane()->headerText().startsWith(u"2 to act on"_s); }));
}

void SafetyPaneTest::olderAnswersAreDropped()
{
    m_safety->open(m_record->person.id);
    m_safety->reload();
    QCOMPARE(m_fake->reviews.size(), 2U);
    MadeReview older(m_record);
    m_fake->review(older.take());
    QTest::qWait(30);
    QCOMPARE(m_safety->state(), PersonSafety::State::Loading);
    m_fake->review(usualReview(m_record).take());
    QVERIFY(QTest::qWaitFor([&] { return pane()->headerText().startsWith(u"2 to act on"_s); }));
    // Nor does an answer for one person appear beside another.
    m_safety->reload();
    m_safety->open(PersonId{77});
    m_fake->review(usualReview(m_record).take());
    QTest::qWait(30);
    QCOMPARE(pane()->headerText(), u"Checking drugs…"_s);
    QVERIFY(!words().contains(u"Warfarin"_s));
}

void SafetyPaneTest::lockDropsEverything()
{
    std::weak_ptr<const Safety::SafetyReview> review;
    {
        const SafetyReviewPtr made = usualReview(m_record).take();
        review = made;
        show(made);
    }
    QTest::mouseClick(buttonNamed(card(s_loud), u"Acknowledge…"_s), Qt::LeftButton);
    card(s_loud)->findChild<QComboBox *>()->setCurrentIndex(0);
    QTest::mouseClick(buttonNamed(card(s_loud), u"Acknowledge"_s), Qt::LeftButton);
    m_safety->close();
    m_view->clear();
    QVERIFY2(review.expired(), "nothing holds the review any more");
    QVERIFY(pane()->headerText().isEmpty());
    QCOMPARE(pane()->cards().size(), 0);
    // An answer that comes now brings nothing back.
    FakeSafety::answer<Status>(m_fake->writes, {});
    QTest::qWait(30);
    QVERIFY(m_fake->reviews.empty());
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(u"arfarin"_s), qPrintable(label->text()));
}

void SafetyPaneTest::foldingIsRemembered()
{
    show(usualReview(m_record).take());
    QTest::mouseClick(buttonNamed(pane(), u"Fold the safety cards"_s), Qt::LeftButton);
    QVERIFY(!card(s_loud)->isVisible());
    // The banner goes on saying what there is to act on, and leads back.
    QAbstractButton *chip = buttonNamed(m_view.get(), u"2 to act on"_s);
    QVERIFY(chip && chip->isVisible());
    m_view = std::make_unique<RecordView>(m_themes->theme(), nullptr, m_safety.get());
    m_view->setRecord(m_record, m_now);
    m_view->show();
    QVERIFY(pane()->isCollapsed());
    m_view->toggleSafety();
    QVERIFY(!pane()->isCollapsed());
    QVERIFY(card(s_loud)->isVisible());
}

void SafetyPaneTest::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("what");
    const char *names[] = {"usual", "selected", "long", "empty", "failed", "form"};
    for (const QSize size : {QSize(1440, 900), QSize(1920, 1080)}) {
        for (const bool dark : {false, true}) {
            for (int what = 0; what < 6; ++what)
                QTest::addRow("safety-%s-%s-%d", names[what], dark ? "dark" : "light", size.width())
                    << size << dark << what;
        }
    }
}

void SafetyPaneTest::pictures()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(int, what);
    m_themes->setChoice(dark ? ThemeController::Choice::Dark : ThemeController::Choice::Light);
    m_view->resize(size.width() - 168, size.height() - 48);
    switch (what) {
    case 2: show(longReview(m_record)); break;
    case 3: show(MadeReview(m_record).take()); break;
    case 4: show(failedReview(m_record)); break;
    default: show(usualReview(m_record).take()); break;
    }
    if (what == 1) {
        pane()->focusCards();
        m_view->openFact(FactId{m_safety->review()->courses[Course::Warfarin].facts.first()});
        card(s_loud)->unfoldWhy(true);
    }
    if (what == 5) {
        QTest::mouseClick(buttonNamed(card(s_loud), u"Acknowledge…"_s), Qt::LeftButton);
        QTest::mouseClick(buttonNamed(pane(), u"Show minor (1)"_s), Qt::LeftButton);
    }
    QTest::qWait(60);
    save(QString::fromLatin1(QTest::currentDataTag()));
    m_themes->setChoice(ThemeController::Choice::Light);
}

void SafetyPaneTest::save(const QString &name)
{
    const QPixmap picture = m_view->grab();
    QVERIFY(picture.toImage().convertToFormat(QImage::Format_Indexed8).colorCount() > 8);
    QDir folder(qEnvironmentVariable("CHARTLINE_SCREENSHOTS", QStringLiteral(CHARTLINE_BINARY_DIR "/screens")));
    QVERIFY(folder.mkpath(u"."_s));
    QVERIFY(picture.save(folder.filePath(name + u".png"_s)));
}

QTEST_MAIN(SafetyPaneTest)
#include "tst_safetypane.moc"
