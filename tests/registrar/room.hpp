#pragma once
#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/inbox.hpp"
#include "curricula/folder.hpp"
#include "registrar/workshop.hpp"
#include "store/store.hpp"

/// A block of the half-day where ideas are written.
constexpr auto silent_ideas = "ideer-i-tysthet";

/// A real register file in a folder of its own, a real store, a workshop without threads around it, and a clock that
/// stands where the test puts it. What is told to visitors is kept as frames.
class Room {
  public:
    explicit Room(bool moderation = false);
    /// With a course of its own, told in the words of a course file.
    Room(bool moderation, std::string course);
    ~Room();
    Room(const Room&) = delete;
    Room& operator=(const Room&) = delete;

    /// The host goes down and comes up again on the same file.
    void restart();
    /// The same, and something happens to the file while the host is down.
    void restart(const std::function<void(const store::OpenOptions&)>& meanwhile);
    /// The host goes down, its file is moved to another disk, and it comes up there; with a session of its own, or in
    /// the one that was open.
    void move_file(bool new_session = false);
    /// A host comes up on a copy, with the session that was open; the original stays where it is.
    void go_to_copy();
    /// The host goes down for good.
    void end() { close(); }
    void pass(std::int64_t milliseconds) { now_ += milliseconds; }
    std::int64_t now() const { return now_; }

    // Deeds. Each waits until everything is saved and gives the frames that this visitor was told.
    using Frames = std::vector<std::string>;
    Frames hello(intents::Visitor visitor, intents::Hello hello);
    Frames join(intents::Visitor visitor, std::string name = {});
    Frames pair(intents::Visitor visitor);
    Frames say(intents::Visitor visitor, intents::Intent intent, std::string client_id = {});
    /// Kind of the answer, and its code when it was refused.
    std::pair<intents::AnswerBallot::Kind, base::Code> vote(const base::Id& poll, const std::string& token,
                                                            std::uint64_t k, std::string value);
    void go_to(const std::string& block) { CHECK(acked(say(trainer, intents::JumpTo{block}))); }
    /// Opens the block's vote and gives the round's id.
    base::Id open_poll(const std::string& block, int index = 0);
    base::Id add_note(intents::Visitor visitor, const std::string& block, const std::string& text,
                      const std::string& group = {});
    /// The ballot token that this visitor was last sent for a round.
    std::string token(intents::Visitor visitor, const base::Id& poll) const;
    void leave(intents::Visitor visitor);
    /// Lets what is due happen, until everything is on disk.
    void settle();
    void settle_disk();
    /// What a page shows now: the newest that was published on "remote", "audience" or "tablet/sv".
    std::string page(std::string_view channel);
    /// All that was published on a channel.
    std::vector<std::string> told_on(std::string_view channel) const;
    /// What `deed` brings about is told while its work has not reached the disk; then the disk gets it, and nothing
    /// else happens.
    void hold_disk(const std::function<void()>& deed);
    bool shows(std::string_view channel, std::string_view words);
    registrar::Workshop& workshop() { return *workshop_; }
    const model::Cells& cells() const { return workshop_->cells(); }
    const base::Path& file() const { return file_; }
    const std::vector<intents::ToTablets>& told() const { return told_; }

    static bool acked(const Frames& frames) { return !member(frames, "ack", "id").empty(); }
    static std::string refusal(const Frames& frames) { return member(frames, "nak", "code"); }
    /// The text member of the last frame of this type; empty when there is none.
    static std::string member(const Frames& frames, std::string_view type, const std::string& name);

    static constexpr intents::Visitor trainer = 1000;
    /// As told at the start; what is changed counts from the next one on.
    std::string municipality = "Lindåsa";
    ideas::WordList held_words;
    std::vector<model::BoardForm> forms;
    /// The one-time codes on the cards that were printed, in order.
    std::vector<std::string> printed;

  private:
    store::OpenOptions options();
    void open(bool new_session = false);
    void close();
    void take();
    Frames hear(intents::Visitor visitor, const std::function<void()>& deed);

    bool moderation_;
    std::string course_;                // empty: the half-day
    std::int64_t now_ = 1777618800000;  // 2026-05-01 07:00 UTC
    std::uint64_t ids_ = 0;
    base::Path folder_, file_;
    base::Inbox<store::StoreSays> inbox_;
    std::unique_ptr<store::Store> store_;
    std::unique_ptr<registrar::Workshop> workshop_;
    std::vector<intents::ToTablets> told_;
};
