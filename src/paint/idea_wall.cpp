#include "paint/idea_wall.hpp"

#include <algorithm>
#include <cmath>

#include "base/language.hpp"
#include "model/note_colours.hpp"
#include "paint/aloud.hpp"

namespace paint {
namespace {

constexpr double gap = 12;            // between notes
constexpr double between = 24;        // between clusters, across
constexpr double below_cluster = 16;  // between clusters, down
constexpr double padding = 20;        // inside a cluster
constexpr double title_height = 62;
constexpr double least_cluster = 480;
constexpr double note_width = 200;  // at least

/// Everything that the wall shows, at one scale.
class WallBuilder {
  public:
    WallBuilder(Typesetter& type, std::span<const views::NoteView> notes, Clusters clusters, const base::Rect& area,
                double scale, const StateOf& state, const Pages& pages)
        : type_(type), notes_(notes), clusters_(clusters), rest_(area), area_(area), state_(state), pages_(pages) {
        wall_.scale = scale;
    }

    IdeaWall build() {
        add_clusters();
        add_ungrouped();
        wall_.height = rest_.y - area_.y;
        return std::move(wall_);
    }

  private:
    double px(double design) const { return design * wall_.scale; }

    std::size_t count_in(const base::Id& cluster) const {
        return static_cast<std::size_t>(std::count_if(notes_.begin(), notes_.end(), [&cluster](const auto& note) {
            return note.cluster == cluster && !note.hidden;
        }));
    }

    /// Puts the notes of a cluster (or of none that is known) at the end of the list; their places come later.
    std::size_t take_notes(const base::Id* cluster, std::string_view colour) {
        const auto first = wall_.notes.size();
        for (std::size_t i = 0; i < notes_.size(); ++i) {
            const auto& note = notes_[i];
            if (note.hidden) continue;
            const bool grouped = std::any_of(clusters_.begin(), clusters_.end(),
                                             [&note](const auto& one) { return one.id == note.cluster; });
            if (cluster != nullptr ? note.cluster != *cluster : grouped) continue;
            const auto state = state_ ? state_(note.id) : NoteState{};
            wall_.notes.push_back({i, note.id, card_of(note, colour, state), {}});
        }
        return first;
    }

    void add_cluster(std::size_t index, base::Rect place) {
        const auto& [id, name, colour] = clusters_[index];
        IdeaWall::Cluster cluster;
        cluster.id = id;
        cluster.colour =
            colour.empty() ? model::cluster_colours[index % model::cluster_colours.size()] : std::string_view(colour);
        const TextStyle heading{.size_px = px(26), .weight = Weight::bold, .most_lines = 1};
        const TextStyle support{.size_px = px(20), .most_lines = 1};
        cluster.title_area = {place.x, place.y, place.w, px(title_height)};
        cluster.count = type_.set(base::tr_n("paint.ideas", static_cast<std::int64_t>(count_in(id))), support);
        const double room = place.w - px(2 * padding + 14) - cluster.count->size().w;
        cluster.title = type_.set(name, heading, std::max(room, px(40)));
        cluster.title_at = {place.x + px(padding + 2), place.y + px(16)};
        cluster.count_at = {cluster.title_at.x + cluster.title->size().w + px(14),
                            cluster.title_at.y + cluster.title->baseline_px() - cluster.count->baseline_px()};
        const auto first = take_notes(&id, cluster.colour);
        const base::Rect inner{place.x + px(padding), place.y + px(title_height), place.w - px(2 * padding), 0};
        const Pages pages{pages_.height, px(title_height)};
        const double used = lay_out_rows(type_, wall_.notes, first, inner, note_width, wall_.scale, pages);
        // No sliver of it on the next page.
        const double end = inner.y + std::max(used, px(40));
        const double bottom = std::min(end + px(padding), pages.end_of(end));
        cluster.area = {place.x, place.y, place.w, bottom - place.y};
        cluster.again = pages.tops_between(place.y, bottom);
        wall_.clusters.push_back(std::move(cluster));
    }

    void add_clusters() {
        if (clusters_.empty()) return;
        const double fitting = std::floor((area_.w + px(between)) / px(least_cluster + between));
        const auto columns = static_cast<std::size_t>(std::clamp(fitting, 1.0, static_cast<double>(clusters_.size())));
        const double width = (area_.w - px(between) * static_cast<double>(columns - 1)) / static_cast<double>(columns);
        for (std::size_t i = 0; i < clusters_.size(); i += columns) {
            const auto row = std::min(columns, clusters_.size() - i);
            double height = 0;
            rest_.y = pages_.fit(rest_.y, px(title_height + note_most_height));
            for (std::size_t column = 0; column < row; ++column) {
                const double x = area_.x + static_cast<double>(column) * (width + px(between));
                add_cluster(i + column, {x, rest_.y, width, 0});
                height = std::max(height, wall_.clusters.back().area.h);
            }
            for (std::size_t column = 0; column < row; ++column) wall_.clusters[i + column].area.h = height;
            rest_.y += height + px(below_cluster);
        }
    }

