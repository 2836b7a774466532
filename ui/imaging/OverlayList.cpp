// SPDX-License-Identifier: Apache-2.0
#include "imaging/OverlayList.h"

#include "imaging/StudyText.h"
#include "theme/Layouts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_mostRows = 200;
constexpr int s_longName = 34; // characters

// A field of the colour with an edge in the pattern of the outline.
QIcon swatch(const OverlayItem &item, qreal ratio)
{
    constexpr Qt::PenStyle styles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    QPixmap pixmap(QSize(26, 16) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(QColor(9, 12, 16));
    QPainter painter(&pixmap);
    QColor fill = item.color;
    fill.setAlphaF(0.35F);
    painter.setBrush(fill);
    painter.setPen(QPen(item.color, 2, styles[item.dash & 3]));
    painter.drawRect(QRectF(3, 3, 20, 10));
    return QIcon(pixmap);
}

} // namespace

OverlayList::OverlayList(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_heading(heading)
{
    makeColumn(this, 0, 0);
    setAccessibleName(heading.isEmpty() ? tr("Shown over the images") : heading);
    hide();
}

void OverlayList::clear()
{
    m_layers.reset();
    delete m_content;
    m_content = nullptr;
    hide();
}

void OverlayList::setLayers(const std::shared_ptr<ObjectLayers> &layers, const QStringList &problems, bool reading)
{
    clear();
    m_layers = layers;
    const auto presentations = layers->presentations();
    const auto keys = layers->keySelections();
    if (layers->items().empty() && presentations.empty() && keys.empty() && problems.isEmpty())
        return;
    m_content = new QWidget(this);
    m_column = makeColumn(m_content, 0, Space::xs);
    if (!m_heading.isEmpty())
        m_column->addWidget(makeLabel(m_heading, TextStyle::BodyStrong));
    addPresentations();
    addKeyImages();
    addItems();
    if (reading)
        m_column->addWidget(makeParagraph(tr("Reading more…"), Tone::Muted));
    addNotes(problems);
    layout()->addWidget(m_content);
    setVisible(true);
}

void OverlayList::addCaption(const QString &words)
{
    QLabel *label = makeLabel(words.toUpper(), TextStyle::Caption, Tone::Muted);
    label->setContentsMargins(0, Space::s, 0, 0);
    m_column->addWidget(label);
}

void OverlayList::addPresentations()
{
    const auto states = m_layers->presentations();
    if (states.empty())
        return;
    addCaption(tr("Presentation"));
    auto *box = new QComboBox;
    box->setAccessibleName(tr("Presentation"));
    box->addItem(tr("As stored"));
    for (const PresentationState *state : states) {
        QStringList words{state->identity.label.isEmpty() ? tr("Presentation state") : state->identity.label};
        if (!state->identity.description.isEmpty())
            words.append(state->identity.description);
        box->addItem(words.join(QStringLiteral(" · ")));
        box->setItemData(box->count() - 1, state->identity.creator, Qt::ToolTipRole);
    }
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    const auto current = std::ranges::find(states, m_layers->presentation());
    box->setCurrentIndex(current == states.end() ? 0 : int(current - states.begin()) + 1);
    connect(box, &QComboBox::activated, this, [this, states](int index) {
        Q_EMIT presentationChosen(index <= 0 ? nullptr : states[std::size_t(index) - 1]);
    });
    m_column->addWidget(box);
    if (const PresentationState *state = m_layers->presentation()) {
        for (const QString &key :
             m_presentationNote.isEmpty() ? state->notes : state->notes + QStringList{m_presentationNote})
            m_column->addWidget(makeParagraph(QStringLiteral("⚠ ") + objectNote(key), Tone::Warning));
    }
}

void OverlayList::addKeyImages()
{
    std::size_t count = 0;
    QStringList titles;
    for (const KeyObjects *keys : m_layers->keySelections()) {
        count += keys->images.size();
        QString title = keys->title.isEmpty() ? tr("Key images") : keys->title;
        if (!keys->text.isEmpty())
            title += QStringLiteral(": ") + keys->text;
        titles.append(title);
    }
    if (count == 0)
        return;
    addCaption(tr("Key images"));
    for (const QString &title : std::as_const(titles))
        m_column->addWidget(makeParagraph(QStringLiteral("★ ") + title));
    QPushButton *next = makeButton(tr("Next key image (K) · %n in all", nullptr, int(count)), Icon::Name::ArrowRight,
                                   ButtonStyle::Flat);
    connect(next, &QPushButton::clicked, this, &OverlayList::nextKeyImageRequested);
    m_column->addWidget(next, 0, Qt::AlignLeft);
}

void OverlayList::addItems()
{
    const auto &items = m_layers->items();
    if (items.empty())
        return;
    addCaption(tr("Shown over the images"));
    addOpacity();
    for (std::size_t i = 0; i < items.size() && i < s_mostRows; ++i) {
        const OverlayItem &item = items[i];
        auto *row = new QHBoxLayout;
        row->setSpacing(Space::xs);
        auto *box =
            new QCheckBox(item.name.size() > s_longName ? item.name.left(s_longName - 1) + QChar(0x2026) : item.name);
        box->setIcon(swatch(item, devicePixelRatioF()));
        box->setIconSize({26, 16});
        box->setChecked(item.shown);
        box->setEnabled(item.fits);
        const QString detail =
            item.fits ? item.detail : tr("%1 · not of the series shown, or in another space").arg(item.detail);
        box->setToolTip(item.name + QLatin1Char('\n') + detail);
        box->setAccessibleName(item.name);
        box->setAccessibleDescription(detail);
        connect(box, &QCheckBox::toggled, this, [this, i](bool on) {
            m_layers->setShown(i, on);
            Q_EMIT shownChanged();
        });
        row->addWidget(box, 1);
        if (item.middle && item.fits) {
            QPushButton *go = makeButton({}, Icon::Name::Eye, ButtonStyle::Flat);
            go->setAccessibleName(tr("Go to %1").arg(item.name));
            go->setToolTip(tr("Go to %1").arg(item.name));
            connect(go, &QPushButton::clicked, this, [this, i] { Q_EMIT itemRequested(i); });
            row->addWidget(go);
        }
        m_column->addLayout(row);
        QLabel *line = makeParagraph(detail, Tone::Muted);
        line->setContentsMargins(24, 0, 0, Space::xs);
        m_column->addWidget(line);
    }
    if (items.size() > s_mostRows)
        m_column->addWidget(makeParagraph(tr("…and %n more", nullptr, int(items.size()) - s_mostRows), Tone::Muted));
}

void OverlayList::addOpacity()
{
    auto *row = new QHBoxLayout;
    auto *slider = new QSlider(Qt::Horizontal);
    slider->setRange(0, 100);
    slider->setPageStep(10);
    slider->setValue(int(std::lround(m_layers->opacity() * 100)));
    slider->setAccessibleName(tr("Opacity"));
    QLabel *label = makeLabel(tr("Opacity"), TextStyle::Caption, Tone::Muted);
    label->setBuddy(slider);
    connect(slider, &QSlider::valueChanged, this, [this](int value) {
        m_layers->setOpacity(value / 100.0);
        Q_EMIT shownChanged();
    });
    row->addWidget(label);
    row->addWidget(slider, 1);
    m_column->addLayout(row);
}

void OverlayList::addNotes(const QStringList &problems)
{
    QStringList notes = problems;
    for (const StudyObjectPtr &object : m_layers->objects()) {
        if (object->failure)
            notes.append(tr("A segmentation cannot be shown: %1").arg(StudyText::failure(*object->failure)));
        if (const auto *set = std::get_if<StructureSet>(&object->object)) {
            for (const QString &key : set->notes)
                notes.append(objectNote(key));
        }
        if (object->labels) {
            for (const QString &key : object->labels->notes)
                notes.append(objectNote(key));
        }
    }
    notes.removeDuplicates();
    for (const QString &note : std::as_const(notes))
        m_column->addWidget(makeParagraph(QStringLiteral("⚠ ") + note, Tone::Warning));
}

QStringList OverlayList::texts() const
{
    QStringList texts;
    for (const QLabel *label : findChildren<QLabel *>())
        texts.append(label->text());
    for (const QAbstractButton *button : findChildren<QAbstractButton *>())
        texts.append(button->accessibleName().isEmpty() ? button->text() : button->accessibleName());
    for (const QComboBox *box : findChildren<QComboBox *>()) {
        for (int i = 0; i < box->count(); ++i)
            texts.append(box->itemText(i));
    }
    return texts;
}

QString objectNote(const QString &key)
{
    const QString name = key.section(QLatin1Char(':'), 0, 0);
    const QString argument = key.section(QLatin1Char(':'), 1);
    const int count = argument.toInt();
    const auto is = [&](const char *known) { return name == QLatin1StringView(known); };
    if (is("fractional-threshold"))
        return OverlayList::tr("A segmentation in fractions is shown where it is at least %1 %.").arg(argument);
    if (is("partly-decoded"))
        return OverlayList::tr("%n frame(s) of a segmentation could be read only in part.", nullptr, count);
    if (is("unreadable-frames"))
        return OverlayList::tr("%n frame(s) of a segmentation could not be read.", nullptr, count);
    if (is("unknown-segments"))
        return OverlayList::tr("A segmentation has pixels of %n segment(s) that it does not describe.", nullptr, count);
    if (is("irregular-frames"))
        return OverlayList::tr("The frames of a segmentation do not lie on a regular grid; each is shown in its own "
                               "thickness.");
    if (is("too-many-overlaps"))
        return OverlayList::tr("%n overlapping segment(s) were left out.", nullptr, count);
    if (is("presentation-lut"))
        return OverlayList::tr("The presentation state has a presentation table, which is not applied.");
    if (is("modality-lut"))
        return OverlayList::tr("The presentation state has a modality table of its own, which is not applied.");
    if (is("overlays"))
        return OverlayList::tr("The presentation state has bitmap overlays, which are not shown.");
    if (is("bitmap-shutter"))
        return OverlayList::tr("The presentation state has a bitmap shutter, which is not applied.");
    if (is("mask"))
        return OverlayList::tr("The presentation state subtracts a mask, which is not done here.");
    if (is("pseudo-color"))
        return OverlayList::tr("The presentation state is in pseudo-colour; it is shown in grey.");
    if (is("other-units"))
        return OverlayList::tr("The presentation state's window is in other values than the images are shown in; it is "
                               "not applied.");
    if (is("voi-table"))
        return OverlayList::tr("The presentation state has a contrast table; its range is shown as a window.");
    if (is("voi-unusable"))
        return OverlayList::tr("The presentation state has a contrast that cannot be read.");
    if (is("true-size"))
        return OverlayList::tr("The presentation state asks for true size; the image is fitted instead.");
    if (is("aspect"))
        return OverlayList::tr("The presentation state asks for pixels that are not square, which is not applied.");
    if (is("matrix-units"))
        return OverlayList::tr(
            "The presentation state has graphics in the whole slide's pixels; they may lie elsewhere.");
    if (is("graphics-left-out"))
        return OverlayList::tr("%n graphic(s) of the presentation state cannot be read and are not shown.", nullptr,
                               count);
    if (is("stray-contours"))
        return OverlayList::tr("%n contour sequence(s) belong to no region that is described; they are not shown.",
                               nullptr, count);
    if (is("same-number"))
        return OverlayList::tr("%n region(s) share their number with another one; contours may be with the wrong name.",
                               nullptr, count);
    return StudyText::note(key);
}

} // namespace Chartline::Ui
