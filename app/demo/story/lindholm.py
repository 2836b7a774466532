# SPDX-License-Identifier: Apache-2.0
"""First life: Emeka Lindholm, born 1957, retired ferry engineer.

Type 2 diabetes, kidney function falling over twelve years, atrial fibrillation on warfarin, a lung nodule
followed by CT, and, this November, fluconazole from a clinic that did not know about the warfarin.
"""

import random

from . import lindholm_letters as letters
from .builder import Record, period, when
from .sources import city_practice, lakeside, st_mary
from .trends import egfr, on_curve, visit_days

BORN = "1957-03-09"
NATIONAL = "NW-570309-4417"
ADDRESS = {"use": "home", "line": ["14 Lighthouse Steps"], "city": "Harbourfield", "postalCode": "HF2 0DA", "country": "NW"}
CREATININE = [("2014-05-20", 1.02), ("2017-05-01", 1.16), ("2020-03-01", 1.40), ("2021-06-01", 1.46),
              ("2023-03-01", 1.66), ("2025-03-01", 1.76), ("2026-10-29", 1.91)]
HBA1C = [("2014-05-20", 8.4), ("2015-02-01", 6.9), ("2016-02-05", 8.1), ("2017-02-01", 7.1), ("2019-06-01", 7.4),
         ("2020-12-01", 8.3), ("2022-03-01", 7.6), ("2023-03-01", 8.0), ("2024-03-01", 7.0), ("2025-06-01", 7.3),
         ("2026-10-29", 7.9)]


def identities():
    city = Record(city_practice(), "lindholm")
    mary = Record(st_mary(), "lindholm", "searchset")
    lake = Record(lakeside(), "lindholm")
    city.patient(NATIONAL, "CFP-10482", {"family": "Lindholm", "given": ["Emeka", "Tobias"]}, "male", BORN, ADDRESS,
                 "+00 5550 4417", "gp-whitlock",
                 maritalStatus={"text": "Married"}, communication=[{"language": {"text": "English"}, "preferred": True}])
    mary.patient(NATIONAL, "SM-0093371", {"family": "Lindholm", "given": ["Emeka", "T."]}, "male", BORN,
                 dict(ADDRESS, line=["14 Lighthouse St."]), "+00 5550 4417")
    lake.patient(NATIONAL, "LIC-55120", {"family": "LINDHOLM", "given": ["EMEKA"]}, "male", BORN,
                 {"city": "Harbourfield"}, "+00 5550 9021")
    return city, mary, lake


