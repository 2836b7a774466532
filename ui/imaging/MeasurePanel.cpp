// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasurePanel.h"

#include "imaging/MeasureText.h"
#include "imaging/StudyText.h"
#include "theme/Layouts.h"
#include "timeline/FlowLayout.h"
#include "viewmodels/DateText.h"

#include <QDateTime>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace Chartline::Ui {

namespace {

constexpr int s_uid = Qt::UserRole;
constexpr int s_rowHeight = 40;
constexpr int s_mostRows = 6;

// A line to type, without waiting for it.
void ask(QWidget *parent, const QString &title, const QString &label, const QString &text,
         const std::function<void(const QString &)> &answer)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setInputMode(QInputDialog::TextInput);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label);
    dialog->setTextValue(text);
    QObject::connect(dialog, &QInputDialog::textValueSelected, parent, answer);
    dialog->open();
}

} // namespace

MeasurePanel::MeasurePanel(QWidget *parent)
    : QWidget(parent)
    , m_caption(makeLabel(tr("Measurements").toUpper(), TextStyle::Caption, Tone::Muted))
    , m_problem(makeParagraph({}, Tone::Danger))
    , m_list(new QListWidget)
    , m_show(makeButton(tr("Show")))
    , m_rename(makeButton(tr("Name…")))
    , m_finding(makeButton(tr("Finding")))
    , m_delete(makeButton(tr("Delete")))
    , m_export(makeButton(tr("Export…")))
    , m_restore(makeButton(tr("Bring back")))
{
    build();
    refresh();
}

void MeasurePanel::build()
{
    QVBoxLayout *column = makeColumn(this, 0, Space::xs);
    m_list->setAccessibleName(tr("Measurements"));
    m_list->setFont(Theme::font(TextStyle::Caption));
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    m_show->setToolTip(tr("Go to the slice it is on (Enter)"));
    m_rename->setToolTip(tr("Give it a name (F2)"));
    m_finding->setToolTip(tr("Follow it through the studies as one finding"));
    m_delete->setToolTip(tr("Remove it (Delete); who removed it and when is kept"));
    m_restore->setToolTip(tr("Bring back what was removed last (Ctrl+Z)"));
    m_export->setToolTip(tr("Save the measurements of this study as a DICOM structured report"));
    m_finding->setMenu(new QMenu(m_finding));
    auto *buttons = new QWidget;
    auto *flow = new FlowLayout(Space::xs, buttons);
    for (QPushButton *button : {m_show, m_rename, m_finding, m_delete, m_restore, m_export})
        flow->addWidget(button);
    column->addWidget(m_caption);
    column->addWidget(m_problem);
    column->addWidget(m_list);
    column->addWidget(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (m_set && !m_filling)
            m_set->choose(chosen());
        showChosen();
    });
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { Q_EMIT jumpRequested(chosen()); });
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT jumpRequested(chosen()); });
    connect(m_rename, &QPushButton::clicked, this, &MeasurePanel::rename);
    connect(m_delete, &QPushButton::clicked, this, [this] { m_set->remove(chosen()); });
    connect(m_restore, &QPushButton::clicked, this, [this] { m_set->restore(); });
    connect(m_export, &QPushButton::clicked, this, [this] {
        const MeasureItem *item = m_set->find(chosen());
        Q_EMIT exportRequested(item ? item->stored.study : m_current);
    });
    connect(m_finding->menu(), &QMenu::aboutToShow, this, &MeasurePanel::fillFindings);
}

void MeasurePanel::setSet(MeasureSet *set)
{
    m_set = set;
    connect(set, &MeasureSet::changed, this, &MeasurePanel::refresh);
    connect(set, &MeasureSet::redrawn, this, [this] {
        // Chosen in a picture: chosen here too.
        m_filling = true;
        for (int row = 0; row < m_list->count(); ++row) {
            QListWidgetItem *item = m_list->item(row);
            if (item->data(s_uid).toString() == m_set->chosen())
                m_list->setCurrentRow(row);
            if (const MeasureItem *measured = m_set->find(item->data(s_uid).toString()))
                item->setText(describe(*measured));
        }
        m_filling = false;
        showChosen();
    });
    connect(set, &MeasureSet::failed, this, &MeasurePanel::tell);
    refresh();
}

void MeasurePanel::setStudies(const QList<StudyInfo> &studies, const QString &current)
{
    m_studies = studies;
    m_current = current;
    refresh();
}

void MeasurePanel::tell(const QString &words)
{
    m_problem->setText(words);
    m_problem->setVisible(!words.isEmpty());
    if (!words.isEmpty())
        show();
}

