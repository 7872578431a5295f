// What an erasure finds, before anything is erased.
#include <set>

#include "store/care_fixture.hpp"

using namespace care;

TEST_CASE("a name is found in what people wrote, however it is spelt, and not in the program's own words") {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    const auto options = Machine{&folder, "lindasa", &now_ms}.options("register.iderum");
    {
        Pen pen(options);
        pen.add_note("Ring Eva om nycklarna");
        pen.add_note("Frågan till E\u00adva");
        pen.set(base::new_id(now_ms), {{"idea.title", std::string("Nyckelskåp")},
                                       {"idea.state", std::string("evaluated")},
                                       {"idea.test", std::string(R"({"evaluation":"evas svar"})")},
                                       {"idea.decision", std::string(R"({"evaluation":"klart"})")}});
    }
    store::ErasureWish wish;
    wish.text = "Eva";
    std::multiset<std::string> fields;
    for (const auto& found : must(store::plan_erasure(options.file, wish)).found) fields.insert(found.field);
    CHECK(fields == std::multiset<std::string>{"note.text", "note.text", "idea.test"});
}

TEST_CASE("where nothing has been erased there is no certificate") {
    CareFolder folder;
    std::int64_t now_ms = morning_ms;
    const auto options = Machine{&folder, "lindasa", &now_ms}.options("register.iderum");
    { Pen(options).add_note("Skyltar vid entrén"); }
    CHECK(store::last_certificate(options).error().code == base::Code::not_found);
}
