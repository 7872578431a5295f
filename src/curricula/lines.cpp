#include "curricula/lines.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "curricula/course.hpp"
#include "curricula/readable.hpp"

namespace curricula {
namespace {

std::vector<std::string> to_lines(std::string_view content) {
    if (content.starts_with("\xef\xbb\xbf")) content.remove_prefix(3);
    std::vector<std::string> lines(1);
    for (std::size_t at = 0; at < content.size(); ++at) {
        if (content[at] == '\r') {
            if (at + 1 < content.size() && content[at + 1] == '\n') ++at;
            lines.emplace_back();
        } else if (content[at] == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += content[at];
        }
    }
    return lines;
}

bool is_blank(const std::string& line) {
    return base::trimmed(line).empty();
}
bool is_indented(const std::string& line) {
    return !line.empty() && (line[0] == ' ' || line[0] == '\t');
}

/// ``` or ~~~ with its length, or 0: the same character must close it, at least as long.
std::size_t fence_length(const std::string& line, char& mark) {
    const auto text = base::trimmed(line);
    if (text.size() < 3 || (text[0] != '`' && text[0] != '~')) return 0;
    mark = text[0];
    const auto length = std::min(text.find_first_not_of(mark), text.size());
    return length >= 3 ? length : 0;
}

/// The part before the first colon when it is one word at the start of the line and a space or nothing follows; else
/// "".
std::string_view key_of(const std::string& line) {
    constexpr std::size_t longest_key = 40;
    const auto colon = line.find(':');
    if (colon == std::string::npos || colon == 0 || colon > longest_key) return {};
    if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return {};
    const std::string_view key = std::string_view(line).substr(0, colon);
    const bool one_word = std::all_of(key.begin(), key.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    });
    return one_word ? key : std::string_view{};
}

/// Walks through the lines of one file once.
class Splitter {
  public:
    Splitter(std::vector<std::string> lines, RawFile& file, Report& report)
        : lines_(std::move(lines)), file_(file), report_(report) {}

    void split() {
        if (!read_front()) return;
        while (at_ < lines_.size()) {
            if (is_block_heading()) {
                read_block();
            } else {
                take_markdown(file_.preparation);
            }
        }
        if (fence_ > 0) report_.error(place(fence_line_), "fence_unclosed");
    }

  private:
    Place place(std::size_t at) const { return {file_.name, static_cast<int>(at) + 1}; }

    bool read_front() {
        while (at_ < lines_.size() && is_blank(lines_[at_])) ++at_;
        const auto fence = at_ < lines_.size() ? std::string(base::trimmed(lines_[at_])) : std::string();
        if (fence != "+++" && fence != "---") {
            report_.error(place(at_ < lines_.size() ? at_ : 0), "front_missing");
            return true;
        }
        const auto opened = at_++;
        file_.front_line = static_cast<int>(at_) + 1;
        while (at_ < lines_.size() && base::trimmed(lines_[at_]) != fence) file_.front += lines_[at_++] + "\n";
        if (at_ == lines_.size()) {
            report_.error(place(opened), "front_unclosed", {{"fence", fence}});
            file_.front_line = 0;
            return false;
        }
        ++at_;
        return true;
    }

    bool is_block_heading() const {
        const auto& line = lines_[at_];
        return fence_ == 0 && line.starts_with("##") && (line.size() == 2 || line[2] == ' ' || line[2] == '\t');
    }

    void read_block() {
        RawBlock block;
        block.line = static_cast<int>(at_) + 1;
        in_block_ = true;
        std::string_view title = base::trimmed(std::string_view(lines_[at_]).substr(2));
        while (title.ends_with('#')) title.remove_suffix(1);
        block.title = base::tidy(title);
        if (block.title.empty()) report_.error(place(at_), "heading_empty");
        ++at_;
        read_directives(block);
        while (at_ < lines_.size() && !is_block_heading()) take_markdown(block.markdown);
        file_.blocks.push_back(std::move(block));
    }

    void read_directives(RawBlock& block) {
        bool after_blank = false;
        for (; at_ < lines_.size(); ++at_) {
            if (is_blank(lines_[at_])) {
                after_blank = true;
                continue;
            }
            const auto key = key_of(lines_[at_]);
            const auto* word = key.empty() ? nullptr : find_word(key_words(), key);
            if (word == nullptr) {
                const auto nearest = key.empty() ? std::string() : find_nearest_key(key);
                // After an empty line `Exempel: …` is text; a word that is nearly a key is more likely a slip.
                if (key.empty() || (after_blank && nearest.empty())) return;
                report_.error(place(at_), "key_unknown", {{"word", key}}, nearest);
                skip_continuation();
            } else {
                read_directive(block, word->meaning, key.size() + 1);
            }
            after_blank = false;
        }
    }

