#include "paint/paper.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <cairo-pdf.h>

#include "base/check.hpp"
#include "base/language.hpp"
#include "paint/aloud.hpp"
#include "paint/cairo_painter.hpp"
#include "paint/glyph_picture_private.hpp"
#include "paint/pdf_words_private.hpp"

namespace paint {
namespace {

struct Ends {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, Ends>;
using Cairo = std::unique_ptr<cairo_t, Ends>;

constexpr double most_side_px = 20000;
constexpr double most_px = 100e6;
constexpr double most_page_pt = 14400;  // what PDF readers take

cairo_status_t append(void* to, const unsigned char* bytes, unsigned int count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

/// Everything that Cairo draws to is memory, so that what fails is memory too.
base::Done status(cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return base::refuse(base::Code::too_large, cairo_status_to_string(status));
}

}  // namespace

struct Picture::Inside {
    Surface surface;
    Cairo cairo;
    std::optional<CairoPainter> painter;
};

Picture::Picture(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Picture::Picture(Picture&&) noexcept = default;
Picture& Picture::operator=(Picture&&) noexcept = default;
Picture::~Picture() = default;

base::Result<Picture> Picture::make(base::Size size, double scale) {
    const double w = std::ceil(size.w * scale);
    const double h = std::ceil(size.h * scale);
    if (!(w >= 1) || !(h >= 1)) return base::refuse(base::Code::bad_shape, "a picture has a size");
    if (w > most_side_px || h > most_side_px || w * h > most_px) {
        return base::refuse(base::Code::too_large,
                            std::to_string(std::llround(w)) + " × " + std::to_string(std::llround(h)) + " px");
    }
    auto inside = std::make_unique<Inside>();
    inside->surface.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(w), static_cast<int>(h)));
    inside->cairo.reset(cairo_create(inside->surface.get()));
    IR_DO(status(cairo_status(inside->cairo.get())));
    cairo_set_source_rgb(inside->cairo.get(), 1, 1, 1);
    cairo_paint(inside->cairo.get());
    cairo_scale(inside->cairo.get(), scale, scale);
    inside->painter.emplace(inside->cairo.get());
    return Picture(std::move(inside));
}

Painter& Picture::painter() {
    return *inside_->painter;
}

int Picture::width_px() const {
    return cairo_image_surface_get_width(inside_->surface.get());
}

int Picture::height_px() const {
    return cairo_image_surface_get_height(inside_->surface.get());
}

base::Colour Picture::pixel(int x, int y) const {
    cairo_surface_flush(inside_->surface.get());
    const auto* rows = cairo_image_surface_get_data(inside_->surface.get());
    const auto* row = rows + static_cast<std::ptrdiff_t>(y) * cairo_image_surface_get_stride(inside_->surface.get());
    return base::rgb(reinterpret_cast<const std::uint32_t*>(row)[x] & 0xFFFFFFU);
}

base::Result<std::string> Picture::to_png() const {
    IR_DO(status(cairo_status(inside_->cairo.get())));
    std::string png;
    IR_DO(status(cairo_surface_write_to_png_stream(inside_->surface.get(), append, &png)));
    return png;
}

base::Done Picture::write(const base::Path& file) const {
    IR_TRY(const auto png, to_png());
    return base::write_file(file, png);
}

namespace {

const char* tag_of(AloudPart::Kind kind) {
    switch (kind) {
        case AloudPart::Kind::title:
            return "H1";
        case AloudPart::Kind::heading:
            return "H2";
        case AloudPart::Kind::words:
            return "P";
        case AloudPart::Kind::picture:
            return "Figure";
    }
    return "P";
}

/// Draws on paper, and keeps what is to be told of it.
class DocumentPainter final : public CairoPainter, public Aloud {
  public:
    explicit DocumentPainter(cairo_t* cairo) : CairoPainter(cairo), target_(cairo) {}

    void begin_chapter(const std::string& text) {
        chapters_.push_back({text, page_});
        section_ = 0;
    }
    void begin_section(std::size_t number) override { section_ = number; }
    void begin_part(AloudPart part) override {
        base::check(!in_part_, "a part begins after the one before has ended");
        in_part_ = true;
        const Place place{chapters_.size(), section_, part.order};
        if (!places_.insert(place).second) return;
        if (words_.parts.empty()) cairo_tag_begin(target_, "Document", nullptr);
        tag_ = tag_of(part.kind);
        cairo_tag_begin(target_, tag_, nullptr);
        reading_.push_back({place, words_.parts.size()});
        if (!part.bookmark.empty()) bookmarks_.push_back({place, std::move(part.bookmark), page_, part.at});
        words_.parts.push_back({std::move(part.instead), std::move(part.language)});
    }
    void end_part() override {
        base::check(std::exchange(in_part_, false), "a part ends that has begun");
        if (const auto* tag = std::exchange(tag_, nullptr)) cairo_tag_end(target_, tag);
    }
    void next_page() { ++page_; }

