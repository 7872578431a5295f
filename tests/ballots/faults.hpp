#pragma once
#include <string>

#include "ballots/ballot_file.hpp"

/// "3:5 number" for every problem: line, column and code.
inline std::string faults_of(const ballots::BallotReading& reading) {
    std::string text;
    for (const auto& problem : reading.problems) {
        text += (text.empty() ? "" : ", ") + std::to_string(problem.line) + ":" + std::to_string(problem.column) + " " +
                problem.code;
    }
    return text;
}
