// What tablets fill in of their tables' boards.
#include <algorithm>

#include "base/language.hpp"
#include "intents/limits.hpp"
#include "model/board_gallery.hpp"
#include "registrar/boards.hpp"
#include "registrar/table_boards.hpp"
#include "views/board_rows.hpp"

namespace registrar {

std::string table_label(int table) {
    return base::tr_page(base::language(), "table.label", {{"number", std::to_string(table)}});
}

const model::BoardForm* Boards::find_form(std::string_view name) const {
    const auto found =
        std::find_if(forms_.begin(), forms_.end(), [name](const auto& form) { return form.name == name; });
    return found == forms_.end() ? nullptr : &*found;
}

const views::BoardHead* Boards::find_head(const Id& board) const {
    const auto found = boards_.find(board);
    return found == boards_.end() || found->second.removed ? nullptr : &found->second.head;
}

base::Result<model::Item> Boards::read_item(const Id& board, const Id& item) {
    IR_DO(find(board));
    IR_DO(warm(item));
    const auto* fields = lies_on(item) == board ? book_.cells().find(item) : nullptr;
    auto standing = fields == nullptr ? std::nullopt : model::read_item(item, *fields);
    if (!standing) return base::refuse(base::Code::not_found, "item");
    return std::move(*standing);
}

base::Result<std::vector<model::Item>> Boards::read_form_items(const Id& board) {
    IR_TRY(const auto* here, find(board));
    if (here->head.items > most_form_items) return base::refuse(base::Code::too_many, "board", base::tr("boards.full"));
    return read_items(board);
}

base::Result<std::vector<Id>> Boards::said_of(const Id& board, const std::vector<Id>& rows) {
    const auto* head = find_head(board);
    const auto* form = head == nullptr ? nullptr : find_form(head->form);
    if (rows.empty() || form == nullptr || !form->rows || form->rows->steps) return std::vector<Id>();
    IR_TRY(const auto items, read_form_items(board));
    return views::said_of(rows, items);
}

base::Result<std::uint64_t> Boards::fill(const Entry& entry, const model::BoardForm& form, std::string author,
                                         Rows rows) {
    IR_TRY(const auto items, read_form_items(entry.board));
    const auto shown = views::with_rows(form, items);
    const auto* field = shown.find_field(entry.field);
    if (field == nullptr) return base::refuse(base::Code::bad_input, "field");
    model::Draft draft(std::move(author), "change.fill_board");
    if (views::tells_of_row(form, entry.field)) {
        const auto item = views::row_told(shown, *field, entry.text, items);
        if (!item) return base::refuse(base::Code::not_found, "item");
        IR_DO(check_lies_on(entry.board, item->id, false));
        model::put_item(draft, entry.board, *item);
        IR_TRY(const auto told, write(std::move(draft), {item->id}, std::move(rows)));
        return told.ticket;
    }
    const auto id = entry.item.empty() ? book_.new_id() : entry.item;
    IR_DO(check_lies_on(entry.board, id, false));
    std::vector<Id> touched{id};
    if (entry.item.empty()) {
        if (entry.text.empty()) return base::refuse(base::Code::bad_input, "text");
        auto note = views::new_entry(form, *field, items, id, entry.text);
        note.language = entry.language;
        note.author = entry.table;
        IR_DO(check(note));
        model::put_item(draft, entry.board, note);
    } else {
        const auto standing =
            std::find_if(items.begin(), items.end(), [&id](const model::Item& item) { return item.id == id; });
        const bool is_entry = standing != items.end() && !views::is_furniture(*standing) &&
                              (standing->type == model::ItemType::note || standing->type == model::ItemType::text);
        if (!is_entry) return base::refuse(base::Code::not_found, "item");
        auto item = *standing;
        item.text = entry.text;
        if (!entry.text.empty()) item.language = entry.language;
        IR_DO(check(item));
        if (entry.text.empty() && item.photo.empty()) {
            const auto said = views::said_of({id}, items);
            touched.insert(touched.end(), said.begin(), said.end());
            for (const auto& one : touched) {
                IR_DO(warm(one));
                model::remove_item(draft, one);
            }
        } else {
            model::put_item(draft, entry.board, item);
        }
    }
    IR_TRY(const auto written, write(std::move(draft), touched, std::move(rows)));
    return written.ticket;
}

Judged Boards::judge(const intents::GatherBoards& wish, const Id& session, Rows rows) {
    if (wish.boards.empty() || wish.boards.size() > static_cast<std::size_t>(intents::most_tables)) {
        return base::refuse(base::Code::bad_input, "boards");
    }
    std::vector<model::TableBoard> gathered;
    std::set<std::string> forms;
    for (const auto& id : wish.boards) {
        IR_TRY(const auto* board, find(id));
        const auto& head = board->head;
        IR_TRY(auto items, read_form_items(id));
        auto name = head.table > 0 ? table_label(head.table) : head.title;
        forms.insert(head.form);
        gathered.push_back({std::move(name), {}, std::move(items)});
    }
    const model::MakeId make_id = [this] { return book_.new_id(); };
    intents::MakeBoard made{wish.board, wish.title, {}};
    if (wish.into_one) {
        const auto* form = forms.size() == 1 ? find_form(*forms.begin()) : nullptr;
        if (form == nullptr) return base::refuse(base::Code::bad_input, "form");
        made.form = form->name;
        made.items = views::merge_boards(*form, gathered, base::language(), make_id);
    } else {
        // Side by side they are pictures of what the tables made: no template is filled in there.
        for (std::size_t i = 0; i < gathered.size(); ++i) {
            const auto* form = find_form(find_head(wish.boards[i])->form);
            if (form == nullptr) continue;
            gathered[i].items = views::items_drawn(*form, std::move(gathered[i].items), base::language());
        }
        made.items = model::gather_boards(gathered, make_id);
    }
    return judge(intents::MakeBoards{{std::move(made)}}, session, std::move(rows));
}

}  // namespace registrar
