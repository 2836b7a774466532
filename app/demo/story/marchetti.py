# SPDX-License-Identifier: Apache-2.0
"""Second life: Leilani Marchetti-Rao, born 1992, teacher of physics.

Asthma since childhood, migraine with aura (and so no oestrogen), one miscarriage and one birth, Rhesus
negative, iron deficiency, and a thyroid that fell ill after the birth and did not recover.
"""

import random

from . import marchetti_letters as letters
from .builder import Record, quantity, terms, when
from .sources import city_practice, st_mary
from .trends import on_curve, visit_days

BORN = "1992-08-23"
NATIONAL = "NW-920823-2083"


def identities():
    city = Record(city_practice(), "marchetti-rao")
    mary = Record(st_mary(), "marchetti-rao")
    address = {"use": "home", "line": ["3 Old Tannery Yard"], "city": "Harbourfield", "postalCode": "HF1 7QT", "country": "NW"}
    city.patient(NATIONAL, "CFP-12977", {"family": "Marchetti-Rao", "given": ["Leilani", "Sushma"]}, "female", BORN, address,
                 "+00 5550 2083", "gp-whitlock")
    patient = mary.patient(NATIONAL, "SM-0141906", {"family": "Marchetti-Rao", "given": ["Leilani", "S."]}, "female", BORN, address,
                           "+00 5550 2083")
    mary.find(patient)["name"].append({"use": "maiden", "family": "Marchetti", "given": ["Leilani"]})
    return city, mary


def problems(city, mary):
    gp, other, obs = "gp-whitlock", "gp-petrosyan", "obs-ndlovu"
    city.condition("asthma", "1996", "2001-09-04", other, note="Wheeze since age four; father has asthma.")
    mary.condition("asthma", "1997", "2010-02-11 19:20", "med-marlowe")
    mary.condition("asthma-attack", "2010-02-11", "2010-02-11 19:20", "med-marlowe", status="resolved", abated="2010-02-14",
                   category="encounter-diagnosis")
    city.condition("hay-fever", "2004-05", "2004-05-18", other)
    city.condition("migraine", "2015-03", "2015-03-11 10:20", gp, status="inactive", abated="2019-04-09", note="With aura since 2019.")
    aura = city.condition("migraine-aura", "2019-01", "2019-04-09 11:00", gp)
    mary.condition("migraine-aura", "2018", "2023-11-14 10:20", obs)
    city.provenance([aura], "2019-04-09 11:05", gp)
    city.condition("ida", "2021-03-16", "2021-03-16 14:20", gp, status="resolved", abated="2021-11", text="Iron deficiency anaemia, heavy periods")
    city.condition("ida", "2026-05-12", "2026-05-14 09:00", gp, status="recurrence", text="Iron deficiency anaemia, recurrent")
    city.condition("coeliac", "2021-03-16", "2021-04-06 12:10", gp, status=None, verification="refuted", category="encounter-diagnosis",
                   note="Tissue transglutaminase antibodies negative with normal total IgA.")
    for record, by in ((city, gp), (mary, obs)):
        record.condition("miscarriage", "2022-12-06", "2022-12-06 16:00", by, status="resolved", abated="2022-12-20")
    city.condition("pregnant", "2023-09-04", "2023-10-10 09:30", gp, status="resolved", abated="2024-06-07")
    mary.condition("pregnant", "2023-09-04", "2023-11-14 10:00", obs, status="resolved", abated="2024-06-07", text="Pregnancy, second")
    city.condition("uti", "2024-02-13", "2024-02-13 15:00", "midwife-solberg", status="resolved", abated="2024-02-20",
                   text="Urinary infection at 23 weeks")
    mary.condition("pph", "2024-06-07", "2024-06-07 18:30", obs, status="resolved", abated="2024-06-08", category="encounter-diagnosis")
    city.condition("postpartum-thyroiditis", "2024-09", "2025-02-04 09:10", gp, status="resolved", abated="2026-02-10")
    mary.condition("postpartum-thyroiditis", "2024-09-17", "2025-01-28 14:10", "endo-gruenewald", status="resolved", abated="2026-02-10")
    city.condition("hypothyroidism", "2025-01-28", "2026-02-17 10:00", gp, text="Hypothyroidism after postpartum thyroiditis")
    mary.condition("hypothyroidism", "2026-02-10", "2026-02-10 15:00", "endo-gruenewald")
    allergies(city, mary)


