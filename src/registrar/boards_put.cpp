// What hands put on free boards, move and take away.
#include <algorithm>
#include <array>

#include "base/jpeg.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "intents/limits.hpp"
#include "registrar/boards.hpp"

namespace registrar {
namespace {

constexpr std::array put_labels{"change.put_items",   "change.move_items",  "change.write_item",
                                "change.draw",        "change.connect",     "change.colour_items",
                                "change.order_items", "change.lock_items",  "change.group_items",
                                "change.tidy_items",  "change.paste_items", "change.remove_items"};

std::string label_of(const std::string& deed) {
    const auto label = "change." + deed;
    const bool known = std::find(put_labels.begin(), put_labels.end(), label) != put_labels.end();
    return known ? label : "change.put_items";
}

std::vector<Id> ids_of(const std::vector<model::Item>& items, const std::vector<Id>& gone) {
    std::vector<Id> ids;
    ids.reserve(items.size() + gone.size());
    for (const auto& item : items) ids.push_back(item.id);
    ids.insert(ids.end(), gone.begin(), gone.end());
    return ids;
}

bool has_twice(std::vector<Id> ids) {
    std::sort(ids.begin(), ids.end());
    return std::adjacent_find(ids.begin(), ids.end()) != ids.end();
}

}  // namespace

base::Done Boards::warm(const Id& item) {
    if (warm_.contains(item)) return {};
    IR_DO(book_.load(item));
    if (const auto* fields = book_.cells().find(item)) {
        const bool is_ours = std::all_of(fields->begin(), fields->end(),
                                         [](const auto& field) { return field.first.starts_with("item."); });
        if (!is_ours) return base::refuse(base::Code::bad_input, "item");
    }
    warm_.emplace(item, 0);
    warm_order_.push_back(item);
    return {};
}

void Boards::let_go_of_saved() {
    while (warm_.size() > most_warm) {
        const auto item = warm_order_.front();
        const auto found = warm_.find(item);
        if (found->second > book_.saved_upto()) return;
        warm_.erase(found);
        warm_order_.pop_front();
        book_.forget(item);
    }
}

Id Boards::lies_on(const Id& item) const {
    const auto& cells = book_.cells();
    if (cells.number(item, "item.deleted") == 1) return {};
    if (!model::parse_item_type(cells.text(item, "item.type"))) return {};
    return cells.id(item, "item.board");
}

std::vector<Id> Boards::lie_on(const std::vector<Id>& items) const {
    std::vector<Id> boards;
    boards.reserve(items.size());
    for (const auto& item : items) boards.push_back(lies_on(item));
    return boards;
}

base::Result<Book::Written> Boards::write(model::Draft draft, const std::vector<Id>& items, Rows rows) {
    draft.drop_standing(book_.cells());
    if (draft.size() > model::most_facts_in_change) {
        return base::refuse(base::Code::too_many, "items", base::tr("boards.too_many_at_once"));
    }
    const auto before = lie_on(items);
    const auto written = book_.write(std::move(draft), std::move(rows));
    follow(items, before, written);
    return written;
}

void Boards::follow(const std::vector<Id>& items, const std::vector<Id>& before, const Book::Written& written) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto& item = items[i];
        if (written.place.seq != 0) warm_[item] = written.ticket;
        const auto now = lies_on(item);
        if (now != before[i]) {
            counts_changed_ = true;
            const auto left = boards_.find(before[i]);
            if (left != boards_.end() && left->second.head.items > 0) --left->second.head.items;
            if (const auto come = boards_.find(now); come != boards_.end()) ++come->second.head.items;
        }
        for (const auto& board : {before[i], now}) {
            if (watched_.contains(board)) watched_changed_.insert(board);
        }
        if (looked_at_ && (before[i] == *looked_at_ || now == *looked_at_)) touched_.push_back(item);
    }
    if (!timeline_ || written.place.seq == 0) return;
    if (const auto change = book_.read_change(written.place)) {
        timeline_->add(*change);
        history_due_ = true;
    }
}

void Boards::can_be_undone(const Id& id, const model::Place& place) {
    const auto found = boards_.find(id);
    if (found == boards_.end() || place.seq == 0) return;
    found->second.done.push_back(place);
    found->second.undone.clear();
    news_due_ = true;
}

void Boards::tell_again(const Id& board, const std::vector<Id>& items) {
    if (looked_at_ == board) touched_.insert(touched_.end(), items.begin(), items.end());
}

/// What cannot be kept as it is; places are put within limits instead.
base::Done Boards::check(const model::Item& item) {
    if (item.id.empty()) return base::refuse(base::Code::bad_input, "item");
    for (const auto* text : {&item.text, &item.author, &item.photo_shows, &item.group_name}) {
        const bool fits = base::is_utf8(*text) && text->find('\0') == std::string::npos;
        if (!fits) return base::refuse(base::Code::bad_text, "text");
    }
    if (item.text.size() > model::most_item_text) {
        return base::refuse(base::Code::too_large, "text", base::tr("boards.text_too_long"));
    }
    if (item.ink.size() > model::most_ink_points) return base::refuse(base::Code::too_large, "ink");
    if (item.photo.empty() || pictures_.contains(item.photo)) return {};
    // A copy of one that lies here, or it would be seen nowhere.
    IR_TRY(const auto picture, book_.reader().read_blob(item.photo));
    if (!picture) return base::refuse(base::Code::not_found, "photo");
    pictures_.insert(item.photo);
    return {};
}

