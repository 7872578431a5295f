#include "ballots/report.hpp"
#include "base/json_text.hpp"

namespace ballots {
namespace {

using base::json_quoted;

/// Whole and decimal numbers as JSON numbers, fractions as text.
std::string number_text(const Exact& number) {
    return number.text.find('/') == std::string::npos ? number.text : json_quoted(number.text);
}

/// An object or list that is written member by member.
class Written {
  public:
    explicit Written(char open) : out_(1, open), close_(open == '{' ? '}' : ']') {}
    void add(const std::string& member) { out_ += (out_.size() > 1 ? "," : "") + member; }
    void add(std::string_view key, const std::string& value) { add(json_quoted(key) + ":" + value); }
    std::string text() const { return out_ + close_; }

  private:
    std::string out_;
    char close_;
};

class ReportText {
  public:
    explicit ReportText(const Report& report) : report_(report) {}

    std::string text() const {
        Written all('{');
        all.add("method", json_quoted(report_.method));
        all.add("voters", std::to_string(report_.voters));
        all.add("ballots", std::to_string(report_.ballots));
        all.add("tie_policy", json_quoted(report_.tie_policy));
        if (!report_.seed.empty()) all.add("seed", json_quoted(report_.seed));
        all.add("ranking", groups(report_.ranking.places));
        all.add("tally", report_.points.empty() ? column(report_.tally) : points());
        all.add("winners", ids(report_.winners));
        all.add("ties", ties());
        all.add("rounds", rounds());
        for (const auto& [key, options] : report_.lists) {
            // There is one winner in pairs, or none.
            const bool one = key == "condorcet_winner";
            all.add(key, !one ? ids(options) : options.empty() ? "null" : id(options.front()));
        }
        for (const auto& [key, number] : report_.numbers) all.add(key, number_text(number));
        for (const auto& [key, is] : report_.flags) all.add(key, is ? "true" : "false");
        for (const auto& [key, numbers] : report_.columns) all.add(key, column(numbers));
        if (!report_.by.empty()) all.add("by", by());
        if (!report_.answers.empty()) all.add("distribution", distribution());
        if (report_.method == "bradley-terry") all.add("close", groups(report_.close));
        for (const auto& [key, table] : report_.tables) all.add(key, pairs(table));
        if (has_names()) all.add("names", names());
        return all.text();
    }

  private:
    std::string id(Option option) const { return json_quoted(report_.ids[option]); }

    std::string ids(const std::vector<Option>& options) const {
        Written list('[');
        for (const auto option : options) list.add(id(option));
        return list.text();
    }
    std::string groups(const std::vector<std::vector<Option>>& all) const {
        Written list('[');
        for (const auto& group : all) list.add(ids(group));
        return list.text();
    }
    std::string column(const std::vector<Exact>& numbers) const {
        Written object('{');
        for (Option option = 0; option < numbers.size(); ++option) {
            object.add(report_.ids[option], number_text(numbers[option]));
        }
        return object.text();
    }
    std::string ties() const {
        Written list('[');
        for (const auto& tie : report_.ranking.ties) {
            Written object('{');
            object.add("ids", ids(tie.options));
            object.add("by", json_quoted(methods::tie_by_name(tie.by)));
            if (tie.round > 0) object.add("round", std::to_string(tie.round));
            list.add(object.text());
        }
        return list.text();
    }
    std::string rounds() const {
        Written list('[');
        for (const auto& round : report_.rounds) {
            Written object('{');
            if (round.funded) {
                object.add("funded", id(*round.funded));
                if (report_.method == "mes") object.add("price", number_text(round.price));
            } else {
                Written votes('{');
                for (const auto option : round.standing) {
                    votes.add(report_.ids[option], number_text(round.votes[option]));
                }
                object.add("votes", votes.text());
                object.add("exhausted", number_text(round.exhausted));
                object.add("dropped", ids(round.dropped));
            }
            list.add(object.text());
        }
        return list.text();
    }
    std::string by() const {
        Written object('{');
        for (const auto& [criterion, numbers] : report_.by) object.add(criterion, column(numbers));
        return object.text();
    }
    std::string distribution() const {
        Written object('{');
        for (Option option = 0; option < report_.answers.size(); ++option) {
            Written values('{');
            for (const auto& [value, n] : report_.answers[option].distribution) {
                values.add(methods::exact(methods::ratio(value, report_.unit)).text, std::to_string(n));
            }
            object.add(report_.ids[option], values.text());
        }
        return object.text();
    }
    std::string pairs(const std::vector<std::int64_t>& table) const {
        const auto n = report_.ids.size();
        Written object('{');
        for (std::size_t a = 0; a < n; ++a) {
            Written row('{');
            for (std::size_t b = 0; b < n; ++b) {
                if (a != b) row.add(report_.ids[b], std::to_string(table[a * n + b]));
            }
            object.add(report_.ids[a], row.text());
        }
        return object.text();
    }
    static std::string axis(const methods::MatrixAxis& axis) {
        Written object('{');
        object.add("median", axis.n == 0 ? "null" : number_text(methods::exact(axis.median)));
        object.add("n", std::to_string(axis.n));
        object.add("iqr", axis.n == 0 ? "null" : number_text(methods::exact(axis.width)));
        object.add("high", axis.n > 0 && axis.high ? "true" : "false");
        object.add("divided", axis.divided ? "true" : "false");
        object.add("few", axis.few ? "true" : "false");
        return object.text();
    }
    std::string points() const {
        Written object('{');
        for (Option option = 0; option < report_.points.size(); ++option) {
            Written point('{');
            point.add("x", axis(report_.points[option].x));
            point.add("y", axis(report_.points[option].y));
            object.add(report_.ids[option], point.text());
        }
        return object.text();
    }
    bool has_names() const {
        for (const auto& name : report_.names) {
            if (!name.empty()) return true;
        }
        return false;
    }
    std::string names() const {
        Written object('{');
        for (Option option = 0; option < report_.names.size(); ++option) {
            if (!report_.names[option].empty()) object.add(report_.ids[option], json_quoted(report_.names[option]));
        }
        return object.text();
    }

    const Report& report_;
};

}  // namespace

std::string to_json(const Report& report) {
    return ReportText(report).text();
}

}  // namespace ballots
