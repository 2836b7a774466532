// SPDX-License-Identifier: Apache-2.0
#include "imaging/Priors.h"

#include <QSet>
#include <algorithm>

namespace Chartline::Ui {

namespace {

// Kinds of machine that make pictures; the others (SR, PR, SEG…) accompany them.
QStringList pictureModalities(const StudyInfo &study)
{
    QStringList result;
    for (const SeriesInfo &series : study.series) {
        if (series.pictures > 0 && series.header.modality != QLatin1StringView("SEG"))
            result.append(series.header.modality);
    }
    return result;
}

bool hasPictures(const StudyInfo &study)
{
    return std::ranges::any_of(study.series, [](const SeriesInfo &series) { return series.pictures > 0; });
}

PriorMatch matchOf(const StudyInfo &current, const StudyInfo &other)
{
    const BodyRegions a = bodyRegionsOf(current);
    const BodyRegions b = bodyRegionsOf(other);
    const QStringList mine = pictureModalities(current);
    const QStringList theirs = pictureModalities(other);
    const bool modality = std::ranges::any_of(mine, [&](const QString &one) { return theirs.contains(one); });
    if (a & b)
        return modality ? PriorMatch::RegionAndModality : PriorMatch::Region;
    return (!a || !b) && modality ? PriorMatch::UnknownRegion : PriorMatch::Other;
}

QSet<QString> wordsOf(const QString &text)
{
    QSet<QString> words;
    QString word;
    for (const QChar c : text.toCaseFolded() + u' ') {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

} // namespace

bool isLater(const StudyInfo &study, const StudyInfo &than)
{
    return study.start.isValid() && than.start.isValid() && study.start.earliest() > than.start.earliest();
}

QList<Prior> priorsFor(const QList<StudyInfo> &studies, qsizetype current)
{
    QList<Prior> priors;
    if (current < 0 || current >= studies.size())
        return priors;
    const StudyInfo &now = studies[current];
    const auto timeOf = [](const StudyInfo &study) { return study.start.isValid() ? study.start.earliest() : 0; };
    for (qsizetype i = 0; i < studies.size(); ++i) {
        if (i == current || !hasPictures(studies[i]))
            continue;
        priors.append({i, matchOf(now, studies[i]), isLater(studies[i], now)});
    }
    std::ranges::stable_sort(priors, [&](const Prior &a, const Prior &b) {
        if (a.match != b.match)
            return a.match < b.match;
        if (a.later != b.later)
            return b.later;
        return qAbs(timeOf(studies[a.study]) - timeOf(now)) < qAbs(timeOf(studies[b.study]) - timeOf(now));
    });
    return priors;
}

qsizetype seriesToCompare(const StudyInfo &prior, const SeriesInfo &current)
{
    const QSet<QString> words = wordsOf(current.header.seriesDescription);
    qsizetype best = -1;
    double bestScore = -1;
    for (qsizetype i = 0; i < prior.series.size(); ++i) {
        const SeriesInfo &series = prior.series[i];
        if (series.pictures == 0 || series.header.modality == QLatin1StringView("SEG"))
            continue;
        double score = series.header.modality == current.header.modality ? 100 : 0;
        const QSet<QString> theirs = wordsOf(series.header.seriesDescription);
        const qsizetype all = (words + theirs).size();
        score += all > 0 ? 20.0 * double((words & theirs).size()) / double(all) : 0;
        // A few pictures are a localiser; otherwise about as many as here.
        const auto smaller = double(std::min(series.pictures, current.pictures));
        const auto larger = double(std::max({series.pictures, current.pictures, 1}));
        score += 30.0 * smaller / larger;
        if (score > bestScore) {
            bestScore = score;
            best = i;
        }
    }
    return best;
}

} // namespace Chartline::Ui
