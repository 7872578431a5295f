#pragma once
#include <string>
#include <string_view>

namespace curricula {

/// Markdown (CommonMark with tables and strike-through) as HTML that is safe to put into a page: only tags without
/// attributes of the author's choosing. HTML in the text is shown as text, links lead to http, https or mailto and open
/// nothing by themselves, pictures become their text, headings are at least `h3` (the block's own is above them).
/// The input must be UTF-8. Pure, any thread.
std::string to_safe_html(std::string_view markdown);

}  // namespace curricula
