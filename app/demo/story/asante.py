# SPDX-License-Identifier: Apache-2.0
"""Third life: Wilhelmina Asante-Novak, born 1941, retired teacher and choir leader.

Breast cancer with a telling family history, COPD, heart failure, a pacemaker, osteoporosis with a broken hip
after a sleeping tablet, depression, many medicines begun and ended, and a dose of denosumab that is overdue.
"""

import random

from . import asante_letters as letters
from .builder import Record, concept, narrative, terms, when
from .sources import city_practice, lakeside, st_mary
from .trends import egfr, on_curve, visit_days

BORN = "1941-01-30"
NATIONAL = "NW-410130-7352"


def identities():
    city = Record(city_practice(), "asante-novak")
    mary = Record(st_mary(), "asante-novak")
    lake = Record(lakeside(), "asante-novak", "searchset")
    address = {"use": "home", "line": ["Flat 2, 31 Chapel Rise"], "city": "Harbourfield", "postalCode": "HF4 8LE", "country": "NW"}
    contact = [{"relationship": [terms("v2-0131", "N", "Next-of-Kin")], "name": {"family": "Asante", "given": ["Esther"]},
                "telecom": [{"system": "phone", "value": "+00 5550 7390"}]}]
    city.patient(NATIONAL, "CFP-03315", {"family": "Asante-Novak", "given": ["Wilhelmina", "Adwoa"], "prefix": ["Mrs."]}, "female",
                 BORN, address, "+00 5550 7352", "gp-petrosyan", contact=contact, maritalStatus={"text": "Widowed"})
    mary.patient(NATIONAL, "SM-0017720", {"family": "Asante-Novak", "given": ["Wilhelmina", "A."]}, "female", BORN,
                 dict(address, line=["8 Quarry Lane"], postalCode="HF3 1BB"), "+00 5550 7352", contact=contact)
    lake.patient(NATIONAL, "LIC-20417", {"family": "ASANTE NOVAK", "given": ["WILHELMINA"]}, "female", BORN,
                 {"city": "Harbourfield"}, "+00 5550 7352")
    return city, mary, lake


def problems(city, mary, lake):
    gp, cardio = "gp-petrosyan", "cardio-kowalczuk"
    city.condition("hypertension", "1998", "1999-02-02", gp, status="inactive", abated="2020", note="Blood pressure low since the heart failure.")
    city.condition("breast-cancer", "2006-04-18", "2006-06-06 10:00", gp, status="remission", text="Cancer of the right breast, pT1c pN0, ER positive")
    breast = mary.condition("breast-cancer", "2006-05-02", "2006-05-16 09:40", "breast-ilves", status="remission",
                            text="Invasive ductal carcinoma, right breast")
    lake.condition("breast-cancer", "2006-04", "2006-04-18 15:00", "rad-mbatha", status="inactive", verification="provisional", category="encounter-diagnosis")
    city.condition("copd", "2011-03", "2011-03-15 11:00", gp, text="COPD, GOLD 3")
    mary.condition("copd", "2010", "2018-02-19 17:00", "resp-achterberg")
    mary.condition("copd-attack", "2018-02-15", "2018-02-19 17:00", "resp-achterberg", status="resolved", abated="2018-02-26", category="encounter-diagnosis")
    city.condition("copd-attack", "2022-12-12", "2022-12-12 15:30", gp, status="resolved", abated="2022-12-28")
    city.condition("depression", "2012-10", "2012-11-06 10:20", gp, note="After the death of her husband.")
    mary.condition("depression", "2012", "2021-11-27 06:00", "ortho-frost")
    city.condition("osteoporosis", "2013-09-03", "2013-09-10 09:30", gp)
    mary.condition("osteoporosis", "2013", "2021-11-27 06:00", "ortho-frost")
    mary.condition("hfref", "2017-10-09", "2017-10-11 14:00", cardio)
    city.condition("hfref", "2017-10-17", "2017-10-17 10:00", gp)
    mary.condition("av-block", "2019-03-13", "2019-03-13 13:20", cardio, status="inactive", note="Pacemaker.")
    city.condition("av-block", "2019-03-13", "2019-03-19 09:00", gp, status="inactive")
    mary.condition("hip-fracture", "2021-11-27", "2021-11-27 06:00", "ortho-frost", status="resolved", abated="2022-02", text="Fracture of the neck of the right femur")
    city.condition("hip-fracture", "2021-11-27", "2021-12-14 11:00", gp, status="resolved", abated="2022-03")
    mary.condition("af", "2024-01-22", "2024-01-22 10:30", cardio, status=None, verification="refuted", category="encounter-diagnosis",
                   note="Fast atrial signals of the pacemaker were noise of the lead.")
    city.condition("cataract", "2017", "2017-05-09", gp, status="resolved", abated="2019-06", text="Cataract, both eyes")
    mary.provenance([breast], "2006-05-16 09:45", "breast-ilves")
    city.allergy("cotrimoxazole", "1975", criticality="low", reactions=[("rash", "moderate")], recorded="1999-02-02", by=gp)
    mary.allergy("cotrimoxazole", "1975", criticality="low", reactions=[("rash", "mild")], recorded="2018-02-19 17:10", by="resp-achterberg")
    city.allergy("lisinopril-in", "2019-12", kind="intolerance", criticality="low", reactions=[("cough", "mild")], recorded="2020-01-14 10:40", by=gp)
    lake.allergy("no-latex-allergy", category=None, recorded="2024-05-14 09:50")


