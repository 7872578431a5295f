#include <algorithm>
#include <array>
#include <span>

#include "ballots/reader_private.hpp"
#include "base/text.hpp"
#include "register/csv.hpp"

namespace ballots {
namespace {

using ideas::CsvRow;

/// The headings, in English and as a Swedish list has them.
enum Column { ballot, option, value, criterion, left, right, choice, column_count };
constexpr std::array<std::array<std::string_view, 2>, column_count> headings = {{{"ballot", "röstsedel"},
                                                                                 {"option", "alternativ"},
                                                                                 {"value", "värde"},
                                                                                 {"criterion", "kriterium"},
                                                                                 {"left", "vänster"},
                                                                                 {"right", "höger"},
                                                                                 {"choice", "val"}}};

/// A number on a ballot, and where it stands.
struct PlacedMark {
    std::uint32_t ballot = 0;
    methods::Mark mark;
    Where at;
};

class CsvBallots {
  public:
    CsvBallots(BallotReading& reading, const std::string& name, const MarkRule& rule)
        : file_(reading.file), faults_(reading.problems, name), rule_(rule) {
        if (rule.criteria == MarkRule::Criteria::axes) {
            criteria_["x"];
            criteria_["y"];
        }
    }

    void read(std::string_view bytes) {
        const auto done =
            ideas::read_csv_rows(bytes, 0, most_file_bytes, [this](const CsvRow& row) { return take(row); });
        if (!done && done.error().code == base::Code::too_large) return faults_.error({}, "too_large");
        if (!done) {
            const auto line = parse_count(done.error().where);
            return faults_.error({static_cast<int>(line.value_or(0)), 0}, "quote");
        }
        if (!has_heading_) return faults_.error({}, "no_rows");
        finish();
    }

  private:
    bool take(const CsvRow& row) {
        if (!has_heading_) return take_heading(row);
        if (at_[left]) {
            take_comparison(row);
        } else {
            take_mark(row);
        }
        return !faults_.full();
    }

    bool take_heading(const CsvRow& row) {
        has_heading_ = true;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto word = base::lower(row.cells[i]);
            const auto known = std::find_if(headings.begin(), headings.end(), [&word](const auto& names) {
                return std::find(names.begin(), names.end(), word) != names.end();
            });
            if (known == headings.end()) {
                faults_.hint({row.line, row.columns[i]}, "heading_unknown", {{"word", quoted_part(row.cells[i])}});
                continue;
            }
            auto& at = at_[static_cast<std::size_t>(known - headings.begin())];
            if (at) faults_.error({row.line, row.columns[i]}, "heading_twice", {{"word", word}});
            at = i;
        }
        const bool marks = at_[ballot] && at_[option] && at_[value];
        const bool pairs = at_[ballot] && at_[left] && at_[right] && at_[choice];
        if (!marks && !pairs) faults_.error({row.line, 1}, "heading");
        if (!pairs) at_[left].reset();
        return marks || pairs;
    }

    std::string cell(const CsvRow& row, Column column) const {
        const auto at = at_[column];
        return at && *at < row.cells.size() ? row.cells[*at] : std::string();
    }
    Where place(const CsvRow& row, Column column) const {
        const auto at = at_[column];
        return {row.line, at && *at < row.columns.size() ? row.columns[*at] : 1};
    }

    /// The id's place; nothing when it is too long or there are too many.
    std::optional<std::uint32_t> known(Names& names, const std::string& id, Where at, std::size_t most,
                                       const std::string& code) {
        constexpr std::size_t most_id_bytes = 200;
        if (id.size() > most_id_bytes) {
            faults_.error(at, "id_long");
            return std::nullopt;
        }
        const auto found = names[id];
        if (names.size() <= most) return found;
        if (!told_many_) faults_.error(at, code, {{"most", std::to_string(most)}});
        told_many_ = true;
        return std::nullopt;
    }
    std::optional<std::uint32_t> known_option(const CsvRow& row, Column column) {
        return known(options_, cell(row, column), place(row, column), most_options, "many_options");
    }
    std::optional<std::uint32_t> known_ballot(const CsvRow& row) {
        return known(ballots_, cell(row, ballot), place(row, ballot), most_ballots, "many_ballots");
    }

