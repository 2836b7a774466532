// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/Mappings.h"
#include "dicom/mapping/SopClasses.h"

#include <QSet>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype s_most = 10'000;

// Sequences whose Referenced SOP Instance UIDs are no instances in a record: studies, procedure steps, patients,
// requests, and what was merely looked at or came before.
bool isAside(Tag tag)
{
    return tag == Tags::referencedStudySequence || tag == Tags::referencedPerformedStepSequence
           || tag == Tags::referencedPatientSequence || tag == Tags::referencedRequestSequence
           || tag == Tags::otherEvidenceSequence || tag == Tags::predecessorDocumentsSequence;
}

class Collector
{
public:
    void collect(const Dataset &dataset, bool isStudy)
    {
        if (!isStudy)
            add(dataset.text(Tags::referencedSopInstance));
        for (const Element &element : dataset.elements()) {
            if (isAside(element.tag))
                continue;
            // An RT structure set names a study like an instance (PS3.3 C.8.8.5).
            for (const Dataset &item : element.items)
                collect(item, element.tag == Tags::rtReferencedStudySequence);
        }
    }
    [[nodiscard]] QStringList take() { return std::move(m_uids); }

private:
    void add(const QString &uid)
    {
        if (uid.isEmpty() || uid.size() > 64 || m_uids.size() >= s_most || m_known.contains(uid))
            return;
        m_known.insert(uid);
        m_uids.append(uid);
    }

    QStringList m_uids;
    QSet<QString> m_known;
};

} // namespace

QStringList referencedInstances(const Dataset &dataset, const QString &sopClass)
{
    if (!refersToInstances(sopClass))
        return {};
    Collector collector;
    collector.collect(dataset, false);
    return collector.take();
}

} // namespace Chartline::Dicom