def relatives(mary):
    mary.family("MTH", "mother", [("breast-cancer", 61)], "2006-05-16", "female", 66)
    mary.family("SIS", "sister", [("ovary-cancer", 52)], "2006-05-16", "female", 54)
    mary.family("NIECE", "niece", [("brca1", 38)], "2019-05-21", "female")
    mary.coded_obs("brca1-test", "2019-06-18", "not-detected", text="BRCA1, familial variant",
                   note="Patient tested for the variant known in her niece after counselling: not found.")


def medications(city, mary):
    gp, cardio, ortho, breast = "gp-petrosyan", "cardio-kowalczuk", "ortho-frost", "breast-ilves"
    mary.med("tamoxifen-20", "2006-09-04", "1 tablet daily", breast, "completed", "2008-09-15", reason="breast-cancer")
    mary.med("letrozole", "2008-09-15", "1 tablet daily", breast, "completed", "2011-09-20", reason="breast-cancer")
    city.med("letrozole", "2008-10-07", "1 tablet daily", gp, "completed", "2011-09-20", reason="breast-cancer")
    city.med("tiotropium", "2011-03-15", "1 capsule inhaled each morning", gp, "stopped", "2018-02-26", reason="copd", stop_reason="Changed to a combination")
    mary.med("umeclidinium-vilanterol", "2018-02-26", "1 inhalation each morning", "resp-achterberg", reason="copd")
    city.med("umeclidinium-vilanterol", "2018-03-06", "1 inhalation each morning", gp, reason="copd")
    city.med("albuterol", "2011-03-15", "2 puffs when needed", gp, reason="copd")
    mary.med("prednisone-20", "2018-02-19", "2 tablets in the morning", "resp-achterberg", "completed", "2018-02-24", reason="copd-attack")
    city.med("prednisone-10", "2022-12-12", "3 tablets in the morning for 5 days", gp, "completed", "2022-12-17", reason="copd-attack")
    city.med("sertraline-50", "2012-11-06", "1 tablet in the morning", gp, reason="depression", repeats=(1, 50, "mg", "mg"))
    city.med("alendronate-70", "2013-09-10", "1 tablet once a week, upright with water", gp, "stopped", "2019-09-17", reason="osteoporosis",
             stop_reason="Six years of treatment; heartburn")
    city.med("calcium-d", "2013-09-10", "1 tablet twice daily", gp, reason="osteoporosis", contained=True)
    city.med("denosumab-60", "2022-02-22", "60 mg under the skin every six months", gp, reason="osteoporosis",
             note="Due 18 August 2026: not given until 10 November.")
    for day in ("2022-02-22", "2022-08-23", "2023-02-21", "2023-08-22", "2024-02-20", "2024-08-20", "2025-02-18", "2025-08-19", "2026-02-17"):
        city.given(f"{day} 10:15", "60 mg under the skin of the left arm", (60, "mg", "mg"), "denosumab-60", by="nurse-takahashi")
    mary.med("lisinopril-10", "2017-10-11", "1 tablet in the morning", cardio, "stopped", "2020-01-14", reason="hfref", stop_reason="Cough")
    city.med("lisinopril-10", "2017-10-17", "1 tablet in the morning", gp, "stopped", "2020-01-14", reason="hfref", stop_reason="Cough")
    mary.med("sacubitril-24", "2020-01-21", "1 tablet twice daily, 36 hours after the last lisinopril", cardio, "stopped", "2021-03-09",
             reason="hfref", stop_reason="Dose increased")
    mary.med("sacubitril-49", "2021-03-09", "1 tablet twice daily", cardio, reason="hfref", as_resource=True, repeats=(2, 1, "tablet", "{tbl}"))
    city.med("sacubitril-49", "2021-03-16", "1 tablet twice daily", gp, reason="hfref")
    mary.med("bisoprolol-2.5", "2017-10-11", "1 tablet in the morning", cardio, reason="hfref")
    city.med("bisoprolol-2.5", "2017-10-17", "1 tablet in the morning", gp, reason="hfref")
    city.med("furosemide-40", "2017-10-17", "1 tablet in the morning; half a tablet since 10 November 2026", gp, reason="hfref")
    mary.med("spironolactone-25", "2018-05-15", "1 tablet in the morning", cardio, "stopped", "2024-03-05", reason="hfref", stop_reason="Potassium 5.9 mmol/L")
    mary.med("dapagliflozin-10", "2023-02-14", "1 tablet in the morning", cardio, reason="hfref")
    city.med("dapagliflozin-10", "2023-02-21", "1 tablet in the morning", gp, reason="hfref")
    city.med("zolpidem-5", "2019-02-12", "1 tablet at night when needed", gp, "stopped", "2021-11-27", stop_reason="Fall with broken hip")
    mary.med("zolpidem-in", "2021-12-07 10:00", None, ortho, text="No zolpidem, no benzodiazepines", never=True, note="Fall after zolpidem on 27 November 2021.")
    mary.med("mirtazapine-15", "2021-12-03", "1 tablet at night", ortho, reason="depression")
    city.med("mirtazapine-15", "2021-12-14", "1 tablet at night", gp, reason="depression")
    mary.med("enoxaparin-40", "2021-11-28", "40 mg under the skin once daily", ortho, "completed", "2022-01-02", reason="hip-fracture")
    mary.med("oxycodone-5", "2021-11-29", "1 tablet when needed, at most 4 a day", ortho, "completed", "2021-12-10", reason="hip-fracture")
    city.med("acetaminophen-500", "2021-12-14", "2 tablets three times daily when needed", gp)
    city.statement("2015", "1 spoon in the evening", text="Cod liver oil", asserted="2026-11-10 11:20")


