#include "app/bench.hpp"

#include <unistd.h>

#include <cstdio>

#include <boost/json.hpp>

#include "base/id.hpp"

namespace app {

void print(const Figure& figure) {
    boost::json::object line{{"product", "iderum"}, {"version", IDERUM_VERSION}, {"scenario", figure.scenario}};
    line[figure.size_name] = figure.size;
    line["metric"] = figure.metric;
    line["value"] = figure.value;
    line["unit"] = figure.unit;
    line["fs"] = figure.fs;
    std::printf("%s\n", boost::json::serialize(line).c_str());
    std::fflush(stdout);
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

BenchFolder::~BenchFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace app
