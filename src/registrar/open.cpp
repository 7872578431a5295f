#include <algorithm>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "curricula/blob.hpp"
#include "curricula/course.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

using OpenSession = std::pair<Id, std::vector<store::KeptRow>>;

base::Result<std::optional<OpenSession>> find_open(store::Reader& reader) {
    IR_TRY(const auto rows, reader.read_rows("session", {{"ended_at", {}}}));
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        IR_TRY(auto session, reader.read_session(row->entity));
        if (!session.kept.empty()) return std::optional(OpenSession{row->entity, std::move(session.kept)});
    }
    return std::optional<OpenSession>();
}

}  // namespace

base::Result<int> read_kept_port(store::Reader& reader) {
    IR_TRY(const auto found, find_open(reader));
    if (!found) return 0;
    for (const auto& row : found->second) {
        if (row.key == "port") return std::atoi(row.value.c_str());
    }
    return 0;
}

base::Result<ReadSession> read_open_session(store::Reader& reader) {
    IR_TRY(const auto found, find_open(reader));
    if (!found) return ReadSession{};
    ReadSession open{found->first, {}};
    for (const auto& row : found->second) {
        if (row.key == "join_code") open.join_code = row.value;
    }
    return open;
}

Workshop::Workshop(Book book, base::Path register_file, Setup setup)
    : book_(std::move(book)), register_file_(std::move(register_file)), setup_(std::move(setup)) {
    languages_.insert("sv");
}

base::Result<std::unique_ptr<Workshop>> Workshop::open(Book book, const base::Path& register_file, const Setup& setup) {
    std::unique_ptr<Workshop> workshop(new Workshop(std::move(book), register_file, setup));
    const auto settings = base::derived_id("settings", {});
    IR_DO(workshop->book_.load(settings));
    const auto kept_name = workshop->cells().text(settings, "settings.municipality");
    auto& name = workshop->setup_.municipality;
    if (name.empty()) {
        name = kept_name;
    } else if (name != kept_name) {
        // Kept, or the next start would give numbers with another letter.
        model::Draft change("host", "change.municipality");
        change.set(settings, "settings.municipality", name);
        workshop->book_.write(std::move(change));
    }
    if (!setup.new_session) {
        IR_TRY(workshop->went_on_, workshop->find_open_session());
    }
    if (workshop->went_on_) {
        IR_TRY(workshop->went_on_, workshop->continue_session());
    }
    if (!workshop->went_on_) IR_DO(workshop->start_session());
    IR_DO(workshop->boards_.open());
    IR_DO(workshop->find_unnumbered());
    IR_DO(workshop->forget_followers());
    workshop->rotate_secret();
    return workshop;
}

/// The newest session that this host has begun and nobody has ended: its codes are still among the session rows.
base::Result<bool> Workshop::find_open_session() {
    IR_TRY(const auto found, find_open(book_.reader()));
    if (found) session_ = found->first;
    return found.has_value();
}

void Workshop::keep(const std::string& key, const std::string& value, Rows& rows) const {
    rows.emplace_back(store::KeptRow{session_, key, value});
}

base::Done Workshop::take_course(const model::CourseSource& source) {
    IR_TRY(auto reading, curricula::read_course(source));
    course_ = std::move(reading.course);
    return {};
}

/// The course's files are kept as a blob, and the session runs from that: an edited file never disturbs it.
base::Done Workshop::start_session() {
    IR_DO(take_course(setup_.source));
    const auto blob = curricula::to_blob(setup_.source);
    const auto hash = base::to_hex(base::sha256(blob));
    book_.submit(store::PutBlob{hash, blob, "text/x-iderum-course"});

    session_ = book_.new_id();
    join_code_ = setup_.join_code.empty() ? base::new_code(6) : setup_.join_code;
    pair_code_ = base::new_code(6);
    const auto& titles = course_.title;
    const auto title = titles.contains(setup_.language) ? titles.at(setup_.language) : titles.at("sv");
    model::Draft change("host", "change.start_session");
    change.set(session_, "session.title", title);
    change.set(session_, "session.course", course_.slug);
    change.set(session_, "session.course_blob", hash);
    change.set(session_, "session.language", setup_.language);
    change.set(session_, "session.started_at", book_.now_ms());
    change.set(session_, "session.moderation", setup_.moderation ? "on" : "off");
    Rows rows;
    keep("join_code", join_code_, rows);
    keep("pair_code", pair_code_, rows);
    // Cards that were printed before there was a session wait for this one; so do those for a session that is left open
    // for it, for whoever printed them knew of no other.
    IR_TRY(auto waiting, book_.reader().read_session({}));
    if (setup_.new_session) {
        IR_TRY(auto left, find_open(book_.reader()));
        if (left) waiting.kept.insert(waiting.kept.end(), left->second.begin(), left->second.end());
    }
    codes_.restore(waiting.kept);
    for (const auto& row : waiting.kept) {
        if (!Codes::is_row(row)) continue;
        keep(row.key, row.value, rows);
        rows.emplace_back(store::DropKept{row.session, row.key});
    }
    book_.write(std::move(change), std::move(rows));
    return {};
}

