#include <algorithm>

#include "ballots/reader_private.hpp"
#include "base/text.hpp"

namespace ballots {
namespace {

std::string_view cut_blanks(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

class PrefLib {
  public:
    PrefLib(BallotReading& reading, const std::string& name) : file_(reading.file), faults_(reading.problems, name) {
        const auto ending = base::lower(name.substr(name.size() - 3));
        has_ties_ = ending[0] == 't';
        is_complete_ = ending[2] == 'c';
    }

    void read(std::string_view bytes) {
        if (bytes.size() > most_file_bytes) return faults_.error({}, "too_large");
        if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
        methods::Orders orders;
        file_.orders = std::move(orders);
        while (!bytes.empty() && !faults_.full()) {
            const auto end = std::min(bytes.find('\n'), bytes.size());
            line_ = bytes.substr(0, end);
            bytes.remove_prefix(std::min(end + 1, bytes.size()));
            ++number_;
            take_line();
        }
        finish();
    }

  private:
    Where at(std::string_view part) const {
        const auto before = line_.substr(0, static_cast<std::size_t>(part.data() - line_.data()));
        const auto characters = std::count_if(before.begin(), before.end(),
                                              [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
        return {number_, static_cast<int>(characters) + 1};
    }

    void take_line() {
        const auto text = cut_blanks(line_);
        if (text.empty()) return;
        if (text.front() == '#') return take_header(text);
        if (old_lines_left_ != 0 || (file_.ids.empty() && text.find(':') == std::string_view::npos)) {
            return take_old_header(text);
        }
        if (file_.ids.empty()) {
            if (!told_none_) faults_.error(at(text), "no_alternatives");
            told_none_ = true;
            return;
        }
        take_order(text);
    }

    void set_alternatives(std::string_view count, Where where) {
        const auto number = parse_count(count);
        if (!number || *number < 1 || *number > static_cast<std::int64_t>(most_options)) {
            const auto most = std::to_string(most_options);
            return faults_.error(where, "alternatives", {{"word", quoted_part(count)}, {"most", most}});
        }
        if (!file_.ids.empty()) return faults_.error(where, "alternatives_twice");
        for (std::int64_t i = 1; i <= *number; ++i) file_.ids.push_back(std::to_string(i));
        file_.names.resize(file_.ids.size());
        file_.orders->options = file_.ids.size();
        seen_.assign(file_.ids.size(), 0);
    }

    void set_name(std::string_view number, std::string_view name) {
        const auto id = parse_count(number);
        if (!id || *id < 1 || *id > static_cast<std::int64_t>(file_.ids.size())) {
            return faults_.error(at(number), "alternative_unknown",
                                 {{"word", quoted_part(number)}, {"most", std::to_string(file_.ids.size())}});
        }
        file_.names[static_cast<std::size_t>(*id - 1)] = base::is_utf8(name) ? base::tidy(name) : std::string();
    }

    /// "# NUMBER ALTERNATIVES: 4". What does not concern the count is passed over.
    void take_header(std::string_view text) {
        const auto colon = text.find(':');
        if (colon == std::string_view::npos) return;
        const auto key = cut_blanks(text.substr(1, colon - 1));
        const auto value = cut_blanks(text.substr(colon + 1));
        constexpr std::string_view name = "ALTERNATIVE NAME ";
        if (key == "NUMBER ALTERNATIVES") return set_alternatives(value, at(value));
        if (key == "NUMBER VOTERS") {
            told_voters_ = parse_count(value);
            told_at_ = at(value);
        } else if (key.starts_with(name) && !file_.ids.empty()) {
            set_name(cut_blanks(key.substr(name.size())), value);
        }
    }

    /// Before 2022: the number of alternatives, their names, and a line of three sums, without marks of their own.
    void take_old_header(std::string_view text) {
        if (file_.ids.empty()) {
            set_alternatives(text, at(text));
            is_old_ = true;
            old_lines_left_ = static_cast<int>(file_.ids.size()) + 1;
            return;
        }
        const auto comma = text.find(',');
        if (comma == std::string_view::npos) return faults_.error(at(text), "order", {{"word", quoted_part(text)}});
        if (--old_lines_left_ > 0) return set_name(cut_blanks(text.substr(0, comma)), text.substr(comma + 1));
        told_voters_ = parse_count(cut_blanks(text.substr(0, comma)));
        told_at_ = at(text);
    }

    /// "12: 1,{2,3},4", before 2022 "12,1,{2,3},4".
    void take_order(std::string_view text) {
        const auto mark = text.find(is_old_ ? ',' : ':');
        const auto count = parse_count(cut_blanks(text.substr(0, mark)));
        if (!count || *count < 1 || mark == std::string_view::npos) {
            return faults_.error(at(text), "order", {{"word", quoted_part(text)}});
        }
        file_.voters += *count;
        if (*count > most_voters || file_.voters > most_voters) {
            return faults_.error(at(text), "many_voters", {{"most", std::to_string(most_voters)}});
        }
        if (file_.orders->ballots.size() >= most_ballots) {
            return faults_.error(at(text), "many_ballots", {{"most", std::to_string(most_ballots)}});
        }
        methods::OrderedBallot ballot;
        ballot.count = *count;
        if (is_complete_) ballot.options.reserve(file_.ids.size());
        if (is_complete_) ballot.place.reserve(file_.ids.size());
        if (!take_places(text.substr(mark + 1), ballot)) return;
        marks_ += ballot.options.size();
        if (marks_ > most_named) {
            return faults_.error(at(text), "many_marks", {{"most", std::to_string(most_named)}});
        }
        if (is_complete_ && ballot.options.size() < file_.ids.size()) {
            faults_.error(
                at(text), "incomplete",
                {{"have", std::to_string(ballot.options.size())}, {"most", std::to_string(file_.ids.size())}});
        }
        file_.orders->ballots.push_back(std::move(ballot));
    }

    bool take_places(std::string_view text, methods::OrderedBallot& ballot) {
        ++ballot_;
        bool in_braces = false;
        bool fresh = true;  // the next one begins a place
        while (!cut_blanks(text).empty()) {
            const auto end = std::min(text.find(','), text.size());
            auto part = cut_blanks(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            if (part.starts_with('{')) {
                if (in_braces || !has_ties_) return brace_fault(part);
                in_braces = true;
                part = cut_blanks(part.substr(1));
                fresh = true;
            }
            const bool closes = part.ends_with('}');
            if (closes && !in_braces) return brace_fault(part);
            if (closes) part = cut_blanks(part.substr(0, part.size() - 1));
            if (!(closes && part.empty()) && !take_alternative(part, fresh, ballot)) return false;
            if (closes) in_braces = false;
            fresh = !in_braces;
        }
        if (in_braces) return brace_fault(cut_blanks(line_));
        return true;
    }

    bool brace_fault(std::string_view part) {
        faults_.error(at(part), has_ties_ ? "brace" : "tie", {{"word", quoted_part(part)}});
        return false;
    }

    bool take_alternative(std::string_view part, bool fresh, methods::OrderedBallot& ballot) {
        const auto id = parse_count(part);
        if (!id || *id < 1 || *id > static_cast<std::int64_t>(file_.ids.size())) {
            const auto most = std::to_string(file_.ids.size());
            faults_.error(at(part), "alternative_unknown", {{"word", quoted_part(part)}, {"most", most}});
            return false;
        }
        const auto option = static_cast<Option>(*id - 1);
        if (seen_[option] == ballot_) {
            faults_.error(at(part), "alternative_twice", {{"word", quoted_part(part)}});
            return false;
        }
        seen_[option] = ballot_;
        const auto before = ballot.place.empty() ? 0 : ballot.place.back() + (fresh ? 1U : 0U);
        ballot.options.push_back(option);
        ballot.place.push_back(before);
        return true;
    }

    void finish() {
        if (faults_.full()) return;
        if (file_.ids.empty() && !told_none_) faults_.error({}, "no_alternatives");
        if (!told_voters_ || *told_voters_ == file_.voters) return;
        faults_.hint(told_at_, "voters_differ",
                     {{"told", std::to_string(*told_voters_)}, {"found", std::to_string(file_.voters)}});
    }

    BallotFile& file_;
    Faults faults_;
    bool has_ties_ = false, is_complete_ = false, is_old_ = false, told_none_ = false;
    int old_lines_left_ = 0;
    std::string_view line_;
    int number_ = 0;
    std::optional<std::int64_t> told_voters_;
    Where told_at_;
    std::vector<std::int64_t> seen_;  // by option: the last ballot that names it
    std::int64_t ballot_ = 0;
    std::size_t marks_ = 0;
};

}  // namespace

BallotReading read_preflib(std::string_view bytes, const std::string& name) {
    BallotReading reading;
    PrefLib(reading, name).read(bytes);
    return reading;
}

}  // namespace ballots
