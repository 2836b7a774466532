// SPDX-License-Identifier: Apache-2.0
#include "security/RecoverySheet.h"

#include "theme/Theme.h"

#include <QDir>
#include <QLocale>
#include <QPainter>

namespace Chartline::Ui {

RecoverySheet::RecoverySheet(QString key, QString folder, QDate date)
    : m_key(std::move(key))
    , m_folder(std::move(folder))
    , m_date(date)
{ }

QStringList RecoverySheet::groups(const QString &key)
{
    return key.split(QLatin1Char('-'), Qt::SkipEmptyParts);
}

QStringList RecoverySheet::paragraphs() const
{
    return {
        tr("Vault: %1").arg(QDir::toNativeSeparators(m_folder)),
        tr("Created: %1").arg(QLocale().toString(m_date, QLocale::LongFormat)),
        tr("This key opens the patient records in this vault without the passphrase. Keep it where you keep other "
           "confidential papers, apart from the computer. Whoever has it and the computer can read every record."),
        tr("To use it: start Chartline, choose “Forgot the passphrase?” on the unlock screen, type the key and choose "
           "a new "
           "passphrase. Small and capital letters are the same; dashes may be left out."),
        tr("Without the passphrase and without this key the records cannot be read by anyone, nor restored by the "
           "makers of "
           "Chartline."),
    };
}

QString RecoverySheet::plainText() const
{
    return tr("Chartline recovery key") + QStringLiteral("\n\n    ") + m_key + QStringLiteral("\n\n")
           + paragraphs().join(QStringLiteral("\n\n")) + QLatin1Char('\n');
}

void RecoverySheet::paint(QPainter &painter, const QRectF &page) const
{
    // All sizes are parts of the page's width, so a sheet looks the same at every resolution.
    const qreal unit = page.width() / 100;
    qreal y = page.top();
    painter.setPen(Qt::black);
    const auto text = [&](const QString &words, qreal size, bool bold, qreal after, bool fixed = false) {
        QFont font = fixed ? Theme::fixedFont() : Theme::font(TextStyle::Body);
        font.setPixelSize(std::max(1, qRound(size * unit)));
        font.setBold(bold);
        painter.setFont(font);
        QRectF used;
        painter.drawText(QRectF(page.left(), y, page.width(), page.bottom() - y),
                         int(Qt::AlignLeft | Qt::AlignTop) | Qt::TextWordWrap, words, &used);
        y = used.bottom() + after * unit;
    };
    text(tr("Chartline recovery key"), 4.4, true, 4);
    const QRectF box(page.left(), y, page.width(), 17 * unit);
    painter.setPen(QPen(Qt::black, unit * 0.25));
    painter.drawRoundedRect(box, unit, unit);
    QFont font = Theme::fixedFont();
    font.setPixelSize(std::max(1, qRound(4.6 * unit)));
    font.setBold(true);
    painter.setFont(font);
    const QStringList parts = groups(m_key);
    const QString first = parts.mid(0, 3).join(QStringLiteral("  "));
    const QString second = parts.mid(3).join(QStringLiteral("  "));
    painter.drawText(box, Qt::AlignCenter, first + QLatin1Char('\n') + second);
    y = box.bottom() + 4 * unit;
    for (const QString &paragraph : paragraphs())
        text(paragraph, 2.1, false, 1.8);
}

} // namespace Chartline::Ui
