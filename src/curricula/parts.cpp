#include "curricula/parts.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "curricula/course.hpp"
#include "curricula/markdown.hpp"

namespace curricula {
namespace {

constexpr std::size_t most_title = 120;  // characters, here and below
constexpr std::size_t most_question = 200;
constexpr std::size_t most_task = 400;
constexpr std::size_t most_script_line = 1'000;
constexpr std::size_t most_script_lines = 30;  // of each of say, do, tips and reserve
constexpr std::size_t most_markdown = 20'000;
constexpr std::size_t most_label = 100;
constexpr std::size_t most_entries = 40;
constexpr std::size_t most_votes = 8;
constexpr int most_notes_written = 50;

class PartsReader {
  public:
    PartsReader(const RawBlock& raw, const RawFile& file, Report& report) : raw_(raw), report_(report) {
        parts_.file = file.name;
        parts_.language = file.language;
        parts_.line = raw.line;
    }

    BlockParts read() {
        parts_.text.title = raw_.title;
        check_length(raw_.title, most_title, "##", {parts_.file, parts_.line}, report_);
        check_length(raw_.markdown, most_markdown, raw_.title, {parts_.file, parts_.line}, report_);
        for (const auto& directive : raw_.directives) read_directive(directive);
        if (base::code_points(raw_.markdown) <= most_markdown) parts_.text.html = to_safe_html(raw_.markdown);
        return std::move(parts_);
    }

  private:
    std::string_view word_for(Key key) const {
        for (const auto& word : key_words()) {
            if (word.meaning == key) return parts_.language == "sv" ? word.swedish : word.english;
        }
        return {};
    }

    /// Lines that belong to the vote above them.
    static bool is_of_vote(Key key) {
        return key == Key::vote_question || key == Key::options || key == Key::criteria || key == Key::budget ||
               key == Key::costs || key == Key::ties || key == Key::trust;
    }

    static bool may_repeat(Key key) {
        return key == Key::say || key == Key::act || key == Key::tips || key == Key::reserve || key == Key::vote ||
               is_of_vote(key);
    }

    void read_directive(const Directive& directive) {
        const Place place{parts_.file, directive.line};
        const bool fresh = parts_.lines.emplace(directive.key, directive.line).second;
        if (!fresh && !may_repeat(directive.key)) {
            report_.error(place, "key_twice", {{"word", word_for(directive.key)}});
            return;
        }
        switch (directive.key) {
            case Key::say:
                read_script(directive, parts_.text.say, place);
                break;
            case Key::act:
                read_script(directive, parts_.text.act, place);
                break;
            case Key::tips:
                read_script(directive, parts_.text.tips, place);
                break;
            case Key::reserve:
                read_script(directive, parts_.text.reserve, place);
                break;
            case Key::question:
                read_text(directive, most_question, parts_.text.question, place);
                break;
            case Key::task:
                read_text(directive, most_task, parts_.text.instruction, place);
                break;
            case Key::vote:
            case Key::vote_question:
            case Key::options:
            case Key::criteria:
            case Key::budget:
            case Key::costs:
            case Key::ties:
            case Key::trust:
                read_vote_line(directive, place);
                break;
            default:
                read_structure(directive, place);
        }
    }

    void read_structure(const Directive& directive, const Place& place) {
        const auto text = directive.text();
        switch (directive.key) {
            case Key::id:
                parts_.id = text;
                if (!is_id(text)) report_.error(place, "id_bad", {{"word", text}}, base::slug(text));
                break;
            case Key::time:
                parts_.minutes = read_minutes(text, 1, "time_bad", place);
                break;
            case Key::least:
                parts_.least_minutes = read_minutes(text, 1, "least_bad", place);
                break;
            case Key::type:
                read_word(activity_words(), text, "type_unknown", place,
                          [this](model::Activity activity) { parts_.activity = activity; });
                break;
            case Key::skip:
                read_word(yes_no_words(), text, "skip_bad", place, [this](bool yes) { parts_.skip = yes; });
                break;
            case Key::collect:
                read_word(note_type_words(), text, "note_type_unknown", place,
                          [this](std::string_view type) { parts_.collects = std::string(type); });
                break;
            case Key::count:
                parts_.count = to_number(text);
                if (!parts_.count || *parts_.count < 1 || *parts_.count > most_notes_written) {
                    report_.error(place, "count_bad", {{"word", text}, {"limit", std::to_string(most_notes_written)}});
                    parts_.count.reset();
                }
                break;
            case Key::from:
                parts_.from = split_list(text, ",;");
                break;
            case Key::groups:
                parts_.groups = read_entries(directive, place);
                break;
            case Key::form:
                parts_.form = read_entries(directive, place);
                for (auto& field : parts_.form) name_field(field);
                break;
            case Key::boards:
                if (is_template_name(text)) {
                    parts_.boards = text;
                } else {
                    report_.error(place, "template_bad", {{"word", text}});
                }
                break;
            default:
                break;
        }
    }

    std::optional<int> read_minutes(const std::string& text, int least, std::string_view code, const Place& place) {
        const auto minutes = to_minutes(text);
        if (minutes && *minutes >= least && *minutes <= most_minutes) return minutes;
        report_.error(place, code, {{"word", text}, {"limit", std::to_string(most_minutes)}});
        return {};
    }

