// SPDX-License-Identifier: Apache-2.0
#include "shell/Workspace.h"

#include "imaging/ImagingPage.h"
#include "medications/MedicationsPage.h"
#include "patients/PatientsPage.h"
#include "services/ImportService.h"
#include "shell/Commands.h"
#include "shell/TopBar.h"
#include "sources/SourcesPage.h"
#include "theme/Layouts.h"
#include "theme/Notice.h"
#include "theme/ThemeController.h"
#include "timeline/RecordPage.h"
#include "timeline/RecordView.h"
#include "viewmodels/AlertSummary.h"
#include "viewmodels/ErrorText.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace Chartline::Ui {

Workspace::Workspace(const Services &services, ThemeController &themes, Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_imports(services.imports)
    , m_commands(commands)
    , m_bar(new TopBar(commands, themes))
    , m_navigation(new NavigationBar)
    , m_safety(services.safety ? new PersonSafety(SafetyCalls::of(*services.safety), this) : nullptr)
    , m_notice(new Notice)
    , m_pages(new QStackedWidget)
    , m_patients(new PatientsPage(services.records, themes.theme()))
    , m_record(new RecordPage(services.records, themes.theme(), this, m_safety))
    , m_sources(new SourcesPage(services.records, themes.theme()))
    , m_images(new ImagingPage(services, themes.theme()))
{
    setBackground(this, QLatin1StringView("window"));
    QVBoxLayout *layout = makeColumn(this, 0, 0);
    layout->addWidget(m_bar);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_navigation);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    layout->addLayout(row, 1);
    m_pages->addWidget(m_patients);
    m_pages->addWidget(m_record);
    m_pages->addWidget(m_sources);
    m_pages->addWidget(m_images);
    m_navigation->setMedicationsOffered(m_safety != nullptr);
    m_commands.setSafetyOffered(m_safety != nullptr);
    if (m_safety) {
        m_medications = new MedicationsPage(*m_safety, services.records, themes.theme());
        m_pages->addWidget(m_medications);
        connectSafety(*services.safety);
    }
    connectPages();
    connectImports();
    go(NavigationBar::Place::Patients);
}

void Workspace::connectPages()
{
    connect(m_navigation, &NavigationBar::chosen, this, &Workspace::go);
    connect(m_navigation, &NavigationBar::aboutRequested, m_commands.about, &QAction::trigger);
    connect(m_commands.patients, &QAction::triggered, this, [this] { go(NavigationBar::Place::Patients); });
    connect(m_commands.sources, &QAction::triggered, this, [this] { go(NavigationBar::Place::Sources); });
    connect(m_commands.timeline, &QAction::triggered, this, [this] { go(NavigationBar::Place::Timeline); });
    connect(m_commands.images, &QAction::triggered, this, [this] { go(NavigationBar::Place::Images); });
    connect(m_images, &ImagingPage::importRequested, this, &Workspace::importFilesRequested);
    connect(m_images, &ImagingPage::factChosen, this, [this](FactId fact) {
        go(NavigationBar::Place::Timeline);
        m_record->openFact(m_person, fact);
    });
    connect(m_record, &RecordPage::recordShown, m_images, &ImagingPage::setRecord);
    connect(m_record, &RecordPage::imagesRequested, this, [this](FactId fact) {
        m_images->openPerson(m_person);
        m_images->openStudyOf(fact);
        go(NavigationBar::Place::Images);
    });
    connect(m_commands.list, &QAction::triggered, this, [this] { go(NavigationBar::Place::List); });
    connect(m_patients, &PatientsPage::personChosen, this, &Workspace::openPerson);
    connect(m_patients, &PatientsPage::importFilesRequested, this, &Workspace::importFilesRequested);
    connect(m_patients, &PatientsPage::importFolderRequested, this, &Workspace::importFolderRequested);
    connect(m_patients, &PatientsPage::demonstrationRequested, this, &Workspace::demonstrationRequested);
    connect(m_sources, &SourcesPage::importFilesRequested, this, &Workspace::importFilesRequested);
    connect(m_sources, &SourcesPage::importFolderRequested, this, &Workspace::importFolderRequested);
    connect(m_sources, &SourcesPage::patientsRequested, this, [this] { go(NavigationBar::Place::Patients); });
    connect(m_sources, &SourcesPage::sourceCountChanged, m_bar, &TopBar::setSourceCount);
    connect(m_record, &RecordPage::importRequested, this, &Workspace::importFilesRequested);
    connect(m_record, &RecordPage::titleChanged, this, &Workspace::titleChanged);
    connect(m_bar, &TopBar::importClicked, this, [this] { go(NavigationBar::Place::Sources); });
    connect(m_bar, &TopBar::sourcesClicked, this, [this] { go(NavigationBar::Place::Sources); });
}

