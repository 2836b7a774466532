// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>
#include <QDate>

class QPainter;
class QRectF;

namespace Chartline::Ui {

// The paper a clinic keeps in its safe: the recovery key, which vault it opens and how to use it.
class RecoverySheet
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::RecoverySheet)

public:
    RecoverySheet(QString key, QString folder, QDate date);

    // Paints into a page of these units (printer dots), scaled to its width.
    void paint(QPainter &painter, const QRectF &page) const;
    [[nodiscard]] QString plainText() const;
    // The key's groups, without the dashes.
    [[nodiscard]] static QStringList groups(const QString &key);

private:
    [[nodiscard]] QStringList paragraphs() const;

    QString m_key;
    QString m_folder;
    QDate m_date;
};

} // namespace Chartline::Ui
