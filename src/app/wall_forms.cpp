#include "app/wall_forms.hpp"

#include <memory>
#include <utility>

#include "app/board_forms.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "views/board_form.hpp"

namespace app {

std::vector<ui::BoardChoice> wall_forms(const base::Path& register_file) {
    std::vector<ui::BoardChoice> choices;
    auto shelf = load_board_forms(register_file);
    for (auto& one : shelf.forms) {
        ui::BoardChoice choice;
        choice.name = one.name;
        choice.title = model::text_in(one.title, base::language());
        choice.help = model::text_in(one.help, base::language());
        const auto form = std::make_shared<const model::BoardForm>(std::move(one));
        choice.begin = [form] {
            return views::begin_board(*form, base::language(), [] { return base::new_id(base::system_now_ms()); });
        };
        choices.push_back(std::move(choice));
    }
    return choices;
}

}  // namespace app
