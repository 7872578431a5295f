// How the session's own boards were: told to the wall, and brought back.
#include <algorithm>
#include <array>
#include <set>

#include "registrar/wall_cells.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

constexpr int past_at_once_ms = 15;          // of a history, while tablets wait
constexpr std::int64_t past_every_ms = 300;  // when something is done meanwhile

/// Words that people have written, by which somebody may be known.
bool is_written(std::string_view field) {
    if (field == "note.text" || field == "note.photo_shows" || field == "cluster.name") return true;
    return field.starts_with("persona.") && field != "persona.order";
}

/// Groups are seen on the board of ideas alone, and persons where the room writes of one.
bool shows_clusters(const model::Block& block) {
    return block.groups.empty() && block.activity != model::Activity::journey;
}
bool shows_personas(const model::Block& block) {
    return block.collects == "known" && !block.groups.empty();
}

/// What is being put back, field by field. What has been erased stays so.
class PutBack {
  public:
    PutBack(model::Draft& draft, const model::Cells& now, const model::Cells& then)
        : draft_(draft), now_(now), then_(then) {}

    template <class Fields>
    void fields(const Id& id, const Fields& names) {
        for (const std::string_view name : names) {
            const auto *was = then_.find(id, name), *stands = now_.find(id, name);
            const bool is_erased = (was != nullptr && was->erased) || (stands != nullptr && stands->erased);
            if (!is_erased) draft_.set(id, name, then_.value(id, name));
        }
    }
    void cluster(const Id& id) {
        constexpr std::array names{"cluster.session", "cluster.block", "cluster.name",
                                   "cluster.colour",  "cluster.order", "cluster.deleted"};
        fields(id, names);
    }
    void persona(const Id& id) {
        constexpr std::array names{"persona.session", "persona.name",     "persona.description", "persona.quote",
                                   "persona.order",   "persona.everyday", "persona.needs",       "persona.obstacles",
                                   "persona.help",    "persona.deleted"};
        fields(id, names);
    }

  private:
    model::Draft& draft_;
    const model::Cells &now_, &then_;
};

}  // namespace

SessionPast& Workshop::past() {
    if (past_) return *past_;
    std::vector<Id> entities{session_};
    for (const auto& block : course_.blocks) entities.push_back(run_of(block.id));
    for (const auto* ids : {&notes_, &clusters_, &personas_}) entities.insert(entities.end(), ids->begin(), ids->end());
    return past_.emplace(book_, session_, std::move(entities));
}

/// Words that would be held today stand as they do today, and a name that is shown no longer is not shown of then.
model::Cells Workshop::cells_then(std::uint64_t moment) {
    auto then = past().cells_at(moment);
    for (auto& [entity, fields] : then.all()) {
        for (auto& [field, cell] : fields) {
            const auto* stands = cells().find(entity, field);
            const bool is_set_now = stands != nullptr && model::is_set(stands->value);
            const bool is_erased = stands != nullptr && stands->erased;
            const bool is_nameless = field == "note.author_name" && !is_set_now;
            const bool differs = stands == nullptr || !(stands->value == cell.value);
            const bool is_held = differs && is_written(field) && !why_held(model::text_of(cell.value)).empty();
            if (is_erased || is_nameless || is_held) cell = stands == nullptr ? model::Cell{} : *stands;
        }
    }
    return then;
}

void Workshop::tell_of_past() {
    if (!wall_scope_ || wall_scope_->board || !wall_scope_->moment) return past_.reset();
    const auto read = past().read_some(past_at_once_ms);
    if (!read || !*read) return;  // tried again at the next turn
    const auto now = book_.now_ms();
    const auto moment = *wall_scope_->moment;
    const bool just_now = now - past_->told_at_ms < past_every_ms && now >= past_->told_at_ms;
    if (past_->told_moment == moment && (past_->told_head == book_.room_head() || just_now)) return;
    past_->told_moment = moment;
    past_->told_head = book_.room_head();
    past_->told_at_ms = now;
    auto told = std::make_shared<views::SessionHistory>();
    told->moments = past_->moments([this](const std::string& id) -> SessionPast::Board {
        const auto* block = find_block(id);
        if (block == nullptr) return {};
        return {block_view(*block, setup_.language).title, blocks_on_board(*block)};
    });
    told->shown = moment == 0 && !told->moments.empty() ? told->moments.back().seq : moment;
    const auto then = cells_then(moment);
    auto clusters = clusters_;
    const auto& gone = past_->gone_clusters();
    clusters.insert(clusters.end(), gone.begin(), gone.end());
    told->clusters = to_clusters(then, clusters);
    told->personas = to_personas(then, personas_);
    if (const auto* block = find_block(then.text(session_, "session.block"))) {
        told->block = block_view(*block, setup_.language);
        told->block->clock = {};
        told->block->phase = then.text(run_of(block->id), "block.phase");
        told->block->column = then.text(run_of(block->id), "block.column");
        const auto blocks = blocks_on_board(*block);
        const auto* first = blocks.empty() ? nullptr : find_block(blocks.front());
        const auto groups = first == nullptr ? std::vector<std::string>() : first->groups;
        for (const auto& note : notes_on_board(then, session_, notes_, blocks, groups)) {
            auto view = to_note(then, note);
            if (!unsaved_numbers_.contains(note)) view.number = then.text(note, "idea.number");
            auto photo = photo_view(note);
            if (photo && photo->hash == then.text(note, "note.photo_blob")) {
                photo->shows = then.text(note, "note.photo_shows");
                view.photo = std::move(photo);
            }
            told->wall.push_back(std::move(view));
        }
    }
    to_wall_.emplace_back(std::shared_ptr<const views::SessionHistory>(std::move(told)));
}

