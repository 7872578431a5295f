// The menu of what is selected: it stands beside it, within the view.
#include <algorithm>
#include <string>

#include "base/language.hpp"
#include "ui/canvas_tools.hpp"
#include "ui/note_hands.hpp"
#include "ui/object_menu.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using model::ItemType;
using MenuPage = CanvasWork::Page;

/// What is true of the items that are selected.
struct Chosen {
    std::vector<const model::Item*> items;
    std::size_t lined_up = 0, tidied = 0;  // of them
    bool locked = false;                   // all of them
    bool words = false;                    // one, that can be written in
    bool connects = false;                 // some that a line can begin at
    bool grouped = false, one_group = false, movable = false;
    bool draws = false;    // only ink and lines
    bool lines = false;    // only lines
    bool frames = false;   // only frames
    bool picture = false;  // one, that has a picture

    bool many() const { return items.size() > 1; }
};

Chosen chosen_of(const CanvasScene& scene) {
    Chosen chosen;
    for (const auto& id : scene.hands.selected) {
        if (const auto* item = scene.canvas.find(id)) chosen.items.push_back(item);
    }
    chosen.locked = chosen.draws = chosen.lines = chosen.frames = !chosen.items.empty();
    chosen.one_group = true;
    for (const auto* item : chosen.items) {
        const bool drawn = item->type == ItemType::ink || item->type == ItemType::line;
        chosen.locked = chosen.locked && item->locked;
        chosen.movable = chosen.movable || !item->locked;
        chosen.draws = chosen.draws && drawn;
        chosen.lines = chosen.lines && item->type == ItemType::line;
        chosen.frames = chosen.frames && item->type == ItemType::frame;
        chosen.lined_up += is_lined_up(*item) ? 1 : 0;
        chosen.tidied += is_tidied(*item) ? 1 : 0;
        chosen.connects = chosen.connects || !drawn;
        chosen.grouped = chosen.grouped || !item->group.empty();
        chosen.one_group = chosen.one_group && !item->group.empty() && item->group == chosen.items.front()->group;
    }
    if (chosen.items.size() != 1) return chosen;
    const auto type = chosen.items.front()->type;
    chosen.words = type != ItemType::ink && type != ItemType::stamp;
    chosen.picture = !chosen.items.front()->photo.empty();
    return chosen;
}

void add_item(std::vector<MenuItem>& menu, std::string_view id, std::string_view icon) {
    menu.push_back({std::string(id), base::tr("wall.item." + std::string(id)), icon});
}

std::vector<MenuItem> main_menu(const Chosen& chosen) {
    std::vector<MenuItem> menu;
    if (!chosen.many() && is_template_cell(*chosen.items.front())) add_item(menu, "write_here", icon::note);
    if (chosen.words && !chosen.locked) add_item(menu, "write", icon::pencil);
    if (!chosen.locked) add_item(menu, "colour", icon::brush);
    if (chosen.lines && !chosen.locked) add_item(menu, "means", icon::tag);
    if (!chosen.many()) add_item(menu, "large", icon::search);
    if (!chosen.locked) add_item(menu, "move", icon::right);
    if (chosen.connects) add_item(menu, "connect", icon::link);
    add_item(menu, "duplicate", icon::copy);
    if (chosen.picture && !chosen.locked) add_item(menu, "describe", icon::eye);
    if (!chosen.many()) add_item(menu, "undo", icon::undo);
    if (chosen.locked) add_item(menu, "unlock", icon::unlock);
    if (!chosen.locked) add_item(menu, "remove", icon::trash);
    add_item(menu, "more", icon::more);
    add_item(menu, "close", icon::close);
    return menu;
}