def heart(city, mary, rng):
    for day, ef in (("2017-10-10", 35), ("2018-11-06", 36), ("2020-10-13", 38), ("2022-05-17", 38), ("2024-03-12", 40), ("2026-04-21", 42)):
        visit = mary.encounter("follow-up", f"{day} 09:30", f"{day} 10:30", "hfref", "cardio-kowalczuk", service="Heart failure clinic")
        mary.procedure("echo", f"{day} 09:40", "cardio-kowalczuk", encounter=visit)
        mary.obs("Ejection fraction", f"{day} 09:40", ef, by="cardio-kowalczuk", encounter=visit)
        level = on_curve([("2017-10-10", 4850), ("2018-11-06", 2300), ("2020-10-13", 1850), ("2024-03-12", 1420), ("2026-04-21", 1510)], day, rng, 0.0, 0)
        mary.obs("NT-proBNP", f"{day} 09:00", level, encounter=visit)
    for day in visit_days("2017-10-17", "2026-11-10", 92, rng):
        at = f"{day} 08:{rng.randint(10, 50)}"
        creatinine = on_curve([("2017-10-17", 0.86), ("2021-01-01", 0.95), ("2024-01-01", 1.08), ("2026-11-10", 1.12)], day, rng, 0.03, 2)
        potassium = on_curve([("2017-10-17", 4.1), ("2018-08-01", 4.7), ("2023-11-01", 5.3), ("2024-02-20", 5.6), ("2024-03-06", 4.8),
                              ("2026-11-10", 4.7)], day, rng, 0.02, 1)
        sodium = on_curve([("2017-10-17", 138), ("2022-01-01", 135), ("2026-06-01", 133), ("2026-11-10", 130)], day, rng, 0.004, 0)
        panel = [city.obs("Creatinine", at, creatinine, low=0.5, high=1.0), city.obs("eGFR", at, egfr(creatinine, BORN, day, True)),
                 city.obs("Potassium", at, potassium), city.obs("Sodium", at, sodium)]
        if rng.random() < 0.35:
            city.report("lab-report", at, panel, text="Kidney function and electrolytes")
    for day in visit_days("2017-10-17", "2026-11-10", 150, rng):
        weight = on_curve([("2017-10-17", 67.5), ("2018-01-01", 63.0), ("2024-03-12", 61.0), ("2026-05-05", 60.1), ("2026-11-10", 57.9)], day, rng, 0.006, 1)
        city.obs("Weight", f"{day} 10:30", weight, by="nurse-takahashi")
        systolic = on_curve([("2017-10-17", 136), ("2020-03-01", 118), ("2026-11-10", 104)], day, rng, 0.04, 0)
        city.blood_pressure(f"{day} 10:32", systolic, round(systolic * 0.59), by="nurse-takahashi")
    mary.obs("Potassium", "2024-02-27 08:10", 8.9, status="entered-in-error", note="Haemolysed specimen; withdrawn by the laboratory.")
    for record in (mary, city):
        record.obs("Potassium", "2024-03-04 08:20", 5.9)
    for record in (mary, city):
        record.obs("Potassium", "2024-03-12 08:20", 4.8)


