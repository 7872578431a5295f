#include <algorithm>

#include "store/journal.hpp"

namespace store {
namespace {

std::string stamp_hex(const model::Stamp& stamp) {
    return base::to_hex(model::to_bytes(stamp));
}

}  // namespace

std::string to_json(std::vector<ErasedCell> cells) {
    std::sort(cells.begin(), cells.end(), [](const ErasedCell& a, const ErasedCell& b) {
        return a.entity != b.entity ? a.entity < b.entity : a.field < b.field;
    });
    std::string json = "[";
    for (const auto& cell : cells) {
        if (json.size() > 1) json += ',';
        // Field names are [a-z_0-9.]: nothing in here needs escaping.
        json += R"({"entity":")" + cell.entity.text() + R"(","field":")" + cell.field + R"(","upto":")" +
                stamp_hex(cell.upto) + "\"}";
    }
    return json + "]";
}

base::Result<std::vector<ErasedCell>> parse_erased_cells(Db& db, std::string_view json) {
    const auto wrong = [] { return base::refuse(base::Code::bad_input, "erasure.cells is not a list of cells"); };
    IR_TRY(auto query,
           db.prepare("SELECT value ->> '$.entity', value ->> '$.field', value ->> '$.upto' "
                      "FROM json_each(CASE WHEN json_valid(?1) THEN ?1 ELSE '0' END) WHERE type = 'object'"));
    query.bind_text(1, json);
    std::vector<ErasedCell> cells;
    for (;;) {
        auto row = query.step();
        if (!row) return wrong();
        if (!*row) break;
        const auto entity = base::parse_id(query.text_view(0));
        const auto upto = model::parse_stamp(base::from_hex(query.text_view(2)));
        if (!entity || !upto || query.text_view(1).empty()) return wrong();
        cells.push_back({*entity, query.text(1), *upto});
    }
    if (cells.empty()) return wrong();
    return cells;
}

}  // namespace store
