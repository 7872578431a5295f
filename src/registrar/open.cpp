#include "base/clock.hpp"
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
        IR_DO(workshop->continue_session());
    } else {
        IR_DO(workshop->start_session());
    }
    IR_DO(workshop->find_unnumbered());
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
    book_.write(std::move(change), std::move(rows));
    return {};
}

base::Done Workshop::continue_session() {
    IR_DO(book_.load(session_));
    IR_TRY(const auto blob, book_.reader().read_blob(cells().text(session_, "session.course_blob")));
    if (!blob) return base::refuse(base::Code::corrupt, "course blob");
    IR_TRY(const auto source, curricula::from_blob(*blob));
    IR_DO(take_course(source));
    setup_.language = cells().text(session_, "session.language");
    return load_session();
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

    IR_TRY(const auto rows, reader.read_session(session_));
    for (const auto& row : rows.kept) {
        if (row.key == "join_code") join_code_ = row.value;
        if (row.key == "pair_code") pair_code_ = row.value;
        if (row.key == "port") kept_port_ = std::atoi(row.value.c_str());
        if (row.key.starts_with("remote:")) remote_hashes_.insert(row.key.substr(7));
        if (row.key.starts_with("turn:")) turns_[row.key.substr(5)] = std::atoi(row.value.c_str());
    }
    seats_.restore(rows);
    for (const auto& row : rows.seen) {
        if (row.seat == session_) remote_seen_.emplace(row.client_id, row);
    }
    for (const auto& row : rows.hidden) {
        IR_TRY(auto said, views::parse_texts(row.content));
        unshown_.emplace(row.note, Unshown{row, std::move(said)});
    }
    for (const auto& poll : polls_) {
        const auto state = cells().text(poll, "poll.state");
        if (state == "revealed") {
            IR_TRY(outcomes_[poll], count(poll));
        }
        if (state == "closed") IR_DO(read_ballots(poll));
        if (state != "open") continue;
        // A round that was open goes on: its urn lies beside the register.
        IR_TRY(const auto form, views::read_poll_form(cells(), poll));
        Round round(poll, static_cast<int>(cells().number(poll, "poll.round", 1)), form.rule);
        IR_TRY(const auto urn, store::read_urn(register_file_, poll));
        if (urn) round.restore(*urn);
        for (const auto& drawn : rows.drawn) {
            if (drawn.poll == poll) round.note_drawn(drawn.seat);
        }
        round.set_extra(static_cast<int>(cells().number(poll, "poll.extra_draws")));
        book_.submit(store::AddTokens{poll, round.stock(seats_.size() + 64)});
        rounds_.emplace(poll, std::move(round));
    }
    return {};
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
