// SPDX-License-Identifier: Apache-2.0
// The floor of reading an XML file: expat with handlers that only count.
// expat_floor FILE → elements, and seconds of processor, on the standard output
#include <expat.h>

#include <array>
#include <cstdio>
#include <ctime>

namespace {

void count_start(void* user, const XML_Char*, const XML_Char**) { ++*static_cast<std::size_t*>(user); }
void ignore_end(void*, const XML_Char*) {}

double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

int main(int count, char** words) {
    std::FILE* file = count == 2 ? std::fopen(words[1], "rb") : nullptr;
    if (!file) return 2;
    const double begin = processor_seconds();
    XML_Parser parser = XML_ParserCreate(nullptr);
    std::size_t elements = 0;
    XML_SetUserData(parser, &elements);
    XML_SetElementHandler(parser, count_start, ignore_end);
    std::array<char, 1 << 16> block;
    for (bool last = false; !last;) {
        const std::size_t got = std::fread(block.data(), 1, block.size(), file);
        last = got < block.size();
        if (XML_Parse(parser, block.data(), static_cast<int>(got), last) != XML_STATUS_OK) return 3;
    }
    XML_ParserFree(parser);
    std::printf("%zu %.6f\n", elements, processor_seconds() - begin);
    std::fclose(file);
}
