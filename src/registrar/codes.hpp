#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/session_rows.hpp"

namespace registrar {

using base::Id;

/// The one-time codes of a session: each gives one ballot, once in all. What is kept of a code is its hash and whether
/// it has been used; never for which vote, by whom, or for which ballot (invariant 23). Until the device has told that
/// its ballot has come, the ballot is kept as well, sealed: the key is the device's own and stands nowhere here, so
/// that only the device that used the code can have the same ballot again when the host has fallen meanwhile, and no
/// file tells which ballot it was. Only values: what is written to disk is decided by the caller.
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

    /// Keeps the ballot that was drawn for a code; the row to write with it. `key`: the device's own.
    store::KeptRow seal(const Id& session, std::string_view code, const Id& poll, std::string_view key,
                        std::string_view token);
    /// That ballot, as far as the key is the right one: the caller asks the urn whether there is such. Empty when none
    /// is kept.
    std::string unseal(std::string_view code, const Id& poll, std::string_view key) const;
    /// The ballot has come: what was kept of it goes. Nothing when there was none. `code_key`: as key_of gives it.
    std::optional<store::DropKept> forget_sealed(const Id& session, std::string_view code_key);

    static bool is_row(const store::KeptRow& row);
    /// Under which key a code is kept: its hash.
    static std::string key_of(std::string_view code);

  private:
    std::map<std::string, bool> used_;           // key of the kept row → used
    std::map<std::string, std::string> sealed_;  // key of its row → a ballot, in hex
    std::size_t unused_ = 0;
};

/// As many new codes, told once: eight characters each, unlike those there are. They are added.
std::vector<std::string> make_codes(Codes& codes, int count);

inline constexpr int code_length = 8;

}  // namespace registrar