std::vector<MenuItem> more_menu(const CanvasScene& scene, const Chosen& chosen) {
    std::vector<MenuItem> menu;
    add_item(menu, "back", icon::left);
    add_item(menu, "copy", icon::copy);
    if (!chosen.locked) {
        add_item(menu, "larger", icon::plus);
        add_item(menu, "smaller", icon::minus);
        add_item(menu, "front", icon::up);
        add_item(menu, "behind", icon::down);
        add_item(menu, "lock", icon::lock);
    }
    if (chosen.many() && !chosen.one_group) add_item(menu, "group", icon::object_group);
    if (chosen.one_group && !chosen.locked) add_item(menu, "name_group", icon::tag);
    if (chosen.grouped) add_item(menu, "ungroup", icon::external);
    if (chosen.lined_up > 1 && !chosen.locked) {
        add_item(menu, "align_left", icon::angle_left);
        add_item(menu, "align_centre", icon::sort);
        add_item(menu, "align_top", icon::angle_up);
    }
    if (chosen.tidied > 1 || chosen.frames) {
        add_item(menu, "tidy_grid", icon::table);
        add_item(menu, "tidy_colour", icon::tags);
        add_item(menu, "tidy_stamps", icon::heart);
    }
    const auto is_other = [&scene](const auto& board) { return board.id != scene.canvas.board(); };
    if (std::any_of(scene.boards.begin(), scene.boards.end(), is_other) && chosen.movable) {
        add_item(menu, "to_board", icon::archive);
    }
    return menu;
}

/// What a line between two things says; the one that all of them say is ticked.
std::vector<MenuItem> means_menu(const Chosen& chosen) {
    std::vector<MenuItem> menu;
    add_item(menu, "back", icon::left);
    for (const auto means : line_means) {
        const bool all = std::all_of(chosen.items.begin(), chosen.items.end(),
                                     [means](const auto* item) { return item->means == means; });
        const auto id = "means/" + std::string(means.empty() ? "none" : means);
        menu.push_back({id, base::tr("wall.means." + id.substr(6)), all ? icon::tick : icon::none});
    }
    return menu;
}

/// Boards that it can be moved to, this session's first as the list has them.
std::vector<MenuItem> board_menu(const CanvasScene& scene) {
    std::vector<MenuItem> menu;
    add_item(menu, "back", icon::left);
    for (const auto& board : scene.boards) {
        if (board.id == scene.canvas.board()) continue;
        auto title = board.title.empty() ? base::tr("wall.item.untitled") : board.title;
        menu.push_back({"board/" + board.id.text(), std::move(title), icon::right});
    }
    return menu;
}

base::Point middle_in_window(const CanvasScene& scene, const std::set<base::Id>& items) {
    return scene.camera.to_window(span_of(scene.canvas, items), scene.view).centre();
}

/// Menus cover neither the tools nor the map nor each other, and touch no edge.
base::Rect menu_room(const CanvasScene& scene) {
    const auto room = board_room(scene.frame, scene.view, scene.has_map).inset(scene.frame.px(16));
    std::vector<base::Point> others;
    for (const auto& one : scene.hands.work.aside) others.push_back(middle_in_window(scene, one.selected));
    return share_of(scene.frame, room, middle_in_window(scene, scene.hands.selected), others);
}

bool draw_item_colours(CanvasScene& scene, const Chosen& chosen, const base::Rect& area) {
    auto& frame = scene.frame;
    const double side = frame.px(10), high = frame.px(touch::primary), gap = frame.px(8);
    ButtonLook quiet;
    quiet.kind = ButtonKind::quiet;
    const auto usual = base::tr("wall.item.ink");
    const double more = chosen.draws ? button_width(frame, usual, quiet) + gap : 0;
    const auto box =
        beside_object(frame, area, menu_room(scene), {8 * high + 7 * gap + 2 * side + more, high + 2 * side});
    menu_ground(frame, box);
    auto row = box.inset(side);
    std::string name;
    if (chosen.draws) {
        const auto place = row.cut_right(more - gap);
        row.cut_right(gap);
        if (button(frame, "ink", place, usual, quiet)) name = "ink";
    }
    const auto swatch = swatches(frame, "colour", row, chosen.items.front()->colour);
    if (!swatch.empty()) name = swatch;
    if (!name.empty()) colour_selected(scene, name);
    return !name.empty();
}

