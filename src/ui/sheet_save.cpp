// What a board is saved as: of what, how, and on which paper.
#include "ui/sheet_save.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/language.hpp"
#include "paint/board_sheet.hpp"
#include "ui/scroll.hpp"
#include "ui/sheet_trust.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using paint::Weight;
using SaveWhat = SaveSheet::What;

struct SaveKind {
    std::string_view id, icon;
};
constexpr std::array<SaveKind, 6> save_kinds{{{"pdf", icon::file_pdf},
                                              {"poster", icon::pieces},
                                              {"svg", icon::brush},
                                              {"png", icon::picture},
                                              {"csv", icon::table},
                                              {"json", icon::file_code}}};
constexpr int most_save_scale = 4;
constexpr std::array<int, 5> card_counts{10, 20, 30, 50, 100};
constexpr double save_heading_high = 40, after_part = 20;

struct SaveChip {
    std::string id, text;
    bool on = false;
};

/// Each at its place, in as many rows as they need; the last is the whole height of them.
std::vector<base::Rect> lay_save_chips(Frame& frame, const std::vector<SaveChip>& chips, double wide) {
    const double high = std::max(frame.px(touch::secondary), frame.mm(20)), gap = frame.px(touch::gap);
    std::vector<base::Rect> places;
    base::Point at;
    for (const auto& chip : chips) {
        const double chip_wide = std::clamp(filter_chip_width(frame, chip.text, chip.on), frame.mm(20), wide);
        if (at.x > 0 && at.x + chip_wide > wide) at = {0, at.y + high + gap};
        places.push_back({at.x, at.y, chip_wide, high});
        at.x += chip_wide + gap;
    }
    places.push_back({0, 0, wide, at.y + high});
    return places;
}

/// The sheet from the top down. Without drawing it is only measured.
class SaveParts {
  public:
    SaveParts(SaveSheet& mine, Frame& frame, base::Rect area, bool draws)
        : mine_(mine), frame_(frame), rest_(area), draws_(draws) {}

    double draw() {
        const double top = rest_.y;
        draw_what();
        if (mine_.what == SaveWhat::session) {
            words(base::tr("saving.session.text"));
            papers(false);
        } else if (mine_.what == SaveWhat::cards) {
            words(base::tr("saving.cards.text"));
            card_count();
        } else {
            kinds();
            if (mine_.kind == "pdf" || mine_.kind == "poster") papers(mine_.kind == "poster");
            if (mine_.kind == "png") scales();
        }
        return rest_.y - top;
    }

  private:
    void part(const std::string& text) {
        const auto place = rest_.cut_top(frame_.px(save_heading_high));
        if (draws_) label(frame_, place, text, ink_of(20, Weight::semibold, frame_.theme.ink));
    }
    void words(const std::string& text) {
        auto ink = ink_of(20, Weight::regular, frame_.theme.ink2);
        ink.most_lines = 0;
        ink.down = paint::Align::start;
        const auto place = rest_.cut_top(text_size(frame_, text, ink, rest_.w).h);
        if (draws_) label(frame_, place, text, ink, "about");
        rest_.cut_top(frame_.px(after_part));
    }

    /// The index of the one that was tapped, else −1.
    int chips(const std::vector<SaveChip>& all) {
        const auto places = lay_save_chips(frame_, all, rest_.w);
        const auto area = rest_.cut_top(places.back().h);
        rest_.cut_top(frame_.px(after_part));
        int tapped = -1;
        for (std::size_t i = 0; draws_ && i < all.size(); ++i) {
            const auto place = places[i].moved(area.x, area.y);
            if (filter_chip(frame_, all[i].id, place, all[i].text, all[i].on)) tapped = static_cast<int>(i);
        }
        if (tapped >= 0) frame_.redraw_in(0);
        return tapped;
    }

    void draw_what() {
        std::vector<SaveChip> all;
        std::vector<SaveWhat> whats;
        const auto add = [&](SaveWhat what, const std::string& id, std::string text) {
            all.push_back({"what/" + id, std::move(text), mine_.what == what});
            whats.push_back(what);
        };
        if (mine_.has_free) add(SaveWhat::board, "board", base::tr("saving.board"));
        if (mine_.has_block) add(SaveWhat::board, "board", base::tr("saving.block"));
        const auto chosen = static_cast<std::int64_t>(mine_.chosen);
        if (chosen > 0) add(SaveWhat::chosen, "chosen", base::tr_n("saving.chosen", chosen));
        if (mine_.has_session) add(SaveWhat::session, "session", base::tr("saving.session"));
        if (mine_.has_cards) add(SaveWhat::cards, "cards", base::tr("saving.cards"));
        if (all.size() < 2) return;
        part(base::tr("saving.what"));
        if (const int at = chips(all); at >= 0) mine_.what = whats[static_cast<std::size_t>(at)];
    }

