#include "store/store.hpp"

#include <atomic>
#include <chrono>
#include <deque>
#include <iterator>
#include <thread>

#include "base/inbox.hpp"
#include "base/short_turns.hpp"
#include "store/writer.hpp"

namespace store {
namespace {

using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// Work in one transaction at most: far more than an fsync costs, and still a short wait.
constexpr std::size_t most_work = 4000;
constexpr std::size_t most_facts = 20000;
/// Where a few things come at a time, one after another, a commit and the waking of everybody on the way cost more than
/// what is written. So the store rests as long as its commit took, and takes what comes meanwhile along.
constexpr std::size_t few = 64;
constexpr milliseconds longest_gathering{2};
constexpr milliseconds rest_after{150};     // quiet time before the index takes a step
constexpr milliseconds index_within{800};   // how long it may lie behind when there is no quiet time
constexpr milliseconds space_every{5000};   // how often free space is looked at
constexpr milliseconds adopt_every{60000};  // how often quarantine is looked at
constexpr std::int64_t little_space = 500LL * 1000 * 1000;

std::size_t facts_in(const Work& work) {
    const auto* append = std::get_if<Append>(&work.deed);
    return append != nullptr ? append->change.facts.size() : 1;
}

}  // namespace

struct Store::Inner {
    std::unique_ptr<Writer> writer;
    std::function<void(StoreSays)> says;
    base::Path folder;
    milliseconds retry{0};
    milliseconds patience{0};
    Opened opened;
    base::Inbox<Work> inbox;
    std::vector<Work> pending;  // store thread only
    std::size_t first = 0;      // of `pending`: what lies before is saved
    std::atomic<std::size_t> waiting{0};
    std::atomic<std::uint64_t> commits{0};
    std::atomic<std::uint64_t> urn_commits{0};
    std::atomic<std::uint64_t> fsyncs{0};
    std::atomic<bool> index_behind{false};
    std::atomic<bool> ending{false};
    std::optional<Steady::time_point> retry_at;
    Steady::time_point gather_until{};  // the next commit waits for what comes until then
    Steady::time_point space_at{};
    Steady::time_point adopt_at{};
    Steady::time_point behind_since{};  // of the index; empty when it is not behind
    bool resting = false;               // nothing has come since the last rest
    bool told_low = false;
    std::thread thread;

