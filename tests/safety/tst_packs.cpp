// SPDX-License-Identifier: Apache-2.0
#include "safety/PackFile.h"
#include "safety/PairCard.h"
#include "safety/Resolver.h"
#include "safety/embedded/EmbeddedKnowledge.h"

#include <QElapsedTimer>
#include <QtEndian>
#include <QtTest>

using namespace Chartline::Safety;
using namespace Qt::StringLiterals;
using Kind = PackFault::Kind;

namespace {

constexpr char s_base[] = R"(
systems
  ids CYP3A4
effects
  ids bleeding | sedation | failure | toxicity
labs
  ids potassium mmol/L
class sedative
  name Sedatives
class thinner
  name Thinners
reference book
  cite A book
ingredient alphazolam
  rxcui 1
  atc N05CD01
  brand Dormix
  class sedative
  does sedation 3
  source label §5
ingredient betamycin
  rxcui 2
  class thinner
  inhibits CYP3A4 strong
  does bleeding 2
  source label §7
rule base-rule
  a drug alphazolam
  b drug betamycin
  tier prominent
  effect sedation
  happens: h
  do: d
  why: w
  source label
duplicate sedatives
  a class sedative
  tier passive
  happens: h
  do: d
  why: w
  source label
)";

constexpr char s_pack[] = R"(
ingredient gammarin
  rxcui 3
  class thinner
  does bleeding 3
  source label
product Gammix
  of gammarin | betamycin
rule clinic-rule
  a drug gammarin
  b drug alphazolam
  tier interruptive
  effect bleeding
  happens: They bleed.
  do: Do not.
  why: Known here.
  evidence probable
  source label
codes gammarin | betamycin
  rxnorm 100 | 101
  ndc 00000000012
)";

PackManifest manifest()
{
    return {u"clinic"_s, u"2026.12"_s, QDate(2026, 12, 1), QDate(2027, 6, 1), u"Example Clinic"_s, u"CC0"_s, u"1"_s};
}

PackContents contents(const QByteArray &text = s_pack)
{
    return {manifest(), {{u"clinic.kb"_s, text}}};
}

const PackKey &key()
{
    static const PackKey made = *PackKey::generate();
    return made;
}

QByteArray packed(const PackContents &what = contents())
{
    const auto bytes = PackFile::write(what, key());
    return bytes ? *bytes : QByteArray();
}

// What follows the public key, signed as it is.
QByteArray signedRaw(const QByteArray &body)
{
    const QByteArray bytes = "CHPACK1\n" + key().publicKey() + body;
    return bytes + key().sign(bytes);
}

template<typename T>
QByteArray number(T value)
{
    const T little = qToLittleEndian(value);
    return QByteArray(reinterpret_cast<const char *>(&little), sizeof little);
}

QByteArray file(const QByteArray &name, const QByteArray &text)
{
    return number(quint16(name.size())) + name + number(quint32(text.size())) + text;
}

constexpr char s_manifest[] = "name clinic\nrelease 2026.12\nissued 2026-12-01\nexpires 2027-06-01\n"
                              "publisher Example Clinic\nlicence CC0\nbase 1\n";

QByteArray body(const QByteArray &manifestText, const QByteArray &files)
{
    return number(quint32(manifestText.size())) + manifestText + files;
}

std::optional<QByteArray> compiled(const QList<QByteArray> &packs, QList<KnowledgeProblem> &problems)
{
    QList<KnowledgeAddition> additions;
    for (const QByteArray &text : packs) {
        PackManifest says = manifest();
        says.name = u"pack%1"_s.arg(additions.size() + 1);
        additions.append({says.forCompiler(), {{u"p.kb"_s, text}}});
    }
    return compileKnowledge({{u"base.kb"_s, s_base}}, {u"Test"_s, u"1"_s, u"2026-01-01"_s, u"2027-01-01"_s}, problems,
                            additions);
}

