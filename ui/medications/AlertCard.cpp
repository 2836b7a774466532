// SPDX-License-Identifier: Apache-2.0
#include "medications/AlertCard.h"

#include "medications/AcknowledgeForm.h"
#include "medications/TierMark.h"
#include "theme/Layouts.h"
#include "viewmodels/AlertText.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>

#include <algorithm>

namespace Chartline::Ui {

using namespace Safety;
using namespace Qt::StringLiterals;

namespace {

QVBoxLayout *addGroup(EdgedCard *card, QVBoxLayout *into, QWidget *&group)
{
    group = new QWidget(card);
    QVBoxLayout *layout = makeColumn(group, 0, 6);
    into->addWidget(group);
    return layout;
}

// Whether it is certain that all its drugs are taken now; else the card says at once how it is.
bool isTakenNow(const SafetyAlert &alert)
{
    return alert.overlap.overlap == Overlap::Active && std::ranges::none_of(alert.moves, [](const AlertMove &move) {
               return move.why == AlertMove::Why::Uncertain || move.why == AlertMove::Why::NeverDispensed
                      || move.why == AlertMove::Why::Planned;
           });
}

QString linkTo(const QString &target, const QString &words, const Theme &theme)
{
    return u"<a href=\"%1\" style=\"color:%2;text-decoration:none\">%3</a>"_s.arg(target, theme.colors().accent.name(),
                                                                                  words.toHtmlEscaped());
}

} // namespace

AlertCard::AlertCard(const Theme &theme, const SafetyAlert &alert, Form form, const Acknowledging &acknowledging,
                     QWidget *parent)
    : EdgedCard(theme, parent)
    , m_alert(alert)
    , m_form(form)
    , m_acknowledging(acknowledging)
{
    setFocusPolicy(Qt::StrongFocus);
    const Tier tier = form == Form::Acknowledged ? Tier::Hidden : alert.tier;
    setEdge(Edge::Solid, [tier](const Theme &of) { return TierMark::color(of, tier); });
    addHeading();
    addTitle();
    if (form == Form::Acknowledged)
        addAcknowledgement();
    addBody();
    addWhy();
    addButtons();
    setAccessibleName(tr("%1: %2", "how loud, title").arg(AlertText::tier(alert.tier), AlertText::title(alert)));
    setAccessibleDescription(
        tr("%1 %2", "what happens, what to do").arg(AlertText::happens(alert), AlertText::manage(alert)));
    updateSign();
}

void AlertCard::addHeading()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    m_sign = new QLabel(this);
    row->addWidget(m_sign);
    QLabel *tier = makeLabel(AlertText::tier(m_alert.tier), TextStyle::Caption, Tone::Normal, this);
    setChip(tier, TierMark::tone(m_alert.tier));
    tier->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    row->addWidget(tier);
    const QString effects = AlertText::effects(m_alert);
    QLabel *what =
        makeLabel(effects.isEmpty() ? AlertText::kind(m_alert.kind) : effects, TextStyle::Caption, Tone::Muted, this);
    what->setWordWrap(true);
    row->addWidget(what, 1);
    column()->addLayout(row);
}

void AlertCard::addTitle()
{
    m_title = makeLabel({}, TextStyle::BodyStrong, Tone::Normal, this);
    m_title->setTextFormat(Qt::RichText); // every part of it is escaped
    m_title->setWordWrap(true);
    m_title->setMinimumWidth(10);
    m_title->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_title->setToolTip(tr("A drug's name opens its entry."));
    m_title->setAccessibleName(AlertText::title(m_alert));
    connect(m_title, &QLabel::linkActivated, this, &AlertCard::chooseLink);
    column()->addWidget(m_title);
    writeTitle();
}

