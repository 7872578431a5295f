#pragma once
#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <string>
#include <vector>

#include "tablets/raw_client.hpp"
#include "tablets/server.hpp"

/// A folder with a few pages, gone afterwards.
class AssetFolder {
  public:
    AssetFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "iderum-pages-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        folder_ = pattern;
        write("index.html", "<!doctype html><link href=\"/assets/look.css\"><script src=\"/assets/app.js\"></script>");
        write("remote.html", "<!doctype html>remote");
        write("audience.html", "<!doctype html>audience");
        write("app.js", "import './deep/clock.js';" + std::string(2000, ' '));
        write("deep/clock.js", "export {}");
        write("look.css", "body{}");
        write(".secret", "hidden");
    }
    AssetFolder(const AssetFolder&) = delete;
    AssetFolder& operator=(const AssetFolder&) = delete;
    ~AssetFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    void write(const std::string& name, const std::string& content) const {
        std::filesystem::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << content;
    }
    const std::filesystem::path& path() const { return folder_; }

  private:
    std::filesystem::path folder_;
};

/// A real server on a free port with an owner that admits everybody who knows "K7QP2M", acknowledges everything and
/// remembers what it heard. A test may put its own `judge` in place.
class ScriptedRoom {
  public:
    using Heard = std::vector<tablets::FromTablets>;
    using Judge = std::function<void(const tablets::FromTablets&, std::vector<tablets::ToTablets>&)>;

    explicit ScriptedRoom(const tablets::Limits& limits = {}, Judge judge = obliging) : judge_(std::move(judge)) {
        tablets::Options options;
        options.bind = "127.0.0.1";
        options.assets = assets_.path();
        options.limits = limits;
        options.names = {"iderum.lindasa.se"};
        auto started = tablets::Server::start(options, [this](Heard heard) { on_heard(std::move(heard)); });
        REQUIRE_MESSAGE(started, started.error().what);
        server_ = std::move(*started);
    }

    static tablets::Text text(std::string frame) { return std::make_shared<const std::string>(std::move(frame)); }

    static void obliging(const tablets::FromTablets& one, std::vector<tablets::ToTablets>& answers) {
        if (const auto* greeted = std::get_if<tablets::Greeted>(&one)) {
            const auto& hello = greeted->hello;
            const bool knows = hello.join == "K7QP2M" || hello.pair == "M2ZK8R" || !hello.seat.empty();
            if (knows) {
                answers.push_back(
                    tablets::Admit{greeted->visitor, text(R"({"t":"welcome","v":1})"), hello.role, {"all"}});
            } else {
                answers.push_back(tablets::Refuse{greeted->visitor, {base::Code::wrong_code, {}, {}}, hello.language});
            }
        } else if (const auto* said = std::get_if<tablets::Said>(&one)) {
            answers.push_back(tablets::Send{said->visitor, text(R"({"t":"ack","id":")" + said->client_id + "\"}"), ""});
        } else if (const auto* cast = std::get_if<tablets::BallotCast>(&one)) {
            answers.push_back(tablets::AnswerBallot{cast->ticket, tablets::AnswerBallot::Kind::saved, {}, {}, 0});
        }
    }

    tablets::Server& server() { return *server_; }
    std::uint16_t port() const { return server_->port(); }
    void publish(const std::string& slot, std::string frame) {
        server_->tell({tablets::Publish{"all", slot, text(std::move(frame))}});
    }

    /// A WebSocket that has been admitted.
    RawClient visitor(std::string_view hello = R"({"t":"hello","v":1,"role":"tablet","join":"K7QP2M"})",
                      int receive_bytes = 0) {
        RawClient client(port(), receive_bytes);
        const auto head = client.upgrade();
        REQUIRE_MESSAGE(head.starts_with("HTTP/1.1 101"), head);
        client.say(hello);
        const auto welcome = client.hear();
        REQUIRE_MESSAGE(welcome.starts_with(R"({"t":"welcome")"), welcome);
        return client;
    }
    /// Waits until something of this kind has been heard `count` times in all; the newest of them.
    template <class T>
    T wait_for(std::size_t count = 1) {
        std::unique_lock hold(guard_);
        const auto newest = [&]() -> const T* {
            std::size_t seen = 0;
            for (const auto& one : heard_) {
                if (const auto* it = std::get_if<T>(&one); it != nullptr && ++seen == count) return it;
            }
            return nullptr;
        };
        REQUIRE(arrived_.wait_for(hold, std::chrono::seconds(20), [&] { return newest() != nullptr; }));
        return *newest();
    }
    template <class T>
    std::size_t count() {
        const std::lock_guard hold(guard_);
        std::size_t seen = 0;
        for (const auto& one : heard_) seen += std::holds_alternative<T>(one);
        return seen;
    }

  private:
    void on_heard(Heard heard) {
        std::vector<tablets::ToTablets> answers;
        for (const auto& one : heard) judge_(one, answers);
        server_->tell(std::move(answers));
        const std::lock_guard hold(guard_);
        for (auto& one : heard) heard_.push_back(std::move(one));
        arrived_.notify_all();
    }

    AssetFolder assets_;
    Judge judge_;
    std::mutex guard_;
    std::condition_variable arrived_;
    Heard heard_;
    std::unique_ptr<tablets::Server> server_;
};

/// Limits with short times, for tests of them.
inline tablets::Limits quick_limits() {
    tablets::Limits limits;
    limits.hello_within_ms = 400;
    limits.request_within_ms = 400;
    limits.silent_ms = 1200;
    return limits;
}
