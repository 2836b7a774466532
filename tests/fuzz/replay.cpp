// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without libFuzzer: the seeds, a sample of real files where there are any, and mutations of both
// that are the same in every run. Arguments: folder of seeds [folder of real files]. With CHARTLINE_FUZZ_CRASH=PATH,
// the input that broke a target is left there.

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr std::size_t largest = 64 * 1024;
constexpr std::size_t sample = 60;
constexpr auto patience = std::chrono::seconds(8);

std::vector<std::string> readAll(const std::filesystem::path &folder, std::size_t every)
{
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (const auto &entry : std::filesystem::recursive_directory_iterator(folder, error)) {
        if (entry.is_regular_file(error) && entry.file_size(error) <= largest)
            paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    const std::size_t step = every ? std::max<std::size_t>(1, paths.size() / every) : 1;
    std::vector<std::string> files;
    for (std::size_t i = 0; i < paths.size(); i += step) {
        std::ifstream in(paths[i], std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return files;
}

const std::string *running = nullptr;

extern "C" void keepInput(int)
{
    const char *path = std::getenv("CHARTLINE_FUZZ_CRASH");
    std::FILE *file = path && running ? std::fopen(path, "wb") : nullptr;
    if (file) {
        std::fwrite(running->data(), 1, running->size(), file);
        std::fclose(file);
    }
    std::_Exit(134);
}

void run(const std::string &input)
{
    running = &input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
}

// std::mt19937 gives the same numbers everywhere; its distributions would not.
std::string mutated(std::string input, const std::vector<std::string> &all, std::mt19937 &random)
{
    static constexpr std::string_view bytes = "{}[]\",:\\<>/&;= \n\r\t0\0\xff\xef\xbb\xbf";
    for (unsigned round = random() % 4 + 1; round > 0; --round) {
        const std::size_t at = input.empty() ? 0 : random() % input.size();
        const std::size_t length = input.empty() ? 0 : std::min<std::size_t>(random() % 32, input.size() - at);
        switch (random() % 6) {
        case 0: input.resize(at); break;
        case 1: input.erase(at, length); break;
        case 2: input.insert(at, input.substr(at, length)); break;
        case 3: input.insert(at, 1, bytes[random() % bytes.size()]); break;
        case 4:
            if (!input.empty())
                input[at] = char(input[at] ^ char(1U << (random() % 8)));
            break;
        default: {
            const std::string &other = all[random() % all.size()];
            const std::size_t from = other.empty() ? 0 : random() % other.size();
            input.insert(at, other.substr(from, random() % 200));
        }
        }
    }
    return input;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s SEEDS [REAL-FILES]\n", argv[0]);
        return 2;
    }
    std::vector<std::string> inputs = readAll(argv[1], 0);
    if (inputs.empty()) {
        std::fprintf(stderr, "no seeds in %s\n", argv[1]);
        return 1;
    }
    if (argc > 2) {
        for (std::string &file : readAll(argv[2], sample))
            inputs.push_back(std::move(file));
    }
    std::signal(SIGABRT, keepInput);
    std::signal(SIGSEGV, keepInput);
    for (const std::string &input : inputs)
        run(input);
    std::mt19937 random(20261121);
    const auto start = std::chrono::steady_clock::now();
    std::size_t rounds = 0;
    while (rounds < 200'000 && std::chrono::steady_clock::now() - start < patience) {
        run(mutated(inputs[random() % inputs.size()], inputs, random));
        ++rounds;
    }
    std::printf("%zu inputs, %zu mutations\n", inputs.size(), rounds);
    return 0;
}
