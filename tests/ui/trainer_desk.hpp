#pragma once
// The trainer's own display in the middle of a session.
#include "ui/desk.hpp"
#include "ui/register_views.hpp"
#include "ui/scenes.hpp"
#include "ui/screen_trainer.hpp"

namespace desk_views {

inline views::WallView trainer_view() {
    views::WallView view;
    auto& remote = view.remote;
    auto& room = remote.room;
    room.title = "Halvdag om skollunchen";
    room.people = 23;
    room.now_ms = desk_views::now_ms;
    room.join_code = "K7QP2M";
    room.join_url = "http://192.168.1.7:8437/?k=K7QP2M";
    views::BlockView block;
    block.id = "kundresan";
    block.kind = "journey";
    block.title = "Kundresan";
    block.question = "Hur går det till i dag?";
    block.phase = "share";
    block.clock = {"running", 1122000, 2700000};
    block.writes = "step";
    block.groups = block.lanes = {{"fore", "Före"}, {"under", "Under"}, {"efter", "Efter"}};
    room.block = block;
    for (int i = 0; i < 6; ++i) {
        views::NoteView note;
        note.id = desk_views::id_of(i);
        note.type = "step";
        note.group = block.groups[static_cast<std::size_t>(i % 3)].id;
        note.text = i % 2 == 0 ? "Väntar tolv minuter i kön" : "Kollar menyn i mobilen";
        room.wall.push_back(note);
    }
    remote.started = true;
    remote.hands = 1;
    view.writers = 20;
    remote.phases = {"prepared", "intro", "individual", "share", "closed"};
    remote.say = {"Nu står Saga i kön. Vad ser hon? Vad hör hon? Skriv det som händer, inte det som borde hända."};
    remote.act = {"Låt två minuter gå tyst. Be sedan ett bord läsa upp en lapp. De har inte hörts än."};
    remote.tips = {"Går det trögt? Be två elever spela upp kön."};
    const auto minute = [](int minutes) { return desk_views::now_ms + minutes * 60000LL; };
    remote.agenda = {{"valkommen", "Välkommen", "done", 15, minute(-90), false},
                     {"personor", "Personor", "done", 35, minute(-75), false},
                     {"fika", "Fika", "done", 15, minute(-40), false},
                     {"kundresan", "Kundresan", "now", 45, minute(-25), true},
                     {"idestorm", "Idéstorm", "next", 30, minute(20), true},
                     {"rosta", "Rösta", "later", 15, minute(50), false}};
    remote.previous = views::Labelled{"fika", "Fika"};
    remote.next = views::Labelled{"idestorm", "Idéstorm"};
    room.next_title = "Idéstorm";
    remote.drift_min = 4;
    remote.day_ends_at_ms = minute(94);
    methods::Cut cut;
    cut.block = "idestorm";
    cut.minutes = 26;
    cut.saves = 4;
    cut.enough = true;
    remote.cut = cut;
    remote.cut_text = "Korta Idéstorm till 26 min så slutar ni i tid.";
    views::RemoteView::InboxItem item;
    item.note = desk_views::id_of(101);
    item.text = "Trångt vid brickorna";
    remote.inbox.push_back(item);
    item.note = desk_views::id_of(102);
    item.text = "Ring mig på 070-000 00 00";
    item.held = "phone";
    remote.inbox.push_back(item);
    for (int i = 1; i <= 4; ++i) {
        remote.seats.push_back({desk_views::id_of(200 + i), "Plats " + std::to_string(i), "", i != 3, i == 2, false});
    }
    return view;
}

struct TrainerDesk {
    views::WallView view = trainer_view();
    ui::TrainerScreen screen;
    ui::Commands commands;
    ui::Intents out;
    Desk desk{[this](ui::Frame& frame) { ui::draw_trainer(screen, view, frame, commands, out); }};
    template <typename Wish>
    Wish only() {
        REQUIRE(out.size() == 1);
        REQUIRE(std::holds_alternative<Wish>(out[0]));
        auto wish = std::get<Wish>(out[0]);
        out.clear();
        return wish;
    }
};

inline double text_wide(const Desk& desk, const std::string& words) {
    const auto found = desk.nothing.boxes.find(words);
    return found == desk.nothing.boxes.end() ? 1e9 : found->second.w;
}

}  // namespace desk_views
