// SPDX-License-Identifier: Apache-2.0
#include "medications/AlertCard.h"
#include "medications/CheckDrugPanel.h"
#include "medications/UncheckedCard.h"
#include "theme/ThemeController.h"
#include "ui/MadeReviews.h"

#include <QCompleter>
#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;
using namespace Chartline::Test;
using namespace Chartline::Testing;
using namespace Chartline::Ui;

class CheckDrugTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void typingCompletes();
    void answerAsCards();
    void notKnown();
    void partlyUnderstood();
    void nothingFoundSaysHowMuch();
    void failedKnowledge();
    void failure();
    void typingDropsTheAnswer();
    void otherPersonDropsTheAnswer();
    void escapeCloses();
    void pictures_data();
    void pictures();

private:
    void type(const QString &text);
    [[nodiscard]] ProspectiveCheck ibuprofen() const;
    void answer(const Result<ProspectiveCheck> &check);
    [[nodiscard]] QString words() const { return wordsOn(m_panel.get()); }

    QTemporaryDir m_settings;
    std::unique_ptr<ThemeController> m_themes;
    std::unique_ptr<FakeSafety> m_fake;
    std::unique_ptr<PersonSafety> m_safety;
    std::unique_ptr<CheckDrugPanel> m_panel;
    PersonRecordPtr m_record = portraitRecord();
};

void CheckDrugTest::initTestCase()
{
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_themes = std::make_unique<ThemeController>();
    m_themes->setChoice(ThemeController::Choice::Light);
    m_themes->apply();
}

void CheckDrugTest::init()
{
    m_fake = std::make_unique<FakeSafety>();
    m_safety = std::make_unique<PersonSafety>(m_fake->calls());
    m_safety->open(m_record->person.id);
    m_panel = std::make_unique<CheckDrugPanel>(*m_safety, m_themes->theme());
    m_panel->resize(360, 800);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    m_panel->begin();
}

void CheckDrugTest::cleanup()
{
    m_panel.reset();
    m_safety.reset();
    m_fake.reset();
}

void CheckDrugTest::type(const QString &text)
{
    m_panel->edit()->clear();
    QTest::keyClicks(m_panel->edit(), text);
    QTest::keyClick(m_panel->edit(), Qt::Key_Return);
    QCOMPARE(m_panel->state(), CheckDrugPanel::State::Checking);
}

ProspectiveCheck CheckDrugTest::ibuprofen() const
{
    MadeReview made(m_record);
    addUsualCourses(made);
    made.review.checkedCourses = 7;
    Safety::SafetyAlert &bleeding = made.alert(u"interaction:bleeding:11289+5640"_s, Safety::Tier::Interruptive,
                                               {{u"warfarin"_s, Course::Warfarin}, {u"ibuprofen"_s, -1}});
    bleeding.effects = bleeding.effectNames = {u"bleeding"_s};
    bleeding.happens = u"Bleeding from the stomach becomes several times more likely."_s;
    bleeding.manage = u"Use paracetamol for pain."_s;
    bleeding.why = u"Ibuprofen blocks platelets and harms the stomach."_s;
    Safety::SafetyAlert &pressure = made.alert(u"interaction:hypertension:29046+5640"_s, Safety::Tier::Passive,
                                               {{u"lisinopril"_s, Course::Lisinopril}, {u"ibuprofen"_s, -1}});
    pressure.happens = u"Ibuprofen weakens lisinopril."_s;
    return {u"ibuprofen"_s, {u"ibuprofen"_s}, true, {}, made.review.alerts, made.take()};
}

void CheckDrugTest::answer(const Result<ProspectiveCheck> &check)
{
    FakeSafety::answer<Result<ProspectiveCheck>>(m_fake->checks, check);
    QVERIFY(QTest::qWaitFor([&] { return m_panel->state() != CheckDrugPanel::State::Checking; }));
    QTest::qWait(20);
}

void CheckDrugTest::typingCompletes()
{
    QVERIFY(words().contains(u"Nothing is written to the record."_s));
    QVERIFY(!buttonNamed(m_panel.get(), u"Check"_s)->isEnabled());
    QTest::keyClicks(m_panel->edit(), u"ibu"_s);
    QCOMPARE(m_panel->state(), CheckDrugPanel::State::Typing);
    QCOMPARE(m_panel->edit()->completer()->model()->rowCount(), 2);
    QVERIFY(QTest::qWaitFor([&] { return m_panel->edit()->completer()->popup()->isVisible(); }));
    // Down takes the first name, Enter checks it.
    QTest::keyClick(m_panel->edit()->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(m_panel->edit()->completer()->popup(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return m_fake->tried.contains(u"ibuprofen"_s); }));
    QVERIFY(QTest::qWaitFor([&] { return words().contains(u"Checking “ibuprofen”…"_s); }));
}

void CheckDrugTest::answerAsCards()
{
    type(u"ibuprofen"_s);
    answer(ibuprofen());
    QCOMPARE(m_panel->state(), CheckDrugPanel::State::Answered);
    QVERIFY(words().contains(u"What ibuprofen would do in this patient"_s));
    QVERIFY2(words().contains(u"1 to act on · 1 to know · 6 drugs checked; 1 not checked: “Herbal sleep mixture”"_s),
             qPrintable(words()));
    const QList<AlertCard *> cards = m_panel->findChildren<AlertCard *>();
    QCOMPARE(cards.size(), 2);
    QVERIFY(wordsOn(cards.first()).contains(u"Warfarin + ibuprofen"_s));
    QVERIFY(wordsOn(cards.first()).contains(u"Do: Use paracetamol for pain."_s));
    QVERIFY2(!buttonNamed(m_panel.get(), u"Acknowledge…"_s), "nothing is prescribed yet");
    QVERIFY(m_panel->findChild<UncheckedCard *>()->isVisible());
    QSignalSpy opened(m_panel.get(), &CheckDrugPanel::factChosen);
    Q_EMIT cards.first()->drugChosen(0);
    QCOMPARE(opened.size(), 1);
    Q_EMIT cards.first()->drugChosen(1); // the drug that is tried has no entry
    QCOMPARE(opened.size(), 1);
}

