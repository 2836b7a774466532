// SPDX-License-Identifier: Apache-2.0
#include "shell/AboutDialog.h"

#include "shell/IntendedUse.h"
#include "theme/Layouts.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Chartline"));
    setModal(true);
    QVBoxLayout *layout = makeColumn(this, Space::xl, Space::m);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::m);
    head->addWidget(makeIconLabel(Icon::Name::Logo, 36, QPalette::Accent), 0, Qt::AlignVCenter);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(makeLabel(tr("Chartline"), TextStyle::Title, Tone::Accent));
    const QString version = QCoreApplication::applicationVersion();
    words->addWidget(
        makeLabel(version.isEmpty() ? QString() : tr("Version %1").arg(version), TextStyle::Caption, Tone::Muted));
    head->addLayout(words, 1);
    layout->addLayout(head);
    layout->addWidget(makeLine());
    layout->addWidget(makeLabel(tr("What it is for"), TextStyle::BodyStrong));
    for (const QString &line : IntendedUse::statements())
        layout->addWidget(makeParagraph(line));
    layout->addWidget(makeLine());
    layout->addWidget(makeLabel(tr("Licences"), TextStyle::BodyStrong));
    layout->addWidget(makeParagraph(tr("Chartline is free software under the Apache License 2.0."), Tone::Muted));
    layout->addWidget(
        makeParagraph(tr("It uses Qt %1 (LGPL 3), SQLCipher and SQLite (BSD, public domain), OpenSSL (Apache 2.0), "
                         "simdjson (Apache 2.0), Expat (MIT), libzip (BSD), zlib (zlib) and the typeface Inter "
                         "(SIL Open Font License).")
                          .arg(QString::fromLatin1(qVersion())),
                      Tone::Muted));
    auto *close = makeButton(tr("Close"));
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
    // Wrapped text is as high as the width makes it, which a dialog does not ask for by itself.
    setFixedSize(540, layout->totalHeightForWidth(540));
}

} // namespace Chartline::Ui