def allergies(city, mary):
    gp, other = "gp-whitlock", "gp-petrosyan"
    city.allergy("house-dust-mite", "2004", category="environment", criticality="low", reactions=[("wheeze", "moderate")],
                 recorded="2004-05-18", by=other)
    city.allergy("cat", "2009-10", category="environment", criticality="low", reactions=[("wheeze", "moderate"), ("hives", "mild")],
                 recorded="2010-02-22 09:40", by=other)
    city.allergy("propranolol-in", "2016-04-15", kind="intolerance", criticality="high", reactions=[("wheeze", "severe")],
                 recorded="2016-04-19 10:30", by=other, note="Asthma: all beta blockers to be avoided.")
    mary.allergy("no-drug-allergy", category=None, recorded="2010-02-11 19:30", by="med-marlowe", note="As told on admission.")
    mary.allergy("no-food-allergy", category=None, recorded="2023-11-14 10:10", by="obs-ndlovu")
    mary.allergy("no-latex-allergy", category=None, recorded="2023-11-14 10:10", by="obs-ndlovu")


def medications(city, mary):
    gp, other, obs, endo = "gp-whitlock", "gp-petrosyan", "obs-ndlovu", "endo-gruenewald"
    city.med("albuterol", "2001-09-04", "2 puffs when needed", other, "stopped", "2026-03-10", reason="asthma",
             stop_reason="One inhaler for relief and prevention")
    city.med("budesonide-formoterol", "2010-02-22", "1 puff twice daily and 1 puff when needed, at most 8 a day", gp, reason="asthma")
    mary.med("budesonide-formoterol", "2010-02-14", "1 puff twice daily", "med-marlowe", "completed", "2010-03-14", reason="asthma")
    mary.med("prednisone-20", "2010-02-11", "2 tablets in the morning", "med-marlowe", "completed", "2010-02-16", reason="asthma-attack")
    mary.med("montelukast-10", "2010-02-14", "1 tablet at night", "med-marlowe", "completed", "2010-08-14", reason="asthma")
    city.med("montelukast-10", "2010-02-22", "1 tablet at night", gp, "stopped", "2018-06-05", reason="asthma", stop_reason="Vivid dreams")
    city.med("prednisone-20", "2016-04-19", "2 tablets in the morning for 5 days", other, "completed", "2016-04-24", reason="asthma-attack")
    city.med("coc", "2011-07-12", "1 tablet daily for 21 days, then 7 days without hormone", gp, "stopped", "2019-04-09",
             stop_reason="Migraine with aura: risk of stroke")
    city.med("coc", "2019-04-09 11:10", None, gp, text="No contraceptive with oestrogen", never=True, reason="migraine-aura",
             note="Applies to pills, patches and rings.")
    city.med("norethindrone", "2019-04-09", "1 tablet daily without a break", gp, "stopped", "2022-08-30", stop_reason="Wishes to become pregnant")
    city.med("norethindrone", "2024-08-27", "1 tablet daily without a break", gp)
    city.med("sumatriptan-50", "2015-03-11", "1 tablet at the start of the headache, again after 2 hours, at most 2 a day", gp, reason="migraine")
    city.med("propranolol-40", "2016-04-11", "1 tablet twice daily", other, "stopped", "2016-04-19", reason="migraine",
             stop_reason="Bronchospasm")
    city.med("metoclopramide-10", "2023-11-28", "1 tablet with acetaminophen for migraine in pregnancy", gp, "completed", "2024-06-07", reason="migraine-aura")
    city.med("ferrous-sulfate", "2021-03-16", "1 tablet daily", gp, "completed", "2021-10-05", reason="ida")
    mary.med("ferrous-sulfate", "2023-11-14", "1 tablet daily", obs, "completed", "2024-09-10", reason="ida")
    city.med("ferrous-sulfate", "2023-11-21", "1 tablet daily; twice daily after the birth", gp, "completed", "2024-09-10", reason="ida")
    city.med("ferrous-sulfate", "2026-05-14", "1 tablet every other day, four hours after levothyroxine", gp, reason="ida")
    city.med("folic-acid", "2022-08-30", "1 tablet daily", gp, "completed", "2023-11-30")
    city.med("nitrofurantoin", "2024-02-13", "1 capsule twice daily for 5 days", gp, "completed", "2024-02-18", reason="uti")
    mary.med("levothyroxine-50", "2025-01-28", "1 tablet on an empty stomach", endo, "stopped", "2026-02-10",
             reason="postpartum-thyroiditis", stop_reason="Dose increased", repeats=(1, 50, "µg", "ug"))
    city.med("levothyroxine-50", "2025-02-04", "1 tablet on an empty stomach", gp, "stopped", "2026-02-17",
             reason="postpartum-thyroiditis", stop_reason="Dose increased")
    mary.med("levothyroxine-75", "2026-02-10", "1 tablet on an empty stomach", endo, reason="hypothyroidism", as_resource=True,
             repeats=(1, 75, "µg", "ug"))
    city.med("levothyroxine-75", "2026-02-17", "1 tablet on an empty stomach, four hours apart from iron", gp, reason="hypothyroidism")
    city.statement("2023-11", "1 daily", text="Prenatal multivitamin (own purchase)", status="completed", end="2025-03", asserted="2023-11-21 10:00")
    mary.given("2024-03-20 11:15", "1500 IU into the deltoid muscle", (1500, "IU", "[IU]"), text="Anti-D immunoglobulin 1500 IU", by=obs)
    mary.given("2024-06-08 10:30", "1500 IU into the deltoid muscle", (1500, "IU", "[IU]"), text="Anti-D immunoglobulin 1500 IU", by=obs)
    mary.given("2024-06-07 18:05", "1 g into a vein", (1, "g", "g"), text="Tranexamic acid 1 g", by=obs)