    void take_mark(const CsvRow& row) {
        const auto id = cell(row, ballot);
        const auto number = cell(row, value);
        if (cell(row, option).empty()) {
            if (!number.empty()) return faults_.error(place(row, option), "no_option");
            if (!id.empty()) known_ballot(row);
            return;
        }
        const auto chosen = known_option(row, option);
        if (id.empty() && !number.empty()) return faults_.error(place(row, ballot), "no_ballot");
        if (!chosen || id.empty()) return;
        const auto whose = known_ballot(row);
        if (!whose || number.empty()) return;
        const auto colour = take_criterion(row);
        const auto parsed = parse_millionths(number);
        if (!parsed) {
            return faults_.error(place(row, value), "number", {{"word", quoted_part(number)}});
        }
        if (!colour || !is_allowed(row, number, *parsed)) return;
        if (marks_.size() >= most_marks) {
            if (!told_many_) faults_.error(place(row, value), "many_marks", {{"most", std::to_string(most_marks)}});
            told_many_ = true;
            return;
        }
        power_ = common_power(power_, *parsed);
        marks_.push_back({*whose, {*chosen, *colour, *parsed}, place(row, value)});
    }

    std::optional<std::uint32_t> take_criterion(const CsvRow& row) {
        const auto id = cell(row, criterion);
        if (rule_.criteria == MarkRule::Criteria::none) {
            if (id.empty()) return 0;
            faults_.error(place(row, criterion), "criterion_extra", {{"word", quoted_part(id)}});
            return std::nullopt;
        }
        if (rule_.criteria == MarkRule::Criteria::axes) {
            const auto axis = criteria_.find(id);
            if (!axis) faults_.error(place(row, criterion), "criterion_axis", {{"word", quoted_part(id)}});
            return axis;
        }
        if (id.empty()) {
            faults_.error(place(row, criterion), "no_criterion");
            return std::nullopt;
        }
        constexpr std::size_t most_criteria = 20;
        return known(criteria_, id, place(row, criterion), most_criteria, "many_criteria");
    }

    bool is_allowed(const CsvRow& row, const std::string& text, std::int64_t number) {
        constexpr std::int64_t largest = 1000000;
        const auto fault = [&](const char* code, std::int64_t limit) {
            faults_.error(place(row, value), code, {{"word", quoted_part(text)}, {"limit", std::to_string(limit)}});
            return false;
        };
        if (rule_.whole && number % millionths != 0) return fault("whole", 0);
        if (rule_.lowest && number < *rule_.lowest * millionths) return fault("low", *rule_.lowest);
        if (rule_.highest && number > *rule_.highest * millionths) return fault("high", *rule_.highest);
        if (number > largest * millionths) return fault("high", largest);
        if (number < -largest * millionths) return fault("low", -largest);
        return true;
    }

    void take_comparison(const CsvRow& row) {
        if (cell(row, ballot).empty()) return faults_.error(place(row, ballot), "no_ballot");
        const auto whose = known_ballot(row);
        if (cell(row, left).empty() || cell(row, right).empty()) {
            return faults_.error(place(row, cell(row, left).empty() ? left : right), "no_option");
        }
        const auto a = known_option(row, left);
        const auto b = known_option(row, right);
        if (!whose || !a || !b) return;
        if (*a == *b) {
            return faults_.error(place(row, right), "same_option", {{"word", quoted_part(cell(row, right))}});
        }
        const auto word = cell(row, choice);
        using Choice = methods::Comparison::Choice;
        // An id that is called "left" is the option, as it stands in this row.
        std::optional<Choice> chosen;
        for (const auto& [said, meant] : {std::pair<std::string_view, Choice>{"", Choice::neither},
                                          {"skip", Choice::neither},
                                          {"vet ej", Choice::neither},
                                          {"left", Choice::left},
                                          {"vänster", Choice::left},
                                          {"right", Choice::right},
                                          {"höger", Choice::right}}) {
            if (word == said) chosen = meant;
        }
        if (word == cell(row, left)) chosen = Choice::left;
        if (word == cell(row, right)) chosen = Choice::right;
        if (!chosen) return faults_.error(place(row, choice), "choice", {{"word", quoted_part(word)}});
        if (comparisons_.size() >= most_marks) {
            if (!told_many_) faults_.error(place(row, choice), "many_marks", {{"most", std::to_string(most_marks)}});
            told_many_ = true;
            return;
        }
        comparisons_.push_back({*a, *b, *chosen, 1});
        chose_.resize(ballots_.size(), false);
        if (*chosen != Choice::neither) chose_[*whose] = true;
    }

    void finish();
    void check_ballot(std::span<const PlacedMark> of_one);
    methods::MarkedBallot to_marks(std::span<const PlacedMark> of_one) const;
    static methods::OrderedBallot to_order(std::span<const PlacedMark> of_one);

