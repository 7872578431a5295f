#include <algorithm>
#include <boost/json.hpp>

#include "app/demo_story.hpp"
#include "base/clock.hpp"
#include "register/life_cycle.hpp"

namespace app {
namespace {

namespace json = boost::json;
using ideas::State;
constexpr std::int64_t hour_ms = 60LL * 60 * 1000;

/// Days from receipt to each state, where the content does not say.
int usual_days(State state) {
    switch (state) {
        case State::dialogue:
            return 10;
        case State::assessed:
            return 26;
        case State::developing:
            return 40;
        case State::test_planned:
            return 55;
        case State::testing:
            return 68;
        case State::evaluated:
            return 108;
        case State::decision:
            return 120;
        case State::implementing:
            return 150;
        case State::implemented:
            return 210;
        default:
            return 0;
    }
}

/// Who takes an idea into the state (domain 3.1).
std::string mover_of(State state) {
    switch (state) {
        case State::assessed:
            return "assessors";
        case State::developing:
        case State::testing:
        case State::evaluated:
            return "coach";
        case State::test_planned:
            return "unit_manager";
        case State::implementing:
            return "steering_group";
        case State::implemented:
            return "owner";
        default:
            return "project_worker";
    }
}

/// An object with its keys sorted, members without content left out.
std::string sorted_json(const json::object& object, std::initializer_list<std::string_view> without = {}) {
    std::vector<std::string> keys;
    for (const auto& [key, value] : object) {
        if (std::find(without.begin(), without.end(), std::string_view(key)) == without.end()) {
            keys.emplace_back(key);
        }
    }
    std::sort(keys.begin(), keys.end());
    json::object sorted;
    for (const auto& key : keys) {
        const auto& value = object.at(key);
        sorted[key] = value.is_object() ? json::parse(sorted_json(value.as_object())) : value;
    }
    return json::serialize(sorted);
}

const json::object* object_at(const json::object& content, std::string_view key) {
    const auto* found = content.if_contains(key);
    return found != nullptr && found->is_object() ? &found->as_object() : nullptr;
}

/// The life of one idea, step by step.
class Life {
  public:
    Life(DemoStory& story, const base::Id& idea, const json::object& content, std::int64_t received_at)
        : story_(story),
          idea_(idea),
          content_(content),
          received_at_(received_at),
          target_(ideas::parse_state(content_text(content, "state")).value_or(State::received)),
          until_(target_),
          last_(received_at) {
        if (const auto from = ideas::parse_state(content_text(content, "from"))) until_ = *from;
        const std::int64_t whole_days = (story_.now_ms() - received_at_) / base::day_ms;
        const auto days = static_cast<double>(whole_days);
        const double usual = usual_days(until_) + (until_ == target_ ? 0 : 14);
        pace_ = usual > days - 2 ? std::max(0.0, days - 2) / usual : 1.0;
    }

    void tell() {
        if (const auto* at = object_at(content_, "at"); at != nullptr && at->contains("contact")) {
            auto& contact = story_.at(moment(static_cast<int>(content_number(*at, "contact"))), "project_worker",
                                      "change.fill_idea");
            contact.set(idea_, "idea.next_meeting", "Möte med idégivaren är bokat");
        }
        for (const auto state : chain()) enter(state);
        if (target_ == State::parked) park();
        if (target_ == State::closed) close();
        follow_up();
    }

  private:
    /// The states between received and where it got to. Without a test it goes from developing to decision.
    std::vector<State> chain() const {
        std::vector<State> states;
        for (const auto state : ideas::all_states) {
            const bool tested = state >= State::test_planned && state <= State::evaluated;
            if (state <= State::received || state > until_ || state >= State::parked) continue;
            if (tested && object_at(content_, "test") == nullptr) continue;
            states.push_back(state);
        }
        return states;
    }

    /// Its moment on a working day, never before the step before.
    std::int64_t moment(int days) {
        const auto* at = object_at(content_, "at");
        const double after = at != nullptr ? days : days * pace_;
        const auto wished = received_at_ + static_cast<std::int64_t>(after) * base::day_ms;
        const auto ago = static_cast<int>((story_.now_ms() - wished) / base::day_ms);
        last_ = std::max(story_.day(std::max(ago, 0), 9 + static_cast<int>(idea_.bytes[15] % 6), idea_.bytes[14] % 60),
                         last_ + 2 * hour_ms);
        return last_;
    }
    int days_to(State state) const {
        const auto* at = object_at(content_, "at");
        if (at == nullptr) return usual_days(state);
        return static_cast<int>(content_number(*at, ideas::state_name(state), usual_days(state)));
    }

    void put(model::Draft& draft, std::string_view field, std::string_view key) {
        if (const auto text = content_text(content_, key); !text.empty()) draft.set(idea_, field, text);
    }
    void put_json(model::Draft& draft, std::string_view field, std::string_view key,
                  std::initializer_list<std::string_view> without = {}) {
        if (const auto* object = object_at(content_, key)) draft.set(idea_, field, sorted_json(*object, without));
    }