// Names of drugs are links; the rest is plain.
void AlertCard::writeTitle()
{
    const QString title = AlertText::title(m_alert);
    QString html;
    qsizetype at = 0;
    for (qsizetype i = 0; i < m_alert.drugs.size(); ++i) {
        const QString &name = m_alert.drugs[i].name;
        const qsizetype found = name.isEmpty() ? -1 : title.indexOf(name, at, Qt::CaseInsensitive);
        if (found < 0 || m_alert.drugs[i].course < 0)
            continue;
        html += title.sliced(at, found - at).toHtmlEscaped();
        html += linkTo(u"drug:%1"_s.arg(i), title.sliced(found, name.size()), theme());
        at = found + name.size();
    }
    m_title->setText(html + title.sliced(at).toHtmlEscaped());
}

void AlertCard::addBody()
{
    QVBoxLayout *body = addGroup(this, column(), m_body);
    if (const QString again = AlertText::returned(m_alert.returned); !again.isEmpty())
        setTone(addParagraph(again, body), Tone::Warning);
    addParagraph(AlertText::happens(m_alert), body);
    if (!isTakenNow(m_alert))
        setTone(addParagraph(AlertText::overlap(m_alert), body), Tone::Muted);
    if (const QString reactions = AlertText::reactions(m_alert); !reactions.isEmpty())
        addParagraph(reactions, body);
    addLevels(body);
    QLabel *manage = addParagraph({}, body);
    manage->setTextFormat(Qt::RichText);
    manage->setText(u"<b>%1</b> %2"_s.arg(tr("Do:", "what to do about an alert").toHtmlEscaped(),
                                          AlertText::manage(m_alert).toHtmlEscaped()));
    if (m_alert.tier != m_alert.baseTier) {
        for (const QString &move : AlertText::moves(m_alert))
            setTextStyle(addParagraph(move, body), TextStyle::Caption, Tone::Muted);
    }
    m_body->setVisible(m_form == Form::Full || m_form == Form::Prospective);
}

void AlertCard::addLevels(QBoxLayout *into)
{
    if (m_alert.levels.isEmpty())
        return;
    m_levels = addParagraph({}, into);
    m_levels->setTextFormat(Qt::RichText); // every part of it is escaped
    m_levels->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_levels->setAccessibleName(AlertText::levels(m_alert).join(u'\n'));
    m_levels->setToolTip(tr("A value opens its entry."));
    connect(m_levels, &QLabel::linkActivated, this, &AlertCard::chooseLink);
    writeLevels();
}

void AlertCard::writeLevels()
{
    QStringList lines;
    for (const AlertLevel &level : std::as_const(m_alert.levels))
        lines.append(linkTo(u"fact:%1"_s.arg(level.fact), AlertText::level(level), theme()));
    m_levels->setText(lines.join("<br/>"_L1));
}

void AlertCard::addAcknowledgement()
{
    if (m_alert.override_)
        setTone(addParagraph(AlertText::acknowledged(*m_alert.override_)), Tone::Muted);
}

void AlertCard::addWhy()
{
    QVBoxLayout *why = addGroup(this, column(), m_why);
    why->setSpacing(Space::xs);
    why->addWidget(makeLine(m_why));
    QStringList lines{AlertText::mechanism(m_alert)};
    if (isTakenNow(m_alert))
        lines += AlertText::overlap(m_alert);
    if (m_alert.tier == m_alert.baseTier)
        lines += AlertText::moves(m_alert);
    lines += {AlertText::evidence(m_alert.evidence), AlertText::source(m_alert.source), AlertText::pack(m_alert.pack),
              AlertText::englishNote()};
    lines.removeAll(QString());
    for (const QString &line : std::as_const(lines))
        setTone(addParagraph(line, why), Tone::Muted);
    m_why->hide();
}

