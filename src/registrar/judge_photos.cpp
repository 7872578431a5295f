// Photos with notes: taken in pieces before their note, held with it, seen by those who may see the note.
#include <algorithm>

#include "base/language.hpp"
#include "registrar/workshop.hpp"

namespace registrar {

Judged Workshop::judge(const intents::SendPhoto& wish, const Asker& asker) {
    if (asker.seat->row.muted) return base::refuse(base::Code::denied, "muted");
    const auto& language = asker.seat->row.language;
    if (wish.at == 0) {
        const auto has_photo = [this](const Id& note) { return !photo_of(note).empty(); };
        const auto& own = asker.seat->notes;
        const auto of_seat = std::count_if(own.begin(), own.end(), has_photo);
        const auto shown = std::count_if(notes_.begin(), notes_.end(), has_photo);
        const auto waiting = std::count_if(unshown_.begin(), unshown_.end(),
                                           [](const auto& one) { return !one.second.at("photo").empty(); });
        if (static_cast<std::size_t>(of_seat) >= Photos::most_of_a_seat ||
            static_cast<std::size_t>(shown + waiting) >= Photos::most_in_session) {
            return base::refuse(base::Code::too_many, "photos", base::tr_page(language, "refused.photo_many"));
        }
    }
    auto have = photos_.take(asker.seat->row.seat, wish, book_.now_ms());
    if (have) return Answer{0, ",\"have\":" + std::to_string(*have)};
    auto& error = have.error();
    const bool unreadable = error.code == base::Code::bad_input || error.code == base::Code::too_large;
    if (unreadable) error.where = base::tr_page(language, "refused.photo_unreadable");
    return tl::unexpected<base::Error>(std::move(error));
}

base::Done Workshop::take_photo(const intents::AddNote& wish, const Asker& asker, Unshown& unshown, Rows& rows) {
    if (wish.photo.empty()) return {};
    const auto& seat = asker.seat->row.seat;
    const auto* photo = photos_.find(seat, wish.photo);
    if (photo == nullptr) return base::refuse(base::Code::not_now, "photo_first");
    const auto hash = base::to_hex(base::sha256(photo->bytes));
    unshown.said["photo"] = hash;
    unshown.said["shows"] = wish.shows;
    rows.emplace_back(store::WaitingPhotoRow{unshown.row.note, hash, photo->bytes});
    photos_.drop(seat);
    unsaved_photos_.insert(unshown.row.note);
    return {};
}

void Workshop::await_photo(const Id& note, std::uint64_t ticket) {
    if (!unsaved_photos_.contains(note)) return;
    answers_.when_saved(ticket, [this, note] {
        unsaved_photos_.erase(note);
        changed_everybodys();
    });
}

/// Its SHA-256 in hex; empty when the note has none. An edit has the photo of the note that it changes: the two are
/// read together.
std::string Workshop::photo_of(const Id& note) const {
    const auto unshown = unshown_.find(note);
    if (unshown == unshown_.end()) return cells().text(note, "note.photo_blob");
    const auto edited = base::parse_id(unshown->second.at("edits"));
    return edited ? cells().text(*edited, "note.photo_blob") : unshown->second.at("photo");
}

/// An edit that says nothing new of the photo leaves the words that stand.
std::optional<views::PhotoView> Workshop::photo_view(const Id& note) const {
    auto hash = photo_of(note);
    if (hash.empty() || unsaved_photos_.contains(note)) return std::nullopt;
    const auto unshown = unshown_.find(note);
    const bool waits = unshown != unshown_.end();
    auto address = photos_.address(note, hash, !waits && is_visible(note));
    const auto edited = waits ? base::parse_id(unshown->second.at("edits")) : std::nullopt;
    const bool as_before = edited && !unshown->second.said.contains("shows");
    auto shows = waits && !as_before ? unshown->second.at("shows")
                                     : cells().text(as_before ? *edited : note, "note.photo_shows");
    return views::PhotoView{std::move(address), std::move(hash), std::move(shows)};
}

/// What was withdrawn is nowhere shown.
void Workshop::offer_photos() {
    std::map<std::string, std::string> now;
    const auto add = [this, &now](const Id& note) {
        if (const auto photo = photo_view(note)) now[photo->address] = photo->hash;
    };
    for (const auto& [note, unshown] : unshown_) add(note);
    for (const auto& note : notes_) {
        if (cells().exists(note, "note")) add(note);
    }
    for (auto& told : photos_.offer(std::move(now))) out_.push_back(std::move(told));
}

}  // namespace registrar
