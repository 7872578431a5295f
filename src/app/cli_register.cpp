#include "app/cli_register.hpp"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <memory>
#include <set>

#include "app/cli.hpp"
#include "app/command.hpp"
#include "app/photo_files.hpp"
#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "register/idea_number.hpp"
#include "register/idea_words.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

/// The state as typed, code or name; an empty optional when none was asked for.
base::Result<std::optional<ideas::State>> wanted_state(const std::string& typed) {
    if (typed.empty()) return std::optional<ideas::State>();
    if (const auto state = ideas::guess_state(typed)) return std::optional(*state);
    std::string states;
    for (const auto state : ideas::all_states) {
        states += (states.empty() ? "" : ", ") + tr(ideas::state_text_key(state)) + " (" +
                  std::string(ideas::state_name(state)) + ")";
    }
    return base::refuse(base::Code::bad_input, tr("register.unknown_state", {{"state", typed}, {"states", states}}));
}

struct Selection {
    std::vector<ideas::IdeaCard> cards;
    std::size_t all = 0;
};

base::Result<Selection> select(const RegisterWish& wish) {
    IR_TRY(const auto state, wanted_state(wish.state));
    IR_TRY(auto reader, open_register(wish.file));
    Selection selection;
    IR_TRY(selection.cards, read_cards(reader));
    selection.all = selection.cards.size();
    if (state) std::erase_if(selection.cards, [&state](const auto& card) { return card.state != *state; });
    if (!wish.search.empty()) {
        IR_TRY(const auto found, reader.search(wish.search, 100000));
        const std::set<base::Id> ids(found.begin(), found.end());
        std::erase_if(selection.cards, [&ids, &wish](const auto& card) {
            return !ids.contains(card.id) && !ideas::is_searched(card.number, wish.search);
        });
    }
    return selection;
}

/// Cut or filled to a width in characters.
std::string fitted(const std::string& text, std::size_t width) {
    const auto length = base::graphemes(text);
    if (length > width) return base::first_graphemes(text, width - 1) + "…";
    return text + std::string(width - length, ' ');
}

void print_list(const Selection& selection) {
    for (const auto& card : selection.cards) {
        const auto number = card.number.empty() ? tr("register.no_number") : card.number;
        const auto where = card.text("area").empty() ? card.text("unit") : card.text("area");
        std::printf("%s  %s  %s  %s\n", fitted(number, 9).c_str(),
                    fitted(tr(ideas::state_text_key(card.state)), 17).c_str(),
                    fitted(base::tidy(card.title), 58).c_str(), where.c_str());
    }
    const auto shown = std::to_string(selection.cards.size());
    const auto all = std::to_string(selection.all);
    const auto line = selection.cards.empty() ? tr("register.none") + " " : std::string();
    std::printf("%s%s\n", line.c_str(), tr("register.count", {{"shown", shown}, {"all", all}}).c_str());
}

json::array to_array(const std::vector<ideas::IdeaCard>& cards, bool whole) {
    json::array array;
    for (const auto& card : cards) array.push_back(to_json(card, whole));
    return array;
}

void list_ideas(const RegisterWish& wish) {
    const auto selection = select(wish);
    if (!selection) return refused(selection.error());
    if (!wish.json) return print_list(*selection);
    const json::object out{
        {"ideas", to_array(selection->cards, false)}, {"shown", selection->cards.size()}, {"all", selection->all}};
    std::printf("%s\n", json::serialize(out).c_str());
}

base::Result<PhotoNames> photos_to_files(const Selection& selection, const RegisterWish& wish) {
    IR_TRY(auto reader, open_register(wish.file));
    IR_TRY(auto names, write_photos(reader, selection.cards, wish.photos, wish.file));
    const auto told = base::tr_n("register.photo.written", static_cast<std::int64_t>(names.size()));
    std::fprintf(stderr, "%s → %s\n", told.c_str(), wish.photos.c_str());
    return names;
}

void export_ideas(const RegisterWish& wish) {
    const auto selection = select(wish);
    if (!selection) return refused(selection.error());
    PhotoNames photos;
    if (!wish.photos.empty()) {
        auto written = photos_to_files(*selection, wish);
        if (!written) return refused(written.error());
        photos = std::move(*written);
    }
    const auto content =
        wish.json ? json::serialize(to_array(selection->cards, true)) + "\n" : ideas_to_csv(selection->cards, photos);
    if (wish.csv == "-") {
        std::fwrite(content.data(), 1, content.size(), stdout);
        return;
    }
    if (const auto written = write_output(wish.csv, wish.file, content); !written) return refused(written.error());
    const auto shown = std::to_string(selection->cards.size());
    const auto all = std::to_string(selection->all);
    std::fprintf(stderr, "%s → %s\n", tr("register.count", {{"shown", shown}, {"all", all}}).c_str(), wish.csv.c_str());
}

Command* command(Command& group, const char* name, const std::shared_ptr<RegisterWish>& wish) {
    auto* made = group.add_subcommand(name, tr("register." + std::string(name) + ".about"));
    made->add_option(tr("cli.type.file"), wish->file, tr("register.option.file"))->required();
    return made;
}

Option* add_json(Command& command, RegisterWish& wish) {
    return command.add_flag("--json", wish.json, tr("register.option.json"));
}

void add_selection(Command& command, RegisterWish& wish) {
    command.add_option("--state", wish.state, tr("register.option.state"));
    command.add_option("--search", wish.search, tr("register.option.search"));
}

}  // namespace

void add_register_commands(Command& root) {
    auto* group = root.add_subcommand("register", tr("register.about"));
    group->require_subcommand();
    const auto wish = std::make_shared<RegisterWish>();

    auto* list = command(*group, "list", wish);
    add_selection(*list, *wish);
    add_json(*list, *wish);
    list->callback([wish] { list_ideas(*wish); });

    auto* show = command(*group, "show", wish);
    auto* page = show->add_option("--pdf", wish->pdf, tr("register.option.pdf"));
    takes_a(page, "file");
    page->excludes(add_json(*show, *wish));
    show->add_option(tr("cli.type.idea"), wish->idea, tr("register.option.idea"))->required();
    show->callback([wish] { wish->pdf.empty() ? show_idea(*wish) : print_idea(*wish); });

    auto* exporting = command(*group, "export", wish);
    add_selection(*exporting, *wish);
    auto* csv = exporting->add_option("--csv", wish->csv, tr("register.option.csv"));
    takes_a(csv, "file");
    csv->excludes(add_json(*exporting, *wish));
    takes_a(exporting->add_option("--photos", wish->photos, tr("register.option.photos")), "folder");
    exporting->callback([wish] { export_ideas(*wish); });

    auto* importing = command(*group, "import", wish);
    add_json(*importing, *wish);
    importing->add_option(tr("cli.type.list"), wish->list, tr("register.option.list"))->required();
    importing->add_option("--map", wish->map, tr("register.option.map"));
    takes_one_of(importing->add_option("--date-order", wish->date_order, tr("register.option.date_order")),
                 {"dmy", "mdy"});
    importing->add_flag("--dry-run", wish->dry_run, tr("register.option.dry_run"));
    importing->callback([wish] { import_ideas(*wish); });

    add_merge_command(*group);
}

}  // namespace app
