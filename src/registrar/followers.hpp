#pragma once
#include <vector>

#include "model/draft.hpp"
#include "registrar/book.hpp"
#include "registrar/seats.hpp"
#include "views/wall.hpp"

namespace registrar {

/// Contacts of those who follow an idea are kept until it has been closed for so long, and never longer than the other.
inline constexpr std::int64_t told_within_ms = 30LL * 24 * 3600 * 1000;
inline constexpr std::int64_t followed_at_most_ms = 2LL * 365 * 24 * 3600 * 1000;

/// Who follows an idea, as it stands on disk, oldest first. What has been erased follows no more.
base::Result<std::vector<views::FollowerView>> read_followers(store::Reader& reader, const Id& idea);

/// The follower of an idea that somebody with this contact has become on this seat, its own or one of those who share
/// it; an empty id when there is none.
base::Result<Id> find_follower(Book& book, const Seat& seat, const Id& idea, const std::string& contact);

/// Lets go of followers in this Change, which is theirs alone: their contacts are erased from the journal (invariant
/// 18), by the rule and the decision that are said. They must be loaded.
void erase_followers(model::Draft& change, Book& book, const std::vector<Id>& followers, const std::string& rule,
                     const std::string& decision);

/// Those whose contact has served: their idea was closed long enough ago, or is gone, or they have waited too long.
base::Result<std::vector<Id>> find_served(Book& book);

}  // namespace registrar