def childhood(city):
    nurse = "nurse-takahashi"
    for dose, day in enumerate(("1992-11-03", "1993-01-12", "1993-03-09", "1994-02-15"), 1):
        city.vaccine("dtap", day, dose=dose)
        if dose in (1, 2, 4):
            city.vaccine("ipv", day, dose=1 + (dose > 1) + (dose > 2))
    city.vaccine("mmr", "1993-11", dose=1, note="From the yellow card; day not legible.")
    city.vaccine("hepb", "2004-06-08", dose=1)
    city.vaccine("hepb", "2004-12-14", dose=2)
    for dose, day in enumerate(("2007-09-11", "2007-11-13", "2008-03-11"), 1):
        city.vaccine("hpv4", day, dose=dose)
    city.vaccine("tdap", "2008-08-26 15:30", nurse)
    for year in (2010, 2012, 2014, 2016, 2018, 2020, 2021, 2022, 2023, 2024, 2025):
        city.vaccine("flu" if year < 2016 or year > 2023 else "flu4", f"{year}-10-{12 + year % 7:02d} 16:30", nurse)
    city.vaccine("covid", "2021-06-01 14:00", nurse, 1, lot="NW-0731")
    city.vaccine("covid", "2021-07-13 14:05", nurse, 2, lot="NW-0815")
    city.vaccine("covid-bivalent", "2022-11-08 16:40", nurse)
    city.vaccine("tdap", "2024-03-26 09:50", nurse, note="In pregnancy, 29 weeks: protects the newborn.")
    city.vaccine("mmr", "2023-11-21 10:05", nurse,
                 refused=("MEDPREC", "medical precaution", "Pregnant; live vaccine. To be given after the birth."))
    city.vaccine("covid", "2025-10-16 16:35", nurse, refused=("PATOBJ", "patient objection", "Declined this season"))


