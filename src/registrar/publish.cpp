// What goes out, and how often: an answer at once, a page at most 20 times a second, counts and crowds less often the
// more there are.
#include <algorithm>

#include "base/language.hpp"
#include "base/qr.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr std::int64_t page_every_ms = 50;
constexpr std::int64_t register_every_ms = 500;
constexpr std::int64_t board_counts_every_ms = 1000;
constexpr std::int64_t secret_every_ms = 60000;
constexpr std::int64_t slow_disk_ms = 1000;

intents::Text shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

void Workshop::send(intents::Visitor visitor, std::string frame, std::string slot) {
    out_.emplace_back(intents::Send{visitor, shared(std::move(frame)), std::move(slot)});
}

void Workshop::send_to_seat(const Seat& seat, const std::string& frame, const std::string& slot) {
    for (const auto visitor : seat.here) send(visitor, frame, slot);
}

void Workshop::changed_everybodys() {
    for (const auto* seat : seats_.all()) {
        if (!seat->here.empty()) mine_dirty_.insert(seat->row.seat);
    }
    changed();
}

/// The QR's secret changes each minute and the one before stays good for another; the typed code does not change.
void Workshop::rotate_secret() {
    earlier_qr_secret_ = std::exchange(qr_secret_, base::new_token());
    secret_made_at_ms_ = book_.now_ms();
    const auto symbol = base::make_qr(base_url_ + "/?s=" + qr_secret_);
    qr_svg_ = symbol ? base::to_svg(*symbol) : std::string();
    changed();
}

void Workshop::saved(std::uint64_t upto) {
    book_.saved(upto);
    // Ballots do not touch the register. What was shown while a Change waited for the disk is without it.
    const auto room_head = std::min(book_.room_head(), book_.saved_head());
    if (wall_scope_ && room_head > register_head_) register_dirty_ = true;
    answers_.saved(book_.saved_upto(), out_);
    if (trouble_ && book_.is_all_saved()) {
        trouble_.reset();
        changed();
    }
}

void Workshop::trouble(const base::Error& error, int retry_ms) {
    trouble_ = error;
    answers_.pending(error, std::max(retry_ms, 2000), out_);
    changed();
}

/// Stands until there is room again, whatever is saved meanwhile.
void Workshop::low_space(const store::LowSpace& space) {
    low_space_.reset();
    if (space.low) low_space_ = space.free_bytes;
    changed();
}

/// Between a deed and the disk there are always some milliseconds: the trainer is told of a wait that is longer.
bool Workshop::is_saved_in_time() const {
    if (trouble_) return false;
    return book_.saved_upto() >= awaited_ticket_ || book_.now_ms() - awaited_since_ms_ < slow_disk_ms;
}

/// Looks whether what had been handed over at the last look has reached the disk. Ballots that stream in never keep it
/// from being so.
void Workshop::watch_the_disk() {
    if (book_.saved_upto() >= awaited_ticket_) {
        awaited_ticket_ = book_.last_ticket();
        awaited_since_ms_ = book_.now_ms();
    }
    if (is_saved_in_time() != told_saved_) remote_dirty_ = true;
}

void Workshop::tick() {
    const auto now = book_.now_ms();
    if (now - secret_made_at_ms_ >= secret_every_ms || now < secret_made_at_ms_) rotate_secret();
    number_ideas();
    photos_.forget_idle(now);
    watch_the_disk();
    if (people_dirty_) {
        // A crowd that streams in is told about itself ever less often: each telling costs as much as there are people.
        const auto every_ms = std::clamp<std::int64_t>(seats_.people(), 200, 3000);
        if (now - people_at_ms_ >= every_ms || now < people_at_ms_) {
            people_at_ms_ = now;
            people_dirty_ = false;
            changed();
        }
    }
    put_down_pens();
    watch_rounds();
    watch_field();
    tell_of_boards();
    tell_of_past();
    const auto since_read = now - register_read_at_ms_;
    if (wall_scope_ && register_dirty_ && (since_read >= register_every_ms || since_read < 0)) remote_dirty_ = true;
    publish();
    publish_cards();
    publish_table_boards();
    publish_counts();
}

/// What is done on free boards is told at once, and to nobody but the wall; how many items lie there can wait.
void Workshop::tell_of_boards() {
    const auto now = book_.now_ms();
    for (auto& news : boards_.take_news(now)) to_wall_.push_back(std::move(news));
    if (boards_.take_heads_changed()) remote_dirty_ = true;
    if (!wall_scope_ || !boards_.has_counts_changed() || remote_dirty_ || state_dirty_) return;
    const auto since_told = now - published_at_ms_;
    if (since_told < board_counts_every_ms && since_told >= 0) return;
    published_at_ms_ = now;
    to_wall_.emplace_back(wall_view());
}

