// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/TestWindow.h"

#include "imaging/ImagingPage.h"
#include "shell/Workspace.h"

#include <QDir>

namespace Chartline::Test {

// What the tests of the image pane share: a window over a vault, and ways to get to its images.
class ImagingTest : public QObject
{
protected:
    template<typename Condition>
    [[nodiscard]] static bool waitFor(Condition condition, int milliseconds = 20'000)
    {
        return QTest::qWaitFor([&] { return bool(condition()); }, milliseconds);
    }
    // A picture of the window, where CHARTLINE_SCREENSHOTS names a folder for it.
    void shoot(const QString &name)
    {
        const QString folder = qEnvironmentVariable("CHARTLINE_SCREENSHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(250);
        QDir().mkpath(folder);
        m_window->window->grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
    [[nodiscard]] Ui::ImagingPage *page() const { return m_window->window->workspace()->images(); }
    [[nodiscard]] bool openPerson(const QString &search)
    {
        const auto people = await(m_window->composition->records().persons(search));
        if (!people || people->isEmpty())
            return false;
        m_window->window->openPerson(people->first().id);
        m_window->window->workspace()->go(Ui::NavigationBar::Place::Images);
        return true;
    }

    std::unique_ptr<TestWindow> m_window;
};

} // namespace Chartline::Test
