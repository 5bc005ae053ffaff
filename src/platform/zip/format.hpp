// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

/// The records of the zip format. Source: PKWARE APPNOTE.TXT 6.3.10, 4.3 and 4.4.
namespace aroeira::zip::format {

constexpr std::uint32_t kLocalSignature = 0x04034b50;
constexpr std::uint32_t kDescriptorSignature = 0x08074b50;
constexpr std::uint32_t kCentralSignature = 0x02014b50;
constexpr std::uint32_t kEndSignature = 0x06054b50;
constexpr std::uint32_t kEnd64Signature = 0x06064b50;
constexpr std::uint32_t kLocatorSignature = 0x07064b50;

constexpr std::size_t kLocalBytes = 30;
constexpr std::size_t kCentralBytes = 46;
constexpr std::size_t kEndBytes = 22;
constexpr std::size_t kEnd64Bytes = 56;
constexpr std::size_t kLocatorBytes = 20;
constexpr std::size_t kCommentMax = 0xffff;

constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kAes = 99;

constexpr std::uint16_t kFlagEncrypted = 1 << 0;
constexpr std::uint16_t kFlagDescriptor = 1 << 3;
constexpr std::uint16_t kFlagPatch = 1 << 5;
constexpr std::uint16_t kFlagStrongEncryption = 1 << 6;
constexpr std::uint16_t kFlagUtf8 = 1 << 11;
constexpr std::uint16_t kFlagMaskedHeader = 1 << 13;

constexpr std::uint16_t kExtraZip64 = 0x0001;
constexpr std::uint32_t kSeeZip64 = 0xffffffff;
constexpr std::uint16_t kSeeZip64Short = 0xffff;

/// Little-endian integers, whatever the machine; the caller has checked the bounds.
inline std::uint16_t read16(std::string_view bytes, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at + i])); };
    return static_cast<std::uint16_t>(byte(0) | byte(1) << 8);
}
inline std::uint32_t read32(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint32_t>(read16(bytes, at)) | static_cast<std::uint32_t>(read16(bytes, at + 2)) << 16;
}
inline std::uint64_t read64(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint64_t>(read32(bytes, at)) | static_cast<std::uint64_t>(read32(bytes, at + 4)) << 32;
}

inline void put16(std::string& out, std::uint64_t v) {
    out += static_cast<char>(v & 0xff);
    out += static_cast<char>(v >> 8 & 0xff);
}
inline void put32(std::string& out, std::uint64_t v) {
    put16(out, v & 0xffff);
    put16(out, v >> 16 & 0xffff);
}
inline void put64(std::string& out, std::uint64_t v) {
    put32(out, v & 0xffffffff);
    put32(out, v >> 32);
}

}  // namespace aroeira::zip::format
