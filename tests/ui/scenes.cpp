#include "ui/scenes.hpp"

namespace scenes {

base::Id id(int number) {
    base::Id made;
    made.bytes[0] = 7;
    made.bytes[14] = static_cast<std::uint8_t>(number / 256);
    made.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return made;
}

views::NoteView note(int number, std::string type, std::string text, std::string author, std::string group,
                     int cluster) {
    views::NoteView made;
    made.id = id(number);
    made.type = std::move(type);
    made.text = std::move(text);
    made.author = std::move(author);
    made.group = std::move(group);
    if (cluster > 0) made.cluster = id(cluster);
    return made;
}

views::WallView lobby() {
    views::WallView view;
    auto& remote = view.remote;
    auto& room = remote.room;
    room.now_ms = now_ms;
    room.title = "Halvdag: från kundresa till idéer";
    room.municipality = "Lindåsa";
    room.people = 14;
    room.next_title = "Kom in";
    room.join_code = "K7MPXA";
    room.join_url = "http://192.168.8.20:8321/?k=K7MPXA";
    remote.session = id(900);
    remote.next = views::Labelled{"kom-in", "Kom in"};
    const std::vector<std::pair<std::string, int>> day{{"Kom in", 10},
                                                       {"Ramen", 10},
                                                       {"Lär känna Samira", 10},
                                                       {"Rita resan", 35},
                                                       {"Var gör det ont?", 15},
                                                       {"Fika", 15},
                                                       {"Från skav till behov", 20},
                                                       {"Hur kan vi …?", 10},
                                                       {"Idéer i tysthet", 15},
                                                       {"Bygg vidare", 15},
                                                       {"Sortera", 10},
                                                       {"Sträck på er", 5},
                                                       {"Tre prickar", 15},
                                                       {"Idékort", 20},
                                                       {"Visa och bestäm nästa steg", 15},
                                                       {"Checka ut", 5}};
    std::int64_t at = now_ms + 180000;
    for (std::size_t i = 0; i < day.size(); ++i) {
        views::RemoteView::AgendaItem item;
        item.id = i == 0 ? "kom-in" : "block-" + std::to_string(i);
        item.title = day[i].first;
        item.state = i == 0 ? "next" : "later";
        item.minutes = day[i].second;
        item.starts_at_ms = at;
        at += item.minutes * 60000;
        remote.agenda.push_back(item);
    }
    remote.day_ends_at_ms = at;
    view.persona =
        "Samira, kassör i en liten förening. Hon sköter allt efter jobbet, ofta i mobilen. Hon visste inte vem som "
        "bestämmer, vad lokalen kostar eller hur hon får nyckeln.";
    view.start = {57, 2, 3, 1};
    return view;
}

views::WallView in_block(std::size_t at, std::string kind) {
    auto view = lobby();
    auto& remote = view.remote;
    remote.started = true;
    std::int64_t start = now_ms - 16 * 60000;
    for (std::size_t i = 0; i < remote.agenda.size(); ++i) {
        auto& item = remote.agenda[i];
        item.state = i < at ? "done" : i == at ? "now" : i == at + 1 ? "next" : "later";
    }
    for (auto i = at; i > 0; --i) {
        start -= remote.agenda[i - 1].minutes * 60000;
    }
    for (auto& item : remote.agenda) {
        item.starts_at_ms = start;
        start += item.minutes * 60000;
    }
    remote.day_ends_at_ms = start;
    auto& block = remote.room.block.emplace();
    block.id = remote.agenda[at].id;
    block.kind = std::move(kind);
    block.title = remote.agenda[at].title;
    block.phase = "individual";
    block.clock = {"running", 1122000, remote.agenda[at].minutes * 60000};
    remote.ends_at_ms = now_ms + 1122000;
    remote.phases = {"prepared", "intro", "individual", "share", "converge", "closed"};
    remote.previous =
        views::Labelled{remote.agenda[at - (at > 0 ? 1 : 0)].id, remote.agenda[at > 0 ? at - 1 : 0].title};
    if (at + 1 < remote.agenda.size()) {
        remote.next = views::Labelled{remote.agenda[at + 1].id, remote.agenda[at + 1].title};
        remote.room.next_title = remote.agenda[at + 1].title;
    } else {
        remote.next.reset();
        remote.room.next_title.clear();
    }
    remote.say = {"Nu följer vi Samira. Vi börjar när hon får veta att de behöver en lokal.",
                  "Skriv ett steg per lapp, i fem minuter, i tysthet."};
    remote.act = {"0–5 min: Alla skriver själva. Prata inte."};
    remote.tips = {"Går det trögt? Be någon spela Samira som ringer, och en annan som svarar."};
    for (int i = 0; i < 14; ++i) {
        views::RemoteView::SeatItem seat;
        seat.seat = id(800 + i);
        seat.label = "Plats " + std::to_string(i + 1);
        seat.return_code = "RK" + std::to_string(1000 + i);
        seat.here = i != 9;
        seat.hand = i == 4;
        seat.muted = i == 11;
        remote.seats.push_back(seat);
    }
    return view;
}

views::WallView journey(bool with_feelings) {
    auto view = in_block(3, "journey");
    auto& room = view.remote.room;
    auto& block = *room.block;
    block.question = "Vad händer Samira, från att hon behöver en lokal till att nyckeln är tillbaka?";
    block.instruction = "Skriv Samiras steg, ett per lapp. Börja varje lapp med något hon gör: letar, ringer, väntar.";
    block.writes = "step";
    block.groups = {{"fore", "Före"}, {"under", "Under"}, {"efter", "Efter"}};
    block.lanes = block.groups;
    room.wall = {note(1, "step", "Letar efter rätt sida i mobilen", "Amina", "fore"),
                 note(2, "step", "Mejlar tre personer", "Tove", "fore"),
                 note(3, "step", "Väntar på svar i två veckor", "", "fore"),
                 note(4, "step", "Hämtar nyckel på lunchen", "Björn", "under"),
                 note(5, "step", "Hittar inte ljuset", "Elif", "under"),
                 note(6, "step", "Dansar med tolv barn 💃🏽", "", "under"),
                 note(7, "step", "Lämnar nyckeln i ett skåp", "Gustav", "efter"),
                 note(8, "step", "Får en räkning till fel adress", "Jonas", "efter")};
    view.writers = 11;
    view.can_undo = true;
    view.remote.planned = {{0, "feelings", "Du är Samira. Hur känns det här steget?", {}}};
    view.remote.inbox = {{id(50), "step", "Ringer kundcenter en gång till", "", "", "", {}, "", "Gustav"},
                         {id(51), "step", "Mejlar tre olika personer", "", "", "", id(2), "Mejlar tre personer", ""},
                         {id(52), "step", "Ring mig på 070-123 45 67", "phone", "", "", {}, "", ""}};
    if (!with_feelings) return view;
    views::PollView poll;
    poll.id = id(300);
    poll.question = "Du är Samira. Hur känns det här steget?";
    poll.state = "revealed";
    poll.of = poll.in = 14;
    poll.form.rule.method = methods::Method::feelings;
    poll.form.rule.lowest = -2;
    poll.form.rule.highest = 2;
    const std::vector<std::vector<std::int64_t>> answers{{0, 1, 1, 1, 0, -1, 1},       {0, 0, -1, -1, 0, 1, -1},
                                                         {-2, -2, -1, -2, -2, -1, -2}, {-1, 0, 0, -1, 1, 0, 0},
                                                         {-1, -2, -1, 0, -1, -1, -2},  {2, 2, 1, 2, 2, 2, 1},
                                                         {0, 1, 0, 0, 1, -1, 0},       {-2, -1, -2, 1, -2, 0, -1}};
    std::vector<methods::CountedBallot> ballots(7);
    for (std::size_t i = 0; i < answers.size(); ++i) {
        poll.form.options.push_back({room.wall[i].id.text(), room.wall[i].text, room.wall[i].group});
        poll.form.rule.options.push_back(room.wall[i].id.text());
        for (std::size_t person = 0; person < 7; ++person) {
            ballots[person].ballot.feelings[room.wall[i].id.text()] = answers[i][person];
            ballots[person].count = 2;
        }
    }
    poll.outcome = methods::count_poll(poll.form.rule, ballots, 14);
    room.polls.push_back(poll);
    view.remote.planned[0].poll = poll.id;
    return view;
}

views::WallView ideas() {
    auto view = in_block(10, "cluster");
    auto& room = view.remote.room;
    auto& block = *room.block;
    block.question = "Hur kan vi ge Samira besked samma kväll?";
    block.instruction = "Lägg lika med lika, under tystnad.";
    room.clusters = {{id(60), "Besked samma kväll"}, {id(61), "Nyckeln"}, {id(62), "På plats i lokalen"}};
    int number = 100;
    const auto add = [&](std::string text, std::string author, int cluster) {
        room.wall.push_back(note(number++, "idea", std::move(text), std::move(author), "", cluster));
    };
    add("Svar samma kväll av en människa", "Tove", 60);
    add("Lampa i fönstret när lokalen är ledig", "", 60);
    add("Se lediga tider i mobilen", "Maja", 60);
    add("Samira får svar innan hon somnar", "Elif", 60);
    add("Ring upp i stället för att mejla", "", 60);
    add("Den som har nyckeln lämnar över den", "Gustav", 61);
    add("Kodlås som byts varje vecka", "Nils", 61);
    add("Hämta nyckeln på biblioteket", "Amina", 61);
    add("En film om hur ljuset fungerar", "Leila", 62);
    add("Fadder som möter första gången ☕️", "Björn", 62);
    add("Skylt vid dörren: vem ringer jag?", "", 62);
    add("Låna lokalen för en dag på prov", "Jonas", 0);
    add("Bjud in föreningen till kommunhuset", "", 0);
    add("قائمة بسيطة بالقاعات", "Samir", 0);
    add("Alla lokaler på en karta", "Petra", 0);
    view.remote.inbox = {{id(50), "idea", "Svara med sms samma kväll som någon frågar", "", "", "", id(100),
                          "Svar samma kväll av en människa", "Jonas"},
                         {id(51), "idea", "Byt ut stolarna, de låter mest", "", "", "", {}, "", "Petra"},
                         {id(52), "idea", "Mejla mig på tove@example.se", "email", "", "", {}, "", ""}};
    view.can_undo = view.can_redo = true;
    return view;
}

views::WallView vote(const std::string& state) {
    auto view = in_block(12, "poll");
    auto& room = view.remote.room;
    room.block->question = "Vilka idéer tar vi vidare?";
    room.block->instruction = "Tre blå prickar för nytta. Tre gröna för nytänkande.";
    room.block->phase = "vote";
    room.block->clock = {"running", 130000, 900000};
    room.wall = ideas().remote.room.wall;
    room.wall.resize(7);
    views::PollView poll;
    poll.id = id(310);
    poll.question = "Vilka idéer tar vi vidare?";
    poll.state = state;
    poll.in = state == "open" ? 9 : 14;
    poll.of = poll.drawn = 14;
    auto& rule = poll.form.rule;
    rule.method = methods::Method::three_dots;
    rule.dots = 3;
    rule.stacking = true;
    rule.criteria = {"nytta", "nytankande"};
    poll.form.criteria = {{"nytta", "Nytta för Samira", "himmel"}, {"nytankande", "Nytänkande", "mint"}};
    for (const auto& one : room.wall) {
        poll.form.options.push_back({one.id.text(), one.text, ""});
        rule.options.push_back(one.id.text());
    }
    view.remote.planned = {{0, "tre-prickar", poll.question, poll.id}};
    if (state == "open") poll.lost = {{id(803).text(), "Plats 4"}};
    if (state == "revealed") {
        const auto ballot = [&](std::initializer_list<int> useful, std::initializer_list<int> fresh) {
            methods::CountedBallot made;
            for (const int at : useful) ++made.ballot.dots["nytta"][rule.options[static_cast<std::size_t>(at)]];
            for (const int at : fresh) ++made.ballot.dots["nytankande"][rule.options[static_cast<std::size_t>(at)]];
            made.count = 2;
            return made;
        };
        const std::vector<methods::CountedBallot> ballots{ballot({0, 0, 2}, {1, 1, 5}), ballot({0, 3, 2}, {1, 1, 1}),
                                                          ballot({0, 0, 0}, {1, 6, 5}), ballot({2, 4, 0}, {5, 1, 1}),
                                                          ballot({3, 3, 5}, {6, 1, 5}), ballot({0, 2, 5}, {1}),
                                                          ballot({0, 0, 3}, {5, 5, 1})};
        poll.outcome = methods::count_poll(rule, ballots, 14);
        for (const auto& one : room.wall) poll.can_save.push_back(one.id);
    }
    room.polls.push_back(poll);
    return view;
}

views::WallView saved() {
    auto view = vote("revealed");
    auto& room = view.remote.room;
    auto& poll = room.polls.front();
    int number = 58;
    for (const auto& row : poll.outcome->rows) {
        if (number > 60) break;
        for (auto& one : room.wall) {
            if (one.id.text() != row.option) continue;
            one.number = std::to_string(number++);
            one.state = "received";
            std::erase(poll.can_save, one.id);
            poll.saved_notes.push_back(one.id);
            poll.saved_numbers.push_back(one.number);
        }
    }
    poll.saved = true;
    view.remote.undo_id = "undo-1";
    view.remote.undo_text = "Sparade i registret: 3";
    view.remote.undo_until_ms = now_ms + 600000;
    return view;
}

views::WallView scale() {
    auto view = in_block(15, "evaluate");
    auto& room = view.remote.room;
    room.block->question = "Vilket ord tar du med dig härifrån?";
    room.block->writes = "word";
    room.wall = {note(400, "word", "lättad"), note(401, "word", "nyfiken"), note(402, "word", "hungrig")};
    views::PollView poll;
    poll.id = id(320);
    poll.question = "Kom din röst fram i dag?";
    poll.state = "revealed";
    poll.in = poll.of = 14;
    poll.form.rule.method = methods::Method::scale;
    poll.form.rule.lowest = 1;
    poll.form.rule.highest = 5;
    std::vector<methods::CountedBallot> ballots;
    for (const auto& [score, count] : std::vector<std::pair<int, int>>{{2, 2}, {3, 2}, {4, 4}, {5, 6}}) {
        methods::CountedBallot one;
        one.ballot.scale = score;
        one.count = count;
        ballots.push_back(one);
    }
    poll.outcome = methods::count_poll(poll.form.rule, ballots, 14);
    room.polls.push_back(poll);
    view.remote.planned = {{0, "scale", poll.question, poll.id},
                           {1, "choice", "Hur vill du få veta vad som händer med idéerna?", {}}};
    return view;
}

views::WallView pause() {
    auto view = in_block(5, "break");
    view.remote.room.block->clock = {"running", 521000, 900000};
    return view;
}

views::WallView cards() {
    auto view = in_block(13, "card");
    auto& room = view.remote.room;
    room.block->instruction = "Arbeta två till fyra. Fyll i ett kort för er idé. Skriv det ni är mest osäkra på.";
    for (const char* label :
         {"Vem är idén till för?", "Vilket behov svarar den på?", "Hur går det till, steg för steg?",
          "Vad blir bättre för den som lånar?", "Vad blir bättre för oss som arbetar här?", "Vilka berörs, och hur?",
          "Vad krävs i tid, pengar, kunskap, regler och teknik?",
          "Vem kan ha svårt att använda idén, och vad gör vi åt det?", "Vad är vi mest osäkra på?",
          "Hur provar vi det på en vecka, utan pengar?"}) {
        room.block->form.push_back({label, label, "long"});
    }
    room.wall = saved().remote.room.wall;
    return view;
}

views::WallView question() {
    auto view = in_block(1, "collect");
    auto& block = *view.remote.room.block;
    block.question = "Hur kan det bli lättare för en förening att låna en lokal av kommunen?";
    block.instruction = "Skriv en spelregel som gör att du vågar säga vad du tänker.";
    block.writes = "rule";
    return view;
}

}  // namespace scenes
