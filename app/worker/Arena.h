// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "worker/Descriptor.h"

#include <cstddef>
#include <optional>
#include <span>

namespace Chartline::Worker {

// A mapping of shared memory; unmapped at the end.
class Mapping
{
public:
    Mapping() = default;
    [[nodiscard]] static std::optional<Mapping> map(int descriptor, std::size_t size, bool writable);
    Mapping(Mapping &&other) noexcept
        : m_bytes(std::exchange(other.m_bytes, {}))
    { }
    Mapping &operator=(Mapping &&other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    Mapping(const Mapping &) = delete;
    Mapping &operator=(const Mapping &) = delete;
    ~Mapping() { reset(); }

    void reset();
    [[nodiscard]] std::span<std::byte> bytes() const { return m_bytes; }

private:
    std::span<std::byte> m_bytes;
};

// The client's side of memory shared with one worker. Its size is sealed, so that a worker that shrinks it cannot make
// this process fault. It only grows, by being replaced.
class Arena
{
public:
    enum class Direction {
        ToWorker, // sealed: nobody can map it for writing once it is handed over
        FromWorker,
    };
    explicit Arena(Direction direction)
        : m_direction(direction)
    { }

    // Makes it at least so large. False: no memory.
    [[nodiscard]] bool reserve(std::size_t size);
    // The descriptor of a new arena, until it has been handed over.
    [[nodiscard]] const Descriptor &fresh() const { return m_fresh; }
    void handedOver() { m_fresh.reset(); }

    [[nodiscard]] std::size_t size() const { return m_mapping.bytes().size(); }
    [[nodiscard]] std::span<std::byte> first(std::size_t size) const { return m_mapping.bytes().first(size); }
    void write(std::size_t offset, std::span<const std::byte> bytes) const;
    void wipe(std::size_t from, std::size_t to) const;

private:
    Direction m_direction;
    Mapping m_mapping;
    Descriptor m_fresh;
};

} // namespace Chartline::Worker
