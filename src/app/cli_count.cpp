#include "app/cli_count.hpp"

#include <chrono>
#include <cstdio>
#include <memory>

#include "app/cli.hpp"
#include "app/command.hpp"
#include "app/long_task.hpp"
#include "base/json_text.hpp"
#include "base/language.hpp"

namespace app {
namespace {

using base::tr;

struct Wish {
    std::string file;
    ballots::CountWish count;
    std::vector<std::string> poll;  // register and vote
    bool json = false, compare = false;
};

void usage_fault(const std::string& sentence) {
    std::fprintf(stderr, "iderum: %s\n%s\n", sentence.c_str(),
                 tr("cli.see_help", {{"command", "iderum count --help"}}).c_str());
    set_exit_code(2);
}

/// The file's problems on stderr, a line each: FILE:LINE:COLUMN: error: what, and what to do.
void print_problems(const base::Problems& problems) {
    for (const auto& problem : problems) {
        std::string place = problem.file;
        if (problem.line > 0) place += ":" + std::to_string(problem.line);
        if (problem.column > 0) place += ":" + std::to_string(problem.column);
        const bool error = problem.severity == base::Problem::Severity::error;
        std::fprintf(stderr, "%s: %s: %s\n", place.c_str(), tr(error ? "course.error" : "course.hint").c_str(),
                     problem.message.c_str());
    }
}

void count_file(const Wish& wish, const ballots::CountPlan& plan) {
    const auto bytes = base::read_file(wish.file, ballots::most_file_bytes);
    if (!bytes) return refused(bytes.error());
    auto reading = ballots::read_ballots(*bytes, wish.file, plan.marks);
    print_problems(reading.problems);
    if (!reading.usable()) return set_exit_code(1);
    const auto begun = std::chrono::steady_clock::now();
    base::Result<ballots::Report> report = base::refuse(base::Code::bad_input);
    {
        LongTask task("count.task");
        report = ballots::count_ballots(reading.file, plan,
                                        [&task](std::int64_t cost, std::int64_t budget) { return task(cost, budget); });
        if (!report) {
            auto error = report.error();
            error.where = wish.file;
            return task_refused(error);
        }
    }
    if (plan.shares.completion == methods::Completion::add1) {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        char seconds[32];
        std::snprintf(seconds, sizeof seconds, "%.1f", took.count());
        std::fprintf(stderr, "%s\n", tr("count.took", {{"seconds", seconds}}).c_str());
    }
    if (!wish.json) return print_report(*report);
    std::printf("%s\n", ballots::to_json(*report).c_str());
}

void count_again(const Wish& wish) {
    const auto recount = recount_poll(wish.poll[0], wish.poll[1], wish.compare);
    if (!recount) return refused(recount.error());
    if (wish.json) {
        auto json = ballots::to_json(recount->report);
        json.pop_back();
        if (wish.compare) json += ",\"compared\":" + others_json(*recount);
        std::printf("%s,\"poll\":%s,\"question\":%s%s,\"agrees\":%s,\"result\":%s}\n", json.c_str(),
                    base::json_quoted(recount->poll).c_str(), base::json_quoted(recount->question).c_str(),
                    recount->trust_members.c_str(), recount->kept ? (recount->agrees ? "true" : "false") : "null",
                    recount->result.c_str());
    } else {
        std::printf("%s\n", recount->question.c_str());
        print_report(recount->report);
        std::printf("%s", recount->trust.c_str());
        const auto* const key = !recount->kept    ? "count.poll.not_shown"
                                : recount->agrees ? "count.poll.agrees"
                                                  : "count.poll.differs";
        std::printf("%s\n", tr(key).c_str());
        if (wish.compare) print_others(*recount);
    }
    if (recount->kept && !recount->agrees) set_exit_code(1);
}

void run(Wish& wish) {
    // A word behind the options' words that is no option is the file.
    std::erase_if(wish.count.options, [&wish](const std::string& word) {
        if (word.find('=') != std::string::npos || !wish.file.empty()) return false;
        wish.file = word;
        return true;
    });
    if (!wish.poll.empty()) {
        if (!wish.file.empty() || !wish.count.method.empty()) return usage_fault(tr("count.poll.alone"));
        return count_again(wish);
    }
    if (wish.compare) return usage_fault(tr("count.compare.alone"));
    if (wish.file.empty()) return usage_fault(tr("cli.wrong.missing", {{"name", tr("cli.type.file")}}));
    if (wish.count.method.empty()) return usage_fault(tr("cli.wrong.missing", {{"name", "--method"}}));
    const auto plan = ballots::plan_count(wish.count);
    if (!plan) return usage_fault(plan.error().what);
    count_file(wish, *plan);
}

}  // namespace

void add_count_command(Command& root) {
    auto* command = root.add_subcommand("count", tr("count.about"));
    const auto wish = std::make_shared<Wish>();
    std::string methods;
    for (const auto& name : ballots::method_names()) methods += (methods.empty() ? "" : ", ") + name;
    command->add_option(tr("cli.type.file"), wish->file, tr("count.option.file"));
    takes_a(command->add_option("--method", wish->count.method, tr("count.option.method", {{"methods", methods}})),
            "method");
    takes_a(command->add_option("--ties", wish->count.ties, tr("count.option.ties")), "ties");
    takes_a(command->add_option("--seed", wish->count.seed, tr("count.option.seed")), "text");
    takes_a(command->add_option("--option", wish->count.options, tr("count.option.option")), "setting");
    takes_words(command->add_option("--poll", wish->poll, tr("count.option.poll")), 2, "poll");
    command->add_flag("--compare", wish->compare, tr("count.option.compare"));
    command->add_flag("--json", wish->json, tr("register.option.json"));
    command->callback([wish] { run(*wish); });
}

}  // namespace app
