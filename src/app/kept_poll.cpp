#include "app/kept_poll.hpp"

#include "base/language.hpp"
#include "registrar/tallies.hpp"
#include "views/poll_form.hpp"
#include "views/trust.hpp"

namespace app {

base::Result<views::PollView> read_poll(store::Reader& reader, const store::TableRow& row) {
    views::PollView poll;
    poll.id = row.entity;
    poll.round = row.number("round", 1);
    poll.question = row.text("question");
    poll.state = row.text("state");
    model::Cells cells;
    IR_TRY(auto fields, reader.read_entity(row.entity));
    cells.put(row.entity, std::move(fields));
    IR_TRY(const auto ballots, registrar::read_ballots(reader, row.entity));
    auto form = views::read_poll_form(cells, row.entity);
    if (!form) form = views::read_poll_remains(cells, row.entity, ballots, base::tr("journal.log.gone"));
    IR_TRY(poll.form, std::move(form));
    poll.of = row.number("eligible");
    poll.outcome = methods::count_poll(poll.form.rule, ballots, poll.of, methods::effort_of(row.text("result")));
    poll.in = poll.outcome->voted + poll.outcome->abstained;
    return poll;
}

std::string told_trust(const views::PollForm& form, std::int64_t in, std::int64_t drawn) {
    const auto ballots = std::to_string(drawn);
    if (form.trust == model::Trust::open) return {};
    if (form.trust == model::Trust::codes) {
        return base::tr("count.poll.codes", {{"codes", std::to_string(form.codes)}, {"drawn", ballots}});
    }
    const auto told = base::tr("count.poll.heads", {{"people", std::to_string(form.people)}, {"drawn", ballots}});
    const auto surplus = views::surplus_text(form, in, base::language());
    return surplus.empty() ? told : told + " " + surplus;
}

}  // namespace app
