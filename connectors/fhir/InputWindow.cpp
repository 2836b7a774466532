// SPDX-License-Identifier: Apache-2.0
#include "fhir/InputWindow.h"

#include <algorithm>
#include <cstring>

namespace Chartline::Fhir {

namespace {

constexpr qint64 chunk = 256 * 1024;

} // namespace

InputWindow::InputWindow(ByteStream &input, std::function<bool(qint64)> advance)
    : m_input(input)
    , m_advance(std::move(advance))
{
    m_buffer.reset(static_cast<char *>(std::malloc(std::size_t(chunk + padding))));
    m_capacity = m_buffer ? chunk : 0;
    m_cursor = m_end = m_buffer.get();
    if (!m_buffer)
        m_error = Error{ErrorCode::IoFailed, {}};
}

void InputWindow::keepFrom(qint64 offset)
{
    m_keep = offset;
}

// Space behind end(): by dropping what is not needed any more, else by growing.
bool InputWindow::makeRoom()
{
    qint64 used = m_end - m_buffer.get();
    if (used < m_capacity)
        return true;
    const qint64 cursor = m_cursor - m_buffer.get();
    if (m_keep >= 0 && m_base + used - m_keep >= keepLimit)
        m_keep = -1;
    const qint64 needed = m_keep >= 0 ? std::min(cursor, m_keep - m_base) : cursor;
    if (needed > 0 && needed >= std::min(m_capacity / 2, chunk)) {
        std::memmove(m_buffer.get(), m_buffer.get() + needed, std::size_t(used - needed));
        m_base += needed;
        used -= needed;
        m_cursor = m_buffer.get() + (cursor - needed);
        m_end = m_buffer.get() + used;
        return true;
    }
    const qint64 capacity = m_capacity + std::max(chunk, m_capacity / 2);
    char *grown = static_cast<char *>(std::realloc(m_buffer.get(), std::size_t(capacity + padding)));
    if (!grown) {
        m_error = Error{ErrorCode::InputTooLarge, {QString::number(keepLimit)}};
        return false;
    }
    static_cast<void>(m_buffer.release());
    m_buffer.reset(grown);
    m_capacity = capacity;
    m_cursor = grown + cursor;
    m_end = grown + used;
    return true;
}

bool InputWindow::fill()
{
    if (m_atEnd || m_error || !makeRoom())
        return false;
    if (m_advance && !m_advance(offset())) {
        m_error = Error{ErrorCode::Cancelled, {}};
        return false;
    }
    char *space = m_buffer.get() + (m_end - m_buffer.get());
    const qint64 room = std::min(chunk, m_capacity - (m_end - m_buffer.get()));
    const auto got = m_input.read({space, std::size_t(room)});
    if (!got) {
        m_error = got.error();
        return false;
    }
    if (*got <= 0) {
        m_atEnd = true;
        std::memset(space, 0, std::size_t(padding));
        return false;
    }
    m_end = space + std::min(*got, room);
    return true;
}

} // namespace Chartline::Fhir
