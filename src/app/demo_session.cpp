#include <algorithm>
#include <boost/json.hpp>

#include "app/demo_story.hpp"
#include "app/demo_votes.hpp"
#include "methods/order_key.hpp"
#include "methods/timer.hpp"
#include "model/schema.hpp"

namespace app {
namespace {

namespace json = boost::json;

/// One workshop, told block by block as its clock goes.
class Telling {
  public:
    Telling(DemoStory& story, const json::object& session, const json::object& persona, const json::object& fixture,
            std::vector<DemoReceipt>& receipts)
        : story_(story), content_(session), persona_(persona), fixture_(fixture), receipts_(receipts) {
        at_ = session_start(story, session);
        people_ = static_cast<int>(content_number(session, "people"));
        session_ = story.new_id(at_, content_text(session, "key"));
    }

    void tell() {
        start();
        for (const auto& block : content_.at("blocks").as_array()) tell_block(block.as_object());
        receive();
        auto& end = story_.at(at_, "trainer", "change.end_session");
        end.set(session_, "session.ended_at", at_);
        for (std::size_t i = 0; i < ideas_.size(); ++i) {
            const auto& idea = idea_content(i);
            if (!is_received(i)) continue;
            tell_life(story_, ideas_[i].id, idea, received_at_);
        }
    }

  private:
    const json::object& idea_content(std::size_t index) const {
        const auto& idea = content_.at("ideas").as_array()[index].as_object();
        return content_text(idea, "state") == "fixture" ? fixture_ : idea;
    }
    bool is_received(std::size_t index) const {
        const auto& idea = content_.at("ideas").as_array()[index].as_object();
        return content_text(idea, "state") != "draft";
    }

    void start() {
        auto& draft = story_.at(at_, "host", "change.start_session");
        draft.set(session_, "session.title", content_text(content_, "title"));
        draft.set(session_, "session.course", content_text(content_, "course"));
        draft.set(session_, "session.place", content_text(content_, "place"));
        draft.set(session_, "session.language", "sv");
        draft.set(session_, "session.moderation", "on");
        draft.set(session_, "session.planned_start", at_);
        draft.set(session_, "session.started_at", at_);
        const auto persona = story_.new_id(at_ + 1, "persona");
        draft.set(persona, "persona.session", session_);
        for (const char* key : {"name", "description", "quote"}) {
            draft.set(persona, std::string("persona.") + key, content_text(persona_, key));
        }
        persona_id_ = persona;
    }

    void tell_block(const json::object& block) {
        block_ = content_text(block, "id");
        block_title_ = content_text(block, "title");
        const auto run = base::derived_id("block", {session_.span(), base::as_bytes(block_)});
        const auto planned = content_number(block, "minutes");
        const auto end = at_ + content_number(block, "took", planned) * base::minute_ms;
        methods::Timer timer;
        timer.planned_ms = planned * base::minute_ms;
        timer = methods::started(timer, at_);
        auto& enter = story_.at(at_, "trainer", "change.enter_block");
        enter.set(session_, "session.block", block_);
        enter.set(run, "block.session", session_);
        enter.set(run, "block.course_block", block_);
        enter.set(run, "block.title", block_title_);
        enter.set(run, "block.planned_min", planned);
        enter.set(run, "block.started_at", at_);
        enter.set(run, "block.phase", "intro");
        enter.set(run, "block.clock", methods::to_json(timer));
        tell_notes(block, end);
        if (block.contains("ideas") || block_ == "tre-prickar") tell_ideas();
        if (block_ == "sortera") merge_duplicates();
        if (block.contains("cards")) fill_cards(end);
        if (const auto* polls = block.if_contains("polls")) {
            auto opens = at_ + (end - at_) * 2 / 5;
            for (const auto& poll : polls->as_array()) {
                tell_poll(poll.as_object(), opens, opens + (end - at_) / 5);
                opens += (end - at_) / 4;
            }
        }
        auto& leave = story_.at(end, "trainer", "change.set_phase");
        leave.set(run, "block.phase", "closed");
        leave.set(run, "block.ended_at", end);
        leave.set(run, "block.clock", methods::to_json(methods::paused(timer, end)));
        at_ = end;
    }

