#include "ui/photo_views.hpp"

#include "base/language.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

void photo_ground(Frame& frame, const base::Rect& place) {
    frame.painter.fill(place, frame.px(radius::note), frame.theme.sunken);
    draw_icon(frame, place, icon::picture, 32, frame.theme.ink3);
}

}  // namespace

void draw_photo(Frame& frame, const views::PhotoView& photo, const base::Rect& place) {
    const auto pixels = frame.photo(photo.hash);
    if (pixels == nullptr) return photo_ground(frame, place);
    frame.painter.photo(*pixels, paint::covering_part(*pixels, place.size()), place, 1);
}

void draw_whole_photo(Frame& frame, const views::PhotoView& photo, const base::Rect& place) {
    // The small one stands in until the large one is here.
    auto pixels = frame.photo(photo.hash, true);
    if (pixels == nullptr) pixels = frame.photo(photo.hash);
    if (pixels == nullptr) return photo_ground(frame, place);
    frame.painter.photo(*pixels, {0, 0, 1, 1}, paint::fitting_place(*pixels, place), 1);
}

bool photo_button(Frame& frame, std::string_view id, const base::Rect& place, const views::PhotoView& photo,
                  std::string_view text) {
    const auto press = frame.press(id, place);
    const auto shows = photo.shows.empty() ? std::string(text) : photo.shows;
    frame.say(id, base::tr("wall.photo.large", {{"shows", shows}}));
    draw_photo(frame, photo, place.inset(press.held ? frame.px(2) : 0));
    if (press.focused) focus_ring(frame, place, frame.px(radius::note));
    return press.tapped;
}

void draw_large_photo(LargePhoto& mine, Frame& frame) {
    if (!mine.photo) return;
    const Frame::Scope scope(frame, "large_photo");
    const Frame::Within region(frame, "", Region::Kind::over);
    const auto& theme = frame.theme;
    const auto screen = frame.screen();
    const double seen = frame.fade("seen", true);
    frame.block("ground", screen);
    frame.painter.fill(screen, 0, base::with_alpha(theme.scrim, seen));
    const auto press = frame.press("photo", screen);
    auto place = screen.inset(frame.px(64), frame.px(48));
    const auto& shows = mine.photo->shows;
    if (!shows.empty()) {
        auto row = place.cut_bottom(frame.px(84));
        row.cut_top(frame.px(12));
        frame.painter.fill(row, frame.px(radius::card), theme.surface);
        Ink ink;
        ink.design = 28;
        ink.least_design = 22;
        ink.most_lines = 2;
        ink.across = paint::Align::centre;
        label(frame, row.inset(frame.px(24), frame.px(8)), shows, ink, "shows");
        place.cut_bottom(frame.px(12));
    }
    frame.say("photo", shows.empty() ? base::tr("wall.photo.close") : shows);
    draw_whole_photo(frame, *mine.photo, place);
    if (press.focused) focus_ring(frame, place, frame.px(radius::small));
    if (!press.tapped && !frame.take_key(Key::escape)) return;
    mine.photo.reset();
    frame.redraw_in(0);
}

}  // namespace ui
