#include "app/code_cards.hpp"

#include "app/people_files.hpp"
#include "app/register_file.hpp"
#include "base/language.hpp"
#include "paint/code_cards.hpp"

namespace app {

base::Result<std::string> code_cards_pdf(const std::vector<std::string>& codes, const std::string& address) {
    paint::CodeCards cards;
    cards.codes = codes;
    cards.address = address;
    cards.title = base::tr("codes.card.title");
    cards.text = base::tr("codes.card.text");
    cards.where = address.substr(0, address.find("/?"));
    paint::Typesetter type;
    return paint::code_cards_to_pdf(type, cards);
}

base::Result<std::string> join_cards_pdf(const std::string& join_code, int count, const std::string& address) {
    paint::CodeCards cards;
    cards.codes.assign(static_cast<std::size_t>(count), join_code);
    cards.address = address + "/?k=";
    cards.title = base::tr("cards.card.title");
    cards.text = base::tr("cards.card.text");
    cards.where = address;
    paint::Typesetter type;
    return paint::code_cards_to_pdf(type, cards);
}

base::Result<std::string> print_codes(const base::Path& register_file, const std::vector<std::string>& codes,
                                      const std::string& address) {
    IR_TRY(const auto pdf, code_cards_pdf(codes, address));
    const auto file = free_people_file(register_file, "codes", ".pdf");
    IR_DO(write_output(file, register_file, pdf));
    return file.string();
}

}  // namespace app
