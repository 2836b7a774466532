// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "clinical/FactDraft.h"

namespace Chartline::Clinical {

// Helpers for writing toFact(): the parts of a fact's texts.

// The longest document text that goes into the search index, in characters (and bytes looked at).
inline constexpr qsizetype documentTextLimit = 1024 * 1024;

// Adds a line to a search text; nothing for empty text.
void addText(QString &body, const QString &text);
// The text, every display and every code of a concept: all that a person might search it by.
void addConcept(QString &body, const CodeableConcept &value);
void addConcepts(QString &body, const QList<CodeableConcept> &values);
void addReference(QString &body, const Reference &value);
void addReferences(QString &body, const QList<Reference> &values);
void addDosages(QString &body, const QList<Dosage> &values);

// The first that is not empty of: label, the first line of the narrative, the fallback (a resource type's name).
[[nodiscard]] QString titleOr(const QString &label, const QString &narrative, const QString &fallback);

// Title, code and the other names of what the fact is about. Where the concept is empty the reference names it:
// titleFrom.
void setTitle(FactDraft &draft, const CodeableConcept &value, const QString &narrative, const QString &fallback);
void setTitle(FactDraft &draft, const CodeableConcept &value, const Reference &reference, const QString &narrative,
              const QString &fallback);

// Words of an inline text attachment (text/plain, text/html, text/xml and the like), at most documentTextLimit; empty
// for anything else. Read as UTF-8 unless the content type names Latin-1, or it is no UTF-8.
[[nodiscard]] QString attachmentText(const Attachment &attachment);
// Title and text of the attachments go to the body; a url goes to bodyFrom (often a Binary).
void addAttachments(FactDraft &draft, const QList<Attachment> &attachments);

// Plain text of HTML or XHTML: blocks on lines of their own, cells apart by tabs, scripts and styles left out, entities
// decoded. Reads at most documentTextLimit characters. Never runs, fetches or trusts anything in it.
[[nodiscard]] QString plainTextOf(QStringView markup);

// Says that the fact is about is not there ("no known allergy") or not known ("no information about allergies"): sets
// assertion and category. Reads SNOMED CT, the IPS absent-unknown codes, HL7's nka, and the usual words. See
// FactDraft.h.
void applyAbsence(FactDraft &draft, const CodeableConcept &value);

// True where a category list has that code (in any system).
[[nodiscard]] bool hasCode(const QList<CodeableConcept> &values, QStringView code);

} // namespace Chartline::Clinical
