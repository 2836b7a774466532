// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QtEndian>
#include <map>

namespace Chartline::Test {

// Writes PDF documents object by object. Object 1 is the catalog, 2 the page tree, 3 the first page.
class PdfMaker
{
public:
    // A page of 200 × 100 points that draws `content`; `entries` are further ones of the page, `catalog` of the
    // catalog.
    explicit PdfMaker(const QByteArray &content = {}, const QByteArray &entries = {}, const QByteArray &catalog = {})
    {
        object(1, "<</Type/Catalog/Pages 2 0 R" + catalog + ">>");
        object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Contents 4 0 R" + entries + ">>");
        stream(4, {}, content);
    }

    PdfMaker &object(int number, const QByteArray &body)
    {
        m_objects[number] = body;
        return *this;
    }
    PdfMaker &stream(int number, const QByteArray &entries, const QByteArray &data)
    {
        return object(number, "<<" + entries + "/Length " + QByteArray::number(data.size()) + ">>stream\n" + data
                                  + "\nendstream");
    }
    // So many pages, each with its number on it.
    PdfMaker &pages(int count, const QByteArray &entries = {})
    {
        constexpr int first = 100;
        QByteArrayList kids;
        object(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (int page = 0; page < count; ++page) {
            const int number = first + 2 * page;
            kids.append(QByteArray::number(number) + " 0 R");
            object(number, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]/Resources<</Font<</F1 5 0 R>>>>/Contents "
                               + QByteArray::number(number + 1) + " 0 R" + entries + ">>");
            stream(number + 1, {}, "BT /F1 20 Tf 20 40 Td (Sheet " + QByteArray::number(page + 1) + ") Tj ET");
        }
        return object(2, "<</Type/Pages/Kids[" + kids.join(' ') + "]/Count " + QByteArray::number(count) + ">>");
    }

    // Without cross-references, which readers make up for.
    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray all = "%PDF-1.4\n";
        for (const auto &[number, body] : m_objects)
            all += head(number) + body + "\nendobj\n";
        return all + "trailer<</Root 1 0 R>>\n%%EOF\n";
    }

    // With all objects but streams in a deflated object stream (ISO 32000-1, 7.5.7), as most programs write them.
    [[nodiscard]] QByteArray compressed() const
    {
        const int objects = m_objects.rbegin()->first + 1;
        const int references = objects + 1;
        QByteArray all = "%PDF-1.5\n";
        QByteArray table;
        QByteArray numbers;
        QByteArray bodies;
        std::map<int, QByteArray> entries;
        int index = 0;
        for (const auto &[number, body] : m_objects) {
            if (body.contains(">>stream\n")) {
                entries[number] = entry(1, all.size(), 0);
                all += head(number) + body + "\nendobj\n";
            } else {
                entries[number] = entry(2, objects, index++);
                numbers += QByteArray::number(number) + ' ' + QByteArray::number(bodies.size()) + ' ';
                bodies += body + '\n';
            }
        }
        const QByteArray packed = qCompress(numbers + bodies).sliced(4);
        entries[objects] = entry(1, all.size(), 0);
        all += head(objects) + "<</Type/ObjStm/N " + QByteArray::number(index) + "/First "
               + QByteArray::number(numbers.size()) + "/Filter/FlateDecode/Length " + QByteArray::number(packed.size())
               + ">>stream\n" + packed + "\nendstream\nendobj\n";
        const auto start = all.size();
        entries[references] = entry(1, start, 0);
        for (int number = 0; number <= references; ++number)
            table += entries.contains(number) ? entries[number] : entry(0, 0, 65535);
        all += head(references) + "<</Type/XRef/Root 1 0 R/W[1 4 2]/Size " + QByteArray::number(references + 1)
               + "/Length " + QByteArray::number(table.size()) + ">>stream\n" + table + "\nendstream\nendobj\n";
        return all + "startxref\n" + QByteArray::number(start) + "\n%%EOF\n";
    }

private:
    static QByteArray head(int number) { return QByteArray::number(number) + " 0 obj\n"; }
    static QByteArray entry(char type, qsizetype second, int third)
    {
        QByteArray bytes(7, type);
        qToBigEndian(quint32(second), bytes.data() + 1);
        qToBigEndian(quint16(third), bytes.data() + 5);
        return bytes;
    }

    std::map<int, QByteArray> m_objects;
};

} // namespace Chartline::Test
