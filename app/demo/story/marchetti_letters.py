# SPDX-License-Identifier: Apache-2.0
"""Letters and reports of the second life (Leilani Marchetti-Rao)."""

ASTHMA_2010 = """
St. Mary Hospital - Acute Medicine
DISCHARGE SUMMARY                                         14 February 2010

Patient: Leilani Marchetti, born 23 August 1992
Admitted 11 February 2010, discharged 14 February 2010 (Dr. Marlowe-Quist)

Diagnosis
  Severe exacerbation of asthma with a viral cold. No pneumonia.

Course
  Speaking in short phrases, respiratory rate 32/min, oxygen saturation 90 % on air, peak flow
  170 L/min (predicted 440). Nebulised albuterol and ipratropium, prednisone 40 mg, magnesium once.
  Better within six hours, no ventilation. Peak flow 380 L/min on leaving.
  She had used only the reliever since the summer. A cat has lived in the house since October.

Medication on discharge
  Budesonide/formoterol twice daily every day, albuterol when needed, prednisone 40 mg until
  16 February, montelukast at night.

Please
  Written asthma action plan, inhaler technique, and a review within one week.
  No drug allergies known.
"""

PROPRANOLOL_2016 = """
City Family Practice
NOTE OF CONSULTATION                                      19 April 2016

Wheezy and tight in the chest since four days after the first tablet of propranolol, which a locum
had prescribed for migraine. Peak flow 260 L/min (usual 430). No infection.

Beta blockers are contraindicated in asthma. Stopped today, prednisone for five days.
Recorded as an intolerance so that it will not be repeated.

Migraine: sumatriptan works. Prevention to be discussed again; diary given.

J. Petrosyan-Hale
"""

MIGRAINE_AURA_2019 = """
City Family Practice
NOTE OF CONSULTATION                                      9 April 2019

Three attacks since January with flickering zigzag lines that spread over twenty minutes, followed by
tingling of the right hand, then headache. Fully well between attacks. Neurological examination normal,
blood pressure 116/72.

Assessment: migraine WITH aura, new. She takes a combined oral contraceptive (ethinyl estradiol).
Together these raise the risk of stroke: combined pill stopped today.

Plan
  - Norethindrone 0.35 mg daily without a break. Taking it at the same hour explained.
  - No oestrogen-containing contraceptive in future; marked in the record.
  - Sumatriptan may be used once the headache begins, not during the aura.

A. Whitlock-Osei
"""

BOOKING_2023 = """
St. Mary Hospital - Antenatal Clinic
BOOKING LETTER                                            14 November 2023

Dear Dr. Whitlock-Osei,

Thank you for referring Ms. Marchetti-Rao, 31, second pregnancy (first-trimester miscarriage in
December 2022). Last period 4 September 2023; by ultrasound today 10 weeks and 1 day, one living
embryo. Expected date of birth 10 June 2024.

Results: blood group A, Rhesus NEGATIVE, no antibodies. Haemoglobin 11.6 g/dL, ferritin 13 ng/mL.
Rubella IgG 6 IU/mL: not immune. Hepatitis B, HIV and syphilis negative. TSH 2.2 mIU/L.

Plan
  - Anti-D immunoglobulin at 28 weeks and after the birth if the child is Rhesus positive.
  - Iron once daily. Folic acid until 12 weeks.
  - MMR vaccine AFTER the birth: it is a live vaccine and not given in pregnancy.
  - Asthma: continue budesonide/formoterol. Uncontrolled asthma is the greater risk for the child.
  - Sumatriptan only if acetaminophen and metoclopramide fail. No NSAIDs after 20 weeks.

Beatriz Ndlovu-Farrow
"""

ANOMALY_SCAN_2024 = """
St. Mary Hospital - Fetal Medicine
ULTRASOUND AT 20 WEEKS                                    24 January 2024

Gestational age 20 weeks and 2 days. Singleton, cephalic, active.
Biparietal diameter 48 mm, head circumference 178 mm, abdominal circumference 153 mm, femur 33 mm:
all near the 50th centile. Four-chamber view, outflow tracts, spine, face, kidneys, stomach, bladder
and limbs seen and normal. Placenta on the back wall, clear of the cervix. Amniotic fluid normal.
Cervix 38 mm.

Conclusion: normal growth, no anomaly seen.

B. Ndlovu-Farrow
"""

BIRTH_2024 = """
St. Mary Hospital - Maternity
DISCHARGE SUMMARY                                         10 June 2024

Patient: Leilani Marchetti-Rao, born 23 August 1992
Admitted 7 June 2024, discharged 10 June 2024 (Dr. Ndlovu-Farrow)

Birth
  Spontaneous labour at 39 weeks and 4 days. Vaginal birth on 7 June 2024 at 17:42, a girl,
  3380 g, Apgar 9 and 10. Second-degree tear sutured.

After the birth
  Postpartum haemorrhage of 900 mL from an atonic uterus; oxytocin infusion and tranexamic acid, no
  transfusion. Carboprost was avoided because of the asthma. Haemoglobin 11.4 before, 8.4 g/dL after.
  Child Rhesus positive: anti-D immunoglobulin given on 8 June.
  MMR given on 9 June (rubella not immune). Breast-feeding is established.

Medication
  Iron twice daily for three months, budesonide/formoterol unchanged, acetaminophen for pain.

Please
  Haemoglobin and ferritin in six weeks. Mood: score at the visit six weeks after the birth.
  Contraception: progestogen-only; no oestrogen (migraine with aura).
"""

THYROID_2025 = """
St. Mary Hospital - Endocrinology
CLINIC LETTER                                             28 January 2025

Dear Dr. Whitlock-Osei,

Ms. Marchetti-Rao is seven months after the birth of her daughter. Palpitations, sleeplessness and loss of
weight last September were put down to life with a newborn; you found a TSH of 0.03 mIU/L. Since
December the opposite: exhaustion, cold, hair loss, constipation.

Today TSH 24.6 mIU/L, free T4 0.58 ng/dL. TPO antibodies 612 IU/mL, TSH receptor antibodies negative.
Small, firm, painless goitre. Pulse 58/min.

Diagnosis: postpartum thyroiditis, now in its hypothyroid phase. Not Graves' disease.

Treatment: levothyroxine 50 micrograms daily, on an empty stomach and FOUR HOURS apart from iron
tablets, which bind it. Safe while breast-feeding. TSH every six weeks until stable.
One in four or five women stays hypothyroid; a trial without tablets after a year will show.

Sofia Grünewald-Tan
"""

THYROID_2026 = """
St. Mary Hospital - Endocrinology
CLINIC LETTER                                             10 February 2026

Dear Dr. Whitlock-Osei,

The trial of halving levothyroxine in December failed: tired within weeks, TSH 14.2 mIU/L on
3 February. The hypothyroidism must now be regarded as permanent.

Levothyroxine 75 micrograms daily; TSH in six weeks, then yearly with you.
Before and as soon as a new pregnancy is known, please test TSH at once: she will need about a
third more.

Discharged from this clinic.  Sofia Grünewald-Tan
"""
