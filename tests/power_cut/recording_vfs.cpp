#include "power_cut/recording_vfs.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

/// SQLite's file object of ours; the real one lies right behind it in the same memory.
struct Wrapped {
    sqlite3_file base;
    RecordingVfs* owner;
    void* state;  // RecordingVfs::FileState, null for temporary files
    sqlite3_file* real;
};

constexpr std::size_t wrapped_bytes = (sizeof(Wrapped) + 15) / 16 * 16;

std::vector<std::uint8_t> read_sector(sqlite3_file* real, std::int64_t number, std::int64_t bytes) {
    std::vector<std::uint8_t> sector(static_cast<std::size_t>(bytes), 0);
    // A short read leaves zeros, as a file system does behind a file's end.
    real->pMethods->xRead(real, sector.data(), static_cast<int>(bytes), number * bytes);
    return sector;
}

}  // namespace

struct RecordingVfs::Calls {
    static Wrapped& of(sqlite3_file* file) { return *reinterpret_cast<Wrapped*>(file); }
    static RecordingVfs& of(sqlite3_vfs* vfs) { return *static_cast<RecordingVfs*>(vfs->pAppData); }

    static int open(sqlite3_vfs* vfs, const char* path, sqlite3_file* file, int flags, int* out_flags) {
        auto& self = of(vfs);
        const std::lock_guard hold(self.guard_);
        auto* wrapped = new (file) Wrapped{};
        if (self.cut_) return SQLITE_CANTOPEN;
        wrapped->owner = &self;
        wrapped->real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + wrapped_bytes);
        const int result = self.root_->xOpen(self.root_, path, wrapped->real, flags, out_flags);
        if (result != SQLITE_OK) {
            if (wrapped->real->pMethods != nullptr) wrapped->real->pMethods->xClose(wrapped->real);
            return result;
        }
        if (path != nullptr) {
            auto& state = self.files_[path];
            if (state == nullptr) {
                state = std::make_shared<FileState>();
                state->path = path;
                sqlite3_int64 size = 0;
                wrapped->real->pMethods->xFileSize(wrapped->real, &size);
                state->synced_size = size;
            }
            state->real = wrapped->real;
            ++state->handles;
            wrapped->state = state.get();
        }
        wrapped->base.pMethods = &methods();
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs* vfs, const char* path, int sync_folder) {
        auto& self = of(vfs);
        const std::lock_guard hold(self.guard_);
        if (self.cut_ || self.count_operation()) return SQLITE_IOERR_DELETE;
        if (const auto found = self.files_.find(path); found != self.files_.end()) {
            self.removed_.push_back(found->second);
            self.files_.erase(found);
        }
        return self.root_->xDelete(self.root_, path, sync_folder);
    }
    static int access(sqlite3_vfs* vfs, const char* path, int flags, int* out) {
        return of(vfs).root_->xAccess(of(vfs).root_, path, flags, out);
    }
    static int full_path(sqlite3_vfs* vfs, const char* path, int bytes, char* out) {
        return of(vfs).root_->xFullPathname(of(vfs).root_, path, bytes, out);
    }

    static int close(sqlite3_file* file) {
        auto& wrapped = of(file);
        const std::lock_guard hold(wrapped.owner->guard_);
        if (auto* state = static_cast<FileState*>(wrapped.state)) {
            // What a closed file has not synced is lost all the same: its last handle may be another one's.
            --state->handles;
            if (state->real == wrapped.real) state->real = nullptr;
        }
        return wrapped.real->pMethods->xClose(wrapped.real);
    }
    static int read(sqlite3_file* file, void* into, int bytes, sqlite3_int64 at) {
        auto& wrapped = of(file);
        const std::lock_guard hold(wrapped.owner->guard_);
        if (wrapped.owner->cut_) return SQLITE_IOERR_READ;
        return wrapped.real->pMethods->xRead(wrapped.real, into, bytes, at);
    }
    static int write(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 at) {
        auto& wrapped = of(file);
        auto& self = *wrapped.owner;
        const std::lock_guard hold(self.guard_);
        if (self.cut_) return SQLITE_IOERR_WRITE;
        auto* state = static_cast<FileState*>(wrapped.state);
        if (state == nullptr) return wrapped.real->pMethods->xWrite(wrapped.real, from, bytes, at);
        state->real = wrapped.real;
        self.remember(*state, at, bytes);
        const int result = wrapped.real->pMethods->xWrite(wrapped.real, from, bytes, at);
        if (result != SQLITE_OK) return result;
        self.note_written(*state, at, bytes);
        return self.count_operation() ? SQLITE_IOERR_WRITE : SQLITE_OK;
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        auto& wrapped = of(file);
        auto& self = *wrapped.owner;
        const std::lock_guard hold(self.guard_);
        if (self.cut_) return SQLITE_IOERR_TRUNCATE;
        sqlite3_int64 before = 0;
        wrapped.real->pMethods->xFileSize(wrapped.real, &before);
        auto* state = static_cast<FileState*>(wrapped.state);
        if (state != nullptr) {
            state->real = wrapped.real;
            self.remember(*state, size, before - size);
        }
        const int result = wrapped.real->pMethods->xTruncate(wrapped.real, size);
        if (state != nullptr) self.note_written(*state, size, before - size);
        if (result != SQLITE_OK) return result;
        return self.count_operation() ? SQLITE_IOERR_TRUNCATE : SQLITE_OK;
    }
    static int sync(sqlite3_file* file, int) {
        auto& wrapped = of(file);
        auto& self = *wrapped.owner;
        const std::lock_guard hold(self.guard_);
        if (self.cut_ || self.count_operation()) return SQLITE_IOERR_FSYNC;
        if (self.failing_syncs_ > 0) {
            --self.failing_syncs_;
            if (auto* state = static_cast<FileState*>(wrapped.state)) {
                for (auto& [number, versions] : state->versions) state->lost.emplace(number, versions.front());
                state->versions.clear();
            }
            return SQLITE_IOERR_FSYNC;
        }
        if (auto* state = static_cast<FileState*>(wrapped.state)) {
            state->versions.clear();
            sqlite3_int64 size = 0;
            wrapped.real->pMethods->xFileSize(wrapped.real, &size);
            state->synced_size = size;
        }
        return SQLITE_OK;
    }
    static int size(sqlite3_file* file, sqlite3_int64* out) {
        return of(file).real->pMethods->xFileSize(of(file).real, out);
    }
    static int lock(sqlite3_file* file, int level) { return of(file).real->pMethods->xLock(of(file).real, level); }
    static int unlock(sqlite3_file* file, int level) { return of(file).real->pMethods->xUnlock(of(file).real, level); }
    static int reserved(sqlite3_file* file, int* out) {
        return of(file).real->pMethods->xCheckReservedLock(of(file).real, out);
    }
    static int control(sqlite3_file* file, int what, void* with) {
        return of(file).real->pMethods->xFileControl(of(file).real, what, with);
    }
    static int sector(sqlite3_file* file) { return of(file).real->pMethods->xSectorSize(of(file).real); }
    static int traits(sqlite3_file* file) { return of(file).real->pMethods->xDeviceCharacteristics(of(file).real); }
    static int map(sqlite3_file* file, int page, int bytes, int extend, void volatile** out) {
        return of(file).real->pMethods->xShmMap(of(file).real, page, bytes, extend, out);
    }
    static int shm_lock(sqlite3_file* file, int offset, int n, int flags) {
        return of(file).real->pMethods->xShmLock(of(file).real, offset, n, flags);
    }
    static void barrier(sqlite3_file* file) { of(file).real->pMethods->xShmBarrier(of(file).real); }
    static int unmap(sqlite3_file* file, int remove_it) {
        return of(file).real->pMethods->xShmUnmap(of(file).real, remove_it);
    }
    static const sqlite3_io_methods& methods() {
        static const sqlite3_io_methods all{2,        close,   read,     write,   truncate, sync,   size,
                                            lock,     unlock,  reserved, control, sector,   traits, map,
                                            shm_lock, barrier, unmap,    nullptr, nullptr};
        return all;
    }
};

