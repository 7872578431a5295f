#include "model/board_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace model {
namespace {

constexpr double usual_side = 200;
constexpr int most_depth = 8;

/// Walks over JSON text; after the first fault nothing more is read.
class JsonWalk {
  public:
    explicit JsonWalk(std::string_view text) : text_(text) {}
    bool failed() const { return failed_; }
    bool done() {
        pass_space();
        return !failed_ && at_ == text_.size();
    }

    double number() {
        pass_space();
        const char first = at_ < text_.size() ? text_[at_] : 0;
        double value = 0;
        if (first != '-' && (first < '0' || first > '9')) return fail();
        const auto read = std::from_chars(text_.data() + at_, text_.data() + text_.size(), value);
        if (read.ec != std::errc() || !std::isfinite(value)) return fail();
        at_ = static_cast<std::size_t>(read.ptr - text_.data());
        return value;
    }
    /// As it stands between its quotes.
    std::string_view string() {
        if (!take('"')) return failed_ = true, std::string_view();
        const auto from = at_;
        for (; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\')
                ++at_;
            else if (text_[at_] == '"')
                return text_.substr(from, at_++ - from);
        }
        failed_ = true;
        return {};
    }
    /// `member` reads the value of the key that it is given.
    template <class Member>
    void object(const Member& member) {
        each('{', '}', [this, &member] {
            const auto key = string();
            if (!take(':')) failed_ = true;
            if (!failed_) member(key);
        });
    }
    template <class Element>
    void array(const Element& element) {
        each('[', ']', element);
    }
    void pass(int depth = 0) {
        pass_space();
        const char first = at_ < text_.size() ? text_[at_] : 0;
        if (depth > most_depth) {
            failed_ = true;
        } else if (first == '{') {
            object([this, depth](std::string_view) { pass(depth + 1); });
        } else if (first == '[') {
            array([this, depth] { pass(depth + 1); });
        } else if (first == '"') {
            string();
        } else if (first >= 'a' && first <= 'z') {
            for (const std::string_view word : {"true", "false", "null"}) {
                if (text_.substr(at_).starts_with(word)) return void(at_ += word.size());
            }
            failed_ = true;
        } else {
            number();
        }
    }

  private:
    double fail() {
        failed_ = true;
        return 0;
    }
    void pass_space() {
        while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
    }
    bool take(char wanted) {
        pass_space();
        if (failed_ || at_ >= text_.size() || text_[at_] != wanted) return false;
        ++at_;
        return true;
    }
    template <class Each>
    void each(char open, char close, const Each& one) {
        if (!take(open)) return void(fail());
        if (take(close)) return;
        do {
            one();
            if (failed_) return;
        } while (take(','));
        if (!take(close)) fail();
    }

    std::string_view text_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

void put(std::string& json, double value) {
    std::array<char, 64> digits{};
    const double kept = value == 0 ? 0.0 : value;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), kept, std::chars_format::fixed);
    json.append(digits.data(), end.ptr);
}

double hundredths(double value) {
    return std::round(value * 100) / 100;
}

double within(double value, double lowest, double highest, double otherwise) {
    return std::isnan(value) ? otherwise : hundredths(std::clamp(value, lowest, highest));
}

void put_end(std::string& json, const LineEnd& end) {
    json += '{';
    if (!end.item.empty()) json += "\"item\":\"" + end.item.text() + "\",";
    json += "\"x\":";
    put(json, end.at.x);
    json += ",\"y\":";
    put(json, end.at.y);
    json += '}';
}

LineEnd read_end(JsonWalk& walk) {
    LineEnd end;
    walk.object([&walk, &end](std::string_view key) {
        if (key == "item") {
            end.item = base::parse_id(walk.string()).value_or(Id{});
        } else if (key == "x") {
            end.at.x = walk.number();
        } else if (key == "y") {
            end.at.y = walk.number();
        } else {
            walk.pass();
        }
    });
    end.at = point_within_limits(end.at);
    return end;
}

}  // namespace

base::Rect place_within_limits(const base::Rect& place) {
    return {within(place.x, -farthest_item, farthest_item, 0), within(place.y, -farthest_item, farthest_item, 0),
            within(place.w, 1, farthest_item, usual_side), within(place.h, 1, farthest_item, usual_side)};
}

base::Point point_within_limits(const base::Point& point) {
    return {within(point.x, -farthest_item, farthest_item, 0), within(point.y, -farthest_item, farthest_item, 0)};
}

InkPoint ink_within_limits(const InkPoint& point) {
    const auto tenths = [](float value) {
        const double kept = std::isnan(value) ? 0 : std::clamp(double(value), -farthest_item, farthest_item);
        return static_cast<float>(std::round(kept * 10) / 10);
    };
    const double pressure = std::isnan(point.pressure) ? 0.5 : std::clamp(double(point.pressure), 0.0, 1.0);
    return {tenths(point.x), tenths(point.y), static_cast<float>(std::round(pressure * 100) / 100)};
}

std::string place_to_json(const base::Rect& place) {
    std::string json = "{\"h\":";
    put(json, place.h);
    json += ",\"w\":";
    put(json, place.w);
    json += ",\"x\":";
    put(json, place.x);
    json += ",\"y\":";
    put(json, place.y);
    return json += '}';
}

std::string ends_to_json(const Ends& ends) {
    std::string json = "{\"from\":";
    put_end(json, ends.first);
    json += ",\"to\":";
    put_end(json, ends.second);
    return json += '}';
}

std::string ink_to_json(const std::vector<InkPoint>& ink) {
    std::string json = "[";
    for (const auto& point : ink) {
        for (const double number : {point.x * 10.0, point.y * 10.0, point.pressure * 100.0}) {
            if (json.size() > 1) json += ',';
            json += std::to_string(std::llround(number));
        }
    }
    return json += ']';
}

base::Rect read_place(std::string_view json) {
    JsonWalk walk(json);
    base::Rect place{0, 0, usual_side, usual_side};
    walk.object([&walk, &place](std::string_view key) {
        if (key == "h") {
            place.h = walk.number();
        } else if (key == "w") {
            place.w = walk.number();
        } else if (key == "x") {
            place.x = walk.number();
        } else if (key == "y") {
            place.y = walk.number();
        } else {
            walk.pass();
        }
    });
    if (!walk.done()) place = {0, 0, usual_side, usual_side};
    return place_within_limits(place);
}

Ends read_ends(std::string_view json) {
    JsonWalk walk(json);
    Ends ends;
    walk.object([&walk, &ends](std::string_view key) {
        if (key == "from") {
            ends.first = read_end(walk);
        } else if (key == "to") {
            ends.second = read_end(walk);
        } else {
            walk.pass();
        }
    });
    return walk.done() ? ends : Ends{};
}

std::vector<InkPoint> read_ink(std::string_view json) {
    JsonWalk walk(json);
    std::vector<float> numbers;
    walk.array([&walk, &numbers] {
        const double number = std::clamp(walk.number(), -farthest_item * 10, farthest_item * 10);
        if (numbers.size() < most_ink_points * 3) numbers.push_back(static_cast<float>(number));
    });
    std::vector<InkPoint> ink;
    if (!walk.done()) return ink;
    ink.reserve(numbers.size() / 3);
    for (std::size_t i = 0; i + 2 < numbers.size(); i += 3) {
        ink.push_back(ink_within_limits({numbers[i] / 10, numbers[i + 1] / 10, numbers[i + 2] / 100}));
    }
    return ink;
}

}  // namespace model
