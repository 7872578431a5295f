#include "views/trust.hpp"

#include "base/language.hpp"

namespace views {

std::string surplus_text(const PollForm& form, std::int64_t in, std::int64_t of, std::string_view language) {
    if (form.trust != model::Trust::heads || (in <= form.people && of <= form.people)) return {};
    const bool cast = in > form.people;
    return base::tr_page(language, cast ? "trust.cast" : "trust.drawn",
                         {{"ballots", std::to_string(cast ? in : of)}, {"people", std::to_string(form.people)}});
}

}  // namespace views
