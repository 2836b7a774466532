// SPDX-License-Identifier: Apache-2.0
#include "support/SmallRecords.h"

#include "support/ChartlineProcess.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace Chartline::Test {

QByteArray patient(const PersonText &person)
{
    QByteArray json = R"({"resourceType":"Patient","id":")" + person.id + '"';
    if (!person.meta.isEmpty())
        json += R"(,"meta":{)" + person.meta + '}';
    if (!person.identifier.isEmpty())
        json += R"(,"identifier":[{"system":"urn:test:mrn","value":")" + person.identifier + R"("}])";
    return json + R"(,"name":[{"family":")" + person.family + R"(","given":[")" + person.given
           + R"("]}],"gender":"female","birthDate":")" + person.birthDate + R"("})";
}

QByteArray observation(const QByteArray &id, const QByteArray &subject, const QByteArray &date, const QByteArray &value,
                       const QByteArray &more)
{
    return R"({"resourceType":"Observation","id":")" + id
           + R"(","status":"final","category":[{"coding":[{"code":"laboratory"}]}],)"
             R"("code":{"coding":[{"system":"http://loinc.org","code":"2160-0","display":"Creatinine"}]},"subject":{"reference":")"
           + subject + R"("},"effectiveDateTime":")" + date + R"(","valueQuantity":{"value":)" + value
           + R"(,"unit":"mg/dL"})" + more + '}';
}

QByteArray condition(const QByteArray &id, const QByteArray &subject, const QByteArray &text, const QByteArray &onset,
                     const QByteArray &status, const QByteArray &more)
{
    return R"({"resourceType":"Condition","id":")" + id + R"(","clinicalStatus":{"coding":[{"code":")" + status
           + R"("}]},"code":{"coding":[{"system":"urn:test:problems","code":")" + text + R"("}],"text":")" + text
           + R"("},"subject":{"reference":")" + subject + R"("},"onsetDateTime":")" + onset + '"' + more + '}';
}

QByteArray bundle(const QList<QByteArray> &resources, const QByteArray &base)
{
    QByteArrayList entries;
    for (const QByteArray &resource : resources) {
        QByteArray url;
        if (!base.isEmpty()) {
            const QJsonObject object = QJsonDocument::fromJson(resource).object();
            url = R"("fullUrl":")" + base + '/' + object.value(QLatin1StringView("resourceType")).toString().toUtf8()
                  + '/' + object.value(QLatin1StringView("id")).toString().toUtf8() + R"(",)";
        }
        entries.append('{' + url + R"("resource":)" + resource + '}');
    }
    return R"({"resourceType":"Bundle","type":"collection","entry":[)" + entries.join(",\n") + "]}";
}

QByteArray binary(const QByteArray &id, int size, quint32 seed)
{
    QByteArray bytes(size * 3 / 4, Qt::Uninitialized);
    QRandomGenerator random(seed);
    for (char &c : bytes)
        c = char(random.generate() & 0xff);
    return R"({"resourceType":"Binary","id":")" + id + R"(","contentType":"application/octet-stream","data":")"
           + bytes.toBase64() + R"("})";
}

namespace {

QByteArray number(int value)
{
    return QByteArray::number(value);
}

QByteArray personBundle(int person)
{
    const QByteArray id = "p" + number(person);
    const QByteArray subject = "Patient/" + id;
    QList<QByteArray> resources;
    // Every fourth patient arrives in a file of its own, later than the results.
    if (person % 4 != 0)
        resources.append(patient({id,
                                  "Family" + number(person),
                                  "Given" + number(person),
                                  "19" + number(40 + person) + "-02-03",
                                  "MRN" + number(person % 9),
                                  {}}));
    for (int i = 0; i < 15; ++i)
        resources.append(observation(id + "-o" + number(i), subject,
                                     "20" + number(10 + i % 10) + "-0" + number(1 + i % 9) + "-11T08:15:00+02:00",
                                     "0." + number(70 + i)));
    for (int i = 0; i < 4; ++i)
        resources.append(condition(id + "-c" + number(i), subject, "problem " + number(i), "20" + number(10 + i),
                                   i % 2 ? "active" : "resolved"));
    resources.append(R"({"resourceType":"MedicationRequest","id":")" + id
                     + R"(-m","status":"active","intent":"order","medicationReference":{"reference":"Medication/drug)"
                     + number(person % 3) + R"("},"subject":{"reference":")" + subject
                     + R"("},"authoredOn":"2019-06-07"})");
    return bundle(resources);
}

