#include "ui/gallery.hpp"

#include "ui/gallery_private.hpp"

namespace ui {
namespace {

void make_ready(Gallery& mine, const Frame& frame) {
    mine.ready = true;
    mine.written_field.set("Skriver");
    mine.wrong_field.set("4728");
    mine.note.lines = true;
    mine.secret.most_graphemes = 8;
    mine.ends_at_ms = frame.host_now_ms() + (18 * 60 + 42) * 1000;
    const auto add = [&mine](std::string id, std::string key, std::string_view icon, std::vector<Chord> keys,
                             std::function<void()> run, bool clicker = false) {
        mine.commands.add({std::move(id), std::move(key), icon, std::move(keys), {}, std::move(run), clicker});
    };
    const auto tool = [&mine](const std::string& id) {
        return [&mine, id] {
            mine.tool = id;
            mine.said = "tool " + id;
        };
    };
    add("home", "ui.gallery.home", icon::home, {}, [&mine] { mine.page = Gallery::Page::sheet; });
    add("select", "ui.gallery.select", icon::hand, {letter(U'v')}, tool("select"));
    add("note", "ui.gallery.note", icon::note, {letter(U'n')}, tool("note"));
    add("feeling", "ui.gallery.feeling", icon::smile, {}, tool("feeling"));
    add("pencil", "ui.gallery.pencil", icon::pencil, {}, tool("pencil"));
    add("link", "ui.gallery.link", icon::link, {}, tool("link"));
    add("undo", "ui.undo", icon::undo, {letter(U'z', true)}, [&mine] { mine.said = "undo"; });
    add("redo", "ui.gallery.redo", icon::redo, {letter(U'z', true, true), letter(U'y', true)},
        [&mine] { mine.said = "redo"; });
    mine.commands.add({"redo-off", "ui.gallery.redo", icon::redo, {}, [] { return false; }, {}, false, true});
    add("inbox", "ui.gallery.inbox", icon::inbox, {letter(U'i')}, [&mine] { mine.sheet_open = !mine.sheet_open; });
    add("help", "ui.gallery.help", icon::question, {{Key::f1}}, [&mine] { mine.help_open = true; });
    add("theme", "ui.gallery.theme", icon::moon, {}, [&mine] { mine.wants_dark = !mine.dark; });
    add("palette", "ui.gallery.palette", icon::search, {letter(U'k', true)}, [&mine] { mine.palette.open = true; });
    add(
        "next", "ui.gallery.next", icon::right, clicker_next(),
        [&mine] {
            mine.page = Gallery::Page::live;
            mine.said = "clicked next";
        },
        true);
    add(
        "back", "ui.gallery.back", icon::left, clicker_back(),
        [&mine] {
            mine.page = Gallery::Page::sheet;
            mine.said = "clicked back";
        },
        true);
}

}  // namespace

void draw_gallery(Gallery& mine, Frame& frame) {
    if (!mine.ready) make_ready(mine, frame);
    mine.wants_dark = mine.dark = frame.theme.kind == Theme::Kind::dark;
    frame.name_screen(mine.page == Gallery::Page::sheet ? "gallery" : "gallery-live");
    frame.painter.fill(frame.screen(), 0, frame.theme.paper);
    if (mine.page == Gallery::Page::sheet) {
        draw_gallery_sheet(mine, frame);
    } else {
        draw_gallery_live(mine, frame);
    }
    if (mine.asks_to_end) {
        const Dialog end{"Avsluta passet?", "23 personer är med. Allt är sparat och de ser en tacksida.",
                         "Fortsätt passet", "Avsluta"};
        const int answer = dialog(frame, "end-dialog", end);
        if (answer >= 0) {
            mine.asks_to_end = false;
            mine.said = answer == 1 ? "ended" : "stayed";
            frame.redraw_in(0);
        }
    }
    palette(frame, mine.palette, mine.commands);
    command_help(frame, mine.help_open, mine.commands);
    mine.commands.run_keys(frame);
    frame.say("said", mine.said);
}

}  // namespace ui
