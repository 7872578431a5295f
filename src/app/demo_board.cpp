#include <algorithm>
#include <boost/json.hpp>
#include <map>

#include "app/demo_story.hpp"
#include "base/check.hpp"
#include "base/files.hpp"
#include "base/jpeg.hpp"
#include "methods/order_key.hpp"
#include "model/board.hpp"

namespace app {
namespace {

namespace json = boost::json;

double content_length(const json::object& object, std::string_view key, double otherwise = 0) {
    const auto* found = object.if_contains(key);
    return found != nullptr && found->is_number() ? found->to_number<double>() : otherwise;
}

/// Ends of lines are names of other items.
class BoardTelling {
  public:
    BoardTelling(DemoStory& story, const json::object& content, std::int64_t at_ms, const DemoPhotos& photos)
        : story_(story), content_(content), at_ms_(at_ms), photos_(photos) {}

    void tell(const base::Id& session) {
        const auto board = story_.new_id(at_ms_, content_text(content_, "key"));
        auto& made = story_.at(at_ms_, "trainer", "change.make_board");
        made.set(board, "board.session", session);
        made.set(board, "board.title", content_text(content_, "title"));
        made.set(board, "board.made_at", at_ms_);
        const auto& items = content_.at("items").as_array();
        const auto took = content_number(content_, "took", 10) * 60'000;
        std::string level;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto& one = items[i].as_object();
            level = methods::key_between(level, "").value_or(std::string(methods::first_order_key));
            const auto at = at_ms_ + took * static_cast<std::int64_t>(i + 1) / static_cast<std::int64_t>(items.size());
            auto item = item_of(one);
            item.level = level;
            const auto* label = item.type == model::ItemType::line  ? "change.connect"
                                : item.type == model::ItemType::ink ? "change.draw"
                                                                    : "change.put_items";
            model::put_item(story_.at(at, "trainer", label), board, item);
        }
    }

  private:
    base::Id id_of(const std::string& key) const {
        return key.empty() ? base::Id() : story_.new_id(at_ms_, content_text(content_, "key") + "/" + key);
    }

    model::Item item_of(const json::object& one) const {
        model::Item item;
        item.id = id_of(content_text(one, "key"));
        const auto type = model::parse_item_type(content_text(one, "type"));
        base::check(type.has_value(), "the demo's items are of known types");
        item.type = *type;
        item.place = {content_length(one, "x"), content_length(one, "y"), content_length(one, "w", 200),
                      content_length(one, "h", 200)};
        item.text = content_text(one, "text");
        item.colour = content_text(one, "colour");
        item.author = content_text(one, "author");
        item.means = content_text(one, "means");
        item.size = content_length(one, "size");
        item.language = "sv";
        item.from.item = id_of(content_text(one, "from"));
        item.to.item = id_of(content_text(one, "to"));
        if (const auto* points = one.if_contains("ink")) {
            for (const auto& point : points->as_array()) {
                const auto part = [&point](std::size_t i) { return point.as_array()[i].to_number<float>(); };
                item.ink.push_back({part(0), part(1), part(2)});
            }
        }
        const auto photo = photos_.find(content_text(one, "photo"));
        if (photo != photos_.end()) item.photo = photo->second.hash;
        item.photo_shows = content_text(one, "photo_shows");
        return item;
    }

    DemoStory& story_;
    const json::object& content_;
    std::int64_t at_ms_;
    const DemoPhotos& photos_;
};

}  // namespace

base::Result<DemoPhotos> read_demo_photos(const json::object& content, const base::Path& folder) {
    constexpr int most_px = 1600;
    DemoPhotos photos;
    for (const auto& board : content.at("boards").as_array()) {
        for (const auto& item : board.as_object().at("items").as_array()) {
            const auto name = content_text(item.as_object(), "photo");
            if (name.empty() || photos.contains(name)) continue;
            IR_TRY(const auto bytes, base::read_file(folder / name));
            IR_TRY(auto clean, base::clean_jpeg(bytes, most_px));
            const auto hash = base::to_hex(base::sha256(clean.bytes));
            photos[name] = {hash, std::move(clean.bytes)};
        }
    }
    return photos;
}

void tell_boards(DemoStory& story, const json::object& content, const DemoPhotos& photos) {
    for (const auto& value : content.at("boards").as_array()) {
        const auto& board = value.as_object();
        for (const auto& one : content.at("sessions").as_array()) {
            const auto& session = one.as_object();
            if (content_text(session, "key") != content_text(board, "session")) continue;
            const auto starts = session_start(story, session);
            const auto id = story.new_id(starts, content_text(session, "key"));
            BoardTelling(story, board, starts + content_number(board, "minutes") * 60'000, photos).tell(id);
        }
    }
}

}  // namespace app
