#include "paint/sheet.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/language.hpp"
#include "paint/journey.hpp"
#include "paint/paper.hpp"
#include "paint/result_rows.hpp"

namespace paint {
namespace {

constexpr double margin = 48;
constexpr double no_limit = 1e9;
constexpr double a3_width_pt = 1190.55;
constexpr double most_height_pt = 14000;
constexpr double most_sheet_side_px = 19000;
constexpr double most_sheet_px = 90e6;

/// The light theme on white paper.
Palette print_palette() {
    auto palette = light_palette();
    palette.paper = base::rgb(0xFFFFFF);
    return palette;
}

/// Goes down the sheet, drawing when there is a painter; both ways measure alike.
class Sheeter {
  public:
    Sheeter(Painter* painter, Typesetter& type, const Sheet& sheet, double scale)
        : painter_(painter), type_(type), sheet_(sheet), scale_(scale), y_(px(margin)) {}

    double run() {
        add_text(sheet_.title, {.size_px = px(44), .weight = Weight::bold, .line_height = 1.15}, palette_.ink, 6);
        add_text(sheet_.subtitle, {.size_px = px(22)}, palette_.ink2, 28);
        add_board();
        for (const auto& poll : sheet_.polls) add_results(poll);
        const double height = std::max(y_ + px(60 + margin), px(sheet_least_height));
        if (painter_ != nullptr && !sheet_.foot.empty()) {
            const auto foot = type_.set(sheet_.foot, {.size_px = px(18)});
            painter_->text(*foot, {px(margin), height - px(margin) - foot->size().h}, palette_.ink3);
        }
        return height;
    }

  private:
    double px(double design) const { return design * scale_; }
    base::Rect rest() const { return {px(margin), y_, px(sheet_width - 2 * margin), no_limit}; }

    void add_text(const std::string& text, const TextStyle& style, base::Colour colour, double after) {
        if (text.empty()) return;
        const auto layout = type_.set(text, style, rest().w);
        if (painter_ != nullptr) painter_->text(*layout, {px(margin), y_}, colour);
        y_ += layout->size().h + px(after);
    }

    void add_board() {
        if (sheet_.notes.empty()) return;
        if (sheet_.phases.empty()) {
            const auto wall = lay_out_idea_wall(type_, sheet_.notes, sheet_.clusters, rest(), scale_, scale_);
            if (painter_ != nullptr) draw_idea_wall(*painter_, palette_, wall);
            y_ += wall.height + px(36);
            return;
        }
        const auto journey = journey_of(sheet_.notes, sheet_.phases, sheet_.polls);
        const auto board = lay_out_journey(type_, journey, sheet_.notes, rest(), scale_, scale_);
        if (painter_ != nullptr) draw_journey(*painter_, palette_, board);
        y_ += board.height + px(36);
    }

    void add_results(const views::PollView& poll) {
        const auto rows = result_rows(poll);
        if (rows.empty()) return;
        add_text(poll.question, {.size_px = px(28), .weight = Weight::bold}, palette_.ink, 0);
        const auto board = lay_out_results(type_, rows, rest(), scale_, scale_);
        if (painter_ != nullptr) draw_results(*painter_, palette_, rows, board);
        y_ += board.height + px(36);
    }

    Painter* painter_;
    Typesetter& type_;
    const Sheet& sheet_;
    double scale_;
    double y_;
    Palette palette_ = print_palette();
};

}  // namespace

double sheet_height(Typesetter& type, const Sheet& sheet) {
    return Sheeter(nullptr, type, sheet, 1).run();
}

void draw_sheet(Painter& painter, Typesetter& type, const Sheet& sheet, double scale) {
    Sheeter(&painter, type, sheet, scale).run();
}

base::Result<std::string> sheet_to_pdf(Typesetter& type, const Sheet& sheet) {
    const double height = sheet_height(type, sheet);
    const double scale = std::min(a3_width_pt / sheet_width, most_height_pt / height);
    IR_TRY(auto document, Document::make({sheet_width * scale, height * scale}, sheet.title));
    draw_sheet(document.painter(), type, sheet, scale);
    return document.finish();
}

base::Result<std::string> sheet_to_png(Typesetter& type, const Sheet& sheet) {
    const double height = sheet_height(type, sheet);
    const double scale =
        std::min({2.0, most_sheet_side_px / height, std::sqrt(most_sheet_px / (height * sheet_width))});
    IR_TRY(auto picture, Picture::make({sheet_width * scale, height * scale}));
    draw_sheet(picture.painter(), type, sheet, scale);
    return picture.to_png();
}

}  // namespace paint
