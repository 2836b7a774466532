// SPDX-License-Identifier: Apache-2.0
#include "imaging/ImagingPage.h"
#include "imaging/MeasureController.h"
#include "imaging/StudyPanel.h"

namespace Chartline::Ui {

void ImagingPage::connectMeasure()
{
    m_measure =
        new MeasureController(m_services.measurements, {m_grid, m_current, m_prior, m_alignment, m_panel}, this);
    connect(m_measure, &MeasureController::seriesRequested, this, &ImagingPage::openSeries);
    connect(m_measure, &MeasureController::toolRequested, this, [this](ViewTool tool) {
        m_tools->setTool(tool);
        for (int i = 0; i < 3; ++i)
            m_grid->image(i)->setTool(tool);
    });
}

void ImagingPage::openSeries(const QString &seriesUid)
{
    const qsizetype study = studyOf(seriesUid);
    if (study < 0)
        return;
    if (study != m_study)
        chooseStudy(study);
    if (m_current->seriesUid() != seriesUid)
        chooseSeries(seriesUid);
}

} // namespace Chartline::Ui