def lungs_mood_bones(city, mary, lake, rng):
    for day, fev1, ratio in (("2011-03-15", 1.42, 58), ("2014-05-13", 1.30, 55), ("2018-04-24", 1.08, 50), ("2021-05-11", 1.02, 49), ("2025-05-13", 0.94, 47)):
        city.procedure("spirometry", f"{day} 11:00", "nurse-takahashi", reason="copd")
        city.obs("FEV1", f"{day} 11:00", fev1, by="nurse-takahashi")
        city.obs("FEV1/FVC", f"{day} 11:00", ratio, by="nurse-takahashi")
    for day, spo2 in (("2014-05-13", 95), ("2018-04-24", 93), ("2021-05-11", 93), ("2025-05-13", 93), ("2026-11-10", 93)):
        city.obs("SpO2", f"{day} 11:10", spo2, by="nurse-takahashi")
    mary.obs("SpO2", "2018-02-19 15:10", 84)
    mary.obs("CRP", "2018-02-19 15:30", 72)
    for day, score in (("2012-11-06", 17), ("2013-01-15", 11), ("2013-06-11", 7), ("2016-10-04", 6), ("2019-02-12", 10), ("2022-01-18", 13),
                       ("2022-06-14", 8), ("2024-06-11", 6), ("2026-11-10", 8)):
        city.obs("PHQ-9", f"{day} 10:40", score, by="gp-petrosyan")
    for day, level in (("2013-09-10", 14), ("2022-01-18", 17), ("2022-02-15", 31), ("2024-02-13", 33)):
        city.obs("Vitamin D (25-OH)", f"{day} 08:30", level)
    for day, level in (("2022-02-15", 9.3), ("2023-02-14", 9.2), ("2024-02-13", 9.1), ("2025-02-11", 9.3), ("2026-02-10", 9.0), ("2026-11-10", 8.9)):
        city.obs("Calcium", f"{day} 08:30", level)
    for day, femur, spine in (("2013-09-03", -2.7, -2.9), ("2016-09-06", -2.5, -2.6), ("2019-09-10", -2.6, -2.7), ("2024-05-14", -2.3, None)):
        lake.procedure("bone-density", f"{day} 10:00", "rad-diaz")
        results = [lake.obs("T-score, femur", f"{day} 10:00", femur)]
        if spine is None:
            results.append(lake.obs("T-score, spine", f"{day} 10:00", absent=("not-performed", "Not Performed"), note="Degenerative change."))
        else:
            results.append(lake.obs("T-score, spine", f"{day} 10:00", spine))
        lake.report("dxa", f"{day} 10:30", results, category="RAD", by="rad-diaz", conclusion="Osteoporosis." if femur <= -2.5 else "Osteopenia at the femur on treatment.",
                    letter={"2013-09-03": letters.DXA_2013, "2024-05-14": letters.DXA_2024}.get(day))
    for day, haemoglobin in (("2017-10-17", 12.8), ("2019-10-08", 12.6), ("2021-12-21", 10.4), ("2022-03-15", 12.0), ("2024-05-21", 12.3), ("2026-11-10", 11.8)):
        city.obs("Haemoglobin", f"{day} 08:30", haemoglobin)
    for at, haemoglobin in (("2021-11-27 05:20", 11.9), ("2021-11-29 07:00", 9.1), ("2021-12-06 07:00", 9.8)):
        mary.obs("Haemoglobin", at, haemoglobin)
    city.coded_obs("smoking", "2011-03-15 10:50", "ex-smoker", category="social-history", note="35 pack-years, stopped in 2008.")


