// SPDX-License-Identifier: Apache-2.0
#include "store/References.h"

#include <QUrl>
#include <algorithm>

namespace Chartline {

namespace {

QString withoutVersion(const QString &ref)
{
    const qsizetype history = ref.indexOf(QLatin1StringView("/_history/"));
    return history < 0 ? ref : ref.left(history);
}

bool looksLikeType(QStringView text)
{
    if (text.isEmpty() || text[0] < QLatin1Char('A') || text[0] > QLatin1Char('Z'))
        return false;
    return std::ranges::all_of(text, [](QChar c) { return c.isLetter() && c.unicode() < 128; });
}

// "Patient?identifier=system|value" (other conditions name nobody for certain).
QString conditional(const QString &reference)
{
    const qsizetype query = reference.indexOf(QLatin1Char('?'));
    for (const QString &part : reference.mid(query + 1).split(QLatin1Char('&'))) {
        if (part.startsWith(QLatin1StringView("identifier=")))
            return QStringLiteral("identifier:") + QUrl::fromPercentEncoding(part.mid(11).toUtf8());
    }
    return reference;
}

} // namespace

bool splitAbsolute(const QString &url, QString &base, QString &relative)
{
    if (!url.startsWith(QLatin1StringView("http://")) && !url.startsWith(QLatin1StringView("https://")))
        return false;
    const QString plain = withoutVersion(url);
    const qsizetype idAt = plain.lastIndexOf(QLatin1Char('/'));
    const qsizetype typeAt = idAt <= 0 ? -1 : plain.lastIndexOf(QLatin1Char('/'), idAt - 1);
    if (typeAt < 8 || idAt + 1 >= plain.size() || !looksLikeType(QStringView(plain).mid(typeAt + 1, idAt - typeAt - 1)))
        return false;
    base = plain.left(typeAt);
    relative = plain.mid(typeAt + 1);
    return true;
}

Target targetOf(const QString &reference)
{
    Target target;
    if (splitAbsolute(reference, target.base, target.ref))
        return target;
    if (reference.startsWith(QLatin1Char('#')))
        return {};
    if (reference.contains(QLatin1Char('?')) && !reference.startsWith(QLatin1StringView("http")))
        return {{}, conditional(reference)};
    QString ref = withoutVersion(reference);
    if (ref.startsWith(QLatin1StringView("./")))
        ref = ref.mid(2);
    else if (ref.startsWith(QLatin1Char('/')))
        ref = ref.mid(1);
    return {{}, ref};
}

Target targetOf(const Clinical::Reference &reference)
{
    if (!reference.target.isEmpty() && !reference.target.startsWith(QLatin1Char('#')))
        return targetOf(reference.target);
    if (!reference.identifier.value.isEmpty())
        return {{},
                QStringLiteral("identifier:") + reference.identifier.system + QLatin1Char('|')
                    + reference.identifier.value};
    if (!reference.containedLabel.isEmpty())
        return {{}, QStringLiteral("contained:") + reference.containedLabel};
    if (!reference.display.isEmpty())
        return {{}, QStringLiteral("display:") + reference.display};
    return {};
}

QString typeOf(const QString &ref)
{
    const qsizetype slash = ref.indexOf(QLatin1Char('/'));
    if (slash <= 0 || !looksLikeType(QStringView(ref).left(slash)))
        return {};
    return ref.left(slash);
}

} // namespace Chartline
