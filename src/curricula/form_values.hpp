#pragma once
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "curricula/report.hpp"
#include "model/board_form.hpp"

/// The values of a template's file, each with its line. toml++ stays in the .cpp files that include
/// form_toml_private.hpp.
namespace curricula {

/// True for what can be a template's, a field's or a region's id: a to z, 0 to 9, hyphen and underscore, at most 29.
bool is_form_id(std::string_view text);

/// Regions and fields of a form in the making, with the lines they came from.
struct FormParts {
    struct Region {
        model::BoardRegion region;
        int line = 0;
    };
    std::vector<Region> regions;
    std::vector<model::BoardField> fields;
    std::vector<model::FormLine> lines;
    std::optional<model::FormRows> rows;
    bool by_columns = false;
};

/// Everything about regions that concerns several of them: ids, that they lie on the board and not on each other. Puts
/// those that hold others first.
void check_regions(FormParts& parts, base::Size board, const std::string& file, Report& report);

}  // namespace curricula
