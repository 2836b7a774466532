// SPDX-License-Identifier: Apache-2.0
#include "support/SyntheticRecord.h"
#include "timeline/DetailPane.h"
#include "timeline/SourceDialog.h"
#include "viewmodels/DetailModel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Chartline;
using namespace Chartline::Ui;
using namespace Chartline::Testing;
using namespace Qt::StringLiterals;

namespace {

FactDetail detailOf(const Fact &fact)
{
    FactDetail detail;
    detail.fact = fact;
    WitnessDetail witness;
    witness.witness = fact.witnesses.value(0);
    witness.record.id = fact.witnesses.value(0).record;
    witness.record.type = u"Observation"_s;
    witness.record.logicalId = u"o1"_s;
    witness.record.source = {SourceId{1}, u"City Practice"_s, {}, 0};
    witness.typeName = u"Observation"_s;
    witness.lines = {
        {u"status"_s, u"final"_s, {}, {}},
        {u"effective"_s, u"2020-05-01"_s, {}, {}},
        {u"referenceRanges"_s, u"4.0 – 6.0 %"_s, {}, {}},
        {u"notes"_s, u"<b>fasting</b> & tired"_s, {}, {}},
        {u"primarySource"_s, u"true"_s, {}, {}},
        {u"performers"_s, u"Dr. Example"_s, {{u"http://snomed.info/sct"_s, u"309343006"_s, {}, false}}, {}}};
    witness.narrative = u"Drawn in the morning."_s;
    detail.witnesses = {witness};
    return detail;
}

} // namespace

class DetailTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sectionsInWords();
    void snapshotFirstThenTheSourcesWords();
    void lateAnswerForAnotherFactIsDropped();
    void warningsAreShown();
    void witnessOpensItsSource();
    void attachments();
    void sourceDialogShowsBoth();
    void clearForgets();
};

void DetailTest::sectionsInWords()
{
    RecordBuilder builder({u"City Practice"_s});
    const QList<DetailSection> sections =
        DetailModel::sections(detailOf(builder.add(FactKind::Result, u"x"_s, u"2020"_s)));
    QCOMPARE(sections.size(), 1);
    QCOMPARE(sections.first().title, u"City Practice"_s);
    QCOMPARE(sections.first().subtitle, u"Observation/o1"_s);
    QCOMPARE(sections.first().rows[1].text, u"1 May 2020"_s);
    QCOMPARE(sections.first().rows[4].text, u"yes"_s);
    QCOMPARE(sections.first().rows[5].label, u"Performed by"_s);
    QCOMPARE(sections.first().rows[5].codes, u"SNOMED CT 309343006"_s);
}

void DetailTest::snapshotFirstThenTheSourcesWords()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    RecordBuilder builder({u"City Practice"_s});
    const Fact fact =
        builder.addNumber(FactKind::Result, u"HbA1c"_s, u"4548-4"_s, 7.8, u"%"_s, u"2020-05-01"_s, FactFlag::Abnormal);
    const PersonRecordPtr record = builder.take();
    DetailPane pane(theme);
    pane.setSources(FactSources(record->sources));
    pane.resize(330, 700);
    pane.setFact(fact);
    QVERIFY(pane.plainText().contains(u"HbA1c"_s));
    QVERIFY(pane.plainText().contains(u"LOINC 4548-4"_s));
    QVERIFY(pane.plainText().contains(u"abnormal"_s));
    QVERIFY(!pane.plainText().contains(u"Dr. Example"_s));
    pane.setDetail(detailOf(fact));
    QVERIFY(pane.plainText().contains(u"Dr. Example"_s));
    QVERIFY(pane.plainText().contains(u"Reference range 4.0 – 6.0 %"_s));
    QVERIFY(pane.plainText().contains(u"Drawn in the morning."_s));
    QVERIFY2(pane.plainText().contains(u"<b>fasting</b> & tired"_s), "what a source says is never run as markup");
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        if (label->text().contains(u"<b>"_s))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void DetailTest::lateAnswerForAnotherFactIsDropped()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    RecordBuilder builder({u"City Practice"_s});
    const Fact first = builder.add(FactKind::Condition, u"first"_s, u"2020"_s);
    const Fact second = builder.add(FactKind::Condition, u"second"_s, u"2021"_s);
    DetailPane pane(theme);
    pane.setFact(first);
    pane.setFact(second);
    pane.setDetail(detailOf(first));
    QVERIFY(pane.plainText().contains(u"second"_s));
    QVERIFY(!pane.plainText().contains(u"Dr. Example"_s));
    pane.setError(first.id, u"broken"_s);
    QVERIFY(!pane.plainText().contains(u"broken"_s));
    pane.setError(second.id, u"broken"_s);
    QVERIFY(pane.plainText().contains(u"broken"_s));
}

