#include "app/probe_server.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include <boost/json.hpp>

namespace app {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto most_wait = std::chrono::seconds(2);
constexpr std::size_t most_line = 256, most_clients = 16;

struct Client {
    int socket = -1;
    std::string read;
    std::optional<std::int64_t> after;  // waits for a frame later than this
    Clock::time_point until;
    bool gone = false;
};

void send_line(Client& client, const std::string& line) {
    const auto whole = line + "\n";
    std::size_t sent = 0;
    while (sent < whole.size()) {
        const auto now = ::send(client.socket, whole.data() + sent, whole.size() - sent, MSG_NOSIGNAL);
        if (now <= 0) {
            client.gone = true;
            return;
        }
        sent += static_cast<std::size_t>(now);
    }
}

}  // namespace

struct ProbeServer::Inside {
    base::Path path;
    int listening = -1;
    int waker = -1;
    std::mutex guard;
    std::string line = "{}";
    std::int64_t frame = 0;
    bool stop = false;
    std::vector<Client> clients;
    std::thread thread;

    std::pair<std::string, std::int64_t> now() {
        const std::lock_guard hold(guard);
        return {line, frame};
    }
    void wake() const {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(waker, &one, sizeof one);
    }

    void answer(Client& client, const std::string& asked) {
        if (asked == "get") return send_line(client, now().first);
        std::int64_t after = 0;
        const std::string_view words = asked;
        const bool waits = words.starts_with("next ") &&
                           std::from_chars(words.data() + 5, words.data() + words.size(), after).ec == std::errc();
        if (!waits) return send_line(client, R"({"error":"get, or next N"})");
        client.after = after;
        client.until = Clock::now() + most_wait;
    }

    void hear(Client& client) {
        char buffer[512];
        const auto got = ::recv(client.socket, buffer, sizeof buffer, 0);
        if (got <= 0) {
            client.gone = true;
            return;
        }
        client.read.append(buffer, static_cast<std::size_t>(got));
        for (auto end = client.read.find('\n'); end != std::string::npos; end = client.read.find('\n')) {
            const auto asked = client.read.substr(0, end);
            client.read.erase(0, end + 1);
            answer(client, asked);
        }
        if (client.read.size() > most_line) client.gone = true;
    }

    void answer_those_who_wait() {
        const auto [text, shown] = now();
        for (auto& client : clients) {
            if (!client.after || (shown <= *client.after && Clock::now() < client.until)) continue;
            client.after.reset();
            send_line(client, text);
        }
    }

    int until_next() const {
        auto least = Clock::duration::max();
        for (const auto& client : clients) {
            if (client.after) least = std::min(least, std::max(Clock::duration::zero(), client.until - Clock::now()));
        }
        if (least == Clock::duration::max()) return -1;
        return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(least).count()) + 1;
    }

    void run() {
        for (;;) {
            std::vector<pollfd> wanted{{listening, POLLIN, 0}, {waker, POLLIN, 0}};
            for (const auto& client : clients) wanted.push_back({client.socket, POLLIN, 0});
            if (::poll(wanted.data(), wanted.size(), until_next()) < 0 && errno != EINTR) return;
            if ((wanted[1].revents & POLLIN) != 0) {
                std::uint64_t count = 0;
                [[maybe_unused]] const auto got = ::read(waker, &count, sizeof count);
            }
            {
                const std::lock_guard hold(guard);
                if (stop) return;
            }
            for (std::size_t i = 2; i < wanted.size(); ++i) {
                if (wanted[i].revents != 0) hear(clients[i - 2]);
            }
            if ((wanted[0].revents & POLLIN) != 0) {
                const int fresh = ::accept4(listening, nullptr, nullptr, SOCK_CLOEXEC);
                if (fresh >= 0 && clients.size() < most_clients) {
                    clients.push_back({});
                    clients.back().socket = fresh;
                } else if (fresh >= 0) {
                    ::close(fresh);
                }
            }
            answer_those_who_wait();
            std::erase_if(clients, [](const Client& client) {
                if (client.gone) ::close(client.socket);
                return client.gone;
            });
        }
    }
};

base::Result<std::unique_ptr<ProbeServer>> ProbeServer::start(const base::Path& socket) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const auto name = socket.string();
    if (name.size() >= sizeof address.sun_path) return base::refuse(base::Code::too_large, "--probe", name);
    std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
    std::unique_ptr<ProbeServer> server(new ProbeServer());
    server->inside_ = std::make_unique<Inside>();
    auto& inside = *server->inside_;
    inside.listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    inside.waker = ::eventfd(0, EFD_CLOEXEC);
    // Only a socket that a run before left behind is taken away, never a file.
    struct stat there {};
    if (::lstat(name.c_str(), &there) == 0 && S_ISSOCK(there.st_mode)) ::unlink(name.c_str());
    const auto mask = ::umask(0077);
    const int bound = ::bind(inside.listening, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    ::umask(mask);
    if (bound != 0 || ::listen(inside.listening, 8) != 0) {
        return base::refuse(base::Code::denied, std::strerror(errno), name);
    }
    inside.path = socket;
    inside.thread = std::thread([&inside] { inside.run(); });
    return server;
}

ProbeServer::~ProbeServer() {
    if (!inside_) return;
    if (inside_->thread.joinable()) {
        {
            const std::lock_guard hold(inside_->guard);
            inside_->stop = true;
        }
        inside_->wake();
        inside_->thread.join();
        ::unlink(inside_->path.c_str());
    }
    for (const auto& client : inside_->clients) ::close(client.socket);
    if (inside_->listening >= 0) ::close(inside_->listening);
    if (inside_->waker >= 0) ::close(inside_->waker);
}

void ProbeServer::publish(const ui::Probed& probed) {
    auto text = to_json(probed);
    {
        const std::lock_guard hold(inside_->guard);
        inside_->line = std::move(text);
        inside_->frame = probed.frame;
    }
    inside_->wake();
}

std::string to_json(const ui::Probed& probed) {
    boost::json::object zones, texts;
    const auto tenth = [](double px) { return std::round(px * 10) / 10; };
    for (const auto& [id, rect] : probed.zones) {
        zones[id] = boost::json::array{tenth(rect.x), tenth(rect.y), tenth(rect.w), tenth(rect.h)};
    }
    for (const auto& [id, words] : probed.texts) texts[id] = words;
    return boost::json::serialize(boost::json::object{{"frame", probed.frame},
                                                      {"screen", probed.screen},
                                                      {"size", boost::json::array{probed.size_px.w, probed.size_px.h}},
                                                      {"focus", probed.focus},
                                                      {"zones", std::move(zones)},
                                                      {"texts", std::move(texts)}});
}

}  // namespace app
