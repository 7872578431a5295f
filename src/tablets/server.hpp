#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/files.hpp"
#include "base/result.hpp"
#include "intents/intent.hpp"

namespace tablets {

/// A WebSocket connection, numbered from 1, never reused while the program runs.
using Visitor = std::uint64_t;

// What the server hands to its owner, from the tablets thread. Ballots carry a one-time ticket instead of the visitor,
// so that whoever counts never learns who sent (invariant 23).
struct Said {
    Visitor visitor = 0;
    std::string client_id;
    intents::Intent intent;
};
struct Greeted {
    Visitor visitor = 0;
    intents::Hello hello;
};
struct BallotCast {
    std::uint64_t ticket = 0;
    intents::Ballot ballot;
};
struct Gone {
    Visitor visitor = 0;
};
using FromTablets = std::variant<Said, Greeted, BallotCast, Gone>;

// What the owner tells the server; any thread. Texts are whole JSON frames, shared, immutable.
using Text = std::shared_ptr<const std::string>;

/// Answer to a Greeted: from now on the visitor may speak (as trainer or not), and gets what is published on
/// `channels`: the latest text of each slot at once, then each new one.
struct Admit {
    Visitor visitor = 0;
    Text welcome;
    intents::Role role = intents::Role::tablet;
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
/// so that answers never wait behind it.
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
/// Tells `text` and closes.
struct Close {
    Visitor visitor = 0;
    Text text;
};
using ToTablets = std::variant<Admit, Refuse, Send, Publish, Resubscribe, AnswerBallot, Close>;

/// Bounds on strangers. The defaults suit a room; `bench serve` and tests lift some.
struct Limits {
    int connections = 12000;  // in all; also below the process's file limit
    int per_address = 200;    // a NAT may hide a room; loopback is not counted
    double notes_per_s = 1, notes_burst = 10;
    double ballots_per_s = 2, ballots_burst = 4;
    double others_per_s = 5, others_burst = 20;             // trainer: ten times as many
    double wrong_codes_per_s = 0.1, wrong_codes_burst = 5;  // per address, loopback too
    int hello_within_ms = 10000;
    int request_within_ms = 10000;         // a whole HTTP request; a whole WebSocket message
    int silent_ms = 30000;                 // pinged at half, cut at the whole
    int unanswered = 32;                   // reading pauses above this many unanswered messages of a visitor
    std::size_t queued_bytes = 1U << 20U;  // a client that does not read is cut above this
};

struct Options {
    std::string bind = "0.0.0.0";
    std::uint16_t port = 0;          // 0 = any free
    base::Path assets;               // share_folder()/tablet
    std::vector<std::string> names;  // further Host names that are ours
    Limits limits;
};

/// HTTP and WebSocket for tablets, the remote and the audience view; one thread. Pages are read into memory at start.
class Server {
  public:
    /// Binds and starts the thread. `says` is called from that thread with everything one round of the loop read, in
    /// order. Code::port_taken, Code::denied (port below 1024), Code::not_found (assets).
    static base::Result<std::unique_ptr<Server>> start(const Options& options,
                                                       std::function<void(std::vector<FromTablets>)> says);
    /// Stops within a second: tells nobody, closes all.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    /// Any thread; in order; never blocks.
    void tell(std::vector<ToTablets> what);

    struct Counts {
        std::uint64_t connections = 0, messages = 0, refused = 0, cut = 0;
    };
    Counts counts() const;

  private:
    struct Inner;
    explicit Server(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// The machine's addresses that a tablet could reach, best first (private IPv4 of real interfaces before others);
/// loopback last.
std::vector<std::string> reachable_addresses();

}  // namespace tablets
