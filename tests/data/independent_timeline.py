#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Extracts what a timeline has to show of each patient, with Python's own parsers and without any of Chartline's code.

usage: independent_timeline.py FILE-OR-FOLDER…

Each argument is one source: a file, or a folder whose files belong together (a bulk export). Prints one JSON object:
{"patients": [{"source": ARGUMENT, "patient": ID, "facts": [{"type", "id", "kinds": [KIND, …], "start", "end", "codes": [[SYSTEM, CODE], …],
"status": [WORD, …]}]}]}. "codes" are all that the source gives for the statement, "status" all words that may stand for its state.

The rules, read from the FHIR specification's pages for DSTU2, STU3 and R4 with one row for each
statement: the date is that of the event; where the source gives none, that of the recording.
"""
import json
import os
import sys
import xml.etree.ElementTree as tree

FHIR = "{http://hl7.org/fhir}"
KINDS = {
    "Condition": "condition",
    "AllergyIntolerance": "allergy",
    "MedicationRequest": "medication",
    "MedicationOrder": "medication",
    "MedicationStatement": "medication",
    "MedicationDispense": "medication",
    "MedicationAdministration": "medication",
    "Observation": None,  # by category
    "DiagnosticReport": "report",
    "DocumentReference": "document",
    "Composition": "document",
    "Procedure": "procedure",
    "Immunization": "immunization",
    "Encounter": "encounter",
    "ImagingStudy": "imaging",
    "CarePlan": "care-plan",
    "CareTeam": "care-plan",
    "Goal": "care-plan",
    "ServiceRequest": "referral",
    "FamilyMemberHistory": "family-history",
    "Device": "device",
    "DeviceUseStatement": "device",
    "Consent": "consent",
    "Coverage": "other",
    "Flag": "other",
    "QuestionnaireResponse": "other",
    "Specimen": "other",
}
CATEGORIES = {"vital-signs": "vital", "social-history": "social-history", "laboratory": "result"}


def from_xml(element):
    """The JSON form of an XML element: every element a list, as the names do not say which repeat."""
    children = [c for c in element if c.tag.startswith(FHIR)]
    if not children and "value" in element.attrib:
        return element.attrib["value"]
    result = {}
    if "id" in element.attrib:
        result["id"] = element.attrib["id"]
    if "value" in element.attrib:
        result["value"] = element.attrib["value"]
    for child in children:
        result.setdefault(child.tag[len(FHIR):], []).append(from_xml(child))
    return result


def resource_from_xml(element):
    result = from_xml(element)
    result["resourceType"] = element.tag[len(FHIR):]
    return result


def entries(path):
    """(fullUrl, resource) of each entry or line of one file."""
    with open(path, "rb") as stream:
        data = stream.read()
    if path.endswith(".ndjson"):
        for line in data.decode("utf-8-sig").splitlines():
            if line.strip():
                yield "", json.loads(line)
        return
    if data.lstrip().startswith(b"<"):
        for entry in tree.fromstring(data).findall(FHIR + "entry"):
            url = entry.find(FHIR + "fullUrl")
            for resource in entry.findall(FHIR + "resource/*"):
                yield (url.attrib["value"] if url is not None else ""), resource_from_xml(resource)
        return
    root = json.loads(data.decode("utf-8-sig"))
    if root.get("resourceType") != "Bundle":
        yield "", root
        return
    for entry in root.get("entry", []):
        if isinstance(entry.get("resource"), dict):
            yield entry.get("fullUrl", ""), entry["resource"]


def each(value, *path):
    """All values at a path; lists are walked through."""
    if isinstance(value, list):
        for item in value:
            yield from each(item, *path)
    elif not path:
        if value is not None:
            yield value
    elif isinstance(value, dict) and path[0] in value:
        yield from each(value[path[0]], *path[1:])


def first(value, *paths):
    for path in paths:
        for found in each(value, *path.split(".")):
            if isinstance(found, dict) and "value" in found:
                found = found["value"]
            if isinstance(found, str) and found:
                return found
    return ""


def period(resource, stem):
    """(start, end) of a choice of date and time, instant or period."""
    point = first(resource, stem + "DateTime", stem + "Instant", stem + "Date")
    if point:
        return point, ""
    return first(resource, stem + "Period.start"), first(resource, stem + "Period.end")


def codings(*concepts):
    found = []
    for concept in concepts:
        for coding in each(concept, "coding"):
            code = first(coding, "code").strip()
            if code:
                found.append([first(coding, "system"), code])
    return found


def words(value):
    """A status as a word or as a coded concept; spaces around it, which some systems send, are not part of it."""
    return [v.strip() for v in list(each(value)) + [first(c, "code") for c in each(value, "coding")] if isinstance(v, str) and v]


def is_true(resource, name):
    return first(resource, name) == "true" or any(value is True for value in each(resource, name))


def denial(resource):
    """The status word of a drug not taken, not given or not handed out. Older FHIR versions say so by a yes or no
    beside a status such as "completed"; read alone, that status would tell the opposite, so the denial replaces it."""
    kind, status = resource["resourceType"], words(resource.get("status"))
    if "entered-in-error" in status:
        return ""
    if kind == "MedicationStatement" and (first(resource, "taken") == "n" or is_true(resource, "wasNotTaken") or any(
            code.startswith("not-taking") for _, code in codings(*each(resource, "adherence", "code")))):
        return "not-taken"
    if kind == "MedicationAdministration" and (is_true(resource, "notGiven") or is_true(resource, "wasNotGiven")):
        return "not-done"
    if kind == "MedicationDispense" and (is_true(resource, "notDone") or "cancelled" in status):
        return "declined"
    return ""


def when(resource):
    kind = resource["resourceType"]
    bounds = lambda name: (first(resource, name + ".timing.repeat.boundsPeriod.start"), first(resource, name + ".timing.repeat.boundsPeriod.end"))
    if kind == "Observation" or kind == "DiagnosticReport":
        start, end = period(resource, "effective")
        return start or ("" if end else first(resource, "issued")), end
    if kind == "Condition":
        start = first(resource, "onsetDateTime", "onsetPeriod.start") or first(resource, "recordedDate", "dateRecorded", "assertedDate")
        return start, first(resource, "abatementDateTime", "abatementPeriod.end", "abatementPeriod.start")
    if kind == "AllergyIntolerance":
        return first(resource, "onsetDateTime", "onsetPeriod.start", "onset") or first(resource, "recordedDate", "assertedDate"), first(resource, "onsetPeriod.end")
    if kind in ("MedicationRequest", "MedicationOrder"):
        start, end = bounds("dosageInstruction")
        return first(resource, "authoredOn", "dateWritten") or start or first(resource, "dispenseRequest.validityPeriod.start"), None
    if kind == "MedicationStatement":
        start, end = period(resource, "effective")
        if not start and not end:
            start, end = bounds("dosage")
        return start or ("" if end else first(resource, "dateAsserted")), end
    if kind == "MedicationDispense":
        return first(resource, "whenHandedOver", "whenPrepared"), ""
    if kind == "MedicationAdministration":
        return period(resource, "effective" if any(k.startswith("effective") and not k.startswith("effectiveTime") for k in resource) else "effectiveTime")
    if kind == "Procedure":
        start, end = period(resource, "performed")
        return start or ("" if end else first(resource, "recorded")), end
    if kind == "Immunization":
        return first(resource, "occurrenceDateTime", "date") or first(resource, "recorded"), ""
    if kind == "Encounter":
        return first(resource, "period.start"), first(resource, "period.end")
    if kind == "ImagingStudy":
        return first(resource, "started"), ""
    if kind == "CarePlan":
        return first(resource, "period.start") or first(resource, "created", "modified"), first(resource, "period.end")
    if kind == "Goal":
        return first(resource, "startDate") or first(resource, "statusDate"), None
    if kind == "ServiceRequest":
        return first(resource, "authoredOn") or period(resource, "occurrence")[0], None
    if kind == "DocumentReference":
        return first(resource, "date", "created", "indexed"), ""
    if kind in ("Composition", "FamilyMemberHistory"):
        return first(resource, "date"), ""
    if kind == "QuestionnaireResponse":
        return first(resource, "authored"), ""
    if kind == "DeviceUseStatement":
        start, end = period(resource, "timing")
        return start or first(resource, "recordedOn"), end
    if kind == "Consent":
        return first(resource, "dateTime", "period.start", "provision.period.start"), first(resource, "period.end", "provision.period.end")
    if kind == "Specimen":
        start, end = period(resource.get("collection", {}), "collected")
        return start or first(resource, "receivedTime"), end
    if kind in ("CareTeam", "Coverage", "Flag"):
        return first(resource, "period.start"), first(resource, "period.end")
    return "", ""  # Device: when it was made is no date of the person's


def kind_of(resource):
    kind = KINDS[resource["resourceType"]]
    if kind:
        return [kind]
    found = {CATEGORIES[code] for _, code in codings(*each(resource, "category")) if code in CATEGORIES}
    return sorted(found) or sorted(set(CATEGORIES.values()))  # without a category, it depends on what the code means


def code_of(resource, resolve):
    name = {"AllergyIntolerance": ("code", "substance"), "Immunization": ("vaccineCode",), "Encounter": ("type",), "DocumentReference": ("type",),
            "Composition": ("type",), "CarePlan": ("category",), "CareTeam": ("category",), "Goal": ("description",), "Device": ("type",),
            "Consent": ("category",), "Coverage": ("type",), "Specimen": ("type",), "ImagingStudy": ("procedureCode",)}.get(resource["resourceType"], ("code",))
    if resource["resourceType"].startswith("Medication"):
        found = codings(*each(resource, "medicationCodeableConcept"))
        reference = first(resource, "medicationReference.reference")
        if reference.startswith("#"):
            for inner in each(resource, "contained"):
                inner = inner.get("Medication", [inner])[0] if "Medication" in inner else inner
                if inner.get("id") in (reference[1:], [reference[1:]]):
                    found += codings(*each(inner, "code"))
        elif reference:
            found += codings(*each(resolve(reference), "code"))
        return found
    if resource["resourceType"] == "FamilyMemberHistory":
        return codings(*each(resource, "condition", "code"))
    return [c for n in name for c in codings(*each(resource, n))]


def id_of(url, resource):
    return first(resource, "id") or url.rsplit("/", 1)[-1].rsplit(":", 1)[-1]


def extract(source):
    paths = [source]
    if os.path.isdir(source):
        paths = sorted(os.path.join(source, n) for n in os.listdir(source) if n.endswith(("json", "xml")))
    resources = [item for path in paths for item in entries(path) if "resourceType" in item[1]]
    names = {}
    for url, resource in resources:
        names[resource["resourceType"] + "/" + id_of(url, resource)] = (url, resource)
        if url:
            names[url] = (url, resource)

    def resolve(reference):
        found = names.get(reference) or names.get("/".join(reference.split("/")[-2:]))
        return found[1] if found else {}

    patients = {}
    for url, resource in resources:
        if resource["resourceType"] == "Patient":
            patients[id_of(url, resource)] = []
    seen = set()
    for url, resource in resources:
        if resource["resourceType"] not in KINDS:
            continue
        owner = resolve(first(resource, "subject.reference", "patient.reference", "beneficiary.reference"))
        if owner.get("resourceType") != "Patient":
            continue
        patient = next(k for k in patients if names.get("Patient/" + k, (None, None))[1] is owner)
        key = (resource["resourceType"], id_of(url, resource))
        if key in seen:
            continue
        seen.add(key)
        start, end = when(resource)
        status = words(resource.get("status")) + words(resource.get("clinicalStatus")) + words(resource.get("verificationStatus")) \
            + words(resource.get("lifecycleStatus")) + words(resource.get("docStatus"))
        patients[patient].append({"type": key[0], "id": key[1], "kinds": kind_of(resource), "start": start, "end": end,
                                  "codes": code_of(resource, resolve), "status": [denial(resource)] if denial(resource) else status})
    return [{"source": source, "patient": patient, "facts": facts} for patient, facts in patients.items()]


def main(sources):
    json.dump({"patients": [p for source in sources for p in extract(source)]}, sys.stdout, indent=1)


if __name__ == "__main__":
    main(sys.argv[1:])
