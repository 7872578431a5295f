#pragma once
#include <doctest/doctest.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>

#include "folder.hpp"
#include "model/draft.hpp"
#include "must.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

/// What the store said, for a test's thread to wait for.
class Listener {
  public:
    void hear(const store::StoreSays& says) {
        const std::lock_guard hold(guard_);
        if (const auto* saved = std::get_if<store::Saved>(&says)) {
            if (saved->upto <= upto_) in_order_ = false;
            upto_ = saved->upto;
        }
        if (std::holds_alternative<store::LowSpace>(says)) ++low_space_told_;
        if (const auto* trouble = std::get_if<store::Trouble>(&says)) troubles_.push_back(*trouble);
        heard_.notify_all();
    }
    /// False when a minute passes before everything up to `ticket` is saved.
    bool saved(std::uint64_t ticket) {
        std::unique_lock hold(guard_);
        return heard_.wait_for(hold, std::chrono::minutes(1), [&] { return upto_ >= ticket; });
    }
    /// False when a minute passes before there has been trouble `count` times.
    bool troubled(std::size_t count = 1) {
        std::unique_lock hold(guard_);
        return heard_.wait_for(hold, std::chrono::minutes(1), [&] { return troubles_.size() >= count; });
    }
    std::uint64_t upto() {
        const std::lock_guard hold(guard_);
        return upto_;
    }
    int low_space_told() {
        const std::lock_guard hold(guard_);
        return low_space_told_;
    }
    bool in_order() {
        const std::lock_guard hold(guard_);
        return in_order_;
    }
    std::vector<store::Trouble> troubles() {
        const std::lock_guard hold(guard_);
        return troubles_;
    }

  private:
    std::mutex guard_;
    std::condition_variable heard_;
    std::uint64_t upto_ = 0;
    bool in_order_ = true;
    int low_space_told_ = 0;
    std::vector<store::Trouble> troubles_;
};

/// A register in a folder, with a store that is open and a clock that writes in its node's name.
struct Desk {
    Folder own;
    store::OpenOptions options;
    std::atomic<std::int64_t> now_ms{1777626000000};  // 2026-05-01 09:00 UTC; the store thread asks too
    Listener listener;
    std::unique_ptr<store::Store> store;
    std::unique_ptr<model::HybridClock> clock;
    std::uint64_t ticket = 0;
    std::uint64_t seq = 0;
    model::Cells cells;

    explicit Desk(const base::Path& folder = {}) {
        options.file = (folder.empty() ? own.path : folder) / "register.iderum";
        options.state_folder = own / "state";
        options.now = [this] { return now_ms.load(); };
    }
    ~Desk() { close(); }
    base::Done try_open() {
        close();
        auto opened = store::Store::open(options, [this](const store::StoreSays& says) { listener.hear(says); });
        if (!opened) return tl::unexpected<base::Error>(opened.error());
        store = std::move(*opened);
        clock = std::make_unique<model::HybridClock>(store->opened().node, options.now);
        clock->see(store->opened().greatest_stamp);
        seq = store->opened().head;
        return {};
    }
    void open() {
        const auto opened = try_open();
        REQUIRE_MESSAGE(opened.has_value(), (opened ? "" : opened.error().what));
    }
    void close() { store.reset(); }

    std::uint64_t submit(store::Deed deed) {
        std::vector<store::Work> work;
        work.push_back({++ticket, std::move(deed)});
        store->submit(std::move(work));
        return ticket;
    }
    void save(store::Deed deed) { REQUIRE(listener.saved(submit(std::move(deed)))); }
    /// A Change in the next place, merged into `cells`.
    model::Change finish(model::Draft draft) {
        auto change = std::move(draft).finish(cells, *clock);
        change.place.seq = ++seq;
        for (const auto& fact : change.facts) model::merge(cells, fact);
        return change;
    }
    model::Change note(const base::Id& id, std::string_view text) {
        model::Draft draft("seat", "change.add_note");
        draft.set(id, "note.type", std::string_view("idea"));
        draft.set(id, "note.text", text);
        draft.set(id, "note.block", std::string_view("ideer"));
        draft.set(id, "note.written_at", now_ms.load());
        return finish(std::move(draft));
    }
    base::Id save_note(std::string_view text) {
        const auto id = base::new_id(now_ms);
        save(store::Append{note(id, text), {}});
        return id;
    }
    store::Reader reader() const {
        auto opened = store::Reader::open(options.file);
        REQUIRE(opened.has_value());
        return std::move(*opened);
    }
};
