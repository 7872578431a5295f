#pragma once
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "intents/intent.hpp"
#include "methods/poll.hpp"
#include "store/reader.hpp"
#include "store/work.hpp"

namespace registrar {

using base::Id;
using model::Digest;

struct DigestHash {
    std::size_t operator()(const Digest& digest) const noexcept;
};

/// On one device, in one round.
inline constexpr int most_persons = 100;

/// One open round of a vote as the registrar holds it. Memory only, beside the urn file that the store writes
/// (invariants 21–24). It knows which seats have drawn and which tokens exist, and forgets which seat has which as soon
/// as the device has confirmed its token.
class Round {
  public:
    /// `by_code`: no seat has a ballot by itself; each is drawn for a one-time code.
    Round(Id poll, int number, methods::PollRule rule, bool by_code)
        : poll_(poll), number_(number), rule_(std::move(rule)), by_code_(by_code) {}
    /// A host that starts again continues the urn it finds: hashes and ballots are there, unused tokens are gone.
    void restore(const store::UrnContent& urn);

    const Id& poll() const { return poll_; }
    int number() const { return number_; }
    const methods::PollRule& rule() const { return rule_; }
    bool by_code() const { return by_code_; }

    /// Makes tokens until at least `least` unused ones are there (never fewer than 64 new at once, invariant 22); the
    /// hashes of the new ones go to the urn before any is handed out. Ballots from paper have tokens of their own
    /// (`paper`), so that the urn knows them for what they are, whenever they come.
    std::vector<Digest> stock(std::size_t least, bool paper = false);
    std::size_t unused() const { return unused_.size(); }
    /// Takes an unused token for a seat; the caller saves DrawnRow before it leaves. Empty when none is left.
    std::string draw(const Id& seat, bool paper = false);
    bool has_drawn(const Id& seat) const { return drawn_.contains(seat); }
    /// After a restart: these seats have drawn, which token nobody knows.
    void note_drawn(const Id& seat, int person) {
        drawn_.insert(seat);
        persons_[seat] = std::max(persons_[seat], person);
    }
    /// After a restart without the urn: what has been drawn can never be cast, and counts no more once it is replaced.
    void draws_are_void() { void_ = drawn_; }
    /// The token of a seat whose device has not confirmed it; empty otherwise.
    std::string unconfirmed(const Id& seat) const;
    void confirm(const Id& seat) {
        unconfirmed_.erase(seat);
        codes_.erase(seat);
    }
    /// The code for which the unconfirmed token of this seat was drawn, as `draw_for_code` was told; empty otherwise.
    std::string code_of(const Id& seat) const;
    /// The seat's device has said that it has no token.
    void lose(const Id& seat) { lost_.insert(seat); }
    const std::set<Id>& lost() const { return lost_; }
    /// The seat may draw once more, by the trainer's hand. Counted openly.
    void allow_another(const Id& seat);
    /// One more token for a seat that several people use, or whose device takes in ballots from `paper`; the one it has
    /// not confirmed, if there is such. Empty when none is left, or when the seat has had most_persons. The caller
    /// saves DrawnRow.
    std::string draw_another(const Id& seat, bool paper);
    /// One more token for a seat on which a code was used, whoever had the one before. Empty when none is left. The
    /// caller saves DrawnRow. `code` is anything that tells codes apart; it is forgotten with the confirmation.
    std::string draw_for_code(const Id& seat, bool paper, const std::string& code);
    /// After a restart: the token that this seat had drawn for a code is on its way again. False when the urn knows no
    /// such token.
    bool draw_again(const Id& seat, const std::string& token, const std::string& code);
    /// Which person of the seat its newest token is for, from 0.
    int person(const Id& seat) const;
    int extra() const { return extra_; }
    /// After a restart; with the urn, what was replaced may be in it.
    void set_extra(int extra, bool with_urn) {
        extra_ = extra;
        replaced_ = with_urn ? extra : 0;
    }
    /// Ballots that were given out and may be cast: those of seats, of those who came after the first on the same one,
    /// and those that the trainer has replaced, for they may have been cast before they were lost.
    std::size_t drawn() const;
    /// Was this token drawn for a ballot from paper?
    bool is_for_paper(const std::string& token) const { return on_paper_.contains(base::sha256(token)); }

    /// Judges a ballot: known token, right by the rule, k not older than what stands.
    /// Gives what to write; an exact repeat gives an empty optional: already in.
    base::Result<std::optional<store::Cast>> take(const intents::Ballot& ballot);
    std::size_t ballots() const { return ballots_.size(); }
    /// How many of them were cast on paper.
    std::int64_t paper() const;

    /// The sorted, counted multiset (invariant 24): value text → source → how many. Where fewer than five came in one
    /// of two ways all are "mixed": whoever is alone with a way to vote must not be found by it.
    std::map<std::string, std::map<std::string, int>> multiset() const;

    /// No ballot is taken any more.
    bool closing = false;

  private:
    /// One more token for a seat, for one more person when it has had one.
    std::string draw_next(const Id& seat, bool paper);

    struct In {
        std::uint64_t k = 0;
        std::string value;
        std::string source;
    };
    Id poll_;
    int number_ = 1;
    methods::PollRule rule_;
    bool by_code_ = false;
    std::unordered_map<Digest, bool, DigestHash> valid_;
    std::vector<std::string> unused_, unused_paper_;
    std::set<Id> drawn_, lost_, void_;
    std::map<Id, std::string> unconfirmed_, codes_;
    std::map<Id, int> persons_;  // the newest person of a seat, where there is more than one
    std::unordered_map<Digest, bool, DigestHash> on_paper_;  // tokens whose ballots come from paper
    std::unordered_map<Digest, In, DigestHash> ballots_;
    int extra_ = 0;
    int replaced_ = 0;
};

/// The multiset as it lies in the journal, `tally.ballots`: JSON array sorted by value, then source:
/// [{"n":3,"source":"tablet","value":{…}}, …].
std::string to_json(const std::map<std::string, std::map<std::string, int>>& multiset);

}  // namespace registrar
