// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "timeline/ChipButton.h"
#include "viewmodels/FactBanner.h"

#include <QWidget>

namespace Chartline::Ui {

// A heading and as many chips as fit on two lines; the rest behind "+n more".
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    ChipRow(const Theme &theme, const QString &title, QWidget *parent = nullptr);

    void setChips(const QList<FactBanner::Chip> &chips);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void factChosen(int fact);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void openRest();

    const Theme &m_theme;
    QLabel *m_title;
    ChipButton *m_more;
    QList<ChipButton *> m_buttons;
    QList<FactBanner::Chip> m_chips;
    int m_shown = 0;
};

} // namespace Chartline::Ui
