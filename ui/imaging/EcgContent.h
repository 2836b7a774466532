// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/EcgPaper.h"
#include "imaging/ImageContent.h"
#include "imaging/StudyObjects.h"

#include <QCoreApplication>

class QPainter;

namespace Chartline::Ui {

// Waveforms drawn on the paper they are read on: a grid of 1 and 5 mm, 25 mm/s and 10 mm/mV unless chosen otherwise, a
// calibration pulse, the leads' names. x and y are millimetres on the paper, z counts pages.
class EcgContent final : public ImageContent
{
    Q_DECLARE_TR_FUNCTIONS(Chartline::Ui::EcgContent)

public:
    // Each holds a Waveform; their pages follow one another.
    explicit EcgContent(std::vector<StudyObjectPtr> objects);

    // 5, 10, 20 mm/mV; 12.5, 25, 50 mm/s.
    void nextGain();
    void nextSpeed();
    [[nodiscard]] const EcgScale &scale() const { return m_scale; }
    [[nodiscard]] const std::vector<StudyObjectPtr> &objects() const { return m_objects; }
    // In place of another with some of the same objects: as large as that was drawn, and where a view of it is now.
    void continueFrom(const EcgContent &before);
    [[nodiscard]] ImageState stateFrom(const EcgContent &before, const ImageState &state) const;
    [[nodiscard]] const std::vector<EcgPage> &pages() const { return m_pages; }
    // What is printed above the leads of a page, and all remarks on them: EcgPage::remarks has those that are on it.
    [[nodiscard]] QStringList header(int page) const;
    [[nodiscard]] QStringList footer(int page) const;

    [[nodiscard]] QImage draw(const ImageState &state, const QSize &size, qreal devicePixelRatio) override;
    [[nodiscard]] ImageState initial(const QSize &size) const override;
    [[nodiscard]] int sliceCount(const ImageState &) const override { return int(m_pages.size()); }
    [[nodiscard]] int sliceAt(const ImageState &state) const override;
    [[nodiscard]] double sliceStep(const ImageState &) const override { return 1; }
    [[nodiscard]] double sliceThickness(const ImageState &) const override { return 0; }
    [[nodiscard]] std::optional<double> valueAt(const Imaging::Vec3 &) const override { return std::nullopt; }
    // Lead, time and voltage under the point.
    [[nodiscard]] QStringList readings(const Imaging::Vec3 &point) const override;
    [[nodiscard]] QString units() const override { return {}; }
    [[nodiscard]] double range() const override { return 1; }
    [[nodiscard]] bool isColour() const override { return true; }
    [[nodiscard]] Imaging::Window fullWindow() const override { return {}; }
    [[nodiscard]] bool isInPatient() const override { return false; }

private:
    class Sheet;
    // That a page is of.
    [[nodiscard]] const Imaging::Waveform &waveform(int page) const;
    // Where the pages of an object begin.
    [[nodiscard]] int firstPage(std::size_t object) const;
    [[nodiscard]] QStringList scaleWords(const EcgPage &page, const Imaging::WaveformGroup &group) const;
    [[nodiscard]] static QString person(const Imaging::Waveform &waveform);
    [[nodiscard]] static QStringList filterWords(const Imaging::WaveformChannel &channel);
    [[nodiscard]] static QStringList remarksOf(const Imaging::Waveform &waveform, int group);
    [[nodiscard]] static QString leftOutWords(const EcgLayout &layout);
    void layOut();

    std::vector<StudyObjectPtr> m_objects;
    EcgScale m_scale;
    std::vector<EcgPage> m_pages;
    std::vector<std::size_t> m_objectOf; // of each page
    QStringList m_leftOut; // of each object: what there is no page for, in words
};

} // namespace Chartline::Ui
