// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureController.h"

#include "imaging/FollowUpPanel.h"
#include "imaging/MeasureExport.h"
#include "imaging/MeasurePanel.h"
#include "imaging/PictureContent.h"
#include "imaging/StudyPanel.h"
#include "imaging/ViewGrid.h"
#include "measure/MeasureGeometry.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QSaveFile>

namespace Chartline::Ui {

using namespace Imaging;

MeasureController::MeasureController(MeasurementService *service, const Page &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_set(new MeasureSet(service, this))
{
    for (int i = 0; i < 3; ++i) {
        MeasureTool *tool = m_page.grid->image(i)->measure();
        tool->setSet(m_set);
        connect(tool, &MeasureTool::added, this, [this](const QString &uid) { added(uid); });
    }
    connectPanels();
}

MeasureController::~MeasureController() = default;

void MeasureController::connectPanels()
{
    MeasurePanel *list = m_page.panel->measures();
    list->setSet(m_set);
    connect(list, &MeasurePanel::jumpRequested, this, &MeasureController::jump);
    connect(list, &MeasurePanel::exportRequested, this, &MeasureController::exportReport);
    FollowUpPanel *cards = m_page.panel->followUp();
    connect(cards, &FollowUpPanel::jumpRequested, this, &MeasureController::jump);
    connect(cards, &FollowUpPanel::measureRequested, this, &MeasureController::measureHere);
    connect(cards, &FollowUpPanel::renameRequested, this, &MeasureController::renameFinding);
    connect(cards, &FollowUpPanel::removeRequested, m_set, &MeasureSet::removeFinding);
    connect(cards, &FollowUpPanel::roleChosen, this, [this](const QString &uid, StoredFinding::Role role) {
        m_set->changeFinding(uid, [role](StoredFinding &finding) { finding.role = role; });
    });
    // Later: what is clicked in a card must not go while its click is handled.
    connect(m_set, &MeasureSet::changed, this, &MeasureController::listChanged, Qt::QueuedConnection);
}

void MeasureController::openPerson(PersonId person)
{
    m_person = person;
    m_set->open(person);
}

void MeasureController::close()
{
    m_pendingJump.clear();
    m_pendingFinding.clear();
    m_person = {};
    // What asks for a name shows one.
    for (QDialog *dialog : m_page.panel->findChildren<QDialog *>())
        dialog->close();
    m_studies.clear();
    m_set->close();
    m_page.panel->measures()->setStudies({}, {});
    for (int i = 0; i < 3; ++i) {
        m_page.grid->image(i)->measure()->setGround({});
        m_page.grid->image(i)->measure()->setAlignedPlaces({});
    }
    listChanged();
}

void MeasureController::setStudies(const QList<StudyInfo> &studies)
{
    m_studies = studies;
    listChanged();
}

bool MeasureController::isComparing() const
{
    return m_page.grid->isComparing();
}

ImagingSide *MeasureController::sideOf(int view) const
{
    return isComparing() && view == 0 ? m_page.prior : m_page.current;
}

QStringList MeasureController::studiesOnScreen() const
{
    QStringList studies;
    if (m_page.current->isOpen())
        studies.append(m_page.current->study().uid);
    if (isComparing() && m_page.prior->isOpen() && !studies.contains(m_page.prior->study().uid))
        studies.append(m_page.prior->study().uid);
    return studies;
}

void MeasureController::listChanged()
{
    const QList<FollowedFinding> findings = Follow::findings(m_set->items(), m_set->findings(), m_studies);
    m_page.panel->followUp()->setFindings(findings, Follow::sums(findings), studiesOnScreen(), m_studies);
    m_page.panel->measures()->setStudies(m_studies, m_page.current->study().uid);
    refreshPlaces();
}

MeasureGround MeasureController::groundOf(int view) const
{
    const ImagingSide *side = sideOf(view);
    const auto &content = m_page.grid->image(view)->content();
    if (!content || !side->series() || !side->stack())
        return {};
    if (auto pictures = std::dynamic_pointer_cast<PictureContent>(content)) {
        // The first pictures of a volume that is still loading are not measured: its space is not there yet.
        if (side->stack()->kind != Stack::Kind::Pictures)
            return {};
        return {std::move(pictures), side->series()};
    }
    if (!side->volume())
        return {};
    Affine toOwn;
    if (isComparing() && view == 0) {
        if (const auto aligned = m_page.alignment->fixedToMoving(); aligned && m_page.current->volume())
            toOwn = *aligned;
    }
    return {side->volume(), toOwn, side->series(), side->stackIndex(), side->point()};
}

void MeasureController::refresh()
{
    const QStringList before = studiesOnScreen();
    for (int i = 0; i < m_page.grid->imageCount(); ++i)
        m_page.grid->image(i)->measure()->setGround(groundOf(i));
    if (before != m_onScreen) {
        m_onScreen = before;
        listChanged();
    } else {
        refreshPlaces();
    }
    const MeasureItem *pending = m_set->find(m_pendingJump);
    const bool open = pending
                      && (m_page.current->seriesUid() == pending->stored.series
                          || m_page.prior->seriesUid() == pending->stored.series);
    if (!open || show(*pending))
        m_pendingJump.clear();
}

void MeasureController::refreshPlaces()
{
    for (int i = 0; i < m_page.grid->imageCount(); ++i)
        m_page.grid->image(i)->measure()->setAlignedPlaces(placesFor(i));
}

// Both views of aligned studies are drawn in the space of the current one.
std::optional<Vec3> MeasureController::alignedIn(int view, const MeasureItem &item) const
{
    const auto fixedToMoving = m_page.alignment->fixedToMoving();
    if (!isComparing() || !fixedToMoving || item.shape.space != MeasureSpace::Patient || !m_page.current->volume()
        || !m_page.prior->volume())
        return std::nullopt;
    const ImagingSide *other = view == 0 ? m_page.current : m_page.prior;
    const bool ofOther = item.stored.series == other->seriesUid()
                         || (!item.stored.frameOfReference.isEmpty()
                             && item.stored.frameOfReference == other->volume()->frameOfReference);
    if (!ofOther)
        return std::nullopt;
    const Vec3 middle = middleOf(item.shape.points);
    if (view == 0)
        return middle;
    const auto inverse = fixedToMoving->inverse();
    return inverse ? std::optional(inverse->point(middle)) : std::nullopt;
}

QList<AlignedPlace> MeasureController::placesFor(int view) const
{
    QList<AlignedPlace> places;
    if (!isComparing())
        return places;
    const QString study = sideOf(view)->study().uid;
    for (const MeasureItem &item : m_set->items()) {
        const StoredFinding *finding = m_set->finding(item.stored.finding);
        if (!finding || item.stored.study == study)
            continue;
        const bool measured = std::ranges::any_of(m_set->items(), [&](const MeasureItem &other) {
            return other.stored.finding == finding->uid && other.stored.study == study;
        });
        const auto at = measured ? std::nullopt : alignedIn(view, item);
        if (at)
            places.append({*at, std::max(radiusOf(item.shape), 2.0),
                           tr("%1 · here at the aligned place").arg(finding->name), finding->uid});
    }
    return places;
}

void MeasureController::lookAt(int view, const Vec3 &point)
{
    m_page.grid->image(view)->editState([&](ImageState &state) { state.center = point; });
}

// In every view that shows its space; where none does, false.
bool MeasureController::show(const MeasureItem &item)
{
    bool shown = false;
    for (const bool sameSeries : {true, false}) {
        for (int i = 0; i < m_page.grid->imageCount() && (sameSeries || !shown); ++i) {
            const ImageView *view = m_page.grid->image(i);
            const MeasureGround &ground = view->measure()->ground();
            if (ground.isEmpty() || !view->content() || (sameSeries && ground.seriesUid() != item.stored.series))
                continue;
            ImageState there = view->state();
            if (item.shape.space == MeasureSpace::Picture) {
                const auto picture = ground.pictureOf(item);
                if (!picture)
                    continue;
                there.center[2] = *picture;
            } else if (!ground.shows(item, there)) {
                continue;
            }
            lookAt(i, ground.toView(middleOf(item.shape.points), there));
            shown = true;
            if (isComparing() && i == 0)
                ++i; // the other one follows
        }
        if (shown)
            return true;
    }
    return false;
}

void MeasureController::jump(const QString &measurement)
{
    const MeasureItem *item = m_set->find(measurement);
    if (!item)
        return;
    m_set->choose(measurement);
    if (show(*item))
        return;
    // Of a series with several parts another one may be shown.
    for (ImagingSide *side : {m_page.current, m_page.prior}) {
        if (!side->series() || side->seriesUid() != item->stored.series)
            continue;
        const auto &stacks = side->series()->stacks;
        for (std::size_t s = 0; s < stacks.size(); ++s) {
            for (std::size_t p = 0; p < stacks[s].points.size(); ++p) {
                for (const FrameRef &ref : stacks[s].points[p].frames) {
                    const ImageDescription &image = side->series()->images[std::size_t(ref.instance)];
                    if (image.sopInstance != item->stored.sopInstance || ref.frame != item->stored.frame)
                        continue;
                    m_pendingJump = measurement;
                    side->chooseStack(int(s), int(p));
                    return;
                }
            }
        }
    }
    Q_EMIT seriesRequested(item->stored.series);
    m_pendingJump = measurement;
    refresh();
}

void MeasureController::measureHere(const QString &finding, const QString &study)
{
    m_pendingFinding = finding;
    m_pendingStudy = study;
    for (int view = 0; view < m_page.grid->imageCount(); ++view) {
        if (sideOf(view)->study().uid != study)
            continue;
        for (const MeasureItem &item : m_set->items()) {
            if (item.stored.finding != finding)
                continue;
            if (const auto at = alignedIn(view, item))
                lookAt(view, *at);
            Q_EMIT toolRequested(MeasureText::toolOf(item.shape.kind));
            m_page.grid->image(view)->setFocus();
            return;
        }
    }
}

void MeasureController::added(const QString &uid)
{
    const MeasureItem *item = m_set->find(uid);
    if (!item || m_pendingFinding.isEmpty() || item->stored.study != m_pendingStudy)
        return;
    m_set->assign(uid, std::exchange(m_pendingFinding, {}));
}

void MeasureController::renameFinding(const QString &uid)
{
    const StoredFinding *finding = m_set->finding(uid);
    if (!finding)
        return;
    auto *dialog = new QInputDialog(m_page.panel);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Name of the finding"));
    dialog->setLabelText(tr("Name, as it is followed through the studies:"));
    dialog->setTextValue(finding->name);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, uid](const QString &name) {
        if (!name.trimmed().isEmpty())
            m_set->changeFinding(uid, [&](StoredFinding &changed) { changed.name = name.trimmed().left(200); });
    });
    dialog->open();
}

