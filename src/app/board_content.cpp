#include "app/board_content.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

#include "app/kept_poll.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "curricula/blob.hpp"
#include "curricula/course.hpp"
#include "curricula/folder.hpp"
#include "ui/persona_words.hpp"

namespace app {
namespace {

using store::TableRow;
using store::Where;

std::vector<Where> of_session(const base::Id& session) {
    return {{"session", model::of_id(session)}};
}

bool is_shown(const TableRow& note) {
    return note.number("hidden") != 1 && note.id("merged_into").empty();
}

/// As many characters of the ids as tell them apart, in whole groups.
std::size_t telling_length(const std::vector<TableRow>& sessions) {
    for (const std::size_t length : {8U, 13U, 18U, 23U}) {
        std::set<std::string> beginnings;
        for (const auto& row : sessions) beginnings.insert(row.entity.text().substr(0, length));
        if (beginnings.size() == sessions.size()) return length;
    }
    return 36;
}

/// The session's own course; without one (an imported session) the installed course of that name, which has the same
/// groups. None at all is no fault: groups then keep their ids.
model::Course read_course(store::Reader& reader, const TableRow& session) {
    base::Result<model::CourseSource> source = base::refuse(base::Code::not_found);
    if (const auto blob = reader.read_blob(session.text("course_blob")); blob && *blob) {
        source = curricula::from_blob(**blob);
    } else if (const auto slug = session.text("course"); !slug.empty() && base::slug(slug) == slug) {
        source = curricula::load_course_folder(base::share_folder() / "curricula" / slug);
    }
    if (!source) return {};
    return curricula::check_course(*source).course;
}

/// As the wall has it: people write what they know of the course's person, in groups.
bool is_about_person(const model::Course& course, const std::string& block_id) {
    const auto block = std::find_if(course.blocks.begin(), course.blocks.end(),
                                    [&block_id](const auto& one) { return one.id == block_id; });
    return block != course.blocks.end() && block->collects == "known" && !block->groups.empty() &&
           !course.persona.empty();
}

base::Result<std::vector<views::PersonaView>> read_persons(store::Reader& reader, const base::Id& session) {
    IR_TRY(auto rows, reader.read_rows("persona", of_session(session)));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TableRow& a, const TableRow& b) { return a.text("order") < b.text("order"); });
    std::vector<views::PersonaView> persons;
    for (const auto& row : rows) {
        persons.push_back({row.entity, row.text("name"), row.text("description"), row.text("quote"),
                           row.text("everyday"), row.text("needs"), row.text("obstacles"), row.text("help")});
    }
    return persons;
}

struct Block {
    std::string title;
    std::int64_t started_at_ms = 0;
    std::size_t notes = 0, votes = 0, persons = 0;
};

base::Result<std::map<std::string, Block>> read_blocks(store::Reader& reader, const TableRow& row) {
    const auto& session = row.entity;
    std::map<std::string, Block> blocks;
    IR_TRY(const auto notes, reader.read_rows("note", of_session(session)));
    for (const auto& note : notes) blocks[note.text("block")].notes += is_shown(note) ? 1 : 0;
    IR_TRY(const auto polls, reader.read_rows("poll", of_session(session)));
    for (const auto& poll : polls) blocks[poll.text("block")].votes += poll.text("state") == "revealed" ? 1 : 0;
    IR_TRY(const auto runs, reader.read_rows("block", of_session(session)));
    for (const auto& run : runs) {
        auto& block = blocks[run.text("course_block")];
        block.title = run.text("title");
        block.started_at_ms = run.number("started_at");
    }
    IR_TRY(const auto persons, read_persons(reader, session));
    if (!persons.empty()) {
        const auto course = read_course(reader, row);
        for (auto& [id, block] : blocks) block.persons = is_about_person(course, id) ? persons.size() : 0;
    }
    std::erase_if(blocks, [](const auto& one) {
        const auto& block = one.second;
        return block.notes + block.votes + block.persons == 0;
    });
    return blocks;
}

/// What the course says about the board: whose notes stand on it, and in which columns.
struct Plan {
    std::vector<std::string> blocks;
    std::vector<views::Labelled> phases;
};

void add_phases(Plan& plan, const model::Block& block) {
    const auto own = block.texts.find(std::string(base::language()));
    const auto& text = own != block.texts.end() ? own->second : block.texts.at("sv");
    for (const auto& group : block.groups) {
        const auto label = text.labels.find(group);
        plan.phases.push_back({group, label == text.labels.end() ? group : label->second});
    }
}

