// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/SecureBytes.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace Chartline::Ui {

// A labelled field for a secret: hidden unless shown on purpose, with a hint while Caps Lock seems to be on. No undo,
// no copying out of it, no drops into it.
class PassphraseField : public QWidget
{
    Q_OBJECT

public:
    explicit PassphraseField(const QString &label, QWidget *parent = nullptr);

    // The secret as UTF-8, moved into wiped memory; the field is empty afterwards. Qt's own copies are overwritten as
    // far as they can be reached.
    [[nodiscard]] SecureBytes take();
    void clear();
    [[nodiscard]] bool isEmpty() const;
    // Compares without copying.
    [[nodiscard]] bool sameAs(const PassphraseField &other) const;
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    void setError(bool on);
    void setHint(const QString &hint);

Q_SIGNALS:
    void changed();
    void submitted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setShown(bool shown);

    QLineEdit *m_edit;
    QAction *m_show;
    QLabel *m_hint;
    QLabel *m_capsLock;
};

} // namespace Chartline::Ui
