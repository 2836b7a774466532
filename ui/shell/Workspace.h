// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ingest/ImportReport.h"
#include "shell/NavigationBar.h"
#include "shell/Services.h"
#include "timeline/PersonRecord.h"

#include <QWidget>

class QStackedWidget;

namespace Chartline::Ui {

class Commands;
class ImagingPage;
class MedicationsPage;
class Notice;
class PatientsPage;
class PersonSafety;
class RecordPage;
class SourcesPage;
class ThemeController;
class TopBar;

// The window while the vault is open: bar, navigation, and the pages.
class Workspace : public QWidget
{
    Q_OBJECT

public:
    Workspace(const Services &services, ThemeController &themes, Commands &commands, QWidget *parent = nullptr);

    // The vault has been unlocked: read what the pages show.
    void load(bool readOnly);
    // Drops every patient's data from every page.
    void clear();
    void go(NavigationBar::Place place);
    void openPerson(PersonId person);
    void openFact(PersonId person, FactId fact);
    [[nodiscard]] PersonId currentPerson() const { return m_person; }
    [[nodiscard]] NavigationBar::Place place() const { return m_place; }
    // The pages, for the tests.
    [[nodiscard]] PatientsPage *patients() const { return m_patients; }
    [[nodiscard]] SourcesPage *sources() const { return m_sources; }
    [[nodiscard]] ImagingPage *images() const { return m_images; }
    [[nodiscard]] RecordPage *record() const { return m_record; }
    [[nodiscard]] MedicationsPage *medications() const { return m_medications; } // null: no medication safety

Q_SIGNALS:
    void importFilesRequested();
    void importFolderRequested();
    void demonstrationRequested();
    void titleChanged(const QString &title);

private:
    void connectPages();
    void connectImports();
    void connectSafety(SafetyService &service);
    void showToActOn();
    void recordOpened(PersonId person);
    void importStarted();
    void importEnded();

    ImportService &m_imports;
    Commands &m_commands;
    TopBar *m_bar;
    NavigationBar *m_navigation;
    PersonSafety *m_safety; // null: no medication safety
    Notice *m_notice;
    QStackedWidget *m_pages;
    PatientsPage *m_patients;
    RecordPage *m_record;
    SourcesPage *m_sources;
    ImagingPage *m_images;
    MedicationsPage *m_medications = nullptr;
    NavigationBar::Place m_place = NavigationBar::Place::Patients;
    PersonId m_person;
};

} // namespace Chartline::Ui
