#include "paint/image_bounds.hpp"

#include <zlib.h>

#include <array>
#include <cstdlib>

#include "base/jpeg.hpp"

namespace paint {
namespace {

using base::Code;

base::Result<ImageBounds> broken() {
    return base::refuse(Code::corrupt, "image");
}

/// Numbers at places of some bytes. What is asked of it lies within them.
struct Numbers {
    std::string_view from;
    bool little = false;

    bool has(std::size_t at, std::size_t size) const { return at <= from.size() && size <= from.size() - at; }
    std::uint32_t byte(std::size_t at) const { return static_cast<std::uint8_t>(from[at]); }
    std::uint32_t two(std::size_t at) const {
        return little ? byte(at) | byte(at + 1) << 8U : byte(at) << 8U | byte(at + 1);
    }
    std::uint32_t four(std::size_t at) const {
        return little ? two(at) | two(at + 2) << 16U : two(at) << 16U | two(at + 2);
    }
};

/// Sides that are there, and not more px than may be. `times`: what one px counts.
base::Done check_sides(std::int64_t width, std::int64_t height, std::int64_t times, std::int64_t most_px) {
    constexpr std::int64_t most_side = 1 << 24;  // of stb_image
    if (width < 1 || height < 1) return base::refuse(Code::corrupt, "image");
    if (width > most_side || height > most_side || width * height * times > most_px) {
        return base::refuse(Code::too_large, "px");
    }
    return {};
}

// --- JPEG -----------------------------------------------------------------------------------------------------------

/// From the segments before the picture.
int turn_of_jpeg(const Numbers& jpeg) {
    constexpr std::string_view name("Exif\0\0", 6);
    for (std::size_t at = 2; jpeg.has(at, 4);) {
        if (jpeg.byte(at) != 0xff) break;
        if (jpeg.byte(at + 1) == 0xff) {
            ++at;
            continue;
        }
        const auto size = jpeg.two(at + 2);
        if (jpeg.byte(at + 1) == 0xda || size < 2 || !jpeg.has(at + 2, size)) break;
        const auto body = jpeg.from.substr(at + 4, size - 2);
        if (jpeg.byte(at + 1) == 0xe1 && body.starts_with(name)) return exif_turn(body.substr(name.size()));
        at += 2 + size;
    }
    return 1;
}

base::Result<ImageBounds> bounds_of_jpeg(const Numbers& file, std::int64_t most_px) {
    auto clean = base::clean_jpeg(file.from, 65535);
    if (!clean) return broken();
    IR_DO(check_sides(clean->width, clean->height, 1, most_px));
    return ImageBounds{ImageKind::jpeg, clean->width, clean->height, turn_of_jpeg(file), std::move(clean->bytes)};
}

// --- PNG ------------------------------------------------------------------------------------------------------------

constexpr std::string_view png_begins("\x89PNG\r\n\x1a\n", 8);

/// Bits that one px takes; 0 for what PNG does not have.
int bits_of_png(std::uint32_t depth, std::uint32_t colours) {
    const bool whole = depth == 8 || depth == 16, small = depth == 1 || depth == 2 || depth == 4;
    if (colours == 0 && (whole || small)) return static_cast<int>(depth);
    if (colours == 3 && (depth == 8 || small)) return static_cast<int>(depth);
    if (!whole) return 0;
    const std::uint32_t channels = colours == 2 ? 3 : colours == 4 ? 2 : colours == 6 ? 4 : 0;
    return static_cast<int>(depth * channels);
}

/// Bytes of all rows, each with its filter's byte in front.
std::int64_t unpacked_size(std::int64_t width, std::int64_t height, int bits, bool interlaced) {
    const auto rows = [bits](std::int64_t wide, std::int64_t high) {
        return wide < 1 || high < 1 ? 0 : high * (1 + (wide * bits + 7) / 8);
    };
    if (!interlaced) return rows(width, height);
    struct Pass {
        int x, y, right, down;
    };
    constexpr std::array<Pass, 7> passes{
        {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}};
    std::int64_t all = 0;
    for (const auto& pass : passes) {
        all += rows((width - pass.x + pass.right - 1) / pass.right, (height - pass.y + pass.down - 1) / pass.down);
    }
    return all;
}

/// Unpacks to nowhere, and counts.
class Unpacked {
  public:
    explicit Unpacked(std::int64_t expected) : most_(expected + spare), expected_(expected) {
        ready_ = inflateInit(&stream_) == Z_OK;
    }
    ~Unpacked() {
        if (ready_) inflateEnd(&stream_);
    }
    Unpacked(const Unpacked&) = delete;
    Unpacked& operator=(const Unpacked&) = delete;

    /// False: more than there may be, or not packed so.
    bool take(std::string_view packed) {
        // zlib takes its input as bytes that it could change, and does not.
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
        stream_.avail_in = static_cast<uInt>(packed.size());
        while (ready_ && !ended_ && stream_.avail_in > 0) {
            stream_.next_out = nowhere_.data();
            stream_.avail_out = static_cast<uInt>(nowhere_.size());
            const int result = inflate(&stream_, Z_NO_FLUSH);
            count_ += static_cast<std::int64_t>(nowhere_.size()) - stream_.avail_out;
            ended_ = result == Z_STREAM_END;
            if ((result != Z_OK && !ended_) || count_ > most_) return false;
        }
        return ready_;
    }
    bool is_whole() const { return ended_ && count_ >= expected_; }

