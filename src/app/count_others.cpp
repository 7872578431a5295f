// `iderum count --poll … --compare`: the same ballots by other methods.
#include <cstdio>

#include "app/cli_count.hpp"
#include "base/json_text.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "methods/otherwise.hpp"

namespace app {
namespace {

using Ids = std::vector<std::string>;

std::string name_in(const ballots::Report& report, const std::string& id) {
    for (std::size_t i = 0; i < report.ids.size() && i < report.names.size(); ++i) {
        if (report.ids[i] == id && !report.names[i].empty()) return base::tidy(report.names[i]);
    }
    return base::tidy(id);
}

std::string names_in(const ballots::Report& report, const Ids& ids) {
    std::string all;
    for (const auto& id : ids) all += (all.empty() ? "" : ", ") + name_in(report, id);
    return all.empty() ? base::tr("count.text.nobody") : all;
}

std::string ids_json(const Ids& ids) {
    std::string all;
    for (const auto& id : ids) all += (all.empty() ? "" : ",") + base::json_quoted(id);
    return "[" + all + "]";
}

}  // namespace

void print_others(const Recount& recount) {
    if (recount.others.empty()) {
        std::printf("%s\n", base::tr("count.compare.none").c_str());
        return;
    }
    std::printf("\n%s\n", base::tr("count.compare.head", {{"method", recount.report.method}}).c_str());
    for (const auto& other : recount.others) {
        std::string words = names_in(recount.report, other.winners);
        if (!methods::has_budget(other.method) && !other.winners.empty()) {
            words.clear();
            std::size_t before = 0;
            for (const auto& place : methods::places_of(other)) {
                words += (before > 0 ? "  " : "") + std::to_string(before + 1) + ". " + names_in(recount.report, place);
                before += place.size();
            }
        }
        std::printf("  %-9s %s\n", std::string(methods::method_name(other.method)).c_str(), words.c_str());
    }
}

std::string others_json(const Recount& recount) {
    std::string all;
    for (const auto& other : recount.others) {
        std::string places;
        for (const auto& place : methods::places_of(other)) places += (places.empty() ? "" : ",") + ids_json(place);
        all += std::string(all.empty() ? "" : ",") + R"({"method":)" +
               base::json_quoted(methods::method_name(other.method)) + R"(,"ranking":[)" + places + R"(],"winners":)" +
               ids_json(other.winners) + "}";
    }
    return "[" + all + "]";
}

}  // namespace app
