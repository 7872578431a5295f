#include "tablets/sentences.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include "base/language.hpp"

namespace tablets {
namespace {

constexpr int a_while_ms = 20'000;  // longer than "a few seconds"

Text shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

}  // namespace

Sentences::Sentences() : languages_(base::page_languages()) {}

std::string Sentences::language_for(std::string_view wished) const {
    const auto knows = [&](std::string_view code) {
        return std::find(languages_.begin(), languages_.end(), code) != languages_.end();
    };
    if (knows(wished)) return std::string(wished);
    const auto first = wished.substr(0, wished.find('-'));
    return knows(first) ? std::string(first) : "sv";
}

const std::string& Sentences::sentence(base::Code code, const std::string& language, int retry_after_ms) {
    const auto key = "error." + std::string(base::code_name(code));
    const auto advice = key + (code == base::Code::too_fast && retry_after_ms > a_while_ms ? ".do_later" : ".do");
    auto& text = as_json_[{advice, language}];
    if (text.empty()) {
        const auto plain = base::tr_page(language, key) + " " + base::tr_page(language, advice);
        text = boost::json::serialize(boost::json::value(plain));
    }
    return text;
}

Text Sentences::refused(base::Code code, const std::string& language, int retry_after_ms, const std::string& what) {
    const auto name = std::string(base::code_name(code));
    const auto& own = own_sentence(what.empty() ? "" : "refused." + what + "_" + name, language);
    std::string frame = R"({"t":"refused","code":")";
    frame.append(name).append("\",\"text\":").append(own.empty() ? sentence(code, language, retry_after_ms) : own);
    frame.append(",\"retry_after_ms\":").append(std::to_string(retry_after_ms)).append("}");
    return shared(std::move(frame));
}

/// Empty when there are no words for it.
const std::string& Sentences::own_sentence(const std::string& key, const std::string& language) {
    auto& text = as_json_[{key, language}];
    if (!text.empty() || key.empty()) return text;
    const auto plain = base::tr_page(language, key);
    if (plain != key) text = boost::json::serialize(boost::json::value(plain));
    return text;
}

Text Sentences::nak(std::string_view client_id, base::Code code, const std::string& language, int retry_after_ms,
                    const std::string& what) {
    const auto& own = own_sentence(what.empty() ? "" : "ballot." + what, language);
    std::string frame = R"({"t":"nak","id":")";
    frame.append(client_id).append(R"(","code":")").append(base::code_name(code));
    if (!own.empty()) frame.append(R"(","what":")").append(what);
    frame.append("\",\"text\":").append(own.empty() ? sentence(code, language, retry_after_ms) : own);
    frame.append(",\"retry_after_ms\":");
    frame.append(std::to_string(retry_after_ms)).append("}");
    return shared(std::move(frame));
}

Text ack(std::string_view client_id) {
    std::string frame;
    frame.reserve(21 + client_id.size());
    frame.append(R"({"t":"ack","id":")").append(client_id).append("\"}");
    return shared(std::move(frame));
}

Text pending(std::string_view client_id, base::Code code, int retry_after_ms) {
    std::string frame = R"({"t":"pending","id":")";
    frame.append(client_id).append(R"(","code":")").append(base::code_name(code));
    frame.append(R"(","retry_after_ms":)").append(std::to_string(retry_after_ms)).append("}");
    return shared(std::move(frame));
}

Text pong(std::int64_t now_ms) {
    return shared(R"({"t":"pong","now":)" + std::to_string(now_ms) + "}");
}

bool is_answer(std::string_view frame) {
    return frame.starts_with(R"({"t":"ack")") || frame.starts_with(R"({"t":"nak")");
}

}  // namespace tablets