std::shared_ptr<const KnowledgeBase> baseWith(const QList<QByteArray> &packs)
{
    QList<KnowledgeProblem> problems;
    const auto bytes = compiled(packs, problems);
    for (const KnowledgeProblem &problem : std::as_const(problems))
        qWarning("%s:%d: %s", qPrintable(problem.file), problem.line, qPrintable(problem.words));
    const auto opened = bytes ? KnowledgeBase::open(*bytes) : KnowledgeResult<std::shared_ptr<const KnowledgeBase>>();
    return opened ? *opened : nullptr;
}

} // namespace

// Packs: the file, what may be in it, and what it changes.
class TestPacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void everyByteCounts();
    void cutOff();
    void tooLarge();
    void anotherKey();
    void malformed_data();
    void malformed();
    void keys();
    void ruleNamesItsPack();
    void exceptionOfAPack();
    void collisions_data();
    void collisions();
    void indexOfAPack();
    void manyCodes();
    void embeddedSourcesAreTheBase();
};

void TestPacks::roundTrip()
{
    PackContents two = contents();
    two.files.prepend({u"zeta/more.kb"_s, "# nothing\n"});
    const auto read = PackFile::read(packed(two));
    QVERIFY(read);
    QCOMPARE(read->contents.manifest, manifest());
    QCOMPARE(read->contents.files.size(), 2);
    QCOMPARE(read->contents.files[0].name, u"clinic.kb"_s); // in their order
    QCOMPARE(read->contents.files[0].text, QByteArray(s_pack));
    QCOMPARE(read->contents.files[1].text, "# nothing\n"_ba);
    QCOMPARE(read->publicKey, key().publicKey());
    // The same bytes as those put together by hand: the layout is what PACKS.md says.
    QCOMPARE(packed({manifest(), {{u"a.kb"_s, "x"}}}),
             signedRaw(body(s_manifest, number(quint32(1)) + file("a.kb", "x"))));
}

void TestPacks::everyByteCounts()
{
    const QByteArray bytes = packed();
    QVERIFY(bytes.size() > 500);
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray changed = bytes;
        changed[i] = char(changed[i] ^ (1 << (i % 8)));
        const auto read = PackFile::read(changed);
        QVERIFY2(!read, qPrintable(QString::number(i)));
        QVERIFY(read.error().kind == Kind::BadSignature || (i < 8 && read.error().kind != Kind::Malformed));
    }
}

void TestPacks::cutOff()
{
    const QByteArray bytes = packed();
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!PackFile::read(bytes.first(size)));
    QVERIFY(!PackFile::read(bytes + '\0'));
}

void TestPacks::tooLarge()
{
    const auto read = PackFile::read(QByteArray(PackFile::mostBytes + 1, 'C'));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Kind::TooLarge);
    QByteArray newer = packed();
    newer[6] = '2';
    QCOMPARE(PackFile::read(newer).error().kind, Kind::TooNew);
    QCOMPARE(PackFile::read("PK\3\4").error().kind, Kind::NotAPack);
}

// Signed by someone else, in whichever way.
void TestPacks::anotherKey()
{
    const PackKey other = *PackKey::generate();
    QByteArray bytes = packed();
    const QByteArray message = bytes.chopped(PackKey::signatureSize);
    QCOMPARE(PackFile::read(message + other.sign(message)).error().kind, Kind::BadSignature);
    const QByteArray theirs = "CHPACK1\n" + other.publicKey() + message.sliced(8 + PackKey::keySize);
    QCOMPARE(PackFile::read(theirs + key().sign(theirs)).error().kind, Kind::BadSignature);
    // Their own pack with the same words is theirs.
    const auto read = PackFile::read(theirs + other.sign(theirs));
    QVERIFY(read);
    QVERIFY(read->publicKey != key().publicKey());
}

