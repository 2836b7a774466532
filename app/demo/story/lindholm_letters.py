# SPDX-License-Identifier: Apache-2.0
"""Letters and reports of the first life (Emeka Lindholm)."""

PNEUMONIA_2016 = """
St. Mary Hospital - Acute Medicine
DISCHARGE SUMMARY                                         8 February 2016

Patient: Emeka T. Lindholm, born 9 March 1957
Admitted 4 February 2016, discharged 8 February 2016 (Dr. Marlowe-Quist)

Diagnosis
  Community-acquired pneumonia, right lower lobe. CURB-65 score 1 on arrival.

Course
  Five days of cough with rusty sputum and fever to 39.2 C. Chest film: consolidation of the right
  lower lobe, no effusion. CRP 184 mg/L on arrival, 46 mg/L on the day of discharge.
  Because of the anaphylaxis to penicillin in 1983 he was treated with doxycycline 100 mg twice daily
  from the start. Cephalosporins were avoided. Oxygen by nasal cannula for two days.
  Blood sugars ran between 180 and 290 mg/dL during the illness; metformin was paused for two days.

Medication on discharge
  Doxycycline 100 mg twice daily until 13 February. Metformin 500 mg twice daily, ramipril 10 mg,
  amlodipine 5 mg, simvastatin 40 mg at night: unchanged.

Please
  1. Chest film in six weeks: former smoker of 30 pack-years.
  2. Pneumococcal vaccination.
  3. Review of glucose control; HbA1c on the ward was 8.1 %.
"""

AF_2019 = """
St. Mary Hospital - Cardiology
DISCHARGE SUMMARY                                         3 September 2019

Patient: Emeka T. Lindholm, born 9 March 1957
Admitted 30 August 2019, discharged 3 September 2019 (Dr. Kowalczuk-Bell)

Diagnosis
  1. New atrial fibrillation, ventricular rate 138/min on arrival.
  2. Type 2 diabetes mellitus since 2013, hypertension, hyperlipidaemia, gout.

Course
  Woken by palpitations at 4 in the morning, no chest pain. High-sensitivity troponin negative twice,
  TSH 1.9 mIU/L. Echocardiogram: left atrium 44 mm, ejection fraction 55 %, no significant valve
  disease. Rate controlled with bisoprolol.
  CHA2DS2-VASc 2 (hypertension, diabetes); age adds a point in three years.
  Direct oral anticoagulants were offered. He prefers warfarin, which his brother takes, and the
  practice runs a clinic for it. Started 1 September, INR 1.6 on discharge.

Medication changes
  NEW      warfarin 5 mg daily by INR, target 2.0-3.0
  NEW      bisoprolol 5 mg in the morning
  STOPPED  ibuprofen, bought for gout attacks: not together with warfarin and reduced kidney function

Please
  INR twice in the first week, then by your clinic. No NSAIDs.
"""

CARDIOVERSION_2024 = """
St. Mary Hospital - Cardiology
CLINIC LETTER                                             22 October 2024

Dear Dr. Whitlock-Osei,

Mr. Lindholm had an electrical cardioversion on 15 October 2024 under brief sedation: sinus rhythm
after one shock of 200 J. INR had been above 2.0 in four consecutive weekly tests. Amiodarone was
loaded from 16 September and is now 200 mg daily.

Two points about his tablets:
  - Amiodarone raises the INR for months. Warfarin was reduced from 5 mg to about 4 mg a day
    (5 mg, alternating with 2.5 mg twice a week). Please test weekly until stable.
  - Simvastatin 40 mg should not be combined with amiodarone. I changed it to atorvastatin 20 mg.

Thyroid and liver tests every six months while he takes amiodarone; baseline TSH 2.1 mIU/L.

During the admission of 16 September he was breathless for a morning. A CT of the pulmonary arteries
excluded embolism. The small nodule in the right upper lobe is known from March and unchanged.

With kind regards,
Ines Kowalczuk-Bell
"""

