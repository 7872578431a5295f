#include <boost/json.hpp>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>

#include "app/cli.hpp"
#include "app/cli_journal.hpp"
#include "app/command.hpp"
#include "app/long_task.hpp"
#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "model/schema.hpp"
#include "register/idea_number.hpp"
#include "store/care.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

struct LogWish {
    std::string file;
    std::string entity;
    std::string since;
    bool json = false;
};

/// As people call it: the last part of the id, which differs most between ids of one day.
std::string short_id(const base::Id& id) {
    return id.text().substr(24);
}

std::string place_text(const model::Place& place) {
    return short_id(place.node) + "/" + std::to_string(place.seq);
}

bool holds_id(const std::string& field) {
    const auto* known = model::find_field(field);
    return known != nullptr && known->type == model::FieldType::id;
}

json::value to_log_json(const model::Fact& fact) {
    if (const auto* number = std::get_if<std::int64_t>(&fact.value)) return *number;
    if (const auto* real = std::get_if<double>(&fact.value)) {
        return std::isfinite(*real) ? json::value(*real) : json::value(nullptr);
    }
    if (const auto* text = std::get_if<std::string>(&fact.value)) return json::string(*text);
    if (const auto* bytes = std::get_if<model::Bytes>(&fact.value)) {
        if (holds_id(fact.field) && bytes->size() == 16) return json::string(model::id_of(fact.value).text());
        return json::object{{"hex", base::to_hex(*bytes)}};
    }
    return nullptr;
}

json::value to_log_json(const model::Stamp& stamp) {
    if (stamp.empty()) return nullptr;
    return json::object{{"ms", stamp.ms}, {"counter", stamp.counter}, {"node", stamp.node.text()}};
}

json::object to_log_json(const model::Change& change) {
    json::array facts;
    for (const auto& fact : change.facts) {
        json::object line{{"entity", fact.entity.text()},
                          {"field", fact.field},
                          {"value", to_log_json(fact)},
                          {"stamp", to_log_json(fact.stamp)},
                          {"prior_at", to_log_json(fact.prior_at)},
                          {"digest", base::to_hex(fact.digest)}};
        if (!fact.erased) line["salt"] = base::to_hex(fact.salt);
        if (fact.stands_for) line["stands_for"] = to_log_json(*fact.stands_for);
        if (fact.erased) line["erased"] = true;
        facts.push_back(std::move(line));
    }
    json::object whole{{"node", change.place.node.text()},       {"seq", change.place.seq}, {"id", change.id.text()},
                       {"at", base::to_iso_utc(change.at_ms)},   {"author", change.author}, {"label", change.label},
                       {"schema_version", change.schema_version}};
    if (change.reverses) {
        whole["reverses"] = json::object{{"node", change.reverses->node.text()}, {"seq", change.reverses->seq}};
    }
    whole["chain"] = base::to_hex(change.chain);
    whole["facts"] = std::move(facts);
    return whole;
}

/// One line of a value, short enough to read in a terminal.
std::string readable(const model::Fact& fact) {
    constexpr std::size_t most = 60;
    if (fact.erased) return tr("journal.log.gone");
    if (const auto* text = std::get_if<std::string>(&fact.value)) {
        std::string shown = base::first_graphemes(base::tidy(*text), most);
        if (shown.size() < base::tidy(*text).size()) shown += "…";
        return "\"" + shown + "\"";
    }
    if (const auto* number = std::get_if<std::int64_t>(&fact.value)) {
        const auto* known = model::find_field(fact.field);
        if (known != nullptr && known->type == model::FieldType::when) return base::to_iso_utc(*number);
        return std::to_string(*number);
    }
    if (const auto* real = std::get_if<double>(&fact.value)) {
        char number[32];
        std::snprintf(number, sizeof number, "%.15g", *real);
        return number;
    }
    if (const auto* bytes = std::get_if<model::Bytes>(&fact.value)) {
        if (holds_id(fact.field) && bytes->size() == 16) return "→ " + short_id(model::id_of(fact.value));
        return tr("journal.log.bytes", {{"count", std::to_string(bytes->size())}});
    }
    return tr("journal.log.unset");
}

