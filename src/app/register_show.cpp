#include <boost/json.hpp>
#include <cstdio>
#include <map>

#include "app/cli.hpp"
#include "app/cli_register.hpp"
#include "app/kept_poll.hpp"
#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "base/text.hpp"
#include "model/schema.hpp"
#include "registrar/followers.hpp"
#include "views/poll_form.hpp"

namespace app {
namespace {

using base::tr;
namespace json = boost::json;

/// One line of the idea's history: what was done, by whom, and which of its fields were touched.
struct HistoryLine {
    std::int64_t at_ms = 0;
    std::string author;
    std::string label;
    std::string from;  // states, when it moved
    std::string to;
    std::vector<std::string> fields;  // columns
};

std::vector<HistoryLine> to_history(const std::vector<model::Change>& changes, const base::Id& idea) {
    std::vector<HistoryLine> lines;
    std::string state;
    for (const auto& change : changes) {
        HistoryLine line;
        line.at_ms = change.at_ms;
        line.author = change.author;
        line.label = change.label;
        for (const auto& fact : change.facts) {
            if (fact.entity != idea) continue;
            line.fields.push_back(fact.field);
            if (fact.field != "idea.state" || fact.erased) continue;
            line.from = state;
            line.to = model::text_of(fact.value);
            state = line.to;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string text_at(const json::object& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    if (found == nullptr || found->is_null()) return {};
    return found->is_string() ? json::value_to<std::string>(*found) : json::serialize(*found);
}

void print_field(const std::string& label, const std::string& text) {
    if (!text.empty()) std::printf("  %s: %s\n", label.c_str(), text.c_str());
}

void print_texts(const ideas::IdeaCard& card) {
    for (const auto& field : model::find_kind("idea")->fields) {
        const auto column = std::string(field.column());
        if (field.type != model::FieldType::text || column == "state" || column == "title" || column == "number") {
            continue;
        }
        auto text = card.text(column);
        if (column == "giver_category") text = named("idea.giver.", text);
        if (column == "outcome") text = named("idea.outcome.", text);
        if (column == "path") text = named("idea.path.", text);
        print_field(tr("register.field." + column), text);
    }
}

void print_picture(const ideas::IdeaCard& card) {
    const auto picture = json_field(card, "picture");
    if (!picture.is_object()) return;
    std::printf("\n%s\n", tr("register.show.picture").c_str());
    for (const auto dimension : ideas::picture_dimensions) {
        const auto* found = picture.as_object().if_contains(dimension);
        if (found == nullptr || !found->is_object()) continue;
        const auto& object = found->as_object();
        const auto value = text_at(object, "value");
        const auto shown = value.empty() ? tr("register.show.unknown") : value + "/4";
        auto note = text_at(object, "note");
        if (const auto based_on = text_at(object, "based_on"); !based_on.empty()) note += " (" + based_on + ")";
        if (!note.empty()) note.insert(0, ". ");
        note.insert(0, shown);
        print_field(named("idea.dimension.", std::string(dimension)), note);
    }
}

/// A JSON field of named texts, in the order given.
void print_members(const ideas::IdeaCard& card, std::string_view column, const std::string& heading,
                   const std::string& prefix, std::initializer_list<const char*> keys) {
    const auto value = json_field(card, column);
    if (!value.is_object()) return;
    std::printf("\n%s\n", tr(heading).c_str());
    for (const char* key : keys) {
        auto text = text_at(value.as_object(), key);
        if (std::string_view(key) == "met") text = named("idea.met.", text);
        print_field(tr(prefix + key), text);
    }
}

void print_follow_up(const ideas::IdeaCard& card) {
    const auto list = json_field(card, "follow_up");
    if (!list.is_array() || list.as_array().empty()) return;
    std::printf("\n%s\n", tr("register.show.follow_up").c_str());
    for (const auto& item : list.as_array()) {
        if (item.is_object()) print_field(text_at(item.as_object(), "after"), text_at(item.as_object(), "text"));
    }
}

/// What stands with the vote: criterion → its words on the ballot, and the level of trust. Empty when those are erased,
/// or the vote is not here.
struct VoteWords {
    std::map<std::string, std::string, std::less<>> criteria;
    std::string trust;  // how far it can be trusted; empty for an open one
};

base::Result<VoteWords> read_vote_words(store::Reader& reader, const ideas::IdeaCard& card) {
    VoteWords words;
    const auto origin = json_field(card, "origin");
    const auto* poll = origin.is_object() ? origin.as_object().if_contains("poll") : nullptr;
    if (poll == nullptr || !poll->is_object()) return words;
    const auto id = base::parse_id(text_at(poll->as_object(), "id"));
    if (!id) return words;
    model::Cells cells;
    IR_TRY(auto fields, reader.read_entity(*id));
    cells.put(*id, std::move(fields));
    const auto form = views::read_poll_form(cells, *id);
    if (!form) return words;
    for (const auto& criterion : form->criteria) words.criteria[criterion.id] = criterion.label;
    words.trust = told_trust(*form, 0, cells.number(*id, "poll.eligible"));
    return words;
}

void print_vote(const json::object& poll, const VoteWords& words) {
    const auto method = named("wall.method.", text_at(poll, "method"));
    const auto rank = text_at(poll, "rank");
    const auto votes = text_at(poll, "votes");
    const auto supporters = text_at(poll, "supporters");
    const auto voters = text_at(poll, "voters");
    const auto eligible = text_at(poll, "eligible");
    // Orders and comparisons give places, not votes.
    const bool counts_votes = votes != "0" || supporters != "0";
    std::printf("  %s\n",
                tr(counts_votes ? "register.show.vote" : "register.show.vote_place", {{"method", method},
                                                                                      {"rank", rank},
                                                                                      {"votes", votes},
                                                                                      {"supporters", supporters},
                                                                                      {"voters", voters},
                                                                                      {"eligible", eligible}})
                    .c_str());
    if (poll.contains("abstained")) {
        std::printf("    %s\n", tr("register.show.abstained", {{"count", text_at(poll, "abstained")}}).c_str());
    }
    if (!words.trust.empty()) std::printf("    %s\n", words.trust.c_str());
    const auto* by = poll.if_contains("by");
    if (by == nullptr || !by->is_object() || by->as_object().empty()) return;
    std::string parts;
    for (const auto& [criterion, count] : by->as_object()) {
        const auto known = words.criteria.find(std::string_view(criterion));
        const auto word = known == words.criteria.end() ? std::string(criterion) : known->second;
        parts += (parts.empty() ? "" : ", ") + word + " " + json::serialize(count);
    }
    std::printf("    %s\n", tr("register.show.vote_by", {{"parts", parts}}).c_str());
}

void print_origin(const ideas::IdeaCard& card, const VoteWords& words) {
    const auto origin = json_field(card, "origin");
    if (!origin.is_object()) return;
    const auto& object = origin.as_object();
    std::printf("\n%s\n", tr("register.show.origin").c_str());
    if (const auto* import = object.if_contains("import"); import != nullptr && import->is_object()) {
        const auto list = text_at(import->as_object(), "list");
        const auto line = text_at(import->as_object(), "line");
        std::printf("  %s\n", tr("register.show.imported", {{"list", list}, {"line", line}}).c_str());
    }
    if (const auto session = text_at(object, "session_title"); !session.empty()) {
        const auto block = text_at(object, "block_title");
        std::printf("  %s\n", tr("register.show.in_session", {{"session", session}, {"block", block}}).c_str());
    }
    if (const auto* poll = object.if_contains("poll"); poll != nullptr && poll->is_object()) {
        print_vote(poll->as_object(), words);
    }
    const auto* links = object.if_contains("links");
    if (links == nullptr || !links->is_array()) return;
    for (const auto& link : links->as_array()) {
        if (!link.is_object()) continue;
        print_field(named("register.link.", text_at(link.as_object(), "kind")), text_at(link.as_object(), "text"));
    }
}

void print_photo(const ideas::IdeaCard& card) {
    const auto hash = card.text("photo_blob");
    if (hash.empty()) return;
    const auto shows = card.text("photo_shows");
    const auto file = tr("register.show.photo_file", {{"hash", hash}});
    print_field(tr("register.show.photo"), shows.empty() ? file : shows + " (" + file + ")");
}

void print_followers(const std::vector<views::FollowerView>& followers) {
    if (followers.empty()) return;
    std::printf("\n%s\n", base::tr_n("wall.followers.to_tell", static_cast<std::int64_t>(followers.size())).c_str());
    for (const auto& follower : followers) {
        std::printf("  %s (%s, %s)\n", base::tidy(follower.contact).c_str(), follower.language.c_str(),
                    base::to_local_date(follower.at_ms).c_str());
    }
}

void print_history(const std::vector<HistoryLine>& lines) {
    std::printf("\n%s\n", tr("register.show.history").c_str());
    for (const auto& line : lines) {
        const auto author = named("journal.log.author.", line.author);
        std::string what = named("", line.label);
        if (!line.to.empty()) {
            what += ": " + (line.from.empty() ? "" : named("idea.state.", line.from) + " → ") +
                    named("idea.state.", line.to);
        }
        std::printf("  %s %s  %s · %s\n", base::to_local_date(line.at_ms).c_str(),
                    base::to_local_time(line.at_ms).c_str(), what.c_str(), author.c_str());
    }
}

void print_card(const ideas::IdeaCard& card, const VoteWords& words, const std::vector<HistoryLine>& history,
                const std::vector<views::FollowerView>& followers) {
    const auto number = card.number.empty() ? tr("register.no_number") : card.number;
    std::printf("%s  %s\n", number.c_str(), base::tidy(card.title).c_str());
    const auto state = tr(ideas::state_text_key(card.state));
    if (card.state_at_ms != 0) {
        const auto date = base::to_local_date(card.state_at_ms);
        std::printf("%s", tr("register.show.state_since", {{"state", state}, {"date", date}}).c_str());
    } else {
        std::printf("%s", state.c_str());
    }
    if (card.received_at_ms != 0) {
        const auto date = base::to_local_date(card.received_at_ms);
        std::printf(" · %s", tr("register.show.received", {{"date", date}}).c_str());
    }
    std::printf("\n%s\n\n", card.id.text().c_str());
    print_texts(card);
    print_photo(card);
    print_picture(card);
    print_members(card, "test", "register.show.test", "register.test.",
                  {"hypothesis", "measure", "baseline", "threshold", "n", "period", "place", "stop_rule", "ethics",
                   "personal_data", "result", "met", "deviations", "learning"});
    print_members(card, "decision", "register.show.decision", "register.decision.",
                  {"decision", "reason", "date", "decider", "diary_number"});
    print_follow_up(card);
    print_origin(card, words);
    print_followers(followers);
    print_history(history);
}

void print_json(const ideas::IdeaCard& card, const std::vector<HistoryLine>& history,
                const std::vector<views::FollowerView>& followers) {
    json::array lines;
    for (const auto& line : history) {
        json::array fields;
        for (const auto& field : line.fields) fields.emplace_back(field);
        json::object out{{"at", base::to_iso_utc(line.at_ms)},
                         {"author", line.author},
                         {"label", line.label},
                         {"fields", std::move(fields)}};
        if (!line.to.empty()) {
            out["from"] = line.from.empty() ? json::value(nullptr) : json::value(json::string(line.from));
            out["to"] = line.to;
        }
        lines.push_back(std::move(out));
    }
    auto whole = to_json(card, true);
    whole["history"] = std::move(lines);
    json::array waiting;
    for (const auto& follower : followers) {
        waiting.push_back(
            {{"contact", follower.contact}, {"language", follower.language}, {"at", base::to_iso_utc(follower.at_ms)}});
    }
    if (!waiting.empty()) whole["followers"] = std::move(waiting);
    std::printf("%s\n", json::serialize(whole).c_str());
}

base::Done show(const RegisterWish& wish) {
    IR_TRY(auto reader, open_register(wish.file));
    IR_TRY(const auto cards, read_cards(reader));
    IR_TRY(const auto card, find_card(cards, wish.idea));
    IR_TRY(const auto changes, reader.read_history(card.id));
    const auto history = to_history(changes, card.id);
    IR_TRY(const auto words, read_vote_words(reader, card));
    IR_TRY(const auto followers, registrar::read_followers(reader, card.id));
    if (wish.json) {
        print_json(card, history, followers);
    } else {
        print_card(card, words, history, followers);
    }
    return {};
}

}  // namespace

void show_idea(const RegisterWish& wish) {
    if (const auto done = show(wish); !done) refused(done.error());
}

}  // namespace app
