#pragma once
#include <string>
#include <vector>

#include "base/files.hpp"
#include "register/word_list.hpp"

namespace app {

/// Where a municipality writes words of its own: held-words.txt in the data folder.
base::Path own_held_words();

/// The words that make a note wait: the lists that come with the program, and the municipality's own. A list that
/// cannot be read, or not whole, is no reason not to begin: what is wrong with it is added to `faults`, a sentence each
/// that says what to do.
ideas::WordList load_held_words(std::vector<std::string>& faults);

}  // namespace app
