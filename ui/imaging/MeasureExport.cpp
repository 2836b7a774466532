// SPDX-License-Identifier: Apache-2.0
#include "imaging/MeasureExport.h"

#include "imaging/MeasureText.h"

#include <QCoreApplication>

namespace Chartline::Ui::MeasureExport {

using namespace Imaging;

namespace {

QString digits(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9')
            result += c;
    }
    return result;
}

const InstanceInfo *instanceOf(const StudyInfo &study, const StoredMeasurement &stored)
{
    for (const SeriesInfo &series : study.series) {
        if (series.header.seriesUid != stored.series)
            continue;
        const auto found = std::ranges::find(series.instances, stored.sopInstance, &InstanceInfo::sopUid);
        if (found != series.instances.end())
            return &*found;
    }
    return nullptr;
}

} // namespace

QString dicomName(const QString &name)
{
    const qsizetype comma = name.indexOf(u',');
    return comma < 0 ? name : name.left(comma).trimmed() + u'^' + name.mid(comma + 1).trimmed();
}

QString dicomDate(const QString &iso)
{
    const QString date = digits(iso.section(u'T', 0, 0));
    return date.size() == 8 ? date : QString();
}

QString dicomTime(const QString &iso)
{
    const QString time = digits(iso.section(u'T', 1, 1).left(8));
    return time.size() >= 4 ? time.left(6) : QString();
}

MeasureReport reportOf(const MeasureSet &set, const Source &source)
{
    MeasureReport report;
    const ImagingHeader header = source.study.series.isEmpty() ? ImagingHeader() : source.study.series.first().header;
    report.patientName = dicomName(source.image.patientName);
    report.patientId = source.image.patientId;
    report.patientBirthDate = dicomDate(source.image.patientBirthDate);
    report.patientSex = source.image.pet ? source.image.pet->sex : QString();
    report.studyUid = source.study.uid;
    report.studyId = header.studyId;
    report.studyDate = dicomDate(header.studyStart.text());
    report.studyTime = dicomTime(header.studyStart.text());
    report.studyDescription = header.studyDescription;
    report.accession = header.accession;
    report.referrer = dicomName(header.referrer);
    report.seriesUid = MeasurementStore::newUid();
    report.sopInstanceUid = MeasurementStore::newUid();
    report.seriesDescription = QStringLiteral("Measurements");
    report.author = set.author();
    report.softwareVersion = QCoreApplication::applicationVersion();
    report.when = QDateTime::currentDateTime();
    for (const MeasureItem &item : set.items()) {
        const InstanceInfo *instance = instanceOf(source.study, item.stored);
        const bool placed = item.shape.space == MeasureSpace::Picture || !item.stored.frameOfReference.isEmpty();
        if (item.stored.study != source.study.uid || !instance || !placed)
            continue;
        const StoredFinding *finding = set.finding(item.stored.finding);
        ReportedMeasurement reported;
        reported.measurement = item.shape;
        reported.figures = item.figures;
        reported.frameOfReference = item.stored.frameOfReference;
        reported.image = {item.stored.study, item.stored.series, instance->sopClass, instance->sopUid,
                          instance->frames > 1 ? item.stored.frame : -1};
        reported.tracking = finding ? finding->name : MeasureText::name(item, set);
        reported.trackingUid = finding ? finding->uid : item.stored.uid;
        reported.observationUid = item.stored.uid;
        reported.when = QDateTime::fromMSecsSinceEpoch(item.stored.saved);
        reported.lymphNode = finding && finding->role == StoredFinding::Role::ShortAxis;
        report.measurements.append(reported);
    }
    return report;
}

} // namespace Chartline::Ui::MeasureExport
