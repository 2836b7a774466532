// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "services/RecordService.h"
#include "theme/Theme.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QTabWidget;

namespace Chartline::Ui {

// The verbatim source of one record: indented and coloured, and exactly as received. Opened with open(); deletes
// itself.
class SourceDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SourceDialog(const Theme &theme, QWidget *parent = nullptr);

    void setSource(const SourceText &source);
    void setError(const QString &words);
    [[nodiscard]] QString readableText() const;
    [[nodiscard]] QString rawText() const;

private:
    void copy();
    void save();
    void writeTo(const QString &path);

    const Theme &m_theme;
    QByteArray m_bytes;
    QString m_name;
    QLabel *m_title;
    QLabel *m_about;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_readable;
    QPlainTextEdit *m_raw;
};

// Writes bytes to a file away from the calling thread; the words of a failure go to `failed`, on `context`'s thread.
void saveBytes(QObject *context, const QByteArray &bytes, const QString &path,
               std::function<void(const QString &)> done);

} // namespace Chartline::Ui
