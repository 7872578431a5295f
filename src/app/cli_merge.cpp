#include <cstdio>
#include <memory>
#include <string>

#include "app/cli.hpp"
#include "app/command.hpp"
#include "app/long_task.hpp"
#include "app/register_file.hpp"
#include "base/files.hpp"
#include "base/language.hpp"
#include "store/care.hpp"

namespace app {
namespace {

using base::tr;

struct MergeWish {
    std::string a;
    std::string b;
};

store::OpenOptions opening(const std::string& file) {
    store::OpenOptions options;
    options.file = file;
    options.state_folder = base::state_folder();
    options.create = false;
    return options;
}

void merge(const MergeWish& wish) {
    const auto report = [&wish]() -> base::Result<store::MergeReport> {
        IR_DO(check_register_to_write(wish.a));
        IR_DO(check_register_to_write(wish.b));
        LongTask task("journal.task.merge");
        return store::merge_files(opening(wish.a), opening(wish.b),
                                  [&task](std::int64_t done, std::int64_t of) { return task(done, of); });
    }();
    if (!report) return task_refused(report.error());
    const auto line = tr(
        "merge.done",
        {{"a", wish.a}, {"b", wish.b}, {"to_a", std::to_string(report->to_a)}, {"to_b", std::to_string(report->to_b)}});
    std::printf("%s\n", line.c_str());
    if (report->blobs > 0) {
        std::printf("%s\n", tr("merge.blobs", {{"count", std::to_string(report->blobs)}}).c_str());
    }
    if (report->reentered > 0) {
        std::printf("%s\n", tr("merge.reentered", {{"count", std::to_string(report->reentered)}}).c_str());
    }
}

}  // namespace

void add_merge_command(Command& register_group) {
    const auto wish = std::make_shared<MergeWish>();
    auto* command = register_group.add_subcommand("merge", tr("merge.about"));
    command->add_option("A", wish->a, tr("merge.a"))->required();
    command->add_option("B", wish->b, tr("merge.b"))->required();
    command->callback([wish] { merge(*wish); });
}

}  // namespace app