def breast(mary, lake):
    surgeon = "breast-ilves"
    stay = mary.encounter("admission", "2006-05-22 14:00", "2006-05-26 11:00", "breast-cancer", surgeon, "IMP")
    mary.procedure("lumpectomy", "2006-05-23 09:40", surgeon, site="Right breast, upper outer quadrant", reason="breast-cancer", encounter=stay)
    mary.procedure("sentinel-node", "2006-05-23 10:10", surgeon, site="Right axilla", reason="breast-cancer", encounter=stay)
    mary.procedure("radiotherapy", "2006-07-10", surgeon, end="2006-08-18", site="Right breast", reason="breast-cancer", note="50 Gy in 25 fractions.")
    mary.document("op-note", "2006-05-23 12:00", "Operation note: right breast", letters.BREAST_2006, surgeon, stay)
    mary.add("ServiceRequest", {
        "status": "active", "intent": "order", "doNotPerform": True, "code": {"text": "Blood pressure, needle or drip on the right arm"},
        "subject": mary.subject(), "authoredOn": when("2006-05-26 10:00"), "requester": mary.person(surgeon),
        "reasonCode": [{"text": "Lymph nodes removed from the right axilla"}]})
    for year, reader in ((2004, "rad-mbatha"), (2006, "rad-mbatha"), (2007, "rad-mbatha"), (2009, "rad-mbatha"), (2011, "rad-mbatha"),
                         (2013, "rad-diaz"), (2015, "rad-diaz")):
        day = f"{year}-04-18" if year == 2006 else f"{year}-05-{6 + year % 10:02d}"
        study = lake.imaging(f"mg{year}", "MG", f"{day} 14:10", "Mammography, both breasts", None,
                             [("R CC", 1), ("L CC", 1), ("R MLO", 1), ("L MLO", 1)], reader)
        lake.report("mammogram", f"{day} 15:00", category="RAD", by=reader, studies=[study],
                    conclusion="Right BI-RADS 5, suspicious mass of 16 mm." if year == 2006 else "BI-RADS 2, no sign of a tumour." if year > 2006 else "BI-RADS 1.",
                    letter=letters.MAMMO_2006 if year == 2006 else None)


