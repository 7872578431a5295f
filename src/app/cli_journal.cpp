#include "app/cli_journal.hpp"
#include "app/command.hpp"

#include <boost/json.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "app/cli.hpp"
#include "app/long_task.hpp"
#include "app/register_file.hpp"
#include "base/language.hpp"
#include "store/adopt.hpp"
#include "store/care.hpp"

namespace app {
namespace {

using base::tr;

struct JournalWish {
    std::string file;
    std::string to;
    bool json = false;
};

void print_json(const JournalWish& wish, const store::VerifyReport& report) {
    boost::json::array faults;
    for (const auto& fault : report.faults) faults.emplace_back(fault);
    const boost::json::object line{{"file", wish.file},
                                   {"sound", report.faults.empty()},
                                   {"changes", report.changes},
                                   {"facts", report.facts},
                                   {"erased", report.erased},
                                   {"quarantined", report.quarantined},
                                   {"sweep_due", report.sweep_due},
                                   {"faults", faults}};
    std::printf("%s\n", boost::json::serialize(line).c_str());
}

void verify(const JournalWish& wish) {
    base::Result<store::VerifyReport> report = [&wish]() -> base::Result<store::VerifyReport> {
        IR_DO(check_register(wish.file));
        LongTask task("journal.task.verify");
        return store::verify(wish.file, [&task](std::int64_t done, std::int64_t of) { return task(done, of); });
    }();
    if (!report) return task_refused(report.error());
    if (wish.json) {
        print_json(wish, *report);
    } else if (report->faults.empty()) {
        const auto line = tr("journal.verify.sound", {{"file", wish.file},
                                                      {"changes", std::to_string(report->changes)},
                                                      {"facts", std::to_string(report->facts)},
                                                      {"erased", std::to_string(report->erased)},
                                                      {"quarantined", std::to_string(report->quarantined)}});
        std::printf("%s\n", line.c_str());
    } else {
        for (const auto& fault : report->faults) std::printf("%s\n", fault.c_str());
        const auto count = std::to_string(report->faults.size());
        std::fprintf(stderr, "iderum: %s\n",
                     tr("journal.verify.faults", {{"file", wish.file}, {"count", count}}).c_str());
    }
    if (!report->faults.empty()) set_exit_code(1);
}

void copy(const JournalWish& wish) {
    const auto done = [&wish]() -> base::Done {
        IR_DO(check_register(wish.file));
        IR_DO(base::check_new(wish.to));
        return store::copy(wish.file, wish.to);
    }();
    if (!done) return refused(done.error());
    std::printf("%s\n", tr("journal.copy.done", {{"to", wish.to}}).c_str());
}

void rebuild(const JournalWish& wish) {
    store::OpenOptions options;
    options.file = wish.file;
    options.state_folder = base::state_folder();
    options.create = false;
    const auto done = [&options]() -> base::Done {
        IR_DO(check_register_to_write(options.file));
        LongTask task("journal.task.rebuild");
        return store::rebuild(options, [&task](std::int64_t now, std::int64_t of) { return task(now, of); });
    }();
    if (!done) return task_refused(done.error());
    std::printf("%s\n", tr("journal.rebuild.done", {{"file", wish.file}}).c_str());
}

void adopt(const JournalWish& wish) {
    store::OpenOptions options;
    options.file = wish.file;
    options.state_folder = base::state_folder();
    options.create = false;
    const auto done = [&options]() -> decltype(store::adopt_ahead(options)) {
        IR_DO(check_register_to_write(options.file));
        return store::adopt_ahead(options);
    }();
    if (!done) return refused(done.error());
    const auto facts = std::to_string(done->facts);
    std::printf("%s\n", tr("journal.adopt.done", {{"file", wish.file}, {"facts", facts}}).c_str());
}

Command* command(Command& journal, const char* name, const std::shared_ptr<JournalWish>& wish) {
    auto* made = journal.add_subcommand(name, tr("journal." + std::string(name) + ".about"));
    made->add_option(tr("cli.type.file"), wish->file, tr("journal.file"))->required();
    return made;
}

}  // namespace

void add_journal_commands(Command& root) {
    auto* journal = root.add_subcommand("journal", tr("journal.about"));
    journal->require_subcommand();
    const auto wish = std::make_shared<JournalWish>();

    auto* verify_command = command(*journal, "verify", wish);
    verify_command->add_flag("--json", wish->json, tr("journal.json"));
    verify_command->callback([wish] { verify(*wish); });
    add_log_command(*journal);
    auto* copy_command = command(*journal, "copy", wish);
    copy_command->add_option(tr("cli.type.to"), wish->to, tr("journal.copy.to"))->required();
    copy_command->callback([wish] { copy(*wish); });
    command(*journal, "rebuild", wish)->callback([wish] { rebuild(*wish); });
    command(*journal, "adopt", wish)->callback([wish] { adopt(*wish); });
    add_erase_command(*journal);
}

}  // namespace app
