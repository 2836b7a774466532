# SPDX-License-Identifier: Apache-2.0
"""Builds FHIR R4 resources for one patient at one source, with ids, references and codes."""

import base64
import datetime as dt
import html
import uuid

from .codes import CODES, LABS, SYSTEMS

HL7 = "http://terminology.hl7.org/CodeSystem/"
NATIONAL_ID = "https://national-id.example/person"
UID_SPACE = uuid.UUID("6f2b7c3e-5d1a-4b59-9a53-0c1e8f7d2a10")


def last_sunday(year, month):
    day = dt.date(year, month, 31)
    return day - dt.timedelta(days=(day.weekday() + 1) % 7)


def offset(day):
    """Central European time: summer time from the last Sunday of March to the last of October.

    The rule with these two ends holds from 1996; earlier years ended in September. Times of day in
    the records are all after 03:00, so the day alone decides.
    """
    end = last_sunday(day.year, 10)
    if day.year < 1996:
        end = dt.date(day.year, 9, 30)
        end -= dt.timedelta(days=(end.weekday() + 1) % 7)
    return "+02:00" if last_sunday(day.year, 3) <= day < end else "+01:00"


def when(text):
    """'2019-08-30 14:20' becomes an instant with its zone; partial dates stay as they are."""
    if text is None or " " not in text:
        return text
    day, clock = text.split(" ")
    return f"{day}T{clock}:00{offset(dt.date.fromisoformat(day))}"


def concept(name, text=None):
    """A CodeableConcept from the table of codes; an unknown name is a programming error."""
    system, code, display = CODES[name]
    return {"coding": [{"system": SYSTEMS[system], "code": code, "display": display}], "text": text or display}


def terms(system, code, display=None):
    coding = {"system": HL7 + system, "code": code}
    if display:
        coding["display"] = display
    return {"coding": [coding]}


def quantity(value, unit, code):
    return {"value": value, "unit": unit, "system": SYSTEMS["ucum"], "code": code}


def period(start, end=None):
    return {key: when(text) for key, text in (("start", start), ("end", end)) if text}


def narrative(text):
    return {"status": "generated",
            "div": '<div xmlns="http://www.w3.org/1999/xhtml">' + "".join(
                f"<p>{html.escape(line)}</p>" for line in text.strip().splitlines()) + "</div>"}


def encoded(text):
    return base64.b64encode((text.strip() + "\n").encode()).decode()


def dicom_uid(*parts):
    """A reproducible UID under 2.25, the root for UUID-derived UIDs (DICOM PS3.5 B.2)."""
    return f"2.25.{uuid.uuid5(UID_SPACE, '/'.join(parts)).int}"


class Source:
    """A system that holds records: its FHIR base, its organization and its people."""

    def __init__(self, slug, name, phone, city, people):
        self.slug = slug
        self.base = f"https://{slug}.example/fhir"
        self.name = name
        self.organization = {
            "resourceType": "Organization", "id": slug, "active": True,
            "identifier": [{"system": f"https://{slug}.example/organization", "value": slug}],
            "name": name, "telecom": [{"system": "phone", "value": phone}],
            "address": [{"city": city, "country": "NW"}]}
        self.people = {key: self._practitioner(key, *person) for key, person in people.items()}

    @staticmethod
    def _practitioner(key, prefix, given, family, role):
        return {"resourceType": "Practitioner", "id": key,
                "name": [{"family": family, "given": [given], "prefix": [prefix]}],
                "qualification": [{"code": {"text": role}}]}