def hospital(city, mary, lake):
    cardio, ortho, resp = "cardio-kowalczuk", "ortho-frost", "resp-achterberg"
    mary.encounter("admission", "2017-10-09 18:30", "2017-10-12 11:00", "breathless", cardio, "IMP")
    stay = mary.encounter("admission", "2018-02-19 15:00", "2018-02-26 11:00", "copd-attack", resp, "IMP")
    mary.document("discharge", "2018-02-26 11:00", "Discharge summary: COPD exacerbation", letters.COPD_2018, resp, stay, as_binary=True)
    mary.procedure("cataract-surgery", "2018-09-11 10:00", site="Left eye")
    mary.procedure("cataract-surgery", "2019-06-04 10:00", site="Right eye")
    mary.encounter("emergency", "2019-03-13 12:10", "2019-03-13 14:00", "Fainting twice", "med-marlowe", "EMER")
    stay = mary.encounter("admission", "2019-03-13 14:00", "2019-03-16 11:00", "av-block", cardio, "IMP")
    mary.procedure("pacemaker-implant", "2019-03-14 09:15", cardio, reason="av-block", encounter=stay, site="Left subclavian vein")
    mary.document("discharge", "2019-03-16 11:00", "Discharge summary: pacemaker", letters.PACEMAKER_2019, cardio, stay)
    device = mary.add("Device", {
        "status": "active", "manufacturer": "Northlight Cardiac (fictional)", "manufactureDate": "2018-11-20", "serialNumber": "NLC-7741-0932",
        "deviceName": [{"name": "Northlight Duo DR", "type": "model-name"}], "type": concept("pacemaker", "Dual-chamber pacemaker"),
        "patient": mary.subject(), "note": [{"text": "MRI at 1.5 T under conditions. Battery 4 years (April 2026)."}]})
    mary.add("DeviceUseStatement", {
        "status": "active", "subject": mary.subject(), "timingPeriod": {"start": "2019-03-14"}, "recordedOn": when("2019-03-16 11:00"),
        "device": {"reference": device}, "reasonCode": [concept("av-block")], "bodySite": {"text": "Below the left collar bone"}})
    for year in range(2019, 2027):
        day = f"{year}-04-{22 + year % 7:02d}"
        mary.encounter("follow-up", f"{day} 13:00", f"{day} 13:20", "Pacemaker check", cardio, service="Pacemaker clinic")
    hip = mary.encounter("admission", "2021-11-27 04:50", "2021-12-07 11:00", "hip-fracture", ortho, "IMP")
    film = mary.imaging("hip2021", "DX", "2021-11-27 05:40", "Pelvis and right hip", None, [("Pelvis AP", 1), ("Right hip axial", 1)], ortho)
    mary.report("imaging-report", "2021-11-27 06:10", category="RAD", studies=[film], text="Radiograph of the pelvis and right hip",
                conclusion="Displaced fracture of the neck of the right femur.", encounter=hip)
    mary.procedure("hip-arthroplasty", "2021-11-28 08:30", ortho, text="Cemented hemiarthroplasty, right hip", reason="hip-fracture", encounter=hip)
    prosthesis = mary.add("Device", {"status": "active", "type": concept("hip-prosthesis", "Cemented hemiarthroplasty, right hip"),
                                     "lotNumber": "HX-20-1187", "patient": mary.subject()})
    mary.add("DeviceUseStatement", {"status": "active", "subject": mary.subject(), "timingPeriod": {"start": "2021-11-28"},
                                    "device": {"reference": prosthesis}, "bodySite": {"text": "Right hip"}})
    mary.document("consult-note", "2024-03-12 16:40", "Heart failure clinic", letters.HEART_2024, cardio)
    study = lake.imaging("cr2022", "CR", "2022-12-13 10:00", "Chest radiograph, two views", "thorax", [("PA", 1), ("Lateral", 1)], "rad-diaz", "copd-attack")
    lake.report("xr-chest", "2022-12-13 10:40", category="RAD", by="rad-diaz", studies=[study],
                conclusion="Hyperinflated lungs, pacemaker with two leads in place. No consolidation, no congestion.")
    mary.add("Flag", {"status": "active", "category": [terms("flag-category", "safety", "Safety")],
                      "code": {"text": "Falls risk: supervise at night"}, "subject": mary.subject(), "period": {"start": "2021-11-27"}})


