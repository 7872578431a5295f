#include <chrono>
#include <cstdio>
#include <memory>
#include <string>

#include "app/cli.hpp"
#include "app/command.hpp"
#include "app/register_file.hpp"
#include "base/clock.hpp"
#include "base/files.hpp"
#include "base/language.hpp"
#include "store/care.hpp"

namespace app {
namespace {

using base::tr;

struct RestoreWish {
    std::string file;
    std::string backup;
    bool list = false;
};

std::int64_t written_at_ms(const base::Path& file) {
    std::error_code failed;
    const auto written = std::filesystem::last_write_time(file, failed);
    if (failed) return 0;
    const auto system = std::chrono::file_clock::to_sys(written);
    return std::chrono::duration_cast<std::chrono::milliseconds>(system.time_since_epoch()).count();
}

void print_backup(const base::Path& backup) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(backup, failed);
    const auto at_ms = written_at_ms(backup);
    const auto line = tr("restore.line", {{"file", backup.string()},
                                          {"date", base::to_local_date(at_ms)},
                                          {"time", base::to_local_time(at_ms)},
                                          {"size", std::to_string(failed ? 0 : size / 1024)}});
    std::printf("%s\n", line.c_str());
}

base::Done restore(const RestoreWish& wish) {
    const base::Path file = wish.file.empty() ? default_register() : base::Path(wish.file);
    const auto backups = store::find_backups(file);
    if (wish.list) {
        for (const auto& backup : backups) print_backup(backup);
        if (backups.empty()) std::printf("%s\n", tr("restore.none", {{"file", file.string()}}).c_str());
        return {};
    }
    if (wish.backup.empty() && backups.empty()) {
        return base::refuse(base::Code::not_found, tr("restore.none", {{"file", file.string()}}), file.string());
    }
    const base::Path backup = wish.backup.empty() ? backups.front() : base::Path(wish.backup);
    IR_DO(check_register(backup));
    IR_DO(base::check_writable(file));  // a damaged one is just what is restored over
    store::OpenOptions options;
    options.file = file;
    options.state_folder = base::state_folder();
    IR_TRY(const auto report, store::restore(backup, options));
    std::printf("%s\n", tr("restore.done", {{"file", file.string()}, {"backup", backup.string()}}).c_str());
    if (!report.kept.empty()) std::printf("%s\n", tr("restore.kept", {{"kept", report.kept.string()}}).c_str());
    if (report.erased > 0) {
        std::printf("%s\n", tr("restore.erased", {{"count", std::to_string(report.erased)}}).c_str());
    }
    return {};
}

}  // namespace

void add_restore_command(Command& root) {
    const auto wish = std::make_shared<RestoreWish>();
    auto* command = root.add_subcommand("restore", tr("restore.about"));
    command->add_option(tr("cli.type.file"), wish->file, tr("restore.file"));
    command->add_option(tr("cli.type.backup"), wish->backup, tr("restore.backup"));
    command->add_flag("--list", wish->list, tr("restore.list"));
    command->callback([wish] {
        const auto done = restore(*wish);
        if (!done) refused(done.error());
    });
}

}  // namespace app
