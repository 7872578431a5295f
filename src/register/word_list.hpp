#pragma once
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace ideas {

/// Words that nobody shall meet on the wall unread (domain 7). Pure values; reading is for any thread.
class WordList {
  public:
    /// Adds what stands in a file: one word a line, `*` before or behind it for the rest of a compound, `#` before what
    /// is not read. The file must be UTF-8. Gives the numbers of the lines, from 1, that are no such word: they are not
    /// used. A word has two letters, a part of a word three, or it would be found everywhere.
    std::vector<int> add(std::string_view file);

    /// Does one of them stand in the text, as a whole word? Capitals, accents other than those of å ä ö, what nobody
    /// sees, digits and signs for letters ("h0ra", "a$$hole") and letters apart ("h o r a", "ho-ra") make no
    /// difference.
    bool stands_in(std::string_view text) const;

    bool empty() const { return whole_.empty() && parts_.empty(); }

  private:
    struct Part {
        std::u32string letters;
        bool begins = false, ends = false;  // the word begins, or ends, with the letters; neither: they stand anywhere
    };
    bool is_listed(const std::u32string& word) const;

    std::unordered_set<std::u32string> whole_;
    std::vector<Part> parts_;
};

}  // namespace ideas
