#include "store/binding.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <sstream>
#include <utility>

namespace store {
namespace {

struct Living {
    std::string installation;
    std::uint64_t inode = 0;
    std::uint64_t device = 0;
    std::string file;
};

struct Note {
    Living of;
    std::uint64_t head = 0;
    std::string chain;
};

/// This machine's user: a random id, made once.
std::string installation_id(const base::Path& state_folder) {
    const auto file = state_folder / "installation";
    if (const auto there = base::read_file(file, 200); there) {
        if (const auto id = base::parse_id(std::string_view(*there).substr(0, 36))) return id->text();
    }
    base::Id id;
    base::random_bytes(id.bytes);
    // When it cannot be kept, every start looks like a new installation: safe, and only untidy.
    (void)base::write_file(file, id.text() + "\n");
    return id.text();
}

base::Path note_file(const base::Path& state_folder, const Id& node) {
    return state_folder / "bindings" / node.text();
}

std::optional<Note> read_note(const base::Path& file) {
    const auto content = base::read_file(file, 10000);
    if (!content) return std::nullopt;
    std::istringstream lines(*content);
    Note note;
    std::string key;
    lines >> key >> note.of.installation >> key >> note.of.inode >> key >> note.of.device >> key >> note.head >> key >>
        note.chain >> key;
    lines.get();
    std::getline(lines, note.of.file);
    if (!lines && !lines.eof()) return std::nullopt;
    return note;
}

/// Device numbers may change when a machine starts again; then the same inode under the same name will do.
bool same_file(const Living& a, const Living& b) {
    return a.installation == b.installation && a.inode == b.inode && (a.device == b.device || a.file == b.file);
}

}  // namespace

base::Result<Binding> Binding::bind(const base::Path& state_folder, Journal& journal, const base::WallClock& now) {
    auto& db = journal.reader().db();
    std::error_code ignored;
    std::filesystem::create_directories(state_folder / "bindings", ignored);
    struct stat facts {};
    if (::stat(db.file().c_str(), &facts) != 0) {
        return base::refuse(base::Code::not_found, "the register is gone", db.file().string());
    }
    const auto whole = std::filesystem::weakly_canonical(db.file(), ignored);
    const Living living{installation_id(state_folder), facts.st_ino, facts.st_dev, whole.string()};

    Binding binding;
    Head head;
    std::filesystem::file_time_type latest = std::filesystem::file_time_type::min();
    IR_TRY(const auto nodes, journal.reader().read_nodes());
    for (const auto& node : nodes) {
        const auto file = note_file(state_folder, node);
        const auto note = read_note(file);
        if (!note || !same_file(note->of, living)) continue;
        const auto chain = journal.reader().read_chain({node, note->head});
        if (!chain || base::to_hex(*chain) != note->chain) {
            // An older copy was put in this file's place: this node's life here is over.
            std::filesystem::remove(file, ignored);
            continue;
        }
        const auto written = std::filesystem::last_write_time(file, ignored);
        if (!binding.node_.empty() && written < latest) continue;
        latest = written;
        binding.node_ = node;
    }
    if (binding.node_.empty()) {
        binding.minted_ = true;
        binding.node_ = base::new_id(now());
        IR_TRY(auto transaction, Transaction::begin(db));
        IR_DO(journal.number_for(binding.node_));
        IR_DO(journal.commit(transaction));
    }
    IR_TRY(head, journal.head(binding.node_));
    binding.before_ = "installation " + living.installation + "\ninode " + std::to_string(living.inode) + "\ndevice " +
                      std::to_string(living.device) + "\n";
    binding.after_ = "file " + living.file + "\n";
    binding.handle_ = ::open(note_file(state_folder, binding.node_).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    binding.note(head);
    return binding;
}

Binding::Binding(Binding&& other) noexcept
    : node_(other.node_),
      minted_(other.minted_),
      handle_(std::exchange(other.handle_, -1)),
      before_(std::move(other.before_)),
      after_(std::move(other.after_)) {}

Binding::~Binding() {
    if (handle_ >= 0) ::close(handle_);
}

void Binding::note(const Head& head) {
    if (handle_ < 0) return;
    // Fixed width: one write in place, whole.
    char number[32];
    std::snprintf(number, sizeof number, "%020llu", static_cast<unsigned long long>(head.seq));
    const auto text = before_ + "head " + number + "\nchain " + base::to_hex(head.chain) + "\n" + after_;
    const auto wrote = ::pwrite(handle_, text.data(), text.size(), 0);
    if (wrote != static_cast<ssize_t>(text.size())) return;
    (void)::ftruncate(handle_, wrote);
}

}  // namespace store