def lungs(city, mary, rng):
    for at, value in (("2010-02-11 19:10", 170), ("2010-02-12 08:00", 250), ("2010-02-13 08:00", 330), ("2010-02-14 08:00", 380)):
        mary.obs("Peak flow", at, value)
    mary.obs("SpO2", "2010-02-11 19:10", 90)
    for day in visit_days("2010-02-22", "2026-03-10", 200, rng, 20):
        value = on_curve([("2010-02-22", 390), ("2012-01-01", 425), ("2022-01-01", 440), ("2026-03-10", 430)], day, rng, 0.03, 0)
        city.obs("Peak flow", f"{day} 10:20", 10 * round(value / 10), by="nurse-takahashi")
    city.obs("Peak flow", "2016-04-19 10:10", 260, by="gp-petrosyan", note="On propranolol.")
    for day, fev1, ratio in (("2012-05-15", 3.02, 78), ("2017-09-12", 3.10, 79), ("2021-09-14", 3.05, 78), ("2026-03-10", 2.91, 76)):
        city.obs("FEV1", f"{day} 11:00", fev1, by="nurse-takahashi")
        city.obs("FEV1/FVC", f"{day} 11:00", ratio, by="nurse-takahashi")
        city.procedure("spirometry", f"{day} 11:00", "nurse-takahashi", reason="asthma")
    for day, weight in (("2011-07-12", 58.2), ("2015-03-11", 60.4), ("2019-04-09", 61.0), ("2022-08-30", 62.3), ("2025-08-12", 66.1), ("2026-05-12", 64.8)):
        city.obs("Weight", f"{day} 09:10", weight, by="nurse-takahashi")
        systolic = rng.randint(108, 122)
        city.blood_pressure(f"{day} 09:12", systolic, round(systolic * 0.63), by="nurse-takahashi")
    city.obs("Weight", "2017-09-12 11:05", 167, status="entered-in-error", by="nurse-takahashi", note="Height entered as weight.")
    city.obs("Height", "2011-07-12 09:10", 167, by="nurse-takahashi")
    city.coded_obs("smoking", "2011-07-12 09:15", "never-smoker", category="social-history")


def blood(city, mary, rng):
    """Haemoglobin, MCV and ferritin tell the story of the iron; TSH that of the thyroid."""
    counts = [("2012-05-15", 13.1, 88, 34), ("2015-03-11", 12.9, 87, 28), ("2017-09-12", 12.7, 86, 22), ("2019-04-09", 12.4, 84, 17),
              ("2021-03-16", 9.8, 71, 6), ("2021-05-11", 11.6, 78, 19), ("2021-10-05", 13.0, 86, 52), ("2022-08-30", 12.8, 86, 31),
              ("2023-10-10", 12.1, 85, 16), ("2024-07-23", 10.9, 81, 14), ("2024-09-17", 12.3, 85, 38), ("2025-08-12", 12.2, 84, 21),
              ("2026-05-12", 10.6, 75, 8), ("2026-07-14", 11.7, 80, 17), ("2026-10-13", 12.5, 84, 33)]
    for day, haemoglobin, mcv, ferritin in counts:
        at = f"{day} 08:{rng.randint(10, 50)}"
        results = [city.obs("Haemoglobin", at, haemoglobin), city.obs("MCV", at, mcv),
                   city.obs("Leukocytes", at, round(rng.gauss(6.6, 0.8), 1)), city.obs("Platelets", at, rng.randint(230, 330))]
        city.obs("Ferritin", at, ferritin)
        city.report("cbc", at, results, "Microcytic anaemia, probably iron deficiency." if mcv < 78 else None)
    city.obs("Ferritin", "2026-06-09 08:15", absent=("not-performed", "Not Performed"), note="Specimen lost in transport.")
    for record, day, tsh, t4 in (
            (city, "2015-03-11", 1.7, None), (city, "2021-03-16", 2.0, None), (mary, "2023-11-14", 2.2, None), (city, "2024-09-17", 0.03, 2.4),
            (city, "2024-11-05", 0.8, 1.1), (mary, "2025-01-28", 24.6, 0.58), (mary, "2025-03-11", 9.1, 0.9), (mary, "2025-04-22", 4.6, 1.1),
            (mary, "2025-06-10", 2.7, 1.2), (city, "2025-10-14", 2.3, 1.3), (mary, "2026-02-03", 14.2, 0.8), (city, "2026-03-24", 2.9, 1.2),
            (city, "2026-05-12", 2.4, None), (city, "2026-10-13", 3.8, 1.1)):
        record.obs("TSH", f"{day} 08:25", tsh)
        if t4:
            record.obs("Free T4", f"{day} 08:25", t4)
    city.obs("TSH", "2026-02-03 08:25", 14.2, note="Copy from the hospital laboratory.")
    city.obs("TSH", "2025-01-28 08:25", 24.6, note="Copy from the hospital laboratory.")
    mary.obs("TPO antibodies", "2025-01-28 08:25", 612)
    mary.obs("TSH receptor antibodies", "2025-01-28 08:25", 0.5, comparator="<")
    mary.obs("Heart rate", "2025-01-28 14:00", 58)


