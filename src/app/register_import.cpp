#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>

#include "app/cli.hpp"
#include "app/cli_register.hpp"
#include "app/long_task.hpp"
#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "app/register_writer.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "register/idea_columns.hpp"
#include "register/import.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;
constexpr std::size_t ideas_in_change = 200;

/// What came in: each idea of the plan with its id and number, in the plan's order.
struct Taken {
    base::Id id;
    std::string number;
};

base::Result<decltype(ideas::ImportWish::map)> parse_map(const std::string& typed) {
    decltype(ideas::ImportWish::map) map;
    for (std::size_t at = 0; at < typed.size();) {
        const auto end = std::min(typed.find(',', at), typed.size());
        const auto pair = typed.substr(at, end - at);
        const auto equals = pair.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == pair.size()) {
            return base::refuse(base::Code::bad_input, tr("import.map_form", {{"map", typed}}));
        }
        const std::string_view parts = pair;
        map.emplace_back(base::trimmed(parts.substr(0, equals)), base::trimmed(parts.substr(equals + 1)));
        at = end + 1;
    }
    return map;
}

/// What a row may fill in is what no fact has ever touched.
base::Result<ideas::KnownIdea> read_idea(store::Reader& reader, const store::TableRow& row) {
    ideas::KnownIdea idea{row.entity, row.text("title"), row.text("description"), {}};
    if (!row.id("merged_into").empty()) idea.id = {};
    IR_TRY(const auto fields, reader.read_entity(row.entity));
    for (const auto& [field, cell] : fields) idea.fields.insert(field);
    return idea;
}

base::Result<ideas::KnownIdeas> read_known(store::Reader& reader) {
    ideas::KnownIdeas known;
    std::vector<ideas::Numbered> numbered;
    std::map<base::Id, ideas::KnownIdea> by_id;
    IR_TRY(const auto rows, reader.read_rows("idea"));
    for (const auto& row : rows) {
        // Also what was merged or closed: it has come in once.
        IR_TRY(auto idea, read_idea(reader, row));
        if (auto number = row.text("number"); !number.empty()) known.ours.emplace(std::move(number), idea);
        if (auto number = row.text("external_id"); !number.empty()) known.others.emplace(std::move(number), idea);
        const auto card = ideas::to_card(row.entity, row.columns);
        if (card) {
            known.contents.insert(ideas::content_key(card->title, card->text("description")));
            numbered.push_back({card->id, card->number, card->received_at_ms});
            by_id.emplace(card->id, std::move(idea));
        }
    }
    // Where two have the same number a list names the later one A26-001·2.
    for (const auto& [id, number] : ideas::shown_numbers(numbered)) known.ours.insert_or_assign(number, by_id.at(id));
    return known;
}

/// Gives running numbers within each year, above what the register and the list itself hold.
class Numbers {
  public:
    Numbers(store::Reader& reader, char letter) : reader_(reader), letter_(letter) {}

    void note(const std::string& number) {
        const auto known = ideas::parse_number(number);
        if (!known) return;
        auto& highest = in_list_[ideas::number_prefix(known->letter, known->year)];
        highest = std::max(highest, known->running);
    }
    base::Result<std::string> next(std::int64_t received_at_ms) {
        const int year = base::local_year(received_at_ms);
        const auto prefix = ideas::number_prefix(letter_, year);
        if (!next_.contains(prefix)) {
            IR_TRY(const auto highest, reader_.highest_number(prefix));
            next_[prefix] = std::max(highest, in_list_[prefix]) + 1;
        }
        return ideas::to_text({letter_, year % 100, next_[prefix]++});
    }

  private:
    store::Reader& reader_;
    char letter_;
    std::map<std::string, std::int64_t> in_list_;
    std::map<std::string, std::int64_t> next_;
};

base::Result<Numbers> numbers_for(RegisterWriter& writer, const ideas::ImportPlan& plan) {
    const auto settings = base::derived_id("settings", {});
    IR_DO(writer.load(settings));
    const auto letter = ideas::site_letter(writer.cells().text(settings, "settings.site_letter"),
                                           writer.cells().text(settings, "settings.municipality"));
    Numbers numbers(writer.reader(), letter);
    for (const auto& idea : plan.ideas) numbers.note(idea.number);
    return numbers;
}

