// SPDX-License-Identifier: Apache-2.0
// Packing the fichas of a lote, against zlib alone on the same bytes: no names, no directory, no CRC.
#define DOCTEST_CONFIG_IMPLEMENT  // The fichas come from the tests, which need it.
#include <zlib.h>

#include <cstdio>
#include <cstdlib>
#include <memory>

#include "benchmarks/support/measure.hpp"
#include "modules/fichas/tests/visita.hpp"

namespace aroeira::bench {
namespace {

constexpr int kFichas = 100'000;
constexpr int kLevel = 6;
constexpr int kTurns = 5;  // of some seconds each

struct File {
    std::string name, bytes;
};

std::vector<File> make_files() {
    std::vector<File> files;
    files.reserve(kFichas);
    for (int i = 0; i < kFichas; ++i) {
        const fichas::testing::Visita visit{.number = i};
        files.push_back({visit.file_name(), visit.bytes()});
    }
    return files;
}

std::size_t pack(const std::vector<File>& files, std::string& out) {
    out.clear();
    zip::Writer writer(out, kLevel);
    for (const auto& file : files)
        if (!writer.add(file.name, file.bytes)) std::exit(1);
    if (!writer.finish()) std::exit(1);
    return files.size();
}

/// One stream, begun again for each ficha.
class Zlib {
public:
    Zlib() {
        if (deflateInit2(&stream_, kLevel, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) std::exit(1);
    }
    ~Zlib() { deflateEnd(&stream_); }
    Zlib(const Zlib&) = delete;
    Zlib& operator=(const Zlib&) = delete;

    std::size_t pack(const std::vector<File>& files) {
        for (const auto& file : files) {
            deflateReset(&stream_);
            room_.resize(deflateBound(&stream_, static_cast<uLong>(file.bytes.size())));
            stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(file.bytes.data()));
            stream_.avail_in = static_cast<uInt>(file.bytes.size());
            stream_.next_out = room_.data();
            stream_.avail_out = static_cast<uInt>(room_.size());
            if (deflate(&stream_, Z_FINISH) != Z_STREAM_END) std::exit(1);
        }
        return files.size();
    }

private:
    z_stream stream_{};
    std::vector<Bytef> room_;
};

}  // namespace
}  // namespace aroeira::bench

int main() {
    using namespace aroeira::bench;
    const auto files = make_files();
    std::string out;
    Zlib zlib;
    const auto compared = compare([&] { return pack(files, out); }, [&] { return zlib.pack(files); }, kTurns);
    print({.id = "zip.100_mil_fichas", .value = compared.ours, .unit = "1/s", .against = "zlib só, mesmos bytes", .floor = compared.theirs,
           .ratio = compared.ratio, .must = 0.6, .aim = 0.8});
}