def pregnancy(city, mary):
    obs, midwife = "obs-ndlovu", "midwife-solberg"
    booking = mary.encounter("prenatal", "2023-11-14 09:30", "2023-11-14 10:40", "pregnant", obs, text="Antenatal booking")
    at = "2023-11-14 09:50"
    first = [mary.obs("Haemoglobin", at, 11.6, low=11.0, high=15.0, encounter=booking), mary.obs("Platelets", at, 268, encounter=booking),
             mary.coded_obs("blood-group", at, "A Rh(D) negative", encounter=booking),
             mary.obs("Rubella IgG", at, 6, encounter=booking, note="Not immune."),
             mary.coded_obs("hbsag", at, "negative", encounter=booking), mary.coded_obs("hiv", at, "negative", encounter=booking),
             mary.coded_obs("rpr", at, "negative", encounter=booking)]
    mary.obs("Ferritin", at, 13, encounter=booking)
    mary.report("lab-report", at, first, "Rhesus negative. Not immune to rubella.", encounter=booking, text="Antenatal booking bloods")
    mary.document("consult-note", "2023-11-14 16:20", "Antenatal booking letter", letters.BOOKING_2023, obs, booking)
    city.obs("Haemoglobin", at, 11.6, low=11.0, high=15.0, note="Copy from the antenatal clinic.")
    for day, weeks, weight, systolic, fundus in (("2023-12-12", 14, 64.1, 112, None), ("2024-01-16", 19, 66.0, 108, 19), ("2024-02-13", 23, 68.2, 110, 23),
                                                 ("2024-03-12", 27, 70.1, 112, 27), ("2024-04-09", 31, 72.0, 114, 30), ("2024-04-30", 34, 73.2, 116, 33),
                                                 ("2024-05-14", 36, 74.1, 118, 35), ("2024-05-28", 38, 74.9, 120, 37)):
        visit = city.encounter("prenatal", f"{day} 14:30", f"{day} 15:00", f"Antenatal visit, {weeks} weeks", midwife)
        city.obs("Weight", f"{day} 14:35", weight, by=midwife, encounter=visit)
        city.blood_pressure(f"{day} 14:36", systolic, systolic - 44, midwife, visit)
        if fundus:
            city.obs("Fundal height", f"{day} 14:40", fundus, by=midwife, encounter=visit)
        city.obs("Fetal heart rate", f"{day} 14:42", 138 + weeks % 9, by=midwife, encounter=visit)
    for at, value in (("2024-03-12 10:10", 126),):
        for record in (city, mary):
            record.obs("Glucose 1 h after 50 g", at, value)
            record.obs("Haemoglobin", at, 11.2, low=11.0, high=15.0)
    for day, label, note in (("2023-11-14", "Dating scan", "One embryo, 10 weeks and 1 day."), ("2024-01-24", "Anomaly scan", "No anomaly seen."),
                             ("2024-04-23", "Growth scan", "Growth on the 48th centile.")):
        study = mary.imaging("ob" + day, "US", f"{day} 11:00", label, None, [("Obstetric ultrasound", 38)], obs)
        mary.report("ob-us", f"{day} 11:40", category="RAD", by=obs, text=label, studies=[study], conclusion=note,
                    letter=letters.ANOMALY_SCAN_2024 if day == "2024-01-24" else None)
    birth(city, mary)


