// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"

#include <QAbstractButton>

namespace Chartline::Ui {

// A series to choose: a small picture of it, its number and words, and how many images it has.
class SeriesTile : public QAbstractButton
{
    Q_OBJECT

public:
    SeriesTile(const Theme &theme, const QString &name, const QString &amount, const QString &modality,
               QWidget *parent = nullptr);

    void setThumbnail(const QImage &image);
    // Where it is shown: "A", "B"…; empty: nowhere.
    void setShown(const QString &where);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    const Theme &m_theme;
    QString m_amount;
    QString m_modality;
    QString m_shown;
    QImage m_image;
};

} // namespace Chartline::Ui
