// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/Mapping.h"
#include "fhir/Readers.h"

#include <QTest>

namespace Chartline {

// One resource given as JSON or XML text, read and mapped as an import does.
inline Result<MappedRecord> mapText(const QByteArray &text)
{
    Fhir::NodeTree tree;
    MappedRecord record;
    if (text.trimmed().startsWith('<')) {
        Fhir::XmlReader reader;
        CHARTLINE_TRY(reader.parse(text, tree));
        Fhir::mapResource(tree.root(), record);
        return record;
    }
    Fhir::JsonReader reader;
    CHARTLINE_TRY(reader.parse(text, tree));
    Fhir::mapResource(tree.root(), record);
    return record;
}

// The clinical value of a text; a default one where it is not of that type (the test then sees empty fields).
template<typename T>
T valueOf(const QByteArray &text)
{
    const auto record = mapText(text);
    if (record && record->values.size() == 1) {
        if (const T *value = std::get_if<T>(&record->values.front()))
            return *value;
    }
    return {};
}

// What the fact of a resource has to say. Empty `has`: the body is not looked at.
struct ExpectedFact
{
    FactKind kind = FactKind::Other;
    const char *title = "";
    const char *start = "";
    const char *end = "";
    const char *status = "";
    Assertion assertion = Assertion::Affirmed;
    FactFlags flags = {};
    const char *category = "";
    const char *value = "";
    const char *code = "";
    QStringList has = {};
};

inline void addFactRow(const char *name, const char *source, const ExpectedFact &expected)
{
    QTest::newRow(name) << QByteArray(source) << expected;
}

inline void compareFact(const QByteArray &source, const ExpectedFact &expected)
{
    const auto record = mapText(source);
    QVERIFY2(record, "not read");
    QCOMPARE(record->values.size(), std::size_t(1));
    QCOMPARE(record->facts.size(), 1);
    const FactDraft &fact = record->facts.first();
    QCOMPARE(factKindName(fact.kind), factKindName(expected.kind));
    QCOMPARE(fact.title, QString::fromUtf8(expected.title));
    QCOMPARE(fact.start.text(), QString::fromUtf8(expected.start));
    QCOMPARE(fact.end.text(), QString::fromUtf8(expected.end));
    QCOMPARE(fact.status, QString::fromUtf8(expected.status));
    QCOMPARE(int(fact.assertion), int(expected.assertion));
    QCOMPARE(fact.flags.toInt(), expected.flags.toInt());
    QCOMPARE(fact.category, QString::fromUtf8(expected.category));
    QCOMPARE(fact.value, QString::fromUtf8(expected.value));
    QCOMPARE(fact.code.code, QString::fromUtf8(expected.code));
    for (const QString &words : expected.has)
        QVERIFY2(fact.body.contains(words), qPrintable(words + QLatin1StringView(" is not in: ") + fact.body));
    QVERIFY2(record->issues.isEmpty(), qPrintable(record->issues.isEmpty() ? QString() : record->issues.first().path));
}

} // namespace Chartline

Q_DECLARE_METATYPE(Chartline::ExpectedFact)
