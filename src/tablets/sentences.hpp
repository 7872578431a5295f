#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "intents/door.hpp"

namespace tablets {

using intents::Text;

/// The frames that the server answers with itself, with the human sentence in a language of the page. Sentences are
/// looked up once. One thread.
class Sentences {
  public:
    Sentences();

    /// The page's language nearest to `wished`: itself, its first part ("en-GB" → "en"), or Swedish.
    std::string language_for(std::string_view wished) const;

    /// `what`: of whom or what; said when there are words for it.
    Text refused(base::Code code, const std::string& language, int retry_after_ms, const std::string& what = {});
    /// `what`: of a ballot, what is wrong with it; said when there are words for it.
    Text nak(std::string_view client_id, base::Code code, const std::string& language, int retry_after_ms,
             const std::string& what = {});

  private:
    const std::string& sentence(base::Code code, const std::string& language, int retry_after_ms);
    const std::string& own_sentence(const std::string& key, const std::string& language);

    std::vector<std::string> languages_;
    std::map<std::pair<std::string, std::string>, std::string> as_json_;  // by advice and language
};

Text ack(std::string_view client_id);
Text pending(std::string_view client_id, base::Code code, int retry_after_ms);
Text pong(std::int64_t now_ms);

/// True for a frame that is a final answer: it begins with {"t":"ack" or {"t":"nak" (the type stands first).
bool is_answer(std::string_view frame);

}  // namespace tablets