AMIODARONE_2026 = """
St. Mary Hospital - Cardiology
CLINIC LETTER                                             20 July 2026

Dear Dr. Whitlock-Osei,

Atrial fibrillation has been back since April and no longer troubles him: ventricular rate 74/min at
rest. TSH has climbed to 6.8 mIU/L with a normal free T4. We agreed to give up rhythm control.

  STOP amiodarone today. Its half-life is around 50 days, so the interaction with warfarin will fade
  only over the next three months: expect the INR to fall and the dose to rise. Test every two weeks.
  Continue bisoprolol 5 mg.
  Metformin: eGFR is 39. Please reduce to 500 mg twice daily.

He asks about travelling to his daughter in spring; there is no cardiac objection.

Ines Kowalczuk-Bell
"""

ENT_2026 = """
St. Mary Hospital - Ear, Nose and Throat Clinic
CLINIC LETTER                                             2 November 2026

Dear colleague,

Thank you for sending Mr. Lindholm, who has had a sore mouth and white patches for three weeks,
beginning after a course of doxycycline for bronchitis in October.

Findings: removable white plaques on the palate and both cheeks, red mucosa beneath, no leukoplakia.
Larynx normal. Dentures fit well but are worn at night. Swab: Candida albicans.

Diagnosis: oral candidiasis after antibiotics; diabetes (HbA1c 7.9 %) and the SGLT2 inhibitor may help it.

Treatment: fluconazole 100 mg once daily for 21 days from today, because nystatin failed.
Dentures out at night. Glucose control with you.

The medication list available to us at the visit was from 2018.

Ravi Thorvaldsen
"""

PRACTICE_INR_2026 = """
City Family Practice
NOTE OF CONSULTATION                                      16 November 2026

INR 4.6 today (2.3 on 29 October, 3.4 on 9 November). No bleeding, no bruises, no fall, no dark stools.
He has taken fluconazole 100 mg every day since the ENT clinic on 2 November and brings the box.
No change of diet or alcohol. Also uses "Night-Ease" drops from the market for sleep: contents unknown.

Assessment
  Fluconazole inhibits the breakdown of warfarin (CYP2C9). Amiodarone, stopped in July, is still fading.

Plan
  1. Omit warfarin today and tomorrow, then 2.5 mg daily.
  2. INR again on 18 November, then twice weekly until two weeks after the end of fluconazole.
  3. ENT telephoned: topical treatment instead if the mouth is better. Answer awaited.
  4. Told to come at once with bleeding, a blow to the head or black stools.
  5. Metformin still 1000 mg twice daily with eGFR 37: to be discussed at the next visit.

A. Whitlock-Osei
"""

EYES_2022 = """
City Family Practice - Diabetic eye screening
RESULT LETTER                                             17 May 2022

Dear Mr. Lindholm,

Thank you for coming to have the back of your eyes photographed. The pictures show early changes that
come with diabetes (background retinopathy) in both eyes. They do not affect your sight and need no
treatment now. Good control of sugar and blood pressure slows them down.

Visual acuity: right 0.9, left 0.8 with glasses. Grade R1 M0 both eyes.

We will invite you again in twelve months. If your sight changes suddenly, do not wait: call us.

F. Takahashi-Reed
"""

RENAL_US_2021 = """
Lakeside Imaging Centre
ULTRASOUND OF THE KIDNEYS                                 11 June 2021

Clinical question: CKD stage 3, albuminuria. Obstruction?

Findings
  Right kidney 9.8 cm, left kidney 10.1 cm in length. Cortex mildly thinned and of raised
  echogenicity on both sides. No hydronephrosis, no stone. Simple cyst of the left lower pole, 14 mm.
  Bladder empty after voiding (20 mL).

Conclusion
  Parenchymal change in keeping with diabetic and hypertensive kidney disease. No obstruction.

H. Sorensen-Diaz
"""


def ct_report(date, place, size, compare, conclusion, name):
    return f"""
{place}
CT OF THE CHEST                                           {date}

Technique: low-dose volume acquisition without contrast medium, 1 mm and 3 mm slices.

Findings
  Right upper lobe, apical segment: solid, smooth nodule of {size} mm mean diameter (series 2).
  {compare}
  Mild centrilobular emphysema of both upper lobes. No consolidation, no effusion.
  Mediastinal nodes up to 8 mm in short axis, not enlarged. Coronary and aortic calcification.
  Upper abdomen: simple cyst of the left kidney, otherwise unremarkable.

Conclusion
  {conclusion}

{name}
"""
