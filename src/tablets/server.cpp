#include "tablets/server.hpp"

#include <fcntl.h>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <mutex>
#include <thread>

#include "base/short_turns.hpp"
#include "tablets/hall_private.hpp"

namespace tablets {
namespace {

using boost::system::error_code;
using Timer =
    net::basic_waitable_timer<std::chrono::steady_clock, net::wait_traits<std::chrono::steady_clock>, Executor>;
using SliceClock = std::chrono::steady_clock;
using Acceptor = net::basic_socket_acceptor<net::ip::tcp, Executor>;

constexpr std::size_t kept_files = 500;       // of the process's limit, for everything that is not a connection
constexpr std::size_t refused_at_once = 200;  // that get a polite answer above the limit
constexpr int listen_queue = 4096;
constexpr int accepted_at_once = 64;
constexpr std::size_t many_handshakes = 200;

/// Raises the soft limit of open files to the hard one; returns how many there may be.
std::size_t raised_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return 1024;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<std::size_t>(limit.rlim_cur);
}

/// Has the process's table of files grow now, once. Grown by and by it stops the thread several times while a hall
/// stands at the door, each time until no other thread can look into the old table; the door's queue runs over
/// meanwhile.
void make_room_for_files(int any_file, std::size_t count) {
    const int last = ::fcntl(any_file, F_DUPFD_CLOEXEC, static_cast<int>(count) - 1);
    if (last >= 0) ::close(last);
}

base::Error listen_error(const error_code& failed, const Options& options) {
    const auto place = options.bind + ":" + std::to_string(options.port);
    if (failed == net::error::address_in_use) return {base::Code::port_taken, std::to_string(options.port), place};
    if (failed == net::error::access_denied) return {base::Code::denied, std::to_string(options.port), place};
    return {base::Code::bad_input, failed.message(), place};
}

Address address_at(const net::ip::tcp::endpoint& from) {
    if (from.address().is_v4()) return address_of(from.address().to_v4().to_bytes());
    return address_of(from.address().to_v6().to_bytes());
}

/// How often deadlines are looked at: an eighth of the shortest, between 10 and 250 ms.
int sweep_every_ms(const Limits& limits) {
    return std::clamp(std::min({limits.hello_within_ms, limits.request_within_ms, limits.silent_ms}) / 8, 10, 250);
}

}  // namespace

class Server::Inner {
  public:
    Inner(const Options& options, PageCache pages, std::function<void(std::vector<FromTablets>)> says)
        : pages_(std::move(pages)),
          names_(options.names),
          says_(std::move(says)),
          lobby_(
              options.limits, options.clock, [this] { flush_soon(); }, [this] { deliver_soon(); }, options.read_photo),
          hall_(lobby_, pages_, names_),
          acceptor_(io_.get_executor()),
          sweeper_(io_.get_executor()),
          publisher_(io_.get_executor()),
          retry_(io_.get_executor()) {
        const auto files = raised_file_limit();
        const auto wished = static_cast<std::size_t>(std::max(1, options.limits.connections));
        most_connections_ = std::min(wished, files > kept_files * 2 ? files - kept_files : files / 2);
    }

    base::Done listen(const Options& options) {
        if (options.certificate) {
            IR_TRY(hall_.tls, make_tls(*options.certificate));
        }
        error_code failed;
        const auto address = net::ip::make_address(options.bind, failed);
        if (failed) return tl::unexpected<base::Error>(listen_error(failed, options));
        const net::ip::tcp::endpoint here(address, options.port);
        acceptor_.open(here.protocol(), failed);
        if (!failed) acceptor_.set_option(net::socket_base::reuse_address(true), failed);
        if (!failed && address.is_v6()) acceptor_.set_option(net::ip::v6_only(false), failed);
        if (!failed) acceptor_.bind(here, failed);
        if (!failed) acceptor_.listen(listen_queue, failed);
        if (!failed) acceptor_.non_blocking(true, failed);
        if (failed) return tl::unexpected<base::Error>(listen_error(failed, options));
        port_ = acceptor_.local_endpoint(failed).port();
        make_room_for_files(acceptor_.native_handle(), most_connections_ + kept_files);
        return {};
    }

    void run() {
        accept();
        thread_ = std::thread([this] {
            base::take_short_turns();
            while (true) {
                try {
                    io_.run();
                    return;
                } catch (const std::exception&) {
                    // One connection's trouble (no memory) is not everybody's: the rest goes on.
                    lobby_.counts.cut.fetch_add(1, std::memory_order_relaxed);
                }
            }
        });
    }

    ~Inner() {
        io_.stop();
        if (thread_.joinable()) thread_.join();
        hall_.forget_all();
    }

    void tell(std::vector<ToTablets> what) {
        bool was_empty = false;
        {
            const std::lock_guard hold(guard_);
            was_empty = told_.empty();
            if (was_empty) {
                told_ = std::move(what);
            } else {
                std::move(what.begin(), what.end(), std::back_inserter(told_));
            }
        }
        if (was_empty) net::post(io_, [this] { apply_told(); });
    }

    std::uint16_t port() const { return port_; }
    const Lobby::Tallies& counts() const { return lobby_.counts; }

