// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Chartline::Ui {

class Notice;

// Shows a new recovery key, once: to print, to save, and to confirm. Forgets it on `forget()`.
class RecoveryKeyPage : public QWidget
{
    Q_OBJECT

public:
    explicit RecoveryKeyPage(QWidget *parent = nullptr);

    void setKey(const QString &key, const QString &folder);
    void forget();
    // One asked group typed rightly, or the box ticked.
    [[nodiscard]] bool isConfirmed() const;

Q_SIGNALS:
    void confirmationChanged();

private:
    void print();
    void save();
    void saveTo(const QString &path);

    QGridLayout *m_grid;
    QLabel *m_question;
    QLineEdit *m_answer;
    QCheckBox *m_kept;
    Notice *m_notice;
    QString m_key;
    QString m_folder;
    int m_asked = 0; // index of the group to type
};

} // namespace Chartline::Ui