    DemoOption add_note(std::int64_t at, const std::string& type, const std::string& text, const std::string& group) {
        const auto note = story_.new_id(at, text);
        order_ = methods::key_between(order_, "").value_or(std::string(methods::first_order_key));
        auto& draft = story_.at(at, "seat", "change.add_note");
        draft.set(note, "note.session", session_);
        draft.set(note, "note.block", block_);
        draft.set(note, "note.type", type);
        draft.set(note, "note.text", text);
        if (!group.empty()) draft.set(note, "note.group", group);
        draft.set(note, "note.language", "sv");
        draft.set(note, "note.source", "tablet");
        draft.set(note, "note.order", order_);
        draft.set(note, "note.written_at", at);
        if (type == "idea") {
            draft.set(note, "idea.title", text);
            draft.set(note, "idea.state", "draft");
            draft.set(note, "idea.state_at", at);
            draft.set(note, "idea.giver_category", "workshop");
        }
        return {note, text, group, 0};
    }

    void tell_notes(const json::object& block, std::int64_t end) {
        std::vector<const json::object*> lists;
        if (const auto* notes = block.if_contains("notes")) lists.push_back(&notes->as_object());
        if (const auto* more = block.if_contains("more")) {
            for (const auto& list : more->as_array()) lists.push_back(&list.as_object());
        }
        auto at = at_ + 2 * base::minute_ms;
        for (const auto* list : lists) {
            const auto type = content_text(*list, "type");
            for (const auto& text : list->at("texts").as_array()) {
                at = std::min(at + 20000 + story_.random_below(30000), end - 1000);
                const auto note = add_note(at, type, json::value_to<std::string>(text), content_text(*list, "group"));
                if (type == "hmw") hmw_.push_back(note);
            }
        }
        if (const auto* steps = block.if_contains("steps")) {
            for (const auto& step : steps->as_array()) {
                at += 15000 + story_.random_below(20000);
                steps_.push_back(add_note(at, "step", json::value_to<std::string>(step.at(1)),
                                          json::value_to<std::string>(step.at(0))));
                steps_.back().mood = step.at(2).as_int64();
            }
        }
        if (const auto* clusters = block.if_contains("clusters")) {
            for (const auto& name : clusters->as_array()) {
                at = std::min(at + 60000, end - 500);
                auto& draft = story_.at(at, "trainer", "change.cluster");
                const auto cluster = story_.new_id(at, json::value_to<std::string>(name));
                draft.set(cluster, "cluster.session", session_);
                draft.set(cluster, "cluster.block", block_);
                draft.set(cluster, "cluster.name", json::value_to<std::string>(name));
            }
        }
    }

    /// The ideas of the session, once: in the block of silent writing, or before a vote that stands alone.
    void tell_ideas() {
        if (!ideas_.empty()) return;
        const auto* hmw_of = content_.if_contains("hmw_of");
        auto at = at_ + base::minute_ms;
        for (std::size_t i = 0; i < content_.at("ideas").as_array().size(); ++i) {
            at += 15000 + story_.random_below(30000);
            ideas_.push_back(add_note(at, "idea", content_text(idea_content(i), "title"), ""));
            if (hmw_of == nullptr) continue;
            auto& draft = story_.at(at + 1000, "trainer", "change.edit_note");
            const auto question = static_cast<std::size_t>(hmw_of->as_array()[i].as_int64());
            draft.set(ideas_[i].id, "note.hmw", hmw_.at(question).id);
        }
    }

    void merge_duplicates() {
        auto at = at_ + base::minute_ms;
        for (std::size_t i = 0; i < ideas_.size(); ++i) {
            const auto into = content_number(idea_content(i), "merged_into", -1);
            if (into < 0) continue;
            at += base::minute_ms;
            auto& draft = story_.at(at, "trainer", "change.merge_notes");
            const auto& target = ideas_.at(static_cast<std::size_t>(into)).id;
            draft.set(ideas_[i].id, "note.merged_into", target);
            draft.set(ideas_[i].id, "idea.merged_into", target);
            merged_.push_back(i);
        }
    }

