// SPDX-License-Identifier: Apache-2.0
#include "safety/TermBook.h"

#include "safety/DrugName.h"
#include "safety/UnitKey.h"

#include <algorithm>
#include <array>

namespace Chartline::Safety {

using namespace KnowledgeFormat;
using namespace Qt::StringLiterals;

namespace {

constexpr QStringView s_snomed = u"http://snomed.info/sct";
constexpr QStringView s_loinc = u"http://loinc.org";

// URIs, and OIDs as C-CDA and HL7 v2 write them.
bool isIcd10(const QString &system)
{
    return system.contains("icd-10"_L1, Qt::CaseInsensitive) || system.contains("icd10"_L1, Qt::CaseInsensitive)
           || system.endsWith("2.16.840.1.113883.6.90"_L1) || system.endsWith("2.16.840.1.113883.6.3"_L1);
}

bool isIcd9(const QString &system)
{
    return system.contains("icd-9"_L1, Qt::CaseInsensitive) || system.contains("icd9"_L1, Qt::CaseInsensitive)
           || system.endsWith("2.16.840.1.113883.6.103"_L1) || system.endsWith("2.16.840.1.113883.6.104"_L1);
}

bool isSnomed(const QString &system)
{
    // Editions and versions stand behind the URI (SNOMED CT URI Standard 2.1).
    return system.startsWith(s_snomed) || system.endsWith("2.16.840.1.113883.6.96"_L1);
}

bool isLoinc(const QString &system)
{
    return system == s_loinc || system.endsWith("2.16.840.1.113883.6.1"_L1);
}

// A sample, in words of a test's name or of a specimen, that is neither blood nor of it.
bool isOtherSample(QStringView text)
{
    constexpr std::array samples{"urine",     "urinary",  "urin",     "urinaire", "orina",   "csf",     "cerebrospinal",
                                 "liquor",    "stool",    "feces",    "faeces",   "fecal",   "faecal",  "stuhl",
                                 "sweat",     "saliva",   "speichel", "pleural",  "ascites", "ascitic", "peritoneal",
                                 "dialysate", "synovial", "amniotic", "semen",    "gastric", "drain",   "drainage"};
    const QList<QByteArray> words = DrugName::normalized(text).split(' ');
    return std::ranges::any_of(words, [&](const QByteArray &word) {
        return std::ranges::any_of(samples, [&](const char *sample) { return word == sample; });
    });
}

void addUnique(std::vector<quint16> &terms, quint16 term)
{
    const auto at = std::ranges::lower_bound(terms, term);
    if (at == terms.end() || *at != term)
        terms.insert(at, term);
}

} // namespace

TermBook::TermBook(std::shared_ptr<const KnowledgeBase> base)
    : m_base(std::move(base))
{
    for (const TermKeyRow &row : m_base->termKeys()) {
        const QByteArrayView view = m_base->view(row.key);
        const QByteArray key = QByteArray::fromRawData(view.data(), view.size());
        switch (TermKey(row.kind)) {
        case TermKey::Words:
            m_words[key].push_back(row.term);
            m_mostWords = std::max(m_mostWords, int(key.count(' ')) + 1);
            break;
        case TermKey::NotWords: m_notWords[key].push_back(row.term); break;
        default: m_codes[row.kind][key].push_back(row.term); break;
        }
        if (TermKey(row.kind) == TermKey::NotWords)
            m_mostWords = std::max(m_mostWords, int(key.count(' ')) + 1);
    }
    for (const TermUnitRow &row : m_base->termUnits())
        m_units[quint16(row.term)].insert(unitKey(m_base->string(row.unit)), row.factor);
}

Vocabulary TermBook::vocabularyOf(quint16 term) const
{
    return Vocabulary(m_base->termRow(term).vocabulary);
}

// Every phrase in a text, the longest at each place; without the terms that other words of it rule out.
TermBook::Terms TermBook::byWords(Vocabulary vocabulary, QStringView text) const
{
    Terms found;
    const QByteArray normalized = DrugName::normalized(text);
    const QList<QByteArray> words = normalized.split(' ');
    Terms ruledOut;
    for (qsizetype first = 0; first < words.size(); ++first) {
        bool taken = false;
        for (qsizetype count = std::min<qsizetype>(m_mostWords, words.size() - first); count > 0; --count) {
            const QByteArray phrase = words.mid(first, count).join(' ');
            if (const auto not_ = m_notWords.constFind(phrase); not_ != m_notWords.constEnd())
                ruledOut.insert(ruledOut.end(), not_->begin(), not_->end());
            const auto known = m_words.constFind(phrase);
            if (taken || known == m_words.constEnd())
                continue;
            for (const quint16 term : *known) {
                if (vocabularyOf(term) == vocabulary) {
                    addUnique(found, term);
                    taken = true;
                }
            }
        }
    }
    std::erase_if(found, [&](quint16 term) { return std::ranges::contains(ruledOut, term); });
    return found;
}

void TermBook::addByCode(TermKey kind, Vocabulary vocabulary, QByteArray code, Terms &terms) const
{
    const auto &codes = m_codes[std::size_t(kind)];
    const bool isPrefix = kind == TermKey::Icd10 || kind == TermKey::Icd9;
    do {
        for (const quint16 term : codes.value(code)) {
            if (vocabularyOf(term) == vocabulary)
                addUnique(terms, term);
        }
        code.chop(1);
        if (code.endsWith('.'))
            code.chop(1);
    } while (isPrefix && code.size() >= 3);
}

void TermBook::include(Terms &terms) const
{
    for (std::size_t i = 0; i < terms.size(); ++i) {
        for (const TermLinkRow &link : m_base->termLinks()) {
            if (link.kind == quint8(TermLink::Includes) && link.from == terms[i]
                && !std::ranges::contains(terms, link.to))
                terms.push_back(link.to);
        }
    }
    std::ranges::sort(terms);
}

std::vector<quint16> TermBook::conditions(const Clinical::CodeableConcept &concept_) const
{
    Terms terms;
    QStringList texts{concept_.text};
    for (const Clinical::Coding &coding : concept_.codings) {
        QByteArray code = coding.code.trimmed().toUpper().toUtf8();
        if (isSnomed(coding.system)) {
            addByCode(TermKey::Snomed, Vocabulary::Conditions, code, terms);
        } else if (isIcd10(coding.system)) {
            if (code.size() > 3 && !code.contains('.'))
                code.insert(3, '.');
            addByCode(TermKey::Icd10, Vocabulary::Conditions, code, terms);
        } else if (isIcd9(coding.system)) {
            if (code.size() > 3 && !code.contains('.') && !code.startsWith('E'))
                code.insert(3, '.');
            addByCode(TermKey::Icd9, Vocabulary::Conditions, code, terms);
        }
        texts.append(coding.display);
    }
    texts.removeDuplicates();
    for (const QString &text : std::as_const(texts)) {
        for (const quint16 term : byWords(Vocabulary::Conditions, text))
            addUnique(terms, term);
    }
    include(terms);
    return terms;
}

std::optional<quint16> TermBook::lab(const Clinical::CodeableConcept &concept_, const QString &specimen) const
{
    bool hasLoinc = false;
    for (const Clinical::Coding &coding : concept_.codings) {
        if (!isLoinc(coding.system) || coding.code.isEmpty())
            continue;
        hasLoinc = true;
        Terms terms;
        addByCode(TermKey::Loinc, Vocabulary::Labs, coding.code.trimmed().toUtf8(), terms);
        if (!terms.empty())
            return terms.front();
    }
    // A LOINC code that is none of ours is another test, whatever its name has in common with one of ours.
    if (hasLoinc)
        return std::nullopt;
    QStringList texts{concept_.text};
    for (const Clinical::Coding &coding : concept_.codings)
        texts.append(coding.display);
    const bool isOther =
        isOtherSample(specimen) || std::ranges::any_of(texts, [](const QString &text) { return isOtherSample(text); });
    for (const QString &text : std::as_const(texts)) {
        const Terms terms = byWords(Vocabulary::Labs, text);
        // A clearance is of urine and blood.
        if (terms.size() == 1 && (!isOther || m_base->termId(terms.front()) == "creatinine-clearance"))
            return terms.front();
    }
    return std::nullopt;
}

std::optional<quint16> TermBook::levelOf(const QString &drug) const
{
    Clinical::CodeableConcept name;
    name.text = drug;
    return lab(name);
}

std::vector<quint16> TermBook::allergens(const Clinical::CodeableConcept &concept_) const
{
    Terms terms;
    QStringList texts{concept_.text};
    for (const Clinical::Coding &coding : concept_.codings) {
        if (isSnomed(coding.system))
            addByCode(TermKey::Snomed, Vocabulary::Allergens, coding.code.trimmed().toUtf8(), terms);
        texts.append(coding.display);
    }
    texts.removeDuplicates();
    for (const QString &text : std::as_const(texts)) {
        for (const quint16 term : byWords(Vocabulary::Allergens, text))
            addUnique(terms, term);
    }
    return terms;
}

QList<QByteArray> TermBook::wordsBesideAllergens(QStringView text) const
{
    const QList<QByteArray> words = DrugName::normalized(text).split(' ');
    std::vector<bool> isTaken(std::size_t(words.size()));
    for (qsizetype first = 0; first < words.size(); ++first) {
        for (qsizetype count = std::min<qsizetype>(m_mostWords, words.size() - first); count > 0; --count) {
            const Terms terms = m_words.value(words.mid(first, count).join(' '));
            if (std::ranges::any_of(terms, [&](quint16 t) { return vocabularyOf(t) == Vocabulary::Allergens; })) {
                std::fill_n(isTaken.begin() + first, count, true);
                break;
            }
        }
    }
    QList<QByteArray> beside;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (!isTaken[std::size_t(i)])
            beside.append(words[i]);
    }
    return beside;
}

std::vector<TermBook::Watched> TermBook::watched(quint16 effect) const
{
    std::vector<Watched> labs;
    for (const TermLinkRow &link : m_base->termLinks()) {
        if (link.kind == quint8(TermLink::Watch) && link.from == effect)
            labs.push_back({link.to, link.bad != 'l'});
    }
    return labs;
}

const TermLinkRow *TermBook::reach(quint16 from, quint16 to) const
{
    const quint8 kind = quint8(from == to ? TermLink::Cross : TermLink::Reaches);
    const auto found = std::ranges::find_if(m_base->termLinks(), [&](const TermLinkRow &link) {
        return link.kind == kind && link.from == from && link.to == to;
    });
    return found == m_base->termLinks().end() ? nullptr : &*found;
}

} // namespace Chartline::Safety