void DetailTest::warningsAreShown()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    RecordBuilder builder({u"City Practice"_s});
    Fact fact = builder.add(FactKind::Medication, u"aspirin"_s, u"2020"_s, {},
                            FactFlag::ReadTheSource | FactFlag::EnteredInError);
    fact.assertion = Assertion::Negated;
    DetailPane pane(theme);
    pane.setFact(fact);
    QVERIFY(pane.plainText().contains(u"Do not give: aspirin"_s));
    QVERIFY(pane.plainText().contains(u"Read the source"_s));
    QVERIFY(pane.plainText().contains(u"Entered in error"_s));
}

void DetailTest::witnessOpensItsSource()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    RecordBuilder builder({u"City Practice"_s, u"Hospital"_s});
    const Fact fact = builder.add(FactKind::Condition, u"asthma"_s, u"2020"_s, {}, {}, {0, 1});
    const PersonRecordPtr record = builder.take();
    DetailPane pane(theme);
    pane.setSources(FactSources(record->sources));
    pane.setFact(fact);
    QSignalSpy asked(&pane, &DetailPane::sourceRequested);
    for (QAbstractButton *button : pane.findChildren<QAbstractButton *>()) {
        if (button->text() == u"Hospital"_s)
            button->click();
    }
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().value<RecordId>(), fact.witnesses[1].record);
}

void DetailTest::attachments()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    RecordBuilder builder({u"City Practice"_s});
    const Fact fact = builder.add(FactKind::Document, u"Letter"_s, u"2020"_s);
    FactDetail detail = detailOf(fact);
    Clinical::Attachment text;
    text.contentType = u"text/plain"_s;
    text.title = u"Note"_s;
    text.data = "Dear colleague";
    Clinical::Attachment pdf;
    pdf.contentType = u"application/pdf"_s;
    pdf.title = u"../../Scan"_s;
    pdf.data = "%PDF-1.4";
    Clinical::Attachment broken;
    broken.undecodable = true;
    detail.witnesses[0].attachments = {text, pdf, broken};
    DetailPane pane(theme);
    pane.setFact(fact);
    pane.setDetail(detail);
    QVERIFY(pane.plainText().contains(u"Dear colleague"_s));
    QCOMPARE(pane.plainText().count(u"Save a copy…"_s), 2);
    QVERIFY(pane.plainText().contains(u"not base64"_s));
    QVERIFY(!pane.plainText().contains(u"%PDF"_s));
}

void DetailTest::sourceDialogShowsBoth()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    auto *dialog = new SourceDialog(theme);
    SourceText source;
    source.bytes = R"({"resourceType":"Patient","x":1.00})";
    source.record.type = u"Patient"_s;
    source.record.length = source.bytes.size();
    dialog->setSource(source);
    QCOMPARE(dialog->rawText().toUtf8(), source.bytes);
    QVERIFY(dialog->readableText().contains(u"\n  \"x\": 1.00\n"_s));
    delete dialog;
}

void DetailTest::clearForgets()
{
    const Theme theme = Theme::make(Theme::Mode::Light);
    RecordBuilder builder({u"City Practice"_s});
    DetailPane pane(theme);
    pane.setFact(builder.add(FactKind::Condition, u"secret illness"_s, u"2020"_s));
    pane.clear();
    QVERIFY(!pane.plainText().contains(u"secret illness"_s));
    QVERIFY(pane.shownFact().isNull());
}

QTEST_MAIN(DetailTest)
#include "tst_detail.moc"
