// SPDX-License-Identifier: Apache-2.0
#include "support/ChartlineProcess.h"
#include "support/SourceTree.h"

#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

// The arrows of ARCHITECTURE.md, read from the #includes and the CMake files: any other fails.
class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void roomsIncludeOnlyWhatTheyMay();
    void roomsLinkOnlyWhatTheyMay();
    void librariesStayInTheirRooms();
    void qtModules();
    void noNetwork();
    void interfaceNeverWaits();
    void noSqlOutsideTheStore();
    void noSingletonsOrMutableStatics();
    void theRulesFindWhatTheyForbid();

private:
    QList<Test::SourceFile> m_files;
};

namespace {

// Who may include whom; a room may always include itself. "models", "ui" and so on stand for all rooms below.
const QHash<QString, QStringList> s_arrows{
    {u"models/base"_s, {}},
    {u"models/clinical"_s, {u"models/base"_s}},
    {u"models/ingest"_s, {u"models/base"_s, u"models/clinical"_s}},
    {u"models/identity"_s, {u"models/base"_s, u"models/clinical"_s}},
    {u"models/vault"_s, {u"models/base"_s}},
    {u"models/store"_s,
     {u"models/base"_s, u"models/clinical"_s, u"models/ingest"_s, u"models/identity"_s, u"models/vault"_s}},
    {u"models/timeline"_s,
     {u"models/base"_s, u"models/clinical"_s, u"models/ingest"_s, u"models/identity"_s, u"models/store"_s}},
    {u"models/safety"_s, {u"models/base"_s, u"models/clinical"_s}},
    {u"models/services"_s, {u"models"_s}},
    {u"connectors/fhir"_s, {u"models/base"_s, u"models/clinical"_s, u"models/ingest"_s}},
    {u"connectors/files"_s, {u"models/base"_s, u"models/ingest"_s}},
    {u"connectors/dicom"_s, {u"models/base"_s, u"models/clinical"_s, u"models/ingest"_s}},
    {u"imaging/base"_s, {}},
    {u"imaging/decode"_s, {u"imaging/base"_s}},
    {u"imaging/volume"_s, {u"imaging/base"_s, u"imaging/decode"_s}},
    {u"imaging/scene"_s, {u"imaging/base"_s, u"imaging/decode"_s, u"imaging/volume"_s}},
    {u"imaging/measure"_s, {u"imaging/base"_s, u"imaging/decode"_s, u"imaging/volume"_s}},
    {u"imaging/objects"_s, {u"imaging/base"_s, u"imaging/decode"_s, u"imaging/volume"_s}},
    {u"imaging/registration"_s, {u"imaging/base"_s, u"imaging/decode"_s, u"imaging/volume"_s}},
    {u"app/worker"_s, {}},
    {u"ui/viewmodels"_s, {u"models"_s}},
    {u"ui"_s, {u"ui"_s, u"models"_s, u"imaging"_s}},
    {u"app"_s, {u"app"_s, u"ui"_s, u"connectors"_s, u"models"_s, u"imaging"_s}},
};
const QStringList s_roots{u"models"_s, u"connectors"_s, u"imaging"_s, u"ui"_s, u"app"_s};

// The same for libraries, directly or through another.
const QHash<QString, QString> s_rooms{
    {u"chartline_base"_s, u"models/base"_s},
    {u"chartline_clinical"_s, u"models/clinical"_s},
    {u"chartline_ingest"_s, u"models/ingest"_s},
    {u"chartline_identity"_s, u"models/identity"_s},
    {u"chartline_vault"_s, u"models/vault"_s},
    {u"chartline_store"_s, u"models/store"_s},
    {u"chartline_safety"_s, u"models/safety"_s},
    {u"chartline_safety_data"_s, u"models/safety"_s},
    {u"chartline_knowledge"_s, u"models/safety"_s},
    {u"chartline_timeline"_s, u"models/timeline"_s},
    {u"chartline_services"_s, u"models/services"_s},
    {u"chartline_fhir"_s, u"connectors/fhir"_s},
    {u"chartline_files"_s, u"connectors/files"_s},
    {u"chartline_dicom"_s, u"connectors/dicom"_s},
    {u"chartline_imaging_decode"_s, u"imaging/decode"_s},
    {u"chartline_imaging_volume"_s, u"imaging/volume"_s},
    {u"chartline_imaging_scene"_s, u"imaging/scene"_s},
    {u"chartline_imaging_measure"_s, u"imaging/measure"_s},
    {u"chartline_imaging_objects"_s, u"imaging/objects"_s},
    {u"chartline_imaging_registration"_s, u"imaging/registration"_s},
    {u"chartline_worker"_s, u"app/worker"_s},
    {u"chartline_viewmodels"_s, u"ui/viewmodels"_s},
    {u"chartline_series"_s, u"ui"_s},
    {u"chartline_ui"_s, u"ui"_s},
    {u"chartline_headless"_s, u"app"_s},
    {u"chartline_app"_s, u"app"_s},
    {u"chartline"_s, u"app"_s},
};

// The most particular room of a path that has arrows of its own.
QString roomOf(const QString &path)
{
    const QString two = path.section(u'/', 0, 1);
    return s_arrows.contains(two) ? two : path.section(u'/', 0, 0);
}

bool isWithin(const QString &path, const QString &room)
{
    return path == room || path.startsWith(room + u'/');
}

bool mayInclude(const QString &from, const QString &target)
{
    const QString room = roomOf(from);
    if (isWithin(target, room))
        return true;
    const QStringList arrows = s_arrows.value(room);
    return std::ranges::any_of(arrows, [&](const QString &allowed) { return isWithin(target, allowed); });
}

// Where a quoted include is found; "" where it is not a file of the project.
QStringList targetsOf(const QString &from, const QString &include)
{
    const QString root = QStringLiteral(CHARTLINE_SOURCE_DIR) + u'/';
    QStringList found;
    if (const QString beside = QFileInfo(from).path() + u'/' + include; QFileInfo::exists(root + beside))
        return {QDir::cleanPath(beside)};
    for (const QString &folder : s_roots) {
        if (QFileInfo::exists(root + folder + u'/' + include))
            found.append(folder + u'/' + include);
    }
    return found;
}

QString placeOf(const Test::SourceFile &file, qsizetype at, const QString &text)
{
    return u"%1:%2: %3"_s.arg(file.path)
        .arg(text.left(at).count(u'\n') + 1)
        .arg(text.mid(at, 60).section(u'\n', 0, 0).trimmed());
}

// Each place in these rooms, but for the exceptions, where the pattern matches the code (or the text, literals and
// all).
QStringList hits(const QList<Test::SourceFile> &files, const QStringList &rooms, const QString &pattern,
                 const QStringList &except = {}, bool inLiterals = false)
{
    const QRegularExpression expression(pattern);
    QStringList found;
    for (const Test::SourceFile &file : files) {
        const auto in = [&](const QString &room) { return isWithin(file.path, room); };
        if (!file.isCpp() || !std::ranges::any_of(rooms, in) || std::ranges::any_of(except, in))
            continue;
        const QString &text = inLiterals ? file.text : file.code;
        for (const auto &match : expression.globalMatch(text))
            found.append(placeOf(file, match.capturedStart(), text));
    }
    return found;
}

QByteArray list(const QStringList &lines)
{
    return '\n' + lines.join(u'\n').toUtf8();
}

} // namespace

