// Many notes of the inbox by one press.
#include "registrar/workshop.hpp"

namespace registrar {

/// Each is judged by itself, as if it had been pressed alone: what is held, or has gone meanwhile, stays where it is.
Judged Workshop::judge(const intents::ReviewNotes& wish, const Asker& asker) {
    std::optional<Answer> done;
    std::optional<base::Error> refused;
    for (const auto& note : wish.notes) {
        const bool shows = wish.how == intents::Review::show;
        auto one = shows ? judge(intents::ApproveNote{note}, asker)
                         : judge(intents::HideNote{note, wish.how == intents::Review::wait}, asker);
        if (one) {
            done = std::move(*one);
        } else {
            refused = one.error();
        }
    }
    if (!done && refused) return tl::unexpected<base::Error>(std::move(*refused));
    return done.value_or(Answer{});
}

}  // namespace registrar
