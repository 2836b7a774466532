// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureSet.h"

#include "viewmodels/ErrorText.h"

#include <algorithm>

namespace Chartline::Ui {

using namespace Imaging;

MeasureSet::MeasureSet(MeasurementService *service, QObject *parent)
    : QObject(parent)
    , m_service(service)
{ }

MeasureSet::~MeasureSet() = default;

void MeasureSet::open(PersonId person)
{
    close();
    m_person = person;
    reload();
}

void MeasureSet::close()
{
    ++m_request;
    m_person = {};
    m_loaded = false;
    m_items.clear();
    m_findings.clear();
    m_chosen.clear();
    m_removed.reset();
    m_textOffsets.clear();
    Q_EMIT changed();
}

void MeasureSet::reload()
{
    if (!isOpen())
        return;
    const quint64 request = ++m_request;
    m_service->of(m_person).then(this, [this, request](const Result<MeasurementSet> &set) {
        if (request != m_request)
            return;
        if (!set) {
            Q_EMIT failed(errorText(set.error()));
            return;
        }
        m_items.clear();
        for (const StoredMeasurement &stored : set->measurements) {
            if (auto item = fromStored(stored))
                m_items.append(std::move(*item));
        }
        m_findings = set->findings;
        m_loaded = true;
        if (!find(m_chosen))
            m_chosen.clear();
        Q_EMIT changed();
    });
}

const MeasureItem *MeasureSet::find(const QString &uid) const
{
    const auto found = std::ranges::find_if(m_items, [&](const MeasureItem &item) { return item.stored.uid == uid; });
    return uid.isEmpty() || found == m_items.end() ? nullptr : &*found;
}

MeasureItem *MeasureSet::edit(const QString &uid)
{
    return const_cast<MeasureItem *>(find(uid)); // NOLINT(cppcoreguidelines-pro-type-const-cast): of this object
}

const StoredFinding *MeasureSet::finding(const QString &uid) const
{
    const auto found = std::ranges::find(m_findings, uid, &StoredFinding::uid);
    return uid.isEmpty() || found == m_findings.end() ? nullptr : &*found;
}

QString MeasureSet::author() const
{
    return m_service ? m_service->author() : QString();
}

void MeasureSet::refused(const Error &error)
{
    if (error.code == ErrorCode::VaultLocked)
        return;
    Q_EMIT failed(tr("The measurement was not saved. %1").arg(errorText(error)));
    reload();
}

void MeasureSet::save(const MeasureItem &item)
{
    if (!isOpen())
        return;
    const QString uid = item.stored.uid;
    m_service->save(m_person, toStored(item))
        .then(this, [this, uid, person = m_person](const Result<StoredMeasurement> &saved) {
            if (person != m_person)
                return;
            if (!saved) {
                refused(saved.error());
                return;
            }
            if (MeasureItem *kept = edit(uid)) {
                kept->stored.version = saved->version;
                kept->stored.saved = saved->saved;
                kept->stored.created = saved->created;
                kept->stored.author = saved->author;
            }
        });
}

QString MeasureSet::add(MeasureItem item)
{
    if (!isOpen())
        return {};
    item.stored.uid = MeasurementStore::newUid();
    item.stored.author = m_service->author();
    item.stored.saved = m_service->now();
    item.stored.created = item.stored.saved;
    const QString uid = item.stored.uid;
    m_items.append(std::move(item));
    m_chosen = uid;
    save(m_items.last());
    Q_EMIT changed();
    return uid;
}

void MeasureSet::preview(const QString &uid, const Measurement &shape, const QList<Figure> &figures)
{
    if (MeasureItem *item = edit(uid)) {
        item->shape = shape;
        item->figures = figures;
        Q_EMIT redrawn();
    }
}

void MeasureSet::keep(const QString &uid)
{
    if (const MeasureItem *item = find(uid)) {
        save(*item);
        Q_EMIT changed();
    }
}

void MeasureSet::rename(const QString &uid, const QString &label)
{
    MeasureItem *item = edit(uid);
    if (!item || item->stored.label == label.trimmed())
        return;
    item->stored.label = label.trimmed().left(200);
    keep(uid);
}

void MeasureSet::assign(const QString &uid, const QString &finding)
{
    MeasureItem *item = edit(uid);
    if (!item || item->stored.finding == finding)
        return;
    item->stored.finding = finding;
    keep(uid);
}

// By value: the name may be one of what goes.
void MeasureSet::remove(QString uid) // NOLINT(performance-unnecessary-value-param)
{
    const MeasureItem *item = find(uid);
    if (!item || !isOpen())
        return;
    m_removed = *item;
    m_items.removeIf([&](const MeasureItem &other) { return other.stored.uid == uid; });
    if (m_chosen == uid)
        m_chosen.clear();
    m_service->remove(uid).then(this, [this, person = m_person](const Status &removed) {
        if (!removed && person == m_person)
            refused(removed.error());
    });
    Q_EMIT changed();
}

void MeasureSet::restore()
{
    if (!isOpen() || !m_removed)
        return;
    m_items.append(*std::exchange(m_removed, std::nullopt));
    m_chosen = m_items.last().stored.uid;
    if (!finding(m_items.last().stored.finding))
        m_items.last().stored.finding.clear();
    save(m_items.last());
    Q_EMIT changed();
}

QString MeasureSet::addFinding(const QString &name)
{
    if (!isOpen() || name.trimmed().isEmpty())
        return {};
    StoredFinding finding;
    finding.uid = MeasurementStore::newUid();
    finding.name = name.trimmed().left(200);
    m_findings.append(finding);
    changeFinding(finding.uid, [](StoredFinding &) { });
    return finding.uid;
}

void MeasureSet::changeFinding(const QString &uid, const std::function<void(StoredFinding &)> &change)
{
    const auto found = std::ranges::find(m_findings, uid, &StoredFinding::uid);
    if (!isOpen() || found == m_findings.end())
        return;
    change(*found);
    m_service->saveFinding(m_person, *found).then(this, [this, person = m_person](const Result<StoredFinding> &saved) {
        if (!saved && person == m_person)
            refused(saved.error());
    });
    Q_EMIT changed();
}

void MeasureSet::removeFinding(QString uid) // NOLINT(performance-unnecessary-value-param)
{
    if (!finding(uid) || !isOpen())
        return;
    m_findings.removeIf([&](const StoredFinding &finding) { return finding.uid == uid; });
    for (MeasureItem &item : m_items) {
        if (item.stored.finding == uid)
            item.stored.finding.clear();
    }
    m_service->removeFinding(uid).then(this, [this, person = m_person](const Status &removed) {
        if (!removed && person == m_person)
            refused(removed.error());
    });
    Q_EMIT changed();
}

void MeasureSet::choose(const QString &uid)
{
    if (uid == m_chosen)
        return;
    m_chosen = uid;
    Q_EMIT redrawn();
}

void MeasureSet::setTextOffset(const QString &uid, const QPointF &offset)
{
    m_textOffsets.insert(uid, offset);
    Q_EMIT redrawn();
}

StoredMeasurement MeasureSet::toStored(const MeasureItem &item)
{
    StoredMeasurement stored = item.stored;
    stored.kind = nameOf(item.shape.kind);
    stored.inPatient = item.shape.space == MeasureSpace::Patient;
    stored.points.assign(item.shape.points.begin(), item.shape.points.end());
    stored.figures.clear();
    for (const Figure &figure : item.figures)
        stored.figures.append({nameOf(figure.kind), figure.value, figure.unit});
    return stored;
}

std::optional<MeasureItem> MeasureSet::fromStored(const StoredMeasurement &stored)
{
    const auto kind = measureKindOf(stored.kind);
    if (!kind)
        return std::nullopt;
    MeasureItem item;
    item.stored = stored;
    item.stored.points.clear();
    item.stored.figures.clear();
    item.shape = {*kind,
                  stored.inPatient ? MeasureSpace::Patient : MeasureSpace::Picture,
                  {stored.points.begin(), stored.points.end()}};
    for (const StoredFigure &figure : stored.figures) {
        if (const auto known = figureKindOf(figure.name))
            item.figures.append({*known, figure.value, figure.unit});
    }
    return item;
}

} // namespace Chartline::Ui