  private:
    static constexpr std::int64_t spare = 65536;  // some programs write a little too much, and everybody shows it
    z_stream stream_{};
    std::array<Bytef, 65536> nowhere_{};
    std::int64_t most_, expected_, count_ = 0;
    bool ready_ = false, ended_ = false;
};

base::Result<ImageBounds> bounds_of_png(const Numbers& file, std::int64_t most_px) {
    constexpr std::size_t header = 8 + 8 + 13 + 4;
    if (!file.has(0, header) || file.four(8) != 13 || file.from.substr(12, 4) != "IHDR") return broken();
    const std::int64_t width = file.four(16), height = file.four(20);
    const int bits = bits_of_png(file.byte(24), file.byte(25));
    if (bits == 0 || file.byte(28) > 1) return broken();
    IR_DO(check_sides(width, height, file.byte(24) == 16 ? 2 : 1, most_px));
    ImageBounds bounds{ImageKind::png, static_cast<int>(width), static_cast<int>(height), 1, {}};
    Unpacked unpacked(unpacked_size(width, height, bits, file.byte(28) == 1));
    for (std::size_t at = header; file.has(at, 12);) {
        const std::size_t size = file.four(at);
        const auto name = file.from.substr(at + 4, 4);
        if (!file.has(at + 8, size) || !file.has(at + 8 + size, 4)) return broken();
        const auto body = file.from.substr(at + 8, size);
        if (name == "IDAT" && !unpacked.take(body)) return broken();
        if (name == "eXIf") bounds.turn = exif_turn(body);
        if (name == "IEND") {
            if (!unpacked.is_whole()) return broken();
            return bounds;
        }
        at += 12 + size;
    }
    return broken();
}

// --- GIF and BMP ----------------------------------------------------------------------------------------------------

/// Behind a row of blocks that each say how long they are; 0 when it is cut off.
std::size_t behind_blocks(const Numbers& gif, std::size_t at) {
    while (gif.has(at, 1)) {
        const auto size = gif.byte(at);
        at += 1 + size;
        if (size == 0) return at;
    }
    return 0;
}

/// Colours of a table, as the flags before it say.
std::size_t bytes_of_table(std::uint32_t flags) {
    return (flags & 0x80U) == 0 ? 0 : std::size_t{3} << ((flags & 7U) + 1);
}

base::Result<ImageBounds> bounds_of_gif(Numbers file, std::int64_t most_px) {
    file.little = true;
    if (!file.has(0, 13)) return broken();
    const auto width = file.two(6), height = file.two(8);
    IR_DO(check_sides(width, height, 1, most_px));
    // Up to the end of the first picture: the others are not looked at.
    for (std::size_t at = 13 + bytes_of_table(file.byte(10)); at != 0 && file.has(at, 1);) {
        const auto kind = file.byte(at);
        if (kind == 0x21) {
            at = behind_blocks(file, at + 2);
            continue;
        }
        if (kind != 0x2c || !file.has(at, 10)) return broken();
        const bool inside =
            file.two(at + 1) + file.two(at + 5) <= width && file.two(at + 3) + file.two(at + 7) <= height;
        const auto data = at + 10 + bytes_of_table(file.byte(at + 9));
        if (!inside || !file.has(data, 1) || behind_blocks(file, data + 1) == 0) return broken();
        return ImageBounds{ImageKind::gif, static_cast<int>(width), static_cast<int>(height), 1, {}};
    }
    return broken();
}

base::Result<ImageBounds> bounds_of_bmp(Numbers file, std::int64_t most_px) {
    file.little = true;
    if (!file.has(0, 26)) return broken();
    const auto first = file.four(10), header = file.four(14);
    const bool old = header == 12;
    if (!old && (header < 40 || !file.has(14, header))) return broken();
    const auto side = [&file, old](std::size_t at) {
        return old ? std::int64_t{file.two(at)} : std::int64_t{static_cast<std::int32_t>(file.four(at))};
    };
    const std::int64_t width = side(18), height = std::abs(side(old ? 20 : 22));
    const std::int64_t bits = file.two(old ? 24 : 28);
    IR_DO(check_sides(width, height, 1, most_px));
    const bool known = bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
    if (!known || first > file.from.size()) return broken();
    if (!old && file.four(30) != 0 && file.four(30) != 3) return broken();  // packed
    const auto there = static_cast<std::int64_t>(file.from.size() - first);
    if ((width * bits + 31) / 32 * 4 * height > there) return broken();
    return ImageBounds{ImageKind::bmp, static_cast<int>(width), static_cast<int>(height), 1, {}};
}

}  // namespace

int exif_turn(std::string_view tiff) {
    Numbers numbers{tiff, tiff.starts_with("II")};
    if (!numbers.has(0, 8) || (!numbers.little && !tiff.starts_with("MM")) || numbers.two(2) != 42) return 1;
    const std::size_t at = numbers.four(4);
    if (!numbers.has(at, 2)) return 1;
    const auto count = numbers.two(at);
    for (std::size_t entry = at + 2, i = 0; i < count && numbers.has(entry, 12); ++i, entry += 12) {
        if (numbers.two(entry) != 0x0112) continue;
        const auto turn = numbers.two(entry + 8);
        return numbers.two(entry + 2) == 3 && turn >= 1 && turn <= 8 ? static_cast<int>(turn) : 1;
    }
    return 1;
}

base::Result<ImageBounds> read_image_bounds(std::string_view bytes, std::int64_t most_px) {
    const Numbers file{bytes};
    if (bytes.starts_with("\xff\xd8\xff")) return bounds_of_jpeg(file, most_px);
    if (bytes.starts_with(png_begins)) return bounds_of_png(file, most_px);
    if (bytes.starts_with("GIF87a") || bytes.starts_with("GIF89a")) return bounds_of_gif(file, most_px);
    if (bytes.starts_with("BM") && bytes.size() >= 26) return bounds_of_bmp(file, most_px);
    return base::refuse(Code::bad_input, "image");
}

}  // namespace paint
