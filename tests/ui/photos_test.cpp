// Photos on the wall: small where they belong to something, large when one taps them.
#include "photo.hpp"
#include "ui/register_views.hpp"
#include "ui/screen_trainer.hpp"
#include "ui/wall_desk.hpp"

namespace {

const views::PhotoView sign{"address", "hash-of-sign", "Skylten vid porten"};

/// Photos that are here at once; which were asked for stands in `asked`.
struct PhotoShelf {
    std::vector<std::pair<std::string, bool>> asked;
    std::shared_ptr<const paint::Photo> photo =
        std::make_shared<const paint::Photo>(paint::read_photo(a_photo(), 1600).value());

    void serve(Desk& desk) {
        desk.look.photo = [this](std::string_view hash, bool large) {
            asked.emplace_back(hash, large);
            return photo;
        };
    }
};

views::WallView ideas_with_photo() {
    auto view = scenes::ideas();
    view.remote.room.wall[0].photo = sign;
    return view;
}

views::WallView inbox_with_photo() {
    auto view = scenes::ideas();
    view.remote.inbox.clear();
    views::RemoteView::InboxItem plain;
    plain.note = scenes::id(801);
    plain.type = "idea";
    plain.text = "Byt ut stolarna, de låter mest";
    auto with_photo = plain;
    with_photo.note = scenes::id(802);
    with_photo.text = "Så här fint var det på Ängsskolan";
    with_photo.photo = sign;
    auto other = plain;
    other.note = scenes::id(803);
    view.remote.inbox = {plain, with_photo, other};
    return view;
}

}  // namespace

TEST_CASE("a note on the wall has its photo small, and a tap on it shows both large") {
    PhotoShelf shelf;
    WallDesk wall(ideas_with_photo());
    shelf.serve(wall.desk);
    wall.enter();
    REQUIRE_FALSE(shelf.asked.empty());
    CHECK(shelf.asked.front() == std::pair{std::string("hash-of-sign"), false});
    wall.desk.save("04-ideas-photo");
    const auto note = wall.desk.rect("note/" + wall.view.remote.room.wall[0].id.text());
    wall.desk.tap_at({note.x + 40, note.y + 40});
    CHECK(wall.desk.has("large/note"));
    CHECK(wall.desk.text("large/shows") == "Skylten vid porten");
    CHECK(shelf.asked.back().second);
    wall.desk.save("04-ideas-photo-large");
    wall.desk.tap("large/note");
    CHECK_FALSE(wall.desk.has("large/note"));
    // Beside the photo the note is chosen, as any other.
    wall.desk.tap_at({note.right() - 12, note.bottom() - 12});
    CHECK(wall.desk.has("menu/large"));
}

TEST_CASE("while a photo is fetched, and when there is none to have, its place stands empty") {
    WallDesk wall(ideas_with_photo());
    wall.desk.look.photo = [](std::string_view, bool) { return nullptr; };
    wall.enter();
    wall.desk.save("04-ideas-photo-waits");
    WallDesk without(ideas_with_photo());
    without.enter();
    CHECK(without.desk.screen() == "ideas");
}

TEST_CASE("the inbox shows what waits with its photo, and one sees it large before it is let through") {
    PhotoShelf shelf;
    WallDesk wall(inbox_with_photo());
    shelf.serve(wall.desk);
    wall.enter();
    const auto id = scenes::id(802).text();
    CHECK(wall.desk.text("inbox/shows/" + id).find("Skylten vid porten") != std::string::npos);
    wall.desk.save("04-inbox-photo");
    wall.desk.tap("inbox/photo/" + id);
    CHECK(wall.desk.has("large_photo/photo"));
    wall.desk.save("04-inbox-photo-large");
    wall.desk.key(ui::Key::escape);
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("large_photo/photo"));
    wall.desk.tap("inbox/approve/" + id);
    CHECK(wall.take<intents::ApproveNote>().note == scenes::id(802));
}

