#include "app/register_file.hpp"

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>

#include "base/clock.hpp"
#include "base/language.hpp"
#include "store/backup.hpp"
#include "store/file_schema.hpp"

namespace app {
namespace {

using base::Code;
using base::tr;

/// What SQLite's file format says at the start of every file.
constexpr std::size_t header_bytes = 100;
constexpr std::string_view magic{"SQLite format 3\0", 16};

class Header {
  public:
    static std::optional<Header> read(const base::Path& file) {
        Header header;
        std::ifstream in(file, std::ios::binary);
        in.read(header.bytes_.data(), header.bytes_.size());
        if (static_cast<std::size_t>(in.gcount()) < magic.size()) return {};
        if (std::string_view(header.bytes_.data(), magic.size()) != magic) return {};
        return header;
    }

    std::uintmax_t bytes_wanted() const { return std::uintmax_t{pages()} * page_bytes(); }
    std::uint32_t pages() const { return number(28, 4); }
    /// The count of pages holds only when the last writer kept it.
    bool is_counted() const { return number(24, 4) == number(92, 4) && pages() > 0; }
    std::uint32_t owner() const { return number(68, 4); }

  private:
    std::uint32_t page_bytes() const {
        const auto size = number(16, 2);
        return size == 1 ? 65536 : size;
    }
    std::uint32_t number(std::size_t at, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = 0; i < count; ++i) value = value << 8U | static_cast<unsigned char>(bytes_[at + i]);
        return value;
    }
    std::array<char, header_bytes> bytes_{};
};

bool has_bytes(const base::Path& file) {
    std::error_code failed;
    return std::filesystem::file_size(file, failed) > 0 && !failed;
}

base::Done look_into(const base::Path& file, bool may_be_empty) {
    std::error_code failed;
    const auto size = std::filesystem::file_size(file, failed);
    if (failed && may_be_empty && has_bytes(file.string() + "-wal")) {
        return base::refuse(Code::not_found, tr("register.file.moved", {{"wal", file.filename().string() + "-wal"}}),
                            file.string());
    }
    // A crash at birth leaves no bytes. Where there are backups there has been a register.
    if (failed || (size == 0 && may_be_empty && store::list_backups(file).empty())) return {};
    if (size == 0) return base::refuse(Code::bad_input, tr("register.file.empty"), file.string());
    const auto header = Header::read(file);
    if (!header) return base::refuse(Code::bad_input, tr("register.file.other"), file.string());
    // What has been written since may lie in the WAL alone, the whole first page included.
    const auto real = std::filesystem::canonical(file, failed);
    if (has_bytes((failed ? file : real).string() + "-wal")) return {};
    if (size < header_bytes || (header->is_counted() && size < header->bytes_wanted())) {
        const auto whole = std::to_string(std::max<std::uintmax_t>(header->bytes_wanted(), header_bytes));
        return base::refuse(Code::corrupt, tr("register.file.cut", {{"have", std::to_string(size)}, {"whole", whole}}),
                            file.string());
    }
    // A crash at birth leaves a file of one page that has no owner yet.
    const bool newborn = may_be_empty && header->owner() == 0 && header->pages() <= 1;
    if (header->owner() != store::application_id && !newborn) {
        return base::refuse(Code::bad_input, tr("register.file.other"), file.string());
    }
    return {};
}

}  // namespace

base::Done check_register(const base::Path& file) {
    IR_DO(base::check_readable(file));
    return look_into(file, false);
}

base::Done check_register_to_write(const base::Path& file) {
    IR_DO(check_register(file));
    return base::check_writable(file);
}

base::Done check_register_to_make(const base::Path& file) {
    IR_DO(base::check_writable(file));
    return look_into(file, true);
}

base::Result<store::Reader> open_register(const base::Path& file) {
    IR_DO(check_register(file));
    return store::Reader::open(file);
}

base::Done check_register_output(const base::Path& file, const base::Path& register_file) {
    std::error_code failed;
    if (std::filesystem::equivalent(file, register_file, failed)) {
        return base::refuse(Code::bad_input, tr("register.file.itself"), file.string());
    }
    if (std::filesystem::is_regular_file(file, failed) && Header::read(file)) {
        return base::refuse(Code::bad_input, tr("register.file.in_the_way"), file.string());
    }
    return base::check_output(file);
}

base::Done write_output(const base::Path& file, const base::Path& register_file, std::string_view content) {
    IR_DO(check_register_output(file, register_file));
    return base::write_file(file, content);
}

}  // namespace app