    /// Nothing may be drawn afterwards.
    PdfWords finish(cairo_surface_t* surface) {
        if (!words_.parts.empty()) cairo_tag_end(target_, "Document");
        const auto by_place = [](const auto& a, const auto& b) { return a.place < b.place; };
        std::sort(bookmarks_.begin(), bookmarks_.end(), by_place);
        std::sort(reading_.begin(), reading_.end(), by_place);
        std::vector<int> parents{CAIRO_PDF_OUTLINE_ROOT};
        for (const auto& [text, page] : chapters_) {
            parents.push_back(add_outline(surface, CAIRO_PDF_OUTLINE_ROOT, text, page, {}));
        }
        for (const auto& [place, text, page, at] : bookmarks_) {
            add_outline(surface, parents[std::get<0>(place)], text, page, at);
        }
        for (const auto& one : reading_) words_.reading.push_back(one.part);
        return std::move(words_);
    }

  private:
    using Place = std::tuple<std::size_t, std::size_t, std::size_t>;  // chapter, section and order
    struct Read {
        Place place;
        std::size_t part = 0;
    };
    struct Bookmark {
        Place place;
        std::string text;
        int page = 1;
        base::Point at;
    };
    struct Chapter {
        std::string text;
        int page = 1;
    };
    static int add_outline(cairo_surface_t* surface, int parent, const std::string& text, int page, base::Point at) {
        const auto whole = [](double value) { return std::to_string(std::llround(std::max(0.0, value))); };
        const auto link = "page=" + std::to_string(page) + " pos=[" + whole(at.x) + " " + whole(at.y) + "]";
        return cairo_pdf_surface_add_outline(surface, parent, text.c_str(), link.c_str(), CAIRO_PDF_OUTLINE_FLAG_OPEN);
    }

    cairo_t* target_;
    PdfWords words_;
    std::set<Place> places_;
    std::vector<Read> reading_;
    std::vector<Bookmark> bookmarks_;
    std::vector<Chapter> chapters_;
    std::size_t section_ = 0;
    int page_ = 1;
    bool in_part_ = false;
    const char* tag_ = nullptr;  // of the part, when it is told
};

}  // namespace

struct Document::Inside {
    std::string bytes, language{base::language()};
    Surface surface;
    Cairo cairo;
    std::optional<DocumentPainter> painter;
};

Document::Document(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

base::Result<Document> Document::make(base::Size page, const std::string& title) {
    IR_DO(check_fonts());
    if (!(page.w >= 1) || !(page.h >= 1)) return base::refuse(base::Code::bad_shape, "a page has a size");
    if (page.w > most_page_pt || page.h > most_page_pt) {
        return base::refuse(base::Code::too_large, std::to_string(std::llround(page.w)) + " × " +
                                                       std::to_string(std::llround(page.h)) + " pt");
    }
    auto inside = std::make_unique<Inside>();
    inside->surface.reset(cairo_pdf_surface_create_for_stream(append, &inside->bytes, page.w, page.h));
    cairo_pdf_surface_set_metadata(inside->surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(inside->surface.get(), CAIRO_PDF_METADATA_CREATOR, "Idérum");
    inside->cairo.reset(cairo_create(inside->surface.get()));
    IR_DO(status(cairo_status(inside->cairo.get())));
    inside->painter.emplace(inside->cairo.get());
    return Document(std::move(inside));
}

Painter& Document::painter() {
    return *inside_->painter;
}

void Document::next_page(std::optional<base::Size> size) {
    cairo_show_page(inside_->cairo.get());
    if (size) cairo_pdf_surface_set_size(inside_->surface.get(), size->w, size->h);
    inside_->painter->next_page();
}

void Document::begin_chapter(const std::string& text) {
    inside_->painter->begin_chapter(text);
}

void Document::set_language(std::string language) {
    inside_->language = std::move(language);
}

base::Result<std::string> Document::finish() {
    auto words = inside_->painter->finish(inside_->surface.get());
    words.language = inside_->language;
    IR_DO(status(cairo_status(inside_->cairo.get())));
    cairo_surface_finish(inside_->surface.get());
    IR_DO(status(cairo_surface_status(inside_->surface.get())));
    return with_words(std::move(inside_->bytes), words);
}

base::Done Document::write(const base::Path& file) {
    IR_TRY(const auto pdf, finish());
    return base::write_file(file, pdf);
}

}  // namespace paint