    template <class Meaning, class Take>
    void read_word(std::span<const Word<Meaning>> words, const std::string& written, std::string_view code,
                   const Place& place, Take take) {
        if (const auto* word = find_word(words, written)) {
            take(word->meaning);
            return;
        }
        const auto choices = spellings(words, parts_.language);
        report_.error(place, code, {{"word", written}, {"choices", joined(choices)}}, find_nearest(written, choices));
    }

    void read_text(const Directive& directive, std::size_t most, std::string& target, const Place& place) {
        target = directive.text();
        check_length(target, most, word_for(directive.key), place, report_);
        check_sentences(target, place, report_);
    }

    void read_script(const Directive& directive, std::vector<std::string>& target, const Place& place) {
        if (target.size() == most_script_lines) {
            report_.error(place, "list_too_long",
                          {{"word", word_for(directive.key)}, {"limit", std::to_string(most_script_lines)}});
            return;
        }
        target.emplace_back();
        if (directive.key == Key::say) {
            read_text(directive, most_script_line, target.back(), place);
        } else {
            target.back() = directive.text();
            check_length(target.back(), most_script_line, word_for(directive.key), place, report_);
        }
    }

    void read_vote_line(const Directive& directive, const Place& place) {
        // A translation may leave out the `vote:` line when there is only one vote to give texts to.
        const bool opens = directive.key == Key::vote;
        const bool may_open = opens || parts_.language != "sv";
        if (parts_.votes.empty() && !may_open) {
            report_.error(place, "vote_line_first", {{"word", word_for(directive.key)}});
            return;
        }
        if (parts_.votes.size() >= most_votes && opens) {
            report_.error(place, "list_too_long",
                          {{"word", word_for(Key::vote)}, {"limit", std::to_string(most_votes)}});
            return;
        }
        if (opens || parts_.votes.empty()) parts_.votes.emplace_back();
        auto& vote = parts_.votes.back();
        switch (directive.key) {
            case Key::vote:
                vote.line = directive.line;
                vote.vote = to_vote(directive, parts_.language, place, report_);
                break;
            case Key::vote_question:
                if (!vote.question.empty()) report_.error(place, "key_twice", {{"word", word_for(directive.key)}});
                read_text(directive, most_question, vote.question, place);
                break;
            case Key::options:
                read_vote_list(directive, place, vote.options, vote.options_line);
                break;
            case Key::costs:
                read_vote_list(directive, place, vote.costs, vote.costs_line);
                break;
            case Key::budget:
                if (vote.budget_line != 0) report_.error(place, "key_twice", {{"word", word_for(directive.key)}});
                vote.budget_line = directive.line;
                vote.budget = to_money(directive.text());
                if (vote.budget && vote.budget->amount > 0) break;
                report_.error(place, "money_bad", {{"word", directive.text()}});
                vote.budget.reset();
                break;
            case Key::ties:
                if (!vote.ties.empty()) report_.error(place, "key_twice", {{"word", word_for(directive.key)}});
                vote.ties_line = directive.line;
                read_word(tie_words(), directive.text(), "ties_unknown", place,
                          [&vote](std::string_view ties) { vote.ties = std::string(ties); });
                break;
            case Key::trust:
                if (!vote.trust.empty()) report_.error(place, "key_twice", {{"word", word_for(directive.key)}});
                read_word(trust_words(), directive.text(), "trust_unknown", place,
                          [&vote](std::string_view trust) { vote.trust = std::string(trust); });
                break;
            default:
                read_vote_list(directive, place, vote.criteria, vote.criteria_line);
        }
    }

    void read_vote_list(const Directive& directive, const Place& place, std::vector<Entry>& target, int& line) {
        if (line != 0) {
            report_.error(place, "key_twice", {{"word", word_for(directive.key)}});
            return;
        }
        line = directive.line;
        target = read_entries(directive, place);
    }

    std::vector<Entry> read_entries(const Directive& directive, const Place& place) {
        auto entries = to_entries(directive);
        if (entries.size() > most_entries) {
            report_.error(place, "list_too_long",
                          {{"word", word_for(directive.key)}, {"limit", std::to_string(most_entries)}});
            entries.resize(most_entries);
        }
        for (std::size_t i = 0; i < entries.size(); ++i) {
            auto& entry = entries[i];
            entry.line = directive.line_of[std::min(i, directive.line_of.size() - 1)];
            const Place here{place.file, entry.line};
            check_length(entry.label, most_label, word_for(directive.key), here, report_);
            if (entry.label.empty()) report_.error(here, "list_entry_bad", {{"word", entry.id + " ="}});
        }
        return entries;
    }

    static void name_field(Entry& field) {
        const auto* word = find_word(field_words(), field.id.empty() ? field.label : field.id);
        if (word != nullptr) field.id = word->meaning;
    }

    const RawBlock& raw_;
    Report& report_;
    BlockParts parts_;
};

}  // namespace

Place BlockParts::place_of(Key key) const {
    const auto found = lines.find(key);
    return {file, found == lines.end() ? line : found->second};
}

BlockParts read_parts(const RawBlock& raw, const RawFile& file, Report& report) {
    return PartsReader(raw, file, report).read();
}

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= longest_id && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

bool is_template_name(std::string_view text) {
    return !text.empty() && text.size() <= longest_id && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

}  // namespace curricula
