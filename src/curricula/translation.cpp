#include <algorithm>

#include "base/text.hpp"
#include "curricula/block.hpp"

namespace curricula {
namespace {

class Translator {
  public:
    Translator(MadeBlock& made, const BlockParts& translation, Report& report)
        : made_(made), swedish_(made.block.texts["sv"]), translation_(translation), report_(report) {}

    void translate() {
        text_ = translation_.text;
        text_.labels = swedish_.labels;
        compare_structure();
        take_labels(translation_.groups, made_.block.groups, translation_.place_of(Key::groups));
        take_form();
        take_votes();
        complete(Key::question, text_.question, swedish_.question);
        complete(Key::task, text_.instruction, swedish_.instruction);
        made_.block.texts[translation_.language] = std::move(text_);
    }

  private:
    std::string_view word_for(Key key) const {
        for (const auto& word : key_words()) {
            if (word.meaning == key) return word.english;
        }
        return {};
    }

    void complete(Key key, std::string& mine, const std::string& swedish) {
        if (!mine.empty() || swedish.empty()) return;
        mine = swedish;
        report_.hint({translation_.file, translation_.line}, "translation_incomplete", {{"word", word_for(key)}});
    }

    template <class T>
    void compare(Key key, const std::optional<T>& mine, const std::optional<T>& swedish) {
        if (translation_.has(key) && mine && mine != swedish) differs(key);
    }

    void differs(Key key) {
        report_.hint(translation_.place_of(key), "translation_differs", {{"word", word_for(key)}});
    }

    void compare_structure() {
        const auto& swedish = made_.parts;
        compare(Key::time, translation_.minutes, swedish.minutes);
        compare(Key::least, translation_.least_minutes, swedish.least_minutes);
        compare(Key::count, translation_.count, swedish.count);
        compare(Key::skip, translation_.skip, swedish.skip);
        compare(Key::type, translation_.activity, swedish.activity);
        compare(Key::collect, translation_.collects, swedish.collects);
        if (translation_.has(Key::boards) && translation_.boards != swedish.boards) differs(Key::boards);
        if (translation_.has(Key::from) && translation_.from != swedish.from) differs(Key::from);
    }

    /// Entries with an id go to that id; entries without stand in the Swedish order, and must then be as many.
    void take_labels(const std::vector<Entry>& entries, const std::vector<std::string>& ids, const Place& place) {
        const bool by_id =
            std::any_of(entries.begin(), entries.end(), [](const Entry& entry) { return !entry.id.empty(); });
        if (!entries.empty() && !by_id && entries.size() != ids.size()) {
            report_.error(place, "translation_count", {{"count", std::to_string(ids.size())}});
            return;
        }
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const auto id = by_id ? entry_id(entries[i]) : ids[i];
            if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
                report_.error({place.file, entries[i].line}, "translation_entry_unknown",
                              {{"word", id}, {"choices", joined(ids)}}, find_nearest(id, ids));
            } else if (!entries[i].label.empty()) {
                text_.labels[id] = entries[i].label;
            }
        }
    }

    void take_form() {
        const auto& ids = made_.block.form;
        // Without ids the fields stand in the Swedish order; a field's own name is an id already when it was read.
        take_labels(translation_.form, ids, translation_.place_of(Key::form));
    }

    static std::vector<std::string> option_ids(const model::PollPlan& poll) {
        std::vector<std::string> ids = poll.options;
        if (!is_answered_by_number(poll.method)) return ids;
        for (int number = poll.lowest; number <= poll.highest; ++number) {
            ids.push_back(std::to_string(number));
        }
        return ids;
    }

    void take_votes() {
        text_.poll_questions.clear();
        const auto& polls = made_.block.polls;
        for (std::size_t i = 0; i < translation_.votes.size() && i < polls.size(); ++i) {
            const auto& vote = translation_.votes[i];
            if (vote.vote && vote.vote->method != polls[i].method) {
                report_.hint({translation_.file, vote.line}, "translation_differs", {{"word", word_for(Key::vote)}});
            }
            take_labels(vote.options, option_ids(polls[i]), {translation_.file, vote.options_line});
            take_labels(vote.criteria, polls[i].criteria, {translation_.file, vote.criteria_line});
            text_.poll_questions.push_back(vote.question);
        }
        if (translation_.votes.size() > polls.size()) differs(Key::vote);
        text_.poll_questions.resize(polls.size());
        for (std::size_t i = 0; i < polls.size(); ++i) {
            complete(Key::vote_question, text_.poll_questions[i], swedish_.poll_questions[i]);
        }
    }

    MadeBlock& made_;
    const model::BlockText& swedish_;
    const BlockParts& translation_;
    Report& report_;
    model::BlockText text_;
};

}  // namespace

void translate_block(MadeBlock& made, const BlockParts& translation, Report& report) {
    Translator(made, translation, report).translate();
}

}  // namespace curricula
