#include "app/code_cards.hpp"

#include <algorithm>
#include <cctype>

#include "app/register_file.hpp"
#include "base/clock.hpp"
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

base::Result<std::string> print_codes(const base::Path& register_file, const std::vector<std::string>& codes,
                                      const std::string& address) {
    IR_TRY(const auto pdf, code_cards_pdf(codes, address));
    // Digits of the time, so that no cards are ever written over.
    auto now = base::to_iso_utc(base::system_now_ms());
    std::erase_if(now, [](char c) { return std::isdigit(static_cast<unsigned char>(c)) == 0; });
    const auto folder = std::filesystem::absolute(register_file).parent_path();
    auto file = folder / (register_file.stem().string() + "-codes-" + now + ".pdf");
    std::error_code failed;
    for (int i = 2; std::filesystem::exists(file, failed); ++i) {
        file = folder / (register_file.stem().string() + "-codes-" + now + "-" + std::to_string(i) + ".pdf");
    }
    IR_DO(write_output(file, register_file, pdf));
    return file.string();
}

}  // namespace app
