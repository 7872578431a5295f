#pragma once
#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>

#include "curricula/course.hpp"

/// Small courses for the tests of the room.
namespace sample {

/// The front matter that stands before every body below: six lines, so that a body's first line is line 7.
inline constexpr std::string_view front =
    "+++\n"
    "titel = \"Prov\"\n"
    "beskrivning = \"En kort kurs\"\n"
    "start = \"08.30\"\n"
    "+++\n"
    "\n";

/// A block without faults that writes ideas: ten lines with the empty one at its end.
inline constexpr std::string_view ideas =
    "## Idéer\n"
    "\n"
    "tid: 15 min\n"
    "typ: samla\n"
    "samla: idé\n"
    "fråga: Vad kan vi göra?\n"
    "säg: Skriv fem var.\n"
    "\n"
    "En rad text.\n"
    "\n";

inline model::CourseSource swedish(std::string_view body) {
    return {"prov", {{"kurs.sv.md", std::string(front) + std::string(body)}}};
}

inline model::CourseSource with_english(std::string_view body, std::string_view english) {
    auto source = swedish(body);
    source.files["kurs.en.md"] = "+++\ntitle = \"Trial\"\n+++\n" + std::string(english);
    return source;
}

inline std::string file_of(const base::Problem& problem) {
    return problem.file + ":" + std::to_string(problem.line) + " " + problem.code +
           (problem.severity == base::Problem::Severity::hint ? " (hint)" : "");
}

/// "kurs.sv.md:9 time_missing; …" for failures that can be read.
inline std::string all(const base::Problems& problems) {
    std::string text;
    for (const auto& problem : problems) text += (text.empty() ? "" : "; ") + file_of(problem);
    return text;
}

/// The problems of a Swedish file with this body.
inline std::string faults(std::string_view body) {
    return all(curricula::check_course(swedish(body)).problems);
}

/// The only block of a Swedish file with this body.
inline model::Block block(std::string_view body) {
    const auto course = curricula::check_course(swedish(body)).course;
    return course.blocks.empty() ? model::Block{} : course.blocks.front();
}

}  // namespace sample
