// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ObjectLayers.h"
#include "shell/Services.h"

#include <QObject>

namespace Chartline::Ui {

class ImagingSide;
class OverlayList;

// What belongs to the images of one side (the current study, or the one it is compared with) without being one: the
// objects of the study, what they draw over its images, and the list to choose from.
class SideObjects : public QObject
{
    Q_OBJECT

public:
    // `heading`: of the list; empty: none.
    SideObjects(const Services &services, const QString &heading, QObject *parent = nullptr);

    [[nodiscard]] OverlayList *list() const { return m_list; }
    [[nodiscard]] StudyObjects *study() const { return m_study; }
    [[nodiscard]] const std::shared_ptr<ObjectLayers> &layers() const { return m_layers; }
    // The layers, for a view whose coordinates are those of another study: `toOwn` leads from there to this side's.
    // The same object for the same map.
    [[nodiscard]] std::shared_ptr<const ImageLayers> layersThrough(const Imaging::Affine &toOwn);

    // Asks nothing again where that study is open already.
    void open(PersonId person, const StudyInfo &study, const QList<StudyInfo> &all);
    void close();
    // What the views show now; asks nothing again where that is the same.
    void setShown(const ImagingSide &side);
    void refreshList();
    // What of the chosen presentation state does not fit what is shown; a key of objectNote(), or empty.
    void setPresentationNote(const QString &key);

Q_SIGNALS:
    void objectsChanged(); // others are there
    void shownChanged(); // views have to draw again
    void listChanged();

private:
    class Mapped;

    StudyObjects *m_study;
    std::shared_ptr<ObjectLayers> m_layers;
    std::shared_ptr<const Mapped> m_mapped;
    OverlayList *m_list;
    PersonId m_person;
    QString m_studyUid;
    LaidOutSeriesPtr m_series; // shown
    int m_stack = -1;
    int m_point = -1;
    QString m_space;
};

} // namespace Chartline::Ui