void MeasureController::exportReport(const QString &study)
{
    const auto info = std::ranges::find(m_studies, study, &StudyInfo::uid);
    if (info == m_studies.end())
        return;
    auto *dialog = new QFileDialog(m_page.panel, tr("Export measurements"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("DICOM structured report (*.dcm)"));
    dialog->setDefaultSuffix(QStringLiteral("dcm"));
    dialog->selectFile(QStringLiteral("measurements-%1.dcm").arg(MeasureExport::dicomDate(info->start.text())));
    connect(dialog, &QFileDialog::fileSelected, this, [this, study](const QString &path) {
        if (const QString problem = writeReport(study, path); !problem.isEmpty())
            m_page.panel->measures()->tell(problem);
    });
    dialog->open();
}

QString MeasureController::writeReport(const QString &study, const QString &path) const
{
    const auto info = std::ranges::find(m_studies, study, &StudyInfo::uid);
    const ImageDescription *image = nullptr;
    for (const ImagingSide *side : {m_page.current, m_page.prior}) {
        if (side->isOpen() && side->study().uid == study && side->firstImage())
            image = side->firstImage();
    }
    if (info == m_studies.end() || !image)
        return tr("Open the study first: the report takes the patient and the study from its images.");
    const auto bytes = Imaging::writeReport(MeasureExport::reportOf(*m_set, {*info, *image}));
    if (!bytes)
        return tr("No report could be made of these measurements (%1).").arg(bytes.error().detail);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return tr("The report could not be written: %1").arg(file.errorString());
    return {};
}

} // namespace Chartline::Ui
