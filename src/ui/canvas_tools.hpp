#pragma once
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "ui/canvas_draw.hpp"
#include "ui/canvas_hands.hpp"

/// What the files of the board's tools share; screens need canvas_hands.hpp alone.
namespace ui {

/// Asks for it. New items are drawn at once, and stand in `awaited` until the registrar has told of them.
void put_items(CanvasScene& scene, std::string_view deed, std::vector<model::Item> items,
               std::vector<base::Id> gone = {});
/// A new item on top of all, frames below all.
model::Item fresh_item(const CanvasScene& scene, model::ItemType type, const base::Rect& place);
/// Levels for so many items above all that lies there, lowest first.
std::vector<std::string> levels_above(const Canvas& canvas, std::size_t count);
std::vector<std::string> levels_below(const Canvas& canvas, std::size_t count);
/// What others have chosen and what is no more, or who has not touched it for a minute, is forgotten.
/// canvas_choices.cpp
void forget_choices(CanvasScene& scene);
/// What is selected and still there, in no order.
std::vector<model::Item> selected_items(const CanvasScene& scene);
/// The same with what is carried along: groups and what lies in frames; without what is locked.
std::vector<model::Item> selected_with_carried(const CanvasScene& scene);
/// What they span, board px; empty when there is nothing.
base::Rect span_of(const Canvas& canvas, const std::set<base::Id>& items);
/// The stamps whose middle lies on it.
std::vector<const model::Item*> stamps_on(const Canvas& canvas, const model::Item& item);
/// How an item is drawn at this camera.
paint::ItemLook look_of(const CanvasScene& scene);
/// A whole pixel's slop on the glass, as board px.
double slop_of(const CanvasScene& scene);
base::Point on_board(const CanvasScene& scene, base::Point px);

// What each tool does with the contacts that are down. canvas_draw.cpp, canvas_lines.cpp, canvas_place.cpp
void draw_with_ink(CanvasScene& scene, const Stroke& stroke);
void erase_with(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail);
void frame_with(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail);
void connect_with(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail);
void choose_with_lasso(CanvasScene& scene, const Stroke& stroke, ToolTrail& trail);
/// A note, a text or a stamp where it was tapped, board px.
void place_with(CanvasScene& scene, base::Point at);
/// A locked frame or words of a template: what lies there lies on it.
bool is_template_ground(const model::Item& item);
/// A template's frame that collects a field.
bool is_template_cell(const model::Item& item);
/// The smallest one at this place, board px; null: none.
const model::Item* template_cell(const Canvas& canvas, base::Point at);
/// Begins a note at a free place in it; in a lane where `at` is, board px, or to the right of that.
void write_in_cell(CanvasScene& scene, const model::Item& cell, std::optional<base::Point> at = {});
/// What hands are about to do, drawn over the board.
void draw_trails(CanvasScene& scene);
/// The line that was begun by a tap, and its words. canvas_lines.cpp
void draw_begun_line(CanvasScene& scene);
/// Where a line that is let go here ends: at an item, or free.
model::LineEnd line_end_at(const CanvasScene& scene, base::Point at);
/// Null: it would lead from an item to itself.
std::optional<model::Item> line_between(const CanvasScene& scene, const model::LineEnd& from, const model::LineEnd& to);

/// Ctrl+C, X, V and D. canvas_copy.cpp
void work_with_clipboard(CanvasScene& scene);
void copy_selected(CanvasScene& scene);
void paste_items(CanvasScene& scene);
void duplicate_selected(CanvasScene& scene);
void remove_selected(CanvasScene& scene);
void move_selected(CanvasScene& scene, base::Point by);

/// What a menu's item does with what is selected. canvas_menu_deeds.cpp
void do_with_selected(CanvasScene& scene, std::string_view deed);
void colour_selected(CanvasScene& scene, std::string_view colour);
/// What lining up moves, and what tidying does. What is drawn stays where it was drawn.
bool is_lined_up(const model::Item& item);
bool is_tidied(const model::Item& item);

/// What is selected is put in order; else all of the board, each within its frame.
void tidy_board(CanvasScene& scene);
/// What a line may mean, "" is none.
inline constexpr std::array<std::string_view, 4> line_means{"", "leads_to", "causes", "belongs_to"};

/// Opens the field of an item that nobody has told of yet, too. canvas_writing.cpp
void begin_item_writing(CanvasScene& scene, const model::Item& item, bool fresh,
                        ItemWriter::What what = ItemWriter::What::words);
/// Its words could be written on a tablet from now on. canvas_handed.cpp
bool can_be_handed(const CanvasScene& scene, const ItemWriter& writer);
/// Looks at an item: it lies in the middle of the view, large enough to be read. canvas_find.cpp
void look_at_item(CanvasScene& scene, const base::Id& id);

}  // namespace ui
