#include "paint/pdf_parts.hpp"

#include <qpdf/qpdf-c.h>

#include <algorithm>

namespace {

std::string text_at(qpdf_data file, qpdf_oh of, const char* key) {
    const auto value = qpdf_oh_get_key(file, of, key);
    return qpdf_oh_is_string(file, value) != 0 ? qpdf_oh_get_utf8_value(file, value) : "";
}

void read_parts(qpdf_data file, qpdf_oh root, PdfParts& found) {
    auto below = qpdf_oh_get_key(file, qpdf_oh_get_key(file, root, "/StructTreeRoot"), "/K");
    if (qpdf_oh_is_array(file, below) != 0) below = qpdf_oh_get_array_item(file, below, 0);
    const auto parts = qpdf_oh_get_key(file, below, "/K");
    const int count = qpdf_oh_is_array(file, parts) != 0 ? qpdf_oh_get_array_n_items(file, parts) : 0;
    for (int i = 0; i < count; ++i) {
        const auto part = qpdf_oh_get_array_item(file, parts, i);
        const std::string tag = qpdf_oh_get_name(file, qpdf_oh_get_key(file, part, "/S"));
        found.parts.push_back({tag.substr(1), text_at(file, part, "/Alt"), text_at(file, part, "/Lang")});
    }
}

void read_bookmarks(qpdf_data file, qpdf_oh root, PdfParts& found) {
    auto entry = qpdf_oh_get_key(file, qpdf_oh_get_key(file, root, "/Outlines"), "/First");
    for (; qpdf_oh_is_dictionary(file, entry) != 0; entry = qpdf_oh_get_key(file, entry, "/Next")) {
        found.bookmarks.push_back(text_at(file, entry, "/Title"));
    }
}

}  // namespace

std::string PdfParts::tags() const {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : " ") + part.tag;
    return all;
}

std::size_t PdfParts::count(const std::string& tag) const {
    return static_cast<std::size_t>(
        std::count_if(parts.begin(), parts.end(), [&tag](const auto& part) { return part.tag == tag; }));
}

PdfParts parts_of(const std::string& pdf) {
    PdfParts found;
    auto* file = qpdf_init();
    qpdf_silence_errors(file);
    const bool read = qpdf_read_memory(file, "PDF", pdf.data(), pdf.size(), nullptr) == QPDF_SUCCESS;
    found.sound = read && qpdf_check_pdf(file) == QPDF_SUCCESS;
    if (read) {
        const auto root = qpdf_get_root(file);
        found.language = text_at(file, root, "/Lang");
        if (qpdf_oh_has_key(file, root, "/StructTreeRoot") != 0) read_parts(file, root, found);
        if (qpdf_oh_has_key(file, root, "/Outlines") != 0) read_bookmarks(file, root, found);
        found.pages = static_cast<std::size_t>(qpdf_get_num_pages(file));
    }
    qpdf_cleanup(&file);
    return found;
}
