// An idea as a page to print.
#include <cstdio>

#include "app/cli.hpp"
#include "app/cli_register.hpp"
#include "app/register_cards.hpp"
#include "app/register_file.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "paint/idea_page.hpp"
#include "views/idea_history.hpp"

namespace app {
namespace {

constexpr int page_photo_px = 1024;  // on its longer side

base::Done write_page(const RegisterWish& wish) {
    IR_TRY(auto reader, open_register(wish.file));
    IR_TRY(const auto cards, read_cards(reader));
    IR_TRY(const auto card, find_card(cards, wish.idea));
    IR_TRY(const auto changes, reader.read_history(card.id));
    views::IdeaView idea;
    idea.card = card;
    idea.parts = views::read_parts(card);
    idea.history = views::read_idea_events(changes, card.id);
    auto page = paint::make_idea_page(idea, base::system_now_ms());
    if (const auto hash = card.text("photo_blob"); !hash.empty()) {
        // One that is erased or cannot be read is no photo: the page stands without it.
        IR_TRY(const auto jpeg, reader.read_photo(hash));
        auto photo = jpeg ? paint::read_photo(*jpeg, page_photo_px) : base::refuse(base::Code::not_found);
        if (photo) page.photo = std::make_shared<const paint::Photo>(std::move(*photo));
    }
    paint::Typesetter type;
    IR_TRY(const auto pdf, paint::idea_page_to_pdf(type, page));
    if (wish.pdf == "-") {
        std::fwrite(pdf.data(), 1, pdf.size(), stdout);
        return {};
    }
    IR_DO(write_output(wish.pdf, wish.file, pdf));
    std::fprintf(stderr, "%s\n", base::tr("board.written", {{"file", wish.pdf}}).c_str());
    return {};
}

}  // namespace

void print_idea(const RegisterWish& wish) {
    if (const auto done = write_page(wish); !done) refused(done.error());
}

}  // namespace app