void CheckDrugTest::notKnown()
{
    type(u"dragon scale"_s);
    answer(ProspectiveCheck{u"dragon scale"_s, {}, false, {u"dragon"_s, u"scale"_s}, {}, ibuprofen().review});
    QCOMPARE(m_panel->state(), CheckDrugPanel::State::NotKnown);
    QVERIFY(words().contains(u"“dragon scale” is not known: nothing was checked."_s));
    QVERIFY(!words().contains(u"found"_s));
}

void CheckDrugTest::partlyUnderstood()
{
    type(u"ibuprofen moonshine"_s);
    ProspectiveCheck check = ibuprofen();
    check.isSure = false;
    check.unread = {u"moonshine"_s};
    answer(check);
    QVERIFY(words().contains(u"Understood as ibuprofen. Not understood, and not checked: moonshine."_s));
}

void CheckDrugTest::nothingFoundSaysHowMuch()
{
    type(u"paracetamol"_s);
    ProspectiveCheck check = ibuprofen();
    check.ingredients = {u"paracetamol"_s};
    check.alerts.clear();
    answer(check);
    QVERIFY(words().contains(u"Nothing found among 6 drugs checked; 1 not checked: “Herbal sleep mixture”"_s));
    QVERIFY(!words().contains(u"no interaction"_s, Qt::CaseInsensitive));
    QVERIFY(m_panel->findChild<UncheckedCard *>()->isVisible());
}

void CheckDrugTest::failedKnowledge()
{
    type(u"ibuprofen"_s);
    Safety::SafetyReview review;
    review.knowledge = Safety::SafetyReview::Knowledge::Failed;
    answer(ProspectiveCheck{u"ibuprofen"_s, {}, false, {}, {}, std::make_shared<Safety::SafetyReview>(review)});
    QVERIFY(words().contains(u"The knowledge base failed its check and is not used."_s));
    QVERIFY(!words().contains(u"is not known"_s));
}

void CheckDrugTest::failure()
{
    type(u"ibuprofen"_s);
    answer(fail(ErrorCode::BlobDamaged, {u"abc"_s}));
    QCOMPARE(m_panel->state(), CheckDrugPanel::State::Failed);
    QVERIFY(words().contains(u"Nothing was checked."_s));
    QVERIFY(buttonNamed(m_panel.get(), u"Check"_s)->isEnabled());
}

void CheckDrugTest::typingDropsTheAnswer()
{
    type(u"ibuprofen"_s);
    QTest::keyClicks(m_panel->edit(), u" gel"_s);
    FakeSafety::answer<Result<ProspectiveCheck>>(m_fake->checks, ibuprofen());
    QTest::qWait(30);
    QCOMPARE(m_panel->state(), CheckDrugPanel::State::Typing);
    QVERIFY(!words().contains(u"What ibuprofen would do"_s));
}

void CheckDrugTest::otherPersonDropsTheAnswer()
{
    type(u"ibuprofen"_s);
    answer(ibuprofen());
    type(u"ibuprofen"_s);
    m_safety->close();
    FakeSafety::answer<Result<ProspectiveCheck>>(m_fake->checks, ibuprofen());
    QTest::qWait(30);
    QCOMPARE(m_panel->state(), CheckDrugPanel::State::Idle);
    QVERIFY(m_panel->edit()->text().isEmpty());
    QVERIFY(!words().contains(u"arfarin"_s));
    // Without a person nothing is asked.
    const qsizetype asked = m_fake->tried.size();
    QTest::keyClicks(m_panel->edit(), u"warfarin"_s);
    QTest::keyClick(m_panel->edit(), Qt::Key_Return);
    QCOMPARE(m_fake->tried.size(), asked);
}

void CheckDrugTest::escapeCloses()
{
    QSignalSpy closed(m_panel.get(), &CheckDrugPanel::closeRequested);
    QTest::keyClick(m_panel->edit(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
}

void CheckDrugTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("what");
    const char *names[] = {"answered", "unknown", "nothing"};
    for (const bool dark : {false, true}) {
        for (int what = 0; what < 3; ++what)
            QTest::addRow("check-%s-%s", names[what], dark ? "dark" : "light") << dark << what;
    }
}

void CheckDrugTest::pictures()
{
    QFETCH(bool, dark);
    QFETCH(int, what);
    m_themes->setChoice(dark ? ThemeController::Choice::Dark : ThemeController::Choice::Light);
    ProspectiveCheck check = ibuprofen();
    if (what == 1)
        check.ingredients.clear();
    if (what == 2)
        check.alerts.clear();
    type(what == 1 ? u"dragon scale"_s : u"ibuprofen"_s);
    if (what == 1)
        check.typed = u"dragon scale"_s;
    answer(check);
    const QPixmap picture = m_panel->grab();
    QVERIFY(picture.toImage().convertToFormat(QImage::Format_Indexed8).colorCount() > 8);
    QDir folder(qEnvironmentVariable("CHARTLINE_SCREENSHOTS", QStringLiteral(CHARTLINE_BINARY_DIR "/screens")));
    QVERIFY(folder.mkpath(u"."_s));
    QVERIFY(picture.save(folder.filePath(QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
    m_themes->setChoice(ThemeController::Choice::Light);
}

QTEST_MAIN(CheckDrugTest)
#include "tst_checkdrug.moc"
