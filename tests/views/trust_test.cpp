#include "views/trust.hpp"

#include <doctest/doctest.h>

#include "base/language.hpp"

namespace {

views::PollForm counted(int people) {
    views::PollForm form;
    form.trust = model::Trust::heads;
    form.people = people;
    return form;
}

}  // namespace

TEST_CASE("more ballots than people are told, those that were cast before those that were drawn") {
    CHECK(views::surplus_text(counted(18), 18, 18, "sv").empty());
    CHECK(views::surplus_text(counted(18), 17, 19, "sv") ==
          base::tr_page("sv", "trust.drawn", {{"ballots", "19"}, {"people", "18"}}));
    CHECK(views::surplus_text(counted(18), 20, 21, "sv") ==
          base::tr_page("sv", "trust.cast", {{"ballots", "20"}, {"people", "18"}}));
}

TEST_CASE("a vote that does not count heads has no surplus") {
    CHECK(views::surplus_text({}, 5, 5, "sv").empty());
}
