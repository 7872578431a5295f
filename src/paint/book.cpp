#include "paint/book.hpp"

#include <algorithm>
#include <utility>

#include "paint/book_private.hpp"

namespace paint {
namespace {

constexpr std::int64_t parts_of_chapter = 1000;

class BookPrint {
  public:
    BookPrint(Typesetter& type, const Book& book, std::optional<PaperSize> size, const DrawProgress& progress)
        : type_(type), book_(book), size_(size), progress_(progress) {}

    base::Result<std::string> print() {
        for (const auto& chapter : book_.chapters) {
            IR_DO(draw(chapter));
            before_ += parts_of_chapter;
        }
        return document_->finish();
    }

  private:
    base::Done begin(base::Size page, const std::string& title) {
        if (document_) {
            document_->next_page(page);
        } else {
            IR_TRY(auto made, Document::make(page, book_.title));
            made.set_language(book_.language);
            document_.emplace(std::move(made));
        }
        document_->begin_chapter(title);
        return {};
    }

    base::Done draw(const Book::Chapter& chapter) {
        const DrawProgress within = [this](std::int64_t done, std::int64_t of) {
            const auto parts = of > 0 ? done * parts_of_chapter / of : 0;
            const auto all = static_cast<std::int64_t>(book_.chapters.size()) * parts_of_chapter;
            return !progress_ || progress_(before_ + parts, all);
        };
        if (const auto* sheet = std::get_if<Sheet>(&chapter.board)) {
            const double width = size_ ? paper_width_pt(*size_) : a3_width_pt;
            IR_DO(begin(sheet_page(width), chapter.title));
            return draw_sheet_pages(*document_, type_, *sheet, width, within);
        }
        const BoardChapter board(std::get<BoardSheet>(chapter.board), {size_, false});
        IR_DO(begin(board.page(), chapter.title));
        return board.draw(*document_, type_, within);
    }

    Typesetter& type_;
    const Book& book_;
    std::optional<PaperSize> size_;
    const DrawProgress& progress_;
    std::optional<Document> document_;
    std::int64_t before_ = 0;  // of the chapters that are drawn
};

}  // namespace

base::Result<std::string> book_to_pdf(Typesetter& type, const Book& book, std::optional<PaperSize> size,
                                      const DrawProgress& progress) {
    if (book.chapters.empty()) return base::refuse(base::Code::bad_shape, "a book has chapters");
    return BookPrint(type, book, size, progress).print();
}

}  // namespace paint
