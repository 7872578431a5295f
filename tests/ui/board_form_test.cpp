#include "ui/board_form.hpp"

#include "trial_form.hpp"
#include "ui/desk.hpp"
#include "views/board_form.hpp"

namespace {

model::BoardForm panel_form() {
    auto form = trial_form();
    form.help = {{"sv", "Hjälp"}, {"en", "Help"}};
    for (auto& field : form.fields) field.help = {{"sv", "Skriv något."}};
    return form;
}

/// A panel over a canvas that takes what is asked for, as the registrar would send it back.
struct PanelDesk {
    model::BoardForm form = panel_form();
    ui::Canvas canvas;
    ui::Camera camera;
    ui::CanvasHands hands;
    ui::BoardFormPanel panel;
    ui::Intents asked;
    std::vector<std::string> deeds;
    bool answered = true;
    Desk desk{[this](ui::Frame& frame) { draw(frame); }};

    PanelDesk() {
        news(views::begin_board(form, "sv", [] { return base::new_id(1); }), {}, true);
    }

    void news(std::vector<model::Item> put, std::vector<base::Id> gone, bool whole = false) {
        views::BoardNews news;
        news.board = base::derived_id("board", {});
        news.whole = whole;
        news.put = std::move(put);
        news.gone = std::move(gone);
        canvas.take(news);
    }
    void draw(ui::Frame& frame) {
        ui::CanvasScene scene{canvas, camera, hands, frame, frame.screen(), asked};
        ui::draw_board_form(scene, panel, form, {1300, 20, 560, 900});
        if (answered) answer();
    }
    void answer() {
        for (auto& wish : asked) {
            auto& put = std::get<intents::PutItems>(wish);
            deeds.push_back(put.deed);
            news(put.items, put.gone);
        }
        asked.clear();
    }
    std::vector<std::string> texts(const std::string& id) {
        std::vector<model::Item> items;
        for (const auto* item : canvas.all()) items.push_back(*item);
        std::vector<std::string> found;
        for (const auto& filled : views::read_fields(form, items)) {
            if (filled.field->id != id) continue;
            for (const auto& entry : filled.entries) found.push_back(entry.text);
        }
        return found;
    }
    void write(const std::string& zone, std::u32string_view words) {
        desk.tap(zone);
        desk.type(words);
        desk.key(ui::Key::enter);
        desk.settle();
    }
};

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("what is written in the form becomes a note in its field's frame") {
    PanelDesk it;
    it.desk.settle();
    CHECK(it.desk.text("form/says/label") == "Fält says");
    CHECK(it.desk.text("form/says/help") == "Skriv något.");
    it.write("form/says/new", U"Vem frågar jag?");
    CHECK(it.texts("says") == Texts{"Vem frågar jag?"});
    CHECK(it.deeds == Texts{"write_item"});
    // Enter began the next one.
    it.desk.type(U"Appen");
    it.desk.key(ui::Key::enter);
    it.desk.settle();
    CHECK(it.texts("says") == Texts{"Vem frågar jag?", "Appen"});
    for (const auto* item : it.canvas.all()) {
        if (item->type == model::ItemType::note) CHECK(item->slot == "says");
    }
}

TEST_CASE("a field that takes one note has no room for another, and a note that is emptied goes") {
    PanelDesk it;
    it.write("form/how_many/new", U"3");
    CHECK(it.texts("how_many") == Texts{"3"});
    CHECK_FALSE(it.desk.has("form/how_many/new"));
    base::Id note;
    for (const auto& entry : it.panel.entries) {
        if (entry.field == "how_many") note = entry.item;
    }
    it.desk.tap("form/how_many/" + note.text());
    it.desk.key(ui::Key::backspace);
    it.desk.key(ui::Key::enter);
    it.desk.settle();
    CHECK(it.texts("how_many").empty());
    CHECK(it.deeds.back() == "remove_items");
    CHECK(it.desk.has("form/how_many/new"));
}

TEST_CASE("a choice is tapped, changed, and taken back by the same tap") {
    PanelDesk it;
    it.desk.settle();
    it.desk.tap("form/which/option/yes");
    it.desk.settle();
    CHECK(it.texts("which") == Texts{"Ja"});
    it.desk.tap("form/which/option/no");
    it.desk.settle();
    CHECK(it.texts("which") == Texts{"Nej"});
    it.desk.tap("form/which/option/no");
    it.desk.settle();
    CHECK(it.texts("which").empty());
}

TEST_CASE("what others write meanwhile comes into the form, and leaves alone what is being written") {
    PanelDesk it;
    it.desk.settle();
    it.desk.tap("form/says/new");
    it.desk.type(U"halv me");
    model::Item other;
    other.id = base::new_id(2);
    other.place = {100, 400, 200, 200};
    other.text = "från en hand";
    it.news({other}, {});
    it.desk.settle();
    CHECK(it.desk.has("form/says/" + other.id.text()));
    it.desk.type(U"ning");
    it.desk.key(ui::Key::enter);
    it.desk.settle();
    const auto texts = it.texts("says");
    CHECK(std::count(texts.begin(), texts.end(), "halv mening") == 1);
    CHECK(texts.size() == 2);
}

TEST_CASE("until news of it have come, what was written stays in the form once") {
    PanelDesk it;
    it.answered = false;
    it.write("form/says/new", U"väntar");
    CHECK(it.asked.size() == 1);
    std::size_t shown = 0;
    for (const auto& entry : it.panel.entries) shown += entry.text.text == "väntar" ? 1U : 0U;
    CHECK(shown == 1);
    it.answer();
    it.desk.settle();
    CHECK(it.texts("says") == Texts{"väntar"});
    shown = 0;
    for (const auto& entry : it.panel.entries) shown += entry.text.text == "väntar" ? 1U : 0U;
    CHECK(shown == 1);
}

TEST_CASE("what was being written is asked for when the form is closed") {
    PanelDesk it;
    it.answered = false;
    it.desk.settle();
    it.desk.tap("form/says/new");
    it.desk.type(U"sista");
    it.desk.draw = [&it](ui::Frame& frame) {
        ui::CanvasScene scene{it.canvas, it.camera, it.hands, frame, frame.screen(), it.asked};
        ui::let_go_of_board_form(scene, it.panel, it.form);
    };
    it.desk.frame();
    REQUIRE(it.asked.size() == 1);
    CHECK(std::get<intents::PutItems>(it.asked[0]).items.at(0).text == "sista");
    CHECK(it.panel.entries.empty());
}

TEST_CASE("a field whose frame is gone says so, and is written below the board") {
    PanelDesk it;
    std::vector<base::Id> gone;
    for (const auto* item : it.canvas.all()) {
        if (item->slot == "says") gone.push_back(item->id);
    }
    it.news({}, gone);
    it.desk.settle();
    CHECK_FALSE(it.desk.text("form/says/gone").empty());
    it.write("form/says/new", U"ändå");
    CHECK(it.texts("says") == Texts{"ändå"});
}
