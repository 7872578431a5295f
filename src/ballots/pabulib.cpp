#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "ballots/reader_private.hpp"
#include "base/text.hpp"
#include "register/csv.hpp"

namespace ballots {
namespace {

using ideas::CsvRow;

/// Whole money in the smallest unit the file uses, so that all costs together stay below 2⁶³.
constexpr std::int64_t most_money = 100000000000000;

/// Digits with a point or a comma between: money, however much.
bool is_amount(std::string_view text) {
    return !text.empty() && base::is_digit(text.front()) && base::is_digit(text.back()) &&
           text.find_first_not_of("0123456789.,") == std::string_view::npos &&
           std::count_if(text.begin(), text.end(), [](char c) { return !base::is_digit(c); }) < 2;
}

/// One voter's list, and the points beside it.
struct Vote {
    std::vector<Option> projects;      // as written; ordinal: best first
    std::vector<std::int64_t> points;  // millionths; of scoring and cumulative votes
};

class Pabulib {
  public:
    Pabulib(BallotReading& reading, const std::string& name, const MarkRule& rule)
        : file_(reading.file), faults_(reading.problems, name), rule_(rule) {}

    void read(std::string_view bytes) {
        const auto done = ideas::read_csv_rows(bytes, ';', most_file_bytes, [this](const CsvRow& row) {
            take(row);
            return !faults_.full();
        });
        if (!done && done.error().code == base::Code::too_large) return faults_.error({}, "too_large");
        if (!done) {
            const auto line = parse_count(done.error().where);
            return faults_.error({static_cast<int>(line.value_or(0)), 0}, "quote");
        }
        if (!faults_.full()) finish();
    }

  private:
    enum class Section { none, meta, projects, votes };

    void take(const CsvRow& row) {
        if (const auto section = section_of(row)) {
            // What the votes are is told before them, once.
            if (*section == Section::meta && !seen_sections_.empty()) faults_.error({row.line, 1}, "pb_section");
            section_ = *section;
            seen_sections_.insert(*section);
            heading_.clear();
            return;
        }
        if (section_ == Section::none) {
            if (!told_none_) faults_.error({row.line, 1}, "pb_section");
            told_none_ = true;
            return;
        }
        if (heading_.empty()) return take_heading(row);
        if (section_ == Section::meta) return take_meta(row);
        if (section_ == Section::projects) return take_project(row);
        take_vote(row);
    }

    static std::optional<Section> section_of(const CsvRow& row) {
        for (std::size_t i = 1; i < row.cells.size(); ++i) {
            if (!row.cells[i].empty()) return std::nullopt;
        }
        const auto word = base::lower(row.cells.front());
        if (word == "meta") return Section::meta;
        if (word == "projects") return Section::projects;
        if (word == "votes") return Section::votes;
        return std::nullopt;
    }

    void take_heading(const CsvRow& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) heading_.emplace(base::lower(row.cells[i]), i);
        const auto needs = [&](const char* column) {
            if (heading_.count(column) == 0) faults_.error({row.line, 1}, "pb_column", {{"word", column}});
        };
        if (section_ == Section::meta) return;  // "key;value" in whatever words
        needs(section_ == Section::projects ? "project_id" : "voter_id");
        needs(section_ == Section::projects ? "cost" : "vote");
        if (section_ == Section::votes && is_with_points()) needs("points");
    }

    std::string cell(const CsvRow& row, const char* column) const {
        const auto at = heading_.find(column);
        return at != heading_.end() && at->second < row.cells.size() ? row.cells[at->second] : std::string();
    }
    Where place(const CsvRow& row, const char* column) const {
        const auto at = heading_.find(column);
        return {row.line, at != heading_.end() && at->second < row.columns.size() ? row.columns[at->second] : 1};
    }

