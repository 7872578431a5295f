#include "registrar/workshop.hpp"

namespace registrar {

void Workshop::greet(const intents::Greeted& greeted) {
    const auto& hello = greeted.hello;
    if (hello.version != intents::protocol_version) {
        return refuse(greeted.visitor, {base::Code::unknown_message, "version", {}}, hello.language);
    }
    if (ended() && hello.role != intents::Role::remote) {
        return refuse(greeted.visitor, {base::Code::closed, {}, {}}, hello.language);
    }
    switch (hello.role) {
        case intents::Role::tablet:
            return admit_tablet(greeted);
        case intents::Role::remote:
            return admit_remote(greeted);
        case intents::Role::audience:
            return admit_audience(greeted);
    }
}

void Workshop::refuse(intents::Visitor visitor, base::Error error, const std::string& language) {
    out_.emplace_back(intents::Refuse{visitor, std::move(error), language});
}

bool Workshop::is_join_secret(std::string_view text) const {
    return base::same_secret(text, join_code_) || (!qr_secret_.empty() && base::same_secret(text, qr_secret_)) ||
           (!earlier_qr_secret_.empty() && base::same_secret(text, earlier_qr_secret_));
}

std::string Workshop::channel_of(const std::string& language) {
    const auto& known = setup_.page_languages;
    const auto found = std::find(known.begin(), known.end(), language);
    const auto code = found == known.end() ? std::string("sv") : language;
    if (languages_.insert(code).second) changed();
    return "tablet/" + code;
}

void Workshop::admit_tablet(const intents::Greeted& greeted) {
    const auto& hello = greeted.hello;
    if (!hello.seat.empty()) {
        auto* seat = seats_.find_by_secret(hello.seat);
        if (seat != nullptr) return welcome(*seat, greeted, hello.seat, 0);
        // Not a wrong code: 128 bits cannot be guessed; the device comes from another session and shall join anew.
        if (hello.join.empty()) return refuse(greeted.visitor, {base::Code::not_found, "seat", {}}, hello.language);
    }
    if (!hello.return_code.empty()) {
        auto* seat = seats_.find_by_return_code(hello.return_code);
        if (seat == nullptr) return refuse(greeted.visitor, {base::Code::wrong_code, {}, {}}, hello.language);
        return take_over(*seat, greeted);
    }
    if (!is_join_secret(hello.join)) {
        return refuse(greeted.visitor, {base::Code::wrong_code, {}, {}}, hello.language);
    }
    if (book_.is_full()) return refuse(greeted.visitor, {base::Code::not_saved, {}, {}}, hello.language);
    const auto secret = base::new_token();
    store::SeatRow row;
    row.seat = book_.new_id();
    row.session = session_;
    row.secret_hash = hash_of(secret);
    do {
        row.return_code = base::new_code(6);
    } while (seats_.find_by_return_code(row.return_code) != nullptr);
    row.name = hello.name;
    row.show_name = hello.show_name && !hello.name.empty();
    row.language = hello.language;
    row.joined_at_ms = book_.now_ms();
    auto& seat = seats_.add(row);
    welcome(seat, greeted, secret, book_.write_rows({std::move(row)}));
}

/// The old device is frozen: it is told so, and its secret opens nothing any more.
void Workshop::take_over(Seat& seat, const intents::Greeted& greeted) {
    const auto secret = base::new_token();
    seats_.change_secret(seat, hash_of(secret));
    seat.row.language = greeted.hello.language;
    const auto frame = std::make_shared<const std::string>(views::to_frame("taken", {}));
    const auto here = seat.here;
    for (const auto visitor : here) {
        seats_.leave(visitor);
        out_.emplace_back(intents::Close{visitor, frame});
    }
    welcome(seat, greeted, secret, book_.write_rows({seat.row}));
}

/// The secret leaves when the seat is on disk.
void Workshop::welcome(Seat& seat, const Greeted& greeted, const std::string& secret, std::uint64_t ticket) {
    const auto visitor = greeted.visitor;
    seats_.arrive(seat, visitor, greeted.origin);
    sit_down(seat);
    people_dirty_ = true;
    const auto tell = [this, id = seat.row.seat, visitor, secret] {
        auto* here = seats_.find(id);
        if (here == nullptr || !here->here.contains(visitor)) return;
        const auto frame = views::to_frame("welcome",
                                           {{"role", "tablet"},
                                            {"seat", secret},
                                            {"return", here->row.return_code},
                                            {"name", here->row.name},
                                            {"place", std::to_string(here->number)},
                                            {"lang", here->row.language}},
                                           {{"v", std::to_string(intents::protocol_version)},
                                            {"now", std::to_string(book_.now_ms())},
                                            {"show_name", here->row.show_name ? "true" : "false"}});
        out_.emplace_back(intents::Admit{visitor,
                                         std::make_shared<const std::string>(frame),
                                         intents::Role::tablet,
                                         {channel_of(here->row.language)}});
        send(visitor, views::to_mine(mine_view(*here)), "mine");
        if (!table_boards_.open.empty()) table_boards_.due.insert(id);
        give_ballots(*here);
    };
    if (ticket <= book_.saved_upto()) {
        tell();
    } else {
        answers_.when_saved(ticket, tell);
    }
}

void Workshop::admit_remote(const intents::Greeted& greeted) {
    const auto& hello = greeted.hello;
    if (!hello.secret.empty()) {
        if (remotes_.knows(hash_of(hello.secret))) return let_remote_in(greeted.visitor, hello.secret);
        return refuse(greeted.visitor, {base::Code::not_found, "remote", {}}, hello.language);
    }
    if (hello.pair.empty() || !base::same_secret(hello.pair, pair_code_)) {
        return refuse(greeted.visitor, {base::Code::wrong_code, {}, {}}, hello.language);
    }
    ask_at_wall(greeted.visitor, hello.language);
}

void Workshop::admit_audience(const intents::Greeted& greeted) {
    if (!is_join_secret(greeted.hello.join)) {
        return refuse(greeted.visitor, {base::Code::wrong_code, {}, {}}, greeted.hello.language);
    }
    audiences_.insert(greeted.visitor);
    changed();
    const auto frame =
        views::to_frame("welcome", {{"role", "audience"}},
                        {{"v", std::to_string(intents::protocol_version)}, {"now", std::to_string(book_.now_ms())}});
    out_.emplace_back(intents::Admit{
        greeted.visitor, std::make_shared<const std::string>(frame), intents::Role::audience, {"audience"}});
}

void Workshop::gone(intents::Visitor visitor) {
    if (remotes_.leave(visitor)) remote_dirty_ = true;
    audiences_.erase(visitor);
    if (auto* seat = seats_.leave(visitor)) {
        if (seat->here.empty()) {
            seat->hand = false;
            close_card(*seat);
        }
        people_dirty_ = true;
    }
}

}  // namespace registrar
