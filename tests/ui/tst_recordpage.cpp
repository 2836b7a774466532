// SPDX-License-Identifier: Apache-2.0
#include "support/SyntheticRecord.h"
#include "theme/ThemeController.h"
#include "timeline/DetailPane.h"
#include "timeline/FactListView.h"
#include "timeline/FilterBar.h"
#include "timeline/PersonBanner.h"
#include "timeline/RecordView.h"
#include "timeline/StatePane.h"
#include "timeline/TimelineView.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Chartline::Testing;
using namespace Qt::StringLiterals;

class RecordPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_view.reset(); }
    void bannerNamesThePerson();
    void selectionOpensDetailsInBothViews();
    void openFactFindsAnyWitness();
    void textFilterNarrowsBothViews();
    void nothingLeftIsSaidAndUndone();
    void sourcesCanBeHidden();
    void withdrawnOnlyOnRequest();
    void emptyRecordSaysSo();
    void loadingAndErrorAreSaid();
    void sameRecordAgainKeepsThePlace();
    void clearForgetsEverything();
    void pictures_data();
    void pictures();

private:
    [[nodiscard]] bool shows(const QString &words) const;
    [[nodiscard]] int factNamed(const QString &title) const;

    QTemporaryDir m_settings;
    std::unique_ptr<ThemeController> m_themes;
    std::unique_ptr<RecordView> m_view;
    QDateTime m_now = QDateTime(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::UTC);
};

void RecordPageTest::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    m_themes = std::make_unique<ThemeController>();
    m_themes->setChoice(ThemeController::Choice::Light);
    m_themes->apply();
}

void RecordPageTest::init()
{
    m_view = std::make_unique<RecordView>(m_themes->theme());
    m_view->resize(1270, 860);
    m_view->setRecord(portraitRecord(), m_now);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

bool RecordPageTest::shows(const QString &words) const
{
    for (const QLabel *label : m_view->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    for (const QAbstractButton *button : m_view->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().contains(words))
            return true;
    }
    return false;
}

int RecordPageTest::factNamed(const QString &title) const
{
    const QList<Fact> &facts = m_view->record()->facts;
    for (int i = 0; i < int(facts.size()); ++i) {
        if (facts[i].title == title)
            return i;
    }
    return -1;
}

void RecordPageTest::bannerNamesThePerson()
{
    QVERIFY(shows(u"EXAMPLE, Marta Helena"_s));
    QVERIFY(shows(u"Female · 67 y · born 12 Mar 1959"_s));
    QVERIFY(shows(u"Penicillin — Anaphylaxis"_s));
    QVERIFY(!shows(u"Chronic obstructive lung disease"_s));
}

void RecordPageTest::selectionOpensDetailsInBothViews()
{
    QSignalSpy asked(m_view.get(), &RecordView::detailRequested);
    const int warfarin = factNamed(u"Warfarin 5 mg tablet"_s);
    const QRectF mark = m_view->timeline()->markRect(warfarin);
    QTest::mouseClick(m_view->timeline()->viewport(), Qt::LeftButton, {}, mark.center().toPoint());
    QCOMPARE(asked.size(), 1);
    QVERIFY(m_view->details()->plainText().contains(u"Warfarin 5 mg tablet"_s));
    QVERIFY(m_view->details()->plainText().contains(u"Stated by"_s));
    m_view->showList();
    QCOMPARE(m_view->list()->facts()->fact(m_view->list()->currentIndex())->title, u"Warfarin 5 mg tablet"_s);
    QTest::keyClick(m_view->list(), Qt::Key_Up);
    QCOMPARE(asked.size(), 2);
    QVERIFY(!m_view->details()->plainText().contains(u"Warfarin 5 mg tablet"_s));
}

void RecordPageTest::openFactFindsAnyWitness()
{
    const Fact &warfarin = m_view->record()->facts[factNamed(u"Warfarin 5 mg tablet"_s)];
    QVERIFY(m_view->openFact(warfarin.witnesses.last().fact));
    QCOMPARE(m_view->details()->shownFact(), warfarin.id);
    QVERIFY(!m_view->openFact(FactId{987654321}));
}

void RecordPageTest::textFilterNarrowsBothViews()
{
    auto *text = m_view->filterBar()->findChild<QLineEdit *>();
    QTest::keyClicks(text, u"nitrofurantoin"_s);
    QVERIFY(QTest::qWaitFor([&] { return m_view->list()->facts()->factCount() == 2; }, 3000));
    QCOMPARE(m_view->timeline()->scene().lanes().lanes().size(), 1U);
    QVERIFY(shows(u"2 of "_s));
}

void RecordPageTest::nothingLeftIsSaidAndUndone()
{
    auto *text = m_view->filterBar()->findChild<QLineEdit *>();
    QTest::keyClicks(text, u"zzz"_s);
    QVERIFY(QTest::qWaitFor([&] { return shows(u"No entry passes the filter"_s); }, 3000));
    for (QAbstractButton *button : m_view->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == u"Show everything"_s)
            button->click();
    }
    QVERIFY(!shows(u"No entry passes the filter"_s));
    QVERIFY(m_view->timeline()->isVisible());
    QVERIFY(text->text().isEmpty());
}

