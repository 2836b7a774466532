// SPDX-License-Identifier: Apache-2.0
#include "dicom/mapping/DicomCodes.h"

#include <algorithm>
#include <array>

namespace Chartline::Dicom {

using namespace Qt::StringLiterals;

namespace {

struct Scheme
{
    QLatin1StringView designator;
    QLatin1StringView uri;
};
// PS3.16 table 8-1, and the same systems in FHIR (terminology.hl7.org, "Code Systems").
constexpr std::array s_schemes{
    Scheme{"SCT"_L1, "http://snomed.info/sct"_L1},
    Scheme{"LN"_L1, "http://loinc.org"_L1},
    Scheme{"DCM"_L1, "http://dicom.nema.org/resources/ontology/DCM"_L1},
    Scheme{"UCUM"_L1, "http://unitsofmeasure.org"_L1},
    Scheme{"RADLEX"_L1, "http://radlex.org"_L1},
    Scheme{"I10"_L1, "http://hl7.org/fhir/sid/icd-10"_L1},
    Scheme{"I10C"_L1, "http://hl7.org/fhir/sid/icd-10-cm"_L1},
    Scheme{"I9C"_L1, "http://hl7.org/fhir/sid/icd-9-cm"_L1},
    Scheme{"C4"_L1, "http://www.ama-assn.org/go/cpt"_L1},
    Scheme{"CPT4"_L1, "http://www.ama-assn.org/go/cpt"_L1},
    Scheme{"RXNORM"_L1, "http://www.nlm.nih.gov/research/umls/rxnorm"_L1},
    Scheme{"FMA"_L1, "http://purl.org/sig/fma"_L1},
    Scheme{"NCIt"_L1, "http://ncicb.nci.nih.gov/xml/owl/EVS/Thesaurus.owl"_L1},
};

QString systemOf(const Dataset &item)
{
    const QString designator = item.text(Tags::codingScheme);
    for (const Scheme &scheme : s_schemes) {
        if (designator == scheme.designator)
            return scheme.uri;
    }
    const QString uid = item.text(Tags::codingSchemeUid);
    return isUid(uid) ? u"urn:oid:"_s + uid : designator;
}

} // namespace

bool isUid(QStringView text)
{
    // PS3.5 9.1.
    return text.size() >= 3 && text.size() <= 64 && text.contains(u'.') && text.front() != u'.' && text.back() != u'.'
           && std::ranges::all_of(text, [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
}

QString asUri(const QString &text)
{
    return isUid(text) ? u"urn:oid:"_s + text : text;
}

Clinical::Coding codingOf(const Dataset &item)
{
    Clinical::Coding coding;
    coding.code = item.text(Tags::codeValue);
    if (coding.code.isEmpty())
        coding.code = item.text(Tags::longCodeValue);
    if (coding.code.isEmpty())
        coding.code = item.text(Tags::urnCodeValue);
    coding.display = item.text(Tags::codeMeaning);
    if (!coding.code.isEmpty())
        coding.system = systemOf(item);
    return coding;
}

Clinical::CodeableConcept conceptOf(const Dataset &dataset, Tag sequence)
{
    Clinical::CodeableConcept result;
    if (Clinical::Coding coding = codingOf(dataset.item(sequence)); !coding.isEmpty())
        result.codings.append(std::move(coding));
    return result;
}

QString codeLabel(const Dataset &item)
{
    const Clinical::Coding coding = codingOf(item);
    return coding.display.isEmpty() ? coding.code : coding.display;
}

QString unitLabel(const Dataset &item)
{
    const Clinical::Coding coding = codingOf(item);
    const bool isPlain = std::ranges::all_of(coding.code, [](QChar c) {
        return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'/' || c == u'%' || c == u'.' || c == u'-';
    });
    // UCUM's unity, and its annotations ("{ratio}"), which are no units.
    if (coding.code == "1"_L1 || coding.display.compare("no units"_L1, Qt::CaseInsensitive) == 0)
        return {};
    if (isPlain && !coding.code.isEmpty() && item.text(Tags::codingScheme) == "UCUM"_L1)
        return coding.code;
    return coding.display.isEmpty() ? coding.code : coding.display;
}

} // namespace Chartline::Dicom
