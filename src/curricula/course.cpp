#include "curricula/course.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "curricula/block.hpp"
#include "curricula/front_matter.hpp"
#include "curricula/markdown.hpp"

namespace curricula {
namespace {

/// The language in "kurs.sv.md" or "course.sv.md"; empty for other names.
std::string language_of(std::string_view name) {
    for (const std::string_view stem : {"kurs.", "course."}) {
        if (!name.starts_with(stem) || !name.ends_with(".md")) continue;
        name.remove_prefix(stem.size());
        name.remove_suffix(std::min<std::size_t>(3, name.size()));
        const bool letters = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return letters && name.size() >= 2 && name.size() <= 3 ? std::string(name) : std::string();
    }
    return {};
}

class CourseReader {
  public:
    CourseReader(const model::CourseSource& source, const std::vector<std::string>& templates)
        : source_(source), templates_(templates) {
        course_.slug = source.slug;
    }

    CourseReading read() {
        sort_files();
        if (files_.count("sv") == 0) {
            report_.error({source_.slug, 0}, "no_swedish_file");
        } else {
            read_swedish();
        }
        for (const auto& [language, name] : files_) {
            if (language != "sv") read_translation(name, language);
        }
        join_sources(blocks_, report_);
        for (auto& made : blocks_) course_.blocks.push_back(std::move(made.block));
        return {std::move(course_), report_.take()};
    }

  private:
    void sort_files() {
        for (const auto& [name, content] : source_.files) {
            const auto language = language_of(name);
            if (!language.empty()) {
                if (!files_.emplace(language, name).second) {
                    report_.error({name, 0}, "language_twice", {{"word", files_[language]}});
                }
            } else if (name.starts_with("kurs") || name.starts_with("course")) {
                report_.hint({name, 0}, "file_name_unknown");
            }
        }
    }

    const std::string& content_of(const std::string& name) const { return source_.files.find(name)->second; }

    FrontMatter read_head(const RawFile& file) {
        auto front = read_front_matter(file, report_);
        const auto& language = file.language;
        course_.languages.push_back(language);
        course_.title[language] = front.title;
        if (!front.description.empty()) course_.description[language] = front.description;
        if (!front.persona.empty()) course_.persona[language] = front.persona;
        if (const auto html = to_safe_html(file.preparation); !html.empty()) course_.preparation[language] = html;
        return front;
    }

    void read_swedish() {
        const auto& name = files_["sv"];
        auto file = split_file(name, "sv", content_of(name), report_);
        course_.start = read_head(file).start;
        if (file.blocks.empty() && !file.unread) report_.error({name, 0}, "no_blocks");
        if (file.blocks.size() > most_blocks) {
            report_.error({name, file.blocks[most_blocks].line}, "too_many_blocks",
                          {{"limit", std::to_string(most_blocks)}});
            file.blocks.resize(most_blocks);
        }
        std::map<std::string, int> lines;
        for (const auto& raw : file.blocks) {
            auto made = make_block(read_parts(raw, file, report_), report_);
            const auto [there, fresh] = lines.emplace(made.block.id, raw.line);
            if (!fresh && !made.block.id.empty()) {
                report_.error(made.parts.place_of(Key::id), "id_twice",
                              {{"word", made.block.id}, {"line", std::to_string(there->second)}});
            }
            check_template(made);
            blocks_.push_back(std::move(made));
        }
    }

    /// A municipality's own lie beside its register, which is not here.
    void check_template(const MadeBlock& made) {
        const auto& name = made.block.boards;
        if (templates_.empty() || name.empty()) return;
        if (std::find(templates_.begin(), templates_.end(), name) != templates_.end()) return;
        report_.hint(made.parts.place_of(Key::boards), "template_unknown", {{"word", name}},
                     find_nearest(name, templates_));
    }

    MadeBlock* find_block(const std::string& id) {
        const auto found =
            std::find_if(blocks_.begin(), blocks_.end(), [&](const auto& made) { return made.block.id == id; });
        return found == blocks_.end() ? nullptr : &*found;
    }

    void read_translation(const std::string& name, const std::string& language) {
        auto file = split_file(name, language, content_of(name), report_);
        const auto front = read_head(file);
        if (!front.start.empty() && front.start != course_.start) {
            report_.hint({name, front.start_line}, "translation_differs", {{"word", "start"}});
        }
        if (blocks_.empty() || file.unread) return;  // the Swedish file is the fault to cure first
        if (file.blocks.size() > most_blocks) file.blocks.resize(most_blocks);
        std::set<std::string> translated;
        for (const auto& raw : file.blocks) {
            const auto parts = read_parts(raw, file, report_);
            const auto id = parts.id.empty() ? base::slug(raw.title) : parts.id;
            const auto place = parts.place_of(Key::id);
            auto* made = find_block(id);
            if (made == nullptr) {
                report_.error(place, "translation_unknown", {{"word", id}}, nearest_block(id));
            } else if (!translated.insert(id).second) {
                report_.error(place, "id_twice", {{"word", id}, {"line", std::to_string(raw.line)}});
            } else {
                translate_block(*made, parts, report_);
            }
        }
        std::vector<std::string> missing;
        for (const auto& made : blocks_) {
            if (translated.count(made.block.id) == 0) missing.push_back(made.block.id);
        }
        if (!missing.empty()) report_.hint({name, 0}, "translation_missing", {{"choices", joined(missing)}});
    }

    std::string nearest_block(const std::string& id) const {
        std::vector<std::string> ids;
        for (const auto& made : blocks_) ids.push_back(made.block.id);
        return find_nearest(id, ids);
    }

    const model::CourseSource& source_;
    const std::vector<std::string>& templates_;
    Report report_;
    model::Course course_;
    std::map<std::string, std::string> files_;  // by language
    std::vector<MadeBlock> blocks_;
};

}  // namespace

bool CourseReading::usable() const {
    return std::none_of(problems.begin(), problems.end(), [](const base::Problem& problem) {
        return problem.severity == base::Problem::Severity::error;
    });
}

CourseReading check_course(const model::CourseSource& source, const std::vector<std::string>& templates) {
    return CourseReader(source, templates).read();
}

base::Result<CourseReading> read_course(const model::CourseSource& source) {
    auto reading = check_course(source);
    for (const auto& problem : reading.problems) {
        if (problem.severity != base::Problem::Severity::error) continue;
        return base::refuse(base::Code::bad_input, problem.message, problem.file + ":" + std::to_string(problem.line));
    }
    return reading;
}

}  // namespace curricula