void put(model::Draft& draft, const base::Id& id, const ideas::ImportedIdea& idea, const Taken& taken,
         const std::string& list, std::int64_t now) {
    draft.set(id, "idea.state", ideas::state_name(idea.state));
    draft.set(id, "idea.received_at", idea.received_at_ms.value_or(now));
    draft.set(id, "idea.state_at", idea.state == ideas::State::received ? idea.received_at_ms.value_or(now) : now);
    if (!taken.number.empty()) draft.set(id, "idea.number", taken.number);
    if (!idea.external_id.empty()) draft.set(id, "idea.external_id", idea.external_id);
    for (const auto& [field, text] : idea.fields) draft.set(id, field, text);
    const json::object origin{
        {"import", json::object{{"at", base::to_iso_utc(now)}, {"line", idea.line}, {"list", list}}}};
    draft.set(id, "idea.origin", json::serialize(origin));
}

base::Done write_filled(RegisterWriter& writer, const ideas::ImportPlan& plan) {
    for (std::size_t at = 0; at < plan.filled.size();) {
        model::Draft draft("import", "change.import");
        for (const auto end = std::min(at + ideas_in_change, plan.filled.size()); at < end; ++at) {
            const auto& idea = plan.filled[at];
            IR_DO(writer.load(idea.id));
            for (const auto& [field, text] : idea.fields) draft.set(idea.id, field, text);
        }
        IR_DO(writer.write(std::move(draft)));
    }
    return writer.wait();
}

base::Result<std::vector<Taken>> write_ideas(const RegisterWish& wish, const ideas::ImportPlan& plan) {
    IR_TRY(const auto writer, RegisterWriter::open(wish.file, base::system_clock()));
    IR_TRY(auto numbers, numbers_for(*writer, plan));
    const auto now = base::system_now_ms();
    const auto list = base::Path(wish.list).filename().string();
    IR_DO(write_filled(*writer, plan));
    std::vector<Taken> taken;
    LongTask task("register.import.task");
    for (std::size_t at = 0; at < plan.ideas.size() && task(static_cast<std::int64_t>(at), plan.ideas.size());) {
        model::Draft draft("import", "change.import");
        for (const auto end = std::min(at + ideas_in_change, plan.ideas.size()); at < end; ++at) {
            const auto& idea = plan.ideas[at];
            Taken one{base::new_id(now), idea.number};
            if (one.number.empty() && idea.state != ideas::State::draft) {
                IR_TRY(one.number, numbers.next(idea.received_at_ms.value_or(now)));
            }
            put(draft, one.id, idea, one, list, now);
            taken.push_back(std::move(one));
        }
        IR_DO(writer->write(std::move(draft)));
        IR_DO(writer->wait());
    }
    return taken;
}

void print_lines(const ideas::ImportPlan& plan, base::Problem::Severity severity, std::FILE* to) {
    for (const auto& problem : plan.problems) {
        if (problem.severity != severity) continue;
        const auto line = std::to_string(problem.line);
        std::fprintf(to, "  %s\n", tr("register.import.line", {{"line", line}, {"message", problem.message}}).c_str());
    }
}

std::int64_t count_of(const ideas::ImportPlan& plan, base::Problem::Severity severity) {
    return std::count_if(plan.problems.begin(), plan.problems.end(),
                         [severity](const auto& problem) { return problem.severity == severity; });
}

/// The schema's fields by the names that people see.
std::string names_of(const std::map<std::string, std::string>& fields) {
    std::string names;
    for (const auto& [field, text] : fields) {
        names += (names.empty() ? "" : ", ") + tr("register.field." + field.substr(field.find('.') + 1));
    }
    return names;
}

void print_filled(const RegisterWish& wish, const ideas::ImportPlan& plan) {
    if (plan.filled.empty()) return;
    const auto* key = wish.dry_run ? "register.import.would_fill" : "register.import.filled";
    std::printf("%s\n", base::tr_n(key, static_cast<std::int64_t>(plan.filled.size())).c_str());
    for (const auto& idea : plan.filled) {
        const auto line = std::to_string(idea.line);
        const auto message = idea.number + ": " + names_of(idea.fields);
        std::printf("  %s\n", tr("register.import.line", {{"line", line}, {"message", message}}).c_str());
    }
}

void print_report(const RegisterWish& wish, const ideas::ImportPlan& plan, std::size_t taken) {
    using Severity = base::Problem::Severity;
    const auto separator = plan.separator == '\t' ? tr("register.import.tab") : std::string(1, plan.separator);
    std::printf("%s\n", tr("register.import.columns", {{"encoding", plan.encoding}, {"separator", separator}}).c_str());
    for (const auto& column : plan.columns) {
        if (column.heading.empty()) continue;
        auto meaning =
            column.meaning.empty() ? tr("register.import.not_read") : tr("register.column." + column.meaning);
        if (column.below_heading) meaning = tr("register.import.below_heading", {{"meaning", meaning}});
        std::printf("  %s → %s\n", column.heading.c_str(), meaning.c_str());
    }
    const auto* key = wish.dry_run ? "register.import.would_take" : "register.import.taken";
    std::printf("%s\n", base::tr_n(key, static_cast<std::int64_t>(taken)).c_str());
    print_filled(wish, plan);
    if (const auto count = count_of(plan, Severity::error); count > 0) {
        std::printf("%s\n", base::tr_n("register.import.not_taken", count).c_str());
        print_lines(plan, Severity::error, stdout);
    }
    if (count_of(plan, Severity::hint) > 0) {
        std::printf("%s\n", tr("register.import.hints").c_str());
        print_lines(plan, Severity::hint, stdout);
    }
}

