// `iderum codes`: one-time codes on cards, before the day.
#include <cstdio>
#include <memory>

#include "app/cli.hpp"
#include "app/code_cards.hpp"
#include "app/command.hpp"
#include "app/register_file.hpp"
#include "app/register_writer.hpp"
#include "base/clock.hpp"
#include "base/language.hpp"
#include "intents/intent.hpp"
#include "registrar/codes.hpp"
#include "registrar/registrar.hpp"

namespace app {
namespace {

struct CodesWish {
    std::string file, pdf, address;
    int count = 30;
    bool new_session = false;
};

/// For the session that is open, else for the next. They are kept before they are printed, for a card whose code nobody
/// knows would be worse than a code that nobody has; and taken back when the cards cannot be written.
base::Done make_cards(const CodesWish& wish) {
    IR_DO(check_register_to_make(wish.file));
    IR_DO(check_register_output(wish.pdf, wish.file));
    // Other cards may lie there, and they would still count.
    std::error_code unreadable;
    if (std::filesystem::exists(wish.pdf, unreadable)) {
        return base::refuse(base::Code::bad_input, base::tr("codes.in_the_way"), wish.pdf);
    }
    IR_TRY(const auto writer, RegisterWriter::open(wish.file, base::system_now_ms));
    registrar::ReadSession open;
    if (!wish.new_session) {
        IR_TRY(open, registrar::read_open_session(writer->reader()));
    }
    IR_TRY(const auto before, writer->reader().read_session(open.session));
    registrar::Codes codes;
    codes.restore(before.kept);
    const auto made = registrar::make_codes(codes, wish.count);
    auto address = wish.address;
    while (address.ends_with('/')) address.pop_back();
    if (!address.empty()) address += open.join_code.empty() ? "/?c=" : "/?k=" + open.join_code + "&c=";
    IR_TRY(const auto pdf, code_cards_pdf(made, address));
    std::vector<store::SessionWrite> rows, taken_back;
    for (const auto& code : made) {
        rows.emplace_back(codes.row(open.session, code));
        taken_back.emplace_back(store::DropKept{open.session, registrar::Codes::key_of(code)});
    }
    IR_DO(writer->write_rows(std::move(rows)));
    IR_DO(writer->wait());
    if (const auto written = write_output(wish.pdf, wish.file, pdf); !written) {
        IR_DO(writer->write_rows(std::move(taken_back)));
        IR_DO(writer->wait());
        return written;
    }
    std::fprintf(stderr, "%s\n",
                 base::tr("codes.made", {{"count", std::to_string(wish.count)}, {"file", wish.pdf}}).c_str());
    return {};
}

}  // namespace

void add_codes_command(Command& root) {
    auto* command = root.add_subcommand("codes", base::tr("codes.about"));
    const auto wish = std::make_shared<CodesWish>();
    takes_a(command->add_option("--register", wish->file, base::tr("codes.option.register"))->required(), "file");
    takes_whole(command->add_option("--count", wish->count, base::tr("codes.option.count")), 1, intents::most_codes);
    takes_a(command->add_option("--pdf", wish->pdf, base::tr("codes.option.pdf"))->required(), "file");
    takes_a(command->add_option("--address", wish->address, base::tr("codes.option.address")), "address");
    command->add_flag("--new", wish->new_session, base::tr("codes.option.new"));
    command->callback([wish] {
        if (const auto done = make_cards(*wish); !done) refused(done.error());
    });
}

}  // namespace app
