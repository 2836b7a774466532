// SPDX-License-Identifier: Apache-2.0
// Imports into a vault of the tests' own policy, so that unlocking takes no time: the process that tests kill.
// import_child VAULT RECORDS-PER-COMMIT stop|hold PATH… : prints "importing" once the vault is open, "done" at the end;
// with "hold" it keeps the vault open until its standard input closes.
#include "support/TestVault.h"

#include <QCoreApplication>
#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    Chartline::Test::TestVault vault(arguments[1]);
    if (const auto opened = vault.unlock(); !opened) {
        std::fprintf(stderr, "unlock: %s\n", qPrintable(Chartline::errorCodeName(opened.error().code)));
        return 3;
    }
    std::puts("importing");
    std::fflush(stdout);
    const auto report = vault.importOften(arguments.mid(4), arguments[2].toInt());
    if (!report) {
        std::fprintf(stderr, "import: %s\n", qPrintable(Chartline::errorCodeName(report.error().code)));
        return 4;
    }
    std::puts("done");
    std::fflush(stdout);
    if (arguments[3] == QLatin1StringView("hold"))
        while (std::getchar() != EOF) { }
    return 0;
}
