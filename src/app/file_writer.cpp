#include "app/file_writer.hpp"

#include <algorithm>
#include <utility>

#include "base/language.hpp"

namespace app {
namespace {

FileWriter::Told told_outcome(const base::Result<std::string>& laid, const std::string& failed, bool stop) {
    if (laid) return {true, *laid};
    if (stop && laid.error().code == base::Code::closed) return {false, base::tr("saving.stopped"), true};
    auto why = laid.error().what;
    if (why.empty()) why = base::tr("error." + std::string(base::code_name(laid.error().code)));
    return {false, base::tr(failed, {{"why", why}})};
}

}  // namespace

void FileWriter::begin(Job job, std::string failed) {
    auto task = std::make_shared<Task>();
    task->number = ++begun_;
    tasks_.push_back(task);
    thread_ = std::thread(
        [this, task, job = std::move(job), failed = std::move(failed), before = std::move(thread_)]() mutable {
            if (before.joinable()) before.join();
            const Progress progress = [this, &task](std::int64_t done, std::int64_t of) {
                const auto percent = of > 0 ? static_cast<int>(std::clamp<std::int64_t>(done * 100 / of, 0, 100)) : 0;
                if (task->percent.exchange(percent) != percent && wake_) wake_();
                return !task->stop;
            };
            auto told = told_outcome(job(progress), failed, task->stop);
            task->over = true;
            told_.push(std::move(told));
        });
}

void FileWriter::drop_finished() {
    while (!tasks_.empty() && tasks_.front()->over) tasks_.pop_front();
}

std::optional<FileWriter::Work> FileWriter::working() {
    drop_finished();
    if (tasks_.empty()) return std::nullopt;
    return Work{tasks_.front()->number, tasks_.front()->percent};
}

void FileWriter::stop() {
    drop_finished();
    if (!tasks_.empty()) tasks_.front()->stop = true;
}

void FileWriter::wait() {
    if (thread_.joinable()) thread_.join();
}

}  // namespace app
