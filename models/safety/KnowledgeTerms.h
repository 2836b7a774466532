// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtTypes>

namespace Chartline::Safety {

// The vocabularies of models/safety/knowledge/vocabulary.kb, in the order of the compiled form.
enum class Vocabulary : quint8 { Systems, Effects, Handling, Conditions, Labs, Genes, Allergens, Routes };
inline constexpr int vocabularyCount = 8;

enum class IngredientKind : quint8 { Drug, Biologic, Vaccine, Herbal, Food, Substance, Vitamin, Mineral, Contrast };

enum class TherapeuticIndex : quint8 { Usual, Narrow, Wide };

enum class FactKind : quint8 {
    Substrate, // level: Sensitivity
    Activated, // level: 1 minor, 2 major
    Inhibits, // level: Strength
    Induces, // level: Strength
    Excess,
    Loss,
    Does, // level 1–3
    Handling,
    Tail, // number: hours; of an effect or a system
    AllTail, // number: hours; of everything it does
    Absorbed, // by a local route
    RenalLimit, // number: eGFR
    Pregnancy,
    Lactation,
    Age, // number: years
    Condition,
    Lab,
    Gene,
    Allergen,
    MaxDaily, // number: mg; level: MaxDailyFlag bits
    Unabsorbed // by a way in that otherwise acts on the whole body
};

// Of a highest dose.
enum MaxDailyFlag : quint8 {
    MaxDailyByMouth = 1, // not of injections
    MaxDailyStops = 2 // more has killed: interruptive
};

// A higher one is stronger; the same words as in FDA guidance.
enum class Sensitivity : quint8 { None, Minor, Moderate, Sensitive };
enum class Strength : quint8 { None, Weak, Moderate, Strong };
enum class Advice : quint8 { None, Reduce, Caution, Avoid, Contraindicated };

// How much an alert asks for. A larger one is louder.
enum class Tier : quint8 { None, Hidden, Passive, Prominent, Interruptive };
enum class Evidence : quint8 { Theoretical, Probable, Established };
enum class ContextAct : quint8 { Unless, Lower, Raise, Washout };
enum class ContextKind : quint8 { With, Without, Condition, Lab, Age, Sex, Route, Dose, Tolerated, After };
enum class MechanismAct : quint8 { Inhibition, Induction, ActivationBlocked, ActivationRaised };
enum class ExceptionOf : quint8 { Everything, Effect, Mechanism, Rule };

enum class NameKind : quint8 { Ingredient, Synonym, Brand, Combination, FirstWord };

// By what a term is recognised, and what one says of another (models/safety/knowledge/README.md, "Terms").
enum class TermKey : quint8 { Snomed, Icd10, Icd9, Loinc, Words, NotWords };
enum class TermLink : quint8 { Includes, Cross, Reaches, Watch };

enum class CodeSystem : quint8 { RxNorm, Atc, Ndc, Snomed };

} // namespace Chartline::Safety
