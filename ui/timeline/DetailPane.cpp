// SPDX-License-Identifier: Apache-2.0
#include "timeline/DetailPane.h"

#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "timeline/ChipButton.h"
#include "viewmodels/DateText.h"
#include "viewmodels/DetailModel.h"
#include "viewmodels/FactText.h"
#include "viewmodels/KindText.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace Chartline::Ui {

DetailPane::DetailPane(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
{
    setBackground(this, QLatin1StringView("surface"));
    setAccessibleName(tr("Details"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
    clear();
}

void DetailPane::setSources(const FactSources &sources)
{
    m_sources = sources;
}

void DetailPane::restart()
{
    m_content = new QWidget;
    setBackground(m_content, QLatin1StringView("surface"));
    m_column = new QVBoxLayout(m_content);
    m_column->setContentsMargins(Space::l, Space::m, Space::l, Space::l);
    m_column->setSpacing(Space::s);
    m_status = nullptr;
    m_scroll->setWidget(m_content); // deletes the one before
}

void DetailPane::clear()
{
    m_fact = Fact();
    m_referenceRange.clear();
    restart();
    m_column->addStretch();
    QLabel *icon = makeIconLabel(Icon::Name::Document, 28, QPalette::PlaceholderText, m_content);
    m_column->addWidget(icon, 0, Qt::AlignHCenter);
    QLabel *words = addText(tr("Choose an entry to see what its sources say."), true);
    words->setAlignment(Qt::AlignHCenter);
    m_column->addStretch();
}

void DetailPane::setFact(const Fact &fact)
{
    m_fact = fact;
    m_referenceRange.clear();
    restart();
    addHeading();
    addNotices();
    addWitnesses({});
    m_status = addText(tr("Reading what the sources say…"), true);
    m_column->addStretch();
}

void DetailPane::setDetail(const FactDetail &detail)
{
    if (detail.fact.id != m_fact.id)
        return;
    m_fact = detail.fact;
    m_referenceRange = DetailModel::referenceRange(detail);
    restart();
    addHeading();
    addNotices();
    addWitnesses(detail.witnesses);
    addSections(detail);
    addAttachments(detail);
    addVersions(detail);
    m_column->addStretch();
}

void DetailPane::setError(FactId fact, const QString &words)
{
    if (fact != m_fact.id || !m_status)
        return;
    m_status->setText(words);
    setTone(m_status, Tone::Danger);
}

void DetailPane::addHeading()
{
    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    auto *icon = new QLabel(m_content);
    icon->setPixmap(Icon::pixmap(Icon::ofKind(m_fact.kind), 16, m_theme.kindColor(m_fact.kind), devicePixelRatioF()));
    top->addWidget(icon);
    top->addWidget(makeLabel(KindText::name(m_fact.kind), TextStyle::Caption, Tone::Muted, m_content), 1);
    QPushButton *close = makeButton({}, Icon::Name::Close, ButtonStyle::Flat, m_content);
    close->setAccessibleName(tr("Close the details"));
    close->setToolTip(close->accessibleName());
    connect(close, &QAbstractButton::clicked, this, &DetailPane::closeRequested);
    top->addWidget(close);
    m_column->addLayout(top);
    QLabel *title = makeLabel(FactText::title(m_fact), TextStyle::Heading, Tone::Normal, m_content);
    title->setTextFormat(Qt::PlainText);
    title->setWordWrap(true);
    title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_column->addWidget(title);
    const auto told = [](const Witness &witness) { return witness.fact.index() == FactId::projectedIndex; };
    if (std::ranges::any_of(m_fact.witnesses, told)) {
        QPushButton *images = makeButton(tr("Show the images"), Icon::Name::Scan, ButtonStyle::Primary, m_content);
        connect(images, &QAbstractButton::clicked, this, [this] { Q_EMIT imagesRequested(m_fact.id); });
        m_column->addWidget(images, 0, Qt::AlignLeft);
    }
    if (const QString code = FactText::code(m_fact.code); !code.isEmpty()) {
        auto *chip = new QLabel(code, m_content);
        chip->setTextFormat(Qt::PlainText);
        setChip(chip, Tone::Normal);
        chip->setToolTip(m_fact.code.display.isEmpty() ? m_fact.code.system : m_fact.code.display);
        chip->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_column->addWidget(chip, 0, Qt::AlignLeft);
    }
    if (const QString value = FactText::markedValue(m_fact); !value.isEmpty()) {
        const bool marked = !FactText::abnormalWord(m_fact).isEmpty();
        QLabel *label = makeLabel(value, TextStyle::Heading, marked ? Tone::Danger : Tone::Normal, m_content);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        m_column->addWidget(label);
    }
    if (!m_referenceRange.isEmpty())
        addText(tr("Reference range %1").arg(m_referenceRange), true);
    QStringList parts;
    const QString when = DateText::range(m_fact.start, m_fact.end, m_fact.flags.testFlag(FactFlag::Ongoing));
    parts += when.isEmpty() ? tr("No date given") : when;
    if (!m_fact.status.isEmpty())
        parts += FactText::status(m_fact.status);
    if (m_fact.kind == FactKind::Allergy && m_fact.flags.testFlag(FactFlag::Critical))
        parts += FactText::abnormalWord(m_fact);
    addText(parts.join(tr(" · ", "between parts of a line")), true);
}

void DetailPane::addNotices()
{
    const auto notice = [this](Tone tone, const QString &words) {
        auto *box = new Notice(m_content);
        m_column->addWidget(box);
        box->tell(tone, words);
    };
    if (m_fact.flags.testFlag(FactFlag::EnteredInError))
        notice(Tone::Danger, tr("Entered in error: the source took this back. It is not a fact."));
    if (m_fact.flags.testFlag(FactFlag::Refuted))
        notice(Tone::Danger, tr("Refuted: the source says this turned out untrue."));
    if (m_fact.flags.testFlag(FactFlag::ReadTheSource))
        notice(
            Tone::Warning,
            tr("Read the source: it holds something this program does not know that may change what the entry means."));
    if (m_fact.flags.testFlag(FactFlag::ConflictingCopy))
        notice(Tone::Warning, tr("Conflicting copy: another record has the same id, and neither says which is newer."));
    if (m_fact.flags.testFlag(FactFlag::Planned))
        notice(Tone::Info, tr("Planned: this has not happened yet."));
    if (m_fact.flags.testFlag(FactFlag::UndatedByEvent))
        notice(Tone::Info, tr("The date is when it was recorded; the source gives none for the event itself."));
}

void DetailPane::addWitnesses(const QList<WitnessDetail> &details)
{
    addCaption(m_fact.witnesses.size() == 1 ? tr("Stated by")
                                            : tr("Stated by %n records", "", int(m_fact.witnesses.size())));
    for (const Witness &witness : m_fact.witnesses) {
        QString words = m_sources.name(witness.source);
        for (const WitnessDetail &detail : details) {
            if (detail.witness.record == witness.record)
                words = tr("%1 · %2, %3", "source, type, when received")
                            .arg(words, detail.typeName, DetailModel::version(detail.record));
        }
        auto *row = new ChipButton(m_theme, words, Tone::Normal, m_content);
        row->setSquare(m_theme.sourceColor(m_sources.place(witness.source)), m_sources.sign(witness.source));
        row->setToolTip(tr("%1. Opens the source.", "source").arg(words));
        row->setAccessibleDescription(tr("Opens the source"));
        connect(row, &QAbstractButton::clicked, this,
                [this, record = witness.record] { Q_EMIT sourceRequested(record); });
        m_column->addWidget(row, 0, Qt::AlignLeft);
    }
}

void DetailPane::addSections(const FactDetail &detail)
{
    const QList<DetailSection> sections = DetailModel::sections(detail);
    for (const DetailSection &section : sections) {
        m_column->addWidget(makeLine(m_content));
        addCaption(tr("%1 · %2", "source and record").arg(section.title, section.subtitle));
        for (const DetailRow &row : section.rows)
            addRow(row.label, row.text, row.codes);
        if (!section.narrative.isEmpty()) {
            addCaption(tr("Narrative"));
            addText(section.narrative.trimmed());
        }
    }
}

void DetailPane::addRow(const QString &label, const QString &text, const QString &codes)
{
    if (!label.isEmpty()) {
        QLabel *name = makeLabel(label, TextStyle::Caption, Tone::Muted, m_content);
        name->setTextFormat(Qt::PlainText);
        m_column->addSpacing(2);
        m_column->addWidget(name);
    }
    if (!text.isEmpty())
        addText(text);
    if (!codes.isEmpty()) {
        QLabel *line = makeLabel(codes, TextStyle::Caption, Tone::Muted, m_content);
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_column->addWidget(line);
    }
}

void DetailPane::addVersions(const FactDetail &detail)
{
    if (detail.versions.size() < 2)
        return;
    m_column->addWidget(makeLine(m_content));
    addCaption(tr("Versions"));
    for (const RecordInfo &version : detail.versions) {
        QPushButton *button = makeButton(DetailModel::version(version), ButtonStyle::Link, m_content);
        connect(button, &QAbstractButton::clicked, this, [this, id = version.id] { Q_EMIT sourceRequested(id); });
        m_column->addWidget(button, 0, Qt::AlignLeft);
    }
}

void DetailPane::addCaption(const QString &words)
{
    QLabel *label = makeLabel(words, TextStyle::Caption, Tone::Muted, m_content);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    m_column->addSpacing(Space::xs);
    m_column->addWidget(label);
}

QLabel *DetailPane::addText(const QString &words, bool muted)
{
    // Longer text would make the pane slow to lay out; the source viewer shows all of it.
    constexpr qsizetype longest = 20'000;
    QLabel *label = makeLabel(words.size() > longest ? words.first(longest) + QChar(0x2026) : words, TextStyle::Body,
                              muted ? Tone::Muted : Tone::Normal, m_content);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setMinimumWidth(10);
    m_column->addWidget(label);
    return label;
}

QString DetailPane::plainText() const
{
    QStringList words;
    for (const QLabel *label : m_content->findChildren<QLabel *>())
        words += label->text();
    for (const QAbstractButton *button : m_content->findChildren<QAbstractButton *>())
        words += button->text();
    return words.join(QLatin1Char('\n'));
}

} // namespace Chartline::Ui
