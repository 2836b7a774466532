// SPDX-License-Identifier: Apache-2.0
#include "services/KnowledgeAssembly.h"

#include "safety/embedded/EmbeddedKnowledge.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCryptographicHash>
#include <algorithm>

namespace Chartline {

using namespace Safety;
using Use = KnowledgePack::Use;

namespace {

constexpr qsizetype s_mostProblems = 50; // kept of a pack

QByteArray leftOutToBytes(const QList<std::pair<QString, QList<KnowledgeProblem>>> &leftOut)
{
    QCborMap map;
    for (const auto &[name, problems] : leftOut) {
        QCborArray list;
        for (const KnowledgeProblem &problem : problems.first(std::min(problems.size(), s_mostProblems)))
            list.append(QCborArray{problem.file, problem.line, problem.words});
        map.insert(name, list);
    }
    return QCborValue(map).toCbor();
}

QHash<QString, QList<KnowledgeProblem>> leftOutFromBytes(const QByteArray &bytes)
{
    QHash<QString, QList<KnowledgeProblem>> leftOut;
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    for (const auto &[name, list] : map) {
        QList<KnowledgeProblem> &problems = leftOut[name.toString()];
        for (const QCborValue value : list.toArray()) {
            const QCborArray parts = value.toArray();
            problems.append({parts.at(0).toString(), int(parts.at(1).toInteger()), parts.at(2).toString()});
        }
    }
    return leftOut;
}

// Without understanding them: they compile, or do not count.
void countNames(const PackContents &contents, KnowledgePack &pack)
{
    pack.products = pack.codes = 0;
    for (const KnowledgeFile &file : contents.files) {
        bool inCodes = false;
        for (qsizetype begin = 0; begin < file.text.size();) {
            const qsizetype end = file.text.indexOf('\n', begin);
            const QByteArrayView line =
                QByteArrayView(file.text).sliced(begin, (end < 0 ? file.text.size() : end) - begin);
            begin += line.size() + 1;
            if (!line.startsWith(' ') && !line.isEmpty() && !line.startsWith('#')) {
                inCodes = line.startsWith("codes ");
                pack.products += line.startsWith("product ") ? 1 : 0;
            } else if (inCodes && line.startsWith("  ") && !line.trimmed().startsWith("source ")) {
                pack.codes += line.trimmed().isEmpty() ? 0 : 1 + int(line.count('|'));
            }
        }
    }
}

} // namespace

bool KnowledgeVerification::ok() const
{
    return baseIsSound && compiledIsSound
           && std::ranges::all_of(packs, [](const KnowledgePack &pack) { return pack.use == Use::InUse; });
}

Result<KnowledgeAssembly> KnowledgeAssembly::read(KnowledgeStore store)
{
    KnowledgeAssembly assembly;
    CHARTLINE_ASSIGN(const QList<StoredPublisher> publishers, store.publishers());
    for (const StoredPublisher &publisher : publishers)
        assembly.m_trusted.insert(publisher.publicKey);
    CHARTLINE_ASSIGN(SecureBytes seed, store.ownSeed());
    if (const auto own = PackKey::fromSeed(std::move(seed)))
        assembly.m_ownKey = own->publicKey();
    CHARTLINE_ASSIGN(const QList<StoredPack> packs, store.packs());
    for (const StoredPack &row : packs)
        assembly.m_packs.append(assembly.entryOf(row));
    CHARTLINE_ASSIGN(assembly.m_kept, store.compiled(assembly.keyOf()));
    return assembly;
}

KnowledgeAssembly::Entry KnowledgeAssembly::entryOf(const StoredPack &row) const
{
    Entry entry;
    entry.pack.name = row.name;
    entry.pack.fingerprint = PackKey::fingerprint(row.publicKey);
    entry.pack.sha256 = row.sha256;
    entry.pack.isOwn = row.publicKey == m_ownKey;
    entry.pack.author = row.author;
    entry.pack.saved = row.saved;
    auto read = PackFile::read(row.content);
    if (!read || read->publicKey != row.publicKey || read->sha256 != row.sha256
        || read->contents.manifest.name != row.name) {
        entry.pack.use = Use::Damaged;
        return entry;
    }
    entry.pack.manifest = read->contents.manifest;
    entry.contents = std::move(read->contents);
    if (!isTrusted(row.publicKey))
        entry.pack.use = Use::NotTrusted;
    return entry;
}

bool KnowledgeAssembly::baseIsSound()
{
    const auto &base = embeddedKnowledge();
    const auto sources = embeddedSources();
    if (!base || !sources)
        return false;
    QList<KnowledgeProblem> problems;
    const auto bytes = compileKnowledge(*sources, manifestOf(**base), problems);
    return bytes && bytes->last(KnowledgeFormat::digestSize) == (*base)->sha256();
}

// Which base and packs a compiled form was made of.
QByteArray KnowledgeAssembly::keyOf() const
{
    const auto &base = embeddedKnowledge();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (base)
        hash.addData((*base)->sha256());
    for (const Entry &entry : m_packs) {
        if (entry.pack.use == Use::InUse || entry.pack.use == Use::DoesNotCompile)
            hash.addData(entry.pack.sha256);
    }
    return hash.result();
}

std::optional<QByteArray> KnowledgeAssembly::compile(const QList<qsizetype> &entries, QList<KnowledgeProblem> &problems)
{
    if (m_sources.isEmpty()) {
        auto sources = embeddedSources();
        if (!sources) {
            problems.append({{}, 0, sources.error().detail});
            return std::nullopt;
        }
        m_sources = std::move(*sources);
    }
    QList<KnowledgeAddition> additions;
    for (const qsizetype i : entries)
        additions.append({m_packs[i].contents.manifest.forCompiler(), m_packs[i].contents.files});
    return compileKnowledge(m_sources, manifestOf(**embeddedKnowledge()), problems, additions);
}

std::optional<QByteArray> KnowledgeAssembly::compileWhatGoes()
{
    QList<qsizetype> all;
    for (qsizetype i = 0; i < m_packs.size(); ++i) {
        Use &use = m_packs[i].pack.use;
        if (use == Use::DoesNotCompile)
            use = Use::InUse; // tried anew
        if (use == Use::InUse)
            all.append(i);
    }
    if (all.isEmpty())
        return std::nullopt;
    QList<KnowledgeProblem> problems;
    if (auto bytes = compile(all, problems))
        return bytes;
    // One after the other, each with those before it that can be used.
    std::optional<QByteArray> last;
    QList<qsizetype> going;
    for (const qsizetype i : std::as_const(all)) {
        problems.clear();
        if (auto bytes = compile(going + QList{i}, problems)) {
            going.append(i);
            last = std::move(bytes);
        } else {
            m_packs[i].pack.use = Use::DoesNotCompile;
            m_packs[i].pack.problems = problems.first(std::min(problems.size(), s_mostProblems));
        }
    }
    return last;
}

bool KnowledgeAssembly::useKept(KnowledgeState &state)
{
    if (!m_kept)
        return false;
    if (!m_kept->content.isEmpty()) {
        auto opened = KnowledgeBase::open(m_kept->content);
        if (!opened)
            return false;
        state.base = std::move(*opened);
    }
    const auto leftOut = leftOutFromBytes(m_kept->leftOut);
    for (Entry &entry : m_packs) {
        if (entry.pack.use == Use::InUse && leftOut.contains(entry.pack.name)) {
            entry.pack.use = Use::DoesNotCompile;
            entry.pack.problems = leftOut.value(entry.pack.name);
        }
    }
    return true;
}

// What each pack brings, counted in what was compiled.
void KnowledgeAssembly::finish(KnowledgeState &state)
{
    for (Entry &entry : m_packs) {
        KnowledgePack &pack = entry.pack;
        if (!state.base) {
            if (pack.use == Use::InUse)
                pack.use = Use::BaseUnusable;
            continue;
        }
        const KnowledgeBase &base = *state.base;
        const auto rows = base.packs();
        const auto found =
            std::ranges::find_if(rows.subspan(1), [&](const auto &row) { return base.string(row.name) == pack.name; });
        const auto index = quint32(found - rows.begin());
        const auto countOf = [&](const auto &all, auto packOf) {
            return int(std::ranges::count_if(all, [&](const auto &row) { return packOf(row) == index; }));
        };
        const auto ofWords = [](const auto &row) { return row.words.pack; };
        pack.ingredients = 0;
        for (int i = 0; i < base.ingredientCount(); ++i)
            pack.ingredients += base.ingredient(IngredientIndex(i)).pack == index ? 1 : 0;
        pack.rules = countOf(base.rules(), ofWords) + countOf(base.duplicates(), ofWords);
        countNames(entry.contents, pack);
        pack.exceptions = countOf(base.exceptions(), [](const auto &row) { return quint32(row.pack); });
    }
    state.packs.clear();
    for (const Entry &entry : std::as_const(m_packs))
        state.packs.append(entry.pack);
}

KnowledgeState KnowledgeAssembly::state(Compiled compiled)
{
    KnowledgeState state;
    const auto &embedded = embeddedKnowledge();
    if (!embedded) {
        state.fault = embedded.error();
        finish(state);
        return state;
    }
    if (compiled == Compiled::Anew || !useKept(state)) {
        std::optional<QByteArray> bytes = compileWhatGoes();
        if (bytes) {
            if (auto opened = KnowledgeBase::open(*bytes))
                state.base = std::move(*opened);
        }
        QList<std::pair<QString, QList<KnowledgeProblem>>> leftOut;
        for (const Entry &entry : std::as_const(m_packs)) {
            if (entry.pack.use == Use::DoesNotCompile)
                leftOut.append({entry.pack.name, entry.pack.problems});
        }
        // Where there are no packs there is nothing to keep.
        if (bytes || !leftOut.isEmpty()) {
            m_newKey = keyOf();
            m_newKnowledge = {bytes.value_or(QByteArray()), leftOutToBytes(leftOut)};
        }
    }
    if (!state.base)
        state.base = *embedded;
    finish(state);
    return state;
}

KnowledgeState KnowledgeAssembly::stateWithout(const QString &name)
{
    KnowledgeAssembly other = *this;
    other.m_packs.removeIf([&](const Entry &entry) { return entry.pack.name == name; });
    if (other.m_packs.size() == m_packs.size())
        return state();
    other.m_kept.reset();
    return other.state(Compiled::Anew);
}

QList<KnowledgeProblem> KnowledgeAssembly::add(const Pack &pack, const StoredPack &row)
{
    std::ignore = state(); // which packs are in use now
    KnowledgeAssembly other = *this;
    other.m_trusted.insert(pack.publicKey);
    Entry entry;
    entry.pack.name = pack.contents.manifest.name;
    entry.pack.manifest = pack.contents.manifest;
    entry.pack.fingerprint = PackKey::fingerprint(pack.publicKey);
    entry.pack.sha256 = pack.sha256;
    entry.pack.isOwn = pack.publicKey == m_ownKey;
    entry.pack.author = row.author;
    entry.pack.saved = row.saved;
    entry.contents = pack.contents;
    const auto same =
        std::ranges::find_if(other.m_packs, [&](const Entry &known) { return known.pack.name == entry.pack.name; });
    if (same == other.m_packs.end())
        other.m_packs.append(entry);
    else
        *same = entry;
    other.m_kept.reset();
    KnowledgeState after = other.state(Compiled::Anew);
    // Neither it nor, because of it, one that was in use may be left out.
    for (const KnowledgePack &now : std::as_const(after.packs)) {
        const KnowledgePack *before = this->pack(now.name);
        const bool wasInUse = before && before->use == Use::InUse;
        if (now.use == Use::DoesNotCompile && (now.name == entry.pack.name || wasInUse))
            return now.problems;
    }
    *this = std::move(other);
    return {};
}

const KnowledgePack *KnowledgeAssembly::pack(const QString &name, bool anyCase) const
{
    const auto found = std::ranges::find_if(m_packs, [&](const Entry &entry) {
        return entry.pack.name.compare(name, anyCase ? Qt::CaseInsensitive : Qt::CaseSensitive) == 0;
    });
    return found == m_packs.end() ? nullptr : &found->pack;
}

} // namespace Chartline
