#include "ui/move_sheet.hpp"

#include <algorithm>
#include <set>

#include "base/language.hpp"
#include "register/flow.hpp"
#include "ui/widgets.hpp"

namespace ui {
namespace {

using base::tr;
using ideas::State;

/// A step's requirements that the card does not meet. What the steps before ask for counts as met.
std::vector<ideas::Requirement> lacking(const ideas::IdeaCard& card, State from, State to,
                                        const std::set<std::string_view>& asked) {
    return ideas::missing_for(from, to, [&](std::string_view field) {
        if (field == "idea.number") return true;  // the register gives it
        // Each step has a reason of its own.
        if (field == "idea.state_reason") return false;
        return asked.contains(field) || ideas::is_filled(card, field);
    });
}

template <typename Visit>
void each_lack(const ideas::IdeaCard& card, State to, const Visit& visit) {
    auto at = card.state;
    std::set<std::string_view> asked;
    const auto steps = ideas::steps_to(card.state, to);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        for (const auto& lack : lacking(card, at, steps[i], asked)) {
            visit(lack, i);
            asked.insert(lack.fields.begin(), lack.fields.end());
        }
        at = steps[i];
    }
}

void send(const MoveSheet& mine, Intents& out) {
    auto card = mine.card;
    for (std::size_t i = 0; i < mine.steps.size(); ++i) {
        auto fields = form_fields(mine.fields, i, card);
        for (const auto& [column, text] : fields) {
            if (column == "title") {
                card.title = text;
            } else {
                card.texts[column] = text;
            }
        }
        out.emplace_back(
            intents::MoveIdea{mine.idea, std::string(ideas::state_name(mine.steps[i])), std::move(fields)});
    }
}

std::string title_of(const MoveSheet& mine) {
    return tr("wall.move.title", {{"state", tr(ideas::state_text_key(mine.to))}});
}

/// What the sheet says under its title: the way, when it has more than one step.
std::string way_of(const MoveSheet& mine) {
    if (ideas::step_between(mine.from, mine.to) == ideas::Step::back) return tr("wall.move.back");
    if (mine.steps.size() < 2) return tr("wall.move.lacks");
    std::string names;
    for (const auto state : mine.steps) names += (names.empty() ? "" : " → ") + tr(ideas::state_text_key(state));
    return tr("wall.move.way", {{"states", names}});
}

bool lacks_title(const EditSheet& mine) {
    return std::any_of(mine.fields.begin(), mine.fields.end(),
                       [](const FormField& field) { return field.target == "idea.title" && !is_filled(field); });
}

}  // namespace

std::vector<std::string> lacks_of(const ideas::IdeaCard& card, State to) {
    std::vector<std::string> keys;
    each_lack(card, to, [&keys](const ideas::Requirement& lack, std::size_t) {
        if (std::find(keys.begin(), keys.end(), lack.key) == keys.end()) keys.emplace_back(lack.key);
    });
    return keys;
}

void begin_move(MoveSheet& mine, const ideas::IdeaCard& card, State to, Intents& out) {
    auto steps = ideas::steps_to(card.state, to);
    // A draft is received first: the next step needs the number that it then gets.
    if (card.state == State::draft && steps.size() > 1) steps = {to = State::received};
    if (steps.empty()) return;
    mine = {};
    mine.idea = card.id;
    mine.from = card.state;
    mine.to = to;
    mine.steps = steps;
    mine.card = card;
    each_lack(card, to, [&mine, &card](const ideas::Requirement& lack, std::size_t step) {
        auto field = make_field(lack.fields.front(), lack.key, card);
        field.step = step;
        if (field.target == "idea.state_reason") field.text.set({});
        mine.fields.push_back(std::move(field));
    });
    if (mine.fields.empty()) return send(mine, out);
    mine.open = true;
}

