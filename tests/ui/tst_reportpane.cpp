// SPDX-License-Identifier: Apache-2.0
#include "support/PdfMaker.h"
#include "support/SmallRecords.h"
#include "ui/DicomMaker.h"
#include "ui/TestWindow.h"

#include "imaging/DocumentView.h"
#include "imaging/ReportPane.h"
#include "theme/Notice.h"

#include <QComboBox>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSemaphore>
#include <mutex>

using namespace Chartline;
using namespace Chartline::Imaging;
using namespace Chartline::Ui;
using namespace Qt::StringLiterals;
using Test::PdfMaker;

namespace {

// Draws what the test says, when it says so.
class SlowRenderer final : public DocumentRenderer
{
public:
    [[nodiscard]] Expected<DocumentPages> pages(const QByteArray &, const Cancel *) const override { return about; }
    [[nodiscard]] Expected<PagePicture> draw(const QByteArray &, int page, int width,
                                             const Cancel *cancel) const override
    {
        note(u"draw %1"_s.arg(page));
        while (!*cancel && !mayDraw.tryAcquire(1, std::chrono::milliseconds(5))) { }
        if (*cancel)
            return failure(FailureCode::Cancelled);
        const int height = std::max(int(width * about.sizes[0][1] / about.sizes[0][0]), 1);
        return PagePicture{width, height, QByteArray(qsizetype(width) * height * 4, '\x7f')};
    }
    [[nodiscard]] Expected<QString> text(const QByteArray &, int page, const Cancel *cancel) const override
    {
        note(u"text %1"_s.arg(page));
        while (textWaits && !*cancel)
            QThread::msleep(5);
        return page < failing ? Expected<QString>(failure(FailureCode::Corrupt)) : words;
    }
    void forget() const override { note(u"forget"_s); }

    [[nodiscard]] QStringList calls() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }

    DocumentPages about;
    QString words;
    int failing = 0; // the first so many pages have no text
    std::atomic_bool textWaits = false;
    mutable QSemaphore mayDraw;

private:
    void note(const QString &call) const
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.append(call);
    }

    mutable std::mutex m_mutex;
    mutable QStringList m_calls;
};

DocumentPages sheets(int count, std::array<double, 2> size = {200, 100})
{
    DocumentPages pages;
    pages.sizes.assign(std::size_t(std::min(count, mostPages)), size);
    pages.count = count;
    return pages;
}

QJsonObject attachment(const QString &type, const QString &title, const QString &key = {}, const QString &value = {})
{
    QJsonObject content{{u"contentType"_s, type}, {u"title"_s, title}};
    if (!key.isEmpty())
        content.insert(key, value);
    return {{u"attachment"_s, content}};
}

QJsonObject sent(const QString &type, const QString &title, const QByteArray &data)
{
    return attachment(type, title, u"data"_s, QString::fromLatin1(data.toBase64()));
}

QByteArray document(const QString &title, const QJsonArray &contents)
{
    const QJsonObject resource{{u"resourceType"_s, u"DocumentReference"_s},
                               {u"id"_s, title.toLower()},
                               {u"status"_s, u"current"_s},
                               {u"type"_s, QJsonObject{{u"text"_s, title}}},
                               {u"subject"_s, QJsonObject{{u"reference"_s, u"Patient/p"_s}}},
                               {u"date"_s, u"2024-05-08"_s},
                               {u"content"_s, contents}};
    return QJsonDocument(resource).toJson(QJsonDocument::Compact);
}

// Black that is neither paper nor the view's background.
int inkOf(const QImage &image)
{
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qGray(image.pixel(x, y)) < 100 ? 1 : 0;
    }
    return ink;
}

} // namespace

// The pane that shows reports and documents: what is in it can be reached, and what is not shown is told.
class TestReportPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void allDocumentsAreReached();
    void sameDocumentOnce();
    void largeDocument();
    void notices_data();
    void notices();
    void words_data();
    void words();
    void wordsOfRealPages();
    void noPagesNoWords();
    void drawingIsSaid();
    void clearedTasks();
    void closingStopsReading();
    void extremePages();
    void placeIsKept();

