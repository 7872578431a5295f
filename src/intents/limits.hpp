#pragma once
#include <cstddef>
#include <string_view>

#include "methods/poll.hpp"

namespace intents {

/// What one message may ask for at most, as in docs/protocol.md.

inline constexpr std::size_t most_message_bytes = 16384;
inline constexpr std::size_t most_note_graphemes = 280;
inline constexpr std::size_t most_name_graphemes = 40;
inline constexpr std::size_t most_field_graphemes = 2000;
inline constexpr std::size_t most_entry_graphemes = 600;  // of a field of a board
inline constexpr std::size_t most_cluster_graphemes = 60;
inline constexpr std::size_t most_shows_graphemes = 140;  // what a photo shows
inline constexpr std::size_t most_contact_graphemes = 120;
inline constexpr std::size_t most_photo_bytes = 600'000;
inline constexpr std::size_t most_piece_bytes = 12'000;  // of a photo, in one message
inline constexpr int most_photo_px = 1600;               // wide or high
using methods::most_ballot_bytes;
/// `what` of Code::too_large when it is a ballot: nobody has written a text that could be shortened.
inline constexpr std::string_view too_large_ballot = "too_large";
/// `what` of Code::bad_input when an objection says too much, or nothing.
inline constexpr std::string_view too_long_reason = "too_long", no_reason = "no_reason";
inline constexpr std::size_t most_listed = 400;  // ids
inline constexpr int most_minutes_at_once = 60;
inline constexpr int most_tables = 200;
inline constexpr int most_people = 10000;
inline constexpr int most_codes = 500;  // on cards that are made at once

}  // namespace intents