QString MeasurePanel::chosen() const
{
    const QListWidgetItem *item = m_list->currentItem();
    return item ? item->data(s_uid).toString() : QString();
}

// "RUL nodule · 9.4 × 7.1 mm", and below where and by whom.
QString MeasurePanel::describe(const MeasureItem &item) const
{
    const auto study = std::ranges::find(m_studies, item.stored.study, &StudyInfo::uid);
    QStringList below;
    if (study != m_studies.end())
        below.append(study->start.isValid() ? DateText::day(study->start) : study->description);
    below.append(item.stored.author);
    return QStringLiteral("%1 · %2\n%3")
        .arg(MeasureText::name(item, *m_set), MeasureText::shortly(item), below.join(QStringLiteral(" · ")));
}

// All figures, the series, who and when.
QString MeasurePanel::toolTipOf(const MeasureItem &item) const
{
    QStringList lines = MeasureText::figures(item.figures);
    for (const StudyInfo &study : m_studies) {
        for (const SeriesInfo &series : study.series) {
            if (series.header.seriesUid == item.stored.series)
                lines.append(StudyText::series(series));
        }
    }
    const QDateTime saved = QDateTime::fromMSecsSinceEpoch(item.stored.saved);
    lines.append(tr("%1, %2").arg(item.stored.author, QLocale().toString(saved, QLocale::ShortFormat)));
    return lines.join(u'\n');
}

void MeasurePanel::refresh()
{
    const bool any = m_set && !m_set->items().isEmpty();
    m_filling = true;
    m_list->clear();
    if (any) {
        QList<const MeasureItem *> items;
        for (const MeasureItem &item : m_set->items())
            items.append(&item);
        std::ranges::stable_sort(items, {},
                                 [this](const MeasureItem *item) { return item->stored.study != m_current; });
        for (const MeasureItem *item : std::as_const(items)) {
            auto *row = new QListWidgetItem(describe(*item));
            row->setData(s_uid, item->stored.uid);
            row->setToolTip(toolTipOf(*item));
            row->setSizeHint({0, s_rowHeight});
            m_list->addItem(row);
            if (item->stored.uid == m_set->chosen())
                m_list->setCurrentItem(row);
        }
    }
    m_filling = false;
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, s_mostRows) * s_rowHeight + 4);
    m_problem->hide();
    const bool removed = m_set && m_set->canRestore();
    m_list->setVisible(any);
    m_restore->setVisible(removed);
    m_export->setVisible(any);
    setVisible(any || removed);
    showChosen();
}

void MeasurePanel::showChosen()
{
    const bool any = !chosen().isEmpty();
    for (QPushButton *button : {m_show, m_rename, m_finding, m_delete})
        button->setEnabled(any);
}

void MeasurePanel::fillFindings()
{
    QMenu *menu = m_finding->menu();
    menu->clear();
    const QString uid = chosen();
    const MeasureItem *item = m_set->find(uid);
    if (!item)
        return;
    for (const StoredFinding &finding : m_set->findings()) {
        QAction *action =
            menu->addAction(finding.name, this, [this, uid, to = finding.uid] { m_set->assign(uid, to); });
        action->setCheckable(true);
        action->setChecked(item->stored.finding == finding.uid);
    }
    menu->addSeparator();
    menu->addAction(tr("New finding…"), this, [this, uid] { askForFinding(uid); });
    if (!item->stored.finding.isEmpty())
        menu->addAction(tr("No finding"), this, [this, uid] { m_set->assign(uid, {}); });
}

void MeasurePanel::askForFinding(const QString &measurement)
{
    const MeasureItem *item = m_set->find(measurement);
    ask(this, tr("New finding"), tr("Name, as it is followed through the studies:"),
        item ? item->stored.label : QString(), [this, measurement](const QString &name) {
            if (const QString finding = m_set->addFinding(name); !finding.isEmpty())
                m_set->assign(measurement, finding);
        });
}

void MeasurePanel::rename()
{
    const QString uid = chosen();
    const MeasureItem *item = m_set->find(uid);
    if (!item)
        return;
    ask(this, tr("Name of the measurement"), tr("Name:"), item->stored.label,
        [this, uid](const QString &name) { m_set->rename(uid, name); });
}

bool MeasurePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || chosen().isEmpty())
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT jumpRequested(chosen()); return true;
    case Qt::Key_F2: rename(); return true;
    case Qt::Key_Delete: m_set->remove(chosen()); return true;
    default: return QWidget::eventFilter(watched, event);
    }
}

} // namespace Chartline::Ui
