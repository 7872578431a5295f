// rooms: intents
// Any bytes as a frame: parse_message never crashes, and what it takes is within the limits; a ballot has one text.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "intents/intent.hpp"

namespace {

void must(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view frame(reinterpret_cast<const char*>(bytes), size);
    const auto message = intents::parse_message(frame);
    if (!message) {
        must(message.error().where.size() <= 40);
        return 0;
    }
    must(size <= intents::most_message_bytes && base::is_utf8(frame));
    if (const auto* ballot = std::get_if<intents::Ballot>(&message->said)) {
        must(ballot->value.size() <= intents::most_ballot_bytes && ballot->token.size() == 32);
        const auto value = intents::parse_ballot_value(ballot->value);
        must(value.has_value() && methods::to_json(*value) == ballot->value);
    } else if (const auto* intent = std::get_if<intents::Intent>(&message->said)) {
        must(!message->client_id.empty());
        if (const auto* note = std::get_if<intents::AddNote>(intent)) {
            must(!note->text.empty() && base::graphemes(note->text) <= intents::most_note_graphemes);
        }
    }
    return 0;
}