def birth(city, mary):
    obs, midwife = "obs-ndlovu", "midwife-solberg"
    stay = mary.encounter("admission", "2024-06-07 06:20", "2024-06-10 11:00", "Labour at 39 weeks", obs, "IMP")
    mary.procedure("delivery", "2024-06-07 17:42", obs, encounter=stay, note="A girl, 3380 g.")
    for at, value in (("2024-06-07 07:00", 11.4), ("2024-06-08 07:00", 8.4), ("2024-06-10 07:00", 8.7)):
        mary.obs("Haemoglobin", at, value, encounter=stay)
    city.obs("Haemoglobin", "2024-06-08 07:00", 8.4, note="Copy from the hospital.")
    mary.vaccine("mmr", "2024-06-09 10:00", obs, 2)
    city.vaccine("mmr", "2024-06-09 10:00", dose=2, note="Given at St. Mary Hospital.")
    summary = mary.document("discharge", "2024-06-10 11:00", "Discharge summary: birth", letters.BIRTH_2024, obs, stay)
    mary.provenance([summary], "2024-06-10 11:05", obs)
    for day, score in (("2024-07-23", 11), ("2024-08-27", 9), ("2024-10-15", 6)):
        visit = city.encounter("postnatal", f"{day} 10:00", f"{day} 10:30", "After the birth", midwife)
        city.obs("EPDS", f"{day} 10:10", score, by=midwife, encounter=visit)
    mary.add("QuestionnaireResponse", {
        "status": "completed", "subject": mary.subject(), "authored": when("2024-06-10 09:30"), "source": mary.subject(),
        "item": [{"linkId": "1", "text": "Is breast-feeding going well?", "answer": [{"valueBoolean": True}]},
                 {"linkId": "2", "text": "Who helps at home in the first weeks?", "answer": [{"valueString": "My husband and my mother"}]},
                 {"linkId": "3", "text": "Pain today, 0 to 10", "answer": [{"valueInteger": 3}]}]})