int Workshop::next_tick_ms() const {
    if (past_ && !past_->is_complete()) return 1;
    if (past_ && past_->told_head != book_.room_head()) return static_cast<int>(page_every_ms);
    if (const auto news = boards_.next_news_ms()) return std::min(*news, static_cast<int>(page_every_ms));
    const bool counts = !counts_dirty_.empty() || !crowd_dirty_.empty();
    if (state_dirty_ || remote_dirty_ || !mine_dirty_.empty() || !table_boards_.due.empty() || counts)
        return static_cast<int>(page_every_ms);
    // A round ends on the second.
    const auto rounds = rounds_view();
    if (rounds && !rounds->paused && !rounds->over && rounds->left_ms < 1000) {
        return static_cast<int>(std::clamp<std::int64_t>(rounds->left_ms, 1, 200));
    }
    return people_dirty_ || !receipts_.empty() || !book_.is_all_saved() ? 200 : 1000;
}

void Workshop::publish() {
    if (state_dirty_ || !mine_dirty_.empty()) offer_photos();
    for (const auto& id : std::exchange(mine_dirty_, {})) {
        if (auto* seat = seats_.find(id); seat != nullptr && !seat->here.empty()) {
            send_to_seat(*seat, views::to_mine(mine_view(*seat)), "mine");
        }
    }
    const auto now = book_.now_ms();
    const bool just_now = now - published_at_ms_ < page_every_ms && now >= published_at_ms_;
    if (!(state_dirty_ || remote_dirty_) || just_now) return;
    published_at_ms_ = now;
    remote_dirty_ = false;
    ++rev_;
    told_saved_ = is_saved_in_time();
    if (std::exchange(state_dirty_, false)) publish_room();
    if (!remotes_.nobody_leads()) {
        out_.emplace_back(intents::Publish{"remote", "state", shared(views::to_remote(remote_view()))});
    }
    if (wall_scope_) to_wall_.emplace_back(wall_view());
}

/// What tablets and audience see.
void Workshop::publish_room() {
    for (const auto& language : languages_) {
        out_.emplace_back(
            intents::Publish{"tablet/" + language, "state", shared(views::to_state(room_view(language)))});
    }
    if (!audiences_.empty()) {
        auto room = room_view(setup_.language);
        if (frozen_ && !room.ended) {
            const bool blank = room.blank;
            room = frozen_->remote.room;
            room.blank = blank;
            room.rev = rev_;
        }
        room.join_code = join_code_;
        room.join_url = base_url_ + "/?k=" + join_code_;
        room.qr_svg = qr_svg_;
        out_.emplace_back(intents::Publish{"audience", "state", shared(views::to_audience(room))});
    }
}

/// The wall and the remote soon, and every tablet less often the more there are: beside acknowledgements these are what
/// a hall that votes is sent, and each telling costs as much as there are people.
void Workshop::publish_counts() {
    const auto now = book_.now_ms();
    const auto take_due = [now](std::set<Id>& dirty, std::int64_t& at_ms, std::int64_t every_ms) {
        const bool rests = now - at_ms < every_ms && now >= at_ms;
        if (dirty.empty() || rests) return std::set<Id>();
        at_ms = now;
        return std::exchange(dirty, {});
    };
    const auto count_of = [this](const Id& poll) -> std::optional<views::WallCount> {
        const auto* round = find_round(poll);
        if (round == nullptr) return std::nullopt;
        return views::WallCount{poll, static_cast<std::int64_t>(round->ballots()),
                                static_cast<std::int64_t>(round->drawn()), round->paper()};
    };
    const auto text_of = [](const views::WallCount& count) {
        return shared(views::to_count(count.poll, count.in, count.of, count.paper));
    };
    const std::int64_t people = seats_.people();
    for (const auto& poll : take_due(counts_dirty_, counts_at_ms_, std::clamp<std::int64_t>(people / 8, 100, 500))) {
        crowd_dirty_.insert(poll);
        const auto count = count_of(poll);
        if (!count) continue;
        const auto text = text_of(*count);
        if (!frozen_) out_.emplace_back(intents::Publish{"audience", "count", text});
        out_.emplace_back(intents::Publish{"remote", "count", text});
        if (wall_scope_) to_wall_.emplace_back(*count);
    }
    const auto crowd_every_ms = std::clamp<std::int64_t>(people, 100, 5000);
    for (const auto& poll : take_due(crowd_dirty_, crowd_at_ms_, crowd_every_ms)) {
        const auto count = count_of(poll);
        if (!count) continue;
        const auto text = text_of(*count);
        for (const auto& language : languages_) {
            out_.emplace_back(intents::Publish{"tablet/" + language, "count", text});
        }
    }
}

std::vector<ToTablets> Workshop::take_out() {
    book_.hand_over();
    return std::exchange(out_, {});
}

}  // namespace registrar
