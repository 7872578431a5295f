// rooms: register base
// A list of ideas from outside, whatever its bytes: it gives a plan or a refusal, every text in UTF-8 and every row
// accounted for. The first byte chooses the order of days and months.
#include <cstdint>

#include "base/check.hpp"
#include "base/text.hpp"
#include "register/import.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    ideas::ImportWish wish;
    wish.file = "ideer.csv";
    wish.date_order = static_cast<ideas::DateOrder>(bytes[0] % 3);
    const std::string_view text(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const auto plan = ideas::plan_import(text, wish, {});
    if (!plan) {
        base::check(base::is_utf8(plan.error().what), "a refusal is readable");
        return 0;
    }
    std::size_t refused = 0;
    for (const auto& problem : plan->problems) {
        base::check(problem.line > 0 && base::is_utf8(problem.message), "a problem has a line and a readable text");
        refused += problem.severity == base::Problem::Severity::error ? 1U : 0U;
    }
    base::check(plan->ideas.size() + refused == static_cast<std::size_t>(plan->rows), "no row is lost or doubled");
    for (const auto& idea : plan->ideas) {
        base::check(!idea.fields.at("idea.title").empty(), "an idea has a title");
        for (const auto& [field, value] : idea.fields) base::check(base::is_utf8(value), "texts are in UTF-8");
    }
    return 0;
}
