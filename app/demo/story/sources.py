# SPDX-License-Identifier: Apache-2.0
"""The three fictional places that hold records, and the people who work there."""

from .builder import Source


def city_practice():
    return Source("city-practice", "City Family Practice", "+00 5550 100", "Harbourfield", {
        "gp-whitlock": ("Dr.", "Amara", "Whitlock-Osei", "General practitioner"),
        "gp-petrosyan": ("Dr.", "Jonas", "Petrosyan-Hale", "General practitioner"),
        "nurse-takahashi": ("Ms.", "Fiona", "Takahashi-Reed", "Practice nurse"),
        "midwife-solberg": ("Ms.", "Ngozi", "Solberg", "Community midwife")})


def st_mary():
    return Source("st-mary-hospital", "St. Mary Hospital", "+00 5550 200", "Harbourfield", {
        "cardio-kowalczuk": ("Dr.", "Ines", "Kowalczuk-Bell", "Consultant cardiologist"),
        "med-marlowe": ("Dr.", "Tomasz", "Marlowe-Quist", "Consultant physician, acute medicine"),
        "ent-thorvaldsen": ("Dr.", "Ravi", "Thorvaldsen", "Ear, nose and throat surgeon"),
        "resp-achterberg": ("Dr.", "Noor", "Achterberg", "Consultant in respiratory medicine"),
        "obs-ndlovu": ("Dr.", "Beatriz", "Ndlovu-Farrow", "Consultant obstetrician"),
        "endo-gruenewald": ("Dr.", "Sofia", "Grünewald-Tan", "Consultant endocrinologist"),
        "ortho-frost": ("Mr.", "Callum", "Adeyemi-Frost", "Consultant orthopaedic surgeon"),
        "breast-ilves": ("Ms.", "Katrin", "Ilves-Morgan", "Consultant breast surgeon")})


def lakeside():
    return Source("lakeside-imaging", "Lakeside Imaging Centre", "+00 5550 300", "Lakeside", {
        "rad-diaz": ("Dr.", "Hana", "Sørensen-Diaz", "Consultant radiologist"),
        "rad-mbatha": ("Dr.", "Luc", "Mbatha-Reyes", "Consultant radiologist")})