  private:
    void accept() {
        acceptor_.async_accept([this](const error_code& failed, Socket socket) {
            if (failed == net::error::operation_aborted) return;
            if (failed) {
                // Out of files or memory: asking again at once would only spin.
                retry_.expires_after(std::chrono::milliseconds(50));
                retry_.async_wait([this](const error_code& aborted) {
                    if (!aborted) accept();
                });
                return;
            }
            admit(std::move(socket));
            accept_those_who_wait();
            accept();
        });
    }
    /// When a hall comes at once, one in each round of the loop would be too few: the queue would run over, and who is
    /// not in it tries again only after a second.
    void accept_those_who_wait() {
        for (int i = 1; i < accepted_at_once; ++i) {
            error_code none;
            Socket socket(io_.get_executor());
            acceptor_.accept(socket, none);
            if (none) return;
            admit(std::move(socket));
        }
    }

    void admit(Socket socket) {
        error_code failed;
        const auto from = socket.remote_endpoint(failed);
        if (failed) return;
        socket.set_option(net::ip::tcp::no_delay(true), failed);
        lobby_.counts.connections.fetch_add(1, std::memory_order_relaxed);
        // Whoever comes from the address that it goes to sits at this machine.
        if (const auto to = socket.local_endpoint(failed); !failed && to.address() != from.address()) {
            lobby_.counts.seen_at_ms.store(lobby_.clock(), std::memory_order_relaxed);
        }
        const auto address = address_at(from);
        const bool address_full = !lobby_.addresses.enter(address);
        Admission admission(address_full ? nobody_ : lobby_.addresses, address);
        const bool full = address_full || hall_.size() - hall_.refusing >= most_connections_;
        if (full && hall_.refusing >= refused_at_once) return;
        if (hall_.tls) {
            open_tls(hall_, std::move(socket), std::move(admission), full);
        } else {
            open_http(hall_, std::move(socket), std::move(admission), full);
        }
        if (!sweeping_) sweep_later();
    }

    void sweep_later() {
        sweeping_ = true;
        sweeper_.expires_after(std::chrono::milliseconds(sweep_every_ms(lobby_.limits)));
        sweeper_.async_wait([this](const error_code& aborted) {
            if (aborted) return;
            const auto now_ms = steady_ms();
            hall_.sweep(now_ms);
            lobby_.addresses.forget_idle(now_ms);
            give_back_memory();
            sweeping_ = false;
            // Nobody here: asleep.
            if (hall_.size() > 0) sweep_later();
        });
    }

    /// A handshake takes ten times what a connection keeps, and a hall shakes hands all at once: what it took lies
    /// between what is kept, and goes back to the system only when asked.
    void give_back_memory() {
        if (hall_.shaking > 0 || hall_.have_shaken < many_handshakes) return;
        hall_.have_shaken = 0;
        ::malloc_trim(0);
    }

    void flush_soon() {
        net::post(io_, [this] { says_(lobby_.take_heard()); });
    }

    void apply_told() {
        std::vector<ToTablets> told;
        {
            const std::lock_guard hold(guard_);
            std::swap(told, told_);
        }
        lobby_.apply_all(std::move(told), steady_ms());
    }

    void deliver_soon() {
        if (pausing_ || std::exchange(delivering_, true)) return;
        publisher_.cancel();
        net::post(io_, [this] { deliver(); });
    }
    void deliver() {
        delivering_ = false;
        const auto begun = SliceClock::now();
        const auto wait_ms = lobby_.deliver(steady_ms());
        if (!wait_ms) return;
        if (*wait_ms == 0) return lobby_.is_asked() ? pause(SliceClock::now() - begun) : deliver_soon();
        publisher_.expires_after(std::chrono::milliseconds(*wait_ms));
        publisher_.async_wait([this](const error_code& aborted) {
            if (!aborted) deliver_soon();
        });
    }
    /// While people wait for answers, news to thousands take a quarter of the time, evenly: all at once they would keep
    /// the processors from those who judge and save what was said, and the network from the answers.
    void pause(SliceClock::duration slice_took) {
        pausing_ = true;
        publisher_.expires_after(slice_took * 3);
        publisher_.async_wait([this, from = steady_ms()](const error_code& aborted) {
            pausing_ = false;
            if (aborted) return;
            lobby_.paused(steady_ms() - from);
            deliver_soon();
        });
    }

    const PageCache pages_;
    const OwnNames names_;
    const std::function<void(std::vector<FromTablets>)> says_;
    std::size_t most_connections_ = 0;
    std::uint16_t port_ = 0;

    Lobby lobby_;
    AddressTable nobody_{0, {}};  // counts those that were refused
    Hall hall_;
    net::io_context io_{1};
    Acceptor acceptor_;
    Timer sweeper_, publisher_, retry_;
    bool sweeping_ = false, delivering_ = false, pausing_ = false;

    std::mutex guard_;
    std::vector<ToTablets> told_;
    std::thread thread_;
};

Server::Server(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}
Server::~Server() = default;

base::Result<std::unique_ptr<Server>> Server::start(const Options& options,
                                                    std::function<void(std::vector<FromTablets>)> says) {
    IR_TRY(auto pages, PageCache::read(options.assets));
    auto inner = std::make_unique<Inner>(options, std::move(pages), std::move(says));
    IR_DO(inner->listen(options));
    inner->run();
    return std::unique_ptr<Server>(new Server(std::move(inner)));
}

std::uint16_t Server::port() const {
    return inner_->port();
}

void Server::tell(std::vector<ToTablets> what) {
    if (!what.empty()) inner_->tell(std::move(what));
}

Server::Counts Server::counts() const {
    const auto& counts = inner_->counts();
    return {counts.connections.load(), counts.messages.load(), counts.refused.load(), counts.cut.load(),
            counts.seen_at_ms.load()};
}

}  // namespace tablets
