#include "model/schema.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

TEST_CASE("every field is named after its kind, and no name stands twice") {
    std::set<std::string_view> kinds;
    std::set<std::string_view> fields;
    for (const auto& kind : model::schema()) {
        CAPTURE(kind.name);
        CHECK(kinds.insert(kind.name).second);
        for (const auto& field : kind.fields) {
            CAPTURE(field.name);
            CHECK(field.name.starts_with(std::string(kind.name) + "."));
            CHECK(fields.insert(field.name).second);
            CHECK(model::find_field(field.name) == &field);
        }
        CHECK(model::find_kind(kind.name) == &kind);
    }
}

TEST_CASE("names are lower-case words that a table can bear") {
    for (const auto& kind : model::schema()) {
        for (const auto& field : kind.fields) {
            CAPTURE(field.name);
            CHECK(field.column().find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos);
            CHECK(field.column() != "id");  // the table's own key
        }
    }
}

TEST_CASE("what this version does not know is told") {
    CHECK(model::find_kind("weather") == nullptr);
    CHECK(model::find_field("note.weather") == nullptr);
    CHECK(model::find_field("") == nullptr);
}

TEST_CASE("only text is searched, and what people write about themselves is marked personal") {
    for (const auto& kind : model::schema()) {
        for (const auto& field : kind.fields) {
            CAPTURE(field.name);
            if (field.searchable) CHECK(field.type == model::FieldType::text);
        }
    }
    for (const char* name : {"note.text", "note.author_name", "idea.title", "idea.description", "follower.contact"}) {
        CAPTURE(name);
        REQUIRE(model::find_field(name) != nullptr);
        CHECK(model::find_field(name)->personal);
    }
}
