#pragma once
#include <cstddef>
#include <string>

#include "base/geometry.hpp"
#include "paint/painter.hpp"
#include "paint/text.hpp"

namespace paint {

/// One part of what is drawn, for programs that read aloud.
struct AloudPart {
    enum class Kind { title, heading, words, picture };
    Kind kind = Kind::words;
    std::size_t order = 0;      // parts of a section are read by it, however they are drawn; each has its own
    std::string instead = {};   // said in place of what is drawn: what a picture shows
    std::string language = {};  // that it is in; empty: the document's
    std::string bookmark = {};  // its entry in the table of contents that programs show beside the pages; empty: none
    base::Point at = {};        // where that leads to
};

/// What a painter is too, when there is somebody to tell: that of a Document, and slices of it. Parts do not lie in
/// each other and end on the page they began on. What has been told is drawn again, on the next page, without being
/// told again.
class Aloud {
  public:
    Aloud() = default;
    Aloud(const Aloud&) = delete;
    Aloud& operator=(const Aloud&) = delete;
    virtual ~Aloud() = default;
    /// Sections are read by their numbers.
    virtual void begin_section(std::size_t number) = 0;
    virtual void begin_part(AloudPart part) = 0;
    virtual void end_part() = 0;
};

/// Null: what this painter draws is told to nobody.
inline Aloud* told_by(Painter& painter) {
    return dynamic_cast<Aloud*>(&painter);
}

/// While it lives, what is drawn is one part. `make` gives it, and is only asked where it is told to anybody.
class PartAloud {
  public:
    template <class Make>
    PartAloud(Aloud* aloud, Make make) : aloud_(aloud) {
        if (aloud_ != nullptr) aloud_->begin_part(make());
    }
    ~PartAloud() {
        if (aloud_ != nullptr) aloud_->end_part();
    }
    PartAloud(const PartAloud&) = delete;
    PartAloud& operator=(const PartAloud&) = delete;

  private:
    Aloud* aloud_;
};

/// Orders of what stands under headings: those of one group follow each other, the heading first.
constexpr std::size_t order_in(std::size_t group, std::size_t place) {
    constexpr std::size_t most_in_group = 1000000;
    return group * most_in_group + place;
}
/// The heading of that group, which the table of contents has too.
inline AloudPart aloud_heading(const TextLayout& words, std::size_t group, base::Point at) {
    return {
        .kind = AloudPart::Kind::heading, .order = order_in(group, 0), .bookmark = std::string(words.text()), .at = at};
}

}  // namespace paint
