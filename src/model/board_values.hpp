#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/board.hpp"

namespace model {

/// The JSON of an item's composite fields, for ever: compact, with sorted keys.
///   item.place  {"h":200,"w":200,"x":-12.5,"y":40}          px, to a hundredth
///   item.ends   {"from":{"item":"<uuid>","x":0,"y":0},"to":{"x":10,"y":20}}   `item` only where the end has one
///   item.ink    [x,y,pressure,x,y,pressure,…]               whole tenths of px, whole percent
/// Reading never fails: what cannot be read is as if it were not there, members that are not known are passed over.

using Ends = std::pair<LineEnd, LineEnd>;  // from, to

std::string place_to_json(const base::Rect& place);
std::string ends_to_json(const Ends& ends);
std::string ink_to_json(const std::vector<InkPoint>& ink);

base::Rect read_place(std::string_view json);
Ends read_ends(std::string_view json);
std::vector<InkPoint> read_ink(std::string_view json);

/// Within farthest_item and to a hundredth of a px; what is no number becomes the usual place and size.
base::Rect place_within_limits(const base::Rect& place);
base::Point point_within_limits(const base::Point& point);
InkPoint ink_within_limits(const InkPoint& point);

}  // namespace model