void TestPacks::malformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("detail");
    const QByteArray one = number(quint32(1)) + file("a.kb", "x");
    const QByteArray says = s_manifest;
    QTest::newRow("nothing") << QByteArray() << u"manifest: size"_s;
    QTest::newRow("manifest longer than all") << number(quint32(0xffffffff)) + says << u"manifest: size"_s;
    QTest::newRow("a line more") << body(says + "more x\n", one) << u"manifest"_s;
    QTest::newRow("another order") << body("release 2026.12\nname clinic\n" + says.sliced(28), one) << u"manifest"_s;
    QTest::newRow("no publisher") << body(QByteArray(says).replace("publisher Example Clinic\n", ""), one)
                                  << u"manifest"_s;
    QTest::newRow("empty name") << body(QByteArray(says).replace("name clinic", "name "), one) << u"manifest: name"_s;
    QTest::newRow("a path as name") << body(QByteArray(says).replace("name clinic", "name ../x"), one)
                                    << u"manifest: name"_s;
    QTest::newRow("no date") << body(QByteArray(says).replace("2026-12-01", "2026-13-01"), one)
                             << u"manifest: issued"_s;
    QTest::newRow("expires first") << body(QByteArray(says).replace("2027-06-01", "2026-11-01"), one)
                                   << u"expires before"_s;
    QTest::newRow("a bell") << body(QByteArray(says).replace("Example", "Ex\7mple"), one) << u"not plain text"_s;
    QTest::newRow("a long line") << body(QByteArray(says).replace("Example", QByteArray(300, 'x')), one)
                                 << u"manifest: publisher"_s;
    QTest::newRow("no files") << body(says, number(quint32(0))) << u"number of files"_s;
    QTest::newRow("many files") << body(says, number(quint32(1001))) << u"number of files"_s;
    QTest::newRow("file cut off") << body(says, number(quint32(2)) + file("a.kb", "x")) << u"cut off"_s;
    QTest::newRow("longer than all") << body(says,
                                             number(quint32(1)) + number(quint16(4)) + "a.kb" + number(0xfffffff0u))
                                     << u"cut off"_s;
    QTest::newRow("something after") << body(says, one + 'x') << u"more than it says"_s;
    QTest::newRow("no .kb") << body(says, number(quint32(1)) + file("a.sh", "x")) << u"name"_s;
    QTest::newRow("large letters") << body(says, number(quint32(1)) + file("A.kb", "x")) << u"name"_s;
    QTest::newRow("twice") << body(says, number(quint32(2)) + file("a.kb", "x") + file("a.kb", "y")) << u"order"_s;
    QTest::newRow("backwards") << body(says, number(quint32(2)) + file("b.kb", "x") + file("a.kb", "y")) << u"order"_s;
    QTest::newRow("not UTF-8") << body(says, number(quint32(1)) + file("a.kb", "\xff")) << u"not plain text"_s;
    QTest::newRow("escape") << body(says, number(quint32(1)) + file("a.kb", "\x1b[2J")) << u"not plain text"_s;
    QTest::newRow("turned text") << body(says, number(quint32(1)) + file("a.kb", "\xe2\x80\xae"))
                                 << u"not plain text"_s;
}

// Signed, and still not read.
void TestPacks::malformed()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, detail);
    const auto read = PackFile::read(signedRaw(body));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Kind::Malformed);
    QVERIFY2(read.error().detail.contains(detail), qPrintable(read.error().detail));
}

