#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/board.hpp"
#include "ui/keyboard.hpp"
#include "ui/text_field.hpp"

namespace ui {

enum class CanvasTool { hand, note, text, frame, line, ink, erase, stamp, lasso };
/// Dragging draws something: neither does one finger move the board, nor does it carry what it began on.
constexpr bool draws_by_drag(CanvasTool tool) {
    return tool == CanvasTool::frame || tool == CanvasTool::line || tool == CanvasTool::ink ||
           tool == CanvasTool::erase || tool == CanvasTool::lasso;
}

/// A contact at work with a tool, from when it came down; it keeps its tool though another is chosen meanwhile.
struct ToolTrail {
    CanvasTool tool = CanvasTool::hand;
    base::Point from_px;
    base::Point from, at;              // board px
    bool has_moved = false;            // further than a tap
    std::vector<base::Point> through;  // of the lasso, board px
    std::set<base::Id> crossed;        // by what erases
};

/// One writer's field over an item.
struct ItemWriter {
    /// The item's own words, what its picture shows to who cannot see it, or what its group is called.
    enum class What { words, picture, group };
    model::Item item;  // as it was when it was last saved
    What what = What::words;
    bool second = false;     // it stands beside another: the name of its zones
    bool fresh = false;      // it was made to be written in: a text or note that stays empty is taken away
    bool had_words = false;  // that were saved
    bool handed = false;     // what it writes goes on on a tablet
    TextField field;
    Keyboard keyboard;
    std::vector<std::string> words;  // for suggestions
    base::Point begun_at;            // px, where the hand was that asked for it
    bool wants_keyboard = true, had_focus = false;
    base::Rect covers;  // px: field and keyboard, as last drawn
};

/// Finding text: what was found, in the order of reading.
struct CanvasFind {
    bool open = false, was_open = false, had_focus = false;
    TextField query;
    Keyboard keyboard;
    std::u32string sought;       // the query as it is compared
    std::uint64_t revision = 0;  // of the canvas, that `found` belongs to
    std::vector<base::Id> found;
    std::optional<base::Id> at;  // the one that is looked at
    /// Texts as they are compared, with what they were made from. They are made a few in each frame.
    struct Folded {
        std::string text;
        std::u32string folded;
    };
    std::unordered_map<base::Id, Folded, base::IdHash> folded;
};

/// What the tools, the menu and the fields of one board's screen keep between frames.
struct CanvasWork {
    std::map<int, ToolTrail> trails;
    std::optional<model::LineEnd> line_from;  // tapped; the next tap is where the line ends
    bool flyout = false;                      // of the chosen tool
    /// The first tap of two in a template's cell.
    struct CellTap {
        base::Id cell;
        base::Point at_px;
        double at_s = 0;
    };
    std::optional<CellTap> cell_tap;

    enum class Aim { none, move, connect };
    enum class Page { main, more, colour, means, boards };
    Aim aim = Aim::none;         // his next tap on the board says where to, or with what
    Page page = Page::main;      // of the menu
    std::set<base::Id> menu_of;  // whose menu it was in the frame before
    /// Who chose, as far as that is known.
    struct Chooser {
        std::set<base::Id> last;  // as he left it: what has become of it since is nobody's
        base::Point at_px;        // where he last touched
        double at_s = 0;
        bool by_mouse = true;  // or by keys; else by a finger
        int menu = 1;          // number of his menu's zones: they stay his
    };
    Chooser chooser;
    /// What others have chosen, with their menus.
    struct Aside {
        std::set<base::Id> selected, menu_of;
        Page page = Page::main;
        Chooser chooser;
        Aim aim = Aim::none;
    };
    std::vector<Aside> aside;  // at most three

    std::vector<ItemWriter> writers;  // at most two
    CanvasFind find;
    bool wants_tidy = false;  // the whole board, or what is selected

    /// New items that the registrar has not told of yet: drawn as if they were there.
    struct Awaited {
        model::Item item;
        double since_s = 0;
    };
    std::vector<Awaited> awaited;

    std::vector<std::string> told;  // to be said to whoever did it, as toasts; the screen takes them
    std::size_t removed = 0;        // so many at once: said by a toast that takes it back; the screen takes it

    // For who knows pictures.
    std::optional<base::Id> describes;  // whose picture is to be described: set it to open its field
    std::optional<base::Id> names;      // whose group gets a name: the same
    bool wants_pasted_picture = false;  // pasted, and the clipboard holds no text
};

}  // namespace ui