    void add_ungrouped() {
        const double above = rest_.y;
        if (!clusters_.empty()) {
            rest_.y = pages_.fit(rest_.y, px(36 + note_most_height));
            const TextStyle heading{.size_px = px(20), .weight = Weight::semibold};
            wall_.ungrouped = type_.set(base::tr("paint.ungrouped"), heading);
            wall_.ungrouped_at = {area_.x + px(4), rest_.y};
            rest_.y += px(36);
        }
        const double top = rest_.y;
        const auto first = take_notes(nullptr, "sol");
        rest_.y += lay_out_rows(type_, wall_.notes, first, {area_.x, rest_.y, area_.w, 0}, 230, wall_.scale, pages_);
        if (first == wall_.notes.size() && wall_.ungrouped != nullptr) {
            wall_.ungrouped = nullptr;  // everything has been grouped
            rest_.y = above - px(below_cluster);
        }
        wall_.ungrouped_area = {area_.x, top, area_.w, std::max({rest_.y - top, area_.bottom() - top, 0.0})};
    }

    Typesetter& type_;
    std::span<const views::NoteView> notes_;
    Clusters clusters_;
    base::Rect rest_, area_;
    const StateOf& state_;
    Pages pages_;
    IdeaWall wall_;
};

}  // namespace

NoteCard card_of(const views::NoteView& note, std::string_view colour, NoteState state) {
    state.photo = note.photo.has_value();
    NoteCard card{note.text, note.colour.empty() ? colour : std::string_view(note.colour), note.author, note.number,
                  std::move(state)};
    if (note.photo) card.shows = note.photo->shows;
    return card;
}

double lay_out_rows(Typesetter& type, std::vector<PlacedNote>& notes, std::size_t first, const base::Rect& area,
                    double least_width, double scale, const Pages& pages) {
    if (first >= notes.size()) return 0;
    const double space = gap * scale;
    const double columns = std::max(1.0, std::floor((area.w + space) / (least_width * scale + space)));
    const double width = (area.w - space * (columns - 1)) / columns;
    double y = area.y;
    for (std::size_t row = first; row < notes.size(); row += static_cast<std::size_t>(columns)) {
        const auto set_row = [&] {
            double height = 0;
            for (std::size_t i = row; i < std::min(notes.size(), row + static_cast<std::size_t>(columns)); ++i) {
                const double x = area.x + static_cast<double>(i - row) * (width + space);
                notes[i].layout = lay_out_note(type, notes[i].card, {x, y}, width, scale);
                height = std::max(height, notes[i].layout.area.h);
            }
            return height;
        };
        const double height = set_row();
        if (const double whole = pages.fit(y, height); whole > y) {
            y = whole;
            set_row();
        }
        y += height + space;
    }
    return y - space - area.y;
}

IdeaWall lay_out_idea_wall(Typesetter& type, std::span<const views::NoteView> notes, Clusters clusters,
                           const base::Rect& area, double scale, double least_scale, const StateOf& state,
                           const Pages& pages) {
    constexpr double step = 0.92;
    for (double tried = scale;; tried = std::max(tried * step, least_scale)) {
        auto wall = WallBuilder(type, notes, clusters, area, tried, state, pages).build();
        if (wall.height <= area.h || tried <= least_scale) return wall;
    }
}

void draw_idea_wall(Painter& painter, const Palette& palette, const IdeaWall& wall) {
    auto* const aloud = told_by(painter);
    for (std::size_t i = 0; i < wall.clusters.size(); ++i) {
        const auto& cluster = wall.clusters[i];
        const PartAloud heading(aloud, [&] { return aloud_heading(*cluster.title, i, cluster.area.top_left()); });
        painter.fill(cluster.area, 20 * wall.scale, palette.area(cluster.colour));
        painter.text(*cluster.title, cluster.title_at, palette.ink);
        painter.text(*cluster.count, cluster.count_at, palette.ink2);
        for (const double top : cluster.again) {
            painter.text(*cluster.title, {cluster.title_at.x, top + cluster.title_at.y - cluster.area.y}, palette.ink2);
        }
    }
    if (wall.ungrouped != nullptr) {
        const PartAloud heading(
            aloud, [&] { return aloud_heading(*wall.ungrouped, wall.clusters.size(), wall.ungrouped_at); });
        painter.text(*wall.ungrouped, wall.ungrouped_at, palette.ink2);
    }
    const auto draw = [&](bool on_top) {
        for (const auto& note : wall.notes) {
            if (note.card.state.dragged == on_top) draw_note(painter, palette, note.card, note.layout, wall.scale);
        }
    };
    draw(false);
    draw(true);
}

}  // namespace paint
