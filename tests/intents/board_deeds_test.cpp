// What a remote asks of the tables' boards, as it comes.
#include <doctest/doctest.h>

#include <string>

#include "intents/intent.hpp"

namespace {

const std::string a_board = "0190c1d2-0000-7000-8000-000000000001";

auto read_do(const std::string& words) {
    return intents::parse_message(R"({"t":"do","id":"a1","what":)" + words + "}");
}

template <class Deed>
Deed board_deed(const std::string& words) {
    const auto message = read_do(words);
    REQUIRE_MESSAGE(message, message.error().what);
    const auto* intent = std::get_if<intents::Intent>(&message->said);
    REQUIRE(intent != nullptr);
    REQUIRE(std::holds_alternative<Deed>(*intent));
    return std::get<Deed>(*intent);
}

}  // namespace

TEST_CASE("the deeds on tables' boards name a set, a template or a board of the wall") {
    using Lead = intents::LeadBoards::How;
    using Run = intents::RunRounds::How;
    const auto lead = [](const std::string& words) {
        return board_deed<intents::LeadBoards>(R"("boards","how":)" + words);
    };
    const auto run = [](const std::string& words) {
        return board_deed<intents::RunRounds>(R"("rounds","how":)" + words);
    };
    const auto board = R"(,"board":")" + a_board + "\"";
    CHECK(lead(R"("make","form":"brainwriting")").form == "brainwriting");
    CHECK(lead(R"("open")" + board).board.text() == a_board);
    CHECK(lead(R"("into_one")" + board).how == Lead::into_one);
    CHECK(lead(R"("close")").how == Lead::close);
    CHECK(lead(R"("show","board":null)").board.empty());
    CHECK(run(R"("start")" + board).boards.size() == 1);
    CHECK(run(R"("stop")").how == Run::stop);
    for (const std::string wrong :
         {R"("boards","how":"make")", R"("boards","how":"side_by_side")", R"("boards","how":"burn")",
          R"("rounds","how":"start")", R"("rounds","how":"end")", R"("rounds")"}) {
        CAPTURE(wrong);
        const auto message = read_do(wrong);
        REQUIRE_FALSE(message);
        CHECK(message.error().code == base::Code::bad_input);
    }
}

TEST_CASE("a field of the wall is taken, put down or written, by a tablet and by the remote alike") {
    using How = intents::UseField::How;
    const auto field = R"(,"field":")" + a_board + "\"";
    const auto use = [](const std::string& words) {
        return intents::parse_message(R"({"t":"field","id":"a1","how":)" + words + "}");
    };
    const auto message = use(R"("write")" + field + R"(,"text":" Byt tid\npå fikat ","lang":"sv")");
    REQUIRE(message);
    const auto* intent = std::get_if<intents::Intent>(&message->said);
    REQUIRE(intent != nullptr);
    const auto* wish = std::get_if<intents::UseField>(intent);
    REQUIRE(wish != nullptr);
    CHECK(wish->how == How::write);
    CHECK(wish->text == "Byt tid\npå fikat");
    CHECK_FALSE(intents::is_trainers(*intent));
    CHECK(board_deed<intents::LeadField>(R"("field","how":"take")" + field).use.field.text() == a_board);
    CHECK(intents::is_trainers(intents::LeadField{}));
    CHECK(intents::is_trainers(intents::HandField{}));
    for (const auto& wrong : {R"("hand")" + field, R"("take")" + std::string(), R"("write")" + field,
                              R"("write")" + field + R"(,"text":" ")",
                              R"("write")" + field + R"(,"text":")" + std::string(601, 'a') + "\""}) {
        CAPTURE(wrong);
        CHECK_FALSE(use(wrong));
    }
}