base::Done Boards::check_lies_on(const Id& board, const Id& item, bool unlocks) {
    IR_DO(warm(item));
    const auto lies = lies_on(item);
    if (lies.empty()) return {};
    if (lies != board) return base::refuse(base::Code::not_found, "item");
    if (!unlocks && book_.cells().number(item, "item.locked") == 1) {
        return base::refuse(base::Code::not_now, "item_locked", base::tr("boards.item_locked"));
    }
    return {};
}

Judged Boards::put(const Id& id, std::string label, const std::vector<model::Item>& items, std::vector<Id> gone,
                   bool unlocks, const store::PutBlob* picture) {
    IR_TRY(const auto* board, find(id));
    IR_TRY(const auto said, said_of(id, gone));
    gone.insert(gone.end(), said.begin(), said.end());
    const auto ids = ids_of(items, gone);
    if (ids.size() > model::most_items_at_once) {
        return base::refuse(base::Code::too_many, "items", base::tr("boards.too_many_at_once"));
    }
    if (has_twice(ids)) return base::refuse(base::Code::bad_input, "item");
    for (const auto& item : items) IR_DO(check(item));
    for (const auto& item : ids) IR_DO(check_lies_on(id, item, unlocks));
    const auto come =
        std::count_if(items.begin(), items.end(), [this](const model::Item& item) { return lies_on(item.id).empty(); });
    if (board->head.items + static_cast<std::size_t>(come) > model::most_items) {
        return base::refuse(base::Code::too_many, "board", base::tr("boards.full"));
    }
    model::Draft draft("trainer", std::move(label));
    for (const auto& item : items) model::put_item(draft, id, item);
    for (const auto& item : gone) {
        if (!lies_on(item).empty()) model::remove_item(draft, item);
    }
    // It goes first: no Change ever names a blob that is not there.
    if (picture != nullptr) book_.submit(*picture);
    IR_TRY(const auto written, write(std::move(draft), ids));
    can_be_undone(id, written.place);
    return Answer{written.ticket, {}};
}

Judged Boards::judge(const intents::PutItems& wish, const Id& /*session*/) {
    auto judged = put(wish.board, label_of(wish.deed), wish.items, wish.gone, wish.deed == "lock_items");
    if (!judged) tell_again(wish.board, ids_of(wish.items, wish.gone));
    return judged;
}

Judged Boards::judge(const intents::MoveItems& wish, const Id& /*session*/) {
    IR_DO(find(wish.from));
    IR_TRY(const auto* to, find(wish.to));
    if (wish.from == wish.to || wish.items.empty() || has_twice(wish.items)) {
        return base::refuse(base::Code::bad_input, "items");
    }
    IR_TRY(const auto said, said_of(wish.from, wish.items));
    auto moved = wish.items;
    moved.insert(moved.end(), said.begin(), said.end());
    if (moved.size() > model::most_items_at_once) {
        return base::refuse(base::Code::too_many, "items", base::tr("boards.too_many_at_once"));
    }
    if (to->head.items + moved.size() > model::most_items) {
        return base::refuse(base::Code::too_many, "board", base::tr("boards.full"));
    }
    IR_DO(book_.load(wish.from));
    model::Draft draft("trainer", "change.items_to_board");
    for (const auto& item : moved) {
        IR_DO(check_lies_on(wish.from, item, false));
        if (!lies_on(item).empty()) draft.set(item, "item.board", wish.to);
    }
    if (draft.empty()) return base::refuse(base::Code::not_found, "item");
    draft.set(wish.from, "board.parted_at", book_.now_ms());
    IR_TRY(const auto written, write(std::move(draft), moved));
    can_be_undone(wish.from, written.place);
    can_be_undone(wish.to, written.place);
    return Answer{written.ticket, {}};
}

Judged Boards::judge(const intents::PutImage& wish, const Id& /*session*/) {
    IR_DO(find(wish.board));
    const auto unreadable = [](base::Code code) {
        return base::refuse(code, "image", base::tr("boards.image_unreadable"));
    };
    if (wish.bytes.size() > intents::most_photo_bytes) return unreadable(base::Code::too_large);
    // A remark of its own, as a note's photo has: from its name nobody can tell which picture it was.
    const auto picture = base::clean_jpeg(wish.bytes, intents::most_photo_px, "iderum " + base::new_token());
    if (!picture) return unreadable(picture.error().code);
    auto item = wish.item;
    item.photo = base::to_hex(base::sha256(picture->bytes));
    const auto before = pictures_.insert(item.photo).first;
    const store::PutBlob blob{item.photo, picture->bytes, "image/jpeg"};
    auto judged = put(wish.board, "change.put_image", {item}, {}, false, &blob);
    if (!judged) pictures_.erase(before);
    return judged;
}

}  // namespace registrar
