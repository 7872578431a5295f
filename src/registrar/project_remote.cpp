#include "base/language.hpp"
#include "methods/likeness.hpp"
#include "registrar/workshop.hpp"

namespace registrar {

views::RemoteView Workshop::remote_view() const {
    views::RemoteView view;
    view.room = room_view(setup_.language);
    view.room.join_code = join_code_;
    view.room.join_url = base_url_ + "/?k=" + join_code_;
    view.room.qr_svg = qr_svg_;
    view.session = session_;
    view.started = current_index().has_value();
    view.moderation = cells().text(session_, "session.moderation") != "off";
    view.saved = is_saved_in_time();
    view.frozen = frozen_ != nullptr;
    view.hands = seats_.hands();
    if (trouble_) {
        const std::string key = "error." + std::string(base::code_name(trouble_->code));
        // The program's own words, not the pages': those tell participants to turn to the trainer.
        const auto text = base::tr(key) + " " + base::tr(key + ".do");
        view.trouble = base::Error{trouble_->code, text, {}};
    }
    if (low_space_) {
        const auto left = std::to_string(*low_space_ / 1000000);
        view.low_space = base::tr_page(setup_.language, "remote.low_space", {{"megabytes", left}});
    }
    view.codes = codes_.unused();
    view.codes_file = codes_file_;
    add_block_words(view);
    add_agenda(view);
    add_inbox(view);
    add_trainers_polls(view);
    add_table_work(view);
    const auto now = book_.now_ms();
    for (const auto& receipt : receipts_) {
        if (receipt.until_ms <= now || receipt.undo.empty()) continue;
        view.undo_id = receipt.undo;
        view.undo_until_ms = receipt.until_ms;
        view.undo_text =
            base::tr_page(setup_.language, "remote.saved_ideas", {{"count", std::to_string(receipt.ideas.size())}});
    }
    for (const auto* seat : seats_.all()) {
        if (seat->row.frozen) continue;
        view.seats.push_back({seat->row.seat, seat_label(*seat), seat->row.return_code, !seat->here.empty(), seat->hand,
                              seat->row.muted, std::string(intents::use_name(seat->use)), seat->table});
    }
    return view;
}

/// The name that the person chose to show, unless it says more than a name.
std::string Workshop::shown_name(const Seat& seat) const {
    return seat.row.show_name && why_held(seat.row.name).empty() ? seat.row.name : std::string();
}

std::string Workshop::seat_label(const Seat& seat) const {
    return base::tr_page(setup_.language, "seat.label", {{"number", std::to_string(seat.number)}});
}

void Workshop::add_block_words(views::RemoteView& view) const {
    const auto* block = current_block();
    if (block == nullptr) return;
    const auto& text =
        block->texts.contains(setup_.language) ? block->texts.at(setup_.language) : block->texts.at("sv");
    for (const auto phase : methods::phases_of(*block)) view.phases.emplace_back(methods::phase_name(phase));
    view.say = text.say;
    view.act = text.act;
    view.tips = text.tips;
    view.reserve = text.reserve;
    view.html = text.html;
    view.ends_at_ms = book_.now_ms() + methods::remaining_ms(clock_of(*block), book_.now_ms());
    const auto polls = polls_of(block->id);
    for (std::size_t i = 0; i < block->polls.size(); ++i) {
        views::RemoteView::PlannedPoll planned;
        planned.index = static_cast<int>(i);
        planned.method = block->polls[i].method;
        planned.trust = model::parse_trust(block->polls[i].trust).value_or(model::Trust::open);
        const auto method = methods::parse_method(planned.method);
        planned.of_notes = block->polls[i].options.empty() && method && methods::has_options(*method) &&
                           *method != methods::Method::feelings;
        planned.question = model::question_of(text, i);
        for (const auto& poll : polls) {
            const bool cancelled = cells().text(poll, "poll.state") == "cancelled";
            if (cells().number(poll, "poll.index") == static_cast<std::int64_t>(i) && !cancelled) planned.poll = poll;
        }
        const auto asked = cells().text(planned.poll, "poll.question");
        if (!asked.empty() && !model::asks(*block, i, asked)) planned.question = asked;  // it was amended
        view.planned.push_back(std::move(planned));
    }
    // Behind those of the course: what the trainer started here. One that was called off is gone.
    std::map<std::int64_t, views::RemoteView::PlannedPoll> started;
    for (const auto& poll : polls) {
        const auto index = cells().number(poll, "poll.index");
        if (index < static_cast<std::int64_t>(block->polls.size())) continue;
        if (cells().text(poll, "poll.state") == "cancelled") continue;
        started[index] = {static_cast<int>(index), cells().text(poll, "poll.method"),
                          cells().text(poll, "poll.question"), poll};
    }
    for (auto& [index, one] : started) view.planned.push_back(std::move(one));
}

void Workshop::add_agenda(views::RemoteView& view) const {
    const auto plan = agenda();
    const auto title = [this](std::size_t index) {
        const auto& texts = course_.blocks[index].texts;
        return texts.contains(setup_.language) ? texts.at(setup_.language).title : texts.at("sv").title;
    };
    for (std::size_t i = 0; i < plan.lines.size(); ++i) {
        const auto& line = plan.lines[i];
        view.agenda.push_back({line.id, title(i), std::string(methods::block_state_name(line.state)), line.minutes,
                               line.starts_at, line.late});
    }
    view.drift_min = plan.drift_min;
    view.day_ends_at_ms = plan.ends_at;
    view.cut = plan.cut;
    if (plan.cut) {
        for (std::size_t i = 0; i < course_.blocks.size(); ++i) {
            if (course_.blocks[i].id != plan.cut->block) continue;
            view.cut_text = base::tr_page(setup_.language, plan.cut->skip ? "remote.cut_skip" : "remote.cut_shorten",
                                          {{"block", title(i)}, {"minutes", std::to_string(plan.cut->minutes)}});
        }
    }
    const auto place = [this, &title](std::optional<std::size_t> index) {
        return index ? std::optional(views::Labelled{course_.blocks[*index].id, title(*index)}) : std::nullopt;
    };
    view.next = place(next_index());
    view.previous = place(previous_index());
}

/// What the trainer has hidden after it was shown, wherever it was written.
std::vector<Id> Workshop::hidden_notes() const {
    std::vector<Id> hidden;
    for (const auto& note : notes_) {
        if (cells().exists(note, "note") && cells().number(note, "note.hidden") == 1) hidden.push_back(note);
    }
    return hidden;
}

/// All that people wrote in a note that has been shown.
std::string Workshop::words_on(const Id& note) const {
    return cells().text(note, "note.text") + "\n" + cells().text(note, "note.photo_shows");
}

void Workshop::add_inbox(views::RemoteView& view) const {
    for (const auto& note : hidden_notes()) {
        const auto text = cells().text(note, "note.text");
        const auto words = words_on(note);
        view.hidden.push_back({note, text, std::string(why_held(words)), cells().text(note, "note.author_name"),
                               cells().text(note, "note.language"), photo_view(note), version_of(words)});
    }
    std::vector<Id> shown;
    std::vector<std::string> texts;
    for (const auto& note : view.room.wall) {
        shown.push_back(note.id);
        texts.push_back(note.text);
    }
    const auto words_of = [this](const Unshown& unshown) {
        const auto& text = unshown.at("text");
        const auto idea = base::parse_id(unshown.at("card"));
        if (!text.empty() || !idea) return text;
        const auto stands = cells().text(*idea, "idea." + unshown.at("field"));
        return base::tr_page(setup_.language, "remote.empties", {{"text", stands}});
    };
    for (const auto& [id, unshown] : unshown_) {
        const auto edited = base::parse_id(unshown.at("edits"));
        auto author = edited ? cells().text(*edited, "note.author_name") : unshown.at("author");
        auto language = edited ? cells().text(*edited, "note.language") : unshown.at("language");
        if (!unshown.row.waiting) {
            view.hidden.push_back({id, words_of(unshown), std::string(why_held(unshown.words())), std::move(author),
                                   std::move(language), photo_view(id), version_of(unshown.words())});
            continue;
        }
        views::RemoteView::InboxItem item;
        item.note = id;
        item.type = unshown.at("type");
        item.text = words_of(unshown);
        item.author = std::move(author);
        item.language = std::move(language);
        item.held = why_held(unshown.words());
        item.version = version_of(unshown.words());
        item.photo = photo_view(id);
        if (edited) {
            item.edits = views::RemoteView::Edited{*edited, cells().text(*edited, "note.text"), std::nullopt,
                                                   cells().text(*edited, "note.photo_shows")};
            if (unshown.said.contains("shows")) item.edits->shows = unshown.at("shows");
        }
        if (const auto idea = base::parse_id(unshown.at("card"))) {
            item.about = cells().text(*idea, "note.text");
            item.field = field_label(unshown.at("block"), unshown.at("field"), setup_.language);
        }
        if (const auto board = base::parse_id(unshown.at("board"))) {
            const auto* head = boards_.find_head(*board);
            if (head != nullptr) item.about = head->title;
            item.field = unshown.at("label");
        }
        // Hundreds may wait at once; the likeness is a hint for the first that the trainer sees.
        const bool wants_hint = view.inbox.size() < 40 && item.held.empty() && item.about.empty() && !edited;
        const int like = wants_hint ? methods::find_near_duplicate(item.text, texts) : -1;
        if (like >= 0) {
            item.like = shown[static_cast<std::size_t>(like)];
            item.like_text = texts[static_cast<std::size_t>(like)];
        }
        view.inbox.push_back(std::move(item));
    }
}

/// The trainer sees the block's cancelled rounds too, and who has drawn in the open ones.
void Workshop::add_trainers_polls(views::RemoteView& view) const {
    const auto* block = current_block();
    if (block == nullptr) return;
    for (const auto& poll : polls_of(block->id)) {
        if (cells().text(poll, "poll.state") != "cancelled") continue;
        if (auto cancelled = poll_view(poll, setup_.language)) view.room.polls.push_back(std::move(*cancelled));
    }
}

}  // namespace registrar
