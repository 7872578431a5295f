#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/session_rows.hpp"

namespace registrar {

using base::Id;

/// The one-time codes of a session: each gives one ballot, once in all. What is kept of a code is its hash and whether
/// it has been used; never for which vote, by whom, or for which ballot (invariant 23). Only values: what is written to
/// disk is decided by the caller.
class Codes {
  public:
    /// Takes in the rows of codes; others are left alone.
    void restore(const std::vector<store::KeptRow>& rows);
    void add(std::string_view code);
    bool has(std::string_view code) const { return used_.contains(key_of(code)); }
    /// Those that still give a ballot.
    std::size_t unused() const { return unused_; }
    /// Code::not_found when there is no such code, Code::already when it has been used.
    base::Done check(std::string_view code) const;
    base::Done use(std::string_view code);
    /// What is kept of a code, as it stands now.
    store::KeptRow row(const Id& session, std::string_view code) const;

    static bool is_row(const store::KeptRow& row);
    /// Under which key a code is kept: its hash.
    static std::string key_of(std::string_view code);

  private:
    std::map<std::string, bool> used_;  // key of the kept row → used
    std::size_t unused_ = 0;
};

/// As many new codes, told once: eight characters each, unlike those there are. They are added.
std::vector<std::string> make_codes(Codes& codes, int count);

inline constexpr int code_length = 8;

}  // namespace registrar
