// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/ImportRun.h"
#include "services/ImportService.h"
#include "services/RecordService.h"
#include "services/VaultService.h"

#include <memory>

namespace Chartline::Test {

// A vault in this process with the services the program has, composed as in app/Composition. Opens in milliseconds
// unless it is given the strict policy.
class TestVault
{
public:
    explicit TestVault(const QString &folder, KdfPolicy policy = KdfPolicy::forTests());
    ~TestVault();
    TestVault(const TestVault &) = delete;
    TestVault &operator=(const TestVault &) = delete;

    static constexpr const char *defaultPassphrase = "correct horse battery staple";

    [[nodiscard]] Status create();
    [[nodiscard]] Status unlock(const QByteArray &passphrase = defaultPassphrase);
    void close();

    // Through ImportService, as the program does.
    [[nodiscard]] Result<ImportReport> import(const QStringList &paths, const QString &sourceName = {});
    // Straight through ImportRun, on this thread, with commits as often as `recordsPerCommit` says.
    [[nodiscard]] Result<ImportReport> importOften(const QStringList &paths, int recordsPerCommit);
    // Straight through ImportRun, on this thread; connectors and time are filled in.
    [[nodiscard]] Result<ImportReport> run(ImportRun::Setup setup);
    [[nodiscard]] Result<VerifyReport> verify();
    [[nodiscard]] Result<QList<PersonSummary>> persons(const QString &search = {});
    [[nodiscard]] Result<PersonRecordPtr> record(PersonId person);
    [[nodiscard]] Result<QList<SearchHit>> search(const QString &text, PersonId person = {});

    [[nodiscard]] RecordService &records() { return m_records; }
    [[nodiscard]] VaultService &vault() { return m_vault; }
    [[nodiscard]] std::shared_ptr<Session> session() const { return m_vault.session(); }
    [[nodiscard]] const std::vector<std::shared_ptr<const Connector>> &connectors() const { return m_connectors; }

private:
    std::vector<std::shared_ptr<const Connector>> m_connectors;
    VaultService m_vault;
    RecordService m_records;
    ImportService m_imports;
};

// Everything in the store but the times of imports and the numbers of rows, as sorted lines: rows are named by what
// they contain. Two stores with equal dumps hold the same. Decrypts every blob.
[[nodiscard]] Result<QStringList> canonicalDump(Session &session);

// What a person can be shown: people, timelines, search results, the verbatim bytes of all records (hashed), as lines,
// always in the same order. Stops where something could not be read: what was read until then is in `lines`.
[[nodiscard]] Status everythingShown(TestVault &vault, const QString &searchFor, QStringList &lines);

// The first lines that are in one only, for a failed comparison.
[[nodiscard]] QByteArray difference(const QStringList &is, const QStringList &shouldBe);

// Copies a folder with its sub-folders.
[[nodiscard]] bool copyFolder(const QString &from, const QString &to);

} // namespace Chartline::Test