    void take_meta(const CsvRow& row) {
        const auto key = base::lower(row.cells.front());
        const auto value = row.cells.size() > 1 ? row.cells[1] : std::string();
        const Where at{row.line, row.columns.back()};
        meta_[key] = {value, {row.line, row.cells.size() > 1 ? row.columns[1] : at.column}};
    }

    bool is_with_points() const {
        const auto type = meta("vote_type");
        return type == "scoring" || type == "score" || type == "cumulative";
    }
    std::string meta(const char* key) const {
        const auto found = meta_.find(key);
        const auto value = found == meta_.end() ? std::string() : base::lower(found->second.first);
        return value == "choose-1" ? "approval" : value;
    }

    void take_project(const CsvRow& row) {
        const auto id = cell(row, "project_id");
        if (id.empty()) return faults_.error(place(row, "project_id"), "no_option");
        if (projects_.find(id)) {
            return faults_.error(place(row, "project_id"), "project_twice", {{"word", quoted_part(id)}});
        }
        if (projects_.size() >= most_options) {
            if (!told_many_)
                faults_.error(place(row, "project_id"), "many_options", {{"most", std::to_string(most_options)}});
            told_many_ = true;
            return;
        }
        projects_[id];
        const auto cost = parse_millionths(cell(row, "cost"));
        if (!cost && is_amount(cell(row, "cost"))) {
            faults_.error(place(row, "cost"), "pb_large");
        } else if (!cost || *cost <= 0) {
            faults_.error(place(row, "cost"), "pb_cost", {{"word", quoted_part(cell(row, "cost"))}});
        }
        costs_.push_back(cost.value_or(millionths));
        names_.push_back(base::tidy(cell(row, "name")));
        power_ = common_power(power_, costs_.back());
    }

    void take_vote(const CsvRow& row) {
        const auto id = cell(row, "voter_id");
        if (id.empty()) return faults_.error(place(row, "voter_id"), "no_ballot");
        if (!voters_.insert(id).second) {
            faults_.hint(place(row, "voter_id"), "voter_twice", {{"word", quoted_part(id)}});
        }
        if (votes_.size() >= most_ballots) {
            if (!told_many_)
                faults_.error(place(row, "voter_id"), "many_ballots", {{"most", std::to_string(most_ballots)}});
            told_many_ = true;
            return;
        }
        Vote vote;
        ++vote_;
        last_vote_.resize(projects_.size());
        for_each_part(row, "vote", [&](const std::string& part, const auto& at) {
            const auto project = projects_.find(part);
            if (!project) return faults_.error(at(), "project_unknown", {{"word", quoted_part(part)}});
            auto& last = last_vote_[*project];
            if (last == vote_) return faults_.error(at(), "alternative_twice", {{"word", quoted_part(part)}});
            last = vote_;
            vote.projects.push_back(*project);
        });
        if (is_with_points()) take_points(row, vote);
        marks_ += vote.projects.size();
        if (marks_ > most_named) {
            if (!told_many_) faults_.error({row.line, 1}, "many_marks", {{"most", std::to_string(most_named)}});
            told_many_ = true;
            return;
        }
        votes_.push_back(std::move(vote));
    }

    void take_points(const CsvRow& row, Vote& vote) {
        constexpr std::int64_t largest = 1000000 * millionths;
        for_each_part(row, "points", [&](const std::string& part, const auto& at) {
            const auto points = parse_millionths(part);
            if (!points || *points > largest || *points < -largest) {
                return faults_.error(at(), "number", {{"word", quoted_part(part)}});
            }
            check_points(part, *points, at);
            vote.points.push_back(*points);
            points_power_ = common_power(points_power_, *points);
        });
        if (vote.points.size() == vote.projects.size()) return;
        faults_.error(place(row, "points"), "pb_points",
                      {{"have", std::to_string(vote.points.size())}, {"most", std::to_string(vote.projects.size())}});
        vote.points.resize(vote.projects.size());
    }