def practice(city):
    gp, nurse = "gp-petrosyan", "nurse-takahashi"
    for day, clock, reason, who in (
            ("1999-02-02", "09:30", "hypertension", gp), ("2004-10-12", "10:00", "hypertension", gp), ("2006-06-06", "09:40", "breast-cancer", gp),
            ("2008-10-07", "11:10", "breast-cancer", gp), ("2011-03-15", "10:40", "copd", gp), ("2012-11-06", "10:00", "depression", gp),
            ("2013-01-15", "10:20", "depression", gp), ("2013-09-10", "09:10", "osteoporosis", gp), ("2014-05-13", "10:50", "copd", nurse),
            ("2015-01-20", "15:00", "copd-attack", gp), ("2016-10-04", "10:20", "depression", gp), ("2017-10-17", "09:40", "hfref", gp),
            ("2018-03-06", "10:00", "copd", gp), ("2019-02-12", "10:20", "Cannot sleep", gp), ("2019-03-19", "08:50", "av-block", gp),
            ("2020-01-14", "10:20", "cough", gp), ("2021-12-14", "10:40", "hip-fracture", gp), ("2022-01-18", "10:30", "depression", gp),
            ("2022-02-22", "10:00", "osteoporosis", nurse), ("2022-12-12", "15:10", "copd-attack", gp), ("2023-05-09", "11:00", "Advance directive", gp),
            ("2024-06-11", "10:20", "hfref", gp), ("2025-05-13", "10:50", "copd", nurse), ("2026-05-05", "10:20", "hfref", gp)):
        city.visit(day, clock, reason, who, minutes=20)
    home = city.encounter("symptom", "2026-11-10 10:30", "2026-11-10 11:30", "fatigue", gp, "HH", text="Home visit")
    city.document("progress-note", "2026-11-10 12:00", "Home visit", letters.PRACTICE_2026, gp, home)
    wishes = city.document("advance-directives", "2023-05-09 11:30", "Advance directive", letters.WISHES_2023, gp)
    city.provenance([wishes], "2023-05-09 11:35", gp, text="Scanned and typed from the signed paper")
    for year in range(2005, 2027):
        if year != 2017:
            kind = "flu" if year < 2016 else "flu4" if year < 2020 else "flu-hd"
            city.vaccine(kind, f"{year}-10-{5 + year % 20:02d} 15:00" if year > 2010 else f"{year}-10", nurse)
    city.vaccine("flu4", "2017-10-24", refused=("PATOBJ", "patient objection", "Did not want it this year"))
    city.vaccine("ppsv23", "2011-04-05", nurse)
    city.vaccine("pcv13", "2015-11-10", nurse)
    city.vaccine("zoster", "2020-09-08 10:00", nurse, 1)
    city.vaccine("zoster", "2020-12-01 10:00", nurse, 2)
    for dose, day in enumerate(("2021-01-19", "2021-02-23", "2021-10-12"), 1):
        city.vaccine("covid", f"{day} 11:00", nurse, dose)
    city.vaccine("covid-bivalent", "2022-10-11 15:05", nurse)
    city.procedure("med-review", "2026-05-05 10:20", gp)
    plans(city, gp)


def plans(city, gp):
    city.consent("2023-05-09 11:40", "2023-05-09", "2028-05-09", gp,
                 "Consent to share the record for treatment with St. Mary Hospital, Lakeside Imaging Centre and the district nurses, until 9 May 2028.")
    goal = city.add("Goal", {"lifecycleStatus": "active", "description": {"text": "Stay at home, no admission for heart failure this year"},
                             "subject": city.subject(), "startDate": "2026-05-05"})
    team = city.add("CareTeam", {
        "status": "active", "name": "Home team", "subject": city.subject(), "period": {"start": "2021-12-14"},
        "participant": [{"role": [{"text": "General practitioner"}], "member": city.person(gp)},
                        {"role": [{"text": "Practice nurse"}], "member": city.person("nurse-takahashi")},
                        {"role": [{"text": "Cardiologist"}], "member": {
                            "reference": "https://st-mary-hospital.example/fhir/Practitioner/cardio-kowalczuk", "display": "Dr. Ines Kowalczuk-Bell"}},
                        {"role": [{"text": "Daughter"}], "member": {"display": "Esther Asante"}}]})
    city.add("CarePlan", {
        "text": narrative("Heart failure and falls.\nWeigh every morning; more than 2 kg in three days: call.\nDenosumab every six months without delay."),
        "status": "active", "intent": "plan", "title": "Heart failure and falls", "subject": city.subject(), "period": {"start": "2022-01-18"},
        "created": "2022-01-18", "author": city.person(gp), "careTeam": [{"reference": team}], "goal": [{"reference": goal}],
        "activity": [{"detail": {"status": "in-progress", "description": "Weight every morning"}},
                     {"detail": {"status": "scheduled", "description": "Denosumab 60 mg, was due 18 August 2026"}},
                     {"detail": {"status": "in-progress", "description": "Balance exercises twice a week"}}]})
    city.add("Coverage", {"status": "active", "type": terms("v3-ActCode", "PUBLICPOL", "public healthcare"), "subscriberId": NATIONAL,
                          "beneficiary": city.subject(), "payor": [{"display": "National Health Fund (fictional)"}]})
    city.add("QuestionnaireResponse", {
        "status": "completed", "subject": city.subject(), "authored": when("2026-11-10 11:10"), "author": city.person(gp),
        "item": [{"linkId": "falls-1", "text": "Falls in the last twelve months", "answer": [{"valueInteger": 0}]},
                 {"linkId": "falls-2", "text": "Near-falls in the last month", "answer": [{"valueInteger": 2}]},
                 {"linkId": "falls-3", "text": "Afraid of falling", "answer": [{"valueBoolean": True}]},
                 {"linkId": "falls-4", "text": "Walking aid", "answer": [{"valueString": "Frame outside, stick at home"}]}]})


