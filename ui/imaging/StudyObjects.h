// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "imaging/LaidOutSeries.h"
#include "objects/ContourSlicer.h"
#include "objects/ObjectReader.h"
#include "objects/SegmentLoader.h"

#include <QObject>
#include <atomic>

namespace Chartline::Ui {

// An object of a study, ready to be drawn. Never changed once made; shared between threads.
struct StudyObject
{
    QString seriesUid;
    RecordId record;
    Imaging::DicomObject object;
    // A segmentation's voxels, and why there are none.
    std::optional<Imaging::LabelVolumes> labels;
    std::optional<Imaging::Failure> failure;
    std::vector<Imaging::ContourSlicer> slicers; // of a structure set's regions, in their order
};
using StudyObjectPtr = std::shared_ptr<const StudyObject>;

// What is not an image among the objects of a study, read off the thread of the window: segmentations, structure sets,
// presentation states, key object selections and waveforms; also those of other studies that refer to it. Answers of an
// earlier request are dropped.
class StudyObjects : public QObject
{
    Q_OBJECT

public:
    StudyObjects(ImagingService &service, std::shared_ptr<const Imaging::ObjectReader> reader,
                 std::shared_ptr<const Imaging::FrameDecoder> decoder, QObject *parent = nullptr);
    ~StudyObjects() override;

    void open(PersonId person, const StudyInfo &study, const QList<StudyInfo> &all);
    void close();
    // In the order of series and instances.
    [[nodiscard]] const std::vector<StudyObjectPtr> &objects() const { return m_objects; }
    // Why some could not be read, in words.
    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    [[nodiscard]] bool isReading() const { return m_waiting > 0; }

Q_SIGNALS:
    void changed();

private:
    struct Wanted
    {
        int order = 0;
        SeriesInfo series;
        InstanceInfo instance;
    };
    void readSeries(int order, const SeriesInfo &series);
    void read(const Wanted &wanted, const std::shared_ptr<const InstanceBytes> &bytes);
    void add(int order, StudyObjectPtr object);
    void done(const QString &problem = {});

    ImagingService &m_service;
    std::shared_ptr<const Imaging::ObjectReader> m_reader;
    std::shared_ptr<const Imaging::FrameDecoder> m_decoder;
    std::shared_ptr<std::atomic_bool> m_cancel;
    PersonId m_person;
    std::vector<StudyObjectPtr> m_objects;
    std::vector<int> m_order; // of each of m_objects
    QStringList m_problems;
    int m_waiting = 0;
};

} // namespace Chartline::Ui
