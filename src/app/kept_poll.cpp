#include "app/kept_poll.hpp"

#include "base/language.hpp"
#include "registrar/tallies.hpp"
#include "views/poll_form.hpp"

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

}  // namespace app
