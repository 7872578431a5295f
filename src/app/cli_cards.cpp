// `iderum cards`: cards to join the session with, for the tables.
#include <cstdio>
#include <memory>

#include "app/cli.hpp"
#include "app/code_cards.hpp"
#include "app/command.hpp"
#include "app/register_file.hpp"
#include "base/language.hpp"
#include "registrar/registrar.hpp"

namespace app {
namespace {

struct CardsWish {
    std::string file, pdf, address;
    int count = 10;
};

base::Done make_join_cards(const CardsWish& wish) {
    IR_TRY(auto reader, open_register(wish.file));
    IR_TRY(const auto open, registrar::read_open_session(reader));
    if (open.join_code.empty()) return base::refuse(base::Code::not_found, base::tr("cards.no_session"));
    auto address = wish.address;
    while (address.ends_with('/')) address.pop_back();
    IR_TRY(const auto pdf, join_cards_pdf(open.join_code, wish.count, address));
    IR_DO(write_output(wish.pdf, wish.file, pdf));
    std::fprintf(stderr, "%s\n",
                 base::tr("cards.made", {{"count", std::to_string(wish.count)}, {"file", wish.pdf}}).c_str());
    return {};
}

}  // namespace

void add_cards_command(Command& root) {
    constexpr long most_cards = 500;
    auto* command = root.add_subcommand("cards", base::tr("cards.about"));
    const auto wish = std::make_shared<CardsWish>();
    takes_a(command->add_option("--register", wish->file, base::tr("cards.option.register"))->required(), "file");
    takes_a(command->add_option("--address", wish->address, base::tr("cards.option.address"))->required(), "address");
    takes_a(command->add_option("--pdf", wish->pdf, base::tr("cards.option.pdf"))->required(), "file");
    takes_whole(command->add_option("--count", wish->count, base::tr("cards.option.count")), 1, most_cards);
    command->callback([wish] {
        if (const auto done = make_join_cards(*wish); !done) refused(done.error());
    });
}

}  // namespace app
