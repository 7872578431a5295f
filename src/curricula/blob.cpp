#include "curricula/blob.hpp"

#include <charconv>

namespace curricula {
namespace {

constexpr std::string_view first_line_start = "iderum-course ";
constexpr std::string_view version = "1";

/// Takes the blob apart from the front. After a failure nothing more is taken.
class BlobReader {
  public:
    explicit BlobReader(std::string_view blob) : blob_(blob) {}

    bool take(std::string_view expected) {
        if (!blob_.substr(at_).starts_with(expected)) return false;
        at_ += expected.size();
        return true;
    }
    /// A decimal number without leading zeros, at most the number of bytes that are left.
    bool take_number(std::size_t& number) {
        const char* first = blob_.data() + at_;
        const char* last = blob_.data() + blob_.size();
        const auto read = std::from_chars(first, last, number);
        if (read.ec != std::errc{} || (*first == '0' && read.ptr != first + 1)) return false;
        at_ += static_cast<std::size_t>(read.ptr - first);
        return number <= blob_.size() - at_;
    }
    /// Exactly `size` bytes and a line feed.
    bool take_bytes(std::size_t size, std::string& bytes) {
        if (size >= blob_.size() - at_ || blob_[at_ + size] != '\n') return false;
        bytes = blob_.substr(at_, size);
        at_ += size + 1;
        return true;
    }
    bool at_end() const { return at_ == blob_.size(); }
    std::string place() const { return std::to_string(at_); }

  private:
    std::string_view blob_;
    std::size_t at_ = 0;
};

}  // namespace

std::string to_blob(const model::CourseSource& source) {
    std::string blob(first_line_start);
    blob.append(version).append("\nslug ").append(std::to_string(source.slug.size())).append("\n");
    blob.append(source.slug).append("\n");
    for (const auto& [name, content] : source.files) {
        blob.append("file ").append(std::to_string(name.size())).append(" ").append(std::to_string(content.size()));
        blob.append("\n").append(name).append("\n").append(content).append("\n");
    }
    return blob.append("end\n");
}

base::Result<model::CourseSource> from_blob(std::string_view blob) {
    using base::Code;
    BlobReader reader(blob);
    if (!reader.take(first_line_start)) return base::refuse(Code::corrupt, "not a course", "0");
    if (!reader.take(version) || !reader.take("\n")) return base::refuse(Code::newer_version, "course", "0");
    model::CourseSource source;
    std::size_t size = 0;
    if (!reader.take("slug ") || !reader.take_number(size) || !reader.take("\n") ||
        !reader.take_bytes(size, source.slug)) {
        return base::refuse(Code::corrupt, "course name", reader.place());
    }
    while (reader.take("file ")) {
        std::string name;
        std::size_t content_size = 0;
        std::string content;
        const bool whole = reader.take_number(size) && reader.take(" ") && reader.take_number(content_size) &&
                           reader.take("\n") && reader.take_bytes(size, name) &&
                           reader.take_bytes(content_size, content);
        const bool in_order = source.files.empty() || source.files.rbegin()->first < name;
        if (!whole || !in_order) return base::refuse(Code::corrupt, "course file", reader.place());
        source.files.emplace(std::move(name), std::move(content));
    }
    if (!reader.take("end\n") || !reader.at_end()) return base::refuse(Code::corrupt, "course end", reader.place());
    return source;
}

}  // namespace curricula