/// The text when the language files have one, else the word itself: newer programs may write others.
std::string known_or_raw(const std::string& key, const std::string& raw) {
    const auto text = tr(key);
    return text == key ? raw : text;
}

void print_lines(const model::Change& change) {
    const auto author = known_or_raw("journal.log.author." + change.author, change.author);
    const auto label = known_or_raw(change.label, change.label);
    std::printf("%s %s  %s  %s · %s", base::to_local_date(change.at_ms).c_str(),
                base::to_local_time(change.at_ms).c_str(), place_text(change.place).c_str(), label.c_str(),
                author.c_str());
    if (change.reverses) {
        const auto place = place_text(*change.reverses);
        std::printf(" (%s)", tr("journal.log.undoes", {{"place", place}}).c_str());
    }
    std::printf("\n");
    for (const auto& fact : change.facts) {
        std::printf("    %s  %s = %s\n", short_id(fact.entity).c_str(), fact.field.c_str(), readable(fact).c_str());
    }
}

bool touches(const model::Change& change, const std::string& entity) {
    for (const auto& fact : change.facts) {
        const auto id = base::to_hex(fact.entity.bytes);
        if (id.starts_with(entity) || id.ends_with(entity)) return true;
    }
    return false;
}

/// What ids must begin or end with, without hyphens; empty for all.
base::Result<std::string> wanted_entity(const LogWish& wish) {
    if (wish.entity.empty()) return std::string();
    auto part = base::lower(wish.entity);
    std::erase(part, '-');
    if (part.find_first_not_of("0123456789abcdef") == std::string::npos) return part;
    IR_TRY(const auto entity, find_entity(wish.file, wish.entity));
    return base::to_hex(entity.bytes);
}

void log(const LogWish& wish) {
    std::int64_t since_ms = -1;
    if (!wish.since.empty()) {
        since_ms = base::from_iso_utc(wish.since);
        if (since_ms < 0) return refused({base::Code::bad_input, tr("journal.log.bad_since"), {}});
    }
    // A day is the reader's own, a time is UTC.
    const bool whole_days = wish.since.size() == 10;
    const auto is_asked_time = [&](std::int64_t at_ms) {
        return whole_days ? base::to_local_date(at_ms) >= wish.since : at_ms >= since_ms;
    };
    if (const auto fine = check_register(wish.file); !fine) return refused(fine.error());
    const auto entity = wanted_entity(wish);
    if (!entity) return refused(entity.error());
    LongTask task("journal.task.read");
    std::size_t told = 0;
    const auto done = store::read_log(wish.file, [&](const model::Change& change) {
        const bool asked = is_asked_time(change.at_ms) && (entity->empty() || touches(change, *entity));
        told += asked ? 1 : 0;
        if (asked && wish.json) std::printf("%s\n", json::serialize(to_log_json(change)).c_str());
        if (asked && !wish.json) print_lines(change);
        return !LongTask::asked_to_stop() && std::ferror(stdout) == 0;
    });
    if (!done) return task_refused(done.error());
    if (told == 0) std::fprintf(stderr, "%s\n", tr("journal.log.none").c_str());
}

}  // namespace

base::Result<base::Id> find_entity(const std::string& register_file, const std::string& typed) {
    if (const auto id = base::parse_id(base::lower(typed))) return *id;
    if (!ideas::parse_wanted(typed)) return base::refuse(base::Code::bad_input, tr("journal.bad_entity"), typed);
    IR_TRY(auto reader, open_register(register_file));
    IR_TRY(const auto cards, read_cards(reader));
    IR_TRY(const auto card, find_card(cards, typed));
    return card.id;
}

void add_log_command(Command& journal) {
    const auto wish = std::make_shared<LogWish>();
    auto* command = journal.add_subcommand("log", tr("journal.log.about"));
    command->add_option(tr("cli.type.file"), wish->file, tr("journal.file"))->required();
    takes_a(command->add_option("--entity", wish->entity, tr("journal.log.entity")), "id");
    takes_a(command->add_option("--since", wish->since, tr("journal.log.since")), "time");
    command->add_flag("--json", wish->json, tr("journal.json"));
    command->callback([wish] { log(*wish); });
}

}  // namespace app
