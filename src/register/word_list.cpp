#include "register/word_list.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace ideas {
namespace {

constexpr std::size_t longest_word = 60, shortest_joined = 3;
/// What can stand for a letter.
constexpr std::u32string_view letter_signs = U"013457@$€!|";
/// What can stand between the pieces of one word.
constexpr std::u32string_view joining_signs = U"-_.*'\u2010\u2011\u2012\u2013\u2014";

bool is_accent(char32_t point) {
    const auto within = [point](char32_t first, char32_t last) { return point >= first && point <= last; };
    return within(0x300, 0x36f) || within(0x483, 0x489) || point == 0x640 || within(0x64b, 0x65f) ||
           within(0x1ab0, 0x1aff) || within(0x1dc0, 0x1dff) || within(0x20d0, 0x20ff) || within(0xfe20, 0xfe2f);
}

bool is_word_letter(char32_t point) {
    if (point < 0x80) return point >= U'a' && point <= U'z';
    const auto within = [point](char32_t first, char32_t last) { return point >= first && point <= last; };
    // Signs, and the punctuation and digits of Arabic, Hebrew, Hindi and Ethiopic.
    const bool is_sign = point < 0xc0 || point == 0xd7 || point == 0xf7 || within(0x2000, 0x2bff) ||
                         within(0x3000, 0x303f) || within(0x1f000, 0x1faff) || point == 0x5be || point == 0x60c ||
                         point == 0x61b || within(0x61d, 0x61f) || within(0x660, 0x66d) || point == 0x6d4 ||
                         within(0x6f0, 0x6f9) || within(0x964, 0x965) || within(0x1361, 0x137c);
    return !is_sign;
}

/// Lower case, å ä ö whole, other accents gone.
std::u32string fold_letters(std::string_view text) {
    std::u32string out;
    for (const char32_t point : base::decomposed(text)) {
        const char32_t before = out.empty() ? U'\0' : out.back();
        if (point == 0x30a && before == U'a') {
            out.back() = U'å';
        } else if (point == 0x308 && (before == U'a' || before == U'o')) {
            out.back() = before == U'a' ? U'ä' : U'ö';
        } else if (point == U'æ' || point == U'ø') {
            out += point == U'æ' ? U'ä' : U'ö';
        } else if (!is_accent(point)) {
            out += point;
        }
    }
    return out;
}

/// The letter that stands, or is meant, at `at`; 0 for none. `one`: what 1 means, i or l; 0: signs mean nothing.
char32_t letter_at(const std::u32string& text, std::size_t at, char32_t one) {
    const char32_t point = text[at];
    if (is_word_letter(point)) return point;
    if (one == 0) return 0;
    switch (point) {
        case U'0':
            return U'o';
        case U'1':
            return one;
        case U'3':
        case U'€':
            return U'e';
        case U'4':
        case U'@':
            return U'a';
        case U'5':
        case U'$':
            return U's';
        case U'7':
            return U't';
        case U'!':
        case U'|':
            // Behind a word it is what it is.
            return at + 1 < text.size() && is_word_letter(text[at + 1]) ? one : U'\0';
        default:
            return 0;
    }
}

struct Piece {
    std::size_t start = 0, end = 0;
    std::u32string letters;
    bool has_letter = false;  // not of signs alone: "455" is a number
};

std::vector<Piece> pieces_of(const std::u32string& text, char32_t one) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char32_t letter = letter_at(text, at, one);
        if (letter == 0) continue;
        if (pieces.empty() || pieces.back().end != at) pieces.push_back({at, at, {}, false});
        auto& piece = pieces.back();
        piece.end = at + 1;
        piece.letters += letter;
        piece.has_letter = piece.has_letter || is_word_letter(text[at]);
    }
    return pieces;
}

/// Is it one word that somebody has pulled apart?
bool go_together(const std::u32string& text, const Piece& first, const Piece& second) {
    if (second.start - first.end != 1) return false;
    const bool letters_apart = first.letters.size() == 1 && second.letters.size() == 1;
    return letters_apart || joining_signs.find(text[first.end]) != std::u32string_view::npos;
}

}  // namespace

std::vector<int> WordList::add(std::string_view file) {
    std::vector<int> faults;
    int number = 0;
    while (!file.empty()) {
        const auto end = file.find('\n');
        auto line = base::trimmed(file.substr(0, file.find_first_of("#\n")));
        file.remove_prefix(end == std::string_view::npos ? file.size() : end + 1);
        ++number;
        auto word = fold_letters(line);
        if (word.empty()) continue;
        const bool open_front = word.front() == U'*', open_back = word.size() > 1 && word.back() == U'*';
        if (open_back) word.pop_back();
        if (open_front) word.erase(0, 1);
        std::erase(word, U'-');
        const bool is_part = open_front || open_back;
        if (word.size() < (is_part ? 3 : 2) || word.size() > longest_word ||
            !std::all_of(word.begin(), word.end(), is_word_letter)) {
            faults.push_back(number);
        } else if (is_part) {
            parts_.push_back({std::move(word), !open_front, !open_back});
        } else {
            whole_.insert(std::move(word));
        }
    }
    return faults;
}

bool WordList::is_listed(const std::u32string& word) const {
    if (whole_.contains(word)) return true;
    return std::any_of(parts_.begin(), parts_.end(), [&word](const Part& part) {
        if (part.begins) return word.starts_with(part.letters);
        if (part.ends) return word.ends_with(part.letters);
        return word.find(part.letters) != std::u32string::npos;
    });
}

bool WordList::stands_in(std::string_view text) const {
    if (empty()) return false;
    const auto folded = fold_letters(text);
    const bool has_signs = folded.find_first_of(letter_signs) != std::u32string::npos;
    for (const char32_t one : {U'\0', U'i', U'l'}) {
        if (one != 0 && !has_signs) break;
        const auto pieces = pieces_of(folded, one);
        for (std::size_t first = 0; first < pieces.size(); ++first) {
            std::u32string word;
            bool has_letter = false;
            for (std::size_t last = first; last < pieces.size() && word.size() <= longest_word; ++last) {
                if (last > first && !go_together(folded, pieces[last - 1], pieces[last])) break;
                word += pieces[last].letters;
                has_letter = has_letter || pieces[last].has_letter;
                const bool long_enough = last == first || word.size() >= shortest_joined;
                if (has_letter && long_enough && is_listed(word)) return true;
            }
        }
    }
    return false;
}

}  // namespace ideas
