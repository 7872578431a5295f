#include "registrar/registrar.hpp"

#include <chrono>

#include "base/short_turns.hpp"

namespace registrar {

base::Result<std::unique_ptr<Registrar>> Registrar::open(const Options& options) {
    std::unique_ptr<Registrar> registrar(new Registrar());
    auto* inbox = &registrar->inbox_;
    IR_TRY(registrar->store_,
           store::Store::open(options.file, [inbox](store::StoreSays said) { inbox->push(Input(std::move(said))); }));
    const auto& opened = registrar->store_->opened();
    IR_TRY(auto reader, store::Reader::open(options.file.file));
    model::HybridClock clock(opened.node, options.file.now);
    clock.see(opened.greatest_stamp);
    auto* store = registrar->store_.get();
    Book book(std::move(reader), std::move(clock), opened.head,
              [store](std::vector<store::Work> work) { store->submit(std::move(work)); });
    auto setup = options.setup;
    setup.nodes_elsewhere = opened.nodes_elsewhere;
    IR_TRY(registrar->workshop_, Workshop::open(std::move(book), options.file.file, setup));

    const auto& workshop = *registrar->workshop_;
    auto& welcome = registrar->welcome_;
    welcome.session = workshop.session();
    welcome.join_code = workshop.join_code();
    welcome.pair_code = workshop.pair_code();
    welcome.title = workshop.cells().text(workshop.session(), "session.title");
    welcome.course = workshop.cells().text(workshop.session(), "session.course");
    welcome.kept_port = workshop.kept_port();
    welcome.went_on = workshop.went_on();
    welcome.ended_without_course = workshop.ended_without_course();
    welcome.broken_votes = workshop.broken_votes();
    welcome.word_faults = setup.word_faults;
    welcome.file = opened;
    return registrar;
}

void Registrar::stop() {
    stopping_ = true;
    inbox_.close();
    if (thread_.joinable()) thread_.join();
}

Registrar::~Registrar() {
    stop();
    if (workshop_) workshop_->take_out();  // hands the store what is left
    // The reading connection ends first: then the store can empty the WAL, and one file is the whole register.
    workshop_.reset();
    store_.reset();
}

void Registrar::run(const std::string& base_url, int port, std::function<void(std::vector<intents::ToTablets>)> tell) {
    tell_ = std::move(tell);
    workshop_->hosted_at(base_url, port);
    if (show_) workshop_->look({});
    thread_ = std::thread([this] { loop(); });
}

void Registrar::take(std::vector<intents::FromTablets> said) {
    inbox_.push(Input(std::move(said)));
}
void Registrar::ask(intents::Intent intent) {
    inbox_.push(Input(std::move(intent)));
}

void Registrar::look(views::WallScope scope) {
    inbox_.push(Input(std::move(scope)));
}

void Registrar::loop() {
    base::take_short_turns();
    const auto tell_what_is_new = [this] {
        workshop_->tick();
        pass_on();
        auto shown = workshop_->take_wall();
        if (!shown.empty() && show_) show_(std::move(shown));
    };
    tell_what_is_new();  // who looks on waits for the first page
    while (!stopping_) {
        auto inputs = inbox_.wait_all(std::chrono::milliseconds(workshop_->next_tick_ms()));
        for (auto& input : inputs) handle(input);
        // Answers leave, and what was said goes to the disk, before pages are put together.
        pass_on();
        tell_what_is_new();
    }
}

void Registrar::pass_on() {
    auto out = workshop_->take_out();
    if (!out.empty()) tell_(std::move(out));
}

void Registrar::handle(Input& input) {
    if (auto* said = std::get_if<store::StoreSays>(&input)) {
        if (const auto* saved = std::get_if<store::Saved>(said)) workshop_->saved(saved->upto);
        if (const auto* trouble = std::get_if<store::Trouble>(said))
            workshop_->trouble(trouble->error, trouble->retry_ms);
        if (const auto* low = std::get_if<store::LowSpace>(said)) workshop_->low_space(*low);
    } else if (const auto* intent = std::get_if<intents::Intent>(&input)) {
        workshop_->deed(*intent);
    } else if (auto* scope = std::get_if<views::WallScope>(&input)) {
        workshop_->look(std::move(*scope));
    } else {
        for (const auto& item : std::get<std::vector<intents::FromTablets>>(input)) {
            if (const auto* ballot = std::get_if<intents::BallotCast>(&item)) workshop_->cast(*ballot);
            if (const auto* deed = std::get_if<intents::Said>(&item)) workshop_->say(*deed);
            if (const auto* greeted = std::get_if<intents::Greeted>(&item)) workshop_->greet(*greeted);
            if (const auto* gone = std::get_if<intents::Gone>(&item)) workshop_->gone(gone->visitor);
        }
    }
}

}  // namespace registrar
