#include <algorithm>

#include "base/language.hpp"
#include "registrar/wall_cells.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

const model::BlockText& text_in(const model::Block& block, const std::string& language) {
    const auto found = block.texts.find(language);
    return found != block.texts.end() ? found->second : block.texts.at("sv");
}

std::string label_in(const model::BlockText& text, const std::string& id) {
    const auto found = text.labels.find(id);
    return found == text.labels.end() ? id : found->second;
}

/// The program's own words for a vote, frozen in one language, in another, which the pages know even where the course
/// does not; what people have written stays as written.
void tell_own_words(views::PollView& poll, const std::string& frozen, const std::string& language) {
    const auto tell = [&](std::string& text, const std::string& key) {
        const bool own = text == base::tr_page(frozen, key);
        if (own) text = base::tr_page(language, key);
        return own;
    };
    for (const auto* kind : {"options", "number", "feeling"}) {
        if (tell(poll.question, "poll.question." + std::string(kind))) poll.language = language;
    }
    for (auto& criterion : poll.form.criteria) {
        tell(criterion.label, "poll.criterion." + criterion.id);
        tell(criterion.label, "poll.axis." + criterion.id);
    }
    if (methods::has_options(poll.form.rule.method)) return;
    for (auto& option : poll.form.options) {
        if (tell(option.label, "poll.feeling." + option.id)) poll.languages[option.id] = language;
    }
}

std::string field_kind(std::string_view field) {
    if (field.ends_with("_when")) return "date";
    return field.ends_with("_who") || field == "title" ? "short" : "long";
}

}  // namespace

bool Workshop::is_visible(const Id& note) const {
    return is_note_shown(cells(), session_, note);
}

/// What was voted on keeps its result, and so can be saved, when it is joined with another afterwards.
bool Workshop::is_savable(const Id& note) const {
    return cells().exists(note, "note") && cells().id(note, "note.session") == session_ &&
           cells().number(note, "note.hidden") != 1 && cells().text(note, "note.type") == "idea" &&
           cells().text(note, "idea.state") == "draft";
}

std::vector<Id> Workshop::notes_of(const std::vector<std::string>& blocks) const {
    const auto* first = blocks.empty() ? nullptr : find_block(blocks.front());
    return notes_on_board(cells(), session_, notes_, blocks,
                          first == nullptr ? std::vector<std::string>() : first->groups);
}

std::string Workshop::field_label(const std::string& block, const std::string& field,
                                  const std::string& language) const {
    const auto* asking = find_block(block);
    return asking == nullptr ? field : label_in(text_in(*asking, language), field);
}

views::NoteView Workshop::note_view(const Id& note) const {
    auto view = to_note(cells(), note);
    view.number = number_of(note);
    view.photo = photo_view(note);
    return view;
}

views::BlockView Workshop::block_view(const model::Block& block, const std::string& language) const {
    const auto& text = text_in(block, language);
    const auto timer = clock_of(block);
    const auto now = book_.now_ms();
    views::BlockView view;
    view.id = block.id;
    view.kind = model::activity_name(block.activity);
    view.title = text.title;
    view.question = text.question;
    view.instruction = text.instruction;
    view.phase = cells().text(run_of(block.id), "block.phase");
    view.clock.state = timer.running() ? "running" : timer.paused() ? "paused" : "waiting";
    view.clock.remaining_ms = methods::remaining_ms(timer, now);
    view.clock.planned_ms = timer.total_ms();
    view.writes = block.collects;
    view.most_notes = block.most_notes;
    for (const auto& group : block.groups) view.groups.push_back({group, label_in(text, group)});
    for (const auto& field : block.form) {
        if (field.find('.') != std::string::npos) continue;
        const bool on_card = block.activity == model::Activity::card;
        view.form.push_back({field, label_in(text, field), on_card ? field_kind(field) : "note"});
    }
    view.lanes = lanes_of(block, language);
    view.column = cells().text(run_of(block.id), "block.column");
    if (block.collects.empty()) return view;
    for (const auto& source : blocks_on_board(block)) {
        const auto* from = source == block.id ? nullptr : find_block(source);
        if (from != nullptr) view.sources.push_back({source, text_in(*from, language).title});
    }
    return view;
}

std::vector<Id> Workshop::polls_of(std::string_view block) const {
    std::vector<Id> polls;
    for (const auto& poll : polls_) {
        if (cells().text(poll, "poll.block") == block) polls.push_back(poll);
    }
    return polls;
}

