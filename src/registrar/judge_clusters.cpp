// Groups of notes: named, sorted into, moved whole and joined.
#include <algorithm>

#include "methods/order_key.hpp"
#include "model/note_colours.hpp"
#include "registrar/wall_cells.hpp"
#include "registrar/workshop.hpp"

namespace registrar {
namespace {

using ClusterViews = std::vector<views::ClusterView>;

ClusterViews::const_iterator find_cluster(const ClusterViews& clusters, const Id& id) {
    return std::find_if(clusters.begin(), clusters.end(), [&id](const auto& one) { return one.id == id; });
}

bool has_cluster(const ClusterViews& clusters, const Id& id) {
    return find_cluster(clusters, id) != clusters.end();
}

/// One that no other group has, as long as there are such.
std::string_view free_colour(const ClusterViews& clusters) {
    const auto& colours = model::cluster_colours;
    const auto free = std::find_if(colours.begin(), colours.end(), [&clusters](const auto& colour) {
        return std::none_of(clusters.begin(), clusters.end(), [&](const auto& one) { return one.colour == colour; });
    });
    return free != colours.end() ? *free : colours[clusters.size() % colours.size()];
}

}  // namespace

std::vector<views::ClusterView> Workshop::cluster_views() const {
    return to_clusters(cells(), clusters_);
}

Judged Workshop::judge(const intents::NameCluster& wish, const Asker& asker) {
    const auto* block = current_block();
    if (block == nullptr) return base::refuse(base::Code::not_now, "not_begun");
    const auto clusters = cluster_views();
    if (wish.cluster && !has_cluster(clusters, *wish.cluster)) return base::refuse(base::Code::not_found, "cluster");
    const auto cluster = wish.cluster.value_or(book_.new_id());
    auto change = draft(asker, "change.cluster");
    change.set(cluster, "cluster.name", wish.name);
    if (!wish.cluster) {
        const auto last = clusters.empty() ? std::string() : cells().text(clusters.back().id, "cluster.order");
        change.set(cluster, "cluster.session", session_);
        change.set(cluster, "cluster.block", block->id);
        change.set(cluster, "cluster.colour", std::string(free_colour(clusters)));
        change.set(cluster, "cluster.order",
                   methods::key_between(last, "").value_or(std::string(methods::first_order_key)));
        clusters_.push_back(cluster);
    }
    return write(asker, std::move(change), {}, {{"cluster", cluster.text()}});
}

Judged Workshop::judge(const intents::SortNote& wish, const Asker& asker) {
    if (!is_visible(wish.note)) return base::refuse(base::Code::not_found, "note");
    if (wish.cluster && !has_cluster(cluster_views(), *wish.cluster)) {
        return base::refuse(base::Code::not_found, "cluster");
    }
    auto change = draft(asker, "change.cluster");
    if (wish.cluster) {
        change.set(wish.note, "note.cluster", *wish.cluster);
    } else {
        change.unset(wish.note, "note.cluster");
    }
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::MoveCluster& wish, const Asker& asker) {
    auto clusters = cluster_views();
    const auto moved = find_cluster(clusters, wish.cluster);
    if (moved == clusters.end()) return base::refuse(base::Code::not_found, "cluster");
    if (wish.before == wish.cluster) return base::refuse(base::Code::bad_input, "before");
    if (wish.before && !has_cluster(clusters, *wish.before)) return base::refuse(base::Code::not_found, "before");
    auto one = *moved;
    clusters.erase(moved);
    const auto at = wish.before ? find_cluster(clusters, *wish.before) : clusters.end();
    clusters.insert(at, std::move(one));

    // Only what has to get another key does: its own, and those of groups that never had one.
    auto change = draft(asker, "change.cluster");
    const auto key_of = [&](std::size_t i) {
        const bool comes = i >= clusters.size() || clusters[i].id == wish.cluster;
        return comes ? std::string() : cells().text(clusters[i].id, "cluster.order");
    };
    std::string last;
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        auto key = key_of(i);
        if (key.empty() || key <= last) {
            const auto next = key_of(i + 1);
            key = methods::key_between(last, next > last ? next : std::string())
                      .value_or(std::string(methods::first_order_key));
            change.set(clusters[i].id, "cluster.order", key);
        }
        last = std::move(key);
    }
    return write(asker, std::move(change));
}

Judged Workshop::judge(const intents::JoinClusters& wish, const Asker& asker) {
    const auto clusters = cluster_views();
    if (wish.into == wish.cluster) return base::refuse(base::Code::bad_input, "into");
    if (!has_cluster(clusters, wish.cluster)) return base::refuse(base::Code::not_found, "cluster");
    if (!has_cluster(clusters, wish.into)) return base::refuse(base::Code::not_found, "into");
    auto change = draft(asker, "change.cluster");
    for (const auto& note : notes_) {
        if (cells().id(note, "note.cluster") == wish.cluster) change.set(note, "note.cluster", wish.into);
    }
    change.set(wish.cluster, "cluster.deleted", 1);
    return write(asker, std::move(change));
}

/// Its notes go on naming it, and are seen in none: so that it can come back with them.
Judged Workshop::judge(const intents::RemoveCluster& wish, const Asker& asker) {
    const bool is_ours = std::find(clusters_.begin(), clusters_.end(), wish.cluster) != clusters_.end();
    if (!is_ours || cells().exists(wish.cluster, "cluster") == wish.undo) {
        return base::refuse(base::Code::not_found, "cluster");
    }
    auto change = draft(asker, "change.cluster");
    change.set(wish.cluster, "cluster.deleted", wish.undo ? 0 : 1);
    return write(asker, std::move(change));
}

}  // namespace registrar
