#include "paint/pdf_words_private.hpp"

#include <qpdf/qpdf-c.h>

#include <memory>
#include <type_traits>

namespace paint {
namespace {

struct PdfEnds {
    void operator()(qpdf_data file) const { qpdf_cleanup(&file); }
};
using PdfFile = std::unique_ptr<std::remove_pointer_t<qpdf_data>, PdfEnds>;

/// Every /Figure below this element of the structure, in the order of reading.
void find_figures(qpdf_data file, qpdf_oh element, std::vector<qpdf_oh>& found, int depth) {
    constexpr int most_depth = 8;
    if (depth > most_depth) return;
    if (qpdf_oh_is_array(file, element) != 0) {
        const int count = qpdf_oh_get_array_n_items(file, element);
        for (int i = 0; i < count; ++i) {
            find_figures(file, qpdf_oh_get_array_item(file, element, i), found, depth + 1);
        }
    } else if (qpdf_oh_is_dictionary(file, element) != 0) {
        if (qpdf_oh_is_name_and_equals(file, qpdf_oh_get_key(file, element, "/S"), "/Figure") != 0) {
            found.push_back(element);
        }
        find_figures(file, qpdf_oh_get_key(file, element, "/K"), found, depth + 1);
    }
}

void add_words(qpdf_data file, const PdfWords& words) {
    const auto root = qpdf_get_root(file);
    const auto text = [file](const std::string& utf8) { return qpdf_oh_new_unicode_string(file, utf8.c_str()); };
    if (!words.language.empty()) qpdf_oh_replace_key(file, root, "/Lang", text(words.language));
    qpdf_oh_replace_key(file, root, "/ViewerPreferences", qpdf_oh_parse(file, "<< /DisplayDocTitle true >>"));
    std::vector<qpdf_oh> figures;
    find_figures(file, qpdf_oh_get_key(file, root, "/StructTreeRoot"), figures, 0);
    for (std::size_t i = 0; i < figures.size() && i < words.instead.size(); ++i) {
        if (!words.instead[i].empty()) qpdf_oh_replace_key(file, figures[i], "/Alt", text(words.instead[i]));
    }
}

}  // namespace

base::Result<std::string> with_words(std::string pdf, const PdfWords& words) {
    const PdfFile held(qpdf_init());
    auto* file = held.get();
    // What comes in is Cairo's: only memory can be wanting.
    const auto failed = [file](QPDF_ERROR_CODE code) { return (code & QPDF_ERRORS) != 0 || qpdf_has_error(file) != 0; };
    const auto refused = [file] {
        return base::refuse(base::Code::too_large, qpdf_get_error_full_text(file, qpdf_get_error(file)));
    };
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    if (failed(qpdf_read_memory(file, "PDF", pdf.data(), pdf.size(), nullptr))) return refused();
    add_words(file, words);
    if (failed(qpdf_init_write_memory(file))) return refused();
    qpdf_set_stream_data_mode(file, qpdf_s_preserve);
    if (failed(qpdf_write(file))) return refused();
    return std::string(reinterpret_cast<const char*>(qpdf_get_buffer(file)), qpdf_get_buffer_length(file));
}

}  // namespace paint