    void kinds() {
        part(base::tr("saving.kind"));
        const double gap = frame_.px(12), high = std::max(frame_.px(88), frame_.mm(20));
        const double wide = (rest_.w - gap) / 2;
        base::Rect row;
        bool is_left = true;
        for (const auto& kind : save_kinds) {
            if (kind.id == "poster" && !mine_.has_free) continue;
            if (is_left) {
                row = rest_.cut_top(high);
                rest_.cut_top(gap);
            }
            if (draws_) card_of(kind, is_left ? row.cut_left(wide) : row.cut_right(wide));
            is_left = !is_left;
        }
        rest_.cut_top(frame_.px(after_part) - gap);
    }

    void card_of(const SaveKind& kind, const base::Rect& place) {
        const auto& theme = frame_.theme;
        const bool on = mine_.kind == kind.id;
        const auto key = "saving.kind." + std::string(kind.id);
        const auto title = base::tr(key);
        CardLook look;
        look.flat = true;
        look.selected = on;
        if (on) look.fill = theme.accent_tint;
        const auto press = press_card(frame_, "kind/" + std::string(kind.id), place, title, look);
        auto inside = place.inset(frame_.px(14), frame_.px(12));
        draw_icon(frame_, inside.cut_left(frame_.px(32)), kind.icon, 28, theme.accent);
        inside.cut_left(frame_.px(12));
        // Never colour alone.
        if (on) draw_icon(frame_, inside.cut_right(frame_.px(22)), icon::tick, 20, theme.accent);
        auto name = ink_of(21, Weight::semibold, theme.ink);
        name.least_design = 18;
        auto small = ink_of(17, Weight::regular, theme.ink2);
        small.least_design = 15;
        small.most_lines = 2;
        small.line_height = 1.15;
        small.down = paint::Align::start;
        label(frame_, inside.cut_top(frame_.px(28)), title, name);
        label(frame_, inside, base::tr(key + ".text"), small);
        if (!press.tapped) return;
        mine_.kind = kind.id;
        frame_.redraw_in(0);
    }

    void papers(bool in_pieces) {
        part(base::tr(in_pieces ? "saving.sheets" : "saving.paper"));
        std::vector<SaveChip> all;
        // A poster has sheets of some size: the smallest, which every printer takes.
        if (!in_pieces) all.push_back({"paper/fits", base::tr("saving.paper.fits"), mine_.paper.empty()});
        for (const auto size : paint::paper_sizes) {
            const std::string name(size);
            const bool on = mine_.paper == name || (in_pieces && mine_.paper.empty() && size == paint::paper_sizes[0]);
            all.push_back({"paper/" + name, name, on});
        }
        const int at = chips(all);
        if (at < 0) return;
        const auto& name = all[static_cast<std::size_t>(at)].text;
        mine_.paper = !in_pieces && at == 0 ? std::string() : name;
    }

    void scales() {
        part(base::tr("saving.scale"));
        std::vector<SaveChip> all{{"scale/fits", base::tr("saving.scale.fits"), mine_.scale == 0}};
        for (int scale = 1; scale <= most_save_scale; ++scale) {
            const auto number = std::to_string(scale);
            all.push_back({"scale/" + number, number + " ×", mine_.scale == scale});
        }
        if (const int at = chips(all); at >= 0) mine_.scale = at;
    }

    void card_count() {
        part(base::tr("saving.cards.count"));
        std::vector<SaveChip> all;
        for (const int count : card_counts) {
            const auto number = std::to_string(count);
            all.push_back({"cards/" + number, number, mine_.cards == count});
        }
        if (const int at = chips(all); at >= 0) mine_.cards = card_counts[static_cast<std::size_t>(at)];
    }

    SaveSheet& mine_;
    Frame& frame_;
    base::Rect rest_;
    bool draws_;
};

}  // namespace

void draw_save_sheet(SaveSheet& mine, Frame& frame, base::Rect area) {
    const bool has_board = mine.has_free || mine.has_block;
    if (mine.what == SaveWhat::chosen && mine.chosen == 0) mine.what = SaveWhat::board;
    if (mine.what == SaveWhat::cards && !mine.has_cards) mine.what = SaveWhat::board;
    if (mine.what == SaveWhat::board && !has_board) mine.what = SaveWhat::session;
    if (mine.what == SaveWhat::session && !mine.has_session) mine.what = SaveWhat::board;
    if (mine.kind == "poster" && !mine.has_free) mine.kind = "pdf";
    ButtonLook look;
    look.kind = ButtonKind::primary;
    look.icon = icon::download;
    look.design = 22;
    look.enabled = has_board || mine.has_session;
    const auto foot = area.cut_bottom(std::max(frame.px(touch::main), frame.mm(20)));
    area.cut_bottom(frame.px(space::m));
    if (button(frame, "go", foot, base::tr("saving.go"), look)) {
        mine.wants = true;
        frame.redraw_in(0);
    }
    const double high = SaveParts(mine, frame, {area.x, 0, area.w, measuring_high}, false).draw();
    Scroll list(frame, "list", area, high);
    SaveParts(mine, frame, list.content(), true).draw();
}

}  // namespace ui
