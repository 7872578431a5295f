#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/files.hpp"
#include "base/geometry.hpp"
#include "paint/painter.hpp"

namespace paint {

/// Code::not_found, with the packages to install, where the system has no font at all: Pango ends the program there as
/// soon as a word is set. Documents and pictures of boards ask for it themselves. Any thread.
base::Done check_fonts();

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
    /// Begins with one page, in the program's language. Fails as check_fonts().
    static base::Result<Document> make(base::Size page, const std::string& title);
    Document(Document&&) noexcept;
    Document& operator=(Document&&) noexcept;
    ~Document();

    /// Tells programs that read aloud what is drawn, in parts (PartAloud).
    Painter& painter();
    /// Without a size as large as the one before.
    void next_page(std::optional<base::Size> size = {});
    /// An entry of the table of contents for the top of the page that is drawn; those of parts until the next chapter
    /// stand below it. What is drawn is read chapter by chapter.
    void begin_chapter(const std::string& text);

    /// The language that most of it is in ("sv").
    void set_language(std::string language);

    /// The whole file; nothing may be drawn afterwards.
    base::Result<std::string> finish();
    /// finish() to a file.
    base::Done write(const base::Path& file);

  private:
    struct Inside;
    explicit Document(std::unique_ptr<Inside> inside);
    std::unique_ptr<Inside> inside_;
};

/// How many pieces of text the pages of a PDF have; 0 when it cannot be read. For benchmarks.
std::size_t count_pdf_texts(const std::string& pdf);

}  // namespace paint
