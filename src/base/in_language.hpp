#pragma once
#include <string>
#include <string_view>

namespace base {

/// While it lives, tr, tr_n and language() of this thread speak another language: one answer in the words of whoever
/// asked. A language that the program itself does not have changes nothing.
class InLanguage {
  public:
    explicit InLanguage(std::string_view code);
    ~InLanguage();
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;

  private:
    std::string code_;
    const std::string* before_;
};

}  // namespace base
