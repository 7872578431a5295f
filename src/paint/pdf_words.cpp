#include "paint/pdf_words_private.hpp"

#include <qpdf/qpdf-c.h>

#include <cstdlib>
#include <memory>
#include <string_view>
#include <type_traits>

#include "paint/paper.hpp"

namespace paint {
namespace {

struct PdfEnds {
    void operator()(qpdf_data file) const { qpdf_cleanup(&file); }
};
using PdfFile = std::unique_ptr<std::remove_pointer_t<qpdf_data>, PdfEnds>;

/// The element that holds all parts: Cairo makes one tree of them.
qpdf_oh find_document(qpdf_data file, qpdf_oh root) {
    const auto held = qpdf_oh_get_key(file, qpdf_oh_get_key(file, root, "/StructTreeRoot"), "/K");
    return qpdf_oh_is_array(file, held) != 0 ? qpdf_oh_get_array_item(file, held, 0) : held;
}

void add_parts(qpdf_data file, qpdf_oh document, const PdfWords& words) {
    const auto text = [file](const std::string& utf8) { return qpdf_oh_new_unicode_string(file, utf8.c_str()); };
    const auto drawn = qpdf_oh_get_key(file, document, "/K");
    const bool several = qpdf_oh_is_array(file, drawn) != 0;
    const auto count = several ? static_cast<std::size_t>(qpdf_oh_get_array_n_items(file, drawn)) : 1;
    // Words that came to another part than theirs would be worse than none.
    if (count != words.parts.size()) return;
    const auto part = [&](std::size_t i) {
        return several ? qpdf_oh_get_array_item(file, drawn, static_cast<int>(i)) : drawn;
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto& [instead, language] = words.parts[i];
        if (!instead.empty()) qpdf_oh_replace_key(file, part(i), "/Alt", text(instead));
        if (!language.empty()) qpdf_oh_replace_key(file, part(i), "/Lang", text(language));
    }
    const auto read = qpdf_oh_new_array(file);
    for (const auto i : words.reading) qpdf_oh_append_item(file, read, part(i));
    qpdf_oh_replace_key(file, document, "/K", read);
}

void add_words(qpdf_data file, const PdfWords& words) {
    const auto root = qpdf_get_root(file);
    qpdf_oh_replace_key(file, root, "/Lang", qpdf_oh_new_unicode_string(file, words.language.c_str()));
    qpdf_oh_replace_key(file, root, "/ViewerPreferences", qpdf_oh_parse(file, "<< /DisplayDocTitle true >>"));
    if (!words.parts.empty()) add_parts(file, find_document(file, root), words);
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

std::size_t count_pdf_texts(const std::string& pdf) {
    const PdfFile held(qpdf_init());
    auto* file = held.get();
    qpdf_silence_errors(file);
    qpdf_set_suppress_warnings(file, QPDF_TRUE);
    if ((qpdf_read_memory(file, "PDF", pdf.data(), pdf.size(), nullptr) & QPDF_ERRORS) != 0) {
        qpdf_get_error(file);  // else qpdf tells it
        return 0;
    }
    std::size_t count = 0;
    const int pages = qpdf_get_num_pages(file);
    for (int i = 0; i < pages; ++i) {
        unsigned char* bytes = nullptr;
        std::size_t size = 0;
        const auto page = qpdf_get_page_n(file, static_cast<std::size_t>(i));
        if ((qpdf_oh_get_page_content_data(file, page, &bytes, &size) & QPDF_ERRORS) != 0) continue;
        const std::unique_ptr<unsigned char, decltype(&std::free)> ends(bytes, &std::free);
        const std::string_view content(reinterpret_cast<const char*>(bytes), size);
        for (auto at = content.find("BT\n"); at != std::string_view::npos; at = content.find("BT\n", at + 1)) {
            count += at == 0 || content[at - 1] == ' ' || content[at - 1] == '\n' ? 1 : 0;
        }
    }
    return count;
}

}  // namespace paint
