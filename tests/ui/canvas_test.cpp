// The wall's copy of a free board, against one that is looked through from end to end.
#include "ui/canvas.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "methods/order_key.hpp"

namespace {

using model::Item;
using model::ItemType;

base::Id id_of(int number) {
    base::Id id;
    id.bytes[0] = 9;
    for (int i = 0; i < 4; ++i)
        id.bytes[static_cast<std::size_t>(12 + i)] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    return id;
}

const base::Id canvas_board = id_of(1);

Item note(int number, base::Rect place, std::string level = "V000") {
    Item item;
    item.id = id_of(number);
    item.place = place;
    item.level = std::move(level);
    item.text = "Lapp " + std::to_string(number);
    return item;
}

Item line(int number, base::Id from, base::Id to) {
    auto item = note(number, {});
    item.type = ItemType::line;
    item.text.clear();
    item.from.item = from;
    item.to.item = to;
    return item;
}

views::BoardNews news_of(std::vector<Item> put, std::vector<base::Id> gone = {}, bool whole = false) {
    views::BoardNews news;
    news.board = canvas_board;
    news.put = std::move(put);
    news.gone = std::move(gone);
    news.whole = whole;
    return news;
}

std::vector<base::Id> ids(const std::vector<const Item*>& items) {
    std::vector<base::Id> found;
    for (const auto* item : items) found.push_back(item->id);
    return found;
}

/// The same board, without anything that makes it fast.
struct Plain {
    std::map<base::Id, Item> items;

    void take(const views::BoardNews& news) {
        if (news.whole) items.clear();
        for (const auto& id : news.gone) items.erase(id);
        for (const auto& item : news.put) items[item.id] = item;
    }
    base::Rect extent_of(const Item& item) const {
        if (item.type != ItemType::line) return paint::extent_of(item, nullptr);
        const auto place = [this](const model::LineEnd& end) {
            const auto found = items.find(end.item);
            return found == items.end() ? nullptr : &found->second.place;
        };
        const auto path = paint::line_path(item, place(item.from), place(item.to));
        return paint::extent_of(item, &path);
    }
    static std::tuple<int, std::string, base::Id> order(const Item& item) {
        const int layer = item.type == ItemType::frame ? 0 : item.type == ItemType::line ? 1 : 2;
        return {layer, item.level, item.id};
    }
    std::vector<base::Id> within(const base::Rect& area) const {
        std::vector<const Item*> found;
        for (const auto& [id, item] : items) {
            const auto extent = extent_of(item);
            const bool meets = extent.x <= area.right() && area.x <= extent.right() && extent.y <= area.bottom() &&
                               area.y <= extent.bottom();
            if (meets) found.push_back(&item);
        }
        std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return order(*a) < order(*b); });
        return ids(found);
    }
    base::Id note_at(base::Point at) const {
        const Item* top = nullptr;
        for (const auto& [id, item] : items) {
            if (item.type != ItemType::note || !item.place.contains(at)) continue;
            if (top == nullptr || order(*top) < order(item)) top = &item;
        }
        return top == nullptr ? base::Id{} : top->id;
    }
    std::set<base::Id> carried_with(const base::Id& first) const {
        std::set<base::Id> found{first};
        for (bool more = true; more;) {
            more = false;
            const auto before = found;
            for (const auto& id : before) {
                const auto& one = items.at(id);
                for (const auto& [other_id, other] : items) {
                    const bool grouped = !one.group.empty() && other.group == one.group;
                    const auto extent = extent_of(other);
                    const auto& place = one.place;
                    const bool same = other.type == ItemType::frame && other.place == place;
                    const bool inside = one.type == ItemType::frame && !same && extent.x >= place.x &&
                                        extent.y >= place.y && extent.right() <= place.right() &&
                                        extent.bottom() <= place.bottom();
                    if ((grouped || inside) && found.insert(other_id).second) more = true;
                }
            }
        }
        return found;
    }
};

