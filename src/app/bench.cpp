#include "app/bench.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "base/id.hpp"

namespace app {

void print(const Figure& figure) {
    // Written by hand: Boost.JSON prints every real number with an exponent, which people read badly.
    std::printf(
        R"({"product":"iderum","version":"%s","scenario":"%s","%s":%lld,"metric":"%s","value":%.*f,"unit":"%s",)"
        R"("%s":"%s"})"
        "\n",
        IDERUM_VERSION, figure.scenario.c_str(), figure.size_name.c_str(), static_cast<long long>(figure.size),
        figure.metric.c_str(), std::abs(figure.value) < 1 ? 4 : 2, figure.value, figure.unit.c_str(),
        figure.where_name.c_str(), figure.where.c_str());
    std::fflush(stdout);
}

double seconds_since(std::chrono::steady_clock::time_point then) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - then).count();
}

base::Result<BenchFolder> BenchFolder::make(const base::Path& wished) {
    std::error_code failed;
    const auto parent = wished.empty() ? std::filesystem::current_path(failed) : wished;
    std::filesystem::create_directories(parent, failed);
    BenchFolder folder;
    folder.fs_ = base::file_system(parent);
    if (folder.fs_ == "tmpfs") return base::refuse(base::Code::bad_input, "tmpfs", parent.string());
    folder.path_ = parent / ("iderum-bench-" + base::new_token().substr(0, 8));
    if (!std::filesystem::create_directories(folder.path_, failed)) {
        return base::refuse(base::Code::disk_failed, failed.message(), folder.path_.string());
    }
    return folder;
}

double cpu_s() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

BenchFolder::~BenchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace app
