#pragma once
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <vector>

#include "app/local_name.hpp"
#include "curricula/board_form.hpp"
#include "registrar/registrar.hpp"
#include "tablets/server.hpp"

namespace app {

/// What a host is started with.
struct HostPlan {
    base::Path register_file;
    base::Path course;           // folder; empty: the half-day that comes with the program
    model::CourseSource source;  // instead of a folder, when it has files
    std::string bind = "0.0.0.0";
    int port = -1;  // −1: the session's own, else 8437, else any free; 0: its own, else any free
    std::string language = "sv";
    std::string municipality;
    std::string join_code;  // fixed, for benchmarks
    std::string synchronous = "FULL";
    std::vector<std::string> names;
    base::Path certificate, key;  // PEM, both or neither: pages over TLS
    bool new_session = false;
    bool moderation = true;
    tablets::Limits limits;
    /// Called when the network knows the host by a name of its own too, with "http://iderum.local:8437"; from any
    /// thread. Empty: no such name is asked for.
    std::function<void(const std::string&)> named;
    /// Called when the register is open, with the templates of boards that there are; what it gives is told what the
    /// wall shows, from the registrar's thread. Empty: no wall.
    using Shows = std::function<void(std::vector<registrar::ToWall>)>;
    std::function<Shows(registrar::Registrar&, const curricula::FormShelf&)> wall;
};

/// Register, registrar and server of one session, joined by their inboxes. Lives until it is destroyed; the session
/// goes on in the file.
class Host {
  public:
    /// Opens and starts everything; ready for tablets when it returns. The port is taken before the register is opened:
    /// a host that cannot be reached begins nothing. Errors as of find_certificate,
    /// Registrar::open and Server::start.
    static base::Result<std::unique_ptr<Host>> start(const HostPlan& plan);
    ~Host();

    struct Addresses {
        std::string join_url, code, remote_url, remote_code, audience_url;
    };
    const Addresses& addresses() const { return addresses_; }
    std::uint16_t port() const { return server_->port(); }
    /// Where others reach it just now, best first: "http://192.168.1.7:8437" of every network, and by name. Empty when
    /// only this machine does.
    std::vector<std::string> urls() const;
    /// What whoever started the host should know before the day begins, a sentence each: a clock that goes behind, a
    /// session that could not go on, a vote that lost its ballots, a certificate that ends soon.
    const std::vector<std::string>& told() const { return told_; }
    /// True when an open session goes on with another course than the one that was asked for.
    bool ignores_course() const { return ignores_course_; }
    registrar::Registrar& registrar() { return *registrar_; }
    tablets::Server& server() { return *server_; }

  private:
    Host() = default;
    base::Done serve(const HostPlan& plan, int kept_port);
    void publish_name(const HostPlan& plan);
    std::string url_of(const std::string& place) const;

    std::promise<registrar::Registrar*> ready_;  // what tablets say waits until the register is open
    std::unique_ptr<registrar::Registrar> registrar_;
    std::unique_ptr<tablets::Server> server_;
    std::optional<tablets::Certificate> certificate_;
    std::unique_ptr<LocalName> local_name_;
    std::string bind_, place_;  // where it listens, and the best way there
    std::vector<std::string> told_;
    Addresses addresses_;
    bool ignores_course_ = false;
};

/// The addresses as the one JSON line that `iderum host` prints.
std::string to_json(const Host::Addresses& addresses);
/// The same for people, with a QR of the join address.
std::string to_terminal(const Host& host, const std::string& title);

/// Blocks SIGINT, SIGTERM and SIGHUP in this thread and those it starts; call before Host::start.
void hold_signals();
/// Waits for one of them.
void wait_for_signal();

}  // namespace app
