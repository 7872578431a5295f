#pragma once
#include <optional>
#include <string_view>

namespace methods {

/// How a vote is counted. Names in files and messages: choice, dots, tre-prickar, feelings, scale, show14, approval,
/// score, borda, irv, schulze, copeland, bradley-terry, points, quadratic, greedy, mes, fist, matrix, consent.
///   choice       one of the options
///   dots         V1 and V2: k dots, at most one per option unless stacking
///   tre-prickar  V3: k dots per criterion, stacking free, user benefit first
///   feelings     a whole number, lowest…highest, on each step; a step without an answer is not a 0
///   scale        one whole number, lowest…highest
///   show14       V5: 1–4 on each option, shown together; the mean
///   approval     V6: yes to any number of options
///   score        V7: lowest…highest on each option; the mean of those that half the voters scored
///   borda, irv, schulze, copeland  V8–V10: options in order of preference
///   bradley-terry  V11: one of two, again and again
///   points       V12: all of k points shared out
///   quadratic    V13: votes for and against, whose squares are paid with k credits
///   greedy, mes  V14: yes to projects that share a budget; most votes that fit, or the Method of Equal Shares
///   fist         V15: one number, 0…5; passed when nobody shows less than 3
///   matrix       V17: each option placed by effort (x) and value (y), 0–100
///   consent      V16: the question is a proposal, consented to or objected to with a reason
enum class Method {
    choice,
    dots,
    three_dots,
    feelings,
    scale,
    show14,
    approval,
    score,
    borda,
    irv,
    schulze,
    copeland,
    bradley_terry,
    points,
    quadratic,
    greedy,
    mes,
    fist,
    matrix,
    consent
};
std::string_view method_name(Method method);
std::optional<Method> parse_method(std::string_view name);

/// What a ballot says: the one member of Ballot that the method asks for.
enum class Answer { choice, dots, feelings, scale, marks, order, pairs, objection };
Answer answer_of(Method method);

/// False where the question itself is answered: with a number (scale, fist), or by consent.
bool has_options(Method method);
/// Is there money to share (greedy, mes)?
bool has_budget(Method method);
/// Is a 0 on an option an answer of its own? Elsewhere it says nothing.
bool zero_says_something(Method method);

/// Which members of an OutcomeRow, beside `option`, mean something for a method. `spread`: with mean and agreement.
struct RowParts {
    bool rank = true, votes = false, supporters = false, n = false, by = false, spread = false, mean = false;
};
RowParts row_parts(Method method);

}  // namespace methods