def build():
    rng = random.Random("asante")
    city, mary, lake = identities()
    problems(city, mary, lake)
    relatives(mary)
    medications(city, mary)
    heart(city, mary, rng)
    lungs_mood_bones(city, mary, lake, rng)
    breast(mary, lake)
    hospital(city, mary, lake)
    practice(city)
    return [city, mary, lake]


def section(code, title, text, entries=()):
    body = {"title": title, "code": concept(code), "text": narrative(text)}
    if entries:
        body["entry"] = [{"reference": f"{r['resourceType']}/{r['id']}"} for r in entries]
    return body


def documents():
    """The discharge after the broken hip as a FHIR document: a Composition first, then what it cites."""
    mary = build()[1]

    def pick(kind, *words):
        return [r for r in mary.resources if r["resourceType"] == kind and any(w in str(r) for w in words)]

    conditions = [r for r in pick("Condition", "5913000", "64859006", "703272007", "35489007") if "refuted" not in str(r)]
    meds = pick("MedicationRequest", "854235", "1049621", "311725", "No zolpidem")
    allergies = pick("AllergyIntolerance", "10831")
    stay = next(r for r in pick("Encounter", "2021-11-27"))
    author = mary.person("ortho-frost")
    composition = {
        "resourceType": "Composition", "id": "asante-novak-discharge-2021", "language": "en", "status": "final", "type": concept("discharge"),
        "subject": mary.subject(), "encounter": {"reference": f"Encounter/{stay['id']}"}, "date": when("2021-12-07 11:00"), "author": [author],
        "title": "Discharge summary: fracture of the right hip", "confidentiality": "N",
        "attester": [{"mode": "legal", "time": when("2021-12-07 11:05"), "party": author}],
        "custodian": {"reference": mary.org_ref}, "event": [{"period": {"start": "2021-11-27", "end": "2021-12-07"}}],
        "section": [section("section-diagnosis", "Diagnoses", letters.HIP_DIAGNOSES, conditions),
                    section("section-course", "Course", letters.HIP_COURSE),
                    section("section-allergies", "Allergies", "Co-trimoxazole: rash (1975).", allergies),
                    section("section-meds", "Medication on discharge", letters.HIP_MEDS, meds),
                    section("section-plan", "Please", letters.HIP_PLAN)]}
    cited = [stay, *conditions, *allergies, *meds]
    needed = {e["reference"] for r in cited for key in ("recorder", "requester") for e in [r.get(key)] if e}
    needed |= {p["individual"]["reference"] for r in cited for p in r.get("participant", [])} | {author["reference"]}
    people = [p for p in mary.source.people.values() if f"Practitioner/{p['id']}" in needed]
    resources = [composition, mary.resources[0], mary.source.organization, *people, *cited]
    entries = [{"fullUrl": f"{mary.source.base}/{r['resourceType']}/{r['id']}", "resource": r} for r in resources]
    head = {"resourceType": "Bundle", "id": "asante-novak-discharge-2021-document", "type": "document",
            "identifier": {"system": "https://st-mary-hospital.example/documents", "value": "SM-DS-2021-11873"},
            "timestamp": when("2021-12-07 11:05")}
    return [("asante-novak-discharge-2021", mary.source.slug, head, entries)]