private:
    [[nodiscard]] Services services(std::shared_ptr<const DocumentRenderer> documents = {}) const
    {
        Composition &all = *m_window->composition;
        return {all.vault(),
                all.records(),
                all.imports(),
                all.imaging(),
                all.decoder(),
                all.objects(),
                documents ? std::move(documents) : all.documents(),
                nullptr};
    }
    [[nodiscard]] std::unique_ptr<ReportPane> opened(const QString &title,
                                                     std::shared_ptr<const DocumentRenderer> documents = {});
    template<typename Condition>
    [[nodiscard]] static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor([&] { return bool(condition()); }, 20'000);
    }
    static void shoot(QWidget *widget, const QString &name)
    {
        const QString folder = qEnvironmentVariable("CHARTLINE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(250);
        QDir().mkpath(folder);
        widget->grab().save(folder + u'/' + name + u".png"_s);
    }
    void importDicom();

    std::unique_ptr<Test::TestWindow> m_window;
};

void TestReportPane::initTestCase()
{
    m_window = std::make_unique<Test::TestWindow>();
    QVERIFY(m_window->create());
    const QByteArray letter = PdfMaker().pages(3).bytes();
    const QByteArray second = PdfMaker().pages(2).bytes();
    const QByteArray form = PdfMaker({}, "/Annots[6 0 R 7 0 R]")
                                .object(6, "<</Type/Annot/Subtype/Widget/Rect[0 0 50 50]/FT/Tx/T(a)/V(b)>>")
                                .object(7, "<</Type/Annot/Subtype/Text/Rect[0 0 20 20]/Contents(Ask again)>>")
                                .bytes();
    const QString pdf = u"application/pdf"_s;
    const QByteArrayList resources{
        Test::patient({.id = "p", .family = "Papers"}),
        document(u"Several"_s,
                 {sent(pdf, u"First letter with a title that is longer than the pane is wide"_s, letter),
                  sent(pdf, u"Second letter"_s, second), attachment(pdf, u"Broken letter"_s, u"data"_s, u"??"_s),
                  attachment(pdf, u"Distant letter"_s, u"url"_s, u"https://example.org/letter"_s),
                  attachment(pdf, u"Letter without anything"_s), sent(u"image/png"_s, u"Photograph"_s, "no picture"),
                  sent(u"text/plain"_s, u"Remark"_s, "Take care of the left side")}),
        document(u"Form"_s, {sent(pdf, u"Consent"_s, form)}),
        document(u"Twice"_s, {sent(pdf, u"Copy"_s, letter), sent(pdf, u"Copy"_s, letter)}),
        document(u"Long"_s, {sent(pdf, u"Long"_s, PdfMaker().pages(75).bytes())})};
    ImportService &imports = m_window->composition->imports();
    QVERIFY(Test::await(imports.importBuffers({{u"papers.json"_s, Test::bundle(resources)}}, {})));
    importDicom();
}

