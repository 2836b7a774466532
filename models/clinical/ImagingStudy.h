// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/Common.h"

namespace Chartline::Clinical {

struct ImagingSeries
{
    QString uid;
    QString number;
    Coding modality;
    QString description;
    QString bodySite;
    QString laterality;
    PartialDate started;
    int numberOfInstances = 0;
    [[nodiscard]] QString label() const;
    bool operator==(const ImagingSeries &) const = default;
};

// A DICOM study as a server describes it.
struct ImagingStudy : Common
{
    QString status;
    QString studyInstanceUid; // without urn:oid:
    QList<QString> accessionNumbers;
    QList<Coding> modalities;
    PartialDate started;
    QString description;
    QList<Reference> referrers;
    QList<CodeableConcept> procedures;
    QList<CodeableConcept> reasons;
    QList<ImagingSeries> series;
    int numberOfSeries = 0;
    int numberOfInstances = 0;
    QList<Reference> endpoints;

    [[nodiscard]] FactDraft toFact() const;
    // What FactDraft::sameAs says for a study: its UID is the same wherever it is told.
    [[nodiscard]] static QString sameAs(const QString &studyInstanceUid);
    // Calls v(name, member) for each field, in reading order.
    template<typename V>
    void visit(V &&v) const
    {
        visitCommonHead(v);
        v("status", status);
        v("studyInstanceUid", studyInstanceUid);
        v("accessionNumbers", accessionNumbers);
        v("modalities", modalities);
        v("started", started);
        v("description", description);
        v("referrers", referrers);
        v("procedures", procedures);
        v("reasons", reasons);
        v("series", series);
        v("numberOfSeries", numberOfSeries);
        v("numberOfInstances", numberOfInstances);
        v("endpoints", endpoints);
        visitCommonTail(v);
    }
    bool operator==(const ImagingStudy &) const = default;
};

} // namespace Chartline::Clinical
