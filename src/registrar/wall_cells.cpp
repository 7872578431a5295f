#include "registrar/wall_cells.hpp"

#include <algorithm>
#include <tuple>

#include "model/note_colours.hpp"

namespace registrar {

bool is_note_shown(const model::Cells& cells, const Id& session, const Id& note) {
    return cells.exists(note, "note") && cells.id(note, "note.session") == session &&
           cells.number(note, "note.hidden") != 1 && cells.id(note, "note.merged_into").empty();
}

std::vector<Id> notes_on_board(const model::Cells& cells, const Id& session, const std::vector<Id>& notes,
                               const std::vector<std::string>& blocks, const std::vector<std::string>& groups) {
    std::vector<Id> shown;
    for (const auto& note : notes) {
        const auto block = cells.text(note, "note.block");
        const bool here = std::find(blocks.begin(), blocks.end(), block) != blocks.end();
        if (here && is_note_shown(cells, session, note)) shown.push_back(note);
    }
    const auto place = [&](const Id& note) {
        const auto column = std::find(groups.begin(), groups.end(), cells.text(note, "note.group")) - groups.begin();
        return std::make_tuple(column, cells.text(note, "note.order"), note);
    };
    std::sort(shown.begin(), shown.end(), [&place](const Id& a, const Id& b) { return place(a) < place(b); });
    return shown;
}

views::NoteView to_note(const model::Cells& cells, const Id& note) {
    views::NoteView view;
    view.id = note;
    view.type = cells.text(note, "note.type");
    view.text = cells.text(note, "note.text");
    view.group = cells.text(note, "note.group");
    view.colour = cells.text(note, "note.colour");
    view.author = cells.text(note, "note.author_name");
    view.block = cells.text(note, "note.block");
    view.parent = cells.id(note, "note.parent");
    view.cluster = cells.id(note, "note.cluster");
    if (!cells.exists(view.cluster, "cluster")) view.cluster = {};
    view.state = cells.text(note, "idea.state");
    view.hidden = cells.number(note, "note.hidden") == 1;
    view.language = cells.text(note, "note.language");
    return view;
}

std::vector<views::ClusterView> to_clusters(const model::Cells& cells, const std::vector<Id>& clusters) {
    std::vector<views::ClusterView> views;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const auto& id = clusters[i];
        if (!cells.exists(id, "cluster")) continue;
        auto colour = cells.text(id, "cluster.colour");
        if (colour.empty()) colour = model::cluster_colours[i % model::cluster_colours.size()];
        views.push_back({id, cells.text(id, "cluster.name"), std::move(colour)});
    }
    std::stable_sort(views.begin(), views.end(), [&cells](const auto& a, const auto& b) {
        return cells.text(a.id, "cluster.order") < cells.text(b.id, "cluster.order");
    });
    return views;
}

std::vector<views::PersonaView> to_personas(const model::Cells& cells, const std::vector<Id>& personas) {
    auto sorted = personas;
    std::stable_sort(sorted.begin(), sorted.end(), [&cells](const Id& a, const Id& b) {
        return cells.text(a, "persona.order") < cells.text(b, "persona.order");
    });
    std::vector<views::PersonaView> views;
    for (const auto& id : sorted) {
        if (!cells.exists(id, "persona")) continue;
        views.push_back({id, cells.text(id, "persona.name"), cells.text(id, "persona.description"),
                         cells.text(id, "persona.quote"), cells.text(id, "persona.everyday"),
                         cells.text(id, "persona.needs"), cells.text(id, "persona.obstacles"),
                         cells.text(id, "persona.help")});
    }
    return views;
}

std::vector<std::string> blocks_on_board(const model::Block& block) {
    auto blocks = block.sources;
    for (const auto& plan : block.polls) {
        for (const auto& source : plan.sources) {
            if (std::find(blocks.begin(), blocks.end(), source) == blocks.end()) blocks.push_back(source);
        }
    }
    if (!block.collects.empty()) blocks.insert(blocks.begin(), block.id);
    return blocks;
}

}  // namespace registrar
