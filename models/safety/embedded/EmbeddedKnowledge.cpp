// SPDX-License-Identifier: Apache-2.0
#include "safety/embedded/EmbeddedKnowledge.h"

// What the compiler (models/safety/compiler) made of models/safety/knowledge, as it is.
__asm__(".section .rodata\n"
        ".balign 64\n"
        ".global chartlineKnowledgeBegin\n"
        ".hidden chartlineKnowledgeBegin\n"
        "chartlineKnowledgeBegin:\n"
        ".incbin \"" CHARTLINE_KNOWLEDGE_FILE "\"\n"
        ".global chartlineKnowledgeEnd\n"
        ".hidden chartlineKnowledgeEnd\n"
        "chartlineKnowledgeEnd:\n"
        ".byte 0\n"
        ".global chartlineSourcesBegin\n"
        ".hidden chartlineSourcesBegin\n"
        "chartlineSourcesBegin:\n"
        ".incbin \"" CHARTLINE_KNOWLEDGE_SOURCES "\"\n"
        ".global chartlineSourcesEnd\n"
        ".hidden chartlineSourcesEnd\n"
        "chartlineSourcesEnd:\n"
        ".byte 0\n"
        ".previous\n");

extern "C" {
extern const char chartlineKnowledgeBegin[];
extern const char chartlineKnowledgeEnd[];
extern const char chartlineSourcesBegin[];
extern const char chartlineSourcesEnd[];
}

namespace Chartline::Safety {

const KnowledgeResult<std::shared_ptr<const KnowledgeBase>> &embeddedKnowledge()
{
    static const auto base = KnowledgeBase::open(
        QByteArray::fromRawData(chartlineKnowledgeBegin, chartlineKnowledgeEnd - chartlineKnowledgeBegin));
    return base;
}

KnowledgeResult<QList<KnowledgeFile>> embeddedSources()
{
    const QByteArray packed =
        QByteArray::fromRawData(chartlineSourcesBegin, chartlineSourcesEnd - chartlineSourcesBegin);
    auto files = PackFile::filesFromBytes(qUncompress(packed));
    if (!files)
        return std::unexpected(KnowledgeFault{KnowledgeFault::Kind::Damaged, files.error().detail});
    return *std::move(files);
}

KnowledgeManifest manifestOf(const KnowledgeBase &base)
{
    const auto date = [](QDate day) { return day.toString(Qt::ISODate); };
    return {base.name(), base.release(), date(base.issued()), date(base.expires())};
}

} // namespace Chartline::Safety
