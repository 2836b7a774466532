// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/Priors.h"
#include "theme/Theme.h"
#include "timeline/PersonRecord.h"

#include <QFrame>
#include <QHash>

class QScrollArea;
class QVBoxLayout;

namespace Chartline::Ui {

class FollowUpPanel;
class MeasurePanel;
class SeriesTile;

// Beside the images: the study and its series, the studies to compare it with, and what else the record says of that
// day.
class StudyPanel : public QFrame
{
    Q_OBJECT

public:
    explicit StudyPanel(const Theme &theme, QWidget *parent = nullptr);

    void setStudies(const QList<StudyInfo> &studies, const PersonRecordPtr &record);
    // `compared`: the study laid beside it; -1: none.
    void setCurrent(qsizetype study, qsizetype compared);
    void setShown(const QString &seriesUid, const QString &comparedUid);
    void setThumbnail(const QString &seriesUid, const QImage &image);
    // Something of the page's own below the study; hides itself where it has nothing to say.
    void setBetween(QWidget *between);
    void clear();
    [[nodiscard]] SeriesTile *tile(const QString &seriesUid) const { return m_tiles.value(seriesUid); }
    [[nodiscard]] MeasurePanel *measures() const { return m_measures; }
    [[nodiscard]] FollowUpPanel *followUp() const { return m_followUp; }
    // Everything written on it, for the tests.
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    void seriesChosen(const QString &seriesUid);
    void comparedSeriesChosen(const QString &seriesUid);
    void studyChosen(qsizetype study);
    void compareRequested(qsizetype study);
    void factChosen(Chartline::FactId fact);

private:
    void build();
    void placeBetween();
    void addCaption(const QString &words);
    void addStudy(const StudyInfo &study, bool compared);
    void addTiles(const StudyInfo &study, bool compared);
    void addPriors();
    void addPrior(const Prior &prior);
    void addFacts(const StudyInfo &study);
    void addIntendedUse();
    [[nodiscard]] QList<const Fact *> factsOf(const StudyInfo &study) const;

    const Theme &m_theme;
    QList<StudyInfo> m_studies;
    PersonRecordPtr m_record;
    qsizetype m_current = -1;
    qsizetype m_compared = -1;
    QString m_shown;
    QString m_comparedShown;
    QHash<QString, SeriesTile *> m_tiles; // by Series Instance UID
    QHash<QString, QImage> m_thumbnails;
    // Kept when the rest is made again.
    MeasurePanel *m_measures;
    FollowUpPanel *m_followUp;
    QScrollArea *m_scroll;
    QVBoxLayout *m_column = nullptr;
    QWidget *m_between = nullptr;
};

} // namespace Chartline::Ui
