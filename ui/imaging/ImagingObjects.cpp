// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingObjects.h"

#include "imaging/ImagingSide.h"
#include "imaging/OverlayList.h"
#include "imaging/ReportPane.h"

#include <QKeyEvent>
#include <QSplitter>

namespace Chartline::Ui {

using namespace Imaging;

ImagingObjects::ImagingObjects(const Services &services, QObject *parent)
    : QObject(parent)
    , m_study(new StudyObjects(services.imaging, services.objects, services.decoder, this))
    , m_layers(std::make_shared<ObjectLayers>())
    , m_list(new OverlayList)
    , m_report(new ReportPane(services))
{
    m_report->hide();
    connect(m_report, &ReportPane::closed, this, &ImagingObjects::closeReport);
    connect(m_list, &OverlayList::shownChanged, this, &ImagingObjects::shownChanged);
    connect(m_study, &StudyObjects::changed, this, [this] {
        m_layers->setObjects(m_study->objects());
        refreshList();
        Q_EMIT objectsChanged();
        Q_EMIT shownChanged();
    });
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
    m_study->open(person, study, all);
}

void ImagingObjects::close()
{
    closeReport();
    m_series.reset();
    m_layers->setImages({}, {});
    m_study->close();
}

void ImagingObjects::setShown(const ImagingSide &side)
{
    const Stack *stack = side.stack();
    QString space;
    if (side.volume())
        space = side.volume()->frameOfReference;
    else if (stack && !stack->frameOfReference.isEmpty())
        space = stack->frameOfReference;
    else if (side.firstImage())
        space = side.firstImage()->frameOfReference;
    if (side.series() == m_series && side.stackIndex() == m_stack && side.point() == m_point && space == m_space)
        return;
    m_series = side.series();
    m_stack = side.stackIndex();
    m_point = side.point();
    m_space = space;
    m_layers->setImages(m_series ? ImagePlaces(m_series, m_stack, m_point) : ImagePlaces(), space);
    refreshList();
}

void ImagingObjects::refreshList()
{
    m_list->setLayers(m_layers, m_study->problems(), m_study->isReading());
}

std::shared_ptr<EcgContent> ImagingObjects::waveformsOf(const QString &seriesUid) const
{
    std::vector<StudyObjectPtr> waveforms;
    for (const StudyObjectPtr &object : m_study->objects()) {
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
