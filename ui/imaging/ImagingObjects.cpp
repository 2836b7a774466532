// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingObjects.h"

#include "imaging/OverlayList.h"
#include "imaging/ReportPane.h"
#include "theme/Layouts.h"

#include <QKeyEvent>
#include <QSplitter>
#include <QVBoxLayout>

namespace Chartline::Ui {

using namespace Imaging;

ImagingObjects::ImagingObjects(const Services &services, QObject *parent)
    : QObject(parent)
    , m_current(new SideObjects(services, {}, this))
    , m_prior(new SideObjects(services, tr("Of the compared study"), this))
    , m_lists(new QWidget)
    , m_report(new ReportPane(services))
{
    m_report->hide();
    QVBoxLayout *column = makeColumn(m_lists, 0, 0);
    column->addWidget(m_current->list());
    column->addWidget(m_prior->list());
    connect(m_report, &ReportPane::closed, this, &ImagingObjects::closeReport);
    connect(m_current, &SideObjects::objectsChanged, this, &ImagingObjects::objectsChanged);
    m_lists->hide();
    for (const SideObjects *side : {m_current, m_prior}) {
        connect(side, &SideObjects::shownChanged, this, &ImagingObjects::shownChanged);
        connect(side, &SideObjects::listChanged, m_lists,
                [this] { m_lists->setVisible(!m_current->list()->isHidden() || !m_prior->list()->isHidden()); });
    }
}

QWidget *ImagingObjects::beside(QWidget *views)
{
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->addWidget(views);
    splitter->addWidget(m_report);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    return splitter;
}

void ImagingObjects::open(PersonId person, const StudyInfo &study, const QList<StudyInfo> &all)
{
    closeReport();
    m_current->open(person, study, all);
}

void ImagingObjects::close()
{
    closeReport();
    m_current->close();
    m_prior->close();
}

std::shared_ptr<EcgContent> ImagingObjects::waveformsOf(const QString &seriesUid) const
{
    std::vector<StudyObjectPtr> waveforms;
    for (const StudyObjectPtr &object : m_current->study()->objects()) {
        if (object->seriesUid == seriesUid && std::holds_alternative<Waveform>(object->object))
            waveforms.push_back(object);
    }
    return waveforms.empty() ? nullptr : std::make_shared<EcgContent>(std::move(waveforms));
}

bool ImagingObjects::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && keyHandler) {
        const auto *press = static_cast<const QKeyEvent *>(event);
        const bool plain = !(press->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (plain && keyHandler(press->key()))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

void ImagingObjects::openReport(FactId fact)
{
    m_report->open(fact);
    m_report->show();
}

void ImagingObjects::closeReport()
{
    m_report->close();
    m_report->hide();
}

} // namespace Chartline::Ui
