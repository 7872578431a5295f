// The table of a template whose rows are notes of the board, or the curve of its steps: drawn with the board, written
// in by its form.
#include <algorithm>
#include <map>

#include "base/language.hpp"
#include "ui/screen_board.hpp"
#include "ui/widgets.hpp"
#include "views/board_rows.hpp"

namespace ui {

bool lay_rows(Canvas& canvas, const model::BoardForm* form, std::uint64_t& laid) {
    const bool has_rows = form != nullptr && form->rows;
    if (!has_rows && canvas.laid().empty()) {
        laid = 0;  // a template may come after its board
        return false;
    }
    if (canvas.revision() == laid) return false;
    const auto before = canvas.revision();
    std::vector<model::Item> drawn;
    if (has_rows) {
        std::vector<model::Item> items;
        for (const auto* item : canvas.all()) {
            if (!canvas.is_laid(item->id)) items.push_back(*item);
        }
        drawn = views::rows_drawn(*form, items, base::language(), base::tr("wall.board.new_row"));
    }
    canvas.lay(drawn);
    laid = canvas.revision();
    return laid != before;
}

void touch_rows(BoardScreen& mine, CanvasScene& scene) {
    auto& frame = scene.frame;
    struct Row {
        base::Rect place;
        std::map<double, std::string> words;  // from the left
    };
    std::map<std::string, Row> rows;
    for (const auto* item : scene.canvas.laid()) {
        if (!item->slot.starts_with(views::row_slot)) continue;
        auto& row = rows[item->slot.substr(views::row_slot.size())];
        row.place = row.place.joined(item->place);
        if (!item->text.empty()) row.words[item->place.x] = item->text;
    }
    const Frame::Clip clip(frame, scene.view);
    for (const auto& [id, row] : rows) {
        const auto place = scene.camera.to_window(row.place, scene.view);
        if (!place.overlaps(scene.view)) continue;
        const auto press = frame.press("row/" + id, place);
        std::string words;
        for (const auto& [x, text] : row.words) words += (words.empty() ? "" : ", ") + text;
        frame.say("row/" + id, words);
        if (press.focused) focus_ring(frame, place, frame.px(radius::note));
        if (!press.tapped) continue;
        if (mine.hands.tool == CanvasTool::hand && mine.hands.work.aim == CanvasWork::Aim::none) {
            mine.wants_row = id;
            frame.redraw_in(0);
        } else {
            scene.taps.push_back({{}, scene.camera.to_board(press.at, scene.view), press.at, false, press.contact});
        }
    }
}

}  // namespace ui
