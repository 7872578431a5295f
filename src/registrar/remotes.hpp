#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "intents/door.hpp"
#include "store/session_rows.hpp"
#include "views/wall.hpp"

namespace registrar {

using intents::Visitor;

/// Who leads the day from a phone: those that were let in, which of them are here, and those that ask. Each that was
/// let in has a number, by which the trainer tells it from the others. Only values and look-ups: what is written to
/// disk is decided by the caller.
class Remotes {
  public:
    /// Has the code and waits to be let in.
    struct Asking {
        Visitor visitor = 0;
        std::string language;  // of its page
    };
    /// One that is sent away: the kept row that let it in, and its connections.
    struct SentAway {
        std::string key;
        std::vector<Visitor> here;
    };

    /// Fills from what lies on disk. Nobody is here yet.
    void restore(const std::vector<store::KeptRow>& rows);

    bool knows(std::string_view hash) const { return let_in_.find(hash) != let_in_.end(); }
    /// Whoever has the secret of this hash may lead from now on: the kept row's key and value.
    std::pair<std::string, std::string> let_in(const std::string& hash, std::int64_t now_ms);
    /// By a secret that is known.
    void arrive(Visitor visitor, const std::string& hash) { here_[visitor] = hash; }
    /// It was here, or asked.
    bool leave(Visitor visitor);
    bool leads(Visitor visitor) const { return here_.contains(visitor); }
    bool nobody_leads() const { return here_.empty(); }
    /// Of the remote of this number; false when there is none.
    bool is_here(int number) const;
    /// 0 when it is not here.
    int number_of(Visitor visitor) const;

    /// False when too many ask already.
    bool ask(Visitor visitor, std::string language);
    std::optional<Asking> take_asking(Visitor visitor);
    const std::vector<Asking>& asking() const { return asking_; }

    /// Its secret opens nothing from now on. Nothing when there is none of this number.
    std::optional<SentAway> send_away(int number);

    /// By number.
    std::vector<views::RemoteHead> heads() const;

  private:
    struct LetIn {
        int number = 0;
        std::int64_t at_ms = 0;
    };
    int next_number() const;

    std::map<std::string, LetIn, std::less<>> let_in_;  // by the hash of its secret
    std::map<Visitor, std::string> here_;               // visitor → hash
    std::vector<Asking> asking_;
};

}  // namespace registrar