def visits_and_letters(city, mary):
    gp, other, nurse, endo = "gp-whitlock", "gp-petrosyan", "nurse-takahashi", "endo-gruenewald"
    for day, clock, reason, who in (
            ("2001-09-04", "15:00", "asthma", other), ("2004-05-18", "16:10", "hay-fever", other), ("2008-08-26", "15:20", "School-leaving check", other),
            ("2010-02-22", "09:20", "asthma", gp), ("2011-07-12", "09:00", "Contraception", gp), ("2012-05-15", "10:50", "asthma", nurse),
            ("2013-06-04", "11:10", "hay-fever", other), ("2015-03-11", "10:00", "migraine", gp), ("2016-04-11", "17:20", "migraine", other),
            ("2016-04-19", "10:00", "wheeze", other), ("2017-09-12", "10:50", "asthma", nurse), ("2018-06-05", "09:40", "asthma", gp),
            ("2021-03-16", "14:00", "fatigue", gp), ("2021-04-06", "12:00", "ida", gp), ("2021-09-14", "10:50", "asthma", nurse),
            ("2022-08-30", "09:00", "Wish for a child", gp), ("2022-12-06", "15:40", "miscarriage", gp), ("2023-10-10", "09:10", "pregnant", gp),
            ("2023-11-28", "09:20", "migraine-aura", gp), ("2024-09-17", "08:40", "Palpitations", gp), ("2025-02-04", "09:00", "postpartum-thyroiditis", gp),
            ("2025-08-12", "09:00", "hypothyroidism", gp), ("2026-02-17", "09:50", "hypothyroidism", gp), ("2026-03-10", "10:40", "asthma", nurse),
            ("2026-05-14", "08:50", "ida", gp), ("2026-10-13", "08:20", "Yearly blood tests", nurse)):
        city.visit(day, clock, reason, who)
    stay = mary.encounter("emergency", "2010-02-11 19:00", "2010-02-11 23:30", "asthma-attack", "med-marlowe", "EMER")
    mary.encounter("admission", "2010-02-11 23:30", "2010-02-14 11:00", "asthma-attack", "med-marlowe", "IMP")
    mary.document("discharge", "2010-02-14 11:00", "Discharge summary: asthma", letters.ASTHMA_2010, "med-marlowe", stay)
    mary.encounter("emergency", "2022-12-06 17:30", "2022-12-06 21:00", "miscarriage", "obs-ndlovu", "EMER")
    wheezy = city.document("progress-note", "2016-04-19 10:30", "Wheeze on propranolol", letters.PROPRANOLOL_2016, other)
    city.provenance([wheezy], "2016-04-19 10:31", other)
    city.document("progress-note", "2019-04-09 11:15", "Migraine with aura: pill stopped", letters.MIGRAINE_AURA_2019, gp,
                  city.visit("2019-04-09", "10:40", "migraine-aura", gp, minutes=30))
    for day, title, text in (("2025-01-28", "Endocrinology: postpartum thyroiditis", letters.THYROID_2025),
                             ("2026-02-10", "Endocrinology: permanent hypothyroidism", letters.THYROID_2026)):
        visit = mary.encounter("consultation", f"{day} 13:50", f"{day} 14:20", "postpartum-thyroiditis", endo)
        mary.document("consult-note", f"{day} 16:30", title, text, endo, visit, as_binary=day.startswith("2025"))
    city.add("FamilyMemberHistory", {
        "status": "completed", "patient": city.subject(), "date": "2004-05-18",
        "relationship": {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/v3-RoleCode", "code": "FTH", "display": "father"}]},
        "condition": [{"code": {"text": "Asthma"}, "onsetAge": quantity(7, "years", "a")}]})
    city.add("CarePlan", {
        "text": {"status": "generated", "div": '<div xmlns="http://www.w3.org/1999/xhtml"><p>Asthma action plan. Green: peak flow above 350, '
                 'usual inhaler. Amber: 220 to 350, extra puffs. Red: below 220, prednisone and come at once.</p></div>'},
        "status": "active", "intent": "plan", "title": "Asthma action plan", "subject": city.subject(),
        "period": {"start": "2026-03-10"}, "created": "2026-03-10", "author": city.person("nurse-takahashi"),
        "activity": [{"detail": {"status": "in-progress", "description": "Yearly spirometry and inhaler technique"}},
                     {"detail": {"status": "not-started", "description": "Reduce the dose if well for three months"}}]})
    city.consent("2023-10-10 09:25", "2023-10-10", "2028-10-10", gp,
                 "Consent to share the record for treatment with St. Mary Hospital, including the antenatal record, until 10 October 2028.")
    city.add("Coverage", {"status": "active", "type": terms("v3-ActCode", "PUBLICPOL", "public healthcare"), "subscriberId": NATIONAL,
                          "beneficiary": city.subject(), "period": {"start": "1992-08-23"}, "payor": [{"display": "National Health Fund (fictional)"}]})


def build():
    rng = random.Random("marchetti")
    city, mary = identities()
    problems(city, mary)
    medications(city, mary)
    childhood(city)
    lungs(city, mary, rng)
    blood(city, mary, rng)
    pregnancy(city, mary)
    visits_and_letters(city, mary)
    return [city, mary]
