// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dicom/DicomScan.h"
#include "dicom/HeaderWriter.h"
#include "dicom/PixelScan.h"

#include <QHash>

namespace Chartline::Dicom {

// Walks one data set from its first element to the end of the stream: checks every length against what encloses it, and
// writes the header. Nothing is called recursively, and nothing is allocated for what a length claims before its bytes
// have been read.
class DataSetWalk
{
public:
    DataSetWalk(ScanInput &input, const TransferSyntax &syntax, Encoding encoding, const ScanLimits &limits);

    // InputTruncated, InputNotWellFormed, InputTooDeep, InputTooLarge, InputDuplicateKey {tag}; Cancelled.
    [[nodiscard]] Status run();
    // Fills in what the scan says of the data set. After run().
    [[nodiscard]] Status finish(DicomScan &scan);
    // Something that only a DICOM data set has: what it is, whose, or what of.
    [[nodiscard]] bool namesItself() const { return m_namesItself; }

private:
    // Where an element of a container stands in the header.
    struct Seen
    {
        Tag tag = 0;
        qint64 begin = 0;
        qint64 end = 0;
    };
    struct Open
    {
        enum class Kind : quint8 { Root, Sequence, Item };
        Kind kind = Kind::Root;
        Encoding encoding = Encoding::ImplicitLittle; // of what is inside
        qint64 end = -1; // -1: undefined length
        qint64 limit = -1; // the nearest end that is known, the file's at last; -1: none is
        bool limitIsFile = true; // no defined length before it
        Tag tag = 0; // of a sequence
        bool inPrivate = false; // within a private sequence
        Tag last = 0; // the highest of the elements so far
        qint64 begin = 0; // in the header
        std::vector<Seen> seen{};
        QHash<Tag, qsizetype> index{}; // of `seen`, from the first element that is out of order on
    };

    [[nodiscard]] Status nextElement();
    [[nodiscard]] Status nextItem();
    [[nodiscard]] Status delimiterInItem(Tag tag, quint32 length);
    [[nodiscard]] Result<ElementHead> readHead();
    [[nodiscard]] std::optional<ElementHead> readUntidyHead(QByteArrayView bytes);
    [[nodiscard]] bool goesOnBehind(const ElementHead &head);
    [[nodiscard]] Status checkLength(const ElementHead &head);
    [[nodiscard]] Status element(const ElementHead &head);
    [[nodiscard]] Result<bool> isSequence(const ElementHead &head, Encoding &items);
    [[nodiscard]] Encoding encodingOfItems();
    [[nodiscard]] Status beginSequence(const ElementHead &head, Encoding items);
    [[nodiscard]] Status value(const ElementHead &head);
    [[nodiscard]] Status pixels(const ElementHead &head);
    [[nodiscard]] Status close();
    [[nodiscard]] Status remember(Open &container, Tag tag, qint64 begin);
    [[nodiscard]] Status trailing();
    [[nodiscard]] Status countOne();
    [[nodiscard]] int depth() const;
    void takeFact(const ElementHead &head, qint64 valueAt);

    ScanInput &m_input;
    const ScanLimits &m_limits;
    HeaderWriter m_header;
    PixelScan m_pixels;
    std::vector<Open> m_open;
    qint64 m_elementsLeft;
    QString m_sopClass;
    QString m_sopInstance;
    QList<OmittedValue> m_omitted;
    QStringList m_notes;
    bool m_isDirectory = false;
    bool m_namesItself = false;
};

} // namespace Chartline::Dicom
