// SPDX-License-Identifier: Apache-2.0
#include "identity/PersonFeatures.h"

#include <QTest>

using namespace Chartline;
using namespace Qt::StringLiterals;

// Who may be taken for whom. A wrong "same" shows one patient's allergies in another's record; every row here is such a
// case or its opposite.
class TestIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contradicts_data();
    void contradicts();
    void sameBeyondDoubt_data();
    void sameBeyondDoubt();
    void foldsNames_data();
    void foldsNames();

private:
    static PersonFeatures person(const QString &family, const QString &given, const QString &birth,
                                 const QString &identifier);
};

PersonFeatures TestIdentity::person(const QString &family, const QString &given, const QString &birth,
                                    const QString &identifier)
{
    PersonFeatures features;
    features.id = QStringLiteral("1");
    features.family = foldedName(family);
    features.given = foldedName(given);
    features.birthDate = birth;
    if (!identifier.isEmpty())
        features.identifiers = {{QStringLiteral("urn:insurance"), identifier, {}, {}}};
    return features;
}

void TestIdentity::contradicts_data()
{
    QTest::addColumn<QStringList>("a");
    QTest::addColumn<QStringList>("b");
    QTest::addColumn<bool>("inFolders");
    QTest::addColumn<bool>("onServer");
    const auto row = [](const char *name, const QStringList &a, const QStringList &b, bool inFolders, bool onServer) {
        QTest::newRow(name) << a << b << inFolders << onServer;
    };
    row("the same", {u"Smith"_s, u"Anna"_s, u"2010-05-05"_s, u"9"_s}, {u"Smith"_s, u"Anna"_s, u"2010-05-05"_s, u"9"_s},
        false, false);
    row("twins", {u"Smith"_s, u"Anna"_s, u"2010-05-05"_s, u""_s}, {u"Smith"_s, u"Ben"_s, u"2010-05-05"_s, u""_s}, true,
        false);
    row("twins with one insurance number", {u"Smith"_s, u"Anna"_s, u"2010-05-05"_s, u"9"_s},
        {u"Smith"_s, u"Ben"_s, u"2010-05-05"_s, u"9"_s}, true, false);
    row("sibling without birth date", {u"Smith"_s, u"Anna"_s, u"2010-05-05"_s, u""_s},
        {u"Smith"_s, u"Ben"_s, u""_s, u""_s}, true, false);
    row("father and son", {u"Smith"_s, u"John"_s, u"1950-01-01"_s, u"9"_s},
        {u"Smith"_s, u"Tom"_s, u"1980-02-02"_s, u"9"_s}, true, false);
    row("strangers", {u"Smith"_s, u"Anna"_s, u"2010-05-05"_s, u""_s}, {u"Jones"_s, u"Zoe"_s, u"1960-01-01"_s, u""_s},
        true, true);
    row("married", {u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u""_s}, {u"Jones"_s, u"Anna"_s, u"1990-05-05"_s, u""_s},
        false, false);
    row("corrected birth date, same number", {u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u"9"_s},
        {u"Smith"_s, u"Anna"_s, u"1990-05-06"_s, u"9"_s}, false, false);
    row("other birth date, no number", {u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u""_s},
        {u"Smith"_s, u"Anna"_s, u"1960-01-01"_s, u""_s}, true, false);
    row("initial", {u"Smith"_s, u"A"_s, u"1990-05-05"_s, u""_s}, {u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u""_s}, false,
        false);
    row("birth year only", {u"Smith"_s, u"Anna"_s, u"1990"_s, u""_s}, {u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u""_s},
        false, false);
    row("nothing known", {u""_s, u""_s, u""_s, u""_s}, {u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u""_s}, false, false);
    row("named later at its server", {u"Smith"_s, u"Babyboy"_s, u"2026-01-01"_s, u""_s},
        {u"Smith"_s, u"Liam"_s, u"2026-01-01"_s, u""_s}, true, false);
}

void TestIdentity::contradicts()
{
    QFETCH(const QStringList, a);
    QFETCH(const QStringList, b);
    QFETCH(const bool, inFolders);
    QFETCH(const bool, onServer);
    const auto x = person(a[0], a[1], a[2], a[3]);
    const auto y = person(b[0], b[1], b[2], b[3]);
    QCOMPARE(Chartline::contradicts(x, y, IdTrust::Folder), inFolders);
    QCOMPARE(Chartline::contradicts(y, x, IdTrust::Folder), inFolders);
    QCOMPARE(Chartline::contradicts(x, y, IdTrust::Server), onServer);
    QCOMPARE(Chartline::contradicts(y, x, IdTrust::Server), onServer);
}

void TestIdentity::sameBeyondDoubt_data()
{
    QTest::addColumn<QStringList>("a");
    QTest::addColumn<QStringList>("b");
    QTest::addColumn<bool>("same");
    QTest::newRow("all") << QStringList{u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u"9"_s}
                         << QStringList{u"SMITH"_s, u"Anna"_s, u"1990-05-05"_s, u"9"_s} << true;
    QTest::newRow("accents") << QStringList{u"Müller"_s, u"José"_s, u"1990-05-05"_s, u"9"_s}
                             << QStringList{u"MULLER"_s, u"Jose"_s, u"1990-05-05"_s, u"9"_s} << true;
    QTest::newRow("no number") << QStringList{u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u""_s}
                               << QStringList{u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u""_s} << false;
    QTest::newRow("other number") << QStringList{u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u"9"_s}
                                  << QStringList{u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u"8"_s} << false;
    QTest::newRow("birth year only") << QStringList{u"Smith"_s, u"Anna"_s, u"1990"_s, u"9"_s}
                                     << QStringList{u"Smith"_s, u"Anna"_s, u"1990"_s, u"9"_s} << false;
    QTest::newRow("twin") << QStringList{u"Smith"_s, u"Anna"_s, u"1990-05-05"_s, u"9"_s}
                          << QStringList{u"Smith"_s, u"Ben"_s, u"1990-05-05"_s, u"9"_s} << false;
}

void TestIdentity::sameBeyondDoubt()
{
    QFETCH(const QStringList, a);
    QFETCH(const QStringList, b);
    QFETCH(const bool, same);
    QCOMPARE(Chartline::sameBeyondDoubt(person(a[0], a[1], a[2], a[3]), person(b[0], b[1], b[2], b[3])), same);
    QCOMPARE(Chartline::sameBeyondDoubt(person(b[0], b[1], b[2], b[3]), person(a[0], a[1], a[2], a[3])), same);
}

void TestIdentity::foldsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folded");
    QTest::newRow("plain") << QStringLiteral("Smith") << QStringLiteral("smith");
    QTest::newRow("double") << QStringLiteral("Müller-Lüdenscheidt") << QStringLiteral("muller ludenscheidt");
    QTest::newRow("apostrophe") << QStringLiteral("O'Brien") << QStringLiteral("o brien");
    QTest::newRow("blanks") << QStringLiteral("  van  den Berg ") << QStringLiteral("van den berg");
    QTest::newRow("other letters") << QStringLiteral("Ŝmith Ōe") << QStringLiteral("smith oe");
}

void TestIdentity::foldsNames()
{
    QFETCH(const QString, name);
    QFETCH(const QString, folded);
    QCOMPARE(foldedName(name), folded);
}

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