    /// The groups write cards for the ideas that go on.
    void fill_cards(std::int64_t end) {
        for (std::size_t i = 0; i < ideas_.size(); ++i) {
            const auto& idea = idea_content(i);
            if (!idea.contains("next")) continue;
            auto& draft =
                story_.at(end - base::minute_ms * static_cast<std::int64_t>(1 + i), "seat", "change.fill_idea");
            const auto& next = idea.at("next").as_array();
            for (const char* key : {"for_whom", "uncertainty", "smallest_test"}) {
                if (const auto text = content_text(idea, key); !text.empty()) {
                    draft.set(ideas_[i].id, std::string("idea.") + key, text);
                }
            }
            draft.set(ideas_[i].id, "idea.next_step", json::value_to<std::string>(next[0]));
            draft.set(ideas_[i].id, "idea.next_step_who", json::value_to<std::string>(next[1]));
            const auto days_ago = static_cast<std::int64_t>(content_number(content_, "days"));
            draft.set(ideas_[i].id, "idea.next_step_when",
                      story_.date_after(static_cast<int>(next[2].as_int64() - days_ago)));
        }
    }

    std::vector<DemoOption> notes_of(const std::string& source) const {
        if (source == "step") return steps_;
        if (source != "ideas") return {};
        std::vector<DemoOption> notes;
        for (std::size_t i = 0; i < ideas_.size(); ++i) {
            if (std::find(merged_.begin(), merged_.end(), i) == merged_.end()) notes.push_back(ideas_[i]);
        }
        return notes;
    }

    void tell_poll(const json::object& content, std::int64_t opens, std::int64_t closes) {
        const auto notes = notes_of(content_text(content, "source"));
        const auto form = to_form(content, notes);
        const auto ballots = cast_ballots(story_, content, form, notes, people_);
        const auto poll = story_.new_id(opens, content_text(content, "question"));
        auto& open = story_.at(opens, "trainer", "change.open_poll");
        open.set(poll, "poll.session", session_);
        open.set(poll, "poll.block", block_);
        open.set(poll, "poll.question", content_text(content, "question"));
        open.set(poll, "poll.method", methods::method_name(form.rule.method));
        open.set(poll, "poll.params", views::params_json(form));
        open.set(poll, "poll.options", views::options_json(form));
        open.set(poll, "poll.round", std::int64_t{1});
        open.set(poll, "poll.state", "open");
        open.set(poll, "poll.opened_at", opens);
        auto& close = story_.at(closes, "trainer", "change.close_poll");
        close.set(poll, "poll.state", "closed");
        close.set(poll, "poll.closed_at", closes);
        close.set(poll, "poll.eligible", static_cast<std::int64_t>(people_));
        // One host wrote it; its tally is an entity of its own (invariant 25).
        const auto tally = model::tally_id(poll, 1, story_.node());
        std::int64_t count = 0;
        for (const auto& counted : ballots) count += counted.count;
        close.set(tally, "tally.poll", poll);
        close.set(tally, "tally.round", std::int64_t{1});
        close.set(tally, "tally.node", story_.node());
        close.set(tally, "tally.ballots", tally_json(ballots));
        close.set(tally, "tally.count", count);
        auto& reveal = story_.at(closes + 20000, "trainer", "change.reveal_poll");
        const auto outcome = methods::count_poll(form.rule, ballots, people_);
        reveal.set(poll, "poll.state", "revealed");
        reveal.set(poll, "poll.revealed_at", closes + 20000);
        reveal.set(poll, "poll.result", methods::to_json(outcome));
        if (content_text(content, "source") == "ideas") {
            vote_ = outcome;
            vote_id_ = poll;
            vote_question_ = content_text(content, "question");
            vote_block_ = block_;
            vote_block_title_ = block_title_;
            received_at_ = closes + 5 * base::minute_ms;
        } else if (content_text(content, "source") == "step") {
            for (const auto& winner : outcome.winners) worst_steps_.push_back(winner);
        }
    }