Judged Workshop::judge(const intents::RestoreSession& wish, const Asker& asker) {
    if (!asker.is_wall()) return base::refuse(base::Code::denied, "role");
    IR_DO(past().read_all());
    const auto then = cells_then(wish.moment);
    const auto* board = find_block(then.text(session_, "session.block"));
    if (board == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    auto change = draft(asker, "change.restore_session");
    PutBack back(change, cells(), then);
    const auto put_cluster_back = [&](const Id& cluster) -> base::Done {
        IR_DO(book_.load(cluster));
        if (std::find(clusters_.begin(), clusters_.end(), cluster) == clusters_.end()) clusters_.push_back(cluster);
        back.cluster(cluster);
        return {};
    };
    // It joins what it was joined with then, or stands by itself. What is in the register stays as it is there.
    const auto join = [&](const Id& note) -> base::Done {
        const auto into = then.id(note, "note.merged_into");
        if (into == cells().id(note, "note.merged_into")) return {};
        if (into.empty()) {
            for (const auto* field : {"note.merged_into", "idea.merged_into"}) change.unset(note, field);
            return {};
        }
        const auto state = cells().text(note, "idea.state");
        const bool is_received = !state.empty() && state != "draft";
        if (is_received || into == note || !is_visible(into)) return {};
        if (is_in_open_vote(note)) return base::refuse(base::Code::not_now, "in_vote");
        change.set(note, "note.merged_into", into);
        if (!state.empty()) change.set(note, "idea.merged_into", into);
        return {};
    };
    const auto put_note_back = [&](const Id& note) -> base::Done {
        constexpr std::array names{"note.group", "note.order", "note.colour", "note.photo_shows"};
        back.fields(note, names);
        const auto text = then.text(note, "note.text");
        if (!text.empty() && text != cells().text(note, "note.text")) note_text(change, note, text);
        if (shows_clusters(*board)) back.fields(note, std::array{"note.cluster"});
        return join(note);
    };
    if (wish.object) {
        const auto& object = *wish.object;
        if (then.exists(object, "cluster")) {
            IR_DO(put_cluster_back(object));
        } else if (then.exists(object, "persona")) {
            back.persona(object);
        } else if (is_note_shown(then, session_, object)) {
            IR_DO(put_note_back(object));
            const auto cluster = then.id(object, "note.cluster");
            const bool was_in = shows_clusters(*board) && then.exists(cluster, "cluster");
            if (was_in && !cells().exists(cluster, "cluster")) IR_DO(put_cluster_back(cluster));
        } else {
            return base::refuse(base::Code::not_found, "object");
        }
        changed_everybodys();
        return write(asker, std::move(change));
    }
    std::set<Id> restored;
    const auto blocks = blocks_on_board(*board);
    for (const auto& note : notes_) {
        const auto from = then.text(note, "note.block");
        const bool stood_there = then.exists(note, "note") && then.number(note, "note.hidden") != 1 &&
                                 std::find(blocks.begin(), blocks.end(), from) != blocks.end();
        if (!stood_there) continue;
        IR_DO(put_note_back(note));
        restored.insert(note);
    }
    const auto holds_others = [&](const Id& cluster) {
        return std::any_of(notes_.begin(), notes_.end(), [&](const Id& note) {
            return !restored.contains(note) && is_visible(note) && cells().id(note, "note.cluster") == cluster;
        });
    };
    auto clusters = clusters_;
    const auto& gone = past().gone_clusters();
    clusters.insert(clusters.end(), gone.begin(), gone.end());
    for (const auto& cluster : clusters) {
        if (!shows_clusters(*board)) break;
        if (then.exists(cluster, "cluster")) {
            IR_DO(put_cluster_back(cluster));
        } else if (cells().exists(cluster, "cluster") && !holds_others(cluster)) {
            change.set(cluster, "cluster.deleted", 1);
        }
    }
    for (const auto& persona : personas_) {
        if (shows_personas(*board) && then.exists(persona, "persona")) back.persona(persona);
    }
    changed_everybodys();
    return write(asker, std::move(change));
}

}  // namespace registrar
