#include "model/course.hpp"

#include <algorithm>

namespace model {

std::string_view activity_name(Activity activity) {
    switch (activity) {
        case Activity::info:
            return "info";
        case Activity::checkin:
            return "checkin";
        case Activity::collect:
            return "collect";
        case Activity::board:
            return "board";
        case Activity::journey:
            return "journey";
        case Activity::cluster:
            return "cluster";
        case Activity::rotate:
            return "rotate";
        case Activity::sketch:
            return "sketch";
        case Activity::poll:
            return "poll";
        case Activity::card:
            return "card";
        case Activity::consent:
            return "consent";
        case Activity::dialogue:
            return "dialogue";
        case Activity::pause:
            return "break";
        case Activity::evaluate:
            return "evaluate";
    }
    return "info";
}

const std::string& question_of(const BlockText& text, std::size_t poll) {
    const bool own = poll < text.poll_questions.size() && !text.poll_questions[poll].empty();
    return own ? text.poll_questions[poll] : text.question;
}

bool asks(const Block& block, std::size_t poll, std::string_view question) {
    return std::any_of(block.texts.begin(), block.texts.end(),
                       [&](const auto& one) { return question_of(one.second, poll) == question; });
}

}  // namespace model
