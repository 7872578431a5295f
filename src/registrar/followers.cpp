#include "registrar/followers.hpp"

#include "register/contact.hpp"
#include "store/journal.hpp"

namespace registrar {

base::Result<std::vector<views::FollowerView>> read_followers(store::Reader& reader, const Id& idea) {
    IR_TRY(const auto rows, reader.read_rows("follower", {{"idea", model::of_id(idea)}}));
    std::vector<views::FollowerView> followers;
    for (const auto& row : rows) {
        if (row.text("contact").empty()) continue;
        followers.push_back({row.entity, row.text("contact"), row.text("language"), row.number("at")});
    }
    return followers;
}

base::Result<Id> find_follower(Book& book, const Seat& seat, const Id& idea, const std::string& contact) {
    std::vector<Id> followers;
    if (const auto own = seat.follows.find(idea); own != seat.follows.end()) followers.push_back(own->second);
    for (const auto& [follower, followed] : seat.passers) {
        if (followed == idea) followers.push_back(follower);
    }
    for (const auto& follower : followers) {
        // What is unsaved is in memory.
        auto kept = book.cells().text(follower, "follower.contact");
        if (book.cells().find(follower) == nullptr) {
            IR_TRY(const auto fields, book.reader().read_entity(follower));
            if (const auto found = fields.find("follower.contact"); found != fields.end()) {
                kept = model::text_of(found->second.value);
            }
        }
        if (ideas::is_same_contact(kept, contact)) return follower;
    }
    return Id{};
}

void erase_followers(model::Draft& change, Book& book, const std::vector<Id>& followers, const std::string& rule,
                     const std::string& decision) {
    std::vector<store::ErasedCell> cells;
    for (const auto& follower : followers) {
        change.set(follower, "follower.deleted", 1);
        const auto* contact = book.cells().find(follower, "follower.contact");
        if (contact != nullptr) cells.push_back({follower, "follower.contact", contact->stamp});
    }
    if (cells.empty()) return;
    const auto erasure = book.new_id();
    change.set(erasure, "erasure.cells", store::to_json(std::move(cells)));
    change.set(erasure, "erasure.rule", rule);
    change.set(erasure, "erasure.decision", decision);
    change.set(erasure, "erasure.at", book.now_ms());
}

base::Result<std::vector<Id>> find_served(Book& book) {
    IR_TRY(const auto rows, book.reader().read_rows("follower"));
    std::vector<Id> served;
    for (const auto& row : rows) {
        if (row.text("contact").empty()) continue;
        IR_TRY(const auto fields, book.reader().read_entity(row.id("idea")));
        const auto value = [&fields](std::string_view field) {
            const auto found = fields.find(field);
            return found == fields.end() ? model::Value{} : found->second.value;
        };
        const auto passed = [&book](std::int64_t since) { return book.now_ms() - since; };
        const bool closed = model::text_of(value("idea.state")) == "closed" &&
                            passed(model::int_of(value("idea.state_at"))) > told_within_ms;
        const bool gone = fields.empty() || model::int_of(value("idea.deleted")) == 1;
        if (!closed && !gone && passed(row.number("at")) <= followed_at_most_ms) continue;
        IR_DO(book.load(row.entity));
        served.push_back(row.entity);
    }
    return served;
}

}  // namespace registrar
