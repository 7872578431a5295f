#include "views/trust.hpp"

#include "base/language.hpp"

namespace views {

std::string surplus_text(const PollForm& form, std::int64_t in, std::string_view language) {
    if (form.trust != model::Trust::heads || in <= form.people) return {};
    return base::tr_page(language, "trust.cast",
                         {{"ballots", std::to_string(in)}, {"people", std::to_string(form.people)}});
}

}  // namespace views