// An encapsulated PDF that is too large to be parsed with the rest of its file. (Of the maker's representations UT is
// the one with long lengths.)
void TestReportPane::importDicom()
{
    const QByteArray pdf = PdfMaker().pages(2).stream(50, {}, QByteArray(17 << 20, 'x')).bytes();
    Test::DicomMaker d;
    d.text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.104.1").text(0x00080018, "UI", "1.2.3.9");
    d.text(0x00080060, "CS", "DOC").text(0x00100010, "PN", "Scans^Large").text(0x00100020, "LO", "L1");
    d.text(0x0020000D, "UI", "1.2.3.7").text(0x0020000E, "UI", "1.2.3.8");
    d.text(0x00420010, "ST", "Large letter").text(0x00420011, "UT", pdf).text(0x00420012, "LO", "application/pdf");
    const QString path = m_window->path(u"large.dcm"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(d.file("1.2.840.10008.5.1.4.1.1.104.1", "1.2.3.9"));
    file.close();
    QVERIFY(Test::await(m_window->composition->imports().import({{path}, {}})));
}

void TestReportPane::cleanupTestCase()
{
    m_window.reset();
}

// A pane that shows the document of this title.
std::unique_ptr<ReportPane> TestReportPane::opened(const QString &title,
                                                   std::shared_ptr<const DocumentRenderer> documents)
{
    for (const PersonSummary &person : m_window->people()) {
        const auto record = Test::await(m_window->composition->records().open(person.id));
        if (!record)
            continue;
        for (const Fact &fact : (*record)->facts) {
            if (fact.title != title || !ReportPane::reads(fact))
                continue;
            auto pane = std::make_unique<ReportPane>(services(std::move(documents)));
            pane->resize(420, 640);
            pane->show();
            pane->open(fact.id);
            const bool isThere = waitFor([&] { return pane->title() == title; });
            return isThere ? std::move(pane) : nullptr;
        }
    }
    return nullptr;
}

void TestReportPane::allDocumentsAreReached()
{
    const auto pane = opened(u"Several"_s);
    QVERIFY(pane);
    auto *chooser = pane->findChild<QComboBox *>();
    QVERIFY(chooser->isVisible());
    QCOMPARE(chooser->count(), 7);
    // The first PDF is shown, and how many there are.
    QVERIFY(chooser->currentText().startsWith(u"2 of 7: First letter"_s));
    QVERIFY(waitFor([&] { return pane->document()->isDrawn(); }));
    QCOMPARE(pane->document()->pageCount(), 3);
    QVERIFY(pane->notice().isEmpty());
    shoot(pane.get(), u"report-several"_s);
    const auto choose = [&](int index) {
        chooser->setFocus();
        while (chooser->currentIndex() != index)
            QTest::keyClick(chooser, chooser->currentIndex() < index ? Qt::Key_Down : Qt::Key_Up);
    };
    choose(2);
    QVERIFY(waitFor([&] { return pane->document()->pageCount() == 2; }));
    QVERIFY(pane->showsPages());
    choose(3);
    QVERIFY(!pane->showsPages());
    QVERIFY2(pane->text().contains(u"cannot be decoded: its data are not base64"_s), qPrintable(pane->text()));
    QVERIFY(!Test::button(pane.get(), u"Save as…"_s));
    shoot(pane.get(), u"report-undecodable"_s);
    choose(4);
    QVERIFY2(pane->text().contains(u"https://example.org/letter"_s), qPrintable(pane->text()));
    choose(5);
    QVERIFY2(pane->text().contains(u"has not been received"_s), qPrintable(pane->text()));
    choose(6);
    QVERIFY2(pane->text().contains(u"image/png"_s), qPrintable(pane->text()));
    QVERIFY(Test::button(pane.get(), u"Save as…"_s));
    choose(0);
    QCOMPARE(pane->text(), u"Take care of the left side"_s);
    QVERIFY(!Test::button(pane.get(), u"As text"_s));
    pane->close();
    QCOMPARE(chooser->count(), 0);
    QVERIFY(pane->text().isEmpty());
}

void TestReportPane::sameDocumentOnce()
{
    const auto pane = opened(u"Twice"_s);
    QVERIFY(pane);
    QVERIFY(waitFor([&] { return pane->document()->pageCount() == 3; }));
    QVERIFY(!pane->findChild<QComboBox *>()->isVisible());
}

void TestReportPane::largeDocument()
{
    const auto pane = opened(u"Large letter"_s);
    QVERIFY(pane);
    QVERIFY(waitFor([&] { return pane->document()->isDrawn(); }));
    QCOMPARE(pane->document()->pageCount(), 2);
}

void TestReportPane::notices_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("has");
    QTest::addColumn<QStringList>("expected");
    const QString fields = u"Form fields of this document are not drawn here"_s;
    const QString notes = u"Notes or attached files of this document are not shown here"_s;
    const QString part = u"may have form fields or notes"_s;
    const QString characters = u"Some characters of this document may be missing or wrong here"_s;
    QTest::newRow("nothing") << 1 << QString() << QStringList();
    QTest::newRow("fields") << 1 << u"f"_s << QStringList{fields};
    QTest::newRow("notes") << 1 << u"n"_s << QStringList{notes};
    QTest::newRow("characters") << 1 << u"c"_s << QStringList{characters};
    QTest::newRow("partly read") << 1 << u"p"_s << QStringList{part};
    QTest::newRow("partly read, but all is there") << 1 << u"fnp"_s << QStringList{fields, notes};
    QTest::newRow("many pages") << 2345 << QString()
                                << QStringList{u"Only the first 2000 of 2345 pages are shown here"_s};
    QTest::newRow("all") << 2345 << u"fnc"_s << QStringList{u"Only the first"_s, fields, notes, characters};
}

void TestReportPane::notices()
{
    QFETCH(const int, count);
    QFETCH(const QString, has);
    QFETCH(const QStringList, expected);
    const auto renderer = std::make_shared<SlowRenderer>();
    renderer->mayDraw.release(1000);
    renderer->about = sheets(count);
    renderer->about.fields = has.contains(u'f');
    renderer->about.notes = has.contains(u'n');
    renderer->about.characters = has.contains(u'c');
    renderer->about.partlyRead = has.contains(u'p');
    const auto pane = opened(u"Twice"_s, renderer);
    QVERIFY(pane);
    QVERIFY(waitFor([&] { return pane->document()->isDrawn(); }));
    const QStringList lines = pane->notice().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), expected.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].contains(expected[i]), qPrintable(lines[i]));
    QCOMPARE(pane->findChild<Notice *>()->isVisible(), !expected.isEmpty());
    QVERIFY(Test::visibleText(pane.get()).contains(u"page 1 of %1"_s.arg(count)));
    if (has == u"fnc")
        shoot(pane.get(), u"report-notices"_s);
}