RecordingVfs::RecordingVfs(std::string name) : name_(std::move(name)), root_(sqlite3_vfs_find(nullptr)), vfs_(*root_) {
    vfs_.zName = name_.c_str();
    vfs_.pNext = nullptr;
    vfs_.pAppData = this;
    vfs_.szOsFile = static_cast<int>(wrapped_bytes) + root_->szOsFile;
    vfs_.xOpen = Calls::open;
    vfs_.xDelete = Calls::remove;
    vfs_.xAccess = Calls::access;
    vfs_.xFullPathname = Calls::full_path;
    sqlite3_vfs_register(&vfs_, 0);
}

RecordingVfs::~RecordingVfs() {
    sqlite3_vfs_unregister(&vfs_);
}

void RecordingVfs::cut_after(std::uint64_t operations, unsigned seed) {
    const std::lock_guard hold(guard_);
    cut_at_ = operations_ + operations;
    seed_ = seed;
}

bool RecordingVfs::count_operation() {
    ++operations_;
    if (cut_at_ == 0 || operations_ < cut_at_) return false;
    cut(seed_);
    return true;
}

void RecordingVfs::cut(unsigned seed) {
    const std::lock_guard hold(guard_);
    if (cut_) return;
    cut_ = true;
    cut_at_ = 0;
    std::mt19937 random(seed);
    for (auto& [path, file] : files_) lose(*file, random);
}