    /// What has been found out before the idea is taken into the state.
    void fill(model::Draft& draft, State state) {
        switch (state) {
            case State::dialogue:
                put(draft, "idea.for_whom", "for_whom");
                put(draft, "idea.need", "need");
                put(draft, "idea.coach_role", "coach");
                put(draft, "idea.next_meeting", "meeting");
                break;
            case State::assessed:
                put_json(draft, "idea.picture", "picture");
                draft.unset(idea_, "idea.next_meeting");
                break;
            case State::developing:
                put(draft, "idea.path", "path");
                put_insight(draft);
                break;
            case State::test_planned:
                put(draft, "idea.how_it_works", "how_it_works");
                put(draft, "idea.uncertainty", "uncertainty");
                put(draft, "idea.difference", "difference");
                put_json(draft, "idea.test", "test", {"result", "met", "deviations"});
                break;
            case State::evaluated:
                put_json(draft, "idea.test", "test");
                break;
            case State::decision:
                put(draft, "idea.how_it_works", "how_it_works");
                put(draft, "idea.uncertainty", "uncertainty");
                put(draft, "idea.difference", "difference");
                put(draft, "idea.learning", "learning");
                break;
            case State::implementing:
                put(draft, "idea.owner_role", "owner");
                draft.set(idea_, "idea.follow_up", R"([{"after":"3 månader","text":"Planerad"}])");
                break;
            default:
                break;
        }
    }

    void put_insight(model::Draft& draft) {
        const auto insight = content_text(content_, "insight");
        if (insight.empty()) return;
        draft.set(idea_, "idea.links",
                  json::serialize(json::array{json::object{{"id", ""}, {"kind", "insight"}, {"text", insight}}}));
    }
    /// The decision stands the same day, and the giver is told three days later (domain 3.6: within ten).
    void decide(std::int64_t at) {
        const auto* decision = object_at(content_, "decision");
        if (decision == nullptr) return;
        auto dated = *decision;
        dated["date"] = base::to_local_date(at);
        story_.at(at + hour_ms / 2, "steering_group", "change.fill_idea")
            .set(idea_, "idea.decision", sorted_json(dated));
        if (target_ == State::closed) return;
        put(story_.at(at + 3 * base::day_ms, "project_worker", "change.fill_idea"), "idea.feedback", "feedback");
    }

    void enter(State state) {
        const auto at = moment(days_to(state));
        auto& filled = story_.at(at - hour_ms, mover_of(state) == "steering_group" ? "project_worker" : mover_of(state),
                                 "change.fill_idea");
        fill(filled, state);
        // While a test runs, its card says what has happened on the way.
        if (state == State::testing && until_ == State::testing) {
            auto& on_the_way = story_.at(at + 7 * base::day_ms, "coach", "change.fill_idea");
            put_json(on_the_way, "idea.test", "test", {"result", "met"});
        }
        auto& advanced = advance(state, at);
        if (state == State::developing) put(advanced, "idea.state_reason", "motivation");
        // What the evaluation shows is known before it goes to decision.
        if (state == State::evaluated) put(advanced, "idea.learning", "learning");
        if (state == State::decision) decide(at);
        if (state == State::implemented) implemented_at_ = at;
    }

    model::Draft& advance(State state, std::int64_t at) {
        auto& draft = story_.at(at, mover_of(state), "change.advance_idea");
        draft.set(idea_, "idea.state", ideas::state_name(state));
        draft.set(idea_, "idea.state_at", std::min(at, story_.now_ms()));
        return draft;
    }

    void park() {
        auto& draft = advance(State::parked, moment(usual_days(until_) + 14));
        put(draft, "idea.state_reason", "reason");
        const auto review = static_cast<int>(content_number(content_, "review_in_days", 30));
        draft.set(idea_, "idea.review_date", story_.date_after(review));
    }

    void close() {
        const auto at = moment(usual_days(until_) + 14);
        auto& filled = story_.at(at - hour_ms, "project_worker", "change.fill_idea");
        put(filled, "idea.coach_role", "coach");
        put(filled, "idea.learning", "learning");
        put(filled, "idea.feedback", "feedback");
        auto& draft = advance(State::closed, at);
        put(draft, "idea.outcome", "outcome");
    }

    void follow_up() {
        const auto* list = content_.if_contains("follow_up");
        if (list == nullptr || until_ < State::implemented) return;
        put(story_.at(implemented_at_ + 2 * base::day_ms, "project_worker", "change.fill_idea"), "idea.feedback",
            "closing_feedback");
        auto& draft = story_.at(implemented_at_ + 90 * base::day_ms, "owner", "change.fill_idea");
        json::array sorted;
        for (const auto& item : list->as_array()) sorted.push_back(json::parse(sorted_json(item.as_object())));
        draft.set(idea_, "idea.follow_up", json::serialize(sorted));
    }

    DemoStory& story_;
    base::Id idea_;
    const json::object& content_;
    std::int64_t received_at_;
    State target_;
    State until_;  // the last of the chain: where it was parked or closed from, else the target
    double pace_ = 1;
    std::int64_t last_;
    std::int64_t implemented_at_ = 0;
};

}  // namespace

void tell_life(DemoStory& story, const base::Id& idea, const json::object& content, std::int64_t received_at) {
    Life(story, idea, content, received_at).tell();
}

void tell_idea(DemoStory& story, const json::object& content, std::vector<DemoReceipt>& receipts) {
    const auto days = static_cast<int>(content_number(content, "days"));
    const auto title = content_text(content, "title");
    const auto at =
        story.day(days, 8 + static_cast<int>(story.random_below(9)), static_cast<int>(story.random_below(60)));
    const auto id = story.new_id(at, title);
    const bool is_draft = content_text(content, "state") == "draft";
    auto& draft = story.at(at, "host", is_draft ? "change.fill_idea" : "change.receive_ideas");
    draft.set(id, "idea.title", title);
    for (const char* key : {"description", "area", "unit"}) {
        draft.set(id, std::string("idea.") + key, content_text(content, key));
    }
    draft.set(id, "idea.giver_category", content_text(content, "giver"));
    draft.set(id, "idea.state", is_draft ? "draft" : "received");
    draft.set(id, "idea.state_at", at);
    if (is_draft) return;
    draft.set(id, "idea.received_at", at);
    receipts.push_back({id, at});
    tell_life(story, id, content, at);
}

}  // namespace app