void Workspace::connectSafety(SafetyService &service)
{
    connect(&service, &SafetyService::changed, this, [this](PersonId person) {
        if (person == m_safety->person())
            m_safety->reload();
    });
    connect(m_safety, &PersonSafety::changed, this, &Workspace::showToActOn);
    connect(m_commands.medications, &QAction::triggered, this, [this] { go(NavigationBar::Place::Medications); });
    connect(m_commands.checkDrug, &QAction::triggered, this, [this] {
        go(NavigationBar::Place::Medications);
        m_medications->checkDrug();
    });
    connect(m_commands.safetyCards, &QAction::triggered, this, [this] {
        if (m_place != NavigationBar::Place::Timeline && m_place != NavigationBar::Place::List)
            go(NavigationBar::Place::Timeline);
        m_record->view()->toggleSafety();
    });
    connect(m_record, &RecordPage::recordShown, m_medications, &MedicationsPage::setRecord);
    connect(m_medications, &MedicationsPage::sourceRequested, m_record, &RecordPage::openSource);
    connect(m_medications, &MedicationsPage::factChosen, this, [this](FactId fact) {
        go(NavigationBar::Place::Timeline);
        m_record->openFact(m_person, fact);
    });
}

void Workspace::showToActOn()
{
    const SafetyReviewPtr &review = m_safety->review();
    m_navigation->setToActOn(review ? AlertSummary::toActOn(*review) : 0,
                             review ? AlertSummary::header(*review) : QString());
}

void Workspace::connectImports()
{
    connect(m_sources, &SourcesPage::cancelRequested, &m_imports, &ImportService::cancel);
    connect(&m_imports, &ImportService::started, this, &Workspace::importStarted);
    connect(&m_imports, &ImportService::progress, m_sources, &SourcesPage::importProgress);
    connect(&m_imports, &ImportService::progress, m_bar, &TopBar::setImportProgress);
    connect(&m_imports, &ImportService::finished, this, [this](const ImportReport &report) {
        m_sources->importFinished(report);
        importEnded();
    });
    connect(&m_imports, &ImportService::failed, this, [this](const Error &error) {
        m_sources->importFailed(errorText(error));
        importEnded();
    });
    connect(&m_imports, &ImportService::recordsChanged, this, [this] {
        m_patients->reload();
        m_sources->reload();
        if (m_person)
            m_record->reload();
        if (m_safety)
            m_safety->reload();
        if (m_images->person())
            m_images->reload();
    });
    if (m_imports.isRunning())
        importStarted();
}

void Workspace::importStarted()
{
    m_sources->importStarted();
    m_patients->setImporting(true);
    m_bar->showImport();
}

void Workspace::importEnded()
{
    m_patients->setImporting(false);
    m_bar->hideImport();
    m_patients->reload();
    m_sources->reload();
}

void Workspace::load(bool readOnly)
{
    m_commands.setCanImport(!readOnly);
    if (readOnly)
        m_notice->tell(Tone::Warning,
                       tr("This vault can only be read: its disk does not take changes. Records can be looked at, "
                          "but nothing can be imported."));
    else
        m_notice->clear();
    m_patients->reload();
    m_sources->reload();
}

void Workspace::clear()
{
    m_record->closeRecord();
    m_images->closeRecord();
    if (m_safety)
        m_safety->close();
    m_patients->clear();
    m_sources->clear();
    m_bar->hideImport();
    m_patients->setImporting(false);
    m_notice->clear();
    m_person = {};
    m_navigation->setRecordOpen(false);
    m_commands.setRecordOpen(false);
    go(NavigationBar::Place::Patients);
}

void Workspace::go(NavigationBar::Place place)
{
    const bool record = place == NavigationBar::Place::Timeline || place == NavigationBar::Place::List
                        || place == NavigationBar::Place::Images || place == NavigationBar::Place::Medications;
    if (record && m_person.isNull())
        place = NavigationBar::Place::Patients;
    m_place = place;
    m_navigation->setCurrent(place);
    switch (place) {
    case NavigationBar::Place::Timeline:
        m_record->showTimeline();
        m_pages->setCurrentWidget(m_record);
        break;
    case NavigationBar::Place::List:
        m_record->showList();
        m_pages->setCurrentWidget(m_record);
        break;
    case NavigationBar::Place::Images:
        // Not before it is looked at: most visits to a record need no images.
        m_images->openPerson(m_person);
        m_images->setRecord(m_record->view()->record());
        m_pages->setCurrentWidget(m_images);
        break;
    case NavigationBar::Place::Medications:
        m_pages->setCurrentWidget(m_medications);
        m_medications->focusTable();
        break;
    case NavigationBar::Place::Patients:
        m_pages->setCurrentWidget(m_patients);
        m_patients->focusSearch();
        Q_EMIT titleChanged({});
        break;
    case NavigationBar::Place::Sources:
        m_pages->setCurrentWidget(m_sources);
        Q_EMIT titleChanged({});
        break;
    }
}

void Workspace::openPerson(PersonId person)
{
    recordOpened(person);
    m_record->openPerson(person);
}

void Workspace::openFact(PersonId person, FactId fact)
{
    recordOpened(person);
    m_record->openFact(person, fact);
}

void Workspace::recordOpened(PersonId person)
{
    if (person != m_person)
        m_images->closeRecord();
    if (m_safety)
        m_safety->open(person);
    m_person = person;
    m_navigation->setRecordOpen(true);
    m_commands.setRecordOpen(true);
    go(m_place == NavigationBar::Place::List ? NavigationBar::Place::List : NavigationBar::Place::Timeline);
}

} // namespace Chartline::Ui