/// False when its course has been erased, perhaps in another register that this one was merged with: then nobody can go
/// on with it, and it is ended.
base::Result<bool> Workshop::continue_session() {
    IR_DO(book_.load(session_));
    IR_TRY(const auto blob, book_.reader().read_blob(cells().text(session_, "session.course_blob")));
    if (!blob) {
        IR_DO(end_without_course());
        return false;
    }
    IR_TRY(const auto source, curricula::from_blob(*blob));
    IR_DO(take_course(source));
    setup_.language = cells().text(session_, "session.language");
    IR_DO(load_session());
    return true;
}

/// As the trainer ends a session (invariant 16), with what was open in it.
base::Done Workshop::end_without_course() {
    const std::vector<store::Where> ours{{"session", model::of_id(session_)}};
    const auto now = book_.now_ms();
    model::Draft change("host", "change.end_session");
    IR_TRY(const auto blocks, book_.reader().read_rows("block", ours));
    for (const auto& block : blocks) {
        if (block.number("started_at") == 0 || block.number("ended_at") != 0) continue;
        IR_DO(book_.load(block.entity));
        change.set(block.entity, "block.ended_at", now);
    }
    IR_TRY(const auto polls, book_.reader().read_rows("poll", ours));
    std::vector<Id> open;
    for (const auto& poll : polls) {
        if (poll.text("state") != "open") continue;
        IR_DO(book_.load(poll.entity));
        change.set(poll.entity, "poll.state", "cancelled");
        change.set(poll.entity, "poll.closed_at", now);
        open.push_back(poll.entity);
    }
    change.set(session_, "session.ended_at", now);
    ended_without_course_ = cells().text(session_, "session.title");
    if (ended_without_course_.empty()) ended_without_course_ = session_.text();
    book_.write(std::move(change), {store::EndSession{session_}});
    for (const auto& poll : open) book_.submit(store::DropUrn{poll});
    book_.submit(store::Backup{});
    return {};
}

base::Done Workshop::load_session() {
    auto& reader = book_.reader();
    const std::vector<store::Where> ours{{"session", model::of_id(session_)}};
    const auto load = [this, &reader, &ours](std::string_view kind, std::vector<Id>* into) -> base::Done {
        IR_TRY(const auto rows, reader.read_rows(kind, ours));
        for (const auto& row : rows) {
            IR_DO(book_.load(row.entity));
            if (into != nullptr) into->push_back(row.entity);
        }
        return {};
    };
    IR_DO(load("block", nullptr));
    IR_DO(load("note", &notes_));
    IR_DO(load("cluster", &clusters_));
    IR_DO(load("poll", &polls_));
    IR_DO(load("persona", &personas_));

    IR_TRY(const auto rows, reader.read_session(session_));
    for (const auto& row : rows.kept) {
        if (row.key == "join_code") join_code_ = row.value;
        if (row.key == "pair_code") pair_code_ = row.value;
        if (row.key == "port") kept_port_ = std::atoi(row.value.c_str());
        if (row.key == "tables") tables_ = parse_tables(row.value);
        if (row.key == "rounds") table_boards_.run = parse_rounds(row.value);
        if (row.key == "open_boards") open_boards(parse_boards(row.value));
        if (row.key.starts_with("turn:")) turns_[row.key.substr(5)] = std::atoi(row.value.c_str());
    }
    seats_.restore(rows);
    codes_.restore(rows.kept);
    remotes_.restore(rows.kept);
    for (const auto& row : rows.seen) {
        if (row.seat == session_) remote_seen_.emplace(row.client_id, row);
    }
    for (const auto& row : rows.hidden) {
        IR_TRY(auto said, views::parse_texts(row.content));
        unshown_.emplace(row.note, Unshown{row, std::move(said)});
    }
    for (const auto& poll : polls_) {
        const auto state = cells().text(poll, "poll.state");
        if (state == "open") {
            IR_DO(reopen_round(poll, rows.drawn));
        } else if (state == "closed" || state == "revealed") {
            find_remains(poll);
            // What has been erased since is no reason not to start: the poll is only not shown.
            auto outcome = count(poll);
            if (!outcome) unreadable_.insert(poll);
            if (outcome && state == "revealed") outcomes_[poll] = std::move(*outcome);
        }
    }
    return {};
}

