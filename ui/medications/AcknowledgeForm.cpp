// SPDX-License-Identifier: Apache-2.0
#include "medications/AcknowledgeForm.h"

#include "theme/Layouts.h"
#include "viewmodels/AlertText.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

AcknowledgeForm::AcknowledgeForm(const QStringList &reasons, const QString &author, QWidget *parent)
    : QFrame(parent)
    , m_reason(new QComboBox(this))
    , m_comment(new QLineEdit(this))
    , m_error(makeParagraph({}, Tone::Danger, this))
    , m_accept(makeButton(tr("Acknowledge"), ButtonStyle::Primary, this))
{
    setFrameRole(this, FrameStyle::Panel);
    QVBoxLayout *layout = makeColumn(this, Space::s, Space::s);
    layout->addWidget(makeLabel(tr("Why is this acceptable?"), TextStyle::BodyStrong, Tone::Normal, this));
    m_reason->setPlaceholderText(tr("Choose a reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(12);
    for (const QString &code : reasons)
        m_reason->addItem(AlertText::reason(code), code);
    m_reason->setCurrentIndex(-1);
    layout->addWidget(m_reason);
    m_comment->setPlaceholderText(tr("Comment (optional)"));
    m_comment->setAccessibleName(tr("Comment"));
    m_comment->setMaxLength(500);
    layout->addWidget(m_comment);
    QLabel *who = makeParagraph(
        author.isEmpty() ? tr("Kept in the vault with your name and the date. It comes back when a dose, kidney "
                              "function, a level or one of the drugs changes.")
                         : tr("Kept in the vault as written by %1, with the date. It comes back when a dose, kidney "
                              "function, a level or one of the drugs changes.")
                               .arg(author),
        Tone::Muted, this);
    setTextStyle(who, TextStyle::Caption, Tone::Muted);
    layout->addWidget(who);
    m_error->hide();
    layout->addWidget(m_error);
    auto *row = new QHBoxLayout;
    row->addStretch();
    QPushButton *cancel = makeButton(tr("Cancel"), ButtonStyle::Normal, this);
    row->addWidget(cancel);
    row->addWidget(m_accept);
    layout->addLayout(row);
    m_accept->setEnabled(false);
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this](int index) { m_accept->setEnabled(index >= 0); });
    connect(m_accept, &QAbstractButton::clicked, this, &AcknowledgeForm::accept);
    connect(m_comment, &QLineEdit::returnPressed, this, &AcknowledgeForm::accept);
    connect(cancel, &QAbstractButton::clicked, this, &AcknowledgeForm::cancelled);
}

void AcknowledgeForm::begin()
{
    m_reason->setFocus(Qt::TabFocusReason);
}

void AcknowledgeForm::accept()
{
    if (m_reason->currentIndex() < 0 || !m_accept->isEnabled())
        return;
    setBusy(true);
    Q_EMIT accepted(m_reason->currentData().toString(), m_comment->text().trimmed());
}

void AcknowledgeForm::setBusy(bool busy)
{
    m_accept->setEnabled(!busy && m_reason->currentIndex() >= 0);
    if (busy)
        m_error->hide();
}

void AcknowledgeForm::setError(const QString &words)
{
    setBusy(false);
    m_error->setText(words);
    m_error->show();
}

void AcknowledgeForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace Chartline::Ui
