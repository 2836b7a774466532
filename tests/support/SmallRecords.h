// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace Chartline::Test {

// Small FHIR R4 resources of made-up people, as bytes.
struct PersonText
{
    QByteArray id;
    QByteArray family = "Muster";
    QByteArray given = "Anna";
    QByteArray birthDate = "1961-04-05";
    QByteArray identifier = {}; // value within urn:test:mrn; empty: none
    QByteArray meta = {}; // members of "meta"
};
[[nodiscard]] QByteArray patient(const PersonText &person);
// `more`: further members, with the comma before them.
[[nodiscard]] QByteArray observation(const QByteArray &id, const QByteArray &subject, const QByteArray &date,
                                     const QByteArray &value, const QByteArray &more = {});
[[nodiscard]] QByteArray condition(const QByteArray &id, const QByteArray &subject, const QByteArray &text,
                                   const QByteArray &onset, const QByteArray &status = "active",
                                   const QByteArray &more = {});
// A collection; fullUrl is `base`/Type/id where a base is given.
[[nodiscard]] QByteArray bundle(const QList<QByteArray> &resources, const QByteArray &base = {});
// About `size` bytes of text that looks like base64.
[[nodiscard]] QByteArray binary(const QByteArray &id, int size, quint32 seed);

// A folder of some 60 files of every shape (resources, Bundles, XML, NDJSON, files in a blob, one above 16 MiB) about
// 12 people.
[[nodiscard]] bool writeMixedFolder(const QString &folder, bool withLarge);

} // namespace Chartline::Test
