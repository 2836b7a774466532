// SPDX-License-Identifier: Apache-2.0
#include "imaging/SideObjects.h"

#include "imaging/ImagingSide.h"
#include "imaging/OverlayList.h"

namespace Chartline::Ui {

using namespace Imaging;

// Cuts in other coordinates, led back into the layers' own.
class SideObjects::Mapped final : public ImageLayers
{
public:
    Mapped(std::shared_ptr<const ObjectLayers> layers, const Affine &map)
        : toOwn(map)
        , m_layers(std::move(layers))
    { }

    void paint(QImage &canvas, const ImageState &state, const QSize &size, const DrawnPicture *picture) const override
    {
        // A picture as it was taken is in nobody's coordinates but its own.
        m_layers->paint(canvas, picture ? state : state.through(toOwn), size, picture);
    }

    const Affine toOwn; // a rigid map: lengths are the same on both sides

private:
    std::shared_ptr<const ObjectLayers> m_layers;
};

SideObjects::SideObjects(const Services &services, const QString &heading, QObject *parent)
    : QObject(parent)
    , m_study(new StudyObjects(services.imaging, services.objects, services.decoder, this))
    , m_layers(std::make_shared<ObjectLayers>())
    , m_list(new OverlayList(heading))
{
    connect(m_list, &OverlayList::shownChanged, this, &SideObjects::shownChanged);
    connect(m_study, &StudyObjects::changed, this, [this] {
        m_layers->setObjects(m_study->objects());
        refreshList();
        Q_EMIT objectsChanged();
        Q_EMIT shownChanged();
    });
}

std::shared_ptr<const ImageLayers> SideObjects::layersThrough(const Affine &toOwn)
{
    if (!m_mapped || m_mapped->toOwn != toOwn)
        m_mapped = std::make_shared<Mapped>(m_layers, toOwn);
    return m_mapped;
}

void SideObjects::open(PersonId person, const StudyInfo &study, const QList<StudyInfo> &all)
{
    if (person == m_person && study.uid == m_studyUid)
        return;
    m_person = person;
    m_studyUid = study.uid;
    m_study->open(person, study, all);
}

void SideObjects::close()
{
    m_person = {};
    m_studyUid.clear();
    m_series.reset();
    m_layers->setImages({}, {});
    m_study->close();
}

void SideObjects::setShown(const ImagingSide &side)
{
    const Stack *stack = side.stack();
    QString space;
    if (side.volume())
        space = side.volume()->frameOfReference;
    else if (stack && !stack->frameOfReference.isEmpty())
        space = stack->frameOfReference;
    else if (side.firstImage())
        space = side.firstImage()->frameOfReference;
    if (side.series() == m_series && side.stackIndex() == m_stack && side.point() == m_point && space == m_space)
        return;
    m_series = side.series();
    m_stack = side.stackIndex();
    m_point = side.point();
    m_space = space;
    m_layers->setImages(m_series ? ImagePlaces(m_series, m_stack, m_point) : ImagePlaces(), space);
    refreshList();
}

void SideObjects::setPresentationNote(const QString &key)
{
    m_list->setPresentationNote(key);
}

void SideObjects::refreshList()
{
    m_list->setLayers(m_layers, m_study->problems(), m_study->isReading());
    Q_EMIT listChanged();
}

} // namespace Chartline::Ui
