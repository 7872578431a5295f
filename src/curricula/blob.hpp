#pragma once
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "model/course.hpp"

/// A course's files as one text, so that a session can keep and run what it started with.
///
/// 1. The first line is `iderum-course 1`. Lines end with one line feed. Numbers are decimal, without leading zeros.
/// 2. `slug N`, a line feed, N bytes, a line feed.
/// 3. For each file, sorted by the bytes of its name, each name once: `file N M`, a line feed, N bytes of name, a line
///    feed, M bytes of content, a line feed. Content is kept byte for byte.
/// 4. `end` and a line feed; nothing after it.
/// 5. So equal sources give equal blobs, and every blob that can be read is the blob of what was read from it.
namespace curricula {

std::string to_blob(const model::CourseSource& source);

/// Errors: Code::newer_version (another number on the first line), Code::corrupt (anything else; `where` = byte
/// offset).
base::Result<model::CourseSource> from_blob(std::string_view blob);

}  // namespace curricula