void AlertCard::addButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::s);
    const bool canAcknowledge = !m_acknowledging.reasons.isEmpty();
    if (m_form == Form::Acknowledged && canAcknowledge) {
        QPushButton *back = makeButton(tr("Take back"), ButtonStyle::Normal, this);
        back->setAccessibleDescription(tr("Shows this alert as if it had not been acknowledged"));
        connect(back, &QAbstractButton::clicked, this, &AlertCard::withdrawn);
        row->addWidget(back);
    } else if (m_form == Form::Full && canAcknowledge) {
        m_acknowledge = makeButton(tr("Acknowledge…"), ButtonStyle::Normal, this);
        connect(m_acknowledge, &QAbstractButton::clicked, this, &AlertCard::openForm);
        row->addWidget(m_acknowledge);
    }
    const bool isFull = m_form == Form::Full || m_form == Form::Prospective;
    m_whyButton = makeButton(isFull ? tr("Why?") : tr("More"), isFull ? ButtonStyle::Normal : ButtonStyle::Link, this);
    m_whyButton->setCheckable(true);
    connect(m_whyButton, &QAbstractButton::toggled, this, &AlertCard::unfoldWhy);
    row->addWidget(m_whyButton);
    row->addStretch();
    column()->addLayout(row);
}

void AlertCard::unfoldWhy(bool unfold)
{
    const bool isFull = m_form == Form::Full || m_form == Form::Prospective;
    m_whyButton->setChecked(unfold);
    if (!isFull) {
        m_body->setVisible(unfold);
        m_whyButton->setText(unfold ? tr("Less") : tr("More"));
    }
    m_why->setVisible(unfold);
    Q_EMIT whyShown(unfold);
}

bool AlertCard::isWhyShown() const
{
    return !m_why->isHidden();
}

bool AlertCard::isFormOpen() const
{
    return m_formWidget && !m_isWritten;
}

void AlertCard::openForm()
{
    if (m_formWidget)
        return;
    m_formWidget = new AcknowledgeForm(m_acknowledging.reasons, m_acknowledging.author, this);
    column()->addWidget(m_formWidget);
    connect(m_formWidget, &AcknowledgeForm::accepted, this, [this](const QString &reason, const QString &comment) {
        m_isWritten = true;
        Q_EMIT acknowledged(reason, comment);
    });
    connect(m_formWidget, &AcknowledgeForm::cancelled, this, &AlertCard::closeForm);
    m_acknowledge->setEnabled(false);
    m_formWidget->show();
    m_formWidget->begin();
}

void AlertCard::closeForm()
{
    if (!m_formWidget)
        return;
    m_formWidget->hide();
    m_formWidget->deleteLater();
    m_formWidget = nullptr;
    m_acknowledge->setEnabled(true);
    m_acknowledge->setFocus();
    Q_EMIT formClosed();
}

void AlertCard::setAcknowledgeError(const QString &words)
{
    m_isWritten = false;
    if (m_formWidget) {
        m_formWidget->setError(words);
        return;
    }
    setTone(addParagraph(words), Tone::Danger);
}

void AlertCard::chooseLink(const QString &link)
{
    if (link.startsWith("drug:"_L1))
        Q_EMIT drugChosen(link.sliced(5).toLongLong());
    else if (link.startsWith("fact:"_L1))
        Q_EMIT factChosen(link.sliced(5).toLongLong());
}

void AlertCard::mousePressEvent(QMouseEvent *event)
{
    EdgedCard::mousePressEvent(event);
    setFocus(Qt::MouseFocusReason);
}

void AlertCard::focusInEvent(QFocusEvent *event)
{
    EdgedCard::focusInEvent(event);
    update();
    Q_EMIT selected();
}

void AlertCard::focusOutEvent(QFocusEvent *event)
{
    EdgedCard::focusOutEvent(event);
    update();
}

void AlertCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        unfoldWhy(!isWhyShown());
    else
        EdgedCard::keyPressEvent(event);
}

void AlertCard::changeEvent(QEvent *event)
{
    EdgedCard::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_title) {
        writeTitle();
        if (m_levels)
            writeLevels();
        updateSign();
    }
}

void AlertCard::updateSign()
{
    m_sign->setPixmap(
        Icon::pixmap(TierMark::icon(m_alert.tier), 16, TierMark::color(theme(), m_alert.tier), devicePixelRatioF()));
}

} // namespace Chartline::Ui
