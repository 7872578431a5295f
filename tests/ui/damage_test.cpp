#include "ui/damage.hpp"

#include <imgui.h>

#include <cmath>
#include <map>
#include <random>

#include "ui/desk.hpp"
#include "ui/screen_painter.hpp"

using base::Rect;
using ui::Damage;

namespace {

constexpr base::Size full_hd{1920, 1080};
const Rect all_of_it{0, 0, full_hd.w, full_hd.h};

/// Boxes of shapes with their digests, as one picture.
std::vector<Rect> differs(Damage& damage, const std::vector<std::pair<Rect, std::uint64_t>>& shapes,
                          base::Size size = full_hd) {
    damage.begin(size);
    for (const auto& [box, digest] : shapes) damage.add(box.x, box.y, box.right(), box.bottom(), digest);
    return damage.end();
}

/// A window's painting side without a window: Dear ImGui's list, and what an OpenGL would make of it, px by px.
class Glass {
  public:
    static constexpr int wide = 400, high = 300;

    Glass() : context_(ImGui::CreateContext()) {
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = {wide, high};
        io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
        io.Fonts->Build();
    }
    ~Glass() { ImGui::DestroyContext(context_); }
    Glass(const Glass&) = delete;
    Glass& operator=(const Glass&) = delete;

    using Px = std::vector<std::uint64_t>;  // of each px: a digest of all that was drawn over it
    using Paint = std::function<void(paint::Painter&)>;

    /// Draws where it differs from the picture before; gives the parts.
    std::vector<Rect> draw_parts(const Paint& paint) {
        std::vector<Rect> parts;
        frame(paint, [&](ui::ScreenPainter& painter) {
            damage.begin({wide, high});
            painter.tell(damage);
            parts = damage.end();
            for (const auto& part : parts) {
                painter.narrow(part);
                rasterise(part, px);
            }
        });
        return parts;
    }
    /// All of it anew, elsewhere.
    Px draw_whole(const Paint& paint) {
        Px fresh(static_cast<std::size_t>(wide) * high);
        frame(paint, [&](ui::ScreenPainter&) { rasterise({0, 0, wide, high}, fresh); });
        return fresh;
    }

    /// A picture that is kept, in the same texture as all the others.
    struct Kept final : paint::KeptPicture {
        Kept(base::Size size, std::uint64_t number_) : KeptPicture(size), number(number_) {}
        std::uint64_t number;
    };
    std::uint64_t kept = 0;
    int triangles_kept = 0;
    Damage damage;
    Px px = Px(static_cast<std::size_t>(wide) * high);

  private:
    template <class Then>
    void frame(const Paint& paint, const Then& then) {
        ImGui::NewFrame();
        ui::ScreenPainter painter(*ImGui::GetBackgroundDrawList(), atlas_,
                                  {{wide, high},
                                   [](int page) { return static_cast<std::uintptr_t>(page + 1); },
                                   [this](const auto& rects) {
                                       for (const auto& rect : rects) {
                                           for (int y = rect.y; y < rect.y + rect.h; ++y) {
                                               for (int x = rect.x; x < rect.x + rect.w; ++x)
                                                   put(x, y, 0xC1EA2 + rect.colour.r);
                                           }
                                       }
                                   },
                                   {},
                                   [this](ImDrawList& list, base::Size size) {
                                       triangles_kept += list.IdxBuffer.Size / 3;
                                       return std::make_shared<Kept>(size, ++kept);
                                   },
                                   [](const paint::KeptPicture& picture) {
                                       constexpr std::uintptr_t the_same = 7;
                                       const auto number = static_cast<const Kept&>(picture).number;
                                       return the_same | (number << ui::ScreenPainter::number_shift);
                                   }});
        paint(painter);
        ImGui::Render();
        then(painter);
    }
    void put(int x, int y, std::uint64_t value) {
        auto& at = (*target_)[static_cast<std::size_t>(y) * wide + static_cast<std::size_t>(x)];
        at = ui::digested(at, value);
    }
    /// Every triangle that covers a px's middle leaves its mark there.
    void rasterise(const Rect& part, Px& target) {
        target_ = &target;
        for (int y = int(part.y); y < int(part.bottom()); ++y) {
            for (int x = int(part.x); x < int(part.right()); ++x) target[static_cast<std::size_t>(y * wide + x)] = 0;
        }
        const auto& list = *ImGui::GetBackgroundDrawList();
        for (const auto& command : list.CmdBuffer) {
            if (command.UserCallback != nullptr) {
                command.UserCallback(&list, &command);
                continue;
            }
            for (unsigned i = 0; i < command.ElemCount; i += 3) {
                const auto* index = list.IdxBuffer.Data + command.IdxOffset + i;
                const auto* vertices = list.VtxBuffer.Data + command.VtxOffset;
                triangle({vertices[index[0]], vertices[index[1]], vertices[index[2]]}, command);
            }
        }
        target_ = nullptr;
    }
    void triangle(const std::array<ImDrawVert, 3>& corner, const ImDrawCmd& command) {
        const auto& clip = command.ClipRect;
        const auto side = [](ImVec2 a, ImVec2 b, double x, double y) {
            return (double(b.x) - a.x) * (y - a.y) - (double(b.y) - a.y) * (x - a.x);
        };
        const auto [a, b, c] = std::array{corner[0].pos, corner[1].pos, corner[2].pos};
        const auto from_x = std::max({std::floor(std::min({a.x, b.x, c.x})), std::floor(clip.x), 0.0F});
        const auto from_y = std::max({std::floor(std::min({a.y, b.y, c.y})), std::floor(clip.y), 0.0F});
        const auto to_x = std::min({std::ceil(std::max({a.x, b.x, c.x})), clip.z, float(wide)});
        const auto to_y = std::min({std::ceil(std::max({a.y, b.y, c.y})), clip.w, float(high)});
        std::uint64_t mark = reinterpret_cast<std::uintptr_t>(command.GetTexID());
        for (const auto& one : corner) {
            for (const float value : {one.pos.x, one.pos.y, one.uv.x, one.uv.y}) {
                mark = ui::digested(mark, static_cast<std::uint64_t>(std::llround(double(value) * 65536)));
            }
            mark = ui::digested(mark, one.col);
        }
        for (int y = int(from_y); y < int(to_y); ++y) {
            for (int x = int(from_x); x < int(to_x); ++x) {
                const double p = side(a, b, x + 0.5, y + 0.5), q = side(b, c, x + 0.5, y + 0.5),
                             r = side(c, a, x + 0.5, y + 0.5);
                if ((p >= 0 && q >= 0 && r >= 0) || (p <= 0 && q <= 0 && r <= 0)) put(x, y, mark);
            }
        }
    }