QByteArray largeFile()
{
    QByteArray lines;
    int observations = 0;
    for (int i = 0; lines.size() <= 16 * 1024 * 1024; ++i) {
        lines += binary("big" + number(i), 700'000, quint32(i)) + '\n';
        for (int j = 0; j < 25; ++j, ++observations)
            lines += observation("large" + number(observations), "Patient/p" + number(observations % 12),
                                 "2021-03-0" + number(1 + j % 9), "1." + number(observations))
                     + '\n';
    }
    return lines;
}

} // namespace

bool writeMixedFolder(const QString &folder, bool withLarge)
{
    bool written = true;
    const auto put = [&](const QByteArray &name, const QByteArray &bytes) {
        written = written && writeFile(folder + QLatin1Char('/') + QString::fromLatin1(name), bytes);
    };
    for (int person = 0; person < 12; ++person) {
        put("bundle" + number(person) + ".json", personBundle(person));
        put("single" + number(person) + ".json",
            condition("single" + number(person), "Patient/p" + number(person), "single problem", "2018-05"));
        if (person % 4 == 0)
            put("z-late" + number(person) + ".json", patient({"p" + number(person),
                                                              "Late" + number(person),
                                                              "Person",
                                                              "1950-01-0" + number(1 + person / 4),
                                                              "L" + number(person),
                                                              {}}));
        put("text" + number(person) + ".xml",
            R"(<?xml version="1.0" encoding="UTF-8"?><Observation xmlns="http://hl7.org/fhir"><id value="x)"
                + number(person)
                + R"("/><status value="final"/><code><text value="Körpergröße"/></code><subject><reference value="Patient/p)"
                + number(person)
                + R"("/></subject><effectiveDateTime value="2016-07"/><valueQuantity><value value="1.7)"
                + number(person) + R"("/><unit value="m"/></valueQuantity></Observation>)");
    }
    for (int drug = 0; drug < 3; ++drug)
        put("z-medication" + number(drug) + ".json", R"({"resourceType":"Medication","id":"drug)" + number(drug)
                                                         + R"(","code":{"text":"Drug )" + number(drug) + R"("}})");
    for (int i = 0; i < 3; ++i)
        put("middle" + number(i) + ".ndjson", binary("middle" + number(i), 300'000, quint32(100 + i)) + '\n'
                                                  + observation("mid" + number(i), "Patient/p1", "2020-01-02", "2.5")
                                                  + '\n');
    // Ids that mean different people: in two folders, and in one.
    for (const QByteArray folderName : {"clash1/", "clash2/", "clash3/first-", "clash3/second-"}) {
        const bool first = folderName.contains('1') || folderName.contains("first");
        put(folderName + "a.json", bundle({first ? patient({"q1", "Erste", "Anna", "1950-01-01", "CA", {}})
                                                 : patient({"q1", "Zweite", "Berta", "1970-02-02", "CB", {}}),
                                           observation("q" + QByteArray(first ? "1" : "2"), "Patient/q1", "2015-05-06",
                                                       first ? "3.1" : "3.2")}));
        put(folderName + "b.json",
            observation("alone" + QByteArray(first ? "1" : "2"), "Patient/q1", "2016-06-07", first ? "4.1" : "4.2"));
    }
    // Two systems that know the same person, and the same fact.
    for (const QByteArray system : {"one", "two"}) {
        put("system-" + system + ".json",
            bundle({patient({"s-" + system, "Gleich", "Clara", "1955-05-05", "SHARED", {}}),
                    observation("s-" + system, "Patient/s-" + system, "2014-04-03T10:00:00Z", "5.5"),
                    condition("sc-" + system, "Patient/s-" + system, "Shared problem", "2004")},
                   "https://" + system + ".example/fhir"));
    }
    // Versions: the newer one comes first; and two copies of which neither is newer.
    put("version-1.json", observation("versioned", "Patient/p1", "2012", "9.2", R"(,"meta":{"versionId":"2"})"));
    put("version-2.json", observation("versioned", "Patient/p1", "2012", "9.1", R"(,"meta":{"versionId":"1"})"));
    put("copy-1.json", observation("copied", "Patient/p2", "2012", "8.1"));
    put("copy-2.json", observation("copied", "Patient/p2", "2012", "8.2"));
    put("broken.json", R"({"resourceType":"Patient","id":"broken")");
    put("note.txt", "no health data");
    if (withLarge)
        put("large.ndjson", largeFile());
    return written;
}

} // namespace Chartline::Test
