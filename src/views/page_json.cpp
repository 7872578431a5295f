#include <boost/json.hpp>

#include "views/board_json_private.hpp"
#include "views/page.hpp"
#include "views/poll_json_private.hpp"

namespace views {
namespace json = boost::json;
namespace {

json::value or_null(const Id& id) {
    return id.empty() ? json::value(nullptr) : json::value(id.text());
}

json::object of_clock(const ClockView& clock) {
    return {{"state", clock.state}, {"remaining_ms", clock.remaining_ms}, {"planned_ms", clock.planned_ms}};
}

json::array of_labels(const std::vector<Labelled>& items) {
    json::array out;
    for (const auto& item : items) out.push_back({{"id", item.id}, {"label", item.label}});
    return out;
}

void add_photo(json::object& to, const std::optional<PhotoView>& photo) {
    if (photo) to["photo"] = json::object{{"address", photo->address}, {"shows", photo->shows}};
}

json::array of_notes(const std::vector<NoteView>& notes, bool with_author) {
    json::array out;
    for (const auto& note : notes) {
        json::object item{{"id", note.id.text()},
                          {"block", note.block},
                          {"type", note.type},
                          {"text", note.text},
                          {"group", note.group},
                          {"colour", note.colour},
                          {"parent", or_null(note.parent)},
                          {"cluster", or_null(note.cluster)},
                          {"number", note.number},
                          {"state", note.state}};
        if (!note.language.empty()) item["lang"] = note.language;
        if (with_author) item["author"] = note.author;
        if (note.hidden) item["hidden"] = true;
        add_photo(item, note.photo);
        out.push_back(std::move(item));
    }
    return out;
}

json::object of_block(const BlockView& block, bool for_writers) {
    json::object out{{"id", block.id},
                     {"kind", block.kind},
                     {"title", block.title},
                     {"question", block.question},
                     {"instruction", block.instruction},
                     {"phase", block.phase},
                     {"clock", of_clock(block.clock)},
                     {"groups", of_labels(block.lanes)},
                     {"column", block.column.empty() ? json::value(nullptr) : json::value(block.column)},
                     {"sources", of_labels(block.sources)}};
    if (!for_writers) return out;
    out["writes"] = nullptr;
    out["form"] = nullptr;
    if (block.phase == "closed") return out;
    if (!block.writes.empty()) {
        out["writes"] = json::object{{"type", block.writes},
                                     {"groups", of_labels(block.groups)},
                                     {"most_length", 140},
                                     {"most_notes", block.most_notes}};
    }
    if (!block.form.empty()) {
        json::array fields;
        for (const auto& field : block.form) {
            fields.push_back({{"id", field.id}, {"label", field.label}, {"kind", field.kind}});
        }
        out["form"] = json::object{{"fields", std::move(fields)}};
    }
    return out;
}

json::value of_tables(const std::optional<TablesView>& tables) {
    if (!tables) return nullptr;
    json::array seated;
    for (const int people : tables->seated) seated.emplace_back(people);
    return json::object{{"how", tables->how}, {"sign", tables->sign}, {"seated", std::move(seated)}};
}

json::value of_field(const std::optional<HandedField>& field) {
    if (!field || !field->for_tablets) return nullptr;
    return json::object{{"id", field->id.text()}, {"taken", !field->is_free()}, {"most", field->most}};
}

json::object of_room(const RoomView& room, std::string_view type, bool for_writers) {
    json::array clusters;
    for (const auto& one : room.clusters) clusters.push_back({{"id", one.id.text()}, {"name", one.name}});
    json::array polls;
    for (const auto& poll : room.polls) polls.push_back(of_poll(poll));
    json::value block = nullptr;
    if (room.block) block = of_block(*room.block, for_writers);
    json::value next = nullptr;
    if (!room.next_title.empty()) next = json::object{{"title", room.next_title}};
    json::value message = nullptr;
    if (!room.message.empty()) message = json::object{{"id", room.message_id}, {"text", room.message}};
    return {
        {"t", type},
        {"rev", room.rev},
        {"now", room.now_ms},
        {"session",
         {{"title", room.title}, {"municipality", room.municipality}, {"lang", room.language}, {"ended", room.ended}}},
        {"blank", room.blank},
        {"locked", room.locked},
        {"message", std::move(message)},
        {"people", room.people},
        {"block", std::move(block)},
        {"next", std::move(next)},
        {"wall", of_notes(room.wall, for_writers)},
        {"clusters", std::move(clusters)},
        {"polls", std::move(polls)},
        {"tables", of_tables(room.tables)}};
}

}  // namespace

std::string to_state(const RoomView& room) {
    auto out = of_room(room, "state", true);
    out["field"] = of_field(room.field);
    return json::serialize(out);
}

std::string to_audience(const RoomView& room) {
    auto out = of_room(room, "audience", false);
    out["join"] = json::object{{"code", room.join_code}, {"url", room.join_url}, {"qr_svg", room.qr_svg}};
    return json::serialize(out);
}

std::string to_mine(const MineView& mine) {
    json::array notes;
    for (const auto& own : mine.notes) {
        json::object item{
            {"note", own.note.text()}, {"id", own.client_id},
            {"block", own.block},      {"type", own.type},
            {"group", own.group},      {"text", own.text},
            {"colour", own.colour},    {"state", own.state},
            {"held", own.held},        {"number", own.number.empty() ? json::value(nullptr) : json::value(own.number)}};
        if (!own.language.empty()) item["lang"] = own.language;
        add_photo(item, own.photo);
        if (own.edit) {
            json::object edit{{"text", own.edit->text}, {"state", own.edit->state}, {"held", own.edit->held}};
            if (own.edit->shows) edit["shows"] = *own.edit->shows;
            item["edit"] = std::move(edit);
        }
        notes.push_back(std::move(item));
    }
    json::array given;
    for (const auto& [note, text] : mine.given) given.push_back({{"note", note.text()}, {"text", text}});
    json::array follows;
    for (const auto& idea : mine.follows) follows.emplace_back(idea.text());
    return json::serialize(json::object{{"t", "mine"},
                                        {"rev", mine.rev},
                                        {"notes", std::move(notes)},
                                        {"given", std::move(given)},
                                        {"follows", std::move(follows)},
                                        {"hand", mine.hand},
                                        {"muted", mine.muted},
                                        {"use", mine.use},
                                        {"table", mine.table},
                                        {"with", of_texts(mine.with)}});
}

std::string to_card(const CardView& card) {
    json::object fields;
    for (const auto& field : card.fields) {
        json::object item{
            {"text", field.text}, {"others_wait", field.others_wait}, {"writers", of_texts(field.writers)}};
        item["own"] = nullptr;
        if (!field.own_state.empty()) {
            item["own"] = json::object{{"text", field.own}, {"state", field.own_state}, {"held", field.held}};
        }
        fields[field.id] = std::move(item);
    }
    return json::serialize(json::object{{"t", "card"}, {"idea", card.idea.text()}, {"fields", std::move(fields)}});
}

std::string to_count(const Id& poll, std::int64_t in, std::int64_t of, std::int64_t paper) {
    return R"({"t":"count","poll":")" + poll.text() + R"(","in":)" + std::to_string(in) + R"(,"of":)" +
           std::to_string(of) + R"(,"paper":)" + std::to_string(paper) + "}";
}

std::string to_ballot(const Id& poll, std::int64_t round, std::string_view token, int person, bool paper) {
    return R"({"t":"ballot","poll":")" + poll.text() + R"(","round":)" + std::to_string(round) + R"(,"token":")" +
           std::string(token) + R"(","n":)" + std::to_string(person) + (paper ? R"(,"paper":true})" : "}");
}

