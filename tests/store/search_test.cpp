#include "journal_desk.hpp"
#include "store/search_index.hpp"

using Ids = std::vector<base::Id>;
using model::of_text;

namespace {

struct Library : JournalDesk {
    std::unique_ptr<store::SearchIndex> index = std::make_unique<store::SearchIndex>(*db);
    base::Id write(std::string_view text, const base::Id& id) {
        auto made = change(id, {{"note.text", of_text(text)}});
        append(made);
        return id;
    }
    base::Id write(std::string_view text) { return write(text, base::new_id(now_ms)); }
    Ids find(std::string_view words) { return must(index->search(words, 100)); }
    void catch_up() {
        while (!must(index->catch_up(2))) continue;
    }
    std::int64_t indexed() { return model::int_of(must(db->read_one("SELECT count(*) FROM search_entity"))); }
};

}  // namespace

TEST_CASE("invariant 11: a search finds what is indexed and what is not yet, newest first") {
    Library library;
    const auto first = library.write("tydligare kallelse till besöket");
    library.write("något helt annat");
    library.catch_up();
    const auto second = library.write("Kallelse på lätt svenska");
    CHECK(library.indexed() == 2);
    CHECK(library.find("kallelse") == Ids{second, first});
    library.catch_up();
    CHECK(library.indexed() == 3);
    CHECK(library.find("KALLELSE") == Ids{second, first});
}

TEST_CASE("invariant 11: a text that was changed is found by its new words only") {
    Library library;
    const auto id = library.write("äpple");
    library.catch_up();
    library.write("päron", id);
    CHECK(library.find("äpple").empty());
    CHECK(library.find("päron") == Ids{id});
    library.catch_up();
    CHECK(library.find("äpple").empty());
    CHECK(library.find("päron") == Ids{id});
}

TEST_CASE("invariant 11: a deleted note is not found") {
    Library library;
    const auto id = library.write("borttagen");
    library.catch_up();
    auto gone = library.change(id, {{"note.deleted", std::int64_t{1}}});
    library.append(gone);
    CHECK(library.find("borttagen").empty());
    library.catch_up();
    CHECK(library.indexed() == 0);
}

TEST_CASE("invariant 11: å, ä and ö are letters of their own, and beginnings of words are enough") {
    Library library;
    const auto id = library.write("Sjuksköterskan ringer hem");
    library.catch_up();
    CHECK(library.find("sjukskö ring") == Ids{id});
    CHECK(library.find("sjuksko").empty());
}

TEST_CASE("invariant 11: what people type never breaks the search") {
    Library library;
    const auto id = library.write("buss nr 4 (linje)");
    for (const char* typed : {"\"", "buss\"", "buss (4", "buss* OR", "AND", "NEAR(", "", "   ", "'; DROP TABLE note"}) {
        CAPTURE(typed);
        CHECK(library.index->search(typed, 10).has_value());
    }
    CHECK(library.find("(buss) \"4\"") == Ids{id});
}

TEST_CASE("invariant 11: the index remembers how far it has come when the file is opened again") {
    Library library;
    library.write("ett");
    library.catch_up();
    library.index.reset();
    library.open();
    library.index = std::make_unique<store::SearchIndex>(*library.db);
    CHECK(must(library.index->catch_up(100)));
    CHECK(library.indexed() == 1);
    CHECK(library.find("ett").size() == 1);
}

TEST_CASE("invariant 11: the store's thread takes new texts into the index when it has nothing else to do") {
    Desk desk;
    desk.open();
    desk.save_note("indexeras av sig själv");
    auto db = must(store::Db::open(desk.options.file, store::Mode::read_only));
    const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    std::int64_t indexed = 0;
    while (indexed == 0 && std::chrono::steady_clock::now() < limit) {
        indexed = model::int_of(must(db.read_one("SELECT count(*) FROM search_entity")));
    }
    CHECK(indexed == 1);
}