TEST_CASE("a typo in the words about a photo is mended in the inbox and on the wall, and they can be taken away") {
    PhotoShelf shelf;
    WallDesk inbox(inbox_with_photo());
    shelf.serve(inbox.desk);
    inbox.enter();
    CHECK_FALSE(inbox.desk.has("inbox/fix_shows/" + scenes::id(801).text()));
    inbox.desk.tap("inbox/fix_shows/" + scenes::id(802).text());
    inbox.desk.save("04-inbox-photo-words");
    inbox.desk.type(U"!");
    inbox.desk.tap("writing/save");
    const auto mended = inbox.take<intents::FixNote>();
    CHECK(mended.note == scenes::id(802));
    CHECK(mended.text.empty());
    CHECK(mended.shows == "Skylten vid porten!");

    WallDesk wall(ideas_with_photo());
    shelf.serve(wall.desk);
    wall.enter();
    const auto id = wall.view.remote.room.wall[0].id;
    const auto note = wall.desk.rect("note/" + id.text());
    wall.desk.tap_at({note.right() - 12, note.bottom() - 12});
    wall.desk.tap("menu/fix_shows");
    for (std::size_t i = 0; i < sign.shows.size(); ++i) wall.desk.key(ui::Key::backspace);
    wall.desk.tap("writing/save");
    const auto emptied = wall.take<intents::FixNote>();
    CHECK(emptied.note == id);
    CHECK(emptied.shows == "");
}

TEST_CASE("a photo is not let through with all the rest") {
    WallDesk wall(inbox_with_photo());
    wall.enter();
    wall.desk.tap("inbox/approve_all");
    std::vector<base::Id> approved;
    for (const auto& one : wall.all) {
        if (const auto* approve = std::get_if<intents::ApproveNote>(&one)) approved.push_back(approve->note);
    }
    CHECK(approved == std::vector{scenes::id(801), scenes::id(803)});
}

TEST_CASE("an idea's screen has the photo that it came with, and shows it large") {
    PhotoShelf shelf;
    auto view = desk_views::wall();
    view.idea = desk_views::idea_view(41);
    view.idea->photo = sign;
    ui::IdeaScreen screen;
    screen.idea = desk_views::id_of(41);
    ui::Commands commands;
    ui::Intents out;
    views::WallScope look;
    Desk desk([&](ui::Frame& frame) { ui::draw_idea(screen, view, frame, commands, out, look); });
    shelf.serve(desk);
    desk.settle();
    desk.save("09-idea-photo");
    desk.tap("idea/photo");
    CHECK(desk.has("idea/large_photo/photo"));
    desk.save("09-idea-photo-large");
    desk.tap("idea/large_photo/photo");
    CHECK_FALSE(desk.has("idea/large_photo/photo"));
    CHECK_FALSE(screen.closed);
    desk.tap("idea/photo");
    desk.key(ui::Key::escape);
    desk.settle();
    CHECK_FALSE(desk.has("idea/large_photo/photo"));
    CHECK_FALSE(screen.closed);
}

TEST_CASE("an edit in the inbox says what it changes, of the photo's words too, and cannot be merged") {
    auto view = inbox_with_photo();
    view.remote.inbox.resize(1);
    auto& item = view.remote.inbox.front();
    const auto id = item.note.text();
    item.edits = views::RemoteView::Edited{scenes::id(100), "Byt stolarna", "Stapelstolar", "Stolar"};
    WallDesk wall(view);
    wall.enter();
    CHECK(wall.desk.text("inbox/edit/" + id) ==
          "Ändring av: ”Byt stolarna” På bilden: ”Stapelstolar” (förut: ”Stolar”)");
    CHECK_FALSE(wall.desk.has("inbox/merge/" + id));
    wall.desk.save("04-ideas-inbox-edit");
}

TEST_CASE("an edit of a note with a photo stands beside it, and may be let through with the rest") {
    PhotoShelf shelf;
    auto view = inbox_with_photo();
    auto& item = view.remote.inbox[1];
    item.edits = views::RemoteView::Edited{scenes::id(100), "Så fint var det", std::nullopt, sign.shows};
    WallDesk wall(view);
    shelf.serve(wall.desk);
    wall.enter();
    CHECK(wall.desk.has("inbox/photo/" + item.note.text()));
    wall.desk.save("04-ideas-inbox-edit-photo");
    wall.desk.tap("inbox/approve_all");
    std::size_t approved = 0;
    for (const auto& one : wall.all) approved += std::holds_alternative<intents::ApproveNote>(one);
    CHECK(approved == 3);
}
