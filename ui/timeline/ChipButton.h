// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Icon.h"
#include "theme/Style.h"
#include "theme/Theme.h"

#include <QAbstractButton>

#include <optional>

namespace Chartline::Ui {

// A small coloured mark with words that can be pressed: an allergy, a problem, a source. Elides what does not fit.
class ChipButton : public QAbstractButton
{
    Q_OBJECT

public:
    ChipButton(const Theme &theme, const QString &text, Tone tone, QWidget *parent = nullptr);

    void setIconName(std::optional<Icon::Name> icon);
    // A square of this colour with a letter before the words: a source.
    void setSquare(const QColor &color, const QString &letter);
    [[nodiscard]] QString letter() const { return m_letter; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Look
    {
        QColor ink;
        QColor ground;
    };
    [[nodiscard]] Look look() const;
    [[nodiscard]] int leadingWidth() const;

    const Theme &m_theme;
    Tone m_tone;
    std::optional<Icon::Name> m_icon;
    QColor m_square;
    QString m_letter;
};

} // namespace Chartline::Ui