void TestPacks::keys()
{
    const auto again = PackKey::fromPem(key().pem());
    QVERIFY(again);
    QCOMPARE(again->publicKey(), key().publicKey());
    QVERIFY(!PackKey::fromPem("nothing"));
    QVERIFY(!PackKey::fromSeed({}));
    const QString written = PackKey::fingerprint(key().publicKey());
    QCOMPARE(written.size(), 79);
    QCOMPARE(written.count(u'-'), 15);
    QVERIFY(PackKey::isFingerprint(written, key().publicKey()));
    QVERIFY(PackKey::isFingerprint(QString(written).replace(u'-', u' ').toUpper(), key().publicKey()));
    QVERIFY(!PackKey::isFingerprint(written.chopped(1), key().publicKey()));
    QVERIFY(!PackKey::isFingerprint({}, key().publicKey()));
    QVERIFY(!PackKey::isFingerprint(written + u"zz"_s, key().publicKey()));
    // RFC 8032, 7.1, test 2.
    const QByteArray seed = QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    const auto known = PackKey::fromSeed(Chartline::SecureBytes(
        std::span(reinterpret_cast<const unsigned char *>(seed.constData()), std::size_t(seed.size()))));
    QVERIFY(known);
    QCOMPARE(known->publicKey().toHex(), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"_ba);
    QCOMPARE(known->sign("\x72").toHex(), "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                          "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"_ba);
}

void TestPacks::ruleNamesItsPack()
{
    const auto base = baseWith({s_pack});
    QVERIFY(base);
    QCOMPARE(base->packs().size(), std::size_t(2));
    QCOMPARE(base->packName(0), u"Test"_s);
    QCOMPARE(base->packName(1), u"pack1"_s);
    QCOMPARE(base->string(base->packs()[1].publisher), u"Example Clinic"_s);
    const Resolver resolver(base);
    const PairEngine engine(base);
    const auto drug = [&](const QString &name) { return resolver.resolve(name).ingredients.at(0); };
    const auto card = [&](const QString &a, const QString &b) {
        const auto findings = engine.check(drug(a), drug(b));
        return findings.empty() ? PairCard() : cardOf(*base, findings.front(), drug(a), drug(b));
    };
    const PairCard fired = card(u"Dormix"_s, u"gammarin"_s);
    QCOMPARE(fired.tier, Tier::Interruptive);
    QCOMPARE(fired.happens, u"They bleed."_s);
    QCOMPARE(fired.pack, u"pack1"_s);
    QCOMPARE(card(u"alphazolam"_s, u"betamycin"_s).pack, u"Test"_s);
    // Names, products and codes of the pack.
    QCOMPARE(resolver.resolve(u"Gammix"_s).ingredients.size(), std::size_t(2));
    const DrugCode ndc{CodeSystem::Ndc, "0000-0000-12"};
    QCOMPARE(resolver.resolve(std::span(&ndc, 1), {}).ingredients.size(), std::size_t(2));
    QCOMPARE(base->findCode(CodeSystem::RxNorm, "101").size(), std::size_t(2));
    QCOMPARE(base->findCode(CodeSystem::RxNorm, "3").size(), std::size_t(1));
}

void TestPacks::exceptionOfAPack()
{
    const auto base = baseWith({"exception e\n  a drug alphazolam\n  b drug betamycin\n  of base-rule\n  why: no\n"});
    QVERIFY(base);
    QVERIFY(PairEngine(base).check(0, 1).empty());
    QVERIFY(!PairEngine(baseWith({})).check(0, 1).empty());
    QCOMPARE(base->packName(base->exceptions()[0].pack), u"pack1"_s);
}

void TestPacks::collisions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("words");
    const QByteArray head = "ingredient x\n  rxcui 9\n  class sedative\n  source label\n";
    const QByteArray words = "  tier passive\n  effect bleeding\n  happens: h\n  do: d\n  why: w\n  source label\n";
    QTest::newRow("ingredient") << QByteArray("\ningredient alphazolam\n  rxcui 9\n  class sedative\n  source label\n")
                                << 2 << u"is there already"_s;
    QTest::newRow("name") << head + "  aka dormix\n" << 1 << u"is also a name of alphazolam"_s;
    QTest::newRow("code of an ingredient")
        << QByteArray("ingredient x\n  rxcui 1\n  class sedative\n  source label\n") << 1 << u"code also of"_s;
    QTest::newRow("code") << QByteArray("codes betamycin\n  ndc 00000000001\n  rxnorm 5 | 1\n") << 3
                          << u"code 1 is also of alphazolam"_s;
    QTest::newRow("rule") << "rule base-rule\n  a drug alphazolam\n  b drug betamycin\n" + words << 1
                          << u"is there already"_s;
    QTest::newRow("duplicate") << QByteArray("duplicate sedatives\n  a class sedative\n") + words << 1
                               << u"is there already"_s;
    QTest::newRow("class") << QByteArray("class sedative\n  name S\n") << 1 << u"is there already"_s;
    QTest::newRow("reference") << QByteArray("reference book\n  cite Mine\n") << 1 << u"is there already"_s;
    QTest::newRow("another unit") << QByteArray("labs\n  ids potassium mg/dL\n") << 2 << u"is there already"_s;
    QTest::newRow("additive") << QByteArray("additive bleeding\n  levels 3 3 hidden\n") << 1 << u"only the base"_s;
    QTest::newRow("mechanism") << QByteArray("mechanism inhibition\n") << 1 << u"only the base"_s;
    QTest::newRow("rule that does not compile")
        << "rule r\n  a drug nothing\n  b drug betamycin\n" + words << 2 << u"no ingredient nothing"_s;
    QTest::newRow("codes of nothing known") << QByteArray("codes zeta\n  rxnorm 7\n") << 1 << u"no ingredient zeta"_s;
    QTest::newRow("no NDC") << QByteArray("codes betamycin\n  ndc 0000-0000-12\n") << 2 << u"no ndc code"_s;
    QTest::newRow("unknown line") << QByteArray("codes betamycin\n  upc 1\n") << 2 << u"unknown line upc"_s;
    QTest::newRow("very long") << QByteArray("product p\n  of betamycin\n  aka ") + QByteArray(40'000, 'x') << 1
                               << u"too long"_s;
}

// Refused, with the line and why; the base alone and other packs stay as they are.
void TestPacks::collisions()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, words);
    QList<KnowledgeProblem> problems;
    QVERIFY(!compiled({s_pack, text}, problems));
    const bool told = std::ranges::any_of(problems, [&](const KnowledgeProblem &p) {
        return p.file == "pack2/p.kb"_L1 && p.line == line && p.words.contains(words);
    });
    QString all;
    for (const KnowledgeProblem &p : std::as_const(problems))
        all += u"%1:%2: %3\n"_s.arg(p.file).arg(p.line).arg(p.words);
    QVERIFY2(told, qPrintable(all));
}

