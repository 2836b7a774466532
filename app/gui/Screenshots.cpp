// SPDX-License-Identifier: Apache-2.0
#include "gui/Screenshots.h"

#include "cli/Terminal.h"
#include "shell/Commands.h"
#include "shell/MainWindow.h"
#include "shell/SearchPalette.h"
#include "shell/Workspace.h"
#include "theme/ThemeController.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTimer>
#include <algorithm>

namespace Chartline {

namespace {

constexpr int s_settleMs = 700; // for data to arrive and the view to paint

// The fact whose details say most: told by most sources, newest first.
FactId mostWitnessed(const PersonRecord &record)
{
    const auto best = std::ranges::max_element(record.facts, [](const Fact &a, const Fact &b) {
        const bool am = a.kind == FactKind::Medication;
        const bool bm = b.kind == FactKind::Medication;
        return std::pair(a.witnesses.size(), am) < std::pair(b.witnesses.size(), bm);
    });
    return best == record.facts.end() ? FactId() : best->id;
}

} // namespace

Screenshots::Screenshots(Composition &composition, Ui::MainWindow &window, Ui::ThemeController &themes, QString folder)
    : m_composition(composition)
    , m_window(window)
    , m_themes(themes)
    , m_folder(std::move(folder))
{ }

void Screenshots::start()
{
    QDir().mkpath(m_folder);
    m_window.resize(1440, 900);
    m_themes.setChoice(Ui::ThemeController::Choice::Light);
    QTimer::singleShot(s_settleMs, this, [this] { shoot(QStringLiteral("unlock")); });
    connect(&m_composition.vault(), &VaultService::unlocked, this, &Screenshots::unlocked);
}

void Screenshots::unlocked()
{
    m_composition.records().persons().then(this, [this](const Result<QList<PersonSummary>> &people) {
        if (!people || people->isEmpty()) {
            QApplication::exit(1);
            return;
        }
        m_person = std::ranges::max_element(*people, {}, &PersonSummary::facts)->id;
        m_composition.records().open(m_person).then(this, [this](const Result<PersonRecordPtr> &record) {
            if (record)
                m_fact = mostWitnessed(**record);
            addViews(QString());
            m_steps.append({{}, [this] { m_themes.setChoice(Ui::ThemeController::Choice::Dark); }});
            addViews(QStringLiteral("-dark"));
            next();
        });
    });
}

void Screenshots::addViews(const QString &suffix)
{
    using Place = Ui::NavigationBar::Place;
    m_steps.append({QStringLiteral("patients") + suffix, [this] { m_window.workspace()->go(Place::Patients); }});
    m_steps.append({QStringLiteral("timeline") + suffix, [this] { m_window.openPerson(m_person); }});
    m_steps.append({QStringLiteral("detail") + suffix, [this] { m_window.openFact(m_person, m_fact); }});
    m_steps.append({QStringLiteral("list") + suffix, [this] { m_window.workspace()->go(Place::List); }});
    m_steps.append({QStringLiteral("sources") + suffix, [this] { m_window.workspace()->go(Place::Sources); }});
    m_steps.append({QStringLiteral("timeline-1920") + suffix, [this] {
                        m_window.resize(1920, 1080);
                        m_window.workspace()->go(Place::Timeline);
                    }});
    m_steps.append({{}, [this] { m_window.resize(1440, 900); }});
}

void Screenshots::next()
{
    if (m_at >= m_steps.size()) {
        QApplication::exit(0);
        return;
    }
    const Step &step = m_steps[m_at++];
    step.act();
    QTimer::singleShot(s_settleMs, this, [this, name = step.name] {
        if (!name.isEmpty())
            shoot(name);
        next();
    });
}

void Screenshots::shoot(const QString &name)
{
    m_window.grab().save(m_folder + QLatin1Char('/') + name + QStringLiteral(".png"));
}

} // namespace Chartline