/// Everything that may be on a board, in a plane of some screens.
class Dice {
  public:
    explicit Dice(unsigned seed) : random_(seed) {}
    int whole(int from, int to) { return std::uniform_int_distribution<int>(from, to)(random_); }
    double between(double from, double to) { return std::uniform_real_distribution<double>(from, to)(random_); }
    Item item() {
        static const std::vector<std::string> levels{"V000", "V001", "V0010001", "V00100012", "V002", "U00z", ""};
        auto made =
            note(whole(100, 160), {between(-3000, 3000), between(-2000, 2000), between(0, 800), between(0, 600)},
                 levels[static_cast<std::size_t>(whole(0, 6))]);
        const int kind = whole(0, 9);
        if (kind == 0) {
            made.type = ItemType::frame;
            const double wide = whole(0, 3) == 0 ? 60000 : 2000;
            made.place.w = between(400, wide);
            made.place.h = between(400, wide);
        } else if (kind <= 2) {
            made = line(whole(100, 160), id_of(whole(100, 165)), id_of(whole(100, 165)));
            made.place = {};
            if (whole(0, 2) == 0) made.to = {{}, {between(-3000, 3000), between(-2000, 2000)}};
        } else if (kind == 3) {
            made.type = ItemType::ink;
            for (int i = whole(1, 5); i > 0; --i) {
                made.ink.push_back({static_cast<float>(between(0, 300)), static_cast<float>(between(0, 300)), 0.5F});
            }
        }
        if (whole(0, 5) == 0) made.group = id_of(whole(10, 12));
        return made;
    }

  private:
    std::mt19937 random_;
};

}  // namespace

TEST_CASE("what lies where is found as if everything was looked at, whatever has happened to the board") {
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        Dice dice(seed);
        ui::Canvas canvas;
        Plain plain;
        for (int step = 0; step < 120; ++step) {
            CAPTURE(step);
            auto news = news_of({}, {}, dice.whole(0, 40) == 0);
            for (int i = dice.whole(0, 6); i > 0; --i) news.put.push_back(dice.item());
            for (int i = dice.whole(0, 3); i > 0; --i) news.gone.push_back(id_of(dice.whole(100, 160)));
            const auto before = canvas.revision();
            canvas.take(news);
            plain.take(news);
            CHECK(canvas.revision() > before);
            REQUIRE(canvas.size() == plain.items.size());
            const base::Rect area{dice.between(-3500, 3000), dice.between(-2500, 2000), dice.between(0, 3000),
                                  dice.between(0, 2000)};
            REQUIRE(ids(canvas.within(area)) == plain.within(area));
            const base::Rect everywhere{-1e6, -1e6, 2e6, 2e6};
            REQUIRE(ids(canvas.all()) == plain.within(everywhere));
            const base::Point at{dice.between(-3000, 3000), dice.between(-2000, 2000)};
            const auto* top = canvas.at(at, 0);
            const auto expected = plain.note_at(at);
            // What is drawn by hand may lie over a note.
            if (top == nullptr || top->type == ItemType::note)
                CHECK((top == nullptr ? base::Id{} : top->id) == expected);
            if (!plain.items.empty()) {
                const auto& first = plain.items.begin()->first;
                const auto with = canvas.carried_with(first);
                CHECK(with.front() == first);
                CHECK(std::set<base::Id>(with.begin(), with.end()) == plain.carried_with(first));
            }
            base::Rect extent;
            bool any = false;
            for (const auto& [id, item] : plain.items) {
                const auto one = plain.extent_of(item);
                const double left = any ? std::min(extent.x, one.x) : one.x,
                             upper = any ? std::min(extent.y, one.y) : one.y;
                const double right = any ? std::max(extent.right(), one.right()) : one.right();
                const double lower = any ? std::max(extent.bottom(), one.bottom()) : one.bottom();
                extent = {left, upper, right - left, lower - upper};
                any = true;
            }
            const auto whole = canvas.extent();
            CHECK(whole.x == doctest::Approx(extent.x));
            CHECK(whole.right() == doctest::Approx(extent.right()));
            CHECK(whole.bottom() == doctest::Approx(extent.bottom()));
        }
    }
}

TEST_CASE("a line follows what it ends at, also when that comes later or goes") {
    ui::Canvas canvas;
    canvas.take(news_of({line(3, id_of(10), id_of(11))}, {}, true));
    REQUIRE(canvas.path_of(id_of(3)) != nullptr);
    canvas.take(news_of({note(10, {0, 0, 200, 200}), note(11, {1000, 0, 200, 200})}));
    CHECK(ids(canvas.lines_of(id_of(10))) == std::vector{id_of(3)});
    const auto end = canvas.path_of(id_of(3))->points.back();
    CHECK(end.x > 900);
    canvas.take(news_of({note(11, {0, 3000, 200, 200})}));
    CHECK(canvas.path_of(id_of(3))->points.back().y > 2800);
    CHECK_FALSE(ids(canvas.within({0, 1500, 200, 200})).empty());
    CHECK(canvas.path_of(id_of(10)) == nullptr);
    canvas.take(news_of({}, {id_of(11)}));
    CHECK(canvas.lines_of(id_of(11)).size() == 1);
    REQUIRE(canvas.path_of(id_of(3)) != nullptr);
    canvas.take(news_of({}, {id_of(3)}));
    CHECK(canvas.lines_of(id_of(10)).empty());
}