void RecordPageTest::sourcesCanBeHidden()
{
    const int before = m_view->list()->facts()->factCount();
    for (QAbstractButton *button : m_view->filterBar()->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Lakeside Chest Clinic"_s)
            button->click();
    }
    QVERIFY(m_view->list()->facts()->factCount() < before);
    // A fact two sources state stays while one of them is shown.
    QVERIFY(
        m_view->list()->facts()->indexOf(m_view->record()->facts[factNamed(u"Warfarin 5 mg tablet"_s)].id).isValid());
}

void RecordPageTest::withdrawnOnlyOnRequest()
{
    const FactId wrong = m_view->record()->facts[factNamed(u"Chronic obstructive lung disease"_s)].id;
    QVERIFY(!m_view->list()->facts()->indexOf(wrong).isValid());
    for (QAbstractButton *button : m_view->filterBar()->findChildren<QAbstractButton *>()) {
        if (button->text() == u"Show withdrawn"_s)
            button->click();
    }
    QVERIFY(m_view->list()->facts()->indexOf(wrong).isValid());
}

void RecordPageTest::emptyRecordSaysSo()
{
    m_view->setRecord(emptyRecord(), m_now);
    QVERIFY(shows(u"Nothing has been received about NOBODY, Ann yet"_s));
    QSignalSpy asked(m_view.get(), &RecordView::importRequested);
    for (QAbstractButton *button : m_view->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == u"Import files"_s)
            button->click();
    }
    QCOMPARE(asked.size(), 1);
}

void RecordPageTest::loadingAndErrorAreSaid()
{
    m_view->setLoading();
    QVERIFY(shows(u"Opening the record"_s));
    QVERIFY(!shows(u"EXAMPLE"_s));
    m_view->setError(u"The vault is locked."_s);
    QVERIFY(shows(u"The vault is locked."_s));
    QSignalSpy again(m_view.get(), &RecordView::retryRequested);
    for (QAbstractButton *button : m_view->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text() == u"Try again"_s)
            button->click();
    }
    QCOMPARE(again.size(), 1);
}

void RecordPageTest::sameRecordAgainKeepsThePlace()
{
    m_view->timeline()->zoom(6);
    const qint64 left = m_view->timeline()->scene().scale().left();
    m_view->setRecord(portraitRecord(), m_now);
    QVERIFY(std::abs(double(m_view->timeline()->scene().scale().left() - left))
            < 2 * m_view->timeline()->scene().scale().millisecondsPerPixel());
}

void RecordPageTest::clearForgetsEverything()
{
    m_view->openFact(m_view->record()->facts.first().id);
    const std::weak_ptr<const PersonRecord> record = m_view->record();
    m_view->clear();
    QVERIFY2(record.expired(), "nothing holds the record any more");
    for (const QLabel *label : m_view->findChildren<QLabel *>())
        QVERIFY2(!label->text().contains(u"EXAMPLE"_s), qPrintable(label->text()));
}

void RecordPageTest::pictures_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("list");
    for (const QSize size : {QSize(1440, 900), QSize(1920, 1080)}) {
        for (const bool dark : {false, true}) {
            for (const bool list : {false, true})
                QTest::addRow("record-%s-%s-%dx%d", list ? "list" : "timeline", dark ? "dark" : "light", size.width(),
                              size.height())
                    << size << dark << list;
        }
    }
}

void RecordPageTest::pictures()
{
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    QFETCH(bool, list);
    m_themes->setChoice(dark ? ThemeController::Choice::Dark : ThemeController::Choice::Light);
    // The window's bars take some of the screen.
    m_view->resize(size.width() - 168, size.height() - 48);
    m_view->setRecord(portraitRecord(), m_now);
    m_view->openFact(m_view->record()->facts[factNamed(u"Warfarin 5 mg tablet"_s)].id);
    if (list)
        m_view->showList();
    QTest::qWait(50);
    const QPixmap picture = m_view->grab();
    QCOMPARE(picture.width(), int((size.width() - 168) * picture.devicePixelRatio()));
    QDir folder(QStringLiteral(CHARTLINE_BINARY_DIR));
    QVERIFY(folder.mkpath(u"screens"_s));
    QVERIFY(picture.save(folder.filePath(u"screens/%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag())))));
    m_themes->setChoice(ThemeController::Choice::Light);
}

QTEST_MAIN(RecordPageTest)
#include "tst_recordpage.moc"
