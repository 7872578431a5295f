#pragma once
#include <map>
#include <memory>
#include <random>
#include <set>

#include "power_cut/recording_vfs.hpp"
#include "store/desk.hpp"

/// A workshop on a machine that loses power: clients send notes under their own message ids, vote in rounds that are
/// opened and closed, some from paper, draw by one-time codes on one shared device, and remember what was acknowledged.
/// After each cut `check` compares the register with that.
class Workshop {
  public:
    Workshop(RecordingVfs& vfs, unsigned seed, const std::string& synchronous);

    /// Opens, lets the clients work until the power goes (during one of the next `operations` of the disk), and turns
    /// the machine on again.
    void live(std::uint64_t operations);
    /// What a client was promised and does not find. 0 with synchronous=FULL; otherwise the reason for FULL.
    int lost() const { return lost_; }
    int acknowledged() const { return acknowledged_; }
    int closed_rounds() const { return closed_rounds_; }
    /// Codes that were used and acknowledged.
    int used_codes() const { return used_codes_; }
    /// Cuts after which the closing Change was in the journal and the urn still there.
    int cuts_while_closing() const { return cuts_while_closing_; }
    /// Sentences about what must never be, whatever `synchronous` is: something twice, a broken file.
    const std::vector<std::string>& faults() const { return faults_; }
    const base::Path& file() const { return desk_.options.file; }

  private:
    struct Sent {
        std::string client_id;
        base::Id note;
        std::string text;
        std::uint64_t ticket = 0;
        bool acknowledged = false;
        int rewritten = 0;  // how often it was sent again
    };
    struct Vote {
        std::uint64_t k = 0;
        std::string value;
    };
    struct Round {
        base::Id poll;
        bool opened = false;
        std::uint64_t open_ticket = 0;
        std::map<int, Vote> cast;                                             // token → newest vote sent
        std::map<int, Vote> acknowledged;                                     // token → newest vote acknowledged
        std::vector<std::pair<std::uint64_t, std::pair<int, Vote>>> waiting;  // ticket → vote
        std::uint64_t close_ticket = 0;
        bool closed = false;   // acknowledged
        std::string multiset;  // what the closing Change says
    };

    /// A one-time code: it is used up, and a ballot drawn for it by the next person at the device, in one transaction.
    struct Code {
        std::string key;
        std::uint64_t made_ticket = 0, used_ticket = 0;  // 0: not asked for
        bool made = false, used = false;                 // acknowledged
        base::Id poll;
        int person = 0;
    };

    void step();
    void send_note();
    void send_again(Sent& sent);
    void vote();
    void open_round();
    void close_round();
    void make_codes();
    void use_code();
    void hear_saved();
    void check();
    void check_notes(store::Reader& reader);
    void check_round(store::Reader& reader, Round& round);
    void check_codes(store::Reader& reader);
    void fault(const std::string& what) { faults_.push_back(what); }
    model::Digest token(const Round& round, int n) const;
    base::Id tally_id(const Round& round) const;

    RecordingVfs& vfs_;
    std::mt19937 random_;
    Desk desk_;
    base::Id session_;
    base::Id seat_;
    std::vector<Sent> sent_;
    std::vector<Round> rounds_;
    std::vector<Code> codes_;
    int next_code_ = 0, next_person_ = 0;
    int used_codes_ = 0;
    int lost_ = 0;
    int acknowledged_ = 0;
    int closed_rounds_ = 0;
    int cuts_while_closing_ = 0;
    std::vector<std::string> faults_;
};