    /// What others have published may hold numbers that the method has no use for.
    template <class At>
    void check_points(const std::string& part, std::int64_t points, const At& at) {
        if (rule_.ranks || rule_.criteria != MarkRule::Criteria::none) return;  // it takes no points at all
        auto lowest = rule_.lowest;
        if (!lowest && meta("vote_type") == "cumulative") lowest = 0;
        const auto fault = [&](const char* code, std::int64_t limit) {
            faults_.error(at(), code, {{"word", quoted_part(part)}, {"limit", std::to_string(limit)}});
        };
        if (lowest && points < *lowest * millionths) return fault("low", *lowest);
        if (rule_.highest && points > *rule_.highest * millionths) return fault("high", *rule_.highest);
        if (rule_.whole && points % millionths != 0) fault("whole", 0);
    }

    /// "3,1,7": each part, and a way to say where it stands.
    template <class Take>
    void for_each_part(const CsvRow& row, const char* column, const Take& take) {
        const auto list = cell(row, column);
        for (std::size_t from = 0; from < list.size();) {
            const auto end = std::min(list.find(',', from), list.size());
            const auto part = std::string(base::trimmed(std::string_view(list).substr(from, end - from)));
            const auto at = [&] {
                const auto start = place(row, column);
                return Where{start.line, start.column + static_cast<int>(base::code_points(list.substr(0, from)))};
            };
            if (!part.empty()) take(part, at);
            from = end + 1;
        }
    }

    void finish();
    std::int64_t read_budget();
    void tell_sums();

