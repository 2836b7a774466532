// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Chartline::Ui {

// Why an alert is acknowledged: a reason from a list, which must be chosen, and a comment.
class AcknowledgeForm : public QFrame
{
    Q_OBJECT

public:
    // `reasons`: codes of SafetyService::overrideReasons(). `author`: in whose name it is written; may be empty.
    AcknowledgeForm(const QStringList &reasons, const QString &author, QWidget *parent = nullptr);

    // It could not be written; the form stays.
    void setError(const QString &words);
    void setBusy(bool busy);
    void begin(); // the keyboard is here now

Q_SIGNALS:
    void accepted(const QString &reason, const QString &comment);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void accept();

    QComboBox *m_reason;
    QLineEdit *m_comment;
    QLabel *m_error;
    QPushButton *m_accept;
};

} // namespace Chartline::Ui
