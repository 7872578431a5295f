#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <string>
#include <vector>

#include <sqlite3.h>

/// An SQLite file system that can lose power. It wraps the default one and remembers, for every file, each version that
/// each 512-byte sector has had since the file was last synced. When the power is cut, every such sector falls back to
/// one of its versions, chosen at random (so writes are lost, reordered and torn), the file's size to one between the
/// synced and the present; from then on every read and write fails until `reboot`. Nothing is really synced, so a
/// round takes milliseconds.
class RecordingVfs {
  public:
    /// Registers under this name until destroyed. No connection may be open then.
    explicit RecordingVfs(std::string name);
    RecordingVfs(const RecordingVfs&) = delete;
    RecordingVfs& operator=(const RecordingVfs&) = delete;
    ~RecordingVfs();

    const std::string& name() const { return name_; }
    /// The power goes during the n-th write, sync, truncation or deletion from now.
    void cut_after(std::uint64_t operations, unsigned seed);
    void cut(unsigned seed);
    bool is_cut() const;
    /// Power is back. All connections from before must be closed.
    void reboot();
    /// The next syncs fail and, as on Linux, what they should have synced can still be read but is no longer seen as
    /// unwritten: later syncs pass it over, and a cut loses it, unless it is written again.
    void fail_syncs(int count);
    /// Writes, syncs, truncations and deletions so far.
    std::uint64_t operations() const;

  private:
    struct Calls;
    friend struct Calls;
    static constexpr std::int64_t sector_bytes = 512;
    using Sector = std::vector<std::uint8_t>;
    struct FileState {
        std::string path;
        std::map<std::int64_t, std::vector<Sector>> versions;  // sector number → content at the last sync, and since
        std::map<std::int64_t, Sector> lost;  // what is really on disk where a failed sync left a difference
        std::int64_t synced_size = 0;
        sqlite3_file* real = nullptr;  // some open handle; null when the file is closed
        int handles = 0;
    };

    bool count_operation();  // true: the power goes now
    void remember(FileState& file, std::int64_t from, std::int64_t bytes);
    void note_written(FileState& file, std::int64_t from, std::int64_t bytes);
    void lose(FileState& file, std::mt19937& random);

    mutable std::recursive_mutex guard_;
    std::string name_;
    sqlite3_vfs* root_;
    sqlite3_vfs vfs_;
    std::map<std::string, std::shared_ptr<FileState>> files_;
    std::vector<std::shared_ptr<FileState>> removed_;  // handles may still point at them
    std::uint64_t operations_ = 0;
    std::uint64_t cut_at_ = 0;
    unsigned seed_ = 0;
    int failing_syncs_ = 0;
    bool cut_ = false;
};