void TestLayers::initTestCase()
{
    m_files = Test::sourceFiles(s_roots);
    QVERIFY(m_files.size() > 300);
}

void TestLayers::roomsIncludeOnlyWhatTheyMay()
{
    QStringList wrong;
    int checked = 0;
    for (const Test::SourceFile &file : std::as_const(m_files)) {
        if (!file.isCpp())
            continue;
        for (const QString &include : file.includes()) {
            if (!include.startsWith(u'"'))
                continue;
            const QStringList targets = targetsOf(file.path, include.mid(1, include.size() - 2));
            if (targets.isEmpty()) {
                if (!include.endsWith(".moc\""_L1))
                    wrong.append(file.path + u" includes what is not there: "_s + include);
                continue;
            }
            ++checked;
            if (!std::ranges::any_of(targets, [&](const QString &target) { return mayInclude(file.path, target); }))
                wrong.append(file.path + u" includes "_s + targets.first());
        }
    }
    QVERIFY(checked > 500);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

void TestLayers::roomsLinkOnlyWhatTheyMay()
{
    static const QRegularExpression library(uR"((?:chartline_library|target_link_libraries)\((\w+)([^()]*)\))"_s);
    QStringList wrong;
    int checked = 0;
    for (const QString &folder : s_roots) {
        QString text =
            QString::fromUtf8(Test::readFile(QStringLiteral(CHARTLINE_SOURCE_DIR "/") + folder + u"/CMakeLists.txt"_s));
        text.remove(QRegularExpression(u"#[^\n]*"_s)).replace(QRegularExpression(u"\\$\\{[^}]*\\}"_s), QString());
        for (const auto &match : library.globalMatch(text)) {
            const QString from = s_rooms.value(match.captured(1));
            for (const QString &word : match.captured(2).split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts)) {
                if (word == match.captured(1) || !s_rooms.contains(word))
                    continue;
                ++checked;
                if (from.isEmpty() || !mayInclude(from + u"/x"_s, s_rooms.value(word) + u"/x"_s))
                    wrong.append(match.captured(1) + u" links "_s + word);
            }
        }
    }
    QVERIFY(checked >= 12);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

void TestLayers::librariesStayInTheirRooms()
{
    const QString header = uR"(#\s*include\s*<(?:%1))"_s;
    QStringList wrong = hits(m_files, s_roots, header.arg(u"sqlcipher/|sqlite3"_s), {u"models/store"_s}, true);
    wrong += hits(m_files, s_roots, uR"(\bsqlite3_\w+\s*\()"_s, {u"models/store"_s});
    wrong += hits(m_files, s_roots, header.arg(u"simdjson|expat"_s), {u"connectors/fhir"_s}, true);
    wrong += hits(m_files, s_roots, uR"(\b(?:simdjson::|XML_Parse\w*\s*\())"_s, {u"connectors/fhir"_s});
    wrong += hits(m_files, s_roots, header.arg(u"zip"_s), {u"connectors/files"_s}, true);
    wrong += hits(m_files, s_roots, header.arg(u"zlib"_s),
                  {u"connectors/files"_s, u"connectors/dicom"_s, u"imaging/decode"_s}, true);
    wrong += hits(m_files, s_roots, header.arg(u"dcmtk/"_s),
                  {u"connectors/dicom"_s, u"imaging/decode"_s, u"imaging/measure"_s, u"imaging/objects"_s}, true);
    wrong += hits(m_files, s_roots, header.arg(u"charls|openjpeg|openjph|jxl/|jpeglib"_s), {u"imaging/decode"_s}, true);
    wrong += hits(m_files, s_roots, header.arg(u"vtk|EGL/"_s), {u"imaging/scene"_s}, true);
    wrong += hits(m_files, s_roots, header.arg(u"itk"_s), {u"imaging/registration"_s}, true);
    wrong += hits(m_files, s_roots, header.arg(u"seccomp|linux/"_s), {u"app/worker"_s}, true);
    wrong +=
        hits(m_files, {u"ui"_s, u"models/clinical"_s, u"models/identity"_s, u"models/timeline"_s, u"models/services"_s},
             header.arg(u"openssl/"_s), {}, true);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

// Everything but the window and the program is Qt Core (and Concurrent, in services), whatever the header is called.
void TestLayers::qtModules()
{
    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (!QFileInfo::exists(headers + u"/QtCore/QString"_s))
        QSKIP("Qt's headers are not where Qt says");
    QStringList wrong;
    int checked = 0;
    for (const Test::SourceFile &file : std::as_const(m_files)) {
        const bool core = isWithin(file.path, u"models"_s) || isWithin(file.path, u"connectors"_s)
                          || isWithin(file.path, u"imaging"_s) || isWithin(file.path, u"app/worker"_s)
                          || isWithin(file.path, u"ui/viewmodels"_s);
        if (!file.isCpp() || !core)
            continue;
        for (const QString &include : file.includes()) {
            if (!include.startsWith("<Q"_L1) && !include.startsWith("<q"_L1))
                continue;
            ++checked;
            const QString name = include.mid(1, include.size() - 2);
            const bool concurrent = isWithin(file.path, u"models/services"_s)
                                    && QFileInfo::exists(headers + u"/QtConcurrent/"_s + name.section(u'/', -1));
            if (!QFileInfo::exists(headers + u"/QtCore/"_s + name.section(u'/', -1)) && !concurrent)
                wrong.append(file.path + u" includes "_s + include);
        }
    }
    QVERIFY(checked > 100);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

void TestLayers::noNetwork()
{
    QStringList wrong =
        hits(m_files, s_roots,
             uR"(#\s*include\s*<(?:QtNetwork|QNetwork|QTcp|QUdp|QSsl|QLocalSocket|QLocalServer|netinet|netdb|arpa))"_s,
             {}, true);
    // Pairs of sockets to processes of its own, never addresses.
    wrong += hits(m_files, s_roots, uR"(#\s*include\s*<sys/socket)"_s, {u"app/worker"_s}, true);
    wrong += hits(m_files, {u"app/worker"_s}, uR"(\b(?:bind|listen|accept4?|AF_INET6?)\s*[(,])"_s);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

// The thread of the window never waits: no result of a future that has not come, no event loop inside an event, no
// sleeping.
void TestLayers::interfaceNeverWaits()
{
    QStringList wrong = hits(
        m_files, {u"ui"_s, u"app/gui"_s},
        uR"(\bprocessEvents\s*\(|\bwaitFor\w+\s*\(|\bQEventLoop\b|\bQThread::(?:sleep|msleep|usleep)\b|\bsleep_for\b|\bBlockingQueuedConnection\b)"_s);
    // QApplication::exec() in the program's one place is the loop itself.
    wrong += hits(m_files, {u"ui"_s}, uR"((?:\.|->|::)exec\s*\()"_s);
    // result() and takeResult() are for a future that is known to have finished: within then(), or of a finished
    // watcher.
    wrong += hits(m_files, {u"ui"_s}, uR"(\b(?:future|task|job)\w*\.(?:result|takeResult)\s*\()"_s);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

void TestLayers::noSqlOutsideTheStore()
{
    const QStringList wrong = hits(
        m_files,
        {u"ui"_s, u"connectors"_s, u"app/gui"_s, u"models/base"_s, u"models/clinical"_s, u"models/ingest"_s,
         u"models/identity"_s, u"models/vault"_s},
        uR"("[^"\n]*\b(?:SELECT [^"\n]* FROM|INSERT (?:OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|CREATE TABLE|PRAGMA \w+)\b)"_s,
        {}, true);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

void TestLayers::noSingletonsOrMutableStatics()
{
    QStringList wrong =
        hits(m_files, s_roots, uR"(\bQ_GLOBAL_STATIC\b|\bqApp\s*->\s*setProperty\b|\binstance\s*\(\s*\)\s*\{)"_s);
    // A static or global without const: `static const`, `static constexpr` and functions are no state. std::once and
    // thread_local are.
    wrong += hits(
        m_files, s_roots,
        uR"((?m)^[ \t]*(?:static|thread_local)\s+(?!const\b|constexpr\b|consteval\b|inline\b|void\b|bool\b[^;=]*\()[\w:<>, *&]+\s+s?_?\w+\s*(?:=[^=]|\{|;))"_s);
    QVERIFY2(wrong.isEmpty(), list(wrong).constData());
}

// A rule that finds nothing anywhere would pass as well.
void TestLayers::theRulesFindWhatTheyForbid()
{
    QVERIFY(!mayInclude(u"models/clinical/Patient.cpp"_s, u"models/store/Connection.h"_s));
    QVERIFY(!mayInclude(u"models/timeline/Labels.cpp"_s, u"models/services/Session.h"_s));
    QVERIFY(!mayInclude(u"ui/patients/PatientsPage.cpp"_s, u"connectors/fhir/Node.h"_s));
    QVERIFY(!mayInclude(u"ui/viewmodels/FactText.h"_s, u"ui/theme/Theme.h"_s));
    QVERIFY(!mayInclude(u"connectors/fhir/Node.h"_s, u"connectors/files/FileWalker.h"_s));
    QVERIFY(mayInclude(u"app/Composition.cpp"_s, u"connectors/fhir/FhirConnector.h"_s));
    QVERIFY(!hits(m_files, {u"models/store"_s}, uR"(#\s*include\s*<(?:sqlcipher/|sqlite3))"_s, {}, true).isEmpty());
    QVERIFY(!hits(m_files, {u"models/store"_s}, uR"(\bsqlite3_\w+\s*\()"_s).isEmpty());
    QVERIFY(!hits(m_files, {u"app/cli"_s}, uR"(\bQEventLoop\b)"_s).isEmpty());
    QVERIFY(!hits(m_files, {u"models/store"_s}, uR"("[^"\n]*\b(?:SELECT [^"\n]* FROM)\b)"_s, {}, true).isEmpty());
    QCOMPARE(targetsOf(u"ui/timeline/TimelineView.cpp"_s, u"timeline/PersonRecord.h"_s),
             QStringList{u"models/timeline/PersonRecord.h"_s});
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