std::optional<views::PollView> Workshop::poll_view(const Id& poll, const std::string& language) const {
    auto form = form_of(poll);
    if (!form || unreadable_.contains(poll)) return std::nullopt;
    views::PollView view;
    view.id = poll;
    view.round = cells().number(poll, "poll.round", 1);
    view.question = cells().text(poll, "poll.question");
    view.state = cells().text(poll, "poll.state");
    view.form = std::move(*form);
    const auto* block = find_block(cells().text(poll, "poll.block"));
    if (block != nullptr && language != setup_.language && block->texts.contains(language)) {
        // The words of the course in the participant's language; what people wrote stays as written.
        const auto& text = block->texts.at(language);
        for (auto& option : view.form.options) {
            if (const auto found = text.labels.find(option.id); found != text.labels.end())
                option.label = found->second;
        }
        for (auto& criterion : view.form.criteria) {
            if (const auto found = text.labels.find(criterion.id); found != text.labels.end())
                criterion.label = found->second;
        }
        const auto index = static_cast<std::size_t>(cells().number(poll, "poll.index"));
        // What the trainer asked on the spot, and a proposal that was amended, stay as written.
        const bool from_course = view.question.empty() || model::asks(*block, index, view.question);
        if (index < block->polls.size() && from_course) view.question = model::question_of(text, index);
    }
    if (language != setup_.language) tell_own_words(view, setup_.language, language);
    if (const auto round = rounds_.find(poll); round != rounds_.end()) {
        view.in = static_cast<std::int64_t>(round->second.ballots());
        view.of = view.drawn = static_cast<std::int64_t>(round->second.drawn());
        view.extra = round->second.extra();
        view.paper = round->second.paper();
        for (const auto& id : round->second.lost()) {
            if (const auto* seat = seats_.find(id)) view.lost.push_back({id.text(), seat_label(*seat)});
        }
    } else {
        view.of = view.drawn = cells().number(poll, "poll.eligible");
        view.extra = cells().number(poll, "poll.extra_draws");
        view.paper = cells().number(poll, "poll.paper");
        if (const auto counted = counted_.find(poll); counted != counted_.end()) view.in = counted->second;
    }
    if (const auto outcome = outcomes_.find(poll); outcome != outcomes_.end() && view.state == "revealed") {
        view.outcome = outcome->second;
        if (const auto others = others_.find(poll); others != others_.end()) view.others = others->second;
        view.in = outcome->second.voted + outcome->second.abstained;
    }
    const auto wins = [&view](const Id& note) {
        if (!view.outcome) return false;
        const auto& winners = view.outcome->winners;
        return std::find(winners.begin(), winners.end(), note.text()) != winners.end();
    };
    // It was joined with one that won less: the result must not be lost with it.
    const auto is_winner_behind = [this, &wins](const Id& note) {
        return wins(note) && !wins(cells().id(note, "note.merged_into"));
    };
    for (const auto& option : view.form.options) {
        const auto note = base::parse_id(option.id);
        if (!note) continue;
        if (auto written = cells().text(*note, "note.language"); !written.empty()) {
            view.languages[option.id] = std::move(written);
        }
        if (cells().text(*note, "note.type") != "idea") continue;
        const auto state = cells().text(*note, "idea.state");
        if (is_savable(*note) && (is_visible(*note) || is_winner_behind(*note))) view.can_save.push_back(*note);
        const bool is_received = !state.empty() && state != "draft";
        // The same ideas may be voted on more than once: another vote's saving is not this one's.
        if (is_received && views::read_origin_poll(cells().text(*note, "idea.origin")) == poll) {
            view.saved = true;
            view.saved_notes.push_back(*note);
        }
        if (const auto number = number_of(*note); !number.empty()) view.saved_numbers.push_back(number);
    }
    return view;
}

/// The columns of the block's board: its own, else those of the blocks that it builds on.
std::vector<views::Labelled> Workshop::lanes_of(const model::Block& block, const std::string& language) const {
    std::vector<views::Labelled> lanes;
    for (const auto& group : block.groups) lanes.push_back({group, label_in(text_in(block, language), group)});
    if (!lanes.empty()) return lanes;
    for (const auto& source : block.sources) {
        const auto* from = find_block(source);
        if (from == nullptr) continue;
        for (const auto& group : from->groups) lanes.push_back({group, label_in(text_in(*from, language), group)});
    }
    return lanes;
}

