#include "curricula/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <vector>

#include "base/check.hpp"
#include "base/text.hpp"

namespace curricula {
namespace {

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
}

/// The address as written, entities and all: what is not plainly one of the three schemes is no link.
bool is_safe_address(std::string_view address) {
    const auto lower = base::lower(address);
    return lower.starts_with("https://") || lower.starts_with("http://") || lower.starts_with("mailto:");
}

/// The state of one rendering; md4c calls the functions below with it.
struct Rendering {
    std::string html;
    int pictures = 0;         // inside how many pictures' texts
    std::vector<bool> links;  // for each open link: was it written out
};

std::string_view attribute(const MD_ATTRIBUTE& value) {
    return {value.text, value.size};
}

/// An address is made of pieces, of which some are entities already.
void append_address(std::string& out, const MD_ATTRIBUTE& value) {
    for (std::size_t piece = 0; value.substr_offsets[piece] < value.size; ++piece) {
        const auto from = value.substr_offsets[piece];
        const std::string_view text(value.text + from, value.substr_offsets[piece + 1] - from);
        if (value.substr_types[piece] == MD_TEXT_ENTITY) {
            out += text;
        } else {
            append_escaped(out, text);
        }
    }
}

std::string heading_tag(const void* detail) {
    const auto level = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
    return "h" + std::to_string(std::clamp(level, 3U, 6U));
}

/// The tag of a block that has no attributes; empty for the document itself.
std::string block_tag(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
        case MD_BLOCK_QUOTE:
            return "blockquote";
        case MD_BLOCK_UL:
            return "ul";
        case MD_BLOCK_OL:
            return "ol";
        case MD_BLOCK_LI:
            return "li";
        case MD_BLOCK_H:
            return heading_tag(detail);
        case MD_BLOCK_P:
            return "p";
        case MD_BLOCK_TABLE:
            return "table";
        case MD_BLOCK_THEAD:
            return "thead";
        case MD_BLOCK_TBODY:
            return "tbody";
        case MD_BLOCK_TR:
            return "tr";
        case MD_BLOCK_TH:
            return "th";
        case MD_BLOCK_TD:
            return "td";
        default:
            return {};
    }
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* rendering) {
    auto& html = static_cast<Rendering*>(rendering)->html;
    if (type == MD_BLOCK_HR) html += "<hr>\n";
    if (type == MD_BLOCK_CODE) html += "<pre><code>";
    if (type == MD_BLOCK_OL) {
        const auto start = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start;
        html += start == 1 ? "<ol>" : "<ol start=\"" + std::to_string(start) + "\">";
    } else if (const auto tag = block_tag(type, detail); !tag.empty()) {
        html += "<" + tag + ">";
    }
    return 0;
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* rendering) {
    auto& html = static_cast<Rendering*>(rendering)->html;
    if (type == MD_BLOCK_CODE) html += "</code></pre>\n";
    if (const auto tag = block_tag(type, detail); !tag.empty()) html += "</" + tag + ">\n";
    return 0;
}

std::string_view span_tag(MD_SPANTYPE type) {
    switch (type) {
        case MD_SPAN_EM:
            return "em";
        case MD_SPAN_STRONG:
            return "strong";
        case MD_SPAN_CODE:
            return "code";
        case MD_SPAN_DEL:
            return "del";
        default:
            return {};
    }
}

int enter_span(MD_SPANTYPE type, void* detail, void* rendering) {
    auto& mine = *static_cast<Rendering*>(rendering);
    if (type == MD_SPAN_IMG && mine.pictures++ == 0) mine.html += "<span class=\"picture\">";
    if (type == MD_SPAN_A) {
        const auto address = attribute(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
        mine.links.push_back(mine.pictures == 0 && is_safe_address(address));
        if (mine.links.back()) {
            mine.html += "<a rel=\"noopener noreferrer\" href=\"";
            append_address(mine.html, static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
            mine.html += "\">";
        }
    }
    if (const auto tag = span_tag(type); !tag.empty()) mine.html.append("<").append(tag).append(">");
    return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* rendering) {
    auto& mine = *static_cast<Rendering*>(rendering);
    if (type == MD_SPAN_IMG && --mine.pictures == 0) mine.html += "</span>";
    if (type == MD_SPAN_A) {
        if (mine.links.back()) mine.html += "</a>";
        mine.links.pop_back();
    }
    if (const auto tag = span_tag(type); !tag.empty()) mine.html.append("</").append(tag).append(">");
    return 0;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* rendering) {
    auto& html = static_cast<Rendering*>(rendering)->html;
    switch (type) {
        case MD_TEXT_NULLCHAR:
            html += "\xef\xbf\xbd";
            break;
        case MD_TEXT_BR:
            html += "<br>\n";
            break;
        case MD_TEXT_SOFTBR:
            html += "\n";
            break;
        // md4c gives here only what has the form of an entity, which is safe as it stands.
        case MD_TEXT_ENTITY:
            html.append(text, size);
            break;
        default:
            append_escaped(html, {text, size});
    }
    return 0;
}

}  // namespace

std::string to_safe_html(std::string_view markdown) {
    if (base::trimmed(markdown).empty()) return {};
    Rendering rendering;
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH;
    parser.enter_block = enter_block;
    parser.leave_block = leave_block;
    parser.enter_span = enter_span;
    parser.leave_span = leave_span;
    parser.text = take_text;
    const int failed = md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &rendering);
    base::check(failed == 0, "md4c fails only without memory");
    return rendering.html;
}

}  // namespace curricula
