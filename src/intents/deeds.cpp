#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <utility>

#include "intents/deeds_private.hpp"

namespace intents {
using base::Code;
namespace {

constexpr std::array<std::string_view, 3> use_names{"one", "several", "paper"};
constexpr std::array<std::string_view, 4> seating_names{"none", "choose", "deal", "place"};
constexpr std::array<std::string_view, 3> review_names{"show", "hide", "wait"};
constexpr std::size_t most_fields = 30;

std::map<std::string, std::string> read_form_fields(Fields& fields) {
    std::map<std::string, std::string> found;
    const auto* value = fields.find("fields");
    const auto* object = value == nullptr ? nullptr : value->if_object();
    if (object == nullptr || object->empty()) {
        fields.refuse(Code::bad_input, "fields");
        return found;
    }
    if (object->size() > most_fields) fields.refuse(Code::too_large, "fields");
    Fields inner(*object);
    for (const auto& member : *object) {
        const std::string name(member.key().data(), member.key().size());
        if (!is_key(name)) fields.refuse(Code::bad_input, "fields");
        found[name] = inner.text(name, most_field_graphemes, true, true);
    }
    if (inner.fault()) fields.refuse(inner.fault()->code, inner.fault()->what);
    return found;
}

TakeCut read_cut(Fields& fields) {
    TakeCut cut;
    cut.block = fields.key("block");
    cut.skip = fields.truth_or("skip", false);
    if (!cut.skip) cut.minutes = static_cast<int>(fields.whole("minutes", 0, 24 * 60));
    return cut;
}

std::optional<std::string> read_from(Fields& fields) {
    if (!fields.has("from")) return std::nullopt;
    return fields.key_or_empty("from");
}

std::optional<std::string> read_shows(Fields& fields) {
    if (!fields.has("shows")) return std::nullopt;
    return fields.text("shows", most_shows_graphemes, true);
}

int read_table(Fields& fields) {
    return static_cast<int>(fields.whole("table", 0, most_tables));
}

MakeTables read_groups(Fields& fields) {
    MakeTables groups;
    if (fields.has("how")) {
        groups.how = parse_seating(fields.key("how"));
        if (!groups.how) fields.refuse(Code::bad_input, "how");
    }
    groups.count = static_cast<int>(fields.whole_or("count", 0, 1, most_tables));
    groups.size = static_cast<int>(fields.whole_or("size", 0, 3, 5));
    if (groups.count > 0 && groups.size > 0) fields.refuse(Code::bad_input, "count or size");
    if (fields.has("sign")) groups.sign = fields.truth("sign");
    return groups;
}

using Read = Intent (*)(Fields&);
struct Deed {
    std::string_view name;
    Read read;
};

constexpr std::array<Deed, 17> tablets_deeds{{
    {"note",
     [](Fields& f) -> Intent {
         AddNote note;
         note.block = f.key("block");
         note.text = f.text("text", most_note_graphemes);
         note.group = f.key_or_empty("group");
         note.colour = f.colour_or_empty("colour");
         note.language = f.language("lang", "");
         note.parent = f.id_or_none("parent");
         note.photo = f.key_or_empty("photo");
         if (f.has("shows")) note.shows = f.text("shows", most_shows_graphemes, true);
         return note;
     }},
    {"photo",
     [](Fields& f) -> Intent {
         SendPhoto piece;
         piece.photo = f.key("photo");
         piece.size = static_cast<std::size_t>(f.whole("size", 1, std::int64_t{1} << 40U));
         if (piece.size > most_photo_bytes) f.refuse(Code::too_large, "size");
         piece.at = static_cast<std::size_t>(f.whole("at", 0, most_photo_bytes - 1));
         piece.bytes = f.base64("data", most_piece_bytes);
         if (piece.bytes.size() > piece.size - std::min(piece.at, piece.size)) f.refuse(Code::bad_input, "size");
         return piece;
     }},
    {"edit",
     [](Fields& f) -> Intent {
         EditNote edit;
         edit.note = f.id("note");
         edit.text = f.text("text", most_note_graphemes);
         if (f.has("group")) edit.group = f.key_or_empty("group");
         edit.shows = read_shows(f);
         return edit;
     }},
    {"withdraw", [](Fields& f) -> Intent { return WithdrawNote{f.id("note")}; }},
    {"form",
     [](Fields& f) -> Intent {
         FillForm form;
         form.idea = f.id("idea");
         form.fields = read_form_fields(f);
         return form;
     }},
    {"card",
     [](Fields& f) -> Intent {
         return OpenCard{f.id_or_none("idea"), f.has("field") ? f.key_or_empty("field") : ""};
     }},
    {"hand", [](Fields& f) -> Intent { return RaiseHand{f.truth("up")}; }},
    {"me",
     [](Fields& f) -> Intent {
         ChangeMe me;
         me.name = f.text("name", most_name_graphemes, true);
         me.show_name = f.truth("show_name");
         me.language = f.language("lang", "");
         return me;
     }},
    {"got", [](Fields& f) -> Intent { return GotBallot{f.id("poll")}; }},
    {"lost", [](Fields& f) -> Intent { return LostBallot{f.id("poll")}; }},
    {"another", [](Fields& f) -> Intent { return NextPerson{f.id("poll")}; }},
    {"table", [](Fields& f) -> Intent { return TakeTable{read_table(f)}; }},
    {"code",
     [](Fields& f) -> Intent {
         return UseCode{f.id("poll"), f.code("code"), f.has("key") ? f.secret("key") : ""};
     }},
    {"follow",
     [](Fields& f) -> Intent {
         return FollowIdea{f.id("idea"), f.text("contact", most_contact_graphemes, true), f.truth_or("stop", false)};
     }},
    {"fill", [](Fields& f) -> Intent { return read_fill(f); }},
    {"field", [](Fields& f) -> Intent { return read_field(f); }},
    {"leave", [](Fields&) -> Intent { return Leave{}; }},
}};

constexpr std::array<Deed, 55> trainers_deeds{{
    {"next", [](Fields& f) -> Intent { return GoNext{read_from(f)}; }},
    {"back", [](Fields& f) -> Intent { return GoBack{read_from(f)}; }},
    {"jump", [](Fields& f) -> Intent { return JumpTo{f.key("block")}; }},
    {"skip", [](Fields& f) -> Intent { return SkipBlock{f.key("block")}; }},
    {"start", [](Fields&) -> Intent { return StartClock{}; }},
    {"pause", [](Fields&) -> Intent { return PauseClock{}; }},
    {"resume", [](Fields&) -> Intent { return ResumeClock{}; }},
    {"add", [](Fields& f) -> Intent { return AddMinutes{static_cast<int>(f.whole("minutes", -24 * 60, 24 * 60))}; }},
    {"cut", [](Fields& f) -> Intent { return read_cut(f); }},
    {"phase", [](Fields& f) -> Intent { return SetPhase{f.key("phase")}; }},
    {"column", [](Fields& f) -> Intent { return WorkOn{f.key_or_empty("column")}; }},
    {"turn", [](Fields&) -> Intent { return NextTurn{}; }},
    {"open_poll",
     [](Fields& f) -> Intent {
         return OpenPoll{f.key("block"), static_cast<int>(f.whole("index", 0, 99)), read_people(f)};
     }},
    {"start_poll", [](Fields& f) -> Intent { return read_start_poll(f); }},
    {"close_poll", [](Fields& f) -> Intent { return ClosePoll{f.id("poll")}; }},
    {"reveal", [](Fields& f) -> Intent { return RevealPoll{f.id("poll")}; }},
    {"revote", [](Fields& f) -> Intent { return read_revote(f); }},
    {"cancel_poll", [](Fields& f) -> Intent { return CancelPoll{f.id("poll")}; }},
    {"save",
     [](Fields& f) -> Intent {
         return SaveIdeas{f.id("poll"), f.ids("notes", most_listed)};
     }},
    {"undo", [](Fields& f) -> Intent { return UndoDeed{f.key("undo")}; }},
    {"withdraw_idea",
     [](Fields& f) -> Intent {
         WithdrawIdea idea;
         idea.note = f.id("note");
         if (f.has("reason")) idea.reason = f.text("reason", most_note_graphemes, true);
         idea.told = f.truth_or("told", false);
         return idea;
     }},
    {"approve",
     [](Fields& f) -> Intent {
         return ApproveNote{f.id("note"), f.truth_or("held_ok", false), f.key_or_empty("version")};
     }},
    {"hide",
     [](Fields& f) -> Intent {
         return HideNote{f.id("note"), f.truth_or("undo", false)};
     }},
    {"show",
     [](Fields& f) -> Intent {
         return ShowNote{f.id("note"), f.truth_or("held_ok", false), f.key_or_empty("version")};
     }},
    {"review",
     [](Fields& f) -> Intent {
         ReviewNotes review;
         review.notes = f.ids("notes", most_listed);
         const auto* how = std::find(review_names.begin(), review_names.end(), f.key("how"));
         if (how == review_names.end()) {
             f.refuse(Code::bad_input, "how");
         } else {
             review.how = static_cast<Review>(how - review_names.begin());
         }
         review.versions = f.keys_or_none("versions", most_listed);
         if (!review.versions.empty() && review.versions.size() != review.notes.size()) {
             f.refuse(Code::bad_input, "versions");
         }
         return review;
     }},
    {"fix",
     [](Fields& f) -> Intent {
         FixNote fix{f.id("note"), {}, read_shows(f)};
         if (f.has("text") || !fix.shows) fix.text = f.text("text", most_field_graphemes, false, true);
         return fix;
     }},
    {"merge",
     [](Fields& f) -> Intent {
         return MergeNotes{f.id("note"), f.id("into"), f.key_or_empty("version")};
     }},
    {"cluster",
     [](Fields& f) -> Intent {
         return NameCluster{f.text("name", most_cluster_graphemes), f.id_or_none("cluster")};
     }},
    {"sort",
     [](Fields& f) -> Intent {
         return SortNote{f.id("note"), f.id_or_none("cluster")};
     }},
    {"move_cluster",
     [](Fields& f) -> Intent {
         return MoveCluster{f.id("cluster"), f.id_or_none("before")};
     }},
    {"join_clusters",
     [](Fields& f) -> Intent {
         return JoinClusters{f.id("cluster"), f.id("into")};
     }},
    {"remove_cluster",
     [](Fields& f) -> Intent {
         return RemoveCluster{f.id("cluster"), f.truth_or("undo", false)};
     }},
    {"blank", [](Fields& f) -> Intent { return Blank{f.truth("on")}; }},
    {"freeze", [](Fields& f) -> Intent { return FreezePicture{f.truth("on")}; }},
    {"lock", [](Fields& f) -> Intent { return LockTablets{f.truth("on")}; }},
    {"message", [](Fields& f) -> Intent { return TellTablets{f.text("text", most_note_graphemes, true)}; }},
    {"moderation", [](Fields& f) -> Intent { return Moderation{f.truth("on")}; }},
    {"mute",
     [](Fields& f) -> Intent {
         return MuteSeat{f.id("seat"), f.truth("on")};
     }},
    {"use",
     [](Fields& f) -> Intent {
         const auto use = parse_use(f.key("use"));
         if (!use) f.refuse(Code::bad_input, "use");
         return UseSeat{f.id("seat"), use.value_or(SeatUse::one)};
     }},
    {"groups", [](Fields& f) -> Intent { return read_groups(f); }},
    {"table",
     [](Fields& f) -> Intent {
         return SeatAt{f.id("seat"), read_table(f)};
     }},
    {"new_ballot",
     [](Fields& f) -> Intent {
         return NewBallot{f.id("poll"), f.id("seat")};
     }},
    {"make_codes", [](Fields& f) -> Intent { return MakeCodes{static_cast<int>(f.whole("count", 1, most_codes))}; }},
    {"end", [](Fields& f) -> Intent { return EndSession{f.truth_or("hidden_ok", false)}; }},
    {"write",
     [](Fields& f) -> Intent {
         return WriteNote{f.key("block"), f.text("text", most_note_graphemes), f.key_or_empty("group"),
                          f.colour_or_empty("colour")};
     }},
    {"colour",
     [](Fields& f) -> Intent {
         ColourNote wish{f.id("note"), f.colour_or_empty("colour")};
         if (wish.colour.empty()) f.refuse(Code::bad_input, "colour");
         return wish;
     }},
    {"move",
     [](Fields& f) -> Intent {
         return MoveNote{f.id("note"), f.key_or_empty("group"), f.id_or_none("before")};
     }},
    {"undo_last", [](Fields& f) -> Intent { return UndoLast{f.truth_or("redo", false)}; }},
    {"move_idea",
     [](Fields& f) -> Intent {
         MoveIdea move{f.id("idea"), f.key("to"), {}};
         if (f.has("fields")) move.fields = read_form_fields(f);
         return move;
     }},
    {"fill_idea",
     [](Fields& f) -> Intent {
         FillIdea fill;
         fill.idea = f.id("idea");
         fill.fields = read_form_fields(f);
         return fill;
     }},
    {"add_idea", [](Fields& f) -> Intent { return AddIdea{read_form_fields(f)}; }},
    {"boards", [](Fields& f) -> Intent { return read_boards(f); }},
    {"rounds", [](Fields& f) -> Intent { return read_rounds(f); }},
    {"field", [](Fields& f) -> Intent { return LeadField{read_field(f)}; }},
    {"read_register", [](Fields& f) -> Intent { return ReadRegister{f.key_or_empty("lang")}; }},
}};

template <std::size_t count>
std::optional<Intent> read_deed(const std::array<Deed, count>& deeds, std::string_view name, Fields& fields) {
    for (const auto& deed : deeds) {
        if (deed.name == name) return deed.read(fields);
    }
    return std::nullopt;
}

}  // namespace

std::string_view use_name(SeatUse use) {
    return use_names[static_cast<std::size_t>(use)];
}

std::optional<SeatUse> parse_use(std::string_view name) {
    const auto* found = std::find(use_names.begin(), use_names.end(), name);
    if (found == use_names.end()) return std::nullopt;
    return static_cast<SeatUse>(found - use_names.begin());
}

std::string_view seating_name(Seating how) {
    return seating_names[static_cast<std::size_t>(how)];
}

std::optional<Seating> parse_seating(std::string_view name) {
    const auto* found = std::find(seating_names.begin(), seating_names.end(), name);
    if (found == seating_names.end()) return std::nullopt;
    return static_cast<Seating>(found - seating_names.begin());
}

bool is_trainers(const Intent& intent) {
    // The alternatives stand in the order of the header: the tablets' first.
    static_assert(std::is_same_v<std::variant_alternative_t<16, Wish>, UseField>);
    static_assert(std::is_same_v<std::variant_alternative_t<17, Wish>, GoNext>);
    return intent.index() > 16;
}

namespace {

/// Where an alternative stands among the wishes.
template <class Deed, std::size_t at = 0>
constexpr std::size_t place_of() {
    if constexpr (std::is_same_v<std::variant_alternative_t<at, Wish>, Deed>) {
        return at;
    } else {
        return place_of<Deed, at + 1>();
    }
}

}  // namespace

bool is_registers(const Intent& intent) {
    // Those on free boards stand together.
    if (intent.index() >= place_of<MakeBoard>() && intent.index() <= place_of<PutImage>()) return true;
    return intent.index() >= place_of<MoveIdea>() && intent.index() <= place_of<AddIdea>();
}

std::optional<Intent> read_tablets_deed(std::string_view type, Fields& fields) {
    return read_deed(tablets_deeds, type, fields);
}

std::optional<Intent> read_trainers_deed(Fields& fields) {
    const auto what = fields.key("what");
    if (fields.fault()) return std::nullopt;
    return read_deed(trainers_deeds, what, fields);
}

}  // namespace intents
