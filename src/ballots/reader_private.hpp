#pragma once
#include <unordered_map>

#include "ballots/ballot_file.hpp"
#include "base/language.hpp"

namespace ballots {

/// Where in the file; column 0: the whole line, line 0: the whole file.
struct Where {
    int line = 0;
    int column = 0;
};

/// Collects problems; full after most_problems errors.
class Faults {
  public:
    Faults(base::Problems& to, std::string file) : to_(to), file_(std::move(file)) {}
    /// The text is `count.fault.<code>` of the language files.
    void error(Where at, const std::string& code, std::initializer_list<base::Fill> fills = {});
    void hint(Where at, const std::string& code, std::initializer_list<base::Fill> fills = {});
    bool full() const { return errors_ >= most_problems; }

  private:
    base::Problems& to_;
    std::string file_;
    std::size_t errors_ = 0;
};

/// Texts → numbers in the order of their first appearance.
class Names {
  public:
    std::uint32_t operator[](const std::string& id);
    std::optional<std::uint32_t> find(const std::string& id) const;
    const std::vector<std::string>& all() const { return all_; }
    std::size_t size() const { return all_.size(); }

  private:
    std::unordered_map<std::string, std::uint32_t> places_;
    std::vector<std::string> all_;
};

/// Sorted ids, and where each of `ids` has gone.
struct SortedIds {
    std::vector<std::string> ids;
    std::vector<Option> place;  // old → new
};
SortedIds sorted(const std::vector<std::string>& ids);

/// A decimal number of at most six decimals and twelve digits before them, with point or comma, in millionths.
std::optional<std::int64_t> parse_millionths(std::string_view text);
/// Digits only, at most 18 of them.
std::optional<std::int64_t> parse_count(std::string_view text);
inline constexpr std::int64_t millionths = 1000000;
/// The largest power of ten by which all numbers can be divided, at most a million.
std::int64_t common_power(std::int64_t so_far, std::int64_t number);

/// For messages: cut when long, control characters gone.
std::string quoted_part(std::string_view text);

}  // namespace ballots
