// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "fhir/InputWindow.h"

#include <string>

namespace Chartline::Fhir {

// Walks over JSON of any size by its shape only: strings, brackets, commas between members. What stands inside a value
// is not judged here, only where it ends; brackets that do not match are an error, as then no place behind them is
// certain. Every function returns false on an error, which is then in error().
class JsonScanner
{
public:
    explicit JsonScanner(InputWindow &window)
        : m_window(window)
    { }

    // The next byte that is no white space; -1 at the end of the input.
    [[nodiscard]] int next();
    // Goes past `expected`, after white space.
    [[nodiscard]] bool take(char expected);
    // Past a string; its text, unescaped, up to captureLimit bytes, where `text` is given.
    [[nodiscard]] bool string(std::string *text = nullptr);
    // Past any value.
    [[nodiscard]] bool value();

    // Walks over the members of an object, from its "{" to behind its "}". `member` is called at each value and has to
    // go past it.
    template<typename Function>
    [[nodiscard]] bool members(Function &&member)
    {
        if (!take('{'))
            return false;
        if (next() == '}')
            return take('}');
        while (true) {
            std::string name;
            if (next() != '"')
                return broken();
            if (!string(&name) || !take(':'))
                return false;
            if (next() < 0)
                return broken();
            if (!member(std::string_view(name)))
                return false;
            const int c = next();
            if (c == '}')
                return take('}');
            if (c != ',')
                return broken();
            if (!take(','))
                return false;
        }
    }

    // The error here: the stream's own, else InputTruncated at the end, else InputNotWellFormed.
    bool broken();
    [[nodiscard]] const Error &error() const { return m_error; }

    static constexpr std::size_t captureLimit = 4096;

private:
    [[nodiscard]] bool scalar();

    InputWindow &m_window;
    // Where a raw control character stood in a string: most likely a quotation mark was missing before it, and what
    // looks wrong later is only its consequence.
    qint64 m_suspect = -1;
    std::string m_open;
    Error m_error;
};

} // namespace Chartline::Fhir