TEST_CASE("a line and a stroke are touched where they go, a frame at its edge and its head") {
    ui::Canvas canvas;
    auto frame = note(20, {0, 0, 1000, 800});
    frame.type = ItemType::frame;
    auto stroke = note(21, {300, 300, 200, 200}, "V005");
    stroke.type = ItemType::ink;
    stroke.size = 4;
    stroke.ink = {{0, 0, 0.5F}, {200, 200, 0.5F}};
    canvas.take(news_of({frame, stroke}, {}, true));
    const auto at = [&canvas](double x, double y) {
        const auto* item = canvas.at({x, y}, 10);
        return item == nullptr ? base::Id{} : item->id;
    };
    CHECK(at(400, 400) == id_of(21));
    CHECK(at(400, 408) == id_of(21));
    CHECK(at(480, 320) == base::Id{});
    CHECK(at(500, 20) == id_of(20));
    CHECK(at(5, 600) == id_of(20));
    CHECK(at(-5, 600) == id_of(20));
    CHECK(at(500, 600) == base::Id{});
}

TEST_CASE("levels above all and below all, also when what lay there is gone") {
    ui::Canvas canvas;
    CHECK(canvas.top_level() == methods::first_order_key);
    canvas.take(news_of({note(10, {0, 0, 10, 10}, "V00A"), note(11, {0, 0, 10, 10}, "V003"), note(12, {}, "no key!")}));
    CHECK(canvas.top_level() > "V00A");
    CHECK(canvas.bottom_level() < "V003");
    canvas.take(news_of({}, {id_of(10)}));
    CHECK(canvas.top_level() > "V003");
}

TEST_CASE("another board's news empty it, and what is no number does no harm") {
    ui::Canvas canvas;
    canvas.take(news_of({note(10, {0, 0, 200, 200})}));
    auto other = news_of({note(11, {NAN, 0, INFINITY, -50}), note(12, {1e300, -1e300, 1e300, 5})});
    other.board = id_of(2);
    canvas.take(other);
    CHECK(canvas.find(id_of(10)) == nullptr);
    CHECK(canvas.size() == 2);
    const auto extent = canvas.extent();
    for (const double value : {extent.x, extent.y, extent.w, extent.h}) CHECK(std::isfinite(value));
    CHECK(canvas.within({-10, -10, 20, 20}).size() == 1);
    CHECK(canvas.at({NAN, 0}, 5) == nullptr);
}

TEST_CASE("a board as full as may be is looked at by what is seen") {
    ui::Canvas canvas;
    std::vector<Item> items;
    items.reserve(model::most_items);
    constexpr int across = 250;
    for (int i = 0; i < static_cast<int>(model::most_items); ++i) {
        items.push_back(note(1000 + i, {240.0 * (i % across), 240.0 * (i / across), 200, 200}));
    }
    canvas.take(news_of(std::move(items), {}, true));
    CHECK(canvas.size() == model::most_items);
    CHECK(canvas.within({0, 0, 1919, 1079}).size() == 8 * 5);
    CHECK(canvas.all().size() == model::most_items);
    const auto* one = canvas.at({240.0 * 77 + 100, 240.0 * 33 + 100}, 4);
    REQUIRE(one != nullptr);
    CHECK(one->id == id_of(1000 + 33 * across + 77));
    // A change costs what it changes: as many as there are are soon done.
    for (int i = 0; i < 2000; ++i) {
        canvas.take(news_of({note(1000 + i, {240.0 * (i % across) + 1, 240.0 * (i / across), 200, 200})}));
    }
    CHECK(canvas.within({0, 0, 1919, 1079}).size() == 8 * 5);
}

TEST_CASE("a camera's ways there and back meet") {
    const ui::Camera camera{{-300, 120}, 0.37};
    const base::Rect view{40, 60, 1600, 900};
    const auto back = camera.to_board({500, 400}, view);
    const auto there = camera.to_window({back.x, back.y, 10, 10}, view);
    CHECK(there.x == doctest::Approx(500));
    CHECK(there.y == doctest::Approx(400));
    CHECK(there.w == doctest::Approx(3.7));
    const auto seen = camera.seen(view);
    CHECK(camera.to_window(seen, view).right() == doctest::Approx(view.right()));
}