/// What a vote is called when people are told of it: its words, or its block when they have been erased.
std::string Workshop::name_of_vote(const Id& poll) const {
    auto question = cells().text(poll, "poll.question");
    if (!question.empty()) return question;
    const auto* block = find_block(cells().text(poll, "poll.block"));
    return block == nullptr ? poll.text() : block_view(*block, setup_.language).title;
}

/// A round that was open goes on: its urn lies beside the register. Nobody can answer a question whose words have been
/// erased, so such a round is called off. Where the urn is missing, seats that have drawn stand as those that have lost
/// their ballot; no urn is made before one is needed, for the right one may still be put there.
base::Done Workshop::reopen_round(const Id& poll, const std::vector<store::DrawnRow>& draws) {
    const auto form = views::read_poll_form(cells(), poll);
    if (!form) {
        model::Draft change("host", "change.cancel_poll");
        change.set(poll, "poll.state", "cancelled");
        change.set(poll, "poll.closed_at", book_.now_ms());
        book_.write(std::move(change));
        book_.submit(store::DropUrn{poll});
        broken_votes_.push_back({name_of_vote(poll), {}});
        return {};
    }
    const bool by_code = form->trust == model::Trust::codes;
    Round round(poll, static_cast<int>(cells().number(poll, "poll.round", 1)), form->rule, by_code);
    IR_TRY(const auto urn, store::read_urn(register_file_, poll));
    if (urn) round.restore(*urn);
    for (const auto& drawn : draws) {
        if (drawn.poll != poll) continue;
        round.note_drawn(drawn.seat, drawn.n);
        if (!urn && !by_code) round.lose(drawn.seat);
    }
    if (!urn) round.draws_are_void();
    round.set_extra(static_cast<int>(cells().number(poll, "poll.extra_draws")), urn.has_value());
    if (urn || round.drawn() == 0) {
        book_.submit(store::AddTokens{poll, round.stock(seats_.size() + 64)});
    } else {
        broken_votes_.push_back({name_of_vote(poll), store::urn_file(register_file_, poll)});
    }
    rounds_.emplace(poll, std::move(round));
    return {};
}

/// What can still be said of a poll whose words have been erased: which options there were from what was counted, rules
/// and words from the course and from notes where they still stand.
void Workshop::find_remains(const Id& poll) {
    if (views::read_poll_form(cells(), poll)) return;
    const auto ballots = read_ballots(poll);
    if (!ballots) return;
    const auto gone = base::tr_page(setup_.language, "poll.gone");
    auto form = views::read_poll_remains(cells(), poll, *ballots, gone);
    if (!form) return;
    const auto* block = find_block(cells().text(poll, "poll.block"));
    const auto index = static_cast<std::size_t>(cells().number(poll, "poll.index"));
    views::PollForm planned;
    if (block != nullptr && index < block->polls.size()) {
        const auto& plan = block->polls[index];
        planned = plan_form(*block, plan, notes_of(plan.sources)).value_or(views::PollForm());
    }
    if (cells().text(poll, "poll.params").empty() && planned.rule.method == form->rule.method) {
        planned.rule.options = std::move(form->rule.options);
        planned.rule.cost.merge(form->rule.cost);
        planned.rule.seed = form->rule.seed;
        form->unit = planned.unit;
        form->rule = std::move(planned.rule);
        form->criteria = std::move(planned.criteria);
    }
    if (cells().text(poll, "poll.options").empty()) {
        for (auto& option : form->options) {
            const auto same = [&option](const views::PollForm::Option& other) { return other.id == option.id; };
            const auto known = std::find_if(planned.options.begin(), planned.options.end(), same);
            if (known != planned.options.end() && !known->label.empty()) option.label = known->label;
        }
    }
    remains_[poll] = std::move(*form);
}

base::Result<views::PollForm> Workshop::form_of(const Id& poll) const {
    if (const auto found = remains_.find(poll); found != remains_.end()) return found->second;
    auto form = views::read_poll_form(cells(), poll);
    if (!form) return base::refuse(base::Code::not_found, "poll");
    return form;
}

void Workshop::hosted_at(const std::string& base_url, int port) {
    base_url_ = base_url;
    if (port != kept_port_) {
        kept_port_ = port;
        Rows rows;
        keep("port", std::to_string(port), rows);
        book_.write_rows(std::move(rows));
    }
    rotate_secret();
    changed();
}

}  // namespace registrar