Plan plan_of(const model::Course& course, const std::string& block_id) {
    Plan plan{{block_id}, {}};
    const auto find = [&course](const std::string& id) {
        return std::find_if(course.blocks.begin(), course.blocks.end(),
                            [&id](const auto& one) { return one.id == id; });
    };
    const auto block = find(block_id);
    if (block == course.blocks.end()) return plan;
    add_phases(plan, *block);
    auto sources = block->sources;
    for (const auto& poll : block->polls) sources.insert(sources.end(), poll.sources.begin(), poll.sources.end());
    for (const auto& source : sources) {
        if (std::find(plan.blocks.begin(), plan.blocks.end(), source) != plan.blocks.end()) continue;
        plan.blocks.push_back(source);
        const auto from = find(source);
        if (from != course.blocks.end() && block->groups.empty()) add_phases(plan, *from);
    }
    return plan;
}

views::NoteView to_view(const TableRow& row, const std::map<base::Id, std::string>& numbers) {
    views::NoteView note;
    note.id = row.entity;
    note.type = row.text("type");
    note.text = row.text("text");
    note.group = row.text("group");
    note.colour = row.text("colour");
    note.author = row.text("author_name");
    note.parent = row.id("parent");
    note.cluster = row.id("cluster");
    if (const auto number = numbers.find(note.id); number != numbers.end()) note.number = number->second;
    return note;
}

constexpr int board_photo_px = 512;  // on its longer side: a note's place, as large as a picture is made

/// A photo that is erased, or cannot be read, is no photo: the note stands without a place for it.
base::Done add_photo(store::Reader& reader, const TableRow& row, views::NoteView& note, paint::Sheet& sheet) {
    const auto hash = row.text("photo_blob");
    if (hash.empty()) return {};
    IR_TRY(const auto jpeg, reader.read_photo(hash));
    if (!jpeg) return {};
    auto photo = paint::read_photo(*jpeg, board_photo_px);
    if (!photo) return {};
    note.photo = views::PhotoView{{}, hash, row.text("photo_shows")};
    sheet.photos[hash] = std::make_shared<const paint::Photo>(std::move(*photo));
    return {};
}

base::Done read_notes(store::Reader& reader, const base::Id& session, const Plan& plan, paint::Sheet& sheet) {
    IR_TRY(const auto ideas, reader.read_rows("idea"));
    std::map<base::Id, std::string> numbers;
    for (const auto& idea : ideas) numbers[idea.entity] = idea.text("number");
    IR_TRY(auto rows, reader.read_rows("note", of_session(session)));
    std::erase_if(rows, [&plan](const TableRow& row) {
        const auto block = row.text("block");
        return !is_shown(row) || std::find(plan.blocks.begin(), plan.blocks.end(), block) == plan.blocks.end();
    });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TableRow& a, const TableRow& b) { return a.text("order") < b.text("order"); });
    for (const auto& row : rows) {
        auto note = to_view(row, numbers);
        IR_DO(add_photo(reader, row, note, sheet));
        sheet.notes.push_back(std::move(note));
    }
    sheet.phases = plan.phases;
    // Columns that the course does not know (any longer) are columns all the same.
    for (const auto& note : sheet.notes) {
        const bool known = std::any_of(sheet.phases.begin(), sheet.phases.end(),
                                       [&note](const auto& phase) { return phase.id == note.group; });
        if (!known && !note.group.empty()) sheet.phases.push_back({note.group, note.group});
    }
    IR_TRY(auto clusters, reader.read_rows("cluster", of_session(session)));
    std::stable_sort(clusters.begin(), clusters.end(),
                     [](const TableRow& a, const TableRow& b) { return a.text("order") < b.text("order"); });
    for (const auto& cluster : clusters) {
        const bool used = std::any_of(sheet.notes.begin(), sheet.notes.end(),
                                      [&cluster](const auto& note) { return note.cluster == cluster.entity; });
        if (used) sheet.clusters.push_back({cluster.entity, cluster.text("name"), cluster.text("colour")});
    }
    if (!sheet.clusters.empty()) sheet.phases.clear();
    return {};
}

base::Done read_polls(store::Reader& reader, const BoardName& board, paint::Sheet& sheet) {
    auto ours = of_session(board.session);
    ours.push_back({"block", model::Value(board.block)});
    IR_TRY(const auto rows, reader.read_rows("poll", ours));
    for (const auto& row : rows) {
        if (row.text("state") != "revealed") continue;
        const bool voted_again = std::any_of(rows.begin(), rows.end(), [&row](const TableRow& other) {
            return other.id("previous") == row.entity && other.text("state") == "revealed";
        });
        if (voted_again) continue;
        auto poll = read_poll(reader, row);
        // One of which an erasure has left too little is not on the board, and the rest is.
        if (!poll && poll.error().code == base::Code::corrupt) continue;
        IR_TRY(auto readable, std::move(poll));
        sheet.polls.push_back(std::move(readable));
    }
    return {};
}

}  // namespace

