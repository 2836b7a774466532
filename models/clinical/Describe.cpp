// SPDX-License-Identifier: Apache-2.0
#include "clinical/ClinicalValue.h"
#include "clinical/FactText.h"

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// What one field says: built by `say`, one overload for each kind of field. A type added without one does not compile.
struct Line
{
    QString text;
    QList<Coding> codings;
    QList<Reference> references;

    void add(const CodeableConcept &value) { codings += value.codings; }
    void add(const QList<CodeableConcept> &values)
    {
        for (const CodeableConcept &value : values)
            add(value);
    }
    void add(const Reference &value)
    {
        if (!value.isEmpty())
            references.append(value);
    }
};

void append(QString &text, const QString &part, QStringView separator)
{
    if (part.isEmpty())
        return;
    if (!text.isEmpty())
        text += separator;
    text += part;
}

template<typename T>
concept HasLabel = requires(const T &value) {
    { value.label() } -> std::same_as<QString>;
};

template<HasLabel T>
void say(Line &line, const T &value)
{
    line.text = value.label();
}

void say(Line &line, const QString &value)
{
    line.text = value;
}
void say(Line &line, const PartialDate &value)
{
    line.text = value.text();
}
void say(Line &line, int value)
{
    if (value != 0)
        line.text = QString::number(value);
}

void say(Line &line, const Coding &value)
{
    line.text = value.display.isEmpty() ? value.code : value.display;
    if (!value.code.isEmpty())
        line.codings.append(value);
}

void say(Line &line, const CodeableConcept &value)
{
    line.text = value.label();
    line.add(value);
}

void say(Line &line, const Reference &value)
{
    line.text = value.label();
    line.add(value);
}

void say(Line &line, const Identifier &value)
{
    line.text = value.value;
    const QString type = value.type.label();
    if (!type.isEmpty() && !value.value.isEmpty())
        line.text = type + u": "_s + value.value;
    append(line.text, value.system, u" – ");
    line.add(value.type);
}

void say(Line &line, const ContactPoint &value)
{
    line.text = value.system;
    append(line.text, value.value, u": ");
    append(line.text, value.use, u" – ");
}

void say(Line &line, const Annotation &value)
{
    line.text = value.text;
    append(line.text, value.author, u" – ");
    append(line.text, value.time.text(), u", ");
}

void say(Line &line, const Attachment &value)
{
    line.text = value.title;
    append(line.text, value.contentType, u" – ");
    append(line.text, value.url, u" – ");
    append(line.text, value.creation.text(), u" – ");
    append(line.text, attachmentText(value), u"\n");
    if (line.text.isEmpty() && !value.data.isEmpty())
        line.text = u"application/octet-stream"_s;
}

void say(Line &line, const Dosage &value)
{
    line.text = value.label();
    if (!value.text.isEmpty())
        append(line.text, value.structuredLabel(), u" – ");
    append(line.text, Period{value.boundsStart, value.boundsEnd}.label(), u" – ");
    line.add(value.asNeededFor);
    line.add(value.route);
    line.add(value.site);
    line.add(value.method);
}

void say(Line &line, const ObservationValue &value)
{
    line.text = value.label();
    append(line.text, value.unit(), u" ");
    if (!value.attachment.url.isEmpty() || !value.attachment.title.isEmpty())
        say(line, value.attachment);
    if (!value.dataAbsentReason.isEmpty())
        append(line.text, u'(' + value.dataAbsentReason.label() + u')', u" ");
    line.add(value.concept_);
    line.add(value.dataAbsentReason);
}

void say(Line &line, const ReferenceRange &value)
{
    line.text = value.label();
    line.add(value.type);
    line.add(value.appliesTo);
}

void say(Line &line, const ObservationComponent &value)
{
    line.text = value.label();
    for (const ReferenceRange &range : value.referenceRanges)
        append(line.text, u'[' + range.label() + u']', u" ");
    line.add(value.code);
    line.add(value.value.concept_);
    line.add(value.interpretations);
}

void say(Line &line, const AllergyReaction &value)
{
    line.text = value.label();
    line.add(value.substance);
    line.add(value.manifestations);
    line.add(value.exposureRoute);
}

void say(Line &line, const FamilyCondition &value)
{
    line.text = value.label();
    line.add(value.code);
    line.add(value.outcome);
}

void say(Line &line, const Section &value)
{
    line.text = value.label();
    append(line.text, value.narrative, u"\n");
    line.add(value.code);
    line.add(value.emptyReason);
    line.references = value.entries;
}

void say(Line &line, const ImagingSeries &value)
{
    line.text = value.label();
    if (!value.modality.isEmpty())
        line.codings.append(value.modality);
}

// Collects the lines of one value. Yes-or-no fields are said only where they differ from what a reader takes for
// granted, which is the value of an empty object; text is then "true" or "false".
class Describer
{
public:
    explicit Describer(const QList<bool> &usual)
        : m_usual(usual)
    { }

    template<typename T>
    void operator()(const char *field, const QList<T> &values)
    {
        for (const T &value : values)
            (*this)(field, value);
    }

    void operator()(const char *field, bool value)
    {
        if (value != m_usual.value(m_flag++))
            m_lines.append({QString::fromLatin1(field), value ? u"true"_s : u"false"_s, {}, {}});
    }

    template<typename T>
    void operator()(const char *field, const T &value)
    {
        Line line;
        say(line, value);
        if (!line.text.isEmpty() || !line.codings.isEmpty() || !line.references.isEmpty())
            m_lines.append({QString::fromLatin1(field), std::move(line.text), std::move(line.codings),
                            std::move(line.references)});
    }

    [[nodiscard]] QList<DetailLine> take() { return std::move(m_lines); }

private:
    QList<bool> m_usual;
    qsizetype m_flag = 0;
    QList<DetailLine> m_lines;
};

struct FlagCollector
{
    QList<bool> &flags;
    void operator()(const char *, bool value) const { flags.append(value); }
    template<typename T>
    void operator()(const char *, const T &) const
    { }
};

} // namespace

QList<DetailLine> describe(const Value &value)
{
    return std::visit(
        []<typename T>(const T &typed) {
            QList<bool> usual;
            T().visit(FlagCollector{usual});
            Describer describer(usual);
            typed.visit(describer);
            return describer.take();
        },
        value);
}

} // namespace Chartline::Clinical
