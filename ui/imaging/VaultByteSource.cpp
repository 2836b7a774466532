// SPDX-License-Identifier: Apache-2.0
#include "imaging/VaultByteSource.h"

#include "decode/Inflate.h"

#include <limits>

namespace Chartline::Ui {

using namespace Imaging;

VaultByteSource::VaultByteSource(std::shared_ptr<const InstanceBytes> bytes, std::vector<RecordId> records,
                                 std::vector<ImageDescription> images)
    : m_bytes(std::move(bytes))
    , m_records(std::move(records))
    , m_images(std::move(images))
{ }

Expected<QByteArray> VaultByteSource::read(int instance, qint64 offset, qint64 length) const
{
    if (instance < 0 || std::size_t(instance) >= m_records.size())
        return failure(FailureCode::Internal);
    if (!m_images[std::size_t(instance)].layout.deflated)
        return stored(instance, offset, length);
    auto whole = inflated(instance);
    if (!whole)
        return whole;
    return whole->mid(offset, length);
}

Expected<QByteArray> VaultByteSource::stored(int instance, qint64 offset, qint64 length) const
{
    auto bytes = m_bytes->read(m_records[std::size_t(instance)], offset, length);
    if (!bytes)
        return failure(FailureCode::SourceUnreadable, errorCodeName(bytes.error().code));
    return std::move(*bytes);
}

Expected<QByteArray> VaultByteSource::inflated(int instance) const
{
    const std::lock_guard lock(m_mutex);
    if (m_inflatedInstance == instance)
        return m_inflated;
    const auto file =
        stored(instance, m_images[std::size_t(instance)].layout.dataSetOffset, std::numeric_limits<qint64>::max() / 2);
    if (!file)
        return file;
    auto whole = inflateDataSet(*file);
    if (!whole)
        return whole;
    m_inflatedInstance = instance;
    m_inflated = std::move(*whole);
    return m_inflated;
}

} // namespace Chartline::Ui