base::Result<std::vector<BoardName>> read_boards(store::Reader& reader) {
    IR_TRY(auto sessions, reader.read_rows("session"));
    std::stable_sort(sessions.begin(), sessions.end(), [](const TableRow& a, const TableRow& b) {
        return a.number("started_at") > b.number("started_at");
    });
    const auto length = telling_length(sessions);
    std::vector<BoardName> boards;
    bool newest = true;
    for (const auto& session : sessions) {
        IR_TRY(const auto blocks, read_blocks(reader, session));
        const auto first = static_cast<std::ptrdiff_t>(boards.size());
        for (const auto& [id, block] : blocks) {
            const auto name = newest ? id : session.entity.text().substr(0, length) + "/" + id;
            boards.push_back({name, session.entity, session.text("title"), block.started_at_ms, id,
                              block.title.empty() ? id : block.title, block.notes, block.votes, block.persons});
        }
        std::stable_sort(boards.begin() + first, boards.end(),
                         [](const auto& a, const auto& b) { return a.started_at_ms < b.started_at_ms; });
        newest = newest && blocks.empty();
    }
    return boards;
}

base::Result<BoardName> find_board(const std::vector<BoardName>& boards, std::string_view wanted) {
    const auto slash = wanted.find('/');
    const auto session = slash == std::string_view::npos ? std::string_view() : wanted.substr(0, slash);
    const auto block = slash == std::string_view::npos ? wanted : wanted.substr(slash + 1);
    for (const auto& board : boards) {
        if (board.block == block && board.session.text().starts_with(session)) return board;
    }
    if (boards.empty()) return base::refuse(base::Code::not_found, base::tr("board.none"));
    std::vector<BoardName> titled;
    const auto slug = base::is_utf8(wanted) ? base::slug(wanted) : std::string();
    std::copy_if(boards.begin(), boards.end(), std::back_inserter(titled),
                 [&slug](const auto& board) { return !slug.empty() && base::slug(board.title) == slug; });
    if (titled.size() == 1) return titled.front();
    std::string names;
    if (titled.size() > 1) {
        for (const auto& board : titled) names += (names.empty() ? "" : ", ") + board.name;
        return base::refuse(base::Code::bad_input, base::tr("board.many", {{"wanted", wanted}, {"boards", names}}));
    }
    for (const auto& board : boards) names += (names.empty() ? "" : ", ") + board.name;
    return base::refuse(base::Code::not_found, base::tr("board.unknown", {{"wanted", wanted}, {"boards", names}}));
}

base::Result<paint::Sheet> read_board(store::Reader& reader, const BoardName& board) {
    IR_TRY(const auto sessions, reader.read_rows("session"));
    const auto session = std::find_if(sessions.begin(), sessions.end(),
                                      [&board](const auto& row) { return row.entity == board.session; });
    if (session == sessions.end()) return base::refuse(base::Code::not_found, board.name);
    paint::Sheet sheet;
    sheet.title = board.title;
    sheet.subtitle = board.session_title;
    const auto at = board.started_at_ms != 0 ? board.started_at_ms : session->number("started_at");
    if (at != 0) sheet.subtitle += " · " + base::to_local_date(at);
    IR_TRY(const auto settings, reader.read_entity(base::derived_id("settings", {})));
    if (const auto name = settings.find("settings.municipality"); name != settings.end()) {
        if (const auto text = model::text_of(name->second.value); !text.empty()) sheet.subtitle += " · " + text;
    }
    const auto course = read_course(reader, *session);
    if (is_about_person(course, board.block)) {
        IR_TRY(const auto own, read_persons(reader, board.session));
        const auto told = course.persona.find(std::string(base::language()));
        sheet.persons =
            ui::persons_on_paper(told != course.persona.end() ? told->second : course.persona.begin()->second, own);
    }
    IR_DO(read_notes(reader, board.session, plan_of(course, board.block), sheet));
    IR_DO(read_polls(reader, board, sheet));
    sheet.foot = "Idérum · " + base::tr_n("words.notes", static_cast<std::int64_t>(sheet.notes.size()));
    return sheet;
}

}  // namespace app
