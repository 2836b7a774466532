// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "safety/Resolver.h"

namespace Chartline::Safety {

// Words of a drug's name that do not say which drug it is: strengths, units, forms, routes, salts, makers.
enum class WordKind : quint8 { Other, Plain, Unit, Form, Salt, Joint };

struct ProductWord
{
    WordKind kind = WordKind::Other;
    Route route = Route::Unknown; // what a form or way in says of it
    double mg = 0; // of a unit of mass
};

// `word`: normalized (DrugName).
[[nodiscard]] ProductWord productWord(QByteArrayView word);

} // namespace Chartline::Safety
