// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QList>
#include <utility>

namespace Chartline::Ui {

// The keys and mouse gestures of the image views.
class ViewKeysSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ViewKeysSheet(QWidget *parent = nullptr);

private:
    using Rows = QList<std::pair<QString, QString>>;
    [[nodiscard]] Rows pictureKeys() const;
    [[nodiscard]] Rows mprKeys() const;
    [[nodiscard]] Rows volumeKeys() const;
    [[nodiscard]] Rows compareKeys() const;
};

} // namespace Chartline::Ui
