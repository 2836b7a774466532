// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/SecureBytes.h"

#include <QWidget>

class QLabel;
class QProgressBar;

namespace Chartline::Ui {

class PassphraseField;

// A new passphrase, typed twice, with a hint at its strength.
class NewPassphraseForm : public QWidget
{
    Q_OBJECT

public:
    explicit NewPassphraseForm(QWidget *parent = nullptr);

    // Long enough and the same twice.
    [[nodiscard]] bool isComplete() const;
    // Both fields are empty afterwards.
    [[nodiscard]] SecureBytes take();
    void clear();

Q_SIGNALS:
    void changed();
    void submitted();

private:
    void refresh();

    PassphraseField *m_first;
    PassphraseField *m_second;
    QProgressBar *m_bar;
    QLabel *m_words;
};

} // namespace Chartline::Ui
