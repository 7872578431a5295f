#include "app/long_task.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "app/cli.hpp"
#include "base/language.hpp"

namespace app {
namespace {

volatile std::sig_atomic_t interrupted = 0;

void on_interrupt(int) {
    interrupted = 1;
    std::signal(SIGINT, SIG_DFL);
}

}  // namespace

LongTask::LongTask(const std::string& text_key)
    : name_(base::tr(text_key)), shows_(::isatty(STDERR_FILENO) == 1), next_(std::chrono::steady_clock::now()) {
    interrupted = 0;
    std::signal(SIGINT, &on_interrupt);
}

LongTask::~LongTask() {
    std::signal(SIGINT, SIG_DFL);
    if (drawn_) std::fputs("\r\033[K", stderr);
}

bool LongTask::operator()(std::int64_t done, std::int64_t of) {
    const auto now = std::chrono::steady_clock::now();
    if (shows_ && of > 0 && now >= next_) {
        next_ = now + std::chrono::milliseconds(100);
        drawn_ = true;
        const auto percent = std::to_string(done * 100 / of);
        const auto line = base::tr("journal.progress", {{"what", name_}, {"percent", percent}});
        std::fprintf(stderr, "\r%s\033[K", line.c_str());
        std::fflush(stderr);
    }
    return interrupted == 0;
}

bool LongTask::asked_to_stop() {
    return interrupted != 0;
}

void task_refused(const base::Error& error) {
    if (LongTask::asked_to_stop()) {
        std::fprintf(stderr, "iderum: %s\n", base::tr("journal.stopped").c_str());
        set_exit_code(1);
        return;
    }
    refused(error);
}

}  // namespace app
