// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomCodes.h"
#include "dicom/mapping/DicomDates.h"
#include "dicom/mapping/DicomNames.h"
#include "dicom/mapping/Mappings.h"
#include "dicom/mapping/SopClasses.h"
#include "dicom/mapping/SrText.h"

namespace Chartline::Dicom {

using namespace Clinical;
using namespace Qt::StringLiterals;

namespace {

// FHIR's words for PS3.3 C.17.2: what nobody has verified is preliminary, however complete it is.
QString statusOf(const Dataset &dataset)
{
    if (dataset.text(Tags::completionFlag) == "PARTIAL"_L1)
        return u"partial"_s;
    if (dataset.text(Tags::preliminaryFlag) == "PRELIMINARY"_L1)
        return u"preliminary"_s;
    const QString verified = dataset.text(Tags::verificationFlag);
    if (verified == "VERIFIED"_L1)
        return u"final"_s;
    return verified == "UNVERIFIED"_L1 ? u"preliminary"_s : QString();
}

void addPerformer(QList<Reference> &performers, const QString &name, const QString &organization)
{
    Reference performer;
    performer.display = nameLabel(name);
    if (!organization.isEmpty())
        performer.display += performer.display.isEmpty() ? organization : u" ("_s + organization + u')';
    if (!performer.display.isEmpty() && !performers.contains(performer))
        performers.append(std::move(performer));
}

} // namespace

DiagnosticReport mapReport(const MapContext &context, const ImagingHeader &header)
{
    const Dataset &dataset = context.dataset;
    DiagnosticReport report;
    report.status = statusOf(dataset);
    report.code = conceptOf(dataset, Tags::conceptNameSequence);
    if (report.code.isEmpty())
        report.code.text = header.seriesDescription;
    if (isKeyObjectSelection(context.scan.sopClass))
        report.categories.append({{}, u"Key Object Selection"_s});
    report.effective.start = contentDate(context, header);
    DicomDates dates(dataset, context.issues);
    for (const Dataset &observer : dataset.items(Tags::verifyingObserverSequence)) {
        addPerformer(report.performers, observer.text(Tags::verifyingObserverName),
                     observer.text(Tags::verifyingOrganization));
        const PartialDate verified = dates.dateTime(observer, Tags::verificationDateTime, u"VerificationDateTime"_s);
        if (verified.isValid())
            report.issued = verified;
    }
    for (const Dataset &author : dataset.items(Tags::authorObserverSequence))
        addPerformer(report.performers, author.text(Tags::personName), {});
    if (!header.studyUid.isEmpty()) {
        Reference study;
        study.type = u"ImagingStudy"_s;
        study.identifier.system = u"urn:dicom:uid"_s;
        study.identifier.value = asUri(header.studyUid);
        study.display = header.studyDescription;
        report.imagingStudies.append(std::move(study));
    }
    const SrText content(dataset);
    report.conclusion = content.conclusion();
    report.narrative = content.text();
    // Which of several reports with the same title this is.
    if (!header.seriesDescription.isEmpty() && header.seriesDescription != report.code.label())
        report.narrative = header.seriesDescription + u"\n\n"_s + report.narrative;
    if (dataset.items(Tags::contentSequence).empty())
        context.issues.append({u"ContentSequence"_s, u"no-content"_s});
    return report;
}

} // namespace Chartline::Dicom