bool RecordingVfs::is_cut() const {
    const std::lock_guard hold(guard_);
    return cut_;
}

void RecordingVfs::reboot() {
    const std::lock_guard hold(guard_);
    files_.clear();
    removed_.clear();
    cut_ = false;
    cut_at_ = 0;
    failing_syncs_ = 0;
}

void RecordingVfs::fail_syncs(int count) {
    const std::lock_guard hold(guard_);
    failing_syncs_ = count;
}

std::uint64_t RecordingVfs::operations() const {
    const std::lock_guard hold(guard_);
    return operations_;
}

void RecordingVfs::remember(FileState& file, std::int64_t from, std::int64_t bytes) {
    if (bytes <= 0) return;
    for (auto number = from / sector_bytes; number * sector_bytes < from + bytes; ++number) {
        auto& versions = file.versions[number];
        if (!versions.empty()) continue;
        const auto lost = file.lost.find(number);
        versions.push_back(lost != file.lost.end() ? lost->second : read_sector(file.real, number, sector_bytes));
    }
}

void RecordingVfs::note_written(FileState& file, std::int64_t from, std::int64_t bytes) {
    for (auto number = from / sector_bytes; number * sector_bytes < from + bytes; ++number) {
        auto content = read_sector(file.real, number, sector_bytes);
        auto& versions = file.versions[number];
        if (versions.empty() || versions.back() != content) versions.push_back(std::move(content));
        file.lost.erase(number);
    }
}

void RecordingVfs::lose(FileState& file, std::mt19937& random) {
    for (auto& [number, content] : file.lost) file.versions[number] = {content};
    if (file.versions.empty()) return;
    enum Fate { all_lost, all_kept, mixed, mostly_kept };
    const auto fate = static_cast<Fate>(random() % 4);
    // An open handle is used when there is one: closing a second one would drop SQLite's locks on the file.
    const int handle = file.real == nullptr ? ::open(file.path.c_str(), O_RDWR | O_CLOEXEC) : -1;
    sqlite3_int64 size = 0;
    if (file.real != nullptr) {
        file.real->pMethods->xFileSize(file.real, &size);
    } else {
        size = ::lseek(handle, 0, SEEK_END);
    }
    auto end = fate == all_lost ? file.synced_size : size;
    if (fate == mixed && random() % 2 == 0) end = file.synced_size;
    if (fate == mixed && size > file.synced_size && random() % 2 == 0) {
        end = file.synced_size + static_cast<std::int64_t>(random() % static_cast<unsigned>(size - file.synced_size));
    }
    for (const auto& [number, versions] : file.versions) {
        std::size_t chosen = versions.size() - 1;
        if (fate == all_lost) chosen = 0;
        if (fate == mixed || (fate == mostly_kept && random() % 8 == 0)) chosen = random() % versions.size();
        const auto at = number * sector_bytes;
        const auto bytes = std::min<std::int64_t>(sector_bytes, end - at);
        if (bytes <= 0) continue;
        if (file.real != nullptr) {
            file.real->pMethods->xWrite(file.real, versions[chosen].data(), static_cast<int>(bytes), at);
        } else if (::pwrite(handle, versions[chosen].data(), static_cast<std::size_t>(bytes), at) < 0) {
            break;
        }
    }
    if (file.real != nullptr) {
        file.real->pMethods->xTruncate(file.real, end);
    } else {
        // A file that is gone has no handle and nothing to lose; one that keeps what it was to lose would prove
        // nothing.
        if (handle >= 0 && ::ftruncate(handle, end) != 0) std::abort();
        ::close(handle);
    }
    file.versions.clear();
}
