#include "model/course.hpp"

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

}  // namespace model
