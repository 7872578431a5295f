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

TEST_CASE("more votes than people are told, not ballots that nobody cast") {
    CHECK(views::surplus_text(counted(18), 18, "sv").empty());
    CHECK(views::surplus_text(counted(18), 20, "sv") ==
          base::tr_page("sv", "trust.cast", {{"ballots", "20"}, {"people", "18"}}));
}

TEST_CASE("a vote that does not count heads has no surplus") {
    CHECK(views::surplus_text({}, 5, "sv").empty());
}
