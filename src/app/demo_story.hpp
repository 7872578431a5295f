#pragma once
#include <boost/json/object.hpp>
#include <cstdint>
#include <deque>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.hpp"
#include "model/draft.hpp"

namespace app {

/// What the demo tells, deed by deed, in any order; it is written in the order of time. The same seed and the same
/// moment give the same deeds with the same entity ids (but for tallies, which belong to the host).
class DemoStory {
  public:
    DemoStory(const base::Id& node, std::int64_t now_ms, std::uint64_t seed)
        : node_(node), now_ms_(now_ms), seed_(seed), random_(seed) {}

    struct Deed {
        std::int64_t at_ms = 0;
        model::Draft draft;
    };
    /// A deed at that moment; the reference stays good. Two at one moment keep the order in which they were told.
    model::Draft& at(std::int64_t at_ms, std::string author, std::string label);
    /// All deeds in order of time.
    std::vector<Deed> take();

    /// A UUIDv7 of that moment, the rest of it from the seed and the name.
    base::Id new_id(std::int64_t at_ms, std::string_view name) const;
    /// So many days before now, at local time; Saturday and Sunday become the Friday before. Never after now.
    std::int64_t day(int days_ago, int hour, int minute) const;
    /// "2026-05-01", so many days after now (before, when below zero).
    std::string date_after(int days) const;
    /// Uniform in [0, below).
    std::uint32_t random_below(std::uint32_t below) { return static_cast<std::uint32_t>(random_() % below); }
    /// An index, each as likely as its weight; not all weights may be 0.
    std::size_t random_by(const std::vector<std::int64_t>& weights);

    /// The host that writes it.
    const base::Id& node() const { return node_; }
    std::int64_t now_ms() const { return now_ms_; }

  private:
    base::Id node_;
    std::int64_t now_ms_;
    std::uint64_t seed_;
    std::mt19937_64 random_;
    std::deque<Deed> deeds_;
};

/// An idea that has been received: its number is given in order of time when all is told.
struct DemoReceipt {
    base::Id idea;
    std::int64_t at_ms = 0;
};

/// One workshop of the demo's content (assets/demo/lindasa.json) from start to end, with its ideas' later lives.
/// `fixture` is the content of the idea that came out of the first one. Received ideas go into `receipts`.
void tell_session(DemoStory& story, const boost::json::object& session, const boost::json::object& persona,
                  const boost::json::object& fixture, std::vector<DemoReceipt>& receipts);
/// An idea that came in by itself.
void tell_idea(DemoStory& story, const boost::json::object& idea, std::vector<DemoReceipt>& receipts);
/// What became of an idea after it was received, up to the state of the content.
void tell_life(DemoStory& story, const base::Id& idea, const boost::json::object& content, std::int64_t received_at);

/// When a session of the content begins.
std::int64_t session_start(const DemoStory& story, const boost::json::object& session);

/// Photos that lie beside the content, by their file's name: ready to be kept.
struct DemoPhoto {
    std::string hash, bytes;
};
using DemoPhotos = std::map<std::string, DemoPhoto>;
base::Result<DemoPhotos> read_demo_photos(const boost::json::object& content, const base::Path& folder);
/// The content's free boards, each made during its session.
void tell_boards(DemoStory& story, const boost::json::object& content, const DemoPhotos& photos);

/// A text of the content; empty when it is not there.
std::string content_text(const boost::json::object& object, std::string_view key);
std::int64_t content_number(const boost::json::object& object, std::string_view key, std::int64_t otherwise = 0);

}  // namespace app
