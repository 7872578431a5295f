#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace model {

/// What a block asks of the room (domain: activity types). The code in files is the enumerator's name (`break` for
/// pause); Swedish names are aliases.
enum class Activity {
    info,
    checkin,
    collect,
    board,
    journey,
    cluster,
    rotate,
    sketch,
    poll,
    card,
    consent,
    dialogue,
    pause,
    evaluate
};

/// "journey" for Activity::journey, "break" for pause.
std::string_view activity_name(Activity activity);

/// One language's texts of a block. Markdown is as written; html is safe to show (no raw HTML passed through).
struct BlockText {
    std::string title;
    std::string question;              // `fråga:` – on the big screen and on tablets; also a poll's question
    std::string instruction;           // `uppgift:` – one or two sentences to the participants
    std::vector<std::string> say;      // `säg:`
    std::vector<std::string> act;      // `gör:`
    std::vector<std::string> tips;     // `tips:`
    std::vector<std::string> reserve;  // `reserv:`
    std::string html;                  // the rest of the block, for the trainer
    std::map<std::string, std::string> labels;  // names of groups, options, criteria and fields by id
    std::vector<std::string> poll_questions;    // one per poll, in their order; empty: `question` is asked
};

/// What a vote of the block asks: its own question, else the block's.
const std::string& question_of(const BlockText& text, std::size_t poll);

/// A vote inside a block.
struct PollPlan {
    std::string method;  // as methods::method_name has it: "dots", "tre-prickar", "scale", "mes", …
    int dots = 3;        // per voter, and per criterion for tre-prickar; points or credits; 1 for the other methods
    bool stacking = false;
    int lowest = 0;           // the numbers that may be given: feelings −2..2, scale 1..5 or as written
    int highest = 0;          // both 0 for the methods that count dots
    int cap = 0;              // points: most on one option; 0 = any
    std::string ties;         // a tie policy; empty: they are reported
    std::string trust;        // as trust_name has it; empty: open
    std::int64_t budget = 0;  // greedy, mes: whole money
    std::string unit;         // of the money: "kr"
    std::map<std::string, std::int64_t> cost;  // by option; what is not there costs `each_costs`
    std::int64_t each_costs = 0;
    std::vector<std::string> criteria;  // ids; first = user benefit; matrix: x and y
    std::vector<std::string> options;   // ids of literal options; empty: the notes of `sources`; unused for scale
                                        // and fist, whose numbers may have labels ("1" → "Inte alls"), and consent
    std::string source;                 // id of the block whose visible notes are voted on; the first of `sources`
    std::vector<std::string> sources;   // all such blocks, in the order written
};

struct Block {
    std::string id;  // `id:` line, else slug of the Swedish heading; unique in the course
    Activity activity = Activity::info;
    int minutes = 0;
    int least_minutes = 0;             // `minst:` – how far the re-planning may shorten it; 0 = not at all
    bool may_skip = false;             // `hoppa: ja`
    std::string collects;              // note type that tablets write here ("idea", "step", …); empty: nothing
    std::vector<std::string> groups;   // columns or lanes to write into ("fore", "under", "efter"); may be empty
    std::string source;                // `från:` – block whose notes are shown, sorted or built upon here
    std::vector<std::string> sources;  // all blocks of `från`; `source` is the first
    int most_notes = 0;                // per person; 0 = only the general limit
    std::string boards;                // name of the template that each table works with here; empty: none
    std::vector<PollPlan> polls;       // in the order they are opened
    // Of a card: field ids ("for_whom", "uncertainty", …). Elsewhere questions to each person; then `groups` are the
    // same.
    std::vector<std::string> form;
    std::map<std::string, BlockText> texts;  // by language code; "sv" always there
};

/// Is it what this vote of the course asks, in any of its languages? Else the trainer has worded it.
bool asks(const Block& block, std::size_t poll, std::string_view question);

/// A course: one folder. `texts["sv"].title` etc. come from the front matter.
struct Course {
    std::string slug;                                // folder name
    std::map<std::string, std::string> title;        // by language
    std::map<std::string, std::string> description;  // by language
    std::map<std::string, std::string> persona;      // name, then what it says, by language: "Samira, kassör …"
    std::map<std::string, std::string> preparation;  // by language: the text before the first block, as safe html
    std::string start;                               // "08.30"; empty: when the trainer starts
    std::vector<std::string> languages;              // "sv" first
    std::vector<Block> blocks;
    int minutes() const {
        int sum = 0;
        for (const auto& block : blocks) sum += block.minutes;
        return sum;
    }
};

/// The files a course was read from, by name relative to its folder: what is kept as a blob when a session starts.
struct CourseSource {
    std::string slug;
    std::map<std::string, std::string> files;
};

}  // namespace model
