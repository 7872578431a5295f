#include <doctest/doctest.h>

#include "curricula/markdown.hpp"

using curricula::to_safe_html;

TEST_CASE("headings, lists, quotes, tables and emphasis become html") {
    CHECK(to_safe_html("### Varför\n\n- **ett**\n- *två*\n") ==
          "<h3>Varför</h3>\n<ul><li><strong>ett</strong></li>\n<li><em>två</em></li>\n</ul>\n");
    CHECK(to_safe_html("> Sagt\n") == "<blockquote><p>Sagt</p>\n</blockquote>\n");
    CHECK(to_safe_html("3. tre\n") == "<ol start=\"3\"><li>tre</li>\n</ol>\n");
    CHECK(to_safe_html("|a|b|\n|---|---|\n|c|d|\n").find("<td>c</td>") != std::string::npos);
}

TEST_CASE("html in the text is shown as text") {
    const auto html = to_safe_html("<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> a<b>c</b>\n");
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<img") == std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
    CHECK(html.find("&lt;script&gt;") != std::string::npos);
}

TEST_CASE("links lead to the web or to mail, other addresses are only their text") {
    CHECK(to_safe_html("[a](https://example.org/?x=1&y=2)\n") ==
          "<p><a rel=\"noopener noreferrer\" href=\"https://example.org/?x=1&amp;y=2\">a</a></p>\n");
    CHECK(to_safe_html("[a](mailto:a@example.org)\n").find("href=\"mailto:") != std::string::npos);
    for (const char* bad : {"javascript:alert(1)", "JAVASCRIPT:alert(1)", "javascript&#58;alert(1)", "data:text/html,x",
                            "//example.org", "file:///etc", "\"onmouseover=alert(1)"}) {
        CAPTURE(bad);
        CHECK(to_safe_html("[a](<" + std::string(bad) + ">)\n").find("href") == std::string::npos);
    }
}

TEST_CASE("an address cannot leave its quotes") {
    const auto html = to_safe_html("[a](<https://example.org/\"onclick=\"x>)\n");
    CHECK(html.find("\"onclick") == std::string::npos);
}

TEST_CASE("a picture is its text, links in it included") {
    CHECK(to_safe_html("![en *karta* [x](https://example.org)](karta.png)\n") ==
          "<p><span class=\"picture\">en <em>karta</em> x</span></p>\n");
}

TEST_CASE("code keeps its signs, and nothing comes of nothing") {
    CHECK(to_safe_html("`<a>`\n") == "<p><code>&lt;a&gt;</code></p>\n");
    CHECK(to_safe_html(" \n\t\n") == "");
}
