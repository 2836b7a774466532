// SPDX-License-Identifier: Apache-2.0
#include "timeline/StudyProjector.h"

namespace Chartline {

using namespace Qt::StringLiterals;

namespace {

void take(QString &into, const QString &text)
{
    if (into.isEmpty())
        into = text;
}

// Series in the order of their numbers, as a radiologist knows them.
bool isBefore(const Clinical::ImagingSeries &a, const Clinical::ImagingSeries &b)
{
    bool aKnown = false;
    bool bKnown = false;
    const int x = a.number.toInt(&aKnown);
    const int y = b.number.toInt(&bKnown);
    if (aKnown != bKnown)
        return aKnown;
    return aKnown && x != y ? x < y : a.uid < b.uid;
}

void addSeries(Clinical::ImagingStudy &study, const StudyStore::Part &part)
{
    const ImagingHeader &header = part.header;
    auto found = std::ranges::find(study.series, header.seriesUid, &Clinical::ImagingSeries::uid);
    if (found == study.series.end()) {
        study.series.append(Clinical::ImagingSeries());
        found = study.series.end() - 1;
        found->uid = header.seriesUid;
    }
    take(found->number, header.seriesNumber);
    take(found->modality.code, header.modality);
    take(found->description, header.seriesDescription);
    take(found->bodySite, header.bodyPart);
    take(found->laterality, header.laterality);
    if (!found->started.isValid())
        found->started = header.seriesStart;
    found->numberOfInstances += part.instances;
    const auto same = [&](const Clinical::Coding &modality) { return modality.code == header.modality; };
    if (!header.modality.isEmpty() && std::ranges::none_of(study.modalities, same))
        study.modalities.append({u"http://dicom.nema.org/resources/ontology/DCM"_s, header.modality, {}, false});
}

void addPart(ProjectedStudy &projected, const StudyStore::Part &part)
{
    Clinical::ImagingStudy &study = projected.study;
    const ImagingHeader &header = part.header;
    study.studyInstanceUid = header.studyUid;
    take(study.description, header.studyDescription);
    if (!header.accession.isEmpty() && !study.accessionNumbers.contains(header.accession))
        study.accessionNumbers.append(header.accession);
    if (!study.started.isValid())
        study.started = header.studyStart;
    const auto named = [&](const Clinical::Reference &one) { return one.display == header.referrer; };
    if (!header.referrer.isEmpty() && std::ranges::none_of(study.referrers, named)) {
        Clinical::Reference referrer;
        referrer.display = header.referrer;
        study.referrers.append(referrer);
    }
    for (const QString &procedure : header.procedures) {
        Clinical::CodeableConcept concept_;
        concept_.text = procedure;
        if (!study.procedures.contains(concept_))
            study.procedures.append(concept_);
    }
    addSeries(study, part);
    projected.instances += part.instances;
    study.numberOfInstances = projected.instances;
}

} // namespace

QList<ProjectedStudy> projectStudy(const QList<StudyStore::Part> &parts)
{
    QList<ProjectedStudy> studies;
    for (const StudyStore::Part &part : parts) {
        auto found = std::ranges::find(studies, part.identity, &ProjectedStudy::identity);
        if (found == studies.end()) {
            studies.append({part.person, part.identity, part.first, 0, {}});
            found = studies.end() - 1;
        }
        addPart(*found, part);
    }
    for (ProjectedStudy &projected : studies) {
        std::ranges::sort(projected.study.series, isBefore);
        projected.study.numberOfSeries = int(projected.study.series.size());
        std::ranges::sort(projected.study.modalities, {}, &Clinical::Coding::code);
    }
    return studies;
}

Status writeStudy(StudyStore &studies, FactStore &facts, SourceId source, const QString &studyUid)
{
    CHARTLINE_ASSIGN(const auto parts, studies.parts(source, studyUid));
    CHARTLINE_TRY(facts.removeProjected(source, Clinical::ImagingStudy::sameAs(studyUid)));
    for (const ProjectedStudy &projected : projectStudy(parts))
        CHARTLINE_TRY(facts.insertProjected({projected.first, source, {}, projected.person}, projected.study.toFact()));
    return {};
}

} // namespace Chartline