    views::Origin origin_of(const DemoOption& idea) const {
        views::Origin origin;
        origin.session = session_.text();
        origin.session_title = content_text(content_, "title");
        origin.block = vote_block_;
        origin.block_title = vote_block_title_;
        origin.poll = vote_id_.text();
        origin.method = methods::method_name(vote_.method);
        origin.question = vote_question_;
        origin.voters = vote_.voted;
        origin.eligible = vote_.eligible;
        for (const auto& row : vote_.rows) {
            if (row.option != idea.id.text()) continue;
            origin.votes = row.votes;
            origin.supporters = row.supporters;
            origin.rank = row.rank;
            origin.by = row.by;
        }
        origin.links.push_back({"persona", persona_id_.text(), content_text(persona_, "name")});
        for (const auto& step : steps_) {
            if (std::find(worst_steps_.begin(), worst_steps_.end(), step.id.text()) != worst_steps_.end()) {
                origin.links.push_back({"step", step.id.text(), step.text});
            }
        }
        return origin;
    }

    /// "Spara i registret", five minutes after the reveal.
    void receive() {
        auto& draft = story_.at(received_at_, "trainer", "change.receive_ideas");
        const auto* hmw_of = content_.if_contains("hmw_of");
        for (std::size_t i = 0; i < ideas_.size(); ++i) {
            if (!is_received(i)) continue;
            const auto& id = ideas_[i].id;
            auto origin = origin_of(ideas_[i]);
            if (hmw_of != nullptr) {
                const auto& question = hmw_.at(static_cast<std::size_t>(hmw_of->as_array()[i].as_int64()));
                origin.links.push_back({"hmw", question.id.text(), question.text});
            }
            draft.set(id, "idea.state", "received");
            draft.set(id, "idea.state_at", received_at_);
            draft.set(id, "idea.received_at", received_at_);
            draft.set(id, "idea.origin", views::to_json(origin));
            receipts_.push_back({id, received_at_});
            describe(id, idea_content(i));
        }
    }

    /// What the project worker adds the same day.
    void describe(const base::Id& id, const json::object& idea) {
        auto& draft = story_.at(received_at_ + 120 * base::minute_ms, "project_worker", "change.fill_idea");
        const auto put = [&](std::string_view field, const std::string& text, std::string_view otherwise) {
            draft.set(id, field, text.empty() ? std::string(otherwise) : text);
        };
        if (const auto text = content_text(idea, "description"); !text.empty()) draft.set(id, "idea.description", text);
        put("idea.giver_category", content_text(idea, "giver"), "workshop");
        put("idea.area", content_text(idea, "area"), "Föreningsliv");
        put("idea.unit", content_text(idea, "unit"), "Kultur och fritid");
    }

    DemoStory& story_;
    const json::object& content_;
    const json::object& persona_;
    const json::object& fixture_;
    std::vector<DemoReceipt>& receipts_;
    std::int64_t at_ = 0;  // the session's clock
    int people_ = 0;
    base::Id session_;
    base::Id persona_id_;
    std::string block_;
    std::string block_title_;
    std::string order_;
    std::vector<DemoOption> steps_;
    std::vector<DemoOption> hmw_;
    std::vector<DemoOption> ideas_;
    std::vector<std::size_t> merged_;
    std::vector<std::string> worst_steps_;
    methods::Outcome vote_;
    base::Id vote_id_;
    std::string vote_question_;
    std::string vote_block_;
    std::string vote_block_title_;
    std::int64_t received_at_ = 0;
};

}  // namespace

std::int64_t session_start(const DemoStory& story, const json::object& session) {
    const auto& start = session.at("start").as_array();
    return story.day(static_cast<int>(content_number(session, "days")), static_cast<int>(start[0].as_int64()),
                     static_cast<int>(start[1].as_int64()));
}

void tell_session(DemoStory& story, const json::object& session, const json::object& persona,
                  const json::object& fixture, std::vector<DemoReceipt>& receipts) {
    Telling(story, session, persona, fixture, receipts).tell();
}

}  // namespace app
