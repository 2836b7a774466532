// SPDX-License-Identifier: Apache-2.0
#include "imaging/StackBar.h"

#include "imaging/ImagingSide.h"
#include "imaging/SeriesLoader.h"
#include "theme/Layouts.h"
#include "volume/Orientation.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <cmath>

namespace Chartline::Ui {

using namespace Imaging;

namespace {

constexpr int s_playInterval = 250; // ms from a point in time to the next

} // namespace

StackBar::StackBar(QWidget *parent)
    : QFrame(parent)
    , m_caption(makeLabel(tr("Part"), TextStyle::Caption, Tone::Muted))
    , m_stacks(new QComboBox)
    , m_play(makeButton(tr("Play"), ButtonStyle::Pill))
    , m_points(new QSlider(Qt::Horizontal))
    , m_point(makeLabel({}, TextStyle::Caption))
{
    setAccessibleName(tr("Parts of the series"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Space::m, Space::xs, Space::m, Space::xs);
    row->setSpacing(Space::s);
    m_stacks->setAccessibleName(tr("Part of the series"));
    m_stacks->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_points->setAccessibleName(tr("Point in time"));
    m_points->setPageStep(1);
    m_play->setCheckable(true);
    m_play->setToolTip(tr("Show the points in time one after the other"));
    m_point->setMinimumWidth(180);
    row->addWidget(m_caption);
    row->addWidget(m_stacks);
    row->addWidget(m_play);
    row->addWidget(m_points, 1);
    row->addWidget(m_point);
    row->addStretch();
    connect(m_stacks, &QComboBox::activated, this, &StackBar::stackChosen);
    connect(m_points, &QSlider::valueChanged, this, &StackBar::pointChosen);
    connect(m_play, &QPushButton::toggled, this, [this](bool play) {
        if (play)
            m_timer.start(s_playInterval);
        else
            m_timer.stop();
    });
    connect(&m_timer, &QTimer::timeout, this, [this] {
        // Not faster than the volumes come.
        const bool waits = m_side && m_side->loader() && m_side->loader()->volumePoint() != m_side->point();
        if (m_side && !waits)
            m_points->setValue(m_points->value() >= m_points->maximum() ? 0 : m_points->value() + 1);
    });
    hide();
}

void StackBar::show(ImagingSide *side)
{
    m_side = side;
    const Stack *stack = side ? side->stack() : nullptr;
    const bool several = stack && side->series()->stacks.size() > 1;
    const bool timed = stack && stack->is4D();
    if (!timed)
        m_play->setChecked(false);
    m_caption->setVisible(several);
    m_stacks->setVisible(several);
    m_play->setVisible(timed);
    m_points->setVisible(timed);
    m_point->setVisible(timed);
    setVisible(several || timed);
    if (!stack)
        return;
    const QSignalBlocker quiet(m_stacks);
    m_stacks->clear();
    for (const Stack &each : side->series()->stacks)
        m_stacks->addItem(stackWords(each));
    m_stacks->setCurrentIndex(side->stackIndex());
    const QSignalBlocker still(m_points);
    m_points->setRange(0, int(stack->points.size()) - 1);
    if (!m_points->isSliderDown())
        m_points->setValue(side->point());
    refreshPoint();
}

void StackBar::stackChosen(int index)
{
    m_play->setChecked(false);
    if (m_side && index != m_side->stackIndex())
        m_side->chooseStack(index);
}

void StackBar::pointChosen(int point)
{
    if (m_side)
        m_side->chooseStack(m_side->stackIndex(), point);
    refreshPoint();
}

// What is shown, not what is asked for.
void StackBar::refreshPoint()
{
    const Stack *stack = m_side ? m_side->stack() : nullptr;
    if (!stack || !stack->is4D() || !m_side->loader())
        return;
    const int shown = m_side->loader()->volumePoint();
    QString words = tr("%1/%2").arg(shown + 1).arg(stack->points.size());
    if (const QString what = pointWords(*stack, shown); !what.isEmpty())
        words += QStringLiteral(" · ") + what;
    m_point->setText(words);
    m_points->setAccessibleDescription(words);
}

QString StackBar::stackWords(const Stack &stack)
{
    const QLocale locale;
    if (stack.kind == Stack::Kind::Pictures) {
        const int frames = stack.frames();
        if (stack.localiser)
            return tr("Localiser, %n picture(s)", nullptr, frames);
        return stack.cine ? tr("Loop of %n frame(s)", nullptr, frames) : tr("%n picture(s)", nullptr, frames);
    }
    const Vec3 normal = normalized(stack.geometry.indexToPatient().columns[2]);
    QString plane;
    switch (planeOf(normal)) {
    case PlaneName::Axial: plane = tr("axial"); break;
    case PlaneName::Coronal: plane = tr("coronal"); break;
    case PlaneName::Sagittal: plane = tr("sagittal"); break;
    default: plane = tr("oblique"); break;
    }
    QString words = tr("Volume, %1, %n slice(s) every %2 mm", nullptr, stack.geometry.slices())
                        .arg(plane, locale.toString(stack.geometry.step, 'f', 1));
    if (stack.is4D())
        words += QStringLiteral(" · ") + tr("%n point(s)", nullptr, int(stack.points.size()));
    return words;
}

QString StackBar::pointWords(const Stack &stack, int point)
{
    if (point < 0 || std::size_t(point) >= stack.points.size())
        return {};
    const QLocale locale;
    const Stack::Point &at = stack.points[std::size_t(point)];
    QStringList words;
    for (std::size_t i = 0; i < stack.dimensions.size() && i < at.values.size(); ++i) {
        const double value = at.values[i];
        if (std::isnan(value))
            continue;
        const QString text = locale.toString(value, 'g', 6);
        switch (stack.dimensions[i]) {
        case Dimension::BValue: words.append(tr("b = %1 s/mm²").arg(text)); break;
        case Dimension::Gradient: words.append(tr("direction %1").arg(text)); break;
        case Dimension::Echo: words.append(tr("echo at %1 ms").arg(text)); break;
        case Dimension::Temporal: words.append(tr("time %1").arg(text)); break;
        case Dimension::Trigger: words.append(tr("phase at %1 ms").arg(text)); break;
        case Dimension::Acquisition: words.append(tr("acquisition %1").arg(text)); break;
        case Dimension::Time: words.append(tr("%1 s").arg(text)); break;
        case Dimension::Order: words.append(tr("number %1").arg(text)); break;
        }
    }
    return words.join(QStringLiteral(", "));
}

} // namespace Chartline::Ui
