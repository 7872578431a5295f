#pragma once
#include <string>
#include <vector>

#include "base/result.hpp"
#include "paint/text.hpp"

namespace paint {

/// Cards with one-time codes, to print and cut apart.
struct CodeCards {
    std::vector<std::string> codes;
    std::string address;  // what stands in the QR before the code: "http://192.168.1.7:8437/?k=K7QP2M&c="; empty: the
                          // code alone
    std::string title;    // of the document and, small, of each card
    std::string text;     // what a person needs to know
    std::string where;    // where the page is, for those who type; empty: nowhere
};

inline constexpr int code_cards_on_page = 10;

/// As a PDF of standing A4 pages, with lines to cut along. Code::too_large when a QR would not hold the address.
base::Result<std::string> code_cards_to_pdf(Typesetter& type, const CodeCards& cards);

}  // namespace paint
