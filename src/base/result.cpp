#include "base/result.hpp"

namespace base {

std::string_view code_name(Code code) {
    switch (code) {
        case Code::bad_input:
            return "bad_input";
        case Code::bad_shape:
            return "bad_shape";
        case Code::bad_text:
            return "bad_text";
        case Code::too_large:
            return "too_large";
        case Code::too_many:
            return "too_many";
        case Code::too_fast:
            return "too_fast";
        case Code::wrong_code:
            return "wrong_code";
        case Code::not_found:
            return "not_found";
        case Code::not_yours:
            return "not_yours";
        case Code::not_now:
            return "not_now";
        case Code::closed:
            return "closed";
        case Code::already:
            return "already";
        case Code::unknown_message:
            return "unknown_message";
        case Code::newer_version:
            return "newer_version";
        case Code::corrupt:
            return "corrupt";
        case Code::busy:
            return "busy";
        case Code::disk_full:
            return "disk_full";
        case Code::disk_failed:
            return "disk_failed";
        case Code::port_taken:
            return "port_taken";
        case Code::not_saved:
            return "not_saved";
        case Code::denied:
            return "denied";
    }
    return "bad_input";
}

}  // namespace base
