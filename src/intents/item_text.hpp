#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "model/board.hpp"

namespace intents {

/// Items of a free board as a text on the clipboard, so that they can be pasted on another board. Pure, any thread.

inline constexpr std::size_t most_copied_items = 1000;
inline constexpr std::size_t most_copied_bytes = 1'000'000;  // less than a window reads from the clipboard

/// JSON, with a mark in front that says what it is; places and ids as they stand. Code::too_large: more than may be
/// copied.
base::Result<std::string> items_to_text(std::span<const model::Item> items);
/// True when this says that it is such a text; what is in it may still be wrong.
bool is_items_text(std::string_view text);
/// What items_to_text wrote, or a refusal: whoever wrote the text may have changed it. Unknown types and words, places
/// that are too far away and texts that are too long are refused, not mended. Ids are those of the copied items: give
/// them new ones.
base::Result<std::vector<model::Item>> parse_items(std::string_view text);

/// Copies of items with ids of their own, moved: groups and the ends of lines within them follow, an end at an
/// item that was not copied stands free. Copies are not locked and fill no slot of a template.
std::vector<model::Item> fresh_copies(std::span<const model::Item> items, base::Point by, std::int64_t now_ms);

/// Plain text as the notes that it makes: a line each, without empty ones.
struct TextLines {
    std::vector<std::string> lines;
    bool is_cut = false;  // lines that were too long, or more than `most`, were cut
};
/// Costs no more than what is kept and a look at the bytes before. Not UTF-8: nothing.
TextLines lines_of_text(std::string_view text, std::size_t most = 200);

}  // namespace intents