// A compiled form that names a pack which is not there is damaged, whatever its checksum.
void TestPacks::indexOfAPack()
{
    QList<KnowledgeProblem> problems;
    const QByteArray bytes = *compiled({s_pack}, problems);
    KnowledgeFormat::Header header;
    memcpy(&header, bytes.constData(), sizeof header);
    const auto resealed = [](QByteArray form) {
        form.chop(KnowledgeFormat::digestSize);
        return form + QCryptographicHash::hash(form, QCryptographicHash::Sha256);
    };
    QVERIFY(KnowledgeBase::open(resealed(bytes)));
    const struct
    {
        KnowledgeFormat::Section section;
        std::size_t offset;
    } places[] = {{KnowledgeFormat::Ingredients, offsetof(KnowledgeFormat::IngredientRow, pack)},
                  {KnowledgeFormat::Rules,
                   offsetof(KnowledgeFormat::RuleRow, words) + offsetof(KnowledgeFormat::WordsRow, pack)}};
    for (const auto &place : places) {
        QByteArray wrong = bytes;
        wrong[qsizetype(header.sections[place.section].offset + place.offset)] = 2;
        QVERIFY(!KnowledgeBase::open(resealed(wrong)));
    }
}

void TestPacks::manyCodes()
{
    QByteArray text = "codes alphazolam\n";
    constexpr int count = 200'000;
    for (int i = 0; i < count; i += 50) {
        QByteArrayList codes;
        for (int j = i; j < i + 50; ++j)
            codes.append(QByteArray::number(10'000'000 + j));
        text += "  rxnorm " + codes.join(" | ") + '\n';
    }
    QElapsedTimer timer;
    timer.start();
    const auto base = baseWith({text});
    QVERIFY(base);
    qInfo("200 000 codes compiled and opened in %lld ms", timer.elapsed());
    for (int i = 0; i < count; i += 997)
        QCOMPARE(base->findCode(CodeSystem::RxNorm, QByteArray::number(10'000'000 + i)).size(), std::size_t(1));
    QVERIFY(base->findCode(CodeSystem::RxNorm, QByteArray::number(10'000'000 + count)).empty());
}

void TestPacks::embeddedSourcesAreTheBase()
{
    const auto &base = embeddedKnowledge();
    const auto sources = embeddedSources();
    QVERIFY(base && sources);
    QVERIFY(sources->size() > 50);
    QList<KnowledgeProblem> problems;
    const auto bytes = compileKnowledge(*sources, manifestOf(**base), problems);
    QVERIFY(bytes);
    QCOMPARE(bytes->last(KnowledgeFormat::digestSize), (*base)->sha256());
}

QTEST_GUILESS_MAIN(TestPacks)
#include "tst_packs.moc"
