#include <algorithm>
#include <cstdio>

#include "app/cli_count.hpp"
#include "base/language.hpp"
#include "base/text.hpp"

namespace app {
namespace {

using ballots::Report;
using base::tr;

std::string shown_option(const Report& report, ballots::Option option) {
    const auto id = base::tidy(report.ids[option]);
    const auto name = option < report.names.size() ? report.names[option] : std::string();
    return name.empty() ? id : id + " " + name;
}

std::string shown_options(const Report& report, const std::vector<ballots::Option>& options) {
    std::string all;
    for (const auto option : options) all += (all.empty() ? "" : ", ") + shown_option(report, option);
    return all.empty() ? tr("count.text.nobody") : all;
}

/// A fraction with what it comes to: "7/3 (2.33)".
std::string shown_number(const methods::Exact& number) {
    if (number.text.find('/') == std::string::npos) return number.text;
    char text[400];
    std::snprintf(text, sizeof text, "%s (%.2f)", number.text.c_str(), number.value);
    return text;
}

std::string filled(const std::string& text, std::size_t width) {
    const auto length = base::graphemes(text);
    return length < width ? text + std::string(width - length, ' ') : text;
}

/// Columns that are worth a person's look beside the ranking.
std::vector<std::pair<std::string, std::vector<methods::Exact>>> shown_columns(const Report& report) {
    std::vector<std::pair<std::string, std::vector<methods::Exact>>> columns;
    columns.emplace_back(tr("count.text.tally"), report.tally);
    for (const auto& [criterion, numbers] : report.by) columns.emplace_back(base::tidy(criterion), numbers);
    for (const auto& [key, numbers] : report.columns) {
        if (key != "means" && key != "sums") columns.emplace_back(tr("count.text." + key), numbers);
    }
    return columns;
}

void print_ranking(const Report& report) {
    const auto columns = shown_columns(report);
    std::size_t widest = base::graphemes(tr("count.text.option"));
    for (ballots::Option option = 0; option < report.ids.size(); ++option) {
        widest = std::max(widest, base::graphemes(shown_option(report, option)));
    }
    std::vector<std::size_t> widths;
    for (const auto& [title, numbers] : columns) {
        widths.push_back(base::graphemes(title));
        for (const auto& number : numbers) widths.back() = std::max(widths.back(), shown_number(number).size());
    }
    const auto print = [&](const std::string& place, const std::string& name, const auto& cell) {
        std::string line = filled(place, 6) + filled(name, widest);
        for (std::size_t i = 0; i < columns.size(); ++i) line += "  " + filled(cell(i), widths[i]);
        line.erase(line.find_last_not_of(' ') + 1);
        std::printf("%s\n", line.c_str());
    };
    print(tr("count.text.place"), tr("count.text.option"), [&](std::size_t i) { return columns[i].first; });
    const auto print_option = [&](const std::string& place, ballots::Option option) {
        print(place, shown_option(report, option),
              [&](std::size_t i) { return shown_number(columns[i].second[option]); });
    };
    std::size_t before = 0;
    for (const auto& place : report.ranking.places) {
        for (const auto option : place) print_option(std::to_string(before + 1), option);
        before += place.size();
    }
    if (!report.ranking.places.empty()) return;
    for (ballots::Option option = 0; option < report.tally.size(); ++option) print_option("", option);
}

void print_matrix(const Report& report) {
    const auto axis = [](const methods::MatrixAxis& one) {
        if (one.n == 0) return tr("count.text.no_answers");
        auto text = methods::to_decimal(one.median, 2) + " " + tr(one.high ? "count.text.high" : "count.text.low");
        if (one.few) text += ", " + tr("count.text.few_answers");
        if (one.divided) text += ", " + tr("count.text.divided");
        return text;
    };
    for (ballots::Option option = 0; option < report.points.size(); ++option) {
        std::printf("%s: x %s; y %s\n", shown_option(report, option).c_str(), axis(report.points[option].x).c_str(),
                    axis(report.points[option].y).c_str());
    }
}

void print_rounds(const Report& report) {
    int number = 0;
    for (const auto& round : report.rounds) {
        std::string line = tr("count.text.round", {{"number", std::to_string(++number)}}) + " ";
        if (round.funded) {
            line += shown_option(report, *round.funded);
            if (report.method == "mes") line += ", " + tr("count.text.price", {{"price", shown_number(round.price)}});
        } else {
            std::string votes;
            for (const auto option : round.standing) {
                votes += (votes.empty() ? "" : ", ") + shown_option(report, option) + " " +
                         shown_number(round.votes[option]);
            }
            line += votes;
            if (!round.dropped.empty()) {
                line += "; " + tr("count.text.dropped", {{"options", shown_options(report, round.dropped)}});
            }
        }
        std::printf("%s\n", line.c_str());
    }
}

void print_ties(const Report& report) {
    for (const auto& tie : report.ranking.ties) {
        const auto by = std::string(methods::tie_by_name(tie.by));
        auto line = tr("count.tie." + by, {{"options", shown_options(report, tie.options)}});
        if (tie.round > 0) line = tr("count.text.round", {{"number", std::to_string(tie.round)}}) + " " + line;
        std::printf("%s\n", line.c_str());
    }
    for (const auto& pair : report.close) {
        std::printf("%s\n", tr("count.text.close", {{"options", shown_options(report, pair)}}).c_str());
    }
}

}  // namespace

void print_report(const Report& report) {
    const auto voters = std::to_string(report.voters);
    const auto ballots = std::to_string(report.ballots);
    std::printf("%s\n",
                tr("count.text.head", {{"method", report.method}, {"voters", voters}, {"ballots", ballots}}).c_str());
    const bool by_consent = report.method == "consent";  // nothing is ranked, and nothing chosen
    if (!report.points.empty()) {
        print_matrix(report);
    } else if (!by_consent) {
        print_ranking(report);
    }
    print_rounds(report);
    print_ties(report);
    for (const auto& [key, options] : report.lists) {
        if (options.empty() && key != "condorcet_winner" && key != "funded" && key != "passed") continue;
        std::printf("%s\n", tr("count.list." + key, {{"options", shown_options(report, options)}}).c_str());
    }
    for (const auto& [key, number] : report.numbers) {
        const bool silent = number.text == "0" || (key == "branches" && number.text == "1");
        if (!silent || key == "cost" || by_consent) {
            std::printf("%s\n", tr("count.number." + key, {{"number", shown_number(number)}}).c_str());
        }
    }
    for (const auto& [key, is] : report.flags) {
        if (is) std::printf("%s\n", tr("count.flag." + key).c_str());
        if (!is && by_consent) std::printf("%s\n", tr("count.flag.not_passed").c_str());
    }
    if (by_consent) return;
    if (report.points.empty() && report.method != "greedy" && report.method != "mes" && report.method != "fist") {
        std::printf("%s\n", tr("count.text.winners", {{"options", shown_options(report, report.winners)}}).c_str());
    }
}

}  // namespace app
