#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tablets/bucket.hpp"
#include "tablets/lobby.hpp"
#include "tablets/outbox.hpp"

namespace tablets {

/// One visitor's conversation: hello first, then what its role may say, within the limits; and what waits to be told.
/// Knows no socket: `woken` is called when there is something to write or the conversation is over. One thread.
class Guest {
  public:
    Guest(Lobby& lobby, const Address& address, std::int64_t now_ms);
    Guest(const Guest&) = delete;
    Guest& operator=(const Guest&) = delete;
    virtual ~Guest() = default;

    // From the socket.
    /// One whole text frame from the visitor.
    void hear(std::string_view frame, std::int64_t now_ms);
    /// False while too much that the visitor said waits for its answer: the socket stops reading.
    bool may_read() const { return unanswered_ <= lobby_.limits.unanswered; }
    void forgive_unanswered() { unanswered_ = 0; }
    bool has_more() const { return !outbox_.empty(); }
    Outbox::Item next() { return outbox_.next(); }
    void written(const Outbox::Item& item) {
        if (item.answers && unanswered_ > 0) --unanswered_;
    }
    /// When nothing more waits: close.
    bool is_leaving() const { return leaving_; }
    /// True when it must be cut: no hello in time, or it does not read what it is told.
    bool is_overdue(std::int64_t now_ms) const;
    /// The socket is gone; nobody will be woken any more.
    void gone();

    // From the owner, by the lobby.
    void admit(intents::Role role, Text welcome);
    /// Says why not, and leaves. A wrong code is counted against the address.
    void refuse(base::Code code, std::string_view language, std::int64_t now_ms, const std::string& what = {});
    void send(Text text, bool answers);
    void put(int slot, Text text);
    void close(Text text);
    /// A ballot of this vote that says something of one of these is refused (`own_idea`).
    void keep_own(const base::Id& poll, std::vector<std::string> options);
    /// What the owner said to many at once has all been told.
    void wake_now();

    Visitor number() const { return number_; }
    const std::string& language() const { return language_; }

  protected:
    virtual void woken() = 0;

  private:
    enum class State : std::uint8_t { silent, asked, admitted };

    void wake();
    void greet(base::Result<intents::Message> message, std::int64_t now_ms);
    void hear_intent(intents::Message& message, std::int64_t now_ms);
    void hear_ballot(intents::Message& message, std::int64_t now_ms);
    bool judges_own(const intents::Ballot& ballot) const;
    /// 0, or the milliseconds that this kind of thing must wait.
    int wait_for(const intents::Message& message, std::int64_t now_ms);
    void nak(std::string_view client_id, base::Code code, int retry_after_ms = 0, const std::string& what = {});

    Lobby& lobby_;
    const Address address_;
    const std::int64_t came_ms_;
    const Visitor number_;
    Outbox outbox_;
    std::string language_ = "sv";
    std::map<base::Id, std::vector<std::string>> own_;  // vote → options that this visitor has written
    Bucket notes_, ballots_, pieces_, others_;
    int unanswered_ = 0;
    int strikes_ = 0;  // refusals in a row; far too many mean that no person sits there
    State state_ = State::silent;
    intents::Role role_ = intents::Role::tablet;
    bool leaving_ = false;
    bool gone_ = false;
    bool to_be_woken_ = false;
};

}  // namespace tablets
