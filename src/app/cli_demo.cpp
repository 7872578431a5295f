#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <memory>

#include "app/cli.hpp"
#include "app/cli_register.hpp"
#include "app/command.hpp"
#include "app/demo_story.hpp"
#include "app/long_task.hpp"
#include "app/register_file.hpp"
#include "app/register_writer.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "register/idea_number.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

struct DemoWish {
    std::string file;
    std::string now;
    std::uint64_t seed = 1;
};

base::Path demo_folder() {
    return base::share_folder() / "demo";
}

base::Result<json::object> read_content() {
    const auto file = demo_folder() / "lindasa.json";
    IR_TRY(const auto text, base::read_file(file));
    boost::system::error_code wrong;
    auto content = json::parse(text, wrong);
    if (wrong || !content.is_object()) return base::refuse(base::Code::corrupt, wrong.message(), file.string());
    return std::move(content.as_object());
}

/// The moment from which the demo looks back: now, or what was asked for, never later.
base::Result<std::int64_t> moment(const std::string& asked) {
    const auto now = base::system_now_ms();
    if (asked.empty()) return now;
    const auto at = base::from_iso_utc(asked);
    if (at < 0 || at > now) return base::refuse(base::Code::bad_input, tr("demo.bad_now", {{"now", asked}}));
    return at;
}

void give_numbers(DemoStory& story, std::vector<DemoReceipt> receipts, char letter) {
    constexpr std::int64_t undo_span_ms = 8000;
    std::stable_sort(receipts.begin(), receipts.end(),
                     [](const DemoReceipt& a, const DemoReceipt& b) { return a.at_ms < b.at_ms; });
    std::map<int, std::int64_t> given;  // year → how many
    for (const auto& receipt : receipts) {
        const int year = base::local_year(receipt.at_ms);
        auto& draft = story.at(receipt.at_ms + undo_span_ms, "host", "change.number_ideas");
        draft.set(receipt.idea, "idea.number", ideas::to_text({letter, year % 100, ++given[year]}));
    }
}

/// Everything the content says, as deeds in order of time.
std::vector<DemoStory::Deed> tell(const json::object& content, const base::Id& node, std::int64_t now,
                                  std::uint64_t seed, const DemoPhotos& photos) {
    DemoStory story(node, now, seed);
    std::vector<DemoReceipt> receipts;
    json::object fixture;
    std::vector<const json::object*> alone;
    for (const auto& idea : content.at("ideas").as_array()) {
        const auto& object = idea.as_object();
        if (content_text(object, "key") == "fixture") {
            fixture = object;
        } else {
            alone.push_back(&object);
        }
    }
    const auto& persona = content.at("persona").as_object();
    for (const auto& session : content.at("sessions").as_array()) {
        tell_session(story, session.as_object(), persona, fixture, receipts);
    }
    tell_boards(story, content, photos);
    for (const auto* idea : alone) tell_idea(story, *idea, receipts);
    const auto letter = ideas::site_letter(content_text(content, "site_letter"), content_text(content, "municipality"));
    give_numbers(story, std::move(receipts), letter);
    auto deeds = story.take();
    model::Draft settings("host", "change.demo");
    const auto id = base::derived_id("settings", {});
    settings.set(id, "settings.municipality", content_text(content, "municipality"));
    settings.set(id, "settings.site_letter", content_text(content, "site_letter"));
    const auto first = deeds.empty() ? now : deeds.front().at_ms;
    deeds.insert(deeds.begin(), DemoStory::Deed{first, std::move(settings)});
    return deeds;
}

/// A name beside it that nothing has: demo-2.iderum.
base::Path free_name(const base::Path& file) {
    std::error_code unreadable;
    for (int number = 2;; ++number) {
        auto name = file;
        name.replace_filename(file.stem().string() + "-" + std::to_string(number) + file.extension().string());
        if (!std::filesystem::exists(name, unreadable)) return name;
    }
}

/// A register that people already use is left alone.
base::Done check_empty(const base::Path& file) {
    IR_DO(check_register_to_make(file));
    std::error_code unreadable;
    const auto size = std::filesystem::file_size(file, unreadable);
    if (unreadable || size == 0) return {};
    IR_TRY(auto reader, store::Reader::open(file));
    IR_TRY(const auto ideas, reader.read_rows("idea", {}, 1));
    IR_TRY(const auto sessions, reader.read_rows("session", {}, 1));
    if (ideas.empty() && sessions.empty()) return {};
    const auto other = free_name(file).string();
    return base::refuse(base::Code::already, tr("demo.not_empty", {{"file", other}}), file.string());
}

base::Result<std::size_t> fill(const DemoWish& wish, const base::Path& file) {
    IR_TRY(const auto content, read_content());
    IR_TRY(const auto now, moment(wish.now));
    IR_DO(check_empty(file));
    auto told_ms = std::make_shared<std::int64_t>(now);
    IR_TRY(const auto writer, RegisterWriter::open(file, [told_ms] { return *told_ms; }));
    IR_DO(writer->load(base::derived_id("settings", {})));
    IR_TRY(const auto photos, read_demo_photos(content, demo_folder()));
    for (const auto& [name, photo] : photos) IR_DO(writer->put_blob(photo.hash, photo.bytes, "image/jpeg"));
    auto deeds = tell(content, writer->node(), now, wish.seed, photos);
    LongTask task("demo.task");
    for (std::size_t i = 0; i < deeds.size(); ++i) {
        *told_ms = deeds[i].at_ms;
        IR_DO(writer->write(std::move(deeds[i].draft)));
        task(static_cast<std::int64_t>(i), static_cast<std::int64_t>(deeds.size()));
    }
    IR_DO(writer->wait());
    IR_TRY(const auto ideas, writer->reader().read_rows("idea"));
    return static_cast<std::size_t>(std::count_if(
        ideas.begin(), ideas.end(), [](const store::TableRow& row) { return row.id("merged_into").empty(); }));
}

void run(const DemoWish& wish) {
    const base::Path file = wish.file.empty() ? base::data_folder() / "demo.iderum" : base::Path(wish.file);
    const auto ideas = fill(wish, file);
    if (!ideas) return refused(ideas.error());
    const auto count = std::to_string(*ideas);
    std::printf("%s\n", tr("demo.done", {{"file", file.string()}, {"ideas", count}}).c_str());
}

}  // namespace

void add_demo_command(Command& root) {
    const auto wish = std::make_shared<DemoWish>();
    auto* command = root.add_subcommand("demo", tr("demo.about"));
    command->add_option(tr("cli.type.file"), wish->file, tr("demo.file"));
    takes_whole(command->add_option("--seed", wish->seed, tr("demo.seed")), 0, 1000'000'000);
    takes_a(command->add_option("--now", wish->now, tr("demo.now")), "time");
    command->callback([wish] { run(*wish); });
}

}  // namespace app
