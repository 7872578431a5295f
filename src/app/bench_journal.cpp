#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <string_view>
#include <thread>

#include "app/bench.hpp"
#include "app/host.hpp"
#include "registrar/book.hpp"
#include "store/store.hpp"

namespace app {
namespace {

using Clock = std::chrono::steady_clock;

/// A register open for writing, as the registrar has it, without a session.
class Writer {
  public:
    static base::Result<std::unique_ptr<Writer>> open(const base::Path& file, const base::Path& state) {
        std::unique_ptr<Writer> writer(new Writer());
        store::OpenOptions options;
        options.file = file;
        options.state_folder = state;
        auto* self = writer.get();
        IR_TRY(writer->store_, store::Store::open(options, [self](const store::StoreSays& said) { self->hear(said); }));
        IR_TRY(auto reader, store::Reader::open(file));
        const auto& opened = writer->store_->opened();
        model::HybridClock clock(opened.node, base::system_clock());
        clock.see(opened.greatest_stamp);
        auto* store = writer->store_.get();
        writer->book_ = std::make_unique<registrar::Book>(
            std::move(reader), std::move(clock), opened.head,
            [store](std::vector<store::Work> work) { store->submit(std::move(work)); });
        return writer;
    }
    ~Writer() { store_.reset(); }

    void add_note() {
        auto& book = *book_;
        const auto note = book.new_id();
        model::Draft draft("seat", "change.add_note");
        draft.set(note, "note.session", session_);
        draft.set(note, "note.block", "ideer-i-tysthet");
        draft.set(note, "note.type", "idea");
        draft.set(note, "note.text", "Föreningen bokar själv i telefonen och ser lediga tider direkt");
        draft.set(note, "note.written_at", book.now_ms());
        book.write(std::move(draft));
        // The bench writes more than one session holds: what is written is not kept in memory.
        book.forget(note);
    }
    void hand_over() { book_->hand_over(); }
    std::uint64_t last() const { return book_->last_ticket(); }
    /// Lets the search index take in what is behind, as it does on any quiet moment.
    void rest() const {
        while (store_->counts().index_behind) std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    /// Waits until `ticket` is on disk.
    base::Done wait(std::uint64_t ticket) {
        std::unique_lock hold(guard_);
        heard_.wait(hold, [&] { return saved_ >= ticket || trouble_; });
        if (trouble_) return tl::unexpected<base::Error>(*trouble_);
        book_->saved(saved_);
        return {};
    }

  private:
    Writer() = default;
    void hear(const store::StoreSays& said) {
        const std::lock_guard hold(guard_);
        if (const auto* saved = std::get_if<store::Saved>(&said)) saved_ = saved->upto;
        if (const auto* trouble = std::get_if<store::Trouble>(&said)) trouble_ = trouble->error;
        heard_.notify_all();
    }
    std::mutex guard_;
    std::condition_variable heard_;
    std::uint64_t saved_ = 0;
    std::optional<base::Error> trouble_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<registrar::Book> book_;
    base::Id session_ = base::new_id(base::system_now_ms());
};

/// Changes in flight at most: what many tablets at once look like to the store.
constexpr std::uint64_t most_in_flight = 4000;

base::Done add_grouped(Writer& writer, std::int64_t count) {
    for (std::int64_t i = 0; i < count; ++i) {
        writer.add_note();
        if (i % 500 != 499) continue;
        writer.hand_over();
        if (writer.last() > most_in_flight) IR_DO(writer.wait(writer.last() - most_in_flight));
    }
    writer.hand_over();
    return writer.wait(writer.last());
}

base::Done measure(const BenchFolder& folder, const base::Path& file, std::int64_t facts, double seconds) {
    IR_TRY(const auto writer, Writer::open(file, folder.path()));
    auto start = Clock::now();
    std::int64_t count = 0;
    for (; seconds_since(start) < seconds; ++count) {
        writer->add_note();
        writer->hand_over();
        IR_DO(writer->wait(writer->last()));
    }
    const auto single = static_cast<double>(count) / seconds_since(start);
    print({"journal", "facts", facts, "single_per_s", single, "1/s", folder.fs()});
    start = Clock::now();
    count = 0;
    while (seconds_since(start) < seconds) {
        IR_DO(add_grouped(*writer, 20000));
        count += 20000;
    }
    const auto grouped = static_cast<double>(count) / seconds_since(start);
    print({"journal", "facts", facts, "grouped_per_s", grouped, "1/s", folder.fs()});
    return {};
}

base::Result<std::unique_ptr<Host>> start_host(const base::Path& file) {
    HostPlan plan;
    plan.register_file = file;
    plan.bind = "127.0.0.1";
    plan.port = 0;
    return Host::start(plan);
}

/// MiB; 0 where the system does not tell.
double memory_told_as(std::string_view name) {
    std::ifstream in("/proc/self/smaps_rollup");
    std::string word;
    while (in >> word) {
        if (word != name) continue;
        double kib = 0;
        in >> kib;
        return kib / 1024;
    }
    return 0;
}

}  // namespace

double pss_mib() {
    return memory_told_as("Pss:");
}

double rss_mib() {
    return memory_told_as("Rss:");
}

base::Done fill_register(const base::Path& file, const base::Path& state, std::int64_t facts) {
    IR_TRY(const auto writer, Writer::open(file, state));
    IR_DO(add_grouped(*writer, facts / 5));
    writer->rest();
    return {};
}

base::Done bench_journal(const BenchFolder& folder, std::int64_t facts, double seconds) {
    IR_DO(measure(folder, folder.path() / "empty.iderum", 0, seconds));
    const auto full = folder.path() / "full.iderum";
    IR_DO(fill_register(full, folder.path(), facts));
    return measure(folder, full, facts, seconds);
}

base::Done bench_start(const BenchFolder& folder, std::int64_t facts) {
    const auto empty = folder.path() / "empty.iderum";
    const auto full = folder.path() / "full.iderum";
    IR_DO(fill_register(full, folder.path(), facts));
    for (const auto& [file, size] : {std::pair(empty, std::int64_t{0}), std::pair(full, facts)}) {
        const auto start = Clock::now();
        IR_TRY(const auto host, start_host(file));
        print({"start", "facts", size, "ready_ms", seconds_since(start) * 1000, "ms", folder.fs()});
    }
    return {};
}

base::Done bench_memory(const BenchFolder& folder, std::int64_t facts) {
    const auto full = folder.path() / "full.iderum";
    IR_DO(fill_register(full, folder.path(), facts));
    IR_TRY(const auto host, start_host(full));
    print({"memory", "facts", facts, "pss_mib", pss_mib(), "MiB", folder.fs()});
    return {};
}

}  // namespace app