void TestReportPane::words_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("failing");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("begins");
    QTest::addColumn<QString>("ends");
    const QString page = u"Dear colleague"_s;
    QTest::newRow("all") << 2 << 0 << page << page + u"\n\n"_s << page;
    QTest::newRow("a page fails") << 2 << 1 << page << u"[page 1: could not be read: it is damaged]\n\nDear"_s << page;
    QTest::newRow("all pages fail") << 2 << 2 << page << u"[page 1: could not be read"_s
                                    << u"[page 2: could not be read: it is damaged]"_s;
    QTest::newRow("only some") << 75 << 0 << page << u"[first 60 of 75 pages]\n\nDear"_s << page;
    QTest::newRow("pictures") << 2 << 0 << QString() << u"There are no words in this document"_s << u"pictures."_s;
    QTest::newRow("pictures as far as read")
        << 75 << 0 << QString() << u"There are no words on the first 60 of 75 pages"_s << u"pictures."_s;
}

void TestReportPane::words()
{
    QFETCH(const int, count);
    QFETCH(const int, failing);
    QFETCH(const QString, words);
    QFETCH(const QString, begins);
    QFETCH(const QString, ends);
    const auto renderer = std::make_shared<SlowRenderer>();
    renderer->mayDraw.release(1000);
    renderer->about = sheets(count);
    renderer->about.fields = renderer->about.characters = true;
    renderer->words = words;
    renderer->failing = failing;
    const auto pane = opened(u"Twice"_s, renderer);
    QVERIFY(pane);
    QVERIFY(waitFor([&] { return Test::button(pane.get(), u"As text"_s) != nullptr; }));
    QTest::mouseClick(Test::button(pane.get(), u"As text"_s), Qt::LeftButton);
    QVERIFY(waitFor([&] { return !pane->showsPages(); }));
    QVERIFY2(pane->text().startsWith(begins), qPrintable(pane->text()));
    QVERIFY2(pane->text().endsWith(ends), qPrintable(pane->text()));
    // The text has the characters; fields are in neither.
    QVERIFY(pane->notice().contains(u"Form fields"_s));
    QVERIFY(!pane->notice().contains(u"characters"_s));
    QTest::mouseClick(Test::button(pane.get(), u"As pages"_s), Qt::LeftButton);
    QVERIFY(pane->showsPages());
    QVERIFY(pane->notice().contains(u"characters"_s));
}

void TestReportPane::wordsOfRealPages()
{
    const auto pane = opened(u"Long"_s);
    QVERIFY(pane);
    QVERIFY(waitFor([&] { return pane->document()->isDrawn(); }));
    QTest::mouseClick(Test::button(pane.get(), u"As text"_s), Qt::LeftButton);
    QVERIFY(waitFor([&] { return !pane->showsPages(); }));
    QVERIFY(pane->text().startsWith(u"[first 60 of 75 pages]"_s));
    QVERIFY(pane->text().contains(u"Sheet 60"_s) && !pane->text().contains(u"Sheet 61"_s));
    shoot(pane.get(), u"report-words"_s);
    const auto form = opened(u"Form"_s);
    QVERIFY(form);
    QVERIFY(waitFor([&] { return form->document()->isDrawn(); }));
    QVERIFY(form->notice().contains(u"Form fields"_s) && form->notice().contains(u"Notes"_s));
    shoot(form.get(), u"report-form"_s);
    m_window->themes->setChoice(ThemeController::Choice::Dark);
    m_window->themes->apply();
    shoot(form.get(), u"report-form-dark"_s);
    m_window->themes->setChoice(ThemeController::Choice::Light);
    m_window->themes->apply();
}

// Before it is known which pages there are, no text is offered that would be empty.
void TestReportPane::noPagesNoWords()
{
    const auto renderer = std::make_shared<SlowRenderer>();
    const auto pane = opened(u"Twice"_s, renderer);
    QVERIFY(pane);
    QVERIFY(!Test::button(pane.get(), u"As text"_s));
}

