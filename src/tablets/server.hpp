#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/files.hpp"
#include "base/result.hpp"
#include "intents/door.hpp"
#include "tablets/certificate.hpp"
#include "tablets/offered_photos.hpp"

namespace tablets {

// The values that pass this door are defined in intents/door.hpp, for the server's owner knows them too.
using intents::Admit;
using intents::AnswerBallot;
using intents::BallotCast;
using intents::Close;
using intents::FromTablets;
using intents::Gone;
using intents::Greeted;
using intents::OfferPhoto;
using intents::Publish;
using intents::Refuse;
using intents::Resubscribe;
using intents::Said;
using intents::Send;
using intents::Text;
using intents::ToTablets;
using intents::Visitor;
using intents::WithdrawPhoto;

/// Bounds on strangers. The defaults suit a room; `bench serve` and tests lift some.
struct Limits {
    int connections = 12000;  // in all; also below the process's file limit
    int per_address = 200;    // a NAT may hide a room; loopback is not counted
    double notes_per_s = 1, notes_burst = 10;
    double ballots_per_s = 2, ballots_burst = 4;
    double pieces_per_s = 10, pieces_burst = 60;            // of photos
    double others_per_s = 5, others_burst = 20;             // trainer: ten times as many, nonsense excepted
    double wrong_codes_per_s = 0.1, wrong_codes_burst = 5;  // per address, loopback too
    int hello_within_ms = 10000;
    int request_within_ms = 10000;         // a whole HTTP request; a whole WebSocket message
    int silent_ms = 30000;                 // pinged at half, cut at the whole
    int unanswered = 32;                   // reading pauses above this many unanswered messages of a visitor
    std::size_t queued_bytes = 1U << 20U;  // a client that does not read is cut above this
};

struct Options {
    std::string bind = "0.0.0.0";
    std::uint16_t port = 0;                  // 0 = any free
    base::Path assets;                       // share_folder()/tablet
    std::vector<std::string> names;          // further Host names that are ours
    std::optional<Certificate> certificate;  // then the port speaks TLS
    Limits limits;
    base::WallClock clock = base::system_clock();  // for pong
    ReadPhoto read_photo;                          // called from the server's thread; empty: there are no photos
};

/// HTTP and WebSocket for tablets, the remote and the audience view; one thread. Pages are read into memory at start.
class Server {
  public:
    /// Binds and starts the thread. `says` is called from that thread with everything one round of the loop read, in
    /// order; it must return soon. Code::port_taken, Code::denied (port below 1024), Code::not_found (assets without
    /// index.html), Code::bad_input (`bind` is no address of this machine, or `what` is "unusable": the certificate
    /// is). Raises the process's soft file limit.
    static base::Result<std::unique_ptr<Server>> start(const Options& options,
                                                       std::function<void(std::vector<FromTablets>)> says);
    /// Stops within a second: tells nobody, closes all.
    ~Server();
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::uint16_t port() const;
    /// Any thread; in order; never blocks.
    void tell(std::vector<ToTablets> what);

    /// Since the start: connections taken, frames read, refusals sent by the server itself, connections cut; when
    /// another machine than this last connected, by Options::clock (0: none has).
    struct Counts {
        std::uint64_t connections = 0, messages = 0, refused = 0, cut = 0;
        std::int64_t seen_at_ms = 0;
    };
    Counts counts() const;

  private:
    class Inner;
    explicit Server(std::unique_ptr<Inner> inner);
    std::unique_ptr<Inner> inner_;
};

/// The machine's addresses that a tablet could reach, best first (private IPv4 of real interfaces before others);
/// loopback last. IPv6 without brackets; link-local ones left out.
std::vector<std::string> reachable_addresses();

}  // namespace tablets