    ImGuiContext* context_;
    paint::GlyphAtlas atlas_;
    Px* target_ = nullptr;
};

/// Shapes that come, go, move and change colour from one picture to the next.
class Scribble {
  public:
    explicit Scribble(std::uint64_t seed) : random_(seed) {}

    void change() {
        const auto which = below(static_cast<int>(shapes_.size()) + 1);
        if (below(4) == 0 && !shapes_.empty()) {
            shapes_.erase(shapes_.begin() + below(static_cast<int>(shapes_.size())));
        } else if (which < static_cast<int>(shapes_.size()) && below(2) == 0) {
            shapes_[static_cast<std::size_t>(which)] = shape();
        } else {
            shapes_.insert(shapes_.begin() + which, shape());
        }
    }
    void draw(paint::Painter& painter) const {
        painter.fill({0, 0, Glass::wide, Glass::high}, 0, base::rgb(0xF6F3EC));
        for (const auto& shape : shapes_) shape(painter);
    }

  private:
    int below(int most) { return static_cast<int>(random_() % static_cast<std::uint64_t>(std::max(1, most))); }
    std::function<void(paint::Painter&)> shape() {
        const Rect area{double(below(500)) - 50, double(below(400)) - 50, double(below(260)), double(below(200))};
        base::Colour colour = base::rgb(static_cast<std::uint32_t>(below(0xFFFFFF)));
        if (below(2) == 0) colour = base::with_alpha(colour, 0.4);
        const double size = below(30), width = 0.5 + below(8) * 0.5;
        const std::array<base::Point, 3> points{
            base::Point{area.x, area.y}, {area.right(), area.y + size}, {area.x + size, area.bottom()}};
        switch (below(10)) {
            case 0:
            case 1:
                return [=](paint::Painter& painter) { painter.fill(area, size, colour); };
            case 2:
                return [=](paint::Painter& painter) { painter.stroke(area, size, colour, width); };
            case 3:
                return [=](paint::Painter& painter) { painter.line(points, colour, width); };
            case 4:
                return [=](paint::Painter& painter) { painter.polygon(points, colour); };
            case 5:
                return [=](paint::Painter& painter) { painter.circle(area.centre(), size, colour); };
            case 6:
                return [=](paint::Painter& painter) { painter.ring(area.centre(), size, colour, width); };
            case 7:
                return [=](paint::Painter& painter) { painter.shadow(area, size, 1 + size, 0.14); };
            case 8:
                return [=](paint::Painter& painter) { painter.strip(points, colour); };
            default:
                return [=](paint::Painter& painter) {
                    const auto text = Desk::type_setter().set("Idé " + std::to_string(int(area.x)), {});
                    painter.push_clip(area);
                    painter.text(*text, area.top_left(), colour);
                    painter.pop_clip();
                };
        }
    }

