#include "store/binding.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <sstream>
#include <utility>

#include "base/private_files.hpp"

namespace store {
struct Binding::Living {
    std::string installation;
    std::uint64_t inode = 0;
    std::uint64_t device = 0;
    std::string file;

    /// Device numbers may change when a machine starts again; then the same inode under the same name will do.
    bool is(const Living& other) const {
        return installation == other.installation && inode == other.inode &&
               (device == other.device || file == other.file);
    }
    static base::Result<Living> of(const base::Path& state_folder, const base::Path& register_file);
};

namespace {

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

/// Lines of a note, in their order: what is bound, then the head.
struct Lines {
    std::string installation;
    std::uint64_t inode = 0;
    std::uint64_t device = 0;
    std::uint64_t head = 0;
    std::string chain;
    std::string file;
};
std::optional<Lines> read_lines(const base::Path& note) {
    const auto content = base::read_file(note, 10000);
    if (!content) return std::nullopt;
    std::istringstream in(*content);
    Lines lines;
    std::string key;
    in >> key >> lines.installation >> key >> lines.inode >> key >> lines.device >> key >> lines.head >> key >>
        lines.chain >> key;
    in.get();
    std::getline(in, lines.file);
    if (!in && !in.eof()) return std::nullopt;
    return lines;
}

/// Is the file that a note speaks of still where it was?
bool lives(const Lines& note) {
    struct stat facts {};
    return ::stat(note.file.c_str(), &facts) == 0 && facts.st_ino == note.inode;
}

}  // namespace

base::Result<Binding::Living> Binding::Living::of(const base::Path& state_folder, const base::Path& register_file) {
    std::error_code ignored;
    base::make_private_folders(state_folder / "bindings", ignored);
    struct stat facts {};
    if (::stat(register_file.c_str(), &facts) != 0) {
        return base::refuse(base::Code::not_found, "the register is gone", register_file.string());
    }
    const auto whole = std::filesystem::weakly_canonical(register_file, ignored);
    return Living{installation_id(state_folder), facts.st_ino, facts.st_dev, whole.string()};
}

base::Result<Binding> Binding::bind(const base::Path& given, Journal& journal, const base::WallClock& now) {
    const auto state_folder = given.empty() ? base::state_folder() : given;
    IR_TRY(const auto living, Living::of(state_folder, journal.reader().db().file()));
    Binding binding;
    std::error_code ignored;
    auto latest = std::filesystem::file_time_type::min();
    IR_TRY(const auto nodes, journal.reader().read_nodes());
    for (const auto& node : nodes) {
        const auto file = note_file(state_folder, node);
        const auto note = read_lines(file);
        if (!note) continue;
        if (!living.is({note->installation, note->inode, note->device, note->file})) {
            if (note->installation == living.installation && lives(*note)) binding.elsewhere_.push_back(node);
            continue;
        }
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
    IR_DO(binding.settle(state_folder, journal, living, now));
    return binding;
}

base::Result<Binding> Binding::mint(const base::Path& given, Journal& journal, const base::WallClock& now) {
    const auto state_folder = given.empty() ? base::state_folder() : given;
    IR_TRY(const auto living, Living::of(state_folder, journal.reader().db().file()));
    Binding binding;
    IR_DO(binding.settle(state_folder, journal, living, now));
    return binding;
}

/// Mints when there is no node yet, and opens the note.
base::Done Binding::settle(const base::Path& state_folder, Journal& journal, const Living& living,
                           const base::WallClock& now) {
    if (node_.empty()) {
        minted_ = true;
        node_ = base::new_id(now());
        IR_TRY(auto transaction, Transaction::begin(journal.reader().db()));
        IR_DO(journal.number_for(node_));
        IR_DO(journal.commit(transaction));
    }
    IR_TRY(const auto head, journal.head(node_));
    before_ = "installation " + living.installation + "\ninode " + std::to_string(living.inode) + "\ndevice " +
              std::to_string(living.device) + "\n";
    after_ = "file " + living.file + "\n";
    handle_ = ::open(note_file(state_folder, node_).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    note(head);
    return {};
}

Binding::Binding(Binding&& other) noexcept
    : node_(other.node_),
      minted_(other.minted_),
      elsewhere_(std::move(other.elsewhere_)),
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