void draw_move_sheet(MoveSheet& mine, Frame& frame, Intents& out) {
    bool close = false;
    const auto title = title_of(mine);
    if (auto inside = side_sheet(frame, "move", mine.open, title, close, 560)) {
        const Frame::Scope scope(frame, "move");
        Ink ink;
        ink.weight = paint::Weight::semibold;
        ink.design = 22;
        ink.most_lines = 2;
        auto& rest = inside->place;
        label(frame, rest.cut_top(frame.px(58)), mine.card.title, ink, "idea");
        ink = {};
        ink.colour = frame.theme.ink2;
        ink.most_lines = 3;
        const auto way = way_of(mine);
        const double way_high = text_size(frame, way, ink, rest.w).h;
        label(frame, rest.cut_top(way_high), way, ink, "way");
        rest.cut_top(frame.px(space::m));

        const auto lacking_now = std::count_if(mine.fields.begin(), mine.fields.end(),
                                               [](const FormField& field) { return !is_filled(field); });
        ButtonLook look;
        look.kind = ButtonKind::primary;
        look.icon = icon::tick;
        look.design = 22;
        const auto foot = rest.cut_bottom(frame.px(touch::main));
        rest.cut_bottom(frame.px(space::m));
        if (mine.tried && lacking_now > 0) {
            ink.colour = frame.theme.error;
            ink.weight = paint::Weight::semibold;
            ink.most_lines = 2;
            auto row = rest.cut_bottom(frame.px(44));
            draw_icon(frame, row.cut_left(frame.px(24)), icon::warning, 22, frame.theme.error);
            row.cut_left(frame.px(10));
            label(frame, row, base::tr_n("wall.move.still_lacks", lacking_now), ink, "lacks");
        }
        for (auto& field : mine.fields) field.wanted = mine.tried;
        draw_form(frame, rest, mine.fields, mine.keyboard);
        if (button(frame, "go", foot, tr("wall.move.go"), look) && mine.open) {
            mine.tried = true;
            if (lacking_now == 0) {
                send(mine, out);
                close = true;
            }
        }
    }
    if (close) mine.open = mine.keyboard.open = false;
    const Frame::Scope scope(frame, "move");
    form_keyboard(frame, mine.fields, mine.keyboard);
}

void begin_edit(EditSheet& mine, const ideas::IdeaCard& card, std::string_view title_key,
                std::initializer_list<std::string_view> targets) {
    mine = {};
    mine.open = true;
    mine.title = tr(title_key);
    mine.card = card;
    for (const auto target : targets) {
        const auto slash = target.find('/');
        const auto member = slash == std::string_view::npos ? std::string() : std::string(target.substr(slash + 1));
        auto key = "register.field." + std::string(target.substr(5));
        if (target.starts_with("idea.test/")) key = "register.test." + member;
        if (target.starts_with("idea.decision/")) key = "register.decision." + member;
        if (target.starts_with("idea.picture/")) key = "idea.dimension." + member;
        mine.fields.push_back(make_field(target, key, card));
    }
}

void draw_edit_sheet(EditSheet& mine, Frame& frame, Intents& out) {
    bool close = false;
    if (auto inside = side_sheet(frame, "edit", mine.open, mine.title, close, 560)) {
        const Frame::Scope scope(frame, "edit");
        auto& rest = inside->place;
        ButtonLook look;
        look.kind = ButtonKind::primary;
        look.icon = icon::tick;
        look.design = 22;
        look.enabled = !lacks_title(mine);
        const auto foot = rest.cut_bottom(frame.px(touch::main));
        rest.cut_bottom(frame.px(space::m));
        if (!look.enabled) {
            Ink why;
            why.colour = frame.theme.ink2;
            why.most_lines = 2;
            const auto words = tr("wall.form.title_needed");
            label(frame, rest.cut_bottom(text_size(frame, words, why, rest.w).h + 1), words, why, "lacks");
            rest.cut_bottom(frame.px(space::m));
        }
        draw_form(frame, rest, mine.fields, mine.keyboard);
        const bool go = button(frame, "save", foot, tr("wall.form.save"), look);
        if (look.enabled == lacks_title(mine)) frame.redraw_in(0);
        if (go && mine.open) {
            auto fields = form_fields(mine.fields, 0, mine.card);
            // Only what is new is said.
            std::erase_if(fields, [&mine](const auto& field) {
                return field.second == (field.first == "title" ? mine.card.title : mine.card.text(field.first));
            });
            if (!mine.card.id.empty() && !fields.empty()) {
                out.emplace_back(intents::FillIdea{mine.card.id, std::move(fields)});
            } else if (fields.contains("title")) {
                out.emplace_back(intents::AddIdea{std::move(fields)});
            }
            close = mine.saved = true;
        }
    }
    if (close) mine.open = mine.keyboard.open = false;
    const Frame::Scope scope(frame, "edit");
    form_keyboard(frame, mine.fields, mine.keyboard);
}

}  // namespace ui
