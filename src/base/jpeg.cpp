#include "base/jpeg.hpp"

#include <cstdint>

namespace base {
namespace {

constexpr int most_scans = 32;  // a progressive picture has about ten; thousands only keep a decoder busy

/// The one pass over the bytes. Markers are named as in T.81, table B.1.
class JpegWriter {
  public:
    JpegWriter(std::string_view from, int most_px, std::string_view remark) : from_(from), most_px_(most_px) {
        picture_.bytes.reserve(from.size() + remark.size() + 4);
        picture_.bytes = "\xff\xd8";
        if (!remark.empty()) {
            const auto size = static_cast<unsigned>(remark.size() + 2);
            picture_.bytes += "\xff\xfe";
            picture_.bytes += static_cast<char>(size >> 8U & 0xffU);
            picture_.bytes += static_cast<char>(size & 0xffU);
            picture_.bytes += remark;
        }
    }

    Result<Jpeg> write() {
        if (!from_.starts_with("\xff\xd8\xff")) return refuse(Code::bad_input, "jpeg");
        at_ = 2;
        for (;;) {
            const int marker = next_marker();
            if (marker == 0xd9 && scans_ > 0) {
                picture_.bytes += "\xff\xd9";
                return std::move(picture_);
            }
            const auto segment = take_segment(marker);
            if (segment.empty()) return refuse(Code::bad_input, "jpeg");
            const auto body = segment.substr(4);
            const bool tells = (marker >= 0xe0 && marker <= 0xef) || marker == 0xfe;  // APPn, COM
            if (tells) continue;
            const bool is_frame = marker == 0xc0 || marker == 0xc1 || marker == 0xc2;  // SOF0, SOF1, SOF2
            const bool is_table = marker == 0xc4 || marker == 0xdb || marker == 0xdd;  // DHT, DQT, DRI
            if (is_frame) IR_DO(look_at_frame(body));
            if (marker == 0xda && !begins_scan(body)) return refuse(Code::bad_input, "jpeg");
            if (!is_frame && !is_table && marker != 0xda) return refuse(Code::bad_input, "jpeg");
            picture_.bytes += segment;
            if (marker == 0xda && !copy_scan()) return refuse(Code::bad_input, "jpeg");
        }
    }

  private:
    int byte(std::size_t at) const { return static_cast<std::uint8_t>(from_[at]); }

    /// −1 at the end, or where no marker stands. Any number of fill bytes may stand before one.
    int next_marker() {
        if (at_ >= from_.size() || byte(at_) != 0xff) return -1;
        while (at_ < from_.size() && byte(at_) == 0xff) ++at_;
        return at_ < from_.size() ? byte(at_++) : -1;
    }

    /// Marker, length and content; empty when the marker has none, or they are cut off.
    std::string_view take_segment(int marker) {
        const bool alone = marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd9);
        if (alone || at_ + 2 > from_.size()) return {};
        const auto size = static_cast<std::size_t>(byte(at_) << 8 | byte(at_ + 1));
        if (size < 2 || size > from_.size() - at_) return {};
        const auto segment = from_.substr(at_ - 2, size + 2);
        at_ += size;
        return segment;
    }

    Done look_at_frame(std::string_view frame) {
        const auto at = [frame](std::size_t place) { return static_cast<std::uint8_t>(frame[place]); };
        if (picture_.width != 0 || frame.size() < 6 || at(0) != 8) return refuse(Code::bad_input, "jpeg");
        const std::size_t components = at(5);
        if ((components != 1 && components != 3) || frame.size() != 6 + 3 * components) {
            return refuse(Code::bad_input, "jpeg");
        }
        for (std::size_t place = 6; place < frame.size(); place += 3) {
            const int across = at(place + 1) >> 4, down = at(place + 1) & 15;
            if (across < 1 || across > 4 || down < 1 || down > 4 || at(place + 2) > 3) {
                return refuse(Code::bad_input, "jpeg");
            }
        }
        picture_.height = at(1) << 8 | at(2);
        picture_.width = at(3) << 8 | at(4);
        if (picture_.height == 0 || picture_.width == 0) return refuse(Code::bad_input, "jpeg");
        if (picture_.height > most_px_ || picture_.width > most_px_) return refuse(Code::too_large, "side");
        return {};
    }

    bool begins_scan(std::string_view header) {
        if (picture_.width == 0 || ++scans_ > most_scans || header.empty()) return false;
        const auto components = static_cast<std::uint8_t>(header[0]);
        return components >= 1 && components <= 3 && header.size() == 4 + 2 * std::size_t{components};
    }

    /// The coded data up to the next marker; in it an FF is followed by 00, or is a restart marker.
    bool copy_scan() {
        const auto from = at_;
        for (;;) {
            const auto found = from_.find('\xff', at_);
            if (found == std::string_view::npos || found + 1 >= from_.size()) return false;
            const int next = byte(found + 1);
            at_ = found;
            if (next != 0 && (next < 0xd0 || next > 0xd7)) break;
            at_ = found + 2;
        }
        picture_.bytes += from_.substr(from, at_ - from);
        return at_ > from;
    }

    std::string_view from_;
    int most_px_;
    std::size_t at_ = 0;
    int scans_ = 0;
    Jpeg picture_;
};

}  // namespace

Result<Jpeg> clean_jpeg(std::string_view bytes, int most_px, std::string_view remark) {
    return JpegWriter(bytes, most_px, remark).write();
}

}  // namespace base