    std::mt19937_64 random_;
    std::vector<std::function<void(paint::Painter&)>> shapes_;
};

}  // namespace

TEST_CASE("the first picture differs everywhere, the same one again nowhere") {
    Damage damage;
    CHECK(differs(damage, {{{10, 10, 50, 50}, 1}}) == std::vector{all_of_it});
    CHECK(differs(damage, {{{10, 10, 50, 50}, 1}}).empty());
    CHECK(differs(damage, {{{10, 10, 50, 50}, 2}}) == std::vector{Rect{0, 0, 64, 64}});
}

TEST_CASE("what was forgotten, or has another size, differs everywhere") {
    Damage damage;
    differs(damage, {});
    damage.forget();
    CHECK(differs(damage, {}) == std::vector{all_of_it});
    CHECK(differs(damage, {}, {1280, 720}) == std::vector{Rect{0, 0, 1280, 720}});
    CHECK(differs(damage, {}, {1280, 720}).empty());
}

TEST_CASE("a shape that moves is drawn anew where it was and where it is") {
    Damage damage;
    differs(damage, {{{10, 10, 20, 20}, 1}});
    const auto parts = differs(damage, {{{1000, 1000, 20, 20}, 1}});
    CHECK(parts == std::vector<Rect>{{0, 0, 64, 64}, {960, 960, 64, 64}});
}

TEST_CASE("which of two lies on top is a difference") {
    Damage damage;
    differs(damage, {{{0, 0, 60, 60}, 1}, {{30, 30, 60, 60}, 2}});
    CHECK_FALSE(differs(damage, {{{30, 30, 60, 60}, 2}, {{0, 0, 60, 60}, 1}}).empty());
}

TEST_CASE("parts stay within the picture, do not overlap and are few") {
    Damage damage;
    differs(damage, {});
    std::vector<std::pair<Rect, std::uint64_t>> many;
    for (int i = 0; i < 40; ++i) many.emplace_back(Rect{double(i * 397 % 1900), double(i * 211 % 1070), 20, 20}, 7);
    many.emplace_back(Rect{-500, 1070, 5000, 500}, 7);
    const auto parts = differs(damage, many);
    CHECK(parts.size() <= 4);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        CHECK(parts[i].intersected(all_of_it) == parts[i]);
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(parts[i].overlaps(parts[j]));
    }
    for (const auto& shape : many) {
        const auto seen = shape.first.intersected(all_of_it);
        double covered = 0;
        for (const auto& part : parts) covered += seen.intersected(part).w * seen.intersected(part).h;
        CHECK(covered == doctest::Approx(seen.w * seen.h));
    }
}

TEST_CASE("pictures that are drawn in parts are px by px those that are drawn whole") {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        CAPTURE(seed);
        Glass glass;
        Scribble scribble(seed);
        const auto paint = [&scribble](paint::Painter& painter) { scribble.draw(painter); };
        std::size_t drawn = 0;
        for (int step = 0; step < 12; ++step) {
            CAPTURE(step);
            scribble.change();
            drawn += glass.draw_parts(paint).size();
            REQUIRE(glass.px == glass.draw_whole(paint));
        }
        CHECK(drawn >= 4);
        CHECK(glass.draw_parts(paint).empty());
    }
}

TEST_CASE("a picture that is kept is drawn beside, shown as what it is, and another one is a difference") {
    Glass glass;
    std::shared_ptr<const paint::KeptPicture> picture;
    const auto keep = [&picture](paint::Painter& painter) {
        REQUIRE(painter.keeps());
        picture = painter.keep({64, 64}, [](paint::Painter& inside) {
            inside.fill({0, 0, 64, 64}, 0, base::rgb(0xF6F3EC));
            inside.fill({8, 8, 20, 20}, 0, base::rgb(0x17211F));
        });
    };
    const auto show = [&picture](paint::Painter& painter) { painter.show(*picture, {128, 64, 64, 64}); };
    glass.draw_parts(keep);
    CHECK(picture->size() == base::Size{64, 64});
    CHECK(glass.triangles_kept >= 2);
    CHECK(glass.draw_parts(show).size() == 1);
    CHECK(glass.draw_parts(show).empty());
    glass.draw_parts([&](paint::Painter& painter) {
        keep(painter);
        show(painter);
    });
    REQUIRE(glass.kept == 2);
    CHECK(glass.draw_parts(show).empty());
    glass.draw_whole(keep);
    const auto parts = glass.draw_parts(show);
    CHECK(parts.size() == 1);
    for (const auto& part : parts) CHECK(part.intersected({128, 64, 64, 64}) == Rect{128, 64, 64, 64});
}
