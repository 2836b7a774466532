// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace Chartline::Safety {

// Glomerular filtration rate by the CKD-EPI 2021 creatinine equation (without race), ml/min/1.73 m²: Inker LA et al., N
// Engl J Med 2021;385:1737, table 2. `creatinine`: µmol/L, enzymatic (IDMS); `age`: years. Nothing below 18 years,
// where it does not hold, and for values that are not positive.
[[nodiscard]] std::optional<double> estimatedGfr(double creatinine, double age, bool female);

// The same for children, by the bedside Schwartz equation, 0.413 × height / creatinine in mg/dL: Schwartz GJ et al., J
// Am Soc Nephrol 2009;20:629. `height`: cm. Nothing below 1 year and from 18 years on, where it does not hold, and for
// values that are not positive.
[[nodiscard]] std::optional<double> estimatedGfrOfChild(double creatinine, double height, double age);

// Category of kidney function by KDIGO 2024 (G1, G2, G3a, G3b, G4, G5) as 0–5.
[[nodiscard]] int kidneyCategory(double egfr);

} // namespace Chartline::Safety