def problems(city, mary):
    gp, cardio = "gp-whitlock", "cardio-kowalczuk"
    city.condition("hypertension", "2009", "2014-05-20 09:10", gp)
    city.condition("t2dm", "2014-05-20", "2014-05-20 09:10", gp, note="HbA1c 8.4 % at the health check, no symptoms.")
    mary.condition("t2dm", "2013", "2016-02-04 15:20", "med-marlowe", note="Year of onset as told by the patient.")
    city.condition("hyperlipidaemia", "2011", "2014-05-20 09:12", gp)
    city.condition("gout", "2018-03", "2018-03-19 11:40", "gp-petrosyan", text="Gout, left big toe")
    af = city.condition("af", "2019-09-02", "2019-09-05 10:00", gp, note="Date of the first letter from the hospital.")
    mary_af = mary.condition("af", "2019-08-30", "2019-08-30 06:40", cardio, text="Atrial fibrillation, persistent since 2024")
    city.condition("ckd3a", "2020-03-10", "2020-03-12 12:00", gp, status="inactive", abated="2023-03-14",
                   note="Replaced by stage 3B.")
    city.condition("ckd3b", "2023-03-14", "2023-03-16 12:30", gp, text="CKD stage 3b, A2")
    mary.condition("ckd3b", "2022", "2024-09-16 13:00", "med-marlowe")
    city.condition("retinopathy", "2022-05-17", "2022-05-17 15:00", "nurse-takahashi", text="Background diabetic retinopathy, both eyes")
    city.condition("nodule", "2024-03-06", "2024-03-08 09:00", gp, text="Lung nodule, right upper lobe, under surveillance")
    mary.condition("nodule", "2024-03", "2024-09-17 10:00", "resp-achterberg", text="Solitary pulmonary nodule RUL")
    mary.condition("pneumonia", "2016-02-01", "2016-02-04 16:00", "med-marlowe", status="resolved", abated="2016-03",
                   category="encounter-diagnosis")
    mary.condition("pe", "2024-09-16", "2024-09-16 11:30", "med-marlowe", status=None, verification="refuted",
                   category="encounter-diagnosis", note="Excluded by CT of the pulmonary arteries.")
    city.condition("bronchitis", "2026-10-08", "2026-10-08 10:20", "gp-petrosyan", status="resolved", abated="2026-10-20")
    city.condition("thrush", "2026-10-14", "2026-10-29 08:40", gp)
    city.condition("hypothyroidism", "2026-07", "2026-07-24 09:00", gp, verification="provisional",
                   text="Raised TSH on amiodarone", note="Free T4 normal. Repeat three months after stopping.")
    city.allergy("penicillin", "1983", criticality="high", reactions=[("anaphylaxis", "severe")],
                 recorded="2014-05-20 09:15", by=gp, note="Collapse ten minutes after an injection in military service.")
    mary.allergy("penicillin", "1983", criticality="high", reactions=[("anaphylaxis", "severe"), ("hives", "moderate")],
                 recorded="2016-02-04 15:30", by="med-marlowe")
    city.allergy("codeine", "2006", kind="intolerance", criticality="low", reactions=[("nausea", "mild"), ("vomiting", "moderate")],
                 recorded="2014-05-20 09:16", by=gp)
    mary.provenance([mary_af], "2019-08-30 06:45", cardio, text="Entered in the emergency department")
    city.provenance([af], "2019-09-05 10:05", gp, text="Transcribed from the discharge summary")


def medications(city, mary):
    gp, cardio = "gp-whitlock", "cardio-kowalczuk"
    city.med("metformin-500", "2014-05-27", "1 tablet twice daily with meals", gp, "stopped", "2016-03-01", reason="t2dm",
             stop_reason="Dose increased", repeats=(2, 1, "tablet", "{tbl}"))
    city.med("metformin-1000", "2016-03-01", "1 tablet twice daily with meals", gp, reason="t2dm",
             repeats=(2, 1, "tablet", "{tbl}"))
    mary.med("metformin-500", "2026-07-20", "1 tablet twice daily", cardio, reason="t2dm", note="Advised: eGFR 39.")
    city.med("ramipril-10", "2009", "1 capsule in the morning", gp, reason="hypertension", repeats=(1, 1, "capsule", "{capsule}"))
    city.med("amlodipine-5", "2012-10", "1 tablet in the morning", gp, reason="hypertension")
    city.med("simvastatin-40", "2011-04", "1 tablet at night", gp, "stopped", "2024-09-16", reason="hyperlipidaemia",
             stop_reason="Interaction with amiodarone")
    mary.med("atorvastatin-20", "2024-09-16", "1 tablet at night", cardio, reason="hyperlipidaemia", as_resource=True)
    city.med("atorvastatin-20", "2024-09-30", "1 tablet at night", gp, reason="hyperlipidaemia")
    city.med("allopurinol-100", "2018-05-02", "1 tablet daily", "gp-petrosyan", reason="gout")
    warfarin = mary.med("warfarin-5", "2019-09-01", "By INR, target 2.0-3.0; usually 1 tablet daily", cardio, reason="af",
                        repeats=(1, 5, "mg", "mg"))
    mary.provenance([warfarin], "2019-09-03 11:00", cardio)
    city.med("warfarin-5", "2019-09-20", "By INR, target 2.0-3.0", gp, reason="af", note="Warfarin clinic, Ms. Takahashi-Reed.")
    mary.med("bisoprolol-5", "2019-08-31", "1 tablet in the morning", cardio, reason="af")
    city.med("bisoprolol-5", "2019-09-20", "1 tablet in the morning", gp, reason="af", repeats=(1, 5, "mg", "mg"))
    mary.med("amiodarone-200", "2024-09-16", "200 mg three times daily for 1 week, twice daily for 1 week, then daily", cardio,
             "stopped", "2026-07-20", reason="af", stop_reason="Rhythm control given up; TSH rising")
    city.med("empagliflozin-10", "2023-04-04", "1 tablet in the morning", gp, reason="ckd3b",
             note="For kidney protection. Sick-day rules given.")
    city.med("omeprazole-20", "2019-10-08", "1 capsule in the morning before breakfast", gp, contained=True)
    mary.med("doxycycline-100", "2016-02-04", "1 capsule twice daily", "med-marlowe", "completed", "2016-02-13", reason="pneumonia")
    city.med("doxycycline-100", "2026-10-08", "2 capsules on day one, then 1 daily for 6 days", "gp-petrosyan", "completed",
             "2026-10-14", reason="bronchitis")
    fluconazole = mary.med("fluconazole-100", "2026-11-02", "1 tablet once daily for 21 days", "ent-thorvaldsen",
                           end="2026-11-23", reason="thrush", repeats=(1, 100, "mg", "mg"))
    mary.provenance([fluconazole], "2026-11-02 11:20", "ent-thorvaldsen")
    city.statement("2026-11-02", "100 mg once daily", "fluconazole-100", asserted="2026-11-16 08:50",
                   note="Box brought by the patient; prescribed by the ENT clinic.")
    city.statement("2026-06", "15 drops at night", text="Night-Ease herbal sleep drops", asserted="2026-11-16 08:52",
                   note="From the market. Ingredients not on the label.")
    city.statement("2017", "400 mg when the toe hurts", "ibuprofen-in", status="stopped", end="2019-09-03",
                   asserted="2019-09-05 10:10", note="Bought without prescription.")
    city.med("ibuprofen-in", "2019-09-05 10:12", None, gp, text="No NSAIDs (ibuprofen, naproxen, diclofenac ...)", never=True,
             note="Warfarin and reduced kidney function. Acetaminophen instead.")
    city.med("acetaminophen-500", "2019-09-05", "1-2 tablets when needed, at most 6 a day", gp)