views::RoomView Workshop::room_view(const std::string& language) const {
    views::RoomView room;
    room.rev = rev_;
    room.now_ms = book_.now_ms();
    room.language = course_.title.contains(language) ? language : "sv";
    room.title = course_.title.at(room.language);
    room.municipality = setup_.municipality;
    room.ended = ended();
    room.blank = cells().number(session_, "session.blank") == 1;
    room.locked = cells().number(session_, "session.locked") == 1;
    room.message = cells().text(session_, "session.message");
    room.message_id = std::to_string(cells().number(session_, "session.message_at"));
    room.people = seats_.people();
    if (tables_) {
        room.tables = views::TablesView{std::string(intents::seating_name(tables_->how)), tables_->sign,
                                        seats_.seated(tables_->count)};
    }
    if (table_boards_.handed) room.field = table_boards_.handed->field;
    const auto index = current_index();
    if (const auto next = next_index()) room.next_title = text_in(course_.blocks[*next], language).title;
    if (!index) return room;
    const auto& block = course_.blocks[*index];
    room.block = block_view(block, language);
    for (const auto& note : notes_of(blocks_on_board(block))) room.wall.push_back(note_view(note));
    room.clusters = cluster_views();
    for (const auto& poll : polls_of(block.id)) {
        if (cells().text(poll, "poll.state") == "cancelled") continue;
        if (auto view = poll_view(poll, language)) room.polls.push_back(std::move(*view));
    }
    return room;
}

views::MineView Workshop::mine_view(Seat& seat) {
    views::MineView mine;
    mine.rev = ++seat.mine_rev;
    mine.hand = seat.hand;
    mine.muted = seat.row.muted;
    mine.use = intents::use_name(seat.use);
    for (const auto& note : seat.notes) {
        views::MineView::Own own;
        own.note = note;
        if (const auto waiting = unshown_.find(note); waiting != unshown_.end()) {
            const auto& unshown = waiting->second;
            own.block = unshown.at("block");
            own.type = unshown.at("type");
            own.group = unshown.at("group");
            own.text = unshown.at("text");
            own.colour = unshown.at("colour");
            own.state = unshown.row.waiting ? "waiting" : "hidden";
            own.held = why_held(unshown.words());
            own.language = unshown.at("language");
        } else if (cells().find(note) != nullptr) {
            const auto view = note_view(note);
            own.block = cells().text(note, "note.block");
            own.type = view.type;
            own.group = view.group;
            own.text = view.text;
            own.colour = view.colour;
            own.number = view.number;
            own.language = view.language;
            own.state = cells().number(note, "note.deleted") == 1 ? "withdrawn" : view.hidden ? "hidden" : "shown";
            if (const auto edited = find_edit(note); edited != unshown_.end()) {
                const auto& edit = edited->second;
                own.edit = views::MineView::Edit{edit.at("text"), edit.row.waiting ? "waiting" : "hidden",
                                                 std::string(why_held(edit.words())), std::nullopt};
                if (edit.said.contains("shows")) own.edit->shows = edit.at("shows");
            }
        } else {
            own.state = "withdrawn";
        }
        if (own.state != "withdrawn") own.photo = photo_view(note);
        mine.notes.push_back(std::move(own));
    }
    // Whoever holds a device that others use too is not to know what one of them follows.
    if (seat.use == intents::SeatUse::one) {
        for (const auto& [idea, follower] : seat.follows) mine.follows.push_back(idea);
    }
    mine.given = given_to(seat);
    mine.table = seat.table;
    if (seat.table == 0) return mine;  // and nobody is asked: a hall that comes at once is thousands
    for (const auto* other : seats_.all()) {
        if (other->table != seat.table || other == &seat) continue;
        if (auto name = shown_name(*other); !name.empty()) mine.with.push_back(std::move(name));
    }
    return mine;
}

/// Brainwriting: in turn r, the sheet of writer (i + r) mod n lies with person i (Rohrbach's 6-3-5 rotation).
std::vector<std::pair<Id, std::string>> Workshop::given_to(const Seat& seat) const {
    std::vector<std::pair<Id, std::string>> given;
    const auto* block = current_block();
    if (block == nullptr || block->activity != model::Activity::rotate) return given;
    const auto turn = turns_.contains(block->id) ? turns_.at(block->id) : 1;
    std::vector<std::vector<Id>> sheets;
    std::size_t own = 0;
    for (const auto* writer : seats_.all()) {
        std::vector<Id> sheet;
        for (const auto& note : writer->notes) {
            const auto from = cells().text(note, "note.block");
            const auto& sources = block->sources;
            if (is_visible(note) && std::find(sources.begin(), sources.end(), from) != sources.end())
                sheet.push_back(note);
        }
        if (writer == &seat) own = sheets.size();
        if (!sheet.empty() || writer == &seat) sheets.push_back(std::move(sheet));
    }
    if (sheets.size() < 2) return given;
    const auto others = sheets.size() - 1;
    const auto step = 1 + static_cast<std::size_t>(turn - 1) % others;  // never one's own sheet
    for (const auto& note : sheets[(own + step) % sheets.size()]) {
        given.emplace_back(note, cells().text(note, "note.text"));
    }
    return given;
}

}  // namespace registrar
