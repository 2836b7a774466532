// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomCodes.h"
#include "dicom/mapping/DicomDates.h"
#include "dicom/mapping/DicomNames.h"
#include "dicom/mapping/Mappings.h"

#include <algorithm>

namespace Chartline::Dicom {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// What a series shows: the body part, else the anatomic region's meaning.
QString bodyPartOf(const Dataset &dataset)
{
    const QString part = dataset.text(Tags::bodyPartExamined);
    return part.isEmpty() ? codeLabel(dataset.item(Tags::anatomicRegionSequence)) : part;
}

int countOf(const Dataset &dataset, Tag tag)
{
    return std::max(0, dataset.integer(tag).value_or(0));
}

} // namespace

ImagingHeader mapHeader(const MapContext &context)
{
    const Dataset &dataset = context.dataset;
    DicomDates dates(dataset, context.issues);
    ImagingHeader header;
    header.studyUid = dataset.text(Tags::studyInstance);
    header.studyId = dataset.text(Tags::studyId);
    header.accession = dataset.text(Tags::accessionNumber);
    header.studyDescription = dataset.text(Tags::studyDescription);
    header.studyStart = dates.dateAndTime(Tags::studyDate, Tags::studyTime, u"StudyDate"_s);
    header.referrer = nameLabel(dataset.text(Tags::referringPhysician));
    for (const Dataset &item : dataset.items(Tags::procedureCodeSequence)) {
        if (const QString label = codeLabel(item); !label.isEmpty())
            header.procedures.append(label);
    }
    header.institution = dataset.text(Tags::institutionName);
    header.seriesUid = dataset.text(Tags::seriesInstance);
    header.seriesDescription = dataset.text(Tags::seriesDescription);
    header.seriesNumber = dataset.text(Tags::seriesNumber);
    header.seriesStart = dates.dateAndTime(Tags::seriesDate, Tags::seriesTime, u"SeriesDate"_s);
    header.modality = dataset.text(Tags::modality);
    header.bodyPart = bodyPartOf(dataset);
    header.laterality = dataset.text(Tags::laterality);
    if (header.laterality.isEmpty())
        header.laterality = dataset.text(Tags::imageLaterality);
    header.protocol = dataset.text(Tags::protocolName);
    header.manufacturer = dataset.text(Tags::manufacturer);
    header.model = dataset.text(Tags::modelName);
    header.station = dataset.text(Tags::stationName);
    header.frameOfReference = dataset.text(Tags::frameOfReference);
    header.operators = nameLabels(dataset.texts(Tags::operatorsName));
    return header;
}

ImagingStudy mapStudy(const MapContext &context, const ImagingHeader &header)
{
    const Dataset &dataset = context.dataset;
    ImagingStudy study;
    study.studyInstanceUid = header.studyUid;
    Identifier uid;
    uid.system = u"urn:dicom:uid"_s;
    uid.value = asUri(header.studyUid);
    study.identifiers.append(std::move(uid));
    if (!header.accession.isEmpty())
        study.accessionNumbers.append(header.accession);
    Coding modality;
    modality.code = header.modality;
    if (!modality.code.isEmpty()) {
        modality.system = u"http://dicom.nema.org/resources/ontology/DCM"_s;
        study.modalities.append(modality);
    }
    study.started = header.studyStart.isValid() ? header.studyStart : header.seriesStart;
    study.description = header.studyDescription;
    if (!header.referrer.isEmpty()) {
        Reference referrer;
        referrer.display = header.referrer;
        study.referrers.append(std::move(referrer));
    }
    for (const Dataset &item : dataset.items(Tags::procedureCodeSequence)) {
        CodeableConcept procedure;
        if (Coding coding = codingOf(item); !coding.isEmpty())
            procedure.codings.append(std::move(coding));
        if (!procedure.isEmpty())
            study.procedures.append(std::move(procedure));
    }
    if (const QString text = dataset.text(Tags::requestedProcedureDescription);
        !text.isEmpty() && study.procedures.isEmpty())
        study.procedures.append({{}, text});
    if (const QString text = dataset.text(Tags::reasonForStudy); !text.isEmpty())
        study.reasons.append({{}, text});
    ImagingSeries series;
    series.uid = header.seriesUid;
    series.number = header.seriesNumber;
    series.modality = modality;
    series.description = header.seriesDescription;
    series.bodySite = header.bodyPart;
    series.laterality = header.laterality;
    series.started = header.seriesStart;
    study.series.append(std::move(series));
    study.numberOfSeries = countOf(dataset, Tags::numberOfStudySeries);
    study.numberOfInstances = countOf(dataset, Tags::numberOfStudyInstances);
    return study;
}

PartialDate contentDate(const MapContext &context, const ImagingHeader &header)
{
    DicomDates dates(context.dataset, context.issues);
    const PartialDate content = dates.dateAndTime(Tags::contentDate, Tags::contentTime, u"ContentDate"_s);
    if (content.isValid())
        return content;
    return header.seriesStart.isValid() ? header.seriesStart : header.studyStart;
}

} // namespace Chartline::Dicom
