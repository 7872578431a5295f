// The words of one item of a free board, or of a note of the session, handed over by the wall to be written on a tablet
// or a remote: by whoever takes them first, and by nobody else. What is written is a change as one at the wall is.
#include "base/text.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr std::int64_t field_waits_ms = 120000;  // for somebody to take it, or for who has taken it to come back

}  // namespace

Judged Workshop::judge(const intents::HandField& wish, const Asker& asker) {
    if (!asker.is_wall()) return base::refuse(base::Code::denied, "role");
    auto& handed = table_boards_.handed;
    if (wish.item.empty()) {
        handed.reset();
        return write_rows(asker, {});
    }
    if (handed) return base::refuse(base::Code::already, "field_handed");
    if (wish.board.empty()) {
        if (!is_visible(wish.item)) return base::refuse(base::Code::not_found, "note");
        hand_over({}, wish.item, cells().text(wish.item, "note.text"));
        return write_rows(asker, {});
    }
    IR_TRY(const auto item, boards_.read_item(wish.board, wish.item));
    if (item.locked) return base::refuse(base::Code::not_now, "item_locked");
    if (base::graphemes(item.text) > intents::most_entry_graphemes) {
        return base::refuse(base::Code::too_large, "text");
    }
    hand_over(wish.board, wish.item, item.text);
    return write_rows(asker, {});
}

void Workshop::hand_over(const Id& board, const Id& item, std::string text) {
    const bool for_tablets = cells().text(session_, "session.moderation") == "off";
    const auto* block = current_block();
    auto& handed = table_boards_.handed.emplace();
    handed.field = {book_.new_id(), board, item, std::move(text), {}, for_tablets};
    handed.field.most = board.empty() ? intents::most_note_graphemes : intents::most_entry_graphemes;
    handed.block = block == nullptr ? std::string() : block->id;
    handed.here_at_ms = book_.now_ms();
}

Judged Workshop::judge(const intents::LeadField& wish, const Asker& asker) {
    return judge(wish.use, asker);
}

Judged Workshop::judge(const intents::UseField& wish, const Asker& asker) {
    using How = intents::UseField::How;
    auto& handed = table_boards_.handed;
    if (!handed || handed->field.id != wish.field) return base::refuse(base::Code::not_now, "field_gone");
    auto& field = handed->field;
    const auto* seat = asker.seat;
    const bool is_theirs = seat != nullptr ? handed->seat == seat->row.seat
                                           : field.by == "remote" && field.remote == remotes_.number_of(asker.visitor);
    if (seat != nullptr && seat->row.muted) return base::refuse(base::Code::denied, "muted");
    if (wish.how == How::take) {
        if (!field.is_free() && !is_theirs) return base::refuse(base::Code::already, "field_taken");
        // In a room where the trainer reads first nobody else writes straight on the wall.
        if (seat != nullptr && !field.for_tablets) return base::refuse(base::Code::not_now, "field_trainers");
        field.by = seat != nullptr ? "seat" : "remote";
        if (seat != nullptr) handed->seat = seat->row.seat;
        if (seat == nullptr) field.remote = remotes_.number_of(asker.visitor);
        return write_rows(asker, {}, {{"text", field.text}});
    }
    if (!is_theirs) return base::refuse(base::Code::not_yours, "field");
    if (wish.how == How::write) return judge_write(wish, asker);
    handed.reset();
    return write_rows(asker, {});
}

/// By whoever has taken it. The wall can undo it there, as what was written at the wall.
Judged Workshop::judge_write(const intents::UseField& wish, const Asker& asker) {
    if (asker.seat != nullptr && is_reviewed(wish.text)) return base::refuse(base::Code::not_now, "field_trainers");
    auto& handed = table_boards_.handed;
    const auto board = handed->field.board;
    if (board.empty()) {
        IR_TRY(auto fixed, judge(intents::FixNote{handed->field.item, wish.text}, asker));
        handed.reset();
        return fixed;
    }
    auto item = boards_.read_item(board, handed->field.item);
    if (!item) {
        handed.reset();
        changed();
        return base::refuse(base::Code::not_now, "field_gone");
    }
    item->text = wish.text;
    if (!wish.language.empty()) item->language = wish.language;
    IR_DO(boards_.judge(intents::PutItems{board, "write_item", {*item}}, session_));
    handed.reset();
    // What is remembered for a repeat goes to the disk after it: nobody is told before both are there.
    return write_rows(asker, {});
}

/// It goes back to the wall by itself when the room has gone on, when what was to be written on is gone, and when
/// nobody is there who could write.
void Workshop::watch_field() {
    auto& handed = table_boards_.handed;
    if (!handed) return;
    const auto* seat = seats_.find(handed->seat);
    const bool is_here = seat != nullptr ? !seat->here.empty() : remotes_.is_here(handed->field.remote);
    const auto now = book_.now_ms();
    if (is_here || now < handed->here_at_ms) handed->here_at_ms = now;
    const auto* block = current_block();
    const bool is_same_block = handed->block == (block == nullptr ? std::string() : block->id);
    const bool is_alone = now - handed->here_at_ms >= field_waits_ms;
    const auto& field = handed->field;
    const bool is_there =
        field.board.empty() ? is_visible(field.item) : boards_.read_item(field.board, field.item).has_value();
    if (!ended() && is_same_block && !is_alone && is_there) return;
    handed.reset();
    changed();
}

}  // namespace registrar
