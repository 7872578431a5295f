// One vote of each kind from the course's words to the result, and the same when it is counted again from the register.
#include "methods/poll.hpp"
#include "registrar/room.hpp"
#include "registrar/tallies.hpp"
#include "views/poll_form.hpp"

namespace {

using Kind = intents::AnswerBallot::Kind;

constexpr auto all_votes = R"(+++
titel = "Prov"
+++
## Marken
id: marken
tid: 20
typ: röstning
fråga: Vad tycker du?
rösta: visa 1–4
alternativ: Aa, Bb, Cc
rösta: ja röster
alternativ: Aa, Bb, Cc
rösta: betyg 0–5
alternativ: Aa, Bb, Cc
rösta: poäng 100, högst 80
alternativ: Aa, Bb, Cc
rösta: kvadratisk 25
alternativ: Aa, Bb, Cc
lika: lottning
rösta: matris
alternativ: Aa, Bb, Cc
kriterier: Arbete, Värde
rösta: femfinger
alternativ: 0 = Stopp; 5 = Med mig
rösta: parvis
alternativ: Aa, Bb, Cc
## Ordningar
id: ordningar
tid: 20
typ: röstning
fråga: Vad är bäst?
rösta: rangordning
alternativ: Aa, Bb, Cc
rösta: rangordning borda
alternativ: Aa, Bb, Cc
rösta: rangordning överföring
alternativ: Aa, Bb, Cc
rösta: rangordning copeland
alternativ: Aa, Bb, Cc
rösta: budget
alternativ: Aa, Bb, Cc
budget: 600 kr
kostnad: Aa = 300; Bb = 200; Cc = 400
rösta: budget girig
alternativ: Aa, Bb, Cc
budget: 600 euro
kostnad: 300
rösta: samtycke
)";

/// A vote with what three people say, what somebody may not say and why, and what then stands in the result.
struct Kindly {
    std::string block;
    int index;
    std::string method;
    std::vector<std::string> ballots;
    std::string refused, result;
};

const std::string order_abc = R"({"order":[["aa"],["bb"],["cc"]]})";
const std::string order_bca = R"({"order":[["bb"],["cc"],["aa"]]})";

const std::vector<Kindly> kinds{
    {"marken",
     0,
     "show14",
     {R"({"marks":{"aa":4,"bb":1}})", R"({"marks":{"aa":3}})", "{}"},
     R"({"marks":{"aa":5}})",
     R"("id":"aa","mean":"7/2","median":3,"n":2,"rank":1,"votes":7)"},
    {"marken",
     1,
     "approval",
     {R"({"marks":{"aa":1,"bb":0}})", R"({"marks":{"aa":1,"cc":1}})", "{}"},
     R"({"marks":{"aa":2}})",
     R"("id":"aa","rank":1,"supporters":2,"votes":2)"},
    {"marken",
     2,
     "score",
     {R"({"marks":{"aa":5,"bb":0}})", R"({"marks":{"aa":4}})", R"({"marks":{"aa":5}})"},
     R"({"marks":{"aa":6}})",
     R"("below_quorum":true)"},
    {"marken",
     3,
     "points",
     {R"({"marks":{"aa":60,"bb":40}})", R"({"marks":{"bb":80,"cc":20}})", "{}"},
     R"({"marks":{"aa":81,"bb":19}})",
     R"("id":"bb","median":60,"rank":1,"supporters":2,"votes":120)"},
    {"marken",
     4,
     "quadratic",
     {R"({"marks":{"aa":-3,"bb":4}})", R"({"marks":{"cc":4}})", "{}"},
     R"({"marks":{"aa":4,"bb":4}})",
     R"("broken":[["bb","cc"]])"},
    {"marken",
     5,
     "matrix",
     {R"({"marks":{"x":{"aa":20},"y":{"aa":90}}})", R"({"marks":{"x":{"aa":31},"y":{"aa":80}}})", "{}"},
     R"({"marks":{"x":{"aa":20},"y":{}}})",
     R"("id":"aa","n":2,"quadrant":"quick_win","split":false,"x":"51/2","y":85)"},
    {"marken", 6, "fist", {R"({"scale":5})", R"({"scale":3})", "{}"}, R"({"scale":6})", R"("passed":true)"},
    {"marken",
     7,
     "bradley-terry",
     {R"({"pairs":[["bb","aa","right"],["bb","cc","left"]]})", R"({"pairs":[["aa","cc","skip"]]})", "{}"},
     R"({"pairs":[["bb","aa","right"],["aa","bb","left"]]})",
     R"("undecided":1)"},
    {"ordningar",
     0,
     "schulze",
     {order_abc, order_bca, R"({"order":[["bb","aa"]]})"},
     R"({"order":[["aa"],["aa"]]})",
     R"("pairs":{"aa":{"bb":1,"cc":2},"bb":{"aa":1,"cc":3},"cc":{"aa":1,"bb":0}})"},
    {"ordningar",
     1,
     "borda",
     {order_abc, order_bca, R"({"order":[["cc"]]})"},
     R"({"order":[["saft"]]})",
     R"("firsts":1,"id":"bb","points":"7/2","rank":1)"},
    {"ordningar",
     2,
     "irv",
     {order_abc, order_bca, order_abc},
     R"({"order":[["aa","bb"]]})",
     R"("rounds":[{"dropped":[],"exhausted":0,"votes":{"aa":2,"bb":1,"cc":0}}])"},
    {"ordningar", 3, "copeland", {order_abc, order_bca, order_abc}, R"({"marks":{"aa":1}})", R"("condorcet":"aa")"},
    {"ordningar",
     4,
     "mes",
     {R"({"marks":{"bb":1,"aa":1}})", R"({"marks":{"aa":1}})", R"({"marks":{"bb":1}})"},
     R"({"marks":{"aa":-1}})",
     R"("budget":600,"cost":500)"},
    {"ordningar",
     5,
     "greedy",
     {R"({"marks":{"cc":1,"aa":1}})", R"({"marks":{"aa":1}})", "{}"},
     R"({"scale":1})",
     R"("cost":300,"funded":true,"id":"aa","rank":1,"supporters":2,"votes":2)"},
    {"ordningar",
     6,
     "consent",
     {R"({"objection":""})", R"({"objection":"För dyrt"})", "{}"},
     R"({"objection":" "})",
     R"("consents":1,"eligible":3,"few":true,"method":"consent","passed":false)"},
};