/// True: something in it was tapped.
bool draw_page(CanvasScene& scene, const Chosen& chosen, const base::Rect& area) {
    auto& work = scene.hands.work;
    if (work.page == MenuPage::colour) return draw_item_colours(scene, chosen, area);
    std::string tapped;
    if (work.page == MenuPage::boards) {
        tapped = object_list(scene.frame, area, menu_room(scene), "boards", board_menu(scene));
    } else {
        const auto menu = work.page == MenuPage::means  ? means_menu(chosen)
                          : work.page == MenuPage::more ? more_menu(scene, chosen)
                                                        : main_menu(chosen);
        tapped = object_menu(scene.frame, area, menu_room(scene), menu);
    }
    if (tapped.empty()) return false;
    do_with_selected(scene, tapped);
    scene.frame.redraw_in(0);
    return true;
}

/// Of what is selected now. True: something in it was tapped.
bool draw_menu_of_selected(CanvasScene& scene) {
    auto& hands = scene.hands;
    auto& work = hands.work;
    if (work.menu_of != hands.selected) {
        work.menu_of = hands.selected;
        work.page = MenuPage::main;
        work.aim = CanvasWork::Aim::none;
    }
    const auto is_carried = [&hands](const auto& one) {
        return std::any_of(one.second.items.begin(), one.second.items.end(),
                           [&hands](const auto& id) { return hands.selected.contains(id); });
    };
    const bool busy = !work.trails.empty() || std::any_of(hands.carried.begin(), hands.carried.end(), is_carried);
    const auto is_selected = [&hands](const ItemWriter& one) { return hands.selected.contains(one.item.id); };
    const bool writes = std::any_of(work.writers.begin(), work.writers.end(), is_selected);
    // What a tablet writes has its own words where the menu would be.
    const bool is_away = scene.handed != nullptr && hands.selected.contains(scene.handed->item);
    if (busy || writes || is_away || hands.large) return false;
    const auto chosen = chosen_of(scene);
    if (chosen.items.empty()) return false;
    const auto& frame = scene.frame;
    const auto whole = scene.camera.to_window(span_of(scene.canvas, hands.selected), scene.view);
    // What is out of sight has its menu in the middle.
    const bool seen = whole.inset(-1).overlaps(scene.view);
    const auto area = seen ? whole.inset(-1).intersected(scene.view) : scene.view.centred({frame.px(8), frame.px(8)});
    const int number = work.chooser.menu;
    const Frame::Scope scope(scene.frame, number == 1 ? "canvas/menu" : "canvas/menu" + std::to_string(number));
    if (work.aim != CanvasWork::Aim::none) {
        const auto text =
            base::tr(work.aim == CanvasWork::Aim::move ? "wall.item.move_where" : "wall.item.connect_with");
        if (aim_hint(scene.frame, area, menu_room(scene), text)) {
            work.aim = CanvasWork::Aim::none;
            scene.frame.redraw_in(0);
        }
        return false;
    }
    const bool is_known = work.chooser.last == hands.selected;
    if (!draw_page(scene, chosen, area)) return false;
    if (is_known) work.chooser.last = hands.selected;
    work.chooser.at_s = frame.now_s();
    return true;
}

}  // namespace

void draw_canvas_menu(CanvasScene& scene) {
    auto& hands = scene.hands;
    draw_menu_of_selected(scene);
    // Others' menus too, each for what its owner has chosen.
    for (std::size_t i = 0; i < hands.work.aside.size(); ++i) {
        change_places(hands, i);
        // Who has tapped in his is the one who touched last.
        if (draw_menu_of_selected(scene)) continue;
        change_places(hands, i);
    }
}

}  // namespace ui
