// Rounds: a method that goes by the clock, on one board or on every table's. Where it has got to follows from when it
// began, so that the host may start again; it goes on meanwhile, as a block's clock does.
#include <algorithm>

#include "model/board_form.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

/// What was under way when the sheets went on is still taken for the sheet that has gone.
constexpr std::int64_t late_ms = 15000;

methods::Rhythm rhythm_of(const model::FormClock& clock) {
    return {clock.rounds, std::int64_t{clock.seconds} * 1000, std::int64_t{clock.after_seconds} * 1000};
}

}  // namespace

std::string to_kept(const std::optional<RunningRounds>& run) {
    return run ? to_kept(run->boards) + " " + methods::to_json(run->timer) : std::string();
}

std::optional<RunningRounds> parse_rounds(std::string_view kept) {
    const auto begins = kept.find('{');
    if (begins == std::string_view::npos) return std::nullopt;
    const auto timer = methods::parse_timer(kept.substr(begins));
    RunningRounds run;
    run.boards = parse_boards(kept.substr(0, begins));
    if (!timer || !timer->started() || run.boards.empty()) return std::nullopt;
    run.timer = *timer;
    return run;
}

/// Null: they have no clock any more, for their template is not here.
const model::BoardForm* Workshop::form_in_rounds() const {
    if (!table_boards_.run) return nullptr;
    for (const auto& board : table_boards_.run->boards) {
        const auto* head = boards_.find_head(board);
        const auto* form = head == nullptr ? nullptr : boards_.find_form(head->form);
        if (form != nullptr && form->clock) return form;
    }
    return nullptr;
}

Judged Workshop::judge(const intents::RunRounds& wish, const Asker& asker) {
    using How = intents::RunRounds::How;
    auto& run = table_boards_.run;
    const auto now = book_.now_ms();
    if (wish.how == How::start) {
        if (form_in_rounds() != nullptr) return base::refuse(base::Code::already, "rounds");
        std::vector<const views::BoardHead*> heads;
        auto boards = wish.boards;
        // A remote names one: of a set it is all, and the room's is alone.
        if (!asker.is_wall() && !boards.empty()) {
            boards.resize(1);
            if (const auto set = find_table_set(boards.front())) boards = set->ids();
        }
        for (const auto& board : boards) {
            const auto* head = boards_.find_head(board);
            if (head == nullptr || head->session != session_) return base::refuse(base::Code::not_found, "board");
            if (head->form != boards_.find_head(boards.front())->form) {
                return base::refuse(base::Code::bad_input, "form");
            }
            heads.push_back(head);
        }
        const auto* form = heads.empty() ? nullptr : boards_.find_form(heads.front()->form);
        if (form == nullptr || !form->clock) return base::refuse(base::Code::bad_input, "form");
        std::stable_sort(heads.begin(), heads.end(), [](const auto* a, const auto* b) { return a->table < b->table; });
        run.emplace();
        for (const auto* head : heads) run->boards.push_back(head->id);
        run->timer = methods::begun(rhythm_of(*form->clock), now);
    } else {
        const auto* form = form_in_rounds();
        if (form == nullptr) return base::refuse(base::Code::not_now, "no_rounds");
        const auto rhythm = rhythm_of(*form->clock);
        auto& timer = run->timer;
        if (wish.how == How::pause) timer = methods::paused(timer, now);
        if (wish.how == How::resume) timer = methods::resumed(timer, now);
        if (wish.how == How::again) timer = methods::again(rhythm, timer, now);
        if (wish.how == How::skip) timer = methods::skipped(rhythm, timer, now);
        if (wish.how == How::stop) run.reset();
    }
    if (!table_boards_.open.empty()) {
        for (const auto* seat : seats_.all()) table_boards_.due.insert(seat->row.seat);
    }
    Rows rows;
    keep("rounds", to_kept(run), rows);
    return write_rows(asker, std::move(rows));
}

std::optional<views::RoundsView> Workshop::rounds_view() const {
    const auto* form = form_in_rounds();
    if (form == nullptr) return std::nullopt;
    const auto& run = *table_boards_.run;
    const auto part = methods::round_now(rhythm_of(*form->clock), run.timer, book_.now_ms());
    views::RoundsView view;
    view.boards = run.boards;
    view.round = part.round;
    view.of = form->clock->rounds;
    view.paused = run.timer.paused();
    view.passes_on = form->clock->passes_on && run.boards.size() > 1;
    view.showing = part.showing;
    view.over = part.over;
    view.left_ms = part.left_ms;
    view.length_ms = part.length_ms;
    if (!part.showing && !part.over) view.fields = model::fields_of_round(*form, part.round);
    return view;
}

/// Where a sheet of the run lies: the one that lies before the table of this board now. Any other board lies where it
/// is.
Id Workshop::sheet_now(const Id& board, int rounds_ago) const {
    const auto view = rounds_view();
    if (!view || !view->passes_on) return board;
    const auto own = std::find(view->boards.begin(), view->boards.end(), board);
    if (own == view->boards.end()) return board;
    const int round = std::max(0, view->round - 1 - rounds_ago);
    const auto sheet =
        model::sheet_before(static_cast<int>(own - view->boards.begin()), round, static_cast<int>(view->boards.size()));
    return view->boards[static_cast<std::size_t>(sheet)];
}

bool Workshop::has_just_passed_on() const {
    const auto view = rounds_view();
    return view && view->passes_on && view->round > 1 && !view->over && !view->showing &&
           view->length_ms - view->left_ms < late_ms;
}

/// When another part has come, all who have a board before them are told.
void Workshop::watch_rounds() {
    const auto* form = form_in_rounds();
    if (form == nullptr) return;
    auto& run = *table_boards_.run;
    const auto part = methods::round_now(rhythm_of(*form->clock), run.timer, book_.now_ms());
    if (part.is_same_part(run.told)) return;
    run.told = part;
    remote_dirty_ = true;
    if (table_boards_.open.empty()) return;
    for (const auto* seat : seats_.all()) table_boards_.due.insert(seat->row.seat);
}

}  // namespace registrar