std::string members_of(const std::map<std::string, std::string>& texts) {
    std::string out;
    for (const auto& [key, text] : texts) out += ",\"" + key + "\":" + json::serialize(json::value(text));
    return out;
}

std::string to_frame(std::string_view type, const std::map<std::string, std::string>& texts,
                     const std::map<std::string, std::string>& raw) {
    std::string out = R"({"t":")" + std::string(type) + "\"" + members_of(texts);
    for (const auto& [key, value] : raw) out += ",\"" + key + "\":" + value;
    return out + "}";
}

std::string to_ack(std::string_view client_id, std::string_view members) {
    return R"({"t":"ack","id":")" + std::string(client_id) + "\"" + std::string(members) + "}";
}

std::string to_nak(std::string_view client_id, const base::Error& error, std::string_view text, int retry_after_ms,
                   const std::map<std::string, std::string>& raw) {
    auto members = raw;
    members["retry_after_ms"] = std::to_string(retry_after_ms);
    return to_frame("nak",
                    {{"id", std::string(client_id)},
                     {"code", std::string(base::code_name(error.code))},
                     {"what", error.what},
                     {"text", std::string(text)}},
                    members);
}

std::string to_pending(std::string_view client_id, const base::Error& error, int retry_after_ms) {
    return to_frame("pending", {{"id", std::string(client_id)}, {"code", std::string(base::code_name(error.code))}},
                    {{"retry_after_ms", std::to_string(retry_after_ms)}});
}

