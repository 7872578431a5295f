#include "app/register_writer.hpp"

#include <chrono>

#include "base/language.hpp"

namespace app {
namespace {

constexpr std::uint64_t most_queued = 200;

}  // namespace

base::Result<std::unique_ptr<RegisterWriter>> RegisterWriter::open(const base::Path& file, base::WallClock now) {
    std::unique_ptr<RegisterWriter> writer(new RegisterWriter(std::move(now)));
    store::OpenOptions options;
    options.file = file;
    options.state_folder = base::state_folder();
    auto* const says = &writer->says_;
    IR_TRY(writer->store_, store::Store::open(options, [says](store::StoreSays said) { says->push(std::move(said)); }));
    IR_TRY(auto reader, store::Reader::open(file));
    writer->reader_.emplace(std::move(reader));
    const auto& opened = writer->store_->opened();
    writer->seq_ = opened.head;
    if (opened.ahead_ms > 0) return base::refuse(base::Code::not_now, base::tr("register.clock_behind"), file.string());
    // Its last stamp is followed by the system's clock, for the time of Changes may be told to be in the past.
    const auto following = std::make_shared<bool>(true);
    const auto told = writer->now_;
    writer->clock_ = std::make_unique<model::HybridClock>(
        opened.node, [following, told] { return *following ? base::system_now_ms() : told(); });
    writer->clock_->see(opened.greatest_stamp);
    *following = false;
    return writer;
}

base::Done RegisterWriter::load(const base::Id& entity) {
    IR_TRY(auto fields, reader_->read_entity(entity));
    if (!fields.empty()) cells_.put(entity, std::move(fields));
    return {};
}

base::Done RegisterWriter::submit(store::Deed deed) {
    std::vector<store::Work> work;
    work.push_back({++ticket_, std::move(deed)});
    store_->submit(std::move(work));
    return ticket_ - saved_ < most_queued ? base::Done{} : wait();
}

base::Done RegisterWriter::write(model::Draft draft) {
    auto change = std::move(draft).finish(cells_, *clock_);
    if (change.facts.empty()) return {};
    change.place.seq = ++seq_;
    for (const auto& fact : change.facts) model::merge(cells_, fact);
    return submit(store::Append{std::move(change), {}});
}

base::Done RegisterWriter::put_blob(std::string sha256_hex, std::string content, std::string media_type) {
    return submit(store::PutBlob{std::move(sha256_hex), std::move(content), std::move(media_type)});
}

base::Done RegisterWriter::write_rows(std::vector<store::SessionWrite> rows) {
    return submit(store::WriteRows{std::move(rows)});
}

base::Done RegisterWriter::wait() {
    while (saved_ < ticket_) {
        for (const auto& said : says_.wait_all(std::chrono::seconds(1))) {
            if (const auto* saved = std::get_if<store::Saved>(&said)) saved_ = saved->upto;
            if (const auto* trouble = std::get_if<store::Trouble>(&said)) {
                return tl::unexpected<base::Error>(trouble->error);
            }
        }
    }
    return {};
}

}  // namespace app
