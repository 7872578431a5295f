#include <boost/json.hpp>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "app/board_forms.hpp"
#include "app/cli.hpp"
#include "app/cli_problems.hpp"
#include "app/command.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "curricula/board_form.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

struct TemplateWish {
    std::vector<std::string> paths;
    std::string register_file;
    bool json = false;
};

void check_templates(const TemplateWish& wish) {
    base::Problems problems;
    std::size_t count = 0;
    for (const auto& given : wish.paths) {
        const base::Path path(given);
        std::error_code failed;
        std::vector<base::Path> files{path};
        if (std::filesystem::is_directory(path, failed)) {
            const auto found = curricula::find_board_forms(path);
            if (!found) problems.push_back(problem_of(found.error()));
            files = found.value_or(std::vector<base::Path>());
            if (found && files.empty()) problems.push_back(problem_at(path, "no_template", tr("template.none")));
        }
        for (const auto& file : files) {
            ++count;
            auto reading = curricula::load_board_form(file);
            for (auto& problem : reading.problems) problems.push_back(std::move(problem));
        }
    }
    const auto errors = count_errors(problems);
    if (wish.json) {
        print_problems_json(problems);
    } else {
        print_problem_lines(problems, stdout);
        std::printf("%s\n", tr("template.summary", {{"templates", std::to_string(count)},
                                                    {"errors", std::to_string(errors)},
                                                    {"hints", std::to_string(problems.size() - errors)}})
                                .c_str());
    }
    if (errors > 0) set_exit_code(1);
}

void print_templates_json(const std::vector<model::BoardForm>& forms) {
    json::array list;
    for (const auto& form : forms) {
        json::array fields;
        for (const auto& field : form.fields) {
            fields.push_back(json::object{{"id", field.id},
                                          {"label", model::text_in(field.label, base::language())},
                                          {"kind", model::field_kind_name(field.kind)}});
        }
        list.push_back(json::object{{"name", form.name},
                                    {"number", form.number},
                                    {"title", model::text_in(form.title, base::language())},
                                    {"help", model::text_in(form.help, base::language())},
                                    {"fields", std::move(fields)}});
    }
    std::printf("%s\n", json::serialize(json::object{{"templates", std::move(list)}}).c_str());
}

void list_templates(const TemplateWish& wish) {
    const auto shelf =
        load_board_forms(wish.register_file.empty() ? default_register() : base::Path(wish.register_file));
    if (wish.json) {
        print_templates_json(shelf.forms);
    } else {
        std::size_t widest = 0;
        for (const auto& form : shelf.forms) widest = std::max(widest, form.name.size());
        for (const auto& form : shelf.forms) {
            std::printf("%-4s %-*s  %s\n", form.number.c_str(), static_cast<int>(widest), form.name.c_str(),
                        model::text_in(form.title, base::language()).c_str());
        }
    }
    print_problem_lines(shelf.problems, stderr);
}

}  // namespace

void add_template_commands(Command& root) {
    auto* group = root.add_subcommand("template", tr("template.about"));
    group->require_subcommand();
    const auto wish = std::make_shared<TemplateWish>();

    auto* checking = group->add_subcommand("check", tr("template.check.about"));
    auto* paths = checking->add_option(tr("cli.type.file"), wish->paths, tr("template.check.path"))->required();
    takes_a(paths, "file");
    checking->add_flag("--json", wish->json, tr("course.check.json"));
    checking->callback([wish] { check_templates(*wish); });

    auto* listing = group->add_subcommand("list", tr("template.list.about"));
    takes_a(listing->add_option("--register", wish->register_file, tr("template.list.register")), "file");
    listing->add_flag("--json", wish->json, tr("course.check.json"));
    listing->callback([wish] { list_templates(*wish); });
    add_template_print_command(*group);
}

}  // namespace app