json::array problems_of(const ideas::ImportPlan& plan, base::Problem::Severity severity) {
    json::array list;
    for (const auto& problem : plan.problems) {
        if (problem.severity != severity) continue;
        list.push_back(json::object{{"line", problem.line}, {"code", problem.code}, {"message", problem.message}});
    }
    return list;
}

void print_json(const RegisterWish& wish, const ideas::ImportPlan& plan, const std::vector<Taken>& taken, bool made) {
    json::array columns;
    for (const auto& column : plan.columns) {
        columns.push_back(json::object{{"heading", column.heading}, {"meaning", column.meaning}});
    }
    json::array filled;
    for (const auto& idea : plan.filled) {
        json::array fields;
        for (const auto& [field, text] : idea.fields) fields.emplace_back(field);
        filled.push_back(json::object{{"line", idea.line}, {"id", idea.id.text()}, {"fields", std::move(fields)}});
    }
    json::array ideas;
    for (std::size_t i = 0; i < plan.ideas.size() && (wish.dry_run || i < taken.size()); ++i) {
        json::object idea{{"line", plan.ideas[i].line}, {"title", plan.ideas[i].fields.at("idea.title")}};
        if (!wish.dry_run) {
            idea["id"] = taken[i].id.text();
            idea["number"] = taken[i].number;
        }
        ideas.push_back(std::move(idea));
    }
    const json::object report{{"list", wish.list},
                              {"dry_run", wish.dry_run},
                              {"new_register", made},
                              {"encoding", plan.encoding},
                              {"separator", std::string(1, plan.separator)},
                              {"columns", std::move(columns)},
                              {"rows", plan.rows},
                              {"taken", wish.dry_run ? plan.ideas.size() : taken.size()},
                              {"ideas", std::move(ideas)},
                              {"filled", std::move(filled)},
                              {"not_taken", problems_of(plan, base::Problem::Severity::error)},
                              {"hints", problems_of(plan, base::Problem::Severity::hint)}};
    std::printf("%s\n", json::serialize(report).c_str());
}

base::Done import_list(const RegisterWish& wish) {
    ideas::ImportWish reading;
    reading.file = wish.list;
    reading.now_ms = base::system_now_ms();
    IR_TRY(reading.map, parse_map(wish.map));
    if (wish.date_order == "dmy") reading.date_order = ideas::DateOrder::day_month;
    if (wish.date_order == "mdy") reading.date_order = ideas::DateOrder::month_day;
    IR_TRY(const auto bytes, base::read_file(wish.list, ideas::most_csv_bytes));
    ideas::KnownIdeas known;
    IR_DO(wish.dry_run ? base::Done{} : check_register_to_make(wish.file));
    std::error_code unreadable;
    const bool is_there = std::filesystem::exists(wish.file, unreadable);
    if (is_there) {
        IR_TRY(auto reader, open_register(wish.file));
        IR_TRY(known, read_known(reader));
    }
    IR_TRY(const auto plan, ideas::plan_import(bytes, reading, known));
    // Said aloud, since a misspelt name looks just like this.
    const auto* made = wish.dry_run ? "register.import.would_make" : "register.import.makes";
    if (!is_there && !wish.json) std::fprintf(stderr, "%s\n", tr(made, {{"file", wish.file}}).c_str());
    std::vector<Taken> taken;
    if (!wish.dry_run) {
        IR_TRY(taken, write_ideas(wish, plan));
    }
    if (wish.json) {
        print_json(wish, plan, taken, !is_there);
    } else {
        print_report(wish, plan, wish.dry_run ? plan.ideas.size() : taken.size());
    }
    // Nothing came of it: who waits for the list must hear it, a script too.
    if (plan.rows > 0 && plan.ideas.empty() && plan.filled.empty()) set_exit_code(1);
    return {};
}

}  // namespace

void import_ideas(const RegisterWish& wish) {
    const auto done = import_list(wish);
    if (!done) task_refused(done.error());
}

}  // namespace app
