// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decode/FrameDecoder.h"
#include "services/ImagingService.h"

#include <mutex>
#include <vector>

namespace Chartline::Ui {

// The bytes of one series' instances, from the vault. A deflated data set (PS3.5 A.5) is inflated whole and kept while
// it is being read. Safe from several threads at once.
class VaultByteSource final : public Imaging::ByteSource
{
public:
    // `records`: of each image, in the order of the descriptions.
    VaultByteSource(std::shared_ptr<const InstanceBytes> bytes, std::vector<RecordId> records,
                    std::vector<Imaging::ImageDescription> images);

    [[nodiscard]] Imaging::Expected<QByteArray> read(int instance, qint64 offset, qint64 length) const override;

private:
    [[nodiscard]] Imaging::Expected<QByteArray> stored(int instance, qint64 offset, qint64 length) const;
    [[nodiscard]] Imaging::Expected<QByteArray> inflated(int instance) const;

    std::shared_ptr<const InstanceBytes> m_bytes;
    std::vector<RecordId> m_records;
    std::vector<Imaging::ImageDescription> m_images;
    mutable std::mutex m_mutex;
    mutable int m_inflatedInstance = -1;
    mutable QByteArray m_inflated;
};

} // namespace Chartline::Ui
