// Results of many options on a display of 55 inches, where all is larger: 1920 by 1080 px at a text size of 145 %.
#include <cmath>

#include "methods/poll.hpp"
#include "ui/wall_desk.hpp"

namespace {

views::WallView many_revealed(methods::Method method, int count) {
    auto view = scenes::vote("revealed");
    auto& poll = view.remote.room.polls.front();
    auto& rule = poll.form.rule;
    poll.form.options.clear();
    rule.options.clear();
    for (int i = 0; i < count; ++i) {
        const auto option = scenes::id(900 + i).text();
        poll.form.options.push_back({option, "En idé med några ord " + std::to_string(i), ""});
        rule.options.push_back(option);
    }
    methods::CountedBallot ballot;
    ballot.count = 9;
    if (method == methods::Method::matrix) {
        rule = {};
        rule.method = method;
        for (const auto& option : poll.form.options) rule.options.push_back(option.id);
        rule.criteria = {"x", "y"};
        poll.form.criteria = {{"x", "Insats", "himmel"}, {"y", "Nytta", "mint"}};
        for (int i = 0; i < count; ++i) {
            const auto& option = rule.options[static_cast<std::size_t>(i)];
            ballot.ballot.marks["x"][option] = i < 2 ? 65 : (i * 37) % 97;
            ballot.ballot.marks["y"][option] = i < 2 ? 38 : (i * 53) % 89;
        }
        ballot.count = 1;
        poll.outcome = methods::count_poll(rule, std::vector{ballot}, 9);
    } else {
        ballot.ballot.dots["nytta"][rule.options[0]] = 3;
        ballot.ballot.dots["nytankande"][rule.options[1]] = 3;
        poll.outcome = methods::count_poll(rule, std::vector{ballot}, 9);
    }
    REQUIRE(poll.outcome->rows.size() == static_cast<std::size_t>(count));
    poll.can_save.clear();
    return view;
}

struct Room {
    explicit Room(views::WallView given)
        : view(std::move(given)), desk([this](ui::Frame& frame) { ui::draw_audience(audience, view, frame); }) {
        desk.look.text_size = 1.45;
        desk.settle();
    }
    int rows_shown() const {
        int shown = 0;
        for (const auto& option : view.remote.room.polls.front().form.options) {
            if (!desk.text("audience/row/" + option.id).empty()) ++shown;
        }
        return shown;
    }

    views::WallView view;
    ui::Audience audience;
    Desk desk;
};

}  // namespace

TEST_CASE(
    "twelve ideas of a matrix are all found and tapped at 55 inches, and the one that is tapped says its numbers") {
    WallDesk wall(many_revealed(methods::Method::matrix, 12));
    wall.desk.look.text_size = 1.45;
    wall.enter();
    wall.desk.save("reveal-matrix-twelve-55");
    const auto& options = wall.view.remote.room.polls.front().form.options;
    std::vector<base::Rect> rows, letters;
    for (const auto& option : options) {
        CAPTURE(option.label);
        CHECK(wall.desk.text("reveal/idea/" + option.id) == option.label);
        const auto row = wall.desk.rect("reveal/idea/" + option.id);
        const auto letter = wall.desk.rect("reveal/letter/" + option.id);
        for (const auto& other : rows) CHECK_FALSE(row.inset(0.5).overlaps(other));
        for (const auto& other : letters) {
            const auto away = letter.centre() - other.centre();
            CHECK(std::hypot(away.x, away.y) >= letter.w);
        }
        rows.push_back(row);
        letters.push_back(letter);
    }
    wall.desk.tap("reveal/idea/" + options[0].id);
    wall.desk.settle();
    CHECK(wall.desk.text("reveal/votes") == "Nytta 38 · Insats 65 · 1 svar");
    wall.desk.tap("reveal/idea/" + options[0].id);
    wall.desk.settle();
    CHECK_FALSE(wall.desk.has("reveal/votes"));
    CHECK(wall.desk.text("reveal/votes").empty());
    Room room(many_revealed(methods::Method::matrix, 12));
    room.desk.save("reveal-matrix-twelve-audience-55");
    for (const auto& option : options) CHECK(room.desk.text("audience/idea/" + option.id) == option.label);
}

TEST_CASE("the audience sees whole rows, and how many more there are; the criteria have their names once") {
    for (const int count : {5, 10, 12, 20}) {
        CAPTURE(count);
        Room room(many_revealed(methods::Method::three_dots, count));
        room.desk.save("reveal-audience-55-" + std::to_string(count));
        const int shown = room.rows_shown();
        CHECK(shown >= 5);
        const auto more = room.desk.text("audience/more");
        if (shown == count) {
            CHECK(more.empty());
        } else {
            CHECK(more == std::to_string(count - shown) + " till: se plattan");
        }
    }
    CHECK(Room(many_revealed(methods::Method::three_dots, 5)).rows_shown() == 5);
    CHECK(Room(many_revealed(methods::Method::three_dots, 20)).rows_shown() < 20);
}
