// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "theme/Theme.h"

#include <QSyntaxHighlighter>

namespace Chartline::Ui {

// Colours JSON and XML, so that names and values are told apart at a glance.
class SourceHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    SourceHighlighter(const Theme &theme, bool xml, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightJson(const QString &text);
    void highlightXml(const QString &text);

    const Theme &m_theme;
    bool m_xml;
};

} // namespace Chartline::Ui
