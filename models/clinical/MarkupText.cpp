// SPDX-License-Identifier: Apache-2.0
#include "clinical/FactText.h"

#include <algorithm>
#include <array>

namespace Chartline::Clinical {

using namespace Qt::StringLiterals;

namespace {

// HTML 4's names of U+00A0 to U+00FF, in order.
constexpr std::array<QLatin1StringView, 96> s_latin1{
    "nbsp"_L1,   "iexcl"_L1,  "cent"_L1,   "pound"_L1,  "curren"_L1, "yen"_L1,    "brvbar"_L1, "sect"_L1,   "uml"_L1,
    "copy"_L1,   "ordf"_L1,   "laquo"_L1,  "not"_L1,    "shy"_L1,    "reg"_L1,    "macr"_L1,   "deg"_L1,    "plusmn"_L1,
    "sup2"_L1,   "sup3"_L1,   "acute"_L1,  "micro"_L1,  "para"_L1,   "middot"_L1, "cedil"_L1,  "sup1"_L1,   "ordm"_L1,
    "raquo"_L1,  "frac14"_L1, "frac12"_L1, "frac34"_L1, "iquest"_L1, "Agrave"_L1, "Aacute"_L1, "Acirc"_L1,  "Atilde"_L1,
    "Auml"_L1,   "Aring"_L1,  "AElig"_L1,  "Ccedil"_L1, "Egrave"_L1, "Eacute"_L1, "Ecirc"_L1,  "Euml"_L1,   "Igrave"_L1,
    "Iacute"_L1, "Icirc"_L1,  "Iuml"_L1,   "ETH"_L1,    "Ntilde"_L1, "Ograve"_L1, "Oacute"_L1, "Ocirc"_L1,  "Otilde"_L1,
    "Ouml"_L1,   "times"_L1,  "Oslash"_L1, "Ugrave"_L1, "Uacute"_L1, "Ucirc"_L1,  "Uuml"_L1,   "Yacute"_L1, "THORN"_L1,
    "szlig"_L1,  "agrave"_L1, "aacute"_L1, "acirc"_L1,  "atilde"_L1, "auml"_L1,   "aring"_L1,  "aelig"_L1,  "ccedil"_L1,
    "egrave"_L1, "eacute"_L1, "ecirc"_L1,  "euml"_L1,   "igrave"_L1, "iacute"_L1, "icirc"_L1,  "iuml"_L1,   "eth"_L1,
    "ntilde"_L1, "ograve"_L1, "oacute"_L1, "ocirc"_L1,  "otilde"_L1, "ouml"_L1,   "divide"_L1, "oslash"_L1, "ugrave"_L1,
    "uacute"_L1, "ucirc"_L1,  "uuml"_L1,   "yacute"_L1, "thorn"_L1,  "yuml"_L1,
};

struct NamedCharacter
{
    QLatin1StringView name;
    char16_t character;
};
constexpr std::array s_named{
    NamedCharacter{"amp"_L1, u'&'},    NamedCharacter{"lt"_L1, u'<'},     NamedCharacter{"gt"_L1, u'>'},
    NamedCharacter{"quot"_L1, u'"'},   NamedCharacter{"apos"_L1, u'\''},  NamedCharacter{"ndash"_L1, u'–'},
    NamedCharacter{"mdash"_L1, u'—'},  NamedCharacter{"hellip"_L1, u'…'}, NamedCharacter{"bull"_L1, u'•'},
    NamedCharacter{"le"_L1, u'≤'},     NamedCharacter{"ge"_L1, u'≥'},     NamedCharacter{"ne"_L1, u'≠'},
    NamedCharacter{"asymp"_L1, u'≈'},  NamedCharacter{"rarr"_L1, u'→'},   NamedCharacter{"larr"_L1, u'←'},
    NamedCharacter{"uarr"_L1, u'↑'},   NamedCharacter{"darr"_L1, u'↓'},   NamedCharacter{"lsquo"_L1, u'‘'},
    NamedCharacter{"rsquo"_L1, u'’'},  NamedCharacter{"ldquo"_L1, u'“'},  NamedCharacter{"rdquo"_L1, u'”'},
    NamedCharacter{"euro"_L1, u'€'},   NamedCharacter{"trade"_L1, u'™'},  NamedCharacter{"alpha"_L1, u'α'},
    NamedCharacter{"beta"_L1, u'β'},   NamedCharacter{"gamma"_L1, u'γ'},  NamedCharacter{"delta"_L1, u'δ'},
    NamedCharacter{"mu"_L1, u'μ'},     NamedCharacter{"ensp"_L1, u' '},   NamedCharacter{"emsp"_L1, u' '},
    NamedCharacter{"thinsp"_L1, u' '}, NamedCharacter{"minus"_L1, u'−'},  NamedCharacter{"infin"_L1, u'∞'},
};

constexpr std::array s_blocks{
    "address"_L1,
    "article"_L1,
    "blockquote"_L1,
    "br"_L1,
    "caption"_L1,
    "dd"_L1,
    "div"_L1,
    "dl"_L1,
    "dt"_L1,
    "footer"_L1,
    "h1"_L1,
    "h2"_L1,
    "h3"_L1,
    "h4"_L1,
    "h5"_L1,
    "h6"_L1,
    "head"_L1,
    "header"_L1,
    "hr"_L1,
    "li"_L1,
    "ol"_L1,
    "p"_L1,
    "pre"_L1,
    "section"_L1,
    "table"_L1,
    "tbody"_L1,
    "tfoot"_L1,
    "thead"_L1,
    "title"_L1,
    "tr"_L1,
    "ul"_L1,
    // The same in the narrative of a CDA document.
    "content"_L1,
    "item"_L1,
    "list"_L1,
    "paragraph"_L1,
    "text"_L1,
};

bool isOneOf(QStringView name, auto &names)
{
    return std::any_of(names.begin(), names.end(),
                       [name](QLatin1StringView one) { return name.compare(one, Qt::CaseInsensitive) == 0; });
}

class MarkupReader
{
public:
    explicit MarkupReader(QStringView markup)
        : m_in(markup.first(std::min(markup.size(), documentTextLimit)))
    {
        m_out.reserve(m_in.size() / 2);
    }

