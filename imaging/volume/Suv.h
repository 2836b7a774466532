// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/ImageDescription.h"

#include <span>

namespace Chartline::Imaging {

// How modality values of a PET become standardised uptake values, or why they do not.
struct Suv
{
    std::optional<double> factor; // SUV = modality value · factor, g/ml (SUVbsa: cm²/ml)
    QString units; // "SUVbw"; where the values came as another SUV: "SUVlbm", "SUVbsa", "SUVibw"
    // Only for units "SUVbw", and where height and sex are given: what turns SUVbw into the others. Lean body mass
    // after James 1976 (male 1.10·W − 128·(W/H)², female 1.07·W − 148·(W/H)², kg and cm), body surface after Du Bois
    // 1916.
    std::optional<double> leanBodyMass;
    std::optional<double> bodySurface;
    // Without a factor, stable keys: "not-pet", "no-pet-data", "inconsistent", "not-attenuation-corrected",
    // "not-decay-corrected", "decay-reference:…" (unknown), "units:PROPCNTS" (or whatever they are), "no-scale-factor"
    // (counts without the manufacturer's factor), "no-weight", "no-dose", "no-half-life", "no-injection-time",
    // "no-scan-time", "zones-differ" (only one of the times has a time zone), "injected-after-scan",
    // "implausible-weight", "implausible-dose", "implausible-times",
    // "no-rescale".
    QString reason;
};

// For all images of one series. After the vendor-neutral rules of the QIBA FDG-PET/CT profile (SUV pseudo-code):
// - Units GML are SUV already (PS3.3 C.8.9.1: body weight unless SUV Type says otherwise).
// - Corrected Image has ATTN and DECY (else no SUV); Decay Correction START: decay is from injection to the start of
// the
//   scan; ADMIN: values are already as at the injection.
// - Units BQML: SUVbw = value · weight in g / (dose · 2^(−t / half-life)).
// - Units CNTS (Philips): by (7053,1000) to SUVbw, or by (7053,1009) to Bq/ml.
// - The scan starts at the series' time. Where that is later than the earliest acquisition of the series (which was
// then
//   written again by a workstation), at the earliest acquisition.
// An injection at a clock time more than 12 hours after the scan was on the day before (only the time is given, the
// date is taken from the series); up to 10 minutes after it is a dynamic scan begun before the injection; anything else
// is an error. Weight and dose out of all bounds, and scans later than 10 half-lives, give no SUV.
[[nodiscard]] Suv suvOf(std::span<const ImageDescription> series);

// Seconds between two DICOM times, DA+TM or DT text ("19600116101500.00", with an offset "+0100" where given); nothing
// where one cannot be read. Public for tests.
[[nodiscard]] std::optional<double> secondsBetween(const QString &from, const QString &to);

} // namespace Chartline::Imaging
