# SPDX-License-Identifier: Apache-2.0
"""Letters and reports of the third life (Wilhelmina Asante-Novak)."""

BREAST_2006 = """
St. Mary Hospital - Breast Unit
OPERATION NOTE                                            23 May 2006

Patient: Wilhelmina Asante-Novak, born 30 January 1941
Surgeon: Ms. Ilves-Morgan

Indication: invasive ductal carcinoma of the right breast, upper outer quadrant, 16 mm, found by
screening in April. Oestrogen receptor positive, progesterone receptor positive, HER2 negative.

Operation: wide local excision of the right breast after wire localisation; sentinel lymph node
biopsy (two nodes, frozen section free of tumour). Drain. Blood loss 60 mL. No complication.

Histology (1 June): 17 mm, grade 2, margins clear by 6 mm, nodes 0 of 2: pT1c pN0.

Plan: radiotherapy of the breast, tamoxifen for two to three years, then an aromatase inhibitor.
No blood pressure cuff and no needle on the right arm if it can be avoided.
"""

PACEMAKER_2019 = """
St. Mary Hospital - Cardiology
DISCHARGE SUMMARY                                         16 March 2019

Patient: Wilhelmina Asante-Novak, born 30 January 1941
Admitted 13 March 2019, discharged 16 March 2019 (Dr. Kowalczuk-Bell)

Diagnosis
  Complete atrioventricular block with two faints. Heart failure with reduced ejection fraction
  since 2017.

Course
  Pulse 34/min on arrival, blood pressure 98/50. No reversible cause: potassium 4.4 mmol/L,
  bisoprolol had been at the smallest dose. Dual-chamber pacemaker implanted on 14 March through the
  LEFT subclavian vein (right side spared after breast surgery). Chest film: no pneumothorax, leads
  in place. Thresholds good. Wound dry.

Medication
  Unchanged; bisoprolol 2.5 mg may be continued under pacemaker protection.

Please
  No lifting of the left arm above the shoulder for four weeks. Pacemaker clinic in six weeks, then
  once a year. The system may have MRI at 1.5 tesla under conditions.
"""

HIP_COURSE = """Fell on the stairs at night on 27 November 2021 on the way to the bathroom, one hour after taking zolpidem. \
Displaced fracture of the neck of the right femur. Cemented hemiarthroplasty on 28 November under spinal anaesthesia. \
Haemoglobin 11.9 before, 9.1 g/dL after; no transfusion. Delirium for two nights, settled without medication. \
Walking with a frame on the fourth day. Pacemaker checked before and after the operation."""

HIP_DIAGNOSES = """Fracture of the neck of the right femur, low-energy fall.
Osteoporosis. Heart failure with reduced ejection fraction, pacemaker. COPD. Depression."""

HIP_MEDS = """NEW: enoxaparin 40 mg under the skin once daily until 2 January 2022.
NEW: oxycodone 5 mg when needed, for at most 10 days. Acetaminophen 1 g three times daily.
NEW: mirtazapine 15 mg at night, instead of zolpidem.
STOPPED: zolpidem. No benzodiazepines or similar hypnotics.
UNCHANGED: sacubitril/valsartan, bisoprolol, spironolactone, furosemide, sertraline, inhalers, calcium with vitamin D."""

HIP_PLAN = """Fracture on earlier alendronate (2013 to 2019): please start denosumab 60 mg every six months after correction of vitamin D.
Denosumab must not be delayed: bone loss and vertebral fractures follow a missed dose.
Falls clinic. Blood pressure lying and standing. Rehabilitation for three weeks."""


COPD_2018 = """
St. Mary Hospital - Respiratory Medicine
DISCHARGE SUMMARY                                         26 February 2018

Patient: Wilhelmina Asante-Novak, born 30 January 1941
Admitted 19 February 2018, discharged 26 February 2018 (Dr. Achterberg)

Diagnosis: acute exacerbation of COPD with influenza A; heart failure, compensated.

Course: oxygen saturation 84 % on air, pH 7.34, carbon dioxide 51 mmHg. Controlled oxygen 24 to 28 %,
nebulisers, prednisone 40 mg for five days, doxycycline. No ventilation needed. Co-trimoxazole was
avoided (rash in 1975). Saturation 92 % on air on leaving.

Medication: tiotropium changed to umeclidinium/vilanterol once daily. Albuterol when needed.

Please: influenza vaccination every autumn (she had missed it), pulmonary rehabilitation, and repeat
the spirometry in eight weeks.
"""