    std::string find_nearest_key(std::string_view key) const {
        auto choices = spellings(key_words(), file_.language);
        const auto others = spellings(key_words(), file_.language == "sv" ? "en" : "sv");
        choices.insert(choices.end(), others.begin(), others.end());
        return find_nearest(key, choices);
    }

    bool continues(std::size_t at) const {
        return at < lines_.size() && is_indented(lines_[at]) && !is_blank(lines_[at]);
    }

    void skip_continuation() {
        while (continues(at_ + 1)) ++at_;
    }

    void read_directive(RawBlock& block, Key key, std::size_t value_at) {
        Directive directive{key, {}, {}, static_cast<int>(at_) + 1};
        const auto add = [&directive, this](std::string_view written) {
            auto tidied = base::tidy(written);
            if (tidied.empty()) return;
            directive.lines.push_back(std::move(tidied));
            directive.line_of.push_back(static_cast<int>(at_) + 1);
        };
        const auto started = at_;
        add(std::string_view(lines_[at_]).substr(value_at));
        while (continues(at_ + 1)) {
            ++at_;
            add(lines_[at_]);
        }
        if (directive.lines.empty()) {
            report_.error(place(started), "value_missing", {{"word", lines_[started].substr(0, value_at - 1)}});
        } else {
            block.directives.push_back(std::move(directive));
        }
    }

    /// One line of Markdown, which must not look like something else than text.
    void take_markdown(std::string& markdown) {
        const auto& line = lines_[at_];
        char mark = ' ';
        const auto length = fence_length(line, mark);
        if (fence_ == 0 && length > 0) {
            fence_ = length;
            fence_mark_ = mark;
            fence_line_ = at_;
        } else if (fence_ > 0) {
            const bool closes = length >= fence_ && mark == fence_mark_ && base::trimmed(line).size() == length;
            if (closes) fence_ = 0;
        } else {
            check_text_line(line);
        }
        markdown += line + "\n";
        ++at_;
    }

    void check_text_line(const std::string& line) {
        if (line.starts_with("##") && line.size() > 2 && line[2] != '#') report_.error(place(at_), "heading_space");
        if (in_block_ && line.starts_with("# ")) report_.hint(place(at_), "heading_level");
        if (line.find("![") != std::string::npos) report_.hint(place(at_), "image_left_out");
        const auto key = key_of(line);
        if (!key.empty() && find_word(key_words(), key) != nullptr)
            report_.error(place(at_), "key_late", {{"word", key}});
    }

    std::vector<std::string> lines_;
    RawFile& file_;
    Report& report_;
    std::size_t at_ = 0;
    bool in_block_ = false;
    std::size_t fence_ = 0;  // length of the open code fence, 0 = none
    char fence_mark_ = ' ';
    std::size_t fence_line_ = 0;
};

/// What Windows calls Unicode: two bytes for each character, so that every other byte of our letters is 0.
bool is_utf16(std::string_view content) {
    const auto zeros = static_cast<std::size_t>(std::count(content.begin(), content.end(), '\0'));
    return content.starts_with("\xff\xfe") || content.starts_with("\xfe\xff") || zeros * 4 > content.size();
}

}  // namespace

std::string Directive::text() const {
    std::string joined_lines;
    for (const auto& written : lines) joined_lines += (joined_lines.empty() ? "" : " ") + written;
    return joined_lines;
}

RawFile split_file(const std::string& name, const std::string& language, std::string_view content, Report& report) {
    RawFile file;
    file.name = name;
    file.language = language;
    file.unread = content.size() > most_file_bytes || is_utf16(content);
    if (content.size() > most_file_bytes) {
        report.error({name, 0}, "file_too_large", {{"limit", std::to_string(most_file_bytes >> 20U)}});
    } else if (file.unread) {
        report.error({name, 0}, "utf16");
    }
    if (file.unread) return file;
    auto lines = to_lines(content);
    make_readable(lines, name, report);
    Splitter(std::move(lines), file, report).split();
    return file;
}

}  // namespace curricula