    BallotFile& file_;
    Faults faults_;
    MarkRule rule_;
    Section section_ = Section::none;
    std::set<Section> seen_sections_;
    std::map<std::string, std::size_t> heading_;
    std::map<std::string, std::pair<std::string, Where>> meta_;
    Names projects_;
    std::vector<std::int64_t> costs_;  // millionths
    std::vector<std::string> names_;
    std::set<std::string> voters_;
    std::vector<Vote> votes_;
    std::int64_t power_ = millionths, points_power_ = millionths;
    std::vector<std::size_t> last_vote_;  // by project: the last vote that names it
    std::size_t vote_ = 0, marks_ = 0;
    bool told_none_ = false, told_many_ = false;
};

std::int64_t Pabulib::read_budget() {
    const auto found = meta_.find("budget");
    if (found == meta_.end()) {
        faults_.error({}, "pb_no_budget");
        return 0;
    }
    const auto& [text, at] = found->second;
    const auto budget = parse_millionths(text);
    if (!budget && is_amount(text)) {
        faults_.error(at, "pb_large");
        return 0;
    }
    if (!budget || *budget < 0) {
        faults_.error(at, "pb_budget", {{"word", quoted_part(text)}});
        return 0;
    }
    power_ = common_power(power_, *budget);
    return *budget;
}

void Pabulib::tell_sums() {
    const auto compare = [this](const char* key, const char* code, std::size_t number) {
        const auto found = meta_.find(key);
        if (found == meta_.end()) return;
        const auto told = parse_count(found->second.first);
        if (!told || *told == static_cast<std::int64_t>(number)) return;
        faults_.hint(found->second.second, code, {{"told", std::to_string(*told)}, {"found", std::to_string(number)}});
    };
    compare("num_votes", "voters_differ", votes_.size());
    compare("num_projects", "projects_differ", projects_.size());
}

/// Lists of one kind with how many there are of each.
std::vector<methods::SupportBallot> grouped(const std::map<std::vector<Option>, std::int64_t>& lists) {
    std::vector<methods::SupportBallot> ballots;
    for (const auto& [projects, count] : lists) ballots.push_back({projects, count});
    return ballots;
}

methods::MarkedBallot marked(const Vote& vote, std::int64_t power) {
    methods::MarkedBallot ballot;
    for (std::size_t i = 0; i < vote.projects.size(); ++i) {
        ballot.marks.push_back({vote.projects[i], 0, vote.points[i] / power});
    }
    return ballot;
}
methods::MarkedBallot marked(const methods::SupportBallot& supports) {
    methods::MarkedBallot ballot{{}, supports.count};
    for (const auto project : supports.projects) ballot.marks.push_back({project, 0, 1});
    return ballot;
}

void Pabulib::finish() {
    for (const auto& [section, word] :
         {std::pair{Section::meta, "META"}, {Section::projects, "PROJECTS"}, {Section::votes, "VOTES"}}) {
        if (seen_sections_.count(section) == 0 && !told_none_) faults_.error({}, "pb_no_section", {{"word", word}});
    }
    const auto type = meta("vote_type");
    constexpr std::array<std::string_view, 5> types = {"approval", "ordinal", "cumulative", "scoring", "score"};
    if (seen_sections_.count(Section::meta) != 0 && std::find(types.begin(), types.end(), type) == types.end()) {
        const auto found = meta_.find("vote_type");
        faults_.error(found == meta_.end() ? Where{} : found->second.second, "pb_type", {{"word", quoted_part(type)}});
    }
    tell_sums();
    const auto budget = read_budget();
    const bool large =
        std::any_of(costs_.begin(), costs_.end(), [this](auto cost) { return cost / power_ > most_money; });
    if (large || budget / power_ > most_money) faults_.error({}, "pb_large");
    const auto order = sorted(projects_.all());
    methods::BudgetPoll poll;
    poll.budget = budget / power_;
    poll.unit = millionths / power_;
    file_.ids = order.ids;
    file_.names.resize(order.ids.size());
    poll.costs.resize(order.ids.size());
    poll.votes.assign(order.ids.size(), 0);
    for (std::size_t old = 0; old < order.place.size(); ++old) {
        file_.names[order.place[old]] = names_[old];
        poll.costs[order.place[old]] = costs_[old] / power_;
    }
    file_.voters = static_cast<std::int64_t>(votes_.size());
    poll.votes_unit = is_with_points() ? millionths / points_power_ : 1;
    methods::Marks marks{order.ids.size(), 1, poll.votes_unit, {}};
    methods::Orders orders{order.ids.size(), {}};
    std::map<std::vector<Option>, std::int64_t> supported;
    std::map<std::vector<Option>, std::int64_t> ranked;
    for (auto& vote : votes_) {
        if (is_with_points()) vote.points.resize(vote.projects.size());
        std::vector<Option> supports;
        for (std::size_t i = 0; i < vote.projects.size(); ++i) {
            auto& project = vote.projects[i];
            project = order.place[project];
            const auto points = is_with_points() ? vote.points[i] / points_power_ : 1;
            poll.votes[project] += points;
            if (points > 0) supports.push_back(project);
        }
        if (is_with_points()) marks.ballots.push_back(marked(vote, points_power_));
        if (type == "ordinal") ++ranked[vote.projects];
        std::sort(supports.begin(), supports.end());
        ++supported[std::move(supports)];
    }
    poll.ballots = grouped(supported);
    file_.budget = std::move(poll);
    if (type == "approval") {
        for (const auto& ballot : file_.budget->ballots) marks.ballots.push_back(marked(ballot));
    }
    if (type != "ordinal") {
        file_.marks = std::move(marks);
        return;
    }
    for (auto& [projects, count] : ranked) {
        methods::OrderedBallot ballot{projects, {}, count};
        for (std::uint32_t place = 0; place < projects.size(); ++place) ballot.place.push_back(place);
        orders.ballots.push_back(std::move(ballot));
    }
    file_.orders = std::move(orders);
}

}  // namespace

BallotReading read_pabulib(std::string_view bytes, const std::string& name, const MarkRule& rule) {
    BallotReading reading;
    Pabulib(reading, name, rule).read(bytes);
    return reading;
}

}  // namespace ballots
