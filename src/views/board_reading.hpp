#pragma once
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "model/board.hpp"
#include "model/board_form.hpp"

/// A free board as it is read aloud. Pure, any thread.
namespace views {

/// Orders what stands beside each other: from the top in rows of 100 board px, each from the left.
std::tuple<double, double, base::Id> reading_place(const model::Item& item);

/// What the lines say that join two things with words, by line: "Samira leder till Bokningen: frågar om lokal". In the
/// program's language.
std::map<base::Id, std::string> say_lines(const std::vector<model::Item>& items);

struct ReadItem {
    base::Id id;           // of an item; of a named group, when it is that group's heading
    bool heading = false;  // of a named group
    std::string instead;   // said in place of its own words: a line; a field whose frame has no title; below a step
};
/// Everything that says something, in the order that board_rows tells it: first what stands in no frame and belongs to
/// the template, then frame by frame, the template's fields first, its title, what explains it, and what lies in it,
/// each with its stamps; then what lies outside, and last the lines. Steps are followed by what lies below each, which
/// says its lane: "Möter: Kundcenter"; those lanes' frames have no more to say. What is not among it says nothing.
std::vector<ReadItem> reading_order(const model::BoardForm* form, std::string_view language,
                                    const std::vector<model::Item>& items);

}  // namespace views