struct VotedKindly {
    Room room{false, all_votes};
    base::Id poll;
    std::string page;  // as the tablets saw it before anybody voted

    explicit VotedKindly(const Kindly& kind) {
        for (intents::Visitor visitor = 1; visitor <= 3; ++visitor) room.join(visitor);
        room.go_to(kind.block);
        poll = room.open_poll(kind.block, kind.index);
        page = room.page("tablet/sv");
        const auto wrong = room.vote(poll, room.token(1, poll), 1, kind.refused);
        CHECK(wrong == std::pair(Kind::refused, base::Code::bad_input));
        for (std::size_t i = 0; i < kind.ballots.size(); ++i) {
            const auto token = room.token(i + 1, poll);
            CHECK(room.vote(poll, token, 1, kind.ballots[i]).first == Kind::saved);
            CHECK(room.vote(poll, token, 1, kind.ballots[i]).first == Kind::saved);  // the same again
        }
    }
    bool was_told(const std::string& words) const { return page.find(words) != std::string::npos; }
    std::string result() const { return room.cells().text(poll, "poll.result"); }
    std::vector<methods::CountedBallot> ballots() {
        const auto read = registrar::read_ballots(room.workshop().book().reader(), poll);
        REQUIRE(read);
        return *read;
    }
};

}  // namespace

TEST_CASE("every way to vote goes from the course's words to a result, and is counted the same again") {
    for (const auto& kind : kinds) {
        CAPTURE(kind.method);
        VotedKindly vote(kind);
        auto& room = vote.room;
        CHECK(room.cells().text(vote.poll, "poll.method") == kind.method);
        CHECK(Room::acked(room.say(Room::trainer, intents::ClosePoll{vote.poll})));
        CHECK(Room::acked(room.say(Room::trainer, intents::RevealPoll{vote.poll})));
        CAPTURE(vote.result());
        CHECK(vote.result().find(kind.result) != std::string::npos);

        const auto form = views::read_poll_form(room.cells(), vote.poll);
        REQUIRE(form);
        const auto ballots = vote.ballots();
        for (const auto& counted : ballots) {
            CHECK(methods::check_ballot(counted.ballot, form->rule));
            CHECK(methods::canonical(counted.ballot, form->rule.method) == counted.ballot);
        }
        CHECK(methods::to_json(methods::count_poll(form->rule, ballots, 3)) == vote.result());
        room.restart();
        CHECK(room.shows("remote", R"("method":")" + kind.method + R"(")"));
        CHECK(room.shows("remote", R"("state":"revealed")"));
    }
}

TEST_CASE("an open vote of any kind tells the pages its rules, and its seed before anybody votes") {
    const std::vector<std::string> told{
        R"("lowest":1,"highest":4)",
        {},
        R"("lowest":0,"highest":5)",
        R"("cap":80)",
        R"("dots":25)",
        R"("criteria":[{"id":"x","label":"Arbete","colour":"himmel"},{"id":"y","label":"Värde","colour":"mint"}])",
        R"("options":[{"id":"0","label":"Stopp","group":""},{"id":"5","label":"Med mig","group":""}])",
        R"("most_pairs":3)",
        {},
        {},
        {},
        {},
        R"({"id":"cc","label":"Cc","group":"","cost":400}])",
        R"("budget":600,"unit":"euro")",
        R"("method":"consent","question":"Vad är bäst?")"};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        CAPTURE(kinds[i].method);
        VotedKindly vote(kinds[i]);
        const auto seed = vote.room.cells().text(vote.poll, "poll.seed");
        CHECK(seed.size() == 16);
        CHECK(vote.was_told(told[i]));
        CHECK(vote.was_told(R"("state":"open","in":0,"of":3)"));
        CHECK(vote.was_told(R"("seed":")" + seed + R"(")"));
    }
}