HEART_2024 = """
St. Mary Hospital - Heart Failure Clinic
CLINIC LETTER                                             12 March 2024

Dear Dr. Petrosyan-Hale,

Potassium was 5.9 mmol/L on 4 March after a slow climb all winter. I stopped spironolactone; it is 4.8 today.
The value of 8.9 mmol/L of the week before came from a haemolysed tube and has been withdrawn.

She is well: one flight of stairs, two pillows, weight 61 kg, no oedema. Ejection fraction 40 %
(35 % in 2017). NT-proBNP 1420 pg/mL.

Plan
  Sacubitril/valsartan 49/51 mg twice daily, bisoprolol 2.5 mg, dapagliflozin 10 mg,
  furosemide 40 mg: unchanged. Potassium in two and six weeks.
  Weight every morning; more than 2 kg in three days: extra furosemide and a call.
  Pacemaker memory showed fast atrial signals; on review they are noise of the lead. No atrial
  fibrillation, no anticoagulant.

Ines Kowalczuk-Bell
"""

PRACTICE_2026 = """
City Family Practice
NOTE OF A HOME VISIT                                      10 November 2026

Daughter present. More tired than in summer, appetite fair, no breathlessness at rest. Two near-falls in
October. Sleeps with mirtazapine. Mood: PHQ-9 8. Weight 57.9 kg (60.5 in January).

Blood pressure 104/62 lying, 88/54 standing with dizziness. Saturation 93 %. Ankles slim.
Sodium 130 mmol/L, potassium 4.7, creatinine 1.12 mg/dL.

Assessment
  1. Orthostatic hypotension; furosemide may be too much now that she has lost weight.
  2. Low sodium: sertraline with a diuretic.
  3. Denosumab was due on 18 August and has not been given: the recall letter went to the old address.

Plan
  Furosemide 20 mg (half a tablet). Sodium next week. Denosumab this week, calcium before.
  Physiotherapist for balance. Speak with cardiology on Thursday.
  Her wishes of 2023 were read again: she stands by them.

J. Petrosyan-Hale
"""

WISHES_2023 = """
ADVANCE DIRECTIVE                                         9 May 2023

I, Wilhelmina Asante-Novak, born on 30 January 1941, write this with a clear mind, after talking with
my daughter Esther and with Dr. Petrosyan-Hale.

If I can no longer speak for myself, my daughter Esther Asante decides for me.
I wish to be treated for illnesses from which I can recover to a life at home.
I do not wish resuscitation if my heart stops, nor to be kept on a breathing machine.
I wish relief from pain and breathlessness, even if that should shorten my life.
The pacemaker may stay on.

Signed in the presence of Dr. J. Petrosyan-Hale. To be read again every year.
"""

DXA_2013 = """
Lakeside Imaging Centre
BONE DENSITY (DXA)                                        3 September 2013

Femur, total, left: T-score -2.7. Lumbar spine L1 to L4: T-score -2.9.
Ten-year risk of a major osteoporotic fracture (with letrozole until 2011, former smoker): 28 %.

Conclusion: osteoporosis.

L. Mbatha-Reyes
"""

DXA_2024 = """
Lakeside Imaging Centre
BONE DENSITY (DXA)                                        14 May 2024

Femur, total, left: T-score -2.3 (-2.6 in 2019). Right side not measured: prosthesis.
Lumbar spine: not evaluated because of degenerative change and scoliosis.

Conclusion: gain of 5 % at the femur on denosumab.

H. Sorensen-Diaz
"""

MAMMO_2006 = """
Lakeside Imaging Centre
SCREENING MAMMOGRAPHY                                     18 April 2006

Right breast, upper outer quadrant: spiculated mass of 16 mm, not seen in 2004. BI-RADS 5.
Left breast: no suspicious finding. BI-RADS 1.

Conclusion: highly suspicious. Recalled for ultrasound and core biopsy.

L. Mbatha-Reyes
"""
