#pragma once
#include <functional>
#include <memory>

#include "base/files.hpp"
#include "base/inbox.hpp"
#include "model/cells.hpp"
#include "model/draft.hpp"
#include "store/reader.hpp"
#include "store/store.hpp"

namespace app {

/// Writes to a register while no host runs: what `register import` and `demo` do. Changes are queued, and `wait` comes
/// back when they are on disk. One thread.
class RegisterWriter {
  public:
    /// Makes the file when it is missing. Code::busy when a host runs. `now` gives the time of Changes; the stamps
    /// follow what the file already holds.
    static base::Result<std::unique_ptr<RegisterWriter>> open(const base::Path& file, base::WallClock now);

    /// Brings an entity into memory, so that its fields are changed and not written anew.
    base::Done load(const base::Id& entity);
    const model::Cells& cells() const { return cells_; }
    const base::Id& node() const { return clock_->node(); }
    store::Reader& reader() { return *reader_; }

    /// Queues a Change; one without effect is dropped. Waits itself when much is queued.
    base::Done write(model::Draft draft);
    base::Done put_blob(std::string sha256_hex, std::string content, std::string media_type);
    /// Queues session rows.
    base::Done write_rows(std::vector<store::SessionWrite> rows);
    /// Until everything queued is on disk. The first trouble with the disk ends it: nobody is there to wait for room.
    base::Done wait();

  private:
    explicit RegisterWriter(base::WallClock now) : now_(std::move(now)) {}
    base::Done submit(store::Deed deed);

    base::WallClock now_;
    base::Inbox<store::StoreSays> says_;
    std::unique_ptr<store::Store> store_;  // goes before the inbox it talks to
    std::optional<store::Reader> reader_;
    std::unique_ptr<model::HybridClock> clock_;
    model::Cells cells_;
    std::uint64_t seq_ = 0;
    std::uint64_t ticket_ = 0;
    std::uint64_t saved_ = 0;
};

}  // namespace app
