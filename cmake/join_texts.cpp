// Joins the fragments of one language to a whole catalogue, at build time.
//
//   join_texts CATALOGUE.po PAGE.json|- HEADER.po FRAGMENT.po...
//
// Writes the header and the fragments, one after another, to CATALOGUE.po (msgfmt makes the .mo of it) and, when asked,
// the same texts as flat JSON: {"key":"text"}, keys sorted, UTF-8. A text with plural forms becomes "key#0", "key#1", …
// in the order of the catalogue's Plural-Forms. A key that stands twice, or that has no text, stops the build with the
// fragment's name and line.
#include <gettext-po.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace {

struct Fragment {
    std::string file;
    std::size_t first_line = 1;  // its line 1, counted in the joined catalogue
};

std::vector<Fragment> fragments;
bool failed = false;

/// "errors.sv.po:7" for a line of the joined catalogue.
std::string place_of(std::size_t line) {
    const Fragment* inside = &fragments.front();
    for (const auto& fragment : fragments) {
        if (fragment.first_line <= line) inside = &fragment;
    }
    return inside->file + ":" + std::to_string(line < inside->first_line ? 1 : line - inside->first_line + 1);
}

void report(const std::string& place, const std::string& message) {
    failed = true;
    std::fprintf(stderr, "%s: %s\n", place.c_str(), message.c_str());
}

void on_fault(int severity, po_message_t, const char*, size_t line, size_t, int, const char* text) {
    if (severity != PO_SEVERITY_WARNING) report(place_of(line), text);
}

void on_two_faults(int severity, po_message_t, const char*, size_t line, size_t, int, const char* text, po_message_t,
                   const char*, size_t other_line, size_t, int, const char* other_text) {
    if (severity == PO_SEVERITY_WARNING) return;
    report(place_of(line), text);
    report(place_of(other_line), other_text);
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
            out += escaped;
        } else {
            out += c;
        }
    }
    return out + "\"";
}

using Texts = std::map<std::string, std::string>;

void take(po_message_t message, Texts& texts) {
    const std::string key = po_message_msgid(message);
    if (key.empty()) return;
    if (po_message_is_fuzzy(message) != 0) report(key, "is marked fuzzy; check the text and take the mark away");
    if (po_message_msgid_plural(message) == nullptr) {
        texts[key] = po_message_msgstr(message);
        if (texts[key].empty()) report(key, "has no text");
        return;
    }
    for (int form = 0;; ++form) {
        const char* text = po_message_msgstr_plural(message, form);
        if (text == nullptr) break;
        if (*text == '\0') report(key, "has an empty plural form");
        texts[key + "#" + std::to_string(form)] = text;
    }
}

/// Keys that stand twice with the same text pass the parser, so they are looked for here.
void find_twins(const std::string& joined) {
    std::map<std::string, std::size_t> first;
    std::istringstream lines(joined);
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (!line.starts_with("msgid ")) continue;
        const auto [at, fresh] = first.emplace(line, number);
        if (fresh) continue;
        report(place_of(number), line + " stands twice");
        report(place_of(at->second), "here is the first");
    }
}

}  // namespace

int main(int count, char** words) {
    if (count < 4) return 2;
    std::string joined;
    for (int i = 3; i < count; ++i) {
        std::ifstream in(words[i], std::ios::binary);
        if (!in) {
            report(words[i], "cannot be read");
            return 1;
        }
        std::size_t lines = 1;
        for (const char c : joined) lines += c == '\n';
        fragments.push_back({words[i], lines});
        joined.append(std::istreambuf_iterator<char>(in), {});
        joined += "\n\n";
    }
    find_twins(joined);
    if (failed) return 1;
    std::ofstream(words[1], std::ios::binary) << joined;

    po_xerror_handler handler{&on_fault, &on_two_faults};
    po_file_t file = po_file_read(words[1], &handler);
    if (file == nullptr || failed) return 1;
    po_file_check_all(file, &handler);
    Texts texts;
    po_message_iterator_t messages = po_message_iterator(file, nullptr);
    while (po_message_t message = po_next_message(messages)) take(message, texts);
    po_message_iterator_free(messages);
    po_file_free(file);
    if (failed) return 1;
    if (std::string(words[2]) == "-") return 0;

    std::string json = "{";
    for (const auto& [key, text] : texts) {
        json += json.size() > 1 ? ",\n" : "\n";
        json += quoted(key) + ":" + quoted(text);
    }
    json += "\n}\n";
    std::ofstream(words[2], std::ios::binary) << json;
    return 0;
}
