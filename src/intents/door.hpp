#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "intents/intent.hpp"

namespace intents {

/// What passes the door between the server and the registrar, as values, both ways. Neither knows the other; the app
/// joins them.

/// A WebSocket connection, numbered from 1, never reused while the program runs.
using Visitor = std::uint64_t;

// In: what visitors said. Ballots carry a one-time ticket instead of the visitor, so that whoever counts never learns
// who sent (invariant 23).
struct Said {
    Visitor visitor = 0;
    std::string client_id;
    Intent intent;
};
/// `origin`: the same number for visitors from the same network address, which cannot be found by it; 0 where addresses
/// tell no devices apart.
struct Greeted {
    Visitor visitor = 0;
    Hello hello;
    std::uint64_t origin = 0;
};
struct BallotCast {
    std::uint64_t ticket = 0;
    Ballot ballot;
};
struct Gone {
    Visitor visitor = 0;
};
using FromTablets = std::variant<Said, Greeted, BallotCast, Gone>;

/// A whole JSON frame, shared, immutable.
using Text = std::shared_ptr<const std::string>;

// Out.
/// Answer to a Greeted: from now on the visitor may speak in its role, and gets what is published on `channels`: the
/// latest text of each slot at once, then each new one.
struct Admit {
    Visitor visitor = 0;
    Text welcome;
    Role role = Role::tablet;
    std::vector<std::string> channels;
};
/// Answer to a Greeted: tells why and closes. A wrong_code counts against the visitor's address (rate limit).
struct Refuse {
    Visitor visitor = 0;
    base::Error error;
    std::string language = "sv";
};
/// One frame to one visitor. With a slot, only the newest of that slot waits in the visitor's queue.
struct Send {
    Visitor visitor = 0;
    Text text;
    std::string slot;
};
/// The newest text of a slot on a channel ("tablet/sv", slot "state"); sent to all its subscribers, newest wins, sliced
/// so that answers never wait behind it. A null text clears the slot.
struct Publish {
    std::string channel;
    std::string slot;
    Text text;
};
/// Takes the visitor off all channels and puts it on these (a language was changed).
struct Resubscribe {
    Visitor visitor = 0;
    std::vector<std::string> channels;
};
/// The final (or `pending`) answer to a ballot's ticket.
struct AnswerBallot {
    std::uint64_t ticket = 0;
    enum class Kind { saved, refused, pending } kind = Kind::saved;
    base::Code code = base::Code::bad_input;
    std::string what;
    int retry_after_ms = 0;
};
/// In this vote nobody judges an idea of one's own, and these are the visitor's; none: all may be judged. The door
/// keeps it, for it alone knows who sends a ballot (invariant 23).
struct OwnOptions {
    Visitor visitor = 0;
    Id poll;
    std::vector<std::string> options;
};
/// From now on the photo with this SHA-256 (hex) can be fetched at /photo/<address>, or not any more.
struct OfferPhoto {
    std::string address, sha256_hex;
};
struct WithdrawPhoto {
    std::string address;
};
/// Tells `text` and closes.
struct Close {
    Visitor visitor = 0;
    Text text;
};
using ToTablets =
    std::variant<Admit, Refuse, Send, Publish, Resubscribe, AnswerBallot, OwnOptions, OfferPhoto, WithdrawPhoto, Close>;

}  // namespace intents