    BallotFile& file_;
    Faults faults_;
    const MarkRule& rule_;
    std::array<std::optional<std::size_t>, column_count> at_;
    bool has_heading_ = false;
    bool told_many_ = false;
    Names ballots_, options_, criteria_;
    std::vector<PlacedMark> marks_;
    std::vector<methods::Comparison> comparisons_;
    std::vector<bool> chose_;  // by ballot
    std::int64_t power_ = millionths;
};

/// Each criterion's marks together, in the options' order.
bool mark_less(const PlacedMark& a, const PlacedMark& b) {
    if (a.ballot != b.ballot) return a.ballot < b.ballot;
    if (a.mark.criterion != b.mark.criterion) return a.mark.criterion < b.mark.criterion;
    return a.mark.option < b.mark.option;
}

void CsvBallots::finish() {
    const auto order = sorted(options_.all());
    file_.ids = order.ids;
    file_.names.assign(file_.ids.size(), {});
    file_.criteria = criteria_.all();
    file_.voters = static_cast<std::int64_t>(ballots_.size());
    if (at_[left]) {
        for (auto& one : comparisons_) {
            one.left = order.place[one.left];
            one.right = order.place[one.right];
        }
        file_.comparisons = {file_.ids.size(), std::move(comparisons_)};
        file_.choosers = std::count(chose_.begin(), chose_.end(), true);
        return;
    }
    for (auto& placed : marks_) placed.mark.option = order.place[placed.mark.option];
    std::stable_sort(marks_.begin(), marks_.end(), mark_less);
    methods::Marks marks{file_.ids.size(), std::max<std::size_t>(criteria_.size(), 1), millionths / power_, {}};
    methods::Orders orders{file_.ids.size(), {}};
    auto from = marks_.begin();
    for (std::uint32_t whose = 0; whose < ballots_.size(); ++whose) {
        const auto to = std::find_if(from, marks_.end(), [whose](const auto& one) { return one.ballot != whose; });
        check_ballot({from, to});
        if (rule_.ranks) {
            orders.ballots.push_back(to_order({from, to}));
        } else {
            marks.ballots.push_back(to_marks({from, to}));
        }
        from = to;
    }
    if (rule_.ranks) {
        file_.orders = std::move(orders);
    } else {
        file_.marks = std::move(marks);
    }
}

methods::MarkedBallot CsvBallots::to_marks(std::span<const PlacedMark> of_one) const {
    methods::MarkedBallot ballot;
    for (const auto& one : of_one) {
        ballot.marks.push_back(one.mark);
        ballot.marks.back().value /= power_;
    }
    return ballot;
}

methods::OrderedBallot CsvBallots::to_order(std::span<const PlacedMark> of_one) {
    std::vector<PlacedMark> ranked(of_one.begin(), of_one.end());
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.mark.value < b.mark.value; });
    methods::OrderedBallot ballot;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const bool next = i > 0 && ranked[i].mark.value != ranked[i - 1].mark.value;
        const std::uint32_t before = ballot.place.empty() ? 0 : ballot.place.back();
        ballot.options.push_back(ranked[i].mark.option);
        ballot.place.push_back(before + (next ? 1 : 0));
    }
    return ballot;
}

void CsvBallots::check_ballot(std::span<const PlacedMark> of_one) {
    std::int64_t sum = 0;
    methods::MarkedBallot ballot;
    for (std::size_t i = 0; i < of_one.size(); ++i) {
        const auto& one = of_one[i];
        const auto& id = ballots_.all()[one.ballot];
        if (i > 0 && !mark_less(of_one[i - 1], one)) {
            faults_.error(one.at, "twice",
                          {{"ballot", quoted_part(id)},
                           {"option", quoted_part(file_.ids[one.mark.option])},
                           {"line", std::to_string(of_one[i - 1].at.line)}});
        }
        const bool fresh = i == 0 || one.mark.criterion != of_one[i - 1].mark.criterion;
        const auto before = fresh ? 0 : sum;
        sum = before + one.mark.value;
        if (rule_.most_sum && sum > *rule_.most_sum * millionths && before <= *rule_.most_sum * millionths) {
            const auto limit = std::to_string(*rule_.most_sum);
            faults_.error(one.at, "sum", {{"ballot", quoted_part(id)}, {"limit", limit}});
        }
        ballot.marks.push_back(one.mark);
    }
    if (rule_.credits && !of_one.empty() && !methods::within_credits(ballot, millionths, *rule_.credits)) {
        const auto id = quoted_part(ballots_.all()[of_one.front().ballot]);
        faults_.error(of_one.front().at, "credits", {{"ballot", id}, {"limit", std::to_string(*rule_.credits)}});
    }
}

}  // namespace

BallotReading read_csv_ballots(std::string_view bytes, const std::string& name, const MarkRule& rule) {
    BallotReading reading;
    CsvBallots(reading, name, rule).read(bytes);
    return reading;
}

}  // namespace ballots