void TestReportPane::drawingIsSaid()
{
    const auto renderer = std::make_shared<SlowRenderer>();
    renderer->about = sheets(1, {200, 300});
    DocumentView view(renderer);
    view.resize(400, 600);
    view.show();
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open("any");
    QVERIFY(inkOf(view.grab().toImage()) > 30); // "Opening…"
    QVERIFY(waitFor([&] { return opened.size() == 1; }));
    const QImage waiting = view.grab().toImage();
    QVERIFY(inkOf(waiting) > 30); // "Drawing…"
    shoot(&view, u"report-drawing"_s);
    renderer->mayDraw.release(10);
    QVERIFY(waitFor([&] { return view.isDrawn(); }));
    QVERIFY(view.grab().toImage() != waiting);
}

// After clear() nothing that waited is begun, what had begun is told to stop, and then the document is forgotten.
void TestReportPane::clearedTasks()
{
    const auto renderer = std::make_shared<SlowRenderer>();
    renderer->about = sheets(40);
    DocumentView view(renderer);
    view.resize(400, 900);
    view.show();
    view.open("any");
    QVERIFY(waitFor([&] { return renderer->calls().contains(u"draw 0"_s); }));
    (void)view.grab(); // asks for the other pages in sight
    QCOMPARE(renderer->calls(), QStringList{u"draw 0"_s});
    view.clear();
    QVERIFY(waitFor([&] { return renderer->calls().size() == 2; }));
    QTest::qWait(100);
    QCOMPARE(renderer->calls(), (QStringList{u"draw 0"_s, u"forget"_s}));
    QCOMPARE(view.pageCount(), 0);
}

void TestReportPane::closingStopsReading()
{
    const auto renderer = std::make_shared<SlowRenderer>();
    renderer->mayDraw.release(1000);
    renderer->about = sheets(50);
    renderer->textWaits = true;
    const auto pane = opened(u"Twice"_s, renderer);
    QVERIFY(pane);
    QVERIFY(waitFor([&] { return pane->document()->isDrawn(); }));
    QTest::mouseClick(Test::button(pane.get(), u"As text"_s), Qt::LeftButton);
    QVERIFY(waitFor([&] { return renderer->calls().contains(u"text 0"_s); }));
    pane->close();
    QVERIFY(waitFor([&] { return renderer->calls().last() == u"forget"_s; }));
    QTest::qWait(100);
    QVERIFY(!renderer->calls().contains(u"text 1"_s));
    QVERIFY(pane->text().isEmpty());
}

// Sizes that no paper has: the pages lie below each other nevertheless, and the last can be seen.
void TestReportPane::extremePages()
{
    const auto renderer = std::make_shared<SlowRenderer>();
    renderer->about = sheets(mostPages, {0.6, 99'999});
    renderer->about.sizes.back() = {99'999, 0.6};
    DocumentView view(renderer);
    view.resize(1900, 900);
    view.show();
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open("any");
    QVERIFY(waitFor([&] { return opened.size() == 1; }));
    for (int step = 0; step < 12; ++step)
        view.zoomBy(1.2);
    const QScrollBar *bar = view.verticalScrollBar();
    QVERIFY(bar->maximum() > 0);
    for (const int page : {1, 1000, mostPages - 1}) {
        view.showPage(page);
        QVERIFY(bar->value() > 0);
        QVERIFY2(std::abs(view.currentPage() - page) <= 1, qPrintable(QString::number(view.currentPage())));
    }
}

// With pages that are lower than the view, too.
void TestReportPane::placeIsKept()
{
    const auto renderer = std::make_shared<SlowRenderer>();
    renderer->about = sheets(40);
    DocumentView view(renderer);
    view.resize(400, 900);
    QSignalSpy opened(&view, &DocumentView::opened);
    view.open("any");
    QVERIFY(waitFor([&] { return opened.size() == 1; }));
    view.show();
    const QScrollBar *bar = view.verticalScrollBar();
    QCOMPARE(view.currentPage(), 0);
    QCOMPARE(bar->value(), 0);
    view.resize(500, 800);
    QCOMPARE(view.currentPage(), 0);
    QCOMPARE(bar->value(), 0);
    for (int page = 1; page < 4; ++page) {
        QTest::keyClick(&view, Qt::Key_PageDown);
        QCOMPARE(view.currentPage(), page);
    }
    QTest::keyClick(&view, Qt::Key_Plus);
    QCOMPARE(view.currentPage(), 3);
    view.resize(400, 900);
    QCOMPARE(view.currentPage(), 3);
    for (int page = 2; page >= 0; --page) {
        QTest::keyClick(&view, Qt::Key_PageUp);
        QCOMPARE(view.currentPage(), page);
    }
}

QTEST_MAIN(TestReportPane)
#include "tst_reportpane.moc"
