// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "objects/ObjectReader.h"
#include "worker/Caller.h"

#include <memory>

namespace Chartline {

// Parses objects in a separate process, after their structure has been checked in this one.
class WorkerObjects final : public Imaging::ObjectReader
{
public:
    explicit WorkerObjects(std::shared_ptr<Worker::Caller> caller)
        : m_caller(std::move(caller))
    { }
    [[nodiscard]] Imaging::Expected<Imaging::DicomObject> read(const Imaging::FileBytes &file) const override;

private:
    std::shared_ptr<Worker::Caller> m_caller;
};

// Draws pages of documents in a separate process.
class WorkerDocuments final : public Imaging::DocumentRenderer
{
public:
    explicit WorkerDocuments(std::shared_ptr<Worker::Caller> caller)
        : m_caller(std::move(caller))
    { }
    [[nodiscard]] Imaging::Expected<Imaging::DocumentPages> pages(const QByteArray &pdf,
                                                                  const Cancel *cancel = nullptr) const override;
    [[nodiscard]] Imaging::Expected<Imaging::PagePicture> draw(const QByteArray &pdf, int page, int width,
                                                               const Cancel *cancel = nullptr) const override;
    [[nodiscard]] Imaging::Expected<QString> text(const QByteArray &pdf, int page,
                                                  const Cancel *cancel = nullptr) const override;
    void forget() const override;

private:
    [[nodiscard]] Imaging::Expected<Imaging::DocumentPages> readPages(const QByteArray &pdf, const QByteArray &request,
                                                                      const Cancel *cancel) const;

    std::shared_ptr<Worker::Caller> m_caller;
};

} // namespace Chartline
