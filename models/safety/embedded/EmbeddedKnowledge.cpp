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
        ".previous\n");

extern "C" {
extern const char chartlineKnowledgeBegin[];
extern const char chartlineKnowledgeEnd[];
}

namespace Chartline::Safety {

const KnowledgeResult<std::shared_ptr<const KnowledgeBase>> &embeddedKnowledge()
{
    static const auto base = KnowledgeBase::open(
        QByteArray::fromRawData(chartlineKnowledgeBegin, chartlineKnowledgeEnd - chartlineKnowledgeBegin));
    return base;
}

} // namespace Chartline::Safety