class Record:
    """Everything one source knows about one patient. Every method returns a relative reference."""

    def __init__(self, source, slug, bundle_type="collection"):
        self.source, self.slug, self.bundle_type = source, slug, bundle_type
        self.resources = []
        self._counts, self._used_people = {}, []
        self.patient_ref = f"Patient/{slug}"
        self.org_ref = f"Organization/{source.slug}"

    # --- plumbing -------------------------------------------------------------------------------

    def add(self, kind, body, ident=None):
        number = self._counts[kind] = self._counts.get(kind, 0) + 1
        ident = ident or f"{self.slug}-{kind.lower()[:12]}-{number:03d}"
        resource = {"resourceType": kind, "id": ident}
        resource.update((key, value) for key, value in body.items() if value not in (None, [], {}))
        self.resources.append(resource)
        return f"{kind}/{ident}"

    def find(self, ref):
        kind, ident = ref.split("/")
        return next(r for r in self.all_resources() if r["resourceType"] == kind and r["id"] == ident)

    def person(self, key):
        if key not in self._used_people:
            self._used_people.append(key)
        name = self.source.people[key]["name"][0]
        return {"reference": f"Practitioner/{key}", "display": f"{name['prefix'][0]} {name['given'][0]} {name['family']}"}

    def subject(self):
        return {"reference": self.patient_ref}

    def all_resources(self):
        people = [self.source.people[key] for key in self._used_people]
        return self.resources[:1] + [self.source.organization] + people + self.resources[1:]

    # --- who ------------------------------------------------------------------------------------

    def patient(self, national, mrn, name, gender, born, address, phone, gp=None, **more):
        usage = dict({"use": "official"}, **name)
        body = {
            "meta": {"lastUpdated": when("2026-11-16 17:45"), "source": f"{self.source.base}/{self.org_ref}"},
            "identifier": [
                {"use": "official", "system": NATIONAL_ID, "value": national},
                {"use": "usual", "type": terms("v2-0203", "MR", "Medical record number"),
                 "system": f"https://{self.source.slug}.example/mrn", "value": mrn}],
            "active": True, "name": [usage], "telecom": [{"system": "phone", "value": phone, "use": "home"}],
            "gender": gender, "birthDate": born, "address": [address],
            "generalPractitioner": [self.person(gp)] if gp else None,
            "managingOrganization": {"reference": self.org_ref, "display": self.source.name}}
        body.update(more)
        return self.add("Patient", body, self.slug)

    # --- problems, allergies, family ------------------------------------------------------------

    def condition(self, code, onset, recorded=None, by=None, status="active", verification="confirmed",
                  abated=None, text=None, note=None, category="problem-list-item", **more):
        body = {}
        if verification != "entered-in-error" and status:
            body["clinicalStatus"] = terms("condition-clinical", status)
        body["verificationStatus"] = terms("condition-ver-status", verification)
        body["category"] = [terms("condition-category", category)]
        body.update(code=concept(code, text), subject=self.subject(), onsetDateTime=when(onset),
                    abatementDateTime=when(abated), recordedDate=when(recorded),
                    recorder=self.person(by) if by else None, note=[{"text": note}] if note else None, **more)
        return self.add("Condition", body)

    def allergy(self, code, onset=None, kind="allergy", category="medication", criticality=None, reactions=(),
                recorded=None, by=None, text=None, note=None, verification="confirmed"):
        return self.add("AllergyIntolerance", {
            "clinicalStatus": terms("allergyintolerance-clinical", "active"),
            "verificationStatus": terms("allergyintolerance-verification", verification),
            "type": None if code.startswith("no-") else kind, "category": [category] if category else None, "criticality": criticality,
            "code": concept(code, text), "patient": self.subject(), "onsetDateTime": when(onset),
            "recordedDate": when(recorded), "recorder": self.person(by) if by else None,
            "note": [{"text": note}] if note else None,
            "reaction": [{"manifestation": [concept(name)], "severity": severity} for name, severity in reactions]})

    def family(self, relation, display, conditions, date, sex=None, died_at=None):
        items = [{"code": concept(code), "onsetAge": quantity(age, "years", "a")} for code, age in conditions]
        return self.add("FamilyMemberHistory", {
            "status": "completed", "patient": self.subject(), "date": date,
            "relationship": {"coding": [{"system": HL7 + "v3-RoleCode", "code": relation, "display": display}]},
            "sex": {"coding": [{"system": "http://hl7.org/fhir/administrative-gender", "code": sex}]} if sex else None,
            "deceasedAge": quantity(died_at, "years", "a") if died_at else None, "condition": items})

    # --- medications ----------------------------------------------------------------------------

    def med(self, code, start, dose, by=None, status="active", end=None, text=None, reason=None, note=None,
            encounter=None, never=False, stop_reason=None, as_resource=False, contained=False, repeats=None):
        """A MedicationRequest. R4 has no plain end date: bounds of the dosage and validity both carry start and end."""
        body = {"status": status, "intent": "order"}
        if stop_reason:
            body["statusReason"] = {"text": stop_reason}
        if never:
            body["doNotPerform"] = True
        if as_resource:
            ref = self.add("Medication", {"code": concept(code, text)})
            body["medicationReference"] = {"reference": ref, "display": text or CODES[code][2]}
        elif contained:
            body["contained"] = [{"resourceType": "Medication", "id": "med", "code": concept(code, text)}]
            body["medicationReference"] = {"reference": "#med"}
        else:
            body["medicationCodeableConcept"] = concept(code, text)
        span = period(start.split(" ")[0], end)
        dosage = {"text": dose, "timing": {"repeat": {"boundsPeriod": span}}} if dose else None
        if dosage and repeats:
            count, amount, unit, ucum = repeats
            dosage["timing"]["repeat"].update(frequency=count, period=1, periodUnit="d")
            dosage["doseAndRate"] = [{"doseQuantity": quantity(amount, unit, ucum)}]
        body.update(subject=self.subject(), encounter={"reference": encounter} if encounter else None,
                    authoredOn=when(start), requester=self.person(by) if by else None,
                    reasonCode=[concept(reason)] if reason else None, note=[{"text": note}] if note else None,
                    dosageInstruction=[dosage] if dosage else None)
        if not never:
            body["dispenseRequest"] = {"validityPeriod": span}
        return self.add("MedicationRequest", body)

    def statement(self, start, dose, code=None, text=None, status="active", end=None, asserted=None, note=None,
                  based_on=None):
        return self.add("MedicationStatement", {
            "basedOn": [{"reference": based_on}] if based_on else None, "status": status,
            "medicationCodeableConcept": concept(code, text) if code else {"text": text},
            "subject": self.subject(), "effectivePeriod": period(start, end), "dateAsserted": when(asserted),
            "note": [{"text": note}] if note else None, "dosage": [{"text": dose}] if dose else None})

    def given(self, at, dose, amount, code=None, text=None, by=None, encounter=None, request=None):
        return self.add("MedicationAdministration", {
            "status": "completed", "medicationCodeableConcept": concept(code, text) if code else {"text": text},
            "subject": self.subject(), "context": {"reference": encounter} if encounter else None,
            "effectiveDateTime": when(at), "performer": [{"actor": self.person(by)}] if by else None,
            "request": {"reference": request} if request else None,
            "dosage": {"text": dose, "dose": quantity(*amount)}})

    # --- results --------------------------------------------------------------------------------

    def obs(self, name, at, value=None, low=None, high=None, status="final", by=None, encounter=None, note=None,
            absent=None, comparator=None, text=None):
        """One numeric result. Reference limits come from the table unless the caller narrows them."""
        loinc, display, unit, ucum, table_low, table_high, category = LABS[name]
        low, high = table_low if low is None else low, table_high if high is None else high
        body = {"status": status, "category": [terms("observation-category", category)],
                "code": {"coding": [{"system": SYSTEMS["loinc"], "code": loinc, "display": display}],
                         "text": text or name},
                "subject": self.subject(), "encounter": {"reference": encounter} if encounter else None,
                "effectiveDateTime": when(at), "performer": [self.person(by)] if by else [{"reference": self.org_ref}]}
        if absent:
            body["dataAbsentReason"] = terms("data-absent-reason", *absent)
        else:
            body["valueQuantity"] = quantity(value, unit, ucum)
            if comparator:
                body["valueQuantity"]["comparator"] = comparator
            flag = "H" if high is not None and value > high else "L" if low is not None and value < low else None
            if flag:
                body["interpretation"] = [terms("v3-ObservationInterpretation", flag, {"H": "High", "L": "Low"}[flag])]
        if category == "laboratory" and (low is not None or high is not None):
            limits = {}
            if low is not None:
                limits["low"] = quantity(low, unit, ucum)
            if high is not None:
                limits["high"] = quantity(high, unit, ucum)
            body["referenceRange"] = [limits]
        body["note"] = [{"text": note}] if note else None
        return self.add("Observation", body)

    def coded_obs(self, code, at, answer, category="laboratory", text=None, note=None, encounter=None, flag=None):
        value = {"text": answer} if answer not in CODES else concept(answer)
        return self.add("Observation", {
            "status": "final", "category": [terms("observation-category", category)], "code": concept(code, text),
            "subject": self.subject(), "encounter": {"reference": encounter} if encounter else None,
            "effectiveDateTime": when(at), "performer": [{"reference": self.org_ref}],
            "valueCodeableConcept": value,
            "interpretation": [terms("v3-ObservationInterpretation", *flag)] if flag else None,
            "note": [{"text": note}] if note else None})

    def blood_pressure(self, at, systolic, diastolic, by=None, encounter=None):
        def part(code, value):
            return {"code": concept(code), "valueQuantity": quantity(value, "mmHg", "mm[Hg]")}
        return self.add("Observation", {
            "status": "final", "category": [terms("observation-category", "vital-signs", "Vital Signs")],
            "code": concept("bp", "Blood pressure"), "subject": self.subject(),
            "encounter": {"reference": encounter} if encounter else None, "effectiveDateTime": when(at),
            "performer": [self.person(by)] if by else None,
            "component": [part("systolic", systolic), part("diastolic", diastolic)]})

    def report(self, code, at, results=(), conclusion=None, category="LAB", by=None, text=None, encounter=None,
               studies=(), letter=None, status="final"):
        body = {"status": status, "category": [terms("v2-0074", category)], "code": concept(code, text),
                "subject": self.subject(), "encounter": {"reference": encounter} if encounter else None,
                "effectiveDateTime": when(at), "issued": when(at) if " " in at else None,
                "performer": [self.person(by)] if by else [{"reference": self.org_ref}],
                "result": [{"reference": ref} for ref in results],
                "imagingStudy": [{"reference": ref} for ref in studies], "conclusion": conclusion}
        if letter:
            body["presentedForm"] = [{"contentType": "text/plain; charset=utf-8", "language": "en",
                                      "data": encoded(letter), "title": text or CODES[code][2]}]
        return self.add("DiagnosticReport", body)

    def imaging(self, key, modality, at, description, body_site, series, by=None, reason=None):
        """An ImagingStudy; `series` lists (description, number of images)."""
        uid = dicom_uid(self.source.slug, self.slug, key)
        dcm = {"system": "http://dicom.nema.org/resources/ontology/DCM", "code": modality}
        total = sum(count for _, count in series)
        site = concept(body_site)["coding"][0] if body_site else None
        items = []
        for number, (title, count) in enumerate(series, 1):
            item = {"uid": dicom_uid(self.source.slug, self.slug, key, str(number)), "number": number,
                    "modality": dcm, "description": title, "numberOfInstances": count}
            if site:
                item["bodySite"] = site
            items.append(item)
        return self.add("ImagingStudy", {
            "identifier": [{"system": "urn:dicom:uid", "value": f"urn:oid:{uid}"}], "status": "available",
            "modality": [dcm], "subject": self.subject(), "started": when(at),
            "interpreter": [self.person(by)] if by else None, "numberOfSeries": len(series),
            "numberOfInstances": total, "reasonCode": [concept(reason)] if reason else None,
            "description": description, "series": items})

    # --- what happened --------------------------------------------------------------------------

    def encounter(self, kind, start, end=None, reason=None, by=None, klass="AMB", text=None, service=None,
                  status="finished"):
        names = {"AMB": "ambulatory", "IMP": "inpatient encounter", "EMER": "emergency", "HH": "home health",
                 "VR": "virtual"}
        return self.add("Encounter", {
            "status": status, "class": {"system": HL7 + "v3-ActCode", "code": klass, "display": names[klass]},
            "type": [concept(kind, text)], "serviceType": {"text": service} if service else None,
            "subject": self.subject(), "participant": [{"individual": self.person(by)}] if by else None,
            "period": period(start, end), "reasonCode": [concept(reason) if reason in CODES else {"text": reason}]
            if reason else None, "serviceProvider": {"reference": self.org_ref}})

    def visit(self, day, clock, reason, by, kind="follow-up", minutes=15):
        start = dt.datetime.fromisoformat(f"{day} {clock}")
        end = start + dt.timedelta(minutes=minutes)
        return self.encounter(kind, f"{day} {clock}", end.strftime("%Y-%m-%d %H:%M"), reason, by)

    def procedure(self, code, at, by=None, text=None, end=None, reason=None, note=None, encounter=None,
                  site=None, status="completed"):
        body = {"status": status, "code": concept(code, text), "subject": self.subject(),
                "encounter": {"reference": encounter} if encounter else None}
        body.update({"performedPeriod": period(at, end)} if end else {"performedDateTime": when(at)})
        body.update(performer=[{"actor": self.person(by)}] if by else None,
                    reasonCode=[concept(reason)] if reason else None,
                    bodySite=[{"text": site}] if site else None, note=[{"text": note}] if note else None)
        return self.add("Procedure", body)

    def vaccine(self, code, at, by=None, dose=None, refused=None, note=None, lot=None):
        body = {"status": "not-done" if refused else "completed"}
        if refused:
            body["statusReason"] = {"coding": [{"system": HL7 + "v3-ActReason", "code": refused[0],
                                                "display": refused[1]}], "text": refused[2]}
        body.update(vaccineCode=concept(code), patient=self.subject(), occurrenceDateTime=when(at),
                    primarySource=True, lotNumber=lot,
                    performer=[{"actor": self.person(by)}] if by else None,
                    note=[{"text": note}] if note else None,
                    protocolApplied=[{"doseNumberPositiveInt": dose}] if dose else None)
        return self.add("Immunization", body)

    def document(self, code, at, title, text, by=None, encounter=None, as_binary=False, related=None):
        attachment = {"contentType": "text/plain; charset=utf-8", "language": "en", "title": title,
                      "creation": when(at)}
        if as_binary:
            ref = self.add("Binary", {"contentType": "text/plain; charset=utf-8", "data": encoded(text)})
            attachment["url"] = ref
        else:
            attachment["data"] = encoded(text)
        context = {}
        if encounter:
            context["encounter"] = [{"reference": encounter}]
        if related:
            context["related"] = [{"reference": related}]
        return self.add("DocumentReference", {
            "status": "current", "docStatus": "final", "type": concept(code), "subject": self.subject(),
            "date": when(at), "author": [self.person(by)] if by else None, "custodian": {"reference": self.org_ref},
            "description": title, "content": [{"attachment": attachment}], "context": context})

    def provenance(self, targets, at, by, activity="CREATE", text=None):
        return self.add("Provenance", {
            "target": [{"reference": ref} for ref in targets], "recorded": when(at),
            "activity": {"coding": [{"system": HL7 + "v3-DataOperation", "code": activity}], "text": text or activity.lower()},
            "agent": [{"type": terms("provenance-participant-type", "author", "Author"), "who": self.person(by),
                       "onBehalfOf": {"reference": self.org_ref}}]})

    def consent(self, at, start, end, by, text):
        return self.add("Consent", {
            "text": narrative(text), "status": "active",
            "scope": terms("consentscope", "patient-privacy", "Privacy Consent"),
            "category": [concept("consent-doc")], "patient": self.subject(), "dateTime": when(at),
            "performer": [self.subject()], "organization": [{"reference": self.org_ref}],
            "policyRule": {"coding": [{"system": HL7 + "v3-ActCode", "code": "OPTIN", "display": "opt-in"}]},
            "provision": {"type": "permit", "period": period(start, end),
                          "purpose": [{"system": HL7 + "v3-ActReason", "code": "TREAT", "display": "treatment"}]},
            "verification": [{"verified": True, "verifiedWith": self.subject(), "verificationDate": when(at)}]})
