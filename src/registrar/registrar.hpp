#pragma once
#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "base/inbox.hpp"
#include "registrar/workshop.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

namespace registrar {

/// The thread that owns the model (architecture section 2). Everybody is its client: visitors come through `take`, the
/// store answers through the same inbox, and all that is told leaves by one function.
class Registrar {
  public:
    struct Options {
        store::OpenOptions file;
        Setup setup;
    };
    /// Opens the register and the session; no thread yet. Errors as of Store::open and Workshop::open.
    static base::Result<std::unique_ptr<Registrar>> open(const Options& options);
    /// Stops the thread, saves what waits.
    ~Registrar();
    Registrar(const Registrar&) = delete;
    Registrar& operator=(const Registrar&) = delete;

    /// What a host prints. Valid from open on, does not change.
    struct Welcome {
        Id session;
        std::string join_code, pair_code, title, course;
        int kept_port = 0;  // 0: a new session
        bool went_on = false;
        std::string ended_without_course;  // a session that could not go on, as Workshop says it
        std::vector<BrokenVote> broken_votes;
        std::vector<std::string> word_faults;
        store::Opened file;
    };
    const Welcome& welcome() const { return welcome_; }

    /// The wall of this host. Before run. `show` is called from the registrar's thread.
    void watch(std::function<void(std::vector<ToWall>)> show) { show_ = std::move(show); }
    /// What the wall looks at beside the room. Any thread.
    void look(views::WallScope scope);

    /// Starts the thread. `tell` is called from it.
    void run(const std::string& base_url, int port, std::function<void(std::vector<intents::ToTablets>)> tell);

    /// Ends the thread: nothing is told after this. What is said after it is not heard.
    void stop();

    /// Any thread.
    void take(std::vector<intents::FromTablets> said);
    /// A deed at the host itself, as the trainer's (benchmarks, the wall). Any thread.
    void ask(intents::Intent intent);
    store::Store::Counts counts() const { return store_->counts(); }

  private:
    using Input = std::variant<std::vector<intents::FromTablets>, store::StoreSays, intents::Intent, views::WallScope>;
    Registrar() = default;
    void loop();
    void pass_on();
    void handle(Input& input);

    // In this order: the store's thread, which fills the inbox, ends before the inbox does.
    base::Inbox<Input> inbox_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<Workshop> workshop_;
    Welcome welcome_;
    std::function<void(std::vector<intents::ToTablets>)> tell_;
    std::function<void(std::vector<ToWall>)> show_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

/// The port of the session that a host on this register would go on with; 0 when it would begin a new one.
base::Result<int> read_kept_port(store::Reader& reader);

/// That session; empty when there is none.
base::Result<ReadSession> read_open_session(store::Reader& reader);

}  // namespace registrar
