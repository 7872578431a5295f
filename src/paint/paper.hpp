#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/geometry.hpp"
#include "paint/painter.hpp"

namespace paint {

/// A picture in memory, to be written as PNG. Needs no display. One thread.
class Picture {
  public:
    /// `size` in units that are drawn in, each `scale` px; white. Code::too_large over 20,000 px a side or 100 million
    /// px in all.
    static base::Result<Picture> make(base::Size size, double scale = 1);
    Picture(Picture&&) noexcept;
    Picture& operator=(Picture&&) noexcept;
    ~Picture();

    Painter& painter();
    int width_px() const;
    int height_px() const;
    base::Colour pixel(int x, int y) const;

    base::Result<std::string> to_png() const;
    /// Code::not_found, disk_full or disk_failed, as base::write_file.
    base::Done write(const base::Path& file) const;

  private:
    struct Inside;
    explicit Picture(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// A document in memory, to be written as PDF: text in it can be searched and copied, fonts are embedded. Units are
/// points. Colour emoji are images. One thread.
class Document {
  public:
    /// Begins with one page.
    static base::Result<Document> make(base::Size page, const std::string& title);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    Painter& painter();
    void next_page();

    /// For programs that read aloud: the language that most of it is in ("sv").
    void set_language(std::string language);
    enum class Part { title, heading, words, picture };
    /// What is drawn until the end is one part, to be read in this order; `instead` is said of a picture. Parts do not
    /// lie in each other, and end on the page they began on.
    void begin_part(Part part, std::string instead = {});
    void end_part();
    /// An entry of the table of contents that programs show beside the pages: leads to `at` on the page that is drawn.
    void add_bookmark(const std::string& text, base::Point at);

    /// The whole file; nothing may be drawn afterwards.
    base::Result<std::string> finish();
    /// finish() to a file.
    base::Done write(const base::Path& file);

  private:
    struct Inside;
    explicit Document(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

}  // namespace paint
