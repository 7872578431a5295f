#include "app/board_forms.hpp"

#include <memory>
#include <set>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "views/board_form.hpp"

namespace app {

base::Path own_board_forms(const base::Path& register_file) {
    return register_file.parent_path() / "templates";
}

curricula::FormShelf load_board_forms(const base::Path& register_file) {
    return curricula::load_board_forms(base::share_folder() / "templates", own_board_forms(register_file));
}

std::vector<std::string> left_out_forms(const curricula::FormShelf& shelf) {
    std::set<std::string> files;
    for (const auto& problem : shelf.problems) {
        if (problem.severity == base::Problem::Severity::error) files.insert(problem.file);
    }
    std::vector<std::string> sentences;
    for (const auto& file : files) sentences.push_back(base::tr("template.left_out", {{"file", file}}));
    return sentences;
}

std::vector<ui::BoardChoice> board_choices(const curricula::FormShelf& shelf) {
    std::vector<ui::BoardChoice> choices;
    for (const auto& one : shelf.forms) {
        const auto form = std::make_shared<const model::BoardForm>(one);
        const std::string language(base::language());
        ui::BoardChoice choice;
        choice.name = form->name;
        choice.title = model::text_in(form->title, language);
        choice.help = model::text_in(form->help, language);
        choice.begin = [form, language] {
            return views::begin_board(*form, language, [] { return base::new_id(base::system_now_ms()); });
        };
        choice.form = form;
        choices.push_back(std::move(choice));
    }
    return choices;
}

}  // namespace app
