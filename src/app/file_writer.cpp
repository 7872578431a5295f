#include "app/file_writer.hpp"

#include <utility>

#include "base/language.hpp"

namespace app {
namespace {

FileWriter::Told told_outcome(const base::Result<std::string>& laid, const std::string& failed) {
    if (laid) return {true, *laid};
    auto why = laid.error().what;
    if (why.empty()) why = base::tr("error." + std::string(base::code_name(laid.error().code)));
    return {false, base::tr(failed, {{"why", why}})};
}

}  // namespace

void FileWriter::begin(Job job, std::string failed) {
    thread_ =
        std::thread([this, job = std::move(job), failed = std::move(failed), before = std::move(thread_)]() mutable {
            if (before.joinable()) before.join();
            told_.push(told_outcome(job(), failed));
        });
}

void FileWriter::wait() {
    if (thread_.joinable()) thread_.join();
}

}  // namespace app
