// SPDX-License-Identifier: Apache-2.0
#include "security/PassphraseField.h"

#include "theme/Icon.h"
#include "theme/Style.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Chartline::Ui {

PassphraseField::PassphraseField(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_edit(new QLineEdit(this))
    , m_show(nullptr)
    , m_hint(makeLabel({}, TextStyle::Caption, Tone::Muted, this))
    , m_capsLock(makeLabel(tr("Caps Lock seems to be on."), TextStyle::Caption, Tone::Warning, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Space::xs);
    auto *name = makeLabel(label, TextStyle::BodyStrong, Tone::Normal, this);
    name->setBuddy(m_edit);
    layout->addWidget(name);
    layout->addWidget(m_edit);
    layout->addWidget(m_hint);
    layout->addWidget(m_capsLock);
    m_hint->setWordWrap(true);
    m_hint->hide();
    m_capsLock->hide();
    m_edit->setAccessibleName(label);
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase
                                | Qt::ImhHiddenText);
    m_edit->setAcceptDrops(false);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_edit->setMinimumHeight(36);
    m_edit->installEventFilter(this);
    m_show = m_edit->addAction(Icon::make(Icon::Name::Eye, QPalette::PlaceholderText), QLineEdit::TrailingPosition);
    setShown(false);
    connect(m_show, &QAction::triggered, this, [this] { setShown(m_edit->echoMode() == QLineEdit::Password); });
    connect(m_edit, &QLineEdit::textChanged, this, [this] {
        setError(false);
        Q_EMIT changed();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, &PassphraseField::submitted);
    setFocusProxy(m_edit);
}

SecureBytes PassphraseField::take()
{
    QByteArray utf8 = m_edit->text().toUtf8();
    SecureBytes secret(std::span(reinterpret_cast<const unsigned char *>(utf8.constData()), std::size_t(utf8.size())));
    utf8.fill('\0');
    clear();
    return secret;
}

void PassphraseField::clear()
{
    // Overwrites the buffer the line edit holds before it lets go of it.
    m_edit->setText(QString(m_edit->text().size(), QLatin1Char('x')));
    m_edit->clear();
    setShown(false);
    m_capsLock->hide();
}

bool PassphraseField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

bool PassphraseField::sameAs(const PassphraseField &other) const
{
    return m_edit->text() == other.m_edit->text();
}

void PassphraseField::setError(bool on)
{
    if (m_edit->property("error").toBool() == on)
        return;
    m_edit->setProperty("error", on);
    m_edit->style()->unpolish(m_edit);
    m_edit->style()->polish(m_edit);
}

void PassphraseField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_edit->setAccessibleDescription(hint);
}

void PassphraseField::setShown(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setIcon(Icon::make(shown ? Icon::Name::EyeOff : Icon::Name::Eye, QPalette::PlaceholderText));
    m_show->setText(shown ? tr("Hide what is typed") : tr("Show what is typed"));
    m_show->setToolTip(m_show->text());
}

bool PassphraseField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Undo))
            return true;
        // Qt has no portable way to ask for Caps Lock; a letter that comes in the wrong case tells.
        const QString text = key->text();
        if (text.size() == 1 && text[0].isLetter() && text[0].toUpper() != text[0].toLower()) {
            const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
            m_capsLock->setVisible(text[0].isUpper() != shift);
        } else if (key->key() == Qt::Key_CapsLock) {
            m_capsLock->hide();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Chartline::Ui