    void run();
    void take(milliseconds wait);
    void gather();
    void write();
    void fail(const base::Error& error);
    void look_at_space(Steady::time_point now);
    void rest(Steady::time_point now);
    milliseconds until_next(Steady::time_point now) const;
    bool idle() const { return first == pending.size(); }
};

base::Result<std::unique_ptr<Store>> Store::open(const OpenOptions& options, std::function<void(StoreSays)> says) {
    IR_TRY(auto writer, Writer::open(options));
    auto inner = std::make_unique<Inner>();
    inner->opened = writer->opened();
    inner->writer = std::move(writer);
    inner->says = std::move(says);
    inner->retry = milliseconds(options.retry_ms);
    inner->patience = milliseconds(options.patience_ms);
    inner->folder = options.file.has_parent_path() ? options.file.parent_path() : base::Path(".");
    std::unique_ptr<Store> store(new Store(std::move(inner)));
    store->inner_->thread = std::thread([run = store->inner_.get()] { run->run(); });
    return store;
}

Store::Store(std::unique_ptr<Inner> inner) : inner_(std::move(inner)) {}

Store::~Store() {
    inner_->ending = true;
    inner_->inbox.close();
    inner_->thread.join();
}

const Opened& Store::opened() const {
    return inner_->opened;
}
std::size_t Store::waiting() const {
    return inner_->waiting;
}
Store::Counts Store::counts() const {
    return {inner_->commits, inner_->urn_commits, inner_->fsyncs, inner_->index_behind};
}

void Store::submit(std::vector<Work> work) {
    inner_->waiting += work.size();
    inner_->inbox.push_all(std::move(work));
}

void Store::Inner::run() {
    base::take_short_turns();
    space_at = adopt_at = Steady::now();
    std::optional<Steady::time_point> end_by;
    for (;;) {
        const auto now = Steady::now();
        const bool may_write = !idle() && (!retry_at || now >= *retry_at || ending);
        take(may_write ? milliseconds(0) : until_next(now));
        resting = resting && idle();
        if (ending) {
            if (!end_by) end_by = Steady::now() + patience;
            if (idle() || (retry_at && Steady::now() >= *end_by)) break;
            // The inbox no longer sleeps once it is closed.
            if (retry_at) std::this_thread::sleep_for(milliseconds(20));
            write();
        } else if (!idle() && (!retry_at || Steady::now() >= *retry_at)) {
            gather();
            write();
        } else if (idle()) {
            rest(Steady::now());
        }
    }
    writer->end();
}

milliseconds Store::Inner::until_next(Steady::time_point now) const {
    const auto until = [now](Steady::time_point then) {
        return std::max(milliseconds(0), std::chrono::ceil<milliseconds>(then - now));
    };
    if (!idle()) return until(*retry_at);
    if (writer->index_behind() || writer->has_unsettled_urns()) return resting ? milliseconds(0) : rest_after;
    return until(adopt_at);
}

void Store::Inner::take(milliseconds wait) {
    if (first == pending.size()) {
        pending.clear();
        first = 0;
    }
    auto fresh = wait.count() == 0 ? inbox.take_all() : inbox.wait_all(wait);
    if (fresh.empty()) return;
    if (pending.empty()) {
        pending = std::move(fresh);
        return;
    }
    pending.erase(pending.begin(), pending.begin() + static_cast<std::ptrdiff_t>(first));
    first = 0;
    pending.insert(pending.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
}

void Store::Inner::gather() {
    if (Steady::now() >= gather_until) return;
    std::this_thread::sleep_until(gather_until);
    take(milliseconds(0));
}

void Store::Inner::write() {
    const auto began = Steady::now();
    std::size_t count = 0;
    for (std::size_t facts = 0; first + count < pending.size() && count < most_work && facts < most_facts; ++count) {
        facts += facts_in(pending[first + count]);
    }
    const std::span<Work> batch(pending.data() + first, count);
    const auto done = writer->write_some(batch);
    commits = writer->counts().commits;
    urn_commits = writer->counts().urn_commits;
    fsyncs = writer->counts().fsyncs;
    index_behind = writer->index_behind();
    if (!done) {
        fail(done.error());
        return;
    }
    retry_at.reset();
    const auto upto = batch[*done - 1].ticket;
    first += *done;
    waiting -= *done;
    says(Saved{upto});
    const auto now = Steady::now();
    // One at a time is answered at once, and many already share what a commit costs.
    const bool gathers = *done > 1 && *done < few;
    gather_until = gathers ? now + std::min<Steady::duration>(now - began, longest_gathering) : now;
    if (now >= space_at) look_at_space(now);
    // Without a pause to rest in, the index gets its step between two batches.
    if (!writer->index_behind()) {
        behind_since = {};
    } else if (behind_since == Steady::time_point{}) {
        behind_since = now;
    } else if (idle() && now - behind_since > index_within) {
        (void)writer->rest();
    }
}

void Store::Inner::fail(const base::Error& error) {
    if (std::holds_alternative<Backup>(pending[first].deed)) {
        // A copy that cannot be made must not keep the work behind it waiting.
        says(Trouble{error, 0});
        const auto upto = pending[first].ticket;
        ++first;
        --waiting;
        says(Saved{upto});
        return;
    }
    retry_at = Steady::now() + retry;
    says(Trouble{error, static_cast<int>(retry.count())});
}

void Store::Inner::look_at_space(Steady::time_point now) {
    space_at = now + space_every;
    const auto free = base::free_bytes(folder);
    const bool low = free >= 0 && free < little_space;
    if (low != told_low) says(LowSpace{free, low});
    told_low = low;
}

void Store::Inner::rest(Steady::time_point now) {
    // Failures here cost nothing that was promised: the next write meets them, and says so.
    if (writer->index_behind()) {
        resting = writer->rest().has_value();
    } else if (writer->has_unsettled_urns()) {
        (void)writer->settle_urns();
    }
    if (!writer->index_behind()) behind_since = {};
    index_behind = writer->index_behind();
    if (now >= adopt_at) {
        adopt_at = now + adopt_every;
        (void)writer->adopt_due();
        look_at_space(now);
    }
}

}  // namespace store
