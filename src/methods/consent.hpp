#pragma once
#include <span>
#include <string>
#include <string_view>

namespace methods {

/// A reasoned objection to a proposal, and how the proposal was amended to meet it.
struct Objection {
    std::string reason;
    std::string amendment;
    bool remains = true;  // the objector still objects
};

/// Is there anything but white space?
bool has_reason(std::string_view text);

/// V16 consent (sociocracy; Endenburg, "Sociocracy: The Organization of Decision-Making", 1998): nothing is counted. A
/// proposal has passed when no reasoned objection remains; one without a reason is not an objection. Pure.
bool is_consented(std::span<const Objection> objections);

}  // namespace methods
