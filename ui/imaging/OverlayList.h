// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/ObjectLayers.h"

#include <QWidget>

class QVBoxLayout;

namespace Chartline::Ui {

// What is shown over the images: a box to tick for each segment and region, with its colour and name; how strongly;
// which presentation state; and the way to the key images.
class OverlayList : public QWidget
{
    Q_OBJECT

public:
    // `heading`: over everything; empty: none.
    explicit OverlayList(const QString &heading = {}, QWidget *parent = nullptr);

    // `problems`: what could not be read, in words. Hidden where there is nothing to show or tell.
    void setLayers(const std::shared_ptr<ObjectLayers> &layers, const QStringList &problems, bool reading);
    void setPresentationNote(const QString &key) { m_presentationNote = key; } // seen with the next setLayers()
    void clear();
    [[nodiscard]] QStringList texts() const;

Q_SIGNALS:
    void shownChanged(); // what is ticked, or how strongly it is drawn
    void itemRequested(std::size_t item); // to be looked at
    void presentationChosen(const Chartline::Imaging::PresentationState *state);
    void nextKeyImageRequested();

private:
    void addCaption(const QString &words);
    void addPresentations();
    void addKeyImages();
    void addItems();
    void addOpacity();
    void addNotes(const QStringList &problems);

    QString m_heading;
    QString m_presentationNote;
    std::shared_ptr<ObjectLayers> m_layers;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_column = nullptr;
};

// The words of LabelVolumes::notes and PresentationState::notes.
[[nodiscard]] QString objectNote(const QString &key);

} // namespace Chartline::Ui