def blood_tests(city, mary, rng):
    """Practice laboratory: four draws a year since the diagnosis, more panels once a year."""
    for number, day in enumerate(visit_days("2014-05-20", "2026-10-29", 118, rng)):
        at = f"{day} 08:{rng.randint(5, 50):02d}"
        creatinine = on_curve(CREATININE, day, rng, 0.025, 2)
        basic = [city.obs("HbA1c", at, on_curve(HBA1C, day, rng, 0.015, 1)), city.obs("Creatinine", at, creatinine),
                 city.obs("eGFR", at, egfr(creatinine, BORN, day, female=False))]
        if number % 2 == 0:
            basic.append(city.obs("Potassium", at, on_curve([("2014-05-20", 4.3), ("2026-10-29", 4.9)], day, rng, 0.04, 1)))
        if number % 3 == 0:
            city.report("lab-report", at, basic, text="Diabetes and kidney check")
        if number % 3 == 1:
            yearly(city, at, day, rng)


def yearly(city, at, day, rng):
    ldl = on_curve([("2014-05-20", 128), ("2016-01-01", 96), ("2024-08-01", 92), ("2025-01-01", 78)], day, rng, 0.05, 0)
    hdl = on_curve([("2014-05-20", 38), ("2026-01-01", 44)], day, rng, 0.04, 0)
    fat = on_curve([("2014-05-20", 210), ("2017-01-01", 165), ("2026-01-01", 150)], day, rng, 0.08, 0)
    lipids = [city.obs("Cholesterol", at, ldl + hdl + fat // 5), city.obs("LDL cholesterol", at, ldl),
              city.obs("HDL cholesterol", at, hdl), city.obs("Triglycerides", at, fat)]
    city.report("lipid-panel", at, lipids)
    city.obs("Urine albumin/creatinine", at, on_curve([("2014-05-20", 14), ("2019-01-01", 38), ("2023-01-01", 128),
                                                       ("2026-10-01", 96)], day, rng, 0.12, 0))
    city.obs("Haemoglobin", at, on_curve([("2014-05-20", 14.9), ("2026-10-01", 12.8)], day, rng, 0.015, 1), low=13.5, high=17.5)


def warfarin_clinic(city, mary, rng):
    mary.obs("INR", "2019-08-30 05:10", 1.0, low=0.8, high=1.2)
    mary.obs("INR", "2019-09-03 07:30", 1.6)
    for day, value in (("2019-09-06", 2.1), ("2019-09-10", 2.9), ("2019-09-17", 2.6), ("2019-10-01", 2.2)):
        city.obs("INR", f"{day} 08:15", value, by="nurse-takahashi")
    for day in visit_days("2019-11-05", "2024-09-03", 49, rng, 5):
        city.obs("INR", f"{day} 08:{rng.randint(10, 40)}", round(rng.gauss(2.42, 0.28), 1), by="nurse-takahashi")
    for day, value in (("2024-09-17", 2.4), ("2024-09-24", 2.9), ("2024-10-01", 3.5), ("2024-10-08", 2.8),
                       ("2024-10-14", 2.6), ("2024-10-29", 2.4), ("2024-11-26", 2.3)):
        city.obs("INR", f"{day} 08:20", value, by="nurse-takahashi")
    mary.obs("INR", "2024-10-14 08:20", 2.6, by=None)
    for day in visit_days("2025-01-07", "2026-07-14", 49, rng, 5):
        city.obs("INR", f"{day} 08:{rng.randint(10, 40)}", round(rng.gauss(2.45, 0.22), 1), by="nurse-takahashi")
    for day, value, note in (("2026-08-04", 2.3, None), ("2026-09-01", 2.1, None), ("2026-10-06", 2.2, None),
                             ("2026-10-29", 2.3, None), ("2026-11-09", 3.4, "One week into fluconazole."),
                             ("2026-11-16", 4.6, "No bleeding. Two doses omitted.")):
        city.obs("INR", f"{day} 08:25", value, by="nurse-takahashi", note=note)


def other_results(city, mary, rng):
    for day, crp in (("2016-02-04", 184), ("2016-02-08", 46)):
        mary.obs("CRP", f"{day} 07:10", crp)
    mary.obs("HbA1c", "2016-02-05 07:15", 8.1)
    city.obs("HbA1c", "2016-02-05 07:15", 8.1, note="Copied from the hospital laboratory.")
    mary.obs("Ejection fraction", "2019-09-02 14:00", 55, by="cardio-kowalczuk")
    mary.obs("Ejection fraction", "2024-09-17 11:00", 53, by="cardio-kowalczuk")
    for day, tsh in (("2019-08-30", 1.9), ("2024-09-16", 2.1), ("2025-04-08", 3.2), ("2025-10-14", 4.1),
                     ("2026-04-21", 5.4), ("2026-07-20", 6.8)):
        mary.obs("TSH", f"{day} 09:40", tsh)
    mary.obs("Free T4", "2026-07-20 09:40", 1.2)
    city.obs("TSH", "2026-07-20 09:40", 6.8, note="From the hospital laboratory.")
    creatinine = 1.86
    for record in (city, mary):
        record.obs("Creatinine", "2026-07-20 09:40", creatinine)
        record.obs("eGFR", "2026-07-20 09:40", egfr(creatinine, BORN, "2026-07-20", False))
    for day, alt in (("2024-09-16", 28), ("2025-04-08", 34), ("2025-10-14", 41), ("2026-04-21", 47)):
        mary.obs("ALT", f"{day} 09:40", alt)
    for day, urate in (("2018-03-19", 9.1), ("2018-09-04", 6.8), ("2020-03-10", 6.4), ("2025-03-18", 6.1)):
        city.obs("Urate", f"{day} 08:20", urate)
    city.obs("Potassium", "2022-11-14 08:10", absent=("error", "Error"), note="Specimen haemolysed; repeat requested.")
    city.obs("Weight", "2021-03-09 09:05", 193.5, status="entered-in-error", by="nurse-takahashi",
             note="Typing error, weight was 93.5 kg.")
    city.obs("Height", "2014-05-20 09:05", 181, by="nurse-takahashi")
    for day in visit_days("2014-05-20", "2026-10-29", 290, rng):
        weight = on_curve([("2014-05-20", 98.5), ("2020-01-01", 95.0), ("2023-04-01", 94.5), ("2024-06-01", 90.2),
                           ("2026-10-29", 88.4)], day, rng, 0.008, 1)
        city.obs("Weight", f"{day} 09:00", weight, by="nurse-takahashi")
        city.obs("BMI", f"{day} 09:00", round(weight / 1.81 ** 2, 1), by="nurse-takahashi")
        systolic = on_curve([("2014-05-20", 152), ("2017-01-01", 138), ("2021-01-01", 142), ("2026-10-29", 132)], day, rng, 0.04, 0)
        city.blood_pressure(f"{day} 09:02", systolic, round(systolic * rng.uniform(0.54, 0.6)), by="nurse-takahashi")
    city.coded_obs("smoking", "2014-05-20 09:05", "ex-smoker", category="social-history", note="30 pack-years, stopped in 2011.")


def hospital_and_imaging(city, mary, lake):
    gp, cardio = "gp-whitlock", "cardio-kowalczuk"
    stay = mary.encounter("admission", "2016-02-04 14:10", "2016-02-08 11:00", "pneumonia", "med-marlowe", "IMP")
    study = mary.imaging("cr2016", "CR", "2016-02-04 15:05", "Chest radiograph, two views", "thorax", [("PA", 1), ("Lateral", 1)])
    mary.report("xr-chest", "2016-02-04 16:00", category="RAD", studies=[study], encounter=stay,
                conclusion="Consolidation of the right lower lobe. No effusion.")
    mary.document("discharge", "2016-02-08 11:00", "Discharge summary: pneumonia", letters.PNEUMONIA_2016, "med-marlowe", stay)
    mary.procedure("colonoscopy", "2016-11-22 09:30", "med-marlowe", note="One 6 mm polyp of the sigmoid removed.")
    mary.condition("polyp", "2016-11-22", status="resolved", abated="2016-11-22")
    mary.encounter("emergency", "2019-08-30 04:50", "2019-08-30 09:30", "af", "med-marlowe", "EMER")
    stay = mary.encounter("admission", "2019-08-30 09:30", "2019-09-03 12:00", "af", cardio, "IMP")
    mary.procedure("echo", "2019-09-02 14:00", cardio, encounter=stay, note="Left atrium 44 mm, ejection fraction 55 %.")
    mary.document("discharge", "2019-09-03 12:00", "Discharge summary: atrial fibrillation", letters.AF_2019, cardio, stay, as_binary=True)
    stay = mary.encounter("admission", "2024-09-16 10:00", "2024-09-18 15:00", "breathless", cardio, "IMP")
    study = mary.imaging("cta2024", "CT", "2024-09-16 12:10", "CT pulmonary angiography", "thorax", [("Arterial phase", 412)], reason="pe")
    mary.report("ct-chest", "2024-09-16 13:00", category="RAD", studies=[study], encounter=stay, text="CT pulmonary angiography",
                conclusion="No pulmonary embolism. Known solid nodule of the right upper lobe, 7 mm.")
    shock = mary.encounter("admission", "2024-10-15 07:30", "2024-10-15 16:00", "af", cardio, "IMP", text="Day case")
    mary.procedure("cardioversion", "2024-10-15 10:20", cardio, reason="af", encounter=shock, note="200 J, sinus rhythm after one shock.")
    mary.document("consult-note", "2024-10-22 17:10", "Cardioversion and amiodarone", letters.CARDIOVERSION_2024, cardio)
    visit = mary.encounter("consultation", "2026-07-20 09:30", "2026-07-20 10:05", "af", cardio)
    mary.document("consult-note", "2026-07-20 16:00", "Amiodarone stopped", letters.AMIODARONE_2026, cardio, visit)
    visit = mary.encounter("consultation", "2026-11-02 10:40", "2026-11-02 11:10", "thrush", "ent-thorvaldsen")
    mary.document("consult-note", "2026-11-02 11:30", "Ear, nose and throat: oral candidiasis", letters.ENT_2026, "ent-thorvaldsen", visit)
    lake.allergy("no-latex-allergy", category=None, recorded="2021-06-11 10:00")
    study = lake.imaging("us2021", "US", "2021-06-11 10:20", "Ultrasound of the kidneys", None, [("Kidneys", 24)], "rad-diaz")
    lake.report("imaging-report", "2021-06-11 11:00", category="RAD", by="rad-diaz", text="Ultrasound of the kidneys", studies=[study],
                conclusion="Parenchymal change, no obstruction.", letter=letters.RENAL_US_2021)
    lungs(mary, lake)


def lungs(mary, lake):
    scans = [
        ("2024-03-06 14:30", lake, "rad-diaz", 7, "No earlier CT. On the chest film of 27 February 2024 the nodule is faintly visible.",
         "Solid nodule of 7 mm in a former smoker with emphysema. CT again in six months."),
        ("2024-09-04 09:15", lake, "rad-diaz", 7, "Compared with 6 March 2024: unchanged in size and shape.",
         "Stable nodule of 7 mm. CT again in twelve months."),
        ("2025-09-10 11:00", lake, "rad-mbatha", 8, "Compared with 4 September 2024: 7 mm then, within the error of measurement.",
         "Nodule of 8 mm, growth not certain. Volumetry at the next examination in twelve months."),
        ("2026-09-15 10:05", mary, "resp-achterberg", 9, "Compared with 10 September 2025 (Lakeside): 8 mm then. Volume doubling time about 690 days.",
         "Slow growth to 9 mm. Discussion in the lung conference; PET-CT proposed.")]
    film = lake.imaging("cr2024", "CR", "2024-02-27 09:10", "Chest radiograph, two views", "thorax", [("PA", 1), ("Lateral", 1)], "rad-diaz", "cough")
    lake.report("xr-chest", "2024-02-27 10:00", category="RAD", by="rad-diaz", studies=[film],
                conclusion="Faint opacity in the right upper zone. CT recommended.")
    for at, record, reader, size, compare, conclusion in scans:
        study = record.imaging("ct" + at[:10], "CT", at, "CT chest without contrast", "thorax",
                               [("Scout", 2), ("Lung 1 mm", 318), ("Soft tissue 3 mm", 106)], reader, "nodule")
        name = record.person(reader)["display"]
        place = record.source.name
        text = letters.ct_report(at[:10], place, size, compare, conclusion, name)
        record.report("ct-chest", at[:11] + "15:30", category="RAD", by=reader, studies=[study], conclusion=conclusion)
        record.document("imaging-report", at[:11] + "15:30", f"CT chest {at[:10]}", text, reader)
    mary.add("ServiceRequest", {
        "status": "active", "intent": "order", "priority": "urgent", "code": {"text": "PET-CT, whole body"},
        "subject": mary.subject(), "authoredOn": when("2026-09-22 13:40"), "requester": mary.person("resp-achterberg"),
        "performer": [{"reference": "https://lakeside-imaging.example/fhir/Organization/lakeside-imaging",
                       "display": "Lakeside Imaging Centre"}],
        "reasonCode": [{"text": "Growing solid nodule, 9 mm"}], "occurrencePeriod": period("2026-12-01", "2026-12-11")})


def practice_life(city):
    gp, other, nurse = "gp-whitlock", "gp-petrosyan", "nurse-takahashi"
    visits = [("2014-05-20", "09:00", "Health check at 57", gp), ("2014-05-27", "10:20", "t2dm", gp), ("2014-11-18", "09:40", "t2dm", nurse),
              ("2015-02-03", "09:00", "t2dm", nurse), ("2015-06-09", "11:00", "hypertension", gp), ("2016-02-16", "10:00", "pneumonia", gp), ("2016-03-01", "09:20", "t2dm", gp),
              ("2016-09-20", "16:10", "Knee pain after a fall on deck", other), ("2017-03-14", "10:40", "t2dm", nurse), ("2017-11-07", "11:30", "Insurance certificate", gp), ("2018-03-19", "11:20", "gout", other), ("2018-05-02", "09:00", "gout", other),
              ("2019-03-05", "10:00", "t2dm", nurse), ("2019-09-05", "10:00", "af", gp), ("2019-10-08", "09:20", "Heartburn", gp),
              ("2020-03-12", "11:40", "ckd3a", gp), ("2020-12-08", "09:00", "t2dm", gp), ("2021-03-09", "09:00", "t2dm", nurse), ("2021-05-18", "10:10", "ckd3a", gp),
              ("2022-05-17", "14:20", "t2dm", nurse), ("2023-03-16", "12:10", "ckd3b", gp), ("2023-04-04", "09:30", "ckd3b", gp),
              ("2024-02-22", "10:50", "cough", other), ("2024-03-08", "08:40", "nodule", gp), ("2023-10-17", "09:40", "t2dm", nurse), ("2024-09-30", "09:10", "af", gp), ("2024-11-26", "08:10", "af", nurse),
              ("2025-03-18", "10:00", "t2dm", nurse), ("2025-09-16", "11:10", "nodule", gp), ("2026-04-23", "09:30", "af", gp),
              ("2026-07-24", "08:50", "Letter from the cardiologist", gp), ("2026-10-08", "10:00", "bronchitis", other),
              ("2026-10-29", "08:30", "thrush", gp), ("2026-11-09", "08:20", "Warfarin check", nurse)]
    for day, clock, reason, who in visits:
        city.visit(day, clock, reason, who)
    last = city.visit("2026-11-16", "08:30", "INR 4.6 on warfarin and fluconazole", gp, "symptom", 25)
    city.document("progress-note", "2026-11-16 09:00", "INR 4.6: note of consultation", letters.PRACTICE_INR_2026, gp, last)
    city.document("imaging-report", "2022-05-17 15:00", "Diabetic eye screening", letters.EYES_2022, nurse)
    city.procedure("appendectomy", "1969")
    city.procedure("eye-screening", "2022-05-17 14:30", nurse)
    city.procedure("eye-screening", "2024-05-21 14:10", nurse)
    city.procedure("foot-check", "2025-03-18 10:05", nurse, note="Monofilament felt at all points, pulses present.")
    city.procedure("med-review", "2026-04-23 09:30", gp)
    for year in range(2014, 2026):
        city.vaccine("flu" if year < 2016 else "flu4" if year < 2022 else "flu-hd", f"{year}-10-{8 + year % 12:02d} 16:00", nurse)
    city.vaccine("ppsv23", "2016-04-05 10:00", nurse)
    city.vaccine("covid", "2021-03-23 15:10", nurse, 1, lot="NW-0417")
    city.vaccine("covid", "2021-05-04 15:20", nurse, 2, lot="NW-0588")
    city.vaccine("covid-bivalent", "2022-10-18 16:05", nurse)
    city.vaccine("zoster", "2023-06-06 10:00", nurse, 1)
    city.vaccine("zoster", "2023-09-05 10:00", nurse, 2)
    city.vaccine("flu-hd", "2026-10-08 10:15", "gp-petrosyan",
                 refused=("MEDPREC", "medical precaution", "Fever with bronchitis; to be given later"))
    city.consent("2025-06-30 09:00", "2025-06-30", "2027-06-30", gp,
                 "Consent to share the record for treatment with St. Mary Hospital and Lakeside Imaging Centre, until 30 June 2027.")
    city.add("Goal", {"lifecycleStatus": "active", "description": {"text": "HbA1c below 7.5 % without hypoglycaemia"},
                      "subject": city.subject(), "startDate": "2023-04-04",
                      "target": [{"measure": {"text": "HbA1c"}, "detailQuantity": {"value": 7.5, "comparator": "<", "unit": "%",
                                  "system": "http://unitsofmeasure.org", "code": "%"}, "dueDate": "2026-12-31"}]})


def build():
    rng = random.Random("lindholm")
    city, mary, lake = identities()
    problems(city, mary)
    medications(city, mary)
    blood_tests(city, mary, rng)
    warfarin_clinic(city, mary, rng)
    other_results(city, mary, rng)
    hospital_and_imaging(city, mary, lake)
    practice_life(city)
    return [city, mary, lake]