TEST_CASE("a vote by lot is drawn by the seed that was published, and a new round has a new one") {
    VotedKindly vote(kinds[4]);
    auto& room = vote.room;
    room.say(Room::trainer, intents::ClosePoll{vote.poll});
    room.say(Room::trainer, intents::RevealPoll{vote.poll});
    CHECK(vote.result().find(R"("tie_policy":"seeded_lot")") != std::string::npos);
    const auto again = room.say(Room::trainer, intents::Revote{vote.poll, {"bb", "cc"}});
    const auto second = base::parse_id(Room::member(again, "ack", "poll"));
    REQUIRE(second.has_value());
    CHECK(room.cells().text(*second, "poll.seed") != room.cells().text(vote.poll, "poll.seed"));
}

TEST_CASE("a second round of a budget keeps the costs of what is left") {
    VotedKindly vote(kinds[12]);
    auto& room = vote.room;
    room.say(Room::trainer, intents::ClosePoll{vote.poll});
    const auto again = room.say(Room::trainer, intents::Revote{vote.poll, {"bb", "cc"}});
    const auto second = base::parse_id(Room::member(again, "ack", "poll"));
    REQUIRE(second.has_value());
    CHECK(room.cells().text(*second, "poll.options") ==
          R"([{"cost":200,"group":"","id":"bb","label":"Bb"},{"cost":400,"group":"","id":"cc","label":"Cc"}])");
    CHECK(room.cells().text(*second, "poll.params") ==
          R"({"budget":600,"criteria":[],"dots":1,"highest":0,"lowest":0,"stacking":false,"tie_policy":"report",)"
          R"("unit":"kr"})");
}

TEST_CASE("what one option may get never keeps people from giving all their points") {
    Room room(false, R"(+++
titel = "Prov"
+++
## Marken
id: marken
tid: 20
typ: röstning
fråga: Vad tycker du?
rösta: poäng 100, högst 20
alternativ: Aa, Bb, Cc
rösta: poäng 100, högst 40
alternativ: Aa, Bb, Cc
)");
    room.join(1);
    room.go_to("marken");
    const auto narrow = room.say(Room::trainer, intents::OpenPoll{"marken", 0});
    CHECK(Room::member(narrow, "nak", "what") == "cap");
    CHECK(Room::member(narrow, "nak", "text").starts_with("3 alternativ med högst 20 poäng var"));
    const auto poll = room.open_poll("marken", 1);
    CHECK(room.cells().text(poll, "poll.params").find(R"("cap":40)") != std::string::npos);
    room.say(Room::trainer, intents::ClosePoll{poll});
    const auto again = room.say(Room::trainer, intents::Revote{poll, {"aa", "bb"}});
    const auto second = base::parse_id(Room::member(again, "ack", "poll"));
    REQUIRE(second.has_value());
    CHECK(room.cells().text(*second, "poll.params").find(R"("cap")") == std::string::npos);
    CHECK(room.vote(*second, room.token(1, *second), 1, R"({"marks":{"aa":50,"bb":50}})").first == Kind::saved);
}

TEST_CASE("pages are told who were level last where every way to go on was counted") {
    auto kind = kinds[10];
    kind.ballots = {order_abc, order_bca, R"({"order":[["cc"],["bb"],["aa"]]})"};
    VotedKindly vote(kind);
    auto& room = vote.room;
    room.say(Room::trainer, intents::ClosePoll{vote.poll});
    room.say(Room::trainer, intents::RevealPoll{vote.poll});
    CHECK(room.shows("tablet/sv", R"("branched":["aa","bb","cc"])"));
    CHECK(room.shows("remote", R"("branched":["aa","bb","cc"])"));
}

TEST_CASE("the trainer alone is told what other methods make of the same ballots, when the result is shown") {
    VotedKindly vote(kinds[9]);
    auto& room = vote.room;
    room.say(Room::trainer, intents::ClosePoll{vote.poll});
    CHECK(room.shows("remote", R"("others":[])"));
    room.say(Room::trainer, intents::RevealPoll{vote.poll});
    const auto* told = R"("others":[{"method":"irv","winners":["aa","bb","cc"],)";
    CHECK(room.shows("remote", told));
    CHECK(!room.shows("tablet/sv", R"("others")"));
    CHECK(!room.shows("audience", R"("others")"));
    room.restart();
    CHECK(room.shows("remote", told));
}
