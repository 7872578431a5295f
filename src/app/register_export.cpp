#include "app/register_export.hpp"

#include <utility>

#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "base/language.hpp"

namespace app {
namespace {

RegisterExport::Told write_export(const base::Path& register_file, const std::vector<ideas::IdeaCard>& cards) {
    const auto file = free_file_beside(register_file, base::tr("wall.export.name"), ".csv");
    if (const auto written = write_output(file, register_file, ideas_to_csv(cards)); !written) {
        const auto& error = written.error();
        auto why = error.what;
        if (why.empty()) why = base::tr("error." + std::string(base::code_name(error.code)));
        return {false, base::tr("wall.export.failed", {{"why", why}})};
    }
    const auto ideas = base::tr_n("wall.ideas", static_cast<std::int64_t>(cards.size()));
    return {true, base::tr("wall.export.done", {{"ideas", ideas}, {"file", file.string()}})};
}

}  // namespace

RegisterExport::RegisterExport(base::Path register_file, std::function<void()> wake)
    : register_file_(std::move(register_file)), told_(std::move(wake)) {}

RegisterExport::~RegisterExport() {
    if (thread_.joinable()) thread_.join();
}

void RegisterExport::begin(std::vector<ideas::IdeaCard> cards) {
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([this, cards = std::move(cards)] { told_.push(write_export(register_file_, cards)); });
}

}  // namespace app
