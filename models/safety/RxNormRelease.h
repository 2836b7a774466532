// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <optional>
#include <utility>
#include <vector>

namespace Chartline::Safety {

// What a release of RxNorm (Rich Release Format, UTF-8, columns ended by "|") says of drugs, read table by table in
// pieces of any size. Only rows of the source RXNORM are kept, which the U.S. National Library of Medicine makes
// itself; of those only what leads from codes to ingredients: some 10 bytes a relation, 40 a code.
// Columns as in "RxNorm Technical Documentation", sections 12 (files) and appendix 1 (relationships).
class RxNormRelease
{
public:
    // In the order of their files' names, in which they must come.
    enum class Table : quint8 { AtomArchive, Concepts, ChangedCodes, Relations, Sources, Attributes };
    // Of a file by this name ("RXNCONSO.RRF"); nothing for one that is not needed.
    [[nodiscard]] static std::optional<Table> tableOf(QStringView fileName);

    // The next piece of a table. False: its rows are not of this layout, or there are more than any release has.
    [[nodiscard]] bool add(Table table, QByteArrayView piece);
    // After the last piece of each.
    [[nodiscard]] bool finishTable(Table table);

    enum class Kind : quint8 { Ingredient, Brand, Drug }; // Drug: everything else that has ingredients
    using Code = quint32; // RXCUI
    [[nodiscard]] const QHash<Code, Kind> &concepts() const { return m_concepts; }
    // Of ingredients and brands.
    [[nodiscard]] const QHash<Code, QByteArray> &names() const { return m_names; }
    // NDC in the form of eleven digits, and the drug that has it; by number. One NDC may have several drugs.
    [[nodiscard]] const std::vector<std::pair<quint64, Code>> &ndcs() const { return m_ndcs; }
    // Codes that were merged into another one, in their order.
    [[nodiscard]] const std::vector<std::pair<Code, Code>> &merged() const { return m_merged; }
    [[nodiscard]] QDate date() const { return m_date; } // of the release; invalid: it does not say
    [[nodiscard]] bool isComplete() const; // concepts and relations have been there

    // Ingredients of a concept, in the order of their codes. Empty where it has none, or where one of its parts is not
    // in the release: what is known of a part is not known of the whole. Those of a brand are those of its drugs, which
    // must agree; only of a brand without drugs what is said of itself, which may be less.
    [[nodiscard]] std::vector<Code> ingredientsOf(Code code) const;
    // Where a code that is no concept any more leads to; nothing where it leads nowhere, or to several.
    [[nodiscard]] std::optional<Code> successor(Code code) const;

private:
    [[nodiscard]] bool row(Table table, QByteArrayView line);
    void addConcept(const std::vector<QByteArrayView> &columns);
    void addRelation(const std::vector<QByteArrayView> &columns);
    void addAttribute(const std::vector<QByteArrayView> &columns);
    void addMerged(QByteArrayView from, QByteArrayView to);
    [[nodiscard]] std::vector<Code> ofBrand(Code code) const;
    bool collect(Code code, int depth, std::vector<Code> &found) const;

    QByteArray m_rest; // of a row that is not whole yet
    std::vector<QByteArrayView> m_columns;
    QHash<Code, Kind> m_concepts;
    QHash<Code, QByteArray> m_names;
    std::vector<std::pair<Code, Code>> m_parts; // from the whole to the part; by code once the table is finished
    std::vector<std::pair<Code, Code>> m_drugs; // from the brand to a drug
    std::vector<std::pair<quint64, Code>> m_ndcs;
    std::vector<std::pair<Code, Code>> m_merged;
    QDate m_date;
};

} // namespace Chartline::Safety
