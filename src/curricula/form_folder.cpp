#include <algorithm>
#include <tuple>

#include "base/language.hpp"
#include "base/text.hpp"
#include "curricula/board_form.hpp"

namespace curricula {
namespace {

constexpr std::size_t most_shelf_entries = 1000;

base::Problem unread_form(const base::Path& file, const base::Error& error) {
    base::Problem problem{base::Problem::Severity::error, file.string(), 0, std::string(base::code_name(error.code)),
                          error.what};
    if (error.code == base::Code::too_large) {
        problem.code = "file_too_large";
        problem.message =
            base::tr("template.problem.file_too_large", {{"limit", std::to_string(most_form_bytes >> 10U)}});
    } else if (!error.what.ends_with('.')) {
        problem.message = base::explain({error.code, error.what, {}});
    }
    return problem;
}

/// "T2" before "T10"; what has no number comes last.
int place_of_form(const model::BoardForm& form) {
    int number = 0;
    for (const char c : form.number) number = base::is_digit(c) ? number * 10 + (c - '0') : number;
    return number == 0 ? 1000 : number;
}

void add_folder(FormShelf& shelf, const base::Path& folder) {
    const auto files = find_board_forms(folder);
    if (!files) {
        shelf.problems.push_back(unread_form(folder, files.error()));
        return;
    }
    for (const auto& file : *files) {
        auto reading = load_board_form(file);
        const bool usable = reading.usable();
        for (auto& problem : reading.problems) shelf.problems.push_back(std::move(problem));
        if (!usable) continue;
        std::erase_if(shelf.forms, [&reading](const auto& other) { return other.name == reading.form.name; });
        shelf.forms.push_back(std::move(reading.form));
    }
}

}  // namespace

const model::BoardForm* FormShelf::find(std::string_view name) const {
    const auto found = std::find_if(forms.begin(), forms.end(), [name](const auto& form) { return form.name == name; });
    return found == forms.end() ? nullptr : &*found;
}

base::Result<std::vector<base::Path>> find_board_forms(const base::Path& folder) {
    namespace fs = std::filesystem;
    std::error_code failed;
    std::vector<base::Path> files;
    if (!fs::exists(fs::status(folder, failed))) return files;
    std::size_t entries = 0;
    for (fs::directory_iterator each(folder, failed), none; !failed && each != none; each.increment(failed)) {
        if (++entries > most_shelf_entries) {
            return base::refuse(base::Code::too_many, base::tr("course.too_many"), folder.string());
        }
        const auto name = each->path().filename().string();
        if (each->path().extension() == ".toml" && !name.starts_with('.')) files.push_back(each->path());
    }
    if (failed) return base::refuse(base::Code::denied, base::tr("file.no_read_folder"), folder.string());
    std::sort(files.begin(), files.end());
    return files;
}

FormReading load_board_form(const base::Path& file) {
    const auto content = base::read_file(file, most_form_bytes);
    if (content) return read_board_form(file.string(), *content);
    FormReading reading;
    reading.form.name = file.stem().string();
    reading.problems.push_back(unread_form(file, content.error()));
    return reading;
}

FormShelf load_board_forms(const base::Path& shipped, const base::Path& own) {
    FormShelf shelf;
    add_folder(shelf, shipped);
    add_folder(shelf, own);
    std::stable_sort(shelf.forms.begin(), shelf.forms.end(), [](const auto& a, const auto& b) {
        return std::tuple(place_of_form(a), std::string_view(a.name)) <
               std::tuple(place_of_form(b), std::string_view(b.name));
    });
    return shelf;
}

}  // namespace curricula