    QString read()
    {
        while (m_at < m_in.size()) {
            const QChar c = m_in[m_at];
            if (c == u'<' && startsTag())
                tag();
            else if (c == u'&')
                entity();
            else
                character(c), ++m_at;
        }
        return std::move(m_out);
    }

private:
    // Lower than any text: what separates the next word from the last one.
    enum class Gap : quint8 { None, Space, Cell, Line };

    bool startsTag() const
    {
        if (m_at + 1 >= m_in.size())
            return false;
        const QChar next = m_in[m_at + 1];
        return next == u'/' || next == u'!' || next == u'?' || (next.unicode() < 128 && next.isLetter());
    }

    void character(QChar c)
    {
        if (c.isSpace() || c == u'\u00a0') {
            gap(m_preformatted && c == u'\n' ? Gap::Line : Gap::Space);
            return;
        }
        if (m_gap != Gap::None && !m_out.isEmpty())
            m_out += m_gap == Gap::Space ? u' ' : m_gap == Gap::Cell ? u'\t' : u'\n';
        m_gap = Gap::None;
        m_out += c;
    }

    void gap(Gap wanted) { m_gap = std::max(m_gap, wanted); }

    void skipPast(QStringView end)
    {
        const qsizetype found = m_in.indexOf(end, m_at);
        m_at = found < 0 ? m_in.size() : found + end.size();
    }

    void tag()
    {
        if (m_in.sliced(m_at).startsWith("<!--"_L1))
            return skipPast(u"-->");
        if (m_in.sliced(m_at).startsWith("<![CDATA["_L1)) {
            m_at += 9;
            return;
        }
        const bool closing = m_in[m_at + 1] == u'/';
        qsizetype end = m_at + (closing ? 2 : 1);
        const qsizetype first = end;
        while (end < m_in.size() && m_in[end].isLetterOrNumber())
            ++end;
        const QStringView name = m_in.sliced(first, end - first);
        const bool selfClosing = skipAttributes(end);
        if (!closing && !selfClosing && (isNamed(name, "script"_L1) || isNamed(name, "style"_L1)))
            return skipElement(name);
        if (isNamed(name, "pre"_L1))
            m_preformatted = !closing;
        if (isNamed(name, "td"_L1) || isNamed(name, "th"_L1))
            gap(Gap::Cell);
        else if (isOneOf(name, s_blocks))
            gap(Gap::Line);
    }

    static bool isNamed(QStringView name, QLatin1StringView wanted)
    {
        return name.compare(wanted, Qt::CaseInsensitive) == 0;
    }

    // To after the tag's ">", which may also stand inside a quoted attribute. True for "/>".
    bool skipAttributes(qsizetype from)
    {
        QChar quote;
        for (m_at = from; m_at < m_in.size(); ++m_at) {
            const QChar c = m_in[m_at];
            if (!quote.isNull()) {
                if (c == quote)
                    quote = QChar();
            } else if (c == u'"' || c == u'\'') {
                quote = c;
            } else if (c == u'>') {
                return m_in[m_at++ - 1] == u'/';
            }
        }
        return false;
    }

    void skipElement(QStringView name)
    {
        const QString end = u"</"_s + name.toString();
        const qsizetype found = m_in.indexOf(end, m_at, Qt::CaseInsensitive);
        m_at = found < 0 ? m_in.size() : found;
    }

    void entity()
    {
        constexpr qsizetype longest = 10;
        const qsizetype end = m_in.sliced(m_at, std::min(m_in.size() - m_at, longest + 2)).indexOf(u';');
        const char32_t value = end > 1 ? valueOf(m_in.sliced(m_at + 1, end - 1)) : 0;
        if (value == 0) {
            character(m_in[m_at]);
            ++m_at;
            return;
        }
        m_at += end + 1;
        for (const QChar c : QChar::fromUcs4(value))
            character(c);
    }

    static char32_t valueOf(QStringView name)
    {
        if (name.startsWith(u'#')) {
            const bool hex = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
            bool ok = false;
            const uint value = name.sliced(hex ? 2 : 1).toUInt(&ok, hex ? 16 : 10);
            const bool usable = ok && value >= 0x20 && value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
            return usable ? char32_t(value) : ok && (value == 9 || value == 10 || value == 13) ? U' ' : 0;
        }
        for (const NamedCharacter &named : s_named) {
            if (name == named.name)
                return named.character;
        }
        const auto found = std::find(s_latin1.begin(), s_latin1.end(), name);
        return found == s_latin1.end() ? 0 : char32_t(0xa0 + (found - s_latin1.begin()));
    }

    QStringView m_in;
    qsizetype m_at = 0;
    QString m_out;
    Gap m_gap = Gap::None;
    bool m_preformatted = false;
};

} // namespace

QString plainTextOf(QStringView markup)
{
    return MarkupReader(markup).read();
}

} // namespace Chartline::Clinical
