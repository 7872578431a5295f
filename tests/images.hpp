#pragma once
#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

/// Images in the making, byte by byte, so that a test may break just what it means to.
namespace images {

inline std::string big_endian(std::uint32_t value, int bytes = 4) {
    std::string text;
    while (bytes-- > 0) text += static_cast<char>(value >> static_cast<unsigned>(8 * bytes) & 0xffU);
    return text;
}
inline std::string little_endian(std::uint32_t value, int bytes = 4) {
    const auto turned = big_endian(value, bytes);
    return {turned.rbegin(), turned.rend()};
}

/// As zlib packs, without making it smaller.
inline std::string stored(std::string_view rows) {
    std::string packed("\x78\x01", 2);
    std::uint32_t low = 1, high = 0;
    for (const char c : rows) {
        low = (low + static_cast<std::uint8_t>(c)) % 65521;
        high = (high + low) % 65521;
    }
    do {
        const auto part = rows.substr(0, 65535);
        rows.remove_prefix(part.size());
        const auto size = static_cast<std::uint32_t>(part.size());
        packed += static_cast<char>(rows.empty() ? 1 : 0);
        packed += little_endian(size, 2) + little_endian(~size & 0xffffU, 2);
        packed += part;
    } while (!rows.empty());
    return packed + big_endian(high << 16U | low);
}

inline std::string chunk(std::string_view name, std::string_view body) {
    std::string text = big_endian(static_cast<std::uint32_t>(body.size()));
    text += name;
    text += body;
    std::uint32_t crc = 0xffffffffU;
    for (const char c : std::string_view(text).substr(4)) {
        crc ^= static_cast<std::uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit) crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xedb88320U : crc >> 1U;
    }
    return text + big_endian(~crc);
}

struct Png {
    std::uint32_t width = 8, height = 4;
    int depth = 8, colours = 2;
    std::string packed = {};  // of the rows; empty: what fits
    std::string before = {};  // chunks before them
};
inline std::string png_of(const Png& png) {
    auto packed = png.packed;
    if (packed.empty()) {
        const int channels = png.colours == 2 ? 3 : png.colours == 6 ? 4 : png.colours == 4 ? 2 : 1;
        const auto row = 1 + (std::size_t{png.width} * static_cast<std::size_t>(png.depth * channels) + 7) / 8;
        packed = stored(std::string(row * png.height, '\0'));
    }
    std::string header = big_endian(png.width) + big_endian(png.height);
    for (const int value : {png.depth, png.colours, 0, 0, 0}) header += static_cast<char>(value);
    return std::string("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", header) + png.before + chunk("IDAT", packed) +
           chunk("IEND", "");
}

using Pixel = std::array<int, 4>;
/// RGBA, each px by its place.
inline std::string png_of(int width, int height, const std::function<Pixel(int x, int y)>& pixel) {
    std::string rows;
    for (int y = 0; y < height; ++y) {
        rows += '\0';
        for (int x = 0; x < width; ++x) {
            for (const int part : pixel(x, y)) rows += static_cast<char>(part);
        }
    }
    return png_of({static_cast<std::uint32_t>(width), static_cast<std::uint32_t>(height), 8, 6, stored(rows), {}});
}

/// Two colours, side by side; `cut`: bytes at its end that are missing.
inline std::string gif_of(std::uint32_t width = 4, std::uint32_t height = 2, std::size_t cut = 0) {
    std::string gif = "GIF89a" + little_endian(width, 2) + little_endian(height, 2);
    gif += std::string("\x80\x00\x00\xff\x00\x00\x00\x00\xff", 9);
    gif += "\x2c" + std::string(4, '\0') + little_endian(width, 2) + little_endian(height, 2) + std::string(1, '\0');
    // 0 0 1 1 0 0 1 1, cleared before each so that codes stay three bits wide: 4 0 4 0 4 1 4 1 … 5
    std::string data;
    std::uint32_t bits = 0;
    int count = 0;
    const auto put = [&](std::uint32_t code) {
        bits |= code << static_cast<unsigned>(count);
        for (count += 3; count >= 8; count -= 8, bits >>= 8U) data += static_cast<char>(bits & 0xffU);
    };
    for (std::uint32_t i = 0; i < 8; ++i) {
        put(4);
        put(i / 2 % 2);
    }
    put(5);
    if (count > 0) data += static_cast<char>(bits & 0xffU);
    gif += std::string(1, '\2') + static_cast<char>(data.size()) + data + std::string(1, '\0') + ";";
    return gif.substr(0, gif.size() - cut);
}

/// 24 bits a px, all of one grey.
inline std::string bmp_of(std::int32_t width = 4, std::int32_t height = 2) {
    const auto rows =
        std::string((static_cast<std::size_t>(width) * 3 + 3) / 4 * 4 * static_cast<std::size_t>(height), 'p');
    return "BM" + little_endian(static_cast<std::uint32_t>(54 + rows.size())) + little_endian(0) + little_endian(54) +
           little_endian(40) + little_endian(static_cast<std::uint32_t>(width)) +
           little_endian(static_cast<std::uint32_t>(height)) + little_endian(1, 2) + little_endian(24, 2) +
           std::string(24, '\0') + rows;
}

/// A camera's notes beside its picture: how it was held, and where it was.
inline std::string exif(int turn, bool little = true) {
    const auto two = [little](std::uint32_t v) { return little ? little_endian(v, 2) : big_endian(v, 2); };
    const auto four = [little](std::uint32_t v) { return little ? little_endian(v, 4) : big_endian(v, 4); };
    return (little ? "II" : "MM") + two(42) + four(8) + two(2) + two(0x0112) + two(3) + four(1) +
           two(static_cast<std::uint32_t>(turn)) + two(0) + two(0x8825) + two(4) + four(1) + four(38) + four(0) +
           "GPS 57 42 20 N";
}
inline std::string exif_segment(int turn, bool little = true) {
    return std::string("Exif\0\0", 6) + exif(turn, little);
}

}  // namespace images