namespace {

json::array remote_polls(const RemoteView& remote) {
    json::array out;
    for (const auto& poll : remote.room.polls) {
        auto item = of_poll(poll);
        json::array can_save;
        for (const auto& note : poll.can_save) can_save.emplace_back(note.text());
        json::array lost;
        for (const auto& seat : poll.lost) lost.push_back({{"seat", seat.id}, {"label", seat.label}});
        item["drawn"] = poll.drawn;
        item["extra"] = poll.extra;
        item["lost"] = std::move(lost);
        item["can_save"] = std::move(can_save);
        item["saved_numbers"] = of_texts(poll.saved_numbers);
        item["others"] = of_others(poll.others);
        out.push_back(std::move(item));
    }
    return out;
}

json::value remote_block(const RemoteView& remote) {
    if (!remote.room.block) return nullptr;
    auto out = of_block(*remote.room.block, true);
    json::array planned;
    for (const auto& poll : remote.planned) {
        planned.push_back({{"index", poll.index},
                           {"method", poll.method},
                           {"question", poll.question},
                           {"poll", or_null(poll.poll)}});
        if (poll.of_notes) planned.back().as_object()["of_notes"] = true;
        if (poll.trust == model::Trust::open) continue;
        planned.back().as_object()["trust"] = model::trust_name(poll.trust);
    }
    out["phases"] = of_texts(remote.phases);
    out["say"] = of_texts(remote.say);
    out["do"] = of_texts(remote.act);
    out["tips"] = of_texts(remote.tips);
    out["reserve"] = of_texts(remote.reserve);
    out["html"] = remote.html;
    out["polls"] = std::move(planned);
    out["clock"].as_object()["ends_at"] = remote.ends_at_ms;
    return out;
}

json::value of_place(const std::optional<Labelled>& place) {
    if (!place) return nullptr;
    return json::object{{"id", place->id}, {"title", place->label}};
}

}  // namespace

std::string to_remote(const RemoteView& remote) {
    json::array agenda;
    for (const auto& item : remote.agenda) {
        agenda.push_back({{"id", item.id},
                          {"title", item.title},
                          {"minutes", item.minutes},
                          {"starts_at", item.starts_at_ms},
                          {"state", item.state},
                          {"late", item.late}});
    }
    json::array inbox;
    for (const auto& item : remote.inbox) {
        json::value like = nullptr;
        if (!item.like.empty()) like = json::object{{"note", item.like.text()}, {"text", item.like_text}};
        json::object one{{"note", item.note.text()}, {"type", item.type},     {"text", item.text},
                         {"held", item.held},        {"about", item.about},   {"field", item.field},
                         {"like", std::move(like)},  {"author", item.author}, {"version", item.version}};
        if (!item.language.empty()) one["lang"] = item.language;
        add_photo(one, item.photo);
        if (const auto& edits = item.edits) {
            json::object edited{{"note", edits->note.text()}, {"text", edits->text}};
            if (edits->shows) {
                edited["shows"] = *edits->shows;
                edited["was"] = edits->was;
            }
            one["edits"] = std::move(edited);
        }
        inbox.push_back(std::move(one));
    }
    json::array hidden;
    for (const auto& item : remote.hidden) {
        json::object one{{"note", item.note.text()},
                         {"text", item.text},
                         {"held", item.held},
                         {"author", item.author},
                         {"version", item.version}};
        if (!item.language.empty()) one["lang"] = item.language;
        add_photo(one, item.photo);
        hidden.push_back(std::move(one));
    }
    json::array seats;
    for (const auto& seat : remote.seats) {
        seats.push_back({{"seat", seat.seat.text()},
                         {"label", seat.label},
                         {"return", seat.return_code},
                         {"here", seat.here},
                         {"hand", seat.hand},
                         {"muted", seat.muted},
                         {"use", seat.use},
                         {"table", seat.table}});
    }
    auto out = of_room(remote.room, "remote", true);
    out["session"] = json::object{
        {"id", remote.session.text()},  {"title", remote.room.title}, {"municipality", remote.room.municipality},
        {"lang", remote.room.language}, {"ended", remote.room.ended}, {"started", remote.started}};
    out["join"] =
        json::object{{"code", remote.room.join_code}, {"url", remote.room.join_url}, {"qr_svg", remote.room.qr_svg}};
    out["hands"] = remote.hands;
    out["frozen"] = remote.frozen;
    out["moderation"] = remote.moderation;
    out["saved"] = remote.saved;
    out["trouble"] = nullptr;
    if (remote.trouble) {
        out["trouble"] = json::object{{"code", base::code_name(remote.trouble->code)}, {"text", remote.trouble->what}};
    }
    out["low_space"] = remote.low_space.empty() ? json::value(nullptr) : json::value(remote.low_space);
    out["block"] = remote_block(remote);
    out["previous"] = of_place(remote.previous);
    out["next"] = of_place(remote.next);
    out["agenda"] = std::move(agenda);
    out["drift_min"] = remote.drift_min;
    out["ends_at"] = remote.day_ends_at_ms;
    out["cut"] = nullptr;
    if (remote.cut) {
        out["cut"] = json::object{{"block", remote.cut->block},
                                  {"minutes", remote.cut->minutes},
                                  {"skip", remote.cut->skip},
                                  {"text", remote.cut_text}};
    }
    out["inbox"] = std::move(inbox);
    out["hidden"] = std::move(hidden);
    out["polls"] = remote_polls(remote);
    out["undo"] = nullptr;
    if (!remote.undo_id.empty()) {
        out["undo"] = json::object{{"id", remote.undo_id}, {"text", remote.undo_text}, {"until", remote.undo_until_ms}};
    }
    out["seats"] = std::move(seats);
    out["boards"] = of_table_work(remote.boards);
    out["field"] = of_handed(remote.room.field);
    out["codes"] = json::object{{"left", remote.codes}, {"file", remote.codes_file}};
    return json::serialize(out);
}

}  // namespace views
